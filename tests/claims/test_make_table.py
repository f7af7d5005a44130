"""The table that is written beside a model: what it has for the labels of that model, and for no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from langdetect_hook.claims import Claims
from langdetect_hook.claims.make_table import labels_of_the_model, table_text
from langdetect_hook.claims.names_table import NOTES
from langdetect_hook.languages import LANGUAGE_OF, LANGUAGES
from langdetect_hook.languages.accepts import accepted_by
from langdetect_hook.languages.language import Language
from tests.bundled import claim_of

# Names of which one language or more has neither a label nor a mark: claimed, and never checked by the network.
CLAIM_TOO_MUCH = {"Text"}


def rows_of(text: str) -> dict[str, str]:
    """The keys of a written table, each with the rest of its line."""
    return dict(line.split("\t", 1) for line in text.splitlines()[1:])


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Claims:
    """The table beside a model that knows every language."""
    path = tmp_path_factory.mktemp("whole") / "languages.tsv"
    path.write_text(table_text(list(LANGUAGE_OF), ()), encoding="utf-8")
    return Claims(str(path))


def test_a_language_without_a_label_is_claimed_but_not_known() -> None:
    rows = rows_of(table_text(["Python", "C"], ()))
    assert rows["*.dhall"].startswith("Dhall\t")
    assert {key for key in rows if key.startswith("/=")} == {"/=Python", "/=C"}


def test_labels_that_the_model_gets_have_rows_and_the_others_keep_theirs() -> None:
    labels = labels_of_the_model()
    waiting = [name for name in LANGUAGE_OF if name not in labels]
    before, after = rows_of(table_text(labels, ())), rows_of(table_text([*labels, *waiting], ()))
    assert {key: rest for key, rest in after.items() if key in before} == before
    assert after.keys() - before.keys() == {f"/={name}" for name in waiting}
    assert all(after[f"/={name}"] == ",".join(sorted(accepted_by(name))) for name in waiting)


def test_the_order_of_the_labels_does_not_matter() -> None:
    assert table_text(list(LANGUAGE_OF), ()) == table_text(list(reversed(LANGUAGE_OF)), ()) == table_text()


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.name)
def test_a_model_that_knows_all_languages_checks_the_name_of_each(whole: Claims, language: Language) -> None:
    claim = whole.of(language.file_name("name"))
    bundled = claim_of(language.file_name("name"))
    if not claim and (bundled.reason == "pygments" or f"*{bundled.pattern}" in NOTES):
        pytest.skip("the installed pygments has no lexer of it yet")
    if language.name in CLAIM_TOO_MUCH:
        assert not claim
    else:
        assert claim.covered and {language.name, *accepted_by(language.name)} <= claim.accepts


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.name)
def test_one_label_less_and_its_names_are_not_checked(tmp_path: Path, whole: Claims, language: Language) -> None:
    (tmp_path / "languages.tsv").write_text(table_text([name for name in LANGUAGE_OF if name != language.name], ()))
    without = Claims(str(tmp_path / "languages.tsv")).of(language.file_name("name"))
    marked = {name for name, _ in without.marks}
    assert not without or not without.covered or language.name in marked
    assert without.languages == whole.of(language.file_name("name")).languages


@pytest.mark.parametrize("name", ["a.inc", "a.fx", "a.t", "a.f", "a.bas", "a.metal"])
def test_names_that_claim_too_much_stay_unchecked(whole: Claims, name: str) -> None:
    claim = whole.of(name)
    assert claim and not claim.covered
