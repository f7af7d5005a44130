"""What `classify` says of a text: the language that its first lines prove, or else the network's where it is sure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from langdetect_hook.claims.first_lines import MODELINE, SHEBANG, Told, told
from langdetect_hook.claims.forms import form_of
from langdetect_hook.evidence.containers import kind_of
from langdetect_hook.evidence.ld004_lfs_pointer import is_pointer
from langdetect_hook.evidence.ld008_magic import TEXTUAL
from langdetect_hook.evidence.magic_numbers import format_of
from langdetect_hook.languages import having
from langdetect_hook.languages.accepts import accepted_by
from langdetect_hook.languages.code import code_of
from langdetect_hook.languages.constructs import decisive_against, is_told_from
from langdetect_hook.languages.signs import lacks_sign
from langdetect_hook.languages.template_marks import ANY_TAG
from langdetect_hook.languages.traits import HOLDS_ANYTHING, MACROS, PAGE, TEMPLATE, XML
from langdetect_hook.languages.whole_texts import proven
from langdetect_hook.network import predict
from langdetect_hook.report import BY_CONTENT

if TYPE_CHECKING:
    from langdetect_hook.files.content import Content
    from langdetect_hook.network import Prediction
    from langdetect_hook.network.assets import Model

BY_WHOLE = "whole text"
# So many languages at most may be what a text is.
_RIVALS = 5


class Answer(NamedTuple):
    """The language of a text, or None. `by`: "content", "first line", "modeline" or "whole text", None where there is
    no language; `reason`: what proves it besides the content, or why there is none; `prediction`: the network's, where
    it was asked."""

    language: str | None
    by: str | None
    reason: str | None
    prediction: Prediction | None


def answer(model: Model, content: Content) -> Answer:
    """What `classify` says of content."""
    text, reason = content.text, _of_no_language(content)
    if text is None or reason:
        return Answer(None, None, reason, None)
    seen, is_settled = _told_apart(predict(model, text), text)
    said = told(text)
    language = _proven(said, seen, text) if said else None
    if said and language:
        return Answer(language, said.by, f"its {said.by}, {said.words}", seen)
    language = seen.best if is_settled else seen.language
    if language:
        return Answer(language, BY_CONTENT, None, seen)
    language = proven(text, [name for name, _ in seen.candidates(_RIVALS)]) if content.complete else None
    if language:
        return Answer(language, BY_WHOLE, f"its {BY_WHOLE}", seen)
    return Answer(None, None, "not sure", seen)


def _told_apart(seen: Prediction, text: str) -> tuple[Prediction, bool]:
    """The prediction without a likeliest language that the text cannot be, since it has a construct that this one lacks
    and that a rival has, or any language of which one construct is enough; and whether it is of these, which settles
    the answer."""
    likely = [name for name, share in seen.candidates(_RIVALS) if share >= seen.thresholds.least_rival_share]
    if not likely:
        return seen, False
    best, *rivals = likely
    others = [name for name in decisive_against(best) if name in seen.labels]
    told = next((name for name in (*rivals, *others) if is_told_from(best, name, text)), None)
    return (seen.of(told), told in others) if told else (seen, False)


def _of_no_language(content: Content) -> str:
    """Why content is of no language, by an exact form; or ""."""
    if is_pointer(content):
        return "it is a Git LFS pointer"
    found = format_of(content.raw) if content.text is None or content.raw.startswith(TEXTUAL) else None
    form = kind_of(found, content.raw).name if found else form_of(content.text or "")
    if form:
        return f"it is {form}"
    return f"the file is {content.problem}" if content.text is None else ""


def _proven(said: Told, seen: Prediction, text: str) -> str | None:
    """The language that the first lines prove; None where they leave it to the network."""
    if _is_made_by(seen.language, said, text):
        return None
    if said.kind == SHEBANG:
        is_other = seen.language in said.languages and seen.language not in having(PAGE)
        return seen.language if is_other else said.languages[0]
    language = _likeliest(said.languages, seen)
    if said.kind == MODELINE and seen.language and language in accepted_by(seen.language):
        return None  # `-*- C -*-` stands in many a file of C++, which says no more than that
    return language


def _likeliest(languages: tuple[str, ...], seen: Prediction) -> str | None:
    """The likeliest of some languages; None where the model knows none of several."""
    if len(languages) == 1:
        return languages[0]
    known = [name for name in languages if name in seen.labels]
    return max(known, key=lambda name: seen.logits[seen.labels.index(name)]) if known else None


def _is_made_by(language: str | None, said: Told, text: str) -> bool:
    """Whether a text in `language`, a template, makes what the first lines speak of; a patch may hold any template."""
    of = frozenset(said.languages)
    makers = having(TEMPLATE) | having(MACROS) | ({"PHP"} if of & (having(PAGE) | having(XML)) else set())
    if language is None or language not in makers - of or of & having(HOLDS_ANYTHING):
        return False
    # Scripts hold templates in their strings.
    code = code_of(text, said.languages[0]) if said.kind == SHEBANG else None
    return _has_sign(language, code.code if code else text)


def _has_sign(language: str, text: str) -> bool:
    return not lacks_sign(language, text) and (language in having(MACROS) or re.search(ANY_TAG, text) is not None)
