"""Python that is older or newer than the interpreter that reads it."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from langdetect_hook.languages.parsers import is_python, is_python_module
from langdetect_hook.languages.python_text import (
    MOST_DEPTH,
    MOST_PARTS,
    MOST_STATEMENTS,
    from_newer_python,
    is_deep,
    is_too_much,
    reads_as_python,
    tree_of,
)
from tests.accidents import CPLUSPLUS, HTML, JSON, PYTHON, SHELL, YAML
from tests.bundled import model
from tests.healthy_texts import healthy_texts
from tests.test_patterns import STARTS

LEAST = model().thresholds.parsed_statements
TEXT_OF = {healthy.path: healthy.text for healthy in healthy_texts()}
OLDEST = (3, 10)

# What each version brought, by the version.
NEWER = {
    "3.11, groups of exceptions": "try:\n    a()\nexcept* (B, C) as e:\n    d()\nexcept *E:\n    f()\n",
    "3.11, variadic types": "def f(*args: *Ts) -> Array[*Ts]:\n    return x[*a, 1]\n",
    "3.12, quotes of the string in its fields": 'a = f"{", ".join(b)}"\nc = f"{d["e"]}: {f"{1:>{g["h"]}}"}"\n',
    "3.12, comments and lines in fields": "a = f\"{'\\n'.join(b)}\"\nc = f'''{\n    d  # it's\n}'''\ne = f\"{\n f}\"\n",
    "3.12, escapes before fields": 'a = rf"\\{b}\\N{{2}}\\""\nc = f"\\N{SNOWMAN} \\{d} {{}} {e!r:%H:%M} {f"}"}"\n',
    "3.12, types": "type A = int\ntype B[T, *Ts, **P] = dict[str, list[T]]\ntype C[T: (int, str)] = list[T]\n",
    "3.12, parameters of types": "class A[T: (int, str)](B[T]):\n    async def f[U: dict[str, int]](self) -> U: ...\n",
    "3.12, parameters over lines": "def f[\n    T,\n    *Ts,\n](a):\n    pass\n",
    "3.13, defaults of types": "type A[T = int] = list[T]\n\nclass B[T = list[int]]:\n    pass\n",
    "3.14, templates": 'from string.templatelib import Template\na = t"<p>{b!s}</p>"\nc = rt"\\{d}" + Tr"{e}"\n',
    "3.14, exceptions without parentheses": "try:\n    a()\nexcept B, C:\n    d()\nexcept e.F, G, H:\n    i()\n",
    "3.15, unpacking in comprehensions": "a = [*b for b in c]\nd = {**e for e in f}\n",
    "3.15, lazy imports": "lazy import json\nlazy from a import b\n\njson.loads(b)\n",
}


@pytest.mark.parametrize("version", NEWER)
def test_newer_syntax_is_python_to_any_interpreter(version: str) -> None:
    assert is_python(NEWER[version])
    written = ast.parse(from_newer_python(NEWER[version]), feature_version=OLDEST)
    # An interpreter that is asked for an older grammar has the strings of its own all the same.
    assert not [node for node in ast.walk(written) if isinstance(node, ast.JoinedStr)]


def test_what_all_versions_have_is_left_as_it_is() -> None:
    for text in (PYTHON.replace('f"{', '"{'), 'a = "it\'s {b}"\n', "match a:\n    case [b, *c]:\n        d[e:f]\n"):
        assert from_newer_python(text) == text


def test_a_string_that_does_not_end_is_an_error() -> None:
    for text in ('a = f"{b', 'a = f"b\n', "a = '''b", 'a = f"{b:{c}"', 'a = "b\n"'):
        with pytest.raises(ValueError):
            from_newer_python(text)
        assert tree_of(text) is None and not reads_as_python(text, LEAST)


def test_a_newer_module_is_one_to_any_interpreter() -> None:
    assert is_python_module(f"import os\n\n\n{NEWER['3.13, defaults of types']}")


def fills(words: str) -> str:
    """A function of ten statements, two of which are `words`."""
    return "def fill(cup):\n" + f"    cup.pour(1)\n    {words}\n" * 2 + "    cup.pour(1)\n" * 16


@pytest.mark.parametrize(
    "text",
    [
        fills("pour cup"),
        fills("cup ?= 1"),
        fills("unless cup:\n        cup.wash()"),
        "@cups.register\nasync def a(b):\n    # it's\n    c[\n        d,\n    ]\n"
        + "    e = f\"{', '}\"\n" * 9
        + "    f g\n",
        "try:\n    a()\nexcept B:\n    c()\nelse:\n    d()\nfinally:\n    e()\nif f: g()\nelif h: i()\nj k\n"
        + "l()\n" * 9,
        "match a:\n    case [b]:\n        c \\\n            (d)\n    case _: e()\n" + "f()\n" * 9 + "g h\n",
        TEXT_OF["fill.py"],
    ],
)
def test_nearly_all_statements_of_another_version_are_python(text: str) -> None:
    assert tree_of(text) is None, "it must not parse, to be of any use here"
    assert reads_as_python(text, LEAST)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# a comment\n",
        CPLUSPLUS,
        HTML,
        JSON,
        SHELL,
        YAML,
        "import a.b;\n" * 20 + "class A {\n",
        "key: value\nother: value\n" * 10,
        "[table]\nkey = 1\nother-key = 2\n" + "key = 1\n" * 20,
        fills("pour cup").replace("pour(1)", "pour 1"),
        fills("pour cup").replace("fill(cup):", "fill(cup)"),
        fills("pour cup") + "  cup.pour(1)\n      cup.pour(1)\n",
        fills("pour cup") + "cups = (1,\n",
        fills("pour cup") + "cups = 1)\n",
        fills("pour cup") * 30_000,
        *map(TEXT_OF.get, ["config/settings.rb", "src/carousel.js", ".gitlab-ci.yml", "Cargo.toml", "report.pl"]),
    ],
)
def test_what_is_not_python(text: str) -> None:
    assert not reads_as_python(text, LEAST)


def read_hostile() -> None:
    nested = 'f"{' * 5_000
    for text in (
        *STARTS.values(),
        nested,
        nested + "1" + '}"' * 5_000,
        "type a[" * 20_000,
        "x[*" * 20_000,
        "[*a" * 20_000,
    ):
        for hostile in (text, text * (100_000 // len(text)), f'a = f"""{text}'):
            tree_of(hostile)
            reads_as_python(hostile, LEAST)


def test_hostile_text_is_refused_soon() -> None:
    code = "from tests.languages.test_python_text import read_hostile; read_hostile()"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=300)


# What hangs one part below another, or opens another: how a text begins, what is repeated, how it ends.
NESTED = {
    "attributes": ("a", ".b", ""),
    "brackets": ("[", "[", "]"),
    "calls": ("f", "()", ""),
    "comparisons": ("a", "<a", ""),
    "comprehensions": ("[x ", "for x in y ", "]"),
    "conditions": ("", "x if y else ", "1"),
    "decorators": ("", "@a\n", "def f(): pass"),
    "dictionaries": ("", "{1:", ""),
    "fields": ("f'{1", "+1", "}'"),
    "fields of fields": ("f'", "{x}", "'"),
    "indices": ("a", "[0]", ""),
    "lambdas": ("", "lambda:", "1"),
    "not": ("", "not ", "1"),
    "powers": ("1", "**1", ""),
    "signs": ("", "-", "1"),
    "strings in fields": ("", "f'{", ""),
    "sums": ("1", "+1", ""),
    "sums over lines": ("(1", "\n+1#\n", ")"),
    "types": ("x: a", "|a", ""),
    "waiting": ("", "await ", "x"),
}


def parse_all() -> None:
    for start, piece, end in NESTED.values():
        tree_of(start + piece * (478_000 // len(piece)) + end)


def test_nothing_nested_ends_the_process() -> None:
    """An interpreter that runs out of its stack is gone, and with it all that it had found."""
    code = "from tests.languages.test_python_text import parse_all; parse_all()"
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True)


@pytest.mark.parametrize(
    "name", ["attributes", "calls", "fields", "indices", "signs", "sums", "sums over lines", "types"]
)
def test_deep_statements_are_told_before_they_are_parsed(name: str) -> None:
    start, piece, end = NESTED[name]
    assert is_deep(start + piece * 2 * MOST_DEPTH + end)
    assert not is_deep(start + piece * 100 + end)


def test_much_that_is_not_deep_is_parsed() -> None:
    for text in (
        "a = 1 + 1\n" * MOST_DEPTH,
        "a = [\n" + "1,\n" * MOST_DEPTH * 2 + "]\n",
        '"""' + "-" * 9_000 + '"""\n',
    ):
        assert not is_deep(text)
        assert tree_of(text) is not None


def test_what_would_take_much_memory_is_not_parsed() -> None:
    assert tree_of("a;" * MOST_PARTS) is not None
    assert is_too_much("a;" * (MOST_PARTS + 1))
    assert tree_of("a;" * (MOST_PARTS + 1)) is None
    assert tree_of("print a\n" * MOST_PARTS) is None  # it would be `print(a)`


def test_the_first_statements_speak_for_all() -> None:
    many = "print 'a' if b else c\nfor a in b:\n    pass\n" * MOST_STATEMENTS
    assert len(many) < 1_000_000
    assert reads_as_python(many[:190_000] + "\n", LEAST)
