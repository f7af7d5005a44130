"""What git knows: the staged entries and their content, the tracked files, the attributes, the last commit.

A listing is one process that streams its answer, so 200,000 paths cost no memory. What is asked of single files is
asked of the repository in which the file lies, of processes that all files of a run share: at most one for attributes,
one for objects, and one for each extension that is listed; and of one for each folder with findings. Outside of
repositories none is started. What needs git imports this module: of the path of a plain `check FILE...`, only a file
that is about to be reported.
"""

from __future__ import annotations

import heapq
import os
from itertools import chain, islice

from langdetect_hook.failure import Failure
from langdetect_hook.files import work_trees
from langdetect_hook.files.committed import Committed, Entry
from langdetect_hook.files.git_process import (
    CHUNK_BYTES,
    NO_GIT,
    Conversation,
    GitError,
    WorkTree,
    decoded,
    records,
    require_file,
    tell,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import IO, TypeVar

    Kept = TypeVar("Kept", Conversation, "Repository")

# The attributes that bear on the verdict.
ATTRIBUTES = (
    *("binary", "conflict-marker-size", "filter", "langdetect"),
    *("linguist-generated", "linguist-language", "linguist-vendored", "working-tree-encoding"),
)

# A run may go through a folder of a thousand repositories: the processes of at most so many are kept.
MOST_REPOSITORIES = 8

# In one search: a command line holds so many.
MOST_NAMES = 200

ENDED_EARLY = "git ended before it gave the staged content"
# The objects of an empty file, by SHA-1 and by SHA-256.
EMPTY = (
    "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
)
UNREADABLE_FOLDER = b"warning: could not open directory '"


class NoSuchCommit(GitError):
    """A name is that of no commit, or of several."""


class MissingObject(OSError):
    """The repository lacks an object: a partial clone has not fetched it, or it is damaged."""


def staged() -> Iterator[Entry]:
    """What the next commit adds or changes, as the index has it; paths relative to the current folder.

    Deleted files are left out. Raises Failure outside a git work tree.
    """
    work_tree = work_trees.current()
    prefix = _prefix("--staged", work_tree)
    try:
        yield from _changed(("--cached",), work_tree, prefix)
    except GitError as error:
        raise Failure(f"git could not list the staged files: {error}") from None


def since(reference: str) -> Iterator[Entry]:
    """What the last commit has and its merge base with `reference` has not, or not so; paths relative to the current
    folder.

    Deleted files are left out. Raises Failure outside a git work tree, where there is no such commit, and where the two
    have no commit in common that is here.
    """
    work_tree = work_trees.current()
    prefix = _prefix("--since", work_tree)
    base = _merge_base(reference, work_tree)
    try:
        yield from _changed((base, "HEAD"), work_tree, prefix)
    except GitError as error:
        raise Failure(f"git could not list what differs from {reference}: {error}") from None


def _changed(between: Sequence[str], work_tree: WorkTree | None, prefix: str) -> Iterator[Entry]:
    """The entries that `git diff` lists, as the newer side has them."""
    arguments = ("diff", *between, "--raw", "-z", "--no-abbrev", "--no-color", "--no-ext-diff", "--no-textconv")
    # No order of a configuration: it may name a device.
    order = (f"-O{os.devnull}", "--no-relative", "--no-renames", "--diff-filter=d", "--")
    fields = records((*arguments, *order), work_tree)
    for field in fields:
        _, mode, _, object_name, _ = field.split(b" ")
        path = decoded(next(fields))
        yield Entry(mode.decode(), object_name.decode(), _from_here(path, prefix))


def _merge_base(reference: str, work_tree: WorkTree | None) -> str:
    """The commit at which the last one and `reference` went different ways."""
    try:
        commits = [_commit(name, work_tree) for name in (reference, "HEAD")]
    except NoSuchCommit:
        raise Failure(f"--since {reference}: there is no such commit here") from None
    except GitError as error:
        raise Failure(f"--since {reference}: {error}") from None
    try:
        return decoded(next(records(("merge-base", *commits), work_tree, b"\n")))
    except (GitError, StopIteration):
        raise Failure(
            f"--since {reference}: the commit that it and HEAD have in common is not here (in a shallow clone: "
            "git fetch --unshallow)"
        ) from None


def _commit(name: str, work_tree: WorkTree | None) -> str:
    # Behind --end-of-options no name is an option of git's.
    arguments = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    try:
        commits = list(records(arguments, work_tree, b"\n"))
    except GitError as error:
        if str(error) == "status 1" or "expected commit type" in str(error):
            raise NoSuchCommit from None
        raise
    if len(commits) != 1 or commits[0].startswith(b"^"):  # a range, or all but one
        raise NoSuchCommit
    return decoded(commits[0])


def tracked() -> Iterator[str]:
    """Every tracked path of the repository, relative to the current folder. Raises Failure outside one."""
    work_tree = work_trees.current()
    prefix = _prefix("--all", work_tree)
    try:
        for path in _distinct(records(("ls-files", "-z", "--full-name"), work_tree)):
            yield _from_here(decoded(path), prefix)
    except GitError as error:
        raise Failure(f"git could not list the tracked files: {error}") from None


def files_below(folder: str) -> Iterator[str | GitError] | None:
    """The files of a folder in a work tree, sorted and relative to it: tracked, or untracked and not ignored.

    None where there is no work tree, no git, or nothing that git would list (a folder that is itself
    ignored, or cannot be entered). A subfolder that git could not open is yielded last, as a GitError.
    """
    found = work_trees.of_folder(folder)
    if found is None or not os.access(folder, os.X_OK) or not _has_work_tree(found[0]):
        return None
    work_tree, inside = found
    warnings: list[bytes] = []
    pathspec = ("--", inside) if inside else ()
    cached = _distinct(records(("ls-files", "-z", "--cached", *pathspec), work_tree))
    others = records(("ls-files", "-z", "--others", "--exclude-standard", *pathspec), work_tree, warnings=warnings)
    listing = _listing(folder, os.fsencode(inside), heapq.merge(cached, others), warnings)
    first = next(listing, None)
    return None if first is None else chain((first,), listing)


def _has_work_tree(work_tree: WorkTree) -> bool:
    try:
        return next(records(("rev-parse", "--is-inside-work-tree"), work_tree, b"\n"), b"") == b"true"
    except GitError:
        return False


def _tree_entry(record: bytes) -> Entry:
    described, _, name = record.partition(b"\t")
    mode, _, object_name = described.split(b" ")
    return Entry(mode.decode(), object_name.decode(), decoded(name))


def _listing(folder: str, inside: bytes, paths: Iterator[bytes], warnings: list[bytes]) -> Iterator[str | GitError]:
    try:
        for path in paths:
            if path.startswith(inside):  # else it is the folder itself, a submodule that is not here
                yield decoded(path[len(inside) :])
    except GitError as error:
        raise Failure(f"git could not list the files of {folder}: {error}") from None
    for line in warnings:
        if line.startswith(UNREADABLE_FOLDER):
            yield GitError(decoded(line.removeprefix(b"warning: ")))


class Blobs(Conversation):
    """A reader of objects through one `git cat-file --batch`, of a work tree or of the current one."""

    def __init__(self, work_tree: WorkTree | None = None) -> None:
        super().__init__(work_tree or work_trees.current(), "cat-file", "--batch")
        self._is_partial: bool | None = None
        self._left = 0  # bytes of the last answer that nobody has read yet, the newline after it included

    def open(self, object_name: str) -> None:
        """Ask for an object, by its name or as `:PATH` in the index; `read` then gives its content. Raises
        MissingObject where the repository lacks it, another OSError where git gives no answer."""
        self._find(object_name, b"blob")

    def is_of_a_partial_clone(self) -> bool:
        """Whether the repository may lack objects without being damaged."""
        if self._is_partial is None:
            what = r"^(extensions\.partialclone|remote\..*\.promisor)$"
            try:
                self._is_partial = any(True for _ in records(("config", "--get-regexp", what), self._work_tree))
            except GitError:  # there is none, which is status 1
                self._is_partial = False
        return self._is_partial

    def commit(self) -> str:
        """The name of the last commit. Raises OSError where there is none."""
        return self._find("HEAD", b"commit")

    def read(self, count: int) -> bytes:
        """The next `count` bytes of the object, fewer at its end."""
        content = self._answer(min(count, self._left - 1))
        self._left -= len(content)
        return content

    def _find(self, object_name: str, kind: bytes) -> str:
        while self._left:
            self._left -= len(self._answer(min(self._left, CHUNK_BYTES)))
        header = self._header(os.fsencode(object_name))
        if len(header) == 3 and header[2].isdigit():
            self._left = int(header[2]) + 1
            if header[1] == kind:
                return decoded(header[0])
        raise MissingObject("its content is missing from the repository")

    def _header(self, object_name: bytes) -> list[bytes]:
        """The fields of the line that git writes before the content; none where git ended because it lacks the object
        and may not fetch it."""
        try:
            line = self.ask(object_name + b"\n").readline()
        except BrokenPipeError:
            line = b""
        except GitError as error:
            self.close()
            raise OSError(str(error)) from None
        if not line:
            why = self.reason()
            self.close()
            if "promisor remote" not in why:
                raise OSError(f"{ENDED_EARLY}: {why}" if why else ENDED_EARLY)
        return line.split()

    def _answer(self, count: int) -> bytes:
        assert self._process is not None and self._process.stdout is not None  # noqa: S101 - for mypy: it is so
        content = self._process.stdout.read(count)
        if len(content) != count:
            self.close()
            raise OSError(ENDED_EARLY)
        return content

    def close(self) -> None:
        """End the process, and with it what it has answered."""
        self._left = 0
        super().close()


class Attributes:
    """A reader of `.gitattributes` through one `git check-attr --stdin -z` a repository."""

    def __init__(self, names: Sequence[str] = ATTRIBUTES) -> None:
        self._names = names
        self._conversations: dict[WorkTree, Conversation] = {}
        self._reasons: dict[str, None] = {}  # why git gave no answer

    def of(self, path: str) -> dict[str, str]:
        """The attributes that are set for a path: "set", "unset" or the value. Empty outside a repository."""
        found = work_trees.of_file(path)
        fields = self._ask(*found) if found else []
        return {
            decoded(name): decoded(value)
            for name, value in zip(fields[1::3], fields[2::3], strict=True)
            if value != b"unspecified"
        }

    def complaints(self) -> list[str]:
        """What git does not understand in a `.gitattributes` that it has read, each line once; and why it has read
        none."""
        lines = (line for asked in self._conversations.values() for line in asked.complaints())
        reasons = (f"{reason}; so no .gitattributes counts there" for reason in self._reasons)
        return list(dict.fromkeys((*lines, *reasons)))

    def close(self) -> None:
        """End the processes."""
        _close(self._conversations)
        self._reasons.clear()

    def _ask(self, work_tree: WorkTree, path: str) -> list[bytes]:
        conversation = _kept(self._conversations, work_tree, self._conversation)
        try:
            _require_attributes(work_tree, os.path.dirname(path))
            answer = conversation.ask(os.fsencode(path) + b"\0")
            return [_until_nul(answer) for _ in range(3 * len(self._names))]
        except (GitError, BrokenPipeError, EOFError) as error:
            reason = str(error) if isinstance(error, GitError) else conversation.reason()
            if reason and reason != NO_GIT:
                self._reasons[reason] = None
            conversation.close()
            return []

    def _conversation(self, work_tree: WorkTree) -> Conversation:
        return Conversation(work_tree, "check-attr", "--stdin", "-z", *self._names)


class Repository:
    """The objects of a repository, and what its last commit holds."""

    def __init__(self, work_tree: WorkTree) -> None:
        self.blobs = Blobs(work_tree)
        self._work_tree = work_tree
        self._committed: dict[tuple[str, str], Committed] = {}
        self._mentioned: dict[tuple[str, str], dict[str, list[str]]] = {}

    def committed_near(self, path: str, most: int) -> tuple[list[Entry], list[Entry]]:
        """At most `most` files of the last commit in the folder of `path`, and as many elsewhere: those with the same
        extension, nearest to it by name or by folder. Both are empty where there is no commit."""
        end = os.path.splitext(path)[1]
        if not end:
            return [], []
        try:
            commit = self.blobs.commit()
        except (GitError, OSError):
            return [], []
        if (commit, end) not in self._committed:
            self._committed[commit, end] = Committed(self._entries(commit, os.fsencode(end)))
        committed = self._committed[commit, end]
        return committed.beside(path, most), committed.elsewhere(path, most)

    def mentioning(self, path: str) -> str | None:
        """The first tracked file in the folder of `path` or above it that has its name as a word; "" where there is
        none; None for a name that is no word with an extension."""
        import re

        folder, name = os.path.split(path)
        end = os.path.splitext(name)[1]
        if not end or not re.fullmatch(r"[\w.+@-]+", name, re.ASCII):
            return None
        if (folder, end) not in self._mentioned:
            self._mentioned[folder, end] = self._names_in(folder, end)
        return next((other for other in self._mentioned[folder, end].get(name, ()) if other != path), "")

    def _names_in(self, folder: str, end: str) -> dict[str, list[str]]:
        """The names with an extension that stand in the tracked files of a folder and those above it: each with two of
        these files."""
        pattern = rf"[[:alnum:]_.+@-]*[.]{end[1:].replace('+', '[+]')}"
        arguments = ("grep", "--cached", "-I", "-o", "-w", "-z", "-E", "--max-depth=0", "-e", pattern, "--")
        names: dict[str, list[str]] = {}
        try:
            _require_attributes(self._work_tree, folder)
            for record in records((*arguments, *_and_above(folder)), self._work_tree, b"\n"):
                file, _, name = decoded(record).partition("\0")
                if file not in (files := names.setdefault(name, [])) and len(files) < 2:
                    files.append(file)
        except GitError:  # none has one, which is status 1
            pass
        return names

    def files_with(self, names: Iterable[str]) -> dict[str, list[str]]:
        """The tracked files whose staged content has each of the names as a word."""
        found: dict[str, list[str]] = {}
        patterns = [part for name in names for part in ("-e", name)]
        try:
            arguments = ("grep", "--cached", "-I", "-o", "-w", "-z", "-F", *patterns)
            for record in records(arguments, self._work_tree, b"\n"):
                file, _, name = decoded(record).partition("\0")
                if file not in (files := found.setdefault(name, [])):
                    files.append(file)
        except GitError:  # none has one, which is status 1
            pass
        return found

    def move(self, path: str, target: str) -> None:
        """Rename a tracked file in the work tree and in the index. Raises GitError or OSError; nothing is overwritten.

        Not by `git mv`, which looks whether the content has changed: a configuration may name a program for that.
        """
        mode, name = self._staged(path)
        if self._has(target):
            raise GitError("git tracks a file of that name, which is not in the working tree")
        from langdetect_hook.files.renaming import rename_without_overwriting

        old, new = (os.path.join(self._work_tree.top, each) for each in (path, target))
        null = "0" * len(name)
        changes = f"{mode} {name}\t{target}\0" + f"0 {null}\t{path}\0"  # of half of it git would keep both names
        is_renamed = False

        def rename() -> None:
            nonlocal is_renamed
            rename_without_overwriting(old, new)
            is_renamed = True

        try:
            self._change_index(changes, rename)
        except BaseException:
            if is_renamed and not self._has(target):
                rename_without_overwriting(new, old)
            raise

    def _has(self, path: str) -> bool:
        return bool(list(records(("ls-files", "-z", "--", path), self._work_tree)))

    def _change_index(self, changes: str, rename: Callable[[], None]) -> None:
        """Let git change its index as if the work tree were empty: it would compare a file that is there. The file is
        renamed at the last moment before."""
        from tempfile import TemporaryDirectory

        top, variables = self._work_tree
        with TemporaryDirectory(prefix="langdetect-hook-") as empty:
            places = {"GIT_DIR": os.path.join(top, ".git"), **dict(variables), "GIT_WORK_TREE": empty}
            if "GIT_INDEX_FILE" in places:
                places["GIT_INDEX_FILE"] = os.path.join(top, places["GIT_INDEX_FILE"])
            place = WorkTree(empty, tuple(places.items()))
            tell(("update-index", "-z", "--index-info"), place, os.fsencode(changes), rename)

    def _staged(self, path: str) -> tuple[str, str]:
        """The mode and the object of a file in the index."""
        staged = list(records(("ls-files", "-z", "--stage", "--", path), self._work_tree))
        if len(staged) != 1:
            raise GitError("git has more than one version of it, or none")
        mode, name, _ = decoded(staged[0]).partition("\t")[0].split(" ")
        if name in EMPTY:  # as `git add --intent-to-add` leaves it
            raise GitError("what is staged of it is empty: git add it first")
        return mode, name

    def close(self) -> None:
        """End the process."""
        self.blobs.close()

    def _entries(self, commit: str, end: bytes) -> list[Entry]:
        """The files of a commit with an extension, in the order of git; none where a part of the commit is missing."""
        listing = records(("ls-tree", "-r", "-z", "--full-tree", commit), self._work_tree)
        try:
            return [
                _tree_entry(record)
                for record in listing
                if record.startswith(b"100") and os.path.splitext(record)[1] == end
            ]
        except GitError:
            return []


_attributes = Attributes()
_repositories: dict[WorkTree, Repository] = {}
_blobs_of_staged: list[Blobs] = []
_not_here: dict[str, None] = {}


def attributes(path: str) -> dict[str, str]:
    """The attributes of a path that bear on the verdict, from a process that other paths share."""
    return _attributes.of(path)


def blobs_of_staged() -> Blobs:
    """A reader of staged content. It ends with the shared processes at the latest: files may be read when the listing
    that found them has long ended."""
    _blobs_of_staged.append(Blobs())
    return _blobs_of_staged[-1]


def repository_of(path: str) -> tuple[Repository, str] | None:
    """The repository in which a file lies, which other paths share, and its path there; None where it lies in none."""
    found = work_trees.of_file(path)
    return found and (_kept(_repositories, found[0], Repository), found[1])


def committed_near(path: str, most: int) -> tuple[Blobs, tuple[list[Entry], list[Entry]]]:
    """The neighbours that Repository.committed_near has for a file, none outside a repository; and what reads them."""
    found = repository_of(path)
    return (found[0].blobs, found[0].committed_near(found[1], most)) if found else (Blobs(), ([], []))


def mentioning(path: str) -> str | None:
    """The first tracked file, of those in the folder of a path and in the folders above, whose staged content has the
    name of the path as a word, from the top; "" where there is none; None for a name that is no word."""
    found = repository_of(path)
    return found[0].mentioning(found[1]) if found else ""


def files_with_names(paths: Iterable[str]) -> dict[str, list[str]]:
    """The tracked files, seen from the top of each path's repository, that have its name as a word, by path; nothing of
    paths outside of repositories, and of names with a line break."""
    by_work_tree: dict[WorkTree, dict[str, list[str]]] = {}
    for path in paths:
        found = work_trees.of_file(path)
        if found and "\n" not in path:
            by_work_tree.setdefault(found[0], {}).setdefault(os.path.basename(path), []).append(path)
    mentioned: dict[str, list[str]] = {}
    for work_tree, named in by_work_tree.items():
        names = iter(named)
        while chunk := list(islice(names, MOST_NAMES)):
            for name, files in Repository(work_tree).files_with(chunk).items():
                mentioned.update(dict.fromkeys(named.get(name, ()), files))
    return mentioned


def move(path: str, target: str) -> None:
    """Rename a tracked file in its repository, in the index too. Raises GitError or OSError; nothing is overwritten."""
    found = repository_of(path)
    assert found is not None  # noqa: S101 - for mypy: it is so
    repository, inside = found
    repository.move(inside, os.path.join(os.path.dirname(inside), os.path.basename(target)))


def is_tracked(path: str) -> bool:
    """Whether the index has a path, without a conflict. Raises GitError or OSError where git cannot tell."""
    try:
        return _opened(path) is not None
    except MissingObject:
        return False


def start_of_staged(path: str, count: int) -> bytes | None:
    """The first `count` bytes of a path as the index has it; None where it has no such file."""
    try:
        blobs = _opened(path)
        return blobs.read(count) if blobs is not None else None
    except (GitError, OSError):
        return None


def _opened(path: str) -> Blobs | None:
    """What a path is in the index, ready to be read; None where it cannot be asked for. Raises as Blobs.open does."""
    found = repository_of(path)
    if found is None or "\n" in found[1]:  # the protocol of the process that is asked is one line a question
        return None
    blobs = found[0].blobs
    blobs.open(f":./{found[1]}")
    return blobs


def note_what_is_not_here(path: str) -> None:
    """Remember that a file could not be checked, since a partial clone lacks its content."""
    _not_here[path] = None


def what_is_not_here() -> list[str]:
    """The files that could not be checked since a partial clone lacks their content."""
    return list(_not_here)


def complaints() -> list[str]:
    """What git has complained of in the `.gitattributes` that were asked, each line once."""
    return _attributes.complaints()


def end_shared_processes() -> None:
    """End the shared processes, which would not see a `.gitattributes` or an index that changes."""
    _attributes.close()
    _close(_repositories)
    while _blobs_of_staged:
        _blobs_of_staged.pop().close()
    _not_here.clear()
    work_trees.forget()


def _and_above(folder: str) -> Iterator[str]:
    """A folder in a work tree and those above it, to its top."""
    while folder:
        yield folder
        folder = os.path.dirname(folder)
    yield "."


def _require_attributes(work_tree: WorkTree, folder: str) -> None:
    """GitError where git would wait for ever at a `.gitattributes`, which may be a named pipe, of a folder or above."""
    for place in _and_above(folder):
        require_file(os.path.join(work_tree.top, place, ".gitattributes"))


def _kept(kept: dict[WorkTree, Kept], work_tree: WorkTree, make: Callable[[WorkTree], Kept]) -> Kept:
    """What is kept for a work tree; the oldest makes room where there is too much."""
    if work_tree not in kept:
        if len(kept) >= MOST_REPOSITORIES:
            kept.pop(next(iter(kept))).close()
        kept[work_tree] = make(work_tree)
    return kept[work_tree]


def _close(kept: dict[WorkTree, Kept]) -> None:
    while kept:
        kept.popitem()[1].close()


def _prefix(option: str, work_tree: WorkTree | None) -> str:
    """The current folder as seen from the top of its work tree: empty, or `with/slashes/`."""
    try:
        is_inside = next(records(("rev-parse", "--is-inside-work-tree"), work_tree, b"\n"), b"") == b"true"
    except GitError as error:
        raise Failure(f"{option} needs a git repository: {error}") from None
    prefix = work_trees.from_top(work_tree, os.curdir) if is_inside and work_tree else None
    if prefix is None:
        raise Failure(f"{option} needs a git work tree, and this is a folder without one")
    return prefix


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
