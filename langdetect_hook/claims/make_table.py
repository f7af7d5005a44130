"""The program that writes model_assets/languages.tsv, the table that `claims` reads, from pygments' lexer table and the
hand-written ones.

Run `python -m langdetect_hook.claims.make_table` after a change of `names_table` or `languages`; it also renews the
checksum of the table in model.tsv.
"""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, NamedTuple

import pygments
from pygments.lexers import get_all_lexers

from langdetect_hook.claims import ALL, ALL_BUT, OWN_LANGUAGE, TABLE_PATH
from langdetect_hook.claims.marks import MARKS
from langdetect_hook.claims.names_table import NAMES, NOTES
from langdetect_hook.claims.pygments_lexers import LEXERS
from langdetect_hook.claims.template_suffixes import TEMPLATES
from langdetect_hook.claims.vouching import renew
from langdetect_hook.languages import LANGUAGE_OF, having
from langdetect_hook.languages.accepts import accepted_by, names_in
from langdetect_hook.languages.traits import TEMPLATE, TRAITS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

# languages claimed, languages that are fine without being claimed, reason
Row = tuple[tuple[str, ...], tuple[str, ...], str]


class OwnLanguage(NamedTuple):
    """A language that a user adds to the table: the patterns that claim it, and what else is fine as content."""

    name: str
    patterns: tuple[str, ...]
    accepts: tuple[str, ...] = ()


def expanded(pattern: str) -> list[str]:
    """The patterns that a pattern with a bracket stands for: `*.php[345]` is three."""
    bracket = re.search(r"\[([^]]+)\]", pattern)
    if not bracket:
        return [pattern]
    low, dash, high = bracket[1].partition("-")
    characters = [chr(code) for code in range(ord(low), ord(high) + 1)] if dash else list(bracket[1])
    return [pattern[: bracket.start()] + character + pattern[bracket.end() :] for character in characters]


def is_usable(pattern: str) -> bool:
    """Whether the pattern is `*.ext`, a full name or `name.*`; template suffixes are stripped."""
    suffix = "." + pattern.rpartition(".")[2]
    plain = pattern.removeprefix("*.").removesuffix(".*")
    return "*" not in plain and suffix not in dict(TEMPLATES)


def patterns_of_pygments() -> dict[str, set[str]]:
    """Pattern (suffixes in lower case) -> languages, from pygments' lexer table."""
    renamed = {lexer: language for lexer, language, _ in LEXERS}
    claimed: dict[str, set[str]] = {}
    for lexer, _, patterns, _ in get_all_lexers(plugins=False):
        language = renamed.get(lexer, lexer)
        for pattern in (one for bracketed in patterns for one in expanded(bracketed)):
            if language and is_usable(pattern):
                key = pattern.lower() if pattern.startswith("*") else pattern  # BUILD is Bazel's, build a script
                claimed.setdefault(key, set()).add(language)
    return claimed


def claims_from_sources(own: Sequence[OwnLanguage] = ()) -> dict[str, Row]:
    """Pattern -> row; an entry of NAMES replaces what pygments says, a user's own language replaces both."""
    rows: dict[str, Row] = {
        pattern: (tuple(sorted(languages)), (), NOTES[pattern].reason if pattern in NOTES else "pygments")
        for pattern, languages in patterns_of_pygments().items()
        if pattern.lower() not in NAMES
    }
    for pattern, entry in NAMES.items():
        rows[pattern] = (tuple(names_in(entry.claimed)), tuple(names_in(entry.fine)), entry.reason)
    return {**_without(rows, own), **_rows_of(own)}


def _rows_of(own: Sequence[OwnLanguage]) -> dict[str, Row]:
    claimed: dict[str, tuple[str, ...]] = {}
    for language in own:
        for pattern in language.patterns:
            claimed[pattern] = (*claimed.get(pattern, ()), language.name)
    return {pattern: (names, (), OWN_LANGUAGE) for pattern, names in claimed.items()}


def _without(rows: dict[str, Row], own: Sequence[OwnLanguage]) -> dict[str, Row]:
    """The rows whose patterns, in whatever case, no language of a user's own has."""
    replaced = {pattern.lower() for language in own for pattern in language.patterns}
    return {pattern: row for pattern, row in rows.items() if pattern.lower() not in replaced}


def table_text(labels: Collection[str] | None = None, own: Sequence[OwnLanguage] = ()) -> str:
    """The content of the file: its sources, accepted languages, traits, template suffixes, marks, patterns.

    `labels`: of the model that it lies with (default: all languages of the table); names that claim others claim
    something that the model does not cover. `own`: languages that the table lacks.
    """
    rows = claims_from_sources(own)
    accepted = {name: _accepted_by(name, own) for name in LANGUAGE_OF} | {one.name: one.accepts for one in own}
    covered = [name for name in accepted if labels is None or name in labels]
    lines = [f"# written by python -m langdetect_hook.claims.make_table, with pygments {pygments.__version__}"]
    lines += [f"/={name}\t{','.join(sorted(accepted[name]))}" for name in covered]
    lines += [f"/+{trait}\t{','.join(sorted(having(trait)))}" for trait in sorted(TRAITS)]
    lines += [f"/~{suffix}\t{','.join(sorted(having(TEMPLATE)))}" for suffix, _ in TEMPLATES]
    marks: dict[str, list[str]] = {}
    for pattern, language, mark in MARKS:
        if pattern in rows and language not in rows[pattern][0]:
            continue  # an own language has taken the pattern
        marks.setdefault(pattern, []).append(f"{language}={mark}")
    lines += ["\t".join(("/!" + pattern, *known)) for pattern, known in marks.items()]
    for pattern, (claimed, fine, reason) in sorted(rows.items()):
        lines.append("\t".join((pattern, ",".join(claimed), _cell(fine), reason)))
    return "\n".join(lines) + "\n"


def _cell(fine: Sequence[str]) -> str:
    """The languages that are fine under a name; of most, those that are not."""
    excepted = [name for name in LANGUAGE_OF if name not in fine]
    if len(excepted) > len(fine):
        return ",".join(fine)
    return ALL_BUT + ",".join(excepted) if excepted else ALL


def _accepted_by(name: str, own: Sequence[OwnLanguage]) -> frozenset[str]:
    """What a language of the table accepts: one that accepts all others also accepts a user's own."""
    accepted = accepted_by(name)
    return accepted.union(one.name for one in own) if len(accepted) == len(LANGUAGE_OF) - 1 else accepted


def labels_of_the_model() -> list[str]:
    """The labels of the model that the table lies with. A language of the table that is none of them is not covered:
    before it is trained, no file of it can look like its name."""
    with open(os.path.join(os.path.dirname(TABLE_PATH), "labels.tsv"), encoding="utf-8") as stream:
        return [line.partition("\t")[0] for line in stream.read().splitlines()[1:]]


def main() -> int:
    """The exit status of the program, which writes the table."""
    with open(TABLE_PATH, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(table_text(labels_of_the_model()))
    renew(os.path.dirname(TABLE_PATH), os.path.basename(TABLE_PATH))
    return 0


if __name__ == "__main__":
    sys.exit(main())
