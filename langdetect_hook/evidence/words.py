"""The words that the rules share: what was expected, and what to type. Needed only for a finding."""

from __future__ import annotations

from shlex import quote

from langdetect_hook.claims import extension
from langdetect_hook.languages import LANGUAGE_OF, spoken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.claims import Claim


def renamed(path: str, suffix: str) -> str:
    """The command that gives `path` another extension, or `suffix` as its name if that has no dot; "" for a name that
    cannot be shown as it is."""
    if not path.isprintable():
        return ""
    if suffix.startswith("."):
        old = extension(path)
        stem = path[: len(path) - len(old)]
        if not stem or stem.endswith("/"):  # the dot of a hidden file
            stem += old
        new = stem if stem.lower().endswith(suffix) else stem + suffix
    else:
        new = path[: path.rfind("/") + 1] + suffix
    return f"git mv {'-- ' if path.startswith('-') else ''}{quote(path)} {quote(new)}"


def renamed_for(path: str, language: str) -> str:
    """The command that gives `path` the name that a file of `language` would best have, or ""."""
    known = LANGUAGE_OF.get(language)
    return renamed(path, known.primary) if known else ""


def if_meant(path: str, language: str, words: str) -> str:
    """What to do where the content is right and the name is wrong; `words` say what the content is."""
    rename = renamed_for(path, language)
    return f"if it is meant to be {words}" + (f": {rename}" if rename else ", give it another name")


def expected_of(claim: Claim) -> str:
    """The words for the languages that a name claims, without those that are known by a mark alone: the mark is not
    there."""
    marked = {language for language, _ in claim.marks if language not in claim.accepts}
    return spoken([name for name in claim.languages if name not in marked] or claim.languages)
