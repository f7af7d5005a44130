"""The corpus as arrays: every file's canonical tokens as numbers, tokenized on all cores."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np

from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.network.excerpt import excerpt
from langdetect_hook.network.tokenizer import canonical, split
from langdetect_hook.training.processes import on_processes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

_FILES_A_TASK = 1_000


class TokenStreams:
    """The tokens of many texts, one after the other.

    `names`: the canonical tokens; `tokens` [N]: indices into names; `starts` [texts + 1]: where each text begins.
    """

    def __init__(self, names: list[str], tokens: NDArray[np.int32], starts: NDArray[np.int64]) -> None:
        self.names = names
        self.tokens = tokens
        self.starts = starts

    def of(self, text: int) -> NDArray[np.int32]:
        """The tokens of one text."""
        return self.tokens[self.starts[text] : self.starts[text + 1]]


def encode(contents: list[bytes], jobs: int | None = None) -> Iterator[int | TokenStreams]:
    """The number of files done, again and again, and at last the token streams of the excerpts of all."""
    tasks = [contents[start : start + _FILES_A_TASK] for start in range(0, len(contents), _FILES_A_TASK)]
    number: dict[str, int] = {}
    streams: list[NDArray[np.int32]] = []
    for names, part in on_processes(_encode_task, tasks, jobs or os.cpu_count() or 1):
        renumber = np.array([number.setdefault(name, len(number)) for name in names], np.int32)
        streams.extend(renumber[tokens] for tokens in part)
        yield len(streams)
    starts = np.zeros(len(streams) + 1, np.int64)
    starts[1:] = np.cumsum([len(stream) for stream in streams])
    yield TokenStreams(list(number), np.concatenate(streams), starts)


def _encode_task(contents: list[bytes]) -> tuple[list[str], list[NDArray[np.int32]]]:
    number: dict[str, int] = {}
    folded = _Canonical()
    streams = []
    for content in contents:
        text = content_from_bytes(content).text or ""
        tokens = [number.setdefault(folded[token], len(number)) for token in split(excerpt(text))]
        streams.append(np.array(tokens, np.int32))
    return list(number), streams


class _Canonical(dict[str, str]):
    def __missing__(self, token: str) -> str:
        self[token] = canonical(token)
        return self[token]
