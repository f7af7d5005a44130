"""Which files are looked at, in which order, and what becomes of those that hold nothing to look at."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from langdetect_hook.failure import Failure
from langdetect_hook.files import sources
from langdetect_hook.files.content import TAIL_BYTES, WHOLE_BYTES, content_from_bytes, read_file
from langdetect_hook.files.sources import Skipped, content_of_stream


def paths(found) -> list[str]:
    return [source.path for source in found]


def only(found):
    (source,) = found
    return source


def test_files_come_in_the_order_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in "abc":
        Path(name).write_text(name)
    assert paths(sources.from_paths(["c", "a", "b"])) == ["c", "a", "b"]
    assert [source.read().raw for source in sources.from_paths(["c", "a"])] == [b"c", b"a"]


def test_a_path_given_twice_comes_once(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("folder/a").write_text("")
    assert paths(sources.from_paths(["folder/a", "folder", "./folder/a", "folder//a"])) == ["folder/a"]


def test_a_folder_outside_a_repository_is_walked_in_gits_order(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("b/z", "b-c", "b.c", "a/deep/x", ".git/config", ".hidden"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("")
    Path("link").symlink_to("b")
    assert paths(sources.from_paths(["."])) == [".hidden", "a/deep/x", "b-c", "b.c", "b/z", "link"]
    assert paths(sources.from_paths([str(tmp_path / "b")])) == [str(tmp_path / "b" / "z")]


@pytest.fixture
def deep_folder(tmp_path, monkeypatch):
    """Deeper than Python's recursion goes, so it is removed by a program that does not mind."""
    monkeypatch.chdir(tmp_path)
    Path("top").mkdir()
    for _ in range(1200):
        os.chdir("top" if Path("top").exists() else "d")
        Path("d").mkdir()
    Path("file").write_text("")
    os.chdir(tmp_path)
    yield "top"
    subprocess.run(["rm", "-rf", "top"], check=True)


def test_a_very_deep_folder_is_walked(deep_folder):
    assert paths(sources.from_paths([deep_folder])) == ["/".join(["top", *["d"] * 1199, "file"])]


def test_a_folder_in_a_repository_leaves_out_what_git_ignores(repository):
    repository.stage(".gitignore", "*.log\n")
    repository.stage("src/b.py")
    repository.write("src/a.py")
    repository.write("src/debug.log")
    repository.stage("src/tracked.log")
    assert paths(sources.from_paths(["src"])) == ["src/a.py", "src/b.py", "src/tracked.log"]
    assert paths(sources.from_paths(["."])) == [".gitignore", "src/a.py", "src/b.py", "src/tracked.log"]


def test_a_folder_that_git_ignores_is_walked_since_it_was_asked_for(repository):
    repository.stage(".gitignore", "build/\n")
    repository.write("build/a.json")
    assert paths(sources.from_paths(["build"])) == ["build/a.json"]


def test_a_folder_of_another_repository_follows_that_one(repository, monkeypatch):
    other = type(repository)(repository.path.parent / "other")
    other.stage(".gitignore", "ignored\n")
    other.write("ignored")
    monkeypatch.setenv("GIT_DIR", str(repository.path / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(repository.path / ".git" / "index"))
    assert paths(sources.from_paths(["../other"])) == ["../other/.gitignore"]


def test_a_folder_is_walked_where_there_is_no_git(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "file").write_text("")
    assert paths(sources.from_paths([str(tmp_path)])) == [str(tmp_path / "file")]


def test_a_folder_lists_each_conflicting_file_once(repository):
    blob = repository.git("hash-object", "-w", "--stdin").stdout.strip()
    rows = "".join(f"100644 {blob} {stage}\tfile\n" for stage in (1, 2, 3))
    subprocess.run(["git", "update-index", "--index-info"], input=rows, text=True, check=True)
    repository.write("file", "text")
    assert paths(sources.from_paths(["."])) == ["file"]
    assert paths(sources.tracked()) == ["file"]


def test_a_file_that_vanished_from_a_listing_is_skipped(repository):
    repository.stage("gone", "text")
    (repository.path / "gone").unlink()
    for found in (sources.from_paths(["."]), sources.tracked()):
        with pytest.raises(Skipped, match="not in the working tree"):
            only(found).read()


def test_a_file_that_vanished_after_it_was_named_is_an_error(tmp_path):
    (tmp_path / "file").write_text("")
    source = only(sources.from_paths([str(tmp_path / "file")]))
    (tmp_path / "file").unlink()
    with pytest.raises(OSError):
        source.read()


@pytest.mark.parametrize("target", ["file", "nowhere", "link", "."])
def test_symbolic_links_are_skipped_wherever_they_lead(tmp_path, target):
    (tmp_path / "file").write_text("text")
    (tmp_path / "link").symlink_to(target)
    named = sources.from_paths([str(tmp_path / "link")])
    found = (s for s in sources.from_paths([str(tmp_path)]) if s.path.endswith("link"))
    for source in (only(named), only(found)):
        with pytest.raises(Skipped, match="symbolic link"):
            source.read()


def test_pipes_and_sockets_in_a_folder_are_skipped(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket")
        for source in sources.from_paths(["."]):
            with pytest.raises(Skipped, match="not a regular file"):
                source.read()


def test_submodules_are_skipped(repository):
    inner = type(repository)(repository.path.parent / "inner")
    inner.stage("file.py", "x = 1\n")
    inner.commit()
    repository.git("submodule", "--quiet", "add", str(inner.path), "inner")
    skipped = {}
    for found in (sources.from_paths(["."]), sources.tracked(), sources.staged()):
        for source in found:
            try:
                source.read()
            except Skipped as reason:
                skipped[source.path] = skipped.get(source.path, 0) + 1
                assert "submodule" in str(reason) or "repository of its own" in str(reason)
    assert skipped == {"inner": 3}


def test_a_repository_in_the_folder_of_another_is_skipped(repository):
    type(repository)(repository.path / "inner").stage("file.py")
    source = only(sources.from_paths(["."]))
    assert source.path == "inner/"
    with pytest.raises(Skipped, match="repository of its own"):
        source.read()


def test_a_list_has_one_path_a_line(tmp_path):
    listing = tmp_path / "list"
    listing.write_bytes(b'a b\n\nc\r\nd\xff\n"e"')
    assert list(sources.from_list(str(listing))) == ["a b", "c", os.fsdecode(b"d\xff"), '"e"']


def test_a_list_with_nul_may_hold_newlines(tmp_path):
    listing = tmp_path / "list"
    listing.write_bytes(b"a\nb\0c\r\0")
    assert list(sources.from_list(str(listing), nul_separated=True)) == ["a\nb", "c\r"]


def test_a_long_list_is_split_right(tmp_path):
    listing = tmp_path / "list"
    names = [f"folder/file-{number}" for number in range(20_000)]
    listing.write_text("\n".join(names))
    assert list(sources.from_list(str(listing))) == names


def test_a_list_that_cannot_be_read_ends_the_run(tmp_path):
    with pytest.raises(Failure, match=r"the list .*none cannot be read"):
        list(sources.from_list(str(tmp_path / "none")))


def test_a_nul_byte_in_a_name_is_an_error_of_that_file():
    with pytest.raises(OSError):
        only(sources.from_paths(["a\0b"])).read()


def test_a_stream_gives_the_content_that_the_file_would(tmp_path):
    size = WHOLE_BYTES * 2 + TAIL_BYTES + 5
    text = b"".join(b"line %d\n" % number for number in range(size // 8))[:size]
    for length in (0, 1, WHOLE_BYTES, WHOLE_BYTES + 1, size - 1, size):
        (tmp_path / "file").write_bytes(text[:length])
        of_file, of_stream = read_file(tmp_path / "file"), content_of_stream(io.BytesIO(text[:length]).read)
        of_bytes = content_from_bytes(text[:length])
        for attribute in ("raw", "text", "size", "encoding", "problem", "complete"):
            assert getattr(of_file, attribute) == getattr(of_stream, attribute) == getattr(of_bytes, attribute)


def test_many_paths_do_not_pile_up(tmp_path):
    """The memory of a run over 200,000 listed paths stays small."""
    # Not getrusage: its maximum is that of the process which started this one, if that was larger.
    program = (
        "import sys\n"
        "from langdetect_hook.files import sources\n"
        "count = sum(1 for _ in sources.from_paths(sources.from_list(sys.argv[1])))\n"
        "status = dict(line.split(':', 1) for line in open('/proc/self/status'))\n"
        "print(count, int(status['VmHWM'].split()[0]) // 1024)\n"
    )
    listing = tmp_path / "list"
    with listing.open("w") as stream:
        stream.writelines(f"some/folder/of/a/monorepo/component-{n % 500}/file-{n}.py\n" for n in range(200_000))
    run = subprocess.run([sys.executable, "-c", program, str(listing)], capture_output=True, text=True, check=True)
    count, mebibytes = map(int, run.stdout.split())
    assert count == 200_000
    assert mebibytes < 100
