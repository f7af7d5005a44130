"""Tokens: what is folded, what is told apart, and that no text costs the square of its length."""

from __future__ import annotations

import random
import re

import pytest

from langdetect_hook.network.tokenizer import SHAPES, canonical, shape, split


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", ["¶"]),
        ("a = 'b'", ["¶", "a", " = ", "'c'"]),
        ("def f(x):\n    return 10", ["¶", "def", "f", "(", "x", "):", "¶1", "return", "0"]),
        ("\tgo\n\n      fortran", ["¶t", "go", "¶6", "fortran"]),
        ('#include "a.h"', ["¶", "#", "include", '"w.w"']),
        ("don't 'quote me'", ["¶", "don", "'", "t", "'w w'"]),
        ("fn f<'a, 'b>()", ["¶", "fn", "f", "<", "'", "a", ", ", "'", "b", ">()"]),
        ("0x1F 10px 1.5", ["¶", "0x", "0px", "0.0"]),
        ("naïve größe", ["¶", "na", "é", "ve", "gr", "é", "e"]),
        ('""', ["¶", '""']),
    ],
)
def test_canonical_tokens(text: str, tokens: list[str]) -> None:
    assert [canonical(token) for token in split(text)] == tokens


@pytest.mark.parametrize(
    ("token", "expected"),
    [("x", "a"), ("name", "aa"), ("userName", "aAa"), ("UserName", "AaA"), ("User", "Aa"), ("USER_NAME", "AA_A"),
     ("user_name", "aa_a"), ("_x", "_a"), ("0.0f", "0"), (" =>", "="), ("é", "é"), ("¶t", "¶t"), ('"w w"', '"w w"')],
)  # fmt: skip
def test_shapes(token: str, expected: str) -> None:
    assert shape(token) == expected


def test_every_shape_is_in_the_table() -> None:
    text = "".join(chr(code) for code in range(32, 127)) + '\n\t_A A_b aB AbC x ___ é "\'" \'a b\' "\\""\n       x'
    assert {shape(canonical(token)) for token in split(text)} <= set(SHAPES)
    assert len(set(SHAPES)) == len(SHAPES)


@pytest.mark.parametrize("text", ["\r\n", "\n\n\n", "   \n"], ids=repr)
def test_blank_lines_are_one_line_start(text: str) -> None:
    assert len(split("a" + text + "b")) == 4


@pytest.mark.parametrize("piece", ['"', "' ", "\\", '"\\', "\n ", '"a', "x'", " ", "#"], ids=repr)
def test_hostile_text_is_done_in_one_pass(piece: str) -> None:
    """A pattern that tried each unclosed quote to the end of the line would take minutes here."""
    text = piece * 100_000
    assert sum(map(len, split(text))) <= len(text) + 1


# What the inside of a string is and how numbers are folded, as the expressions of the first tokenizers had it.
INSIDES = [
    (r"\{\{|\{%|<%", "{{"),
    (r"\$[{(\w]|#\{", "${"),
    (r"%[-+.0-9]*[a-zA-Z]|\{[0-9]*\}", "%s"),
    (r"\\", "\\"),
    (r"^[\w-]+$", "w"),
    (r"^[\w.-]+$", "w.w"),
    (r"^\S*/\S*$", "w/w"),
    (r" ", "w w"),
    (r"", "x"),
]


def test_strings_and_numbers_are_folded_as_their_expressions_say() -> None:
    generator = random.Random(5)
    characters = "a0_-.%${}#\\<[( /\u00e9\u00a0\u0663\u2028\u00b2\x1c\tZ+"
    for _ in range(20_000):
        inside = "".join(generator.choices(characters, k=generator.randint(2, 7)))
        expected = next(inside_is for pattern, inside_is in INSIDES if re.search(pattern, inside))
        assert canonical(f'"{inside}"') == f'"{expected}"', ascii(inside)
        number = "1" + "".join(generator.choices("0123.eE_\u0663", k=generator.randint(0, 7)))
        assert canonical(number) == re.sub("[0-9]+", "0", number)[:8], ascii(number)
