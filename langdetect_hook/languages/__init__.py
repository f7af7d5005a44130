"""The 112 languages of the model: name, pygments alias, primary file name, and how each reads in a message.

Names are GitHub Linguist's, those that ``.gitattributes linguist-language=`` takes.  What a file *name*
claims stands in ``names_table``, what a claimed language tolerates as content in ``accepts``; this module
only knows the languages.
"""

from __future__ import annotations

from typing import NamedTuple


class Language(NamedTuple):
    """One language of the model.

    ``alias`` is pygments' short name of its lexer ("" where pygments has none), ``primary`` the extension
    (".py") or the full file name ("Dockerfile") that a file of this language would best be given,
    ``spoken`` its name in a message.
    """

    name: str
    alias: str
    primary: str
    spoken: str


# name, pygments alias ("": no lexer of its own), primary extension or full name, message text ("": the name
# itself)
_ROWS = (
    ("Ada", "ada", ".adb", ""),
    ("Assembly", "gas", ".asm", ""),
    ("Awk", "awk", ".awk", ""),
    ("Batchfile", "batch", ".bat", "a Windows batch file"),
    ("BibTeX", "bibtex", ".bib", ""),
    ("C", "c", ".c", ""),
    ("C#", "csharp", ".cs", ""),
    ("C++", "cpp", ".cpp", ""),
    ("CMake", "cmake", ".cmake", ""),
    ("COBOL", "cobol", ".cbl", ""),
    ("CSS", "css", ".css", ""),
    ("CSV", "", ".csv", ""),
    ("Clojure", "clojure", ".clj", ""),
    ("CoffeeScript", "coffeescript", ".coffee", ""),
    ("Common Lisp", "common-lisp", ".lisp", ""),
    ("Crystal", "crystal", ".cr", ""),
    ("Cython", "cython", ".pyx", ""),
    ("D", "d", ".d", ""),
    ("Dart", "dart", ".dart", ""),
    ("Diff", "diff", ".patch", "a diff"),
    ("Dockerfile", "docker", "Dockerfile", "a Dockerfile"),
    ("Elixir", "elixir", ".ex", ""),
    ("Elm", "elm", ".elm", ""),
    ("Emacs Lisp", "emacs-lisp", ".el", ""),
    ("Erlang", "erlang", ".erl", ""),
    ("F#", "fsharp", ".fs", ""),
    ("Forth", "forth", ".fth", ""),
    ("Fortran", "fortran", ".f90", ""),
    ("GDScript", "gdscript", ".gd", ""),
    ("GLSL", "glsl", ".glsl", ""),
    ("Gettext Catalog", "pot", ".po", "a Gettext catalog"),
    ("Gherkin", "gherkin", ".feature", ""),
    ("Go", "go", ".go", ""),
    ("GraphQL", "graphql", ".graphql", ""),
    ("Groovy", "groovy", ".groovy", ""),
    ("HCL", "terraform", ".tf", "HCL (Terraform)"),
    ("HTML", "html", ".html", ""),
    ("HTML+ERB", "rhtml", ".html.erb", "HTML with ERB"),
    ("Handlebars", "handlebars", ".hbs", ""),
    ("Haskell", "haskell", ".hs", ""),
    ("Haxe", "haxe", ".hx", ""),
    ("INI", "ini", ".ini", ""),
    ("JSON", "json", ".json", ""),
    ("Java", "java", ".java", ""),
    ("JavaScript", "javascript", ".js", ""),
    ("Jinja", "jinja", ".jinja", "a Jinja template"),
    ("Julia", "julia", ".jl", ""),
    ("Kotlin", "kotlin", ".kt", ""),
    ("Less", "less", ".less", ""),
    ("Lua", "lua", ".lua", ""),
    ("M4", "", ".m4", ""),
    ("MATLAB", "matlab", ".m", ""),
    ("Makefile", "make", "Makefile", "a makefile"),
    ("Markdown", "markdown", ".md", ""),
    ("Meson", "meson", "meson.build", ""),
    ("Nim", "nim", ".nim", ""),
    ("Nix", "nix", ".nix", ""),
    ("OCaml", "ocaml", ".ml", ""),
    ("Objective-C", "objective-c", ".m", ""),
    ("PHP", "php", ".php", ""),
    ("Pascal", "delphi", ".pas", ""),
    ("Perl", "perl", ".pl", ""),
    ("PostScript", "postscript", ".ps", ""),
    ("PowerShell", "powershell", ".ps1", ""),
    ("Prolog", "prolog", ".prolog", ""),
    ("Protocol Buffer", "protobuf", ".proto", "Protocol Buffers"),
    ("Puppet", "puppet", ".pp", ""),
    ("PureScript", "purescript", ".purs", ""),
    ("Python", "python", ".py", ""),
    ("QML", "qml", ".qml", ""),
    ("R", "splus", ".R", ""),
    ("Racket", "racket", ".rkt", ""),
    ("Raku", "raku", ".raku", ""),
    ("Roff", "groff", ".roff", "Roff (a manual page)"),
    ("Ruby", "ruby", ".rb", ""),
    ("Rust", "rust", ".rs", ""),
    ("SCSS", "scss", ".scss", ""),
    ("SQL", "sql", ".sql", ""),
    ("SVG", "", ".svg", ""),
    ("Sass", "sass", ".sass", ""),
    ("Scala", "scala", ".scala", ""),
    ("Scheme", "scheme", ".scm", ""),
    ("Shell", "bash", ".sh", "a shell script"),
    ("Smali", "smali", ".smali", ""),
    ("Smalltalk", "smalltalk", ".st", ""),
    ("Solidity", "solidity", ".sol", ""),
    ("Standard ML", "sml", ".sml", ""),
    ("Starlark", "", ".bzl", ""),
    ("Stylus", "", ".styl", ""),
    ("Svelte", "", ".svelte", ""),
    ("Swift", "swift", ".swift", ""),
    ("SystemVerilog", "systemverilog", ".sv", ""),
    ("TOML", "toml", ".toml", ""),
    ("Tcl", "tcl", ".tcl", ""),
    ("TeX", "tex", ".tex", ""),
    ("Text", "text", ".txt", "plain text"),
    ("Thrift", "thrift", ".thrift", ""),
    ("TypeScript", "typescript", ".ts", ""),
    ("VBA", "", ".vba", ""),
    ("VHDL", "vhdl", ".vhdl", ""),
    ("Vala", "vala", ".vala", ""),
    ("Verilog", "verilog", ".v", ""),
    ("Vim script", "vim", ".vim", ""),
    ("Visual Basic .NET", "vb.net", ".vb", ""),
    ("Vue", "vue", ".vue", ""),
    ("WebAssembly", "wast", ".wat", "WebAssembly text"),
    ("XML", "xml", ".xml", ""),
    ("XSLT", "xslt", ".xsl", ""),
    ("YAML", "yaml", ".yaml", ""),
    ("YARA", "yara", ".yar", ""),
    ("Zig", "zig", ".zig", ""),
    ("reStructuredText", "restructuredtext", ".rst", ""),
)

LANGUAGES: tuple[Language, ...] = tuple(
    Language(name, alias, primary, spoken or name) for name, alias, primary, spoken in _ROWS
)
LANGUAGE_OF: dict[str, Language] = {language.name: language for language in LANGUAGES}


def spoken(names: tuple[str, ...] | list[str]) -> str:
    """Return languages as a message says them: "C, C++ or Objective-C"; of more than four the first three."""
    words = [LANGUAGE_OF[name].spoken if name in LANGUAGE_OF else name for name in names]
    if len(words) > 4:
        words = [*words[:3], "another"]
    return " or ".join(part for part in (", ".join(words[:-1]), words[-1]) if part) if words else ""
