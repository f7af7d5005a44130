"""The road of a file: what its name claims, what its bytes prove, what the network suspects, what excuses it."""

from __future__ import annotations

from langdetect_hook import evidence, suspicion, verdict
from langdetect_hook.case import Case
from langdetect_hook.evidence import ld004_lfs_pointer
from langdetect_hook.files.sources import Skipped, committed_near, reason_of
from langdetect_hook.suspicion import STRONG
from langdetect_hook.verdict import Decision

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Attributes, Committed, Mentions, Place
    from langdetect_hook.configuration.settings import Settings
    from langdetect_hook.excuses import Answer
    from langdetect_hook.files.content import Content
    from langdetect_hook.files.sources import Source
    from langdetect_hook.network.assets import Model
    from langdetect_hook.suspicion import Suspicion
    from langdetect_hook.verdict import Verdict

LEFT_OUT = "the configuration leaves it out"
TOO_LARGE = "it is larger than the max-bytes of the configuration"


def check_source(
    source: Source, rules: frozenset[str], model: Model, uses_lfs: bool = False, settings: Settings | None = None
) -> list[Verdict]:
    """The verdicts on one file: its findings, or else one other verdict; `uses_lfs`: also look for content where a Git
    LFS pointer belongs; `settings`: of the configuration, where there is one."""
    if settings is not None:
        rules = settings.rules_for(source.path)
        if not rules:
            return [verdict.Verdict(source.path, verdict.SKIPPED, LEFT_OUT)]
    try:
        content = source.read()
    except Skipped as skipped:
        return [verdict.Verdict(source.path, verdict.SKIPPED, str(skipped))]
    except OSError as error:
        return [verdict.Verdict(source.path, verdict.ERROR, reason_of(error))]
    if settings is not None and settings.is_too_large(content.size):
        return [verdict.Verdict(source.path, verdict.SKIPPED, TOO_LARGE)]
    misplaced = ld004_lfs_pointer.misplaced(source.path) if uses_lfs and "LD004" in rules else None
    found = (
        [verdict.of_evidence(source.path, misplaced)]
        if misplaced
        else check_content(source.path, content, rules, model, git_attributes, committed_near, mentioning, place_of)
    )
    for one in found:
        if one.verdict == verdict.MISMATCH:
            one.digest = digest_of(content)
    return found


def digest_of(content: Content) -> str:
    """The SHA-256 of what a verdict was based on, in hexadecimal: the bytes that were read, and the size where that is
    not all. How git writes line ends in this work tree changes nothing."""
    from hashlib import sha256

    raw = content.raw if content.text is None else content.raw.replace(b"\r\n", b"\n")
    return sha256(raw if content.complete else b"%d\n%b" % (content.size, raw)).hexdigest()


def check_content(
    path: str,
    content: Content,
    rules: frozenset[str],
    model: Model,
    attributes: Attributes | None = None,
    committed: Committed | None = None,
    mentions: Mentions | None = None,
    place: Place | None = None,
) -> list[Verdict]:
    """The verdicts on one file: its findings, or else one other verdict."""
    return verdict.of(decide(path, content, rules, model, attributes, committed, mentions, place))


def decide(
    path: str,
    content: Content,
    rules: frozenset[str],
    model: Model,
    attributes: Attributes | None = None,
    committed: Committed | None = None,
    mentions: Mentions | None = None,
    place: Place | None = None,
) -> Decision:
    """The decision on one file by the `rules` with these ids, step by step; git is asked only where it matters."""
    claim = model.claims.of(path)
    case = Case(claim, content, model, attributes, committed, mentions, place)
    found = evidence.against(case, rules)
    suspected = suspicion.against(case, found, rules)
    answer = excuses_for(case, suspected)
    return Decision(case, found, suspected, answer)


def excuses_for(case: Case, suspected: Suspicion) -> Answer | None:
    """The excuses asked, and which one holds; None where the suspicion is not strong: hardly any file needs that
    folder."""
    if suspected.state != STRONG:
        return None
    from langdetect_hook import excuses

    return excuses.for_(case, suspected)


def git_attributes(path: str) -> dict[str, str]:
    """The git attributes of a path that bear on the verdict; nothing outside a repository."""
    from langdetect_hook.files.git import attributes

    return attributes(path)


def mentioning(path: str) -> str | None:
    """A tracked file, in the folder of a path or above, that has its name in it; "" where there is none, and outside a
    repository; None where that is not known."""
    from langdetect_hook.files.git import mentioning

    return mentioning(path)


def place_of(path: str) -> str:
    """Where a path stands for git: a word of files/places."""
    from langdetect_hook.files.places import place_of

    return place_of(path)
