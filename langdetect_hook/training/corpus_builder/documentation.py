"""Code blocks with a language tag in a package's documentation: real snippets, as people paste them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple

from .blocks import READERS, blocks_of
from .tags import language_of

# The part of a project that its blocks are, see choose.Candidate.
PART = "blocks"
# What is longer is a whole file, and what is shorter says too little.
LONGEST, LEAST_LINES = 32_768, 3
PAGES = frozenset(suffix for suffix in READERS if suffix not in (".htm", ".html", ".xml"))

# What stands for lines that are left out; what a shell or an interpreter prompts with: a block that has it is a
# transcript, of a language and of what it printed.
PLACEHOLDER = re.compile(r"^\W*(?:\.\.\.|…)\W*$|^\s*$", re.M)
PROMPT = re.compile(
    r"^\s*(?:>>>|\.\.\.>|\$ |\$$|\u276f |\u279c |In \[\d+\]|Out\[\d+\]|"
    r"PS(?: [A-Z]:[^>\n]*)?> |[A-Z]:\\[^>\n]*>|\(?\w+\)?> |"
    r"[\w.-]+@[\w.-]+[:~ ][^\n]*[$#] |irb[(\w]|iex\(|\w+=# |\d+> |\d+ \?- |\?- )",
    re.M,
)


class Snippet(NamedTuple):
    """A block: where it stands ("README.md#3", the third of its page), its language by its tag, and its text."""

    path: str
    language: str
    text: str


def snippets_of(path: str, text: str) -> Iterator[Snippet]:
    """The blocks of a page whose tag names a language, but for transcripts and for what is too short or too long."""
    if posixpath.splitext(path)[1].lower() not in PAGES:
        return
    for number, block in enumerate(blocks_of(path, text), 1):
        language = language_of(block.tag)
        code = block.code.strip("\n") + "\n"
        if language and is_fit(code):
            yield Snippet(f"{path}#{number}", language, code)


def is_fit(code: str) -> bool:
    """Whether a block is long enough without what stands for left-out lines, and no transcript of a session."""
    lines = [line for line in PLACEHOLDER.sub("", code).split("\n") if line.strip()]
    return len(lines) >= LEAST_LINES and len(code) <= LONGEST and not PROMPT.search(code)
