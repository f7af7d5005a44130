"""What the hook would have said at the last commits of a repository.

Each commit is staged again on top of its parent, and `check` reads it from the index as it does in a hook: with the
parent as the last commit, and the `.gitattributes` of that moment. All commits of a repository go through one process,
and none is checked out: what the hook asks git for, it gets from the index and the objects.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import chdir, closing
from pathlib import Path
from typing import NamedTuple

from langdetect_hook.commands import check_files
from langdetect_hook.files import git, sources
from langdetect_hook.files.git import Blobs, MissingObject
from langdetect_hook.files.git_lfs import MOST_BYTES
from langdetect_hook.files.git_process import records
from langdetect_hook.network.assets import Model
from langdetect_hook.report.rules import DEFAULT_RULES
from langdetect_hook.training.corpus_builder.repositories import run_git
from langdetect_hook.verdict import MISMATCH, Verdict
from tests.benchmarks.git_repositories import ATTRIBUTES, COMMITS, begin_repository, work_tree

MOST_FILES = 1500  # of a commit: what adds more is an import, which the plain folders measure
UNBORN = "ref: refs/heads/unborn"


class Step(NamedTuple):
    """A commit and the one before it, "" for a first one."""

    commit: str
    parent: str


class Outcome(NamedTuple):
    """What was checked at a commit, and what was found."""

    commit: str
    files: int
    findings: list[Verdict]


def replay(folder: Path, model: Model, most: int = COMMITS) -> Iterator[Outcome]:
    """The outcomes at the last `most` commits of a store that are no merges, the newest first. Left out: those whose
    parent the store lacks, and those of more than MOST_FILES files."""
    with tempfile.TemporaryDirectory() as scratch:
        top = Path(scratch).resolve()
        begin_repository(top, folder)
        with closing(Blobs(work_tree(folder))) as blobs, chdir(top):
            for step in steps(folder, most):
                stage(top, step, blobs)
                outcome = check_staged(step.commit, model)
                if outcome:
                    yield outcome


def steps(folder: Path, most: int) -> Iterator[Step]:
    """The last commits of a store, merges and those at a shallow history's end left out."""
    ends = set((folder / "shallow").read_text().split()) if (folder / "shallow").is_file() else set()
    listing = ("rev-list", "--no-merges", "--parents", f"--max-count={most}", "HEAD")
    for record in records(listing, work_tree(folder), b"\n"):
        commit, *parents = record.decode().split(" ")
        if commit not in ends:
            yield Step(commit, parents[0] if parents else "")


def stage(top: Path, step: Step, blobs: Blobs) -> None:
    """Have the repository at `top` stand before the commit, with all of it staged."""
    git_folder = top / ".git"
    (git_folder / "HEAD").write_text(f"{step.parent or UNBORN}\n", encoding="ascii")
    run_git(("read-tree", step.commit), git_folder, step.commit)
    try:
        blobs.open(f"{step.commit}:{ATTRIBUTES}")
        (top / ATTRIBUTES).write_bytes(blobs.read(MOST_BYTES))
    except MissingObject:
        (top / ATTRIBUTES).unlink(missing_ok=True)


def check_staged(commit: str, model: Model) -> Outcome | None:
    """The outcome for what is staged in the current folder's repository; None where that is nothing or too much."""
    files: set[str] = set()
    findings = []
    try:
        staged = list(sources.staged())
        for verdict in check_files(staged, DEFAULT_RULES, model) if 0 < len(staged) <= MOST_FILES else ():
            files.add(verdict.path)
            if verdict.verdict == MISMATCH:
                findings.append(verdict)
    finally:
        git.end_shared_processes()
    return Outcome(commit, len(files), findings) if files else None
