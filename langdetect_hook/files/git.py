"""What git knows: the staged entries and their content, the tracked files, the attributes.

Every query runs git once and streams its answer, so 200,000 paths cost no memory. Only the commands that need
git import this module: the path of a plain `check FILE…` never does.
"""

from __future__ import annotations

import heapq
import os
from collections import namedtuple
from functools import lru_cache
from itertools import chain, takewhile

from langdetect_hook.failure import Failure
from langdetect_hook.files.git_process import CHUNK_BYTES, Conversation, GitError, records

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import IO

Entry = namedtuple("Entry", "mode object path")

# The attributes that decide about findings.
ATTRIBUTES = ("conflict-marker-size", "filter", "langdetect", "linguist-language", "working-tree-encoding")

# Files of the last commit that are compared with one that is about to be reported.
MOST_NEIGHBOURS = 8

ENDED_EARLY = "git ended before it gave the staged content"
UNREADABLE_FOLDER = b"warning: could not open directory '"


def staged() -> Iterator[Entry]:
    """What the next commit adds or changes, as the index has it; paths relative to the current folder.

    Deleted files are left out. Raises Failure outside a git work tree.
    """
    prefix = _prefix("--staged")
    arguments = ("diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-color", "--no-ext-diff")
    fields = records((*arguments, "--no-relative", "--no-renames", "--diff-filter=d"))
    try:
        for field in fields:
            _, mode, _, object_name, _ = field.split(b" ")
            path = os.fsdecode(next(fields))
            yield Entry(mode.decode(), object_name.decode(), _from_here(path, prefix))
    except GitError as error:
        raise Failure(f"git could not list the staged files: {error}") from None


def tracked() -> Iterator[str]:
    """Every tracked path of the repository, relative to the current folder. Raises Failure outside one."""
    prefix = _prefix("--all")
    try:
        # The pathspec `:/` is the top of the work tree: in a subfolder, too, every file is listed.
        for path in _distinct(records(("ls-files", "-z", "--full-name", "--", ":/"))):
            yield _from_here(os.fsdecode(path), prefix)
    except GitError as error:
        raise Failure(f"git could not list the tracked files: {error}") from None


def files_below(folder: str) -> Iterator[str | GitError] | None:
    """The files of a folder in a work tree, sorted and relative to it: tracked, or untracked and not ignored.

    None where there is no work tree, no git, or nothing that git would list (a folder that is itself
    ignored). A subfolder that git could not open is yielded last, as a GitError.
    """
    try:
        if next(records(("rev-parse", "--is-inside-work-tree"), folder, b"\n")) != b"true":
            return None
    except (GitError, StopIteration):
        return None
    warnings: list[bytes] = []
    cached = _distinct(records(("ls-files", "-z", "--cached"), folder))
    others = records(("ls-files", "-z", "--others", "--exclude-standard"), folder, warnings=warnings)
    listing = _listing(folder, heapq.merge(cached, others), warnings)
    first = next(listing, None)
    return None if first is None else chain((first,), listing)


def committed_near(path: str) -> tuple[list[Entry], list[Entry]]:
    """At most MOST_NEIGHBOURS files of the last commit in the folder of `path`, and as many elsewhere: those with the
    same extension, by name or by folder nearest to it. Both are empty where there is no commit."""
    folder, name = os.path.split(path)
    end = os.path.splitext(name)[1]
    if not end:
        return [], []
    try:
        commit, top, prefix = records(
            ("rev-parse", "HEAD", "--show-toplevel", "--show-prefix"), folder or os.curdir, b"\n"
        )
        entries = _committed(os.fsdecode(top), commit, os.fsencode(end))
    except (GitError, ValueError):
        return [], []
    here = os.fsdecode(prefix)
    beside: list[Entry] = []
    elsewhere: list[Entry] = []
    for entry in entries:
        if entry.path != here + name:
            (beside if entry.path.startswith(here) and "/" not in entry.path[len(here) :] else elsewhere).append(entry)
    before = sum(entry.path < here + name for entry in beside)
    start = max(0, min(before - MOST_NEIGHBOURS // 2, len(beside) - MOST_NEIGHBOURS))
    nearest = heapq.nlargest(MOST_NEIGHBOURS, elsewhere, key=lambda entry: _shared_folders(entry.path, here))
    return beside[start : start + MOST_NEIGHBOURS], nearest


def _shared_folders(path: str, other: str) -> int:
    pairs = zip(path.split("/"), other.split("/"), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


@lru_cache(maxsize=8)
def _committed(top: str, commit: bytes, end: bytes) -> tuple[Entry, ...]:
    """The files of a commit with an extension: kept, as the findings of a run have few."""
    arguments = ("ls-tree", "-r", "-z", "--full-tree", os.fsdecode(commit))
    return tuple(
        _tree_entry(record)
        for record in records(arguments, top)
        if record.startswith(b"100") and os.path.splitext(record)[1] == end
    )


def _tree_entry(record: bytes) -> Entry:
    described, _, name = record.partition(b"\t")
    mode, _, object_name = described.split(b" ")
    return Entry(mode.decode(), object_name.decode(), os.fsdecode(name))


def _listing(folder: str, paths: Iterator[bytes], warnings: list[bytes]) -> Iterator[str | GitError]:
    try:
        for path in paths:
            yield os.fsdecode(path)
    except GitError as error:
        raise Failure(f"git could not list the files of {folder}: {error}") from None
    for line in warnings:
        if line.startswith(UNREADABLE_FOLDER):
            yield GitError(os.fsdecode(line.removeprefix(b"warning: ")))


class Blobs(Conversation):
    """Reads objects through one `git cat-file --batch`, of the repository of a folder or of the current one."""

    def __init__(self, folder: str = "") -> None:
        super().__init__("cat-file", "--batch", folder=folder)
        self._left = 0  # bytes of the last answer that nobody has read yet, the newline after it included

    def open(self, object_name: str) -> None:
        """Ask for an object, by its name or as `:PATH` in the index; `read` then gives its content. Raises OSError
        where the repository lacks it."""
        while self._left:
            self._left -= len(self._answer(min(self._left, CHUNK_BYTES)))
        try:
            header = self.ask(os.fsencode(object_name) + b"\n").readline().split()
        except BrokenPipeError:
            raise OSError(ENDED_EARLY) from None
        if len(header) != 3 or header[1] != b"blob" or not header[2].isdigit():
            raise OSError("its staged content is missing from the repository")
        self._left = int(header[2]) + 1

    def read(self, count: int) -> bytes:
        """The next `count` bytes of the object, fewer at its end."""
        content = self._answer(min(count, self._left - 1))
        self._left -= len(content)
        return content

    def _answer(self, count: int) -> bytes:
        assert self._process is not None and self._process.stdout is not None
        content = self._process.stdout.read(count)
        if len(content) != count:
            self._left = 0
            raise OSError(ENDED_EARLY)
        return content


class Attributes(Conversation):
    """Asks `.gitattributes` through one `git check-attr --stdin -z`."""

    def __init__(self, names: Sequence[str] = ATTRIBUTES) -> None:
        super().__init__("check-attr", "--stdin", "-z", *names)
        self._names = names

    def of(self, path: str) -> dict[str, str]:
        """The attributes that are set for a path: "set", "unset" or the value. Empty outside a repository."""
        fields = self._ask_here(path) or self._ask_in_its_folder(path)
        return {
            os.fsdecode(name): os.fsdecode(value)
            for name, value in zip(fields[1::3], fields[2::3], strict=True)
            if value != b"unspecified"
        }

    def _ask_here(self, path: str) -> list[bytes]:
        """The fields of git's answer; none where the current folder's repository does not hold the path."""
        try:
            answer = self.ask(os.fsencode(path) + b"\0")
            return [_until_nul(answer) for _ in range(3 * len(self._names))]
        except (GitError, BrokenPipeError, EOFError):  # git gives up on a path outside
            self.close()
            return []

    def _ask_in_its_folder(self, path: str) -> list[bytes]:
        folder, name = os.path.split(path)
        try:
            return list(records(("check-attr", "-z", *self._names, "--", name), folder or os.curdir))
        except GitError:
            return []


class _Shared:
    """The processes that the files of a run share; they belong to the folder where they were started."""

    def __init__(self) -> None:
        self.attributes = Attributes()
        self.blobs = Blobs()


_shared: dict[str, _Shared] = {}


def attributes(path: str) -> dict[str, str]:
    """The attributes of a path that decide about findings, from a process that other paths share."""
    return _shared_here().attributes.of(path)


def start_of_staged(path: str, count: int) -> bytes | None:
    """The first `count` bytes of a path as the index has it; None where it has no such file."""
    if "\n" in path:  # the protocol of the process that is asked is one line a question
        return None
    blobs = _shared_here().blobs
    try:
        blobs.open(f":./{path}")
        return blobs.read(count)
    except (GitError, OSError):
        return None


def _shared_here() -> _Shared:
    here = os.getcwd()
    if here not in _shared:
        end_shared_processes()
        _shared[here] = _Shared()
    return _shared[here]


def end_shared_processes() -> None:
    """End the shared processes, which would not see a `.gitattributes` or an index that changes."""
    while _shared:
        shared = _shared.popitem()[1]
        shared.attributes.close()
        shared.blobs.close()


def _prefix(option: str) -> str:
    """The current folder as seen from the top of the work tree: "" or "sub/folder/"."""
    arguments = ("rev-parse", "--is-inside-work-tree", "--show-prefix")
    try:
        answer = b"\n".join(records(arguments, separator=b"\n"))
    except GitError as error:
        raise Failure(f"{option} needs a git repository: {error}") from None
    inside, _, prefix = answer.partition(b"\n")
    if inside != b"true":
        raise Failure(f"{option} needs a git work tree, and this is a folder without one")
    return os.fsdecode(prefix)


def _from_here(path: str, prefix: str) -> str:
    return os.path.relpath(path, prefix) if prefix else path


def _distinct(records: Iterator[bytes]) -> Iterator[bytes]:
    """Sorted records, each once: git lists a path with a conflict once for each side."""
    last = None
    for record in records:
        if record != last:
            yield record
        last = record


def _until_nul(stream: IO[bytes]) -> bytes:
    """One NUL-terminated field. Attributes are short: a byte at a time is enough."""
    field = bytearray()
    while (byte := stream.read(1)) != b"\0":
        if not byte:
            raise EOFError
        field += byte
    return bytes(field)
