"""The language of a file in a package, from its name; its text is asked only where one extension has two languages."""

from __future__ import annotations

import posixpath
import re
from fnmatch import fnmatchcase

from langdetect_hook.claims import bundled
from langdetect_hook.claims.interpreters import interpreter, languages_of
from langdetect_hook.languages import LANGUAGES
from langdetect_hook.network import NONE_OF_THESE

from .manifest import Source
from .others import is_other

CLAIMS = bundled()
MODEL_LANGUAGES = frozenset(language.name for language in LANGUAGES)
# What `linguist-language` may say, in lower case: a name or a short name.
DECLARED = {
    **{language.alias.replace("-", " "): language.name for language in LANGUAGES if language.alias},
    **{language.name.lower().replace("-", " "): language.name for language in LANGUAGES},
}

# What a name means in a package of its own ecosystem, where the name alone allows several languages or none:
# extension (or whole name), language, and what the text must show. The first row that fits counts;
# packages in which the name means something else have an override.
TEXT_IS_XML = r"\s*<"
TEXT_IS_ROFF = r"(?s).{0,400}?^[.']\\?[\\\"A-Za-z]"
CPLUSPLUS = (
    r"(?s).*?(?:^\s*(?:class\s+\w+[^;\n]*$|namespace\b|template\s*<|using\s+(?:namespace\s+)?\w+"
    r"|(?:public|private|protected):)|std::)"
)
OBJECTIVE_C = r"(?s).*?^[ \t]*(?:@interface|@protocol|@class|#[ \t]*import)\b"
TEXT_IS_GLSL = r"(?s).*?(?:^#version\b|\bvoid\s+main\b|\b(?:uniform|varying|precision|[iub]?vec[234])\b)"
TEXT_IS_PERL = r"(?s)(?:#![^\n]*perl|.*?^(?:use|package|my|require|BEGIN)\b)"
SHARED = (
    (".bas", "", ""),  # one of many Basics
    (".bazel", "Starlark", ""),
    (".cmd", "Batchfile", ""),
    (".cr", "Crystal", ""),  # never a Ruby script
    (".cs", "C#", ""),  # Smalltalk packages have an override
    (".f", "Fortran", ""),  # Forth packages have an override
    (".for", "Fortran", ""),
    (".frag", "GLSL", TEXT_IS_GLSL),  # elsewhere a part of anything
    (".gd", "GDScript", ""),
    (".h", "Objective-C", OBJECTIVE_C),
    (".h", "C++", CPLUSPLUS),
    (".h", "C", ""),
    (".hh", "C++", ""),
    (".markdown", "Markdown", ""),
    (".md", "Markdown", ""),
    (".ml", "OCaml", ""),  # Standard ML packages have an override
    (".pl", "Prolog", r"(?s).*?^:- *[a-z]\w*"),
    (".pl", "Perl", ""),
    (".pm", "Perl", ""),  # Raku packages have an override
    (".props", "XML", TEXT_IS_XML),
    (".r", "R", ""),
    (".rs", "Rust", ""),
    (".sls", "Scheme", r"(?s).*?^\s*\((?:library|import)\b"),  # elsewhere Salt's states: Jinja over YAML
    (".sol", "Solidity", ""),
    (".star", "Starlark", ""),
    (".svg", "SVG", ""),
    (".svh", "SystemVerilog", ""),
    (".t", "Perl", TEXT_IS_PERL),  # Raku packages have an override; elsewhere tests in Shell, and templates
    (".ts", "XML", TEXT_IS_XML),  # Qt's translations
    (".ts", "TypeScript", ""),
    (".txt", "Text", ""),
    (".vert", "GLSL", ""),
    (".xsl", "XSLT", ""),
    (".xslt", "XSLT", ""),
    *((f".{section}{suffix}", "Roff", TEXT_IS_ROFF) for section in "12345678" for suffix in ("", ".in", "in", "m")),
    ("build", "Starlark", r"(?s).*?^[a-z_]+\("),
    ("rules", "Makefile", r"(?s).*?^\S[^=\n]*:"),  # Debian packaging
    ("workspace", "Starlark", r"(?s).*?^[a-z_]+\("),
)

# Names of prose files, and suffixes that leave them prose.
PROSE_SUFFIXES = (".debian", ".source")
PROSE = frozenset(
    {
        "authors",
        "bugs",
        "changelog",
        "changes",
        "contributing",
        "contributors",
        "copying",
        "credits",
        "faq",
        "hacking",
        "history",
        "install",
        "licence",
        "license",
        "maintainers",
        "news",
        "notice",
        "readme",
        "thanks",
        "todo",
    }
)


# Claims that a template suffix leaves as they are: a Dockerfile made by a template reads as one.
TEMPLATE_LANGUAGES = (("Dockerfile",), ("HTML+ERB",), ("Handlebars",), ("Jinja",))
# Template suffixes whose other files are labelled by what the template is, not by what it makes ("": not at
# all).
TEMPLATES = {".erb": "", ".j2": "Jinja", ".jinja": "Jinja", ".jinja2": "Jinja"}


def label_of(source: Source, path: str, text: str, declared: str = "") -> tuple[str, str]:
    """(language, "") or ("", why the file has no label), of a file at `path` inside an archive of `source`.

    `declared`: the language, in lower case, that the repository itself says it is in; "" where it says nothing.
    """
    for pattern, language in source.overrides.items():
        if fnmatchcase(path, pattern):
            return _chosen(source, language, "left out by an override")
    if source.headers and path.endswith(".h"):
        return _chosen(source, source.headers, "")
    if declared:
        return _declared(source, path, declared)
    language = _named(path, text)
    if language not in MODEL_LANGUAGES and is_other(source, path, text):
        return NONE_OF_THESE, ""
    if language and language not in MODEL_LANGUAGES and language not in source.only:
        return "", "not a language of the model"
    return _chosen(source, language, "the name has no single language")


def part_of(source: Source, path: str) -> str:
    """The part of a large collection that a file belongs to; "" where the package is not split."""
    found = re.search(source.split, "/" + path) if source.split else None
    return next((group for group in found.groups() if group), "") if found else ""


def _declared(source: Source, path: str, declared: str) -> tuple[str, str]:
    """What a repository says counts among the languages that the name allows, or where the name allows none. Else it
    may be meant for the repository's statistics: `*.html linguist-language=Python` makes it one in Python."""
    language = DECLARED.get(declared, "")
    claimed = CLAIMS.of(posixpath.basename(path)).languages
    if not language:
        return "", "not a language of the model"
    if claimed and language not in claimed:
        return "", "the repository says another language than the name"
    return _chosen(source, language, "")


def _chosen(source: Source, language: str, otherwise: str) -> tuple[str, str]:
    if not language:
        return "", otherwise
    if source.only and language not in source.only:
        return "", "a language that is not taken from this package"
    return language, ""


def _named(path: str, text: str) -> str:
    name = posixpath.basename(path)
    claim = CLAIMS.of(name)
    languages = claim.languages
    suffix = posixpath.splitext(name)[1].lower()
    if claim.template and suffix in TEMPLATES and languages not in TEMPLATE_LANGUAGES:
        return TEMPLATES[suffix]
    if len(languages) == 1:
        return languages[0]
    for ending, language, pattern in SHARED:
        fits = name.lower().endswith(ending) if ending.startswith(".") else name.lower() == ending
        if fits and re.match(pattern, text, re.M):
            return language
    if claim:
        return ""
    stem = posixpath.splitext(name)[0]
    if suffix and stem.lower() in PROSE:  # README.rst claims nothing: many a README is not in the format that it says
        return _named(f"prose{suffix}", text) or ("Text" if suffix in PROSE_SUFFIXES else "")
    run_by = languages_of(interpreter(text))
    if run_by:
        return run_by[0]
    return "Text" if name.lower() in PROSE else ""
