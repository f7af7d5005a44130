"""How a file may begin: a comment at the very top that the language it looks like does not have.

A header of macro calls may count like CMake, but CMake has no `/* ... */`: whoever opened the file so meant a language
that has. Asked only before a finding is given out.
"""

from __future__ import annotations

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


def opens_as(claimed: tuple[str, ...], language: str, text: str) -> str | None:
    """The claimed language whose comment a text begins with, where `language` has no such comment; or None."""
    start = text[:400].lstrip()
    for opening, languages in OPENINGS.items():
        if start.startswith(opening) and language not in languages and language not in _ANYTHING:
            return next((name for name in claimed if name in languages), None)
    return None
