"""The benchmark of wrong names: what it plants is what it says, and each tool's words are counted rightly."""

from __future__ import annotations

from pathlib import Path

import pytest

from langdetect_hook.evidence.formats import FORMATS
from langdetect_hook.evidence.magic_numbers import format_of
from tests.benchmarks.binaries import chosen, ours, short, table_of
from tests.benchmarks.binaries_samples import NAMES, RECIPES, main

# Made by the standard library or byte by byte, so that every environment can.
PLAIN = (
    *("blend", "bzip2", "class", "dex", "djvu", "glb", "gzip", "mach-o", "midi", "pcap", "pcapng", "pickle"),
    *("pyc", "qcow2", "rtf", "swf", "tar", "wasm", "wav", "xz", "zip"),
)
# What is in a container that other formats share.
INSIDE = {"docx": "zip", "jar": "zip", "npz": "zip", "xls": "ole", "xlsx": "zip"}
UNKNOWN = {"fits", "msgpack", "pcx", "ply", "ppm", "serialized", "sgi", "stl", "time zone", "zlib"}


@pytest.mark.parametrize("name", PLAIN)
def test_a_sample_is_of_its_format(name: str) -> None:
    assert format_of(RECIPES[name].make()) == name


@pytest.mark.parametrize("name", ["fits", "msgpack", "ply", "serialized", "stl", "time zone", "zlib"])
def test_a_sample_of_none_of_our_formats_is_none(name: str) -> None:
    assert format_of(RECIPES[name].make()) is None


def test_each_recipe_is_of_a_format_or_of_none() -> None:
    assert set(RECIPES) - UNKNOWN - set(INSIDE) <= set(FORMATS)
    assert all(set(recipe.fine) <= set(NAMES) for recipe in RECIPES.values())
    assert len(NAMES) == len(set(NAMES)) == 29


def test_a_format_that_is_not_made_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert main([str(tmp_path)]) == 0
    made, named = {path.name for path in tmp_path.iterdir()}, capsys.readouterr().err
    assert made >= set(PLAIN)
    assert all(f"{name} is not made: " in named for name in set(RECIPES) - made)


def test_what_is_reported_of_planted_and_healthy_files(tmp_path: Path) -> None:
    (tmp_path / "glb").mkdir()
    planted, healthy = tmp_path / "glb" / "planted.png", tmp_path / "healthy.wav"
    planted.write_bytes(RECIPES["glb"].make())
    healthy.write_bytes(RECIPES["wav"].make())
    (tmp_path / "no-extension").write_bytes(b"x")
    assert short(str(planted)) == "glb.png"
    paths = sorted(chosen([tmp_path], 9))
    assert paths == [str(planted), str(healthy)]
    name, numbers = ours(paths)
    assert (name.partition(" ")[0], numbers) == ("langdetect-hook", [0])


def test_the_table_counts_what_was_caught_and_complained_about() -> None:
    tool = {"tool": "a tool", "caught": 3, "complaints": ["a.png"], "missed": []}
    table = table_of({"planted": 4, "healthy": 5, "formats": 1, "names": 29, "tools": [tool]})
    assert "| a tool | 75.0%         |" in table
    assert "4 plants: 1 formats under those of 29 extensions" in table
