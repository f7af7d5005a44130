"""A repository's own .gitattributes: what must stay as it is first."""

from __future__ import annotations

import pytest

from langdetect_hook.training.corpus_builder.linguist import MOST_DEEP, MOST_ROWS, Attributes


@pytest.mark.parametrize(
    "text, path",
    [
        ("", "a.js"),
        ("*.js text eol=lf\n", "a.js"),
        ("# *.js linguist-vendored\n", "a.js"),
        ("*.js linguist-vendored=false\n", "a.js"),
        ("*.js -linguist-vendored\n", "a.js"),
        ("*.js linguist-vendored\nmine.js -linguist-vendored\n", "src/mine.js"),
        ("*.js linguist-vendored\nmine.js !linguist-vendored\n", "src/mine.js"),
        ("*.js linguist-detectable\n", "a.js"),
        ("*.js linguist-documentation\n", "a.js"),
        ("docs/*.js linguist-generated\n", "docs/deep/a.js"),
        ("docs/*.js linguist-generated\n", "more/docs/a.js"),
        ("/a.js linguist-generated\n", "src/a.js"),
        ("docs/ linguist-generated\n", "docs"),
        ("docs linguist-generated\n", "docs/a.js"),
        ("*.js\n", "a.js"),
        ("linguist-vendored\n", "linguist-vendored"),
        ("*.JS linguist-vendored\n", "a.js"),
    ],
)
def test_what_is_not_marked(text: str, path: str) -> None:
    assert not Attributes(text).is_foreign(path)


@pytest.mark.parametrize(
    "text, path",
    [
        ("*.js linguist-vendored\n", "src/a.js"),
        ("*.js linguist-vendored=true\r\n", "a.js"),
        ("*.js text linguist-generated eol=lf\n", "a.js"),
        ("  *.js\tlinguist-generated", "a.js"),
        ("*.js -linguist-vendored\nlib.js linguist-vendored\n", "lib.js"),
        ("*.js -linguist-vendored linguist-generated\n", "a.js"),
        ("docs/*.js linguist-generated\n", "docs/a.js"),
        ("docs/** linguist-generated\n", "docs/very/deep/a.js"),
        ("docs/ linguist-generated\n", "docs/very/deep/a.js"),
        ("docs/ linguist-generated\n", "more/docs/a.js"),
        ("**/gen/*.[ch] linguist-generated\n", "gen/a.h"),
        ("**/gen/*.[ch] linguist-generated\n", "very/deep/gen/a.c"),
        ("src/**/a.js linguist-generated\n", "src/a.js"),
        ("src/**/a?.js linguist-generated\n", "src/very/deep/a1.js"),
        ('"with space/*.js" linguist-vendored\n', "with space/a.js"),
    ],
)
def test_what_is_marked(text: str, path: str) -> None:
    assert Attributes(text).is_foreign(path)


@pytest.mark.parametrize(
    "text, language",
    [
        ("*.js linguist-language=TypeScript\n", ""),
        ("*.inc linguist-language=PHP\n", "php"),
        ("*.inc linguist-language=Common-Lisp\n", "common lisp"),
        ("*.inc linguist-language=PHP\n*.inc linguist-language=C++\n", "c++"),
        ("*.inc linguist-language=PHP\n*.inc linguist-vendored\n", "php"),
        ("*.inc linguist-language=PHP\na.inc -linguist-language\n", ""),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert Attributes(text).language("src/a.inc") == language


def test_a_file_made_to_take_long_does_not() -> None:
    assert not Attributes("*.py linguist-vendored\n" * MOST_ROWS + "*.js linguist-vendored\n").is_foreign("a.js")
    deep = "/".join(["**"] * (MOST_DEEP + 1)) + "/a.js linguist-vendored\n"
    assert not Attributes(deep).is_foreign("b/a.js")
    assert not Attributes("*a" * 40 + "b linguist-vendored\n").is_foreign("a" * 200)
