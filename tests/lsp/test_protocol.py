"""The server's side of the protocol, whatever the other side does: each message by itself, in this process."""

from __future__ import annotations

import io
import random
import threading
from typing import Any

import pytest

from langdetect_hook.lsp import features
from langdetect_hook.lsp.framing import read, written
from langdetect_hook.lsp.server import Server
from tests.accidents import PYTHON

INITIALIZE = {"id": "init", "method": "initialize", "params": {"capabilities": {}}}
INITIALIZED = {"method": "initialized", "params": {}}
SHUTDOWN, EXIT = {"id": "end", "method": "shutdown"}, {"method": "exit"}
OPEN = "textDocument/didOpen"


@pytest.fixture(autouse=True)
def stays_here(monkeypatch, tmp_path):
    """A check works in the folder of the file's repository."""
    monkeypatch.chdir(tmp_path)


def served(*messages: Any) -> tuple[int, list[Any]]:
    """The exit status after these messages, or bytes, and all that was sent."""
    sent = b"".join(one if isinstance(one, bytes) else written(one) for one in messages)
    outgoing = io.BytesIO()
    server = Server(io.BytesIO(sent), outgoing)
    try:
        status = server.run()
    finally:
        server.end()
    stream = io.BytesIO(outgoing.getvalue())
    return status, list(iter(lambda: read(stream), None))


def answers(*messages: Any) -> dict[Any, Any]:
    """What was answered to each request, by its id, in a session that is begun and ended as it should be."""
    status, sent = served(INITIALIZE, INITIALIZED, *messages, SHUTDOWN, EXIT)
    assert status == 0
    return {one["id"]: one.get("error", {}).get("code") or one.get("result") for one in sent if "method" not in one}


def opening(uri: str, text: str, language: str = "plaintext") -> dict[str, Any]:
    document = {"uri": uri, "languageId": language, "version": 1, "text": text}
    return {"method": OPEN, "params": {"textDocument": document}}


def test_nothing_is_answered_before_it_is_initialized():
    status, sent = served({"id": 1, "method": "textDocument/hover"}, opening("untitled:1", PYTHON), EXIT)
    assert [(one["id"], one["error"]["code"]) for one in sent] == [(1, -32002)]
    assert status == 1


def test_it_is_initialized_once_and_shut_down_once():
    status, sent = served(INITIALIZE, INITIALIZE, SHUTDOWN, {**SHUTDOWN, "id": "again"}, {**INITIALIZE, "id": 9}, EXIT)
    assert [(one["id"], one.get("error", {}).get("code")) for one in sent] == [
        ("init", None),
        ("init", -32600),
        ("end", None),
        ("again", -32600),
        (9, -32600),
    ]
    assert "result" in sent[2] and sent[2]["result"] is None
    assert status == 0


@pytest.mark.parametrize(("messages", "status"), [([EXIT], 1), ([], 1), ([SHUTDOWN], 0), ([SHUTDOWN, EXIT], 0)])
def test_the_exit_status_says_whether_the_editor_took_its_leave(messages, status):
    assert served(INITIALIZE, *messages)[0] == status
    assert served(*messages)[0] == (status if messages in ([], [EXIT]) else 1)


def test_what_there_is_not_is_refused_where_it_is_a_request_and_passed_over_otherwise():
    found = answers(
        {"id": 1, "method": "no/such"},
        {"id": 2, "method": "$/no/such"},
        {"method": "no/such"},
        {"method": "$/setTrace", "params": {"value": "off"}},
        {"id": 3, "method": 7},
        {"id": 4, "method": "textDocument/hover", "params": [1]},
    )
    assert {request: found[request] for request in (1, 2, 3, 4)} == {1: -32601, 2: -32601, 3: -32601, 4: -32602}


@pytest.mark.parametrize("identifier", [None, 1.5, [1], {"a": 1}])
def test_an_id_is_a_number_or_a_string(identifier):
    assert answers({"id": identifier, "method": "shutdown"})[None] == -32600


def test_answers_to_nothing_are_passed_over():
    assert answers({"id": "langdetect-hook-1", "result": None}, {"id": 5, "error": {"code": 1, "message": ""}}, {}) == {
        "init": answers()["init"],
        "end": None,
    }


def test_what_is_no_message_is_answered_and_the_next_one_read():
    broken = [b"Content-Length: 1\r\n\r\n{", b"Content-Length: 2\r\n\r\n[]", b"garbage\r\n\r\n"]
    _, sent = served(INITIALIZE, *broken, {"id": 8, "method": "no/such"}, SHUTDOWN, EXIT)
    assert [one["error"]["code"] for one in sent if "error" in one] == [-32700, -32600, -32601]


RANGE = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
DOCUMENT = {"uri": "untitled:1"}
WRONG = {
    "textDocument/codeAction": [
        {"textDocument": DOCUMENT, "range": 3, "context": {}},
        {"textDocument": DOCUMENT, "range": RANGE, "context": {"only": [3]}},
        {"textDocument": DOCUMENT, "range": {"start": {"line": "0", "character": 0}, "end": {}}, "context": {}},
    ],
    "textDocument/diagnostic": [{}, {"textDocument": None}, {"textDocument": DOCUMENT, "previousResultId": 3}],
    "textDocument/hover": [{"textDocument": DOCUMENT, "position": {"line": 0.5, "character": 0}}, {"position": {}}],
    "workspace/diagnostic": [{"previousResultIds": {}}, {"previousResultIds": [{"uri": 3}]}],
    "workspace/willRenameFiles": [{}, {"files": [{}]}, {"files": [{"oldUri": "a"}]}],
}
WRONG_NOTIFICATIONS = {
    "$/cancelRequest": [{}, {"id": [1]}, [], 3],
    "textDocument/didChange": [{"textDocument": DOCUMENT, "contentChanges": [{"range": {}, "text": "a"}]}, {}],
    "textDocument/didClose": [{"textDocument": {"uri": 3}}],
    "textDocument/didOpen": [{"textDocument": 3}, {"textDocument": {"uri": "untitled:1"}}, None, "text"],
    "textDocument/didSave": [{}],
    "window/workDoneProgress/cancel": [{}, {"token": []}, []],
    "workspace/didChangeWatchedFiles": [[], {}],
    "workspace/didChangeWorkspaceFolders": [{}, {"event": {"added": [3], "removed": []}}],
}


def test_wrong_parameters_are_refused_and_end_nothing():
    rows = [(method, params) for method, several in WRONG.items() for params in several]
    requests = [{"id": number, "method": method, "params": params} for number, (method, params) in enumerate(rows)]
    found = answers(*requests)
    assert [found[number] for number in range(len(rows))] == [-32602] * len(rows)


def test_wrong_notifications_are_passed_over():
    rows = [(method, params) for method, several in WRONG_NOTIFICATIONS.items() for params in several]
    notified = [{"method": method, "params": params} for method, params in rows]
    found = answers(*notified, opening("untitled:2", PYTHON), {"id": 1, "method": "no/such"})
    assert found[1] == -32601


@pytest.mark.parametrize(
    "params",
    [
        None,
        {},
        [],
        {"capabilities": 3},
        {"capabilities": {}, "rootUri": 3},
        {"capabilities": {}, "workspaceFolders": [3]},
    ],
)
def test_a_wrong_initialize_is_refused_and_the_right_one_taken(params):
    _, sent = served({"id": 1, "method": "initialize", "params": params}, INITIALIZE, SHUTDOWN, EXIT)
    assert [one.get("error", {}).get("code") for one in sent] == [-32602, None, None]


def test_abilities_that_are_nonsense_are_none():
    asked = {"capabilities": {"workspace": [], "textDocument": {"diagnostic": 3}, "general": {"positionEncodings": 5}}}
    _, sent = served(
        {"id": 1, "method": "initialize", "params": {**asked, "initializationOptions": "x"}}, SHUTDOWN, EXIT
    )
    assert sent[0]["result"]["capabilities"]["positionEncoding"] == "utf-16"


def test_an_error_of_ours_is_an_answer_and_not_the_end(monkeypatch):
    def broken(*_: Any) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(features.Features, "begin", broken)
    monkeypatch.setattr(features.actions, "actions", broken)
    asked = {"textDocument": DOCUMENT, "range": RANGE, "context": {}}
    _, sent = served(
        INITIALIZE, INITIALIZED, {"id": 1, "method": "textDocument/codeAction", "params": asked}, SHUTDOWN, EXIT
    )
    logged = [one for one in sent if one.get("method") == "window/logMessage"]
    assert "a bug" in logged[0]["params"]["message"]
    assert [(one["id"], one["error"]) for one in sent if "error" in one] == [
        (1, {"code": -32603, "message": "ZeroDivisionError: a bug"})
    ]


class Told(io.BytesIO):
    """A stream that tells when all of it was read."""

    def __init__(self, *messages: Any) -> None:
        super().__init__(b"".join(map(written, messages)))
        self.is_read = threading.Event()

    def readline(self, *limits: Any) -> bytes:
        line = super().readline(*limits)
        if not line:
            self.is_read.set()
        return line


def test_a_request_that_waits_can_be_taken_back(monkeypatch):
    hover = {"method": "textDocument/hover", "params": {"textDocument": DOCUMENT, "position": RANGE["start"]}}
    cancel = {"method": "$/cancelRequest", "params": {"id": 1}}
    never = {"method": "$/cancelRequest", "params": {"id": 7}}
    incoming, outgoing = (
        Told(INITIALIZE, INITIALIZED, {"id": 1, **hover}, {"id": 2, **hover}, never, cancel),
        io.BytesIO(),
    )
    monkeypatch.setattr(features.Features, "begin", lambda _: incoming.is_read.wait(60))
    Server(incoming, outgoing).run()
    sent = io.BytesIO(outgoing.getvalue())
    found = {one["id"]: one for one in iter(lambda: read(sent), None)}
    assert found[1]["error"]["code"] == -32800
    assert "result" in found[2] and 7 not in found


def test_an_editor_that_listens_no_more_ends_it():
    class Closed(io.BytesIO):
        def write(self, data: Any) -> int:
            raise BrokenPipeError

    server = Server(io.BytesIO(b"".join(map(written, [INITIALIZE] * 1000))), Closed())
    assert server.run() == 1


VALUES = [None, True, 0, -1, 1.5, 10**30, "", "untitled:1", "file:///nowhere/a.json", "a\ud83d", [], {}]
KEYS = [
    *("textDocument", "uri", "version", "text", "range", "start", "end", "line", "character", "position", "context"),
    *("contentChanges", "files", "oldUri", "newUri", "event", "added", "removed", "token", "id", "previousResultIds"),
]
METHODS = ["no/such", 3, None, *WRONG, *WRONG_NOTIFICATIONS]


def anything(drawn: random.Random, depth: int = 3) -> Any:
    """Some JSON, of words that the protocol has."""
    if not depth or drawn.random() < 0.3:
        return drawn.choice(VALUES)
    if drawn.random() < 0.2:
        return [anything(drawn, depth - 1) for _ in range(drawn.randrange(3))]
    return {key: anything(drawn, depth - 1) for key in drawn.sample(KEYS, drawn.randrange(6))}


def nearly_right(drawn: random.Random) -> Any:
    """Parameters that fit, but for some of them."""
    at = {"line": drawn.randrange(-1, 3), "character": drawn.randrange(-1, 9)}
    whole = {
        "textDocument": {"uri": drawn.choice(["untitled:1", "untitled:2", "file:///nowhere/a.json"]), "text": PYTHON},
        "range": {"start": at, "end": at},
        "position": at,
        "context": {},
        "contentChanges": [{"text": "x"}, {"range": {"start": at, "end": at}, "text": "\U0001f600"}],
        "files": [{"oldUri": "file:///nowhere/a.json", "newUri": "file:///nowhere/b.json"}],
        "event": {"added": [], "removed": []},
    }
    return {key: anything(drawn) if drawn.random() < 0.05 else value for key, value in whole.items()}


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_sent_each_request_is_answered_once_and_the_end_is_the_end(seed):
    drawn = random.Random(seed)
    messages, requests = [], []
    for number in range(300):
        message = {"method": drawn.choice(METHODS), "params": drawn.choice([anything, nearly_right])(drawn)}
        if drawn.random() < 0.6:
            requests.append(number)
            message["id"] = number
        messages.append(message)
    status, sent = served(INITIALIZE, INITIALIZED, *messages, SHUTDOWN, EXIT)
    assert status == 0
    answered = [one["id"] for one in sent if "id" in one and "method" not in one]
    assert sorted(answered, key=str) == sorted(["init", *requests, "end"], key=str)
