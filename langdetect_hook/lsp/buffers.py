"""What the editor has open, as it shows it: ten thousand texts must not fill the memory."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterator

from langdetect_hook.lsp.positions import Encoding, changed
from langdetect_hook.lsp.protocol import Json

# So many texts, those that were asked for last, are kept as they are; the others compressed.
_AT_HAND = 8
_FAST = 1  # the level of compression: a third is left of a text, in a millisecond for 50 KB


class Buffer:
    """One open buffer: what the editor calls its language, the version of its text, and the text."""

    __slots__ = ("_text", "language_id", "version")

    def __init__(self, text: str, language_id: str, version: int | None) -> None:
        self._text: str | bytes = text
        self.language_id = sys.intern(language_id)
        self.version = version

    @property
    def text(self) -> str:
        """What the editor shows."""
        if isinstance(self._text, bytes):
            return zlib.decompress(self._text).decode("utf-8", "surrogatepass")
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        self._text = text

    def compress(self) -> None:
        """Keep the text in less memory."""
        if isinstance(self._text, str):
            self._text = zlib.compress(self._text.encode("utf-8", "surrogatepass"), _FAST)


class Buffers:
    """The buffers that are open, by their URIs. `encoding`: tells how the editor counts characters."""

    def __init__(self, encoding: Callable[[], Encoding]) -> None:
        self._encoding = encoding
        self._buffers: dict[str, Buffer] = {}
        self._at_hand: dict[str, None] = {}  # the one that was asked for last is the last

    def __contains__(self, uri: str) -> bool:
        return uri in self._buffers

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._buffers))

    def get(self, uri: str) -> Buffer | None:
        """A buffer, or None where none is open there."""
        return self._buffers.get(uri)

    def text(self, uri: str) -> str:
        """The text of a buffer, "" where none is open there."""
        buffer = self._buffers.get(uri)
        if buffer is None:
            return ""
        text = buffer.text
        self._keep_at_hand(uri, buffer, text)
        return text

    def open(self, document: Json) -> None:
        """Know a buffer that was opened."""
        uri, text = document["uri"], document["text"]
        buffer = Buffer(text, document.get("languageId") or "", document.get("version"))
        self._buffers[uri] = buffer
        self._keep_at_hand(uri, buffer, text)

    def change(self, uri: str, version: int | None, changes: list[Json]) -> None:
        """Change the text of a buffer, one change after another."""
        buffer = self._buffers.get(uri)
        if buffer is None:
            return
        text = buffer.text
        for change in changes:
            text = changed(text, change, self._encoding())
        buffer.version = version
        self._keep_at_hand(uri, buffer, text)

    def close(self, uri: str) -> None:
        """Forget a buffer that was closed."""
        self._buffers.pop(uri, None)
        self._at_hand.pop(uri, None)

    def _keep_at_hand(self, uri: str, buffer: Buffer, text: str) -> None:
        buffer.text = text
        self._at_hand.pop(uri, None)
        self._at_hand[uri] = None
        if len(self._at_hand) > _AT_HAND:
            oldest = next(iter(self._at_hand))
            del self._at_hand[oldest]
            self._buffers[oldest].compress()
