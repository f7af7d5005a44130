"""What a file holds: its bytes, its text, or why it is not text.

On the hot path: one `open`, one `fstat`, one `read` a file, and nothing that can block.
"""

from __future__ import annotations

import errno
import os
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    What = TypeVar("What")

WHOLE_BYTES = 1 << 20  # a file up to this size is read whole
HEAD_BYTES = 65536  # of a larger one, only this much of its beginning
TAIL_BYTES = 16384  # and this much of its end

# Longest first: the byte order mark of UTF-32 begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\xff\xfe", "utf-16-le"),
)
FIRST_BYTES_OF_MARKS = b"\x00\xef\xfe\xff"

SAMPLE_BYTES = 8192  # enough to tell text from binary
# Control characters that text has: backspace to carriage return, escape, Control-Z. All others mean binary.
NOT_CONTROL = bytes(set(range(256)) - (set(range(32)) - set(b"\b\t\n\v\f\r\x1a\x1b")) - {127})
MOST_CONTROL = 0.02  # a larger share of control characters than this is not text
LEAST_WIDE_BYTES = 8  # fewer bytes than this can't show that they are UTF-16
LEAST_WIDE_NULS = 0.8  # this share of the high bytes is NUL in UTF-16 text without a byte order mark

# O_NONBLOCK: opening a FIFO without a writer would wait for ever. O_NOCTTY: a terminal must not become ours.
OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # Windows has no such flag

REASONS = {
    errno.EACCES: "permission denied",
    errno.EISDIR: "is a folder, not a file",
    errno.ELOOP: "is a symbolic link that leads to itself",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ENOENT: "no such file",
    errno.ENOTDIR: "a part of its path is not a folder",
    errno.ENXIO: "is a socket or a device, not a file",
    errno.EPERM: "permission denied",
}
KINDS = (
    (stat.S_ISDIR, "is a folder, not a file"),
    (stat.S_ISFIFO, "is a named pipe, not a file"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)


class Unreadable(OSError):
    """A path that has no content to read; `str()` of it is the reason in a few words, without the path."""


class Content:
    """What was read of one file.

    raw: the bytes that were read; text: them decoded, without a byte order mark, line ends as `\\n` with no blanks
    before them, or None; size: bytes in the whole file; encoding: what `text` was decoded from, or None; problem: None,
    or why it has no text ("empty", "binary", "undecodable"); complete: whether `raw` is the whole file; head: how many
    characters of `text` come from the beginning of the file (all, where it is complete).
    """

    __slots__ = ("complete", "encoding", "head", "problem", "raw", "size", "text")

    def __init__(
        self,
        raw: bytes,
        text: str | None,
        size: int,
        encoding: str | None,
        problem: str | None = None,
        complete: bool = True,
        head: int = 0,
    ) -> None:
        self.raw = raw
        self.text = text
        self.size = size
        self.encoding = encoding
        self.problem = problem
        self.complete = complete
        self.head = head

    def __repr__(self) -> str:
        return f"Content(size={self.size}, encoding={self.encoding!r}, problem={self.problem!r})"


def read_file(path: str | bytes) -> Content:
    """The content of the regular file at `path`, read without ever waiting. Raises Unreadable with the reason."""
    return of_regular_file(path, _content_of)


def read_whole(path: str, most: int = WHOLE_BYTES) -> bytes:
    """The bytes of the regular file at `path`, read without ever waiting. Raises Unreadable with the reason, also where
    there are more than `most`."""

    def read(descriptor: int, size: int) -> bytes:
        if size > most:
            raise Unreadable(f"is larger than {most:,} bytes")
        return read_count(descriptor, size)

    return of_regular_file(path, read)


def _content_of(descriptor: int, size: int) -> Content:
    if size <= WHOLE_BYTES:
        return content_from_bytes(read_count(descriptor, size))
    head = read_count(descriptor, HEAD_BYTES)
    start = os.lseek(descriptor, start_of_tail(size), os.SEEK_SET)
    return content_of_parts(head, read_count(descriptor, size - start), size)


def of_regular_file(path: str | bytes, read: Callable[[int, int], What], follows_link: bool = True) -> What:
    """What `read` makes of the descriptor and the size of a file; Unreadable where it is none that could be read, and
    where it is a link that is not to be followed."""
    try:
        if not follows_link and not NO_LINK and os.path.islink(path):
            raise Unreadable("is a symbolic link")
        descriptor = os.open(path, OPEN_FLAGS if follows_link else OPEN_FLAGS | NO_LINK)
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise Unreadable(_kind(status.st_mode))
            return read(descriptor, status.st_size)
        finally:
            os.close(descriptor)
    except Unreadable:
        raise
    except OSError as error:
        raise Unreadable(REASONS.get(error.errno or 0) or (error.strerror or str(error)).lower()) from error
    except ValueError as error:  # a NUL in the name, or a name that the file system's encoding can't hold
        raise Unreadable("is not a name that a file can have") from error


def content_from_bytes(raw: bytes, size: int | None = None) -> Content:
    """The content of a file whose bytes are at hand, cut exactly as `read_file` would have cut it.

    `size` is the size of the whole file where `raw` is only its beginning.
    """
    if size is not None and size > len(raw):
        return content_of_parts(raw[:HEAD_BYTES], b"", size)
    if len(raw) > WHOLE_BYTES:
        start = start_of_tail(len(raw))
        return content_of_parts(raw[:HEAD_BYTES], raw[start:], len(raw))
    if not raw:
        return Content(raw, None, 0, None, "empty")
    text, encoding, problem = _decode(raw)
    return Content(raw, text, len(raw), encoding, problem, True, len(text or ""))


def read_count(descriptor: int, count: int) -> bytes:
    """The next `count` bytes, or as many as there are: the file may shrink meanwhile."""
    data = os.read(descriptor, count)
    while data and len(data) < count:
        more = os.read(descriptor, count - len(data))
        if not more:
            break
        data += more
    return data


def _kind(mode: int) -> str:
    for is_kind, reason in KINDS:
        if is_kind(mode):
            return reason
    return "is not a regular file"


def start_of_tail(size: int) -> int:
    """Where the tail of a large file begins: a multiple of 4, to keep UTF-16 and UTF-32 aligned."""
    return (size - TAIL_BYTES) & ~3


def content_of_parts(head: bytes, tail: bytes, size: int) -> Content:
    """The content of a large file: whole lines of its head, then whole lines of its tail."""
    if not head:  # it was emptied meanwhile
        return Content(b"", None, 0, None, "empty")
    raw = head + tail
    text, encoding, problem = _decode(head, cut=True)
    if text is None or encoding is None:
        return Content(raw, None, size, encoding, problem or "binary", False)
    text = text[: text.rfind("\n") + 1] or text
    end = _decode_as(tail, encoding)
    end = end[end.find("\n") + 1 :]
    return Content(raw, text + end, size, encoding, None, False, len(text))


def _decode(raw: bytes, cut: bool = False) -> tuple[str | None, str | None, str | None]:
    """Text, encoding and problem of a whole file or its beginning; `cut`: the last character may be incomplete."""
    if raw[0] in FIRST_BYTES_OF_MARKS:
        for mark, encoding in BYTE_ORDER_MARKS:
            if raw.startswith(mark):
                if encoding != "utf-8-sig":
                    return _decode_wide(raw[len(mark) :], encoding, cut)
                text, encoding_found, problem = _decode_narrow(raw[3:], cut)
                return text, "utf-8-sig" if encoding_found == "utf-8" else encoding_found, problem
    if b"\0" in raw:
        wide = _wide_encoding(raw)
        return _decode_wide(raw, wide, cut) if wide else (None, None, "binary")
    return _decode_narrow(raw, cut)


def _decode_narrow(raw: bytes, cut: bool) -> tuple[str | None, str | None, str | None]:
    if not raw:
        return None, "utf-8", "empty"
    sample = raw[:SAMPLE_BYTES]
    if b"\0" in raw or len(sample.translate(None, NOT_CONTROL)) > MOST_CONTROL * len(sample):
        return None, None, "binary"
    try:
        return _lines(raw.decode("utf-8")), "utf-8", None
    except UnicodeDecodeError as error:
        if cut and error.start >= len(raw) - 3:
            return _lines(raw[: error.start].decode("utf-8")), "utf-8", None
    return _lines(_decode_legacy(raw)), "latin-1", None


def _decode_legacy(raw: bytes) -> str:
    """The text of bytes that are not UTF-8; no byte sequence makes this fail."""
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _decode_wide(raw: bytes, encoding: str, cut: bool) -> tuple[str | None, str | None, str | None]:
    if not raw:
        return None, encoding, "empty"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        if not cut or error.start < len(raw) - 4:
            return None, encoding, "undecodable"
        text = raw[: error.start].decode(encoding)
    if "\0" in text:
        return None, encoding, "binary"
    return _lines(text), encoding, None


def _wide_encoding(raw: bytes) -> str | None:
    """The UTF-16 that bytes without a byte order mark are in, where every second byte says so, or None.

    Nearly all high bytes are NUL, no low byte is, and the low bytes by themselves read as text: an array of small
    numbers, which looks alike, has control characters.
    """
    sample = raw[:SAMPLE_BYTES]
    if len(sample) < LEAST_WIDE_BYTES or len(raw) % 2:
        return None
    even, odd = sample[::2], sample[1::2]
    for low, high, encoding in ((even, odd, "utf-16-le"), (odd, even, "utf-16-be")):
        if high.count(0) >= LEAST_WIDE_NULS * len(high) and not low.count(0):
            return None if low.translate(None, NOT_CONTROL) else encoding
    return None


def _decode_as(raw: bytes, encoding: str) -> str:
    """The text of a part from the middle of a file, whose first and last characters may be incomplete."""
    if encoding == "latin-1":
        return _lines(_decode_legacy(raw))
    return _lines(raw.decode("utf-8" if encoding == "utf-8-sig" else encoding, "ignore"))


def _lines(text: str) -> str:
    """Text with `\\n` line ends, without blanks before them and without byte order marks at its beginning."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if " \n" in text or "\t\n" in text:
        text = _without_blanks_at_line_ends(text)
    return text.lstrip("\ufeff") if text.startswith("\ufeff") else text


def _without_blanks_at_line_ends(text: str) -> str:
    """What nobody sees must tell nothing: to the network a brace and a blank is another token than a brace."""
    return "\n".join([line.rstrip(" \t") for line in text.split("\n")])
