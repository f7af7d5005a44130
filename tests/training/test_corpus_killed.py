"""A corpus that is built where there is one: whenever the process is killed, the old or the new is there, and the next
run comes to its end."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from langdetect_hook.training.corpus_builder import fetch, gather, main_corpus
from tests.kills import killed_at_each_step

from .test_corpus_builder import MANIFEST, Registry, tree

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed in a fork")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a manifest, and the corpora of one and of two of its sources."""
    monkeypatch.setattr(fetch, "run_client", Registry())
    (tmp_path / "corpus.toml").write_text(MANIFEST, encoding="utf-8")
    build(tmp_path, "old", "two")
    build(tmp_path, "new", "one", "two")
    return tmp_path


def build(folder: Path, name: str, *sources: str) -> None:
    main_corpus(folder / "corpus.toml", folder / name, sources, 1)


@pytest.mark.parametrize("exchanges", [True, False], ids=["exchange", "two steps"])
def test_whenever_it_is_killed_the_old_or_the_new_corpus_is_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], exchanges: bool
) -> None:
    if not exchanges:
        monkeypatch.setattr(gather, "exchange", lambda new, output: False)
    old, new = tree(folder / "old"), tree(folder / "new")
    shutil.copytree(folder / "old", folder / "out")
    seen = []
    begin = 1 if exchanges else 30  # what comes before that, the other one has been through
    for _ in killed_at_each_step(lambda: build(folder, "out", "one", "two"), [(gather, "exchange")], begin):
        seen.append(tree(folder / "out") if (folder / "out").exists() else None)
        build(folder, "out", "one", "two")
        assert tree(folder / "out") == new
        assert sorted(os.listdir(folder)) == ["corpus.toml", "new", "old", "out"]
        shutil.rmtree(folder / "out")
        shutil.copytree(folder / "old", folder / "out")
    assert old in seen and new in seen
    assert [one for one in seen if one not in (old, new)] == [None] * (not exchanges)
