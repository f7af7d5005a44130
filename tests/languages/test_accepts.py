"""The accepts and family tables: what must stay apart first."""

from __future__ import annotations

import pytest

from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.languages.accepts import ACCEPTS, FAMILIES, TEMPLATE_MARKS, accepted_by, family_of, names_in

APART = [
    ("C", "C++"),
    ("CSS", "HTML"),
    ("JSON", "HTML"),
    ("JSON", "JavaScript"),
    ("JSON", "YAML"),
    ("Java", "C#"),
    ("JavaScript", "HTML"),
    ("JavaScript", "TypeScript"),
    ("Kotlin", "Java"),
    ("Python", "C++"),
    ("Python", "Ruby"),
    ("Python", "Shell"),
    ("SQL", "HTML"),
    ("Shell", "Batchfile"),
    ("Shell", "HTML"),
    ("Shell", "Python"),
    ("TOML", "JSON"),
    ("YAML", "HTML"),
    ("YAML", "Python"),
]

TOGETHER = [
    ("C++", "C"),
    ("Cython", "Python"),
    ("Diff", "Python"),
    ("HTML+ERB", "HTML"),
    ("Handlebars", "HTML"),
    ("Jinja", "YAML"),
    ("Less", "CSS"),
    ("M4", "Shell"),
    ("Markdown", "Text"),
    ("Objective-C", "C"),
    ("Objective-C", "C++"),
    ("PHP", "HTML"),
    ("Racket", "Scheme"),
    ("Roff", "Text"),
    ("SCSS", "CSS"),
    ("SVG", "XML"),
    ("Starlark", "Python"),
    ("SystemVerilog", "Verilog"),
    ("TypeScript", "JavaScript"),
    ("Verilog", "SystemVerilog"),
    ("Vue", "TypeScript"),
    ("XML", "XSLT"),
    ("YAML", "JSON"),
    ("reStructuredText", "Text"),
]


@pytest.mark.parametrize(("claimed", "content"), APART)
def test_what_stays_a_mismatch(claimed: str, content: str) -> None:
    assert content not in accepted_by(claimed)


@pytest.mark.parametrize(("claimed", "content"), TOGETHER)
def test_what_is_accepted(claimed: str, content: str) -> None:
    assert content in accepted_by(claimed)


def test_the_tables_are_sorted_distinct_and_have_reasons() -> None:
    claimed = [row[0] for row in ACCEPTS]
    assert claimed == sorted(set(claimed))
    assert list(FAMILIES) == sorted(FAMILIES)
    assert all(reason.strip() for _, _, reason in ACCEPTS)
    assert all(reason.strip() for _, reason in FAMILIES)


def test_every_language_of_the_tables_exists() -> None:
    for claimed, names, _ in ACCEPTS:
        assert {claimed, *names_in(names)} <= set(LANGUAGE_OF)
        if names != "*":
            assert names_in(names) == sorted(set(names_in(names))), claimed
            assert claimed not in names_in(names)
    for names, _ in FAMILIES:
        assert set(names_in(names)) <= set(LANGUAGE_OF)
    assert set(TEMPLATE_MARKS) <= set(LANGUAGE_OF)


def test_families_hold_in_both_directions() -> None:
    for language in LANGUAGE_OF:
        assert all(language in family_of(other) for other in family_of(language))
        assert language not in accepted_by(language)


def test_few_pairs_are_accepted() -> None:
    strict = [name for name in LANGUAGE_OF if len(accepted_by(name)) < len(LANGUAGE_OF) - 1]
    pairs = sum(len(accepted_by(name)) for name in strict)
    assert len(LANGUAGE_OF) - len(strict) == 3  # Diff, Jinja, Text
    assert pairs < 0.03 * len(strict) * len(LANGUAGE_OF)
