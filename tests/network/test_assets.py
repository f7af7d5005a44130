"""Assets that do not fit each other refuse to load: one sentence, and exit status 2."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from langdetect_hook.cli import main
from langdetect_hook.failure import Failure
from langdetect_hook.network import assets
from langdetect_hook.network.assets import ARRAYS, FILES, FORMAT_VERSION, load
from langdetect_hook.network.tokenizer import TOKENIZER_VERSION
from tests.small_model import write_small_model


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return write_small_model(tmp_path_factory.mktemp("made"))


@pytest.fixture
def folder(made, tmp_path):
    return shutil.copytree(made, tmp_path / "assets")


def refused(folder: Path, words: str) -> None:
    with pytest.raises(Failure, match=words) as caught:
        load(str(folder))
    assert "\n" not in str(caught.value)
    assert str(folder) in str(caught.value)


def vouch_for(folder: Path, **facts: str) -> None:
    """Changes model.tsv so that it vouches for the files as they are now, and says `facts`."""
    found = dict(line.split("\t", 1) for line in (folder / "model.tsv").read_text().splitlines())
    found.update({name: assets.fingerprint(str(folder / name)) for name in FILES})
    found.update(facts)
    (folder / "model.tsv").write_text("".join(f"{name}\t{value}\n" for name, value in found.items()))


def test_what_fits_loads(folder):
    model = load(str(folder))
    assert len(model.labels) == len(model.network.labels) == 8
    assert model.folder == str(folder)
    assert set(model.label) == {label.name for label in model.labels}
    assert len(model.vocabulary) * model.network.units == model.network.hidden_weights.nbytes


def test_the_bundled_assets_load():
    model = load()
    assert model.folder == assets.bundled_folder()
    assert len(model.labels) > 100


@pytest.mark.parametrize("name", (*FILES, "model.tsv"))
def test_a_missing_file(folder, name):
    (folder / name).unlink()
    refused(folder, "cannot be read: no such file")


def test_no_folder(tmp_path):
    refused(tmp_path / "nowhere", "cannot be read: no such file")
    (tmp_path / "file").write_text("")
    refused(tmp_path / "file", "cannot be read: a part of its path is not a folder")


@pytest.mark.parametrize("name", FILES)
def test_a_truncated_file(folder, name):
    path = folder / name
    path.write_bytes(path.read_bytes()[:-1])
    refused(folder, f"{name} is not the file they were made with")


@pytest.mark.parametrize("name", FILES)
def test_an_empty_file(folder, name):
    (folder / name).write_bytes(b"")
    refused(folder, f"{name} is not the file they were made with")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("place", [0, -1])
def test_a_changed_byte(folder, name, place):
    content = bytearray((folder / name).read_bytes())
    content[place] ^= 1
    (folder / name).write_bytes(content)
    refused(folder, f"{name} is not the file they were made with")


@pytest.mark.parametrize("one", FILES)
def test_swapped_files(folder, one):
    other = "labels.tsv" if one != "labels.tsv" else "vocabulary.txt"
    first, second = (folder / one).read_bytes(), (folder / other).read_bytes()
    (folder / one).write_bytes(second)
    (folder / other).write_bytes(first)
    refused(folder, "is not the file they were made with")


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"tokenizer": str(TOKENIZER_VERSION - 1)}, "they are of another tokenizer version"),
        ({"format": "0"}, "they are of another format"),
        ({"format": str(FORMAT_VERSION - 1)}, "they are of another format"),
        ({"units": "2"}, "their arrays do not fit each other"),
        ({"units": "many"}, "are damaged"),
        ({"output_scale": ""}, "are damaged"),
    ],
)
def test_facts_that_do_not_fit(folder, facts, words):
    vouch_for(folder, **facts)
    refused(folder, words)


@pytest.mark.parametrize("content", [b"", b"\xff\n", b"format\n", b"format\t1\n"])
def test_a_damaged_list_of_facts(folder, content):
    (folder / "model.tsv").write_bytes(content)
    refused(folder, "are damaged|cannot be used")


@pytest.mark.parametrize("change", ["one more", "one less"])
def test_as_many_labels_as_logits(folder, change):
    lines = (folder / "labels.tsv").read_text().splitlines()
    lines = [*lines, "Klingon\t9\t1\t\t"] if change == "one more" else lines[:-1]
    (folder / "labels.tsv").write_text("\n".join(lines) + "\n")
    vouch_for(folder)
    refused(folder, "their arrays do not fit each other")


def test_as_many_rows_as_tokens(folder):
    names = (folder / "vocabulary.txt").read_text().split("\n")
    (folder / "vocabulary.txt").write_text("\n".join([*names, "more"]))
    vouch_for(folder)
    refused(folder, "their arrays do not fit each other")


@pytest.mark.parametrize("line", ["Klingon", "Klingon\t4", "Klingon\tfour\t4\t9\t\t"])
def test_a_damaged_label(folder, line):
    lines = (folder / "labels.tsv").read_text().splitlines()
    (folder / "labels.tsv").write_text("\n".join([*lines[:-1], line]) + "\n")
    vouch_for(folder)
    refused(folder, "are damaged")


@pytest.mark.parametrize("name", ARRAYS)
@pytest.mark.parametrize("header", [b"", b"PK\x03\x04 no array", b"\x93NUMPY\x02\x00"])
def test_an_array_of_another_kind(folder, name, header):
    (folder / name).write_bytes(header + (folder / name).read_bytes()[len(header) :] if header else b"")
    vouch_for(folder)
    refused(folder, "are damaged|cannot be read")


def test_an_array_of_another_type(folder):
    shutil.copy(folder / "output_bias.npy", folder / "hidden_units.npy")
    vouch_for(folder)
    refused(folder, "are damaged")


@pytest.mark.parametrize("command", ["check", "classify", "explain", "evaluate"])
def test_every_command_says_so_in_one_sentence(command, folder, monkeypatch, capsys):
    if command == "evaluate":
        pytest.importorskip("tqdm")
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    (folder / "vocabulary.txt").unlink()
    assert main([command, "--assets", str(folder), __file__]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == f"langdetect-hook: the model assets in {folder} cannot be read: no such file\n"


def test_assets_without_their_language_table_check_nothing(folder, monkeypatch, capsys):
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    assert main(["check", "--assets", str(folder), __file__]) == 2
    assert "languages.tsv cannot be read: No such file" in capsys.readouterr().err
