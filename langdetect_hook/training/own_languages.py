"""Languages of a user's own: the rows of `train --names FILE`, for what the built-in table lacks."""

from __future__ import annotations

import re

from langdetect_hook.claims.make_table import OwnLanguage, is_usable
from langdetect_hook.failure import Failure
from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.languages.accepts import names_in
from langdetect_hook.network import NONE_OF_THESE
from langdetect_hook.training.corpus import folder_name

# Tables and messages separate names by commas and tabs.
_NAME = re.compile(r"[^\W_][^,\t/\\]*")
_PATTERN = re.compile(r"(?:\*\.)?[^*/\\\s]+")


def read_own_languages(path: str) -> tuple[OwnLanguage, ...]:
    """The languages in a file of rows <name> TAB <patterns, between spaces> [TAB <accepted languages, between commas>].

    Empty lines and lines that begin with # are skipped. Failure: a row that makes no sense, or none at all.
    """
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().splitlines()
    except UnicodeDecodeError:
        raise Failure(f"--names {path} is not UTF-8 text") from None
    found = [
        _language(line, f"--names {path}, line {number}")
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    ]
    if not found:
        raise Failure(f"--names {path} has no row: a name, a tab and patterns like *.ext are expected")
    folders = {folder_name(name): name for name in (*LANGUAGE_OF, NONE_OF_THESE)}
    for language in found:
        if folder_name(language.name) in folders:
            raise Failure(f"--names {path} names {language.name}, which has a row already")
        folders[folder_name(language.name)] = language.name
    for language in found:
        for name in language.accepts:
            if name not in folders.values():
                raise Failure(f"--names {path} lets {language.name} accept {name}, which is no language that is known")
    return tuple(found)


def _language(line: str, place: str) -> OwnLanguage:
    name, *others = [cell.strip() for cell in line.split("\t")]
    if not _NAME.fullmatch(name) or not 1 <= len(others) <= 2 or not others[0]:
        raise Failure(f"{place}: a name, a tab and patterns like *.ext are expected")
    patterns = tuple(others[0].split())
    for pattern in patterns:
        if not _PATTERN.fullmatch(pattern) or not is_usable(pattern):
            raise Failure(f"{place}: {pattern} is neither like *.ext nor a whole file name")
    return OwnLanguage(name, patterns, tuple(names_in(others[1])) if len(others) == 2 else ())
