"""The vocabulary: tokens that tell languages apart across projects, not those that are frequent in one."""

from __future__ import annotations

from collections import Counter

import pytest

pytest.importorskip("numpy", reason="a training computes with numpy")
import numpy as np

from langdetect_hook.network.tokenizer import SHAPES, canonical, split
from langdetect_hook.network.vocabulary import Vocabulary, pair_key, triple_key
from langdetect_hook.training.encoding import Text, TokenStreams, encode
from langdetect_hook.training.samples import WHOLE, Samples, lengths
from langdetect_hook.training.selection import Origins, Sizes, pair_keys, rows_of_names, select

LANGUAGES = {"Alpha": "begin alpha ; body alpha ; end", "Beta": "start beta ; body beta ; stop"}


def corpus(projects: int = 8, more: dict[tuple[str, int], str] | None = None):
    """Contents, languages and projects of two made-up languages, with `more` in some of the projects."""
    contents, languages, names = [], [], []
    for language, text in LANGUAGES.items():
        for project in range(projects):
            contents.append(f"{text}\n{(more or {}).get((language, project), '')}\n".encode())
            languages.append(language)
            names.append(f"{language}-{project}")
    return contents, languages, names


def selected(contents, languages, names, sizes: Sizes, texts=None):
    *_, streams = encode([Text(content, "Python") for content in contents], 1)
    assert isinstance(streams, TokenStreams)
    texts = np.arange(len(contents)) if texts is None else np.array(texts)
    return streams, select(streams, Origins(texts, languages, names), sizes)


def test_a_token_of_one_project_has_no_row_however_frequent():
    contents, languages, names = corpus(more={("Alpha", 3): "frobnicate " * 500})
    _, selection = selected(contents, languages, names, Sizes(12, 10, 10, 0))
    assert {"alpha", "begin", "end", "beta", "start", "stop"} <= set(selection.names)
    assert "frobnicate" not in selection.names


def test_a_token_of_one_project_has_no_row_though_it_has_many_files():
    contents, languages, names = corpus()
    contents += [b"frobnicate\n"] * 40
    languages += ["Alpha"] * 40
    names += ["Alpha-0"] * 40
    _, selection = selected(contents, languages, names, Sizes(12, 0, 0, 0))
    assert "frobnicate" not in selection.names


@pytest.mark.parametrize("wanted", [1, 3, 9])
def test_what_is_dropped_on_the_way_would_not_have_been_chosen(wanted):
    """In many shares, beside a plain reading of the rule."""
    generator = np.random.default_rng(wanted)
    words = [f"{letter}{other}" for letter in "abcdef" for other in "ghijk"]
    contents = [" ".join(generator.choice(words[: 12 + 6 * (i % 4)], 80)).encode() for i in range(96)]
    languages, names = [f"L{i % 4}" for i in range(96)], [f"p{i % 24}" for i in range(96)]
    streams, whole = selected(contents, languages, names, Sizes(400, wanted, 0, 0))
    score = scores_of_pairs(streams, whole.names, languages, names)
    assert len(score) > 2 * wanted * 4, "nothing was dropped"
    turn: dict[int, int] = {}
    best: dict[int, float] = {}
    for language in set(languages):
        of_it = sorted((-value, key) for (other, key), value in score.items() if other == language)
        for place, (value, key) in enumerate(of_it):
            turn[key] = min(turn.get(key, place), place)
            best[key] = min(best.get(key, value), value)
    chosen = sorted(turn, key=lambda key: (turn[key], best[key], key))[:wanted]
    assert whole.keys.tolist() == sorted(chosen)
    origins = Origins(np.arange(96), languages, names)
    in_shares = select(streams, origins, Sizes(400, wanted, 0, 0), at_once=60)
    assert in_shares.names == whole.names and in_shares.keys.tolist() == whole.keys.tolist()


def scores_of_pairs(streams, names, languages, projects) -> dict[tuple[str, int], float]:
    """How well each pair of neighbours tells each language, by how many of its projects have it."""
    row = rows_of_names(streams.names, names)
    found = {
        (languages[text], project, key)
        for text, project in enumerate(projects)
        for key in pair_keys(row[streams.of(text)]).tolist()
    }
    counted = Counter((language, key) for language, _, key in found)
    in_language = Counter(language for language, _ in set(zip(languages, projects, strict=True)))
    rate = {pair: count / (in_language[pair[0]] + 2.0) for pair, count in counted.items()}
    total: Counter[int] = Counter()
    for (_, key), value in rate.items():
        total[key] += value
    score = {pair: value * np.log(value / (total[pair[1]] / len(in_language))) for pair, value in rate.items()}
    return {pair: value for pair, value in score.items() if counted[pair] >= 3 and value > 0}


def test_held_out_texts_have_no_vote():
    contents, languages, names = corpus()
    for number in (5, 6, 7):
        contents[number] += b"heldout\n"
    learned = [number for number in range(len(contents)) if number not in (5, 6, 7)]
    assert "heldout" in selected(contents, languages, names, Sizes(40, 0, 0, 0))[1].names
    assert "heldout" not in selected(contents, languages, names, Sizes(40, 0, 0, 0), learned)[1].names


def test_every_shape_has_a_row_and_none_stands_twice():
    contents, languages, names = corpus()
    for tokens in (1, 5, 1000):
        _, selection = selected(contents, languages, names, Sizes(tokens, 0, 0, 0))
        assert set(SHAPES) <= set(selection.names)
        assert len(set(selection.names)) == len(selection.names) <= tokens + len(SHAPES)


def test_keys_are_sorted_and_made_of_rows():
    contents, languages, names = corpus()
    _, selection = selected(contents, languages, names, Sizes(30, 8, 6, 5))
    keys = selection.keys.tolist()
    assert keys == sorted(set(keys))
    assert sum(key < 1 << 32 for key in keys) <= 8
    is_gap = [key >= 1 << 32 and key >> 16 & 0xFFFF == 0xFFFF for key in keys]
    assert 0 < sum(is_gap) <= 5
    assert sum(key >= 1 << 32 for key in keys) <= 6 + sum(is_gap)
    vocabulary = Vocabulary(selection.names, memoryview(selection.keys))
    for row, key in enumerate(keys, len(selection.names)):
        parts = [key >> 16 & 0xFFFF, key & 0xFFFF]
        if key >= 1 << 32:
            parts.insert(0, (key >> 32) - 1)
        assert key == (triple_key(*parts) if len(parts) == 3 else pair_key(*parts))
        names_of_parts = ["…" if part == 0xFFFF else selection.names[part] for part in parts]
        assert vocabulary.describe(row) == " ".join(names_of_parts)


def test_what_both_languages_have_tells_nothing():
    contents, languages, names = corpus()
    _, selection = selected(contents, languages, names, Sizes(8, 0, 0, 0))
    distinctive = [name for name in selection.names if name not in SHAPES]
    assert {"alpha", "beta"} <= set(distinctive)
    assert distinctive.index("alpha") < 8 > distinctive.index("beta")


def test_streams_are_the_tokenizers_and_processes_change_nothing():
    contents, _, _ = corpus()
    contents.append("a = 'größe'\n\tif 0x1F:\n".encode())
    *_, streams = encode([Text(content, "Python") for content in contents], 1)
    for number, content in enumerate(contents):
        tokens = [streams.names[token] for token in streams.of(number)]
        assert tokens == [canonical(token) for token in split(content.decode())]


@pytest.mark.slow
def test_many_files_are_tokenized_on_two_processes():
    contents = [f"word{number % 7} = {number}\n".encode() * (number % 5) for number in range(2_300)]
    *counted, one = encode([Text(content, "Python") for content in contents], 1)
    *_, two = encode([Text(content, "Python") for content in contents], 2)
    assert counted == [1000, 2000, 2300]
    assert one.names == two.names
    assert (one.tokens[:] == two.tokens[:]).all() and (one.starts == two.starts).all()


def test_windows_are_whole_lines_of_one_text():
    contents = ["".join(f"{'  ' * (line % 3)}word{line} = {line}\n" for line in range(50)).encode(), b"", b"\n\n", b"x"]
    *_, streams = encode([Text(content, "Python") for content in contents], 1)
    origins = Origins(np.arange(4), ["A", "B"] * 2, ["p", "q"] * 2)
    samples = Samples(streams, select(streams, origins, Sizes(50, 9, 9, 9)))
    assert [samples.lines(text) for text in range(4)] == [51, 1, 1, 1]
    generator = np.random.default_rng(0)
    seen = set()
    for _ in range(200):
        begin, end = samples.window(0, 10, generator)
        seen.add(begin)
        assert 0 <= begin < end <= streams.starts[1]
        assert sum(streams.names[token].startswith("¶") for token in streams.tokens[begin:end]) == 10
        assert streams.names[streams.tokens[begin : begin + 1][0]].startswith("¶")
    assert len(seen) > 30
    for text in range(4):
        whole = (streams.starts[text], streams.starts[text + 1])
        assert samples.window(text, WHOLE, generator) == samples.window(text, 100, generator) == whole
    batch = samples.batch([samples.window(text, WHOLE, generator) for text in range(4)])
    assert batch.samples == 4
    assert set(batch.places[:, 0].tolist()) == {0, 1, 2, 3}


def test_short_windows_are_drawn_more_often():
    drawn = lengths(20_000, 0.25, np.random.default_rng(0))
    windows = drawn[drawn != WHOLE]
    assert 0.23 < 1 - len(windows) / len(drawn) < 0.27
    assert windows.min() == 3 and windows.max() == 100
    assert np.median(windows) < 25
