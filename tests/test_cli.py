"""The command line: which call does what, the exit status, and one sentence for whatever goes wrong."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
import types

import pytest

from langdetect_hook import __version__, cli, commands
from langdetect_hook.cli import main
from langdetect_hook.failure import Failure
from tests.bundled import model_languages
from tests.conftest import command, hear_interrupts

pytestmark = pytest.mark.usefixtures("stand_in")


def ran(capsys, *arguments):
    status = main(list(arguments))
    out, err = capsys.readouterr()
    return status, out, err


def feed(monkeypatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_a_healthy_file_passes_in_silence(capsys, tmp_path):
    (tmp_path / "a.py").write_text("x = 1\n")
    for arguments in (["check"], ["check", "--format", "text"], ["check", "--jobs", "2"]):
        assert ran(capsys, *arguments, str(tmp_path / "a.py")) == (0, "", "")


def test_a_finding_fails(capsys, tmp_path):
    path = tmp_path / "a.json"
    path.write_text("WRONG")
    status, out, err = ran(capsys, "check", str(path))
    assert (status, err) == (1, "")
    assert out.splitlines()[:2] == [
        f"{path}:1:1: LD001 looks like HTML (99.8%), expected JSON",
        "    rename it",
    ]
    assert ran(capsys, "check", "--exit-zero", str(path)) == (0, out, "")


def test_the_short_way_and_argparse_say_the_same(capsys, repository):
    for name, content in (("a.json", "WRONG"), ("b.py", "x = 1\n"), ("folder/c", "WRONG")):
        repository.write(name, content)
    short = ran(capsys, "check", "a.json", "b.py", "folder", "none")
    assert short == ran(capsys, "check", "--format=text", "a.json", "b.py", "folder", "none")
    assert short[0] == 1 and "none: cannot be read" in short[2]


def test_without_a_path_the_staged_content_is_checked(capsys, repository):
    repository.stage("staged.json", "WRONG")
    repository.write("staged.json", "right")
    repository.stage("edited.json", "right")
    repository.write("edited.json", "WRONG")
    for arguments in (["check"], ["check", "--staged"]):
        status, out, _ = ran(capsys, *arguments)
        assert status == 1
        assert "staged.json" in out and "edited.json" not in out


def test_skip_leaves_a_commit_alone_and_says_so(capsys, repository, monkeypatch):
    """In any runner, not only where pre-commit reads SKIP itself."""
    path = str(repository.stage("a.json", "WRONG"))
    monkeypatch.setenv("SKIP", "black, langdetect-hook")
    said = "langdetect-hook: not asked, since SKIP names it\n"
    for arguments in (["check"], ["check", "--staged"], ["check", "--verbose"]):
        assert ran(capsys, *arguments) == (0, "", said)
    assert ran(capsys, "check", "--format=json") == (0, "[]\n", said)
    for arguments in (["check", path], ["check", "--jobs=all", "--", path], ["check", "--jobs=1", path]):
        assert ran(capsys, *arguments)[::2] == (1, ""), "nobody commits"
        monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")  # as git tells its hooks
        assert ran(capsys, *arguments) == (0, "", said)
        monkeypatch.delenv("GIT_INDEX_FILE")
    assert ran(capsys, "check", "--all")[0] == 1
    monkeypatch.setenv("SKIP", "langdetect")
    assert ran(capsys, "check")[::2] == (1, "")


def test_a_path_may_begin_with_a_dash(capsys, repository):
    """Named by the manifest of the hook, a file is no option, whatever it is called."""
    for name in ("-a.json", "--exit-zero", "--help"):
        repository.write(name, "WRONG")
    status, out, err = ran(capsys, "check", "--jobs=all", "--", "-a.json", "--exit-zero", "--help")
    assert (status, err) == (1, "")
    assert [line.split(":")[0] for line in out.splitlines() if "LD001" in line] == ["-a.json", "--exit-zero", "--help"]
    assert ran(capsys, "check", "--jobs", "1", "--", "-a.json")[0] == 1


def test_all_tracked_files_are_checked(capsys, repository):
    repository.stage("a.json", "right")
    repository.commit()
    repository.write("a.json", "WRONG")
    repository.write("untracked.json", "WRONG")
    status, out, _ = ran(capsys, "check", "--all")
    assert status == 1
    assert "a.json" in out and "untracked" not in out


def test_files_from_a_list(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b\nc"):
        (tmp_path / name).write_text("WRONG")
    (tmp_path / "list").write_bytes(b"a\0b\nc\0")
    status, out, _ = ran(capsys, "check", "--files-from", "list", "-z", "--format", "jsonl")
    assert status == 1
    assert [json.loads(line)["path"] for line in out.splitlines()] == ["a", "b\nc"]
    run = command("check", "--files-from", "-", "--verbose", input="nowhere\n")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == "langdetect-hook: nowhere: cannot be read: no such file\n"


def test_standard_input_under_a_name(capsys, monkeypatch):
    feed(monkeypatch, b"WRONG")
    status, out, _ = ran(capsys, "check", "-", "--stdin-filename", "folder/a.json")
    assert status == 1
    assert out.startswith("folder/a.json:1:1: LD001")


def test_rules_are_selected(capsys, tmp_path):
    path = tmp_path / "a.json"
    path.write_text("WRONG")
    assert ran(capsys, "check", "--ignore", "LD001", str(path)) == (0, "", "")
    assert ran(capsys, "check", "--select", "LD002,ld008", str(path)) == (0, "", "")
    assert ran(capsys, "check", "--select", "LD001", str(path))[0] == 1
    assert ran(capsys, "check", "--select", "all", "--ignore", "LD002", str(path))[0] == 1


def test_verbose_lists_all(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.py").write_text("x = 1\n")
    (tmp_path / "link").symlink_to("a.py")
    status, out, _ = ran(capsys, "check", "--verbose", "a.py", "link")
    assert (status, out) == (0, "a.py: ok\nlink: skipped: it is a symbolic link\n")


def test_classify(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").write_text("x = 1\n")
    (tmp_path / "empty").write_text("")
    text = "a: Python (90.0%), then Cython (6.0%), Ruby (1.0%)\nempty: undecided: it is empty\n"
    assert ran(capsys, "classify", "a", "empty") == (0, text, "")
    (tmp_path / "list").write_text("a\nempty\n")
    assert ran(capsys, "classify", "--files-from", "list") == (0, text, "")
    status, out, err = ran(capsys, "classify", "a", "none", "--format", "json")
    assert (status, err) == (2, "")
    assert [(row["path"], row["language"]) for row in json.loads(out)] == [("a", "Python"), ("none", None)]


def test_classify_standard_input(capsys, monkeypatch):
    feed(monkeypatch, b"x = 1\n")
    status, out, _ = ran(capsys, "classify", "-")
    assert (status, out) == (0, "-: Python (90.0%), then Cython (6.0%), Ruby (1.0%)\n")


def test_languages(capsys):
    status, out, _ = ran(capsys, "languages")
    assert status == 0
    assert any(line.startswith("Python: ") and "*.py" in line for line in out.splitlines())
    rows = json.loads(ran(capsys, "languages", "--format", "json")[1])
    assert len(rows) == len(out.splitlines()) == len(model_languages())
    assert {"name", "alias", "patterns", "accepts", "family"} <= set(rows[0])


def test_version(capsys):
    assert ran(capsys, "--version") == (0, f"langdetect-hook {__version__}\n", "")


@pytest.mark.parametrize("name", ["check", "classify", "explain", "languages"])
def test_help(capsys, name):
    status, out, err = ran(capsys, name, "--help")
    assert (status, err) == (0, "")
    assert out.startswith(f"usage: langdetect-hook {name}")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["frobnicate"], "invalid choice"),
        (["check", "--frobnicate"], "unrecognized arguments"),
        (["check", "--format", "xml"], "invalid choice"),
        (["check", "--jobs", "0"], "'0' is not a number above 0"),
        (["check", "--jobs", "many"], "'many' is not a number above 0"),
        (["check", "--select", "LD999"], "no rule is called LD999"),
        (["check", "--staged", "--all"], "not allowed with"),
        (["check", "--staged", "a.py"], "--staged takes no paths"),
        (["check", "--all", "a.py"], "--all takes no paths"),
        (["check", "-"], "--stdin-filename"),
        (["check", "-", "a.py", "--stdin-filename", "b"], "--stdin-filename"),
        (["check", "a.py", "--stdin-filename", "b"], "--stdin-filename"),
        (["check", "-z", "a.py"], "-z needs --files-from"),
        (["check", "--files-from", "none"], "the list none cannot be read"),
        (["check", "--files-from", "none", "a.py"], "--files-from takes no paths"),
        (["classify"], "classify needs a path"),
        (["classify", "-", "a.py"], "`classify -` takes no other path"),
        (["classify", "-z", "a.py"], "-z needs --files-from"),
        (["explain"], "the following arguments are required: FILE"),
    ],
)
def test_wrong_usage_is_one_sentence(capsys, monkeypatch, tmp_path, arguments, words):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    status, out, err = ran(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("langdetect-hook: ") and err.count("\n") == 1
    assert words in err


def test_no_repository_where_one_is_needed(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    for arguments in (["check"], ["check", "--staged"], ["check", "--all"]):
        status, out, err = ran(capsys, *arguments)
        assert (status, out) == (2, "")
        assert "needs a git repository: not a git repository" in err and err.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (Failure("the assets do not fit together"), 2, "langdetect-hook: the assets do not fit together\n"),
        (OSError(28, "No space left on device"), 2, "langdetect-hook: No space left on device\n"),
        (OSError(13, "Permission denied", "x\ny"), 2, "langdetect-hook: x\\ny: Permission denied\n"),
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 141, ""),
    ],
)
def test_what_ends_a_run(capsys, monkeypatch, error, status, words):
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")

    def fails(*_, **__):
        raise error

    monkeypatch.setattr(commands, "check_files", fails)
    assert ran(capsys, "check", "a.py") == (status, "", words)


def test_what_should_not_happen_is_one_sentence_too(capsys, monkeypatch):
    def fails(*_, **__):
        raise IndexError("list index out of range")

    monkeypatch.setattr(commands, "check_files", fails)
    with pytest.raises(IndexError):
        main(["check", "a.py"])
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    status, _, err = ran(capsys, "check", "a.py")
    assert status == 2
    assert err.count("\n") == 1 and "IndexError: list index out of range" in err


def test_findings_before_a_failure_are_not_lost(capsys, monkeypatch, tmp_path):
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    (tmp_path / "a.json").write_text("WRONG")

    def paths():
        yield str(tmp_path / "a.json")
        raise Failure("the list broke off")

    from langdetect_hook.files.sources import from_paths

    monkeypatch.setattr("langdetect_hook.files.sources.from_paths", lambda _: from_paths(paths()))
    status, out, err = ran(capsys, "check", "anything")
    assert status == 2
    assert "LD001" in out and "the list broke off" in err


@pytest.mark.parametrize("name", sorted(cli.COMMANDS_ELSEWHERE))
def test_without_tensorflow_the_way_to_get_it_is_said(capsys, monkeypatch, name):
    def fails(_):
        raise ModuleNotFoundError("No module named 'tensorflow'", name="tensorflow")

    module = types.SimpleNamespace(main=fails)
    monkeypatch.setitem(sys.modules, cli.COMMANDS_ELSEWHERE[name], module)
    status, out, err = ran(capsys, name, "corpus")
    assert (status, out) == (2, "")
    assert err == f"langdetect-hook: `{name}` needs tensorflow: pip install 'langdetect-hook[train]'\n"


@pytest.mark.parametrize("name", sorted(cli.COMMANDS_ELSEWHERE))
def test_commands_elsewhere_get_their_arguments(monkeypatch, name):
    monkeypatch.setitem(sys.modules, cli.COMMANDS_ELSEWHERE[name], types.SimpleNamespace(main=lambda given: len(given)))
    assert main([name, "--seed", "1", "folder"]) == 3


def test_a_reader_that_goes_away_is_no_traceback(tmp_path):
    for number in range(2000):
        (tmp_path / f"missing-{number:04}").symlink_to("nowhere")
    run = subprocess.run(
        f'"{sys.executable}" -m langdetect_hook check --verbose "{tmp_path}" | head -1',
        shell=True,
        capture_output=True,
        text=True,
        env={**os.environ, "LANGDETECT_HOOK_TRACEBACK": ""},
    )
    assert run.stdout.count("\n") == 1
    assert run.stderr == ""


def test_a_full_disk_is_one_sentence(tmp_path):
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full here")
    (tmp_path / "link").symlink_to("nowhere")
    with open("/dev/full", "w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "langdetect_hook", "check", "--verbose", str(tmp_path)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "LANGDETECT_HOOK_TRACEBACK": ""},
        )
    assert run.returncode == 2
    assert run.stderr == "langdetect-hook: No space left on device\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_any_name_can_be_printed_in_any_encoding(tmp_path, encoding):
    for name in (b"\xe6\x96\x87.py", b"caf\xe9.py", "\N{SNOWMAN}\x1b[31m".encode()):
        os.symlink("nowhere", os.path.join(os.fsencode(tmp_path), name))
    run = command("check", "--verbose", str(tmp_path), env={**os.environ, "PYTHONIOENCODING": encoding}, text=False)
    assert run.returncode == 0
    assert run.stdout.count(b"skipped") == 3
    assert b"caf\\xe9.py" in run.stdout and b"\x1b" not in run.stdout


def test_closed_streams_do_not_matter(tmp_path):
    (tmp_path / "link").symlink_to("nowhere")
    run = subprocess.run(f'"{sys.executable}" -m langdetect_hook check --verbose "{tmp_path}" >&- 2>&- <&-', shell=True)
    assert run.returncode == 0


@pytest.mark.parametrize("closed", ["<&-", "<&- >&-", "<&- 2>&-", "<&- >&- 2>&-"])
def test_closed_standard_input_is_not_empty(tmp_path, monkeypatch, closed):
    """What has its place must not be read for it either."""
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    for arguments in ("check - --stdin-filename a.py", "check --files-from -", "classify -"):
        line = f'"{sys.executable}" -m langdetect_hook {arguments} {closed}'
        run = subprocess.run(line, shell=True, cwd=tmp_path, capture_output=True, text=True)
        assert (run.returncode, run.stdout) == (2, "")
        if "2>" not in closed:
            assert run.stderr.endswith("cannot be read: standard input is closed\n") and run.stderr.count("\n") == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no disk that is full")
def test_a_full_disk_is_no_finding_and_hides_none(tmp_path, monkeypatch):
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    (tmp_path / "a.json").write_text("<!DOCTYPE html><title>404 Not Found</title>\n")
    (tmp_path / "b.py").write_text("x = 1\n")
    line = f'"{sys.executable}" -m langdetect_hook check'
    told = "langdetect-hook: No space left on device\n"
    for arguments, expected in {
        "a.json >/dev/full": (2, "", told),
        "b.py >/dev/full 2>/dev/full": (0, "", ""),  # it has nothing to say
        "a.json >/dev/full 2>/dev/full": (2, "", ""),
        "none b.py 2>/dev/full": (2, "", ""),
    }.items():
        run = subprocess.run(f"{line} {arguments}", shell=True, cwd=tmp_path, capture_output=True, text=True)
        assert (run.returncode, run.stdout, run.stderr) == expected, arguments
    help_text = subprocess.run(f"{line} --help >/dev/full", shell=True, capture_output=True, text=True)
    assert (help_text.returncode, help_text.stderr) == (2, told)
    run = subprocess.run(f"{line} none a.json 2>/dev/full", shell=True, cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 1 and run.stdout.startswith("a.json:1:1: LD003")


def test_an_interrupt_in_the_middle_of_c_code_is_one(monkeypatch, capsys):
    def evaluate(arguments):
        try:
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(10)
        except KeyboardInterrupt:
            pass  # as numpy's C code does
        raise SystemError("returned a result with an exception set")

    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    monkeypatch.setitem(cli.COMMANDS_ELSEWHERE, "evaluate", "a_module_of_the_test")
    monkeypatch.setitem(sys.modules, "a_module_of_the_test", types.SimpleNamespace(main=evaluate))
    try:
        assert cli.main(["evaluate"]) == 130
    finally:
        signal.signal(signal.SIGINT, before)
    assert capsys.readouterr() == ("", "")


def interrupted_check(folder, before_start):
    """The status, output and complaint of a check that gets a Ctrl-C while it reads its list of files."""
    (folder / "link").symlink_to("nowhere")
    run = subprocess.Popen(
        [sys.executable, "-m", "langdetect_hook", "check", "--verbose", "--files-from", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=before_start,
    )
    assert run.stdin is not None
    run.stdin.write(os.fsencode(folder / "link") + b"\n" * 100_000)  # it reads: its start is behind it
    run.stdin.flush()
    run.send_signal(signal.SIGINT)
    output, complaint = run.communicate(timeout=300)
    return run.returncode, output, complaint


def test_an_interrupt_ends_quietly(tmp_path):
    status, _, complaint = interrupted_check(tmp_path, hear_interrupts)
    assert (status, complaint) == (130, b"")


def test_where_ctrl_c_is_ignored_it_goes_on(tmp_path):
    """A step of CI in the background: the Ctrl-C of whoever waits is not meant for it."""
    status, output, complaint = interrupted_check(tmp_path, lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
    assert (status, output.count(b"skipped"), complaint) == (0, 1, b"")


def as_console_command(*arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """What the console command does, in an interpreter that did something before."""
    program = f"{before}\nimport sys\nfrom langdetect_hook.cli import start\nsys.argv[0] = 'langdetect-hook'\nstart()"
    return subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, timeout=120)


def test_the_console_command_ends_with_its_status_and_all_that_it_has_to_say(tmp_path):
    (tmp_path / "a.py").write_text("x = 1\n")
    (tmp_path / "a.json").write_text("<!DOCTYPE html><title>404 Not Found</title>\n")
    healthy = as_console_command("check", str(tmp_path / "a.py"))
    assert (healthy.returncode, healthy.stdout, healthy.stderr) == (0, "", "")
    found = as_console_command("check", str(tmp_path / "a.json"), str(tmp_path / "none"))
    assert found.returncode == 1
    assert found.stdout.startswith(f"{tmp_path}/a.json:1:1: LD003") and found.stderr.count("\n") == 1
    help_ = as_console_command("--help")
    assert help_.returncode == 0 and help_.stdout.rstrip().endswith("went away")


@pytest.mark.parametrize(
    "before",
    [
        "import atexit; atexit.register(print, 'the end')",
        "import threading, weakref; end = weakref.finalize(threading, print, 'the end')",
        "import threading; threading.Thread(target=lambda: (threading.main_thread().join(), print('the end'))).start()",
    ],
)
def test_the_console_command_takes_nothing_from_those_who_wait_for_the_end(before):
    run = as_console_command("--version", before=before)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines() == [f"langdetect-hook {__version__}", "the end"]


def test_the_console_command_needs_nothing_that_only_one_python_has():
    without = "import atexit, gc, sys; del gc.set_threshold, atexit._ncallbacks; sys.implementation.name = 'another'"
    run = as_console_command("check", __file__, before=without)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_the_console_command_ends_where_nobody_reads(tmp_path):
    (tmp_path / "a.json").write_text("<!DOCTYPE html><title>404 Not Found</title>\n")
    program = "from langdetect_hook.cli import start; start()"
    read, write = os.pipe()
    os.close(read)
    line = [sys.executable, "-c", program, "check", str(tmp_path / "a.json")]
    run = subprocess.run(line, stdout=write, stderr=subprocess.PIPE, timeout=120)
    os.close(write)
    assert (run.returncode, run.stderr) == (141, b"")
