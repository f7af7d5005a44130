"""JavaScript, what grew out of it and what becomes it."""

from __future__ import annotations

from langdetect_hook.languages.comments import HASHES, OF_C, PAST_COMMENTS_OF_C
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.quotes import TEMPLATE
from langdetect_hook.languages.traits import IN_SCRIPTS, LONG_LINES

_NAME = r"[A-Za-z_$][\w$]*"
_TYPE = (
    r"(?:string|number|boolean|any|void|unknown|never|object|bigint|symbol|readonly\s|[A-Z][\w.$]*|\{|\[)"
    r"(?:<[^=;()]{0,200}>)?(?:\[\])*"
)
_PLAIN_TYPE = r"(?:string|number|boolean|any|void|unknown|never|object|bigint|[A-Z][\w.]*)\b"
# What JavaScript lacks; the tokens are the same.
_TYPES = (
    rf"^[ \t]*(?:export\s+)?(?:default\s+)?(?:declare\s+)?(?:(?:const\s+)?enum|namespace"
    rf"|abstract\s+class)\s+{_NAME}[^;(]{{0,500}}\{{"
    rf"|^[ \t]*(?:export\s+)?(?:default\s+)?(?:declare\s+)?interface\s+{_NAME}"
    r"[\w\s,.<>\[\]|&={}]{0,500}\{"
    rf"|^[ \t]*(?:export\s+)?(?:declare\s+)?type\s+{_NAME}\s*(?:<[^;=]{{0,200}}>)?\s*="
    rf"|^[ \t]*(?:export\s+)?declare\s+(?:const|let|var|function|module|global|class)\b"
    rf"|\b(?:const|let|var)\s+{_NAME}\s*:\s*{_TYPE}"
    rf"|[\w)>]\s*\(\s*(?:readonly\s+|public\s+|private\s+)?{_NAME}\??\s*:\s*{_TYPE}\s*[,)=|&]"
    rf"|\)\s*:\s*(?:Promise\s*<|{_TYPE}\s*(?:=>|\{{|;))"
    rf"|^[ \t]*(?:private|public|protected|readonly)\s+(?:static\s+|readonly\s+|async\s+)*{_NAME}\s*[(:?!=]"
    rf"|^[ \t]*import\s+type\b|\bas\s+(?:const\b|unknown\b|any\b|string\b|number\b)"
)
# The same, each in one line and short, so that they can be counted: several are no coincidence.
_CERTAIN_TYPES = (
    rf"^[ \t]*(?:export[ \t]+)?(?:default[ \t]+)?(?:declare[ \t]+)?(?:(?:const[ \t]+)?enum|namespace"
    rf"|abstract[ \t]+class|interface)[ \t]+{_NAME}[^\n;(]{{0,200}}\{{[ \t\r]*$"
    rf"|^[ \t]*(?:export[ \t]+)?(?:declare[ \t]+)?type[ \t]+{_NAME}[ \t]*(?:<[^;=\n]{{0,100}}>)?[ \t]*="
    rf"|\b(?:const|let|var)[ \t]+{_NAME}[ \t]*:[ \t]*{_PLAIN_TYPE}"
    rf"|[\w)>]\([ \t]*{_NAME}\??:[ \t]*{_PLAIN_TYPE}[ \t]*[,)=|&<\[]"
    rf"|\)[ \t]*:[ \t]*(?:Promise<|{_PLAIN_TYPE}(?:\[\])?[ \t]*(?:=>|\{{))"
    rf"|^[ \t]*(?:private|public|protected|readonly)[ \t]+(?:static[ \t]+|readonly[ \t]+|async[ \t]+){{0,3}}"
    rf"{_NAME}[ \t]*[(:?!=]"
    r"|^[ \t]*import[ \t]+type\b|\bas[ \t]+const\b|\)[ \t]+as[ \t]+(?:unknown|any|string|number)\b"
)
# What a line of TypeScript has and JavaScript has not, members of interfaces and generic calls among it.
_OF_TYPESCRIPT = (
    rf"{_CERTAIN_TYPES}"
    rf"|^[ \t]*(?:readonly[ \t]+)?[\w$]+\??[ \t]*:[ \t]*{_TYPE}(?:[ \t]*\|[ \t]*[\w<>\[\]\"']+)*[ \t]*;?"
    rf"[ \t]*$|\([^()\n]*\b{_NAME}\??[ \t]*:[ \t]*{_TYPE}|\)[ \t]*:[ \t]*{_TYPE}"
    r"|\b(?:implements|keyof|infer|satisfies|asserts)[ \t]"
    r"|\b(?:interface|declare|enum|namespace|abstract)[ \t]+[A-Za-z_$]"
    r"|\bas[ \t]+[A-Za-z_{\[]|^[ \t]*type[ \t]+\w+[^=\n]*=|[\w$]<[A-Za-z_][\w$.\[\] |,]*>\(|[\w$)\]]!\."
    r"|^[ \t]*@[A-Z]\w+\(|\w\?:[ \t]"
)
_BUNDLED = PAST_COMMENTS_OF_C + (
    r"(?:['\"]use strict['\"];\s*)?(?:\(?(?:self|this|window|global|globalThis)(?:\.|\[['\"])webpack(?:Chunk|Jsonp)"
    r"|define\(\s*(?:['\"][\w./@-]+['\"]\s*,\s*)?\[\s*(?:['\"]|\]))"
)
# What TypeScript has beside types: Luau's are written alike, but for its comments and its functions. What begins with a
# bracket, as JSON does, is neither.
_NOT_OF_LUAU = (
    r"\A\s*[\[{]|=>|^[ \t]*import\b|^[ \t]*(?:export[ \t]+)?(?:default|abstract|class|enum|interface|let|namespace"
    r"|var)\b|^[ \t]*(?://|/\*)|\)[^\n]*\{[ \t\r]*$"
)
# Flow's: `?string`, `mixed`, `$ReadOnly<...>`, a class's `+name: ...`, a library's `declare module.exports`; a comma
# behind the first member of a type, where formatters of TypeScript put a semicolon.
_TYPES_OF_FLOW = (
    r":\s*\?[A-Za-z]|:\s*(?:bool|mixed|Object)\b|\bdeclare\s+(?:module\.|var\s+)exports\b|^[ \t]*\+\w+\??:\s"
    r"|\$(?:Call|Diff|ElementType|Exact|Keys|ReadOnly|Rest|Shape|Values)\b|\bReact(?:\.Node\b|\$\w)"
    r"|\{\||\|\}|<\*>|\bimport\s+typeof\b|\bopaque\s+type\b"
    r"|^[ \t]*(?:export[ \t]+)?type[ \t]+\w+[ \t]*=[ \t]*\{[ \t]*\n[ \t]*(?:\w+\??[ \t]*:[ \t]*\{[ \t]*\n[ \t]*)?"
    r"\w+\??[ \t]*:[^\n;]{1,100},[ \t]*$"
)
# What a script begins with, which a page, a drawing, a style sheet or a table of messages does not.
_SCRIPT_BEGINS = (
    r"\A\s*(?=\S)(?:(?:/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*\n)\s*(?=\S))*(?:['\"]use strict['\"]"
    r"|(?:export|import|var|let|const|async|class|function)\b|[!(;]*\s*function\b|\(\s*\("
    r"|[\w$]+(?:\.[\w$]+)*\s*(?:\(\s*['\"\[{(f]|=))"
)

# What a module has and a component keeps in its script.
_OF_A_MODULE = Construct(
    "Astro, Svelte, Vue",
    r"^(?:import|export)\b|\brequire[ \t]*\(",
    why="a component has a script",
    unless=r"^[ \t]*<(?:script|style|template)\b|^---[ \t]*$",
    proof=(
        r"^(?:import|export)[ \t]+[^\n]*(?:\bfrom[ \t]+['\"]|\b(?:default|const|function|class)\b)"
        r"|\bclassName=|\buse(?:Callback|Effect|Memo|Ref|State)(?:<[^>\n]*>)?\("
    ),
)

ENTRIES = (
    Language(
        "CoffeeScript",
        "coffeescript",
        ".coffee",
        comments=(HASHES,),
        sign=r"->|=|:\s",
        told_apart=(
            Construct(
                "JavaScript",
                r"[-=]>[ \t]*$|^[ \t]*(?:unless|until)\b",
                why="calls are the same to both",
                unless=r"\{[ \t]*$|;[ \t]*$",
                proof=r"[-=]>[ \t]*$|^[ \t]*(?:unless|until)\b|^[ \t]*\w+[ \t]*=[ \t]*(?:\([^)\n]*\)[ \t]*)?->",
            ),
        ),
    ),
    Language(
        "JavaScript",
        "javascript",
        ".js",
        accepts="JSON",
        why="a module that exports one object",
        comments=OF_C,
        traits=(LONG_LINES,),
        editor_names="javascript.jsx javascriptreact js js2 jsx",
        mark=(
            r"^(?:export\s+(?:default\b|const\s|function\b|class\b|\{|\*)|import\s[^;]{0,2000}\bfrom\s+['\"]"
            r"|module\.exports\s*=|Object\.defineProperty\(exports,|(?:const|let|var)\s+[\w{}, ]+=\s*require\()"
            # Minified: a function that is called at once; components of Prism, full of other languages' words.
            r"|\A\s*(?:[!;+~]+\s*|;?\(\s*)function\b|^Prism\.languages\.\w"
            # A piece of a bundle, a module of AMD, a minified one: those of an editor hold all the words of a language.
            rf"|{_BUNDLED}|^import\{{[^;{{}}]{{0,2000}}\}}from['\"]|[;}}]export\{{[\w$]+(?: as [\w$]+)?[,}}]"
            # A table of messages, an index for a search: one call with an object.
            r"|\A\s*[\w$]+(?:\.[\w$]+)+\(\s*(?:['\"][\w.-]+['\"]\s*,\s*)?\{(?:\s*$|[A-Za-z_$][\w$]*:)"
        ),
        mark_shared_by=("CoffeeScript", "Svelte", "TypeScript", "Vue"),
        begins=_SCRIPT_BEGINS,
        carries=(IN_SCRIPTS,),
        # React Native's sources carry Flow's types without saying so.
        holds=r"@(?:no)?flow\b|from\s+['\"]react-native['\"]|require\(['\"]react-native['\"]\)",
        told_apart=(
            Construct(
                "HTML",
                r"\S",
                why="scripts stand in pages",
                unless=r"<[A-Za-z!/?%]|\{[{%]",
                proof=(
                    r"^(?:class|const|export|function|import|let|var)\b|\bfunction\b[^\n(]*\([^\n]*\{[ \t]*$"
                    r"|\}\);?[ \t]*$"
                ),
            ),
            Construct(
                "QML",
                r"^(?:const|export|function|import|let|var)\b",
                why="functions stand among the objects",
                unless=r"^[ \t]*[A-Z][\w.]*[ \t]*\{",
            ),
            Construct(
                "CoffeeScript",
                r"^[ \t]*(?:const|let|var)[ \t]+\w|\bfunction\b[^\n(]*\([^\n]*\{[ \t]*$|\}\);?[ \t]*$",
                why="calls are the same to both",
                proof=r"^[ \t]*(?:const|let|var)[ \t]+[\w{}, ]+=|\bfunction\b[^\n(]*\([^\n]*\{[ \t]*$|\}\);?[ \t]*$",
            ),
            _OF_A_MODULE,
            Construct(
                "C#",
                r"\bfunction\b[^\n(]*\(|[=!]==",
                why="calls and braces are the same to both",
            ),
        ),
    ),
    Language(
        "QML",
        "qml",
        ".qml",
        comments=OF_C,
        sign=r"^[ \t]*(?:pragma|import)\s+\w|^[ \t]*[A-Z][\w.]*\s*\{",
        # Functions with types are TypeScript's as well.
        mark=(
            r"^import[ \t]+Qt(?:Qml|Quick)\b|^pragma[ \t]+(?:ComponentBehavior|Singleton)\b"
            r"|^[ \t]*(?:(?:default|readonly|required)[ \t]+)*property[ \t]+[\w.<>]+[ \t]+\w"
        ),
        passes_for=(
            Construct(
                "JavaScript",
                (
                    r"^[ \t]*(?:[A-Z][\w.]*[ \t]*\{|import[ \t]+[A-Z]|(?:readonly[ \t]+)?property\b|signal\b|id:)"
                    r"|^[ \t]*[\w.]+:[ \t]"
                ),
                why="functions stand among the objects",
            ),
        ),
    ),
    Language(
        "TypeScript",
        "typescript",
        ".ts",
        accepts="JavaScript",
        why="JavaScript is valid TypeScript",
        comments=OF_C,
        quoted=TEMPLATE,
        traits=(LONG_LINES,),
        editor_names="ts typescriptreact",
        mark=(
            r"^declare\s+(?:const|function|global|module|namespace)\b|^import\s+type\b|^export\s+(?:interface"
            r"|type|enum)\b"
        ),
        mark_shared_by=("Svelte", "Vue"),
        begins=_SCRIPT_BEGINS,
        # JSON alone is a mistake: a module gives it a name.
        carries=("JSON", IN_SCRIPTS),
        grew_out_of="JavaScript",
        told_apart=(
            _OF_A_MODULE,
            Construct(
                "JavaScript",
                _TYPES,
                why="modern JavaScript is TypeScript without types",
                decisive=True,
                unless=_TYPES_OF_FLOW,
                proof=_CERTAIN_TYPES,
            ),
            Construct("Lua", _NOT_OF_LUAU, why="a module of nothing but types of Luau, which is Lua with types"),
        ),
        passes_for=(Construct("JavaScript", _OF_TYPESCRIPT, why="modern JavaScript is TypeScript without types"),),
    ),
)
