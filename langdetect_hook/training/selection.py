"""Which tokens, pairs, triples and gaps get a row: those that tell languages apart across independent projects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from langdetect_hook.network.tokenizer import SHAPES, shape
from langdetect_hook.network.vocabulary import gap_key, pair_key, triple_key
from langdetect_hook.training.shards import TOKENS_AT_ONCE, Shards, blocks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from langdetect_hook.training.encoding import TokenStreams

# This share of the single tokens is chosen because they are frequent everywhere: they tell nothing by themselves, but
# pairs, triples and gaps are made of them.
_FREQUENT_SHARE = 0.25
# A token must occur in this many projects of a language to count for it (in half of them where there are fewer).
_FEWEST_PROJECTS = 3


class Sizes(NamedTuple):
    """How many rows the vocabulary has for single tokens, pairs, triples and gaps."""

    tokens: int = 13_000
    pairs: int = 20_000
    triples: int = 9_000
    gaps: int = 15_000


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
    """The chosen vocabulary: single tokens in row order, and sorted keys of all others."""

    names: list[str]
    keys: NDArray[np.uint64]


def select(streams: TokenStreams, origins: Origins, sizes: Sizes, at_once: int = TOKENS_AT_ONCE) -> Selection:
    """The vocabulary of at most `sizes` rows (and the shapes, which are always in it).

    About `at_once` tokens are in memory at a time: their number decides nothing but the memory that is needed.
    """
    as_they_are = np.arange(len(streams.names), dtype=np.uint64)
    counts = _Counts(streams, origins, _Keys(0, lambda tokens: tokens, as_they_are), at_once)
    frequent = _most_frequent(counts, int(sizes.tokens * _FREQUENT_SHARE))
    distinctive = _choose(counts, origins, sizes.tokens)
    chosen = dict.fromkeys([*frequent.tolist(), *distinctive.tolist()])
    names = [streams.names[token] for token in list(chosen)[: sizes.tokens]]
    names += [name for name in SHAPES if name not in set(names)]
    rows = rows_of_names(streams.names, names)
    keys = [np.zeros(0, np.uint64)]
    for (order, keys_of), wanted in zip(NEIGHBOURS, (sizes.pairs, sizes.triples, sizes.gaps), strict=True):
        if wanted:
            keys.append(_choose(_Counts(streams, origins, _Keys(order, keys_of, rows), at_once), origins, wanted))
    return Selection(names, np.sort(np.concatenate(keys)))


def rows_of_names(all_names: Sequence[str], names: Sequence[str]) -> NDArray[np.uint64]:
    """The row of every canonical token: its own, or its shape's."""
    row = {name: number for number, name in enumerate(names)}
    found = (row[name] if name in row else row[shape(name)] for name in all_names)
    return np.fromiter(found, np.uint64, len(all_names))


def pair_keys(rows: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """vocabulary.pair_key of each two adjacent rows of a stream [n] -> [n - 1]."""
    return pair_key(rows[:-1], rows[1:])  # type: ignore[arg-type, return-value]


def triple_keys(rows: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """vocabulary.triple_key of each three adjacent rows of a stream [n] -> [n - 2]."""
    return triple_key(rows[:-2], rows[1:-1], rows[2:])  # type: ignore[arg-type, return-value]


def gap_keys(rows: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """vocabulary.gap_key of each three adjacent rows of a stream [n] -> [n - 2]."""
    return gap_key(rows[:-2], rows[2:])  # type: ignore[arg-type, return-value]


# What has a row besides single tokens: how far back each reaches, and the keys of a stream.
NEIGHBOURS = ((1, pair_keys), (2, triple_keys), (2, gap_keys))


class _Counted(NamedTuple):
    """In how many projects of each language a key occurs; parallel arrays over (key, language)."""

    keys: NDArray[np.uint64]  # the distinct keys
    key: NDArray[np.int64]  # indices into keys
    language: NDArray[np.int64]
    projects: NDArray[np.int64]


class _Keys(NamedTuple):
    """What is counted: keys made of `order` + 1 adjacent tokens, each of which is first replaced by its row."""

    order: int
    of: Callable[[NDArray[np.uint64]], NDArray[np.uint64]]
    row: NDArray[np.uint64]


# A key that occurs in a project of a language. There may be several for one of them, but fewer than texts.
_OCCURRENCE = np.dtype([("key", np.uint64), ("group", np.int32)])
# Spreads keys evenly: 2**64 / golden ratio (Knuth, The Art of Computer Programming 3, 6.4).
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


class _Counts:
    """In how many projects of each language the keys occur, a share of all keys at a time, each key in one share."""

    def __init__(self, streams: TokenStreams, origins: Origins, keys: _Keys, at_once: int) -> None:
        self._origins = origins
        shares = len(streams.tokens) // at_once + 1
        self._occurrences = [Shards(streams.folder, _OCCURRENCE) for _ in range(shares)]
        votes = np.zeros(len(streams.starts) - 1, bool)
        votes[origins.texts] = True
        for first, last in blocks(streams.starts, at_once):
            self._read(streams, (first, last), votes, keys)

    def __iter__(self) -> Iterator[_Counted]:
        for occurrences in self._occurrences:
            if len(occurrences):
                yield _counted(occurrences[:], self._origins)

    def _read(self, streams: TokenStreams, texts: tuple[int, int], votes: NDArray[np.bool_], keys: _Keys) -> None:
        first, last = texts
        starts = streams.starts[first : last + 1]
        text = np.repeat(np.arange(first, last), np.diff(starts))
        found = keys.of(keys.row[streams.tokens[starts[0] : starts[-1]]])
        ends = text[keys.order :]
        inside = votes[ends] & (ends == text[: len(ends)])  # a pair or triple lies in one text
        self._write(_distinct(found[inside], self._origins.group_of_text[ends[inside]]))

    def _write(self, occurrences: NDArray[Any]) -> None:
        if len(self._occurrences) == 1:
            self._occurrences[0].append(occurrences)
            return
        share = (occurrences["key"] * _SPREAD >> np.uint64(32)) % np.uint64(len(self._occurrences))
        order = np.argsort(share, kind="stable")
        ends = np.cumsum(np.bincount(share.astype(np.int64), minlength=len(self._occurrences)))
        for shard, part in zip(self._occurrences, np.split(occurrences[order], ends[:-1]), strict=True):
            shard.append(part)


def _distinct(keys: NDArray[np.uint64], groups: NDArray[np.int32]) -> NDArray[Any]:
    """Each (key, group) once, sorted."""
    order = np.lexsort((groups, keys))
    keys, groups = keys[order], groups[order]
    first = np.ones(len(keys), bool)
    first[1:] = (keys[1:] != keys[:-1]) | (groups[1:] != groups[:-1])
    occurrences = np.empty(int(first.sum()), _OCCURRENCE)
    occurrences["key"], occurrences["group"] = keys[first], groups[first]
    return occurrences


def _counted(occurrences: NDArray[Any], origins: Origins) -> _Counted:
    occurrences = _distinct(occurrences["key"], occurrences["group"])
    distinct, key = np.unique(occurrences["key"], return_inverse=True)
    code = key.astype(np.int64) * origins.languages + origins.language_of_group[occurrences["group"]]
    code, projects = np.unique(code, return_counts=True)
    return _Counted(distinct, code // origins.languages, code % origins.languages, projects)


def _most_frequent(counts: _Counts, wanted: int) -> NDArray[np.uint64]:
    """The keys that occur in most projects, over all languages; the lower one where two are equal."""
    keys, projects = np.zeros(0, np.uint64), np.zeros(0)
    for counted in counts:
        more = np.bincount(counted.key, weights=counted.projects, minlength=len(counted.keys))
        keys, projects = np.concatenate([keys, counted.keys]), np.concatenate([projects, more])
        best = np.lexsort((keys, -projects))[:wanted]
        keys, projects = keys[best], projects[best]
    return keys


class _Candidates(NamedTuple):
    """Keys that a language may name, with their scores for it; parallel arrays."""

    key: NDArray[np.uint64]
    language: NDArray[np.int64]
    score: NDArray[np.float64]

    def taken(self, chosen: NDArray[Any]) -> _Candidates:
        """Those at some indices, or where a mask is true."""
        return _Candidates(*(column[chosen] for column in self))


def _choose(counts: _Counts, origins: Origins, wanted: int) -> NDArray[np.uint64]:
    """The keys that each language in turn names as its best, `wanted` in all."""
    found = _best_of_each(counts, origins, wanted)
    turn = _turns(found.language)
    keys, place = np.unique(found.key, return_inverse=True)
    best_turn = np.full(len(keys), wanted)
    np.minimum.at(best_turn, place, turn)
    return keys[np.lexsort((keys, -_best_scores(counts, origins, keys), best_turn))[:wanted]]


def _best_of_each(counts: _Counts, origins: Origins, wanted: int) -> _Candidates:
    """The `wanted` best candidates of each language, the best first: no language has more turns than that.

    A large corpus has hundreds of millions of candidates, so what cannot be among the best is dropped on the way.
    """
    kept = [_Candidates(np.zeros(0, np.uint64), np.zeros(0, np.int64), np.zeros(0))]
    for counted in counts:
        kept.append(_candidates(counted, origins))
        if sum(len(some.key) for some in kept) > 2 * wanted * origins.languages:
            kept = [_best(kept, wanted)]
    return _best(kept, wanted)


def _best(found: list[_Candidates], wanted: int) -> _Candidates:
    every = _Candidates(*(np.concatenate(column) for column in zip(*found, strict=True)))
    ordered = every.taken(np.lexsort((every.key, -every.score, every.language)))
    return ordered.taken(_turns(ordered.language) < wanted)


def _turns(language: NDArray[np.int64]) -> NDArray[np.int64]:
    """In which turn each candidate is named, where those of a language stand together, the best first."""
    return np.arange(len(language)) - np.searchsorted(language, language)


def _best_scores(counts: _Counts, origins: Origins, keys: NDArray[np.uint64]) -> NDArray[np.float64]:
    """The highest score of each of some sorted keys, for whichever language, be it among its best or not."""
    best = np.zeros(len(keys))
    for counted in counts:
        found = _candidates(counted, origins)
        place = np.minimum(np.searchsorted(keys, found.key), max(0, len(keys) - 1))
        asked = keys[place] == found.key if len(keys) else np.zeros(len(found.key), bool)
        np.maximum.at(best, place[asked], found.score[asked])
    return best


def _candidates(counted: _Counted, origins: Origins) -> _Candidates:
    """What a language may name.

    A key's score for a language is rate * log(rate / mean rate over the languages), its share of a Kullback-Leibler
    divergence, where the rate is the share of the language's projects that have it, drawn to 0 where there are few.
    """
    in_language = origins.projects[counted.language]
    rate = counted.projects / (in_language + 2.0)
    mean = np.bincount(counted.key, weights=rate, minlength=len(counted.keys)) / origins.languages
    score = rate * np.log(rate / mean[counted.key])
    enough = counted.projects >= np.minimum(_FEWEST_PROJECTS, np.maximum(1, in_language // 2))
    good = enough & (score > 0)
    return _Candidates(counted.keys[counted.key[good]], counted.language[good], score[good])
