"""The language of a file in a package, from its name; its text is asked only where one extension has two languages."""

from __future__ import annotations

import posixpath
import re
from fnmatch import fnmatchcase

from langdetect_hook.claims import bundled, languages_meant
from langdetect_hook.claims.interpreters import interpreter, languages_of
from langdetect_hook.languages import LANGUAGES
from langdetect_hook.network import NONE_OF_THESE

from .manifest import Source
from .others import is_other
from .shared import SHARED

CLAIMS = bundled()
MODEL_LANGUAGES = frozenset(language.name for language in LANGUAGES)
# What `linguist-language` may say, in lower case: a name or a short name.
DECLARED = {
    **{language.alias.replace("-", " "): language.name for language in LANGUAGES if language.alias},
    **{language.name.lower().replace("-", " "): language.name for language in LANGUAGES},
}

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
    lower = name.lower()
    # CMakeLists.txt says more than that it ends in .txt.
    says_it_all = claim.pattern.lower() == lower and len(languages) == 1
    for ending, language, pattern in SHARED:
        is_ending = ending.startswith(".") and not says_it_all
        fits = lower.endswith(ending) if is_ending else lower == ending
        if fits and re.match(pattern, text, re.M):
            return language
    languages = languages_meant(claim, text)
    if len(languages) == 1:
        return languages[0]
    if claim:
        return ""
    stem = posixpath.splitext(name)[0]
    if suffix and stem.lower() in PROSE:  # README.rst claims nothing: many a README is not in the format that it says
        return _named(f"prose{suffix}", text) or ("Text" if suffix in PROSE_SUFFIXES else "")
    run_by = languages_of(interpreter(text))
    if run_by:
        return run_by[0]
    return "Text" if name.lower() in PROSE else ""
