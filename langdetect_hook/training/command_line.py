"""Write what is shipped beside the command: completions for shells, and the manual page.

    python -m langdetect_hook.training.command_line

It stands here because the options of `train` need what `train` needs.
"""

from __future__ import annotations

import re
from pathlib import Path

from langdetect_hook import __version__
from langdetect_hook.commands import completions, options
from langdetect_hook.commands.command_line import Command, command_of, parsers_of
from langdetect_hook.commands.man_page import man_page
from langdetect_hook.commands.shells import WRITERS

CHECKOUT = Path(__file__).resolve().parent.parent.parent
MAN_PAGE = CHECKOUT / "docs" / "langdetect-hook.1"


def main() -> int:
    """Write all files anew."""
    for path, text in written().items():
        path.write_text(text, encoding="utf-8")
    return 0


def written() -> dict[Path, str]:
    """The text of each file, by where it stands."""
    top, commands = command_of("", options.parser()), whole_command_line()
    folder = Path(completions.FOLDER)
    texts = {folder / completions.FILES[shell]: write(top, commands) for shell, write in WRITERS.items()}
    return {**texts, MAN_PAGE: man_page(top, commands, __version__, released())}


def whole_command_line() -> list[Command]:
    """Every command with all its options, those of the commands that parse their own among them."""
    from langdetect_hook.lsp import command as lsp
    from langdetect_hook.training import evaluate
    from langdetect_hook.training import options as train
    from langdetect_hook.training.corpus_builder import command as corpus

    elsewhere = {"corpus": corpus.parser(), "evaluate": evaluate.parser(), "lsp": lsp.parser(), "train": train.parser()}
    parsers = {**parsers_of(options.parser()), **elsewhere}
    return [command_of(name, parser) for name, parser in parsers.items()]


def released() -> str:
    """The date of the version, which the changelog has."""
    page = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
    dates = re.findall(r"^## \[([^]]+)\] - (\S+)$", page, re.MULTILINE)
    return dict(dates).get(__version__, "")


if __name__ == "__main__":
    raise SystemExit(main())
