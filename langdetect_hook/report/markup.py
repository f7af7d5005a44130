"""Text in XML, as pure ASCII: right in whatever encoding the output goes out."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr


def attribute(text: str) -> str:
    """A text as the value of an attribute, with its quotes."""
    return _ascii(quoteattr(text))


def content(text: str) -> str:
    """A text as the content of an element."""
    return _ascii(escape(text))


def _ascii(markup: str) -> str:
    return markup.encode("ascii", "xmlcharrefreplace").decode("ascii")
