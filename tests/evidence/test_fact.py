"""What a name says besides its extension."""

from __future__ import annotations

import pytest

from langdetect_hook.evidence.fact import suffix_is_a_topic


@pytest.mark.parametrize(
    "name, others, topic",
    [
        ("configure.cc", "configure.host configure.libs configure.threads", True),
        ("configure.cc", "configure.host configure.libs configure.threads configure.py configure.c", True),
        ("t.html.escaped.html", "t.bulkmode t.lexer t.maint", True),
        ("configure.cc", "configure.host configure.libs", False),
        (
            "configure.cc",
            "configure.host configure.libs configure.threads a.py configure.py configure.c configure.js",
            False,
        ),
        ("words.py", "words.out words.err words.expected words.1 words.2 words.20", False),
        ("words.py", "words.js words.c words.go words.rb words.html", False),
        ("words.py", "other.host other.libs other.threads", False),
        ("words.py", "wordshost words-x.libs words_y.threads", False),
        (".cc", ".host .libs .threads", False),
        ("words", "words.host words.libs words.threads", False),
    ],
)
def test_an_ending_is_a_topic_where_most_of_its_kind_are(tmp_path, name: str, others: str, topic: bool) -> None:
    for file in (name, *others.split()):
        (tmp_path / file).write_text("x\n")
    assert suffix_is_a_topic(str(tmp_path / name)) is topic


def test_a_folder_that_is_not_there_tells_nothing() -> None:
    assert not suffix_is_a_topic("no/such/folder/configure.cc")
    assert not suffix_is_a_topic("no\0folder/configure.cc")
