"""The interface for programs: bytes and a name in, what they are out::

    from langdetect_hook import Detector

    detector = Detector()
    checked = detector.check(b"#!/usr/bin/env python3\\nimport os\\n", "deploy.sh")
    if checked.findings:
        print(checked.findings[0].rule, checked.findings[0].message)

A Detector reads its assets when it is made, and nothing else ever: no file, no git, no configuration, no network. It
may be shared by threads, and sent to other processes, which read the assets again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from langdetect_hook import verdict
from langdetect_hook.case import nowhere
from langdetect_hook.check import check_content
from langdetect_hook.commands.answer import answer
from langdetect_hook.failure import Failure
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.network import assets
from langdetect_hook.report.rules import DEFAULT_RULES, RULES

_CANDIDATES = 3


class Finding(NamedTuple):
    """What is wrong with a file.

    `rule`: the id of the rule (docs/rules); `line`: from 1; `message`: in neutral words; `expected`: what the name
    says; `predicted`: the language that the content looks like, None where it is none; `probability`: of that language
    to the network, between 0 and 1, None where it was not asked.
    """

    rule: str
    line: int
    message: str
    expected: str | None
    predicted: str | None
    probability: float | None


class Checked(NamedTuple):
    """What `check` says of a file: its `name`; `verdict`: "ok", "mismatch", "unsure" or "skipped"; its `findings`, of
    which only a mismatch has any; `reason`: why it is no mismatch, "" where there is nothing to say."""

    name: str
    verdict: str
    findings: tuple[Finding, ...]
    reason: str


class Classified(NamedTuple):
    """What `classify` says of content.

    `language`: by Linguist's name, None where it is not sure or there is no text; `by`: "content" (the network), "first
    line", "modeline" or "whole text", None where there is no language; `probability`: of the likeliest language to the
    network, None where first lines decide; `candidates`: the three likeliest (language, probability), likeliest first;
    `reason`: what the first lines say, or why there is no language, else None.
    """

    language: str | None
    by: str | None
    probability: float | None
    candidates: tuple[tuple[str, float], ...]
    reason: str | None


class Detector:
    """What checks and classifies bytes. Thread-safe; sent to another process, it reads its assets again there."""

    def __init__(self, assets_folder: str | None = None, rules: Iterable[str] = DEFAULT_RULES) -> None:
        """`assets_folder`: a model of your own, as `train` wrote it; else the bundled one. `rules`: the ids of those
        that are checked. Failure: broken assets. ValueError: no rule has that id."""
        self._arguments = (assets_folder, tuple(sorted(rules)))
        self._rules = frozenset(self._arguments[1])
        if unknown := sorted(self._rules - RULES.keys()):
            raise ValueError(f"no rule is called {unknown[0]}: choose from {', '.join(sorted(RULES))}")
        self._model = assets.load(assets_folder)
        self._model.claims.table()

    def __reduce__(self) -> tuple[Any, ...]:
        return Detector, self._arguments

    def check(self, content: bytes, name: str) -> Checked:
        """Whether `content` is what `name`, a file name or a path, says: the whole content of the file; of more than a
        MiB the first 64 KiB and the last 16 KiB count. Never raises for any bytes or name; Failure: the assets are
        damaged."""
        found = check_content(name, content_from_bytes(content), self._rules, self._model, place=nowhere)
        wrong = tuple(map(_finding, (one for one in found if one.verdict == verdict.MISMATCH)))
        return Checked(name, found[0].verdict, wrong, "" if wrong else found[0].reason)

    def check_many(self, files: Iterable[tuple[bytes, str]]) -> Iterator[Checked]:
        """What `check` says of each (content, name), in order: for more than a few hundred, faster than one by one."""
        self._model.prepare_for_many()
        for content, name in files:
            yield self.check(content, name)

    def classify(self, content: bytes) -> Classified:
        """The language of `content`, which no name decides. Never raises for any bytes; Failure: the assets are
        damaged."""
        said = answer(self._model, content_from_bytes(content))
        seen = said.prediction
        by_network = said.by in (None, "content")
        return Classified(
            said.language,
            said.by,
            seen.probability if seen is not None and by_network else None,
            tuple(seen.candidates(_CANDIDATES)) if seen is not None else (),
            said.reason,
        )

    def classify_many(self, contents: Iterable[bytes]) -> Iterator[Classified]:
        """What `classify` says of each content, in order."""
        self._model.prepare_for_many()
        return map(self.classify, contents)


def check_bytes(content: bytes, name: str) -> Checked:
    """Whether `content` is what `name` says, by the bundled model and the default rules: see Detector.check."""
    return _bundled().check(content, name)


def classify_bytes(content: bytes) -> Classified:
    """The language of `content`, by the bundled model: see Detector.classify."""
    return _bundled().classify(content)


@lru_cache(maxsize=1)
def _bundled() -> Detector:
    return Detector()


def _finding(one: verdict.Verdict) -> Finding:
    return Finding(one.rule or "", one.line or 1, one.message, one.expected, one.predicted, one.probability)


__all__ = ["Checked", "Classified", "Detector", "Failure", "Finding", "check_bytes", "classify_bytes"]
