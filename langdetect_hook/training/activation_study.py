"""What a ReLU on the logits does: the same small network trained twice, and a picture of each training.

    python -m langdetect_hook.training.activation_study CORPUS --output DIR

The network is the design's baseline on seven languages: raw counts of distinctive tokens, Dense(96, ELU,
L2 0.01), dropout 0.2, logits, softmax cross-entropy, Adam. With linear logits it learns. With a ReLU the
logits of nearly every sample become zero: all languages are equally likely, and `in_top_k` takes each of
these ties for a success.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import keras
import numpy as np

from langdetect_hook.failure import Failure
from langdetect_hook.training import fit
from langdetect_hook.training import model as network
from langdetect_hook.training.acceptable import single
from langdetect_hook.training.corpus import content_of, read_corpus
from langdetect_hook.training.encoding import Text, TokenStreams, encode
from langdetect_hook.training.figures import spans_of
from langdetect_hook.training.measure import softmax, strictly_right, tied
from langdetect_hook.training.samples import WHOLE, Samples
from langdetect_hook.training.selection import Origins, Sizes, select
from langdetect_hook.training.split import TRAINING, split_projects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

LANGUAGES = ("C", "C++", "Java", "JavaScript", "PHP", "Python", "Ruby")
ACTIVATIONS = ("linear", "relu")
TOKENS = 500
FILES = 100  # of each language, at most
# Small batches at Keras' default rate, each file twice an epoch: with larger steps the ReLU only dies sooner.
SCHEDULE = fit.Schedule(epochs=6, batch=32, samples_a_text=2, rate=0.001, whole=1.0, forgotten=0.0)
PROBABILITY_BINS = 40


class Material(NamedTuple):
    """The files of the seven languages, ready for learning: indices of texts, and the label of each."""

    samples: Samples
    training: NDArray[np.int64]
    held_out: NDArray[np.int64]
    truth: NDArray[np.int32]


class Measures(NamedTuple):
    """Shares of the held-out files. In `argmax` a tie goes to the first label, in `accuracy` to none."""

    in_top_k: float
    argmax: float
    accuracy: float
    tied: float

    def line(self, epoch: int) -> str:
        """The line that the study prints."""
        return (
            f"epoch={epoch}  in-top-k={self.in_top_k:.3f}  argmax={self.argmax:.3f}"
            f"  ties-wrong={self.accuracy:.3f}  tied={self.tied:.3f}"
        )


class Course(NamedTuple):
    """How one training went: what was told of each iteration, and the measures after each epoch."""

    activation: str
    iterations: list[fit.Iteration]
    epochs: list[Measures]


def load(corpus: str, files: int = FILES, project: str = "", seed: int = 0, jobs: int = 1) -> Material:
    """Material from a corpus: at most `files` of each language, of projects whose names begin with `project`.

    Failure: the corpus lacks one of the languages.
    """
    examples = []
    found = [example for example in read_corpus(corpus) if example.project.startswith(project)]
    for language in LANGUAGES:
        of_language = [example for example in found if example.language == language]
        if not of_language:
            needed = ", ".join(LANGUAGES)
            raise Failure(f"the study needs files of {needed}: the corpus has none of {language}")
        # By the name alone, wherever the corpus lies.
        of_language.sort(key=lambda example: crc32(os.path.basename(example.path).encode("utf-8", "replace")))
        examples += of_language[:files]
    texts = [Text(content_of(example), example.language) for example in examples]
    streams = list(encode(texts, jobs))[-1]
    assert isinstance(streams, TokenStreams)  # noqa: S101 - for mypy: it is so
    part_of = split_projects(examples, seed)
    learned = np.array([part_of[example.project] == TRAINING for example in examples])
    training, held_out = np.flatnonzero(learned), np.flatnonzero(~learned)
    if not len(held_out):
        raise Failure("the study needs at least five projects of a language, to hold some out")
    languages = [example.language for example in examples]
    origins = Origins(training, languages, [example.project for example in examples])
    selection = select(streams, origins, Sizes(TOKENS, 0, 0, 0))
    truth = np.array([LANGUAGES.index(example.language) for example in examples], np.int32)
    return Material(Samples(streams, selection, raw_counts=True), training, held_out, truth)


def train(material: Material, activation: str, schedule: fit.Schedule = SCHEDULE, seed: int = 0) -> Course:
    """The course of training the baseline with `activation` on its logits; prints a line each fifth iteration and
    epoch."""
    keras.utils.set_random_seed(seed)
    architecture = network.Architecture(material.samples.rows, len(LANGUAGES), 96, 0.01, 0.2, activation)
    model = network.build(architecture, seed)
    course = Course(activation, [], [])

    def told(iteration: fit.Iteration) -> None:
        course.iterations.append(iteration)
        print(f"{iteration.line()}  tied={iteration.tied:.3f}")

    def after_epoch(epoch: int) -> None:
        spans = spans_of(material.samples, material.held_out, WHOLE, seed)
        logits = fit.predict(model, material.samples, spans)
        course.epochs.append(measures(logits, material.truth[material.held_out]))
        print(course.epochs[-1].line(epoch))

    probability = fit.balanced(material.training, material.truth)
    task = fit.Task(material.samples, material.training, material.truth, single(len(LANGUAGES)), probability)
    fit.fit(model, task, schedule, seed, told, after_epoch)
    return course


def measures(logits: NDArray[np.float32], truth: NDArray[np.int32]) -> Measures:
    """The measures of n predictions, logits [n, L]."""
    return Measures(
        float(fit.in_top_1(logits, truth).mean()),
        float(np.mean(logits.argmax(1) == truth)),
        float(strictly_right(logits, truth).mean()),
        float(tied(logits).mean()),
    )


def draw(course: Course, path: str) -> None:
    """Write the picture of a training: the probabilities given over the iterations, and the measures."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    numbers = [iteration.number for iteration in course.iterations]
    shares = np.stack([_shares(iteration.logits) for iteration in course.iterations], 1)
    figure, (above, below) = pyplot.subplots(
        2, 1, figsize=(5.6, 5.4), dpi=120, sharex=True, height_ratios=(3, 2), layout="constrained"
    )
    # The square root of the shares, so that a few confident predictions are visible beside many hopeless ones.
    above.imshow(
        np.sqrt(shares),
        origin="lower",
        aspect="auto",
        cmap="BuPu",
        vmin=0,
        vmax=1,
        extent=(0, numbers[-1] + 5, 0, 1),
    )
    above.axhline(1 / len(LANGUAGES), color="#c2410c", linewidth=0.9, linestyle=(0, (4, 3)))
    above.text(
        numbers[-1] + 2,
        1 / len(LANGUAGES) + 0.02,
        "1/7: no idea",
        color="#c2410c",
        fontsize=8,
        ha="right",
        va="bottom",
    )
    words = "linear logits" if course.activation == "linear" else "a ReLU on the logits"
    above.set_title(f"{words}: probabilities given to the languages", fontsize=10, loc="left")
    above.set_ylabel("probability")
    below.plot(numbers, [x.in_top_k for x in course.iterations], color="#c2410c", label="in_top_k (ties right)")
    below.plot(
        numbers,
        [x.accuracy for x in course.iterations],
        color="#1d4ed8",
        label="argmax (ties wrong)",
        linestyle="--",
    )
    below.axhline(1 / len(LANGUAGES), color="#9ca3af", linewidth=0.8, linestyle=":")
    below.set(ylim=(0, 1.03), xlabel="iteration", ylabel="share right")
    below.legend(loc="center right", fontsize=8, frameon=False)
    for axes in (above, below):
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, metadata={"Software": None})
    pyplot.close(figure)


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status after training twice and writing output_activation_linear.png and output_activation_relu.png."""
    from langdetect_hook.commands.help import Parser

    parser = Parser(prog="activation_study", description="Show what a ReLU on the logits does.")
    parser.add_argument("corpus", metavar="CORPUS", help=f"a folder with files of {', '.join(LANGUAGES)}")
    parser.add_argument("--output", metavar="DIR", required=True, help="where the two pictures go")
    parser.add_argument("--files", type=int, default=FILES, metavar="N", help="of each language (%(default)s)")
    parser.add_argument("--project", default="", metavar="NAME", help="only projects whose name begins so")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of all chance (%(default)s)")
    try:
        options = parser.parse_args(argv)
        material = load(options.corpus, options.files, options.project, options.seed)
        os.makedirs(options.output, exist_ok=True)
        for activation in ACTIVATIONS:
            print(f"{activation} logits, {len(material.training)} files, {len(material.held_out)} held out")
            course = train(material, activation, seed=options.seed)
            draw(course, os.path.join(options.output, f"output_activation_{activation}.png"))
    except (Failure, OSError) as error:
        print(f"activation_study: {error}", file=sys.stderr)
        return 2
    return 0


def _shares(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    """The share of the samples' probabilities in each of the bins from 0 to 1."""
    counts, _ = np.histogram(softmax(logits), PROBABILITY_BINS, (0.0, 1.0))
    return counts / counts.sum()


if __name__ == "__main__":
    sys.exit(main())
