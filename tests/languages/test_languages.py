"""The table of languages: that each entry is whole, and that nothing in it can never be reached."""

from __future__ import annotations

import re
from itertools import pairwise
from pkgutil import iter_modules

import pytest

from langdetect_hook.claims.marks import MARKS
from langdetect_hook.claims.names_table import NAMES
from langdetect_hook.languages import LANGUAGE_OF, LANGUAGES, editor_names_of, entries, having, members, spoken
from langdetect_hook.languages.accepts import names_in
from langdetect_hook.languages.code import quotes_of
from langdetect_hook.languages.language import Language
from langdetect_hook.languages.lexers import lexer_of
from langdetect_hook.languages.traits import TRAITS
from tests.bundled import CLAIMS, claim_of, model_languages

MODULES = {module.name: getattr(entries, module.name) for module in iter_modules(entries.__path__)}


def test_the_languages_are_sorted_and_distinct() -> None:
    names = [language.name for language in LANGUAGES]
    assert names == sorted(set(names)) == list(LANGUAGE_OF)


def test_every_language_that_the_model_knows_has_an_entry() -> None:
    assert model_languages() <= set(LANGUAGE_OF)


def test_a_language_that_the_model_does_not_know_yet_is_not_covered() -> None:
    """Else every healthy file of it would be reported: nothing could look like its name. A row may say what it surely
    is not; most must be fine then."""
    for claim in map(claim_of, ("name" + pattern.lstrip("*") for pattern, _ in CLAIMS.patterns())):
        marked = {language for language, _ in claim.marks}
        is_known = model_languages().union(marked).issuperset(claim.languages)
        assert not claim.covered or is_known or 5 * len(claim.accepts) > 4 * len(model_languages()), claim


# The oldest pygments that setup.cfg allows has no lexer of these yet: their files are checked without one.
WITHOUT_A_LEXER_IN_SOME_VERSIONS = {
    *("BitBake", "Gleam", "GraphQL", "Jsonnet", "Mojo", "Open Policy Agent", "OpenSCAD", "Org", "PureScript", "Vue"),
    *("WGSL", "YARA"),
}


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
        if claim and not claim.covered and language.name in model_languages()
    }
    assert uncovered == set()


def test_languages_as_a_message_says_them() -> None:
    assert spoken(()) == ""
    assert spoken(("JSON",)) == "JSON"
    assert spoken(("Perl", "Prolog", "Raku")) == "Perl, Prolog or Raku"
    assert spoken(("Shell", "Rocq Prover")) == "a shell script or Rocq Prover"
    assert spoken(("Ada", "C", "D", "Go", "Nim")) == "Ada, C, D or another"


@pytest.mark.parametrize("module", MODULES)
def test_the_entries_of_a_module_are_sorted(module: str) -> None:
    names = [language.name for language in MODULES[module].ENTRIES]
    assert names == sorted(names)


def test_every_module_of_entries_is_in_the_table() -> None:
    assert sorted(MODULES) == list(MODULES)
    assert [language for module in MODULES.values() for language in module.ENTRIES] == list(entries.ENTRIES)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.name)
def test_an_entry_is_whole(language: Language) -> None:
    assert language.name and language.primary
    assert language.spoken != language.name
    assert list(language.traits) == sorted(set(language.traits)) and set(language.traits) <= set(TRAITS)
    assert len(set(language.comments)) == len(language.comments)
    assert not language.comments_are_signs or (language.sign and language.comments)
    assert not language.mark_shared_by or language.mark
    assert bool(language.begins) == bool(language.carries)
    assert not language.unknown_to_lexer or (
        language.unknown_to_lexer.lines and language.unknown_to_lexer in language.comments
    )


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.name)
def test_the_patterns_of_an_entry_are_expressions(language: Language) -> None:
    constructs = [pattern for row in language.told_apart for pattern in (row.pattern, row.unless)]
    for pattern in (language.sign, language.mark, language.begins, language.holds, *constructs):
        re.compile(pattern, re.MULTILINE)
    assert not language.here_document or re.compile(language.here_document).groups
    for quote in quotes_of(language):
        assert re.compile(quote.opening).groups or "{}" not in quote.closing


def test_names_of_editors_are_distinct_and_say_what_the_name_does_not() -> None:
    for language in LANGUAGES:
        names = language.editor_names.split()
        assert len(names) == len(set(names))
        assert all(name == name.lower() and name != language.name.lower().replace(" ", "-") for name in names)


def test_what_editors_call_a_language() -> None:
    assert editor_names_of("Shell") >= {"shell", "bash", "sh", "zsh"}
    assert editor_names_of("Vim script") == {"vim-script", "vim"}
    assert editor_names_of("Rocq Prover") == {"rocq-prover", "rocq", "coq"}
    assert editor_names_of("no such language") == {"no-such-language"}


def test_every_trait_has_a_reason_and_a_language() -> None:
    assert list(TRAITS) == sorted(TRAITS)
    for trait, why in TRAITS.items():
        assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", trait)
        assert len(why) > 20 and why.endswith(".")
        assert having(trait)
    with pytest.raises(KeyError):
        having("no such trait")


def test_no_two_traits_say_the_same() -> None:
    named = sorted((sorted(having(trait)), trait) for trait in TRAITS)
    assert not [(one[1], other[1]) for one, other in pairwise(named) if one[0] == other[0]]


def test_cells_of_names_and_traits() -> None:
    assert members(()) == frozenset()
    assert members(("xml", "Ada")) == {"Ada", "SVG", "XML", "XSLT"}


def test_every_name_can_be_reached() -> None:
    """A name that is no language of the model and that no pattern claims is of nothing that ever comes."""
    claimed = {name for _, languages in CLAIMS.patterns() for name in languages}
    for language in LANGUAGES:
        cells = (*language.mark_shared_by, *language.carries)
        told = [name for row in language.told_apart for name in names_in(row.against)]
        names = {*names_in(language.accepts), *told, *(cell for cell in cells if cell not in TRAITS)}
        names |= {language.grew_out_of} - {""}
        assert names <= claimed | set(LANGUAGE_OF), language.name
    fine = {name for entry in NAMES.values() for name in names_in(entry.fine)}
    assert fine <= set(LANGUAGE_OF)
    assert {name for _, name, _ in MARKS} <= claimed


def test_no_content_is_named_that_its_traits_name_already() -> None:
    for language in LANGUAGES:
        for cells in (language.mark_shared_by, language.carries):
            by_trait = members(tuple(cell for cell in cells if cell in TRAITS))
            assert by_trait.isdisjoint(cell for cell in cells if cell not in TRAITS), language.name
