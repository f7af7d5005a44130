"""Golden features: what the tokenizer makes of tricky texts, written down.

A change here makes every trained network deaf to what changed: raise TOKENIZER_VERSION, train, and then write the
tokens anew with `python -m tests.test_golden`.
"""

from __future__ import annotations

import json
from array import array

import pytest

from langdetect_hook.network.tokenizer import SHAPES, TOKENIZER_VERSION, canonical, shape, split
from langdetect_hook.network.vocabulary import Vocabulary, gap_key, pair_key, triple_key
from tests.conftest import CHECKOUT

PATH = CHECKOUT / "tests" / "golden" / "tokens.json"
GOLDEN = json.loads(PATH.read_text(encoding="utf-8"))


def tokens(text: str) -> list[str]:
    return [canonical(token) for token in split(text)]


@pytest.mark.parametrize("row", GOLDEN["texts"], ids=lambda row: row["name"])
def test_tokens_are_the_ones_written_down(row):
    assert tokens(row["text"]) == row["tokens"]


def test_the_version_is_the_one_they_were_written_with():
    assert GOLDEN["tokenizer"] == TOKENIZER_VERSION


def test_shapes_of_all_these_tokens_have_rows():
    assert {shape(token) for row in GOLDEN["texts"] for token in row["tokens"]} <= set(SHAPES)


def test_counts_of_a_small_vocabulary():
    """Pairs, triples and gaps are of tokens as they are looked up: a token without a row stands for its shape."""
    names = ["if", "x", *SHAPES]
    row = {name: number for number, name in enumerate(names)}
    pair, triple = pair_key(row["if"], row["x"]), triple_key(row["¶"], row["if"], row["x"])
    other, gap = pair_key(row["aa"], row[":"]), gap_key(row["if"], row["aa"])
    keys = sorted([pair, triple, other, gap])
    vocabulary = Vocabulary(names, memoryview(array("Q", keys)))
    place = {key: len(names) + number for number, key in enumerate(keys)}
    counts = vocabulary.counts("if x while:\nif x while :\n")
    told = {vocabulary.describe(number): count for number, count in counts.items()}
    assert told == {"¶": 3, "if": 2, "x": 2, "aa": 2, ":": 2, "if x": 2, "¶ if x": 2, "aa :": 2, "if … aa": 2}
    assert counts[place[triple]] == 2
    vocabulary.index()
    assert vocabulary.counts("if x while:\nif x while :\n") == counts


def written(texts: dict[str, str]) -> str:
    """The file for texts by their names: three lines each."""
    rows = []
    for name, text in texts.items():
        row = {"name": name, "text": text, "tokens": tokens(text)}
        cells = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in row.items()]
        rows.append("  {" + ",\n   ".join(cells) + "}")
    return f'{{\n "tokenizer": {TOKENIZER_VERSION},\n "texts": [\n' + ",\n".join(rows) + "\n ]\n}\n"


if __name__ == "__main__":
    PATH.write_text(written({row["name"]: row["text"] for row in GOLDEN["texts"]}), encoding="utf-8")
