"""What somebody has said of a file: all rules honour it, and each in the same way."""

from __future__ import annotations

import random

import pytest

from langdetect_hook.check import check_content
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.network import assets
from langdetect_hook.report.rules import EVERY_RULE
from tests.accidents import CPLUSPLUS, HTML, PYTHON, SHELL

MODEL = assets.load()
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1" + bytes(100)
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "4d" * 32 + "\nsize 1234\n"
NOISE = random.Random(1).randbytes(4000)
CONFLICT = "<<<<<<< ours\npackage a\n=======\npackage b\n>>>>>>> theirs\n\nfunc main() {}\n"
# name, content, the rule that finds it, the language that it is, if any.
FOUND = [
    ("script.sh", PYTHON, "LD001", "Python"),
    ("tool.sh", "#!/usr/bin/env python3\n" + PYTHON, "LD002", "Python"),
    ("page.json", HTML, "LD003", "HTML"),
    ("model.py", POINTER, "LD004", None),
    ("main.go", CONFLICT, "LD005", None),
    ("main.py", f"```python\n{PYTHON}```\n", "LD006", "Markdown"),
    ("a.py", PYTHON.encode("utf-16"), "LD007", None),
    ("photo.png", JPEG, "LD008", None),
    ("noise.py", NOISE, "LD008", None),
]
IDS = [f"{row[2]}-{row[0]}" for row in FOUND]


def rules_against(name, content, **attributes):
    raw = content.encode() if isinstance(content, str) else content
    said = {key.replace("_", "-"): value for key, value in attributes.items()}
    found = check_content(name, content_from_bytes(raw), EVERY_RULE, MODEL, lambda path: said)
    return {one.rule for one in found if one.rule}


@pytest.mark.parametrize(("name", "content", "rule", "language"), FOUND, ids=IDS)
def test_left_out_is_left_out_of_every_rule(name, content, rule, language):
    assert rule in rules_against(name, content)
    assert rules_against(name, content, langdetect="unset") == set()
    assert rule in rules_against(name, content, langdetect="set")


@pytest.mark.parametrize(("name", "content", "rule", "language"), FOUND, ids=IDS)
def test_a_language_silences_what_says_the_same_and_nothing_else(name, content, rule, language):
    if language:
        assert rule not in rules_against(name, content, linguist_language=language)
        assert rule not in rules_against(name, content, linguist_language=language.upper())
    else:
        assert rule in rules_against(name, content, linguist_language="Ruby")


OF_SOURCE = [row[:3] for row in FOUND if isinstance(row[1], str) and row[2] not in ("LD003", "LD004", "LD006")]


@pytest.mark.parametrize(("name", "content", "rule"), OF_SOURCE)
def test_a_pragma_says_what_attributes_say(name, content, rule):
    first, line_end, rest = content.partition("\n") if content.startswith("#!") else ("", "", content)
    sign = "//" if name.endswith(".go") else "#"
    assert rule in rules_against(name, f"{first}{line_end}{sign} nothing\n{rest}")
    assert rules_against(name, f"{first}{line_end}{sign} langdetect: ignore\n{rest}") == set()


@pytest.mark.parametrize("kind", ["linguist-generated", "linguist-vendored", "binary"])
@pytest.mark.parametrize("value", ["set", "true"])
def test_the_network_is_not_asked_of_what_others_have_made(kind, value):
    kinds = {kind.replace("-", "_"): value}
    assert rules_against("script.sh", PYTHON, **kinds) == set()
    assert rules_against("shapes.py", CPLUSPLUS, **kinds) == set()
    # An accident is one all the same.
    assert rules_against("page.json", HTML, **kinds) == {"LD003"}
    assert rules_against("main.go", CONFLICT, **kinds) == {"LD005"}
    assert rules_against("photo.png", JPEG, **kinds) == {"LD008"}


@pytest.mark.parametrize("value", ["unset", "false", "unspecified"])
def test_what_is_not_set_says_nothing(value):
    for kind in ("linguist_generated", "linguist_vendored", "binary"):
        assert rules_against("script.sh", PYTHON, **{kind: value}) == {"LD001"}


def test_what_is_binary_on_purpose_has_any_bytes():
    assert rules_against("noise.py", NOISE) == {"LD008"}
    assert rules_against("noise.py", NOISE, binary="set") == set()
    assert rules_against("a.py", PYTHON.encode("utf-16"), binary="set") == set()


def test_what_git_converts_or_filters_is_no_finding():
    assert rules_against("a.py", PYTHON.encode("utf-16"), working_tree_encoding="UTF-16LE") == set()
    assert rules_against("model.py", POINTER, filter="lfs") == set()
    assert rules_against("photo.pdf", NOISE) == {"LD008"}
    assert rules_against("photo.pdf", NOISE, filter="git-crypt") == set()


def test_markers_that_are_shown_on_purpose():
    assert rules_against("main.go", CONFLICT, conflict_marker_size="32") == set()
    assert rules_against("main.go", CONFLICT, linguist_language="Diff") == set()


def test_git_is_asked_only_where_it_would_change_the_answer():
    asked = []
    for name, content in (("a.py", PYTHON), ("e.sh", SHELL), ("b.html", HTML)):
        check_content(name, content_from_bytes(content.encode()), EVERY_RULE, MODEL, asked.append)
    assert asked == []
