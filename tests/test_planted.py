"""Each planted accident is found, by its rule, and nothing is said of its healthy twin."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Iterator

import pytest

from langdetect_hook.check import check_content
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.report.rules import DEFAULT_RULES
from langdetect_hook.verdict import MISMATCH
from tests import accidents
from tests.bundled import model
from tests.planted import Planted, planted

PLANTED = planted()
# What cannot stand in a file of texts: a path, its bytes, the rule.
BYTES: list[tuple[str, bytes, str]] = [
    ("app.py", "import os\nprint(os.name)\n".encode("utf-16"), "LD007"),
    ("data.json", '{"a": 1, "b": [2, 3]}\n'.encode("utf-16"), "LD007"),
    ("deploy.sh", "#!/bin/sh\necho words\n".encode("utf-16"), "LD007"),
    ("pyproject.toml", '[project]\nname = "words"\n'.encode("utf-16-le"), "LD007"),
    ("run.sh", b"\xef\xbb\xbf#!/bin/sh\necho words\n", "LD002"),
    ("words.py", b"b0VIM 9.1\0\0\0\0\x10\0\0" + bytes(16) + b"ana" + bytes(4096), "LD008"),
    ("logo.png", base64.encodebytes(accidents.PNG * 20), "LD008"),
    ("paper.pdf", b"\\documentclass{article}\n\\begin{document}\nWords.\n\\end{document}\n", "LD008"),
    ("dump.sql", gzip.compress(b"CREATE TABLE a (b int);\n" * 50, mtime=0), "LD008"),
    ("app.js", accidents.PNG, "LD008"),
    ("photo.jpg", b'{"error": "not found"}\n', "LD003"),
    ("release.zip", b"<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head></html>\n", "LD003"),
]
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


@pytest.mark.parametrize("path, raw, rule", BYTES, ids=lambda value: value if isinstance(value, str) else "")
def test_bytes_are_found(path: str, raw: bytes, rule: str) -> None:
    verdicts = check_content(path, content_from_bytes(raw), DEFAULT_RULES, model(), lambda path: {})
    assert [verdict.rule for verdict in verdicts] == [rule]


def test_both_kinds_are_read() -> None:
    assert len(ACCIDENTS) + len(BYTES) >= 150 and len(HEALTHY) >= 85
    assert all(each.findings or each.why for each in PLANTED)
