"""Files that are no files, or are others by the time they are read: bounded, and never waited for. The long form is
`python -m tests.attacks.odd_files`."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from langdetect_hook.cli import main
from langdetect_hook.failure import Failure
from langdetect_hook.files import content, sources
from langdetect_hook.files.content import HEAD_BYTES, TAIL_BYTES, WHOLE_BYTES, read_file, read_whole
from tests.accidents import HTML, PYTHON


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    return tmp_path


@pytest.mark.parametrize("before", [0, 10, WHOLE_BYTES, WHOLE_BYTES + 1, 1 << 40])
@pytest.mark.parametrize("after", [0, 10, WHOLE_BYTES, 3 * WHOLE_BYTES])
def test_a_file_grows_or_shrinks_while_it_is_read(before, after, here, monkeypatch):
    """Its size was another when it was asked for: as much is read as there is, and never more than of any file."""
    path = here / "a.py"
    path.write_bytes(b"x = 1\n" * (after // 6 + 1))
    os.truncate(path, after)
    monkeypatch.setattr(
        content.os, "fstat", lambda descriptor: os.stat_result([stat.S_IFREG, *[0] * 5, before, 0, 0, 0])
    )
    found = read_file(str(path))
    assert len(found.raw) <= max(min(before, after), HEAD_BYTES + TAIL_BYTES)
    if before <= WHOLE_BYTES:
        assert len(read_whole(str(path))) == min(before, after)


def test_a_sparse_file_of_a_tebibyte_is_read_at_its_ends(here, capsys):
    with (here / "large.json").open("wb") as stream:
        stream.write(b'{"a": 1}\n' * 9)
        stream.truncate(1 << 40)
    assert main(["check", "large.json"]) == 1
    assert capsys.readouterr().out.startswith("large.json:10:1: LD008 looks like text with NUL bytes in it")
    assert main(["check", "--files-from", "large.json"]) == 2
    assert (
        capsys.readouterr().err
        == "langdetect-hook: the list large.json is none: it has a path of more than 1,048,576 bytes\n"
    )
    assert main(["check", "--config", "large.json"]) == 2
    assert main(["check", "--baseline", "large.json", "large.json"]) == 2


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="needs devices")
def test_a_list_that_never_ends_is_none(here):
    with pytest.raises(Failure, match="is none: it has a path of more than"):
        list(sources.from_list("/dev/zero"))
    with pytest.raises(Failure, match="is none: it has 100,001 empty paths in a row"):
        list(sources.from_list("/dev/zero", nul_separated=True))


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="needs /proc")
def test_files_of_the_kernel_are_not_waited_for(here):
    names = ("status", "mem", "environ", "pagemap", "fd/0", "root", "cwd", "exe", "maps")
    assert main(["check", *(f"/proc/self/{name}" for name in names), "/proc/kmsg", "/dev/stdin", "/dev/full"]) in (0, 2)


def test_fifty_thousand_arguments(here, capsys):
    (here / "wrong.json").write_text(HTML)
    assert main(["check", *["wrong.json"] * 50_000]) == 1
    assert capsys.readouterr().out.count("LD003") == 1
    assert main(["check", "wrong.json", *(f"{number}.json" for number in range(50_000))]) == 1
    printed = capsys.readouterr()
    assert printed.out.count("LD003") == 1 and printed.err.count("no such file") == 50_000


def test_a_folder_below_all_that_a_path_can_name(repository, capsys, monkeypatch):
    """Further down than a path can say, where one can get in steps only."""
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    top = os.getcwd()
    try:
        for _ in range(25):
            os.mkdir("d" * 200)
            os.chdir("d" * 200)
        Path("wrong.json").write_text(HTML)
        for arguments in (["check", "wrong.json"], ["explain", "wrong.json"], ["classify", "wrong.json"], ["config"]):
            assert main(arguments) == int(arguments[0] == "check")
        assert main(["check", "--fix", "wrong.json"]) == 1
        for arguments in (["check", "."], ["check", "--all"], ["check", "--staged"], ["baseline"]):
            assert main(arguments) in (0, 1, 2)
        assert len(capsys.readouterr().err) < 20_000
    finally:
        os.chdir(top)


@pytest.mark.skipif(sys.platform != "linux", reason="needs names of any bytes")
def test_names_of_any_form_in_a_list(here, capsys, monkeypatch):
    names = [
        b"a\nb.json",
        b"-rf.json",
        b"--output=x.json",
        b"\xff\xfe.json",
        "\u202e.JSON".encode(),
        b" .json",
        b"*.json",
    ]
    for name in names:
        with open(name, "wb") as stream:
            stream.write(HTML.encode())
    (here / "list").write_bytes(b"\0".join([*names, b"", b""]))
    assert main(["check", "--files-from", "list", "-z"]) == 1
    assert capsys.readouterr().out.count(": LD003 ") == len(names)
    assert main(["check", "."]) == 1
    assert capsys.readouterr().out.count(": LD003 ") == len(names)
    assert not (here / "x.json").exists()


def test_links_in_a_circle(here, capsys):
    (here / "wrong.json").write_text(HTML)
    (here / "down").symlink_to(".")
    (here / "one").symlink_to("two")
    (here / "two").symlink_to("one")
    assert main(["check", ".", "down", "one", "two"]) == 1
    assert main(["classify", "."]) == 0
    assert capsys.readouterr().out.count("LD003") == 1


def test_a_name_in_another_case_is_taken(here, capsys):
    """On a file system that knows no case, `A.HTML` is `a.html`."""
    from langdetect_hook.commands.fixing import taken

    (here / "A.Html").write_text(PYTHON)
    assert taken("a.html") == "there is A.Html"
