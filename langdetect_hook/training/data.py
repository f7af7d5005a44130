"""A corpus made ready for learning: read, joined by noise, split by project and tokenized."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from tqdm import tqdm

from langdetect_hook.failure import Failure
from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.network import NONE_OF_THESE
from langdetect_hook.training.corpus import Digest, Example, content_of, folder_name, read_corpus
from langdetect_hook.training.encoding import Text, TokenStreams, encode
from langdetect_hook.training.noise import noise
from langdetect_hook.training.split import split_projects
from langdetect_hook.training.variants import in_other_case, varied

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

# There are as many texts of noise as files, within these bounds.
_LEAST_NOISE, _MOST_NOISE = 110, 1_980
# Noise is split into so many projects, so that some of each kind is held out.
_NOISE_PROJECTS = 55
_NOISE_NAME = "noise-"


class Contents(Sequence[bytes]):
    """The bytes of the examples, those of files read anew each time; texts of noise, which lie in no file, follow."""

    def __init__(self, examples: Sequence[Example], made: Sequence[bytes]) -> None:
        self._examples, self._made = examples, made

    def __len__(self) -> int:
        return len(self._examples) + len(self._made)

    def __getitem__(self, number: int) -> bytes:  # type: ignore[override]
        if number >= len(self._examples):
            return self._made[number - len(self._examples)]
        return content_of(self._examples[number])


class Data(NamedTuple):
    """A corpus, ready to be learned: parallel over its examples, the noise included.

    From `first_variant` on they are files of before, once more as others would have written them.
    """

    examples: list[Example]
    contents: Sequence[bytes]
    streams: TokenStreams
    labels: list[str]
    truth: NDArray[np.int32]
    part: NDArray[np.str_]
    digest: str
    first_variant: int

    def texts(self, *names: str) -> NDArray[np.int64]:
        """The indices of the examples in the named parts, as they were found."""
        return np.flatnonzero(np.isin(self.part[: self.first_variant], names))

    def variants(self, *names: str) -> NDArray[np.int64]:
        """The indices of their variants."""
        return self.first_variant + np.flatnonzero(np.isin(self.part[self.first_variant :], names))

    def files(self, *names: str) -> NDArray[np.int64]:
        """The same without the code blocks of documentation."""
        texts = self.texts(*names)
        return texts[[not self.examples[text].is_block for text in texts.tolist()]]

    def blocks(self, *names: str) -> NDArray[np.int64]:
        """The code blocks of documentation among them."""
        return np.setdiff1d(self.texts(*names), self.files(*names))


def load(corpus: str, seed: int, jobs: int | None, own: Sequence[str] = (), folder: str | None = None) -> Data:
    """A corpus, read, tokenized and split; `own`: its languages that the table lacks; `folder`: where its tokens lie.

    Failure: it has a language that is not known, or no file of one of `own`.
    """
    examples = read_corpus(corpus, own)
    _require_known(corpus, {example.language for example in examples}, own)
    made = noise(min(max(len(examples), _LEAST_NOISE), _MOST_NOISE), seed)
    contents = Contents(examples, made)
    identity = Digest()
    read = chain(identity.of_all(examples, contents), made)
    noises = [
        Example(f"{_NOISE_NAME}{i}", NONE_OF_THESE, f"{_NOISE_NAME}{i % _NOISE_PROJECTS}") for i in range(len(made))
    ]
    found = [*examples, *noises]
    other = varied(examples)
    written_otherwise = (in_other_case(contents[number]) for number in other)
    examples = found + [examples[number] for number in other]
    languages = (example.language for example in examples)
    streams = _streams(map(Text, chain(read, written_otherwise), languages), len(examples), jobs, folder)
    labels = sorted({example.language for example in examples})
    column = {name: number for number, name in enumerate(labels)}
    truth = np.array([column[example.language] for example in examples], np.int32)
    part_of = split_projects(examples, seed)
    part = np.array([part_of[example.project] for example in examples])
    return Data(examples, contents, streams, labels, truth, part, identity.hexdigest(), len(found))


def _streams(texts: Iterable[Text], count: int, jobs: int | None, folder: str | None) -> TokenStreams:
    with tqdm(total=count, desc="tokens", unit="file", disable=not sys.stderr.isatty()) as bar:
        for progress in encode(texts, jobs, folder):
            if isinstance(progress, int):
                bar.update(progress - bar.n)
    assert isinstance(progress, TokenStreams)  # noqa: S101 - for mypy: it is so
    return progress


def is_noise(project: str) -> bool:
    """Whether a project is one of those that hold noise, which lie in no corpus folder."""
    return project.startswith(_NOISE_NAME)


def _require_known(corpus: str, found: set[str], own: Sequence[str]) -> None:
    for name in sorted(found.difference(LANGUAGE_OF, (NONE_OF_THESE,), own)):
        raise Failure(f"{corpus}/{folder_name(name)} is no language of the table: give it a row with --names FILE")
    for name in own:
        if name not in found:
            raise Failure(f"the corpus has no files of {name}: {corpus}/{folder_name(name)} is expected")
