"""Which files of a corpus come from a manifest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .manifest import Manifest


def files_from_manifest(index: Path, manifest: Manifest, collections: bool = True) -> Iterator[dict[str, Any]]:
    """The rows of a corpus's index.jsonl whose project is a source of the manifest, in order.

    ``collections``: also the files of the manifest's collections, which the command doesn't rebuild.
    """
    projects = {source.project for source in manifest.sources}
    if collections:
        projects.update(collection.project for collection in manifest.collections)
    with index.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["project"] in projects:
                yield row
