"""What git is asked, in every kind of repository a hook meets."""

from __future__ import annotations

import heapq
import os
import random
import re
from collections import Counter
from itertools import takewhile

import pytest

from langdetect_hook.cli import main
from langdetect_hook.failure import Failure
from langdetect_hook.files import git, git_process, sources
from langdetect_hook.files.committed import Committed, Entry
from langdetect_hook.files.content import TAIL_BYTES, WHOLE_BYTES
from langdetect_hook.files.sources import Skipped
from langdetect_hook.overrides import BINARY, MADE_BY_OTHERS
from tests.accidents import HTML
from tests.conftest import CHECKOUT, Repository, command
from tests.healthy_texts import healthy_texts


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
        for name in re.findall(
            r'\b(?:case\.attribute|self\.attribute|self\._value)\("(.+?)"', path.read_text(encoding="utf-8")
        )
    }
    assert names
    assert names | {BINARY, *MADE_BY_OTHERS} == set(git.ATTRIBUTES)


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


@pytest.fixture
def processes(monkeypatch) -> list:
    """The git processes that are started."""
    started = []
    start = git_process.start

    def recorded(*arguments, **settings):
        started.append(start(*arguments, **settings))
        return started[-1]

    monkeypatch.setattr(git_process, "start", recorded)
    return started


def test_a_listing_that_nobody_reads_to_its_end_leaves_no_process(repository, processes):
    for number in range(3):
        repository.stage(f"file-{number}")
    found = sources.staged()
    next(found).read()
    found.close()
    assert len(processes) == 3
    assert None not in [process.returncode for process in processes]


SQL = next(healthy.text for healthy in healthy_texts() if healthy.path.endswith(".sql"))


@pytest.fixture
def started(monkeypatch) -> list[str]:
    """The names of the git commands that are started."""
    names = []
    start = git_process.start

    def counted(arguments, *rest, **settings):
        process = start(arguments, *rest, **settings)
        names.append(arguments[0])
        return process

    monkeypatch.setattr(git_process, "start", counted)
    return names


def suspected(folder, count: int = 40) -> None:
    """Files of two extensions in several folders whose content is not what their names say."""
    page = HTML.partition("<body")[2]
    for number in range(count):
        (folder / f"folder{number % 4}").mkdir(parents=True, exist_ok=True)
        (folder / f"folder{number % 4}" / f"query{number}.go").write_text(f"-- {number}\n{SQL}")
        (folder / f"folder{number % 4}" / f"page{number}.json").write_text(f"<p>{number}</p>{page}")
        (folder / f"folder{number % 4}" / f"users{number}.json").write_text(f"-- {number}\n{SQL}")


def test_all_suspected_files_of_a_repository_share_a_handful_of_processes(repository, started, capsys):
    repository.stage("first.py", "x = 1\n")
    repository.commit()
    suspected(repository.path)
    assert main(["check", *sorted(map(str, repository.path.glob("folder*/*")))]) == 1
    assert capsys.readouterr().out.count(":1:1: LD00") == 120
    assert Counter(started) == {"check-attr": 1, "cat-file": 1, "ls-tree": 2, "grep": 8}, "four folders, two extensions"


def test_outside_of_repositories_no_process_is_started(tmp_path, started, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    suspected(tmp_path)
    assert main(["check", "."]) == 1
    assert capsys.readouterr().out.count(":1:1: LD001 looks like HTML") == 40, "the others are a convention"
    assert started == []


def asked(path: str) -> str | None:
    """What mentions a file now: a run asks once for each folder."""
    git.end_shared_processes()
    return git.mentioning(path)


def test_what_mentions_a_file_in_its_folder_or_above(repository):
    repository.stage("src/parts/words.mk", "words.mk\n")
    assert asked("src/parts/words.mk") == "", "its own content does not count"
    repository.stage("docs/words.txt", "words.mk\n")
    repository.stage("src/parts/list.txt", "many_words.mk words.mkd\n")
    assert asked("src/parts/words.mk") == "", "another folder, another name"
    repository.write("src/parts/untracked.txt", "words.mk\n")
    assert asked("src/parts/words.mk") == "", "only what is staged"
    repository.stage("Makefile", "include src/parts/words.mk\n")
    assert asked("src/parts/words.mk") == "Makefile"
    repository.stage("src/all", "(./-x.json), [a].json\n")
    assert asked("src/-x.json") == "src/all"
    assert asked("src/[a].json") is asked("src/none") is None, "not known"


def test_outside_of_a_repository_nothing_mentions_a_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert git.mentioning("a.py") == ""


def test_of_many_repositories_few_have_processes(repository, tmp_path):
    for number in range(git.MOST_REPOSITORIES + 3):
        other = Repository(tmp_path / str(number))
        other.write(".gitattributes", f"* linguist-language=L{number}\n")
        assert git.attributes(str(other.path / "a")) == {"linguist-language": f"L{number}"}
        assert git.start_of_staged(str(other.path / "a"), 1) is None
    assert git.attributes(str(tmp_path / "0" / "a")) == {"linguist-language": "L0"}
    git.end_shared_processes()


def test_a_file_of_a_submodule_is_asked_for_there(repository, tmp_path):
    inner = Repository(tmp_path / "inner")
    inner.stage(".gitattributes", "* linguist-language=C\n")
    inner.commit()
    repository.stage(".gitattributes", "* linguist-language=C++\n")
    repository.git("submodule", "--quiet", "add", str(inner.path), "inner")
    assert git.attributes("inner/a.h") == {"linguist-language": "C"}
    git.end_shared_processes()


def test_inside_a_hook_other_repositories_are_asked_without_its_variables(repository, tmp_path, monkeypatch):
    other = Repository(tmp_path / "other")
    other.stage("a", "of the other\n")
    repository.stage("a", "of this one\n")
    monkeypatch.setenv("GIT_DIR", str(repository.path / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(repository.path / ".git" / "index"))
    assert git.start_of_staged("a", 99) == b"of this one\n"
    assert git.start_of_staged("../other/a", 99) == b"of the other\n"
    git.end_shared_processes()


def test_a_subfolder_of_a_work_tree_that_variables_name(repository, tmp_path, monkeypatch):
    repository.stage("sub/a", "staged\n")
    repository.stage("b", "staged\n")
    (tmp_path / "home" / "sub").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "home" / "sub")
    monkeypatch.setenv("GIT_DIR", str(repository.path / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "home"))
    assert staged_paths() == ["../b", "a"]
    assert [source.read().raw for source in sources.staged()] == [b"staged\n"] * 2


@pytest.mark.parametrize("listing", [git.staged, git.tracked])
def test_outside_of_a_work_tree_that_variables_name_it_is_said(repository, tmp_path, monkeypatch, listing):
    repository.stage("a.py")
    monkeypatch.setenv("GIT_DIR", str(repository.path / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(repository.path))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Failure, match="needs a git work tree"):
        list(listing())


def test_a_work_tree_away_from_its_git_folder(repository, monkeypatch):
    repository.stage(".gitattributes", "*.h linguist-language=C++\n")
    repository.stage("a.py", "staged\n")
    (repository.path / "meta").mkdir()
    (repository.path / ".git").rename(repository.path / "meta" / ".git")
    monkeypatch.chdir(repository.path / "meta")
    repository.git("-C", "meta", "config", "core.worktree", "../..")
    assert list(git.tracked()) == staged_paths() == ["../.gitattributes", "../a.py"]
    assert list(git.files_below("..")) == [".gitattributes", "a.py"]
    assert git.attributes("../a.h") == git.attributes("a.h") == {"linguist-language": "C++"}
    assert git.start_of_staged("../a.py", 99) == b"staged\n"
    git.end_shared_processes()


@pytest.fixture
def hook_below_the_top(repository, tmp_path, monkeypatch):
    """A subfolder of a linked work tree, and the variable that git sets there for a hook."""
    repository.stage(".gitattributes", "sub/*.h linguist-language=C++\n")
    repository.stage("sub/a.py", "staged\n")
    repository.commit()
    repository.git("worktree", "add", "--quiet", str(tmp_path / "linked"))
    monkeypatch.setenv("GIT_DIR", str(repository.path / ".git" / "worktrees" / "linked"))
    monkeypatch.chdir(tmp_path / "linked" / "sub")


def test_a_hook_that_leaves_the_top(hook_below_the_top):
    assert sorted(git.tracked()) == ["../.gitattributes", "a.py"]
    assert list(git.files_below("../sub")) == list(git.files_below(".")) == ["a.py"]
    assert git.attributes("a.h") == git.attributes("../sub/a.h") == {"linguist-language": "C++"}
    assert staged_paths() == []
    git.end_shared_processes()


def test_what_is_asked_one_line_a_question_has_no_line_break(repository, tmp_path, monkeypatch):
    repository.stage("a\nb/file", "text\n")
    repository.stage("plain", "plain\n")
    monkeypatch.chdir(repository.path / "a\nb")
    assert git.start_of_staged("file", 99) is None
    assert git.start_of_staged("../plain", 99) == b"plain\n"
    git.end_shared_processes()


def test_staged_files_that_are_read_after_the_listing_leave_no_process(repository, processes):
    repository.stage("a", "text\n")
    listed = list(sources.staged())
    assert [source.read().raw for source in listed] == [b"text\n"]
    git.end_shared_processes()
    assert None not in [process.returncode for process in processes]


def test_how_the_user_reads_pathspecs_changes_nothing(repository, monkeypatch):
    repository.stage("a*/x")
    repository.stage("ab/x")
    for name in ("GIT_GLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_LITERAL_PATHSPECS"):
        monkeypatch.setenv(name, "1")
        assert list(git.files_below("a*")) == ["x"]
        assert sorted(git.tracked()) == ["a*/x", "ab/x"]


def test_a_submodule_that_is_not_here_has_no_files(repository, tmp_path):
    inner = Repository(tmp_path / "inner")
    inner.stage("file.py")
    inner.commit()
    repository.git("submodule", "--quiet", "add", str(inner.path), "inner")
    repository.commit()
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", str(repository.path), str(clone))
    assert git.files_below(str(clone / "inner")) is None
    assert list(git.files_below(str(clone))) == [".gitmodules", "inner"]


@pytest.fixture
def partial_clone(repository, tmp_path, monkeypatch):
    """A clone without the blobs of its commit, which git would fetch; the names of these are staged."""
    for number in range(3):
        repository.stage(f"{number}.go", f"-- {number}\n{SQL}")
    repository.commit()
    repository.git("config", "uploadpack.allowFilter", "true")
    url = f"file://{repository.path}"
    repository.git("clone", "--quiet", "--filter=blob:none", "--no-checkout", url, str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    clone.git("read-tree", "HEAD")
    for number in range(3):
        blob = repository.git("rev-parse", f"HEAD:{number}.go").stdout.strip()
        clone.git("update-index", "--add", "--cacheinfo", f"100644,{blob},new{number}.go")
    clone.stage("here.go", SQL)
    monkeypatch.chdir(clone.path)
    return clone


@pytest.mark.parametrize("knows", [True, False])
def test_what_a_partial_clone_lacks_is_skipped_and_not_fetched(partial_clone, monkeypatch, knows):
    if not knows:  # a git before 2.44
        monkeypatch.delitem(git_process.ENVIRONMENT, "GIT_NO_LAZY_FETCH")
    outcomes = []
    for source in sources.staged():
        try:
            outcomes.append((source.path, len(source.read().raw)))
        except Skipped as skipped:
            outcomes.append((source.path, str(skipped)))
    missing = [(f"new{number}.go", "its content is not here") for number in range(3)]
    assert outcomes == [("here.go", len(SQL)), *missing]
    assert list(sources.committed_near("here.go", 8)) == [[], []]
    git.end_shared_processes()


def test_a_partial_clone_can_be_committed_to(partial_clone):
    run = command("check", "--staged", "--verbose", cwd=partial_clone.path)
    said = "3 files are not checked, since this partial clone has not fetched them: new0.go, new1.go, new2.go"
    assert (run.returncode, run.stderr) == (1, f"langdetect-hook: {said}\n")
    assert "here.go:1:1: LD001" in run.stdout
    assert run.stdout.count("its content is not here") == 3


def test_git_that_ends_for_another_reason_is_an_error(repository):
    repository.stage("a", "text\n")
    blobs = git.Blobs()
    entry = next(iter(git.staged()))
    (repository.path / ".git" / "HEAD").unlink()
    with pytest.raises(OSError, match="git ended"):
        blobs.open(entry.object)
    (repository.path / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    blobs.open(entry.object)
    assert blobs.read(9) == b"text\n"
    blobs.close()


MOST = 8


def nearest(paths: list[str], path: str) -> tuple[list[str], list[str]]:
    """What Committed finds, plainly."""

    def shared(other: str) -> int:
        pairs = zip(other.split("/")[:-1], path.split("/")[:-1], strict=False)
        return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))

    folder = path.rpartition("/")[0]
    beside = [other for other in paths if other.rpartition("/")[0] == folder and other != path]
    elsewhere = [other for other in paths if other.rpartition("/")[0] != folder]
    before = sum(other < path for other in beside)
    start = max(0, min(before - MOST // 2, len(beside) - MOST))
    return beside[start : start + MOST], heapq.nlargest(MOST, elsewhere, key=shared)


@pytest.mark.parametrize("seed", range(20))
def test_neighbours_are_those_that_share_the_most_folders(seed):
    chance = random.Random(seed)
    names = [
        "".join(f"{chance.choice('abc')}/" for _ in range(chance.randrange(4))) + f"{chance.randrange(30):02}.go"
        for _ in range(chance.choice((1, 5, 40, 300)))
    ]
    paths = sorted(set(names))  # no name is the beginning of another: git's order
    committed = Committed([Entry("100644", "", path) for path in paths])
    for path in (*names[:20], "new.go", "a/new.go", "a/b/new.go", "d/new.go", "a/b/c/d/e/new.go", "b/00.go"):
        found = committed.beside(path, MOST), committed.elsewhere(path, MOST)
        assert tuple([entry.path for entry in entries] for entries in found) == nearest(paths, path), path


@pytest.mark.parametrize(
    "reference", ["--help", "--output=pwned", "^HEAD", "HEAD..HEAD", "HEAD^{tree}", "", "a\nb", "\udcff", "HEAD:"]
)
def test_what_is_no_commit_is_said_in_one_sentence(reference, repository):
    repository.stage("a.py", "import os\n")
    repository.commit()
    with pytest.raises(Failure, match="there is no such commit here"):
        list(git.since(reference))
    assert not (repository.path / "pwned").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("name", [".gitattributes", "data/.gitattributes", ".git/config", ".git/info/exclude"])
def test_git_is_not_asked_where_it_would_wait_at_a_named_pipe(name, repository):
    """An archive can bring one, where a clone cannot."""
    repository.stage("data/a.py", "import os\n")
    repository.commit()
    path = repository.path / name
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    assert git.attributes("data/a.py") == {}
    assert git.mentioning("data/a.py") == ""
    if not name.startswith("data/"):
        with pytest.raises(Failure, match="is not a regular file"):
            list(git.tracked())
