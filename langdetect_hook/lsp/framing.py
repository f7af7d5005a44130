"""Messages as bytes: a head that says how long they are, and JSON.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#baseProtocol
"""

from __future__ import annotations

import json
from typing import Any, BinaryIO

from langdetect_hook.lsp.protocol import INVALID_REQUEST, PARSE_ERROR, Json, Refused

_LENGTH = b"content-length:"
_MOST_OF_A_LINE = 65536
# No editor sends more at once; whoever says so has not counted.
_MOST_BYTES = 1 << 30


def read(stream: BinaryIO) -> Json | None:
    """The next message; None at the end. Refused: it is no message, but one may follow."""
    body = _body(stream)
    if body is None:
        return None
    try:
        message = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Refused(PARSE_ERROR, f"no JSON: {error}") from None
    if not isinstance(message, dict):
        raise Refused(INVALID_REQUEST, "no object")
    return message


def written(message: Json) -> bytes:
    """A message as bytes; in ASCII, since a text may have half surrogates, which no encoding has."""
    body = json.dumps({"jsonrpc": "2.0", **message}, separators=(",", ":")).encode("ascii")
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def _body(stream: BinaryIO) -> bytes | None:
    """The bytes below the next head; what stands between messages and is no head is passed over."""
    length = None
    while line := stream.readline(_MOST_OF_A_LINE):
        _, name, value = line.lower().rpartition(_LENGTH)
        if name:
            length = _number(value)
        elif not line.strip() and length is not None:
            body = stream.read(length)
            return body if len(body) == length else None
    return None


def _number(value: bytes) -> int | None:
    digits = value.strip()
    if not digits.isdigit() or len(digits) > len(str(_MOST_BYTES)):
        return None
    return int(digits) if int(digits) <= _MOST_BYTES else None


def is_request(message: Json) -> bool:
    """Whether a message wants an answer."""
    return "method" in message and "id" in message


def identifier(message: Json) -> Any:
    """What a message is known by; None where it is known by nothing that the protocol allows."""
    found = message.get("id")
    return found if isinstance(found, int | str) else None
