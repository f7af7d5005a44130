"""Which files of a corpus a model may be measured on, and what has to be said about the choice."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from langdetect_hook.failure import Failure
from langdetect_hook.files.content import read_whole
from langdetect_hook.network.assets import METADATA
from langdetect_hook.training.corpus import Example, digest, read_corpus

if TYPE_CHECKING:
    from collections.abc import Callable

    from langdetect_hook.network.assets import Model

_LARGEST_METADATA = 16 << 20  # bytes
AUTOMATIC, HELD_OUT, ALL = "automatic", "held out", "all"


class Chosen(NamedTuple):
    """The files to measure on, with their content; `part`: HELD_OUT or ALL; `said`: what they are, in a sentence;
    `caution`: why the figures flatter, or ""."""

    examples: list[Example]
    contents: list[bytes]
    part: str
    said: str
    caution: str


def choose(corpus: str, model: Model, wanted: str, read: Callable[[list[Example]], list[bytes]]) -> Chosen:
    """The files of the projects that the model's metadata lists as held out, if this is the corpus that the model
    comes from; else all. `wanted` HELD_OUT or ALL decides otherwise; Failure: no held-out project is known or found.
    """
    examples = read_corpus(corpus, model.label)
    contents = read(examples)
    metadata = metadata_of(model.folder)
    listed = frozenset(metadata.get("held_out", ()))
    known = digest(examples, contents) == metadata.get("corpus", {}).get("sha256")
    if wanted == HELD_OUT and not listed:
        raise Failure(f"the model in {model.folder} has no list of projects that were held out")
    if wanted == ALL or (wanted == AUTOMATIC and not (known and listed)):
        return Chosen(examples, contents, ALL, _said_of_all(len(examples), known, wanted), _caution_for_all(known))
    kept = [number for number, example in enumerate(examples) if example.project in listed]
    if not kept:
        raise Failure(f"no project that was held out from the model's training is in {corpus}")
    projects = len({examples[number].project for number in kept})
    said = f"{len(kept):,} of {len(examples):,} files: those of {projects:,} projects held out from training"
    if not known:
        said += " (this is not the very corpus that the model comes from)"
    caution = ""
    if metadata.get("trained_on") == "every project":
        caution = (
            "The network in these assets learned from these projects too, after it was measured: what is measured "
            "here flatters it. The honest figures are in its metadata.json and model card."
        )
    return Chosen([examples[i] for i in kept], [contents[i] for i in kept], HELD_OUT, said, caution)


def metadata_of(model_folder: str) -> dict[str, Any]:
    """What metadata.json says, {} where there is none. Failure: it is damaged."""
    path = os.path.join(model_folder, METADATA)
    if not os.path.lexists(path):
        return {}
    try:
        metadata = json.loads(read_whole(path, _LARGEST_METADATA))
        _require_sound(metadata)
    except (OSError, ValueError, RecursionError):
        raise Failure(f"{path} is damaged: install again, or train again") from None
    return dict(metadata)


def _require_sound(metadata: Any) -> None:
    """ValueError where it is not what `train` writes, as far as it is read here."""
    if not isinstance(metadata, dict) or not isinstance(metadata.get("corpus", {}), dict):
        raise ValueError("no metadata")
    held_out = metadata.get("held_out", [])
    if not isinstance(held_out, list) or not all(isinstance(project, str) for project in held_out):
        raise ValueError("no list of projects")


def _said_of_all(files: int, known: bool, wanted: str) -> str:
    if known:
        return f"all {files:,} files of the corpus that the model comes from"
    why = "" if wanted == ALL else ": this is not the corpus that the model comes from"
    return f"all {files:,} files{why}"


def _caution_for_all(known: bool) -> str:
    return "Most of these files were learned from: the figures flatter the model." if known else ""
