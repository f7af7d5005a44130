"""Places in a text, as the protocol counts them: lines, and in them units of an encoding, UTF-16 if nothing is said."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from langdetect_hook.lsp.protocol import Json, Position, Range

_END_OF_LINE = re.compile(r"\r\n|\n|\r")
# So many characters at a time are passed over without a look at each line of theirs, then fewer.
_AT_ONCE = (1 << 16, 1 << 11, 1 << 7)


class Encoding(NamedTuple):
    """What both sides count characters in: the `name` that the protocol has for it, Python's `codec`, and the bytes of
    a unit."""

    name: str
    codec: str
    bytes: int

    def count(self, text: str) -> int:
        """The units of a text."""
        return len(text) if text.isascii() else len(text.encode(self.codec, "surrogatepass")) // self.bytes

    def characters(self, text: str, units: int) -> int:
        """How many characters of a text the first units are, all of it where it has fewer."""
        head = text[:units]
        if head.isascii():
            return len(head)
        begun = head.encode(self.codec, "surrogatepass")[: units * self.bytes]
        return len(begun.decode(self.codec, "surrogatepass" if self.bytes > 1 else "ignore"))


UTF_16 = Encoding("utf-16", "utf-16-le", 2)
ENCODINGS = {one.name: one for one in (Encoding("utf-8", "utf-8", 1), UTF_16, Encoding("utf-32", "utf-32-le", 4))}


def agreed(offered: Any) -> Encoding:
    """The first encoding that an editor offers and we know."""
    names = offered if isinstance(offered, list) else []
    return next((ENCODINGS[name] for name in names if isinstance(name, str) and name in ENCODINGS), UTF_16)


def line_range(text: str, line: int, encoding: Encoding) -> Range:
    """A line, from 1, of a text without its end; the last one where there are fewer."""
    start, number = _line(text, line - 1)
    end = {"line": number, "character": encoding.count(text[start : _end_of_line(text, start)])}
    return {"start": {"line": number, "character": 0}, "end": Position(**end)}  # type: ignore[typeddict-item]


def end_of(text: str, encoding: Encoding) -> Position:
    """The place behind a text."""
    last = max(text.rfind("\n"), text.rfind("\r")) + 1
    return {"line": len(_END_OF_LINE.findall(text)), "character": encoding.count(text[last:])}


def changed(text: str, change: Json, encoding: Encoding) -> str:
    """A text after a change: of what lies in a range, or of all of it. A place that is not there is the nearest one."""
    where, new = change.get("range"), str(change["text"])
    if where is None:
        return new
    start, end = offset(text, where["start"], encoding), offset(text, where["end"], encoding)
    return text[:start] + new + text[max(start, end) :]


def offset(text: str, place: Position, encoding: Encoding) -> int:
    """How many characters of a text stand before a place."""
    start, number = _line(text, place["line"])
    if number < place["line"]:
        return len(text)
    return start + encoding.characters(text[start : _end_of_line(text, start)], max(0, place["character"]))


def _end_of_line(text: str, start: int) -> int:
    """Where a line that begins at `start` ends."""
    feed = text.find("\n", start)
    end = len(text) if feed < 0 else feed
    carriage = text.find("\r", start, end)
    return end if carriage < 0 else carriage


def _line(text: str, line: int) -> tuple[int, int]:
    """Where a line, from 0, begins, and its number; those of the last line where there are fewer."""
    start = number = 0
    if "\r" not in text or text.count("\r") == text.count("\r\n"):
        for size in _AT_ONCE:
            start, number = _passed_over(text, line, start, number, size)
    while number < line and (end := _END_OF_LINE.search(text, start)):
        start, number = end.end(), number + 1
    return start, number


def _passed_over(text: str, line: int, start: int, number: int, size: int) -> tuple[int, int]:
    """As far as whole pieces of a `size` can be passed over before the given line begins, from the beginning of one: in
    a text whose lines all end in a line feed."""
    while start < len(text):
        feeds = text.count("\n", start, start + size)
        last = text.rfind("\n", start, start + size)
        if not feeds:  # a line that is longer than that
            feeds, last = 1, text.find("\n", start)
        if last < 0 or number + feeds > line:
            break
        start, number = last + 1, number + feeds
    return start, number
