"""The options of every command, for argparse, and which function each command runs."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from langdetect_hook import __version__, commands
from langdetect_hook.commands.classify import classify
from langdetect_hook.commands.parallel import cores, default_jobs
from langdetect_hook.failure import Failure
from langdetect_hook.files import sources
from langdetect_hook.report import FORMATS, escaped
from langdetect_hook.report.rules import DEFAULT_RULES, RULES

if TYPE_CHECKING:
    from langdetect_hook.network.assets import Model

SUMMARY = "Tells when a file's content is not what its name says."

EXIT_STATUSES = """\
exit status:
  0    nothing found
  1    findings
  2    wrong usage, broken assets, no git repository where one is needed, or a file that cannot be read
  130  interrupted
  141  the reader of the output went away
"""

# Commands that parse their own options (cli.COMMANDS_ELSEWHERE): here only for `--help`.
ELSEWHERE = {
    "corpus": "rebuild the corpus from public packages",
    "evaluate": "measure the model on a corpus",
    "train": "train the model from a corpus",
}


def run(arguments: Sequence[str]) -> int:
    """The exit status of the command in `argv`; wrong usage ends in SystemExit(2), as argparse does it."""
    options = parser().parse_args(arguments)
    run_command = options.run
    return int(run_command(options))


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = Parser(prog="langdetect-hook", description=SUMMARY, epilog=EXIT_STATUSES)
    top.formatter_class = argparse.RawDescriptionHelpFormatter
    top.add_argument("--version", action="version", version=f"langdetect-hook {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    _add_check(commands.add_parser("check", help="check that files are what their names say"))
    _add_classify(commands.add_parser("classify", help="tell the language of files from their content alone"))
    _add_explain(
        commands.add_parser("explain", help="tell why a file is taken for what it is, or what a rule is about")
    )
    _add_languages(commands.add_parser("languages", help="list the languages, their file names and relations"))
    for name, summary in sorted(ELSEWHERE.items()):
        commands.add_parser(name, help=summary)
    return top


class Parser(argparse.ArgumentParser):
    """A parser that reports wrong usage in one sentence, like every other error, and takes no abbreviated options."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        raise Failure(f"{message} (see {self.prog} --help)")


def _add_check(command: argparse.ArgumentParser) -> None:
    command.description = "Check that files are what their names say. Without PATH: what is staged."
    command.add_argument("paths", nargs="*", metavar="PATH", help="a file, a folder, or - for stdin")
    which = command.add_mutually_exclusive_group()
    which.add_argument("--staged", action="store_true", help="the staged content, as it is in the index")
    which.add_argument("--all", action="store_true", help="every tracked file")
    which.add_argument("--files-from", metavar="FILE", help="the paths that FILE lists, one a line; - for stdin")
    command.add_argument("-z", dest="nul", action="store_true", help="the paths in FILE are NUL-separated")
    command.add_argument("--stdin-filename", metavar="NAME", help="what the content of - is called")
    rules: dict[str, Any] = {"metavar": "IDS", "type": _rules, "action": "append", "default": []}
    command.add_argument("--select", **rules, help="only these rules: LD001,LD008 or all")
    command.add_argument("--ignore", **rules, help="not these rules")
    command.add_argument("--exit-zero", action="store_true", help="exit with 0 even if there are findings")
    command.add_argument("--verbose", "-v", action="store_true", help="list every file's verdict")
    _add_format(command)
    _add_assets(command)
    command.add_argument("--jobs", metavar="N", type=_jobs, help="processes to use at most; all: one a core")
    command.set_defaults(run=_check)


def _add_classify(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Tell the language of files from their content alone, never from their names: by first lines that prove it (a "
        "shebang, the head of a patch, a doctype ...), else by the network, where nine of ten such answers are right."
    )
    command.add_argument("paths", nargs="*", metavar="PATH", help="a file, a folder, or - for stdin")
    command.add_argument("--files-from", metavar="FILE", help="the paths that FILE lists, one a line; - for stdin")
    command.add_argument("-z", dest="nul", action="store_true", help="the paths in FILE are NUL-separated")
    _add_format(command)
    _add_assets(command)
    command.set_defaults(run=_classify)


def _add_explain(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Tell why a file is taken for what it is taken for (languages, tokens, the decision, excuses), or what a rule "
        "reports, why, and what to do."
    )
    command.add_argument("path", metavar="FILE|RULE", help="a file, or the id of a rule: LD003 (./LD003 is a file)")
    _add_assets(command)
    command.set_defaults(run=_explain)


def _add_languages(command: argparse.ArgumentParser) -> None:
    command.description = "List the languages: the file names that claim each, what is accepted as its content."
    command.add_argument("--format", choices=("json", "text"), default="text", help="how to say it (default: text)")
    _add_assets(command)
    command.set_defaults(run=_languages)


def _add_format(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=sorted(FORMATS), default="text", help="how to say it (default: text)")


def _add_assets(command: argparse.ArgumentParser) -> None:
    command.add_argument("--assets", metavar="DIR", help="a model of your own, as train wrote it to DIR")


def _check(options: argparse.Namespace) -> int:
    selected = frozenset().union(*options.select) if options.select else DEFAULT_RULES
    rules = selected.difference(*options.ignore)
    if not rules:
        raise Failure("--select and --ignore leave no rule to check")
    checked = _sources_to_check(options)
    if not options.all and commands.is_skipped(_is_about_what_is_staged(options)):
        checked = iter(())
    return commands.check(
        checked,
        options.format,
        options.verbose,
        options.exit_zero,
        rules,
        options.jobs or default_jobs(),
        _model(options),
    )


def _is_about_what_is_staged(options: argparse.Namespace) -> bool:
    return not (options.all or options.paths or options.files_from)


def _model(options: argparse.Namespace) -> Model | None:
    """The model of --assets; None where the bundled one is meant, which is loaded when it is needed."""
    if options.assets is None:
        return None
    from langdetect_hook.network.assets import load

    return load(options.assets)


def _sources_to_check(options: argparse.Namespace) -> Iterator[sources.Source]:
    paths = options.paths
    _require_list_for_nul(options)
    if (options.staged or options.all) and paths:
        raise Failure(f"--{'staged' if options.staged else 'all'} takes no paths")
    if sources.STANDARD_INPUT in paths:
        if len(paths) > 1 or options.stdin_filename is None or options.files_from is not None:
            raise Failure("`check -` needs --stdin-filename NAME and no other path")
        return sources.from_standard_input(options.stdin_filename)
    if options.stdin_filename is not None:
        raise Failure("--stdin-filename needs the path -")
    if options.all:
        return sources.tracked()
    if _is_about_what_is_staged(options):
        return sources.staged()
    return _listed_sources(options)


def _require_list_for_nul(options: argparse.Namespace) -> None:
    if options.nul and options.files_from is None:
        raise Failure("-z needs --files-from")


def _classify(options: argparse.Namespace) -> int:
    _require_list_for_nul(options)
    if options.paths == [sources.STANDARD_INPUT] and options.files_from is None:
        return classify(sources.from_standard_input(sources.STANDARD_INPUT), options.format, _model(options))
    if sources.STANDARD_INPUT in options.paths:
        raise Failure("`classify -` takes no other path")
    if not options.paths and options.files_from is None:
        raise Failure("classify needs a path, - or --files-from (see langdetect-hook classify --help)")
    return classify(_listed_sources(options), options.format, _model(options))


def _listed_sources(options: argparse.Namespace) -> Iterator[sources.Source]:
    if options.files_from is None:
        return sources.from_paths(options.paths)
    if options.paths:
        raise Failure("--files-from takes no paths beside it")
    return sources.from_paths(sources.from_list(options.files_from, options.nul))


def _explain(options: argparse.Namespace) -> int:
    if options.path.upper() in RULES:
        from langdetect_hook.report.pages import page_of

        return commands.print_lines(page_of(options.path.upper()))
    from langdetect_hook.commands.explain import explanation
    from langdetect_hook.files.content import read_file

    try:
        content = read_file(options.path)
    except OSError as error:
        known = f" (the rules are {', '.join(RULES)})" if options.path.upper().startswith("LD") else ""
        raise Failure(f"{options.path}: cannot be read: {sources.reason_of(error)}{known}") from None
    return commands.print_lines(map(escaped, explanation(options.path, content, _model(options))))


def _languages(options: argparse.Namespace) -> int:
    from langdetect_hook.claims import TABLE_PATH, Claims
    from langdetect_hook.commands.languages import languages
    from langdetect_hook.network.assets import LANGUAGE_TABLE

    table = TABLE_PATH if options.assets is None else os.path.join(options.assets, LANGUAGE_TABLE)
    return languages(Claims(table), options.format)


def _rules(text: str) -> frozenset[str]:
    every = frozenset(RULES)
    if text == "all":
        return every
    chosen = frozenset(name.strip().upper() for name in text.split(",") if name.strip())
    if unknown := sorted(chosen - every):
        raise argparse.ArgumentTypeError(f"no rule is called {unknown[0]}: choose from {', '.join(sorted(every))}")
    return chosen


def _jobs(text: str) -> int:
    if text == "all":
        return cores()
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return int(text)
