"""The manual page langdetect-hook(1), written from the command line as data, in roff with the macros of man(7)."""

from __future__ import annotations

from collections.abc import Iterable

from langdetect_hook.commands.command_line import Command, Option
from langdetect_hook.commands.help import EXIT_STATUSES, SUMMARY

DESCRIPTION = (
    "It reads the content of each file and compares it with what the name claims: by a few exact rules, and by a small "
    "neural network that it brings along. It says nothing of nearly every file. A finding is a line with path, line "
    "and column, the id of a rule, what was seen and what was expected; below it stands what to do. As a hook it stops "
    "the commit of a file that is not what its name says."
)
ENVIRONMENT = {
    "SKIP": "Hooks that a commit is to pass without once, between commas: langdetect-hook is this one.",
    "NO_COLOR, FORCE_COLOR": "No colors at a terminal, or colors everywhere.",
    "LANGDETECT_HOOK_TRACEBACK": "Where it is set, an error shows where it comes from.",
}
FILES = {
    ".langdetect-hook.toml, pyproject.toml, setup.cfg": "The configuration; langdetect-hook config shows what counts.",
    ".langdetect-baseline": "The findings that are known, as langdetect-hook baseline writes them.",
    ".gitattributes": "linguist-language=NAME says what a file is, -langdetect that nothing is to be said of it.",
}


def man_page(top: Command, commands: Iterable[Command], version: str, date: str) -> str:
    """The page of a version that was released on a date, like 2026-11-26."""
    parts = [
        f'.TH LANGDETECT\\-HOOK 1 "{date}" "langdetect-hook {version}" "User Commands"\n',
        _section("NAME", f"langdetect\\-hook \\- {_escaped(SUMMARY[0].lower() + SUMMARY[1:].rstrip('.'))}\n"),
        _section("SYNOPSIS", _synopsis("", "COMMAND ...")),
        _section("DESCRIPTION", _escaped(DESCRIPTION) + "\n"),
        _section("OPTIONS", "".join(map(_option, top.options))),
        _section("COMMANDS", "".join(map(command_block, commands))),
        _section("EXIT STATUS", "".join(_item(*row.split(None, 1)) for row in EXIT_STATUSES.splitlines()[1:])),
        _section("ENVIRONMENT", "".join(_item(*row) for row in ENVIRONMENT.items())),
        _section("FILES", "".join(_item(*row) for row in FILES.items())),
        _section("SEE ALSO", ".BR git (1),\n.BR gitattributes (5),\n.BR githooks (5)\n"),
    ]
    return '.\\" By python -m langdetect_hook.training.command_line: not written by hand.\n' + "".join(parts)


def command_block(command: Command) -> str:
    """The part of a command: its synopsis, what it does, options, examples."""
    arguments = " ".join(map(_argument, command.arguments))
    rows = "".join(map(_option, (*command.arguments, *command.options)))
    return (
        f".SS {command.name}\n"
        f"{_synopsis(command.name, f'[OPTION ...] {arguments}'.strip())}"
        f".PP\n{_escaped(command.purpose)}\n{rows}{_examples(command.epilog)}"
    )


def _synopsis(name: str, rest: str) -> str:
    return f".B langdetect\\-hook{' ' + name if name else ''}\n{_escaped(rest)}\n"


def _argument(argument: Option) -> str:
    shown = f"{argument.value} ..." if argument.again else argument.value
    return f"[{shown}]" if argument.optional else shown


def _option(option: Option) -> str:
    names = ", ".join(f"\\fB{_escaped(name)}\\fR" for name in option.names)
    shown = " ".join(filter(None, (names, f"\\fI{_escaped(option.value)}\\fR" if option.value else "")))
    return f".TP\n{shown}\n{_escaped(option.purpose)}\n"


def _examples(epilog: str) -> str:
    parts = [_paragraph(part) for part in epilog.rstrip("\n").split("\n\n")]
    return "".join(parts)


def _paragraph(part: str) -> str:
    title, *lines = part.splitlines()
    if not lines:
        return f".PP\n{_escaped(title)}\n"
    return f".PP\n{_escaped(title)}\n.PP\n.nf\n" + "".join(f"{_escaped(line)}\n" for line in lines) + ".fi\n"


def _section(title: str, body: str) -> str:
    return f".SH {title}\n{body}"


def _item(name: str, text: str) -> str:
    return f".TP\n\\fB{_escaped(name)}\\fR\n{_escaped(text)}\n"


def _escaped(text: str) -> str:
    """The text as roff prints it: a hyphen that can be copied, and no request where a line begins with a dot."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
    return f"\\&{text}" if text.startswith(".") else text
