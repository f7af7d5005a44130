"""What a finding advises is followed to the letter: what it says to type is typed, and the finding must be gone.

Only what no machine can do for a person is done here in their place: choosing a side, deleting a line.
"""

from __future__ import annotations

import base64
import gzip
import io
import os
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from langdetect_hook.check import check_source
from langdetect_hook.files import git
from langdetect_hook.files.sources import from_paths
from langdetect_hook.report.rules import RULES
from langdetect_hook.verdict import MISMATCH, Verdict
from tests.accidents import CPLUSPLUS, HTML, PNG, PYTHON
from tests.bundled import model
from tests.conftest import Repository
from tests.healthy_texts import healthy_texts

TEXT_OF = {healthy.path: healthy.text for healthy in healthy_texts()}
# What an advice says to type, at its end or before what else it says.
COMMAND = re.compile(r": ((?:base64|curl|git|mv) (?:[^;'\"]|'[^']*'|\"[^\"]*\")+)")

COMPOSE = """services:
  web:
    image: brew/web:2.1
    ports:
      - "8080:80"
    environment:
      CUPS: "12"
    depends_on:
      - store
  store:
    image: postgres:16
    volumes:
      - cups:/var/lib/postgresql/data
volumes:
  cups: {}
"""
PATCH = """diff --git a/src/cups.py b/src/cups.py
index 1c0f6d2..9f5cb1d 100644
--- a/src/cups.py
+++ b/src/cups.py
@@ -1,5 +1,7 @@
 def pour(cup, kettle):
-    cup.fill(kettle)
+    if kettle.is_empty():
+        raise ValueError("the kettle is empty")
+    cup.fill(kettle.water)
     return cup


"""
CUPS = "def pour(cup, kettle):\n    cup.fill(kettle)\n    return cup\n\n\ndef drink(cup):\n    cup.empty()\n"
TYPED = """import { useState } from "react";

interface CupProps {
  name: string;
  lids?: readonly string[];
}

export function Cup({ name, lids = [] }: CupProps): JSX.Element {
  const [full, setFull] = useState<boolean>(false);
  const pour = (amount: number): void => setFull(amount > 0);
  return (
    <section className="cup">
      <h2>{name}</h2>
      <button onClick={() => pour(3)}>{full ? "full" : "empty"}</button>
      <ul>{lids.map((lid: string) => <li key={lid}>{lid}</li>)}</ul>
    </section>
  );
}
"""
KEY = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n-----END PRIVATE KEY-----\n"


def zipped(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "<x/>")
    return made.getvalue()


JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + bytes(40)


class Accident(NamedTuple):
    """A file under a wrong name, the rule that says so, and the name that the advice comes to."""

    rule: str
    path: str
    content: str | bytes
    right: str


RENAMED = [
    Accident("LD001", "old/bills.py", TEXT_OF["migrations/0004_invoices.sql"], "old/bills.sql"),
    Accident("LD001", "shapes.py", CPLUSPLUS, "shapes.cpp"),
    Accident("LD001", "-shapes.py", CPLUSPLUS, "-shapes.cpp"),
    Accident("LD001", "plot.py", TEXT_OF["analysis.ipynb"], "plot.ipynb"),
    Accident("LD001", "Cup.jsx", TYPED, "Cup.tsx"),
    Accident("LD001", "Cup.ts", TYPED, "Cup.tsx"),
    Accident("LD001", "docker-compose.json", COMPOSE, "compose.yaml"),
    Accident("LD001", "pouring.py", PATCH, "pouring.patch"),
    Accident("LD002", "tools/words.sh", "#!/usr/bin/env python3\n" + PYTHON, "tools/words.py"),
    Accident("LD003", "data/users.json", HTML.replace("Sign in", "Users"), "data/users.html"),
    Accident("LD003", "keys/a.pem", HTML.replace("Sign in", "Users"), "keys/a.html"),
    Accident("LD008", "logo.jpg", PNG, "logo.png"),
    Accident("LD008", "photo.png", JPEG, "photo.jpg"),
    Accident("LD008", "image.py", PNG, "image.png"),
    Accident("LD008", "bills.csv", zipped("[Content_Types].xml", "xl/workbook.xml"), "bills.xlsx"),
    Accident("LD008", "letter.md", zipped("[Content_Types].xml", "word/document.xml"), "letter.docx"),
    Accident("LD008", "dump.sql", gzip.compress(b"CREATE TABLE cups (id int);\n", mtime=0), "dump.sql.gz"),
    Accident("LD008", "app.tar.gz", zipped("app/cups.py"), "app.zip"),
]
# In a repository these are no words that other files could be searched for, so that nothing is said to type.
NO_WORDS = [
    Accident("LD001", "old/a file.py", CPLUSPLUS, "old/a file.cpp"),
    Accident("LD001", "it's.py", CPLUSPLUS, "it's.cpp"),
]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in no repository, in which everything is typed."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def findings(*paths: str) -> list[Verdict]:
    """What is found in files, or in all below the current folder."""
    try:
        sources = list(from_paths(paths or ["."]))
        return [one for source in sources for one in check_source(source, frozenset(RULES), model(), True)
                if one.verdict == MISMATCH]  # fmt: skip
    finally:
        git.end_shared_processes()


def commands(verdict: Verdict) -> list[str]:
    return [command.strip() for command in COMMAND.findall(verdict.advice)]


def typed(command: str, folder: Path | None = None) -> None:
    """Have a shell do what was printed."""
    subprocess.run(command, shell=True, check=True, cwd=folder, capture_output=True)


def write(path: str, content: str | bytes) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize("is_tracked", [True, False], ids=["tracked", "untracked"])
@pytest.mark.parametrize("accident", RENAMED, ids=lambda accident: accident.path)
def test_in_a_repository_it_is_renamed(accident: Accident, is_tracked: bool, here: Path) -> None:
    repository = Repository(here)
    write(accident.path, accident.content)
    if is_tracked:
        repository.stage(accident.path, accident.content)
    [finding] = findings(accident.path)
    assert finding.rule == accident.rule
    command = commands(finding)[0]
    assert command.startswith("git mv " if is_tracked else "mv -n ")
    typed(command)
    assert os.path.exists(accident.right) and not os.path.exists(accident.path)
    assert findings() == []
    if is_tracked:
        assert repository.git("ls-files", "-z").stdout == accident.right + "\0"


@pytest.mark.parametrize("accident", RENAMED[:1] + RENAMED[-3:] + NO_WORDS, ids=lambda accident: accident.path)
def test_outside_of_a_repository_git_is_not_asked(accident: Accident) -> None:
    write(accident.path, accident.content)
    [finding] = findings(accident.path)
    [command] = commands(finding)
    assert command.startswith("mv -n ")
    typed(command)
    assert os.path.exists(accident.right) and findings() == []


@pytest.mark.parametrize("committed", [True, False])
def test_from_elsewhere_git_is_told_the_folder(committed: bool, here: Path) -> None:
    repository = Repository(here / "a project")
    repository.stage("data/shapes.py", CPLUSPLUS)
    if committed:
        repository.commit()
    [finding] = findings("a project/data/shapes.py")
    [command] = commands(finding)
    assert command == "git -C 'a project/data' mv shapes.py shapes.cpp"
    typed(command)
    assert repository.git("ls-files").stdout == "data/shapes.cpp\n"


def test_in_a_repository_inside_of_another(here: Path) -> None:
    Repository(here)
    inner = Repository(here / "inner")
    inner.stage("shapes.py", CPLUSPLUS)
    [command] = commands(findings("inner/shapes.py")[0])
    typed(command)
    assert inner.git("ls-files").stdout == "shapes.cpp\n"


def test_in_a_folder_of_a_repository(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = Repository(here)
    repository.stage("src/shapes.py", CPLUSPLUS)
    monkeypatch.chdir(here / "src")
    [command] = commands(findings("shapes.py")[0])
    assert command == "git mv shapes.py shapes.cpp"
    typed(command)
    assert repository.git("ls-files").stdout == "src/shapes.cpp\n"


def test_through_a_link_to_a_folder(here: Path) -> None:
    repository = Repository(here)
    repository.stage("src/shapes.py", CPLUSPLUS)
    (here / "link").symlink_to("src")
    [command] = commands(findings("link/shapes.py")[0])
    typed(command)
    assert repository.git("ls-files").stdout == "src/shapes.cpp\n"


@pytest.mark.parametrize("where", ["repository", "folder"])
def test_nothing_is_written_over(where: str, here: Path) -> None:
    write("shapes.py", CPLUSPLUS)
    write("shapes.cpp", CPLUSPLUS)
    if where == "repository":
        Repository(here).git("add", ".")
    [finding] = findings("shapes.py")
    assert commands(finding) == [] and finding.advice.endswith("give it another name")


def test_what_came_to_be_meanwhile_is_not_written_over(here: Path) -> None:
    write("shapes.py", CPLUSPLUS)
    [command] = commands(findings("shapes.py")[0])
    write("shapes.cpp", "a work of years\n")
    subprocess.run(command, shell=True, check=False, capture_output=True)
    assert Path("shapes.cpp").read_text() == "a work of years\n" and Path("shapes.py").exists()


def test_of_what_is_no_file_no_command_is_given(here: Path) -> None:
    from langdetect_hook.check import check_content, place_of
    from langdetect_hook.files.content import content_from_bytes

    content = content_from_bytes(CPLUSPLUS.encode())
    [finding] = check_content("shapes.py", content, frozenset(RULES), model(), place=place_of)
    assert commands(finding) == [] and finding.advice.endswith("give it another name")


def test_a_patch_is_applied(here: Path) -> None:
    for is_tracked in (True, False):
        repository = Repository(here / str(is_tracked))
        os.chdir(repository.path)
        repository.stage("src/cups.py", CUPS)
        repository.commit()
        write("pouring.py", PATCH)
        if is_tracked:
            repository.git("add", "pouring.py")
        [finding] = findings("pouring.py")
        [_, command] = commands(finding)
        typed(command)
        assert "kettle is empty" in Path("src/cups.py").read_text()
        assert not os.path.exists("pouring.py") and findings() == []
        assert repository.git("ls-files").stdout == "src/cups.py\n"


def test_a_patch_that_was_saved_over_what_it_changes_is_applied(here: Path) -> None:
    repository = Repository(here)
    repository.stage("src/cups.py", CUPS)
    repository.commit()
    repository.stage("src/cups.py", PATCH)
    [finding] = findings("src/cups.py")
    [command] = [command for command in commands(finding) if "apply" in command]
    typed(command)
    assert "kettle is empty" in Path("src/cups.py").read_text()
    assert findings() == []


def test_a_patch_without_prefixes_and_one_below_the_top(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = Repository(here)
    repository.stage("src/cups.py", CUPS)
    bare = PATCH.partition("index")[2].partition("\n")[2].replace(" a/", " ").replace(" b/", " ")
    repository.stage("pouring.py", bare)
    repository.stage("tools/pouring.py", PATCH)
    [command] = [command for command in commands(findings("pouring.py")[0]) if "apply" in command]
    typed(command)
    assert "kettle is empty" in Path("src/cups.py").read_text()
    monkeypatch.chdir(here / "tools")
    assert "apply" not in findings("pouring.py")[0].advice


def test_the_raw_content_of_a_page_is_fetched(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for curl has the file."""
    address = "https://raw.githubusercontent.com/brew/cups/main/data/cups.json"
    curl = here.parent / "bin" / "curl"
    curl.parent.mkdir()
    curl.write_text(f'#!/bin/sh\n[ "$1 $2 $3 $5" = "--fail --location --output {address}" ] && echo "[1, 2]" > "$4"\n')
    curl.chmod(0o755)
    monkeypatch.setenv("PATH", f"{curl.parent}{os.pathsep}{os.environ['PATH']}")
    page = (
        "<!DOCTYPE html>\n<html><head><title>cups/data/cups.json at main · brew/cups · GitHub</title></head></html>\n"
    )
    write("data/cups.json", page)
    [command] = commands(findings("data/cups.json")[0])
    typed(command)
    assert Path("data/cups.json").read_text() == "[1, 2]\n" and findings() == []


@pytest.fixture
def git_lfs(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for Git LFS: it says what it is told to track, and makes pointers."""
    program = here.parent / "lfs" / "git-lfs"
    program.parent.mkdir()
    pointer = f"version https://git-lfs.github.com/spec/v1\\noid sha256:{'a' * 64}\\nsize 5\\n"
    program.write_text(
        "#!/bin/sh\n"
        'case "$1" in\n'
        'track) for pattern; do :; done; echo "$pattern filter=lfs diff=lfs merge=lfs -text" >> .gitattributes;;\n'
        f"install) git config filter.lfs.clean \"printf '{pointer}'\";;\n"
        "esac\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize("path", ["logo.png", "data/cups.json", "a b.csv"])
def test_a_pointer_is_given_to_git_lfs(path: str, here: Path, git_lfs: None) -> None:
    repository = Repository(here)
    repository.stage(path, f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 5\n")
    if " " in path:
        return  # .gitattributes would need it quoted, which the real one does
    [finding] = findings(path)
    [command] = commands(finding)
    typed(command)
    assert findings() == []


def test_content_is_made_a_pointer(here: Path, git_lfs: None) -> None:
    repository = Repository(here)
    repository.stage(".gitattributes", "*.png filter=lfs\n")
    repository.git("-c", "filter.lfs.clean=cat", "add", ".gitattributes")
    repository.stage("a logo.png", PNG)
    [finding] = findings("a logo.png")
    assert finding.rule == "LD004"
    [command] = commands(finding)
    typed(command)
    assert findings() == []


@pytest.mark.parametrize("way", ["by hand", "while the merge is unfinished"])
def test_a_pointer_that_a_merge_has_broken_is_mended(way: str, here: Path) -> None:
    repository = Repository(here)
    repository.stage(".gitattributes", "*.png filter=lfs -text\n")
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 5\n"
    repository.stage("a logo.png", pointer.format("0" * 64))
    repository.commit()
    for branch, digit in (("theirs", "1"), ("ours", "2")):
        repository.git("checkout", "--quiet", "-b", branch, "main")
        repository.stage("a logo.png", pointer.format(digit * 64))
        repository.commit()
    repository.git("merge", "theirs", check=False)
    [finding] = [one for one in findings("a logo.png") if one.rule == "LD004"]
    if way == "by hand":
        write("a logo.png", chosen(Path("a logo.png").read_text(), finding))
    else:
        typed(commands(finding)[0].partition(" (")[0])
    assert Path("a logo.png").read_text() == pointer.format("2" * 64)
    assert findings() == []


def test_base64_is_decoded(here: Path) -> None:
    write("a logo.png", base64.encodebytes(PNG))
    [finding] = findings("a logo.png")
    [command] = commands(finding)
    typed(command)
    assert Path("a logo.png").read_bytes() == PNG and findings() == []


def test_a_private_key_is_taken_out_of_the_commit(here: Path) -> None:
    repository = Repository(here)
    repository.stage("a deploy.yaml", KEY)
    [finding] = findings("a deploy.yaml")
    assert finding.rule == "LD010"
    typed(commands(finding)[0])
    assert repository.git("ls-files").stdout == "" and Path("a deploy.yaml").read_text() == KEY


def chosen(text: str, verdict: Verdict) -> str:
    """A text of which the first side is kept, and the markers are gone."""
    return re.sub(r"<<<<<<< .*\n([\s\S]*?)=======\n[\s\S]*?>>>>>>> .*\n", r"\1", text)


def without_fence(text: str, verdict: Verdict) -> str:
    lines = text.split("\n")
    return "\n".join(line for line in lines[verdict.line or 1 :] if not line.startswith("```"))


def with_another_first_line(text: str, verdict: Verdict) -> str:
    return "#!/bin/sh\n" + text.partition("\n")[2]


def with_an_event(text: str, verdict: Verdict) -> str:
    return "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n"


def without_tags(text: str, verdict: Verdict) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith(("<style", "</style"))) + "\n"


# What a person does: rule, path, content, and what is left of it.
BY_HAND: list[tuple[str, str, str, Callable[[str, Verdict], str]]] = [
    ("LD002", "words.sh", "#!/usr/bin/env python3\nset -e\nls | sort\n", with_another_first_line),
    ("LD005", "words.py", "import os\n<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> other\n" + PYTHON, chosen),
    ("LD009", "meeting.ics", "Dear all,\n\nlet us meet on Monday at ten.\n", with_an_event),
    ("LD011", "cups.css", "<style>\n.cup { color: red; }\n.lid { margin: 0; }\n</style>\n", without_tags),
    ("LD006", "words.py", "```python\n" + PYTHON + "```\n", without_fence),
]


@pytest.mark.parametrize(("rule", "path", "content", "by_hand"), BY_HAND)
def test_what_is_to_be_done_by_hand(
    rule: str, path: str, content: str, by_hand: Callable[[str, Verdict], str], here: Path
) -> None:
    write(path, content)
    [finding] = findings(path)
    assert finding.rule == rule
    write(path, by_hand(content, finding))
    assert findings() == []


@pytest.mark.parametrize("way", ["saved as UTF-8", "said in .gitattributes"])
def test_a_wide_encoding_is_left_or_said(way: str, here: Path) -> None:
    repository = Repository(here)
    repository.stage("words.py", PYTHON.encode("utf-16"))
    [finding] = findings("words.py")
    assert finding.rule == "LD007"
    setting = re.search(r"working-tree-encoding=[\w-]+", finding.advice)
    assert setting
    if way == "saved as UTF-8":
        write("words.py", PYTHON)
    else:
        write(".gitattributes", f"words.py {setting[0]}\n")
        repository.git("add", "--renormalize", ".")
    assert findings("words.py") == []


def said_of_all() -> Iterator[tuple[str, str, str | bytes]]:
    yield from ((one.rule, one.path, one.content) for one in RENAMED)
    yield from ((rule, path, content) for rule, path, content, _ in BY_HAND)
    yield "LD007", "words.py", PYTHON.encode("utf-16")


@pytest.mark.parametrize(("rule", "path", "content"), list(said_of_all()))
def test_what_the_last_lines_say_of_a_right_file_helps_against_each(
    rule: str, path: str, content: str | bytes, here: Path
) -> None:
    repository = Repository(here)
    repository.stage(path, content)
    assert [one.rule for one in findings(path)] == [rule]
    write(".gitattributes", f'"{path}" -langdetect\n')
    assert findings(path) == []


@pytest.mark.parametrize(("rule", "path", "content"), list(said_of_all()))
def test_so_does_the_language_that_it_is_said_to_be(rule: str, path: str, content: str | bytes, here: Path) -> None:
    repository = Repository(here)
    repository.stage(path, content)
    [finding] = findings(path)
    if finding.predicted is None:
        return  # bytes are of no language
    write(".gitattributes", f'"{path}" linguist-language={finding.predicted.replace(" ", "-")}\n')
    assert findings(path) == []


def test_the_advice_of_every_rule_is_followed_here() -> None:
    with_a_test_of_its_own = {"LD004", "LD010"}
    assert {rule for rule, _, _ in said_of_all()} | with_a_test_of_its_own == set(RULES)
