"""The road of a file: content, claim, evidence, prediction, verdict."""

from __future__ import annotations

from langdetect_hook import assets, git_lfs, verdict
from langdetect_hook.evidence import findings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from langdetect_hook.assets import Model
    from langdetect_hook.content import Content
    from langdetect_hook.convention import Committed
    from langdetect_hook.evidence.fact import Attributes
    from langdetect_hook.sources import Source
    from langdetect_hook.verdict import Verdict

# From this many files on, numpy and an index of the vocabulary pay for the time they take to load.
MANY_FILES = 200


def check_files(
    sources: Iterable[Source], rules: frozenset[str], model: Model | None = None, jobs: int = 1
) -> Iterator[Verdict]:
    """The verdicts on each file, in order, worked out by up to `jobs` processes where there are many files.

    A file that can't be read has the verdict ERROR. Failure: broken assets.
    """
    model = model or assets.load()
    if jobs > 1:
        from langdetect_hook import parallel

        many, sources = parallel.split_off_few(sources)
        if many:
            yield from parallel.check_in_parallel(sources, rules, model.folder, jobs)
            return
    uses_lfs = git_lfs.is_asked_for(rules)
    for number, source in enumerate(sources, 1):
        if number == MANY_FILES:
            model.prepare_for_many()
        yield from check_source(source, rules, model, uses_lfs)


def check_source(source: Source, rules: frozenset[str], model: Model, uses_lfs: bool = False) -> list[Verdict]:
    """The verdicts on one file: its findings, or one verdict that is none; `uses_lfs`: see git_lfs.is_asked_for."""
    from langdetect_hook.sources import Skipped, committed_near, reason_of

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
    from langdetect_hook.git import attributes

    return attributes(path)
