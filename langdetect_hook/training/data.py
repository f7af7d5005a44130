"""A corpus made ready for learning: read, joined by noise, split by project and tokenized."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from tqdm import tqdm

from langdetect_hook.failure import Failure
from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.network import NONE_OF_THESE
from langdetect_hook.training.corpus import Example, digest, folder_name, read_corpus
from langdetect_hook.training.encoding import TokenStreams, encode
from langdetect_hook.training.noise import noise
from langdetect_hook.training.split import split_projects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

# There are as many texts of noise as files, within these bounds.
_LEAST_NOISE, _MOST_NOISE = 110, 990
# Noise is split into so many projects, so that some of each kind is held out.
_NOISE_PROJECTS = 55
_NOISE_NAME = "noise-"


class Data(NamedTuple):
    """A corpus, ready to be learned: parallel over its examples, the noise included."""

    examples: list[Example]
    contents: list[bytes]
    streams: TokenStreams
    labels: list[str]
    truth: NDArray[np.int32]
    part: NDArray[np.str_]
    digest: str

    def texts(self, *names: str) -> NDArray[np.int64]:
        """The indices of the examples in the named parts."""
        return np.flatnonzero(np.isin(self.part, names))


def load(corpus: str, seed: int, jobs: int | None, own: Sequence[str] = ()) -> Data:
    """A corpus, read, tokenized and split; `own`: its languages that the table lacks.

    Failure: it has a language that is not known, or no file of one of `own`.
    """
    examples = read_corpus(corpus, own)
    _require_known(corpus, {example.language for example in examples}, own)
    contents = []
    for example in examples:
        with open(example.path, "rb") as file:
            contents.append(file.read())
    identity = digest(examples, contents)
    made = noise(min(max(len(examples), _LEAST_NOISE), _MOST_NOISE), seed)
    contents += made
    examples += [
        Example(f"{_NOISE_NAME}{i}", NONE_OF_THESE, f"{_NOISE_NAME}{i % _NOISE_PROJECTS}") for i in range(len(made))
    ]
    streams = None
    with tqdm(total=len(contents), desc="tokens", unit="file", disable=not sys.stderr.isatty()) as bar:
        for progress in encode(contents, jobs):
            if isinstance(progress, int):
                bar.update(progress - bar.n)
            else:
                streams = progress
    assert streams is not None
    labels = sorted({example.language for example in examples})
    column = {name: number for number, name in enumerate(labels)}
    truth = np.array([column[example.language] for example in examples], np.int32)
    part_of = split_projects(examples, seed)
    part = np.array([part_of[example.project] for example in examples])
    return Data(examples, contents, streams, labels, truth, part, identity)


def is_noise(project: str) -> bool:
    """Whether a project is one of those that hold noise, which lie in no corpus folder."""
    return project.startswith(_NOISE_NAME)


def _require_known(corpus: str, found: set[str], own: Sequence[str]) -> None:
    for name in sorted(found.difference(LANGUAGE_OF, (NONE_OF_THESE,), own)):
        raise Failure(f"{corpus}/{folder_name(name)} is no language of the table: give it a row with --names FILE")
    for name in own:
        if name not in found:
            raise Failure(f"the corpus has no files of {name}: {corpus}/{folder_name(name)} is expected")
