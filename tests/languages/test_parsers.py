from __future__ import annotations

import subprocess
import sys
import types

import pytest

from langdetect_hook.languages import LANGUAGES, parsers
from langdetect_hook.languages.parsers import PARSERS
from tests.bundled import model


def parses_as(languages, text):
    return parsers.parses_as(languages, text, model().thresholds.settings_without_section)


PYTHON = "import os\n\n\ndef main():\n    return os.name\n"

NOT_WHAT_IT_CLAIMS = [
    ("CSV", "a,b\n"),
    ("CSV", "int f(a, b)\nint g(a, b)\nint h(a, b)\n"),
    ("CSV", "color: red;\nwidth: 1px;\nheight: 1px;\n"),
    ("CSV", "one,two,three\nfour,five\nsix\n"),
    ("HTML", "<p>a part</p>"),
    ("INI", "[a list]\n"),
    ("INI", "key = value\nother = value\n"),
    ("INI", "[1, 2, 3]\n[4, 5, 6]\nfoo(bar)\nbaz(qux)\n"),
    ("INI", "[Fact]\npublic void Works() {\n  int x = 1;\n}\nreturn;\nfoo();\nbar();\n"),
    ("JSON", ""),
    ("JSON", "{"),
    ("JSON", "{'a': True, 'b': None}"),
    ("JSON", "{'a': datetime(2020, 1, 2)}"),
    ("JSON", "{'a'; 1}"),
    ("JSON", "{a, [1, 2]}"),
    ("JSON", "module.exports = {a: 1}"),
    ("JSON", "a {color: red}"),
    ("JSON", "a: 1\nb: 2\n"),
    ("JSON", "function f() {}\n"),
    ("JSON", "1 2 3"),
    ("JSON", '<!DOCTYPE html>\n<a href="http://x">'),
    ("JSON", "[" * 100_000),
    ("Python", "word\n"),
    ("Python", "[1, 2, {'a': 3}]\n"),
    ("Python", '{"a": {"b": [1, 2]}}\n'),
    ("Python", "# only a comment\n"),
    ("Python", "a = 1\n"),
    ("Python", "key: value\n"),
    ("Python", "#include <stdio.h>\nint main(void) { return 0; }\n"),
    ("Python", "if [ -f x ]; then\n  print y\nfi\n"),
    ("Python", "print x\necho y\n"),
    ("Python", "(" * 10_000),
    ("Python", "a\0b = 1\nimport os\n"),
    ("SVG", "<note><to>x</to></note>"),
    ("TOML", "# only a comment\n"),
    ("TOML", "a: 1\n"),
    ("XML", "text"),
    ("XML", "<a><b></a>"),
    ("XML", "<!DOCTYPE html><p>one<p>two"),
    ("XML", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'),
    ("XSLT", "<note/>"),
    ("Ruby", "puts 1\n"),
]

WHAT_IT_CLAIMS = [
    ("JSON", "{'a': 1}"),
    ("JSON", "{a: 1, b-c: [+.5, NaN, tuple], $d: 'it\\'s',}"),
    ("JSON", "// words\n{\n  /* of: {'a'} */\n  a: 'b', // c\n}\n"),
    ("CSV", "# path, reason\na\tb\nc\td\n# the rest\ne\tf\n"),
    ("CSV", "a,b\n1,2\n3,4\n"),
    ("CSV", 'name;text\nx;"a;\nb"\ny;z\n'),
    ("HTML", "<!DOCTYPE html>\n<p>x"),
    ("INI", "; comment\n[section]\nkey = value\nflag: on\n"),
    ("JSON", "{}"),
    ("JSON", '"word"'),
    ("JSON", '{"a": [1, 2, NaN, -Infinity]}'),
    ("JSON", '// comment\n{\n  "a": "http://x", /* b */\n  "c": [1, 2,],\n}\n'),
    ("JSON", '{"a": "/*", "b": "*/", "c": "//"}'),
    ("JSON", '{"a": 1}\n{"a": 2}\n{"a": 3}\n'),
    ("JSON", '{"a": "x,}"}'),
    ("Python", PYTHON),
    ("Python", "a = 1\nb = f(a)\n"),
    ("Python", "import os\nprint 'x'\n"),
    ("Python", "import sys\nprint >>sys.stderr, 'x', 1\n"),
    ("Python", "import os\ntry:\n\tx = 0777\nexcept OSError, error:\n\traise ValueError, 'no'\n"),
    ("Python", "import re\nre.compile('\\d')\n"),  # an invalid escape warns, and no more
    ("SVG", '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ("TOML", "[a]\nb = 1\n"),
    ("XML", '<?xml version="1.0" encoding="UTF-16"?>\n<a>é</a>\n'),
    ("XML", '\n<!DOCTYPE a SYSTEM "http://x/a.dtd">\n<a/>'),
    ("XSLT", '<xsl:stylesheet xmlns:xsl="x"/>'),
]


@pytest.mark.parametrize("language, text", NOT_WHAT_IT_CLAIMS)
def test_what_does_not_parse(language: str, text: str, recwarn: pytest.WarningsRecorder) -> None:
    assert parses_as([language], text) is None
    assert not recwarn.list


@pytest.mark.parametrize("language, text", WHAT_IT_CLAIMS)
def test_what_parses(language: str, text: str, recwarn: pytest.WarningsRecorder) -> None:
    assert parses_as([language], text) == language
    assert not recwarn.list


def test_the_language_that_parses_is_named() -> None:
    assert parses_as(("Ruby", "JSON", "Python"), PYTHON) == "Python"
    assert parses_as((), PYTHON) is None


def parse_hostile(language: str) -> None:
    hostile = ["[" * 3_000_000, "{" * 60_000, "<a>" * 60_000, "a" * 400_000, "-" * 5000 + "1", ",\n" * 50_000]
    hostile += ["\n" * 200_000 + "print x", "print " * 60_000, ": " * 100_000, "`" * 100_001, '"' * 100_001]
    hostile += ["/*" * 100_000, "except " * 50_000, "raise a," * 50_000, "[a]\n" + "a " * 100_000]
    for text in hostile:
        parses_as([language], text)


@pytest.mark.parametrize("language", [language.name for language in LANGUAGES if language.parser])
def test_large_or_hostile_text_is_refused_soon(language: str) -> None:
    # In a process of its own, which is ended if it hangs: each takes a second.
    code = f"from tests.languages.test_parsers import parse_hostile; parse_hostile({language!r})"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=300)
    assert parses_as([language], " \n") is None


def test_nothing_is_executed(capsys: pytest.CaptureFixture[str]) -> None:
    parses_as(["Python"], "import os\nprint('executed')\nraise SystemExit\n")
    assert capsys.readouterr().out == ""


def test_toml_is_parsed_by_what_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Python 3.10 the package tomli stands in; it is required there, but what is missing is no crash."""
    monkeypatch.setitem(sys.modules, "tomllib", None)
    monkeypatch.setitem(sys.modules, "tomli", types.SimpleNamespace(loads=lambda text: {"a": text}))
    assert parses_as(["TOML"], "a = 1\n") == "TOML"
    monkeypatch.setitem(sys.modules, "tomli", None)
    assert parses_as(["TOML"], "a = 1\n") is None


def test_each_parser_is_of_a_language() -> None:
    assert sorted(PARSERS) == list(PARSERS) == sorted(language.parser for language in LANGUAGES if language.parser)
