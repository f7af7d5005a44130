"""One package, from download to labelled files in a folder of the build; finished atomically, hence resumable."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import threading
from collections import Counter, defaultdict
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

from . import choose, filters
from .apt import AptLists
from .fetch import check_digests, fetch
from .label import label_of, part_of
from .manifest import Source
from .unpack import members

RULES = 3  # raised when labels or filters change, so that no earlier harvest is taken for a finished one

INDEX = "harvest.json"


class HarvestedFile(NamedTuple):
    """A file that passed the filters: `key` is its name in the harvest's folder, `path` its place in the archive."""

    key: str
    path: str
    language: str
    part: str
    digest: str


class Harvest:
    """What one package gave: its files, the labelled files dropped and why, and what was seen of its archives."""

    def __init__(self, folder: Path, table: dict[str, Any]) -> None:
        self.folder = folder
        self.files = [HarvestedFile(*row) for row in table["files"]]
        self.dropped: list[tuple[str, str, str]] = [(path, lang, why) for path, lang, why in table["dropped"]]
        self.passed_over: dict[str, int] = table["passed_over"]
        self.archives: dict[str, str] = table["archives"]
        self.remarks: list[str] = table["remarks"]


def finished_harvest(source: Source, folder: Path) -> Harvest | None:
    """The harvest of `source` that an earlier run finished under `folder`, if the manifest still says the same."""
    place = folder / source.project
    try:
        table = json.loads((place / INDEX).read_text(encoding="utf-8"))
        return Harvest(place, table) if table["fingerprint"] == _fingerprint(source) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def harvest(source: Source, folder: Path, apt: AptLists, stop: threading.Event) -> Harvest:
    """One package, downloaded, checked, unpacked, labelled and filtered into `folder`/<project>.

    Works beside and renames at the end. SourceError if the package can't be had; OSError if the disk is full.
    """
    work = folder / f"{source.project}.partial"
    shutil.rmtree(work, ignore_errors=True)
    (work / "download").mkdir(parents=True)
    try:
        archives, remarks = fetch(source, work / "download", apt)
        digests = check_digests(source, archives)
        table = _sift(source, archives, work, stop)
        table.update(fingerprint=_fingerprint(source), archives=digests, remarks=remarks)
        shutil.rmtree(work / "download")
        (work / INDEX).write_text(json.dumps(table), encoding="utf-8")
        place = folder / source.project
        shutil.rmtree(place, ignore_errors=True)
        os.rename(work, place)
        return Harvest(place, table)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _fingerprint(source: Source) -> str:
    return f"{RULES} {source.fingerprint()}"


def _sift(source: Source, archives: list[Path], work: Path, stop: threading.Event) -> dict[str, Any]:
    kept: list[HarvestedFile] = []
    dropped: list[tuple[str, str, str]] = []
    passed_over: Counter[str] = Counter()
    digests: set[str] = set()
    lookalikes: dict[str, choose.Lookalikes] = defaultdict(choose.Lookalikes)
    for archive in archives:
        for path, raw in members(archive, source.maps):
            if stop.is_set():
                raise KeyboardInterrupt
            reason = _place_fault(source, path)
            text = None if reason else filters.text_of(raw)
            if text is None:
                passed_over[reason or "binary"] += 1
                continue
            language, reason = label_of(source, path, text)
            if not language:
                passed_over[reason] += 1
                continue
            encoded = text.encode("utf-8")
            digest = hashlib.sha256(encoded).hexdigest()
            reason = filters.fault_of(language, path, text)
            if not reason and digest in digests:
                reason = "duplicate"
            elif not reason and lookalikes[language].knows(text):
                reason = "near duplicate"
            if reason:
                dropped.append((path, language, reason))
                continue
            digests.add(digest)
            key = f"{len(kept)}"
            (work / key).write_bytes(encoded)
            kept.append(HarvestedFile(key, path, language, part_of(source, path), digest))
    chosen = _bounded(kept)
    for file in sorted(set(kept) - set(chosen)):
        (work / file.key).unlink()
        dropped.append((file.path, file.language, choose.BEYOND))
    return {
        "files": sorted(chosen),
        "dropped": sorted(dropped),
        "passed_over": dict(sorted(passed_over.items())),
    }


def _place_fault(source: Source, path: str) -> str:
    if source.include and not any(fnmatchcase(path, pattern) for pattern in source.include):
        return "not included"
    if any(fnmatchcase(path, pattern) for pattern in source.skip):
        return "skipped by the manifest"
    if filters.is_elsewhere(path, source.allow):
        return "vendored or built"
    return ""


def _bounded(files: list[HarvestedFile]) -> list[HarvestedFile]:
    """The files that the largest share could take, so that a large package doesn't fill the disk."""
    of_part, of_project = choose.SHARES[-1]
    by_part: Counter[tuple[str, str]] = Counter()
    by_language: Counter[str] = Counter()
    bounded = []
    for file in sorted(files, key=lambda file: file.digest):
        if by_part[file.language, file.part] < of_part and by_language[file.language] < 2 * of_project:
            by_part[file.language, file.part] += 1
            by_language[file.language] += 1
            bounded.append(file)
    return bounded
