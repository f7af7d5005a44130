"""Runs git: one process a query, its answer streamed, its complaints kept for the error message."""

from __future__ import annotations

import os
import subprocess

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import IO, NoReturn

CHUNK_BYTES = 1 << 16

# Inside a hook these name the repository that commits. A folder given by hand may lie in another one.
REPOSITORY_VARIABLES = ("GIT_COMMON_DIR", "GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_WORK_TREE")


class GitError(Exception):
    """git answered with an error; the text is its own last line."""


class Conversation:
    """A git process that answers questions one by one, started at the first of them."""

    def __init__(self, *arguments: str, folder: str = "") -> None:
        self._arguments = arguments
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def __reduce__(self) -> NoReturn:
        raise TypeError("a conversation with a process cannot be sent to another")

    def ask(self, question: bytes) -> IO[bytes]:
        """Put a question; the answer comes from the stream. Raises GitError or BrokenPipeError."""
        if self._process is None:
            self._process = start(self._arguments, self._folder, stdin=subprocess.PIPE)
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(question)
        self._process.stdin.flush()
        return self._process.stdout

    def close(self) -> None:
        """End the process."""
        end(self._process)
        self._process = None


def records(
    arguments: Sequence[str], folder: str = "", separator: bytes = b"\0", warnings: list[bytes] | None = None
) -> Iterator[bytes]:
    """What git prints, split at the separator as it comes; GitError where it fails."""
    with _scratch_file() as complaints:
        process = start(arguments, folder, stderr=complaints)
        try:
            assert process.stdout is not None
            yield from split(process.stdout, separator)
            status = process.wait()
        finally:
            end(process)
        complaints.seek(0)
        lines = complaints.read(1 << 20).splitlines()
    if status:
        raise GitError(os.fsdecode(lines[-1]).removeprefix("fatal: ") if lines else f"status {status}")
    if warnings is not None:
        warnings.extend(lines)


def split(stream: IO[bytes], separator: bytes) -> Iterator[bytes]:
    """The records of a byte stream, without the separator and without piling them up."""
    rest = b""
    while chunk := stream.read1(CHUNK_BYTES) if hasattr(stream, "read1") else stream.read(CHUNK_BYTES):
        *records, rest = (rest + chunk).split(separator)
        yield from records
    if rest:
        yield rest


def start(arguments: Sequence[str], folder: str = "", **channels: object) -> subprocess.Popen[bytes]:
    command = ["git", *(["-C", folder] if folder else []), *arguments]
    # No locks: a check beside a running git must not disturb it. LC_ALL: the messages are matched and quoted.
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    if folder:
        for name in REPOSITORY_VARIABLES:
            environment.pop(name, None)
    settings = {"stdin": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **channels}
    try:
        return subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, **settings)  # type: ignore
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        raise GitError("there is no git command on the PATH" if missing else str(error)) from None


def end(process: subprocess.Popen[bytes] | None) -> None:
    if process is None:
        return
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            try:
                stream.close()
            except BrokenPipeError:
                pass
    if process.poll() is None:
        process.kill()
    process.wait()


def _scratch_file() -> IO[bytes]:
    """Where git complains to. A file, not a pipe: however much it complains, it never waits for a reader."""
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("complaints"), "w+b")
    from tempfile import TemporaryFile  # slow to import

    return TemporaryFile()
