"""The corpus command on repositories, end to end: from clones that the tests make."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest

from langdetect_hook import cli
from langdetect_hook.failure import Failure
from langdetect_hook.training.corpus import read_corpus
from langdetect_hook.training.corpus_builder import main, repositories
from tests.training.repositories import code, committed, forget, source

CSS = "".join(f".c{number} {{ color: red; width: {number}px }}\n" for number in range(9))
POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 12345\n"
ONE = {
    ".gitattributes": "lib/* linguist-vendored\n*.odd linguist-language=Python\n*.css linguist-language=Python\n",
    "src/first.py": code("first"),
    "src/part.odd": code("part"),
    "src/large.json": POINTER,
    "look.css": CSS,
    "lib/theirs.py": code("theirs"),
    "Pods/theirs.py": code("pods"),
    "jquery-3.1.js": code("jquery"),
    "song.abc": "X: 1\nT: Words\nK: C\n" + "".join(f"C{number} D E F G A B c|\n" for number in range(9)),
}


@pytest.fixture
def clones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of clones; there is no host."""
    monkeypatch.setattr(repositories, "HOST", f"file://{tmp_path}/nowhere/")
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    return tmp_path / "clones"


def manifest(folder: Path, *rows: str) -> Path:
    path = folder / "corpus_git.toml"
    path.write_text("".join(rows), encoding="utf-8")
    return path


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def taken(out: Path) -> list[tuple[str, str, str]]:
    found = [(row["language"], row["project"], row["path"].rpartition("_")[2]) for row in rows(out / "index.jsonl")]
    return sorted(found)


def test_a_manifest_of_repositories_alone_is_built(
    clones: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, one = committed(clones / "Owner" / "one", dict(ONE))
    second, two = committed(clones / "owner+two" / "repo", {"own.py": code("own"), "lost.py": code("lost")})
    forget(second, "HEAD:lost.py")
    out = tmp_path / "out"
    path = manifest(tmp_path, source("Owner/one", one), source("owner/two", two), source("gone/gone", one))
    assert main([str(path), str(out), "--git", str(clones)]) == 1
    assert taken(out) == [
        ("Python", "git+Owner+one", "first.py"),
        ("Python", "git+Owner+one", "part.odd"),
        ("Python", "git+owner+two", "own.py"),
        ("none of these", "git+Owner+one", "song.abc"),
    ]
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "4 files in 2 languages from 1 projects"
    assert "a Git LFS pointer: 1 labelled files dropped" in said
    assert "marked as vendored or generated: 1 files passed over" in said
    assert "vendored or built: 2 files passed over" in said
    assert "the repository says another language than the name: 1 files passed over" in said
    assert "git+owner+two: 1 files are not in the clone" in said
    assert said[-1] == f"git+gone+gone: missing: gone/gone {one}: there is no such public repository (any longer)"
    assert {example.project for example in read_corpus(str(out))} == {"git+owner"}


def test_the_keys_of_a_source_work_for_a_repository(clones: Path, tmp_path: Path) -> None:
    files = {
        "a/x.odd": code("x"),
        "a/y.h": "int a(void);\n" * 9,
        "a/z.py": code("z"),
        "b/skipped.odd": code("skipped"),
        "deps/mine.odd": code("mine"),
        "other/w.odd": code("w"),
    }
    _, commit = committed(clones / "owner" / "name", dict(files))
    row = source(
        "owner/name",
        commit,
        'only = ["Odd", "C++"]',
        'overrides = { "*.odd" = "Odd" }',
        'headers = "C++"',
        'include = ["a/*", "b/*", "deps/*"]',
        'skip = ["b/*"]',
        'allow = ["deps/"]',
        "split = '^/(a|deps)/'",
    )
    out = tmp_path / "out"
    assert main([str(manifest(tmp_path, row)), str(out), "--git", str(clones), "--only", "owner/name"]) == 0
    assert [(language, name) for language, _, name in taken(out)] == [
        ("C++", "y.h"),
        ("Odd", "mine.odd"),
        ("Odd", "x.odd"),
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clones", "corpus_git.toml", "out"]


def test_a_corpus_grows_by_a_repository(clones: Path, tmp_path: Path) -> None:
    _, one = committed(clones / "owner" / "one", {"a.py": code("a")})
    _, two = committed(clones / "owner" / "two", {"b.py": code("b")})
    path = manifest(tmp_path, source("owner/one", one), source("owner/two", two))
    arguments = [str(path), str(tmp_path / "first"), "--git", str(clones)]
    assert main([*arguments, "--only", "git+owner+one"]) == 0
    (clones / "owner" / "one").rename(tmp_path / "away")  # it is not asked for again
    assert main([str(path), str(tmp_path / "grown"), "--git", str(clones), "--with", str(tmp_path / "first")]) == 0
    assert [name for _, _, name in taken(tmp_path / "grown")] == ["a.py", "b.py"]


def test_a_full_disk_ends_the_run_and_the_next_one_goes_on(
    clones: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commits = [committed(clones / "owner" / name, {f"{name}.py": code(name)})[1] for name in ("one", "two", "three")]
    names = ("one", "two", "three")
    path = manifest(tmp_path, *(source(f"owner/{name}", commit) for name, commit in zip(names, commits, strict=True)))
    arguments = ["corpus", str(path), str(tmp_path / "out"), "--git", str(clones), "--jobs", "1"]
    write = Path.write_bytes

    def full(self: Path, content: bytes) -> int:
        if b"two" in content:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))
        return write(self, content)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        assert cli.main(arguments) == 2
    said = capsys.readouterr().err
    assert said.endswith("No space left on device\n") and said.count("\n") == 1
    assert "git+owner+one" in {path.name for path in (tmp_path / "out.building" / "sources").iterdir()}
    (clones / "owner" / "one").rename(tmp_path / "away")  # what was gathered is not gathered again
    assert cli.main(arguments) == 0
    assert [name for _, _, name in taken(tmp_path / "out")] == ["one.py", "three.py", "two.py"]


def test_a_folder_of_clones_that_is_none_is_a_failure(tmp_path: Path) -> None:
    path = manifest(tmp_path, source("owner/name", "0" * 40))
    with pytest.raises(Failure, match="no such folder of clones: "):
        main([str(path), str(tmp_path / "out"), "--git", str(tmp_path / "none")])
    assert not (tmp_path / "out.building").exists()
