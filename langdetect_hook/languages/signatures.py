"""Signatures: what content must have somewhere to be called a language at all.

For languages that a network likes to see in what it doesn't know.
"""

from __future__ import annotations

import re

# A language's own comments are signs of it as well: the first lines of a file may be nothing else. Not those with #,
# which begin a heading of Markdown, too.
_SLASHES = r"|/\*|//"
_SEMICOLON = r"|^[ \t]*;"

# content: what nearly every file of it has somewhere; any case
SIGNATURES: dict[str, str] = {
    "Batchfile": r"^[ \t]*@?(?:echo|rem|set|call|goto|if|for|start|cd|pause|exit|copy|del)\b|^[ \t]*::|%\w+%|%~?\d",
    "BibTeX": r"@\w+\s*[{(]",
    "C": r"[;{}]|^[ \t]*#" + _SLASHES,
    "C#": r"\b(?:class|enum|interface|namespace|record|struct|using)\b" + _SLASHES,
    "C++": r"[;{}]|^[ \t]*#" + _SLASHES,
    "CMake": r"\w\s*\(|#cmakedefine|@\w+@",
    "COBOL": r"\bdivision\b|\bpic(?:ture)?\b|\bmove\b|\bperform\b|\bcopy\b|^\s{6,7}\*",
    "CSS": r"\{|@(?:charset|import)\b" + _SLASHES,
    "CSV": r"\A(?:[ \t]*#[^\n]*\n|[ \t\r]*\n)*[^\n]*[,;\t|]",  # in its first line, too
    "Clojure": r"\(" + _SEMICOLON,
    "CoffeeScript": r"->|=|:\s",
    "Common Lisp": r"\(" + _SEMICOLON,
    "Crystal": r"\b(?:def|class|module|require|struct|macro|lib|end)\b",
    "Dart": r"\b(?:class|import|void|final|export|library|part|enum|main)\b" + _SLASHES,
    "Diff": r"^(?:[-+*]{3} [^\s#]|@@ |diff |index: |[<>] |\d+(?:,\d+)?[acd]\d+)",
    "Dockerfile": r"^[ \t]*(?:from|arg|run|copy|add|cmd|entrypoint)\b",
    "Elixir": r"\b(?:do|use|import|config|def\w*)\b",
    "Elm": r"^module\s|^import\s|=|^[ \t]*--|\{-",
    "Emacs Lisp": r"\(" + _SEMICOLON,
    "Erlang": r"^[ \t]*-\w+|->|^[ \t]*%",
    "F#": r"\b(?:let|module|namespace|open|type|member)\b|/\*|//|\(\*",
    "Forth": r"(?:^|\s)(?::\s+\S+|\\|\(|constant|create|drop|dup|include|require|swap|value|variable)\s",
    "Fortran": r"\b(?:program|subroutine|function|module|implicit|integer|real|dimension|call|common|end)\b",
    "GLSL": r"\b(?:vec[234]|mat[234]|gl_\w+|uniform|varying|sampler\w+|void\s+main)\b|^[ \t]*#",
    "Gettext Catalog": r"^msg(?:id|str)\b",
    "Gherkin": r"^[ \t]*(?:@\w|#|\w+(?:\s\w+)?\s*:|given\b|when\b|then\b)",
    "Go": r"\b(?:const|func|import|package|struct|type|var)\b" + _SLASHES,
    "Groovy": r"\b(?:def|class|import|apply|plugins?|task|return|new|void|pipeline|stage)\b|[={(]" + _SLASHES,
    "HTML": r"<(?:!doctype|/?(?:html|head|body|div|p|a|b|i|span|table|tr|td|ul|li|script|style|h[1-6]|br|hr|img|form"
    r"|input|meta|link|title|pre|code|section|svg|font|center|dl|dt)\b)",
    "HTML+ERB": r"<%",
    "Handlebars": r"\{\{|<",
    "Haskell": r"::|=|->|\bmodule\b|\bimport\b|^[ \t]*--|\{-",
    "INI": r"^[ \t]*\[[^\]\n]+\]|^[ \t]*[\w.-]+\s*[=:]",
    "JSON": r"[\[{]",
    "Java": r"\b(?:class|enum|import|interface|module|package|record)\b" + _SLASHES,
    "Jinja": r"\{[{%#]",
    "Julia": r"\b(?:const|end|function|import|include|module|struct|using)\b|=",
    "Kotlin": r"\b(?:class|fun|import|interface|object|package|va[lr])\b|\{" + _SLASHES,
    "Less": r"[{@]" + _SLASHES,
    "Lua": r"\b(?:end|function|local|require|return)\b|[=(]|^[ \t]*--",
    "M4": r"\b(?:dnl|define|m4_\w+|a[cmsx]_\w+|include|ifdef|divert|lt_\w+)\b",
    "Nim": r"\b(?:const|echo|from|import|include|let|proc|type|var|when)\b|=",
    "Nix": r"[{:=]",
    "OCaml": r"\b(?:and|exception|include|let|module|open|type|val)\b|\(\*",
    "PHP": r"<\?(?:php\b|=|\s)",  # <?cs and the like are other engines' marks
    "Pascal": r"\b(?:begin|const|end|function|interface|procedure|program|type|unit|uses|var)\b|\(\*|\{|//",
    "Perl": r"[$@%]\w|\b(?:my|package|sub|use)\b",
    "PostScript": r"^%!|/[\w.-]+\s*(?:\{|\[|\d|/)|\bdef\b",
    "Prolog": r":-|\.\s*$",
    "Protocol Buffer": r"\b(?:enum|import|message|option|package|service|syntax)\b|\{" + _SLASHES,
    "Puppet": r"[${]|=>|\b(?:class|contain|include|type)\b",
    "QML": r"^[ \t]*(?:pragma|import)\s+\w|^[ \t]*[A-Z][\w.]*\s*\{",
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
    "Smali": r"^[ \t]*\.(?:class|super|source|method|field|end|registers|locals)\b",
    "Solidity": r"\b(?:contract|error|import|interface|library|pragma|struct)\b" + _SLASHES,
    "Svelte": r"<script|<style|<svelte:|\{[#/:@][a-z]",
    "Swift": r"\b(?:class|enum|extension|func|import|let|protocol|struct|var)\b" + _SLASHES,
    "TOML": r"^[ \t]*\[{1,2}[^\]\n]+\]{1,2}\s*(?:#.*)?$|^[ \t]*[\w.\"'-]+\s*=",
    "Tcl": r"[\[{$]|\b(?:package|proc|puts|set|source|load|namespace)\b",
    "TeX": r"\\[a-z@]+",
    "VHDL": r"\b(?:entity|architecture|library|use|package|signal|port|process|configuration|context)\b",
    "Vue": r"<template|<script|<style",
    "XML": r"<[\w!?/]",
    "XSLT": r"<[\w-]*:?(?:stylesheet|transform|template)\b|<xsl",
    "YAML": r"^[ \t]*(?:- |-$|[^\s#].*?:(?:\s|$)|---)",
    "Zig": r"\b(?:const|fn|pub|test|var)\b" + _SLASHES,
    "reStructuredText": r"^[=~^\"'`*+#-]{3,}\s*$|^[ \t]*\.\. |::|`|^[ \t]+>>> ",
}


def lacks_signature(language: str, text: str) -> bool:
    """Whether a text has nothing of what nearly every file of a language has."""
    signature = SIGNATURES.get(language)
    return signature is not None and not re.search(signature, text, re.MULTILINE | re.IGNORECASE)
