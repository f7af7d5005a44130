"""The files of one commit of a public repository, read from git's objects and never checked out.

Whatever a repository holds, nothing of it is run. git works in an empty repository of its own, into which the commit
is fetched; where there is a clone already, that repository borrows its objects. So no configuration, hook, attribute
or filter of a clone is ever looked at, and what a partial clone lacks is not fetched: nobody knows where from.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from langdetect_hook.files.git import Blobs, MissingObject
from langdetect_hook.files.git_process import GitError, WorkTree, records

from .clients import run_client
from .manifest import Source
from .source_error import SourceError

HOST = "https://github.com/"
FILE_BYTES = 4 << 20  # a larger file is data or generated, not what somebody wrote
FILES = 500_000

NO_FILE, TOO_LARGE, MISSING = "a link or a submodule", f"larger than {FILE_BYTES >> 20} MiB", "not in the clone"

# One commit and nothing behind it; no hook, and no cleaning up that goes on when git has ended.
INIT = ("init", "--quiet", "--bare", "--template=", "--object-format=sha1")
FETCH = ("fetch", "--quiet", "--depth=1", "--no-tags", "--no-recurse-submodules")
SETTINGS = ("-c", f"core.hooksPath={os.devnull}", "-c", "gc.auto=0", "-c", "maintenance.auto=false")
# All that a user's environment says to git is forgotten but for the certificates of the way out.
KEPT_VARIABLES = ("GIT_SSL_", "GIT_PROXY_SSL_")


class File(NamedTuple):
    """An entry of a commit's tree: its path from the top."""

    mode: str
    blob: str
    path: str


class Commit:
    """The files of a commit; `close` ends its git."""

    def __init__(self, git: WorkTree, name: str, failure: str) -> None:
        self.missing = 0  # files that were asked for and are not in the clone
        self._git, self._name, self._failure = git, name, failure
        self._blobs = Blobs(git)

    def files(self) -> Iterator[File]:
        """All entries, in the order of git. SourceError where a folder of the commit is missing."""
        try:
            for number, record in enumerate(records(("ls-tree", "-r", "-z", "--full-tree", self._name), self._git)):
                if number == FILES:
                    raise SourceError(f"{self._failure}: the commit has more than {FILES:,} files")
                yield _file(record)
        except GitError as error:
            raise SourceError(f"{self._failure}: its files can't be listed: {error}") from error

    def content(self, file: File) -> tuple[bytes, str]:
        """(bytes, "") or (b"", why it is passed over). SourceError where git can't go on."""
        if not file.mode.startswith("100"):
            return b"", NO_FILE
        try:
            self._blobs.open(file.blob)
            raw = self._blobs.read(FILE_BYTES + 1)
        except MissingObject:
            self.missing += 1
            return b"", MISSING
        except (GitError, OSError) as error:
            raise SourceError(f"{self._failure}: {file.path} can't be read, the clone is damaged") from error
        return (raw, "") if len(raw) <= FILE_BYTES else (b"", TOO_LARGE)

    def close(self) -> None:
        """End the process."""
        self._blobs.close()


def open_commit(source: Source, folder: Path, clones: Path | None = None) -> Commit:
    """The commit that `source` names, from its clone below `clones` or, where that has none, fetched into the empty
    `folder`.

    SourceError, in one sentence, where the repository, the commit or the connection is missing.
    """
    failure = f"{source.name} {source.version}"
    own = folder.resolve() / "git"
    clone = find_clone(source.name, clones) if clones is not None else None
    run_git(INIT, own, failure)
    if clone is None:
        run_git((*FETCH, HOST + source.name, source.version), own, failure)
    objects = (clone or own) / "objects"
    git = WorkTree(str(own), (("GIT_DIR", str(own)), ("GIT_OBJECT_DIRECTORY", str(objects))))
    if _kind(git, source.version) != "commit":
        where = f"the clone in {clone}" if clone else "the repository"
        raise SourceError(f"{failure}: {where} has no such commit")
    return Commit(git, source.version, failure)


def find_clone(name: str, clones: Path) -> Path | None:
    """The git folder of the clone of `owner/name` below a folder; None where that has no such clone."""
    joined = name.replace("/", "+")
    places = [(place, inside) for place in (name, f"{name}.git") for inside in ("", ".git")]
    places += [(place, inside) for place in (joined, f"{joined}.git") for inside in ("", ".git", "repo", "repo/.git")]
    folders = (clones.resolve() / place / inside for place, inside in places)
    return next((path for path in folders if (path / "HEAD").is_file() and (path / "objects").is_dir()), None)


def run_git(arguments: Sequence[str], own: Path, failure: str) -> None:
    """Run git in a repository of our own, which it makes if need be: nothing that a user or a clone has set counts."""
    own.mkdir(exist_ok=True)
    run_client(["git", *SETTINGS, *arguments], own, failure, _variables(own))


def _variables(own: Path) -> dict[str, str | None]:
    forgotten = [name for name in os.environ if name.startswith("GIT_") and not name.startswith(KEPT_VARIABLES)]
    return {
        **dict.fromkeys(forgotten, None),
        "GIT_ALLOW_PROTOCOL": HOST.partition(":")[0],
        "GIT_ASKPASS": "",  # not only unset: git would ask the desktop next
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_DIR": str(own),
        "GIT_TERMINAL_PROMPT": "0",
    }


def _kind(git: WorkTree, name: str) -> str:
    try:
        return next(records(("cat-file", "-t", name), git, b"\n"), b"").decode()
    except GitError:
        return ""


def _file(record: bytes) -> File:
    described, _, path = record.partition(b"\t")
    mode, _, blob = described.decode().split(" ")
    return File(mode, blob, path.decode("utf-8", "replace"))
