"""The road of a file: content, claim, evidence, prediction, verdict."""

from __future__ import annotations

from langdetect_hook import verdict
from langdetect_hook.evidence import findings
from langdetect_hook.files import git_lfs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.evidence.fact import Attributes
    from langdetect_hook.excuses.neighbours import Committed
    from langdetect_hook.files.content import Content
    from langdetect_hook.files.sources import Source
    from langdetect_hook.network.assets import Model
    from langdetect_hook.verdict import Verdict


def check_source(source: Source, rules: frozenset[str], model: Model, uses_lfs: bool = False) -> list[Verdict]:
    """The verdicts on one file: its findings, or one verdict that is none; `uses_lfs`: see git_lfs.is_asked_for."""
    from langdetect_hook.files.sources import Skipped, committed_near, reason_of

    try:
        content = source.read()
    except Skipped as skipped:
        return [verdict.Verdict(source.path, verdict.SKIPPED, str(skipped))]
    except OSError as error:
        return [verdict.Verdict(source.path, verdict.ERROR, reason_of(error))]
    misplaced = git_lfs.misplaced_content(source.path) if uses_lfs else None
    if misplaced:
        return [verdict.of_evidence(source.path, misplaced)]
    return check_content(source.path, content, rules, model, git_attributes, committed_near)


def check_content(
    path: str,
    content: Content,
    rules: frozenset[str],
    model: Model,
    attributes: Attributes | None = None,
    committed: Committed | None = None,
) -> list[Verdict]:
    """The verdicts on one file: its findings, or one verdict that is none."""
    claim = model.claim_of(path)
    found = [verdict.of_evidence(path, evidence) for evidence in findings(path, claim, content, rules, attributes)]
    if found:
        return found
    if verdict.NETWORK_RULE not in rules:
        return [verdict.Verdict(path, verdict.OK)]
    return [verdict.of_network(path, claim, content, model, attributes, committed)]


def git_attributes(path: str) -> dict[str, str]:
    """The git attributes of a path that decide about findings; nothing outside a repository."""
    from langdetect_hook.files.git import attributes

    return attributes(path)
