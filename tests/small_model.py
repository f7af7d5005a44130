"""A small model that tests make in a moment, without TensorFlow and numpy: token frequencies of made-up programs as
weights."""

from __future__ import annotations

import random
import shutil
from array import array
from collections import Counter
from itertools import pairwise
from math import log
from pathlib import Path

from langdetect_hook.claims import TABLE_PATH
from langdetect_hook.claims.vouching import fingerprint_of, write_facts
from langdetect_hook.network import NONE_OF_THESE
from langdetect_hook.network.additive import Additive, Term, written
from langdetect_hook.network.assets import ARRAYS, DECISION, FILES, FORMAT_VERSION, LANGUAGE_TABLE
from langdetect_hook.network.exact import checksums_of
from langdetect_hook.network.tokenizer import SHAPES, TOKENIZER_VERSION, canonical, split
from langdetect_hook.network.vocabulary import pair_key
from langdetect_hook.training.output import write_text
from langdetect_hook.training.thresholds import table_text
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
    present = [_texts_with_each_row(texts, row, place) for texts in streams.values()]
    weights = [_weights([seen[number] / _PROGRAMS for seen in present]) for number in range(len(names) + len(keys))]
    write_texts(folder, names, [*streams, NONE_OF_THESE])
    write_arrays(folder, keys, weights)
    vouch(folder, units=len(streams) + len(streams) % 2)
    return folder


def _texts_with_each_row(texts: list[list[str]], row: dict[str, int], place: dict[int, int]) -> Counter[int]:
    """In how many texts each token and pair stands, by its row."""
    seen: Counter[int] = Counter()
    for text in texts:
        rows = [row[token] for token in text]
        seen.update({*rows, *(place[key] for pair in pairwise(rows) if (key := pair_key(*pair)) in place)})
    return seen


def _weights(rates: list[float]) -> list[float]:
    """How much a row speaks for each language."""
    mean = sum(rates) / len(rates)
    return [log((rate + 0.05) / (mean + 0.05)) for rate in rates]


def _pairs(streams: dict[str, list[list[str]]], row: dict[str, int]) -> list[int]:
    counted = Counter(
        pair_key(row[first], row[second])
        for texts in streams.values()
        for text in texts
        for first, second in pairwise(text)
    )
    return sorted(key for key, count in counted.items() if count > 20)


def write_texts(folder: Path, names: list[str], labels: list[str]) -> None:
    """Write what of the assets is text."""
    table = "label\tprojects\tprevalence\tnear\tkin\n" + "".join(f"{name}\t{_PROJECTS}\t1\t\t\n" for name in labels)
    write_text(str(folder / "vocabulary.txt"), "\n".join(names))
    write_text(str(folder / "labels.tsv"), table)
    write_text(str(folder / DECISION), written(_DECISION, "of a test"))
    write_text(str(folder / "thresholds.tsv"), table_text())
    shutil.copyfile(TABLE_PATH, folder / LANGUAGE_TABLE)


def write_arrays(folder: Path, keys: list[int], weights: list[list[float]]) -> None:
    """Write the arrays: a hidden unit for each language, whose logit it is; the last unit and label are never used."""
    languages = len(weights[0])
    units = languages + languages % 2
    largest = max(abs(weight) for row in weights for weight in row)
    hidden = [round(weight / largest * 127) + 128 for row in weights for weight in (*row, 0.0)[:units]]
    output = [1024 + 512 * (unit == label < languages) for unit in range(units) for label in range(languages + 1)]
    write_array(folder, "hidden_units.npy", array("d", [largest / 127 / 8] * units + [0.0] * units), (2, units))
    write_array(folder, "hidden_weights.npy", array("B", hidden), (len(weights), units))
    checksums = array("I", checksums_of(memoryview(bytes(hidden)), units))
    write_array(folder, "hidden_checksums.npy", checksums, (len(checksums),))
    write_array(folder, "ngrams.npy", array("Q", keys), (len(keys),))
    write_array(folder, "output_bias.npy", array("i", [0] * (languages + 1)), (languages + 1,))
    write_array(folder, "output_weights.npy", array("I", output), (units, languages + 1))


def write_array(folder: Path, name: str, values: array[int] | array[float], shape: tuple[int, ...]) -> None:
    """Write an .npy file (numpy.lib.format, version 1.0)."""
    described = f"{{'descr': '{ARRAYS[name]}', 'fortran_order': False, 'shape': {shape}, }}"
    header = described.encode() + b" " * (-(len(described) + 11) % 64) + b"\n"
    start = b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little")
    (folder / name).write_bytes(start + header + values.tobytes())


def vouch(folder: Path, units: int) -> None:
    """Write the facts that vouch for the other files."""
    facts = {"format": f"{FORMAT_VERSION}", "tokenizer": f"{TOKENIZER_VERSION}", "units": f"{units}"}
    facts["output_scale"] = repr(1 / 512 / 64)
    write_facts(str(folder), facts | {name: fingerprint_of(str(folder / name)) for name in FILES})
