"""Proof that a text is of a language although parts of it look like the claim.

Most of a text may look like a language that its own is near to; the strings of a program may hold pages, style
sheets and queries; and of data the network is seldom sure, since nearly all of it is words and numbers of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from langdetect_hook.languages import constructs
from langdetect_hook.languages.code import MOST_CHARACTERS
from langdetect_hook.languages.parsers import (
    is_json_beginning,
    is_json_document,
    is_json_lines,
    is_python_module,
    is_settings_in_sections,
    parses_as,
)
from langdetect_hook.languages.traits import TEMPLATE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case


def proves(case: Case, language: str) -> bool:
    """Whether constructs outside strings and comments prove that a text is of `language`, and of no claimed one that it
    is near to."""
    return any(_proves(case, claimed, language) for claimed in case.claim.languages)


def _proves(case: Case, claimed: str, language: str) -> bool:
    text = case.text[:MOST_CHARACTERS]
    if not constructs.may_prove(claimed, language, text):
        return False
    code = case.code_of(claimed)
    left = code.left(False) if code is not None else text
    return constructs.proves(claimed, language, text, left, case.model.thresholds.proof_constructs)


def is_whole(case: Case, language: str) -> bool:
    """Whether the whole text parses as what hardly any text of another language is by chance: a module of Python, a
    document of JSON, or one a line, a table, settings in sections. Of JSON the beginning is enough. A template may make
    any of them."""
    parses = _PARSERS.get(language)
    if parses is None or case.claim.template or case.claim.has(TEMPLATE):
        return False
    if not case.content.complete and parses is not _is_json:
        return False
    return case.once(f"is wholly {language}", lambda: parses(case.text[: case.content.head]))


def _is_json(text: str) -> bool:
    return is_json_document(text) or is_json_lines(text) or is_json_beginning(text)


def _is_table(text: str) -> bool:
    return parses_as(("CSV",), text, 0) is not None


_PARSERS: dict[str, Callable[[str], bool]] = {
    "CSV": _is_table,
    "INI": is_settings_in_sections,
    "JSON": _is_json,
    "Python": is_python_module,
    "TOML": is_settings_in_sections,
}
