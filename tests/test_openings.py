"""How files begin: what proves nothing first."""

from __future__ import annotations

import pytest

from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.openings import OPENINGS, opens_as

NOTHING = [
    ("C", "Java", "/* both begin so */\n"),
    ("C", "Markdown", "/* anything may be quoted */\n"),
    ("C", "CMake", "# a comment, or a directive\n"),
    ("Python", "CMake", "/* which Python has not either */\n"),
    ("C", "CMake", "config_require(words)\n/* not at the top */\n"),
    ("SQL", "YAML", "---\na: 1\n"),
    ("C", "CMake", ""),
]
OPENED = [
    ("C", "CMake", "/* Define to 1 if words are wanted */\n"),
    ("C", "CMake", "\n\n  // words\n"),
    ("TeX", "Perl", "% words\n"),
    ("SQL", "Python", "-- words\n"),
    ("OCaml", "Makefile", "(* words *)\n"),
    ("Emacs Lisp", "Ruby", ";; words\n"),
    ("HTML", "JavaScript", "<!-- words -->\n<script>\n"),
]


@pytest.mark.parametrize(("claimed", "language", "text"), NOTHING)
def test_what_the_other_language_may_begin_with_too(claimed: str, language: str, text: str) -> None:
    assert opens_as((claimed,), language, text) is None


@pytest.mark.parametrize(("claimed", "language", "text"), OPENED)
def test_a_comment_that_the_other_language_has_not(claimed: str, language: str, text: str) -> None:
    assert opens_as(("Awk", claimed), language, text) == claimed


def test_the_table_is_sorted_and_of_known_languages() -> None:
    assert list(OPENINGS) == sorted(OPENINGS)
    for opening, languages in OPENINGS.items():
        assert opening == opening.lstrip() and languages <= set(LANGUAGE_OF)
