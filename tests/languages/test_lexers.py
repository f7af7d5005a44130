"""What lexers may take: an allowance of time for each file, beyond which they say nothing that counts against it."""

from __future__ import annotations

from itertools import repeat

import pytest
from pygments.token import Text

from langdetect_hook.languages.code import code_of
from langdetect_hook.languages.lexers import SECONDS, Allowance, Slow, is_in_string, lexer_of, tamed
from tests.bundled import case_of

USED_UP = -1.0


def test_tokens_come_as_long_as_there_is_time() -> None:
    tokens = [(0, Text, "a"), (1, Text, "b")]
    assert list(Allowance().spent_on(iter(tokens))) == tokens


def test_tokens_without_end_are_ended() -> None:
    allowance = Allowance(0.01)
    with pytest.raises(Slow):
        list(allowance.spent_on(repeat((0, Text, "a"))))
    assert allowance.left <= 0


def test_one_allowance_is_for_all_lexers_of_a_file() -> None:
    case = case_of("a.h", "int a;\n" * 100)
    allowance = case.allowance()
    assert allowance.left == SECONDS
    case.code_of("C")
    left = allowance.left
    case.code_of("C++")
    assert case.allowance() is allowance
    assert SECONDS > left > allowance.left


def test_a_lexer_that_is_out_of_time_proves_nothing() -> None:
    text = "int main(void) { return 0; }\n"
    code = code_of(text, "C", Allowance(USED_UP))
    assert code is not None
    assert (code.text, code.code, code.closed) == (text, "", True)
    assert code.left(complete=True) == ""


def test_a_line_may_stand_in_a_string_where_a_lexer_is_out_of_time() -> None:
    assert not is_in_string("int a;\n", "int b;\n", "C")
    assert is_in_string("int a;\n", "int b;\n", "C", allowance=Allowance(USED_UP))


def test_a_slow_lexer_ends() -> None:
    """C#'s takes the square of the lines, JavaScript's of comments without an end."""
    for language, piece in (("C#", "x\n"), ("JavaScript", "/* ")):
        code = code_of(piece * 20_000, language, Allowance(0.02))
        assert code is not None
        assert code.code == ""


def require_lexer_of(language: str) -> None:
    """Skip a test of a lexer that the oldest pygments has not."""
    if lexer_of(language) is None:
        assert language == "Org"
        pytest.skip("this pygments has no lexer of it")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("Batchfile", "for /f %%a in (" + "'!" * 200),
        ("Dockerfile", "CMD" + " " * 60_000 + "\n"),
        ("JavaScript", "super(" + " " * 60_000),
        ("Org", "[[" + "][ \n" * 12_000),
        ("Racket", '#px"' + "\\a" * 200),
    ],
    ids=lambda value: value[:12],
)
def test_no_step_of_a_lexer_is_endless(language: str, text: str) -> None:
    require_lexer_of(language)
    assert code_of(text, language) is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("Batchfile", "for /f %%a in ('dir !name! !other!') do echo !a!\n"),
        ("Org", "* Heading\n#+begin_src c\nint a;\n#+end_src\n"),
        ("Racket", '(define a "b")\n; a comment\n'),
        ("C", "int a;\n\n" + " " * 40 + "int b;\n"),
    ],
)
def test_healthy_texts_are_left_alone(language: str, text: str) -> None:
    require_lexer_of(language)
    assert tamed(text, language) == text
