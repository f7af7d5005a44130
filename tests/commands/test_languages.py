"""The `languages` command: what is listed of the bundled model, and of one of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from langdetect_hook.claims import TABLE_PATH, Claims
from langdetect_hook.claims.make_table import OwnLanguage, table_text
from langdetect_hook.cli import main
from langdetect_hook.commands.languages import language_rows
from langdetect_hook.languages.accepts import accepted_by
from tests.bundled import model_languages


def test_the_bundled_table() -> None:
    rows = {row["name"]: row for row in language_rows(Claims(TABLE_PATH))}
    assert list(rows) == sorted(model_languages())
    assert all(set(row) == {"name", "alias", "primary", "patterns", "accepts", "family"} for row in rows.values())
    assert all(row["accepts"] == sorted(accepted_by(name)) for name, row in rows.items())
    assert rows["SVG"]["alias"] is None
    assert "*.py" in rows["Python"]["patterns"]
    assert {"Prolog", "Raku", "Turing"} <= set(rows["Perl"]["family"])
    assert "JavaScript" in rows["TypeScript"]["accepts"]


@pytest.fixture
def assets(tmp_path: Path) -> str:
    """A folder with the table of a model that knows Python and two languages of its owner's."""
    own = (OwnLanguage("Brew", ("Brewfile", "*.brew"), ("Text",)), OwnLanguage("Mocha", ("Mochafile", "*.py.mocha")))
    table = table_text(["Brew", "Python", "Mocha"], own)
    (tmp_path / "languages.tsv").write_text(table, encoding="utf-8")
    return str(tmp_path)


def test_a_table_of_ones_own(assets: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["languages", "--assets", assets, "--format", "json"]) == 0
    brew, mocha, python = json.loads(capsys.readouterr().out)
    assert brew == {
        "name": "Brew",
        "alias": None,
        "primary": ".brew",
        "patterns": ["*.brew", "Brewfile"],
        "accepts": ["Text"],
        "family": [],
    }
    assert (python["name"], python["alias"], python["primary"]) == ("Python", "python", ".py")
    assert "*.py" in python["patterns"] and "Starlark" in python["family"]
    assert (mocha["primary"], mocha["accepts"]) == (".py.mocha", [])


def test_a_table_of_ones_own_as_text(assets: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["languages", "--assets", assets]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Brew: *.brew Brewfile; accepts Text"
    assert lines[2].startswith("Python: ") and " *.py " in lines[2]
    assert lines[1] == "Mocha: *.py.mocha Mochafile"


def test_a_folder_without_a_table_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    assert main(["languages", "--assets", str(tmp_path)]) == 2
    output, errors = capsys.readouterr()
    assert output == "" and errors.count("\n") == 1 and "languages.tsv cannot be read: No such file" in errors
