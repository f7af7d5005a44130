"""The columns of the table of languages: what is either so of a language or not, a word and its reason each.

An entry lists the traits that its language has; `languages.having` gives the languages that have one. The table that
lies with the model has them as well (a row `/+word`), for the rules that must not load the languages.
"""

from __future__ import annotations

# trait, why it matters
TRAITS: dict[str, str] = {}


def _trait(word: str, why: str) -> str:
    TRAITS[word] = why
    return word


ANY_CASE = _trait(
    "any-case",
    "Upper and lower case mean the same in it: the network is shown both.",
)
BARE_WORDS = _trait(
    "bare-words",
    "Its lexer calls words without quotes strings: arguments, commands, symbols, members of an enumeration.",
)
BEHIND_ANY_NAME = _trait(
    "behind-any-name",
    "Stands behind an ending that claims nothing: `words.ref.py` is what a test prints, `words.1.cmake` a manual page.",
)
CARRIES_CODE = _trait(
    "carries-code",
    "No documentation, yet code of any language stands at the start of its lines, as in patches and listings.",
)
COMMENT_UNLESS_CODE = _trait(
    "comment-unless-code",
    "To its lexer nearly any text that is not of it is a comment or a string, so that the lexer is not relied upon.",
)
DOCUMENTATION = _trait(
    "documentation",
    "May quote anything at the start of a line: conflict markers, fences, error pages.",
)
HOLDS_ANYTHING = _trait(
    "holds-anything",
    "Wraps or holds any format: that another language accepts it does not mean that the other accepts what is in it.",
)
IN_SCRIPTS = _trait(
    "in-scripts",
    "Stands in the strings of scripts: style sheets, pages, drawings, tables of messages.",
)
LIKE_C = _trait(
    "like-c",
    "Its declarations of types and tables may be written as in C.",
)
LONG_LINES = _trait(
    "long-lines",
    "Programs write it in one line, so that its lexer must see long lines whole.",
)
MACROS = _trait(
    "macros",
    "Its macros become a file of another language, which it may begin like.",
)
NEVER_RUN = _trait(
    "never-run",
    "`#` begins a comment and nobody runs the file: a first line `#!/bin/sh` says what the text is for, no more.",
)
OWN_FENCES = _trait(
    "own-fences",
    "A code fence at the start of a line is the language's own.",
)
PAGE = _trait(
    "page",
    "A page, or a template of one: a claim that accepts it claims nothing against an HTML document.",
)
PREPROCESSED = _trait(
    "preprocessed",
    "Lines of the C preprocessor are at home in it, or it carries whole C programs.",
)
PROSE_OR_DATA = _trait(
    "prose-or-data",
    "Words and values stand in files of any language: to be all that a file is, they must be surer.",
)
QUOTES_NAMES = _trait(
    "quotes-names",
    "Speaks of files by their names: an error page, an answer of a chat.",
)
RECORDS = _trait(
    "records",
    "An error in JSON may be an answer that was recorded on purpose.",
)
SENTENCES = _trait(
    "sentences",
    "A language of documents: a sentence may start a line of it; in others sentences stand in comments and strings.",
)
SHORT_STRINGS = _trait(
    "short-strings",
    "Has no strings over several lines: conflict markers at the start of a line are never quoted.",
)
TEMPLATE = _trait(
    "template",
    "A language of templates, which a template of any format may look like.",
)
TEMPLATE_LIKE = _trait(
    "template-like",
    "No page, but the network takes templates for it, since its marks or words are like theirs.",
)
VALUES = _trait(
    "values",
    "Nothing but values: no comment of it could say the name of a file.",
)
XML = _trait(
    "xml",
    "XHTML is XML: a claim of nothing else says nothing against a page that is XHTML.",
)
