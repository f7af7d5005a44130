"""The one door to git: one process for each query or conversation, its answer streamed, its complaints kept for the
error.

git is started at the top of a work tree and nowhere else: in the folder of a checked file it may find a repository that
somebody has committed there, and a repository's configuration names commands. The configuration of the work tree itself
is not to be trusted either (it may come out of an archive), so settings that no configuration can overrule keep git
from running hooks and from fetching what is missing. Nor are its files: git would wait for ever at a named pipe and
read a device until no memory is left, so it gets so much memory at most, and nobody waits for it for ever.
"""

from __future__ import annotations

import os
import stat
from collections import namedtuple
from io import BufferedReader, RawIOBase

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator, Sequence
    from typing import IO, NoReturn

CHUNK_BYTES = 1 << 16
MOST_RECORD = 1 << 20  # bytes: a path has 4,096 on Linux, 32,767 characters on Windows
# Where git says nothing for so many seconds, it is looked whether it waits at what is no file.
SILENCE = 2
# It is ended after so many at the latest: the first word of a listing may take it half a minute, where a million files
# are in no cache yet; an answer about one file takes it longer only where a pattern in `.gitattributes` is made for it.
PATIENCE, PATIENCE_FOR_AN_ANSWER = 120, 10
# A repository of ten million files takes it two GiB.
MOST_MEMORY = 4 << 30
WRITING = ("update-index",)
MOST_WRITTEN = 4 << 30  # an index
MOST_COMPLAINTS = 64 << 20  # bytes; a line of 100 MB that it does not understand is a complaint of as many
_MOST_CHARACTERS = 400  # that are passed on of one complaint

# Where git is asked: the real path of a top, and the variables of the environment that speak of this repository.
WorkTree = namedtuple("WorkTree", "top variables")

# Inside a hook these name the repository that commits; of any other one they would be wrong.
REPOSITORY_VARIABLES = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_ATTR_SOURCE",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
)
# A path that is given to git is that path, whatever `git --glob-pathspecs commit` has told the hook.
PATHSPEC_VARIABLES = ("GIT_GLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_NOGLOB_PATHSPECS")

SETTINGS = (
    "safe.bareRepository=explicit",
    "core.fsmonitor=",  # not `false`: a git before 2.36 would run a command of that name
    f"core.hooksPath={os.devnull}",
    "protocol.allow=never",
)
ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",  # there is no such protocol; unlike protocol.allow, no configuration overrules it
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",  # a check beside a running git must not disturb it
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",  # the messages are matched and quoted
}

# What git reads of its folder whatever it is asked.
READ_AT_ONCE = (
    *("HEAD", "commondir", "config", "config.worktree", "index", "info/attributes", "info/exclude"),
    *("objects/info/alternates", "packed-refs", "shallow"),
)
# Bytes of one of these; git has the same bound for attributes. An entry of the other two takes some hundred.
MOST_READ = 100 << 20
LARGE = {"index": 4 << 30, "packed-refs": 1 << 30}

NO_GIT = "there is no git command on the PATH"
NO_WORK_TREE = "not a git repository with a work tree, here or in a folder above"


class GitError(Exception):
    """An error that git answered with; the text is its own."""


class TooLong(Exception):
    """A list has a record that is longer than a path can be."""


class Conversation:
    """A git process that answers questions one by one, started at the first of them."""

    def __init__(self, work_tree: WorkTree | None, *arguments: str) -> None:
        self._work_tree = work_tree
        self._arguments = arguments
        self._process: subprocess.Popen[bytes] | None = None
        self._complaints: IO[bytes] | None = None

    def __reduce__(self) -> NoReturn:
        raise TypeError("a conversation with a process cannot be sent to another")

    def ask(self, question: bytes) -> IO[bytes]:
        """The stream from which the answer to a question comes. Raises GitError or BrokenPipeError."""
        if self._process is None:
            self._complaints = _scratch_file()
            self._process = start(self._arguments, self._work_tree, True, self._complaints, PATIENCE_FOR_AN_ANSWER)
        assert self._process.stdin is not None and self._process.stdout is not None  # noqa: S101 - for mypy: it is so
        self._process.stdin.write(question)
        self._process.stdin.flush()
        return self._process.stdout

    def reason(self) -> str:
        """Why the process has ended, in its words; "" where it has said nothing."""
        lines = _lines(self._complaints) if self._complaints is not None else []
        return _reason(lines) if lines else ""

    def complaints(self) -> list[str]:
        """What the process has complained of so far, line by line."""
        lines = _lines(self._complaints) if self._complaints is not None else []
        return list(map(_shortened, lines))

    def close(self) -> None:
        """End the process; the next question starts another."""
        end(self._process)
        if self._complaints is not None:
            self._complaints.close()
        self._process = self._complaints = None


def records(
    arguments: Sequence[str],
    work_tree: WorkTree | None,
    separator: bytes = b"\0",
    warnings: list[bytes] | None = None,
) -> Iterator[bytes]:
    """What git prints, split at the separator as it comes; GitError where it fails."""
    with _scratch_file() as complaints:
        process = start(arguments, work_tree, complaints=complaints)
        try:
            assert process.stdout is not None  # noqa: S101 - for mypy: it is so
            yield from split(process.stdout, separator)
            status = process.wait()
        except TooLong as error:
            raise GitError(str(error)) from None
        finally:
            end(process)
        lines = _lines(complaints)
    if status:
        raise GitError(_reason(lines) if lines else f"status {status}")
    if warnings is not None:
        warnings.extend(lines)


def decoded(raw: bytes) -> str:
    """A path or a word of git's as a string; Windows has UTF-8 for names, and other bytes are kept as elsewhere."""
    try:
        return os.fsdecode(raw)
    except UnicodeDecodeError:
        return raw.decode("utf-8", "surrogateescape")


def tell(arguments: Sequence[str], work_tree: WorkTree | None, text: bytes, first: Callable[[], None]) -> None:
    """Let git read a text and do what it says; GitError where it fails. `first` is called once git is there to read it:
    should we be killed later, git goes on."""
    import subprocess

    with _scratch_file() as complaints:
        process = start(arguments, work_tree, asks=True, complaints=complaints)
        try:
            first()
            process.communicate(text, PATIENCE)
        except subprocess.TimeoutExpired:
            raise GitError(f"it has said nothing for {PATIENCE} seconds") from None
        finally:
            _close(process)
            process.wait()  # it is not killed: it would leave the lock on its index, and needs no longer than a moment
        if process.returncode:
            raise GitError(_reason(_lines(complaints) or [b"status %d" % process.returncode]))


def split(stream: IO[bytes], separator: bytes) -> Iterator[bytes]:
    """The records of a byte stream, without the separator, a byte, and without piling them up. TooLong: one is longer
    than a path can be."""
    parts: list[bytes] = []
    size = 0
    while chunk := stream.read1(CHUNK_BYTES) if hasattr(stream, "read1") else stream.read(CHUNK_BYTES):
        first, *records = chunk.split(separator)
        parts.append(first)
        size += len(first)
        if size > MOST_RECORD:
            raise TooLong(f"a path of more than {MOST_RECORD:,} bytes")
        if records:
            yield b"".join(parts)
            yield from records[:-1]
            parts, size = [records[-1]], len(records[-1])
    if rest := b"".join(parts):
        yield rest


def start(
    arguments: Sequence[str],
    work_tree: WorkTree | None,
    asks: bool = False,
    complaints: IO[bytes] | None = None,
    patience: float | None = None,
) -> subprocess.Popen[bytes]:
    """A git process at the top of a work tree. Raises GitError where there is none, and where git cannot be started."""
    if work_tree is None:
        raise GitError(NO_WORK_TREE)
    for stuck in (_stuck.get((work_tree, "")), _stuck.get((work_tree, arguments[0]))):
        if stuck:
            raise GitError(stuck)
    _require_files(work_tree)
    import subprocess  # a run outside of any repository does without

    settings = [part for setting in SETTINGS for part in ("-c", setting)]
    try:
        process = subprocess.Popen(  # noqa: S603 - git alone, a list, no shell
            [_git(), "-C", work_tree.top, *settings, *arguments],
            stdin=subprocess.PIPE if asks else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=complaints or subprocess.DEVNULL,
            env=_environment(work_tree),
        )
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        raise GitError(NO_GIT if missing else str(error)) from None
    _bound(process.pid, MOST_WRITTEN if arguments[0] in WRITING else MOST_COMPLAINTS)
    if os.name == "posix":  # elsewhere no file is a pipe
        process.stdout = BufferedReader(
            Patient(process.stdout, work_tree, arguments[0], patience or PATIENCE), CHUNK_BYTES
        )
    return process


def _git() -> str:
    """The git of whoever commits. On Windows its whole path: a name is looked for in the current folder first there,
    where a repository may have a `git.exe`."""
    return git_on(os.environ.get("PATH", "")) if os.name == "nt" else "git"


def git_on(path: str) -> str:
    """The `git.exe` in the first of the folders of a PATH that has one, of those with a whole path. FileNotFoundError:
    none has."""
    for folder in path.split(os.pathsep):
        program = os.path.join(folder.strip('"'), "git.exe")
        if os.path.isabs(program) and os.path.isfile(program):
            return program
    raise FileNotFoundError


def _bound(pid: int, most_written: int) -> None:
    """Let a process have so much memory, and write so much to a file, at most, where the system can do that from
    outside."""
    try:
        import resource

        for what, most in ((resource.RLIMIT_DATA, MOST_MEMORY), (resource.RLIMIT_FSIZE, most_written)):
            _, hard = resource.prlimit(pid, what)
            most = most if hard == resource.RLIM_INFINITY else min(hard, most)
            resource.prlimit(pid, what, (most, most))
    except (ImportError, AttributeError, OSError, ValueError):
        pass


class Patient(RawIOBase):
    """What a git process writes, for which nobody waits for ever: GitError where it says nothing any more."""

    def __init__(self, stream: IO[bytes] | None, work_tree: WorkTree, command: str, patience: float) -> None:
        assert stream is not None  # noqa: S101 - for mypy: it is so
        self._stream = stream.detach()  # type: ignore[attr-defined]
        self._work_tree = work_tree
        self._command = command
        self._patience = patience

    def readable(self) -> bool:
        return True

    def fileno(self) -> int:
        return int(self._stream.fileno())

    def readinto(self, buffer: bytearray | memoryview) -> int | None:  # type: ignore[override]
        if not self._speaks_within(SILENCE):
            self._look_for_an_obstacle()
        count: int | None = self._stream.readinto(buffer)
        return count

    def close(self) -> None:
        self._stream.close()
        super().close()

    def _speaks_within(self, seconds: float) -> bool:
        from select import POLLIN, poll

        heard = poll()
        heard.register(self._stream, POLLIN)
        return bool(heard.poll(seconds * 1000))

    def _look_for_an_obstacle(self) -> None:
        from langdetect_hook.files.obstacles import obstacle

        place = obstacle(self._work_tree)
        if not place and self._speaks_within(self._patience):
            return
        words = f"{place} is not a regular file" if place else f"it has said nothing for {self._patience} seconds"
        raise GitError(_stuck.setdefault((self._work_tree, "" if place else self._command), words))


# Where git was waited for in vain, for which of its commands ("": for all): it would be the same for each file.
_stuck: dict[tuple[WorkTree, str], str] = {}


def forget() -> None:
    """Forget where git was waited for in vain."""
    _stuck.clear()


def _reason(lines: list[bytes]) -> str:
    """The line of git's complaints that says why it ended: the last but where advice follows it. Of the advice, how to
    trust a repository of another owner."""
    fatal = [line for line in lines if line.startswith((b"fatal: ", b"error: "))]
    advice = [line.strip() for line in lines if line.startswith(b"\tgit config --global --add safe.directory ")]
    reason = _shortened((fatal or lines)[-1]).removeprefix("fatal: ").removeprefix("error: ")
    return reason + "".join(f" (if you trust it: {decoded(line)})" for line in advice)


def _shortened(line: bytes) -> str:
    """A complaint, which may quote a path of any length, in a length that people read."""
    return decoded(line[:_MOST_CHARACTERS]) + " ..." * (len(line) > _MOST_CHARACTERS)


def _require_files(work_tree: WorkTree) -> None:
    """GitError where git would wait for ever to read of its own folder: an archive can bring a named pipe."""
    for name in READ_AT_ONCE:
        require_file(os.path.join(work_tree.top, ".git", name), LARGE.get(name, MOST_READ))
    require_file(os.path.join(work_tree.top, ".gitattributes"))


def require_file(path: str, most: int = 0) -> None:
    """GitError where a path is neither a file nor a link to one, nor nothing; with `most`, where it has more bytes."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return
    if not stat.S_ISREG(status.st_mode):
        raise GitError(f"{path} is not a regular file")
    if 0 < most < status.st_size:
        raise GitError(f"{path} is larger than {most:,} bytes")


def _environment(work_tree: WorkTree) -> dict[str, str]:
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name not in REPOSITORY_VARIABLES and name not in PATHSPEC_VARIABLES
    }
    # Where git takes a `.git` for none, it must not look further up either.
    ceiling = {"GIT_CEILING_DIRECTORIES": os.path.dirname(work_tree.top)}
    return {**inherited, **ENVIRONMENT, **ceiling, **dict(work_tree.variables)}


def end(process: subprocess.Popen[bytes] | None) -> None:
    if process is None:
        return
    _close(process)
    if process.poll() is None:
        process.kill()
    process.wait()


def _close(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            try:
                stream.close()
            except BrokenPipeError:
                pass


def _scratch_file() -> IO[bytes]:
    """The file that git complains to. Not a pipe: however much it complains, it never waits for a reader."""
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("complaints"), "w+b")
    from tempfile import TemporaryFile  # slow to import

    return TemporaryFile()


def _lines(complaints: IO[bytes]) -> list[bytes]:
    complaints.seek(0)
    return complaints.read(1 << 20).splitlines()
