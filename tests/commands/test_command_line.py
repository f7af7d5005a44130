"""`--help`, completions and the manual page say what the parsers say."""

from __future__ import annotations

import argparse
import shlex
import shutil
import subprocess
import sys

import pytest

from langdetect_hook import cli
from langdetect_hook.commands import completions, options
from langdetect_hook.commands.command_line import command_of, parsers_of
from langdetect_hook.commands.help import EXAMPLES, PURPOSES
from langdetect_hook.commands.man_page import command_block
from langdetect_hook.commands.shells import BLOCKS
from langdetect_hook.report.rules import RULES
from tests.conftest import CHECKOUT

PARSERS = parsers_of(options.parser())
PARSED_HERE = [name for name in PARSERS if name not in options.ELSEWHERE]
MAN_PAGE = CHECKOUT / "docs" / "langdetect-hook.1"
WRITE = "run python -m langdetect_hook.training.command_line"
# A shell that shows what its completion proposes for a line that ends as `words` do.
IN_BASH = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_langdetect_hook
printf '%s\\n' "${COMPREPLY[@]}"
"""
IN_FISH = "source $argv[1]; complete --do-complete (string join ' ' -- $argv[2..])"
PROPOSED = [
    (["langdetect-hook", "cl"], ["classify"]),
    (["langdetect-hook", "check", "--sta"], ["--staged", "--statistics"]),
    (["langdetect-hook", "check", "--format", "js"], ["json", "jsonl"]),
    (["langdetect-hook", "languages", "--format", "js"], ["json"]),
    (["langdetect-hook", "check", "--select", "LD003"], ["LD003"]),
    (["langdetect-hook", "check", "--all", "--output", "o", "--format", "sar"], ["sarif"]),
    (["langdetect-hook", "completion", "f"], ["fish"]),
    (["langdetect-hook", "train", "--output-activation", "l"], ["linear"]),
    (["langdetect-hook", "config", "--stag"], []),
]


def shell_text(shell: str) -> str:
    return completions.completion_for(shell)


@pytest.mark.parametrize("name", PARSED_HERE)
def test_what_is_shipped_says_what_the_parsers_say(name):
    command = command_of(name, PARSERS[name])
    for shell, block in BLOCKS.items():
        assert block(command) in shell_text(shell), WRITE
    assert command_block(command) in MAN_PAGE.read_text(encoding="utf-8"), WRITE


@pytest.mark.slow
def test_what_is_shipped_is_what_is_written_anew():
    """With the options of the commands that need the extra `train`."""
    pytest.importorskip("keras")
    from langdetect_hook.training.command_line import written

    for path, text in written().items():
        assert path.read_text(encoding="utf-8") == text, WRITE


def test_no_command_is_without_words():
    assert list(PARSERS) == list(PURPOSES) == [name for name in EXAMPLES if name]
    assert set(options.ELSEWHERE) == set(cli.COMMANDS_ELSEWHERE)


@pytest.mark.parametrize("name", ["", *PARSED_HERE])
def test_help_ends_with_an_example(name, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert cli.main([*([name] if name else []), "--help"]) == 0
    shown = capsys.readouterr().out
    assert "\nfor example:\n" in shown
    for line in EXAMPLES[name]:
        assert f"\n  {line}" in shown


@pytest.mark.slow
@pytest.mark.parametrize("name", options.ELSEWHERE)
def test_help_of_the_others_does_so_too(name):
    pytest.importorskip("keras")
    command = [sys.executable, "-m", "langdetect_hook", name, "--help"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert all(f"\n  {line}" in shown for line in EXAMPLES[name])


@pytest.mark.parametrize("line", [line for lines in EXAMPLES.values() for line in lines])
def test_an_example_can_be_typed(line):
    words = shlex.split(line.removeprefix('eval "$(').removesuffix(')"'))
    words = words[: words.index(">")] if ">" in words else words
    assert words[0] == "langdetect-hook"
    if words[1] in options.ELSEWHERE:
        parser_of(words[1]).parse_args(words[2:])
    else:
        assert callable(options.parser().parse_args(words[1:]).run)


def parser_of(name: str) -> argparse.ArgumentParser:
    """The parser of a command that parses its own options."""
    if name == "corpus":
        from langdetect_hook.training.corpus_builder.command import parser
    elif name == "lsp":
        from langdetect_hook.lsp.command import parser
    else:
        pytest.importorskip("keras")
        from langdetect_hook.training import evaluate
        from langdetect_hook.training import options as train

        parser = evaluate.parser if name == "evaluate" else train.parser
    return parser()


@pytest.mark.parametrize("shell", completions.FILES)
def test_the_command_prints_what_the_shell_reads(shell, capsys):
    assert cli.main(["completion", shell]) == 0
    assert capsys.readouterr().out == shell_text(shell)


def test_another_shell_is_wrong_usage(capsys, monkeypatch):
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    assert cli.main(["completion", "csh"]) == 2
    assert "bash" in capsys.readouterr().err


@pytest.mark.parametrize("words, proposed", PROPOSED, ids=lambda value: " ".join(value[1:] or value))
def test_bash_proposes(words, proposed):
    bash = shutil.which("bash") or pytest.skip("there is no bash")
    path = f"{completions.FOLDER}/{completions.FILES['bash']}"
    run = subprocess.run([bash, "-c", IN_BASH, "bash", path, *words], capture_output=True, text=True)
    assert (run.stdout.split(), run.stderr) == (proposed, "")


def test_bash_proposes_behind_an_equals_sign():
    """Which is a word of its own to bash."""
    bash = shutil.which("bash") or pytest.skip("there is no bash")
    path = f"{completions.FOLDER}/{completions.FILES['bash']}"
    for typed in (["=", "js"], ["="]):
        words = ["langdetect-hook", "languages", "--format", *typed]
        run = subprocess.run([bash, "-c", IN_BASH, "bash", path, *words], capture_output=True, text=True, check=True)
        assert run.stdout.split() == (["json"] if len(typed) == 2 else ["json", "text"])


@pytest.mark.parametrize("words, proposed", PROPOSED, ids=lambda value: " ".join(value[1:] or value))
def test_fish_proposes(words, proposed):
    fish = shutil.which("fish") or pytest.skip("there is no fish")
    path = f"{completions.FOLDER}/{completions.FILES['fish']}"
    run = subprocess.run([fish, "--no-config", "-c", IN_FISH, path, *words], capture_output=True, text=True)
    assert [line.split("\t")[0] for line in run.stdout.splitlines()] == proposed, run.stderr


@pytest.mark.parametrize("shell", completions.FILES)
def test_a_shell_can_read_it(shell):
    program = shutil.which(shell) or pytest.skip(f"there is no {shell}")
    path = f"{completions.FOLDER}/{completions.FILES[shell]}"
    run = subprocess.run([program, "-n", path], capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")


def test_the_rules_are_words_of_their_options():
    words = " ".join([*RULES, "all"])
    assert f'check:--select | check:--ignore)\n            words="{words}"' in shell_text("bash")


def test_the_manual_page_is_clean_roff():
    groff = shutil.which("groff") or pytest.skip("there is no groff")
    if not shutil.which("man"):
        pytest.skip("there are no macros for manual pages")
    run = subprocess.run([groff, "-man", "-Tascii", "-ww", "-z", str(MAN_PAGE)], capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")


def test_the_manual_page_can_be_read():
    man = shutil.which("man") or pytest.skip("there is no man")
    run = subprocess.run([man, "-l", str(MAN_PAGE)], capture_output=True, text=True, env={"MANWIDTH": "100"})
    assert run.returncode == 0, run.stderr
    for name in PARSERS:
        assert f"langdetect-hook {name}" in run.stdout
    assert "tells when a file's content is not what its name says" in " ".join(run.stdout.split())
