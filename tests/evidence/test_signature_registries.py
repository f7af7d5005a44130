from __future__ import annotations

from pathlib import Path

import pytest

from langdetect_hook.claims.binary_names import ALLOWED, TEXT_AND_BINARY
from langdetect_hook.evidence import magic_inside, magic_numbers
from langdetect_hook.evidence.formats import FORMATS
from tests.evidence.signature_registries import (
    ANOTHER_S,
    FACTS,
    NOT_CLAIMED,
    SOURCES,
    agree,
    facts,
    freedesktop,
    our_signatures,
    pronom,
    proposals,
    registered,
)

ROWS = [tuple(line.split("\t")) for line in FACTS.read_text(encoding="utf-8").splitlines()]
FREEDESKTOP = """<?xml version="1.0"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="image/png"><magic><match type="string" value="\\x89PNG" offset="0"/></magic><glob pattern="*.png"/>
  </mime-type>
  <mime-type type="application/x-cup"><sub-class-of type="image/png"/><glob pattern="*.cup"/><glob pattern="cup*"/>
    <magic><match type="string" value="RIFF" offset="0"><match type="string" value="CUP " offset="8"/></match>
    <match type="big16" value="0xcafe" offset="2"/><match type="little16" value="0603" offset="4"/>
    <match type="string" value="a" mask="0xdf" offset="0"/><match type="string" value="b" offset="0:9"/></magic>
  </mime-type>
</mime-info>"""
PRONOM = """<formats><format><puid>fmt/0</puid><extension>Cup</extension><signature><pattern><position>BOF</position>
<pronom_pattern>52494646{4}43555020*00</pronom_pattern></pattern><pattern><position>EOF</position>
<pronom_pattern>00</pronom_pattern></pattern></signature></format></formats>"""


@pytest.fixture
def paths(tmp_path: Path) -> tuple[Path, Path]:
    for name, text in (("freedesktop.xml", FREEDESKTOP), ("pronom.xml", PRONOM)):
        (tmp_path / name).write_text(text)
    return tmp_path / "freedesktop.xml", tmp_path / "pronom.xml"


def test_what_is_read_of_the_registries(paths: tuple[Path, Path]) -> None:
    png, cup = freedesktop(paths[0])
    assert (png.id, png.extensions, png.signatures) == ("image/png", (".png",), (((0, b"\x89PNG"),),))
    assert (cup.extensions, cup.kinds_of) == ((".cup",), ("image/png",))
    assert cup.signatures == (((0, b"RIFF"), (8, b"CUP ")), ((2, b"\xca\xfe"),), ((4, b"\x83\x01"),), (), ())
    [fmt] = pronom(paths[1])
    assert fmt == ("fmt/0", (".cup",), (((0, b"RIFF"), (8, b"CUP ")),), ())


def test_signatures_agree_where_both_may_hold() -> None:
    riff = ((0, b"RIFF"), (8, b"WAVE"))
    assert agree(riff, ((0, b"RIFF"),))
    assert not agree(riff, ((0, b"RIFF"), (8, b"AVI ")))
    assert not agree(riff, ((16, b"WAVE"),))


def test_what_is_proposed_is_what_we_lack(paths: tuple[Path, Path]) -> None:
    assert [line.split("\t")[0] for line in proposals(registered(*paths))] == ["application/x-cup", "fmt/0"]


def test_each_signature_stands_in_the_facts_with_its_source() -> None:
    stand = {(name, where): source for what, name, where, source in ROWS if what == "signature"}
    for name, signature in our_signatures():
        source = stand[name, " ".join(f"{offset}:{piece.hex()}" for offset, piece in signature)]
        assert source, f"nobody says so: {name} {signature}"


def test_the_tables_name_the_sources_of_the_facts() -> None:
    lines = [
        line.partition("  # ")[2]
        for module in (magic_numbers, magic_inside)
        for line in Path(module.__file__).read_text(encoding="utf-8").splitlines()
        if line.startswith("    (") and "b" in line and "  # " in line
    ]
    sources = [source for what, _, _, source in ROWS if what == "signature"]
    assert lines == sources


def test_each_extension_of_the_registries_is_claimed_or_has_a_reason() -> None:
    for what, name, extension, source in ROWS:
        if what == "extension" and extension not in NOT_CLAIMED and (extension, name) not in ANOTHER_S:
            row = ALLOWED.get(extension) or TEXT_AND_BINARY.get(extension)
            assert row and name in row[1], f"{extension} is {name} by {source}"


def test_no_extension_is_claimed_and_left_out() -> None:
    given = {extension for what, _, extension, _ in ROWS if what == "extension"}
    assert not set(NOT_CLAIMED) & (set(ALLOWED) | set(TEXT_AND_BINARY))
    assert set(NOT_CLAIMED) <= given
    assert set(SOURCES) <= set(FORMATS)


def test_facts_has_signatures_and_extensions(paths: tuple[Path, Path]) -> None:
    with pytest.raises(KeyError):  # a source that the registry at hand has not is no fact
        list(facts(registered(*paths)))
