"""How comments are written: each syntax once; an entry of the table names those that its language has."""

from __future__ import annotations

from typing import NamedTuple


class Comment(NamedTuple):
    """A syntax of comments.

    `openings`: how a file begins with one, where nothing else begins so; `sign`: a regular expression that finds one
    anywhere in a text; `lines`: one for lines that are nothing but a comment, for lexers that do not know it.
    """

    openings: tuple[str, ...]
    sign: str
    lines: str = ""


ANGLES = Comment(("<!--",), r"<!--")
BRACES = Comment(("{- ",), r"\{-")
# A heading of Markdown and a directive of the C preprocessor begin with # as well.
HASHES = Comment((), r"^[ \t]*#", r"^#.*")
HYPHENS = Comment(("-- ",), r"^[ \t]*--")
PARENTHESES = Comment(("(* ",), r"\(\*")
PERCENTS = Comment(("% ", "%% "), r"^[ \t]*%")
SEMICOLONS = Comment(("; ", ";; "), r"^[ \t]*;")
SLASHES = Comment(("//",), r"//", r"^[ \t]*//.*")
STARS = Comment(("/*",), r"/\*")
COMMENTS = (ANGLES, BRACES, HASHES, HYPHENS, PARENTHESES, PERCENTS, SEMICOLONS, SLASHES, STARS)

OF_C = (STARS, SLASHES)

# Comments with # and blank lines at the top, matched in one way only: `\s*\n` repeated would backtrack without end.
PAST_COMMENTS = r"\A(?:#[^\n]*\n|[ \t\r]*\n)*"
# The same for comments of C and of TeX.
PAST_COMMENTS_OF_C = r"\A(?:\s|//[^\n]*\n|/\*(?:[^*]|\*(?!/))*\*/)*"
# Several languages begin so, and go on each in its own way.
_PACKAGE = r"(package) [A-Za-z_]\w*(?:\.\w+)*[ \t]*$"
PACKAGE = PAST_COMMENTS_OF_C + _PACKAGE
PACKAGE_PAST_HASHES = PAST_COMMENTS + _PACKAGE
# A script that is a page as well, which begins in a comment of the script.
SCRIPT_AND_PAGE = r"\A#![^\n]*\n#[ \t]*<(?:!|/?[A-Za-z])"
# The head of a page for a site generator: settings in YAML, nested where a layout or a title is among them; in TOML;
# in YAML where nothing follows, or a tag or a mark.
_SETTING = r"(?:[\w.'\"-]+[ \t]*:|#|-?[ \t])[^\n]*\n|\n"
HEAD_IN_YAML = (
    r"\A---[ \t]*\n(?:(?:[\w-]+:[^\n]*\n)+"
    rf"|(?:(?!(?:layout|title):){_SETTING})*(?:layout|title):[^\n]*\n(?:{_SETTING})*)---[ \t]*\n"
)
HEAD_IN_TOML = r"\A\+\+\+[ \t]*\n(?:(?!\+\+\+)[^\n]*\n)*\+\+\+[ \t]*$"
HEAD_OF_A_PAGE = (
    r"\A---[ \t]*\n(?:(?!---|(?:layout|permalink|redirect_to|title):)[^\n]*\n)*"
    r"(?:layout|permalink|redirect_to|title):(?:[^\n]*\n(?!---))*[^\n]*\n---[ \t]*(?:\Z|\n\s*(?:\Z|<|\{[{%]))"
)
PAST_PERCENTS = r"\A(?:\s|%[^\n]*\n)*"


def opening_comment(text: str) -> Comment | None:
    """The syntax of the comment that a text begins with, blanks aside; None where it begins with none."""
    start = text[:400].lstrip()
    return next((comment for comment in COMMENTS if start.startswith(comment.openings)), None)
