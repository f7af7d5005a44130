"""One exact fact found in a file, and the words that the rules share."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from langdetect_hook.claims import Claim

    Attributes = Callable[[str], Mapping[str, str]]


class Evidence:
    """A fact that contradicts a file's name.

    rule: its id; line: 1-based; seen: in neutral words ("looks like a JPEG image"); expected: what the name
    says ("PNG"); advice: what to do, in one line; language: the language that the content is of, where that
    is known.
    """

    __slots__ = ("advice", "expected", "language", "line", "rule", "seen")

    def __init__(
        self, rule: str, line: int, seen: str, expected: str, advice: str, language: str | None = None
    ) -> None:
        self.rule = rule
        self.line = line
        self.seen = seen
        self.expected = expected
        self.advice = advice
        self.language = language

    def __repr__(self) -> str:
        return f"Evidence({self.rule!r}, {self.line}, {self.seen!r}, {self.expected!r})"


def extension(path: str) -> str:
    """Return the last suffix of a path in lower case (".png"), or "" where there is none."""
    name = path[path.rfind("/") + 1 :]
    dot = name.rfind(".")
    return name[dot:].lower() if dot >= 0 else ""


def inner_name_claims(path: str, languages: Iterable[str]) -> bool:
    """Return whether a suffix further in claims one of the languages: probes.pl.prolog is the prolog of a .pl."""
    from langdetect_hook.claims import claim_of  # only what is about to be a finding needs it

    suffix = extension(path)
    inner = claim_of(path[: -len(suffix)]) if suffix else None
    return inner is not None and not inner.accepts.isdisjoint(languages)


def inner_name_is_neutral(path: str) -> bool:
    """Return whether a suffix further in is known to claim nothing: a.ref.py is what a test of a.py prints."""
    from langdetect_hook.claims import is_neutral  # only what is about to be a finding needs it

    return is_neutral(path[: -len(extension(path))])


# So many files beside one that share its stem, with endings that no table knows, make an ending a word like theirs.
LEAST_TOPICS = 3


def suffix_is_a_topic(path: str) -> bool:
    """Return whether what stands behind the first dot says what a file is about: configure.cc beside configure.host,
    configure.libs and configure.threads finds the C++ compiler."""
    import os  # only what is about to be a finding needs it

    from langdetect_hook.claims import is_unknown

    folder, name = os.path.split(path)
    stem, dot, _ = name.partition(".")
    try:
        others = [other for other in os.listdir(folder or os.curdir) if other.startswith(stem + ".") and other != name]
    except (OSError, ValueError):
        return False
    unknown = sum(is_unknown(other) for other in others)
    return bool(stem and dot) and unknown >= LEAST_TOPICS and 2 * unknown > len(others)


def renamed(path: str, suffix: str) -> str:
    """Return the command that gives `path` another extension, or `suffix` as its name if that has no dot; "" for a name
    that cannot be shown as it is."""
    from shlex import quote  # only a finding needs it

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
    """Return the command that gives `path` the name that a file of `language` would best have, or ""."""
    from langdetect_hook.languages import LANGUAGE_OF  # only a finding needs it

    known = LANGUAGE_OF.get(language)
    return renamed(path, known.primary) if known else ""


def if_meant(path: str, language: str, words: str) -> str:
    """Return what to do where the content is right and the name is wrong; `words` say what the content is."""
    rename = renamed_for(path, language)
    return f"if it is meant to be {words}" + (f": {rename}" if rename else ", give it another name")


def expected_of(claim: Claim) -> str:
    """Return how a message says the languages that a name claims; those that are known by a mark alone are left out,
    for the mark is not there."""
    from langdetect_hook.languages import spoken  # only a finding needs it

    marked = {language for language, _ in claim.marks}
    return spoken([name for name in claim.languages if name not in marked] or claim.languages)


def attribute(attributes: Attributes | None, path: str, name: str) -> str:
    """Return a git attribute in lower case, "" where it is not set or attributes are not known."""
    value = _value(attributes, path, name)
    return "" if value in ("unspecified", "unset") else value.lower()


def _value(attributes: Attributes | None, path: str, name: str) -> str:
    return attributes(path).get(name, "") if attributes is not None else ""


def is_left_out(attributes: Attributes | None, path: str) -> bool:
    """Return whether `.gitattributes` says `-langdetect` of a path: nothing is reported of it."""
    return _value(attributes, path, "langdetect") == "unset"


def overridden(attributes: Attributes | None, path: str) -> str:
    """Return the language that `linguist-language` gives the file ("common lisp"), or ""."""
    return attribute(attributes, path, "linguist-language").replace("-", " ")
