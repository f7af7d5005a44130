"""Which blocks are taken: long enough, no transcript, none twice, and no language or project above its cap."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from langdetect_hook.training.corpus_builder.documentation import PLACEHOLDER, PROMPT
from tests.benchmarks.samples import digest
from tests.bundled import model

PER_LANGUAGE = 150
PER_PROJECT = 10
LEAST_LINES, LEAST_BYTES, LEAST_TOKENS = 3, 60, 5
LONGEST = 32_768  # bytes
NEAR = 0.6  # of the shingles of both blocks together: from here on they count as one
SHINGLE = 4  # tokens
COMMON = 100  # a shingle of so many blocks (a licence, an import) finds no near duplicate

BARE_PROMPT = re.compile(r"^> ?\S", re.M)
QUOTING = frozenset(("AsciiDoc", "Diff", "HTML", "Markdown", "Org", "Pug", "Svelte", "Vue", "XML", "reStructuredText"))
WORD = re.compile(r"\w+|[^\w\s]")


class Snippet(NamedTuple):
    """A block that might be taken: what it is, and where it stood."""

    language: str
    project: str
    page: str
    tag: str
    code: str


def chosen(snippets: Iterable[Snippet], per_language: int = PER_LANGUAGE) -> list[Snippet]:
    """The snippets of the set, the same ones on every run, by language and project."""
    fit = sorted((snippet for snippet in snippets if is_fit(snippet)), key=_order)
    return sorted(capped(list(distinct(fit)), per_language))


def _order(snippet: Snippet) -> str:
    return digest(f"{snippet.project}/{snippet.page}/{snippet.code}")


def is_fit(snippet: Snippet) -> bool:
    """Whether a block is long enough without what stands for left-out lines, and no transcript of a session."""
    code = PLACEHOLDER.sub("", snippet.code)
    lines = sum(1 for line in code.splitlines() if line.strip())
    raw = len(code.strip().encode("utf-8", "replace"))
    if (lines < LEAST_LINES and raw < LEAST_BYTES) or raw > LONGEST or is_transcript(snippet):
        return False
    return len(model().vocabulary.counts(code)) >= LEAST_TOKENS


def is_transcript(snippet: Snippet) -> bool:
    """Whether a line begins with a prompt; `>` alone quotes or closes an element in some languages."""
    if PROMPT.search(snippet.code):
        return True
    return snippet.language not in QUOTING and bool(BARE_PROMPT.search(snippet.code))


def distinct(snippets: Iterable[Snippet]) -> Iterator[Snippet]:
    """The snippets without those that are the same as an earlier one, or nearly."""
    holders: dict[int, list[int]] = defaultdict(list)
    sizes: list[int] = []
    for snippet in snippets:
        found = shingles(snippet.code)
        if not _is_near(found, holders, sizes):
            for shingle in found:
                holders[shingle].append(len(sizes))
            sizes.append(len(found))
            yield snippet


def shingles(code: str) -> set[int]:
    """What is compared: runs of SHINGLE tokens, numbers all alike and without case; of a short block all of it."""
    tokens = ["0" if token[0].isdigit() else token.lower() for token in WORD.findall(code)]
    return {hash(tuple(tokens[start : start + SHINGLE])) for start in range(max(1, len(tokens) - SHINGLE + 1))}


def _is_near(found: set[int], holders: dict[int, list[int]], sizes: list[int]) -> bool:
    shared: Counter[int] = Counter()
    for shingle in found:
        if len(holders.get(shingle, ())) < COMMON:
            shared.update(holders.get(shingle, ()))
    return any(both >= NEAR * (len(found) + sizes[other] - both) for other, both in shared.items())


def capped(snippets: list[Snippet], per_language: int) -> Iterator[Snippet]:
    """At most `per_language` of each language, in turn from its projects, and PER_PROJECT of a project in all.

    The rarest language chooses first: a project gives what few others can give.
    """
    by_language: dict[str, list[Snippet]] = defaultdict(list)
    for snippet in snippets:
        by_language[snippet.language].append(snippet)
    taken: Counter[str] = Counter()
    for language in sorted(by_language, key=lambda name: (len(by_language[name]), name)):
        yield from _in_turn(by_language[language], per_language, taken)


def _in_turn(snippets: list[Snippet], count: int, taken: Counter[str]) -> Iterator[Snippet]:
    turns: Counter[str] = Counter()
    placed = []
    for snippet in snippets:
        turns[snippet.project] += 1
        placed.append((turns[snippet.project], snippet))
    for _, snippet in sorted(placed, key=lambda pair: pair[0]):
        if count and taken[snippet.project] < PER_PROJECT:
            taken[snippet.project] += 1
            count -= 1
            yield snippet
