"""The name that suits a text of a language best, where that is not the language's usual extension."""

from __future__ import annotations

import re

from langdetect_hook.languages import LANGUAGE_OF

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case

COMPOSE = r"(?m)\A(?=[\s\S]*^services:\s*$)[\s\S]*^[ \t]+(?:build|image):"
LINES_OF_JSON = r"(?m)\A\{.*\}\n\{.*\}$"
NOTEBOOK = r"\"nbformat\"\s*:"
OF_ELEMENTS = r"</[A-Za-z][\w.]*>|<[A-Za-z][^<>=]*/>"  # JSX
SVG = r"\A(?:\s*<[?!][^>]*>)*\s*<svg\b"
PROPERTY_LIST = r"\A(?:\s*<[?!][^>]*>)*\s*<plist\b"
# What only a component has: markup, styles and script are anybody's.
OF_ASTRO = r"\A---\n|\bAstro\.|\bclient:\w+"
OF_SVELTE = r"\{[#:/@][a-z]|\b(?:bind|on|use):\w+|\bexport let\b|^[ \t]*\$:|\$(?:derived|effect|props|state)\b|<svelte:"
OF_VUE = r"<template\b|\bv-[a-z]+[=:>\s]|\bexport default\b|<script setup\b"

# language, what must stand in its text, and the extension or the full name that suits that.
SUITS_BETTER: tuple[tuple[str, str, str], ...] = (
    ("JSON", NOTEBOOK, ".ipynb"),
    ("JSON", LINES_OF_JSON, ".jsonl"),
    ("TypeScript", OF_ELEMENTS, ".tsx"),
    ("XML", PROPERTY_LIST, ".plist"),
    ("XML", SVG, ".svg"),
    ("YAML", COMPOSE, "compose.yaml"),  # https://docs.docker.com/compose/intro/compose-application-model/
)
# Languages whose usual extension suits a text only with what they alone have.
ONLY_WITH: dict[str, str] = {"Astro": OF_ASTRO, "Svelte": OF_SVELTE, "Vue": OF_VUE}
FIRST_CHARACTERS = 65_536  # they stand here or nowhere


def suffix_for(case: Case, language: str) -> str:
    """The extension, or the full name, that suits the text of a file in a language; "" where none is known to."""
    text = case.text[:FIRST_CHARACTERS]
    for name, pattern, suffix in SUITS_BETTER:
        if name == language and re.search(pattern, text):
            return suffix
    if language in ONLY_WITH and not re.search(ONLY_WITH[language], text, re.MULTILINE):
        return ""
    known = LANGUAGE_OF.get(language)
    return known.primary if known else ""
