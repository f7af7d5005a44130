"""Reading archives: every kind, and nothing that an archive could do to its reader."""

from __future__ import annotations

import io
import json
import tarfile
from pathlib import Path

import pytest

from langdetect_hook.training.corpus_builder import unpack
from langdetect_hook.training.corpus_builder.source_error import SourceError
from langdetect_hook.training.corpus_builder.unpack import members, safe_path

from .archives import deb, tar, wheel

FILES = {"top/a.c": b"int a;\n", "top/b/c.py": b"pass\n"}


@pytest.mark.parametrize("kind", ["w:gz", "w:bz2", "w:xz", "w"])
def test_tar_files_of_every_compression(tmp_path: Path, kind: str) -> None:
    assert dict(members(tar(tmp_path / "x.tar", FILES, kind))) == FILES


def test_wheels_and_debian_packages(tmp_path: Path) -> None:
    assert dict(members(wheel(tmp_path / "x.whl", FILES))) == FILES
    assert dict(members(deb(tmp_path / "x.deb", FILES))) == FILES


@pytest.mark.parametrize("name", ["../a.c", "/etc/a.c", "x/../../a.c", "..", "C:\\a.c", "..\\a.c", "a\0b"])
def test_a_path_outside_is_passed_over(tmp_path: Path, name: str) -> None:
    assert safe_path(name) is None
    if "\0" not in name:
        assert dict(members(tar(tmp_path / "x.tar", {name: b"1", "ok.c": b"2"}))) == {"ok.c": b"2"}
        assert dict(members(wheel(tmp_path / "x.whl", {name: b"1", "ok.c": b"2"}))) == {"ok.c": b"2"}


def test_a_path_is_brought_to_its_normal_form() -> None:
    assert safe_path("./package//a/../b.c") == "package/b.c"


def test_links_and_devices_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "x.tar"
    with tarfile.open(path, "w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.DIRTYPE):
            member = tarfile.TarInfo(f"odd{kind.decode()}.c")
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member, io.BytesIO())
    assert list(members(path)) == []


def test_a_large_file_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "FILE_BYTES", 6)
    assert list(dict(members(tar(tmp_path / "x.tar", FILES)))) == ["top/b/c.py"]
    assert list(dict(members(wheel(tmp_path / "x.whl", FILES)))) == ["top/b/c.py"]


def test_an_archive_beyond_the_limits_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = {"a.c": b"0" * 100_000}
    monkeypatch.setattr(unpack, "ARCHIVE_BYTES", 50_000)
    for archive in (tar(tmp_path / "x.tar", bomb), wheel(tmp_path / "x.whl", bomb)):
        with pytest.raises(SourceError, match="unpacks to more than"):
            list(members(archive))
    monkeypatch.setattr(unpack, "ARCHIVE_FILES", 1)
    with pytest.raises(SourceError, match="unpacks to more than 1 files"):
        list(members(tar(tmp_path / "y.tar", FILES)))


@pytest.mark.parametrize("kind", ["tar", "whl", "deb"])
def test_a_damaged_archive_is_a_sentence(tmp_path: Path, kind: str) -> None:
    make = {"tar": tar, "whl": wheel, "deb": deb}[kind]
    archive = make(tmp_path / f"x.{kind}", {f"{number}.c": bytes(range(256)) * 40 for number in range(40)})
    whole = archive.read_bytes()
    archive.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(SourceError, match=rf"x\.{kind} is damaged"):
        list(members(archive))


def test_what_is_no_archive_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.tgz").write_bytes(b"<html>sorry</html>" * 100)
    with pytest.raises(SourceError, match=r"x\.tgz is damaged"):
        list(members(tmp_path / "x.tgz"))


def test_originals_come_out_of_source_maps(tmp_path: Path) -> None:
    table = {
        "sources": ["../../src/App.fs", "/etc/B.fs", "none.fs"],
        "sourcesContent": ["let a = 1", "let b = 2", None],
    }
    files = {
        "p/lib/app.js.map": json.dumps(table).encode(),
        "p/lib/odd.js.map": b"[1]",
        "p/lib/bad.js.map": b"{",
    }
    archive = tar(tmp_path / "x.tgz", files)
    assert dict(members(archive, maps=True)) == {
        "p/lib/src/App.fs": b"let a = 1",
        "p/lib/etc/B.fs": b"let b = 2",
    }
