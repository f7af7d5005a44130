"""Template marks: what in a text another program will fill in."""

from __future__ import annotations

import re

from langdetect_hook.languages.searched import stands_in

# Template marks with an expression in them: `{{ value }}`, `{% if %}`, `<%= value %>`, `<?cs var:x ?>`.
# `${{ value }}` in a GitHub workflow does not make the file a template.
TEMPLATE_MARKS = (
    r"<\?(?!php\b|xml\b)[a-z]\w*-?[\s:]|(?<!\$)\{\{-?\s+[A-Za-z_.$\"(][^{}:;\n]{0,200}-?\}\}"
    r"|\{%-?\s*[a-z]\w*\b[^\n%]{0,300}%\}|<%[=#-]?\s[^\n%]{1,300}%>"
)
PAGE_MARK = r"</[a-z][\w-]*>"

# What no other text has by chance, where the name claims a template or the content looks like Jinja.
JINJA_LIKE_MARKS = r"\{[{%#]|<%|\$\{|@\w+@"
# The same, and AutoGen's and Template Toolkit's, FreeMarker's and T4's, Ruby's, StringTemplate's, plain ones.
ALL_MARKS = JINJA_LIKE_MARKS + r"|\[[=%+]|<#|#\{|%%?\w+%|\$\w+\$|__\w+__"

# A tag at the very beginning, of Go's templates or one of ERB that prints a value: the text is what it becomes.
BEGINS_AS_TEMPLATE = (
    r"\s*\{\{-?\s*(?:/\*|\$\w+[ \t]*:?=|(?:block|define|if|include|range|template|with)\b)|\s*<%=[ \t]*@?\w"
)

# Lines for a template engine, behind a hash (Cheetah's and Velocity's, which fill in programs): one that sets a
# variable, or two that open and close a block. One of these two alone may be a comment in a program.
_SETS = r"^[ \t]*#set[ \t]*(?:\([ \t]*)?\$\w[\w.]{0,100}[ \t]*="
_BLOCK = r"(?:block|cache|call|def|filter|for|foreach|if|try|unless|while)\b"
_OPENS, _CLOSES = rf"^[ \t]*#{_BLOCK}", rf"^[ \t]*#end[ \t]+{_BLOCK}"

# How any tag of a template opens, PHP's too; no declaration of XML.
ANY_TAG = r"\{[{%#]|<%|<\?(?!xml)"


def has_template_marks(text: str) -> bool:
    """Whether a text that is not a page itself has template marks."""
    if "{{" not in text and "{%" not in text and "<%" not in text and "<?" not in text:
        return False
    return re.search(TEMPLATE_MARKS, text) is not None and re.search(PAGE_MARK, text) is None


def has_directives(text: str) -> bool:
    """Whether a text has lines for a template engine, behind a hash."""
    return ("#set" in text and stands_in(text, _SETS)) or (
        "#end" in text and stands_in(text, _CLOSES) and stands_in(text, _OPENS)
    )
