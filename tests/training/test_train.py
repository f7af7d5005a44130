"""The `train` command: the same bytes twice, and old assets that survive whatever goes wrong."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from langdetect_hook.cli import main
from langdetect_hook.network import assets
from tests.conftest import hear_interrupts
from tests.training.brew import NAMES, write_brew_corpus
from tests.training.written_corpus import write_corpus

pytest.importorskip("tensorflow")
from langdetect_hook.training import thresholds, train
from langdetect_hook.training.output import FILES_IN_ORDER, new_assets

pytestmark = pytest.mark.slow
TINY = ["--tokens", "200", "--pairs", "100", "--triples", "30", "--gaps", "20", "--units", "8", "--epochs", "1"]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with a corpus, the row of its own language, and assets that were trained before, out of bytes."""
    folder = tmp_path_factory.mktemp("place")
    write_brew_corpus(folder / "corpus")
    (folder / "names.tsv").write_text(NAMES)
    (folder / "old").mkdir()
    for name in (*FILES_IN_ORDER, "MODEL_CARD.md"):
        (folder / "old" / name).write_bytes(f"the old {name}".encode())
    return folder


@pytest.fixture
def old(place, tmp_path, monkeypatch):
    """The old assets, in the current folder: a place of their own for each test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    shutil.copytree(place / "old", tmp_path / "old")
    return tmp_path / "old"


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def train_main(place: Path, *more: str, output: Path | str = "old") -> int:
    return main(
        ["train", str(place / "corpus"), "--names", str(place / "names.tsv"), "--output", str(output), *TINY, *more]
    )


@pytest.fixture(scope="module")
def trained(place):
    assert train_main(place, output=place / "assets") == 0
    return place / "assets"


def test_the_same_corpus_gives_the_same_bytes_wherever_it_lies(place, trained, tmp_path, monkeypatch):
    shutil.copytree(place / "corpus", tmp_path / "elsewhere" / "corpus")
    (tmp_path / "elsewhere" / "names.tsv").write_text(NAMES)
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert train_main(Path("."), "--jobs", "1", output="again") == 0
    assert bytes_of(Path("again")) == bytes_of(trained)
    assert train_main(Path("."), "--seed", "1", output="again") == 0
    assert bytes_of(Path("again")) != bytes_of(trained)


def test_assets_know_where_they_come_from_but_neither_when_nor_where(place, trained):
    assert sorted(bytes_of(trained)) == sorted(FILES_IN_ORDER)
    metadata = json.loads((trained / "metadata.json").read_text())
    assert len(metadata["corpus"]["sha256"]) == 64
    assert metadata["corpus"]["files"] == 30
    assert metadata["options"]["own"][0]["name"] == "Brew"
    measured = thresholds.measured_in((trained / "thresholds.tsv").read_text())
    assert metadata["thresholds"] == json.loads(json.dumps(thresholds.as_dict(measured)))
    assert set(metadata["figures"]["answers"]) == {"whole files", "20 lines", "10 lines", "5 lines", "3 lines"}
    assert metadata["options"]["sizes"] == {"tokens": 200, "pairs": 100, "triples": 30, "gaps": 20}
    assert set(metadata["figures"]["languages"]) <= {"Brew", "Python", "Ruby", "none of these"}
    assert metadata["held_out"] and not any(os.path.isabs(project) for project in metadata["held_out"])
    for name, content in bytes_of(trained).items():
        assert str(place).encode() not in content, name


def test_trained_assets_can_be_loaded(trained):
    model = assets.load(str(trained))
    assert [label.name for label in model.labels] == ["Brew", "Python", "Ruby", "none of these"]
    assert [label.projects for label in model.labels] == [6, 6, 6, 55]
    measured = thresholds.measured_in((trained / "thresholds.tsv").read_text())
    assert list(measured) == ["least_probability_at"]
    assert {name: getattr(model.thresholds, name) for name in model.thresholds.__slots__} == thresholds.as_dict(
        measured
    )


def test_what_it_says_while_it_learns(place, tmp_path, capsys):
    assert train_main(place, "--report-only", output=tmp_path / "none") == 0
    out = capsys.readouterr().out
    assert re.search(r"^iteration=5  loss=\d\.\d{3}  in-top-k=[01]\.\d{5}  train-acc=[01]\.\d{5}$", out, re.MULTILINE)
    assert re.search(r"^epoch=1  validation-acc=[01]\.\d{5}$", out, re.MULTILINE)
    assert "argmax, ties wrong" in out
    assert list(tmp_path.iterdir()) == []


def one_class(folder: Path) -> None:
    (folder / "Python" / "project").mkdir(parents=True)
    (folder / "Python" / "project" / "a.py").write_text("x = 1\n")


def few_projects(folder: Path) -> None:
    write_corpus(folder, 4, 2)


def unknown_language(folder: Path) -> None:
    write_corpus(folder, 5, 1)
    (folder / "Klingon").mkdir()
    (folder / "Klingon" / "a.tlh").write_text("qapla'")


def files_only(folder: Path) -> None:
    (folder / "readme.txt").write_text("no folder of a language")


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (lambda folder: None, "holds no files in folders named after their languages"),
        (files_only, "holds no files in folders named after their languages"),
        (one_class, "holds files of one language only"),
        (few_projects, "no language of the corpus has 5 projects"),
        (unknown_language, "Klingon is no language of the table: give it a row with --names FILE"),
    ],
)
def test_a_corpus_that_teaches_nothing_is_refused(made, words, old, tmp_path, capsys):
    before = bytes_of(old)
    (tmp_path / "corpus").mkdir()
    made(tmp_path / "corpus")
    assert main(["train", "corpus", "--output", "old", *TINY]) == 2
    printed = capsys.readouterr()
    assert words in printed.err
    assert len(printed.err.splitlines()) == 1
    assert bytes_of(old) == before
    assert sorted(os.listdir()) == ["corpus", "old"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere", "--output", "old"], "no such corpus folder: nowhere"),
        (["CORPUS"], "train needs --output DIR, or --report-only"),
        (["CORPUS", "--output", "old", "--fast"], "unrecognized arguments: --fast"),
        (["CORPUS", "--output", "old", "--outp", "x"], "unrecognized arguments: --outp x"),
        (["CORPUS", "--output", "old", "--units", "7"], "7 is not an even number up to 256"),
        (["CORPUS", "--output", "old", "--dropout", "1"], "1 is not a share below 1"),
        (["CORPUS", "--output", "old", "--epochs", "none"], "'none' is not a number from 1"),
        (["CORPUS", "--output", "old", "--output-activation", "relu"], "only good for a look: add --report-only"),
        (["CORPUS", "--output", "old", "--names", "nowhere.tsv"], "nowhere.tsv: No such file or directory"),
        (["CORPUS", "--output", "old"], "corpus/Brew is no language of the table"),
        (["CORPUS", "--output", "old/model.tsv"], "--output old/model.tsv cannot be written: it is a file"),
        (["CORPUS", "--output", "old/model.tsv/new"], "--output old/model.tsv/new cannot be written: "),
        (["--output", "old"], "the following arguments are required: CORPUS"),
    ],
)
def test_wrong_usage_is_one_sentence(arguments, words, place, old, capsys):
    before = bytes_of(old)
    corpus = str(place / "corpus")
    assert main(["train", *(corpus if word == "CORPUS" else word for word in arguments)]) == 2
    printed = capsys.readouterr()
    assert words in printed.err
    assert len(printed.err.splitlines()) == 1
    assert bytes_of(old) == before
    assert os.listdir() == ["old"]


def test_a_full_disk_leaves_the_old_assets(place, old, monkeypatch, capsys):
    before = bytes_of(old)

    def full(path, value):
        raise OSError(errno.ENOSPC, "No space left on device", path)

    monkeypatch.setattr(train, "write_json", full)
    assert train_main(place, "--final", "training") == 2
    printed = capsys.readouterr()
    assert printed.err.startswith("langdetect-hook: ") and "No space left on device" in printed.err
    assert len(printed.err.splitlines()) == 1
    assert bytes_of(old) == before
    assert os.listdir() == ["old"]


def test_figures_that_cannot_be_believed_leave_the_old_assets(place, old, monkeypatch, capsys):
    before = bytes_of(old)
    measured = train.figures.figures
    monkeypatch.setattr(train.figures, "figures", lambda *given: {**measured(*given), "ties": 0.5})
    assert train_main(place) == 2
    assert "no assets written: 50.0% of the held-out predictions are tied" in capsys.readouterr().err
    assert bytes_of(old) == before
    assert os.listdir() == ["old"]


@pytest.mark.parametrize("module", ["corpus_data.load", "fit.fit", "quantize.write_assets"])
def test_an_interrupt_leaves_the_old_assets(module, place, old, monkeypatch, capsys):
    before = bytes_of(old)

    def interrupted(*given, **named):
        raise KeyboardInterrupt

    monkeypatch.setattr(f"langdetect_hook.training.train.{module}", interrupted)
    assert train_main(place) == 130
    assert capsys.readouterr().err == ""
    assert bytes_of(old) == before
    assert os.listdir() == ["old"]


@pytest.mark.skipif(sys.platform == "win32", reason="no process groups")
def test_ctrl_c_ends_it_quietly(place, old):
    command = [sys.executable, "-m", "langdetect_hook", "train", place / "corpus", "--names", place / "names.tsv"]
    run = subprocess.Popen(
        [*command, "--output", "old", *TINY, "--epochs", "1000"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=hear_interrupts,
    )
    assert run.stdout is not None
    before = bytes_of(old)
    for line in run.stdout:
        if line.startswith("epoch="):
            break
    os.killpg(run.pid, signal.SIGINT)
    _, err = run.communicate(timeout=300)  # no measure of speed
    assert (run.returncode, err) == (130, "")
    assert bytes_of(old) == before
    assert os.listdir() == ["old"]


class FullDisk:
    """os.replace, or os.rename, on a disk that is full at the n-th call, and has room again afterwards."""

    def __init__(self, rename: Callable[[str, str], None], number: int) -> None:
        self.left = number
        self.rename = rename

    def __call__(self, source: str, target: str) -> None:
        self.left -= 1
        if self.left == 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        self.rename(source, target)


@pytest.mark.parametrize("number", range(1, len(FILES_IN_ORDER) + 1))
@pytest.mark.parametrize("kept", ["all", "some"])
def test_all_files_are_replaced_or_none(number, kept, old, monkeypatch):
    if kept == "some":
        (old / FILES_IN_ORDER[2]).unlink()
    before = bytes_of(old)
    monkeypatch.setattr(os, "replace", FullDisk(os.replace, number))
    with pytest.raises(OSError, match="No space"):
        replace_all()
    assert bytes_of(old) == before
    assert os.listdir() == ["old"]


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("kept", ["all", "none"])
def test_a_folder_is_renamed_or_all_is_as_it_was(number, kept, old, monkeypatch):
    if kept == "none":
        shutil.rmtree(old)
    before = bytes_of(old) if old.exists() else None
    monkeypatch.setattr(os, "rename", FullDisk(os.rename, number))
    if (kept, number) == ("none", 2):  # a new folder takes one step
        replace_all()
        assert set(bytes_of(old).values()) == {b"new"}
        return
    with pytest.raises(OSError, match="No space"):
        replace_all()
    assert (bytes_of(old) if old.exists() else None) == before
    assert os.listdir() == ([] if before is None else ["old"])


def replace_all() -> None:
    with new_assets("old") as folder:
        for name in FILES_IN_ORDER:
            (Path(folder) / name).write_text("new")


def test_what_else_lies_in_the_folder_stays(old):
    replace_all()
    after = bytes_of(old)
    assert after.pop("MODEL_CARD.md") == b"the old MODEL_CARD.md"
    assert set(after.values()) == {b"new"}
    assert os.listdir() == ["old"]
