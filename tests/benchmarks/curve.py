"""How many planted accidents are caught at how many false alarms, for every certainty that could be asked for.

    python -m tests.benchmarks.curve CORPUS TREES... [--assets DIR] [--projects FILE] [--per-pair K] [--output FILE]

CORPUS is that of `catches`, each TREES a folder of healthy projects as `fetch_healthy` writes them (files whose names
were found to be wrong, in the tables of adjudication, are left out). Both go through the road of `check`, without git,
with no certainty asked for; then every certainty is tried on what came of it. The second table is of short texts alone,
of which more is asked; the third says how often a printed certainty is right, with accidents as rare as in life.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

from langdetect_hook.check import decide
from langdetect_hook.files.content import Content, content_from_bytes, read_file
from langdetect_hook.languages import LANGUAGES
from langdetect_hook.network import assets
from langdetect_hook.network.assets import Model
from langdetect_hook.report.rules import DEFAULT_RULES
from langdetect_hook.suspicion.weight import is_short
from langdetect_hook.training.decision import PRIOR, in_repositories, read_wrong_names
from tests.benchmarks.bounds import upper_bound
from tests.benchmarks.catches import CUTS, no_attributes, pairs, plantable
from tests.benchmarks.readme_table import markdown
from tests.benchmarks.samples import NoSamples, Sample, add_options, held_out_projects, read_corpus

ASKED = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 0.95, 0.99)
PRINTED = ((0.5, 0.75), (0.75, 0.9), (0.9, 0.97), (0.97, 1.01))
PER, JOBS, AT_ONCE = 25_000, 2, 100
EXACT = 2.0  # what an exact rule finds is found whatever is asked for
ADJUDICATION = sorted(Path(__file__).parent.glob("adjudication_*.tsv"))


class Seen(NamedTuple):
    """A file, and how sure it is that its name is wrong; 0 where nothing speaks against it, or an excuse holds."""

    group: str
    path: str
    certainty: float
    is_short: bool = False


class Task(NamedTuple):
    """What is to be looked at: a healthy file, or bytes under a name."""

    group: str
    path: str
    raw: bytes | None = None


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="curve", description=(__doc__ or "").splitlines()[0])
    add_options(parser)
    parser.add_argument("trees", type=Path, nargs="+", metavar="TREES")
    parser.add_argument("--per-pair", type=int, default=1, metavar="K", help="files a pair (1)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write what was seen as JSON")
    options = parser.parse_args(argv)
    try:
        samples = read_corpus(options.corpus, held_out_projects(options.projects, options.assets))
        planted = planted_in(samples, options.per_pair)
        seen = list(looked_at(options.assets, [*healthy_in(options.trees), *planted]))
    except (NoSamples, OSError) as error:
        print(f"curve: {error}", file=sys.stderr)
        return 2
    print(curve(seen), of_short(seen), calibration(seen), sep="\n")
    if options.output:
        options.output.write_text(json.dumps([one for one in seen if one.certainty]), encoding="utf-8")
    return 0


def healthy_in(trees: Iterable[Path]) -> Iterator[Task]:
    """The files of the healthy projects, but for those whose names are wrong."""
    wrong = set().union(*(read_wrong_names(str(table)) for table in ADJUDICATION))
    return (Task("healthy", file.path) for tree in trees for file in in_repositories(str(tree), wrong))


def planted_in(samples: dict[str, list[Sample]], per_pair: int) -> Iterator[Task]:
    """The accidents of `catches`."""
    names, _ = plantable(LANGUAGES, False)
    return (Task(planted.cut, planted.name, planted.raw) for planted in pairs(names, samples, per_pair))


def looked_at(folder: Path, tasks: list[Task]) -> Iterator[Seen]:
    """What is seen of each task, on several processes."""
    with Pool(JOBS, _start, (str(folder),)) as pool:
        yield from pool.imap(_seen, tasks, AT_ONCE)


_model: Model


def _start(folder: str) -> None:
    global _model
    _model = assets.load(folder)
    _model.prepare_for_many()
    _model.thresholds.least_certainty = _model.thresholds.short_certainty = 0.0


def _seen(task: Task) -> Seen:
    content = _content(task)
    if content is None:
        return Seen(task.group, task.path, 0.0)
    decision = decide(task.path, content, DEFAULT_RULES, _model, no_attributes)
    if decision.evidence:
        return Seen(task.group, task.path, EXACT)
    if decision.answer is None or decision.answer.id:
        return Seen(task.group, task.path, 0.0)
    certainty = 1.0 if decision.suspicion.proven else decision.suspicion.certainty
    return Seen(task.group, task.path, certainty, is_short(content.text or "", _model.thresholds))


def _content(task: Task) -> Content | None:
    try:
        return read_file(task.path) if task.raw is None else content_from_bytes(task.raw)
    except OSError:
        return None


def curve(seen: list[Seen]) -> str:
    """The table of catches against false alarms; findings of exact rules in healthy files are not the network's."""
    rows = []
    healthy = [one.certainty for one in seen if one.group == "healthy"]
    for asked in ASKED:
        alarms = sum(asked <= certainty < EXACT for certainty in healthy)
        rate, most = alarms / len(healthy) * PER, upper_bound(alarms, len(healthy)) * PER
        caught = [_share([one.certainty >= asked for one in seen if one.group == cut]) for cut in CUTS]
        rows.append((f"{asked:.0%}", f"{alarms}", f"{rate:.2f}", f"{most:.2f}", *caught))
    head = ("sure at least", f"false alarms in {len(healthy):,} files", "in 25,000", "at most (95%)", *CUTS)
    return markdown(head, rows)


def of_short(seen: list[Seen]) -> str:
    """The table of short texts: their false alarms, and what they add to the share of planted files that is caught."""
    rows = []
    healthy = sum(one.group == "healthy" for one in seen)
    for asked in ASKED:
        found = [one for one in seen if one.is_short and asked <= one.certainty < EXACT]
        alarms = sum(one.group == "healthy" for one in found)
        added = [sum(one.group == cut for one in found) / max(1, sum(one.group == cut for one in seen)) for cut in CUTS]
        rate = alarms / healthy * PER
        rows.append((f"{asked:.0%}", f"{alarms}", f"{rate:.2f}", *(f"{share:.2%}" for share in added)))
    return markdown(("short texts, sure at least", "false alarms", "in 25,000", *CUTS), rows)


def calibration(seen: list[Seen]) -> str:
    """How often findings of a printed certainty are right, where one file of PRIOR is really wrong."""
    healthy = [one.certainty for one in seen if one.group == "healthy"]
    planted = [one.certainty for one in seen if one.group != "healthy"]
    accidents = len(healthy) * PRIOR / max(1, len(planted))  # each planted one stands for so many
    rows = []
    for low, high in PRINTED:
        right = accidents * sum(low <= certainty < high for certainty in planted)
        wrong = sum(low <= certainty < high for certainty in healthy)
        share = f"{right / (right + wrong):.0%}" if right + wrong else "-"
        rows.append((f"{low:.0%} to {min(high, 1):.0%}", f"{right:.1f}", f"{wrong}", share))
    return markdown(("printed", "accidents", "false alarms", "right"), rows)


def _share(caught: list[bool]) -> str:
    return f"{sum(caught) / max(1, len(caught)):.2%}"


if __name__ == "__main__":
    sys.exit(main())
