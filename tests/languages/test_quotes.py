"""Blocks that are quoted in a language, whatever its lexer makes of them."""

from __future__ import annotations

import pytest

from langdetect_hook.languages.code import code_of
from langdetect_hook.languages.quotes import BRACED, DEFINED, TRIPLED, here_document, without_quoted

# A language, and a text of it in which WORDS is quoted.
QUOTED = [
    ("Bicep", "var script = '''\nWORDS\n'''\n"),
    ("CUE", 'script: """\nWORDS\n"""\n'),
    ("D", 'enum script = q"END\nWORDS\nEND";\n'),
    ("Dhall", "let script = ''\nWORDS\n''\nin script\n"),
    ("Dockerfile", "RUN <<END\nWORDS\nEND\n"),
    ("Elm", 'script =\n    """\nWORDS\n"""\n'),
    ("Erlang", 'script() ->\n    """\n    WORDS\n    """.\n'),
    ("F#", 'let script = """\nWORDS\n"""\n'),
    ("GraphQL", '"""\nWORDS\n"""\ntype Cup {\n  size: Int\n}\n'),
    ("Haskell", "script = [raw|\nWORDS |\n|]\n"),
    ("Jsonnet", "{\n  script: |||\n    WORDS\n  |||,\n}\n"),
    ("Kotlin", 'val script = """\n$WORDS $1 ${WORDS}\n"""\n'),
    ("Lua", "run([==[\nWORDS ]]\n]==])\n"),
    ("Lua", "run(name, [[\nWORDS\n]])\n"),
    ("Makefile", "define SCRIPT\nWORDS = 1\nendef\nall:\n\techo\n"),
    ("Nim", '{.emit: """\nWORDS\n""".}\n'),
    ("OCaml", "let script = {|\nWORDS\n|}\n"),
    ("OCaml", "let script = {ps|\nWORDS |}\n|ps}\n"),
    ("OCaml", "let query = {%sql|\nWORDS\n|}\n"),
    ("Odin", "SCRIPT :: `\nWORDS\n`\n"),
    ("Perl", "my $script = <<'END';\nWORDS\nEND\nprint $script;\n"),
    ("Puppet", '$script = @("END")\n  WORDS\n  | END\n'),
    ("R", 'script <- r"--(\nWORDS )"\n)--"\n'),
    ("Starlark", 'SCRIPT = """\nWORDS\n"""\n'),
    ("TypeScript", "export const help = `# WORDS\n\\`WORDS\\`\n`;\n"),
    ("TypeScript", "export default dedent.of`\nWORDS\n`;\n"),
    ("Vim script", "let script =<< trim END\nWORDS\nEND\n"),
]


@pytest.mark.parametrize(("language", "text"), QUOTED)
def test_what_is_quoted_is_no_code(language: str, text: str) -> None:
    code = code_of(text, language)
    assert code is not None
    assert code.cut and "WORDS" not in code.left(True)
    assert code.left(True).count("\n") == text.count("\n"), "lines keep their numbers"


@pytest.mark.parametrize(("language", "text"), QUOTED)
def test_what_is_never_closed_is_code(language: str, text: str) -> None:
    code = code_of(text[: text.index("WORDS") + len("WORDS")], language)
    assert code is not None and not code.cut


def test_what_stands_around_a_block_stays() -> None:
    text = "a = 1\ndefine B\nb\nendef\nc = 3\ndefine D\nd\nendef\n"
    assert without_quoted(text, DEFINED) == "a = 1\ndefine B\n\nendef\nc = 3\ndefine D\n\nendef\n"
    assert without_quoted("let a = {|x|} ^ b", BRACED) == "let a = {||} ^ b"
    assert without_quoted("a = '''x''' + b", TRIPLED) == "a = '''''' + b"


def test_an_opening_within_a_block_is_none() -> None:
    text = "cat <<A\ncat <<B\nA\nB\n"
    assert without_quoted(text, here_document(r"<<([A-Z])")) == "cat <<A\n\nA\nB\n"


def test_openings_without_an_end_leave_the_text_as_it_is() -> None:
    text = "{a|" * 20_000
    assert without_quoted(text, BRACED) == text


def test_what_closes_a_block_opens_none() -> None:
    text = 'a = """\nWORDS\n"""\nb = 1\nc = """\nWORDS\n"""\nd = 2\n'
    left = without_quoted(text, TRIPLED)
    assert "WORDS" not in left and "b = 1" in left and "d = 2" in left
