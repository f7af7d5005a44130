"""Tokens: what is folded, what is told apart, and that no text costs the square of its length."""

from __future__ import annotations

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
