"""The whole build: harvest every source of the manifest, then gather the corpus from the harvests."""

from __future__ import annotations

import json
import shutil
import sys
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from langdetect_hook.failure import Failure

from .apt import AptLists
from .gather import INDEX_NAME, gather, put_in_place, read_base, report_of, restore
from .harvest import Harvest, finished_harvest, harvest, remove
from .manifest import Manifest, Source
from .source_error import SourceError


def build_corpus(
    manifest: Manifest,
    output: Path,
    only: Iterable[str] = (),
    jobs: int = 2,
    begin_with: Path | None = None,
    clones: Path | None = None,
) -> dict[str, Any]:
    """The report of the corpus that is built in `output`, as OUT/report.json has it.

    Works in `output`.building and renames at the end; what an earlier, interrupted run harvested is taken from there,
    and the folder stays as long as a source is missing. Failure if `output` is something other than a corpus, or `only`
    names a package that the manifest doesn't have. The files of the corpus `begin_with` are all in the new one;
    packages that it already has are not fetched. Nor are repositories of which the folder `clones` has a clone.
    """
    if clones is not None and not clones.is_dir():
        raise Failure(f"no such folder of clones: {clones}")
    sources = _selected(manifest, tuple(only))
    base = read_base(begin_with) if begin_with is not None else None
    if base is not None:
        sources = tuple(source for source in sources if source.project not in base.projects)
    output = output.resolve()
    if output.exists() and not (output / INDEX_NAME).exists() and (not output.is_dir() or any(output.iterdir())):
        raise Failure(f"{output} exists and is not a corpus: choose another folder")
    building = output.with_name(output.name + ".building")
    building.mkdir(parents=True, exist_ok=True)
    restore(building, output)
    harvests, failures = _harvest_all(sources, manifest.suites, building, jobs, clones)
    if base is None and not any(harvested.files for harvested in harvests.values()):
        reason = next(iter(failures.values()), "no source has a file that passes the filters")
        raise Failure(f"there is no corpus to write: {reason}")
    new = building / "corpus"
    shutil.rmtree(new, ignore_errors=True)
    rows = gather(harvests, new, base)
    report = report_of(manifest, harvests, failures, rows, new, base)
    (new / "report.json").write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    put_in_place(new, output)
    others = {path.name for path in (building / "sources").iterdir()} - set(harvests)
    if not failures and not others:  # with `only`, keep what another run has finished
        for harvested in harvests:
            remove(building / "sources" / harvested)
        shutil.rmtree(building, ignore_errors=True)
    return report


def _selected(manifest: Manifest, only: tuple[str, ...]) -> tuple[Source, ...]:
    known = {name for source in manifest.sources for name in (source.name, source.project)}
    for name in only:
        if name not in known:
            raise Failure(f"the manifest has no source {name!r}")
    return tuple(s for s in manifest.sources if not only or s.name in only or s.project in only)


def _harvest_all(
    sources: tuple[Source, ...], suites: tuple[str, ...], building: Path, jobs: int, clones: Path | None
) -> tuple[dict[str, Harvest], dict[str, str]]:
    folder = building / "sources"
    folder.mkdir(exist_ok=True)
    harvests = {s.project: done for s in sources if (done := finished_harvest(s, folder))}
    failures: dict[str, str] = {}
    missing = [source for source in sources if source.project not in harvests]
    apt = AptLists(building / "apt")
    if any(source.registry.startswith("debian") for source in missing):
        try:
            apt.update(suites)
        except SourceError as error:
            failures = {s.project: str(error) for s in missing if s.registry.startswith("debian")}
    waiting = [source for source in missing if source.project not in failures]
    stop = threading.Event()
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        running = {pool.submit(harvest, source, folder, apt, stop, clones): source for source in waiting}
        try:
            for future in _with_bar(as_completed(running), len(sources), len(sources) - len(waiting)):
                project = running[future].project
                try:
                    harvests[project] = future.result()
                except SourceError as error:
                    failures[project] = str(error)
        except BaseException:  # an interrupt, or a full disk: keep what is finished, begin nothing new
            stop.set()
            pool.shutdown(wait=True, cancel_futures=True)
            raise
    return harvests, dict(sorted(failures.items()))


def _with_bar(futures: Iterator[Future[Harvest]], total: int, done: int) -> Iterator[Future[Harvest]]:
    """The futures, with a progress bar where there is a terminal."""
    if not sys.stderr.isatty():
        return futures
    from tqdm import tqdm

    bar: Iterator[Future[Harvest]] = iter(tqdm(futures, total=total, initial=done, unit=" packages"))
    return bar
