"""Which files: from paths and folders, from a list, from the index, from the repository, from standard input.

Everything here is lazy: a source is found when it is asked for and read when its `read` is called, so the
number of files costs no memory.
"""

from __future__ import annotations

import os
import stat

from langdetect_hook.files.content import (
    HEAD_BYTES,
    REASONS,
    TAIL_BYTES,
    WHOLE_BYTES,
    content_from_bytes,
    content_of_parts,
    read_file,
    start_of_tail,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from langdetect_hook.files.content import Content

# Modes in the index of what has no content of its own.
SKIPPED_MODES = {
    "000000": "it has an unresolved merge conflict",
    "120000": "it is a symbolic link",
    "160000": "it is a submodule",
}

STANDARD_INPUT = "-"
MOST_EMPTY = 100_000  # paths in a list, one after another


class Later:
    """A call to be made later, also by another process: functools.partial, without an import that few files need."""

    __slots__ = ("_arguments", "_function")

    def __init__(self, function: Callable[..., Content], *arguments: object) -> None:
        self._function = function
        self._arguments = arguments

    def __call__(self) -> Content:
        return self._function(*self._arguments)


class Skipped(Exception):
    """What a source's `read` raises for a file that is there but not for us to read; the text is the reason."""


class Source:
    """A file to look at: the `path` that the user knows it by, and `read`, which fetches its Content.

    `read` raises Skipped for what is passed over in silence and OSError for what should have been readable.
    """

    __slots__ = ("path", "read")

    def __init__(self, path: str, read: Callable[[], Content]) -> None:
        self.path = with_slashes(path)
        self.read = read


def with_slashes(path: str) -> str:
    """A path as git and pre-commit write it, also on Windows, which understands it so."""
    return path.replace("\\", "/") if os.sep == "\\" else path


def reason_of(error: OSError) -> str:
    """Why a file could not be read, in a few words and without its name."""
    return REASONS.get(error.errno or 0) or error.strerror or str(error) or type(error).__name__


def from_paths(paths: Iterable[str]) -> Iterator[Source]:
    """Each path in the order given, folders recursively, whatever comes twice only once."""
    seen: set[str] = set()
    for path in map(with_slashes, paths):
        for source in _below(path) if stat.S_ISDIR(_mode(path)) else (Source(path, Later(_read_named, path)),):
            key = os.path.normpath(source.path)
            if key not in seen:
                seen.add(key)
                yield source


def from_list(name: str, nul_separated: bool = False) -> Iterator[str]:
    """The paths that a file (or `-`, standard input) lists, one a line or NUL-separated.

    Raises Failure where the list cannot be read.
    """
    from langdetect_hook.failure import Failure
    from langdetect_hook.files.git_process import TooLong, decoded, split

    separator, empty = b"\0" if nul_separated else b"\n", 0
    try:
        if name == STANDARD_INPUT:
            _require_standard_input()
        with open(0 if name == STANDARD_INPUT else name, "rb", closefd=name != STANDARD_INPUT) as stream:
            for record in split(stream, separator):
                path = record if nul_separated else record.removesuffix(b"\r")
                empty = 0 if path else empty + 1
                if path:
                    yield decoded(path)
                elif empty > MOST_EMPTY:  # a device, or a sparse file
                    raise Failure(f"the list {name} is none: it has {empty:,} empty paths in a row")
    except OSError as error:
        raise Failure(f"the list {name} cannot be read: {reason_of(error)}") from None
    except TooLong as error:
        raise Failure(f"the list {name} is none: it has {error}") from None


def from_standard_input(name: str) -> Iterator[Source]:
    """The one source that is standard input, under the name it is said to have."""
    yield Source(name, _read_standard_input)


def staged() -> Iterator[Source]:
    """What the next commit adds or changes, with the content that the index has, not the working tree."""
    from langdetect_hook.files import git

    yield from _from_objects(git.staged())


def since(reference: str) -> Iterator[Source]:
    """What the last commit adds or changes since it and another, like a branch's, went different ways, with the content
    that the commit has. Failure: there is no such commit, or none in common."""
    from langdetect_hook.files import git

    yield from _from_objects(git.since(reference))


def _from_objects(entries: Iterable[Entry]) -> Iterator[Source]:
    from langdetect_hook.files import git

    blobs = git.blobs_of_staged()
    try:
        for entry in entries:
            yield Source(entry.path, Later(_read_listed, blobs, entry))
    finally:
        blobs.close()


def committed_near(path: str, most: int) -> Iterator[list[Content]]:
    """The content of at most `most` files with the same extension as the last commit has them, of those in the same
    folder, then of as many nearest to it elsewhere; nothing outside a repository."""
    from langdetect_hook.files import git

    blobs, circles = git.committed_near(path, most)
    for entries in circles:
        yield list(_readable(blobs, entries))


def beside(path: str, most: int) -> Iterator[Content]:
    """The content of at most `most` files with the same extension in the folder of a path that lies in no repository:
    those whose names are nearest to it. Nothing in a repository, which knows what is committed."""
    from langdetect_hook.files import work_trees
    from langdetect_hook.files.committed import files_of

    folder, name = os.path.split(path)
    end = os.path.splitext(name)[1]
    if not end or work_trees.of_file(path) is not None:
        return
    for entry in files_of(folder or os.curdir, end).beside(name, most):
        try:
            yield _read_found(os.path.join(folder, entry.path))
        except (OSError, Skipped):
            continue


def _readable(blobs: git.Blobs, entries: list[Entry]) -> Iterator[Content]:
    from langdetect_hook.files.git_process import GitError

    try:
        for entry in entries:
            yield _read_entry(blobs, entry)
    except (GitError, OSError, Skipped):  # a partial clone lacks it
        return


def tracked() -> Iterator[Source]:
    """Every tracked file of the repository, with the content of the working tree."""
    from langdetect_hook.files import git

    for path in git.tracked():
        yield Source(path, Later(_read_found, path))


def _mode(path: str) -> int:
    """What kind of thing a path is, 0 where nothing can be found out; a symbolic link is a link."""
    try:
        return os.lstat(path).st_mode
    except (OSError, ValueError):
        return 0


def _below(folder: str) -> Iterator[Source]:
    from langdetect_hook.files import git
    from langdetect_hook.files.git_process import GitError

    paths = git.files_below(folder)
    if paths is None:
        yield from _walk(folder)
        return
    for path in paths:
        if isinstance(path, GitError):
            yield Source(folder, Later(_raise, OSError(str(path))))
        else:
            full = _join(folder, path)
            yield Source(full, Later(_read_found, full))


def _walk(folder: str) -> Iterator[Source]:
    """All files below a folder that git does not know, in the order in which git would list them."""
    pending = [_join(folder, "") or "./"]
    while pending:
        path = pending.pop()
        if not path.endswith("/"):
            yield Source(path, Later(_read_found, path))
            continue
        try:
            with os.scandir(path) as entries:
                names = [e.name + "/" * e.is_dir(follow_symlinks=False) for e in entries]
        except OSError as error:
            yield Source(path, Later(_raise, error))
            continue
        names.sort(reverse=True)
        pending.extend(_join(path, name) for name in names if name not in (".git", ".git/"))


def _join(folder: str, name: str) -> str:
    return name if folder in (".", "./") else folder + "/" * (not folder.endswith("/")) + name


def _read_named(path: str) -> Content:
    """The content of a file that the user named: whatever is wrong with it is worth telling."""
    if stat.S_ISLNK(_mode(path)):
        raise Skipped(SKIPPED_MODES["120000"])
    return read_file(path)


def _read_found(path: str) -> Content:
    """The content of a file that a listing named: it may be gone by now, or be something that holds no content."""
    try:
        mode = os.lstat(path).st_mode
        if stat.S_ISREG(mode):
            return read_file(path)
    except OSError as error:
        if isinstance(error.__cause__ or error, (FileNotFoundError, NotADirectoryError)):
            raise Skipped("it is not in the working tree") from None
        raise
    if stat.S_ISLNK(mode):
        raise Skipped(SKIPPED_MODES["120000"])
    raise Skipped("it is a repository of its own" if stat.S_ISDIR(mode) else "it is not a regular file")


def _read_listed(blobs: git.Blobs, entry: Entry) -> Content:
    """The content of an entry that is to be checked. What a partial clone lacks is passed over, but not in silence."""
    from langdetect_hook.files import git

    try:
        return _read_entry(blobs, entry)
    except git.MissingObject:
        if not blobs.is_of_a_partial_clone():
            raise
        git.note_what_is_not_here(entry.path)
        raise Skipped("its content is not here") from None


def _read_entry(blobs: git.Blobs, entry: Entry) -> Content:
    if entry.mode in SKIPPED_MODES:
        raise Skipped(SKIPPED_MODES[entry.mode])
    blobs.open(entry.object)
    return content_of_stream(blobs.read)


def _read_standard_input() -> Content:
    import sys

    _require_standard_input()
    return content_of_stream(sys.stdin.buffer.read)


def _require_standard_input() -> None:
    import sys

    if sys.stdin is None:
        raise OSError("standard input is closed")


def content_of_stream(read: Callable[[int], bytes]) -> Content:
    """The content of a stream, read to its end; of more than WHOLE_BYTES, only what read_file keeps."""
    head = read(WHOLE_BYTES + 1)
    if len(head) <= WHOLE_BYTES:
        return content_from_bytes(head)
    size, tail = len(head), head
    while chunk := read(WHOLE_BYTES):
        size += len(chunk)
        tail = tail[-TAIL_BYTES - 3 :] + chunk
    return content_of_parts(head[:HEAD_BYTES], tail[start_of_tail(size) - size :], size)


def _raise(error: OSError) -> Content:
    raise error


if TYPE_CHECKING:
    from langdetect_hook.files import git
    from langdetect_hook.files.committed import Entry
