"""What the editor sends, read by a thread of its own, so that a request can be taken back before its turn has come."""

from __future__ import annotations

from collections import deque
from queue import Empty, SimpleQueue
from threading import Thread
from typing import BinaryIO

from langdetect_hook.lsp.framing import identifier, is_request, read
from langdetect_hook.lsp.protocol import Json, Refused

CANCEL = "$/cancelRequest"


class Inbox:
    """The messages from a stream, in their order; but what takes back a request overtakes it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._read: SimpleQueue[Json | Refused | None] = SimpleQueue()
        self._waiting: deque[Json | Refused | None] = deque()
        Thread(target=self._read_all, daemon=True).start()

    def next(self, seconds: float | None) -> Json | Refused | None:
        """The next message, Refused in place of one that is none, None at the end. Empty: none has come in so many
        seconds; None: it may take any time."""
        if not self._waiting and (seconds is None or seconds > 0):
            self._take(self._read.get(timeout=seconds))
        while not self._read.empty():
            self._take(self._read.get())
        if not self._waiting:
            raise Empty
        return self._waiting.popleft()

    def drop(self, request: object) -> bool:
        """Whether a request that is known by this was still waiting; it is no longer."""
        for message in self._waiting:
            if isinstance(message, dict) and is_request(message) and identifier(message) == request:
                self._waiting.remove(message)
                return True
        return False

    def _take(self, message: Json | Refused | None) -> None:
        if isinstance(message, dict) and message.get("method") == CANCEL:
            self._waiting.appendleft(message)
        else:
            self._waiting.append(message)

    def _read_all(self) -> None:
        """Read to the end, or until nothing more can be read, whatever hinders it: nobody must wait for ever."""
        try:
            while self._read_one():
                pass
        finally:
            self._read.put(None)

    def _read_one(self) -> bool:
        """Whether another message may follow."""
        try:
            message = read(self._stream)
        except Refused as refused:
            self._read.put(refused)
            return True
        except (OSError, ValueError, MemoryError):
            return False
        if message is not None:
            self._read.put(message)
        return message is not None and message.get("method") != "exit"
