"""The `evaluate` command: the hook's own runtime, measured on a corpus."""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import TYPE_CHECKING, Any

from tqdm import tqdm

from langdetect_hook.failure import Failure
from langdetect_hook.files.new_file import write_whole
from langdetect_hook.network import assets
from langdetect_hook.training.corpus import content_of
from langdetect_hook.training.evaluation.chosen import ALL, AUTOMATIC, HELD_OUT, Chosen, choose
from langdetect_hook.training.evaluation.figures import figures
from langdetect_hook.training.evaluation.predicted import predict_all, processors
from langdetect_hook.training.evaluation.summary import summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from langdetect_hook.network.assets import Model
    from langdetect_hook.training.corpus import Example


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status of `langdetect-hook evaluate`; Failure where corpus or assets are no good."""
    options = parser().parse_args(argv)
    model = assets.load(options.assets)
    if options.report is not None:
        _make_folder(options.report)
    chosen = choose(options.corpus, model, options.part, _read)
    if options.format == "text":
        print(f"measured on {chosen.said}", flush=True)
    found = evaluate(model, options.corpus, chosen, options.seed, options.jobs)
    if options.report is not None:
        from langdetect_hook.training.evaluation.page import page

        write_whole(os.path.join(options.report, "evaluation.json"), _as_json(found))
        write_whole(os.path.join(options.report, "index.html"), page(found))
    if options.format == "json":
        print(_as_json(found), end="")
        return 0
    for line in summary(found):
        print(line)
    if options.report is not None:
        print(f"\nthe page to look at: {os.path.join(options.report, 'index.html')}")
    return 0


def evaluate(model: Model, corpus: str, chosen: Chosen, seed: int, jobs: int) -> dict[str, Any]:
    """The figures of a model on chosen files: plain numbers and words, ready for JSON."""
    known = [number for number, example in enumerate(chosen.examples) if example.language in model.label]
    if not known:
        raise Failure(f"the model knows none of the languages in {corpus}")
    examples, contents = [chosen.examples[i] for i in known], [chosen.contents[i] for i in known]
    predicted = predict_all(model, contents, seed, jobs)
    return {
        "measured_on": chosen.said,
        "part": chosen.part,
        "caution": chosen.caution,
        "left_out": _left_out(chosen.examples, model),
        "seed": seed,
        "model": {name: model.facts[name] for name in ("format", "tokenizer", "units")},
        **figures(model, corpus, examples, contents, predicted),
    }


def _left_out(examples: list[Example], model: Model) -> list[str]:
    """What of the corpus cannot be measured, in words."""
    unknown = [example.language for example in examples if example.language not in model.label]
    return [f"{unknown.count(name)} files of {name}, which the model does not know" for name in sorted(set(unknown))]


def parser() -> argparse.ArgumentParser:
    """The parser of `evaluate`."""
    from langdetect_hook.commands.help import Parser, examples_of

    top = Parser(
        prog="langdetect-hook evaluate", description="Measure the model on a corpus.", epilog=examples_of("evaluate")
    )
    top.add_argument("corpus", metavar="CORPUS", help="a folder <language>/<project>/<files>, or <language>/<files>")
    top.add_argument("--report", metavar="DIR", help="write DIR/index.html, a page to look at, and DIR/evaluation.json")
    top.add_argument("--assets", metavar="DIR", help="a model of your own, as train wrote it to DIR")
    which = top.add_mutually_exclusive_group()
    which.add_argument(
        "--held-out",
        dest="part",
        action="store_const",
        const=HELD_OUT,
        help="only projects held out from training",
    )
    which.add_argument("--all", dest="part", action="store_const", const=ALL, help="every file of the corpus")
    top.add_argument("--format", choices=("json", "text"), default="text", help="text unless given")
    top.add_argument("--seed", type=int, default=0, metavar="N", help="of the places of windows (%(default)s)")
    top.add_argument("--jobs", type=_positive, default=processors(), metavar="N", help="processes to use at most")
    top.set_defaults(part=AUTOMATIC)
    return top


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return int(text)


def _read(examples: list[Example]) -> list[bytes]:
    return [
        content_of(example) for example in tqdm(examples, desc="reading", unit="file", disable=not sys.stderr.isatty())
    ]


def _make_folder(folder: str) -> None:
    """Fail before minutes of work, not after."""
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise Failure(f"--report {folder} cannot be made: {error.strerror}") from None


def _as_json(found: dict[str, Any]) -> str:
    return json.dumps(found, indent=1) + "\n"
