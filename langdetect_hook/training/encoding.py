"""The corpus as arrays: every file's canonical tokens as numbers, tokenized on all cores."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.network.excerpt import excerpt
from langdetect_hook.network.tokenizer import canonical, split
from langdetect_hook.training.acceptable import marks_of
from langdetect_hook.training.processes import batched, on_processes
from langdetect_hook.training.shards import Shards

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

_FILES_A_TASK = 1_000


class Text(NamedTuple):
    """A text to be encoded: the content of its file, and the language that the corpus says it is."""

    content: bytes
    language: str


class TokenStreams:
    """The tokens of many texts, one after the other.

    `names`: the canonical tokens; `tokens` [N]: indices into names; `marks` [N]: which constructs of its text's
    language begin with each, see `acceptable`; `starts` [texts + 1]: where each text begins; `folder`: where what is
    made of them may be put, too, None for where temporary files are.
    """

    def __init__(
        self,
        names: list[str],
        tokens: Shards,
        marks: Shards,
        starts: NDArray[np.int64],
        folder: str | None = None,
    ) -> None:
        self.names = names
        self.tokens = tokens
        self.marks = marks
        self.starts = starts
        self.folder = folder

    def of(self, text: int) -> NDArray[np.int32]:
        """The tokens of one text."""
        return self.tokens[self.starts[text] : self.starts[text + 1]]


def encode(texts: Iterable[Text], jobs: int | None = None, folder: str | None = None) -> Iterator[int | TokenStreams]:
    """The number of files done, again and again, and at last the token streams of the excerpts of all.

    No more contents are taken at a time than the processes are busy with; the streams lie in files in `folder`.
    """
    number: dict[str, int] = {}
    tokens, marks = Shards(folder, np.int32), Shards(folder, np.uint8)
    lengths: list[int] = []
    tasks = batched(texts, _FILES_A_TASK)
    for names, stream, marked, of_texts in on_processes(_encode_task, tasks, jobs or os.cpu_count() or 1):
        renumber = np.array([number.setdefault(name, len(number)) for name in names], np.int32)
        tokens.append(renumber[stream])
        marks.append(marked)
        lengths += of_texts
        yield len(lengths)
    starts = np.zeros(len(lengths) + 1, np.int64)
    starts[1:] = np.cumsum(lengths)
    yield TokenStreams(list(number), tokens, marks, starts, folder)


def _encode_task(texts: Sequence[Text]) -> tuple[list[str], NDArray[np.int32], NDArray[np.uint8], list[int]]:
    number: dict[str, int] = {}
    folded = _Canonical()
    tokens: list[NDArray[np.int32]] = []
    marks: list[NDArray[np.uint8]] = []
    for content, language in texts:
        read = excerpt(content_from_bytes(content).text or "")
        of_text = [number.setdefault(folded[token], len(number)) for token in split(read)]
        tokens.append(np.array(of_text, np.int32))
        marks.append(marks_of(read, language, len(of_text)))
    return list(number), np.concatenate(tokens), np.concatenate(marks), [len(of_text) for of_text in tokens]


class _Canonical(dict[str, str]):
    def __missing__(self, token: str) -> str:
        self[token] = canonical(token)
        return self[token]
