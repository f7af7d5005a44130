"""Arrays larger than memory: rows in files on disk, of which a slice at a time is read."""

from __future__ import annotations

import tempfile
from threading import Lock
from typing import IO, TYPE_CHECKING, Any

import numpy as np

from langdetect_hook.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import DTypeLike, NDArray

# No file of an array is larger.
_SHARD_BYTES = 1 << 28
# What is made of whole streams is made of pieces of about so many tokens at a time.
TOKENS_AT_ONCE = 1 << 22


class Shards:
    """An array that grows at its end, read by slices: `shards[begin:end]` is an array in memory.

    Not np.memmap: every page that was ever touched would count as memory of this process, and a training touches all.
    The files have no name and are gone with the object, even where the process is killed.
    """

    def __init__(self, folder: str | None, kind: DTypeLike, columns: int = 0, shard_bytes: int = _SHARD_BYTES) -> None:
        """`folder`: where the files lie, None for where temporary files do; `columns`: 0 for one dimension."""
        self._folder, self.dtype, self._width = folder, np.dtype(kind), columns
        self._row_bytes = self.dtype.itemsize * (columns or 1)
        self._rows = max(1, shard_bytes // self._row_bytes)
        self._files: list[IO[bytes]] = []
        self._length = 0
        self._lock = Lock()  # the next batch is read while the figures of an epoch are

    def __len__(self) -> int:
        return self._length

    def append(self, rows: NDArray[Any]) -> None:
        """Add rows at the end. OSError: the disk is full."""
        while len(rows):
            shard, before = divmod(self._length, self._rows)
            part, rows = rows[: self._rows - before], rows[self._rows - before :]
            with self._lock:
                file = self._file(shard)
                file.seek(before * self._row_bytes)
                file.write(np.ascontiguousarray(part, self.dtype).data.cast("B"))
            self._length += len(part)

    def __getitem__(self, wanted: slice) -> NDArray[Any]:
        """The rows of a slice without a step."""
        begin, end, _ = wanted.indices(self._length)
        shape = (max(0, end - begin), self._width) if self._width else (max(0, end - begin),)
        rows = np.empty(shape, self.dtype)
        done = 0
        while done < len(rows):
            shard, before = divmod(begin + done, self._rows)
            done += self._read(shard, before, rows[done : done + self._rows - before])
        return rows

    def _read(self, shard: int, before: int, rows: NDArray[Any]) -> int:
        with self._lock:
            file = self._files[shard]
            file.seek(before * self._row_bytes)
            read: int = file.readinto(rows.data.cast("B"))  # type: ignore[attr-defined]
        if read != rows.nbytes:
            raise Failure(f"a temporary file of the training ended after {read} of {rows.nbytes} bytes")
        return len(rows)

    def _file(self, shard: int) -> IO[bytes]:
        if shard == len(self._files):
            self._files.append(tempfile.TemporaryFile(prefix="langdetect-hook-", dir=self._folder))  # noqa: SIM115
        return self._files[shard]


def blocks(starts: NDArray[np.int64], at_once: int = TOKENS_AT_ONCE) -> Iterator[tuple[int, int]]:
    """(first, last) of successive texts with about `at_once` tokens together, the one with `last` not included."""
    first = 0
    while first < len(starts) - 1:
        last = int(np.searchsorted(starts, starts[first] + at_once, "right")) - 1
        last = max(last, first + 1)
        yield first, last
        first = last
