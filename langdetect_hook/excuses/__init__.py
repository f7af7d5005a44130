"""What is worth looking up only for a file that is about to be reported: anything that speaks for its name."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from langdetect_hook.claims import marked_language
from langdetect_hook.claims.declared import PAGE_MARK, has_template_marks
from langdetect_hook.evidence.fact import (
    inner_name_claims,
    inner_name_is_neutral,
    is_left_out,
    overridden,
    suffix_is_a_topic,
)
from langdetect_hook.excuses import proofs
from langdetect_hook.excuses.neighbours import is_convention
from langdetect_hook.excuses.openings import has_sentences, opens_as
from langdetect_hook.excuses.outside_strings import doubt_outside_strings
from langdetect_hook.languages.parsers import parses_as
from langdetect_hook.languages.signatures import lacks_signature
from langdetect_hook.network import NONE_OF_THESE
from langdetect_hook.suspicion import PROSE_AND_DATA

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from langdetect_hook.claims import Claim
    from langdetect_hook.evidence.fact import Attributes
    from langdetect_hook.excuses.neighbours import Committed
    from langdetect_hook.files.content import Content
    from langdetect_hook.network.assets import Model
    from langdetect_hook.suspicion import Suspicion

# What the network takes templates for: the languages of templates, and those with marks like theirs.
_TEMPLATE_LIKE = frozenset(
    {"HTML", "HTML+ERB", "Handlebars", "Jinja", "Markdown", "PHP", "Puppet", "Svelte", "Text", "Vue", NONE_OF_THESE}
)
_JINJA_LIKE_MARKS = r"\{[{%#]|<%|\$\{|@\w+@"
# Those, AutoGen's and Template Toolkit's, FreeMarker's and T4's, Ruby's, StringTemplate's, plain ones.
_TEMPLATE_MARKS = _JINJA_LIKE_MARKS + r"|\[[=%+]|<#|#\{|%%?\w+%|\$\w+\$|__\w+__"
# What speaks of files by their names: an error page, an answer of a chat.
_QUOTES_NAMES = frozenset({"HTML", "Markdown", "Text", NONE_OF_THESE})
# What stands behind an ending that claims nothing: `words.ref.py` is what a test prints, `words.1.cmake` a manual page.
_UNDER_NEUTRAL_NAMES = PROSE_AND_DATA | {"Roff"}
# A shorter name is a word like any other.
_SHORTEST_NAME = 6
_FIRST_LINES = 10
_BEFORE_ITS_NAME = r"[^\w\n]*(?i:(?:file|filename|module|name|the|this)\b[^\w\n]*){0,3}"


def excuse(
    path: str,
    claim: Claim,
    content: Content,
    model: Model,
    doubt: Suspicion,
    attributes: Attributes | None,
    committed: Committed | None = None,
) -> str:
    """Why the file is not a mismatch after all, or "": it parses, it carries the mark of a language that the model does
    not know, what stands outside its strings and comments does not look foreign, it is overridden, or what is
    committed near it looks the same."""
    asked = cache(attributes) if attributes is not None else None
    in_turn = chain(
        _of_text(claim, content, model, doubt.language, path),
        _of_name(path, doubt.language),
        _of_repository(path, claim, model, doubt, asked, committed),
    )
    return next(filter(None, in_turn), "")


def _of_text(claim: Claim, content: Content, model: Model, foreign: str, path: str) -> Iterator[str]:
    """What the text itself says against its being `foreign`, or ""."""
    text = content.text or ""
    yield _said("it parses as", parses_as(claim.languages, text) if content.complete else None)
    yield _said("it has the marks of", marked_language(claim, text))
    yield f"nothing in it is {foreign} for sure" if lacks_signature(foreign, text) else ""
    yield "it has template marks" if foreign in _TEMPLATE_LIKE and has_template_marks(text) else ""
    marks = _TEMPLATE_MARKS if claim.template else _JINJA_LIKE_MARKS if foreign == "Jinja" else ""
    is_template = marks and re.search(marks, text) and (claim.template or not _begins_as_page(text))
    yield "it is a template" if is_template else ""
    yield "it stands among patches" if foreign == "Diff" and "patch" in path.lower() else ""
    host = proofs.hosts(claim.languages, text)
    yield f"it is {host} that holds another file" if host else ""
    yield doubt_outside_strings(text, content.complete, claim, model, foreign)
    settled = proofs.marked(claim.languages, foreign, text)
    yield f"it has what only {settled} has" if settled else ""
    yield "its first lines say its name" if foreign not in _QUOTES_NAMES and says_its_name(path, text) else ""
    opened = opens_as(claim.languages, foreign, text)
    yield f"it begins with a comment of {opened}, which {foreign} has not" if opened else ""
    yield "it has a sentence outside of any comment" if has_sentences(claim.languages, foreign, text) else ""


def _begins_as_page(text: str) -> bool:
    """Whether a text begins with a tag and has one that ends: a template of a page, and of no data or code."""
    return text.lstrip().startswith("<") and re.search(PAGE_MARK, text) is not None


def _of_name(path: str, foreign: str) -> Iterator[str]:
    """What the rest of the name says for content that looks `foreign`, or ""."""
    yield "a suffix further in its name claims that" if inner_name_claims(path, [foreign]) else ""
    is_neutral = foreign in _UNDER_NEUTRAL_NAMES and inner_name_is_neutral(path)
    yield "a suffix further in its name says what it is for" if is_neutral else ""
    yield "its ending is a word like those of the files beside it" if suffix_is_a_topic(path) else ""


def _of_repository(
    path: str,
    claim: Claim,
    model: Model,
    doubt: Suspicion,
    attributes: Attributes | None,
    committed: Committed | None,
) -> Iterator[str]:
    """What the attributes and the neighbours of a file say for it, or ""."""
    yield ".gitattributes leaves it out" if is_left_out(attributes, path) else ""
    yield _said(".gitattributes says", overridden(attributes, path))
    if committed is not None and is_convention(path, claim, doubt, model, committed):
        yield "what is committed under such names near it looks the same"


def _said(words: str, what: str | None) -> str:
    return f"{words} {what}" if what else ""


def says_its_name(path: str, text: str) -> bool:
    """Whether one of the first lines of a text begins with the name of the file: `/* jconfig.st --- for the Atari */`.

    A name further in a line may be another file's: what a file was made from, or what it makes.
    """
    name = path.replace("\\", "/").rpartition("/")[2]
    start = "\n".join(text[:4000].split("\n", _FIRST_LINES)[:_FIRST_LINES])
    line = rf"^{_BEFORE_ITS_NAME}{re.escape(name)}(?![\w-]|\.\w)"
    return len(name) >= _SHORTEST_NAME and re.search(line, start, re.MULTILINE) is not None
