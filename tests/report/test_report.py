"""What is said, to the letter, and the exit status that it amounts to."""

from __future__ import annotations

import io
import json

import pytest

from langdetect_hook.commands.answer import Answer
from langdetect_hook.report import FORMATS, KEYS, ClassificationReport, Report, escaped, hint
from tests.conftest import VerdictRow

FINDING = VerdictRow(
    "data/users.json",
    "mismatch",
    "LD001",
    1,
    None,
    "JSON",
    "HTML",
    0.998,
    "looks like HTML (99.8%), expected JSON",
    "if it is a saved error page, fetch it again; if it is meant to be HTML: git mv data/users.json data/users.html",
    refused=("E01", "E02"),
)
QUIET = [
    VerdictRow("a.py", "ok", predicted="Python", probability=0.97),
    VerdictRow("b.py", "unsure", reason="too few known tokens"),
    VerdictRow("c", "skipped", reason="its name claims nothing"),
]
ERROR = VerdictRow("d.py", "error", reason="permission denied")


def said(format_name, verdicts, **settings):
    out, err = io.StringIO(), io.StringIO()
    report = Report(format_name, out, err, **settings)
    for verdict in verdicts:
        report.add(verdict)
    return report.close(), out.getvalue(), err.getvalue()


def test_nothing_is_said_of_healthy_files():
    assert said("text", QUIET) == (0, "", "")
    assert said("text", []) == (0, "", "")
    assert said("jsonl", QUIET) == (0, "", "")


def test_json_is_valid_when_there_is_nothing():
    status, out, _ = said("json", QUIET)
    assert (status, json.loads(out)) == (0, [])


def test_a_finding_is_a_line_and_what_to_do():
    status, out, err = said("text", [*QUIET, FINDING, FINDING])
    text = (
        "data/users.json:1:1: LD001 looks like HTML (99.8%), expected JSON\n"
        "    if it is a saved error page, fetch it again; if it is meant to be HTML: "
        "git mv data/users.json data/users.html\n"
    )
    assert (status, out, err) == (1, text + text + hint(), "")
    assert "SKIP=langdetect-hook" in hint() and "linguist-language" in hint()


@pytest.mark.parametrize(
    ("variables", "way"),
    [
        ((), "To commit once without this check: SKIP=langdetect-hook git commit ..."),
        ({"PRE_COMMIT": "1"}, "To commit once without this check: SKIP=langdetect-hook git commit ..."),
        (
            {"PRE_COMMIT": "1", "PRE_COMMIT_REMOTE_NAME": "origin"},
            "To push once without this check: SKIP=langdetect-hook git push ...",
        ),
        (
            {"PRE_COMMIT": "1", "PREK_HOOK_STAGE": "pre-commit"},
            "To commit once without this check: PREK_SKIP=langdetect-hook git commit ...",
        ),
        ({"PREK_HOOK_STAGE": "pre-push"}, "To push once without this check: PREK_SKIP=langdetect-hook git push ..."),
    ],
)
def test_the_way_to_go_on_is_that_of_the_runner_at_hand(monkeypatch, variables, way):
    for name, value in dict(variables).items():
        monkeypatch.setenv(name, value)
    assert hint().splitlines()[-1] == way


@pytest.mark.parametrize("format_name", ["json", "jsonl"])
def test_a_finding_is_an_object(format_name):
    status, out, err = said(format_name, [FINDING, *QUIET, FINDING])
    rows = json.loads(out) if format_name == "json" else [json.loads(line) for line in out.splitlines()]
    assert status == 1 and err == ""
    expected = {key: getattr(FINDING, key) for key in KEYS}
    assert rows == [{**expected, "refused": ["E01", "E02"]}] * 2
    assert list(rows[0]) == list(KEYS)


def test_verbose_lists_every_verdict():
    status, out, _ = said("text", QUIET, verbose=True)
    assert status == 0
    assert out == "a.py: ok\nb.py: unsure: too few known tokens\nc: skipped: its name claims nothing\n"
    assert len(json.loads(said("json", QUIET, verbose=True)[1])) == 3


def test_an_unreadable_file_is_a_line_on_standard_error():
    line = "langdetect-hook: d.py: cannot be read: permission denied\n"
    assert said("text", [ERROR]) == (2, "", line)
    status, out, err = said("text", [ERROR, FINDING])
    assert (status, err) == (1, line) and out.startswith("data/users.json:1:1:")


def test_an_unreadable_file_is_an_object():
    status, out, err = said("json", [ERROR])
    (row,) = json.loads(out)
    assert (status, err, row["verdict"], row["reason"]) == (2, "", "error", "permission denied")


def test_exit_zero_forgives_findings_but_not_errors():
    assert said("text", [FINDING], exit_zero=True)[0] == 0
    assert said("text", [FINDING, ERROR], exit_zero=True)[0] == 2


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("plain name.py", "plain name.py"),
        ("caf\u00e9.py", "caf\u00e9.py"),
        ("\u6587.py", "\u6587.py"),
        ('it\'s "quoted"', 'it\'s "quoted"'),
        ("a\nb", "a\\nb"),
        ("a\r\tb", "a\\r\\tb"),
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("\x9b31m", "\\x9b31m"),
        ("gpj.\u202eexe", "gpj.\\u202eexe"),
        ("caf\udce9", "caf\\xe9"),
        ("\ud800", "\\ud800"),
    ],
)
def test_names_are_shown_so_that_no_terminal_acts_on_them(name, shown):
    assert escaped(name) == shown
    for field in ("path", "message", "advice", "reason"):
        for verdict in (FINDING, ERROR):
            _, out, err = said("text", [verdict._replace(**{field: name})])
            assert not set(out + err) & set("\x1b\r\x07\x9b\u202e\udce9")


def test_json_of_any_name_is_ascii_without_half_surrogates():
    for format_name in ("json", "jsonl"):
        out = said(format_name, [FINDING._replace(path="\x1b\u00e9\udce9\n.py")])[1]
        assert out.isascii()
        row = json.loads(out.strip("[]\n"))
        assert row["path"] == "\x1b\u00e9\\xe9\n.py"


class Prediction:
    language, probability = "Python", 0.91

    def candidates(self, count):
        return [("Python", 0.91), ("Cython", 0.06), ("Ruby", 0.01), ("Perl", 0.005)][:count]


SURE = Answer("Python", "content", None, Prediction())
PROVEN = Answer("Diff", "first line", 'its first line, "diff --git"', Prediction())
UNSURE = Answer(None, None, "not sure", Prediction())
NO_TEXT = Answer(None, None, "it is empty", None)


def classified(format_name, rows):
    out, err = io.StringIO(), io.StringIO()
    report = ClassificationReport(format_name, out, err)
    for path, found in rows:
        report.add(path, found)
    return report.close(), out.getvalue(), err.getvalue()


def test_classification_as_text():
    rows = [("a", SURE), ("b", NO_TEXT), ("c", UNSURE), ("d", OSError("is a socket")), ("main", PROVEN)]
    status, out, err = classified("text", rows)
    assert status == 2
    assert out.splitlines() == [
        "a: Python (91.0%), then Cython (6.0%), Ruby (1.0%)",
        "b: undecided: it is empty",
        "c: not sure (perhaps Python, 91.0%; Cython, 6.0%; Ruby, 1.0%)",
        'main: Diff (by its first line, "diff --git")',
    ]
    assert err == "langdetect-hook: d: cannot be read: is a socket\n"


def test_classification_as_json():
    rows = [("a", SURE), ("b", NO_TEXT), ("c", UNSURE), ("main", PROVEN), ("d", OSError("is a socket"))]
    status, out, err = classified("jsonl", rows)
    assert (status, err) == (2, "")
    sure, no_text, unsure, proven, unread = map(json.loads, out.splitlines())
    assert (sure["path"], sure["language"], sure["by"], sure["probability"]) == ("a", "Python", "content", 0.91)
    assert sure["candidates"][1] == {"language": "Cython", "probability": 0.06}
    assert (no_text["language"], no_text["probability"], no_text["candidates"]) == (None, None, [])
    assert no_text["reason"] == "it is empty"
    assert (unsure["language"], unsure["by"], unsure["probability"], len(unsure["candidates"])) == (None, None, 0.91, 3)
    assert (proven["language"], proven["by"], proven["probability"]) == ("Diff", "first line", None)
    assert proven["candidates"] == sure["candidates"] and proven["reason"] == 'its first line, "diff --git"'
    assert (unread["language"], unread["reason"]) == (None, "is a socket")
    assert json.loads(classified("json", [])[1]) == []


def test_formats_are_sorted():
    assert list(FORMATS) == sorted(FORMATS)
