"""The languages' own table, and the rows of the `languages` command."""

from __future__ import annotations

from pygments.lexers import get_lexer_by_name

from langdetect_hook.languages import LANGUAGE_OF, LANGUAGES, language_rows, spoken
from tests.bundled import claim_of


def test_the_languages_are_112_sorted_and_distinct() -> None:
    names = [language.name for language in LANGUAGES]
    assert len(names) == len(set(names)) == 112
    assert names == sorted(names)
    assert len(LANGUAGE_OF) == 112


def test_every_alias_is_one_of_pygments() -> None:
    for language in LANGUAGES:
        if language.alias:
            get_lexer_by_name(language.alias)  # raises ClassNotFound


def test_every_primary_name_claims_its_language() -> None:
    for language in LANGUAGES:
        name = language.primary
        claim = claim_of("folder/name" + name if name.startswith(".") else "folder/" + name)
        if language.name == "Text":
            assert not claim  # .txt claims nothing
        else:
            assert claim, language
            assert language.name in claim.languages, language


def test_primary_names_whose_claim_the_model_does_not_cover_are_these() -> None:
    uncovered = {
        language.name
        for language in LANGUAGES
        for claim in [claim_of("name" + language.primary)]
        if claim and not claim.covered
    }
    assert uncovered == set()


def test_languages_as_a_message_says_them() -> None:
    assert spoken(()) == ""
    assert spoken(("JSON",)) == "JSON"
    assert spoken(("Perl", "Prolog", "Raku")) == "Perl, Prolog or Raku"
    assert spoken(("Shell", "Rocq Prover")) == "a shell script or Rocq Prover"
    assert spoken(("Ada", "C", "D", "Go", "Nim")) == "Ada, C, D or another"


def test_language_rows() -> None:
    rows = {row["name"]: row for row in language_rows()}
    assert list(rows) == [language.name for language in LANGUAGES]
    assert all(set(row) == {"name", "alias", "primary", "patterns", "accepts", "family"} for row in rows.values())
    assert rows["SVG"]["alias"] is None
    assert "*.py" in rows["Python"]["patterns"]
    assert {"Prolog", "Raku", "Turing"} <= set(rows["Perl"]["family"])
    assert "JavaScript" in rows["TypeScript"]["accepts"]
