"""How comments are written, and that the lexers agree with the table."""

from __future__ import annotations

import re

import pytest
from pygments.token import Comment as CommentToken

from langdetect_hook.languages import LANGUAGES
from langdetect_hook.languages.comments import (
    ANGLES,
    BRACES,
    COMMENTS,
    HASHES,
    HYPHENS,
    PARENTHESES,
    PERCENTS,
    SEMICOLONS,
    SLASHES,
    STARS,
    Comment,
    opening_comment,
)
from langdetect_hook.languages.lexers import lexer_of

EXAMPLES = {
    ANGLES: "<!-- words -->\n",
    BRACES: "{- words -}\n",
    HASHES: "# words\n",
    HYPHENS: "-- words\n",
    PARENTHESES: "(* words *)\n",
    PERCENTS: "% words\n",
    SEMICOLONS: "; words\n",
    SLASHES: "// words\n",
    STARS: "/* words */\n",
}
# What stands before <?php is page to the lexer of PHP; in WebAssembly a comment has two semicolons; NSIS took over
# those of C later.
UNKNOWN_TO_LEXERS = {
    ("PHP", "<!"),
    ("PHP", "# "),
    ("WebAssembly", "; "),
    ("NSIS", "/*"),
    # The oldest pygments that setup.cfg allows does not know these yet.
    ("Less", "//"),
    ("VHDL", "/*"),
}


def test_every_syntax_has_an_example_that_its_patterns_see() -> None:
    assert tuple(EXAMPLES) == COMMENTS
    for comment, example in EXAMPLES.items():
        assert re.search(comment.sign, "word\n" + example, re.MULTILINE)
        assert not comment.lines or re.sub(comment.lines, "", example, flags=re.MULTILINE) == "\n"
        assert not comment.openings or example.startswith(comment.openings)


def test_no_opening_begins_another() -> None:
    openings = [opening for comment in COMMENTS for opening in comment.openings]
    assert not [(one, other) for one in openings for other in openings if one != other and other.startswith(one)]
    assert all(opening == opening.lstrip() for opening in openings)


@pytest.mark.parametrize(
    "text",
    ["", "words\n", "# a heading or a comment\n", "--- a/words.c\n", "---\na: 1\n", "%!PS\n", ";words\n", "(a)\n"],
)
def test_what_opens_no_comment_for_sure(text: str) -> None:
    assert opening_comment(text) is None


@pytest.mark.parametrize(("comment", "text"), [row for row in EXAMPLES.items() if row[0].openings])
def test_the_comment_that_a_text_begins_with(comment: Comment, text: str) -> None:
    assert opening_comment(text) is comment
    assert opening_comment("\n\n  " + text) is comment
    assert opening_comment("word\n" + text) is None


def test_the_lexers_know_the_comments_of_their_languages() -> None:
    unknown = set()
    for language in LANGUAGES:
        lexer = lexer_of(language.name)
        for comment in language.comments if lexer else ():
            kinds = [kind for _, kind, _ in lexer.get_tokens_unprocessed(EXAMPLES[comment])]
            if not any(kind in CommentToken for kind in kinds):
                unknown.add((language.name, EXAMPLES[comment][:2]))
    assert unknown <= UNKNOWN_TO_LEXERS
