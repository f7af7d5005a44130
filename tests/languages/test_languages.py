"""The languages' own table."""

from __future__ import annotations

from langdetect_hook.languages import LANGUAGE_OF, LANGUAGES, spoken
from langdetect_hook.languages.lexers import lexer_of
from tests.bundled import claim_of


def test_the_languages_are_112_sorted_and_distinct() -> None:
    names = [language.name for language in LANGUAGES]
    assert len(names) == len(set(names)) == 112
    assert names == sorted(names)
    assert len(LANGUAGE_OF) == 112


# The oldest pygments that setup.cfg allows has no lexer of these yet: their files are checked without one.
WITHOUT_A_LEXER_IN_SOME_VERSIONS = {"GraphQL", "PureScript", "Vue", "YARA"}


def test_every_alias_is_one_of_pygments() -> None:
    missing = {language.name for language in LANGUAGES if language.alias and lexer_of(language.name) is None}
    assert missing <= WITHOUT_A_LEXER_IN_SOME_VERSIONS


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
