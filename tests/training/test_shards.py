"""Arrays on disk are the arrays they would be in memory, and what is made in pieces is what is made at once."""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import pairwise

import pytest

pytest.importorskip("numpy", reason="a training computes with numpy")
import numpy as np

from langdetect_hook.network.vocabulary import gap_key, pair_key, triple_key
from langdetect_hook.training.encoding import Text, encode
from langdetect_hook.training.processes import batched, on_processes
from langdetect_hook.training.selection import Origins, Sizes, rows_of_names, select
from langdetect_hook.training.shards import Shards, blocks
from tests.training.written_corpus import program

LANGUAGES = ("C", "Java", "PHP", "Python", "Ruby")


@pytest.mark.parametrize("columns", [0, 3])
@pytest.mark.parametrize("shard_bytes", [1, 40, 1000])
def test_shards_are_an_array(columns, shard_bytes, tmp_path):
    generator = np.random.default_rng(0)
    shards, parts = Shards(str(tmp_path), np.int32, columns, shard_bytes), []
    for size in (0, 1, 7, 30, 2):
        part = generator.integers(0, 1000, (size, columns) if columns else size).astype(np.int32)
        shards.append(part)
        parts.append(part)
    whole = np.concatenate(parts)
    assert len(shards) == len(whole)
    for begin, end in ((0, 0), (0, 40), (3, 4), (9, 38), (39, 40), (38, 50), (5, 2)):
        assert np.array_equal(shards[begin:end], whole[begin:end])
    assert np.array_equal(shards[:], whole) and shards[:].dtype == np.int32


def test_blocks_are_all_texts_in_pieces():
    starts = np.array([0, 5, 5, 9, 40, 41, 41])
    for at_once in (1, 5, 9, 10, 1000):
        found = list(blocks(starts, at_once))
        assert [text for first, last in found for text in range(first, last)] == list(range(6))
        assert all(starts[last] - starts[first] <= at_once or last == first + 1 for first, last in found)
    assert list(blocks(starts, 1000)) == [(0, 6)]


def test_no_task_is_made_before_it_is_needed():
    made = []
    tasks = (made.append(number) or number for number in range(100))
    assert next(on_processes(abs, tasks, 1)) == 0
    assert len(made) <= 2
    assert list(batched(range(5), 2)) == [[0, 1], [2, 3], [4]]


@pytest.fixture(scope="module")
def corpus():
    generator = random.Random(0)
    languages, projects, contents = [], [], []
    for _ in range(150):
        language = generator.choice(LANGUAGES)
        # One project has files of all languages, and one language few projects.
        project = generator.choice(["shared", *(f"{language}-{n}" for n in range(2 if language == "PHP" else 7))])
        odd = f"only{generator.randrange(40)}\n" * 2
        contents.append((odd + program(language, generator, generator.randrange(8))).encode())
        languages.append(language)
        projects.append(project)
    *_, streams = encode([Text(content, "Python") for content in contents], 1)
    texts = np.array([text for text in range(150) if text % 5])
    return streams, Origins(texts, languages, projects)


class Defined:
    """The choice of keys as the design says it, in plain loops."""

    def __init__(self, origins, texts_with_keys):
        self.origins, self.groups = origins, defaultdict(set)
        for text, keys in texts_with_keys:
            for key in keys:
                self.groups[key].add(int(origins.group_of_text[text]))

    def most_frequent(self, wanted):
        """Those of most projects."""
        return sorted(self.groups, key=lambda key: (-len(self.groups[key]), key))[:wanted]

    def distinctive(self, wanted):
        """Each language in turn names its best."""
        turn, best = {}, {}
        for of_language in self._named().values():
            for number, (score, key) in enumerate(sorted(of_language)):
                turn[key] = min(number, turn.get(key, number))
                best[key] = min(score, best.get(key, score))
        return sorted(turn, key=lambda key: (turn[key], best[key], key))[:wanted]

    def _named(self):
        named, projects = defaultdict(list), self.origins.projects
        for key, groups in self.groups.items():
            counts = np.bincount(self.origins.language_of_group[sorted(groups)], minlength=len(projects))
            rates = counts / (projects + 2.0)
            for language in np.flatnonzero(counts).tolist():
                score = rates[language] * np.log(rates[language] / (rates.sum() / len(projects)))
                if counts[language] >= min(3, max(1, projects[language] // 2)) and score > 0:
                    named[language].append((-score, key))
        return named


@pytest.mark.parametrize("at_once", [1, 100, 1000, 1 << 22])
def test_the_selection_is_the_same_in_pieces_and_as_it_is_defined(at_once, corpus):
    streams, origins = corpus
    selection = select(streams, origins, Sizes(60, 80, 50, 40), at_once)
    texts = origins.texts.tolist()

    tokens = Defined(origins, [(text, set(streams.of(text).tolist())) for text in texts])
    chosen = dict.fromkeys([*tokens.most_frequent(15), *tokens.distinctive(60)])
    assert selection.names[:60] == [streams.names[token] for token in chosen][:60]

    row = rows_of_names(streams.names, selection.names).tolist()
    rows = {text: [row[token] for token in streams.of(text).tolist()] for text in texts}
    pairs = [(text, {pair_key(*both) for both in pairwise(of)}) for text, of in rows.items()]
    triples = [
        (text, {triple_key(*all_) for all_ in zip(of, of[1:], of[2:], strict=False)}) for text, of in rows.items()
    ]
    gaps = [(text, {gap_key(*both) for both in zip(of, of[2:], strict=False)}) for text, of in rows.items()]
    keys = [
        *Defined(origins, pairs).distinctive(80),
        *Defined(origins, triples).distinctive(50),
        *Defined(origins, gaps).distinctive(40),
    ]
    assert selection.keys.tolist() == sorted(keys)
