"""The extension, or the name, that suits a text of a language best."""

from __future__ import annotations

import pytest

from langdetect_hook.evidence.suitable_names import ONLY_WITH, SUITS_BETTER, suffix_for
from langdetect_hook.languages import LANGUAGE_OF
from tests.bundled import case_of

SUFFIXES = [
    ("JSON", '{"cells": [], "nbformat": 4}', ".ipynb"),
    ("JSON", '{"cells": []}', ".json"),
    ("JSON", '{"a": 1}\n{"a": 2}\n', ".jsonl"),
    ("JSON", '{\n  "a": {}\n}\n', ".json"),
    ("TypeScript", "const a = <b>{c}</b>;", ".tsx"),
    ("TypeScript", "const a = <Cup lid />;", ".tsx"),
    ("TypeScript", "const a: Map<string, number> = b;", ".ts"),
    ("XML", '<?xml version="1.0"?>\n<!-- a cup -->\n<svg width="1"/>', ".svg"),
    ("XML", '<?xml version="1.0"?>\n<!DOCTYPE plist>\n<plist version="1.0"/>', ".plist"),
    ("XML", "<cups><svg/></cups>", ".xml"),
    ("YAML", "services:\n  web:\n    image: brew\n", "compose.yaml"),
    ("YAML", "services:\n  web:\n    build: .\n", "compose.yaml"),
    ("YAML", "web:\n  image: brew\n", ".yaml"),
    ("YAML", "services:\n- web\n", ".yaml"),
    ("Svelte", "<style>\n.cup { color: red }\n</style>\n", ""),
    ("Svelte", "<script>\nexport let cup;\n</script>\n<p>{cup}</p>\n", ".svelte"),
    ("Svelte", "{#if cup}<p>full</p>{/if}\n", ".svelte"),
    ("Vue", "<style>\n.cup { color: red }\n</style>\n", ""),
    ("Vue", "<template>\n<p>cup</p>\n</template>\n", ".vue"),
    ("Astro", "<p>cup</p>\n", ""),
    ("Astro", "---\nconst cup = 1;\n---\n<p>{cup}</p>\n", ".astro"),
    ("C++", "int a;", ".cpp"),
    ("no language", "x", ""),
]


@pytest.mark.parametrize(("language", "text", "suffix"), SUFFIXES)
def test_it_suits(language: str, text: str, suffix: str) -> None:
    assert suffix_for(case_of("a.b", text), language) == suffix


def test_the_tables_speak_of_languages_that_there_are() -> None:
    assert {name for name, _, _ in SUITS_BETTER}.union(ONLY_WITH) <= set(LANGUAGE_OF)
    assert list(SUITS_BETTER) == sorted(SUITS_BETTER, key=lambda row: (row[0], row[2]))
    assert {suffix for _, _, suffix in SUITS_BETTER} <= {suffix for _, _, suffix in SUFFIXES}
