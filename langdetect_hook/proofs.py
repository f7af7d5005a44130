"""Close pairs: where counting tokens is not enough to tell two languages apart, a construct must settle it.

CONSTRUCTS: content of the second language under the name of the first is reported only if a construct stands in it that
the first does not have (searched for outside strings and comments). SIGNATURES: what content must have somewhere to be
called this language at all, for languages that a network likes to see in what it doesn't know. MARKS: what settles the
claim. CARRIERS: the same, for what stands in strings. HOSTS: files that carry whole other files inside; one with the
mark of doing so is what its name says.
"""

from __future__ import annotations

import re

_NAME = r"[A-Za-z_$][\w$]*"
_TYPE = (
    r"(?:string|number|boolean|any|void|unknown|never|object|bigint|symbol|readonly\s|[A-Z][\w.$]*|\{|\[)"
    r"(?:<[^=;()]*>)?(?:\[\])*"
)

# (claimed, content): the construct, and why the tokens don't tell
_CMAKE = (
    r"(?i:^\s*(?:add_\w+|cmake_\w+|configure_file|else|elseif|end(?:for|function|if|macro)(?:each)?|file|find_\w+|foreach"
    r"|function|get_\w+|if|include(?:_\w+)?|install|link_\w+|list|macro|message|option|project|set(?:_\w+)?|string|target_\w+)"
    r"\s*\()|\$\{\w"
)
CONSTRUCTS: dict[tuple[str, str], tuple[str, str]] = {
    ("C", "C++"): (
        r"^\s*(?:template\s*<|namespace\b[\w\s:]*\{|using\s+namespace\s+std\b|(?:public|private|protected)\s*:|class\s+\w+[^;()]*\{)"
        r"|\bstd::\w|^\s*#\s*include\s*<(?:[a-z_]+|c[a-z]+)>|\b(?:static|dynamic|reinterpret|const)_cast\s*<|\boperator\s*[-+*/=<>(\[]",
        "C with longer comments or objects of its own reads like C++",
    ),
    ("C", "CMake"): (_CMAKE, "headers of nothing but calls of macros"),
    ("C", "Objective-C"): (
        r"^\s*@(?:interface|implementation|protocol|class|end|import|property)\b|^\s*#\s*import\b|\[\w+\s+\w+[:\]]",
        "C that calls a framework reads like Objective-C",
    ),
    ("C++", "CMake"): (_CMAKE, "headers of nothing but calls of macros"),
    ("JavaScript", "Svelte"): (
        r"^\s*<(?:script|style|svelte:\w+)\b[^>]*>|\{[#/:@](?:if|each|await|key|html|snippet|render)\b",
        "modules of a Svelte project",
    ),
    ("JavaScript", "TypeScript"): (
        rf"^\s*(?:export\s+)?(?:default\s+)?(?:declare\s+)?(?:(?:const\s+)?enum|namespace|abstract\s+class)\s+{_NAME}[^;(]*\{{"
        rf"|^\s*(?:export\s+)?(?:default\s+)?(?:declare\s+)?interface\s+{_NAME}(?:<[^;]*>)?[\w\s,.<>\[\]|&]*\{{"
        rf"|^\s*(?:export\s+)?(?:declare\s+)?type\s+{_NAME}\s*(?:<[^;=]*>)?\s*="
        rf"|^\s*(?:export\s+)?declare\s+(?:const|let|var|function|module|global|class)\b"
        rf"|\b(?:const|let|var)\s+{_NAME}\s*:\s*{_TYPE}"
        rf"|[\w)>]\s*\(\s*(?:readonly\s+|public\s+|private\s+)?{_NAME}\??\s*:\s*{_TYPE}\s*[,)=|&]"
        rf"|\)\s*:\s*(?:Promise\s*<|{_TYPE}\s*(?:=>|\{{|;))"
        rf"|^\s*(?:private|public|protected|readonly)\s+(?:static\s+|readonly\s+|async\s+)*{_NAME}\s*[(:?!=]"
        rf"|^\s*import\s+type\b|\bas\s+(?:const\b|unknown\b|any\b|string\b|number\b)",
        "modern JavaScript is TypeScript without types",
    ),
    ("JavaScript", "Vue"): (
        r"^\s*<(?:template|script|style)\b",
        "modules of a Vue project",
    ),
    ("Java", "Groovy"): (
        r"^\s*def\s+\w+\s*[=(]|^\s*(?:task|apply\s+plugin|dependencies\s*\{|plugins\s*\{)|=~|\$\{\w",
        "Java is nearly Groovy",
    ),
    ("Python", "Cython"): (
        r"^\s*(?:cdef|cpdef|cimport|ctypedef)\b|^\s*from\s+[\w.]+\s+cimport\b",
        "Python is nearly Cython",
    ),
    ("Python", "Starlark"): (
        r"^load\(\s*[\"']|^\s*(?:cc|py|java|go)_(?:library|binary|test)\(",
        "Starlark is Python without classes",
    ),
}

# (claimed, content): what the content would have to lack
DENIALS: dict[tuple[str, str], str] = {
    # Flow's types: `?string`, `mixed`, `$ReadOnly<...>`, a class's `+name: ...`, a library's `declare module.exports`
    ("JavaScript", "TypeScript"): (
        r":\s*\?[A-Za-z]|:\s*mixed\b|\bdeclare\s+module\.exports\b|\$(?:ReadOnly|Exact|Shape)\b"
        r"|^\s*\+\w+\??:\s"
    ),
}

# A language's own comments are signs of it as well: the first lines of a file may be nothing else. Not those with #,
# which begin a heading of Markdown, too.
_SLASHES = r"|/\*|//"
_SEMICOLON = r"|^\s*;"

# content: what nearly every file of it has somewhere; any case
SIGNATURES: dict[str, str] = {
    "Batchfile": r"^\s*@?(?:echo|rem|set|call|goto|if|for|start|cd|pause|exit|copy|del)\b|^\s*::|%\w+%|%~?\d",
    "BibTeX": r"@\w+\s*[{(]",
    "C": r"[;{}]|^\s*#" + _SLASHES,
    "C#": r"\b(?:class|enum|interface|namespace|record|struct|using)\b" + _SLASHES,
    "C++": r"[;{}]|^\s*#" + _SLASHES,
    "CMake": r"\w\s*\(|#cmakedefine|@\w+@",
    "COBOL": r"\bdivision\b|\bpic(?:ture)?\b|\bmove\b|\bperform\b|\bcopy\b|^\s{6,7}\*",
    "CSS": r"\{|@(?:charset|import)\b" + _SLASHES,
    "CSV": r"\A(?:\s*#[^\n]*\n|\s*\n)*[^\n]*[,;\t|]",  # in its first line, too
    "Clojure": r"\(" + _SEMICOLON,
    "CoffeeScript": r"->|=|:\s",
    "Common Lisp": r"\(" + _SEMICOLON,
    "Crystal": r"\b(?:def|class|module|require|struct|macro|lib|end)\b",
    "Dart": r"\b(?:class|import|void|final|export|library|part|enum|main)\b" + _SLASHES,
    "Diff": r"^(?:[-+*]{3} |@@ |diff |index: |[<>] |\d+(?:,\d+)?[acd]\d+)",
    "Dockerfile": r"^\s*(?:from|arg|run|copy|add|cmd|entrypoint)\b",
    "Elixir": r"\b(?:do|use|import|config|def\w*)\b",
    "Elm": r"^module\s|^import\s|=|^\s*--|\{-",
    "Emacs Lisp": r"\(" + _SEMICOLON,
    "Erlang": r"^\s*-\w+|->|^\s*%",
    "F#": r"\b(?:let|module|namespace|open|type|member)\b|/\*|//|\(\*",
    "Forth": r"(?:^|\s)(?::\s+\S+|\\|\(|constant|create|drop|dup|include|require|swap|value|variable)\s",
    "Fortran": r"\b(?:program|subroutine|function|module|implicit|integer|real|dimension|call|common|end)\b",
    "GLSL": r"\b(?:vec[234]|mat[234]|gl_\w+|uniform|varying|sampler\w+|void\s+main)\b|^\s*#",
    "Gettext Catalog": r"^msg(?:id|str)\b",
    "Gherkin": r"^\s*(?:@\w|#|\w+(?:\s\w+)?\s*:|given\b|when\b|then\b)",
    "Go": r"\b(?:const|func|import|package|struct|type|var)\b" + _SLASHES,
    "Groovy": r"\b(?:def|class|import|apply|plugins?|task|return|new|void|pipeline|stage)\b|[={(]" + _SLASHES,
    "HTML": r"<(?:!doctype|/?(?:html|head|body|div|p|a|b|i|span|table|tr|td|ul|li|script|style|h[1-6]|br|hr|img|form"
    r"|input|meta|link|title|pre|code|section|svg|font|center|dl|dt)\b)",
    "HTML+ERB": r"<%",
    "Handlebars": r"\{\{|<",
    "Haskell": r"::|=|->|\bmodule\b|\bimport\b|^\s*--|\{-",
    "INI": r"^\s*\[[^\]\n]+\]|^\s*[\w.-]+\s*[=:]",
    "JSON": r"[\[{]",
    "Java": r"\b(?:class|enum|import|interface|module|package|record)\b" + _SLASHES,
    "Jinja": r"\{[{%#]",
    "Julia": r"\b(?:const|end|function|import|include|module|struct|using)\b|=",
    "Kotlin": r"\b(?:class|fun|import|interface|object|package|va[lr])\b|\{" + _SLASHES,
    "Less": r"[{@]" + _SLASHES,
    "Lua": r"\b(?:end|function|local|require|return)\b|[=(]|^\s*--",
    "M4": r"\b(?:dnl|define|m4_\w+|a[cmsx]_\w+|include|ifdef|divert|lt_\w+)\b",
    "Nim": r"\b(?:const|echo|from|import|include|let|proc|type|var|when)\b|=",
    "Nix": r"[{:=]",
    "OCaml": r"\b(?:and|exception|include|let|module|open|type|val)\b|\(\*",
    "PHP": r"<\?",
    "Pascal": r"\b(?:begin|const|end|function|interface|procedure|program|type|unit|uses|var)\b|\(\*|\{|//",
    "Perl": r"[$@%]\w|\b(?:my|package|sub|use)\b",
    "PostScript": r"^%!|/[\w.-]+\s*(?:\{|\[|\d|/)|\bdef\b",
    "Prolog": r":-|\.\s*$",
    "Protocol Buffer": r"\b(?:enum|import|message|option|package|service|syntax)\b|\{" + _SLASHES,
    "Puppet": r"[${]|=>|\b(?:class|contain|include|type)\b",
    "QML": r"^\s*(?:pragma|import)\s+\w|^\s*[A-Z][\w.]*\s*\{",
    "R": r"<-|\b(?:function|library|require|source)\s*\(|=|\w\(",
    "Racket": r"\(" + _SEMICOLON,
    "Roff": r"^[.'][ \t]*[a-z\\\"]",
    "Rust": r"\b(?:enum|extern|fn|impl|let|macro_rules|mod|pub|struct|trait|use)\b|#!?\[" + _SLASHES,
    "SCSS": r"[{@$]" + _SLASHES,
    "SQL": r"\b(?:select|insert|create|drop|alter|update|delete|grant|set|begin|declare|use|call|explain)\b",
    "SVG": r"<",
    "Sass": r"\A(?![\s\S]*(?:[^#]\{|;[ \t]*$))",
    "Scala": r"\b(?:class|def|extends|import|object|package|trait|va[lr])\b" + _SLASHES,
    "Scheme": r"\(" + _SEMICOLON,
    "Smali": r"^\s*\.(?:class|super|source|method|field|end|registers|locals)\b",
    "Solidity": r"\b(?:contract|error|import|interface|library|pragma|struct)\b" + _SLASHES,
    "Svelte": r"<script|<style|<svelte:|\{[#/:@][a-z]",
    "Swift": r"\b(?:class|enum|extension|func|import|let|protocol|struct|var)\b" + _SLASHES,
    "TOML": r"^\s*\[{1,2}[^\]\n]+\]{1,2}\s*(?:#.*)?$|^\s*[\w.\"'-]+\s*=",
    "Tcl": r"[\[{$]|\b(?:package|proc|puts|set|source|load|namespace)\b",
    "TeX": r"\\[a-z@]+",
    "VHDL": r"\b(?:entity|architecture|library|use|package|signal|port|process|configuration|context)\b",
    "Vue": r"<template|<script|<style",
    "XML": r"<[\w!?/]",
    "XSLT": r"<[\w-]*:?(?:stylesheet|transform|template)\b|<xsl",
    "YAML": r"^\s*(?:- |-$|[^\s#].*?:(?:\s|$)|---)",
    "Zig": r"\b(?:const|fn|pub|test|var)\b" + _SLASHES,
    "reStructuredText": r"^[=~^\"'`*+#-]{3,}\s*$|^\s*\.\. |::|`|^[ \t]+>>> ",
}

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
# A table of numbers in a header; other languages with braces write it so, too.
_C_ARRAY = r"|^[\w \t]*\b(?:char|short|int|long|float|double|\w+_t)[ \t]+\w+[ \t]*\[[^\]\n]*\][ \t]*=[ \t]*\{"
_C_LIKE = _PREPROCESSED | {"D", "Groovy", "Java", "SystemVerilog", "Vala", "Verilog"}
# Contents that are pages, or parts of one, in another language than HTML or XML.
_PAGES = frozenset({"HTML+ERB", "Handlebars", "Jinja", "PHP", "Svelte", "Vue"})

# claimed language: what settles that a file is of it, whatever the rest looks like; the contents that have it too
MARKS: dict[str, tuple[str, frozenset[str]]] = {
    "Batchfile": (
        r"(?i:^[ \t]*@?(?:echo[ \t]+off|rem[ \t]|setlocal\b|goto[ \t]+\w|if[ \t]+(?:not[ \t]+)?exist[ \t]))"
        r"|%~?[1-9](?![\w$.])[^\n]*?%~?[1-9](?![\w$.])",
        _QUOTING - {"TeX"} | {"PowerShell", "Visual Basic .NET", "VBA"},
    ),
    "C": (_C_PREPROCESSOR + _C_ARRAY, _C_LIKE),
    "C#": (r"^using\s+(?:static\s+)?[A-Z][\w.]*;", frozenset()),
    "C++": (_C_PREPROCESSOR + _C_ARRAY, _C_LIKE),
    "CMake": (
        r"(?i:^[ \t]*(?:endif|endmacro|endfunction|endforeach|cmake_minimum_required|add_(?:executable|library"
        r"|custom_\w+)|target_link_\w+|find_package|check_\w+_\w+)[ \t]*\()",
        _QUOTING,
    ),
    "Go": (r"^package\s+\w+\s*$[\s\S]*^(?:import|func|const|type|var)\s", frozenset()),
    "HTML": (
        r"(?i:\A\s*<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|table|ul)\b)|(?i:(?:<br ?/?>[^<\n]{0,300}){6})",
        _PAGES | {"Markdown"},
    ),
    "Java": (
        r"^package\s+[\w.]+;[\s\S]*^(?:import\s+(?:static\s+)?[\w.]+(?:\.\*)?;|(?:public\s+|final\s+|abstract\s+)*"
        r"(?:class|interface|enum)\s)",
        frozenset({"Groovy"}),
    ),
    # QEMU's interfaces are described in JSON with comments and single quotes.
    "JSON": (r"^\{ '(?:alternate|command|enum|event|include|pragma|struct|union)':", frozenset()),
    "JavaScript": (
        r"^(?:export\s+(?:default\b|const\s|function\b|class\b|\{|\*)|import\s[^;]*\bfrom\s+['\"]"
        r"|module\.exports\s*=|Object\.defineProperty\(exports,|(?:const|let|var)\s+[\w{}, ]+=\s*require\()"
        # Minified: a function that is called at once; components of Prism, which are full of other languages' words.
        r"|\A\s*(?:[!;+~]+\s*|;?\(\s*)function\b|^Prism\.languages\.\w",
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
        r"\A(?:#[^\n]*\n|\s*\n)*---[ \t]*\n(?![\s\S]*^---)(?:#[^\n]*\n)*[\w-]+:[ \t]*\n[ \t]*(?:- |[\w-]+:)",
        frozenset(),
    ),
}

# What a script begins with, which a page, a drawing, a style sheet or a table of messages does not.
_SCRIPT_BEGINS = (
    r"\A\s*(?:(?:/\*[\s\S]*?\*/|//[^\n]*)\s*)*(?:['\"]use strict['\"]"
    r"|(?:export|import|var|let|const|async|class|function)\b|[!(;]*\s*function\b|\(\s*\("
    r"|[\w$]+(?:\.[\w$]+)*\s*(?:\(\s*['\"\[{(f]|=))"
)
_IN_SCRIPTS = frozenset({"CSS", "CSV", "Gettext Catalog", "HTML", "Less", "SCSS", "SVG", "Sass", "Tcl", "XML"})
# claimed language: how a file begins that carries one of these contents in its strings
CARRIERS: dict[str, tuple[str, frozenset[str]]] = {
    "JavaScript": (_SCRIPT_BEGINS, _IN_SCRIPTS),
    "TypeScript": (_SCRIPT_BEGINS, _IN_SCRIPTS),
}

# claimed language: the mark of a file inside it
HOSTS: dict[str, str] = {
    # Scripts and settings that imake, or X's build, passes through the C preprocessor.
    "C++": r"^XCOMM\b|^Section \"\w+\"\s*$",
    # Components of Mason are Perl around a page.
    "HTML": r"<%(?:INIT|ARGS|PERL|ONCE|init|args|perl|once)>|<&\|? ?[\w/$]",
    # React Native's sources carry Flow's types without saying so.
    "JavaScript": r"@(?:no)?flow\b|from\s+['\"]react-native['\"]|require\(['\"]react-native['\"]\)",
    # Pages with Lua in them, and in its long strings.
    "Lua": r"<\?lua\b|<%\s*(?:local|for|if|=)\b|\[=*\[\s*<[A-Za-z!/?]",
    "Makefile": r"^(?!(?:default|else|finally|private|protected|public|try)\b)[\w./%-]+[ \t]*:(?!=)[^\n]*\n\t[ \t]*\S",
    # Snapshots of R's testthat are Markdown of indented blocks. Headings between blank lines are no comments.
    "Markdown": r"^\s*(?:```|~~~)|^    Code$|:[ \t]*\n\s*\n(?: {4}|\t)\S|\A(?:#{1,6} [^\n]+\n\n[\s\S]{0,2000}?\n\n){3}",
    "PHP": r"<\?(?:php|=)",
    "Perl": r"^__(?:END|DATA)__|^=(?:pod|head\d|encoding)\b",
    "Ruby": r"^__END__$",
    # Functions in other languages, and pages, stand in dollar quotes.
    "SQL": r"(?i:\blanguage\s+'?pl(?:java|lua|perl|php|python|r|ruby|sh|tcl|v8)\w*\b)|\$\w*\$\s*<",
    # Shells of another syntax, which the model does not know; tables of a terminal's colours; a patch as a value.
    "Shell": (
        r"^\s*\w+=['\"]---[ \t]\S|^\s*\w+=\$?['\"]\\(?:0?33|e|x1[bB])\["
        r"|\A#!\s*(?:/usr/bin/env\s+)?\S*\b(?:t?csh|fish|rc|nu|xonsh)\b"
    ),
    "TeX": r"\\begin\{(?:verbatim|lstlisting|minted|alltt|filecontents)",
    "Vim script": r"^\s*(?:py|py3|pyx|python|python3|pythonx|lua|perl|ruby|tcl)\s*<<",
    "YAML": r"[:-]\s+(?:![\w!]+\s+)?[|>][-+\d]*\s*$",
    "reStructuredText": r"^[ \t]+>>> \S|^\s*\.\.\s+(?:code|code-block|sourcecode|highlight|literalinclude)::|\w::\s*$",
}


def needs_construct(claimed: tuple[str, ...], language: str, code: str) -> bool:
    """Whether content like `language` under a name that claims `claimed` lacks the construct that would prove it;
    `code` is the content without strings and comments. Also true where something denies it."""
    for name in claimed:
        row = CONSTRUCTS.get((name, language))
        if row is not None and not re.search(row[0], code, re.MULTILINE):
            return True
        denial = DENIALS.get((name, language))
        if denial is not None and re.search(denial, code, re.MULTILINE):
            return True
    return False


def lacks_signature(language: str, text: str) -> bool:
    """Whether a text has nothing of what nearly every file of a language has."""
    signature = SIGNATURES.get(language)
    return signature is not None and not re.search(signature, text, re.MULTILINE | re.IGNORECASE)


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
