"""The record of verdicts: a change of any of them is seen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.verdict_record import KEYS, main


def row(of: str, path: str, verdict: str, rule: str | None = None, **others: Any) -> dict[str, Any]:
    return {"of": of, "what": "", **dict.fromkeys(KEYS), "path": path, "verdict": verdict, "rule": rule, **others}


BEFORE = [
    row("trees", "a.py", "ok", reason="it parses as Python"),
    row("trees", "b.py", "mismatch", "LD001", message="looks like SQL"),
    row("trees", "b.py", "mismatch", "LD005", line=3),
    row("accidents", "planted.go", "mismatch", "LD001", what="1 SQL"),
    row("accidents", "planted.go", "ok", what="2 SQL"),
]


def compared(tmp_path: Path, after: list[dict[str, Any]]) -> int:
    for name, rows in (("before", BEFORE), ("after", after)):
        (tmp_path / name).write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="ascii")
    return main(["compare", str(tmp_path / "before"), str(tmp_path / "after")])


def test_the_same_is_the_same_in_any_order(tmp_path, capsys):
    assert compared(tmp_path, BEFORE[::-1]) == 0
    assert capsys.readouterr().out == "compared: 4\n"


def test_every_second_accident_is_enough(tmp_path, capsys):
    assert compared(tmp_path, BEFORE[:4]) == 0
    assert capsys.readouterr().out == "compared: 3\n"


@pytest.mark.parametrize(
    ("number", "changed"),
    [
        (0, {"reason": "it has template marks"}),
        (1, {"message": "looks like Lua"}),
        (1, {"verdict": "ok", "rule": None}),
        (2, {"line": 4}),
        (3, {"verdict": "ok", "rule": None}),
        (4, {"verdict": "mismatch", "rule": "LD001"}),
        (3, {"rule": "LD003"}),
    ],
)
def test_any_change_is_one(tmp_path, number, changed):
    after = [dict(one) for one in BEFORE]
    after[number].update(changed)
    assert compared(tmp_path, after) == 1


def test_a_file_or_a_finding_that_is_gone_is_one(tmp_path):
    for number in (0, 1, 2):
        assert compared(tmp_path, BEFORE[:number] + BEFORE[number + 1 :]) == 1
