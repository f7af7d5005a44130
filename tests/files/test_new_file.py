"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from langdetect_hook.configuration.baseline import HEAD
from langdetect_hook.failure import Failure
from langdetect_hook.files.new_file import new_file, write_whole
from langdetect_hook.files.unfinished import unfinished_file
from tests.commands.test_checking import JPEG
from tests.kills import is_killed_at, killed_at_each_step


def test_a_file_is_replaced_at_the_end(tmp_path):
    path = tmp_path / "out"
    path.write_text("old")
    path.chmod(0o640)
    with new_file(os.fspath(path)) as stream:
        stream.write("new\n\udcff")
        assert path.read_text() == "old"
    assert path.read_bytes() == b"new\n\\udcff"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["out"]


def test_where_anything_goes_wrong_all_is_as_it_was(tmp_path):
    path = tmp_path / "out"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), new_file(os.fspath(path)) as stream:
        stream.write("new")
        1 / 0  # noqa: B018
    assert path.read_text() == "old" and os.listdir(tmp_path) == ["out"]


def test_a_link_is_followed_and_a_pipe_is_written(tmp_path):
    (tmp_path / "target").write_text("old")
    (tmp_path / "link").symlink_to("target")
    write_whole(os.fspath(tmp_path / "link"), "new")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "target").read_text() == "new"
    write_whole(os.devnull, "gone")
    assert not os.path.isfile(os.devnull)


@pytest.mark.parametrize("path", ["missing/out", "file/out", ""])
def test_no_folder_is_one_sentence(tmp_path, monkeypatch, path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(Failure, match="cannot be written"):
        write_whole(path or ".", "new")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_must_not_be_written(tmp_path):
    (tmp_path / "closed").mkdir(mode=0o500)
    with pytest.raises(Failure, match="permission denied"):
        write_whole(os.fspath(tmp_path / "closed" / "out"), "new")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed in a fork")
def test_whenever_it_is_killed_the_old_or_the_new_is_there_and_the_next_one_clears_up(tmp_path):
    path = tmp_path / "out"
    path.write_text("old")
    seen = []
    for _ in killed_at_each_step(lambda: write_whole(os.fspath(path), "new")):
        seen.append(path.read_text())
        write_whole(os.fspath(path), "old")
        assert os.listdir(tmp_path) == ["out"]
    assert seen == sorted(seen, reverse=True) and set(seen) == {"old", "new"}


def test_what_another_one_is_writing_stays(tmp_path):
    (tmp_path / ".langdetect-hook-mine.unfinished.txt").write_text("of somebody else")
    with unfinished_file(os.fspath(tmp_path)) as (descriptor, other):
        write_whole(os.fspath(tmp_path / "out"), "new")
        assert os.path.exists(other)
        os.close(descriptor)
    assert sorted(os.listdir(tmp_path)) == [".langdetect-hook-mine.unfinished.txt", "out"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed in a fork")
def test_what_is_abandoned_may_be_anything(tmp_path):
    os.mkfifo(tmp_path / ".langdetect-hook-pipe.unfinished")
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "file").touch()
    (tmp_path / ".langdetect-hook-link.unfinished").symlink_to("kept")
    (tmp_path / ".langdetect-hook-old.unfinished").mkdir()
    assert is_killed_at(1, lambda: write_whole(os.fspath(tmp_path / "out"), "new"))
    write_whole(os.fspath(tmp_path / "out"), "new")
    left = {name.partition("-hook-")[2] for name in os.listdir(tmp_path)} - {""}
    assert left <= {"link.unfinished"} and (tmp_path / "kept" / "file").exists()


# nohup, as anything may run these tests under, lets whatever it starts ignore SIGHUP.
WRITES = """
import signal, sys, time
from langdetect_hook.cli import main
from langdetect_hook import commands

signal.signal(int(sys.argv[1]), signal.SIG_DFL)

def check_files(*_):
    print("begun", flush=True)
    time.sleep(60)
    yield

commands.check_files = check_files
sys.exit(main(["check", "--output", "out", "."]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_who_is_ended_from_outside_leaves_nothing(tmp_path, number):
    (tmp_path / "out").write_text("old")
    command = [sys.executable, "-c", WRITES, str(int(number))]
    run = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout is not None and run.stdout.readline() == b"begun\n"
    assert len(os.listdir(tmp_path)) == 2
    run.send_signal(number)
    _, complaint = run.communicate(timeout=300)  # no measure of speed
    assert (run.returncode, complaint) == (128 + number, b"")
    assert os.listdir(tmp_path) == ["out"] and Path(tmp_path, "out").read_text() == "old"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no disk that is full")
def test_a_full_disk_is_one_sentence():
    with pytest.raises(Failure, match="No space left on device"):
        write_whole("/dev/full", "new")


@pytest.mark.skipif(not shutil.which("setpriv"), reason="needs setpriv to take permissions from root")
def test_a_folder_that_root_must_not_write_either(tmp_path, monkeypatch):
    """What would be written or renamed there is told not to be, in one sentence, and nothing changes."""
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "photo.png").write_bytes(JPEG)
    (closed / "known").write_text(HEAD)
    closed.chmod(0o555)
    drop = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    program = [*drop, sys.executable, "-m", "langdetect_hook"]
    for arguments, status, words in (
        (["check", "--output", "out", "."], 2, "langdetect-hook: out cannot be written: permission denied\n"),
        (["baseline", "--baseline", "known", "."], 2, "langdetect-hook: known cannot be written: permission denied\n"),
        (["check", "--fix", "."], 1, "not renamed: photo.png -> photo.jpg: permission denied\n"),
    ):
        run = subprocess.run([*program, *arguments], cwd=closed, capture_output=True, text=True)
        assert (run.returncode, run.stdout + run.stderr) == (status, words)
    assert sorted(os.listdir(closed)) == ["known", "photo.png"] and (closed / "known").read_text() == HEAD


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a limit is for a process of its own")
def test_a_disk_that_fills_up_leaves_the_old(tmp_path):
    import resource

    path = tmp_path / "out"
    path.write_text("old")

    def write() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
        with pytest.raises(Failure, match="File too large"):
            write_whole(os.fspath(path), "new" * 5_000)

    assert not is_killed_at(1_000, write)  # it comes to its end
    assert path.read_text() == "old" and os.listdir(tmp_path) == ["out"]
