"""What is different on Windows and macOS, as far as it can be simulated here: paths with backslashes and drives, names
in another case, consoles of a code page, line ends, processes that are started anew.

Of Windows the simulation has the module for paths and the separator; files are read by names with forward slashes.
"""

from __future__ import annotations

import io
import json
import ntpath
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from langdetect_hook import Detector, check_bytes
from langdetect_hook.claims import bundled
from langdetect_hook.cli import main
from langdetect_hook.commands import parallel
from langdetect_hook.configuration.baseline import Baseline, Entry
from langdetect_hook.configuration.settings import effective
from langdetect_hook.files import git_process, paths, places
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.files.git_process import WorkTree
from langdetect_hook.files.sources import Source, from_paths
from langdetect_hook.report import CHECK_FORMATS, Report
from langdetect_hook.verdict import MISMATCH, Verdict
from tests.accidents import ACCIDENTS, HEALTHY, HTML, PYTHON
from tests.conftest import VerdictRow, command

HERE = r"C:\Users\me\repo"


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths as Windows has them, and a current folder there."""
    monkeypatch.setattr(os, "path", ntpath)
    monkeypatch.setattr(os, "sep", "\\")
    monkeypatch.setattr(os, "getcwd", lambda: HERE)


@pytest.fixture(scope="module")
def detector() -> Detector:
    """One that has read its assets before anything is simulated."""
    return Detector()


def test_a_path_is_shown_as_git_writes_it(detector, windows):
    assert Source(r"src\a b\x.py", lambda: content_from_bytes(b"")).path == "src/a b/x.py"
    claim = bundled().of(r"src\a b\x.PY")
    assert (claim.name, claim.languages) == ("x.PY", ("Python",))
    found = detector.check(HTML.encode(), r"data\page.json")
    assert [finding.rule for finding in found.findings] == ["LD003"]


def test_a_backslash_is_a_part_of_a_name_elsewhere():
    assert Source(r"a\b.py", lambda: content_from_bytes(b"")).path == r"a\b.py"
    assert bundled().of(r"src\x.py").name == r"src\x.py"


def test_folders_are_walked(tmp_path, monkeypatch, request):
    for name in ("sub/inner/b.py", "sub/c.json", "sub/.hidden/d.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PYTHON)
    monkeypatch.chdir(tmp_path)
    request.getfixturevalue("windows")
    listed = list(from_paths(["sub\\inner", "sub", "sub\\inner\\b.py"]))
    assert [source.path for source in listed] == ["sub/inner/b.py", "sub/.hidden/d.py", "sub/c.json"]
    assert all(source.read().raw == PYTHON.encode() for source in listed)
    everything = sorted(source.path for source in from_paths(["."]))
    assert everything == ["sub/.hidden/d.py", "sub/c.json", "sub/inner/b.py"]


def test_what_lies_in_a_folder_is_seen_from_it_whatever_its_drive_is_called(windows):
    for path in (HERE + r"\a b\x.json", "c:/Users/me/repo/a b/x.json", r"C:\users\ME\repo\a b\..\a b\x.json"):
        assert paths.inside(path, HERE) == "a b/x.json"
    assert paths.inside(r"C:\Users\me\repository\x.json", HERE) == "C:/Users/me/repository/x.json"
    assert paths.inside(r"D:\x.json", HERE) == "D:/x.json"
    assert paths.inside(r"C:\x.json", "C:\\") == "x.json"


def test_no_way_leads_from_drive_to_drive(windows):
    assert paths.seen_from(r"C:\Users\me\other\x.json", HERE) == "../other/x.json"
    assert paths.seen_from(r"D:\x.json", HERE) == "D:/x.json"


def test_the_configuration_and_the_baseline_have_forward_slashes(windows):
    settings = effective({"exclude": ("vendor/", "/build/*.json")}, isolated=True)
    for path in (r"vendor\x.py", "VENDOR/../vendor/x.py", "c:/users/me/repo/build/a.json"):
        assert settings.rules_for(path) == frozenset(), path
    assert settings.rules_for(r"D:\vendored\x.py") and settings.rules_for(r"src\build\a.json")
    known = Baseline(r".langdetect-baseline", [Entry("img/a b.png", "LD008", "d")])
    verdict = Verdict("", MISMATCH, rule="LD008")
    verdict.digest = "d"
    for path, is_known in ((r"img\a b.png", True), ("C:/Users/me/repo/img/a b.png", True), (r"D:\img\a b.png", False)):
        verdict.path = path
        assert (known.judged(verdict).verdict != MISMATCH) == is_known, path


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("c:/users/me/repo/a b/ü.json", "a%20b/%C3%BC.json"),
        (r"a b\x.json", "a%20b/x.json"),
        (r"D:\a b\x.json", "file:///D:/a%20b/x.json"),
        (r"\\server\share\x.json", "file://server/share/x.json"),
    ],
)
def test_sarif_has_uris(windows, path, uri):
    out = io.StringIO()
    report = Report("sarif", out, io.StringIO())
    report.add(VerdictRow(path, "mismatch", "LD003", 1, message="looks like HTML", advice="rename it"))
    report.close()
    (result,) = json.loads(out.getvalue())["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize("format_name", sorted({*CHECK_FORMATS} - {"text", "json", "jsonl", "sarif"}))
def test_platforms_are_told_forward_slashes(windows, format_name):
    out = io.StringIO()
    report = Report(format_name, out, io.StringIO())
    report.add(VerdictRow(HERE + r"\data\x.json", "mismatch", "LD003", 1, message="looks like HTML", digest="d"))
    report.close()
    assert "data/x.json" in out.getvalue() and "\\" not in out.getvalue() and "Users" not in out.getvalue()


def test_a_tracked_file_is_known_as_one(windows, monkeypatch):
    tree = WorkTree(HERE, ())
    monkeypatch.setattr(places.work_trees, "of_file", lambda path: (tree, "data/x.json"))
    monkeypatch.setattr(places.work_trees, "current", lambda: tree)
    monkeypatch.setattr(places.git, "is_tracked", lambda path: True)
    monkeypatch.setattr(os.path, "lexists", lambda path: True)
    assert places.place_of("data/x.json") == places.TRACKED
    assert places.place_of(r"..\repo\data\x.json") == places.TRACKED


def test_no_more_processes_are_started_than_windows_waits_for(windows, monkeypatch):
    asked: list[int] = []

    def start(jobs: int, **settings: object) -> ProcessPoolExecutor:
        asked.append(jobs)
        raise OSError("it is only counted")

    monkeypatch.setattr(parallel, "ProcessPoolExecutor", start)
    for jobs in (2, 64):
        with pytest.raises(OSError, match="counted"):
            list(parallel.check_in_parallel(iter(()), frozenset(), "", jobs))
    assert asked == [2, parallel.MOST_ON_WINDOWS]


def test_names_that_are_no_utf8_stop_nothing(repository, monkeypatch, capsys):
    """Linux has committed them; Windows decodes all names as UTF-8, and refuses these."""
    repository.git("config", "core.precomposeUnicode", "false")
    for name in (b"caf\xe9.json", b"page.json"):
        with open(os.path.join(os.fsencode(repository.path), name), "w") as file:
            file.write(HTML)
    repository.git("add", ".")
    monkeypatch.setattr(os, "fsdecode", lambda raw: raw.decode("utf-8", "surrogatepass"))
    for arguments in (["--staged"], ["--all"], ["."]):
        assert main(["check", *arguments]) == 1, arguments
        out, err = capsys.readouterr()
        assert "page.json:1:1: LD003" in out and "caf\\xe9.json:1:1: LD003" in out and err == ""


SPAWNED = """
import multiprocessing
import sys

from langdetect_hook.cli import start

if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    start()
"""


def test_processes_that_are_started_anew_check_the_same(tmp_path):
    """As on Windows and macOS: nothing is inherited, all that a process needs is sent to it."""
    files = tmp_path / "files"
    for number in range(110):
        for name in ("a.py", "e.sh", "f.json", "d.yaml"):
            (files / f"{number:03}").mkdir(parents=True, exist_ok=True)
            (files / f"{number:03}" / name).write_text(str(HEALTHY[name]))
    (files / "050" / "page.json").write_text(HTML)
    (tmp_path / ".langdetect-hook.toml").write_text('exclude = ["100/"]\n[names]\n".sh" = "Python"\n')
    (tmp_path / "program.py").write_text(SPAWNED)
    line = [sys.executable, "program.py", "check", "--format", "jsonl", "--jobs"]
    runs = [
        subprocess.run([*line, jobs, "files"], cwd=tmp_path, capture_output=True, text=True, timeout=300)
        for jobs in ("1", "2")
    ]
    assert [(run.returncode, run.stderr) for run in runs] == [(1, "")] * 2
    assert runs[0].stdout == runs[1].stdout
    assert {json.loads(line)["path"] for line in runs[1].stdout.splitlines()} >= {"files/050/page.json"}


@pytest.mark.parametrize("code_page", ["cp437", "cp850", "cp932", "cp1252", "utf-16"])
@pytest.mark.parametrize("arguments", [["check"], ["check", "--verbose"], ["classify"], ["explain"]])
def test_a_console_of_any_code_page_can_show_all_that_is_said(tmp_path, code_page, arguments):
    path = tmp_path / "日本 ü \N{SNOWMAN}.json"
    path.write_text(HTML.replace("Sign in", "Anmelden ✓ 日本"), encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": code_page}
    run = command(*arguments, str(path), env=environment, text=False)
    assert run.returncode in (0, 1), run.stderr
    assert run.stderr == b"" and ".json" in run.stdout.decode(code_page)


def test_windows_line_ends_change_no_verdict():
    for name, content in {**HEALTHY, **ACCIDENTS}.items():
        if isinstance(content, str):
            plain, windows_lines = (
                check_bytes(text.encode(), name) for text in (content, content.replace("\n", "\r\n"))
            )
            assert [one.rule for one in plain.findings] == [one.rule for one in windows_lines.findings], name


def test_a_list_of_paths_may_have_windows_line_ends(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("page.json", "b c.json"):
        Path(name).write_text(HTML)
    run = command("check", "--files-from", "-", input="page.json\r\nb c.json\r\n")
    assert [line.split(":")[0] for line in run.stdout.splitlines() if ":1:1: " in line] == ["page.json", "b c.json"]


@pytest.mark.parametrize("name", ["A.PY", "B.Py", "DEPLOY.SH", "PAGE.JSON", "MAKEFILE.MK"])
def test_an_extension_means_the_same_in_any_case(name):
    assert bundled().of(name).languages == bundled().of(name.lower()).languages


def test_a_git_of_the_repository_is_not_run(tmp_path, monkeypatch):
    """Windows looks for a name in the current folder first."""
    (tmp_path / "repository").mkdir()
    (tmp_path / "programs").mkdir()
    for folder in ("repository", "programs"):
        (tmp_path / folder / "git.exe").touch()
    monkeypatch.chdir(tmp_path / "repository")
    path = os.pathsep.join(["", ".", "..", str(tmp_path / "nowhere"), f'"{tmp_path / "programs"}"'])
    assert git_process.git_on(path) == str(tmp_path / "programs" / "git.exe")
    with pytest.raises(FileNotFoundError):
        git_process.git_on(os.pathsep.join(["", ".", "sub"]))
