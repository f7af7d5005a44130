"""The network in Keras: what numpy and plain integers repeat at commit time."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import keras
import numpy as np
import tensorflow as tf

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from langdetect_hook.training.samples import Batch


class Architecture(NamedTuple):
    """The form of the network."""

    rows: int
    labels: int
    units: int = 92
    l2: float = 0.0
    dropout: float = 0.35
    output_activation: str = "linear"


@keras.saving.register_keras_serializable("langdetect_hook")
class SparseDense(keras.layers.Layer):
    """keras.layers.Dense for a tf.SparseTensor [n, F]: its product with the kernel touches only what is not zero."""

    def __init__(self, units: int, activation: str, l2: float, seed: int, **options: Any) -> None:
        super().__init__(**options)
        self.units, self.activation_name, self.l2, self.seed = units, activation, l2, seed

    def build(self, input_shape: tuple[int | None, int]) -> None:
        """Make the kernel [F, units] and the bias [units]."""
        initializer = keras.initializers.RandomNormal(stddev=0.03, seed=self.seed)
        regularizer = keras.regularizers.L2(self.l2) if self.l2 else None
        shape = (input_shape[1], self.units)
        self.kernel = self.add_weight(shape=shape, initializer=initializer, regularizer=regularizer, name="kernel")
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias")

    def call(self, counts: tf.SparseTensor) -> tf.Tensor:
        """activation(counts @ kernel + bias)."""
        return keras.activations.get(self.activation_name)(
            tf.sparse.sparse_dense_matmul(counts, tf.convert_to_tensor(self.kernel)) + self.bias
        )


class Classifier(keras.Sequential):
    """A model whose output is the logits [n, L]."""

    @cached_property
    def infer(self) -> Any:
        """The logits of a tf.SparseTensor [n, F] outside training: traced once, for any n."""
        signature = (tf.SparseTensorSpec((None, self.input_shape[-1]), tf.float32),)
        return tf.function(lambda counts: self(counts, training=False), input_signature=signature)


def build(architecture: Architecture, seed: int) -> Classifier:
    """counts -> SparseDense(ELU, L2) -> dropout -> Dense(linear): a model whose output is the logits.

    `output_activation` "relu" is the classic mistake, kept to be shown: it lets all logits of a sample be zero.
    """
    model = Classifier(
        [
            keras.Input((architecture.rows,), sparse=True, name="counts"),
            SparseDense(architecture.units, "elu", architecture.l2, seed, name="hidden"),
            keras.layers.Dropout(architecture.dropout, seed=seed + 1),
            keras.layers.Dense(
                architecture.labels,
                activation=architecture.output_activation,
                kernel_initializer=keras.initializers.GlorotUniform(seed=seed + 2),
                name="logits",
            ),
        ]
    )
    return model


def sparse(batch: Batch, rows: int) -> tf.SparseTensor:
    """A batch as TensorFlow takes it."""
    return tf.SparseTensor(batch.places, batch.values, (batch.samples, rows))


class Weights(NamedTuple):
    """The trained weights: hidden [F, H], hidden_bias [H], output [H, L], output_bias [L]."""

    hidden: NDArray[np.float32]
    hidden_bias: NDArray[np.float32]
    output: NDArray[np.float32]
    output_bias: NDArray[np.float32]


def weights_of(model: keras.Sequential) -> Weights:
    """Copies of a model's weights."""
    hidden, logits = model.get_layer("hidden"), model.get_layer("logits")
    variables = (hidden.kernel, hidden.bias, logits.kernel, logits.bias)
    return Weights(*(variable.value.numpy().copy() for variable in variables))
