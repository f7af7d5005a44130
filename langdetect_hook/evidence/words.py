"""The words that the rules share: what was expected, and what to type. Needed only for a finding."""

from __future__ import annotations

import os
from shlex import quote

from langdetect_hook.claims import extension
from langdetect_hook.files.places import MISSING, TRACKED, TRACKED_ELSEWHERE
from langdetect_hook.languages import spoken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.claims import Claim


ANOTHER_NAME = "give it another name"
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


def renamed(path: str, suffix: str, place: str = TRACKED) -> str:
    """The command that gives `path` another extension, or `suffix` as its name if that has no dot; `place`: how it
    stands for git, a word of files/places. "" for a name that cannot be shown as it is, or of no file."""
    if not path.isprintable() or place == MISSING:
        return ""
    new = new_name(path, suffix)
    if place == TRACKED_ELSEWHERE:
        folder, name = os.path.split(path)
        return f"git -C {quote(folder or os.curdir)} mv {_typed(name, os.path.basename(new))}"
    # The target is free now, but may be taken when this is typed.
    return f"{'git mv' if place == TRACKED else 'mv -n'} {_typed(path, new)}"


def _typed(*paths: str) -> str:
    options = "-- " if any(path.startswith("-") for path in paths) else ""
    return options + " ".join(map(quote, paths))


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
    if not case.path.isprintable() or not target(case, suffix):
        return ANOTHER_NAME
    command = renamed(case.path, suffix, case.place())
    by = case.mentioned_by() if command else None
    if by == "":
        return command
    return f"{ANOTHER_NAME}, in {by} as well" if by and by.isprintable() else ANOTHER_NAME


def target(case: Case, suffix: str) -> str:
    """The path that a file should have, with another extension, or `suffix` as its name; "" where none is known or it
    is taken, and where a tool finds the file by the name that it has."""
    if not suffix or case.is_nowhere or os.path.lexists(new_name(case.path, suffix)):
        return ""
    if is_looked_for(case.claim) and "." not in suffix[1:]:  # else it is looked for by the other name
        return ""
    return new_name(case.path, suffix)


def taken_out(case: Case) -> str:
    """The command that takes a file out of the next commit and leaves it where it is, after a colon; "" where git does
    not track it from here."""
    if case.place() != TRACKED or not case.path.isprintable():
        return ""
    return f": git rm --cached -- {quote(case.path)}"


def is_looked_for(claim: Claim) -> bool:
    """Whether a tool or a language finds a file by its name: a full name, a part of a build, an entry point."""
    stem = claim.name.partition(".")[0].lower()
    by_name = bool(claim) and (claim.pattern == claim.name or not claim.pattern.startswith("."))
    return by_name or claim.extension in PARTS_OF_A_BUILD or stem in ENTRY_POINTS


def other_name_for(case: Case, language: str) -> str:
    """How to give a file the name that one of `language` would best have."""
    from langdetect_hook.evidence.suitable_names import suffix_for

    return other_name(case, suffix_for(case, language))


def if_meant(case: Case, language: str, words: str) -> str:
    """What to do where the content is right and the name is wrong; `words` say what the content is."""
    how = other_name_for(case, language)
    return f"if it is meant to be {words}" + (", " if how.startswith(ANOTHER_NAME) else ": ") + how


def expected_of(claim: Claim) -> str:
    """The words for the languages that a name claims, without those that are known by a mark alone: the mark is not
    there."""
    marked = {language for language, _ in claim.marks if language not in claim.accepts}
    return spoken([name for name in claim.languages if name not in marked] or claim.languages)
