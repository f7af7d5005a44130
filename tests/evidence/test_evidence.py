from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from langdetect_hook.case import Case
from langdetect_hook.claims import TABLE_PATH, Claims
from langdetect_hook.evidence import against
from langdetect_hook.excuses import declared
from langdetect_hook.failure import Failure
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.languages.traits import TRAITS
from langdetect_hook.report.rules import ALL_RULES, DEFAULT_RULES, RULES
from langdetect_hook.suspicion import NOBODY_ASKED
from tests.bundled import case_of, model
from tests.conftest import CHECKOUT

CONFLICT = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> branch\n"
PAGE = "<!DOCTYPE html>\n<title>404 Not Found</title>\n"
POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 1\n"
FENCED = "```python\nimport a\nimport b\n```\n"
# Accidents that each rule reports under this name.
ACCIDENTS = {
    "LD002": ("a.sh", b"#!/usr/bin/env python3\n"),
    "LD003": ("a.json", PAGE.encode()),
    "LD004": ("a.json", POINTER.encode()),
    "LD005": ("a.json", CONFLICT.encode()),
    "LD006": ("a.py", FENCED.encode()),
    "LD007": ("a.py", "import a\n".encode("utf-16")),
    "LD008": ("a.json", b"\x7fELF\x02\x01\x01" + bytes(20)),
    "LD009": ("a.pem", b"import os\n\nos.remove('a')\n"),
    "LD010": ("a.json", b"-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49\n-----END PRIVATE KEY-----\n"),
    "LD011": ("a.json", b'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\nKeyError: 1\n'),
}


def declares(case: Case) -> bool:
    """Whether a file declares something of itself that excuses it."""
    questions = (declared.by_pragma, declared.by_modeline, declared.by_interpreter)
    return any(question(case, NOBODY_ASKED) for question in questions)


def rules_of(path: str, raw: bytes, selected: frozenset[str] = frozenset(RULES)) -> list[str]:
    return [one.rule for one in against(case_of(path, raw), selected)]


@pytest.mark.parametrize("rule", sorted(ACCIDENTS))
def test_each_rule_can_be_selected_alone(rule: str) -> None:
    path, raw = ACCIDENTS[rule]
    assert rules_of(path, raw, frozenset()) == []
    assert rules_of(path, raw, frozenset(RULES) - {rule}) == []
    assert rules_of(path, raw, frozenset({rule})) == [rule]
    assert rules_of(path, raw) == [rule]


def test_every_exact_rule_has_an_accident_here() -> None:
    assert set(ACCIDENTS) == set(RULES) - {"LD001"}
    assert [rule.id for rule in ALL_RULES] == sorted(RULES)
    assert frozenset(RULES) == DEFAULT_RULES
    for rule in ALL_RULES:
        assert rule.explanation.endswith(".") and rule.explanation.count(". ") == 0


@pytest.mark.parametrize("rule", sorted(set(ACCIDENTS) - {"LD007", "LD008"}))
def test_neither_line_ends_nor_a_mark_nor_lines_below_change_a_finding(rule: str) -> None:
    path, raw = ACCIDENTS[rule]
    for changed in (raw.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + raw, raw + b"\n", raw.rstrip(b"\n")):
        if rule != "LD002" or changed != raw.rstrip(b"\n"):
            assert rules_of(path, changed) == [rule]
    assert rules_of(path, raw.decode().encode("utf-16"), DEFAULT_RULES) == [rule]


def test_the_first_of_the_rules_about_the_whole_file_speaks_alone() -> None:
    assert rules_of("a.png", PAGE.encode()) == ["LD003"]
    assert rules_of("a.sh", ("#!/usr/bin/env python3\n" + CONFLICT).encode()) == ["LD002", "LD005"]


@pytest.mark.parametrize("path", ["a.py", "a", "a.png", "a.json.j2", ".py", "a.", "a/", "", "....", "é.json"])
@pytest.mark.parametrize("raw", [b"", b"\0", b"\n", b"\xff\xfe", b"#!", b"<", b"{", b"```", b"\r", b"\x89"])
def test_odd_names_and_bytes_find_nothing(path: str, raw: bytes) -> None:
    assert rules_of(path, raw) == []
    declares(case_of(path, raw))


@pytest.mark.parametrize("path", ["a.py", "a.sh", "a.js", "a.json", "a.yaml", "a.png", "a.pem", "a.vue", "a.mdx"])
def test_hostile_text_is_looked_at_in_linear_time(path: str) -> None:
    marks = (
        "<<<<<<< a\n",
        ">>>>>>> \n<<<<<<< ",
        "{{ ",
        "{% a",
        "-*- ",
        "vim: ",
        "```\n",
        "<html>",
        "<<E\n",
        "- a: 1\n",
        "\n+\n- a;",
    )
    marks += (
        "<!doctype html><style ",
        "<!doctype html><title>404</title>{",
        "<!--",
        "<!-- --><meta og:url ",
        "<Error>",
    )
    marks += ("QUJD" * 500 + "!",)  # it begins like base64
    for piece in marks:
        text = piece * 40_000
        case = case_of(path, text.encode()[: 1 << 20])
        against(case, frozenset(RULES))
        declares(case)


def test_git_attributes_are_asked_for_no_healthy_file() -> None:
    def refuse(path: str) -> dict[str, str]:
        raise AssertionError(path)

    for path, raw in (("a.py", b"import a\n"), ("a.png", b"\x89PNG\r\n\x1a\n\0"), ("a.json", b"{}")):
        assert against(case_of(path, raw, refuse), frozenset(RULES)) == []


def test_a_healthy_file_loads_no_table_that_it_does_not_need() -> None:
    code = (
        "import sys; from langdetect_hook.case import Case; from langdetect_hook.claims import bundled;"
        "from langdetect_hook.files.content import content_from_bytes;"
        "from langdetect_hook.evidence import against; from langdetect_hook.report.rules import DEFAULT_RULES;"
        "against(Case(bundled().of('a.py'), content_from_bytes(b'import a'), None), DEFAULT_RULES);"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    kept_away = {"typing", "json", "ast", "inspect", "subprocess", "numpy", "langdetect_hook.languages"}
    kept_away |= {f"langdetect_hook.{name}" for name in ("evidence.magic_numbers", "evidence.words", "excuses")}
    kept_away |= {f"langdetect_hook.claims.{name}" for name in ("interpreters", "declared")}
    assert not loaded & kept_away


def test_every_trait_that_a_rule_asks_for_is_one() -> None:
    """A rule must not import the traits, so that their words stand in it."""
    words = set()
    for path in (CHECKOUT / "langdetect_hook" / "evidence").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        for arguments in re.findall(r"\b(?:claim\.has|having)\(([^)]*)\)", text):
            words.update(re.findall(r'"([a-z-]+)"', arguments))
    assert {"documentation", "page", "xml"} <= words
    assert words <= set(TRAITS)


def test_a_table_without_traits_is_one_sentence(tmp_path: Path) -> None:
    rows = Path(TABLE_PATH).read_text(encoding="utf-8").splitlines(keepends=True)
    older = tmp_path / "languages.tsv"
    older.write_text("".join(row for row in rows if not row.startswith("/+")), encoding="utf-8")
    page = Case(Claims(str(older)).of("a.md"), content_from_bytes(PAGE.encode()), model())
    with pytest.raises(Failure, match="is of an older version"):
        against(page, frozenset(RULES))
