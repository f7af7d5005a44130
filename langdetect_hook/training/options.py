"""The options of `train`; their defaults are those of the bundled model."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from langdetect_hook.failure import Failure
from langdetect_hook.training.fit import Schedule
from langdetect_hook.training.model import Architecture
from langdetect_hook.training.own_languages import read_own_languages
from langdetect_hook.training.selection import Sizes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from langdetect_hook.claims.make_table import OwnLanguage


# A small corpus needs more rounds than a large one.
_FEWEST_STEPS = 30


class Options(NamedTuple):
    """What a training is made from. All but `jobs`, `wait` and where things lie decide its result."""

    corpus: str
    output: str
    own: tuple[OwnLanguage, ...]
    seed: int
    sizes: Sizes
    units: int
    l2: float
    dropout: float
    output_activation: str
    schedule: Schedule
    final: str
    measured: str
    input: str
    report_only: bool
    tensorboard: str
    jobs: int
    shards: str
    wait: int
    healthy: tuple[str, ...]
    wrong_names: tuple[str, ...]
    decision: str

    def as_dict(self) -> dict[str, Any]:
        """What decides the result, ready for JSON."""
        chosen = self._asdict()
        for name in (
            "corpus",
            "output",
            "measured",
            "tensorboard",
            "jobs",
            "shards",
            "wait",
            "report_only",
            "healthy",
            "wrong_names",
            "decision",
        ):
            del chosen[name]
        own = [language._asdict() for language in self.own]
        return {**chosen, "own": own, "sizes": self.sizes._asdict(), "schedule": self.schedule._asdict()}


def parse(argv: Sequence[str] | None) -> Options:
    """The options in a command line; Failure where they make no sense."""
    chosen = parser().parse_args(argv)
    if not chosen.output and not chosen.report_only:
        raise Failure("train needs --output DIR, or --report-only (see langdetect-hook train --help)")
    if chosen.input == "counts" and not chosen.report_only:
        raise Failure("the hook computes with logarithms of counts: add --report-only")
    if chosen.output_activation != "linear" and not chosen.report_only:
        raise Failure("a network without linear logits is only good for a look: add --report-only")
    return Options(
        corpus=chosen.corpus,
        output=chosen.output,
        own=read_own_languages(chosen.names) if chosen.names else (),
        seed=chosen.seed,
        sizes=Sizes(chosen.tokens, chosen.pairs, chosen.triples, chosen.gaps),
        units=chosen.units,
        l2=chosen.l2,
        dropout=chosen.dropout,
        output_activation=chosen.output_activation,
        schedule=Schedule(
            chosen.epochs,
            chosen.batch,
            chosen.samples,
            chosen.rate,
            chosen.whole,
            chosen.label_smoothing,
            chosen.forgotten,
            _FEWEST_STEPS,
        ),
        final=chosen.final,
        measured=chosen.measured,
        input=chosen.input,
        report_only=chosen.report_only,
        tensorboard=chosen.tensorboard,
        jobs=chosen.jobs,
        shards=chosen.shards,
        wait=chosen.wait,
        healthy=_folders(chosen.healthy),
        wrong_names=tuple(chosen.wrong_names),
        decision=_decision(chosen.decision),
    )


def parser() -> argparse.ArgumentParser:
    """The parser of `train`."""
    from langdetect_hook.commands.help import Parser, examples_of

    sizes, schedule, form = Sizes(), Schedule(), Architecture._field_defaults
    top = Parser(
        prog="langdetect-hook train",
        description="Train the model from a corpus and write its assets.",
        epilog=examples_of("train"),
    )
    top.add_argument("corpus", metavar="CORPUS", help="a folder <language>/<project>/<files>, or <language>/<files>")
    top.add_argument(
        "--output", metavar="DIR", default="", help="where the assets go; what is there stays if this fails"
    )
    top.add_argument(
        "--names",
        metavar="FILE",
        default="",
        help="languages of your own: a row is a name, a tab, its file names like *.ext, and, "
        "after another tab, the languages that are fine as its content",
    )
    top.add_argument("--report-only", action="store_true", help="measure, but write no assets")
    top.add_argument(
        "--final",
        choices=("all", "training"),
        default="all",
        help="projects that the written network learns from",
    )
    top.add_argument(
        "--measured", metavar="DIR", default="", help="also write the network that the figures are of, for evaluate"
    )
    top.add_argument("--seed", type=_natural, default=0, metavar="N", help="of all chance (default %(default)s)")
    top.add_argument(
        "--jobs",
        type=_positive,
        default=os.cpu_count() or 1,
        metavar="N",
        help="processes for tokens and thresholds",
    )
    top.add_argument(
        "--shards",
        metavar="DIR",
        default="",
        help="where the tokens lie meanwhile, some 20 bytes each (default: beside --output)",
    )
    top.add_argument(
        "--wait",
        type=_positive,
        default=3600,
        metavar="N",
        help="seconds that the workers of TF_CONFIG wait for each other (%(default)s)",
    )
    top.add_argument(
        "--healthy",
        metavar="DIR",
        action="append",
        default=[],
        help="a folder of projects that are not in the corpus, as they are: what a healthy file may look like",
    )
    top.add_argument(
        "--wrong-names",
        metavar="FILE",
        action="append",
        default=[],
        help="a table of the files in these folders whose name is wrong: a row is a path, a rule, wrong-name, why",
    )
    top.add_argument(
        "--decision", metavar="FILE", default="", help="a decision.tsv to keep: how sure a finding is, learned before"
    )
    top.add_argument("--tensorboard", metavar="DIR", default="", help="write scalars and histograms for TensorBoard")
    model = top.add_argument_group("the network")
    for name, number, rows in (
        ("tokens", _positive, "single tokens"),
        ("pairs", _natural, "pairs of adjacent tokens"),
        ("triples", _natural, "triples of adjacent tokens"),
        ("gaps", _natural, "gaps: two tokens with any one between them"),
    ):
        default = getattr(sizes, name)
        model.add_argument(f"--{name}", type=number, default=default, metavar="N", help=f"{rows} (%(default)s)")
    model.add_argument(
        "--input", choices=("log", "counts"), default="log", help="counts: as they are, which is only good for a look"
    )
    model.add_argument("--units", type=_units, default=form["units"], metavar="N", help="hidden units (%(default)s)")
    model.add_argument(
        "--l2", type=_amount, default=form["l2"], metavar="X", help="L2 of the hidden kernel (%(default)s)"
    )
    model.add_argument(
        "--dropout", type=_share, default=form["dropout"], metavar="X", help="of the hidden units (%(default)s)"
    )
    model.add_argument(
        "--output-activation",
        choices=("linear", "relu"),
        default=form["output_activation"],
        help="relu shows the classic mistake",
    )
    learning = top.add_argument_group("the training")
    learning.add_argument("--epochs", type=_positive, default=schedule.epochs, metavar="N", help="(%(default)s)")
    learning.add_argument("--batch", type=_positive, default=schedule.batch, metavar="N", help="at most (%(default)s)")
    learning.add_argument(
        "--samples",
        type=_positive,
        default=schedule.samples_a_text,
        metavar="N",
        help="of each file in an epoch (%(default)s)",
    )
    learning.add_argument("--rate", type=_amount, default=schedule.rate, metavar="X", help="Adam's (%(default)s)")
    learning.add_argument(
        "--whole",
        type=_share,
        default=schedule.whole,
        metavar="X",
        help="share of whole files among the samples (%(default)s)",
    )
    learning.add_argument(
        "--forgotten",
        type=_share,
        default=schedule.forgotten,
        metavar="X",
        help="share of the words that a sample must do without (%(default)s)",
    )
    learning.add_argument(
        "--label-smoothing", type=_share, default=schedule.label_smoothing, metavar="X", help="(%(default)s)"
    )
    return top


def _folders(names: Sequence[str]) -> tuple[str, ...]:
    for name in names:
        if not os.path.isdir(name):
            raise Failure(f"--healthy {name}: no such folder")
    return tuple(names)


def _decision(path: str) -> str:
    """The table of the decision to keep; "": one is learned."""
    if not path:
        return ""
    from langdetect_hook.training import decision

    return decision.read_table(path)


def _positive(text: str) -> int:
    return _number(text, int, 1)


def _natural(text: str) -> int:
    return _number(text, int, 0)


def _units(text: str) -> int:
    units: int = _number(text, int, 2)
    if units % 2 or units > 256:
        raise argparse.ArgumentTypeError(f"{text} is not an even number up to 256")
    return units


def _amount(text: str) -> float:
    return _number(text, float, 0)


def _share(text: str) -> float:
    share: float = _number(text, float, 0)
    if share >= 1:
        raise argparse.ArgumentTypeError(f"{text} is not a share below 1")
    return share


def _number(text: str, kind: type, least: float) -> Any:
    try:
        value = kind(text)
    except ValueError:
        value = least - 1
    if not value >= least:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from {least}")
    return value
