"""`langdetect-hook languages`: the languages of a model, the file names that claim each, and what is accepted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from langdetect_hook.commands import print_lines
from langdetect_hook.languages import LANGUAGE_OF

if TYPE_CHECKING:
    from langdetect_hook.claims import Claims


def languages(claims: Claims, format_name: str) -> int:
    """The exit status of listing the languages of a table of claims."""
    rows = language_rows(claims)
    if format_name == "json":
        return print_lines(iter([json.dumps(rows, indent=1)]))
    return print_lines(_line(row) for row in rows)


def language_rows(claims: Claims) -> list[dict[str, Any]]:
    """What the command prints: one dict a language that the model covers, in the order of their names.

    Keys: `name`; `alias`, pygments' short name or None; `primary`, the extension or the name that a file would best be
    given; `patterns`, the file names that claim it; `accepts`, languages tolerated as its content; `family`, languages
    that share one of its patterns (also ones that the model does not cover). All lists are sorted.
    """
    accepted = {key[2:]: rest for key, rest in claims.table().items() if key.startswith("/=")}
    patterns: dict[str, list[str]] = {name: [] for name in accepted}
    family: dict[str, set[str]] = {name: set() for name in accepted}
    for pattern, claimed in claims.patterns():
        for name in accepted.keys() & claimed:
            patterns[name].append(pattern)
            family[name].update(claimed)
    return [
        {
            "name": name,
            "alias": (LANGUAGE_OF[name].alias or None) if name in LANGUAGE_OF else None,
            "primary": LANGUAGE_OF[name].primary if name in LANGUAGE_OF else _primary(patterns[name]),
            "patterns": sorted(patterns[name]),
            "accepts": sorted(filter(None, accepted[name].split(","))),
            "family": sorted(family[name] - {name}),
        }
        for name in sorted(accepted)
    ]


def _primary(patterns: list[str]) -> str:
    """The extension or name of a language of one's own: of its patterns the first extension, or else the first."""
    extensions = [pattern[1:] for pattern in patterns if pattern.startswith("*")]
    return [*extensions, *patterns, ""][0]


def _line(row: dict[str, Any]) -> str:
    parts = [f"{row['name']}: {' '.join(row['patterns'])}"]
    parts += [f"{key} {', '.join(row[key])}" for key in ("accepts", "family") if row[key]]
    return "; ".join(parts)
