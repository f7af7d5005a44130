"""What git is asked, in every kind of repository a hook meets."""

from __future__ import annotations

import os
import re

import pytest

from langdetect_hook.failure import Failure
from langdetect_hook.files import git, git_process, sources
from langdetect_hook.files.content import TAIL_BYTES, WHOLE_BYTES
from langdetect_hook.files.sources import Skipped
from tests.conftest import CHECKOUT


def staged_paths() -> list[str]:
    return [entry.path for entry in git.staged()]


def test_nothing_is_staged_in_an_empty_repository(repository):
    assert staged_paths() == []
    assert list(git.tracked()) == []


def test_staged_before_the_first_commit(repository):
    repository.stage("a.py", "x = 1\n")
    assert staged_paths() == ["a.py"]


def test_staged_leaves_out_what_did_not_change_and_what_is_deleted(repository):
    for name in ("same", "changed", "deleted"):
        repository.stage(name, "before\n")
    repository.commit()
    repository.stage("changed", "after\n")
    repository.git("rm", "--quiet", "deleted")
    repository.write("untracked")
    assert staged_paths() == ["changed"]


def test_staged_content_is_that_of_the_index(repository):
    repository.stage("file", "staged\n")
    repository.write("file", "edited afterwards\n")
    repository.stage("removed", "still staged\n")
    (repository.path / "removed").unlink()
    assert [source.read().raw for source in sources.staged()] == [b"staged\n", b"still staged\n"]


def test_a_renamed_file_is_staged_under_its_new_name(repository):
    repository.stage("old", "content\n" * 9)
    repository.commit()
    repository.git("mv", "old", "new")
    assert staged_paths() == ["new"]


def test_an_intended_file_is_not_staged(repository):
    repository.write("later", "text\n")
    repository.git("add", "--intent-to-add", "later")
    assert staged_paths() == []


@pytest.mark.parametrize(
    "name", ["a b", "new\nline", 'quo"te', "tab\there", "\x1b[31mred", "ümlaut", "-dash", ":colon"]
)
def test_any_name_is_staged_as_it_is(repository, name):
    repository.write(name, "text\n")
    repository.git("add", "--all")
    assert staged_paths() == [name]
    assert list(git.tracked()) == [name]
    assert next(iter(sources.staged())).read().raw == b"text\n"


def test_a_name_that_is_not_utf8(repository):
    name = os.fsdecode(b"caf\xe9.py")
    repository.write(name, "text\n")
    repository.git("add", "--all")
    assert staged_paths() == [name] == list(git.tracked()) == list(git.files_below("."))


def test_in_a_subfolder_every_path_is_as_seen_from_there(repository, monkeypatch):
    repository.stage("top.py")
    repository.stage("folder/inner.py")
    monkeypatch.chdir(repository.path / "folder")
    assert sorted(staged_paths()) == ["../top.py", "inner.py"]
    assert sorted(git.tracked()) == ["../top.py", "inner.py"]


def test_settings_of_the_user_change_nothing(repository, monkeypatch):
    for key, value in (
        ("diff.relative", "true"),
        ("diff.renames", "copies"),
        ("diff.noprefix", "true"),
        ("diff.external", "false"),
        ("color.ui", "always"),
        ("core.quotePath", "true"),
        ("core.abbrev", "4"),
    ):
        repository.git("config", key, value)
    repository.stage("folder/ä.py", "x = 1\n")
    repository.stage("b.py", "x = 1\n")
    monkeypatch.chdir(repository.path / "folder")
    assert [source.read().raw for source in sources.staged()] == [b"x = 1\n"] * 2


def test_links_and_conflicts_are_skipped(repository):
    (repository.path / "link").symlink_to("nowhere")
    repository.git("add", "link")
    with pytest.raises(Skipped, match="symbolic link"):
        next(iter(sources.staged())).read()


def test_a_conflict_is_skipped(repository):
    repository.stage("file", "base\n")
    repository.commit()
    repository.git("checkout", "--quiet", "-b", "side")
    repository.stage("file", "side\n")
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    repository.stage("file", "main\n")
    repository.commit()
    repository.git("merge", "side", check=False)
    reasons = set()
    for source in sources.staged():
        with pytest.raises(Skipped) as skipped:
            source.read()
        reasons.add((source.path, str(skipped.value)))
    assert reasons == {("file", "it has an unresolved merge conflict")}


def test_a_linked_worktree_has_its_own_index(repository, monkeypatch):
    repository.stage("file", "text\n")
    repository.commit()
    linked = repository.path.parent / "linked"
    repository.git("worktree", "add", "--quiet", str(linked))
    repository.stage("elsewhere", "text\n")
    monkeypatch.chdir(linked)
    (linked / "here").write_text("text\n")
    repository.git("-C", str(linked), "add", "here")
    assert staged_paths() == ["here"]


def test_the_index_that_a_hook_is_given_counts(repository, monkeypatch):
    """`git commit FILE` runs the hook with an index of its own."""
    repository.stage("first", "text\n")
    repository.commit()
    repository.stage("second", "text\n")
    monkeypatch.setenv("GIT_INDEX_FILE", str(repository.path / ".git" / "next-index"))
    repository.git("read-tree", "HEAD")
    repository.stage("third", "text\n")
    assert staged_paths() == ["third"]


def test_outside_a_repository_it_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Failure, match="--staged needs a git repository: not a git repository"):
        list(git.staged())
    with pytest.raises(Failure, match="--all needs a git repository"):
        list(git.tracked())
    assert git.files_below(".") is None


def test_in_a_bare_repository_it_is_said(repository, tmp_path, monkeypatch):
    repository.git("init", "--quiet", "--bare", str(tmp_path / "bare"))
    monkeypatch.chdir(tmp_path / "bare")
    with pytest.raises(Failure, match="work tree"):
        list(git.staged())


def test_without_git_it_is_said(repository, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Failure, match="no git command"):
        list(git.staged())


def test_a_broken_index_ends_the_run(repository):
    repository.stage("file", "text\n")
    (repository.path / ".git" / "index").write_bytes(b"garbage")
    for found in (git.staged, git.tracked, lambda: git.files_below(".")):
        with pytest.raises(Failure, match="git could not list"):
            list(found())


def test_many_blobs_come_from_one_process(repository, monkeypatch):
    for number in range(50):
        repository.write(f"file-{number:02}", f"content {number}\n")
    repository.git("add", "--all")
    started = []
    start = git_process.start

    def counted(arguments, *rest, **settings):
        started.append(arguments[0])
        return start(arguments, *rest, **settings)

    monkeypatch.setattr(git_process, "start", counted)
    contents = [source.read().raw for source in sources.staged()]
    assert contents == [b"content %d\n" % number for number in range(50)]
    assert sorted(started) == ["cat-file", "diff", "rev-parse"]


def test_blobs_may_be_left_unread_or_read_in_part(repository):
    for name, content in (("a", b"a" * 70_000), ("b", b""), ("c", b"ccc")):
        repository.stage(name, content)
    entries = {entry.path: entry.object for entry in git.staged()}
    blobs = git.Blobs()
    blobs.open(entries["a"])
    assert blobs.read(3) == b"aaa"
    blobs.open(entries["b"])
    blobs.open(entries["c"])
    assert (blobs.read(2), blobs.read(9), blobs.read(9)) == (b"cc", b"c", b"")
    blobs.close()


def test_of_a_large_blob_only_its_ends_are_kept(repository):
    repository.stage("large", b"first\n" + b"0" * (3 * WHOLE_BYTES) + b"\nlast\n")
    content = next(iter(sources.staged())).read()
    assert not content.complete
    assert content.size == 3 * WHOLE_BYTES + 12
    assert len(content.raw) < WHOLE_BYTES
    assert content.raw.startswith(b"first\n") and content.raw.endswith(b"\nlast\n")
    assert len(content.raw) > TAIL_BYTES


def test_a_missing_object_is_an_error_of_that_file(repository):
    blobs = git.Blobs()
    with pytest.raises(OSError, match="missing"):
        blobs.open("0123456789" * 4)
    repository.stage("file", "text")
    blobs.open(next(iter(git.staged())).object)
    assert blobs.read(9) == b"text"
    blobs.close()


def test_attributes(repository):
    repository.stage(".gitattributes", "*.h linguist-language=C++\n*.bin -text filter=lfs\n")
    attributes = git.Attributes(("linguist-language", "filter", "text"))
    assert attributes.of("a.h") == {"linguist-language": "C++"}
    assert attributes.of("folder/a.bin") == {"filter": "lfs", "text": "unset"}
    assert attributes.of("a.py") == {}
    attributes.close()


def test_attributes_of_a_path_in_another_repository(repository):
    repository.stage(".gitattributes", "* linguist-language=C++\n")
    other = type(repository)(repository.path.parent / "other")
    other.stage(".gitattributes", "*.h linguist-language=C\n")
    (repository.path.parent / "plain.h").write_text("")
    attributes = git.Attributes(("linguist-language",))
    assert attributes.of("../other/a.h") == {"linguist-language": "C"}
    assert attributes.of("a.h") == {"linguist-language": "C++"}
    assert attributes.of(str(other.path / "a.h")) == {"linguist-language": "C"}
    assert attributes.of("../plain.h") == {}
    attributes.close()


def test_every_attribute_that_a_rule_looks_at_is_asked_for():
    sources_of_rules = (CHECKOUT / "langdetect_hook").rglob("*.py")
    names = {
        name
        for path in sources_of_rules
        for name in re.findall(r'(?:attribute|_value)\(attributes, path, "(.+?)"', path.read_text(encoding="utf-8"))
    }
    assert names
    assert names == set(git.ATTRIBUTES)


def test_the_shared_process_follows_the_current_folder(repository, monkeypatch):
    repository.stage(".gitattributes", "*.h linguist-language=C++\n")
    assert git.attributes("a.h") == {"linguist-language": "C++"}
    monkeypatch.chdir(repository.path.parent)
    assert git.attributes("a.h") == {}
    monkeypatch.chdir(repository.path)
    repository.write(".gitattributes", "*.h linguist-language=C\n")
    git.end_shared_processes()
    assert git.attributes("a.h") == {"linguist-language": "C"}
    git.end_shared_processes()


def test_attributes_outside_a_repository_are_none(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert git.Attributes(("linguist-language",)).of("a.h") == {}
    monkeypatch.setenv("PATH", "")
    assert git.Attributes(("linguist-language",)).of("a.h") == {}


def test_a_listing_that_nobody_reads_to_its_end_leaves_no_process(repository, monkeypatch):
    for number in range(3):
        repository.stage(f"file-{number}")
    started = []
    start = git_process.start

    def recorded(*arguments, **settings):
        started.append(start(*arguments, **settings))
        return started[-1]

    monkeypatch.setattr(git_process, "start", recorded)
    found = sources.staged()
    next(found).read()
    found.close()
    assert len(started) == 3
    assert None not in [process.returncode for process in started]
