"""Trained weights as the small integers that the hook computes with, and the asset files that hold them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from langdetect_hook.claims.vouching import fingerprint_of, write_facts
from langdetect_hook.network.assets import DECISION, FILES, FORMAT_VERSION, Label
from langdetect_hook.network.exact import ACTIVATION_STEPS, LARGEST_OUTPUT_WEIGHT, checksums_of
from langdetect_hook.network.tokenizer import TOKENIZER_VERSION
from langdetect_hook.training import thresholds
from langdetect_hook.training.output import write_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from langdetect_hook.training.model import Weights
    from langdetect_hook.training.selection import Selection


class Quantized(NamedTuple):
    """The network's arrays as network.exact.Network takes them (see network/assets.py for their shapes)."""

    hidden_weights: NDArray[np.uint8]
    hidden_scale: NDArray[np.float64]
    hidden_bias: NDArray[np.float64]
    output_weights: NDArray[np.uint32]
    output_scale: float
    output_bias: NDArray[np.int32]


def quantize(weights: Weights, temperature: float) -> Quantized:
    """8-bit hidden weights with a scale for each unit, and output weights of 11 bits with one scale, which takes up the
    temperature: logits are divided by it."""
    hidden_scale = np.abs(weights.hidden).max(0).astype(np.float64) / 127
    hidden_scale[hidden_scale == 0] = 1.0
    hidden = np.clip(np.rint(weights.hidden / hidden_scale), -127, 127)
    weight_scale = float(np.abs(weights.output).max()) / LARGEST_OUTPUT_WEIGHT or 1.0
    output = np.clip(np.rint(weights.output / weight_scale), -LARGEST_OUTPUT_WEIGHT, LARGEST_OUTPUT_WEIGHT)
    step = weight_scale / ACTIVATION_STEPS  # of the sums of the output layer, before the temperature
    return Quantized(
        (hidden + 128).astype(np.uint8),
        hidden_scale,
        weights.hidden_bias.astype(np.float64),
        (output + LARGEST_OUTPUT_WEIGHT + 1).astype(np.uint32),
        step / temperature,
        np.rint(weights.output_bias / step).astype(np.int32),
    )


def write_assets(
    folder: str,
    selection: Selection,
    quantized: Quantized,
    labels: Sequence[Label],
    decision: str,
    measured: Mapping[str, thresholds.Value] | None = None,
) -> None:
    """Write all asset files but metadata.json into an existing folder with a languages.tsv, model.tsv last.

    `decision`: the table of an additive model, see additive; `measured`: see thresholds.
    """
    hidden = np.ascontiguousarray(quantized.hidden_weights)
    arrays = {
        "hidden_checksums.npy": np.array(checksums_of(memoryview(hidden.tobytes()), hidden.shape[1]), np.uint32),
        "hidden_units.npy": np.stack([quantized.hidden_scale, quantized.hidden_bias]),
        "hidden_weights.npy": hidden,
        "ngrams.npy": selection.keys.astype(np.uint64),
        "output_bias.npy": quantized.output_bias,
        "output_weights.npy": quantized.output_weights,
    }
    for name, array in arrays.items():
        with open(os.path.join(folder, name), "wb") as file:
            np.lib.format.write_array(file, np.ascontiguousarray(array), version=(1, 0), allow_pickle=False)
    write_text(os.path.join(folder, "vocabulary.txt"), "\n".join(selection.names))
    rows = [f"{x.name}\t{x.projects}\t{x.prevalence}\t{x.near}\t{x.kin}\n" for x in labels]
    write_text(os.path.join(folder, "labels.tsv"), "label\tprojects\tprevalence\tnear\tkin\n" + "".join(rows))
    write_text(os.path.join(folder, DECISION), decision)
    write_text(os.path.join(folder, "thresholds.tsv"), thresholds.table_text(measured))
    facts = {
        "format": str(FORMAT_VERSION),
        "tokenizer": str(TOKENIZER_VERSION),
        "units": str(len(quantized.hidden_bias)),
        "output_scale": repr(quantized.output_scale),
        **{name: fingerprint_of(os.path.join(folder, name)) for name in FILES},
    }
    write_facts(folder, facts)
