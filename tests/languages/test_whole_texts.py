"""What a few words prove, and what they do not."""

from __future__ import annotations

import pytest

from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.languages.whole_texts import DIALECTS, HTML_ELEMENTS, PROOFS, proven

ALL = ("Text", *PROOFS)

UNPROVEN = [
    "",
    "\n",
    "words",
    "1",
    "[1, 2",
    "{a: 1}",
    "// words",
    "/* words",
    "// words\na = {}",
    "{'a': 1}",
    "import a.b",
    "a = 1\nb = 2\n",
    "f(x)\n",
    "<cup></cup>",
    "<cup-board></cup-board>",
    "<p>words</p> and words",
    "words <p>words</p>",
    "<p>{{ words }}</p>",
    "<p><%= words %></p>",
    "<p><?php echo 1 ?></p>",
    "<p><Cup/></p>",
    "<style scoped>a {}</style>",
    "<script>a()</script>",
    "< p>",
]
PROVEN = [
    ("HTML", "<iframe></iframe>"),
    ("HTML", "  <DIV><br/>words</DIV>\n"),
    ("HTML", "<p>words <b>words</b></p>\n<!-- words -->"),
    ("JSON", '{"a": 1}'),
    ("JSON", "[1, 2]\n"),
    ("JSON", '// cups\n{\n\t/* of tea */\n\t"a": [1, 2,], // "b": 3,\n}\n'),
    ("Python", "def fill(cup): return cup\n"),
    ("Python", "class Cup:\n    pass\n"),
    ("Python", "from cups import Cup\n"),
    ("Python", "for cup in cups:\n    print cup\n"),
]


@pytest.mark.parametrize("text", UNPROVEN)
def test_what_proves_nothing(text: str) -> None:
    assert proven(text, ALL) is None


@pytest.mark.parametrize(("language", "text"), PROVEN)
def test_what_is_proven(language: str, text: str) -> None:
    assert proven(text, ALL) == language
    assert proven(text, ("Text",)) is None, "only what the network thinks of"


def test_a_dialect_that_is_likelier_may_be_it() -> None:
    text = "def fill(cup):\n    return cup\n"
    assert proven(text, ("Mojo", "Python")) is None
    assert proven(text, ("Ruby", "Python", "Mojo")) == "Python"


def test_the_tables_are_sound() -> None:
    assert set(PROOFS) <= set(LANGUAGE_OF) and set(DIALECTS) <= set(PROOFS)
    assert LANGUAGE_OF.keys() >= frozenset().union(*DIALECTS.values())
    assert all(name == name.lower() for name in HTML_ELEMENTS)
