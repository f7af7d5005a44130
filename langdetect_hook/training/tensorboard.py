"""A training as TensorBoard shows it: measures as curves; logits, weights and gradients as histograms."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import tensorflow as tf

from langdetect_hook.failure import Failure
from langdetect_hook.training.measure import softmax

if TYPE_CHECKING:
    import keras

    from langdetect_hook.training.fit import Iteration

# Each histogram has millions of weights: write them only every so many iterations.
WEIGHTS_EVERY = 25


class TensorBoard:
    """A writer of what it is told of iterations, into a folder that `tensorboard --logdir` reads."""

    def __init__(self, folder: str, model: keras.Sequential) -> None:
        """Begin a folder. Failure: it cannot be written, or the package tensorboard is missing."""
        try:
            os.makedirs(folder, exist_ok=True)
            self._writer = tf.summary.create_file_writer(folder)
        except (OSError, tf.errors.OpError) as error:
            words = getattr(error, "strerror", None) or getattr(error, "message", None)
            raise Failure(f"--tensorboard {folder} cannot be written: {words}") from None
        except ModuleNotFoundError:
            raise Failure("--tensorboard needs tensorboard: pip install 'langdetect-hook[train]'") from None
        self._model = model
        self._weights_told = -WEIGHTS_EVERY

    def told(self, iteration: Iteration) -> None:
        """Write one iteration; weights and gradients too where the last ones are 25 iterations ago."""
        with self._writer.as_default(step=iteration.number):
            tf.summary.scalar("loss", iteration.loss)
            tf.summary.scalar("share right/in_top_k, ties right", iteration.in_top_k)
            tf.summary.scalar("share right/argmax, ties wrong", iteration.accuracy)
            tf.summary.scalar("share tied at the top", iteration.tied)
            tf.summary.histogram("logits", iteration.logits)
            tf.summary.histogram("predicted distribution", softmax(iteration.logits))
            if iteration.number - self._weights_told >= WEIGHTS_EVERY:
                self._weights_told = iteration.number
                self._write_weights(iteration)

    def close(self) -> None:
        """End the file; what was told is on disk then."""
        self._writer.close()

    def _write_weights(self, iteration: Iteration) -> None:
        variables = self._model.trainable_variables
        for variable, gradient in zip(variables, iteration.gradients, strict=True):
            tf.summary.histogram(f"weights/{variable.path}", variable.value)
            tf.summary.histogram(f"gradients/{variable.path}", tf.convert_to_tensor(gradient))
