"""The labels that are right for a sample, by the constructs that stand in it."""

from __future__ import annotations

import pytest

pytest.importorskip("numpy", reason="a training computes with numpy")
import numpy as np

from langdetect_hook.languages import LANGUAGES
from langdetect_hook.network.tokenizer import split
from langdetect_hook.training.acceptable import MOST_CONSTRUCTS, acceptable, marks_of

LABELS = [
    *("C", "C++", "CSS", "Crystal", "Groovy", "JSON", "Java", "JavaScript", "Jsonnet", "Less", "Ruby", "SCSS"),
    *("TypeScript", "none of these"),
]


def labels_of(language: str, text: str) -> set[str]:
    """The acceptable labels of a whole text."""
    marks = marks_of(text, language, len(split(text)))
    table = acceptable(LABELS)
    joined = np.array([np.bitwise_or.reduce(marks)], np.uint8)
    row = table.rows(np.array([LABELS.index(language)], np.int32), joined)[0]
    return {LABELS[column] for column in np.flatnonzero(table.sets[row])}


@pytest.mark.parametrize(
    ("language", "text", "also"),
    [
        ("SCSS", "a { color: red; }\n", {"CSS", "Less"}),
        ("SCSS", "a {\n  &:hover { color: red; }\n}\n", {"Less"}),
        ("SCSS", "$red: #f00;\na { color: $red; }\n", set()),
        ("SCSS", "a {\n  @include wide;\n}\n", set()),
        ("Less", "@red: #f00;\na { color: @red; }\n", set()),
        ("Less", "a { color: red; }\n@media print { a { color: blue; } }\n", {"CSS", "SCSS"}),
        ("CSS", "a { color: red; }\n", set()),
        ("TypeScript", "const a = 1;\nfunction f(b) { return b; }\n", {"JavaScript"}),
        ("TypeScript", "function f(a: number[]): number[] {\n", set()),
        ("TypeScript", "interface Point {\n", set()),
        ("TypeScript", "  name: string;\n", set()),
        ("TypeScript", "const a = { b: 1, c: true };\n", {"JavaScript"}),
        ("C++", "int main(void) {\n  return 0;\n}\n", {"C"}),
        ("C++", "#include <vector>\n", set()),
        ("C++", "void swap(int& a, int& b);\n", set()),
        ("C", "int main(void) {\n  return 0;\n}\n", set()),
        ("Crystal", "class A\n  def b(c)\n    puts c\n  end\nend\n", {"Ruby"}),
        ("Crystal", "  property name : String\n", set()),
        ("Crystal", "sizes = [] of Int32\n", set()),
        ("Crystal", "names.map(&.size)\n", set()),
        ("Ruby", "class A\n  def b(c)\n    puts c\n  end\nend\n", set()),
        ("Groovy", "public class A {\n    private int b = 1;\n}\n", {"Java"}),
        ("Groovy", "def b = 1\n", set()),
        ("Groovy", "    println 'text'\n", set()),
        ("Jsonnet", '{\n  "a": [1, 2],\n}\n', {"JSON"}),
        ("Jsonnet", "{\n  a: 1,\n}\n", set()),
    ],
)
def test_a_piece_without_constructs_is_also_what_it_passes_for(language: str, text: str, also: set[str]) -> None:
    assert labels_of(language, text) == {language} | also


def test_a_construct_outside_the_window_says_nothing() -> None:
    text = "a { color: red; }\n$red: #f00;\n"
    tokens = split(text)
    marks = marks_of(text, "SCSS", len(tokens))
    begin = [number for number, token in enumerate(tokens) if "\n" in token][1]
    assert not marks[:begin].any()
    assert marks[begin:].any()


def test_what_is_of_any_language_is_taught_as_none_in_particular() -> None:
    assert labels_of("C", "x = 1;\n") == {"C"}
    table = acceptable(["C", "Diff", "Java"])
    row = table.rows(np.array([1], np.int32), np.array([0], np.uint8))[0]
    assert table.sets[row].all()


def test_each_label_has_a_set_of_its_own() -> None:
    table = acceptable(LABELS)
    assert (table.sets[: len(LABELS)] == np.eye(len(LABELS))).all()


def test_a_byte_holds_the_marks_of_every_language() -> None:
    assert max(len(language.passes_for) for language in LANGUAGES) <= MOST_CONSTRUCTS
