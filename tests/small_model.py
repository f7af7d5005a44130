"""A small model that tests make in a moment, without TensorFlow: token frequencies of made-up programs as weights."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy as np

from langdetect_hook.network import NONE_OF_THESE
from langdetect_hook.network.additive import Additive, Term, written
from langdetect_hook.network.assets import Label
from langdetect_hook.network.tokenizer import SHAPES, canonical, split
from langdetect_hook.network.vocabulary import pair_key
from langdetect_hook.training.quantize import Quantized, write_assets
from langdetect_hook.training.selection import Selection
from tests.training.written_corpus import STATEMENTS, program

_PROGRAMS = 30
_PROJECTS = 8
# It is sure of what its network is sure of.
_DECISION = Additive(-3.0, [Term("margin of the first lines", [0.0, 10.0], [0.0, 15.0], "how far it is ahead")])


def write_small_model(folder: Path) -> Path:
    """The folder, with assets that tell the languages of written_corpus apart, but for metadata.json."""
    folder.mkdir(parents=True, exist_ok=True)
    generator = random.Random(1)
    streams = {
        language: [
            [canonical(token) for token in split(program(language, generator, generator.randint(2, 30)))]
            for _ in range(_PROGRAMS)
        ]
        for language in sorted(STATEMENTS)
    }
    seen = {token for texts in streams.values() for text in texts for token in text}
    names = [*sorted(seen.difference(SHAPES)), *SHAPES]
    row = {name: number for number, name in enumerate(names)}
    keys = _pairs(streams, row)
    place = {key: number for number, key in enumerate(keys, len(names))}
    rates = np.zeros((len(names) + len(keys), len(streams)))
    for column, texts in enumerate(streams.values()):
        for text in texts:
            rows = [row[token] for token in text]
            pairs = [place[key] for pair in pairwise(rows) if (key := pair_key(*pair)) in place]
            rates[sorted({*rows, *pairs}), column] += 1 / _PROGRAMS
    weights = np.log((rates + 0.05) / (rates.mean(1, keepdims=True) + 0.05))
    labels = [Label(name, _PROJECTS) for name in [*streams, NONE_OF_THESE]]
    selection = Selection(names, np.array(keys, np.uint64))
    write_assets(str(folder), selection, _quantized(weights), labels, written(_DECISION, "of a test"))
    return folder


def _pairs(streams: dict[str, list[list[str]]], row: dict[str, int]) -> list[int]:
    counted = Counter(
        pair_key(row[first], row[second])
        for texts in streams.values()
        for text in texts
        for first, second in pairwise(text)
    )
    return sorted(key for key, count in counted.items() if count > 20)


def _quantized(weights: np.ndarray) -> Quantized:
    """A hidden unit for each language, whose logit it is; the last unit and the last label are never used."""
    rows, languages = weights.shape
    units = languages + languages % 2
    largest = np.abs(weights).max()
    hidden = np.full((rows, units), 128, np.uint8)
    hidden[:, :languages] = np.rint(weights / largest * 127) + 128
    output = np.full((units, languages + 1), 1024, np.uint32)
    output[np.arange(languages), np.arange(languages)] += 512
    scale = np.full(units, largest / 127 / 8)
    return Quantized(hidden, scale, np.zeros(units), output, 1 / 512 / 64, np.zeros(languages + 1, np.int32))
