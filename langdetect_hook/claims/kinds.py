"""Languages by what they may hold without being wrong: one table for all rules."""

from __future__ import annotations

# May quote anything at the beginning of a line: conflict markers, fences, error pages.
DOCUMENTATION = frozenset({
    "AsciiDoc",
    "Creole",
    "MediaWiki",
    "Markdown",
    "Org",
    "Pod",
    "RDoc",
    "RMarkdown",
    "Rich Text Format",
    "Roff",  # git's own manual pages show conflict markers
    "Texinfo",
    "Text",
    "Textile",
    "Wikitext",
    "reStructuredText",
})  # fmt: skip

# A claim that accepts one of these claims nothing against an HTML document.
HTML_LIKE = frozenset({
    "Blade",
    "HTML",
    "HTML+ERB",
    "HTML+PHP",
    "HTML+Razor",
    "Handlebars",
    "Jinja",
    "Liquid",
    "Mustache",
    "PHP",
    "Smarty",
    "Svelte",
    "Twig",
    "Vue",
})  # fmt: skip

# Templates of any format: that YAML accepts their marks doesn't mean that it accepts a page.
WRAPS_ANYTHING = frozenset({"Handlebars", "Jinja"})

# XHTML is XML: a claim of one of these alone says nothing against it either.
XML_LIKE = frozenset({"SVG", "XML", "XSLT"})

# `#` begins a comment and nobody runs the file: a first line `#!/bin/sh` says what the text is for, no more.
SHEBANG_IS_A_COMMENT = frozenset({
    "CMake",
    "Diff",
    "Dockerfile",
    "Gettext Catalog",
    "Gherkin",
    "GraphQL",
    "HCL",
    "INI",  # a .conf that a shell script sources often begins with #!/bin/sh
    "M4",  # configure.ac: the shebang of the script that it becomes
    "Meson",
    "Nix",
    "Puppet",
    "Starlark",
    "TOML",
    "YAML",
})  # fmt: skip
