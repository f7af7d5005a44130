"""The training loop: batches of windows and whole texts, Adam, and a word on how it goes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, NamedTuple

import keras
import numpy as np
import tensorflow as tf

from langdetect_hook.training import model as network
from langdetect_hook.training.measure import strictly_right, tied
from langdetect_hook.training.samples import Forgotten, lengths
from langdetect_hook.training.workers import Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from langdetect_hook.training.acceptable import Acceptable
    from langdetect_hook.training.samples import Samples

REPORT_EVERY = 5  # iterations
_EVALUATED_AT_ONCE = 512
_SMALLEST_BATCH = 32
# How often a variant of a file is drawn for each time that the file is.
_VARIANT = 0.4


class Schedule(NamedTuple):
    """How long and how fast the network learns; rates are Adam's."""

    epochs: int = 12
    batch: int = 512
    samples_a_text: int = 3  # drawn in each epoch
    rate: float = 0.003
    whole: float = 0.3  # share of samples that are whole texts
    label_smoothing: float = 0.0
    forgotten: float = 0.15  # share of the words of a sample that it must do without
    fewest_steps: int = 1  # in each epoch


class Iteration(NamedTuple):
    """What is told of one iteration, measured on its batch before the step; ties count as wrong in `accuracy`."""

    number: int
    of: int
    loss: float
    in_top_k: float
    accuracy: float
    tied: float
    logits: NDArray[np.float32]
    gradients: list[Any]

    def line(self) -> str:
        """The line that `train` prints."""
        return (
            f"iteration={self.number}  loss={self.loss:.3f}  in-top-k={self.in_top_k:.5f}"
            f"  train-acc={self.accuracy:.5f}"
        )


class Task(NamedTuple):
    """What is to be learned: which texts, with which label each, drawn with which probability."""

    samples: Samples
    texts: NDArray[np.int64]
    labels: NDArray[np.int32]  # of all texts
    acceptable: Acceptable  # which labels are right for a sample
    probability: NDArray[np.float64]  # of each of `texts`


def balanced(
    texts: NDArray[np.int64], labels: NDArray[np.int32], variants: NDArray[np.int64] | None = None
) -> NDArray[np.float64]:
    """Probabilities of drawing each text: a language's share grows with the square root of its number of texts.

    Those of `variants`, if there are any, stand behind those of `texts`, and are drawn less often.
    """
    of_texts = labels[texts]
    files = np.bincount(of_texts)
    weight = 1 / np.sqrt(files[of_texts])
    if variants is not None:
        weight = np.concatenate([weight, _VARIANT / np.sqrt(files[labels[variants]])])
    return np.asarray(weight / weight.sum())


def fit(
    model: keras.Sequential,
    task: Task,
    schedule: Schedule,
    seed: int,
    told: Callable[[Iteration], None],
    after_epoch: Callable[[int], None],
    workers: Workers | None = None,
) -> None:
    """Train `model` in place; `told` hears of every fifth iteration, `after_epoch` of each epoch's end (from 1).

    Where there are several workers, each learns from its own part of every batch, and tells of that one; the loss is
    that of all.
    """
    workers = workers or Workers()
    steps = max(schedule.fewest_steps, len(task.texts) * schedule.samples_a_text // schedule.batch)
    schedule = schedule._replace(batch=_batch_size(schedule, len(task.texts), steps))
    rate = keras.optimizers.schedules.CosineDecay(
        schedule.rate / 50, steps * schedule.epochs, alpha=0.02, warmup_target=schedule.rate, warmup_steps=50
    )
    part = slice(workers.number, None, workers.count)
    share = len(range(schedule.batch)[part]) / schedule.batch
    with workers.strategy.scope():
        optimizer = keras.optimizers.Adam(rate)
        step = _step_function(model, optimizer, task.acceptable, schedule.label_smoothing, share)
    number = 0
    batches = _ahead(_dataset(task, schedule, steps * schedule.epochs, seed, part))
    for epoch in range(1, schedule.epochs + 1):
        for _ in range(steps):
            counts, truth, sets = next(batches)
            telling = number % REPORT_EVERY == 0
            loss, logits, gradients = step(counts, sets)
            if telling:
                told(_iteration(number, steps * schedule.epochs, loss, logits, truth.numpy(), gradients))
            number += 1
        after_epoch(epoch)


def predict(model: network.Classifier, samples: Samples, spans: list[tuple[int, int]]) -> NDArray[np.float32]:
    """The logits [n, L] of samples given as positions."""
    outputs = []
    for start in range(0, len(spans), _EVALUATED_AT_ONCE):
        batch = samples.batch(spans[start : start + _EVALUATED_AT_ONCE])
        outputs.append(model.infer(network.sparse(batch, samples.rows)).numpy())
    return np.concatenate(outputs)


def in_top_1(logits: NDArray[np.floating], truth: NDArray[np.int32]) -> NDArray[np.bool_]:
    """What tf.math.in_top_k makes of n samples: a tie at the top counts as right."""
    return np.asarray(tf.math.in_top_k(truth, logits, 1).numpy())


def _batch_size(schedule: Schedule, texts: int, steps: int) -> int:
    """The batch of the schedule; a smaller one where so few texts would be seen more often than the schedule says."""
    return min(schedule.batch, max(_SMALLEST_BATCH, texts * schedule.samples_a_text // steps))


def _step_function(
    model: keras.Sequential,
    optimizer: keras.optimizers.Optimizer,
    acceptable: Acceptable,
    smoothing: float,
    share: float,
) -> Any:
    """A step on one worker's part of a batch, which is `share` of it; the optimizer adds up the gradients of all.

    The loss is minus the logarithm of the probability of all acceptable labels together.
    """
    allowed = tf.constant(acceptable.sets > 0)
    strategy = tf.distribute.get_strategy()
    optimizer.build(model.trainable_variables)

    def step(counts: tf.SparseTensor, sets: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor, list[tf.Tensor]]:
        with tf.GradientTape() as tape:
            logits = model(counts, training=True)
            of_all = tf.reduce_logsumexp(logits, 1)
            of_set = tf.reduce_logsumexp(tf.where(tf.gather(allowed, sets), logits, logits.dtype.min), 1)
            of_any = tf.reduce_mean(logits, 1)  # what smoothing adds: a little of every label
            loss = tf.reduce_mean(of_all - (1 - smoothing) * of_set - smoothing * of_any)
            total = tf.add_n([loss, *model.losses]) * share
        variables = [variable.value for variable in model.trainable_variables]
        gradients = tape.gradient(total, variables)
        optimizer.apply(gradients, model.trainable_variables)
        return tf.distribute.get_replica_context().all_reduce("sum", loss * share), logits, gradients

    counts, _, sets = _signature(model.input_shape[-1])
    return tf.function(lambda *batch: strategy.run(step, args=batch), input_signature=(counts, sets))


def _signature(rows: int) -> tuple[tf.SparseTensorSpec, tf.TensorSpec, tf.TensorSpec]:
    """What a batch is: counts [n, F], truth [n], and the sets of acceptable labels [n]."""
    number = tf.TensorSpec((None,), tf.int32)
    return tf.SparseTensorSpec((None, rows), tf.float32), number, number


def _dataset(task: Task, schedule: Schedule, steps: int, seed: int, part: slice) -> tf.data.Dataset:
    """A part of each batch, in an order that the seed fixes: the batches are the same however many have a part."""

    def batches() -> Iterator[tuple[Any, NDArray[np.int32], NDArray[np.int32]]]:
        generator = np.random.default_rng(seed)
        for _ in range(steps):
            texts = generator.choice(task.texts, schedule.batch, p=task.probability)
            sizes = lengths(schedule.batch, schedule.whole, generator)
            spans = [
                task.samples.window(text, size, generator)
                for text, size in zip(texts.tolist(), sizes.tolist(), strict=True)
            ]
            forgotten = Forgotten(schedule.batch, schedule.forgotten, generator)
            batch = task.samples.batch(spans[part], forgotten)
            truth = task.labels[texts[part]]
            sets = task.acceptable.rows(truth, task.samples.marks(spans[part]))
            shape = (batch.samples, task.samples.rows)
            yield tf.compat.v1.SparseTensorValue(batch.places, batch.values, shape), truth, sets

    return tf.data.Dataset.from_generator(batches, output_signature=_signature(task.samples.rows))


def _ahead(dataset: tf.data.Dataset) -> Iterator[Any]:
    """The elements of a dataset, each made while the one before is learned from.

    What Dataset.prefetch is for; but where operations must be deterministic, TensorFlow leaves that out
    after a generator.
    """
    elements = iter(dataset)
    with ThreadPoolExecutor(1) as reader:
        upcoming = reader.submit(next, elements, None)
        while (ready := upcoming.result()) is not None:
            upcoming = reader.submit(next, elements, None)
            yield ready


def _iteration(
    number: int,
    of: int,
    loss: tf.Tensor,
    logits: tf.Tensor,
    truth: NDArray[np.int32],
    gradients: list[tf.Tensor],
) -> Iteration:
    values = logits.numpy()
    in_top_k = float(in_top_1(values, truth).mean())
    accuracy = float(strictly_right(values, truth).mean())
    return Iteration(number, of, float(loss), in_top_k, accuracy, float(tied(values).mean()), values, gradients)
