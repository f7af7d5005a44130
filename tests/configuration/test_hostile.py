"""Configurations and baselines that a stranger wrote: one sentence, status 2, and soon."""

from __future__ import annotations

import os

import pytest

from langdetect_hook.cli import main
from langdetect_hook.configuration import BASELINE, OWN_FILE
from langdetect_hook.configuration.baseline import HEAD
from langdetect_hook.configuration.globs import MOST_GLOBS

MANY = MOST_GLOBS + 1
TEXTS = {
    "a number of many digits": (OWN_FILE, "max-bytes = " + "9" * 5000),
    "a number of many digits in setup.cfg": ("setup.cfg", "[langdetect-hook]\nmax-bytes = " + "9" * 5000),
    "a number of other digits": ("setup.cfg", "[langdetect-hook]\nmax-bytes = \u0663\u00b2"),
    "a deep list": (OWN_FILE, "exclude = " + "[" * 100_000),
    "a deep table": (OWN_FILE, "exclude = " + "{a = " * 100_000),
    "a key of many parts": (OWN_FILE, "a." * 400_000 + "a = 1"),
    "a head of many parts": (OWN_FILE, "[" + "a . " * 200_000 + "a]"),
    "a quoted key of many parts": (OWN_FILE, "'a b' . " * 100_000 + "a = 1"),
    "many globs": (OWN_FILE, f"exclude = [{','.join(f'{chr(34)}a{n}{chr(34)}' for n in range(MANY))}]"),
    "many rows": (OWN_FILE, "[per-file-ignores]\n" + "".join(f"a{n} = ['LD001']\n" for n in range(MANY))),
    "many unknown keys": (OWN_FILE, "".join(f"a{n} = 1\n" for n in range(100_000))),
    "a long glob": (OWN_FILE, f"exclude = ['{'*a' * 1000}']"),
    "blanks in a line": ("setup.cfg", "[langdetect-hook]\na" + " " * 900_000 + "b"),
    "many wrong lines": ("setup.cfg", "[langdetect-hook]\n" + "wrong\n" * 100_000),
    "more than a megabyte": (OWN_FILE, "# " + "a" * (1 << 20)),
    "no UTF-8": (OWN_FILE, "\udcff"),
    "a baseline of a far version": (BASELINE, f"# langdetect-hook baseline {'9' * 5000}: "),
    "a baseline of one line": (BASELINE, "a" * (64 << 20)),
    "a larger baseline": (BASELINE, HEAD + "#" * (64 << 20)),
    "a baseline of short lines": (BASELINE, HEAD + "\n" * 1_000_001),
    "a baseline of tabs": (BASELINE, HEAD + "\t" * 1_000_000),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_it_is_one_sentence(kind, tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    monkeypatch.chdir(tmp_path)
    name, text = TEXTS[kind]
    (tmp_path / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    (tmp_path / "a.py").write_text("import os\n")
    assert main(["check", "a.py"]) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and printed.err.count("\n") == 1 and len(printed.err) < 500
    assert name in printed.err and "should not happen" not in printed.err


def test_globs_that_say_the_same_count_once(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / OWN_FILE).write_text("exclude = [" + MANY * "'a', " + "]")
    assert main(["check", OWN_FILE]) == 0


def test_many_names_are_read_in_time(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / OWN_FILE).write_text("[names]\n" + "".join(f"'.x{n}' = 'JSON'\n" for n in range(20_000)))
    assert main(["check", OWN_FILE]) == 0


@pytest.mark.parametrize("name", [OWN_FILE, "setup.cfg", "pyproject.toml", BASELINE])
def test_a_link_that_leads_out_of_the_repository_is_refused(name, repository, tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    outside = tmp_path / "outside"
    outside.write_text(HEAD + "[langdetect-hook]\na secret\n[tool.langdetect-hook]\n")
    repository.write("a.py", "import os\n")
    os.symlink(outside, repository.path / name)
    for arguments in (["check", "a.py"], ["baseline", "a.py"], ["config"]):
        assert main(arguments) == 2
        assert (
            capsys.readouterr().err == f"langdetect-hook: {name} is a symbolic link that leads out of its repository\n"
        )
    assert "a secret" in outside.read_text()


def test_a_link_within_the_repository_is_followed(repository):
    repository.write("tools/configuration", "exclude = ['a.json']\n")
    repository.write("a.json", "<!DOCTYPE html><html><title>404 Not Found</title></html>\n" * 9)
    assert main(["check", "a.json"]) == 1
    os.symlink("tools/configuration", repository.path / OWN_FILE)
    assert main(["check", "a.json"]) == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("name", [OWN_FILE, BASELINE, "model/model.tsv", "model/languages.tsv"])
def test_nothing_waits_at_a_named_pipe(name, tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    monkeypatch.chdir(tmp_path)
    if name.startswith("model/"):
        (tmp_path / OWN_FILE).write_text("assets = 'model'")
    (tmp_path / name).parent.mkdir(exist_ok=True)
    os.mkfifo(tmp_path / name)
    assert (
        main(["languages" if name.endswith("languages.tsv") else "check", *["a.py"] * ("languages" not in name)]) == 2
    )
    assert capsys.readouterr().err.count("\n") == 1
