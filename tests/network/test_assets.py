"""Assets that do not fit each other refuse to load: one sentence, and exit status 2."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from array import array
from pathlib import Path

import pytest

from langdetect_hook.claims import make_table
from langdetect_hook.claims.vouching import fingerprint_of, write_facts
from langdetect_hook.cli import main
from langdetect_hook.failure import Failure
from langdetect_hook.network import assets, predict
from langdetect_hook.network.assets import ARRAYS, FILES, FORMAT_VERSION, load
from langdetect_hook.network.tokenizer import TOKENIZER_VERSION
from langdetect_hook.network.vocabulary import Vocabulary
from tests.attacks import assets as attack
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
    found.update({name: fingerprint_of(str(folder / name)) for name in FILES})
    write_facts(str(folder), found | facts)


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


FLIPS = 4  # of each file, in evenly spread places; `python -m tests.attacks.assets` does thousands


@pytest.mark.parametrize("name", (*FILES, assets.FACTS))
def test_a_flipped_bit_anywhere_is_found(name, folder):
    path = folder / name
    content = path.read_bytes()
    for place in range(0, len(content), 1 + len(content) // FLIPS):
        path.write_bytes(content[:place] + bytes((content[place] ^ 1 << place % 8,)) + content[place + 1 :])
        refused(folder, "is not the file they were made with|are of another|are damaged")


def test_a_flipped_bit_in_the_middle_of_a_large_array_is_found(tmp_path):
    whole = attack.copied(tmp_path / "assets")
    for name in ("hidden_weights.npy", "ngrams.npy", "languages.tsv"):
        path = whole / name
        content = path.read_bytes()
        for share in (0.2, 0.5, 0.8):
            place = int(share * len(content))
            path.write_bytes(content[:place] + bytes((content[place] ^ 16,)) + content[place + 1 :])
            refused(whole, f"{name} is not the file they were made with")
        path.write_bytes(content)
    load(str(whole))


# All but what a small model of the tests has in common with the bundled one.
@pytest.mark.parametrize("name", sorted({*FILES} - {"languages.tsv"}))
def test_a_file_of_another_model(name, folder):
    shutil.copyfile(os.path.join(assets.bundled_folder(), name), folder / name)
    refused(folder, "is not the file they were made with")


@pytest.mark.parametrize("trial", [*attack.damages()], ids=lambda trial: f"{trial.kind}-{trial.name}".replace(" ", "-"))
def test_every_other_damage_is_one_sentence(trial, folder, tmp_path, monkeypatch):
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.py").write_text(attack.CHECKED)
    assert attack.refused(trial, folder)


def set_numbers(folder: Path, name: str, values: array) -> None:
    """Put other numbers behind the header of an array."""
    content = (folder / name).read_bytes()
    start = 10 + int.from_bytes(content[8:10], "little")
    (folder / name).write_bytes(content[:start] + values.tobytes())


# What a stranger writes, who vouches for it.
@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf"), 1e300])
def test_numbers_of_hidden_units_that_no_sum_survives(folder, number):
    values = array("d", [0.1] * 16)
    values[5] = number
    set_numbers(folder, "hidden_units.npy", values)
    vouch_for(folder)
    refused(folder, "are damaged")


@pytest.mark.parametrize("scale", ["nan", "inf", "-inf", "0", "-0.1", "1e9", "x", "", "1_0"])
def test_an_output_scale_that_is_none(folder, scale):
    vouch_for(folder, output_scale=scale)
    refused(folder, "are damaged")


@pytest.mark.parametrize(
    ("name", "values"),
    [("output_bias.npy", array("i", [2**31 - 1] * 8)), ("output_weights.npy", array("I", [2**32 - 1] * 56))],
)
def test_numbers_that_leave_their_lane(folder, name, values):
    stored = (folder / name).stat().st_size
    set_numbers(folder, name, values)
    if (folder / name).stat().st_size != stored:
        values.extend(values[:1] * ((stored - (folder / name).stat().st_size) // 4))
        set_numbers(folder, name, values)
    vouch_for(folder)
    refused(folder, "are damaged")


def test_nothing_is_unpickled(folder):
    """An array of objects is a pickle to numpy: one that would write a file."""
    header = b"\x93NUMPY\x01\x00v\x00{'descr': '|O', 'fortran_order': False, 'shape': (1,), }".ljust(127) + b"\n"
    canary = folder.parent / "canary"
    for name in ARRAYS:
        before = (folder / name).read_bytes()
        (folder / name).write_bytes(header + b"cos\nsystem\n(S'touch %b'\ntR." % os.fsencode(canary))
        vouch_for(folder)
        refused(folder, "are damaged|do not fit")
        (folder / name).write_bytes(before)
    assert not canary.exists()


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("labels.tsv", "\n" * 900_000, "are damaged"),
        ("labels.tsv", "label\n", "are damaged"),
        ("labels.tsv", "\n" * (2 << 20), "cannot be read: is larger than"),
        ("vocabulary.txt", "a\n" * 2_000_000, "are damaged"),
        ("vocabulary.txt", "a", "are damaged"),
        ("languages.tsv", "a\n" * 2_000_000, "languages.tsv has no languages"),
        ("languages.tsv", "", "languages.tsv has no languages"),
        ("thresholds.tsv", "\n" * 60_000, "thresholds.tsv has no"),
        ("decision.tsv", "x" * 70_000, "cannot be read: is larger than"),
    ],
)
def test_tables_of_millions_of_lines_cost_little(folder, name, text, words):
    (folder / name).write_text(text)
    vouch_for(folder)
    with pytest.raises(Failure, match=words):
        load(str(folder))


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit of the memory")
def test_hostile_tables_take_no_memory(folder, tmp_path, monkeypatch):
    """Each stays below 600 MiB of addresses, the interpreter and the mapped arrays included."""
    hostile = {
        "labels.tsv": "\n" * 1_000_000,
        "vocabulary.txt": "\n".join(map(str, range(500_000))),
        "languages.tsv": "\n/+\n" + "ab\n" * 1_300_000,
        "thresholds.tsv": "\n" * 65_000,
    }
    for name, text in hostile.items():
        other = shutil.copytree(folder, tmp_path / name)
        (other / name).write_text(text)
        vouch_for(other)
    program = (
        "import resource, sys\nfrom langdetect_hook.cli import main\n"
        "resource.setrlimit(resource.RLIMIT_AS, (600 << 20,) * 2)\n"
        f"print([main(['check', '--assets', name, 'a.py']) for name in {[*hostile]!r}])"
    )
    (tmp_path / "a.py").write_text(attack.CHECKED)
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    ran = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    # A table of a million names that are none claims nothing, of whatever file.
    assert ran.stdout == "[2, 2, 0, 2]\n", ran.stdout + ran.stderr
    assert ran.stderr.count("\n") == 3 and "should not happen" not in ran.stderr


def test_an_array_that_is_larger_than_any(folder):
    path = folder / "hidden_weights.npy"
    os.truncate(path, 300 << 20)
    facts = dict(line.split("\t", 1) for line in (folder / "model.tsv").read_text().splitlines())
    write_facts(str(folder), facts | {"hidden_weights.npy": f"{300 << 20} 00000000"})
    refused(folder, "hidden_weights.npy is larger than")


def test_keys_of_tokens_that_there_are_not_are_left_out_of_an_explanation(folder):
    model = load(str(folder))
    last = len(model.vocabulary) - 1
    odd = Vocabulary(["a"], memoryview(array("Q", [1 << 31])))
    assert model.vocabulary.describe(last)
    assert odd.describe(1) == "a"


@pytest.fixture
def bundled(tmp_path, monkeypatch):
    """A copy of the bundled assets, taken for them."""
    whole = attack.copied(tmp_path / "bundled")
    monkeypatch.setattr(assets, "bundled_folder", lambda: str(whole))
    return whole


def damage_row(folder: Path, row: int, units: int) -> None:
    """Flip a bit in a row of the hidden weights."""
    content = bytearray((folder / "hidden_weights.npy").read_bytes())
    start = 10 + int.from_bytes(content[8:10], "little")
    content[start + row * units + 7] ^= 8
    (folder / "hidden_weights.npy").write_bytes(content)


def test_of_the_bundled_weights_those_that_a_text_needs_are_looked_at(bundled):
    """To sum up all of them would be felt at each commit; a row that is damaged never counts all the same."""
    needed = load().vocabulary.counts(attack.CHECKED)
    read = predict(load(), attack.CHECKED).logits
    units = load().network.units
    far = next(row for row in range(0, len(load().vocabulary), 8) if not any(row <= one < row + 8 for one in needed))
    damage_row(bundled, far, units)
    assert predict(load(), attack.CHECKED).logits == read
    damage_row(bundled, max(needed), units)
    for _ in range(2):
        with pytest.raises(Failure, match=r"damaged \(hidden_weights.npy\)"):
            predict(load(), attack.CHECKED)


def test_for_many_files_all_weights_are_looked_at(bundled):
    pytest.importorskip("numpy")
    load().prepare_for_many()
    damage_row(bundled, 50_000, load().network.units)
    with pytest.raises(Failure, match="damaged"):
        load().prepare_for_many()


def test_damage_that_a_check_meets_ends_it_in_one_sentence(bundled, tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.py").write_text(attack.CHECKED)
    damage_row(bundled, max(load().vocabulary.counts(attack.CHECKED)), load().network.units)
    assert main(["check", "a.py"]) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and printed.err.count("\n") == 1
    assert "the model assets are damaged" in printed.err


def test_the_command_that_writes_the_table_renews_its_checksum(folder, monkeypatch):
    monkeypatch.setattr(make_table, "TABLE_PATH", str(folder / "languages.tsv"))
    (folder / "languages.tsv").write_text("damaged")
    assert make_table.main() == 0
    assert load(str(folder)).claims.of("a.py").languages
