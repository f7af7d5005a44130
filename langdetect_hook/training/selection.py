"""Which tokens, pairs and triples get a row: those that tell languages apart across independent projects."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from langdetect_hook.network.tokenizer import SHAPES, shape
from langdetect_hook.network.vocabulary import pair_key, triple_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from langdetect_hook.training.encoding import TokenStreams

# This share of the single tokens is chosen because they are frequent everywhere: they tell nothing by themselves, but
# pairs and triples are made of them.
_FREQUENT_SHARE = 0.25
# A token must occur in this many projects of a language to count for it (in half of them where there are fewer).
_FEWEST_PROJECTS = 3


class Sizes(NamedTuple):
    """How many rows the vocabulary has for single tokens, pairs and triples."""

    tokens: int = 12_000
    pairs: int = 16_000
    triples: int = 12_000


class Origins:
    """Where the texts that may vote come from: numbers of text, language and project-within-language."""

    def __init__(self, texts: NDArray[np.int64], languages: list[str], projects: list[str]) -> None:
        """`texts` [n]: indices into the streams; `languages` and `projects` [all texts]."""
        columns = {name: column for column, name in enumerate(sorted(set(languages)))}
        groups: dict[tuple[str, str], int] = {}
        pairs = list(zip(languages, projects, strict=True))
        self.texts = texts
        self.languages = len(columns)
        self.group_of_text = np.array([groups.setdefault(pair, len(groups)) for pair in pairs], np.int32)
        self.language_of_group = np.array([columns[language] for language, _ in groups], np.int32)
        present = np.unique(self.group_of_text[texts])
        self.projects = np.bincount(self.language_of_group[present], minlength=self.languages)


class Selection(NamedTuple):
    """The chosen vocabulary: single tokens in row order, and sorted keys of pairs and triples."""

    names: list[str]
    keys: NDArray[np.uint64]


def select(streams: TokenStreams, origins: Origins, sizes: Sizes) -> Selection:
    """The vocabulary of at most `sizes` rows (and the shapes, which are always in it)."""
    counted = _count(lambda text: np.unique(streams.of(text)).astype(np.uint64), origins)
    frequent = _most_frequent(counted, int(sizes.tokens * _FREQUENT_SHARE))
    distinctive = _choose(counted, origins, sizes.tokens)
    chosen = dict.fromkeys([*frequent.tolist(), *distinctive.tolist()])
    names = [streams.names[token] for token in list(chosen)[: sizes.tokens]]
    names += [name for name in SHAPES if name not in set(names)]
    rows = token_rows(streams, names)

    def pairs(text: int) -> NDArray[np.uint64]:
        return np.unique(pair_keys(rows[streams.starts[text] : streams.starts[text + 1]]))

    def triples(text: int) -> NDArray[np.uint64]:
        return np.unique(triple_keys(rows[streams.starts[text] : streams.starts[text + 1]]))

    keys = [np.zeros(0, np.uint64)]
    for keys_of, wanted in ((pairs, sizes.pairs), (triples, sizes.triples)):
        if wanted:
            keys.append(_choose(_count(keys_of, origins), origins, wanted))
    return Selection(names, np.sort(np.concatenate(keys)))


def token_rows(streams: TokenStreams, names: list[str]) -> NDArray[np.uint64]:
    """The row of every token of the streams: its own, or its shape's."""
    row = {name: number for number, name in enumerate(names)}
    of_name = [row[name] if name in row else row[shape(name)] for name in streams.names]
    return np.array(of_name, np.uint64)[streams.tokens]


def pair_keys(rows: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """vocabulary.pair_key of each two adjacent rows of a stream [n] -> [n - 1]."""
    return pair_key(rows[:-1], rows[1:])  # type: ignore[arg-type, return-value]


def triple_keys(rows: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """vocabulary.triple_key of each three adjacent rows of a stream [n] -> [n - 2]."""
    return triple_key(rows[:-2], rows[1:-1], rows[2:])  # type: ignore[arg-type, return-value]


class _Counted(NamedTuple):
    """In how many projects of each language a key occurs; parallel arrays over (key, language)."""

    keys: NDArray[np.uint64]  # the distinct keys
    key: NDArray[np.int64]  # indices into keys
    language: NDArray[np.int64]
    projects: NDArray[np.int64]


def _count(keys_of: Callable[[int], NDArray[np.uint64]], origins: Origins) -> _Counted:
    by_text = [(keys_of(text), origins.group_of_text[text]) for text in origins.texts.tolist()]
    keys = np.concatenate([keys for keys, _ in by_text])
    groups = np.concatenate([np.full(len(keys), group, np.int32) for keys, group in by_text])
    order = np.lexsort((groups, keys))
    keys, groups = keys[order], groups[order]
    first = np.ones(len(keys), bool)
    first[1:] = (keys[1:] != keys[:-1]) | (groups[1:] != groups[:-1])
    distinct, key = np.unique(keys[first], return_inverse=True)
    code = key.astype(np.int64) * origins.languages + origins.language_of_group[groups[first]]
    code, projects = np.unique(code, return_counts=True)
    return _Counted(distinct, code // origins.languages, code % origins.languages, projects)


def _most_frequent(counted: _Counted, wanted: int) -> NDArray[np.uint64]:
    """The keys that occur in most projects, over all languages."""
    projects = np.bincount(counted.key, weights=counted.projects, minlength=len(counted.keys))
    return counted.keys[np.argsort(-projects, kind="stable")[:wanted]]


def _choose(counted: _Counted, origins: Origins, wanted: int) -> NDArray[np.uint64]:
    """The keys that each language in turn names as its best, `wanted` in all.

    A key's score for a language is rate * log(rate / mean rate over the languages), its share of a Kullback-Leibler
    divergence, where the rate is the share of the language's projects that have it, drawn to 0 where there are few.
    """
    in_language = origins.projects[counted.language]
    rate = counted.projects / (in_language + 2.0)
    mean = np.bincount(counted.key, weights=rate, minlength=len(counted.keys)) / origins.languages
    score = rate * np.log(rate / mean[counted.key])
    enough = counted.projects >= np.minimum(_FEWEST_PROJECTS, np.maximum(1, in_language // 2))
    good = enough & (score > 0)
    key, language, score = counted.key[good], counted.language[good], score[good]
    order = np.lexsort((key, -score, language))
    key, language, score = key[order], language[order], score[order]
    turn = np.arange(len(language)) - np.searchsorted(language, np.arange(origins.languages))[language]
    best_turn = np.full(len(counted.keys), len(key) + 1)
    np.minimum.at(best_turn, key, turn)
    best_score = np.zeros(len(counted.keys))
    np.maximum.at(best_score, key, score)
    named = np.flatnonzero(best_turn <= len(key))
    order = np.lexsort((named, -best_score[named], best_turn[named]))
    return counted.keys[named[order][:wanted]]
