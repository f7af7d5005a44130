"""Nothing that a terminal or the log of a CI obeys comes out of names, contents, attributes or configurations. The long
form, each kind alone and mixtures of all, is `python -m tests.attacks.poisons`."""

from __future__ import annotations

import pytest

from langdetect_hook import report
from langdetect_hook.cli import main
from tests.attacks import poisons


def test_nothing_is_obeyed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    count, fell = poisons.report(tmp_path / "poisoned", list(poisons.TOGETHER))
    assert count > 100 and fell == 0


@pytest.mark.parametrize("poison", poisons.POISONS.values())
def test_what_is_planted_is_quoted(poison, tmp_path, monkeypatch, capsys):
    """Without the escapes it would be obeyed: the poisons reach what is printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(report, "escaped", str)
    monkeypatch.setattr(report, "line_of", str)
    name = f"{poisons.as_name(poison)}.json"
    (tmp_path / name).write_text(poisons.PAGE.format("", ""))
    assert main(["check", "--", name]) == 1
    text = capsys.readouterr().out
    assert poisons.dangers(text) or "section_start" in poison or "\udcff" in poison
