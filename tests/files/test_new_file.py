"""Files that are written whole or not at all."""

from __future__ import annotations

import os

import pytest

from langdetect_hook.failure import Failure
from langdetect_hook.files.new_file import new_file, write_whole


def test_a_file_is_replaced_at_the_end(tmp_path):
    path = tmp_path / "out"
    path.write_text("old")
    path.chmod(0o640)
    with new_file(os.fspath(path)) as stream:
        stream.write("new\n\udcff")
        assert path.read_text() == "old"
    assert path.read_bytes() == b"new\n\\udcff"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["out"]


def test_where_anything_goes_wrong_all_is_as_it_was(tmp_path):
    path = tmp_path / "out"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), new_file(os.fspath(path)) as stream:
        stream.write("new")
        1 / 0  # noqa: B018
    assert path.read_text() == "old" and os.listdir(tmp_path) == ["out"]


def test_a_link_is_followed_and_a_pipe_is_written(tmp_path):
    (tmp_path / "target").write_text("old")
    (tmp_path / "link").symlink_to("target")
    write_whole(os.fspath(tmp_path / "link"), "new")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "target").read_text() == "new"
    write_whole(os.devnull, "gone")
    assert not os.path.isfile(os.devnull)


@pytest.mark.parametrize("path", ["missing/out", "file/out", ""])
def test_no_folder_is_one_sentence(tmp_path, monkeypatch, path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(Failure, match="cannot be written"):
        write_whole(path or ".", "new")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_must_not_be_written(tmp_path):
    (tmp_path / "closed").mkdir(mode=0o500)
    with pytest.raises(Failure, match="permission denied"):
        write_whole(os.fspath(tmp_path / "closed" / "out"), "new")
