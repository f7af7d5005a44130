"""Examples of "none of these": what must not become one first."""

from __future__ import annotations

import re

import pytest

from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.network import NONE_OF_THESE
from langdetect_hook.training.corpus_builder.label import label_of
from langdetect_hook.training.corpus_builder.manifest import Source
from langdetect_hook.training.corpus_builder.others import OTHERS, is_other
from tests.bundled import claim_of

DEBIAN = Source("debian", "x", "1")
GRAPH = "digraph words {\n  a -> b;\n}\n"


@pytest.mark.parametrize(
    ("source", "path", "text"),
    [
        (Source("npm", "x", "1"), "p/words.dot", GRAPH),
        (Source("debian", "x", "1", only=("C",)), "p/words.dot", GRAPH),
        (Source("git", "a/x", "1", only=("C",)), "p/words.dot", GRAPH),
        (DEBIAN, "p/template.dot", "{{= it.name }}\n"),
        (DEBIAN, "p/family.pro", ":- dynamic parent/2.\nparent(a, b).\n"),
        (DEBIAN, "p/words.rb", "puts 1\n"),
        (DEBIAN, "p/words", GRAPH),
    ],
)
def test_what_is_no_example(source, path, text):
    assert not is_other(source, path, text)
    assert label_of(source, path, text)[0] != NONE_OF_THESE


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("p/words.dot", GRAPH),
        ("p/WORDS.PRO", "QT += core\nSOURCES = main.cpp\n"),
        ("p/cube.obj", "# a cube\nv 0.0 0.0 1.0\n"),
        ("p/words.spec", "Name: words\n%prep\n%setup -q\n"),
    ],
)
def test_what_is_one(path, text):
    assert label_of(Source("git", "a/x", "1"), path, text) == (NONE_OF_THESE, "")
    assert label_of(DEBIAN, path, text) == (NONE_OF_THESE, "")


def test_an_override_comes_first():
    source = Source("debian", "x", "1", overrides={"*.dot": ""})
    assert label_of(source, "p/words.dot", GRAPH) == ("", "left out by an override")


def test_the_table_is_sorted_and_says_what_each_is():
    extensions = [extension for extension, _, _ in OTHERS]
    assert extensions == sorted(set(extensions))
    for extension, what, pattern in OTHERS:
        assert what
        re.compile(pattern)
        claim = claim_of("a" + extension)
        alone = claim and len(claim.languages) == 1 and claim.languages[0] in LANGUAGE_OF
        assert not alone, f"{extension} is the model's {claim}"
