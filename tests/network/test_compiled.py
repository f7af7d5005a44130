"""The tokenizer's compiled expression is what `re` makes of it, and no interpreter that is not known is trusted."""

from __future__ import annotations

import re
import sys
from importlib import import_module

import pytest

from langdetect_hook.network import compiled, tokenizer
from tests.conftest import CHECKOUT

PATH = CHECKOUT / "langdetect_hook" / "network" / "compiled.py"
WRITER = "langdetect_hook.training.compile_tokenizer"
TEXT = "\nif x == \"a 'b'\":\n\tdon't(é ü, 0x1f, 'c\\\\'')  // 3.14 \U0001f600\n"


def test_the_program_is_what_re_makes_of_the_expression() -> None:
    """Compiled expressions are equal where their programs and flags are."""
    if not compiled.is_known():
        pytest.skip("re compiles the expression for this interpreter")
    pattern = tokenizer.TOKEN.pattern
    assert compiled.compiled(pattern) == re.compile(pattern), f"python -m {WRITER} writes it anew"


def test_the_program_is_written_as_it_stands() -> None:
    writer = import_module(WRITER)
    if writer.engine() not in compiled.ENGINES:
        pytest.skip("re compiles the expression for this interpreter")
    source = PATH.read_text(encoding="utf-8")
    assert writer.rewritten(source) == source
    assert writer.rewritten(source.replace("16, 1, 3,", "16, 1, 4,")) == source


def test_both_find_the_same() -> None:
    pattern = tokenizer.TOKEN.pattern
    assert compiled.compiled(pattern).findall(TEXT) == re.compile(pattern).findall(TEXT)
    assert compiled.compiled(pattern).flags == re.compile(pattern).flags


@pytest.mark.parametrize("fact", ["MAGIC", "CODESIZE", "MAXREPEAT"])
def test_another_engine_compiles_the_expression_itself(fact: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pytest.importorskip("_sre"), fact, 2)
    assert not compiled.is_known()


def test_where_it_is_not_known_the_expression_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "is_known", lambda: False)
    assert compiled.compiled("a+").findall("aab") == ["aa"]


def test_another_python_compiles_the_expression_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.implementation, "name", "another")
    assert not compiled.is_known()
