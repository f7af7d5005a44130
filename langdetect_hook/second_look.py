"""What is worth looking up only for a file that is about to be reported: anything that speaks for its name."""

from __future__ import annotations

import re
from functools import cache

from langdetect_hook import proofs
from langdetect_hook.claim import marked_language
from langdetect_hook.convention import is_convention
from langdetect_hook.evidence.excuse import has_template_marks
from langdetect_hook.evidence.fact import (
    inner_name_claims,
    inner_name_is_neutral,
    is_left_out,
    overridden,
    suffix_is_a_topic,
)
from langdetect_hook.openings import has_sentences, opens_as
from langdetect_hook.outside_strings import doubt_outside_strings
from langdetect_hook.parsers import parses_as
from langdetect_hook.prediction import NONE_OF_THESE
from langdetect_hook.signatures import lacks_signature
from langdetect_hook.suspicion import PROSE_AND_DATA

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.assets import Model
    from langdetect_hook.claim import Claim
    from langdetect_hook.content import Content
    from langdetect_hook.convention import Committed
    from langdetect_hook.evidence.fact import Attributes
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
    needed: float,
    attributes: Attributes | None,
    committed: Committed | None = None,
) -> str:
    """Why the file is not a mismatch after all, or "": it parses, it carries the mark of a language that the model does
    not know, what stands outside its strings and comments does not look foreign, it is overridden, or what is
    committed near it looks the same."""
    text = content.text or ""
    parsed = parses_as(claim.languages, text) if content.complete else None
    if parsed:
        return f"it parses as {parsed}"
    marked = marked_language(claim, text)
    if marked:
        return f"it has the marks of {marked}"
    if lacks_signature(doubt.language, text):
        return f"nothing in it is {doubt.language} for sure"
    if doubt.language in _TEMPLATE_LIKE and has_template_marks(text):
        return "it has template marks"
    marks = _TEMPLATE_MARKS if claim.template else _JINJA_LIKE_MARKS if doubt.language == "Jinja" else ""
    if marks and re.search(marks, text):
        return "it is a template"
    if doubt.language == "Diff" and "patch" in path.lower():
        return "it stands among patches"
    host = proofs.hosts(claim.languages, text)
    if host:
        return f"it is {host} that holds another file"
    reason = doubt_outside_strings(text, content.complete, claim, model, doubt.language)
    if reason:
        return reason
    settled = proofs.marked(claim.languages, doubt.language, text)
    if settled:
        return f"it has what only {settled} has"
    if doubt.language not in _QUOTES_NAMES and says_its_name(path, text):
        return "its first lines say its name"
    opened = opens_as(claim.languages, doubt.language, text)
    if opened:
        return f"it begins with a comment of {opened}, which {doubt.language} has not"
    if has_sentences(claim.languages, doubt.language, text):
        return "it has a sentence outside of any comment"
    if inner_name_claims(path, [doubt.language]):
        return "a suffix further in its name claims that"
    if doubt.language in PROSE_AND_DATA and inner_name_is_neutral(path):
        return "a suffix further in its name says what it is for"
    if suffix_is_a_topic(path):
        return "its ending is a word like those of the files beside it"
    asked = cache(attributes) if attributes is not None else None
    if is_left_out(asked, path):
        return ".gitattributes leaves it out"
    override = overridden(asked, path)
    if override:
        return f".gitattributes says {override}"
    if committed is not None and is_convention(path, claim, doubt, model, committed):
        return "what is committed under such names near it looks the same"
    return ""


def says_its_name(path: str, text: str) -> bool:
    """Whether one of the first lines of a text begins with the name of the file: `/* jconfig.st --- for the Atari */`.

    A name further in a line may be another file's: what a file was made from, or what it makes.
    """
    name = path.replace("\\", "/").rpartition("/")[2]
    start = "\n".join(text[:4000].split("\n", _FIRST_LINES)[:_FIRST_LINES])
    line = rf"^{_BEFORE_ITS_NAME}{re.escape(name)}(?![\w-]|\.\w)"
    return len(name) >= _SHORTEST_NAME and re.search(line, start, re.MULTILINE) is not None
