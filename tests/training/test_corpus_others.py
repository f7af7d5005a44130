"""Examples of "none of these": what must not become one first."""

from __future__ import annotations

import re

import pytest

from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.network import NONE_OF_THESE
from langdetect_hook.training.corpus_builder.label import label_of
from langdetect_hook.training.corpus_builder.manifest import Source
from langdetect_hook.training.corpus_builder.others import OTHERS, is_other
from langdetect_hook.training.corpus_builder.shared import SHARED
from tests.bundled import claim_of

DEBIAN = Source("debian", "x", "1")
SONG = "X: 1\nT: Words\nK: C\n"


@pytest.mark.parametrize(
    ("source", "path", "text"),
    [
        (Source("npm", "x", "1"), "p/words.abc", SONG),
        (Source("debian", "x", "1", only=("C",)), "p/words.abc", SONG),
        (Source("git", "a/x", "1", only=("C",)), "p/words.abc", SONG),
        (DEBIAN, "p/table.abc", "a b c\n"),
        (DEBIAN, "p/words.dot", "digraph words {\n  a -> b;\n}\n"),
        (DEBIAN, "p/words.spec", "Name: words\n%prep\n%setup -q\n"),
        (DEBIAN, "p/family.pro", ":- dynamic parent/2.\nparent(a, b).\n"),
        (DEBIAN, "p/words.rb", "puts 1\n"),
        (DEBIAN, "p/words", SONG),
    ],
)
def test_what_is_no_example(source, path, text):
    assert not is_other(source, path, text)
    assert label_of(source, path, text)[0] != NONE_OF_THESE


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("p/words.abc", SONG),
        ("p/WORDS.PRO", "QT += core\nSOURCES = main.cpp\n"),
        ("p/cube.obj", "# a cube\nv 0.0 0.0 1.0\n"),
        ("p/words.strings", '"words" = "Worte";\n'),
    ],
)
def test_what_is_one(path, text):
    assert label_of(Source("git", "a/x", "1"), path, text) == (NONE_OF_THESE, "")
    assert label_of(DEBIAN, path, text) == (NONE_OF_THESE, "")


def test_an_override_comes_first():
    source = Source("debian", "x", "1", overrides={"*.abc": ""})
    assert label_of(source, "p/words.abc", SONG) == ("", "left out by an override")


def test_the_table_is_sorted_and_says_what_each_is():
    extensions = [extension for extension, _, _ in OTHERS]
    assert extensions == sorted(set(extensions))
    for extension, what, pattern in OTHERS:
        assert what
        re.compile(pattern)
        claim = claim_of("a" + extension)
        alone = claim and len(claim.languages) == 1 and claim.languages[0] in LANGUAGE_OF
        assert not alone, f"{extension} is the model's {claim}"


def test_no_language_that_has_a_label_is_taught_as_none():
    """Not even where its name has other languages too: else the same text would be both."""
    labelled = {ending for ending, language, _ in SHARED if language}
    assert labelled.isdisjoint(extension for extension, _, _ in OTHERS)
