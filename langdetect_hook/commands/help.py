"""What `--help` says beside the options: what each command is for, and how it is called."""

from __future__ import annotations

import argparse
import sys
from typing import Any, NoReturn

from langdetect_hook.failure import Failure

SUMMARY = "Tells when a file's content is not what its name says."

EXIT_STATUSES = """\
exit status:
  0    nothing found
  1    findings
  2    wrong usage, broken assets, no git repository where one is needed, or a file that cannot be read
  130  interrupted
  141  the reader of the output went away
"""

# By command: in a few words what it does, and lines that can be typed, each with what comes of it.
PURPOSES = {
    "baseline": "write down the present findings, so that only new ones fail",
    "check": "check that files are what their names say",
    "classify": "tell the language of files from their content alone",
    "completion": "print what makes a shell complete these commands",
    "config": "show the configuration that counts, and who says so",
    "corpus": "rebuild the corpus from public packages",
    "evaluate": "measure the model on a corpus",
    "explain": "tell why a file is taken for what it is, or what a rule is about",
    "languages": "list the languages, their file names and relations",
    "lsp": "serve an editor: findings as files are opened and saved",
    "train": "train the model from a corpus",
}
EXAMPLES: dict[str, dict[str, str]] = {
    "": {
        "langdetect-hook check --all": "check every tracked file",
        "langdetect-hook explain data/users.json": "why this one is reported",
    },
    "baseline": {
        "langdetect-hook baseline": "begin in an old repository",
        "langdetect-hook baseline --prune": "drop what has been put right",
    },
    "check": {
        "langdetect-hook check": "what the next commit brings",
        "langdetect-hook check --since main --format github": "what a branch brings, in GitHub Actions",
        "langdetect-hook check --all --statistics": "how many findings, and where",
    },
    "classify": {
        "langdetect-hook classify page.txt": "one file",
        "langdetect-hook classify --format jsonl src > languages.jsonl": "a folder, for a program",
    },
    "completion": {
        'eval "$(langdetect-hook completion bash)"': "in ~/.bashrc",
        "langdetect-hook completion zsh > ~/.zfunc/_langdetect-hook": "in a folder of fpath",
        "langdetect-hook completion fish > ~/.config/fish/completions/langdetect-hook.fish": "",
    },
    "config": {
        "langdetect-hook config": "what counts in this folder",
        "langdetect-hook config --schema > schema.json": "for an editor",
    },
    "corpus": {"langdetect-hook corpus model_assets/corpus.toml corpus": "the corpus of the bundled model"},
    "evaluate": {"langdetect-hook evaluate corpus --report report": "report/index.html has the figures"},
    "explain": {
        "langdetect-hook explain data/users.json": "why a file is reported, or not",
        "langdetect-hook explain LD003": "what a rule is about",
    },
    "languages": {"langdetect-hook languages --format json": "for a program"},
    "lsp": {"langdetect-hook lsp": "what an editor is told to start"},
    "train": {
        "langdetect-hook train corpus --output model": "a model of your own",
        "langdetect-hook check --assets model --all": "and what it finds",
    },
}


class HelpFormatter(argparse.HelpFormatter):
    """A formatter that fills paragraphs and leaves lists as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        paragraphs = text.rstrip("\n").split("\n\n")
        return "\n\n".join(
            p if "\n" in p else super(HelpFormatter, self)._fill_text(p, width, indent) for p in paragraphs
        )


class Parser(argparse.ArgumentParser):
    """A parser that reports wrong usage in one sentence, like every other error, and takes no abbreviated options."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(formatter_class=HelpFormatter, allow_abbrev=False, **settings)

    def error(self, message: str) -> NoReturn:
        raise Failure(f"{message} (see {self.prog} --help)")

    def _print_message(self, message: str, file: Any = None) -> None:
        # argparse passes over a disk that is full.
        (file or sys.stderr).write(message)


def examples_of(command: str) -> str:
    """The lines below `--help` that can be typed; of "", those for all commands."""
    lines = EXAMPLES[command].items()
    width = max(len(line) for line, _ in lines)
    return "\n".join(["for example:", *(f"  {line:{width}}  {what}".rstrip() for line, what in lines)]) + "\n"
