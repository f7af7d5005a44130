"""Repositories as sources: where a clone is looked for, what is read of it, what is never run, and what each lack
becomes."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from langdetect_hook.training.corpus_builder import repositories
from langdetect_hook.training.corpus_builder.manifest import Source
from langdetect_hook.training.corpus_builder.repositories import find_clone, open_commit
from langdetect_hook.training.corpus_builder.source_error import SourceError
from tests.training.repositories import bare, code, committed, forget

NAME = "owner/name"
FILES: dict[str, str | bytes] = {"src/a.py": code("a"), "b.py": code("b")}


def read(commit: str, folder: Path, clones: Path | None = None) -> dict[str, str]:
    """Path -> text, or the reason why it is passed over."""
    folder.mkdir(exist_ok=True)
    opened = open_commit(Source("git", NAME, commit), folder, clones)
    try:
        contents = {file.path: opened.content(file) for file in opened.files()}
    finally:
        opened.close()
    return {path: reason or raw.decode() for path, (raw, reason) in contents.items()}


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that stands in for the host: `published`/owner/name is fetched."""
    monkeypatch.setattr(repositories, "HOST", f"file://{tmp_path}/published/")
    return tmp_path / "published"


PLACES = ["owner/name", "owner/name.git", "owner+name", "owner+name.git"]


@pytest.mark.parametrize("place", [*PLACES, "owner+name/repo", "owner+name.git/repo"])
@pytest.mark.parametrize("is_bare", [True, False])
def test_a_clone_is_found_wherever_it_may_lie(tmp_path: Path, place: str, is_bare: bool) -> None:
    clones = tmp_path / "clones"
    repository, commit = committed(tmp_path / "made" if is_bare else clones / place, FILES)
    found = bare(repository, clones / place) if is_bare else clones / place / ".git"
    assert find_clone(NAME, clones) == found
    assert read(commit, tmp_path / "work", clones) == FILES


@pytest.mark.parametrize("place", ["name", "owner/name/repo", "other/name", "owner-name"])
def test_what_lies_elsewhere_is_no_clone(tmp_path: Path, place: str) -> None:
    committed(tmp_path / place, FILES)
    assert find_clone(NAME, tmp_path) is None


def test_a_folder_that_is_no_repository_is_no_clone(tmp_path: Path) -> None:
    (tmp_path / "owner" / "name" / "objects").mkdir(parents=True)
    assert find_clone(NAME, tmp_path) is None


def test_the_commit_is_read_and_not_what_is_checked_out(tmp_path: Path) -> None:
    repository, commit = committed(tmp_path / NAME, FILES)
    repository.stage("src/a.py", "another\n")
    repository.commit()
    repository.write("b.py", "not committed\n")
    assert read(commit, tmp_path / "work", tmp_path) == FILES


def test_links_submodules_and_large_files_are_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repositories, "FILE_BYTES", 300)
    repository, first = committed(tmp_path / NAME, {"small": "x" * 300, "z/last": "last"})
    repository.stage("large", "x" * 301)
    (repository.path / "link").symlink_to("small")
    repository.git("add", "link")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{first},module")
    repository.commit()
    commit = repository.git("rev-parse", "HEAD").stdout.strip()
    assert read(commit, tmp_path / "work", tmp_path) == {
        "large": repositories.TOO_LARGE,
        "link": repositories.NO_FILE,
        "module": repositories.NO_FILE,
        "small": "x" * 300,
        "z/last": "last",
    }


def test_names_of_every_kind_are_read(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {'a "b" c.py': "1", "line\nbreak.py": "2", "größe.py": "3", "tab\t.py": "4"}
    repository, _ = committed(tmp_path / NAME, files)
    repository.stage(os.fsdecode(b"latin-\xe4.py"), "5")
    repository.commit()
    commit = repository.git("rev-parse", "HEAD").stdout.strip()
    assert read(commit, tmp_path / "work", tmp_path) == {**files, "latin-\ufffd.py": "5"}


def test_nothing_of_a_clone_is_run_or_changed(tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.write_text("#!/bin/sh\ntouch " + str(tmp_path / "ran") + "\ncat\n")
    trap.chmod(0o755)
    attributes = "*.py filter=trap diff=trap text eol=crlf export-ignore ident working-tree-encoding=UTF-16\n"
    repository, commit = committed(tmp_path / NAME, {**FILES, ".gitattributes": attributes})
    for setting in ("core.fsmonitor", "filter.trap.smudge", "filter.trap.clean", "diff.trap.textconv", "core.pager"):
        repository.git("config", setting, str(trap))
    for hook in ("post-checkout", "reference-transaction", "post-index-change"):
        shutil.copy(trap, repository.path / ".git" / "hooks" / hook)
    before = {path: path.stat().st_mtime_ns for path in repository.path.rglob("*")}
    assert read(commit, tmp_path / "work", tmp_path) == {**FILES, ".gitattributes": attributes}
    assert not (tmp_path / "ran").exists()
    assert {path: path.stat().st_mtime_ns for path in repository.path.rglob("*")} == before


def partial(tmp_path: Path) -> tuple[Path, str]:
    """A clone that would fetch what it lacks by a command that tells."""
    repository, commit = committed(tmp_path / NAME, FILES)
    forget(repository, "HEAD:b.py")
    repository.git("config", "core.repositoryFormatVersion", "1")
    repository.git("config", "extensions.partialClone", "origin")
    repository.git("config", "remote.origin.promisor", "true")
    repository.git("config", "remote.origin.url", f"ext::touch {tmp_path}/ran")
    repository.git("config", "protocol.allow", "always")
    return repository.path, commit


def test_what_a_partial_clone_lacks_is_passed_over_and_not_fetched(tmp_path: Path) -> None:
    _, commit = partial(tmp_path)
    assert read(commit, tmp_path / "work", tmp_path) == {**FILES, "b.py": repositories.MISSING}
    assert not (tmp_path / "ran").exists()


def test_the_missing_files_are_counted(tmp_path: Path) -> None:
    _, commit = partial(tmp_path)
    (tmp_path / "work").mkdir()
    opened = open_commit(Source("git", NAME, commit), tmp_path / "work", tmp_path)
    for file in opened.files():
        opened.content(file)
    opened.close()
    assert opened.missing == 1


@pytest.mark.parametrize("tree", ["HEAD^{tree}", "HEAD:src"])
def test_a_missing_folder_is_one_sentence(tmp_path: Path, tree: str) -> None:
    repository, commit = committed(tmp_path / NAME, FILES)
    forget(repository, tree)
    with pytest.raises(SourceError) as error:
        read(commit, tmp_path / "work", tmp_path)
    assert str(error.value).startswith(f"{NAME} {commit}: its files can't be listed: ")
    assert "\n" not in str(error.value)


def test_a_damaged_file_is_passed_over(tmp_path: Path) -> None:
    repository, commit = committed(tmp_path / NAME, FILES)
    digest = repository.git("rev-parse", "HEAD:b.py").stdout.strip()
    path = repository.path / ".git" / "objects" / digest[:2] / digest[2:]
    path.chmod(0o644)
    path.write_bytes(b"no object")
    assert read(commit, tmp_path / "work", tmp_path) == {**FILES, "b.py": repositories.MISSING}


def test_a_clone_without_the_commit_is_named(tmp_path: Path) -> None:
    repository, commit = committed(tmp_path / "made", FILES)
    repository.stage("b.py", "newer\n")
    repository.commit()
    shallow = tmp_path / "clones" / NAME
    subprocess.run(["git", "clone", "-q", "--depth=1", f"file://{repository.path}", shallow], check=True)
    for missing in (commit, "0" * 40):
        with pytest.raises(SourceError) as error:
            read(missing, tmp_path / "work", tmp_path / "clones")
        assert str(error.value) == f"{NAME} {missing}: the clone in {shallow}/.git has no such commit"


def test_what_is_no_commit_is_none(tmp_path: Path) -> None:
    repository, _ = committed(tmp_path / NAME, FILES)
    tree = repository.git("rev-parse", "HEAD^{tree}").stdout.strip()
    with pytest.raises(SourceError, match="has no such commit"):
        read(tree, tmp_path / "work", tmp_path)


def test_without_a_clone_the_commit_alone_is_fetched(tmp_path: Path, published: Path) -> None:
    repository, first = committed(published / NAME, {"old.py": code("old")})
    repository.git("rm", "--quiet", "old.py")
    for name, content in FILES.items():
        repository.stage(name, content)
    repository.commit()
    commit = repository.git("rev-parse", "HEAD").stdout.strip()
    (tmp_path / "clones").mkdir()
    assert read(commit, tmp_path / "work", tmp_path / "clones") == FILES
    own = tmp_path / "work" / "git"
    asked = subprocess.run(["git", "--git-dir", own, "cat-file", "-e", first], capture_output=True)
    assert asked.returncode != 0  # nothing behind it
    assert not (own / "hooks").exists()
    assert sorted(path.name for path in (tmp_path / "work").iterdir()) == ["git"]  # nothing is checked out


def test_a_fetch_hears_nothing_of_what_a_user_has_set_up(
    tmp_path: Path, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, commit = committed(published / NAME, FILES)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "reference-transaction").write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    (hooks / "reference-transaction").chmod(0o755)
    configuration = tmp_path / "gitconfig"
    configuration.write_text(
        f'[core]\n\thooksPath = {hooks}\n[init]\n\ttemplateDir = {hooks}\n[url "ext::false "]\n\tinsteadOf = file:\n'
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(configuration))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "url.ext::false .insteadOf")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "file:")
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(tmp_path / "objects"))
    assert read(commit, tmp_path / "work") == FILES
    assert not (tmp_path / "ran").exists()
    assert not (tmp_path / "objects").exists()


def test_a_repository_or_a_commit_that_is_gone_is_one_sentence(tmp_path: Path, published: Path) -> None:
    with pytest.raises(SourceError) as error:
        read("0" * 40, tmp_path / "work")
    assert str(error.value) == f"{NAME} {'0' * 40}: there is no such public repository (any longer)"
    committed(published / NAME, FILES)
    with pytest.raises(SourceError) as error:
        read("0" * 40, tmp_path / "work")
    assert str(error.value) == f"{NAME} {'0' * 40}: the repository has no such commit (any longer)"
