"""What TensorBoard gets to show of a training."""

from __future__ import annotations

from collections import defaultdict

import pytest

pytest.importorskip("numpy", reason="a training computes with numpy")
import numpy as np

from langdetect_hook.failure import Failure

pytest.importorskip("tensorboard")
pytest.importorskip("tensorflow")
import tensorflow as tf

from langdetect_hook.training import model as network
from langdetect_hook.training.fit import Iteration
from langdetect_hook.training.tensorboard import TensorBoard


@pytest.fixture
def model():
    return network.build(network.Architecture(rows=30, labels=3, units=4), seed=0)


def iteration(number, model):
    gradients = [tf.zeros_like(variable.value) for variable in model.trainable_variables]
    return Iteration(number, 60, 1.5, 0.9, 0.25, 0.7, np.zeros((8, 3), np.float32), gradients)


def steps_of(folder) -> dict[str, list[int]]:
    steps = defaultdict(list)
    for path in folder.iterdir():
        for event in tf.compat.v1.train.summary_iterator(str(path)):
            for value in event.summary.value:
                steps[value.tag].append(event.step)
    return steps


def test_measures_are_written_each_time_and_weights_every_25th(tmp_path, model):
    board = TensorBoard(str(tmp_path / "new" / "board"), model)
    for number in range(0, 60, 5):
        board.told(iteration(number, model))
    board.close()
    steps = steps_of(tmp_path / "new" / "board")
    often = (
        "loss",
        "share right/argmax, ties wrong",
        "share right/in_top_k, ties right",
        "share tied at the top",
    )
    for tag in (*often, "logits", "predicted distribution"):
        assert steps[tag] == list(range(0, 60, 5)), tag
    rare = {tag: found for tag, found in steps.items() if tag.startswith(("weights/", "gradients/"))}
    assert len(rare) == 8  # kernel and bias of two layers
    assert all(found == [0, 25, 50] for found in rare.values())


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path, model):
    (tmp_path / "file").write_text("")
    with pytest.raises(Failure, match="cannot be written"):
        TensorBoard(str(tmp_path / "file"), model)
