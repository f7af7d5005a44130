"""No pattern of a table and no lexer takes for ever: nested repetitions do on texts that begin with many of what
they pass over."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

import pytest

import langdetect_hook
from langdetect_hook.claims.forms import FORMS
from langdetect_hook.claims.marks import MARKS
from langdetect_hook.evidence import (
    answers_under_names,
    armours,
    downloads,
    ld009_first_words,
    patches,
    server_answers,
    shown_files,
    suitable_names,
    without_signature,
)
from langdetect_hook.excuses import openings
from langdetect_hook.languages import LANGUAGES, python_text
from langdetect_hook.languages.code import code_of, quotes_of
from langdetect_hook.languages.lexers import is_in_string
from langdetect_hook.languages.signs import sign_of

STARTS = {
    "blank lines": "\n" * 60,
    "many blank lines": "x {\n" + "\n" * 20_000,
    "many packages": "package a;\n" * 10_000,
    "blanks": " \t" * 2000 + "\n",
    "comments": "# a comment\n\n" * 60,
    "comments of C": "/* a comment */\n// and another\n" * 60,
    "comments of Lisp": "; a comment\n\n" * 60,
    "sections": "[section]\n" * 60,
    "quotes": "'\" " * 400 + "\n",
    "calls": "call(a, b)\n" * 60,
    "commands": "make all of it\nmake none\n" * 60,
    "words": "word " * 2000 + "\n",
    "brackets": "[[({<" * 200 + "\n",
    "a line of templates": '{{a `b` "c" <d>} ' * 1200 + "\n",
    "a long word": "deadbeef01" * 2000 + "\n",
    "indices": "a(b[c{d " * 2500 + "\n",
    "types": "interface A<B>\n" * 60 + "type A<B, C> extends D<E>\n" * 60 + "enum A\n" * 60,
    "a long letter": "a" * 60_000,
    "rules": "=" * 60_000,
    "open brackets": "(" * 60_000,
    "less than": "< " * 30_000,
    "parameters of a type": "type a <" + "b," * 20_000,
    "open objects": "{ a: b, " * 8000,
    "tags of a page": "<meta <link <title>a/b at " * 2500,
    "comments of a page": "<!-- a --><!--" * 3000,
    "macros": "MACRO(a)\nOTHER(b)\n" * 60,
    "blanks in a line": "a" + " " * 30_000 + "b",
    "number signs": "#" * 30_000,
    "commands in a line": "sed " * 8_000,
    "exceptions in a line": "except (" * 4_000,
    "unclosed comments": "/* " * 10_000,
    "escaped quotes": '\\"' * 15_000 + "\n",
    "unclosed types": "def a[[]\ntype b[[]\n" * 2_000,
    "imports": "import os\n" * 4_000,
    "square brackets": "[" * 30_000,
}

# Characters that each lexer is given: what grows faster than their square hangs.
LEXED = 20_000
# No measure of speed: only what hangs reaches it.
SECONDS = 300


def patterns() -> Iterator[str]:
    """Every regular expression that is searched for in whole files."""
    yield from (pattern for _, _, pattern in MARKS)
    for language in LANGUAGES:
        constructs = [pattern for row in language.told_apart for pattern in (row.pattern, row.unless, row.proof)]
        others = [language.mark, language.begins, language.holds]
        others += [quote.opening for quote in quotes_of(language)]
        comment = language.unknown_to_lexer
        yield from filter(None, [sign_of(language.name), *constructs, *others, comment.lines if comment else ""])
    yield openings.ENCLOSES.pattern
    yield from (pattern for _, pattern, _ in suitable_names.SUITS_BETTER)
    yield from (*suitable_names.ONLY_WITH.values(), patches.NAMES)
    yield from (shown_files.GITHUB_TITLE, downloads.OF_GITHUB, shown_files.SAYS_ITS_ADDRESS)
    yield from (answers_under_names.MARKS_OF_COMPONENTS, server_answers.PREAMBLE)
    yield from (pattern for _, pattern, _ in FORMS)
    yield from (pattern for pattern, *_ in without_signature.TEXTS)
    yield from (pattern for _, pattern in armours.ARMOURS)
    yield from (server_answers.LEADS_ELSEWHERE, server_answers.SENDS_A_FORM)
    yield from (pattern for _, pattern in ld009_first_words.FIRST_WORDS.values())
    yield ld009_first_words.PLACEHOLDERS
    yield from (pattern.pattern for pattern, _ in (*python_text.OLDER, *python_text.NEWER))


# What takes an expression; `fullmatch` and `split` are of lines and names here.
SEARCHES = {"re.compile", "re.findall", "re.finditer", "re.match", "re.search", "re.sub"}


def expressions_of(module: ModuleType) -> Iterator[tuple[str, int]]:
    """The expressions that a module compiles or uses, with their flags: by its values, however deep in tuples and
    tables, and by what it calls, where that can be worked out."""
    yield from in_value(list(vars(module).values()))
    for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in SEARCHES:
            try:
                expression = eval(compile(ast.Expression(node.args[0]), "", "eval"), {**vars(module), "re": re})
            except (NameError, AttributeError):  # it is a variable: of a table, see patterns()
                continue
            if isinstance(expression, str):
                yield expression, 0


def in_value(value: object, depth: int = 0) -> Iterator[tuple[str, int]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value.pattern, value.flags
    elif isinstance(value, dict) and depth < 5:
        yield from in_value(list(value.values()), depth + 1)
    elif isinstance(value, list | tuple | set | frozenset) and depth < 5:
        for each in value:
            yield from in_value(each, depth + 1)


def found_expressions() -> set[tuple[str, int]]:
    """All that the hook's modules have, whichever they are."""
    found: set[tuple[str, int]] = set()
    for info in walk_packages(langdetect_hook.__path__, "langdetect_hook."):
        if not info.name.startswith(("langdetect_hook.training", "langdetect_hook.model_assets")):
            try:
                found.update(expressions_of(import_module(info.name)))
            except ModuleNotFoundError as error:  # of an extra that is not installed
                assert not str(error.name).startswith("langdetect_hook")
    return found


def match_all() -> None:
    for pattern, flags in found_expressions():
        for text in STARTS.values():
            re.match(pattern, text + "x\n", flags | re.MULTILINE)


def search_all(text: str) -> None:
    for pattern in patterns():
        for end in ("x\n", "}\n", "-\n"):
            list(islice(re.finditer(pattern, text + end, re.MULTILINE), 2))


@pytest.mark.parametrize("start", STARTS)
def test_no_pattern_takes_for_ever(start: str) -> None:
    # In a process of its own: an expression that backtracks cannot be interrupted.
    code = f"from tests.test_patterns import STARTS, search_all; search_all(STARTS[{start!r}])"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=SECONDS)


def test_no_expression_of_a_module_takes_for_ever_at_one_place() -> None:
    code = "from tests.test_patterns import match_all; match_all()"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=SECONDS)


def lex_all(text: str) -> None:
    for language in LANGUAGES:
        code_of(text, language.name)
        is_in_string(text, text, language.name)


@pytest.mark.slow
@pytest.mark.parametrize(
    "start", ["many blank lines", "many packages", "blanks", "words", "a line of templates", "a long word", "indices"]
)
def test_no_lexer_takes_for_ever(start: str) -> None:
    text = STARTS[start] * (LEXED // len(STARTS[start]) + 1)
    code = f"from tests.test_patterns import lex_all; lex_all({text[:LEXED]!r})"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=SECONDS)


def test_expressions_are_found_in_all_modules() -> None:
    """In tables, tuples and f-strings, compiled or not, of whichever folder."""
    found = {pattern for pattern, _ in found_expressions()}
    assert len(found) > 100
    for pattern, _ in (*python_text.OLDER, *python_text.NEWER):
        assert pattern.pattern in found
    assert r"#(?=#\w*\[)" in found and any(pattern.startswith("# langdetect-hook baseline") for pattern in found)
