from __future__ import annotations

import struct

import pytest

from langdetect_hook.claims.binary_names import ALLOWED, IMAGES, SELF_EXTRACTING, TEXT_AND_BINARY
from langdetect_hook.evidence.magic_numbers import FORMATS, SIGNATURES, format_of

REST = bytes(range(256)) * 4


def tar(name: bytes = b"a.txt") -> bytes:
    header = bytearray(name.ljust(100, b"\0") + b"0000644\0" * 3 + b"00000000000\0" * 2 + b" " * 8 + b"0")
    header = header.ljust(257, b"\0") + b"ustar\x0000"
    header = header.ljust(512, b"\0")
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header)


# One file of each format, as short as its check allows.
SAMPLES = {
    "7z": b"7z\xbc\xaf\x27\x1c\x00\x04" + REST,
    "avi": b"RIFF\x00\x10\x00\x00AVI LIST" + REST,
    "avif": b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00" + REST,
    "bmp": b"BM" + struct.pack("<IHHI", 1078, 0, 0, 54) + struct.pack("<I", 40) + REST,
    "bzip2": b"BZh91AY&SY" + REST,
    "class": b"\xca\xfe\xba\xbe\x00\x00\x00\x3d" + REST,
    "deb": b"!<arch>\ndebian-binary   1234" + REST,
    "elf": b"\x7fELF\x02\x01\x01" + bytes(9) + REST,
    "flac": b"fLaC\x00\x00\x00\x22" + REST,
    "gif": b"GIF89a\x01\x00\x01\x00\x80" + REST,
    "gzip": b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03" + REST,
    "heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00" + REST,
    "ico": b"\x00\x00\x01\x00\x01\x00\x10\x10\x00\x00\x01\x00\x20\x00\x68\x04\x00\x00\x16\x00\x00\x00" + REST,
    "jp2": b"\x00\x00\x00\x0cjP  \r\n\x87\n" + REST,
    "jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + REST,
    "jxl": b"\x00\x00\x00\x0cJXL \r\n\x87\n" + REST,
    "mach-o": b"\xcf\xfa\xed\xfe\x07\x00\x00\x01\x03\x00\x00\x00\x02\x00\x00\x00" + REST,
    "matroska": b"\x1a\x45\xdf\xa3\x01\x00\x00\x00" + REST,
    "mp3": b"ID3\x04\x00\x00\x00\x00\x02\x01" + REST,
    "mp4": b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00" + REST,
    "ogg": b"OggS\x00\x02\x00\x00" + REST,
    "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + REST,
    "otf": b"OTTO\x00\x0b\x00\x80" + REST,
    "pdf": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n" + REST,
    "pe": b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + REST,
    "png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + REST,
    "psd": b"8BPS\x00\x01" + REST,
    "pyc": b"\xa7\x0d\x0d\x0a\x00\x00\x00\x00" + REST,
    "rar": b"Rar!\x1a\x07\x01\x00" + REST,
    "rpm": b"\xed\xab\xee\xdb\x03\x00" + REST,
    "sqlite": b"SQLite format 3\x00" + REST,
    "tar": tar() + REST,
    "tiff": b"II*\x00\x08\x00\x00\x00" + REST,
    "ttf": b"\x00\x01\x00\x00\x00\x0f\x00\x80\x00\x03\x00\x70DSIG" + REST,
    "wasm": b"\x00asm\x01\x00\x00\x00" + REST,
    "wav": b"RIFF\x00\x10\x00\x00WAVEfmt " + REST,
    "webp": b"RIFF\x00\x10\x00\x00WEBPVP8 " + REST,
    "woff": b"wOFF\x00\x01\x00\x00" + REST,
    "woff2": b"wOF2\x00\x01\x00\x00" + REST,
    "xz": b"\xfd7zXZ\x00\x00\x04" + REST,
    "zip": b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + REST,
    "zstd": b"\x28\xb5\x2f\xfd\x04\x00" + REST,
}
EMPTY_ZIP = b"PK\x05\x06" + bytes(18)
FAT_MACH_O = b"\xca\xfe\xba\xbe\x00\x00\x00\x02\x01\x00\x00\x07" + REST
SVG = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>\n'

SILENT = [
    ("text", "a.py", b"x = 1\n"),
    ("empty", "a.png", b""),
    ("unknown bytes", "a.py", b"\x00\x01\x02" + REST),
    ("unknown bytes", "a.png", b"\x00\x01\x02" + REST),
    ("placeholder", "a.png", b"not a picture\n"),
    ("cut short", "a.png", b"\x89PNG"),
    ("nothing claimed", "a.bin", SAMPLES["elf"]),
    ("nothing claimed", "a.dat", SAMPLES["png"]),
    ("nothing claimed", "a", SAMPLES["elf"]),
    ("nothing claimed", "a.txt", SAMPLES["png"]),
    ("nothing claimed", "a.doc", SAMPLES["zip"]),
    ("nothing claimed", "a.xls", SAMPLES["zip"]),
    ("nothing claimed", "a.so", SAMPLES["elf"]),
    ("nothing claimed", "a.db", SAMPLES["sqlite"]),
    ("upper case", "A.PNG", SAMPLES["png"]),
    ("a ZIP by design", "a.jar", SAMPLES["zip"]),
    ("a ZIP by design", "a.docx", SAMPLES["zip"]),
    ("a ZIP by design", "a.xlsx", SAMPLES["zip"]),
    ("a ZIP by design", "a.whl", SAMPLES["zip"]),
    ("a ZIP by design", "a.apk", SAMPLES["zip"]),
    ("a ZIP by design", "a.zip", EMPTY_ZIP),
    ("Alpine's package", "a.apk", SAMPLES["gzip"]),
    ("encrypted document", "a.xlsx", SAMPLES["ole"]),
    ("browsers take it", "favicon.ico", SAMPLES["png"]),
    ("browsers take it", "favicon.ico", SAMPLES["gif"]),
    ("programs name it so", "a.jpg", SAMPLES["jp2"]),
    ("compressed", "a.svgz", SAMPLES["gzip"]),
    ("compressed", "a.tgz", SAMPLES["gzip"]),
    ("compressed", "a.tar.gz", SAMPLES["gzip"]),
    ("compressed", "a.tar", SAMPLES["gzip"]),
    ("either outlines", "a.ttf", SAMPLES["otf"]),
    ("either outlines", "a.otf", SAMPLES["ttf"]),
    ("MPEG transport stream", "a.ts", b"G@\x00\x10" + bytes(184) + b"G@" + REST),
    ("two formats of a name", "a.mo", SAMPLES["elf"]),
    ("a template of Word's", "letter.dot", SAMPLES["ole"]),
    ("a module of Android's", "com.example.brew.apex", SAMPLES["zip"]),
    ("compressed by its program", "data.plist", SAMPLES["gzip"]),
    ("a shell script before it", "app.jar", b"#!/bin/sh\nexec java -jar $0\n"),
    ("AppleDouble", "._a.py", b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X" + REST),
    ("UTF-16", "a.py", "x = 1\n".encode("utf-16")),
    ("words that begin so", "a.py", b"BM = 1\nMZ = 2\n"),
    ("words that begin so", "a.md", b"PK is a primary key, MZ is not\n"),
    ("words that begin so", "a.py", b"ID3 = 1\n"),
    ("a comment in TeX", "a.tex", b"%PDF-1.5 is what this makes\n"),
    ("weak marks and noise", "a.py", b"BM" + b"\xff\x00" * 40),
    ("weak marks and noise", "a.py", b"MZ" + b"\xff\x00" * 80),
    ("weak marks and noise", "a.py", b"PK" + b"\xff\x00" * 80),
    ("weak marks and noise", "a.png", b"\x00\x01\x00\x00" + b"\xff\x00" * 80),
    ("old kind of QuickTime", "a.mov", b"\x00\x00\x00\x08wide\x00\x00\x00\x00mdat" + REST),
]

FIRES = [
    ("a.png", SAMPLES["jpeg"], "a JPEG image", "PNG", "a.jpg"),
    ("A.PNG", SAMPLES["webp"], "a WebP image", "PNG", "A.webp"),
    ("a.jpg", SAMPLES["png"], "a PNG image", "JPEG", "a.png"),
    ("a.jpeg", SAMPLES["heic"], "a HEIC image", "JPEG", "a.heic"),
    ("a.gif", SAMPLES["png"], "a PNG image", "GIF", "a.png"),
    ("a.svg", SAMPLES["png"], "a PNG image", "XML or SVG", "a.png"),
    ("a.png", SVG.encode(), "an SVG image", "PNG", "a.svg"),
    ("a.zip", SAMPLES["7z"], "a 7-Zip archive", "ZIP", "a.7z"),
    ("a.tar.gz", tar() + REST, "a tar archive", "gzip", "a.tar"),
    ("a.class", FAT_MACH_O, "a Mach-O binary", "Java class", ""),
    ("a.woff", SAMPLES["woff2"], "a WOFF2 font", "WOFF", "a.woff2"),
    ("a.py", SAMPLES["png"], "a PNG image", "Python", "a.png"),
    ("bin.json", SAMPLES["elf"], "an ELF binary", "JSON", ""),
    ("a.json", SAMPLES["gzip"], "a gzip archive", "JSON", "a.gz"),
    ("a.csv", SAMPLES["zip"], "a ZIP archive", "CSV", "a.zip"),
    ("a.js", SAMPLES["pe"], "a Windows executable", "JavaScript", "a.exe"),
    ("a.py", SAMPLES["pyc"], "compiled Python", "Python", "a.pyc"),
    ("a.html", SAMPLES["pdf"], "a PDF document", "HTML", "a.pdf"),
    ("a.tex", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n", "a PDF document", "TeX", "a.pdf"),
    ("photo.jpg", b"<?php system($_GET['c']);", "PHP", "JPEG", "clean"),
    ("photo.gif", b"GIF89a;<?php system($_GET['c']);", "a GIF image with PHP in it", "GIF", "clean"),
    ("photo.jpg", SAMPLES["jpeg"] + b"<?php eval($x);", "a JPEG image with PHP in it", "JPEG", "clean"),
    ("photo.png", b"#!/bin/sh\necho 1\n", "a script", "PNG", "again"),
]


@pytest.mark.parametrize("why, path, raw", SILENT)
def test_silent(why: str, path: str, raw: bytes, found) -> None:
    assert [one for one in found(path, raw, {}) if one.rule != "LD007"] == []


@pytest.mark.parametrize("path, raw, seen, expected, advice", FIRES)
def test_fires(path: str, raw: bytes, seen: str, expected: str, advice: str, found) -> None:
    [evidence] = found(path, raw, {})
    assert (evidence.rule, evidence.line, evidence.expected) == ("LD008", 1, expected)
    assert evidence.seen.startswith(f"looks like {seen}")
    assert advice in evidence.advice


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_each_format_is_known_by_its_bytes(name: str) -> None:
    assert format_of(SAMPLES[name]) == name
    for length in range(len(SAMPLES[name][:64])):  # a file that was cut short raises nothing
        format_of(SAMPLES[name][:length])


@pytest.mark.parametrize("suffix", sorted(ALLOWED))
def test_a_name_accepts_its_own_formats_and_no_other(suffix: str, found) -> None:
    for name, raw in SAMPLES.items():
        allowed = name in ALLOWED[suffix][1]
        assert bool(found("a" + suffix, raw)) != allowed, name


def test_other_forms() -> None:
    assert format_of(EMPTY_ZIP) == "zip"
    assert format_of(FAT_MACH_O) == "mach-o"
    assert format_of(b"") is None


def test_the_tables_are_sorted_and_whole() -> None:
    for table in (FORMATS, ALLOWED):
        assert list(table) == sorted(table)
    signatures = [signature for signature, _, _ in SIGNATURES]
    assert signatures == sorted(signatures)
    assert {name for _, name, _ in SIGNATURES} <= set(FORMATS)
    assert {name for _, names in ALLOWED.values() for name in names} <= set(FORMATS)
    assert set(ALLOWED) >= IMAGES | SELF_EXTRACTING
    assert not TEXT_AND_BINARY & set(ALLOWED)
