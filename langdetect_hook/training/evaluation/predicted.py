"""What the hook's own runtime predicts for files and for windows of their lines."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import numpy as np
from tqdm import tqdm

from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.network import assets, predict_piece
from langdetect_hook.network.excerpt import excerpt
from langdetect_hook.training.processes import on_processes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from langdetect_hook.network.assets import Model

WHOLE = 0
LENGTHS = (5, 10, 20, WHOLE)  # lines
UNDECIDED = -1
_FILES_A_TASK = 100


class Predicted(NamedTuple):
    """The predictions for n pieces of one length: logits [n, L], and the likeliest language [n]: the index of a
    label, or UNDECIDED."""

    logits: NDArray[np.float64]
    answer: NDArray[np.int64]


def predict_all(model: Model, contents: list[bytes], seed: int, jobs: int) -> dict[int, Predicted]:
    """The predictions for each length, in the order of `contents`. What is not text has equal logits and no answer."""
    tasks = [
        (model.folder, contents[start : start + _FILES_A_TASK], seed)
        for start in range(0, len(contents), _FILES_A_TASK)
    ]
    pieces: dict[int, list[Predicted]] = {length: [] for length in LENGTHS}
    bar = tqdm(total=len(contents), desc="predictions", unit="file", disable=not sys.stderr.isatty())
    with bar:
        for done in on_processes(_predict_task, tasks, jobs):
            for length, part in done.items():
                pieces[length].append(part)
            bar.update(len(part.answer))
    return {length: Predicted(*map(np.concatenate, zip(*parts, strict=True))) for length, parts in pieces.items()}


def window(text: str, lines: int, seed: int) -> str:
    """So many lines in a row (blank ones are not counted) of a text's excerpt, at a place that text and seed fix; all
    of it where it has no more."""
    read = excerpt(text)
    if lines == WHOLE:
        return read
    every = read.split("\n")
    filled = [number for number, line in enumerate(every) if line.strip()]
    if len(filled) <= lines:
        return read
    first = crc32(f"{seed} {lines} {read}".encode("utf-8", "surrogateescape")) % (len(filled) - lines + 1)
    return "\n".join(every[filled[first] : filled[first + lines - 1] + 1])


_models: dict[str, Model] = {}


def _predict_task(task: tuple[str, list[bytes], int]) -> dict[int, Predicted]:
    folder, contents, seed = task
    if folder not in _models:
        _models.clear()
        _models[folder] = assets.load(folder)
        _models[folder].prepare_for_many()
    model = _models[folder]
    texts = [content_from_bytes(content).text for content in contents]
    return {length: _predict_length(model, texts, length, seed) for length in LENGTHS}


def _predict_length(model: Model, texts: list[str | None], length: int, seed: int) -> Predicted:
    column = {name: number for number, name in enumerate(model.network.labels)}
    logits = np.zeros((len(texts), len(column)))
    answer = np.full(len(texts), UNDECIDED)
    for number, text in enumerate(texts):
        if text is None:
            continue
        prediction = predict_piece(model, window(text, length, seed))
        logits[number] = np.array(prediction.logits) * prediction.scale
        if prediction.best is not None:
            answer[number] = column[prediction.best]
    return Predicted(logits, answer)


def processors() -> int:
    """How many processes can run at once."""
    return os.cpu_count() or 1
