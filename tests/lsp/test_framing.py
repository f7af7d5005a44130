"""Messages as bytes: what is none is refused or passed over, and what follows is read."""

from __future__ import annotations

import io

import pytest

from langdetect_hook.lsp.framing import read, written
from langdetect_hook.lsp.protocol import INVALID_REQUEST, PARSE_ERROR, Refused

NEXT = {"jsonrpc": "2.0", "id": 1, "method": "next"}


def framed(body: bytes, head: bytes = b"Content-Length: %d\r\n") -> bytes:
    return head % len(body) + b"\r\n" + body


@pytest.mark.parametrize(
    "before",
    [
        b"",
        b"\r\n\r\n",
        b"a log line that a library prints\n",
        b"Content-Length: many\r\n\r\n{}",
        b"Content-Length: -5\r\n\r\n{}\n",
        b"Content-Length: 99999999999999999999\r\n\r\n{}",
        b"Content-Length: 2000000000\r\n\r\n{}",
        b"\x00\xff\xfe" * 50_000,
        b"Content-Type: application/json\r\n\r\n{}\r\n",
    ],
)
def test_what_is_no_head_is_passed_over(before):
    stream = io.BytesIO(before + written(NEXT))
    assert read(stream) == NEXT
    assert read(stream) is None


@pytest.mark.parametrize(
    "head",
    [
        b"content-length:%d\r\n",
        b"CONTENT-LENGTH: %d \n",
        b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: %d\r\n",
        b"Content-Length: %d\r\nContent-Type: application/vscode-jsonrpc; charset=utf8\r\n",
    ],
)
def test_heads_as_editors_write_them(head):
    assert read(io.BytesIO(framed(b'{"id": 2}', head))) == {"id": 2}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", PARSE_ERROR),
        (b"{", PARSE_ERROR),
        (b"\xff{}", PARSE_ERROR),
        (b"[" * 100_000, PARSE_ERROR),
        (b'{"a": ' * 100_000, PARSE_ERROR),
        (b'{"id": 1' + b"0" * 10_000 + b"}", PARSE_ERROR),
        (b"[]", INVALID_REQUEST),
        (b'[{"id": 1, "method": "initialize"}]', INVALID_REQUEST),
        (b'"initialize"', INVALID_REQUEST),
        (b"null", INVALID_REQUEST),
    ],
)
def test_what_is_no_message_is_refused_and_the_next_one_read(body, code):
    stream = io.BytesIO(framed(body) + written(NEXT))
    with pytest.raises(Refused) as refused:
        read(stream)
    assert refused.value.code == code
    assert read(stream) == NEXT


def test_a_message_that_breaks_off_is_the_end():
    whole = written(NEXT)
    assert [read(io.BytesIO(whole[:count])) for count in range(len(whole))] == [None] * len(whole)


def test_any_text_can_be_written():
    message = {"jsonrpc": "2.0", "method": "m", "params": {"text": "\ud83d \U0001f600 ü \u2028 \0"}}
    assert written(message).isascii()
    assert read(io.BytesIO(written(message))) == message
