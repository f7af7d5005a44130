"""Places and changes in a text, held to a second way to count them: a list of lines, and a list of units in each."""

from __future__ import annotations

import random
import re

import pytest

from langdetect_hook.lsp.positions import ENCODINGS, UTF_16, agreed, changed, end_of, line_range, offset

PIECES = [
    "a",
    "bc",
    "\t",
    " ",
    "\n",
    "\r\n",
    "\r",
    "ü",
    "日本",
    "\U0001f600",
    "\U0001d11e",
    "\u2028",
    "\x0b",
    "\ufeff",
    "",
]
WIDTHS = {
    "utf-8": lambda character: len(character.encode()),
    "utf-16": lambda character: 1 + (character > "\uffff"),
    "utf-32": lambda character: 1,
}


def places(text: str, name: str) -> list[tuple[int, int, int]]:
    """Each place between two characters of a text: its line, its units, and how many characters are before it."""
    found, line, units, before = [], 0, 0, 0
    for piece in re.findall(r"\r\n|.", text, re.DOTALL):
        found.append((line, units, before))
        before += len(piece)
        if piece in ("\r\n", "\r", "\n"):
            line, units = line + 1, 0
        else:
            units += WIDTHS[name](piece)
    return [*found, (line, units, before)]


@pytest.mark.parametrize("name", ENCODINGS)
@pytest.mark.parametrize("pieces", [PIECES, [piece for piece in PIECES if "\r" not in piece]])
def test_places_are_counted_as_one_by_one(name, pieces):
    drawn, encoding = random.Random(name), ENCODINGS[name]
    for number in range(200):
        text = "".join(drawn.choices(pieces, k=drawn.randrange(400 if number < 10 else 30)))
        for line, units, before in places(text, name):
            assert offset(text, {"line": line, "character": units}, encoding) == before, (text, line, units)
            assert end_of(text[:before], encoding) == {"line": line, "character": units}


@pytest.mark.parametrize("name", ENCODINGS)
def test_a_hundred_edits_make_of_one_text_another(name):
    drawn, encoding = random.Random(name), ENCODINGS[name]
    text = "".join(drawn.choices(PIECES, k=500))
    for _ in range(100):
        (*start, first), (*end, last) = sorted(drawn.choices(places(text, name), k=2))
        new = "".join(drawn.choices(PIECES, k=drawn.randrange(4)))
        edges = [{"line": line, "character": units} for line, units in (start, end)]
        edit = {"range": dict(zip(("start", "end"), edges, strict=True)), "text": new}
        after = text[:first] + new + text[last:]
        assert changed(text, edit, encoding) == after
        text = after


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_far_below_are_found(end):
    lines = [f"{number} {'x' * (number % 97)}ü" for number in range(20_000)]
    text = end.join(lines)
    for number in (0, 1, 6_553, 12_345, 19_999):
        start = offset(text, {"line": number, "character": 0}, UTF_16)
        assert text[start:].startswith(lines[number])
        assert line_range(text, number + 1, UTF_16)["end"]["character"] == len(lines[number])


def test_a_line_that_is_longer_than_all_that_is_passed_over_at_once():
    text = "a\n" + "x" * 200_000 + "\nb\nc"
    for line, begins in enumerate("axbc"):
        assert text[offset(text, {"line": line, "character": 0}, UTF_16)] == begins


def test_places_that_are_not_there_are_the_nearest():
    text = "one\ntwo"
    assert offset(text, {"line": 0, "character": 99}, UTF_16) == 3
    assert offset(text, {"line": 9, "character": 0}, UTF_16) == len(text)
    assert offset(text, {"line": -1, "character": -1}, UTF_16) == 0
    backwards = {"range": {"start": {"line": 1, "character": 1}, "end": {"line": 0, "character": 0}}, "text": "X"}
    assert changed(text, backwards, UTF_16) == "one\ntXwo"
    assert offset("\U0001f600a", {"line": 0, "character": 1}, UTF_16) in (0, 1)
    assert line_range(text, 9, UTF_16)["start"] == {"line": 1, "character": 0}
    assert line_range("", 1, UTF_16)["end"] == {"line": 0, "character": 0}


def test_half_characters_from_an_editor_are_kept():
    text = changed(
        "a\ud83db",
        {"text": "\ud83d", "range": {"start": {"line": 0, "character": 3}, "end": {"line": 0, "character": 3}}},
        UTF_16,
    )
    assert text == "a\ud83db\ud83d"
    assert UTF_16.count(text) == 4


@pytest.mark.parametrize(
    ("offered", "name"),
    [
        (None, "utf-16"),
        ([], "utf-16"),
        (["utf-7"], "utf-16"),
        (["utf-8", "utf-16"], "utf-8"),
        ([3, "utf-32"], "utf-32"),
    ],
)
def test_both_sides_agree_on_what_the_editor_offers_first(offered, name):
    assert agreed(offered).name == name
