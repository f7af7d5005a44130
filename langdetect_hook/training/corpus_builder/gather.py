"""The corpus folder from all harvests: <Language>/<project>/<file>, index.jsonl, dropped.jsonl and report.json."""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from langdetect_hook.failure import Failure
from langdetect_hook.files.renaming import exchange
from langdetect_hook.training.corpus import BLOCKS, independent

from . import documentation
from .choose import BEYOND, COMPARED_FILES, LANGUAGE_BLOCKS, Candidate, Lookalikes, fair_share
from .harvest import Harvest, HarvestedFile
from .manifest import Manifest

NAME_LENGTH = 80
# In the folder of the build: the corpus that was in the place of the new one.
_PREVIOUS = "previous"
INDEX_NAME = "index.jsonl"


def language_folder(language: str) -> str:
    """The folder name of a language: spaces and slashes written as `_`."""
    return language.replace(" ", "_").replace("/", "_")


class Base(NamedTuple):
    """A corpus that another one begins with: its folder, and the rows of its index.jsonl."""

    folder: Path
    rows: list[dict[str, Any]]

    @property
    def projects(self) -> frozenset[str]:
        """The projects that it has files of."""
        return frozenset(str(row["project"]) for row in self.rows)


def read_base(folder: Path) -> Base:
    """The corpus in `folder`; Failure if it is none, or has no index.jsonl that names its files."""
    try:
        lines = (folder / INDEX_NAME).read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        for row in rows:
            row["path"], row["language"], row["project"]
    except OSError as error:
        raise Failure(f"{folder} is not a corpus: {INDEX_NAME} can't be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise Failure(f"{folder}/{INDEX_NAME} is not the index of a corpus") from error
    return Base(folder, rows)


def gather(harvests: dict[str, Harvest], folder: Path, base: Base | None = None) -> list[dict[str, Any]]:
    """The rows of index.jsonl (sorted by path) of the corpus that is written into the new `folder`.

    dropped.jsonl lists the files that had a language and were not taken: project, path in the archive, language,
    reason. All files of `base` come first, and what is nearly the same as one of them is dropped.
    """
    files: dict[tuple[str, str], HarvestedFile] = {}
    by_language: dict[str, list[Candidate]] = defaultdict(list)
    dropped = []
    for project, harvest in sorted(harvests.items()):
        dropped += [_dropped(project, *row) for row in harvest.dropped]
        for file in harvest.files:
            files[project, file.key] = file
            by_language[file.language].append(Candidate(file.key, file.language, project, file.part, file.digest))
    rows = []
    folder.mkdir(parents=True)
    known: dict[str, Lookalikes] = defaultdict(Lookalikes)
    if base is not None:
        rows += [_take_over(row, base.folder, folder, known) for row in base.rows]
    for language, candidates in sorted(by_language.items()):
        distinct = []
        lookalikes = known[language]
        compared = set(fair_share(candidates, COMPARED_FILES))
        for candidate in candidates:
            origin = files[candidate.project, candidate.key].path
            if candidate not in compared:
                dropped.append(_dropped(candidate.project, origin, language, BEYOND))
                continue
            path = harvests[candidate.project].folder / candidate.key
            if lookalikes.knows(path.read_text(encoding="utf-8")):
                dropped.append(
                    _dropped(candidate.project, origin, language, "near duplicate of another project's file")
                )
            else:
                distinct.append(candidate)
        blocks = [candidate for candidate in distinct if candidate.part == documentation.PART]
        chosen = set(fair_share([candidate for candidate in distinct if candidate.part != documentation.PART]))
        chosen.update(fair_share(blocks, LANGUAGE_BLOCKS))
        for candidate in distinct:
            file = files[candidate.project, candidate.key]
            if candidate in chosen:
                rows.append(_place(candidate, file, harvests[candidate.project].folder, folder))
            else:
                dropped.append(_dropped(candidate.project, file.path, language, BEYOND))
    rows.sort(key=lambda row: str(row["path"]))
    _write_lines(folder / "dropped.jsonl", dropped)
    _write_lines(folder / INDEX_NAME, rows)
    return rows


def report_of(
    manifest: Manifest,
    harvests: dict[str, Harvest],
    failures: dict[str, str],
    rows: list[dict[str, Any]],
    folder: Path,
    base: Base | None = None,
) -> dict[str, Any]:
    """What report.json says: languages, sources, failures and what was dropped, by reason."""
    taken_over = base.projects if base is not None else frozenset()
    projects: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        projects[row["language"]].add(independent(row["project"]))
    per_language = Counter(row["language"] for row in rows)
    per_project = Counter((row["project"], row["language"]) for row in rows)
    reasons: Counter[str] = Counter()
    with (folder / "dropped.jsonl").open(encoding="utf-8") as lines:
        reasons.update(json.loads(line)["reason"] for line in lines)
    passed_over: Counter[str] = Counter()
    sources = {}
    for source in manifest.sources:
        if harvest := harvests.get(source.project):
            passed_over.update(harvest.passed_over)
            offered = Counter(file.language for file in harvest.files)
            sources[source.project] = {
                "archives": harvest.archives,
                "unrecorded": sorted(set(harvest.archives) - set(source.sha256)),
                "offered": dict(sorted(offered.items())),
                "taken": {
                    language: number
                    for (project, language), number in sorted(per_project.items())
                    if project == source.project
                },
                "fewer_than_expected": sorted(
                    language for language, number in source.counts.items() if offered[language] < number / 2
                ),
                "remarks": harvest.remarks,
            }
    return {
        "files": len(rows),
        "projects": len({independent(row["project"]) for row in rows}),
        "languages": {
            name: {"files": number, "projects": len(projects[name])} for name, number in sorted(per_language.items())
        },
        "dropped": dict(reasons.most_common()),
        "passed_over": dict(passed_over.most_common()),
        "failures": failures,
        "not_rebuilt": [
            collection.project
            for collection in manifest.collections
            if not any(project.partition("/")[0] == collection.project for project in taken_over)
        ],
        "sources": sources,
    }


def put_in_place(new: Path, output: Path) -> None:
    """Rename `new` to `output`; an earlier corpus there goes only once the new one is complete."""
    previous = new.with_name(_PREVIOUS)
    shutil.rmtree(previous, ignore_errors=True)
    if not output.exists():
        os.rename(new, output)
    elif exchange(os.fspath(new), os.fspath(output)):
        os.rename(new, previous)
    else:
        _replace_in_two_steps(new, output, previous)
    shutil.rmtree(previous, ignore_errors=True)


def restore(building: Path, output: Path) -> None:
    """Put an earlier corpus back, which a run that was killed had moved away before the new one took its place."""
    previous = building / _PREVIOUS
    if previous.exists() and not output.exists():
        os.rename(previous, output)


def _replace_in_two_steps(new: Path, output: Path, previous: Path) -> None:
    """What is done where the file system has no exchange. `restore` mends what remains of a run killed in between."""
    os.rename(output, previous)
    try:
        os.rename(new, output)
    except OSError:
        os.rename(previous, output)
        raise


def _take_over(row: dict[str, Any], source: Path, folder: Path, known: dict[str, Lookalikes]) -> dict[str, Any]:
    target = folder / row["path"]
    target.parent.mkdir(parents=True, exist_ok=True)
    raw = (source / row["path"]).read_bytes()
    target.write_bytes(raw)
    known[row["language"]].knows(raw.decode("utf-8", "replace"))
    return row


def _place(candidate: Candidate, file: HarvestedFile, source: Path, folder: Path) -> dict[str, Any]:
    # Keep the end of the name, which has the extension; the digest tells equal names of one project apart.
    name = re.sub(r"[^A-Za-z0-9._+-]", "_", posixpath.basename(file.path))[-NAME_LENGTH:]
    inside = (BLOCKS,) if candidate.part == documentation.PART else ()
    path = posixpath.join(language_folder(file.language), candidate.project, *inside, f"{file.digest[:8]}_{name}")
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source / file.key, target)
    return {
        "path": path,
        "language": file.language,
        "project": candidate.project,
        "sha256": file.digest,
        "bytes": target.stat().st_size,
    }


def _dropped(project: str, path: str, language: str, reason: str) -> dict[str, Any]:
    return {"project": project, "path": path, "language": language, "reason": reason}


def _write_lines(path: Path, rows: list[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
