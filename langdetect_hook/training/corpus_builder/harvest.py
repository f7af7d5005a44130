"""One package, from download to labelled files in a folder of the build; finished atomically, hence resumable."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

from . import choose, documentation, filters, linguist
from .apt import AptLists
from .fetch import check_digests, fetch
from .label import MODEL_LANGUAGES, label_of, part_of
from .manifest import Source
from .repositories import Commit, open_commit
from .unpack import Member, members

RULES = 5  # raised when labels or filters change, so that no earlier harvest is taken for a finished one

INDEX = "harvest.json"


class HarvestedFile(NamedTuple):
    """A file that passed the filters: `key` is its name in the harvest's folder, `path` its place in the archive."""

    key: str
    path: str
    language: str
    part: str
    digest: str


class Piece(NamedTuple):
    """A file, or a code block of a page: what may be kept. `part`: see choose.Candidate."""

    path: str
    language: str
    part: str
    text: str


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


def remove(place: Path) -> None:
    """Remove a harvest: first what says that it is finished, should we be killed before the rest is gone."""
    (place / INDEX).unlink(missing_ok=True)
    shutil.rmtree(place, ignore_errors=True)


def harvest(source: Source, folder: Path, apt: AptLists, stop: threading.Event, clones: Path | None = None) -> Harvest:
    """One package, downloaded, checked, unpacked, labelled and filtered into `folder`/<project>; or one repository,
    read from its clone below `clones` if it has one there.

    Works beside and renames at the end. SourceError if the package can't be had; OSError if the disk is full.
    """
    work = folder / f"{source.project}.partial"
    shutil.rmtree(work, ignore_errors=True)
    (work / "download").mkdir(parents=True)
    try:
        if source.registry == "git":
            table = _of_repository(source, work, stop, clones)
        else:
            table = _of_archives(source, work, stop, apt)
        table["fingerprint"] = _fingerprint(source)
        shutil.rmtree(work / "download")
        (work / INDEX).write_text(json.dumps(table), encoding="utf-8")
        place = folder / source.project
        remove(place)
        os.rename(work, place)
        return Harvest(place, table)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _fingerprint(source: Source) -> str:
    return f"{RULES} {source.fingerprint()}"


def _of_archives(source: Source, work: Path, stop: threading.Event, apt: AptLists) -> dict[str, Any]:
    archives, remarks = fetch(source, work / "download", apt)
    digests = check_digests(source, archives)
    files = (member for archive in archives for member in members(archive, source.maps))
    table = _sift(source, files, work, stop, Counter())
    return {**table, "archives": digests, "remarks": remarks}


def _of_repository(source: Source, work: Path, stop: threading.Event, clones: Path | None) -> dict[str, Any]:
    passed_over: Counter[str] = Counter()
    with closing(open_commit(source, work / "download", clones)) as commit:
        attributes = _attributes_of(commit)
        files = _wanted_files(source, commit, attributes, passed_over)
        table = _sift(source, files, work, stop, passed_over, attributes)
        remarks = [f"{commit.missing:,} files are not in the clone"] if commit.missing else []
    return {**table, "archives": {}, "remarks": remarks}


def _attributes_of(commit: Commit) -> linguist.Attributes:
    raw = next((commit.content(file)[0] for file in commit.files() if file.path == linguist.NAME), b"")
    return linguist.Attributes(raw.decode("utf-8", "replace"))


def _wanted_files(
    source: Source, commit: Commit, attributes: linguist.Attributes, passed_over: Counter[str]
) -> Iterator[Member]:
    """The files whose place doesn't speak against them; of the others not even the content is read."""
    for file in commit.files():
        reason = _place_fault(source, file.path)
        if not reason and attributes.is_foreign(file.path) and not filters.is_allowed(file.path, source.allow):
            reason = "marked as vendored or generated"
        raw, reason = (b"", reason) if reason else commit.content(file)
        if reason:
            passed_over[reason] += 1
        else:
            yield file.path, raw


def _sift(
    source: Source,
    files: Iterable[Member],
    work: Path,
    stop: threading.Event,
    passed_over: Counter[str],
    attributes: linguist.Attributes = linguist.Attributes(),  # noqa: B008 - it says nothing and never changes
) -> dict[str, Any]:
    kept: list[HarvestedFile] = []
    dropped: list[tuple[str, str, str]] = []
    digests: set[str] = set()
    for path, raw in files:
        if stop.is_set():
            raise KeyboardInterrupt
        reason = _place_fault(source, path)
        text = None if reason else filters.text_of(raw)
        if text is None:
            passed_over[reason or "binary"] += 1
            continue
        language, reason = label_of(source, path, text, attributes.language(path))
        if not language:
            passed_over[reason] += 1
            continue
        for piece in (Piece(path, language, part_of(source, path), text), *_blocks(source, path, text)):
            encoded = piece.text.encode("utf-8")
            digest = hashlib.sha256(encoded).hexdigest()
            reason = filters.fault_of(piece.language, piece.path, piece.text)
            if reason or digest in digests:
                dropped.append((piece.path, piece.language, reason or "duplicate"))
                continue
            digests.add(digest)
            key = f"{len(kept)}"
            (work / key).write_bytes(encoded)
            kept.append(HarvestedFile(key, piece.path, piece.language, piece.part, digest))
    chosen, reason_of = _bounded(kept, work)
    for file, reason in reason_of.items():
        (work / file.key).unlink()
        dropped.append((file.path, file.language, reason))
    return {
        "files": sorted(chosen),
        "dropped": sorted(dropped),
        "passed_over": dict(sorted(passed_over.items())),
    }


def _blocks(source: Source, path: str, text: str) -> Iterator[Piece]:
    """The code blocks of a page that are in languages which the source may give."""
    for block in documentation.snippets_of(path, text):
        if block.language in MODEL_LANGUAGES and (not source.only or block.language in source.only):
            yield Piece(block.path, block.language, documentation.PART, block.text)


def _place_fault(source: Source, path: str) -> str:
    if source.include and not any(fnmatchcase(path, pattern) for pattern in source.include):
        return "not included"
    if any(fnmatchcase(path, pattern) for pattern in source.skip):
        return "skipped by the manifest"
    if filters.is_elsewhere(path, source.allow, in_repository=source.registry == "git"):
        return "vendored or built"
    return ""


def _bounded(files: list[HarvestedFile], work: Path) -> tuple[list[HarvestedFile], dict[HarvestedFile, str]]:
    """The files that the largest share could take, so that a large package doesn't fill the disk, no two of them alike;
    and why the others are left out.

    Files that are beyond the share are not compared with any other: a large package has tens of thousands.
    """
    of_part, of_project = choose.SHARES[-1]
    by_part: Counter[tuple[str, str]] = Counter()
    by_language: Counter[str] = Counter()
    lookalikes: dict[str, choose.Lookalikes] = defaultdict(choose.Lookalikes)
    bounded: list[HarvestedFile] = []
    left_out: dict[HarvestedFile, str] = {}
    for file in sorted(files, key=lambda file: file.digest):
        if by_part[file.language, file.part] >= of_part or by_language[file.language] >= 2 * of_project:
            left_out[file] = choose.BEYOND
        elif lookalikes[file.language].knows((work / file.key).read_text(encoding="utf-8")):
            left_out[file] = "near duplicate"
        else:
            by_part[file.language, file.part] += 1
            by_language[file.language] += 1
            bounded.append(file)
    return bounded, left_out
