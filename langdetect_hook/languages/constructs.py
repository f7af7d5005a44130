"""Constructs: what stands in a text settles what counting tokens cannot.

The patterns stand in the entries of the languages; here is how they are asked.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from langdetect_hook.languages import LANGUAGE_OF, members
from langdetect_hook.languages.accepts import names_in
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.openings import opened
from langdetect_hook.languages.searched import searched, stands_in


def needs_construct(claimed: tuple[str, ...], language: str, code: str) -> bool:
    """Whether content that looks like `language` under a name that claims `claimed` lacks the construct that would
    prove it; `code` is the content without strings and comments. Also true where something contradicts it."""
    for name in claimed:
        construct = construct_against(name, language)
        if construct and (not stands_in(code, construct.pattern) or _is_denied(construct, code)):
            return True
    return False


def is_told_from(claimed: str, language: str, text: str) -> bool:
    """Whether a construct stands in a text that `language` has and `claimed` has not, outside the strings and comments
    of `language`."""
    construct = construct_against(claimed, language)
    if construct is None or not stands_in(text, construct.pattern):
        return False
    from langdetect_hook.languages.code import code_of

    code = code_of(text, language)
    return not needs_construct((claimed,), language, code.code if code else text)


@cache
def construct_against(claimed: str, language: str) -> Construct | None:
    """What must stand in content of `language` under a name of `claimed`; None where the network is enough."""
    known = LANGUAGE_OF.get(language)
    constructs = known.told_apart if known else ()
    return next((construct for construct in constructs if claimed in names_in(construct.against)), None)


@cache
def decisive_against(language: str) -> tuple[str, ...]:
    """The languages of which one construct is enough in a text that looks like `language`."""
    constructs = ((name, construct_against(language, name)) for name in LANGUAGE_OF)
    return tuple(name for name, construct in constructs if construct and construct.decisive)


def may_prove(claimed: str, language: str, text: str) -> bool:
    """Whether a construct that is part of a proof of `language` against `claimed` stands anywhere in `text`: most texts
    have none, and need no lexer."""
    construct = construct_against(claimed, language)
    return bool(construct and construct.proof) and _count(construct, text, 1) > 0  # type: ignore[arg-type]


def proves(claimed: str, language: str, text: str, code: str, least: int) -> bool:
    """Whether `text`, which is `code` without its strings and comments, has `least` constructs of `language` that
    `claimed` lacks; not where something contradicts it, or where the file says what it is."""
    construct = construct_against(claimed, language)
    if construct is None or not construct.proof or _count(construct, code, least) < least:
        return False
    return not _is_denied(construct, code) and not holder((claimed,), text)


def _count(construct: Construct, code: str, most: int) -> int:
    """How many constructs of a proof stand in a text, counted up to `most`."""
    return len(list(islice(re.finditer(construct.proof, searched(code), re.MULTILINE), most)))


def _is_denied(construct: Construct, code: str) -> bool:
    return bool(construct.unless) and stands_in(code, construct.unless)


def settled(claimed: tuple[str, ...], language: str, text: str) -> str | None:
    """The claimed language that its mark in the text, or how it opens, settles, unless content like `language` has such
    marks as well."""
    for name in claimed:
        known = LANGUAGE_OF.get(name)
        if known and any(question(known, language, text) for question in (_is_marked, _carries, _opens)):
            return name
    return None


def _is_marked(known: Language, language: str, text: str) -> bool:
    if not known.mark or language in members(known.mark_shared_by):
        return False
    return stands_in(text, known.mark)


def _opens(known: Language, language: str, text: str) -> bool:
    """Whether a text opens as none but the claimed language does."""
    if not known.opens or language in members(known.mark_shared_by):
        return False
    return opened(text)[0] == (known.name,)


def _carries(known: Language, language: str, text: str) -> bool:
    return language in members(known.carries) and re.match(known.begins, searched(text)) is not None


def holder(claimed: tuple[str, ...], text: str) -> str | None:
    """The claimed language in which the text, as it shows, holds another file, or None."""
    for name in claimed:
        known = LANGUAGE_OF.get(name)
        if known and known.holds and stands_in(text, known.holds):
            return name
    return None
