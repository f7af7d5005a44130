"""The `train` command: from a corpus to the assets that the hook uses, with figures that can't flatter themselves."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import sys
import time
from typing import TYPE_CHECKING, Any, NamedTuple

import keras
import numpy as np
import pygments
import tensorflow as tf
from tqdm import tqdm

from langdetect_hook import __version__
from langdetect_hook.claims.make_table import table_text
from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.network import NONE_OF_THESE
from langdetect_hook.network.assets import LANGUAGE_TABLE, METADATA, Label
from langdetect_hook.network.tokenizer import TOKENIZER_VERSION
from langdetect_hook.training import answers, decision, figures, fit, kin, quantize, thresholds
from langdetect_hook.training import data as corpus_data
from langdetect_hook.training import model as network
from langdetect_hook.training.acceptable import acceptable
from langdetect_hook.training.measure import best_temperature, softmax, strictly_right
from langdetect_hook.training.options import Options, parse
from langdetect_hook.training.output import new_assets, write_json, write_text
from langdetect_hook.training.prevalence import prevalence_of
from langdetect_hook.training.samples import WHOLE, Samples
from langdetect_hook.training.selection import Origins, Selection, select
from langdetect_hook.training.split import TEST, TRAINING, VALIDATION
from langdetect_hook.training.workers import Workers, from_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from langdetect_hook.training.corpus import Example
    from langdetect_hook.training.data import Data

# With fewer validation files than this, even if all are right, the network is not made surer than it is.
_ENOUGH_TO_BE_SURER = 500
# The pieces of held-out files that tell which languages are near to each other.
_LINES_OF_A_PIECE = 10
# The network that tells the kin of weak languages learns for a fraction of the epochs.
_SHORTER = 5
# What all workers say when they are done: none ends before, for the others would think that it died.
_END = {"done": True}


class Trained(NamedTuple):
    """A trained network with what it was trained with."""

    model: network.Classifier
    selection: Selection
    samples: Samples


class Measured(NamedTuple):
    """A network that was trained on the training projects, and how it did on the others."""

    data: Data
    trained: Trained
    temperature: float
    figures: dict[str, Any]


class Calibrated(NamedTuple):
    """What the verdict goes by besides the weights, measured on what was held out: the labels with their relatives, the
    decision, and from which probability on there is an answer."""

    labels: list[Label]
    decision: decision.Learned
    answers: answers.Measured

    def write(self, folder: str, selection: Selection, quantized: quantize.Quantized) -> None:
        """Write it with a network into the assets in `folder`, all but the metadata."""
        quantize.write_assets(folder, selection, quantized, self.labels, self.decision.table, self.answers.thresholds)


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status of `langdetect-hook train`; Failure where the corpus or the result is not good enough."""
    options = parse(argv)
    started = time.monotonic()
    workers = from_environment(options.wait)
    keras.utils.set_random_seed(options.seed)
    tf.config.experimental.enable_op_determinism()
    with workers.together():
        return _train(options, workers, started) if workers.is_chief else _help(options, workers)


def _train(options: Options, workers: Workers, started: float) -> int:
    if options.report_only:
        _measured(options, workers)
        workers.agree(_END)
        return 0
    with new_assets(options.output) as folder:
        _write(folder, options, workers)
        workers.agree(_END)
    say(f"assets written to {options.output} after {(time.monotonic() - started) / 60:.1f} minutes")
    return 0


def _help(options: Options, workers: Workers) -> int:
    """Learn what the chief learns, and leave all else to it."""
    data = _data(options, workers)
    learn(data, options, (TRAINING,), workers)
    if options.final == "all" and not options.report_only:
        learn(data, options, (TRAINING, VALIDATION, TEST), workers)
    workers.agree(_END)
    return 0


def _data(options: Options, workers: Workers) -> Data:
    """The corpus, the same for all workers."""
    own = [language.name for language in options.own]
    folder = options.shards or (os.path.dirname(os.path.abspath(options.output)) if options.output else None)
    if folder:
        os.makedirs(folder, exist_ok=True)
    data = corpus_data.load(options.corpus, options.seed, options.jobs, own, folder)
    figures.require_held_out(data)
    facts = {"package": __version__, "tokenizer": TOKENIZER_VERSION, **_versions(), "corpus": data.digest}
    workers.agree({**facts, **options.as_dict(), "report_only": options.report_only})
    return data


def _measured(options: Options, workers: Workers) -> Measured:
    data = _data(options, workers)
    say(f"{data.first_variant} files, {len(data.labels)} labels; held out by project: "
        f"{len(data.texts(VALIDATION))} for validation, {len(data.texts(TEST))} for test")  # fmt: skip
    trained = learn(data, options, (TRAINING,), workers)
    temperature = temperature_of(trained, data)
    measured = figures.figures(trained.model, data, trained.samples, TEST, temperature, options.seed)
    say(figures.summary(measured))
    return Measured(data, trained, temperature, measured)


def _write(folder: str, options: Options, workers: Workers) -> None:
    """Train, measure, and write all files of the assets into a folder. Failure: they would not be good enough."""
    data, trained, temperature, measured = _measured(options, workers)
    figures.refuse_if_dishonest(measured, data.labels)
    write_text(os.path.join(folder, LANGUAGE_TABLE), table_text(data.labels, options.own))
    quantized = quantize.quantize(network.weights_of(trained.model), temperature)
    verdict = _calibrated(folder, data, trained, quantized, temperature, options)
    measured["answers"] = verdict.answers.figures
    if options.measured:
        with new_assets(options.measured) as beside:
            shutil.copyfile(os.path.join(folder, LANGUAGE_TABLE), os.path.join(beside, LANGUAGE_TABLE))
            verdict.write(beside, trained.selection, quantized)
            final = options._replace(final="training")
            metadata = _metadata(data, final, measured, temperature, verdict, workers.count)
            write_json(os.path.join(beside, METADATA), metadata)
    if options.final == "all":
        say("once more, with every project")
        del trained  # what it was trained with takes as much of the disk as what the next one is
        trained = learn(data, options, (TRAINING, VALIDATION, TEST), workers)
        quantized = quantize.quantize(network.weights_of(trained.model), temperature)
    verdict.write(folder, trained.selection, quantized)
    write_json(os.path.join(folder, METADATA), _metadata(data, options, measured, temperature, verdict, workers.count))


def learn(data: Data, options: Options, parts: tuple[str, ...], workers: Workers | None = None) -> Trained:
    """A vocabulary selected from the named parts of the corpus, and a network trained on them, by all workers."""
    workers = workers or Workers()
    texts, variants = data.texts(*parts), data.variants(*parts)
    learned = np.concatenate([texts, variants])
    origins = Origins(
        learned, [example.language for example in data.examples], [example.project for example in data.examples]
    )
    selection = select(data.streams, origins, options.sizes)
    samples = Samples(data.streams, selection, options.input == "counts")
    with workers.strategy.scope():
        model = network.build(_architecture(samples, data, options), options.seed)
    held_out = data.texts(VALIDATION) if VALIDATION not in parts else None
    progress = _Progress(model, data, samples, held_out, options) if workers.is_chief else _Silence()
    often = fit.balanced(texts, data.truth, variants)
    task = fit.Task(samples, learned, data.truth, acceptable(data.labels), often)
    try:
        fit.fit(model, task, options.schedule, options.seed, progress.told, progress.after_epoch, workers)
    finally:
        progress.close()
    return Trained(model, selection, samples)


def _architecture(samples: Samples, data: Data, options: Options) -> network.Architecture:
    labels = len(data.labels)
    return network.Architecture(
        samples.rows, labels, options.units, options.l2, options.dropout, options.output_activation
    )


def temperature_of(trained: Trained, data: Data) -> float:
    """The temperature that makes the probabilities fit the validation projects, whole files and 10 lines together."""
    texts = data.files(VALIDATION)
    logits = [
        fit.predict(trained.model, trained.samples, figures.spans_of(trained.samples, texts, length, 1))
        for length in (WHOLE, 10)
    ]
    found = best_temperature(np.concatenate(logits), np.tile(data.truth[texts], len(logits)))
    return found if len(texts) >= _ENOUGH_TO_BE_SURER else max(1.0, found)


def say(words: str) -> None:
    """Write a line on standard output, without disturbing a progress bar."""
    tqdm.write(words, file=sys.stdout)


class _Progress:
    """What a person sees of a training."""

    def __init__(
        self, model: network.Classifier, data: Data, samples: Samples, held_out: Any, options: Options
    ) -> None:
        self._model, self._data, self._samples, self._held_out = model, data, samples, held_out
        self._bar = tqdm(desc="training", unit="iteration", disable=not sys.stderr.isatty())
        self._listeners: list[Callable[[fit.Iteration], None]] = []
        self._board = None
        if options.tensorboard:
            from langdetect_hook.training.tensorboard import TensorBoard

            self._board = TensorBoard(options.tensorboard, model)

    def told(self, iteration: fit.Iteration) -> None:
        self._bar.total = iteration.of
        self._bar.update(iteration.number - self._bar.n)
        say(iteration.line())
        if self._board is not None:
            self._board.told(iteration)

    def after_epoch(self, epoch: int) -> None:
        if self._held_out is None:
            say(f"epoch={epoch}")
            return
        spans = figures.spans_of(self._samples, self._held_out, WHOLE, 0)
        right = strictly_right(fit.predict(self._model, self._samples, spans), self._data.truth[self._held_out])
        say(f"epoch={epoch}  validation-acc={right.mean():.5f}")

    def close(self) -> None:
        self._bar.close()
        if self._board is not None:
            self._board.close()


class _Silence:
    """What a person sees of a worker that is not the chief."""

    def told(self, iteration: fit.Iteration) -> None:
        pass

    def after_epoch(self, epoch: int) -> None:
        pass

    def close(self) -> None:
        pass


def _calibrated(
    folder: str, data: Data, trained: Trained, quantized: quantize.Quantized, temperature: float, options: Options
) -> Calibrated:
    """What the verdict goes by, measured by the hook's own code on the held-out projects."""
    held_out = data.files(VALIDATION, TEST)

    def files() -> Iterator[tuple[Example, bytes]]:
        return ((data.examples[i], data.contents[i]) for i in held_out.tolist())

    counts = dict(zip(data.labels, figures.projects_of(data).tolist(), strict=True))
    spans = figures.spans_of(trained.samples, held_out, _LINES_OF_A_PIECE, options.seed)
    pieces = softmax(fit.predict(trained.model, trained.samples, spans) / temperature)
    near_of = kin.near(pieces, data.truth[held_out], data.labels)
    kin_of = _kin(counts, kin.taken_for(pieces, data.truth[held_out], data.labels), data, trained, options)
    labels = [
        Label(name, count, prevalence_of(name, name in LANGUAGE_OF), near_of.get(name, ""), kin_of.get(name, ""))
        for name, count in counts.items()
    ]
    quantize.write_assets(folder, trained.selection, quantized, labels, decision.bundled())
    if options.decision:
        decided = decision.kept(options.decision)
    else:
        decided = decision.learned(folder, _observable(data, held_out, options), options.jobs, options.seed)
    if not decided.is_own:
        say("too few held-out files look foreign: the decision is that of the bundled model")
    least = answers.measured(folder, files(), data.part[held_out] == TEST, options.seed, options.jobs)
    say(answers.summary(least.figures))
    return Calibrated(labels, decided, least)


def _observable(data: Data, held_out: NDArray[np.int64], options: Options) -> Iterator[decision.File]:
    """The files from which the decision is learned: those held out, and those of repositories as they are."""
    yield from decision.held_out([data.examples[text] for text in held_out.tolist()], options.seed)
    wrong_names = set().union(*map(decision.read_wrong_names, options.wrong_names))
    for repositories in options.healthy:
        yield from decision.in_repositories(repositories, wrong_names)


def _kin(
    projects: dict[str, int], taken_for: dict[str, set[str]], data: Data, trained: Trained, options: Options
) -> dict[str, str]:
    """Label.kin of every label that has any."""
    weak = kin.weak(projects)
    known = projects.keys() - {*weak, NONE_OF_THESE}
    # With fewer than two languages left there is nothing to be taken for.
    seen = _seen_without(weak, data, trained, options) if weak and len(known) > 1 else {}
    return kin.kin(weak, [seen, taken_for])


def _seen_without(weak: list[str], data: Data, trained: Trained, options: Options) -> dict[str, set[str]]:
    """What the files of weakly known languages look like to a network that never saw any of them."""
    say(f"once without {len(weak)} languages that are weakly known: {', '.join(weak)}")
    is_weak = np.isin(data.truth, [data.labels.index(name) for name in weak])
    texts = data.texts(TRAINING, VALIDATION, TEST)
    others, unseen = texts[~is_weak[texts]], data.files(TRAINING, VALIDATION, TEST)
    unseen = unseen[is_weak[unseen]]
    model = network.build(_architecture(trained.samples, data, options), options.seed)
    task = fit.Task(trained.samples, others, data.truth, acceptable(data.labels), fit.balanced(others, data.truth))
    schedule = options.schedule._replace(epochs=max(1, options.schedule.epochs // _SHORTER))
    fit.fit(model, task, schedule, options.seed, lambda iteration: None, lambda epoch: None)
    spans = figures.spans_of(trained.samples, unseen, WHOLE, options.seed)
    seen = softmax(fit.predict(model, trained.samples, spans))
    examples = [data.examples[text] for text in unseen.tolist()]
    return kin.look_alikes(seen, [(example.language, example.project) for example in examples], data.labels)


def _digest(value: Any) -> str:
    """One SHA-256 of what decides the result."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def _versions() -> dict[str, str]:
    return {
        "python": platform.python_version(),
        "numpy": np.__version__,
        "pygments": pygments.__version__,
        "tensorflow": tf.__version__,
    }


def _metadata(
    data: Data, options: Options, measured: dict[str, Any], temperature: float, verdict: Calibrated, workers: int
) -> dict[str, Any]:
    projects = {example.project: part for example, part in zip(data.examples, data.part.tolist(), strict=True)}
    return {
        "package": __version__,
        "tokenizer": TOKENIZER_VERSION,
        "corpus": {
            "sha256": data.digest,
            "files": sum(not corpus_data.is_noise(example.project) for example in data.examples[: data.first_variant]),
        },
        "options": options.as_dict(),
        "made_from": _digest([data.digest, options.as_dict(), workers]),
        "workers": workers,
        "versions": _versions(),
        "temperature": round(temperature, 4),
        "decision": verdict.decision.facts,
        "thresholds": thresholds.as_dict(verdict.answers.thresholds),
        "trained_on": "every project" if options.final == "all" else "the training projects",
        "measured_on": "projects that the measured network was not trained on",
        "figures": measured,
        "held_out": sorted(
            project for project, part in projects.items() if part == TEST and not corpus_data.is_noise(project)
        ),
    }
