"""Close pairs: where counting tokens is not enough to tell two languages apart, a construct must settle it.

CONSTRUCTS: content of the second language under the name of the first is reported only if a construct stands in it that
the first does not have (searched for outside strings and comments), and nothing that DENIALS names. EXTENSIONS: where
several constructs are proof, whatever the rest looks like. MARKS: what settles the claim. CARRIERS: the same,
for what stands in strings. HOSTS: files that carry whole other files inside; one with the mark of doing so is what its
name says.
"""

from __future__ import annotations

import re
from itertools import islice

_NAME = r"[A-Za-z_$][\w$]*"
_TYPE = (
    r"(?:string|number|boolean|any|void|unknown|never|object|bigint|symbol|readonly\s|[A-Z][\w.$]*|\{|\[)"
    r"(?:<[^=;()]*>)?(?:\[\])*"
)

# What a file of CMake has that calls of macros in a header have not.
_CMAKE = (
    r"(?i:^[ \t]*(?:add_\w+|cmake_\w+|configure_file|else|elseif|end(?:for|function|if|macro)(?:each)?|file|find_\w+"
    r"|foreach|function|get_\w+|if|include(?:_\w+)?|install|link_\w+|list|macro|message|option|project|set(?:_\w+)?|string|target_\w+)"
    r"\s*\()|\$\{\w"
)
# (claimed, content): the construct, and why the tokens don't tell
CONSTRUCTS: dict[tuple[str, str], tuple[str, str]] = {
    ("C", "C++"): (
        r"^[ \t]*(?:template\s*<|namespace\b[\w\s:]*\{|using\s+namespace\s+std\b|(?:public|private|protected)\s*:)"
        r"|^[ \t]*class\s+\w+[^;()]*\{"
        r"|\bstd::\w|^[ \t]*#\s*include\s*<(?:[a-z_]+|c[a-z]+)>"
        r"|\b(?:static|dynamic|reinterpret|const)_cast\s*<|\boperator\s*[-+*/=<>(\[]",
        "C with longer comments or objects of its own reads like C++",
    ),
    ("Batchfile", "Shell"): (
        r"^[ \t]*#|^[ \t]*(?:case|do|done|elif|esac|export|fi|function|local|source|then|until|while)\b|\bthen$"
        r"|^[ \t]*\w+=|^[ \t]*\w+[ \t]*\(\)|^[ \t]*for[ \t]+\w+[ \t]+in\b",
        "commands one after the other are the same to both",
    ),
    ("C", "CMake"): (_CMAKE, "headers of nothing but calls of macros"),
    ("C", "Objective-C"): (
        r"^[ \t]*@(?:interface|implementation|protocol|class|end|import|property)\b|^[ \t]*#\s*import\b"
        r"|\[\w+\s+\w+[:\]]",
        "C that calls a framework reads like Objective-C",
    ),
    ("C++", "CMake"): (_CMAKE, "headers of nothing but calls of macros"),
    ("JavaScript", "Svelte"): (
        r"^[ \t]*<(?:script|style|svelte:\w+)\b[^>]*>|\{[#/:@](?:if|each|await|key|html|snippet|render)\b",
        "modules of a Svelte project",
    ),
    ("JavaScript", "TypeScript"): (
        rf"^[ \t]*(?:export\s+)?(?:default\s+)?(?:declare\s+)?(?:(?:const\s+)?enum|namespace|abstract\s+class)"
        rf"\s+{_NAME}[^;(]*\{{"
        rf"|^[ \t]*(?:export\s+)?(?:default\s+)?(?:declare\s+)?interface\s+{_NAME}(?:<[^;]*>)?[\w\s,.<>\[\]|&]*\{{"
        rf"|^[ \t]*(?:export\s+)?(?:declare\s+)?type\s+{_NAME}\s*(?:<[^;=]*>)?\s*="
        rf"|^[ \t]*(?:export\s+)?declare\s+(?:const|let|var|function|module|global|class)\b"
        rf"|\b(?:const|let|var)\s+{_NAME}\s*:\s*{_TYPE}"
        rf"|[\w)>]\s*\(\s*(?:readonly\s+|public\s+|private\s+)?{_NAME}\??\s*:\s*{_TYPE}\s*[,)=|&]"
        rf"|\)\s*:\s*(?:Promise\s*<|{_TYPE}\s*(?:=>|\{{|;))"
        rf"|^[ \t]*(?:private|public|protected|readonly)\s+(?:static\s+|readonly\s+|async\s+)*{_NAME}\s*[(:?!=]"
        rf"|^[ \t]*import\s+type\b|\bas\s+(?:const\b|unknown\b|any\b|string\b|number\b)",
        "modern JavaScript is TypeScript without types",
    ),
    ("JavaScript", "Vue"): (
        r"^[ \t]*<(?:template|script|style)\b",
        "modules of a Vue project",
    ),
    ("Java", "Groovy"): (
        r"^[ \t]*def\s+\w+\s*[=(]|^[ \t]*(?:task|apply\s+plugin|dependencies\s*\{|plugins\s*\{)|=~|\$\{\w",
        "Java is nearly Groovy",
    ),
    ("Lua", "TOML"): (
        r"^[ \t]*\[{1,2}[\w.-]+\]{1,2}\s*(?:#|$)|^[ \t]*#|=\s*\[|^[ \t]*[\w.]+-[\w.-]+\s*=|=\s*\d{4}-\d\d-",
        "settings of nothing but assignments",
    ),
    ("Python", "Cython"): (
        r"^[ \t]*(?:cdef|cpdef|cimport|ctypedef)\b|^[ \t]*from\s+[\w.]+\s+cimport\b",
        "Python is nearly Cython",
    ),
    ("Python", "Starlark"): (
        r"^load\(\s*[\"']|^[ \t]*(?:cc|py|java|go)_(?:library|binary|test)\(",
        "Starlark is Python without classes",
    ),
}

_PLAIN_TYPE = r"(?:string|number|boolean|any|void|unknown|never|object|bigint|[A-Z][\w.]*)\b"
# (claimed, content): the content is the claim and more, so that most of it may look like the claim; here several such
# constructs are proof. Each stands in one line and is short, so that they can be counted.
EXTENSIONS: dict[tuple[str, str], str] = {
    ("JavaScript", "TypeScript"): (
        rf"^[ \t]*(?:export[ \t]+)?(?:default[ \t]+)?(?:declare[ \t]+)?(?:(?:const[ \t]+)?enum|namespace"
        rf"|abstract[ \t]+class|interface)[ \t]+{_NAME}[^\n;(]{{0,200}}\{{[ \t\r]*$"
        rf"|^[ \t]*(?:export[ \t]+)?(?:declare[ \t]+)?type[ \t]+{_NAME}[ \t]*(?:<[^;=\n]{{0,100}}>)?[ \t]*="
        rf"|\b(?:const|let|var)[ \t]+{_NAME}[ \t]*:[ \t]*{_PLAIN_TYPE}"
        rf"|[\w)>]\([ \t]*{_NAME}\??:[ \t]*{_PLAIN_TYPE}[ \t]*[,)=|&<\[]"
        rf"|\)[ \t]*:[ \t]*(?:Promise<|{_PLAIN_TYPE}(?:\[\])?[ \t]*(?:=>|\{{))"
        rf"|^[ \t]*(?:private|public|protected|readonly)[ \t]+(?:static[ \t]+|readonly[ \t]+|async[ \t]+){{0,3}}"
        rf"{_NAME}[ \t]*[(:?!=]"
        r"|^[ \t]*import[ \t]+type\b|\bas[ \t]+const\b|\)[ \t]+as[ \t]+(?:unknown|any|string|number)\b"
    ),
}

# (claimed, content): what the content would have to lack
DENIALS: dict[tuple[str, str], str] = {
    # Flow's types: `?string`, `mixed`, `$ReadOnly<...>`, a class's `+name: ...`, a library's `declare module.exports`
    ("JavaScript", "TypeScript"): (
        r":\s*\?[A-Za-z]|:\s*(?:mixed|Object)\b|\bdeclare\s+(?:module\.|var\s+)exports\b|^[ \t]*\+\w+\??:\s"
        r"|\$(?:Call|Diff|ElementType|Exact|Keys|ReadOnly|Rest|Shape|Values)\b|\bReact(?:\.Node\b|\$\w)"
        r"|\{\||\|\}|<\*>|\bimport\s+typeof\b|\bopaque\s+type\b"
    ),
}

# Comments and blank lines at the top, passed over in one way only: `\s*\n` repeated backtracks without end.
_PAST_COMMENTS = r"\A(?:#[^\n]*\n|[ \t\r]*\n)*"
_SETTINGS_COMMENTS = r"(?:[;#][^\n]*\n|[ \t\r]*\n)*"
# Contents that quote or carry code of any language at the start of a line.
_QUOTING = frozenset({"Diff", "Markdown", "Roff", "TeX", "Text", "reStructuredText"})
# Contents in which lines of the C preprocessor are at home, or that carry whole C programs.
_PREPROCESSED = _QUOTING | {
    *("C", "C#", "C++", "CMake", "Cython", "Fortran", "GLSL", "HTML", "Haskell", "Jinja", "Lua", "M4"),
    *("Makefile", "Nim", "Objective-C", "Perl", "Python", "Ruby", "Shell", "Tcl"),
}
_C_PREPROCESSOR = (
    r"^[ \t]*#[ \t]*(?:include[ \t]*[<\"][\w./+-]+[>\"]|ifn?def[ \t]+\w|undef[ \t]+\w|pragma[ \t]+\w"
    r"|mesondefine[ \t]+\w)"
)
# A type's new name, or a table of numbers in a header; other languages with braces write them so, too.
_C_DECLARATION = (
    r"|^typedef[ \t]+\w[\w \t*]*;"
    r"|^[\w \t]*\b(?:char|short|int|long|float|double|\w+_t)[ \t]+\w+[ \t]*\[[^\]\n]*\][ \t]*=[ \t]*\{"
)
_C_LIKE = _PREPROCESSED | {"D", "Dart", "Groovy", "Haxe", "Java", "SystemVerilog", "Thrift", "Vala", "Verilog"}
# Contents that are pages, or parts of one, in another language than HTML or XML.
_PAGES = frozenset({"HTML+ERB", "Handlebars", "Jinja", "PHP", "Svelte", "Vue"})

# claimed language: what settles that a file is of it, whatever the rest looks like; the contents that have it too
MARKS: dict[str, tuple[str, frozenset[str]]] = {
    "Batchfile": (
        r"(?i:^[ \t]*@?(?:echo[ \t]+off|rem[ \t]|setlocal\b|goto[ \t]+\w|if[ \t]+(?:not[ \t]+)?exist[ \t]))"
        r"|%~?[1-9](?![\w$.])[^\n]*?%~?[1-9](?![\w$.])",
        _QUOTING - {"TeX"} | {"PowerShell", "Visual Basic .NET", "VBA"},
    ),
    "C": (_C_PREPROCESSOR + _C_DECLARATION, _C_LIKE),
    "C#": (r"^using\s+(?:static\s+)?[A-Z][\w.]*;", frozenset()),
    "C++": (_C_PREPROCESSOR + _C_DECLARATION, _C_LIKE),
    "CMake": (
        r"(?i:^[ \t]*(?:endif|endmacro|endfunction|endforeach|cmake_minimum_required|add_(?:executable|library"
        r"|custom_\w+)|target_link_\w+|find_package|check_\w+_\w+)[ \t]*\()",
        _QUOTING,
    ),
    "Go": (r"\A(?=[\s\S]*?^package[ \t]+\w+[ \t]*$)[\s\S]*?^(?:import|func|const|type|var)\s", frozenset()),
    # The type of a function, with its name at the margin.
    "Haskell": (r"^[a-z_][\w']*[ \t]+::(?:[ \t]|$)", _QUOTING | {"Fortran", "PureScript"}),
    "HTML": (
        r"(?i:\A\s*<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|table|ul)\b)|(?i:(?:<br ?/?>[^<\n]{0,300}){6})",
        _PAGES | {"Markdown"},
    ),
    "Java": (
        r"\A(?=[\s\S]*?^package\s+[\w.]+;)[\s\S]*?^(?:import\s+(?:static\s+)?[\w.]+(?:\.\*)?;|(?:public\s+|final\s+|abstract\s+)*"
        r"(?:class|interface|enum)\s)",
        frozenset({"Groovy"}),
    ),
    # QEMU's interfaces are described in JSON with comments and single quotes.
    "JSON": (r"^\{ '(?:alternate|command|enum|event|include|pragma|struct|union)':", frozenset()),
    "JavaScript": (
        r"^(?:export\s+(?:default\b|const\s|function\b|class\b|\{|\*)|import\s[^;]*\bfrom\s+['\"]"
        r"|module\.exports\s*=|Object\.defineProperty\(exports,|(?:const|let|var)\s+[\w{}, ]+=\s*require\()"
        # Minified: a function that is called at once; components of Prism, which are full of other languages' words.
        r"|\A\s*(?:[!;+~]+\s*|;?\(\s*)function\b|^Prism\.languages\.\w"
        # A table of messages: one call with an object.
        r"|\A\s*[\w$]+(?:\.[\w$]+)+\(\s*(?:['\"][\w.-]+['\"]\s*,\s*)?\{\s*$",
        frozenset({"CoffeeScript", "Svelte", "TypeScript", "Vue"}),
    ),
    "Lua": (
        r"\bcdef\s*\[\[|^[ \t]*local\s+(?:function\s+\w+\s*\(|\w+\s*=\s*require\b)",
        _QUOTING | {"HTML", "Vim script"},
    ),
    "Perl": (
        r"^(?:use\s+(?:strict|warnings|\w+::\w[\w:]*)\b[^;\n]*;|package\s+\w[\w:]*\s*;)|^[ \t]*my\s+[$@%(]",
        _QUOTING | {"Java", "M4", "Raku", "Shell"},
    ),
    "Python": (
        r"^[ \t]*def\s+\w+\s*\([^)\n]*\)\s*(?:->[^:\n]+)?:[ \t]*(?:#.*)?$|^from\s+[\w.]+\s+import\s",
        _QUOTING | {"Cython", "GDScript", "HTML", "Jinja", "Shell", "Starlark", "Vim script", "YAML"},
    ),
    "Ruby": (r"^[ \t]*require(?:_relative)?\s+['\"][\w./-]+['\"][ \t]*$", _QUOTING | {"Crystal", "Lua", "Shell"}),
    "SVG": (r"<svg[\s>]", frozenset()),
    "TypeScript": (
        r"^declare\s+(?:const|function|global|module|namespace)\b|^import\s+type\b|^export\s+(?:interface|type|enum)\b",
        frozenset({"Svelte", "Vue"}),
    ),
    "XML": (r"\A\s*<[A-Za-z!?]", _PAGES | {"HTML", "Markdown"}),
    # Release notes are prose in lists. With a second --- they would be the head of a page.
    "YAML": (
        _PAST_COMMENTS + r"---[ \t]*\n(?![\s\S]*^---)(?:#[^\n]*\n)*[\w-]+:[ \t]*\n[ \t]*(?:- |[\w-]+:)",
        frozenset(),
    ),
}

# What a script begins with, which a page, a drawing, a style sheet or a table of messages does not.
_SCRIPT_BEGINS = (
    r"\A\s*(?:(?:/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*\n)\s*)*(?:['\"]use strict['\"]"
    r"|(?:export|import|var|let|const|async|class|function)\b|[!(;]*\s*function\b|\(\s*\("
    r"|[\w$]+(?:\.[\w$]+)*\s*(?:\(\s*['\"\[{(f]|=))"
)
_IN_SCRIPTS = frozenset({"CSS", "CSV", "Gettext Catalog", "HTML", "Less", "SCSS", "SVG", "Sass", "Tcl", "XML"})
# claimed language: how a file begins that carries one of these contents in its strings
CARRIERS: dict[str, tuple[str, frozenset[str]]] = {
    "JavaScript": (_SCRIPT_BEGINS, _IN_SCRIPTS),
    # One large value, more than is read of a file.
    "Python": (_PAST_COMMENTS + r"\w+\s*(?::[^=\n]+)?=\s*[\[{(]", frozenset({"CSV", "JSON", "YAML"})),
    "TypeScript": (_SCRIPT_BEGINS, _IN_SCRIPTS),
}

# A list of calls of one program, with the words of which nothing is known; but not of declarations of any language.
_SAME_COMMAND = (
    r"^(?!(?:export|extern|from|import|include|insert|let|local|open|private|public|require|set|use|using|var|with)\b)"
    r"(?P<command>[a-z][\w.-]+)[ \t]+[^\s=:({][^\n;{}()]*\n(?:(?P=command)[ \t]+[^\s=:({][^\n;{}()]*(?:\n|\Z)){4}"
)

# A list for the C preprocessor: calls of one macro, line by line; CMake's and autoconf's are no such.
_SAME_MACRO = (
    r"^(?!(?:AC|ADD|AM|AS|FIND|INCLUDE|INSTALL|MESSAGE|OPTION|SET|TARGET)(?:_|\())(?P<macro>[A-Z][A-Z\d_]{2,})\([^\n]*\)\s*\n"
    r"(?:(?P=macro)\([^\n]*\)[ \t]*\n){3}"
)

# claimed language: the mark of a file inside it
HOSTS: dict[str, str] = {
    "C": _SAME_MACRO,
    # Scripts and settings that imake, or X's build, passes through the C preprocessor; raw strings.
    "C++": rf"^XCOMM\b|\bR\"\w*\([\s\[{{]*$|^Section \"\w+\"\s*$|{_SAME_MACRO}",
    # What CMake fills in, whatever it is.
    "CMake": r"\A#!|@[A-Za-z_]\w*@",
    # Components of Mason are Perl around a page.
    "HTML": r"<%(?:INIT|ARGS|PERL|ONCE|init|args|perl|once)>|<&\|? ?[\w/$]",
    # A section and its first key: the values may be code.
    "INI": rf"\A{_SETTINGS_COMMENTS}\[[\w .:-]+\]\s*\n{_SETTINGS_COMMENTS}[\w.-]+[ \t]*=",
    # React Native's sources carry Flow's types without saying so.
    "JavaScript": r"@(?:no)?flow\b|from\s+['\"]react-native['\"]|require\(['\"]react-native['\"]\)",
    # Pages with Lua in them, and in its long strings.
    "Lua": r"<\?lua\b|<%\s*(?:local|for|if|=)\b|\[=*\[\s*<[A-Za-z!/?]",
    "Makefile": r"^(?!(?:default|else|finally|private|protected|public|try)\b)[\w./%-]+[ \t]*:(?!=)[^\n]*\n\t[ \t]*\S",
    # Snapshots of R's testthat are Markdown of indented blocks. Headings between blank lines are no comments. Tables,
    # and lists that begin with bold words; a head of settings; blocks of Pandoc and what mkdocstrings fills in.
    "Markdown": r"\A---[ \t]*\n(?:[\w-]+:[^\n]*\n)+---[ \t]*\n|^:::+[ \t]*\{?\.?[\w-]+(?:\.[\w-]+)*\}?[ \t]*$"
    r"|^\|(?: *:?-{3,}:? *\|)+\s*$|^[ \t]*(?:[-*+]|\d+\.) \*\*[^*\n]+\*\*|"
    r"^[ \t]*(?:```|~~~)|^    Code$|:[ \t]*\n\s*\n(?: {4}|\t)\S|\A(?:#{1,6} [^\n]+\n\n[\s\S]{0,2000}?\n\n){3}",
    "PHP": r"<\?(?:php|=)",
    "Perl": r"^__(?:END|DATA)__|^=(?:pod|head\d|encoding)\b",
    # A module's documentation, and patches that its tests must make.
    "Python": r"\A(?:#[^\n]*\n)*[rRuU]?(?:\"\"\"|''')[\s\S]*?^@@ -\d",
    "Ruby": r"^__END__$",
    # Functions in other languages, and pages, stand in dollar quotes.
    "SQL": r"(?i:\b(?:as|do)\s+\$\w*\$)|\$\w*\$\s*<"
    r"|(?i:\blanguage\s+'?pl(?:java|lua|perl|php|python|r|ruby|sh|tcl|v8)\w*\b)",
    # Shells of another syntax, which the model does not know; tables of a terminal's colours; a patch as a value; a
    # program for another interpreter, in quotes or in the lines that follow; one command again and again.
    "Shell": (
        r"^[ \t]*\w+=['\"]---[ \t]\S|^[ \t]*\w+=\$?['\"]\\(?:0?33|e|x1[bB])\["
        r"|\A#!\s*(?:/usr/bin/env\s+)?\S*\b(?:t?csh|fish|rc|nu|xonsh)\b"
        r"|^[^#'\"\n]*\b(?:[gmn]?awk|node|perl|python[\d.]*|ruby|sed)\b[^'\"\n]*['\"]\s*$"
        r"|^[ \t]*(?:\w+ )?(?:cat|ed|ftp|gdb|mail|mysql|psql|sqlite3?|ssh|sqlplus|tee)\b[^\n<;]*<<-?[ \t]*['\"\\]?[%\w]"
        rf"|{_SAME_COMMAND}"
    ),
    # A picture or a page in braces.
    "Tcl": _PAST_COMMENTS + r"set\s+[\w:]+\s+\{\s*$",
    "TeX": r"\\begin\{(?:verbatim|lstlisting|minted|alltt|filecontents)",
    "Vim script": r"^[ \t]*(?:py|py3|pyx|python|python3|pythonx|lua|perl|ruby|tcl)\s*<<",
    "YAML": r"[:-]\s+(?:![\w!]+\s+)?[|>][-+\d]*\s*$",
    "reStructuredText": r"^[ \t]+>>> \S"
    r"|^[ \t]*\.\.\s+(?:code|code-block|sourcecode|highlight|literalinclude)::|\w::\s*$",
}


def needs_construct(claimed: tuple[str, ...], language: str, code: str) -> bool:
    """Whether content like `language` under a name that claims `claimed` lacks the construct that would prove it;
    `code` is the content without strings and comments. Also true where something denies it."""
    for name in claimed:
        row = CONSTRUCTS.get((name, language))
        if row is not None and not re.search(row[0], code, re.MULTILINE):
            return True
        if _is_denied(name, language, code):
            return True
    return False


def extends(claimed: str, language: str, text: str, code: str, least: int) -> bool:
    """Whether `text`, which is `code` without its strings and comments, has at least `least` constructs of `language`
    that `claimed`, out of which it grew, has not; not where something denies it, or where the file says what it is."""
    proof = EXTENSIONS[claimed, language]
    several = len(list(islice(re.finditer(proof, code, re.MULTILINE), least))) == least
    return several and not _is_denied(claimed, language, code) and not hosts((claimed,), text)


def _is_denied(claimed: str, language: str, code: str) -> bool:
    denial = DENIALS.get((claimed, language))
    return denial is not None and re.search(denial, code, re.MULTILINE) is not None


def marked(claimed: tuple[str, ...], language: str, text: str) -> str | None:
    """The claimed language that a mark in the text settles, unless content like `language` has such marks as well."""
    for name in claimed:
        mark, shared = MARKS.get(name, ("", frozenset()))
        if mark and language not in shared and re.search(mark, text, re.MULTILINE):
            return name
        begins, carried = CARRIERS.get(name, ("", frozenset()))
        if begins and language in carried and re.match(begins, text):
            return name
    return None


def hosts(claimed: tuple[str, ...], text: str) -> str | None:
    """The claimed language whose mark of holding another file inside the text carries, or None."""
    for name in claimed:
        mark = HOSTS.get(name)
        if mark is not None and re.search(mark, text, re.MULTILINE):
            return name
    return None
