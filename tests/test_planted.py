"""Each planted accident is found, by its rule, and nothing is said of its healthy twin."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from langdetect_hook.check import check_content
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.report.rules import DEFAULT_RULES
from langdetect_hook.verdict import MISMATCH
from tests.bundled import model
from tests.planted import Planted, planted

PLANTED = planted()
ACCIDENTS = [each for each in PLANTED if each.findings]
HEALTHY = [each for each in PLANTED if not each.findings]


def found(each: Planted) -> Iterator[str]:
    """The ids that are reported of a file, each with its line."""
    content = content_from_bytes(each.text.encode())
    for verdict in check_content(each.path, content, DEFAULT_RULES, model(), lambda path: {}):
        if verdict.verdict == MISMATCH:
            yield f"{verdict.rule} line {verdict.line}"


@pytest.mark.parametrize("each", HEALTHY, ids=lambda each: each.path)
def test_silent(each: Planted) -> None:
    assert list(found(each)) == [], each.why


@pytest.mark.parametrize("each", ACCIDENTS, ids=lambda each: each.path)
def test_found(each: Planted) -> None:
    said, wanted = sorted(found(each)), sorted(each.findings)
    assert len(said) == len(wanted), said
    assert all(one == id or one.startswith(f"{id} ") for one, id in zip(said, wanted, strict=True)), said


def test_both_kinds_are_read() -> None:
    assert len(ACCIDENTS) >= 25 and len(HEALTHY) >= 15
    assert all(each.findings or each.why for each in PLANTED)
