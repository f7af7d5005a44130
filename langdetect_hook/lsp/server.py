"""The server: what the protocol asks of every one, from the first message to the last; `features` do the rest.

Written on the standard library alone: importing lsprotocol takes as long as an editor should wait for all of it.
"""

from __future__ import annotations

import os
import sys
from queue import Empty
from types import GeneratorType
from typing import TYPE_CHECKING, Any, BinaryIO

from langdetect_hook import __version__
from langdetect_hook.failure import CLEAN
from langdetect_hook.lsp import shapes
from langdetect_hook.lsp.client import Client
from langdetect_hook.lsp.framing import identifier, is_request
from langdetect_hook.lsp.inbox import CANCEL, Inbox
from langdetect_hook.lsp.later import Later
from langdetect_hook.lsp.protocol import (
    INCREMENTAL,
    INTERNAL_ERROR,
    INVALID_PARAMS,
    INVALID_REQUEST,
    METHOD_NOT_FOUND,
    NOT_INITIALIZED,
    QUICK_FIX,
    REQUEST_CANCELLED,
    Json,
    Refused,
)
from langdetect_hook.report.severities import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Generator

    from langdetect_hook.lsp.features import Features
    from langdetect_hook.lsp.session import Wanted

GONE = 1
_FILES = [{"scheme": "file", "pattern": {"glob": "**/*", "matches": "file"}}]
_ABILITIES = {
    "textDocumentSync": {"openClose": True, "change": INCREMENTAL, "save": {"includeText": False}},
    "codeActionProvider": {"codeActionKinds": [QUICK_FIX]},
    "hoverProvider": True,
    "workspace": {
        "workspaceFolders": {"supported": True, "changeNotifications": True},
        "fileOperations": {"willRename": {"filters": _FILES}},
    },
}
_PULLING = {"diagnosticProvider": {"interFileDependencies": True, "workspaceDiagnostics": True}}


def serve(severity: str, on_change: bool) -> int:
    """The exit status of serving one editor on standard input and output: as the protocol has it, 1 where the editor
    went away without a word."""
    incoming, outgoing = _own_streams()
    server = Server(incoming, outgoing, severity, on_change)
    try:
        return server.run()
    finally:
        server.end()


def _own_streams() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for us alone: what a library or a process of git's prints, or reads, is none of it."""
    sys.stdout.flush()
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return incoming, outgoing


class Server:
    """One editor's server, which takes a message at a time, and between them what takes long or has to wait."""

    def __init__(self, incoming: BinaryIO, outgoing: BinaryIO, severity: str = "", on_change: bool = False) -> None:
        self._client = Client(outgoing)
        self._inbox = Inbox(incoming)
        self._later = Later()
        self._severity = severity
        self._on_change = on_change
        self._asked: Json = {}  # what `initialize` has asked for
        self._features: Features | None = None
        self._under_way: dict[Any, None] = {}  # the requests that are answered in steps
        self._status: int | None = None
        self._is_shut_down = False
        self._methods = {
            CANCEL: self._cancel,
            "exit": self._exit,
            "initialize": self._initialize,
            "initialized": self._initialized,
            "shutdown": self._shut_down,
        }

    def run(self) -> int:
        """The exit status, at the editor's end."""
        while self._status is None and not self._client.is_gone:
            try:
                self._take(self._inbox.next(self._later.pause()))
            except Empty:
                self._guarded("", self._later.step)
        return GONE if self._status is None else self._status

    def end(self) -> None:
        """Leave what is undone, and end the processes that were asked."""
        self._later.drop_all()
        if self._features is not None:
            from langdetect_hook.commands import end_shared_processes

            end_shared_processes()

    def _take(self, message: Json | Refused | None) -> None:
        if message is None:
            self._status = CLEAN if self._is_shut_down else GONE
        elif isinstance(message, Refused):
            self._client.refuse(None, message.code, str(message))
        elif "method" in message:
            self._answer(message)
        # What remains is an answer to a question of ours, whose result we don't need.

    def _answer(self, message: Json) -> None:
        """Do what a message asks, and give the result where one is wanted; whatever goes wrong ends nothing."""
        request, wants_answer = identifier(message), is_request(message)
        try:
            result = self._result(message)
            if not wants_answer:
                return
            if isinstance(result, GeneratorType):
                self._take_back(request)  # an editor that uses a number twice
                self._under_way[request] = None
                self._later.begin(("request", request), self._in_steps(request, result))
            else:
                self._client.answer(request, result)
        except Refused as refused:
            if wants_answer:
                self._client.refuse(request, refused.code, str(refused))
        except Exception as error:
            self._complain(request, wants_answer, error)

    def _guarded(self, request: Any, work: Any) -> None:
        try:
            work()
        except Exception as error:
            self._complain(request, False, error)

    def _complain(self, request: Any, wants_answer: bool, error: Exception) -> None:
        words = f"{type(error).__name__}: {error}"
        if wants_answer:
            self._client.refuse(request, INTERNAL_ERROR, words)
        else:
            self._client.log_error(f"langdetect-hook: {words}")

    def _in_steps(self, request: Any, work: Generator[None, None, Any]) -> Generator[None, None, None]:
        """Work that answers a request at its end."""
        try:
            result = yield from work
        except Exception as error:
            self._complain(request, True, error)
        else:
            self._client.answer(request, result)
        del self._under_way[request]

    def _take_back(self, request: Any) -> None:
        """Refuse a request that is under way."""
        if request in self._under_way:
            del self._under_way[request]
            self._later.drop(("request", request))
            self._client.refuse(request, REQUEST_CANCELLED, "cancelled")

    def _result(self, message: Json) -> Any:
        method, params = message["method"], message.get("params")
        own = self._methods.get(method) if isinstance(method, str) else None
        self._require_turn(message, method)
        if own is not None:
            return own({} if params is None else params)
        found = self._loaded().methods.get(method) if isinstance(method, str) else None
        if found is None:
            raise Refused(METHOD_NOT_FOUND, f"there is no method {method}")
        if wrong := shapes.unlike({} if params is None else params, found.shape):
            raise Refused(INVALID_PARAMS, wrong)
        return found.call({} if params is None else params)

    def _require_turn(self, message: Json, method: Any) -> None:
        """Refused: it is too early or too late for a message, or its id is none."""
        if is_request(message) and identifier(message) is None:
            raise Refused(INVALID_REQUEST, "the id is neither a number nor a string")
        if method in (CANCEL, "exit"):
            return
        if self._is_shut_down:
            raise Refused(INVALID_REQUEST, "the server is shut down")
        if (method == "initialize") == bool(self._asked):
            raise Refused(*((INVALID_REQUEST, "twice") if self._asked else (NOT_INITIALIZED, "not initialized yet")))

    def _initialize(self, asked: Json) -> Json:
        """Heed what the editor can do and wants."""
        if wrong := shapes.unlike(asked, shapes.INITIALIZE):
            raise Refused(INVALID_PARAMS, wrong)
        self._client.meet(asked)
        self._asked = asked
        abilities = {"positionEncoding": self._client.encoding.name, **_ABILITIES, **(_PULLING if self._pulls else {})}
        return {"capabilities": abilities, "serverInfo": {"name": "langdetect-hook", "version": __version__}}

    @property
    def _pulls(self) -> bool:
        """Whether the editor asks for diagnostics, and can be told when to do so again."""
        can = self._client.capability
        return can("textDocument", "diagnostic") is not None and bool(can("workspace", "diagnostics", "refreshSupport"))

    def _initialized(self, _: Json) -> None:
        self._loaded().begin()

    def _loaded(self) -> Features:
        """What needs all that a check needs, and so is imported after the first answer."""
        if self._features is None:
            from langdetect_hook.lsp.features import Features

            self._features = Features(self._client, self._later, self._wanted(), self._pulls)
        return self._features

    def _wanted(self) -> Wanted:
        from langdetect_hook.lsp.session import Wanted

        said = self._asked.get("initializationOptions")
        said = said if isinstance(said, dict) else {}
        severity = said["severity"] if said.get("severity") in SEVERITIES else self._severity
        return Wanted(severity, self._on_change or said.get("onChange") is True, said.get("setLanguage") is True)

    def _cancel(self, told: Json) -> None:
        """Take back a request that waits or is under way; of one that was answered nothing is left to do."""
        request = told.get("id") if isinstance(told, dict) else None
        if not isinstance(request, int | str):
            return
        if self._inbox.drop(request):
            self._client.refuse(request, REQUEST_CANCELLED, "cancelled")
        self._take_back(request)

    def _shut_down(self, _: Json) -> None:
        self._is_shut_down = True
        for request in list(self._under_way):
            self._take_back(request)
        self._later.drop_all()

    def _exit(self, _: Json) -> None:
        self._status = CLEAN if self._is_shut_down else GONE
