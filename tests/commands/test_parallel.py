"""Several processes: the same verdicts in the same order, errors that reach the user, an end at once on Ctrl-C."""

from __future__ import annotations

import os
import pickle
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest

from langdetect_hook import cli, commands
from langdetect_hook.commands import LEAST_FOR_PROCESSES, check_files, jobs, options, parallel
from langdetect_hook.failure import Failure
from langdetect_hook.files.content import Content, content_from_bytes, read_file
from langdetect_hook.files.sources import Skipped, Source, from_paths
from langdetect_hook.network import assets
from langdetect_hook.report.rules import DEFAULT_RULES
from langdetect_hook.verdict import Verdict
from tests import accidents
from tests.conftest import CHECKOUT, command, hear_interrupts
from tests.healthy_texts import healthy_texts
from tests.real_files import real_files

COPIES = 4


def sources() -> list[Source]:
    """More than LEAST_FOR_PROCESSES: real files, and small ones under right and wrong names."""
    texts = [(healthy.path, healthy.text.encode()) for healthy in healthy_texts()]
    small = [(f"{number}/{path}", raw) for number in range(COPIES) for path, raw in texts]
    planted = [(f"{path}.json", raw) for path, raw in texts]
    return [
        *(Source(path, partial(read_file, path)) for path in real_files(100)),
        *(Source(path, partial(content_from_bytes, raw)) for path, raw in [*small, *planted]),
        Source("link.py", partial(raises, Skipped("it is a symbolic link"))),
        Source("gone.py", partial(raises, FileNotFoundError(2, "No such file or directory"))),
    ]


def rows(verdicts: Iterable[Verdict]) -> list[tuple[object, ...]]:
    return [tuple(getattr(one, field) for field in Verdict.__slots__) for one in verdicts]


def raises(error: Exception) -> Content:
    raise error


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder of 480 small files, of which 120 are wrong."""
    for number in range(120):
        (tmp_path / f"{number:03}.py").write_text(accidents.PYTHON)
        (tmp_path / f"{number:03}.sh").write_text(accidents.SHELL)
        (tmp_path / f"{number:03}.json").write_text(accidents.JSON)
        (tmp_path / f"{number:03}-shapes.py").write_text(accidents.CPLUSPLUS)
    return tmp_path


def test_few_files_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "ProcessPoolExecutor", partial(raises, AssertionError("a process was started")))
    few = sources()[: LEAST_FOR_PROCESSES - 1]
    assert len(list(check_files(few, DEFAULT_RULES, jobs=4))) == len(few)


def test_sources_that_cannot_be_sent_are_checked_here() -> None:
    here = [Source(f"{number}.py", lambda: content_from_bytes(b"import os\n")) for number in range(500)]
    with pytest.raises((pickle.PicklingError, AttributeError, TypeError)):
        pickle.dumps(here[0])
    assert len(list(check_files(here, DEFAULT_RULES, jobs=2))) == 500


def test_any_number_of_jobs_gives_the_same_verdicts_in_the_same_order() -> None:
    given = sources()
    assert len(given) > LEAST_FOR_PROCESSES
    alone = rows(check_files(given, DEFAULT_RULES, jobs=1))  # it has asked for attributes: the others must not share
    for count in (2, 3):
        assert rows(check_files(given, DEFAULT_RULES, jobs=count)) == alone


def test_the_number_of_jobs_is_not_seen_in_the_output(many: Path) -> None:
    runs = [command("check", "--format", "jsonl", "--jobs", count, str(many)) for count in ("1", "2")]
    assert runs[0].stdout == runs[1].stdout and runs[0].stdout.count("\n") == 120
    assert [run.returncode for run in runs] == [1, 1] and runs[0].stderr == runs[1].stderr == ""


def test_sources_are_found_as_they_are_needed() -> None:
    asked = 0

    def counted() -> Iterator[Source]:
        nonlocal asked
        for number in range(100_000):
            asked += 1
            yield Source(f"{number}.py", partial(content_from_bytes, b"import os\n"))

    verdicts = check_files(counted(), DEFAULT_RULES, jobs=2)
    for _ in range(3):
        next(verdicts)
    verdicts.close()  # type: ignore[attr-defined]
    assert asked < 5_000, "nobody keeps up with a list of all files"
    assert children() == []


@pytest.mark.parametrize("error", [Failure("the list cannot be read"), OSError(5, "Input/output error")])
def test_an_error_of_the_list_reaches_the_caller(error: Exception) -> None:
    def broken() -> Iterator[Source]:
        yield from sources()
        raise error

    with pytest.raises(type(error), match=r"cannot be read|Input/output"):
        list(check_files(broken(), DEFAULT_RULES, jobs=2))
    assert children() == []


def test_a_process_that_is_killed_is_a_failure() -> None:
    given = [*sources(), Source("last.py", partial(os._exit, 9))]  # what a system short of memory does
    with pytest.raises(Failure, match="--jobs 1"):
        list(check_files(given, DEFAULT_RULES, jobs=2))
    assert children() == []


def test_an_error_of_the_list_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")

    def broken(paths: list[str]) -> Iterator[Source]:
        yield from sources()
        raise Failure("the list cannot be read")

    monkeypatch.setattr("langdetect_hook.files.sources.from_paths", broken)
    assert cli.main(["check", "--jobs", "2", "."]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == "langdetect-hook: the list cannot be read"


def test_all_processes_use_the_assets_of_the_caller(tmp_path: Path) -> None:
    folder = tmp_path / "assets"
    shutil.copytree(assets.bundled_folder(), folder, ignore=shutil.ignore_patterns("figures", "__pycache__"))
    model = assets.load(str(folder))
    verdicts = check_files(sources(), DEFAULT_RULES, model, jobs=2)
    assert rows(verdicts) == rows(check_files(sources(), DEFAULT_RULES, model, jobs=1))
    (folder / "vocabulary.txt").write_text("other")
    with pytest.raises(Failure, match="vocabulary"):
        assets.load(str(folder))


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="processes are counted in /proc")
def test_control_c_ends_all_processes_at_once(many: Path) -> None:
    run = begun(many)
    os.killpg(run.pid, signal.SIGINT)
    _, complaint = run.communicate(timeout=300)  # no measure of speed
    assert (run.returncode, complaint) == (130, b"")
    assert members(run.pid) == [], "no process stays behind"


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="processes are counted in /proc")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_whatever_ends_the_first_process_ends_the_others(many: Path, number: signal.Signals) -> None:
    run = begun(many)
    run.send_signal(number)
    _, complaint = run.communicate(timeout=300)  # no measure of speed
    assert (run.returncode, complaint) == (-number, b"")
    for _ in range(1200):
        if not members(run.pid):
            break
        time.sleep(0.05)
    assert members(run.pid) == [], "no process stays behind"


def begun(many: Path) -> subprocess.Popen[bytes]:
    """A check by two processes, in a session of its own, that waits for more of its list."""
    listed = b"".join(os.fsencode(path) + b"\n" for path in sorted(many.iterdir())) * 75
    run = subprocess.Popen(
        [sys.executable, "-m", "langdetect_hook", "check", "--jobs", "2", "--verbose", "--files-from", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=hear_interrupts,
    )
    assert run.stdin is not None
    run.stdin.write(listed[:60_000])
    run.stdin.flush()
    for _ in range(1200):
        if len(members(run.pid)) >= 3:  # itself and two more
            break
        time.sleep(0.05)
    assert len(members(run.pid)) >= 3
    time.sleep(0.5)
    return run


def test_pre_commit_starts_as_many_of_us_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert jobs.default_jobs() >= 1
    monkeypatch.setenv("PRE_COMMIT", "1")
    assert jobs.default_jobs() == 1


def test_the_hook_of_the_manifest_is_one_process_that_starts_the_others(many: Path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("PRE_COMMIT", "1")
    monkeypatch.setattr(jobs, "cores", lambda: 2)
    asked = []
    monkeypatch.setattr(
        parallel, "check_in_parallel", lambda sources, rules, folder, jobs, settings: asked.append(jobs) or []
    )
    paths = sorted(map(str, many.glob("*.sh")))
    assert cli.main([*cli.AS_HOOK, *paths]) == 0 and not asked
    monkeypatch.setattr(commands, "LEAST_FOR_PROCESSES", len(paths))
    assert cli.main([*cli.AS_HOOK, *paths]) == 0 and asked == [2]
    monkeypatch.setattr(options, "cores", lambda: 3)
    assert cli.main(["check", "--jobs=all", "--verbose", *paths]) == 0 and asked == [2, 3]
    assert capsys.readouterr() == ("", "")


def test_the_manifest_calls_it_so() -> None:
    manifest = (CHECKOUT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entry, arguments = (re.search(rf"^  {key}: (.*)$", manifest, re.MULTILINE)[1] for key in ("entry", "args"))
    assert [*entry.split(), *re.findall(r"[^\[\], ]+", arguments)] == ["langdetect-hook", *cli.AS_HOOK]
    assert "\n  require_serial: true\n" in manifest


def test_all_sources_of_paths_can_be_sent(many: Path) -> None:
    for source in from_paths([str(many)]):
        assert pickle.loads(pickle.dumps(source)).path == source.path


def members(session: int) -> list[int]:
    """The processes of a session that are alive; none where the system has no /proc."""
    found = []
    for name in os.listdir("/proc") if os.path.isdir("/proc") else []:
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as file:
                    state, _, _, of_session = file.read().rpartition(")")[2].split()[:4]
            except OSError:
                continue
            if int(of_session) == session and state != "Z":
                found.append(int(name))
    return found


def children() -> list[object]:
    """The processes that multiprocessing has started here and that are still alive."""
    import multiprocessing

    return multiprocessing.active_children()
