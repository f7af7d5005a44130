"""The words of docs/design.md are those of the code: one word a thing, and docstrings in one mood."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from langdetect_hook import suspicion, verdict
from tests.conftest import CHECKOUT

PACKAGE = CHECKOUT / "langdetect_hook"
PAGE = (CHECKOUT / "docs" / "design.md").read_text(encoding="utf-8")
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((CHECKOUT / "tests").rglob("*.py"))

STATES = (suspicion.NOT_ASKED, suspicion.NONE, suspicion.UNSURE, suspicion.WEAK, suspicion.STRONG)
VERDICTS = (verdict.OK, verdict.MISMATCH, verdict.UNSURE, verdict.SKIPPED, verdict.ERROR)
# Other words for what the glossary calls a suspicion, and an uncommon or a common name.
OTHER_WORDS = re.compile(r"doubt|seldom|usual", re.IGNORECASE)
# A docstring names what it stands for; only a procedure that returns nothing has an imperative.
OTHER_MOODS = ("Return", "Returns", "Say", "Says", "Yield", "Yields")
THIRD_PERSON = re.compile(r"(?:Makes|Puts|Runs|Takes|Trains|Writes)\b")


def rows_under(heading: str) -> list[list[str]]:
    """The cells of each row of the table under a heading of the page, without its head."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


GLOSSARY = {row[0]: row[1] for row in rows_under("The words")}


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def docstrings(path: Path) -> Iterator[tuple[ast.AST, str]]:
    for node in nodes(path):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            text = ast.get_docstring(node)
            if text:
                yield node, text


def identifiers(path: Path) -> Iterator[str]:
    tokens = tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline)
    return (token.string for token in tokens if token.type == tokenize.NAME)


def comments(path: Path) -> Iterator[str]:
    tokens = tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline)
    return (token.string for token in tokens if token.type == tokenize.COMMENT)


def words_of(path: Path) -> str:
    """What a module says in identifiers, docstrings and comments, as words in lower case."""
    split = (re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ") for name in identifiers(path))
    said = "\n".join((*split, *comments(path), *(text for _, text in docstrings(path))))
    return re.sub(r"\s+", " ", said.lower())


@pytest.fixture(scope="module")
def all_words() -> str:
    return " ".join(map(words_of, MODULES))


@pytest.mark.parametrize("word", GLOSSARY)
def test_a_word_of_the_glossary_is_used(word: str, all_words: str) -> None:
    assert re.search(rf"\b{word}(?:e?s)?\b", all_words)


def test_the_glossary_has_no_word_twice() -> None:
    words = [row[0] for row in rows_under("The words")]
    assert words and [word for word, count in Counter(words).items() if count > 1] == []


def test_every_folder_is_on_the_page() -> None:
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    shown = {name for row in rows_under("The folders") for name in re.findall(r"`(\w+)/`", row[0])}
    assert shown == folders


@pytest.mark.parametrize("state", STATES)
def test_every_state_of_a_suspicion_is_in_the_glossary(state: str) -> None:
    assert re.search(rf"\b{state}\b", GLOSSARY["suspicion"])


@pytest.mark.parametrize("answer", VERDICTS)
def test_every_verdict_is_in_the_glossary(answer: str) -> None:
    assert f"`{answer}`" in GLOSSARY["verdict"]


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_docstrings_have_one_mood(path: Path) -> None:
    for node, text in docstrings(path):
        first = text.split()[0].rstrip(":,.")
        assert first not in OTHER_MOODS and not THIRD_PERSON.match(text), text
        assert "``" not in text, text
        assert not re.search(r"[.:;?!] {2,}\S", text), text
        if isinstance(node, ast.FunctionDef) and ast.unparse(node.returns or ast.Constant(None)) == "bool":
            assert text.startswith("Whether "), text


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_no_identifier_has_another_word_for_it(path: Path) -> None:
    assert sorted({name for name in identifiers(path) if OTHER_WORDS.search(name)}) == []
