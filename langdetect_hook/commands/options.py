"""The options of every command, for argparse, and which function each command runs."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from langdetect_hook import __version__, commands
from langdetect_hook.commands.completions import FILES as COMPLETIONS
from langdetect_hook.commands.help import EXIT_STATUSES, PURPOSES, SUMMARY, Parser, examples_of
from langdetect_hook.commands.jobs import cores, default_jobs
from langdetect_hook.configuration import table
from langdetect_hook.configuration.settings import Settings, effective
from langdetect_hook.configuration.table import BY_KEY, SETTINGS, Setting
from langdetect_hook.failure import Failure
from langdetect_hook.files import sources
from langdetect_hook.report import CHECK_FORMATS, FORMATS, STATISTICS, line_of
from langdetect_hook.report.rules import RULES

if TYPE_CHECKING:
    from langdetect_hook.network.assets import Model

# Commands that parse their own options (cli.COMMANDS_ELSEWHERE): here only for `--help`.
ELSEWHERE = ("corpus", "evaluate", "lsp", "train")


def run(arguments: Sequence[str]) -> int:
    """The exit status of the command in `argv`; wrong usage ends in SystemExit(2), as argparse does it."""
    options = parser().parse_args(arguments)
    run_command = options.run
    return int(run_command(options))


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = Parser(prog="langdetect-hook", description=SUMMARY, epilog=f"{examples_of('')}\n{EXIT_STATUSES}")
    top.add_argument("--version", action="version", version=f"langdetect-hook {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    for name, purpose in PURPOSES.items():
        command = commands.add_parser(name, help=purpose, epilog=examples_of(name))
        if name not in ELSEWHERE:
            _OPTIONS[name](command)
    return top


def _add_check(command: argparse.ArgumentParser) -> None:
    command.description = "Check that files are what their names say. Without PATH: what is staged."
    command.add_argument("paths", nargs="*", metavar="PATH", help="a file, a folder, or - for stdin")
    which = command.add_mutually_exclusive_group()
    which.add_argument("--staged", action="store_true", help="the staged content, as it is in the index")
    which.add_argument("--all", action="store_true", help="every tracked file")
    which.add_argument(
        "--since",
        metavar="REF",
        help="what the last commit has changed since REF, a branch perhaps, and it went different ways",
    )
    which.add_argument("--files-from", metavar="FILE", help="the paths that FILE lists, one a line; - for stdin")
    command.add_argument("-z", dest="nul", action="store_true", help="the paths in FILE are NUL-separated")
    command.add_argument("--stdin-filename", metavar="NAME", help="what the content of - is called")
    command.add_argument("--exit-zero", action="store_true", help="exit with 0 even if there are findings")
    command.add_argument("--verbose", "-v", action="store_true", help="list every file's verdict")
    command.add_argument("--fix", action="store_true", help="give files the name of their content; try --dry-run first")
    command.add_argument("--dry-run", action="store_true", help="of --fix: only tell what would be renamed")
    command.add_argument("--in-hook", action="store_true", help="of --fix: also where pre-commit calls")
    _add_format(command, CHECK_FORMATS)
    command.add_argument("--output", metavar="FILE", default="", help="write there, whole or not at all")
    command.add_argument("--statistics", action="store_true", help="only the numbers of findings, by rule and folder")
    _add_settings(command, *(setting.key for setting in SETTINGS if setting.option))
    command.add_argument("--no-baseline", action="store_true", help="findings in the baseline count as well")
    command.add_argument("--jobs", metavar="N", type=_jobs, help="processes to use at most; all: one a core")
    command.set_defaults(run=_check)


def _add_baseline(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Write the present findings to the baseline, so that only new ones fail. Without PATH: of all tracked files."
    )
    command.add_argument("paths", nargs="*", metavar="PATH", help="a file or a folder")
    command.add_argument("--prune", action="store_true", help="add nothing, drop what is not found any more")
    _add_settings(command, *(setting.key for setting in SETTINGS if setting.option))
    command.add_argument("--jobs", metavar="N", type=_jobs, help="processes to use at most; all: one a core")
    command.set_defaults(run=_baseline)


def _add_completion(command: argparse.ArgumentParser) -> None:
    command.description = "Print what makes a shell complete commands, options and files."
    command.add_argument("shell", choices=sorted(COMPLETIONS), help="the shell that is to complete")
    command.set_defaults(run=_completion)


def _add_config(command: argparse.ArgumentParser) -> None:
    command.description = "Show the configuration that counts in this folder, each key with who says so."
    command.add_argument("--schema", action="store_true", help="print its JSON schema instead, for editors")
    _add_settings(command)
    command.set_defaults(run=_config)


def _add_classify(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Tell the language of files from their content alone, never from their names: by first lines that prove it (a "
        "shebang, the head of a patch, a doctype ...), else by the network, where nine of ten such answers are right."
    )
    command.add_argument("paths", nargs="*", metavar="PATH", help="a file, a folder, or - for stdin")
    command.add_argument("--files-from", metavar="FILE", help="the paths that FILE lists, one a line; - for stdin")
    command.add_argument("-z", dest="nul", action="store_true", help="the paths in FILE are NUL-separated")
    _add_format(command)
    _add_settings(command, "assets")
    command.set_defaults(run=_classify)


def _add_explain(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Tell why a file is taken for what it is taken for (languages, tokens, the decision, excuses), or what a rule "
        "reports, why, and what to do."
    )
    command.add_argument("path", metavar="FILE|RULE", help="a file, or the id of a rule: LD003 (./LD003 is a file)")
    _add_settings(command, "assets")
    command.set_defaults(run=_explain)


def _add_languages(command: argparse.ArgumentParser) -> None:
    command.description = "List the languages: the file names that claim each, what is accepted as its content."
    command.add_argument("--format", choices=("json", "text"), default="text", help="how to say it (default: text)")
    _add_settings(command, "assets")
    command.set_defaults(run=_languages)


def _add_format(command: argparse.ArgumentParser, formats: Iterable[str] = FORMATS) -> None:
    command.add_argument("--format", choices=sorted(formats), default="text", help="how to say it (default: text)")


_OPTIONS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "baseline": _add_baseline,
    "check": _add_check,
    "classify": _add_classify,
    "completion": _add_completion,
    "config": _add_config,
    "explain": _add_explain,
    "languages": _add_languages,
}

# How an option reads a value of each kind; those of a list may come several times.
_OF_KIND: dict[str, dict[str, Any]] = {
    table.COUNT: {"metavar": "N"},
    table.GLOBS: {"metavar": "GLOB", "action": "append"},
    table.PATH: {"metavar": "PATH"},
    table.RULES: {"metavar": "IDS", "action": "append"},
}


def _add_settings(command: argparse.ArgumentParser, *keys: str) -> None:
    """Add the options of these keys of the configuration, and those that say which configuration counts."""
    for key in keys:
        setting = BY_KEY[key]
        purpose = setting.purpose[0].lower() + setting.purpose[1:].rstrip(".")
        form = {"type": _type_of(setting), **_OF_KIND[setting.kind]}
        command.add_argument(f"--{key}", dest=f"{_GIVEN}{key}", help=purpose, **form)
    which = command.add_mutually_exclusive_group()
    which.add_argument("--config", metavar="FILE", help="the configuration, instead of the nearest one")
    which.add_argument("--isolated", action="store_true", help="no configuration and no baseline that is only found")


_GIVEN = "setting "


def _type_of(setting: Setting) -> Callable[[str], Any]:
    from langdetect_hook.configuration.reading import Wrong, verified_option

    def read(text: str) -> Any:
        try:
            return verified_option(setting.kind, text)
        except Wrong as wrong:
            raise argparse.ArgumentTypeError(str(wrong)) from None

    return read


def _settings(options: argparse.Namespace) -> Settings:
    """The settings that the command line, its configuration and the defaults amount to."""
    given: dict[str, Any] = {}
    for name, value in vars(options).items():
        if name.startswith(_GIVEN) and value is not None:
            key = name.removeprefix(_GIVEN)
            given[key] = tuple(chain.from_iterable(value)) if isinstance(value, list) else value
    return effective(given, options.config, options.isolated)


def _check(options: argparse.Namespace) -> int:
    from langdetect_hook.commands import checking

    settings = _settings(options)
    if options.no_baseline:
        settings.values["baseline"] = ""
    if options.statistics and options.format != "text":
        raise Failure("--statistics has a format of its own: leave --format out")
    if options.fix or options.dry_run:
        return _fix(options, settings)
    wanted = checking.Wanted(
        STATISTICS if options.statistics else options.format,
        options.output,
        options.verbose,
        options.exit_zero,
        options.all,
        _is_streamed(options),
    )
    checked = _sources_to_check(options)
    if not options.all and commands.is_skipped(_is_about_what_is_staged(options)):
        checked = iter(())
    return checking.check(checked, settings, wanted, options.jobs or default_jobs())


def _fix(options: argparse.Namespace, settings: Settings) -> int:
    from langdetect_hook.commands.fixing import fix

    if not options.fix:
        raise Failure("--dry-run needs --fix")
    if not (options.all or options.paths or options.files_from) or sources.STANDARD_INPUT in options.paths:
        raise Failure("--fix renames files of the working tree: name them, or --all")
    if options.format != "text" or options.output or options.statistics:
        raise Failure("--fix tells what it renames as text: leave --format, --output and --statistics out")
    if "PRE_COMMIT" in os.environ and not options.in_hook:
        raise Failure("--fix renames files: in pre-commit, use the hook langdetect-hook-fix")
    return fix(_sources_to_check(options), settings, options.dry_run, options.jobs or default_jobs())


def _is_about_what_is_staged(options: argparse.Namespace) -> bool:
    return not (options.all or options.paths or options.files_from) and options.since is None


def _baseline(options: argparse.Namespace) -> int:
    from langdetect_hook.commands import checking

    found = sources.from_paths(options.paths) if options.paths else sources.tracked()
    jobs = options.jobs or default_jobs()
    return checking.write_baseline(found, _settings(options), options.prune, not options.paths, jobs)


def _config(options: argparse.Namespace) -> int:
    from langdetect_hook.commands.config import schema_lines, settings_lines

    return commands.print_lines(schema_lines() if options.schema else settings_lines(_settings(options)))


def _completion(options: argparse.Namespace) -> int:
    from langdetect_hook.commands.completions import completion_for

    return commands.print_lines(iter(completion_for(options.shell).splitlines()))


def _model(settings: Settings) -> Model | None:
    """The model of the settings; None where the bundled one is meant, which is loaded when it is needed."""
    folder = settings.path_of("assets")
    if not folder:
        return None
    from langdetect_hook.network.assets import load

    return load(folder)


def _sources_to_check(options: argparse.Namespace) -> Iterator[sources.Source]:
    paths = options.paths
    _require_list_for_nul(options)
    if paths and (option := next((name for name in ("staged", "all", "since") if getattr(options, name)), "")):
        raise Failure(f"--{option} takes no paths")
    if sources.STANDARD_INPUT in paths:
        if len(paths) > 1 or options.stdin_filename is None or options.files_from is not None:
            raise Failure("`check -` needs --stdin-filename NAME and no other path")
        return sources.from_standard_input(options.stdin_filename)
    if options.stdin_filename is not None:
        raise Failure("--stdin-filename needs the path -")
    if options.all:
        return sources.tracked()
    if options.since is not None:
        return sources.since(options.since)
    if _is_about_what_is_staged(options):
        return sources.staged()
    return _listed_sources(options)


def _require_list_for_nul(options: argparse.Namespace) -> None:
    if options.nul and options.files_from is None:
        raise Failure("-z needs --files-from")


def _classify(options: argparse.Namespace) -> int:
    from langdetect_hook.commands.classify import classify

    _require_list_for_nul(options)
    if options.paths == [sources.STANDARD_INPUT] and options.files_from is None:
        return classify(sources.from_standard_input(sources.STANDARD_INPUT), options.format, _model(_settings(options)))
    if sources.STANDARD_INPUT in options.paths:
        raise Failure("`classify -` takes no other path")
    if not options.paths and options.files_from is None:
        raise Failure("classify needs a path, - or --files-from (see langdetect-hook classify --help)")
    return classify(_listed_sources(options), options.format, _model(_settings(options)), _is_streamed(options))


def _is_streamed(options: argparse.Namespace) -> bool:
    return bool(options.files_from == sources.STANDARD_INPUT)


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
    from langdetect_hook.network.assets import load

    settings = _settings(options)
    try:
        content = read_file(options.path)
    except OSError as error:
        known = f" (the rules are {', '.join(RULES)})" if options.path.upper().startswith("LD") else ""
        raise Failure(f"{options.path}: cannot be read: {sources.reason_of(error)}{known}") from None
    model = _model(settings) or load()
    settings.adapt(model)
    return commands.print_lines(map(line_of, explanation(options.path, content, model)))


def _languages(options: argparse.Namespace) -> int:
    from langdetect_hook.claims import TABLE_PATH, Claims
    from langdetect_hook.commands.languages import languages
    from langdetect_hook.network.assets import LANGUAGE_TABLE

    settings = _settings(options)
    folder = settings.path_of("assets")
    claims = Claims(os.path.join(folder, LANGUAGE_TABLE) if folder else TABLE_PATH)
    claims.adapt(settings.values["names"], settings.values["accepts"])
    return languages(claims, options.format)


def _jobs(text: str) -> int:
    if text == "all":
        return cores()
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return int(text)
