"""Whatever a folder may hold: a defined outcome, never a traceback, and the others are still checked.

The table "Odd files" of docs/commands.md says the same in words.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT, command

PYTHON = (CHECKOUT / "langdetect_hook" / "files" / "git.py").read_bytes()
HTML = b"""<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Sign in</title><link rel="stylesheet" href="/main.css"></head>
<body class="page">
<div id="content"><h1>Sign in to continue</h1>
<form action="/login" method="post"><input type="text" name="user"><input type="password" name="secret">
<button type="submit">Sign in</button></form>
<p>Forgot it? <a href="/reset">Reset your password</a>.</p></div>
<script src="/main.js"></script>
</body>
</html>
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one wrong file in it, which each run must still find."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGDETECT_HOOK_TRACEBACK", "")
    Path("wrong.json").write_bytes(HTML)
    return tmp_path


def checked(*paths: str | bytes, options: tuple[str, ...] = ()) -> tuple[int, list[str], str]:
    """The exit status, the findings but that of wrong.json, and standard error."""
    run = command("check", *options, *paths, "wrong.json", text=False)
    assert b"Traceback" not in run.stderr
    lines = [line for line in run.stdout.decode().splitlines() if ":1:1: LD" in line]
    assert lines and lines[-1].startswith("wrong.json:1:1: LD00")
    return run.returncode, lines[:-1], run.stderr.decode()


def verdict(path: str | bytes) -> dict[str, object]:
    run = command("check", "--verbose", "--format", "json", path)
    assert run.stderr == ""
    (row,) = json.loads(run.stdout)
    return row


def language(path: str | bytes) -> dict[str, object]:
    run = command("classify", "--format", "json", path)
    assert run.stderr == ""
    (row,) = json.loads(run.stdout)
    return row


def test_a_missing_path(folder):
    assert checked("none.py") == (1, [], "langdetect-hook: none.py: cannot be read: no such file\n")
    run = command("check", "none.py")
    assert (run.returncode, run.stdout) == (2, "")
    assert verdict("none.py")["verdict"] == "error"
    assert language("none.py")["reason"] == "no such file"


@pytest.mark.skipif(not shutil.which("setpriv"), reason="needs setpriv to take permissions from root")
def test_a_folder_and_a_file_without_permission(folder):
    Path("locked").mkdir()
    Path("locked/a.py").write_bytes(PYTHON)
    Path("locked").chmod(0)
    Path("file.py").write_bytes(PYTHON)
    Path("file.py").chmod(0)
    drop = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.getuid() == 0 else []
    check = [*drop, sys.executable, "-m", "langdetect_hook", "check"]
    call = [*check, "--verbose", "locked", "file.py", "wrong.json"]
    for _ in range(2):
        run = subprocess.run(call, capture_output=True, text=True)
        assert run.returncode == 1
        assert "wrong.json:1:1: LD00" in run.stdout
        assert [line.lower() for line in run.stderr.splitlines()] == [
            "langdetect-hook: locked/: cannot be read: permission denied",
            "langdetect-hook: file.py: cannot be read: permission denied",
        ]
        subprocess.run(["git", "init", "--quiet"], check=True)
    Path("locked").chmod(0o700)
    subprocess.run(["git", "add", "locked"], check=True)
    Path("locked").chmod(0)
    run = subprocess.run([*check, "."], capture_output=True, text=True)
    Path("locked").chmod(0o700)
    assert run.returncode == 1
    assert sorted(run.stderr.splitlines()) == [
        "langdetect-hook: .: cannot be read: could not open directory 'locked/': Permission denied",
        "langdetect-hook: file.py: cannot be read: permission denied",
        "langdetect-hook: locked/a.py: cannot be read: permission denied",
    ]


def test_an_empty_file(folder):
    Path("empty.py").write_bytes(b"")
    assert checked("empty.py") == (1, [], "")
    assert verdict("empty.py")["verdict"] == "skipped"
    assert language("empty.py")["language"] is None


def test_a_2_gib_file_is_read_only_at_its_ends(folder):
    with open("large.py", "wb") as stream:
        stream.write(PYTHON)
        stream.truncate(2 << 30)
    assert checked("large.py")[0::2] == (1, "")
    assert (language("large.py")["language"], language("large.py")["reason"]) == (None, "the file is binary")


def test_binary_bytes(folder):
    Path("data.bin").write_bytes(random.Random(1).randbytes(5000))
    assert checked("data.bin") == (1, [], "")
    assert language("data.bin")["language"] is None


def test_binary_bytes_under_a_name_that_promises_text(folder):
    Path("data.py").write_bytes(random.Random(1).randbytes(5000))
    said = "data.py:1:1: LD008 looks like bytes of no known format, expected Python"
    assert checked("data.py") == (1, [said], "")
    assert verdict("data.py")["verdict"] == "mismatch"


def test_invalid_utf8(folder):
    Path("legacy.py").write_bytes(PYTHON.replace(b"git", b"g\xeft"))
    assert checked("legacy.py") == (1, [], "")
    assert language("legacy.py")["language"] == "Python"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
def test_wide_encodings_and_marks(folder, encoding):
    Path("wide.py").write_bytes(PYTHON.decode().encode(encoding))
    # What Python cannot read is said; its words are those of LD007's own tests.
    files, found, errors = checked("wide.py")
    assert (files, [line.split()[1] for line in found], errors) == (1, ["LD007"] * (encoding != "utf-8-sig"), "")
    assert language("wide.py")["language"] == "Python"


def test_a_pipe(folder):
    os.mkfifo("pipe.py")
    assert checked("pipe.py")[::2] == (
        1,
        "langdetect-hook: pipe.py: cannot be read: is a named pipe, not a file\n",
    )
    assert checked(".")[::2] == (1, "")


def test_a_socket(folder):
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.py")
        assert checked("socket.py")[::2] == (
            1,
            "langdetect-hook: socket.py: cannot be read: is a socket or a device, not a file\n",
        )
        assert checked(".")[::2] == (1, "")


def test_a_device(folder):
    assert checked("/dev/null")[2] == "langdetect-hook: /dev/null: cannot be read: is a device, not a file\n"


@pytest.mark.parametrize("target", ["wrong.json", "nowhere", "link.py", "."])
def test_a_symbolic_link(folder, target):
    Path("link.py").symlink_to(target)
    assert checked("link.py") == (1, [], "")
    assert verdict("link.py")["verdict"] == "skipped"


def test_a_file_deleted_meanwhile(repository, monkeypatch, capsys):
    """The listing says it is there, and then it is gone."""
    from langdetect_hook.cli import main
    from langdetect_hook.files import sources

    for name in ("a.py", "b.json"):
        repository.stage(name, PYTHON if name == "a.py" else HTML)
    read_file = sources.read_file

    def read_and_delete(path):
        (repository.path / "a.py").unlink(missing_ok=True)
        return read_file(path)

    monkeypatch.setattr(sources, "read_file", read_and_delete)
    assert main(["check", "--all"]) == 1
    out, err = capsys.readouterr()
    assert "b.json:1:1: LD00" in out and err == ""


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"with space.json", "with space.json"),
        (b"new\nline.json", "new\\nline.json"),
        (b"quo\"te's.json", "quo\"te's.json"),
        (b"caf\xe9.json", "caf\\xe9.json"),
        (b"\x1b[31mred\x1b[0m.json", "\\x1b[31mred\\x1b[0m.json"),
        ("\u6587\u202e.json".encode(), "\u6587\\u202e.json"),
        (b"%s{}.json", "%s{}.json"),
    ],
)
def test_any_name(repository, monkeypatch, name, shown):
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    with open(name, "wb") as stream:
        stream.write(HTML)
    repository.git("add", "--all")
    for arguments in ([name], ["."], ["--staged"], ["--all"]):
        run = command("check", *arguments, text=False)
        assert run.stderr == b""
        assert run.returncode == 1
        assert run.stdout.decode().startswith(f"{shown}:1:1: LD00")
        assert b"\x1b" not in run.stdout


def test_a_name_that_looks_like_an_option(folder):
    Path("-wrong.json").write_bytes(HTML)
    run = command("check", "--", "-wrong.json")
    assert run.returncode == 1
    assert run.stdout.startswith("-wrong.json:1:1: LD00")


def test_a_name_with_a_nul_byte(folder):
    Path("list").write_bytes(b"a\0b\nwrong.json\n")
    run = command("check", "--files-from", "list")
    assert run.returncode == 1
    reason = "is not a name that a file can have"
    assert run.stderr == f"langdetect-hook: a\\x00b: cannot be read: {reason}\n"


def test_a_name_that_is_too_long(folder):
    status, findings, complaint = checked("x" * 5000 + ".py")
    assert (status, findings) == (1, [])
    assert complaint.endswith("x.py: cannot be read: its name is too long\n")


def test_an_empty_name(folder):
    assert checked("")[2] == "langdetect-hook: : cannot be read: no such file\n"
