"""What people call a language, and what they must have meant by what is none."""

from __future__ import annotations

import pytest

from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.languages.linguist_names import PATH, called, meant


def rows() -> list[list[str]]:
    with open(PATH, encoding="utf-8") as table:
        return [line.rstrip("\n").split("\t") for line in table][1:]


def test_every_name_and_alias_is_a_language() -> None:
    assert len(rows()) > 700
    assert sorted(rows()) == rows()
    for name, aliases in rows():
        assert called(name) == name
        assert all(called(alias) for alias in aliases.split(", ") if alias)
    for name in LANGUAGE_OF:
        assert called(name) == name == called(name.upper().replace(" ", "-"))


@pytest.mark.parametrize(
    "name", ["", "python", "Common-Lisp", "bash", "C++", "visual_basic_.net", "Brew", "mydsl", "xyz"]
)
def test_what_is_a_language_or_like_none_is_no_slip(name: str) -> None:
    assert meant(name) == ""


@pytest.mark.parametrize(
    ("name", "language"),
    [("Pyhton", "Python"), ("HTLM", "HTML"), ("java-script", "JavaScript"), ("Markdwn", "Markdown"), ("C+", "C++")],
)
def test_a_slip_is_known_by_the_nearest_name(name: str, language: str) -> None:
    assert called(name) == ""
    assert meant(name) == language
    assert meant(name, [name.lower()]) == "", "a language of one's own may be called so"
