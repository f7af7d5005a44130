"""Assets that take the place of others: whenever the process is killed, what is there is the old or the new."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from langdetect_hook.network import assets
from langdetect_hook.training.output import FILES_IN_ORDER, new_assets
from tests.kills import is_killed_at, killed_at_each_step
from tests.small_model import vouch, write_small_model
from tests.training.written_corpus import STATEMENTS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed in a fork")
CARD = "MODEL_CARD.md"


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an old and a new model, every file of which is another."""
    folder = tmp_path_factory.mktemp("models")
    write_small_model(folder / "old")
    shutil.copyfile(os.path.join(assets.bundled_folder(), "languages.tsv"), folder / "old" / "languages.tsv")
    shutil.copytree(folder / "old", folder / "new")
    for name in ("labels.tsv", "decision.tsv"):
        text = (folder / "old" / name).read_text()
        (folder / "new" / name).write_text(text.replace("\t8\t1\t", "\t9\t1\t").replace("of a test", "of another"))
    for name in ("hidden_units.npy", "output_bias.npy"):
        (folder / "new" / name).write_bytes((folder / "old" / name).read_bytes()[:-1] + b"\x01")
    vouch(folder / "new", units=len(STATEMENTS) + len(STATEMENTS) % 2)
    for name in ("old", "new"):
        (folder / name / assets.METADATA).write_text(name)
    return folder


def put(source: Path, output: Path) -> None:
    """Let a model take the place of another."""
    with new_assets(os.fspath(output)) as folder:
        for name in FILES_IN_ORDER:
            shutil.copyfile(source / name, os.path.join(folder, name))


def read(folder: Path) -> str:
    """Which model a folder has. Failure: none that could be used."""
    model = assets.load(os.fspath(folder))
    projects = {label.projects for label in model.labels}
    is_new = "of another" in (Path(model.folder) / "decision.tsv").read_text()
    assert projects == {9 if is_new else 8}
    assert model.network.output_bias[-1] == (1 << 24 if is_new else 0)
    return "new" if is_new else "old"


@pytest.fixture
def output(models: Path, tmp_path: Path) -> Path:
    """A folder with the old model and something else."""
    shutil.copytree(models / "old", tmp_path / "assets")
    (tmp_path / "assets" / CARD).write_text("a card")
    return tmp_path / "assets"


def require_whole(output: Path, models: Path, name: str) -> None:
    """Nothing but the files of a model, and what else lay there."""
    assert sorted(os.listdir(output)) == sorted([*FILES_IN_ORDER, CARD])
    assert {file for file in FILES_IN_ORDER if (output / file).read_bytes() != (models / name / file).read_bytes()} == (
        set()
    )
    assert (output / CARD).read_text() == "a card" and os.listdir(output.parent) == [output.name]


def test_whenever_it_is_killed_the_folder_has_the_old_or_the_new(models: Path, output: Path) -> None:
    seen = []
    for _ in killed_at_each_step(lambda: put(models / "new", output)):
        seen.append(read(output))
        put(models / "old", output)  # whoever writes there next finds nothing in the way
        require_whole(output, models, "old")
    assert read(output) == "new" and seen.count("old") > 30 and seen.count("new") > 20
    require_whole(output, models, "new")


def test_a_folder_that_was_not_there_is_there_as_a_whole_or_not_at_all(models: Path, tmp_path: Path) -> None:
    output = tmp_path / "deep" / "assets"
    for _ in killed_at_each_step(lambda: put(models / "new", output)):
        assert not output.exists() or read(output) == "new"
        shutil.rmtree(output, ignore_errors=True)
    assert read(output) == "new" and os.listdir(output.parent) == ["assets"]
    assert output.stat().st_mode & 0o777 == output.parent.stat().st_mode & 0o777


def test_what_a_killed_run_has_begun_is_finished_even_if_the_next_is_killed_too(models: Path, output: Path) -> None:
    for first in (45, 52, 60):
        for second in (3, 20, 50, 70):
            assert is_killed_at(first, lambda: put(models / "new", output))
            begun = read(output)
            assert is_killed_at(second, lambda: put(models / "old", output))
            assert read(output) in (begun, "old")
            put(models / "old", output)
            require_whole(output, models, "old")


def test_where_nothing_can_be_put_back_either_the_new_ones_are_there(models, output, monkeypatch) -> None:
    replace = os.replace
    calls = []

    def broken(source: str, target: str) -> None:
        calls.append(source)
        if len(calls) > 3:
            raise OSError(5, "Input/output error")
        replace(source, target)

    monkeypatch.setattr(os, "replace", broken)
    with pytest.raises(OSError, match="Input/output"):
        put(models / "new", output)
    monkeypatch.undo()
    assert read(output) == "new"
    put(models / "old", output)
    require_whole(output, models, "old")


def test_the_same_without_hard_links(models: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(source: str, target: str) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", none)
    seen = [read(output) for _ in killed_at_each_step(lambda: put(models / "new", output))]
    assert seen == sorted(seen, reverse=True) and set(seen) == {"old", "new"}
    assert read(output) == "new"
    require_whole(output, models, "new")
