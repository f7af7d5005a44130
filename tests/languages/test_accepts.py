"""What languages accept as content: what must stay apart first."""

from __future__ import annotations

import pytest

from langdetect_hook.languages import LANGUAGE_OF, LANGUAGES
from langdetect_hook.languages.accepts import accepted_by, names_in

APART = [
    ("C", "C++"),
    ("CMake", "Makefile"),
    ("CSS", "HTML"),
    ("CSS", "SCSS"),
    ("Groovy", "Kotlin"),
    ("JSON", "HTML"),
    ("JSON", "JavaScript"),
    ("JSON", "YAML"),
    ("Java", "C#"),
    ("JavaScript", "HTML"),
    ("JavaScript", "TypeScript"),
    ("Kotlin", "Groovy"),
    ("Kotlin", "Java"),
    ("Makefile", "CMake"),
    ("Python", "C++"),
    ("Python", "Cython"),
    ("Python", "Ruby"),
    ("Python", "Shell"),
    ("SCSS", "Sass"),
    ("SQL", "CSV"),
    ("SQL", "HTML"),
    ("Scala", "Java"),
    ("Shell", "Batchfile"),
    ("Shell", "HTML"),
    ("Shell", "Python"),
    ("TOML", "INI"),
    ("TOML", "JSON"),
    ("Starlark", "Python"),
    ("Svelte", "JavaScript"),
    ("Vue", "JavaScript"),
    ("Vue", "Svelte"),
    ("YAML", "HTML"),
    ("YAML", "Python"),
    ("reStructuredText", "Markdown"),
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
    ("SystemVerilog", "Verilog"),
    ("TypeScript", "JavaScript"),
    ("Verilog", "SystemVerilog"),
    ("Vue", "HTML"),
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


def test_what_is_accepted_is_known_sorted_and_has_a_reason() -> None:
    for language in LANGUAGES:
        names = names_in(language.accepts)
        assert bool(names) == bool(language.why.strip()), language.name
        assert set(names) <= set(LANGUAGE_OF), language.name
        if language.accepts != "*":
            assert names == sorted(set(names) - {language.name}), language.name
        assert language.name not in accepted_by(language.name)


def test_dialects_are_accepted_in_both_directions() -> None:
    for one, other in (("SystemVerilog", "Verilog"), ("SVG", "XML")):
        assert other in accepted_by(one) and one in accepted_by(other)


def test_an_unknown_language_accepts_nothing() -> None:
    assert accepted_by("no such language") == frozenset()


def test_few_pairs_are_accepted() -> None:
    strict = [name for name in LANGUAGE_OF if len(accepted_by(name)) < len(LANGUAGE_OF) - 1]
    pairs = sum(len(accepted_by(name)) for name in strict)
    assert len(LANGUAGE_OF) - len(strict) == 3  # Diff, Jinja, Text
    assert pairs < 0.03 * len(strict) * len(LANGUAGE_OF)
