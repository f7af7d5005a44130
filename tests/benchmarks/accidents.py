"""The accidents of the exact rules, made here: error pages, LFS pointers, merge residue, fences, binaries."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from tests.benchmarks.samples import Sample, spread

FILES_PER_LANGUAGE = 5


class Accident(NamedTuple):
    """Bytes under a name that they don't belong under, and the rule that should say so."""

    kind: str
    rule: str
    name: str
    raw: bytes


NAMES_OF_DATA_AND_CODE = (
    "users.json",
    "users.csv",
    "config.yaml",
    "setup.cfg.ini",
    "pyproject.toml",
    "feed.xml",
    "install.sh",
    "app.py",
    "index.js",
    "main.go",
    "Main.java",
    "lib.rs",
    "style.css",
    "schema.sql",
    "schema.proto",
    "logo.png",
    "photo.jpg",
    "icon.gif",
    "font.woff2",
    "release.zip",
    "release.tar.gz",
    "manual.pdf",
    "library.jar",
)

# Bodies as servers send them; written for this benchmark.
ERROR_PAGES = (
    b"<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n"
    b"<center><h1>404 Not Found</h1></center>\r\n"
    b"<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n",
    b'<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n'
    b"<html><head>\n<title>403 Forbidden</title>\n</head><body>\n"
    b"<h1>Forbidden</h1>\n<p>You don't have permission to access this resource.</p>\n<hr>\n"
    b"<address>Apache/2.4.57 (Unix) Server at example.org Port 443</address>\n</body></html>\n",
    b"<html>\n<head><title>502 Bad Gateway</title></head>\n<body>\n"
    b"<center><h1>502 Bad Gateway</h1></center>\n</body>\n</html>\n",
    b'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Sign in</title></head>\n'
    b'<body>\n<form action="/login" method="post">\n<label>User name <input name="login"></label>\n'
    b'<label>Password <input type="password" name="password"></label>\n'
    b'<button type="submit">Sign in</button>\n'
    b"</form>\n</body>\n</html>\n",
    b'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code>'
    b"<Message>Access Denied</Message>"
    b"<RequestId>4F2A7B9C1D3E5F60</RequestId><HostId>bm90IGEgaG9zdA==</HostId></Error>\n",
    b'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code>'
    b"<Message>The specified key does not exist.</Message>"
    b"<Key>data/users.json</Key></Error>\n",
    b"404: Not Found",
    b'{"message": "Not Found", "documentation_url": "https://docs.example.com/rest", "status": "404"}\n',
    b'{"error": {"code": 403, "message": "The caller does not have permission", "status": "PERMISSION_DENIED"}}\n',
)

# What programs print and what people paste, written for this benchmark; the key is none.
PASTED = {
    "LD003": (
        b"HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 2\n\n{}\n",
        b"curl: (6) Could not resolve host: files.example.org\n",
    ),
    "LD010": (b"-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49\n-----END PRIVATE KEY-----\n",),
    "LD011": (
        b'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\nKeyError: 3\n',
        b"ana@host:~/words$ words --all\n12 words\n",
        b"bash: words: command not found\n",
    ),
}
NAMES_OF_TEXT_FILES = (
    "data.json",
    "app.py",
    "index.js",
    "config.yaml",
    "style.css",
    "main.c",
    "install.sh",
    "setup.toml",
)

LFS_POINTER = (
    b"version https://git-lfs.github.com/spec/v1\n"
    b"oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 1048576\n"
)
LFS_NAMES = (
    "logo.png",
    "photo.jpg",
    "model.onnx.zip",
    "table.csv",
    "data.json",
    "movie.xml",
    "manual.pdf",
    "app.py",
    "big.sql",
    "x.svg",
)


def padded(*start: bytes) -> bytes:
    """The start of a binary file, followed by bytes that look compressed."""
    return b"".join(start) + zlib.compress(bytes(range(256)) * 8, 9) * 20


PNG_HEADER = b"IHDR" + struct.pack(">IIBBBBB", 16, 16, 8, 6, 0, 0, 0)
DOS_HEADER = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00\xb8" + bytes(43)
BINARIES = {
    "JPEG": padded(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x48\x00\x48\x00\x00\xff\xdb\x00\x43\x00"),
    "PNG": padded(b"\x89PNG\r\n\x1a\n\x00\x00\x00\r", PNG_HEADER, struct.pack(">I", zlib.crc32(PNG_HEADER))),
    "GIF": padded(b"GIF89a\x10\x00\x10\x00\xf7\x00\x00"),
    "WebP": padded(b"RIFF\x24\x10\x00\x00WEBPVP8 "),
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" + padded(),
    "ZIP": padded(b"PK\x03\x04\x14\x00\x00\x00\x08\x00\x00\x00\x21\x00", bytes(12), b"\x05\x00\x00\x00a.txt"),
    "gzip": padded(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"),
    "ELF": padded(b"\x7fELF\x02\x01\x01" + bytes(9), struct.pack("<HHI", 3, 62, 1)),
    "PE": padded(DOS_HEADER, b"\x80\x00\x00\x00", bytes(64), b"PE\x00\x00"),
    "Mach-O": padded(struct.pack("<IIIIIIII", 0xFEEDFACF, 0x01000007, 3, 2, 16, 1424, 0x200085, 0)),
    "SQLite": padded(b"SQLite format 3\x00\x10\x00\x01\x01\x00\x40\x20\x20"),
}
NAMES_OF_BINARIES = {
    "JPEG": "photo.jpg",
    "PNG": "logo.png",
    "GIF": "icon.gif",
    "WebP": "photo.webp",
    "PDF": "manual.pdf",
    "ZIP": "release.zip",
    "gzip": "release.tar.gz",
}
NAMES_OF_TEXT = (
    "data.json",
    "app.py",
    "index.js",
    "README.md",
    "config.yaml",
    "style.css",
    "main.c",
    "install.sh",
    "table.csv",
)

# language of the content: name it is saved under, its shebang
SHEBANGS = {
    "Awk": ("report.py", b"#!/usr/bin/awk -f\n"),
    "JavaScript": ("build.sh", b"#!/usr/bin/env node\n"),
    "Lua": ("build.py", b"#!/usr/bin/env lua5.4\n"),
    "Perl": ("build.sh", b"#!/usr/bin/perl -w\n"),
    "PHP": ("build.py", b"#!/usr/bin/env php\n"),
    "Python": ("build.sh", b"#!/usr/bin/env -S python3 -u\n"),
    "Ruby": ("build.py", b"#!/usr/bin/env ruby\n"),
    "Shell": ("build.py", b"#!/bin/bash\n"),
    "Tcl": ("build.rb", b"#!/usr/bin/tclsh8.6\n"),
}
FENCED = {
    "C": "main.c",
    "C++": "main.cpp",
    "CSS": "style.css",
    "Go": "main.go",
    "Java": "Main.java",
    "JavaScript": "index.js",
    "JSON": "data.json",
    "Kotlin": "Main.kt",
    "PHP": "index.php",
    "Python": "app.py",
    "Ruby": "app.rb",
    "Rust": "lib.rs",
    "Shell": "install.sh",
    "SQL": "schema.sql",
    "TypeScript": "index.ts",
    "YAML": "config.yaml",
}
# Formats that begin with fixed words.
NAMES_WITH_FIRST_WORDS = ("server.pem", "notes.rtf", "week.ics", "people.vcf", "talk.vtt", "talk.srt", "keys.reg")
MERGED = {
    **FENCED,
    "CMake": "CMakeLists.txt",
    "Dockerfile": "Dockerfile",
    "HTML": "index.html",
    "Lua": "init.lua",
    "Makefile": "Makefile",
    "Perl": "lib.pm",
    "R": "plot.r",
    "Swift": "App.swift",
    "TOML": "Cargo.toml",
    "XML": "pom.xml",
}


def accidents(samples: dict[str, list[Sample]]) -> Iterator[Accident]:
    """Every accident; those that need real content take it from `samples`."""
    for page in ERROR_PAGES:
        for name in NAMES_OF_DATA_AND_CODE:
            # An XML body in .xml or a JSON body in .json is well-formed data: no exact rule can be sure.
            if not (page.startswith(b"<?xml") and name.endswith(".xml")) and not (
                page[:1] == b"{" and name.endswith(".json")
            ):
                yield Accident("saved error page", "LD003", name, page)
    for name in LFS_NAMES:
        yield Accident("Git LFS pointer", "LD004", name, LFS_POINTER)
    for rule, texts in PASTED.items():
        for raw in texts:
            for name in NAMES_OF_TEXT_FILES:
                yield Accident("pasted or printed", rule, name, raw)
    for kind, raw in BINARIES.items():
        for other, name in NAMES_OF_BINARIES.items():
            if other != kind:
                yield Accident("binary under another's name", "LD008", name, raw)
        for name in NAMES_OF_TEXT:
            yield Accident("binary as text", "LD008", name, raw)
    for language, (name, shebang) in SHEBANGS.items():
        for raw in contents(samples, language):
            yield Accident("shebang of another language", "LD002", name, shebang + raw)
    for language, name in FENCED.items():
        for raw in contents(samples, language):
            tag = language.lower().encode()
            yield Accident(
                "Markdown fence around code", "LD006", name, b"```" + tag + b"\n" + raw.rstrip() + b"\n```\n"
            )
    for language in FENCED:
        for raw in contents(samples, language):
            for name in NAMES_WITH_FIRST_WORDS:
                yield Accident("code under a name that begins with fixed words", "LD009", name, raw)
    for language, name in MERGED.items():
        for number, raw in enumerate(contents(samples, language)):
            yield Accident("merge residue", "LD005", name, conflict(raw, three_way=bool(number % 2)))


def contents(samples: dict[str, list[Sample]], language: str) -> Iterator[bytes]:
    """A few healthy files of a language, without a shebang of their own."""
    for sample in spread(samples.get(language, []), FILES_PER_LANGUAGE):
        raw = sample.read()
        if not raw.startswith(b"#!") and b"```" not in raw and b"\r" not in raw and raw.count(b"\n") > 5:
            yield raw


def conflict(raw: bytes, three_way: bool) -> bytes:
    """A file as an unfinished merge leaves it: two versions of the lines in its middle."""
    lines = raw.splitlines(keepends=True)
    start = len(lines) // 2
    ours, theirs = lines[start : start + 2], lines[start + 1 : start + 3]
    base = [b"||||||| 3f2c1ab\n", *lines[start : start + 1]] if three_way else []
    marked = [b"<<<<<<< HEAD\n", *ours, *base, b"=======\n", *theirs, b">>>>>>> feature/rename\n"]
    return b"".join([*lines[:start], *marked, *lines[start + 3 :]])
