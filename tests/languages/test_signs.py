"""Signs: no healthy file lacks those of its own language."""

from __future__ import annotations

import pytest

from langdetect_hook.languages.signs import lacks_sign
from tests import accidents
from tests.bundled import claim_of
from tests.healthy_texts import healthy_texts

HEALTHY = healthy_texts()
# In a format of another program, which has nothing of the language that the name claims.
OF_OTHER_PROGRAMS = ("content/start.html", "fe/order_list.cmd", "fields/default.bib")


@pytest.mark.parametrize("path, why, text", HEALTHY, ids=[healthy.path for healthy in HEALTHY])
def test_no_healthy_file_lacks_the_sign_of_its_own_language(path: str, why: str, text: str) -> None:
    claim = claim_of(path)
    known = claim and claim.covered and path not in OF_OTHER_PROGRAMS
    languages = claim.accepts.union(claim.languages) if claim and known else ()
    assert not languages or any(not lacks_sign(language, text) for language in languages), why


def test_python_and_prose_have_no_sign_of_others() -> None:
    prose = "Nobody knew where it came from, and nobody asked.\nIn the morning it had gone\n"
    for language in ("BibTeX", "Gettext Catalog", "HTML", "Jinja", "Smali", "TeX", "XSLT"):
        assert lacks_sign(language, prose), language
        assert lacks_sign(language, accidents.PYTHON), language


def test_a_line_of_hyphens_with_a_comment_is_no_diff() -> None:
    assert lacks_sign("Diff", "---  # elements that are not there\n-\n-\n")
    assert not lacks_sign("Diff", "--- a/words.c\n+++ b/words.c\n")


def test_a_language_without_a_sign_lacks_nothing() -> None:
    assert not lacks_sign("Python", "") and not lacks_sign("no such language", "")


def test_a_style_sheet_with_braces_is_no_sass() -> None:
    assert lacks_sign("Sass", ":host{--a: 0px;--b: 1px}\n")
    assert lacks_sign("Sass", ".a {\n  color: red;\n}\n")
    assert not lacks_sign("Sass", "$w: 3px\n.a-#{$w}\n  color: red\n  +mixin\n")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("C", "// words\n"),
        ("Elm", "{- words -}\n"),
        ("Erlang", "% words\n"),
        ("OCaml", "(* words *)\n"),
        ("Scheme", "; a\n"),
    ],
)
def test_a_comment_may_be_all_there_is(language: str, text: str) -> None:
    assert not lacks_sign(language, text)
    assert lacks_sign(language, "words\n")


def test_a_sentence_with_a_colon_is_no_key_of_properties() -> None:
    assert lacks_sign("Java Properties", "Der Vergleich zeigt: es genügt.\n")
    for line in ("cups=4", "cups.full : 4", "  cups\\ of\\ tea = 4", "path\\=: 4", "# cups", "! cups"):
        assert not lacks_sign("Java Properties", line + "\n"), line
