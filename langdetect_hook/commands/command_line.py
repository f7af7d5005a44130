"""The command line as data, read off argparse's parsers: what completions and the manual page are written from."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import NamedTuple

from langdetect_hook.report.rules import RULES

FILES = "files"
# What can stand for a value, by the word that `--help` has for it; for all others nobody knows.
_VALUES: dict[str, tuple[str, ...] | str] = {
    "CORPUS": FILES,
    "DIR": FILES,
    "FILE": FILES,
    "FILE|RULE": FILES,
    "IDS": (*RULES, "all"),
    "MANIFEST": FILES,
    "OUT": FILES,
    "PATH": FILES,
}


class Option(NamedTuple):
    """An option, or, without `names`, an argument: what `value` is called ("": it takes none), whether it may be left
    out or come `again`, and the words or FILES that it can be."""

    names: tuple[str, ...]
    purpose: str
    value: str
    values: tuple[str, ...] | str
    optional: bool
    again: bool


class Command(NamedTuple):
    """A command; "" is what stands before all of them."""

    name: str
    purpose: str
    options: tuple[Option, ...]
    arguments: tuple[Option, ...]
    epilog: str = ""


def command_of(name: str, parser: argparse.ArgumentParser) -> Command:
    """The command that a parser reads."""
    found = [option for action in parser._actions for option in _option(action)]
    options = tuple(option for option in found if option.names)
    arguments = tuple(option for option in found if not option.names)
    return Command(name, parser.description or "", options, arguments, parser.epilog or "")


def parsers_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parsers of the commands behind a parser, by their names."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _option(action: argparse.Action) -> Iterator[Option]:
    if isinstance(action, argparse._SubParsersAction):
        return
    takes = action.nargs != 0
    value = str(action.metavar or ("|".join(action.choices) if action.choices else action.dest)) if takes else ""
    values = tuple(map(str, action.choices)) if action.choices else _VALUES.get(value, ())
    again = action.nargs == "*" or isinstance(action, argparse._AppendAction)
    yield Option(
        tuple(sorted(action.option_strings, key=len)),
        (action.help or "") % vars(action),
        value,
        values,
        action.nargs == "*",
        again,
    )
