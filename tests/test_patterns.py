"""No pattern of a table and no lexer takes for ever: nested repetitions do on texts that begin with many of what
they pass over."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import islice

import pytest

from langdetect_hook import Detector
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
from tests.attacks.expressions import A_WORD, SEARCHED, Attack, Found, attacks, expressions, repeats
from tests.attacks.growth import Try, slow
from tests.healthy_texts import healthy_texts

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


def match_all() -> None:
    for pattern, flags in expressions():
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
    """In tables, tuples, closures and f-strings, compiled or not, of whichever folder."""
    found = {pattern for pattern, _ in expressions()}
    assert len(found) > 500
    assert found.issuperset(filter(has_repetition, patterns()))
    assert any(pattern.startswith("# langdetect-hook baseline") for pattern in found)
    assert r"\blangdetect:\s*(?:(ignore)\b|language=(([\w#+.-]+)[^\n]*))" in found  # in a call
    assert rf"<{A_WORD}\b[^>]*>([^<]+)" in found  # put together, with what only a run knows


def has_repetition(pattern: str) -> bool:
    return repeats(pattern, re.MULTILINE)


def test_what_a_run_asks_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The search for expressions forgets none that checks and classifications use."""
    known = {pattern for pattern, _ in expressions()}
    asked: set[str] = set()
    for name in ("compile", "findall", "finditer", "fullmatch", "match", "search", "split", "sub"):
        monkeypatch.setattr(re, name, recording(getattr(re, name), asked))
    detector = Detector()
    names = ["a.c", "a.css", "a.html", "a.ini", "a.js", "a.json", "a.md", "a.py", "a.sh", "a.ts", "a.yaml", "Makefile"]
    for number, healthy in enumerate(healthy_texts()):
        detector.check(healthy.text.encode(), names[number % len(names)])
        detector.classify(healthy.text.encode())
    forms = [re.compile(re.escape(one).replace(A_WORD, r"[\s\S]*")) for one in known if A_WORD in one]
    assert len(asked) > 100
    assert {
        one for one in asked - known if has_repetition(one) and not any(form.fullmatch(one) for form in forms)
    } == set()


def recording(function: Callable[..., object], asked: set[str]) -> Callable[..., object]:
    """A function of the module re that notes what the hook asks it."""

    def noting(pattern: object, *arguments: object, **more: object) -> object:
        caller = inspect.currentframe()
        module = caller.f_back.f_globals["__name__"] if caller and caller.f_back else ""
        if module.startswith("langdetect_hook.") and isinstance(pattern, str):
            asked.add(pattern)
        return function(pattern, *arguments, **more)

    return noting


def test_no_expression_grows_faster_than_its_text() -> None:
    """Of each, on what is made from it to be slow. In a process of its own: it may have to be ended."""
    said = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.attacks.growth", "--each", "5"], capture_output=True, text=True
    )
    assert said.returncode == 0, said.stdout + said.stderr


def test_texts_are_made_from_the_expression() -> None:
    """Many places to begin at, many ways to share what is passed over, and what leads to either."""
    assert Attack("", "<a") in attacks(r"<a[^>]*>", 0)
    assert Attack("", " ") in attacks(r"[ \t]*[^x]*;$", 0)
    assert Attack("x", " ") in attacks(r"^x *(?: *y)?z", 0)


def test_a_slow_expression_is_found() -> None:
    found = Found({SEARCHED}, {"a"})
    assert list(slow([square := Try(r"<a[^>]*>", 0, found, Attack("", "<a"))])) == [square]
    linear = (r"<a[^>]{0,100}>", r"\A<a[^>]*>", r"<a[^<>]*>", r"<a+")
    tries = [Try(pattern, re.MULTILINE, found, one) for pattern in linear for one in attacks(pattern, 0)]
    assert list(slow(tries)) == []
