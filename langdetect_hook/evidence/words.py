"""The words that the rules share: what was expected, and what to type. Needed only for a finding."""

from __future__ import annotations

import os
from shlex import quote

from langdetect_hook.claims import extension
from langdetect_hook.languages import LANGUAGE_OF, spoken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.claims import Claim


# The extensions of parts that a build finds by their names, and names by which tools and languages find files.
PARTS_OF_A_BUILD = frozenset({
    *(".ac", ".am", ".bzl", ".cmake", ".gradle", ".m4", ".mak", ".mk", ".pri", ".pro", ".props"),
})  # fmt: skip
ENTRY_POINTS = frozenset({
    *("__init__", "__main__", "application", "build", "config", "configure", "conftest", "index", "init", "lib"),
    *("main", "manage", "mod", "package", "routes", "settings", "setup"),
})  # fmt: skip


# What may follow `.tar`.
COMPRESSIONS = frozenset({".bz2", ".gz", ".lz", ".lz4", ".lzma", ".xz", ".Z", ".zst"})


def renamed(path: str, suffix: str) -> str:
    """The command that gives `path` another extension, or `suffix` as its name if that has no dot; "" for a name that
    cannot be shown as it is."""
    if not path.isprintable():
        return ""
    return f"git mv {'-- ' if path.startswith('-') else ''}{quote(path)} {quote(new_name(path, suffix))}"


def new_name(path: str, suffix: str) -> str:
    """`path` with another extension, or with `suffix` as its name if that has no dot."""
    if suffix.startswith("."):
        old = extension(path)
        stem = path[: len(path) - len(old)]
        if not stem or stem.endswith("/"):  # the dot of a hidden file
            stem += old
        if stem.lower().endswith(".tar") and suffix not in COMPRESSIONS:  # a ZIP archive called app.tar.gz
            stem = stem[: -len(".tar")]
        return stem if stem.lower().endswith(suffix) else stem + suffix
    return path[: path.rfind("/") + 1] + suffix


def other_name(case: Case, suffix: str) -> str:
    """How to give a file another extension, or `suffix` as its name: the command, or where that would break something
    or cannot be done, what to look at."""
    command = renamed(case.path, suffix) if suffix else ""
    if not command or is_looked_for(case.claim) or os.path.lexists(new_name(case.path, suffix)):
        return "give it another name"
    by = case.mentioned_by()
    if by == "":
        return command
    return f"give it another name, in {by} as well" if by and by.isprintable() else "give it another name"


def is_looked_for(claim: Claim) -> bool:
    """Whether a tool or a language finds a file by its name: a full name, a part of a build, an entry point."""
    stem = claim.name.partition(".")[0].lower()
    by_name = bool(claim) and (claim.pattern == claim.name or not claim.pattern.startswith("."))
    return by_name or claim.extension in PARTS_OF_A_BUILD or stem in ENTRY_POINTS


def other_name_for(case: Case, language: str) -> str:
    """How to give a file the name that one of `language` would best have."""
    known = LANGUAGE_OF.get(language)
    return other_name(case, known.primary if known else "")


def if_meant(case: Case, language: str, words: str) -> str:
    """What to do where the content is right and the name is wrong; `words` say what the content is."""
    how = other_name_for(case, language)
    return f"if it is meant to be {words}" + (": " if how.startswith("git ") else ", ") + how


def expected_of(claim: Claim) -> str:
    """The words for the languages that a name claims, without those that are known by a mark alone: the mark is not
    there."""
    marked = {language for language, _ in claim.marks if language not in claim.accepts}
    return spoken([name for name in claim.languages if name not in marked] or claim.languages)
