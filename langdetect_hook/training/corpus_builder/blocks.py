"""Code blocks with a language tag, found in pages: Markdown, reStructuredText, AsciiDoc, HTML, DocBook and Org."""

from __future__ import annotations

import html
import os
import re
import textwrap
from collections.abc import Callable, Iterator
from typing import NamedTuple


class Block(NamedTuple):
    """A code block: the tag as it stands there, and the code without the page's indentation."""

    tag: str
    code: str


FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`\n]*)$")
MYST = re.compile(r"^\{(?:code-block|code|sourcecode)\}\s*(\S*)")
MYST_OPTIONS = re.compile(r"\A(?:---\n.*?\n---\n|(?::[\w-]+:[^\n]*\n)+)", re.S)
# ```python, ```{.python .numberLines}, ```{r, echo=FALSE}, ```rust,ignore, ```js{1,3}, ```js:title=a.js, ```lang-py
INFO = re.compile(r"^\{?\s*\.?(?:lang(?:uage)?-)?(?P<tag>[A-Za-z][\w+#./-]*)")
DIRECTIVE = re.compile(r"^(?P<indent>[ \t]*)\.\. (?:code-block|code|sourcecode)::[ \t]*(?P<tag>\S+)[ \t]*$")
SOURCE = re.compile(r"^\[(?:source)?(?:%\w+)*, *\"?(?P<tag>[\w+#.-]+)\"?[^]\n]*\]$")
CALLOUT = re.compile(r"[ \t]*(?:/{2}|#|--|;;|<!--)?(?:[ \t]*<(?:\d+|\.)>)+(?:[ \t]*-->)?[ \t]*$", re.M)
DELIMITER = re.compile(r"^(-{4,}|\.{4,}|`{3,})[ \t]*$")
BEGIN_SRC = re.compile(r"^(?P<indent>[ \t]*)#\+begin_src[ \t]+(?P<tag>\S+).*$", re.I)
END_SRC = re.compile(r"^[ \t]*#\+end_src\b", re.I)
ORG_ESCAPE = re.compile(r"^([ \t]*),(?=\*|#\+|,)", re.M)
PRE = re.compile(
    r"<pre\b(?P<pre>[^>]*)>\s*<code\b(?P<attributes>[^>]*)>(?P<code>.*?)</code>\s*</pre>"
    r"|<(?P<element>programlisting|syntaxhighlight)\b(?P<other>[^>]*)>(?P<listing>.*?)</(?P=element)>",
    re.S | re.I,
)
CLASS = re.compile(r"\b(?:class=[\"'](?:[^\"']*\s)?(?:language|lang)-|(?:language|lang)=[\"'])([\w+#.-]+)", re.I)
CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.S)
ELEMENT = re.compile(r"</?[a-zA-Z][^<>]*>")


def blocks_of(name: str, text: str) -> Iterator[Block]:
    """The tagged blocks of a page, by what its name says it is written in."""
    for read in READERS.get(os.path.splitext(name.lower())[1], UNNAMED):
        yield from read(text.expandtabs(4) if read is restructuredtext else text)


def markdown(text: str) -> Iterator[Block]:
    """Fences of backticks or tildes, also indented ones, with MyST's and R Markdown's ways to name the language."""
    lines = iter(text.splitlines())
    for line in lines:
        opening = FENCE.match(line)
        if opening:
            block = fenced(opening, _until(lines, opening["fence"]))
            if block:
                yield block


def fenced(opening: re.Match[str], body: list[str] | None) -> Block | None:
    """The block of a fence and the lines inside, None where it is not closed or has no tag."""
    if body is None:
        return None
    code = "\n".join(_unindented(body, len(opening["indent"])))
    myst = MYST.match(opening["info"])
    if myst:
        return Block(myst[1], MYST_OPTIONS.sub("", code + "\n").strip("\n"))
    tag = INFO.match(opening["info"])
    return Block(_word(tag["tag"]), code) if tag else None


def _until(lines: Iterator[str], fence: str) -> list[str] | None:
    body: list[str] = []
    for line in lines:
        stripped = line.strip()
        if len(stripped) >= len(fence) and set(stripped) == {fence[0]}:
            return body
        body.append(line)
    return None


def _word(tag: str) -> str:
    return re.split(r"[,:{]", tag)[0]


def _unindented(lines: list[str], depth: int) -> list[str]:
    """The lines without at most `depth` blanks: the fence's own indentation is not the code's."""
    return [line[min(depth, len(line) - len(line.lstrip())) :] for line in lines]


def restructuredtext(text: str) -> Iterator[Block]:
    """`.. code-block:: lang`, `.. code::` and `.. sourcecode::`, without their options."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        directive = DIRECTIVE.match(line)
        if directive:
            body = _deeper(lines[number + 1 :], len(directive["indent"]))
            yield Block(directive["tag"], textwrap.dedent("\n".join(_without_options(body))))


def _deeper(lines: list[str], depth: int) -> list[str]:
    body: list[str] = []
    for line in lines:
        if line.strip() and len(line) - len(line.lstrip()) <= depth:
            break
        body.append(line)
    return body


def _without_options(body: list[str]) -> list[str]:
    """What stands behind the first blank line; a directive's options stand before it."""
    blank = next((number for number, line in enumerate(body) if not line.strip()), len(body))
    return body[blank:]


def asciidoc(text: str) -> Iterator[Block]:
    """`[source,lang]` above a delimited block, perhaps with a title between, without the callouts."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        source = SOURCE.match(line)
        if source:
            code = _delimited(lines[number + 1 :])
            if code is not None:
                yield Block(source["tag"], CALLOUT.sub("", code))


def _delimited(lines: list[str]) -> str | None:
    if lines and re.match(r"^\.\w", lines[0]):
        lines = lines[1:]
    delimiter = DELIMITER.match(lines[0]) if lines else None
    if not delimiter:
        return None
    stripped = [line.rstrip() for line in lines[1:]]
    return "\n".join(lines[1 : 1 + stripped.index(delimiter[1])]) if delimiter[1] in stripped else None


def org(text: str) -> Iterator[Block]:
    """`#+BEGIN_SRC lang` to `#+END_SRC`, without the commas that keep lines from being Org's own."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        begin = BEGIN_SRC.match(line)
        if begin:
            end = next((n for n in range(number + 1, len(lines)) if END_SRC.match(lines[n])), None)
            if end is not None:
                yield Block(begin["tag"], ORG_ESCAPE.sub(r"\1", textwrap.dedent("\n".join(lines[number + 1 : end]))))


def markup(text: str) -> Iterator[Block]:
    """`<pre><code class="language-x">`, DocBook's `<programlisting language="x">`, MediaWiki's `<syntaxhighlight>`."""
    for found in PRE.finditer(text):
        tag = CLASS.search(f"{found['attributes'] or ''} {found['pre'] or ''} {found['other'] or ''}")
        if tag:
            yield Block(tag[1], plain(found["code"] or found["listing"] or ""))


def plain(inside: str) -> str:
    """What a reader sees of the inside of an element: no elements, no entities; a CDATA section as it stands."""
    section = CDATA.search(inside)
    return section[1] if section else html.unescape(ELEMENT.sub("", inside))


Reader = Callable[[str], Iterator[Block]]
UNNAMED: tuple[Reader, ...] = (markdown, restructuredtext)  # a description, a README without a suffix, .txt
READERS: dict[str, tuple[Reader, ...]] = {
    **dict.fromkeys((".adoc", ".asc", ".asciidoc"), (asciidoc, markdown)),
    **dict.fromkeys((".dbk", ".docbook", ".htm", ".html", ".xml"), (markup,)),
    **dict.fromkeys((".markdown", ".md", ".mdown", ".mdwn", ".mdx", ".mkd", ".qmd", ".rmd"), (markdown, markup)),
    ".org": (org,),
    ".rst": (restructuredtext,),
}
