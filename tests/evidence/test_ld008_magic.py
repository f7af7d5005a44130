from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import struct
import tarfile
import zipfile

import pytest

from langdetect_hook.claims.binary_names import (
    ALLOWED,
    IMAGES,
    KNOWN_TO_ALL,
    NO_FIXED_START,
    SELF_EXTRACTING,
    TEXT_AND_BINARY,
)
from langdetect_hook.evidence import magic_structures
from langdetect_hook.evidence.formats import FORMATS
from langdetect_hook.evidence.magic_inside import INSIDE
from langdetect_hook.evidence.magic_numbers import SIGNATURES, begins_as, format_of

REST = bytes(range(256)) * 4


def tar(name: bytes = b"a.txt") -> bytes:
    header = bytearray(name.ljust(100, b"\0") + b"0000644\0" * 3 + b"00000000000\0" * 2 + b" " * 8 + b"0")
    header = header.ljust(257, b"\0") + b"ustar\x0000"
    header = header.ljust(512, b"\0")
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header)


def zipped(*names: str, first: bytes = b"", holds: bytes = b"") -> bytes:
    """A ZIP archive of entries with these names; `first`: what its entry `mimetype` says; `holds`: another one."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        if first:
            archive.writestr(zipfile.ZipInfo("mimetype"), first)
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "x")
        if holds:
            archive.writestr(zipfile.ZipInfo("embedded"), holds)
    return stream.getvalue()


def tarred() -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    return stream.getvalue()


def compound(*streams: str) -> bytes:
    """A compound document whose directory has these streams."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"".join(one.encode("utf-16-le") for one in streams)


def at(offset: int, piece: bytes, first: bytes = b"") -> bytes:
    """Bytes with some of them at an offset, and others at the beginning."""
    return first.ljust(offset, b"\0") + piece


MP3_FRAME = b"\xff\xfb\x90\x64".ljust(417, b"\x55")
AAC_FRAME = b"\xff\xf1\x50\x80\x03\x1f\xfc".ljust(24, b"\x21")
ONNX = b"\x08\x07\x12\x04test\x1a\x010:" + b"\x40" + b"\x0a\x08" + bytes(62)
TGA = b"\0\0\2" + bytes(9) + b"\2\0\2\0\x18\0" + b"\x10\x20\x30" * 4

# One file of each format, as short as its check allows.
SAMPLES = {
    "7z": b"7z\xbc\xaf\x27\x1c\x00\x04" + REST,
    "aac": AAC_FRAME * 4,
    "access": b"\x00\x01\x00\x00Standard Jet DB\x00" + REST,
    "aiff": b"FORM\x00\x00\x10\x00AIFFCOMM" + REST,
    "amr": b"#!AMR\n\x3c" + REST,
    "ani": b"RIFF\x00\x10\x00\x00ACONLIST" + REST,
    "ar": b"!<arch>\n" + b"/".ljust(48) + b"4         `\n" + REST,
    "arrow": b"ARROW1\x00\x00" + REST,
    "asf": b"0&\xb2u\x8ef\xcf\x11\xa6\xd9\x00\xaa\x00b\xcel" + REST,
    "au": b".snd\x00\x00\x00\x18" + REST,
    "avi": b"RIFF\x00\x10\x00\x00AVI LIST" + REST,
    "avif": b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00" + REST,
    "avro": b"Obj\x01\x04\x14avro.codec\x08null" + REST,
    "beam": b"FOR1\x00\x00\x10\x00BEAMAtU8" + REST,
    "bitcode": b"BC\xc0\xde5\x14\x00\x00" + REST,
    "blend": b"BLENDER-v279" + REST,
    "bmp": b"BM" + struct.pack("<IHHI", 1078, 0, 0, 54) + struct.pack("<I", 40) + REST,
    "bplist": b"bplist00\xd1" + REST,
    "bzip2": b"BZh91AY&SY" + REST,
    "cab": b"MSCF\x00\x00\x00\x00" + REST,
    "caf": b"caff\x00\x01\x00\x00desc" + REST,
    "chm": b"ITSF\x03\x00\x00\x00" + REST,
    "class": b"\xca\xfe\xba\xbe\x00\x00\x00\x3d" + REST,
    "compress": b"\x1f\x9d\x90a\xc4" + REST,
    "cpio": b"070701" + b"0" * 104 + REST,
    "crx": b"Cr24\x03\x00\x00\x00" + REST,
    "cur": b"\x00\x00\x02\x00\x01\x00\x20\x20\x00\x00\x01\x00\x01\x00\x68\x04\x00\x00\x16\x00\x00\x00" + REST,
    "dds": b"DDS \x7c\x00\x00\x00" + REST,
    "deb": b"!<arch>\ndebian-binary   1234".ljust(66) + b"`\n2.0\n" + REST,
    "der": b"\x30\x82" + struct.pack(">H", len(REST) + 3) + b"\x02\x01\x00" + REST,
    "dex": b"dex\n035\x00" + REST,
    "dicom": at(128, b"DICM") + REST,
    "djvu": b"AT&TFORM\x00\x00\x10\x00DJVU" + REST,
    "elf": b"\x7fELF\x02\x01\x01" + bytes(9) + REST,
    "emf": at(40, b" EMF", b"\x01\x00\x00\x00\x6c") + REST,
    "eot": struct.pack("<III", 2000, 1000, 0x20001) + bytes(22) + b"LP" + REST,
    "eps": b"\xc5\xd0\xd3\xc6 \x00\x00\x00%!PS" + REST,
    "exr": b"v/1\x01\x02\x00\x00\x00" + REST,
    "fbx": b"Kaydara FBX Binary  \x00\x1a\x00" + REST,
    "feather": b"FEA1\x00\x00\x00\x00" + REST,
    "flac": b"fLaC\x00\x00\x00\x22" + REST,
    "flv": b"FLV\x01\x05\x00\x00\x00\x09" + REST,
    "gguf": b"GGUF\x03\x00\x00\x00" + REST,
    "gif": b"GIF89a\x01\x00\x01\x00\x80" + REST,
    "git-index": b"DIRC\x00\x00\x00\x02" + REST,
    "git-pack": b"PACK\x00\x00\x00\x02" + REST,
    "glb": b"glTF\x02\x00\x00\x00" + REST,
    "gzip": b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03" + REST,
    "hdf5": b"\x89HDF\r\n\x1a\n\x00" + REST,
    "heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00" + REST,
    "icc": at(36, b"acsp", b"\0\0\1\0lcms\x04") + REST,
    "icns": b"icns\x00\x00\x10\x00TOC " + REST,
    "ico": b"\x00\x00\x01\x00\x01\x00\x10\x10\x00\x00\x01\x00\x20\x00\x68\x04\x00\x00\x16\x00\x00\x00" + REST,
    "iso": at(32769, b"CD001\1") + REST,
    "j2k": b"\xff\x4f\xff\x51\x00\x2f" + REST,
    "jks": b"\xfe\xed\xfe\xed\x00\x00\x00\x02" + REST,
    "jp2": b"\x00\x00\x00\x0cjP  \r\n\x87\n" + REST,
    "jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + REST,
    "jxl": b"\x00\x00\x00\x0cJXL \r\n\x87\n" + REST,
    "ktx": b"\xabKTX 11\xbb\r\n\x1a\n" + REST,
    "lha": b"\x1e\x5c-lh5-" + REST,
    "lmdb": at(16, b"\xde\xc0\xef\xbe\x01\x00\x00\x00") + REST,
    "luac": b"\x1bLua\x53\x00\x19\x93" + REST,
    "lz4": b"\x04\x22\x4d\x18\x64\x40" + REST,
    "lzip": b"LZIP\x01\x0c" + REST,
    "lzma": b"\x5d\x00\x00\x80\x00" + b"\xff" * 8 + b"\x00" + REST,
    "mach-o": b"\xcf\xfa\xed\xfe\x07\x00\x00\x01\x03\x00\x00\x00\x02\x00\x00\x00" + REST,
    "mat": b"MATLAB 5.0 MAT-file".ljust(124) + b"\x00\x01IM" + REST,
    "matroska": b"\x1a\x45\xdf\xa3\x01\x00\x00\x00" + REST,
    "midi": b"MThd\x00\x00\x00\x06\x00\x01" + REST,
    "mng": b"\x8aMNG\r\n\x1a\n\x00" + REST,
    "mo": b"\xde\x12\x04\x95\x00\x00\x00\x00" + REST,
    "mobi": at(60, b"BOOKMOBI") + REST,
    "mp3": b"ID3\x04\x00\x00\x00\x00\x02\x01" + REST,
    "mp4": b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00" + REST,
    "mpeg": b"\x00\x00\x01\xba\x44\x00\x04\x00\x04\x01" + REST,
    "mpeg-ts": (b"\x47\x40\x00\x10" + bytes(184)) * 5,
    "netcdf": b"CDF\x01\x00\x00\x00\x0a" + REST,
    "npy": b"\x93NUMPY\x01\x00\x76\x00" + REST,
    "ogg": b"OggS\x00\x02\x00\x00" + REST,
    "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + REST,
    "onnx": ONNX,
    "orc": b"ORC" + REST + b"ORC\x18",
    "otf": b"OTTO\x00\x0b\x00\x80" + REST,
    "parquet": b"PAR1" + REST + b"\x20\x01\x00\x00PAR1",
    "pcap": b"\xd4\xc3\xb2\xa1\x02\x00\x04\x00" + REST,
    "pcapng": b"\n\r\r\n\x6c\x00\x00\x00\x4d\x3c\x2b\x1a" + REST,
    "pdb": b"Microsoft C/C++ MSF 7.00\r\n\x1aDS\x00\x00\x00" + REST,
    "pdf": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n" + REST,
    "pe": b"MZ" + bytes(58) + struct.pack("<I", 64) + b"PE\0\0" + REST,
    "pfb": b"\x80\x01\x10\x10\x00\x00%!PS-AdobeFont" + REST,
    "pg-dump": b"PGDMP\x01\x0e\x00" + REST,
    "pickle": b"\x80\x04\x95\x0b\x00\x00\x00\x00\x00\x00\x00]\x94(K\x01e.",
    "png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + REST,
    "psd": b"8BPS\x00\x01" + REST,
    "pyc": b"\xa7\x0d\x0d\x0a\x00\x00\x00\x00" + REST,
    "qcow2": b"QFI\xfb\x00\x00\x00\x03" + REST,
    "rar": b"Rar!\x1a\x07\x01\x00" + REST,
    "realmedia": b".RMF\x00\x00\x00\x12" + REST,
    "rpm": b"\xed\xab\xee\xdb\x03\x00" + REST,
    "rtf": b"{\\rtf1\\ansi Hello}",
    "safetensors": struct.pack("<Q", 60) + b'{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}' + REST,
    "sf2": b"RIFF\x00\x10\x00\x00sfbkLIST" + REST,
    "shapefile": b"\x00\x00\x27\x0a" + bytes(20) + struct.pack(">I", 50) + struct.pack("<I", 1000) + REST,
    "sphere": b"NIST_1A\n   1024\nchannel_count -i 1\n".ljust(1024) + REST,
    "sqlite": b"SQLite format 3\x00" + REST,
    "squashfs": b"hsqs" + bytes(16) + b"\1\0\x11\0" + bytes(4) + b"\4\0" + bytes(80) + REST,
    "swf": b"CWS\x09\x20\x10\x00\x00x\xda" + REST,
    "swp": b"b0VIM 9.0\x00\x00\x00\x00" + REST,
    "tar": tar() + REST,
    "tflite": b"\x1c\x00\x00\x00TFL3" + REST,
    "tga": TGA,
    "tiff": b"II*\x00\x08\x00\x00\x00" + REST,
    "ttc": b"ttcf\x00\x01\x00\x00" + REST,
    "ttf": b"\x00\x01\x00\x00\x00\x0f\x00\x80\x00\x03\x00\x70DSIG" + REST,
    "vdi": at(64, b"\x7f\x10\xda\xbe", b"<<< Oracle VM VirtualBox Disk Image >>>\n") + REST,
    "vhdx": b"vhdxfileM\x00" + REST,
    "vmdk": b"KDMV\x01\x00\x00\x00" + REST,
    "wasm": b"\x00asm\x01\x00\x00\x00" + REST,
    "wav": b"RIFF\x00\x10\x00\x00WAVEfmt " + REST,
    "wavpack": b"wvpk\x20\x10\x00\x00\x10\x04" + REST,
    "webp": b"RIFF\x00\x10\x00\x00WEBPVP8 " + REST,
    "wim": b"MSWIM\x00\x00\x00\xd0" + REST,
    "wmf": b"\xd7\xcd\xc6\x9a\x00\x00" + REST,
    "woff": b"wOFF\x00\x01\x00\x00" + REST,
    "woff2": b"wOF2\x00\x01\x00\x00" + REST,
    "wordperfect": b"\xffWPC\x10\x00\x00\x00" + REST,
    "xar": b"xar!\x00\x1c\x00\x01" + REST,
    "xcf": b"gimp xcf v011\x00" + REST,
    "xz": b"\xfd7zXZ\x00\x00\x04" + REST,
    "zip": b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + REST,
    "zstd": b"\x28\xb5\x2f\xfd\x04\x00" + REST,
}
EMPTY_ZIP = b"PK\x05\x06" + bytes(18)
FAT_MACH_O = b"\xca\xfe\xba\xbe\x00\x00\x00\x02\x01\x00\x00\x07" + REST
JUNK = bytes(byte * 89 % 251 ^ byte >> 3 & 0xFF for byte in range(2048))
SVG = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>\n'

SILENT = [
    ("text", "a.py", b"x = 1\n"),
    ("empty", "a.png", b""),
    ("placeholder", "a.png", b"not a picture\n"),
    ("placeholder", "a.png", b"\n"),
    ("placeholder", "a.png", b"\0"),
    ("placeholder", "a.pdf", b"Project requirements, to be written\n"),
    ("an icon of OS/2", "a.ico", b"CI\x1a\0\0\0\x10\0\x10\0\x6a\0\0\0\x0c\0\0\0" + REST),
    ("in black and white", "a.ico", b"IC\x1a\0\0\0\x10\0\x10\0\x6a\0\0\0\x0c\0\0\0" + REST),
    ("in several sizes", "a.ico", b"BA\x28\0\0\0\0\0\0\0\0\0\0\0CI\x1a\0\0\0\x10\0\x10\0" + REST),
    ("cut short", "a.png", b"\x89PNG"),
    ("nothing claimed", "a.bin", SAMPLES["elf"]),
    ("nothing claimed", "a.dat", SAMPLES["png"]),
    ("nothing claimed", "a", SAMPLES["elf"]),
    ("nothing claimed", "a.bin", JUNK),
    ("a content asset of Salesforce", "contentassets/logo.asset", SAMPLES["png"]),
    ("Vim's fourth swap file", ".cups.rb.swm", b"b0VIM 7.0\0\0\0\0" + REST),
    ("Word opens it", "a.doc", SAMPLES["zip"]),
    ("Word opens it", "a.doc", SAMPLES["rtf"]),
    ("Excel opens it", "a.xls", SAMPLES["zip"]),
    ("Excel opens it", "a.xls", b"name\tprice\ncup\t3\n" * 9),
    ("a library", "a.so", SAMPLES["elf"]),
    ("a linker's script", "a.so", b"INPUT ( libcup.so.1 )\n"),
    ("unknown bytes", "a.txt", JUNK),
    ("unknown bytes", "a.ts", JUNK),
    ("saved by a test", "tests/data/saved.txt", SAMPLES["gzip"]),
    ("any program's", "a.db", SAMPLES["sqlite"]),
    ("any program's", "a.db", JUNK),
    ("Lua reads either form", "a.lua", SAMPLES["luac"]),
    ("compiled by Android's tools", "AndroidManifest.xml", b"\x03\x00\x08\x00" + JUNK),
    ("parts of a building", "cup.frag", JUNK),
    ("a template of some kind", "cup.json.j2", JUNK),
    ("data of any Python", "a.pkl", b"(lp0\nS'cup'\np1\na."),
    ("a keystore", "a.jks", SAMPLES["der"]),
    ("upper case", "A.PNG", SAMPLES["png"]),
    ("a ZIP by design", "a.jar", SAMPLES["zip"]),
    ("a ZIP by design", "a.docx", SAMPLES["zip"]),
    ("a ZIP by design", "a.xlsx", SAMPLES["zip"]),
    ("the workbook of a chart", "a.pptx", zipped("ppt/presentation.xml", holds=zipped("xl/workbook.xml"))),
    ("the document of a sheet", "a.xlsx", zipped("xl/workbook.xml", holds=zipped("word/document.xml"))),
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
    ("a raw photo is TIFF", "a.arw", SAMPLES["tiff"]),
    ("a raw photo is TIFF", "a.dng", SAMPLES["tiff"]),
    ("a raw photo is TIFF", "a.nef", SAMPLES["tiff"]),
    ("Arrow, the language", "a.arw", b"main is\n    print cups\n" * 9),
    ("one container", "a.m4a", SAMPLES["mp4"]),
    ("one container", "a.3gp", SAMPLES["mp4"]),
    ("one container", "a.xpi", SAMPLES["zip"]),
    ("one container", "a.crx", SAMPLES["crx"]),
    ("PDF inside", "a.ai", SAMPLES["pdf"]),
    ("a certificate has either form", "ca.crt", SAMPLES["der"]),
    ("a certificate has either form", "ca.cer", JUNK),
    ("Apple's tools read either form", "a.strings", SAMPLES["bplist"]),
    ("Apple's tools read either form", "a.entitlements", SAMPLES["bplist"]),
    ("Unity has either form", "cup.prefab", JUNK),
    ("settings of a device", "router.cfg", JUNK),
    ("Basic as its tokens", "cups.bas", JUNK),
    ("a disk", "cups.vhd", JUNK),
    ("Python's data", "cups.p", SAMPLES["pickle"]),
    ("encrypted", "cups.aes", JUNK),
    ("Snap", "a.snap", SAMPLES["squashfs"]),
    ("a test's snapshot", "a.snap", b"exports[`cups 1`] = `3`;\n" * 9),
    ("a locale", "tutor.ko", "컵 세 개\n".encode() * 40),
    ("a frame of MPEG", "a.mp3", MP3_FRAME * 4),
    ("an ID3 tag before AAC", "a.aac", SAMPLES["mp3"]),
    ("a codestream", "a.jxl", b"\xff\x0a\xfa\xf1" + REST),
    ("old kind of TrueType", "a.ttf", b"true\x00\x0c\x00\x80\x00\x03\x00\x40OS/2" + REST),
    ("a head before it", "a.pdf", b"\x1b%-12345X@PJL\n" + SAMPLES["pdf"]),
    ("a head before it", "a.pdf", b"% printed by a program\n" + b"%" * 200 + b"\n" + SAMPLES["pdf"]),
    ("a program that unpacks it", "a.zip", b"\x01\x02stub" + REST + EMPTY_ZIP),
    ("no entries", "a.tar", bytes(10240)),
    ("no magic number before POSIX", "a.tar", b"a.txt".ljust(100, b"\0") + b"   644 \0" * 3 + bytes(388)),
    ("encrypted by SQLCipher", "a.sqlite", JUNK),
    ("damaged, but meant to be one", "a.zip", b"PK\x03\x04" + b"\xff" * 40),
    ("who has it open", "documents/~$cups.docx", b"\x06Brewer" + bytes(48) + b"\x06\0B\0r\0e\0w\0e\0r\0" + bytes(90)),
    ("says its format", "cups.min.gzip.js", SAMPLES["gzip"]),
    ("says its format", "cups.gz.css", SAMPLES["gzip"]),
    ("a graph of TensorFlow", "model.ckpt-1000.meta", b"\n\xea\x9a\x05" + JUNK),
    ("a disk of the Atari ST", "games/cups.st", b"\x60\x1c" + JUNK),
    ("what a camcorder recorded", "clips/00001.mts", SAMPLES["mpeg-ts"]),
    ("a library of HarmonyOS", "libs/cups.har", SAMPLES["gzip"]),
    ("a cartridge", "roms/cups.md", bytes(256) + b"SEGA MEGA DRIVE " + JUNK),
    ("fast infoset", "a.xml", b"\xe0\x00\x00\x01" + JUNK),
    ("of a program that few know", "surface.nit", JUNK),
    ("of a program that few know", "cups.sce", SAMPLES["zip"]),
    ("a memo of FoxPro", "forms/cups.frt", bytes(512) + JUNK),
    ("a store of Zope's", "var/Data.fs", b"FS21" + JUNK),
    ("a checksum in bytes", "cups.sha256", JUNK[:32]),
    ("PostScript with a preview", "cups.ps", SAMPLES["eps"]),
    ("a track that a test reads", "test/gpx/fixtures/c.gpx", SAMPLES["bzip2"]),
    ("Oracle's settings", "run/sqlnet.ora", b"# Who may connect\nSQLNET.EXPIRE_TIME = 10\n" * 9),
    ("Xilinx's notes", "decoder.xpi", b"PROGRAM=PAR\nSTATE=ROUTED\nTIMESPECS_MET=OFF\n"),
    (
        "an X bitmap",
        "bars.bmp",
        b"#define bars_width 16\n#define bars_height 8\nstatic char bars_bits[] = {\n 0x00};\n",
    ),
    ("what gfortran knows of a module", "src/cups.mod", gzip.compress(b"GFORTRAN module version '15'\n" * 9, mtime=0)),
    ("a program of a course", "project2/p2.ex", SAMPLES["elf"]),
    ("a README about it", "README.sqlite", b"How the database is laid out.\n" * 9),
    ("a makefile for it", "makefile.icc", b"CFLAGS += -I.\nall: cups\n" * 9),
    ("a word in another sense", "notes.pages", b"What is on which page of the book.\n" * 9),
    ("git-crypt", "a.py", b"\0GITCRYPT\0" + JUNK),
    ("git-crypt", "a.png", b"\0GITCRYPT\0" + JUNK),
    ("age", "default.nix", b"age-encryption.org/v1\n-> ssh-ed25519 Q3Vw\n" + JUNK),
    ("age", "a.png", b"-----BEGIN AGE ENCRYPTED FILE-----\nQ3Vw\n-----END AGE ENCRYPTED FILE-----\n"),
    ("GnuPG", "a.json", b"\x85\x01\x0c\x03" + JUNK),
    ("GnuPG", "a.png", b"-----BEGIN PGP MESSAGE-----\n\nQ3Vw\n-----END PGP MESSAGE-----\n"),
    ("openssl", "a.yaml", b"Salted__" + JUNK),
    ("transcrypt", "a.jpg", b"U2FsdGVkX1" + b"Q3Vwcw" * 20 + b"\n"),
    ("Ansible Vault", "a.p12.zip", b"$ANSIBLE_VAULT;1.1;AES256\n61626364\n"),
    ("SOPS", "a.zip", b'{\n\t"data": "ENC[AES256_GCM,data:Q3Vw,type:str]",\n\t"sops": {"version": "3.8.1"}\n}\n'),
    ("git-annex", "a.mp4", b"/annex/objects/SHA256E-s1048576--0123456789abcdef.mp4\n"),
    ("git-annex, a link", "a.mp4", b"../.git/annex/objects/Xq/1f/SHA256E-s1--0f.mp4/SHA256E-s1--0f.mp4"),
    ("a link as text", "a.png", b"../images/cup.png"),
    ("a link as text", "a.pdf", b"cup.pdf"),
    ("DVC", "a.onnx", b"outs:\n- md5: 0123456789abcdef\n  size: 1048576\n  path: a.onnx\n"),
    ("broken on purpose", "tests/data/invalid.jpg", b"invalid\n" * 20),
    ("broken on purpose", "tests/data/cup.png", b"This is no picture, whatever its name says.\n" * 3),
    ("made by a fuzzer", "fuzz/corpus/12736.xml", JUNK),
    ("a terminal's description", "x/xterm.js", b"\x1e\x02\x0f" + bytes(9) + b"xterm|xterm.js\0" + JUNK),
    ("a thumbnail", ".xvpics/cup.xpm", b"P7 332\n#IMGINFO:32x32 Indexed\n" + JUNK),
    ("AppleDouble", "._a.png", b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X" + REST),
    ("UTF-16 without a mark", "a.html", "<p>Tasse ☕ 杯子 чашка\n".encode("utf-16-le") * 9),
    ("UTF-32 without a mark", "a.html", "<p>Tasse ☕ 杯子 чашка\n".encode("utf-32-be") * 9),
    ("EBCDIC", "a.cbl", "       IDENTIFICATION DIVISION.\x85       PROGRAM-ID. CUPS.\x85".encode("cp037") * 9),
    ("Shift-JIS", "a.py", "# コーヒーカップを数える\ncups = 3\n".encode("shift-jis") * 9),
    ("GB18030", "a.py", "# 数一数咖啡杯\ncups = 3\n".encode("gb18030") * 9),
    ("KOI8-R", "a.py", "# сколько чашек кофе\ncups = 3\n".encode("koi8-r") * 9),
    ("art of CP437", "a.md", "░▒▓█ coffee █▓▒░\n".encode("cp437") * 9),
    ("a form feed, and ^Z", "a.py", b"cups = 3\n\x0c\nspoons = 2\n\x1a"),
    ("control characters in a text", "a.vim", b'map * 1G/CUP\x16\rj"iT@i1G/CUP\x16\rdG\nmap g 1G\x16\r\n'),
    ("NULs in a program", "a.php", b"<?php\nreturn array('a' => '\0', 'b' => '\1');\n" * 30),
    ("bytes in a patch", "a.patch", b"From: Cup <cup@example.org>\n--- a/cup\n+++ b/cup\n" * 9 + JUNK),
    ("words that begin so", "a.py", b"BM = 1\nMZ = 2\n"),
    ("words that begin so", "a.md", b"PK is a primary key, MZ is not\n"),
    ("words that begin so", "a.py", b"ID3 = 1\n"),
    ("a comment in TeX", "a.tex", b"%PDF-1.5 is what this makes\n"),
    ("weak marks and noise", "a.txt", b"BM" + b"\xff\x00" * 40),
    ("weak marks and noise", "a.txt", b"MZ" + b"\xff\x00" * 80),
    ("weak marks and noise", "a.txt", b"PK" + b"\xff\x00" * 80),
    ("weak marks and noise", "a.txt", b"\x00\x01\x00\x00" + b"\xff\x00" * 80),
    ("old kind of QuickTime", "a.mov", b"\x00\x00\x00\x08wide\x00\x00\x00\x00mdat" + REST),
    ("another version", "a.wasm", b"\x00asm\x0d\x00\x01\x00" + REST),
    ("SPHERE, whose head is text", "a.wav", b"NIST_1A\n   1024\nchannel_count -i 1\n".ljust(1024) + JUNK),
    ("InstallShield's", "a.cab", b"ISc(\x27\x2a\x00\x01" + REST),
    ("the first of several", "a.zip", b"PK\x07\x08PK\x03\x04\x14\x00\x00\x00\x08\x00" + REST),
    ("a frame to skip", "a.zst", b"\x50\x2a\x4d\x18\x04\x00\x00\x00" + REST),
    ("a block of the user's before it", "a.h5", at(512, SAMPLES["hdf5"])),
    ("another brand", "a.3gp", b"\x00\x00\x00\x14ftypkddi\x00\x00\x00\x00abcd" + REST),
    ("a compatible brand", "a.heic", b"\x00\x00\x00\x18ftypMiHE\x00\x00\x00\x00mif1heic" + REST),
    ("any order of atoms", "a.mov", b"\x00\x00\x00\x18prfl" + REST),
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
    ("bin.json", SAMPLES["elf"], "an ELF binary", "JSON", "fetch or build it again"),
    ("a.json", SAMPLES["gzip"], "a gzip archive", "JSON", "a.json.gz"),
    ("a.csv", SAMPLES["zip"], "a ZIP archive", "CSV", "a.zip"),
    ("a.js", SAMPLES["pe"], "a Windows executable", "JavaScript", "a.exe"),
    ("a.py", SAMPLES["pyc"], "compiled Python", "Python", "a.pyc"),
    ("a.html", SAMPLES["pdf"], "a PDF document", "HTML", "a.pdf"),
    ("a.tex", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n", "a PDF document", "TeX", "a.pdf"),
    ("photo.jpg", b"<?php system($_GET['c']);", "PHP", "JPEG", "clean"),
    ("photo.gif", b"GIF89a;<?php system($_GET['c']);", "a GIF image with PHP in it", "GIF", "clean"),
    ("photo.jpg", SAMPLES["jpeg"] + b"<?php eval($x);", "a JPEG image with PHP in it", "JPEG", "clean"),
    ("photo.png", b"#!/bin/sh\necho 1\n", "a script", "PNG", "again"),
    ("song.png", MP3_FRAME * 4, "an MP3 audio file", "PNG", "song.mp3"),
    ("a.txt", SAMPLES["png"], "a PNG image", "text", "a.png"),
    ("a.doc", SAMPLES["png"], "a PNG image", "Word", "a.png"),
    ("ca.pem", SAMPLES["der"], "a certificate or key in DER", "PEM", "ca.der"),
    ("a.vhd", SAMPLES["png"], "a PNG image", "VHDL", "a.png"),
    ("a.so", SAMPLES["pdf"], "a PDF document", "a library", "a.pdf"),
    ("a.log", SAMPLES["png"], "a PNG image", "a log", "a.png"),
    ("a.db", SAMPLES["png"], "a PNG image", "a database", "a.png"),
    ("dump.sql", SAMPLES["pg-dump"], "a dump in PostgreSQL's custom format", "SQL", "dump.dump"),
    ("a.ts", SAMPLES["png"], "a PNG image", "TypeScript or XML", "a.png"),
    ("a.py", SAMPLES["rtf"], "an RTF document", "Python", "a.rtf"),
    ("a.docx", SAMPLES["rtf"], "an RTF document", "DOCX", "a.rtf"),
    ("a.csv", zipped("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook", "CSV", "a.xlsx"),
    ("a.docx", zipped("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook", "DOCX", "a.xlsx"),
    ("a.csv", zipped("[Content_Types].xml", "xl/workbook.bin"), "an Excel workbook", "CSV", "a.xlsb"),
    ("a.md", zipped("[Content_Types].xml", "word/document.xml"), "a Word document", "Markdown", "a.docx"),
    ("a.pdf", zipped("[Content_Types].xml", "ppt/presentation.xml"), "a PowerPoint presentation", "PDF", "a.pptx"),
    ("a.js", zipped("META-INF/MANIFEST.MF", "Cup.class"), "a Java archive", "JavaScript", "a.jar"),
    ("a.js", zipped("META-INF/MANIFEST.MF", "WEB-INF/web.xml"), "a web application archive", "JavaScript", "a.war"),
    ("a.py", zipped("cup/__init__.py", "cup-1.dist-info/WHEEL"), "a wheel", "Python", "a.whl"),
    ("a.json", zipped("cups.npy"), "an archive of NumPy arrays", "JSON", "a.npz"),
    ("a.xml", zipped(first=b"application/vnd.oasis.opendocument.spreadsheet"), "an OpenDocument", "XML", "a.ods"),
    (
        "a.ods",
        zipped(first=b"application/vnd.oasis.opendocument.text"),
        "an OpenDocument text",
        "OpenDocument",
        "a.odt",
    ),
    ("a.html", zipped("OEBPS/cup.html", first=b"application/epub+zip"), "an e-book", "HTML", "a.epub"),
    ("a.csv", compound("Root Entry", "Workbook"), "an Excel workbook", "CSV", "a.xls"),
    ("a.pdf", compound("Root Entry", "WordDocument"), "a Word document", "PDF", "a.doc"),
    ("dump.sql", gzip.compress(b"select 1;\n", mtime=0), "a gzip archive", "SQL", "dump.sql.gz"),
    ("dump.sql", bz2.compress(b"select 1;\n"), "a bzip2 archive", "SQL", "dump.sql.bz2"),
    ("app.zip", gzip.compress(tarred(), mtime=0), "a gzip archive", "ZIP", "app.tar.gz"),
    ("app.zip", lzma.compress(tarred()), "an xz archive", "ZIP", "app.tar.xz"),
    ("app.tar.gz", SAMPLES["zip"], "a ZIP archive", "gzip", "app.zip"),
    ("app.tar.gz", SAMPLES["xz"], "an xz archive", "gzip", "app.tar.xz"),
    ("a.py", JUNK, "bytes of no known format", "Python", "again"),
    ("a.py", b"\x00\x01\x02" + REST, "bytes of no known format", "Python", "again"),
    ("a.json", bytes(200), "nothing but zeros", "JSON", "again"),
    ("a.json", b'{"cups": "\0\0"}\n', "text with NUL bytes", "JSON", "again"),
    ("a.png", JUNK, "bytes of no known format", "PNG", "again"),
    ("a.png", bytes(200), "nothing but zeros", "PNG", "again"),
    ("a.pdf", bytes(200), "nothing but zeros", "PDF", "again"),
    ("a.docx", bytes(4096), "nothing but zeros", "DOCX", "again"),
    ("a.mp3", bytes(4096), "nothing but zeros", "MP3", "again"),
    ("a.png", b"A picture of a cup will stand here some day.\n" * 3, "text", "PNG", "again"),
    ("a.png", b'{"cups": 3}\n', "JSON", "PNG", "a.json"),
    ("a.zip", b'{"cups": [1, 2, 3]}\n', "JSON", "ZIP", "a.json"),
    ("a.ttf", b"import cups\n\nprint(cups.count())\n", "text", "TrueType", "again"),
    ("a.docx", b"import cups\n\nprint(cups.count())\n", "text", "DOCX", "again"),
    ("a.pdf", b"\\documentclass{article}\n\\begin{document}Cups\\end{document}\n", "LaTeX", "PDF", "a.tex"),
    ("a.pdf", b"%!PS-Adobe-3.0\n%%Title: cups\n", "PostScript", "PDF", "a.ps"),
    ("a.zip", b'<?xml version="1.0"?>\n<cups><cup/></cups>\n', "XML", "ZIP", "a.xml"),
    ("a.zip", b'<?xml version="1.0"?>' + b"<!-- -->" * 400 + b"<cup/>\n", "XML", "ZIP", "a.xml"),
    ("a.png", b'<?xml version="1.0"?>' + b"<!-- -->" * 9 + b"<svg/>\n", "an SVG image", "PNG", "a.svg"),
    ("a.png", b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ" * 3 + b"\n", "base64", "PNG", "--decode"),
    ("a.png", b'export default "data:image/png;base64,iVBORw0K";\n', "a data URI", "PNG", "--decode"),
    ("a.png", b"\x89PNG\n\x1a\n\0\0\0\x0dIHDR" + REST, "a binary file with changed line ends", "PNG", "binary"),
    (
        "a.jpg",
        "\ufffd\ufffd\ufffd\ufffd\0\x10JFIF".encode() + REST,
        "a binary file that was read as text",
        "JPEG",
        "binary",
    ),
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


def test_what_is_not_told_by_a_few_bytes() -> None:
    for name, raw in (("mp3", MP3_FRAME), ("aac", AAC_FRAME)):
        assert format_of(raw * 4) == name
        assert format_of(raw + REST) is None, "one frame happens by chance"
    assert format_of(ONNX[:8] + REST) is None
    assert format_of(TGA + b"x") is None
    assert format_of(TGA + REST + b"TRUEVISION-XFILE.\0") == "tga"


def test_what_git_makes_of_a_file_by_a_filter(found) -> None:
    assert found("a.png", JUNK, {"filter": "crypt"}) == []
    assert found("a.py", JUNK, {"filter": "crypt"}) == []


def test_most_healthy_files_are_told_by_their_first_bytes() -> None:
    for name in ("png", "gif", "webp", "woff2", "mp3", "ogg", "xz", "7z", "wav"):
        assert begins_as(SAMPLES[name], (name,)) == (name != "mp3" and name != "woff2")


def test_the_tables_are_sorted_and_whole() -> None:
    for table in (FORMATS, ALLOWED, TEXT_AND_BINARY):
        assert list(table) == sorted(table)
    signatures = [signature for signature, _, _ in SIGNATURES]
    assert signatures == sorted(signatures)
    assert {name for _, name, _ in SIGNATURES} <= set(FORMATS)
    assert {name for _, _, name, _ in INSIDE} <= set(FORMATS)
    assert all(hasattr(magic_structures, needs) for _, _, needs in SIGNATURES if isinstance(needs, str))
    assert {name for _, names in (*ALLOWED.values(), *TEXT_AND_BINARY.values()) for name in names} <= set(FORMATS)
    assert set(ALLOWED) >= IMAGES | SELF_EXTRACTING | NO_FIXED_START | KNOWN_TO_ALL
    assert not set(TEXT_AND_BINARY) & set(ALLOWED)


@pytest.mark.parametrize("size", [200, 1000, 20_000])
def test_random_bytes_under_a_name_of_text_are_found(size: int, found) -> None:
    """Most of them: a few begin as another encoding might, and are let pass."""
    caught = sum(bool(found("a.py", random.Random(seed).randbytes(size), {})) for seed in range(100))
    assert caught >= 97
