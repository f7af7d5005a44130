"""What a terminal or the log of a CI would obey, in every place from which something is printed.

    python -m tests.attacks.poisons [--mixtures N]

Each format and each command over files whose names, folders, contents, attributes and configurations hold escape
sequences, control and invisible characters and commands to runners; with `--mixtures`, besides, N mixtures of them in
each place. Prints what was tried, and each line that a terminal or a runner would obey.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from langdetect_hook.cli import main as tool
from langdetect_hook.files import git
from langdetect_hook.report import CHECK_FORMATS
from tests.accidents import PYTHON
from tests.attacks.environment import own_environment
from tests.attacks.hostile_git import SQL
from tests.conftest import Repository

POISONS = {
    "colors": "\x1b[31mred",
    "a title of the window": "\x1b]0;title\x07",
    "a link": "\x1b]8;;http://x.invalid\x1b\\",
    "one control character for two": "\x9b31mred\x9d0;x\x9c",
    "a carriage return": "a\rb",
    "a line break": "a\n::error::b",
    "a bell and a backspace": "\x07\x08\x7f",
    "other line breaks": "a\x0b\x0c\x85\u2028\u2029b",
    "the other direction": "\u202etxt\u202c\u2066\u2069\u200f",
    "what nobody sees": "a\u200b\u200c\u200d\u2060\ufeff\u00ad\u180eb",
    "tags": "".join(chr(0xE0000 + ord(c)) for c in "hidden"),
    "a command to GitHub": "::error::pwn",
    "another": "::set-output name=x::pwn",
    "a command behind blanks": "  ::stop-commands::x",
    "a command to Azure": "##vso[task.setvariable variable=x]pwn",
    "a log command": "x ##[error]pwn",
    "a command to TeamCity": "##teamcity[buildStatus status='SUCCESS']",
    "a section of GitLab's": "section_start:1:x\r\x1b[0K",
    "lone bytes": "\udcff\udc9b31m\udce2" if sys.platform == "linux" else "",
    "private characters": "\ue000\U000f0000\ufff9",
}
# All kinds in two: one that begins a line, one that has a line break.
TOGETHER = (
    "::error::pwn##vso[task.x]\x1b[31m\r\x07\x9b31m\u202e\u200b",
    "  ::stop-commands::x##[error]\U000e0041\ue000\u2028\x85\n::error::b" + "\udcff" * (sys.platform == "linux"),
)
PAGE = (
    "<!DOCTYPE html>\n<html><head><title>{} 404 Not Found</title></head>\n<body><h1>{} Not Found</h1></body></html>\n"
)
WORDS = "SELECT {0} FROM {0} WHERE {0} > 30 ORDER BY {0};\nUPDATE users SET {0} = 31 WHERE name = '{0}';\n"
# Content by suffix, with a poison in what is quoted of it.
CONTENTS = {
    ".json": PAGE,
    ".py": "#!/usr/bin/env {}ruby\nputs 1\n",
    ".rb": "#!/usr/bin/env python3 {}\nimport os\n",
    ".c": "<<<<<<< {}\nint a;\n=======\nint b;\n>>>>>>> {}\n",
    ".go": WORDS * 9,
    ".css": "# langdetect: language={}Pyhton\n" + PYTHON,
    ".yml": "```{}\na: 1\n```\n",
    ".toml": "$ {} ls\nusers@host:~$ cat {}\nx\n",
    ".pem": "{}\nno key\n",
    ".csv": "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 12345\n",
    ".md": "-*- mode: {} -*-\n" + SQL,
    ".sh": "# vim: ft={}\n" + SQL,
}
CONFIGURATIONS = {
    "a key": "'{}' = 1\n",
    "a glob": "exclude = ['x{}x']\n",
    "a wrong glob": "exclude = ['[{}', '{}/']\n",
    "a rule": "select = ['LD001', '{}']\n",
    "a language": "[names]\n'.x' = '{}'\n",
    "a name": "[names]\n'.{}' = 'JSON'\n",
    "a pattern of rules": "[per-file-ignores]\n'{}' = ['LD001']\n",
    "a path": "baseline = '{}'\n",
    "a model": "assets = '{}'\n",
    "no TOML": "{}\n",
}
COMMANDS = (
    *(("check", "--verbose", "--all", "--format", name) for name in CHECK_FORMATS),
    *(("check", "--format", name, ".") for name in CHECK_FORMATS),
    ("check", "--all"),
    ("check", "--staged"),
    ("check", "--all", "--statistics"),
    ("check", "--all", "--fix", "--dry-run"),
    *(("classify", "--format", name, ".") for name in ("text", "json", "jsonl")),
    ("config",),
    ("baseline",),
    ("check", "--all", "--verbose"),
    ("baseline", "--prune"),
    ("check", "--no-baseline", "--all", "--fix"),
)
# With a poison in the place of {}.
ASKED = (
    ("check", "--since", "{}"),
    ("check", "--files-from", "{}"),
    ("check", "--config", "{}", "."),
    ("check", "--assets", "{}", "."),
    ("check", "--baseline", "{}", "."),
    ("check", "--output", "{}/x/y", "."),
    ("check", "--format", "{}", "."),
    ("check", "--select", "{}", "."),
    ("check", "--jobs", "{}", "."),
    ("check", "--{}", "."),
    ("check", "-", "--stdin-filename", "{}.json"),
    ("explain", "{}"),
    ("explain", "LD{}"),
    ("classify", "{}"),
    ("check", "{}"),
    ("languages", "--assets", "{}"),
    ("completion", "{}"),
    ("{}",),
)


def dangers(text: str, own: str = "") -> list[str]:
    """The lines that a terminal or a runner would obey. `own`: how a line begins that is meant as a command."""
    lines = text.removesuffix("\n").split("\n")
    return [
        line
        for line in lines
        if not line.replace("\t", "").isprintable()
        or (line.lstrip().startswith("::") and not (own and re.match(own, line)))
        or re.search(r"##\w*\[", line)
    ]


def own_command(arguments: tuple[str, ...]) -> str:
    """How the lines begin that a command prints for GitHub's runner."""
    return r"::error (title=LD\d{3},)?file=[^:,]*,line=\d+,col=1::" if "github" in arguments else ""


def as_name(poison: str) -> str:
    """A poison as a part of a file's name."""
    return poison.replace("/", "_").replace("\0", "")


def planted(path: Path, poisons: list[str]) -> Repository:
    """A repository whose names and contents hold the poisons."""
    made = Repository(path)
    made.stage("healthy.py", PYTHON)
    made.commit()
    for number, poison in enumerate(poisons):
        for suffix, content in CONTENTS.items():
            raw = content.replace("{0}", "{}").replace("{}", poison).encode("utf-8", "surrogateescape")
            made.write(f"content/{number}{suffix}", raw)
        for place in (f"{as_name(poison)}.json", f"{as_name(poison)}/a.json", f"names/x{as_name(poison)}.go"):
            made.write(place, SQL)
    attributes = "".join(f"content/{number}.go linguist-language={p}\n{p} !{p}\n" for number, p in enumerate(poisons))
    made.write(".gitattributes", attributes.encode("utf-8", "surrogateescape"))
    made.git("add", "--all", "--force")
    return made


def said(arguments: list[str]) -> tuple[int, str]:
    """The status of a command, and all that it says."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(PAGE.encode()))
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            status = tool(arguments)
            git.end_shared_processes()
    finally:
        sys.stdin = before
    out.flush()
    return status, out.buffer.getvalue().decode("utf-8", "surrogateescape")  # type: ignore[attr-defined]


def trials(poisons: list[str]) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Each command in the current folder, where the poisons are planted, with the lines that would be obeyed."""
    for command in COMMANDS:
        status, text = said(list(command))
        assert status in (0, 1, 2) and "should not happen" not in text, (command, text[-500:])
        yield command, dangers(text, own_command(command))
    for name in sorted(os.listdir("content")):
        _, text = said(["explain", f"content/{name}"])
        yield ("explain", name), dangers(text)
    for poison in poisons:
        for command in ASKED:
            _, text = said([word.replace("{}", poison) for word in command])
            yield command, dangers(text)
        yield from configured(poison)


def configured(poison: str) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """What is said of each configuration that holds a poison."""
    own = Path(".langdetect-hook.toml")
    for kind, text in CONFIGURATIONS.items():
        own.write_bytes(text.replace("{}", poison).encode("utf-8", "surrogateescape"))
        for command in (("check", "healthy.py"), ("config",)):
            _, answer = said(list(command))
            yield (kind, *command), dangers(answer)
    own.unlink()


def report(path: Path, poisons: list[str]) -> tuple[int, int]:
    """How many commands were run, and in how many something would be obeyed, which is printed."""
    planted(path, poisons)
    os.chdir(path)
    count = fell = 0
    for command, found in trials(poisons):
        count += 1
        fell += bool(found)
        for line in found[:3]:
            print(f"{command!r}: {line!r}", flush=True)
    return count, fell


def mixtures(random: Random, count: int) -> Iterator[str]:
    for _ in range(count):
        yield "".join(random.choices([*POISONS.values(), " ", "a", ".", "%", "[", "]"], k=random.randrange(1, 5)))[:60]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mixtures", type=int, default=0, help="try so many mixtures of poisons besides")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder).resolve()
        own_environment(top)
        count, fell = report(top / "each", [poison for poison in POISONS.values() if poison])
        mixed = list(mixtures(Random(19), options.mixtures))
        more, lost = report(top / "mixed", mixed) if mixed else (0, 0)
        print(f"{count + more} commands, {fell + lost} in which something would be obeyed")
        os.chdir("/")
    return int(fell + lost > 0)


if __name__ == "__main__":
    raise SystemExit(main())
