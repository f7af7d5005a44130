"""The page of each rule: complete, true to what the tool prints, and found.

`python -m tests.report.test_pages` writes into the examples what their commands print now.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest

from langdetect_hook.cli import main
from langdetect_hook.report import hint
from langdetect_hook.report.pages import FOLDER, page_of
from langdetect_hook.report.rules import RULES
from tests import accidents
from tests.conftest import CHECKOUT, Repository, command

HEADINGS = ["What it reports", "Why", "Example", "What to do", "What it leaves alone", "If the file is right as it is"]
CONSOLE = re.compile(r"^```console\n\$ langdetect-hook (?P<arguments>.*)\n(?P<output>[^`]*?)```$", re.MULTILINE)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x48\x00\x48\x00\x00\xff\xdb\x00\x43\x00" + bytes(range(256))
# What the examples are about.
FILES: dict[str, str | bytes] = {
    "data/users.json": "<html><head><title>404 Not Found</title></head>\n<body><h1>Not Found</h1></body></html>\n",
    "deploy.sh": f"#!/usr/bin/env python3\n{accidents.PYTHON}",
    "id_ed25519.pub": "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n-----END OPENSSH PRIVATE KEY-----\n",
    "logo.png": f"version https://git-lfs.github.com/spec/v1\noid sha256:{'4d7a2146' * 8}\nsize 1048576\n",
    "meeting.ics": "Dear all,\n\nlet us meet on Monday at ten.\n",
    "photo.png": JPEG,
    "report.json": 'Traceback (most recent call last):\n  File "report.py", line 3, in <module>\nKeyError: 3\n',
    "settings.py": "import os\n\n<<<<<<< HEAD\nDEBUG = False\n=======\nDEBUG = True\n>>>>>>> feature\n",
    "shapes.py": accidents.CPLUSPLUS,
    "users.csv": "name,mail\nada,ada@example.org\n".encode("utf-16"),
    "words.py": f"Here is the script:\n\n```python\n{accidents.PYTHON}```\n",
}


def text_of(id: str) -> str:
    return (Path(FOLDER) / f"{id}.md").read_text(encoding="utf-8")


def printed(arguments: str, folder: Path) -> str:
    """What a command prints about the files, which are staged, above what stands below all findings."""
    repository = Repository(folder)
    for name, content in FILES.items():
        repository.stage(name, content)
    run = command(*arguments.split(), cwd=folder)
    assert run.stderr == ""
    assert run.stdout.endswith(hint())
    return run.stdout.removesuffix(hint())


@pytest.mark.parametrize("id", RULES)
def test_every_rule_has_a_page_with_all_that_it_must_say(id: str) -> None:
    title, *parts = re.split(r"^## ", text_of(id), flags=re.MULTILINE)
    assert re.fullmatch(rf"# {id}: [a-z][^\n]+\n\n", title, re.IGNORECASE)
    assert [part.partition("\n")[0] for part in parts] == HEADINGS
    assert all(len(part.partition("\n")[2].strip()) > 40 for part in parts)
    assert f"--ignore {id}" in parts[-1] and "-langdetect" in parts[-1]


@pytest.mark.parametrize("id", RULES)
def test_the_example_is_what_is_printed(id: str, tmp_path: Path) -> None:
    (example,) = CONSOLE.finditer(text_of(id))
    without_numbers = (
        re.sub(r"\d+\.\d%", "N%", text) for text in (example["output"], printed(example["arguments"], tmp_path))
    )
    assert len(set(without_numbers)) == 1, "run python -m tests.report.test_pages"
    assert f" {id} " in example["output"]


def test_no_page_is_about_nothing() -> None:
    assert {path.stem for path in Path(FOLDER).glob("*.md")} == set(RULES)


@pytest.mark.parametrize("id", RULES)
def test_explain_shows_the_page(id: str, capsys, repository) -> None:
    repository.write(id, accidents.PYTHON)
    for name in (id, id.lower()):
        assert main(["explain", name]) == 0
        out, err = capsys.readouterr()
        assert (out, err) == ("".join(f"{line}\n" for line in page_of(id)), "")
        assert RULES[id].explanation in out and text_of(id).partition("\n")[2] in out
    assert main(["explain", f"./{id}"]) == 0
    assert capsys.readouterr().out.startswith(f"./{id}\nclaim ")


def test_a_rule_that_there_is_not_is_told_with_those_that_there_are(capsys, repository, monkeypatch) -> None:
    monkeypatch.setenv("LANGDETECT_HOOK_TRACEBACK", "")
    assert main(["explain", "LD999"]) == 2
    assert "LD999: cannot be read" in (err := capsys.readouterr().err) and ", ".join(RULES) in err
    assert main(["explain", "a.py"]) == 2
    assert "LD001" not in capsys.readouterr().err


def test_the_readme_links_to_every_page() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    for id in RULES:
        assert f"[{id}](langdetect_hook/report/pages/{id}.md)" in readme


def rewritten(page: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        return CONSOLE.sub(
            lambda found: (
                f"```console\n$ langdetect-hook {found['arguments']}\n{printed(found['arguments'], Path(folder))}```"
            ),
            page,
        )


if __name__ == "__main__":
    for one in RULES:
        (Path(FOLDER) / f"{one}.md").write_text(rewritten(text_of(one)), encoding="utf-8")
