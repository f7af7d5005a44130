"""The editor: what it can do, and what it is told."""

from __future__ import annotations

from itertools import count
from typing import Any, BinaryIO

from langdetect_hook.lsp.framing import written
from langdetect_hook.lsp.positions import agreed
from langdetect_hook.lsp.protocol import SHOWN_AS_ERROR, Json


class Client:
    """The editor at the other end of a stream. `is_gone`: nothing reaches it any more; `capabilities`: what it says
    that it can do; `folders`: the URIs of its workspace's; `encoding`: how it counts characters."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._numbers = count(1)
        self.is_gone = False
        self.capabilities: Json = {}
        self.folders: list[str] = []
        self.encoding = agreed(None)

    def meet(self, asked: Json) -> None:
        """Know what it says of itself with `initialize`."""
        self.capabilities = asked["capabilities"]
        self.encoding = agreed(self.capability("general", "positionEncodings"))
        alone = asked.get("rootUri")
        self.folders = [each["uri"] for each in asked.get("workspaceFolders") or ()] or ([alone] if alone else [])

    def capability(self, *path: str) -> Any:
        """What it says of an ability, None where it says nothing."""
        found: Any = self.capabilities
        for name in path:
            found = found.get(name) if isinstance(found, dict) else None
        return found

    def notify(self, method: str, params: Json) -> None:
        """Tell it something."""
        self.send({"method": method, "params": params})

    def request(self, method: str, params: Json | None = None) -> None:
        """Ask it for something whose result is not needed."""
        asked: Json = {"id": f"langdetect-hook-{next(self._numbers)}", "method": method}
        self.send(asked if params is None else {**asked, "params": params})

    def answer(self, request: Any, result: Any) -> None:
        """Give it the result of a request."""
        self.send({"id": request, "result": result})

    def refuse(self, request: Any, code: int, words: str) -> None:
        """Tell it why a request has no result."""
        self.send({"id": request, "error": {"code": code, "message": words}})

    def show_error(self, words: str) -> None:
        """Let it show some words to whoever sits at it."""
        self.notify("window/showMessage", {"type": SHOWN_AS_ERROR, "message": words})

    def log_error(self, words: str) -> None:
        """Let it keep some words."""
        self.notify("window/logMessage", {"type": SHOWN_AS_ERROR, "message": words})

    def send(self, message: Json) -> None:
        """Send a message, where it still listens."""
        if self.is_gone:
            return
        try:
            self._stream.write(written(message))
            self._stream.flush()
        except (OSError, ValueError):
            self.is_gone = True
