"""One script under many endings, to try what looks for programs by their ending."""

from __future__ import annotations

from pathlib import Path

from langdetect_hook.check import check_content
from langdetect_hook.evidence.tried_endings import stands_under_other_endings
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.network import assets
from langdetect_hook.report.rules import DEFAULT_RULES
from langdetect_hook.verdict import MISMATCH

SCRIPT = b"#!/bin/sh\necho brewed: $0\n"


def test_one_script_under_four_endings_tries_what_looks_for_them(tmp_path: Path) -> None:
    _write(tmp_path, "brew.py", "brew.rb", "brew3.hs", "brew.lhs", "brew")
    assert stands_under_other_endings(str(tmp_path / "brew.py"), SCRIPT)
    assert not _is_reported(tmp_path / "brew.py")


def test_under_three_it_may_be_an_accident(tmp_path: Path) -> None:
    _write(tmp_path, "brew.py", "cup.py", "brew.rb", "brew.lhs", "brew", "cup")
    assert not stands_under_other_endings(str(tmp_path / "brew.py"), SCRIPT)
    assert _is_reported(tmp_path / "brew.py")


def test_other_bytes_and_what_is_no_file_do_not_count(tmp_path: Path) -> None:
    _write(tmp_path, "brew.py", "brew.rb", "brew.lhs")
    (tmp_path / "brew.hs").write_bytes(SCRIPT.replace(b"brewed", b"poured"))
    (tmp_path / "brew.pl").symlink_to(tmp_path / "brew.rb")
    (tmp_path / "brew.lua").mkdir()
    assert not stands_under_other_endings(str(tmp_path / "brew.py"), SCRIPT)


def test_a_folder_that_is_not_there_has_none() -> None:
    assert not stands_under_other_endings("no such folder/brew.py", SCRIPT)
    assert not stands_under_other_endings("\0/brew.py", SCRIPT)


def _write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_bytes(SCRIPT)


def _is_reported(path: Path) -> bool:
    verdicts = check_content(str(path), content_from_bytes(path.read_bytes()), DEFAULT_RULES, assets.load())
    return MISMATCH in {found.verdict for found in verdicts}
