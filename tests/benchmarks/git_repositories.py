"""Public repositories at one commit, as the false-alarm benchmark has them: their files, and their history.

Nothing of a repository is run, and no setting of it counts: its files come from git's objects, without hooks, filters,
Git LFS or submodules. `store` keeps a git folder of our own that borrows the objects of a clone or fetches them;
`export` writes the files of its commit; `make_repository` makes a folder with these files a repository with that last
commit.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from langdetect_hook.evidence.ld004_lfs_pointer import is_pointer
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.files.git_process import WorkTree, records
from langdetect_hook.training.corpus_builder.repositories import HOST, INIT, Commit, File, find_clone, run_git

COMMITS = 200  # of a repository's history: more than most users make in a year
ATTRIBUTES = ".gitattributes"
STORES = ".stores"  # beside the sets of trees
FETCH = ("fetch", "--quiet", f"--depth={COMMITS + 1}", "--no-tags", "--no-recurse-submodules")


def store(name: str, commit: str, folder: Path, clones: Path | None) -> None:
    """Make `folder` a bare repository with the history of a commit, its HEAD. SourceError if it isn't to be had."""
    clone = find_clone(name, clones) if clones else None
    failure = f"{name} {commit}"
    folder.parent.mkdir(parents=True, exist_ok=True)
    run_git(INIT, folder, failure)
    if clone:
        borrow(folder, clone)
    else:
        run_git((*FETCH, HOST + name, commit), folder, failure)
    (folder / "HEAD").write_text(f"{commit}\n", encoding="ascii")
    run_git(("read-tree", commit), folder, failure)


def store_of(tree: Path) -> Path:
    """The store that belongs to a tree of a set: OUT/.stores/SET/NAME for OUT/SET/NAME."""
    *_, name_of_set, name = tree.resolve().parts
    return tree.resolve().parents[1] / STORES / name_of_set / name


def borrow(folder: Path, other: Path) -> None:
    """Have a repository read the objects of another one as well, and know where the other's history ends."""
    info = folder / "objects" / "info"
    info.mkdir(exist_ok=True)
    (info / "alternates").write_text(f"{(other / 'objects').resolve()}\n", encoding="utf-8")
    if (other / "shallow").is_file():
        shutil.copyfile(other / "shallow", folder / "shallow")


def begin_repository(top: Path, other: Path) -> Path:
    """Begin a repository at `top` that has the objects of another one, and return its git folder."""
    git_folder = top / ".git"
    run_git(INIT, git_folder, other.name)
    run_git(("config", "core.bare", "false"), git_folder, other.name)
    borrow(git_folder, other)
    return git_folder


def commit_of(folder: Path) -> str:
    """The commit that HEAD of a store names."""
    return (folder / "HEAD").read_text(encoding="ascii").strip()


def work_tree(folder: Path) -> WorkTree:
    """A bare repository as git is asked about it."""
    return WorkTree(str(folder), (("GIT_DIR", str(folder.resolve())),))


def export(folder: Path, tree: Path, most: int) -> int:
    """Write at most `most` files of a store's commit to `tree`, those whose paths have the lowest digests and all
    `.gitattributes`; return their number."""
    commit = Commit(work_tree(folder), commit_of(folder), tree.name)
    try:
        files = [file for file in commit.files() if file.mode.startswith("100") and is_harmless(file.path)]
        read = {file.path: commit.content(file) for file in chosen(files, most)}
    finally:
        commit.close()
    contents = {path: raw for path, (raw, why_not) in read.items() if not why_not}
    pointers = [
        path for path, raw in contents.items() if raw[:8] == b"version " and is_pointer(content_from_bytes(raw))
    ]
    for path in left_to_lfs(folder, pointers):
        del contents[path]
    for path in contents:
        target = tree / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(contents[path])
    return len(contents)


def is_harmless(path: str) -> bool:
    """Whether a path stays below the folder where it is written, and is none that git itself would read."""
    parts = PurePosixPath(path).parts
    return not path.startswith("/") and all(part.lower() not in ("", ".", "..", ".git") for part in parts)


def chosen(files: Iterable[File], most: int) -> list[File]:
    """The files that are kept of a commit."""
    by_digest = sorted(files, key=lambda file: hashlib.sha256(file.path.encode()).hexdigest())
    return [file for n, file in enumerate(by_digest) if n < most or PurePosixPath(file.path).name == ATTRIBUTES]


def left_to_lfs(folder: Path, paths: Iterable[str]) -> Iterator[str]:
    """Of the paths of pointers, those whose content users have from Git LFS, and we have not."""
    for path in paths:
        *_, value = records(("check-attr", "--cached", "-z", "filter", "--", path), work_tree(folder))
        if value == b"lfs":
            yield path


def make_repository(folder: Path, tree: Path) -> None:
    """Make `tree`, which `export` wrote of the store in `folder`, a repository: its files are in the index."""
    kept = {str(path.relative_to(tree)) for path in tree.rglob("*") if path.is_file()}
    git_folder = begin_repository(tree, folder)
    (git_folder / "HEAD").write_text(f"{commit_of(folder)}\n", encoding="ascii")
    listing = records(("ls-tree", "-r", "-z", "--full-tree", "HEAD"), work_tree(folder))
    rows = [record for record in listing if os.fsdecode(record.partition(b"\t")[2]) in kept]
    subprocess.run(
        ["git", "update-index", "-z", "--index-info"],
        cwd=tree,
        env={**os.environ, "GIT_DIR": str(git_folder.resolve())},
        input=b"".join(row + b"\0" for row in rows),
        check=True,
        capture_output=True,
    )
