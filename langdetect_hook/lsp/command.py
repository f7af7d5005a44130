"""The `lsp` command."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from langdetect_hook.commands.help import PURPOSES, Parser, examples_of
from langdetect_hook.report.severities import SEVERITIES


def main(argv: Sequence[str]) -> int:
    """The exit status of serving one editor on standard input and output, to its end."""
    options = parser().parse_args(argv)
    from langdetect_hook.lsp.server import serve

    return serve(options.severity, options.on_change)


def parser() -> argparse.ArgumentParser:
    """The parser of the command's options."""
    command = Parser(prog="langdetect-hook lsp", description=PURPOSES["lsp"], epilog=examples_of("lsp"))
    command.description = (
        "Serve an editor that speaks LSP, on standard streams: what `check` finds, as files are opened and saved."
    )
    command.add_argument("--stdio", action="store_true", help="what is done anyway: some editors ask for it")
    command.add_argument("--on-change", action="store_true", help="check while somebody types as well")
    command.add_argument(
        "--severity", choices=SEVERITIES, default="", help="what every finding is, whatever the configuration says"
    )
    return command
