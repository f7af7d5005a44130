"""What a claimed language tolerates as content, and families that are never a mismatch among themselves:
two tables.

Languages that share an extension need no row here: the name then claims all of them (``names_table``).
"""

from __future__ import annotations

from functools import cache

from langdetect_hook.languages import LANGUAGE_OF

# claimed language, languages that are fine as its content ("*": all), reason
ACCEPTS: tuple[tuple[str, str, str], ...] = (
    ("Assembly", "C", "assembler run through the C preprocessor"),
    ("BibTeX", "TeX", "preambles and styles within a bibliography"),
    ("C#", "JavaScript", "single-file scripts for hosts with one API"),
    ("C++", "C, Objective-C", "C++ is nearly a superset of C; parts for a Mac are compiled as Objective-C++"),
    ("CMake", "Makefile", "configured include files"),
    ("CSS", "Less, SCSS", "sources with their own syntax, compiled in place"),
    (
        "CSV",
        "Assembly, Batchfile, BibTeX, Diff, Forth, Fortran, Gettext Catalog, INI, MATLAB, Markdown, "
        "PostScript, Prolog, R, Roff, SQL, SVG, TeX, Text, VHDL, Vim script, YAML, reStructuredText",
        "cells hold anything: prose, numbers, addresses; code is still told apart",
    ),
    ("Clojure", "Common Lisp", "data in parentheses reads as either"),
    ("CoffeeScript", "JavaScript", "backquoted JavaScript; CSON is near JSON"),
    ("Common Lisp", "Emacs Lisp, Scheme", "short Lisp files read as any Lisp"),
    ("Cython", "C, Python", "Python with C declarations"),
    ("Diff", "*", "a patch contains any language"),
    ("Dockerfile", "Jinja, Shell", "RUN lines are shell; generated from templates"),
    ("Emacs Lisp", "Common Lisp, Scheme", "short Lisp files read as any Lisp"),
    ("GLSL", "C, C++, D", "shaders of macros and functions alone; HLSL, which reads like C++"),
    ("Gettext Catalog", "Text", "long translations are prose"),
    ("Gherkin", "Text", "steps are prose"),
    ("Groovy", "Java, Kotlin", "Java is nearly Groovy; Gradle's two syntaxes are near"),
    (
        "HTML",
        "CSS, HTML+ERB, Handlebars, JavaScript, Jinja, SVG, Svelte, Vue, XML",
        "pages with marks, scripts, styles",
    ),
    (
        "HTML+ERB",
        "CSS, HTML, Handlebars, JavaScript, Jinja, Ruby, SVG, Svelte, Vue, XML",
        "a page with Ruby in it",
    ),
    (
        "Handlebars",
        "CSS, HTML, HTML+ERB, JSON, JavaScript, Jinja, Markdown, SVG, Svelte, Text, TypeScript, Vue, XML, YAML",
        "a template of a page, or of what a code generator writes",
    ),
    ("INI", "TOML", "TOML grew out of INI; simple files are both"),
    ("JavaScript", "CoffeeScript, JSON", "a module that exports one object; transpiled sources"),
    ("Jinja", "*", "a Jinja template wraps any format"),
    ("Less", "CSS, SCSS", "Less extends CSS; mixin-free files read as SCSS"),
    (
        "M4",
        "Assembly, C, Dockerfile, INI, Makefile, Shell, Text",
        "M4 expands to another language; autoconf's to shell",
    ),
    ("MATLAB", "Text", "documentation-only functions are prose"),
    ("Makefile", "CMake, M4, Shell", "recipes are shell; Makefile.am has automake's conditionals"),
    (
        "Markdown",
        "CSS, Diff, HTML, HTML+ERB, Handlebars, Jinja, Svelte, TeX, Text, Vue, XML, YAML, reStructuredText",
        "prose with HTML, front matter, formulas and marks of site generators",
    ),
    ("Meson", "Python, Starlark", "short build files read as either"),
    ("Objective-C", "C, C++", "Objective-C++ and plain C functions"),
    ("PHP", "CSS, HTML, JavaScript, Jinja, SVG, XML", "a PHP page is mostly HTML"),
    ("Perl", "Raku, Text", "Raku grew out of Perl; a module's documentation is prose"),
    ("PostScript", "Forth", "stack languages; short procedure sets"),
    ("Python", "Cython, Starlark", "Cython's pure mode, build scripts"),
    ("QML", "JavaScript", "QML holds JavaScript"),
    ("Racket", "Common Lisp, Emacs Lisp, Scheme, Text", "a family of Schemes; Scribble documents are prose"),
    ("Raku", "Perl, Text", "Perl's syntax; documentation is prose"),
    ("Roff", "Text", "a manual page is prose with requests"),
    ("Ruby", "Crystal", "near enough in short files"),
    ("SCSS", "CSS, Less, Stylus", "SCSS extends CSS"),
    ("SQL", "CSV, Text", "data within INSERT or COPY"),
    ("SVG", "CSS, HTML, JavaScript, XML, XSLT", "an XML vocabulary, with scripts and styles"),
    ("Sass", "CSS, SCSS, Stylus", "a file without nesting reads as any style sheet"),
    ("Scala", "Java", "Java-like Scala"),
    ("Scheme", "Common Lisp, Emacs Lisp, Racket", "dialects; tree-sitter's queries are lists"),
    ("Shell", "M4", "configure scripts hold M4's rests"),
    ("Standard ML", "OCaml", "ML dialects; short files read as either"),
    ("Starlark", "Meson, Python", "a dialect of Python"),
    ("Stylus", "CSS, Less, SCSS, Sass", "Stylus takes plain CSS and indented syntax"),
    (
        "Svelte",
        "CSS, HTML, Handlebars, JavaScript, Jinja, Less, SCSS, SVG, TypeScript, Vue",
        "a component of markup, script and style",
    ),
    ("SystemVerilog", "Verilog", "SystemVerilog extends Verilog"),
    ("TOML", "INI", "tables of strings read as INI"),
    ("TeX", "BibTeX, PostScript, Text", "prose with marks; embedded bibliographies and PostScript"),
    ("Text", "*", "text is anything"),
    ("TypeScript", "JavaScript", "JavaScript is valid TypeScript"),
    ("VBA", "Visual Basic .NET", "short modules read as either"),
    ("Verilog", "SystemVerilog", "newer syntax under the older extension"),
    ("Visual Basic .NET", "VBA", "short modules read as either"),
    (
        "Vue",
        "CSS, HTML, Handlebars, JavaScript, Jinja, Less, SCSS, SVG, Sass, Stylus, Svelte, TypeScript",
        "a component of markup, script and style",
    ),
    ("WebAssembly", "Common Lisp, Racket, Scheme", "lists of lists; short modules read as Lisp"),
    ("XML", "HTML, SVG, XSLT", "vocabularies of XML, XHTML among them"),
    ("XSLT", "HTML, SVG, XML", "a style sheet is XML around its output"),
    ("YAML", "Handlebars, JSON, Jinja", "JSON is YAML; Helm's and Ansible's templates"),
    ("reStructuredText", "Jinja, Markdown, TeX, Text", "prose with marks"),
)

# Languages that are never a mismatch among themselves, beyond those that share an extension.
FAMILIES: tuple[tuple[str, str], ...] = (
    ("SystemVerilog, Verilog", "one language in two editions (IEEE 1364 and 1800)"),
    ("VBA, Visual Basic .NET", "two dialects of Visual Basic"),
)

# What any template may look like besides its own language.
TEMPLATE_MARKS = ("HTML+ERB", "Handlebars", "Jinja")


def names_in(names: str) -> list[str]:
    """Return the languages of a table's cell: names between commas, "*" for every language of the model."""
    if names.strip() == "*":
        return list(LANGUAGE_OF)
    return [name.strip() for name in names.split(",") if name.strip()]


def family_of(language: str) -> set[str]:
    """Return the other members of the families that stand in FAMILIES."""
    members = {name for names, _ in FAMILIES for name in names_in(names) if language in names_in(names)}
    return members - {language}


@cache
def accepted_by(language: str) -> frozenset[str]:
    """Return the languages that are fine as content of a claimed one: its row and families, not itself."""
    accepted = {name for claimed, names, _ in ACCEPTS if claimed == language for name in names_in(names)}
    return frozenset(accepted | family_of(language)) - {language}
