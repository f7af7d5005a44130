"""The words of the protocol that we use: the forms of what is sent, and its numbers.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
"""

from __future__ import annotations

from typing import Any, TypedDict

Json = dict[str, Any]

# https://www.jsonrpc.org/specification#error_object, and the protocol's own.
PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, INVALID_PARAMS, INTERNAL_ERROR = -32700, -32600, -32601, -32602, -32603
NOT_INITIALIZED, REQUEST_CANCELLED = -32002, -32800

INCREMENTAL = 2  # TextDocumentSyncKind
SHOWN_AS_ERROR = 1  # MessageType
QUICK_FIX = "quickfix"


class Position(TypedDict):
    """A place in a text: a line, and in it so many units of the encoding that both sides agreed on, from 0."""

    line: int
    character: int


class Range(TypedDict):
    """What lies between two places, without the second."""

    start: Position
    end: Position


class Diagnostic(TypedDict, total=False):
    """What is said of a part of a text."""

    range: Range
    severity: int
    code: str
    codeDescription: dict[str, str]
    source: str
    message: str


class CodeAction(TypedDict, total=False):
    """What can be done about diagnostics."""

    title: str
    kind: str
    diagnostics: list[Diagnostic]
    isPreferred: bool
    disabled: dict[str, str]
    edit: Json
    command: Json


class Refused(Exception):
    """Why a request has no result: a `code` of the protocol, and words."""

    def __init__(self, code: int, words: str) -> None:
        super().__init__(words)
        self.code = code
