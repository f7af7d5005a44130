"""How a file may begin: a comment at the very top that the language it looks like does not have, or a sentence.

A header of macro calls may count like CMake, but CMake has no `/* ... */`: whoever opened the file so meant a language
that has. A question in a forum may be code for the most part, but no program begins "Hello, I try to set up ...". Asked
only before a finding is given out.
"""

from __future__ import annotations

import re
from itertools import takewhile

# What may hold or quote anything, at its very top too.
_ANYTHING = frozenset({"Diff", "Handlebars", "HTML+ERB", "Jinja", "M4", "Markdown", "Roff", "Text", "reStructuredText"})
_BRACES = frozenset(
    {
        *("Assembly", "C", "C#", "C++", "D", "Dart", "GLSL", "Go", "Groovy", "HCL", "Haxe", "JSON", "Java"),
        *("JavaScript", "Kotlin", "Less", "Objective-C", "Protocol Buffer", "QML", "Rust", "SCSS", "Sass", "Scala"),
        *("Solidity", "Stylus", "Swift", "SystemVerilog", "Thrift", "TypeScript", "Vala", "Verilog", "YARA"),
    }
)
_PERCENT = frozenset({"BibTeX", "Erlang", "MATLAB", "PostScript", "Prolog", "TeX"})
_SEMICOLON = frozenset({"Assembly", "Clojure", "Common Lisp", "Emacs Lisp", "INI", "Racket", "Scheme", "WebAssembly"})
_MARKUP = frozenset({"HTML", "PHP", "SVG", "Svelte", "Vue", "XML", "XSLT"})

# how a comment opens -> the languages whose files may begin with it, those that hold anything aside
OPENINGS: dict[str, frozenset[str]] = {
    "% ": _PERCENT,
    "%% ": _PERCENT,
    "(* ": frozenset({"F#", "OCaml", "Pascal", "Standard ML"}),
    "-- ": frozenset({"Ada", "Elm", "Haskell", "Lua", "PureScript", "SQL", "VHDL"}),
    "/*": _BRACES | {"CSS", "Nix", "Prolog", "Puppet", "SQL", "VHDL"},
    "//": _BRACES | {"F#", "Pascal", "Zig"},
    "; ": _SEMICOLON,
    ";; ": _SEMICOLON,
    "<!--": _MARKUP,
    "{- ": frozenset({"Elm", "Haskell", "PureScript"}),
}

# The languages of documents, which may begin with a sentence; in others one stands in a comment, behind its mark.
_DOCUMENTS = frozenset({"Markdown", "reStructuredText"})
# Words of English sentences that are no keywords of a programming language, which may shout as COBOL and SQL do.
_COMMON_WORDS = re.compile(
    r"\b(?:an|are|be|been|but|can|has|have|here|how|it|its|my|of|so|that|the|there|these|this|to|want|was|we|which|you"
    r"|your)\b"
)
_UNDERLINE = re.compile(r"([=~^*-])\1*\s*")
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WORDS = 8
_LEAST_COMMON_WORDS = 3
# So much of a sentence is letters and spaces.
_LEAST_LETTERS = 0.85


def opens_as(claimed: tuple[str, ...], language: str, text: str) -> str | None:
    """The claimed language whose comment a text begins with, where `language` has no such comment; or None."""
    start = text[:400].lstrip()
    for opening, languages in OPENINGS.items():
        if start.startswith(opening) and language not in languages and language not in _ANYTHING:
            return next((name for name in claimed if name in languages), None)
    return None


def opens_with_prose(claimed: tuple[str, ...], language: str, text: str) -> bool:
    """Whether the name claims a document, and the first lines are English sentences, without a mark before them."""
    if language in _ANYTHING or not _DOCUMENTS.intersection(claimed):
        return False
    lines = text[:2000].lstrip("\ufeff").splitlines()
    text_lines = [line for line in lines if not _UNDERLINE.fullmatch(line)]
    prose = " ".join(takewhile(lambda line: not line or line[0].isalpha(), text_lines))
    letters = sum(character.isalpha() or character.isspace() for character in prose)
    return (
        len(_WORD.findall(prose)) >= _LEAST_WORDS
        and len(_COMMON_WORDS.findall(prose)) >= _LEAST_COMMON_WORDS
        and letters >= _LEAST_LETTERS * len(prose)
    )
