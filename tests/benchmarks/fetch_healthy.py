"""Download and unpack the healthy trees that the false-alarm benchmark reads.

    python -m tests.benchmarks.fetch_healthy OUT [--set SET] [--registry debian|git|npm|pypi] [--git DIR]

The packages stand in healthy_projects.toml. They come whole (tests, documentation, vendored parts) through
the registries' clients, as those of the corpus do, and no code of theirs is run. The public repositories stand in
healthy_repositories.toml, each at one commit: they come from clones in DIR (`DIR/owner+name`) or are fetched, and
keep their history in OUT/.stores (git_repositories.py). A project that is already in
OUT is left alone, so an interrupted run goes on where it stopped. Exit status: 0 all there, 1 some could not
be fetched, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

import tomllib

from langdetect_hook.training.corpus_builder import fetch as packages
from langdetect_hook.training.corpus_builder.apt import AptLists
from langdetect_hook.training.corpus_builder.clients import run_client
from langdetect_hook.training.corpus_builder.manifest import Source
from langdetect_hook.training.corpus_builder.source_error import SourceError
from tests.benchmarks import git_repositories

MANIFEST = Path(__file__).with_name("healthy_projects.toml")
REPOSITORIES = Path(__file__).with_name("healthy_repositories.toml")
SETS = ("development", "final")
FILES_PER_PROJECT = 1500  # so that no project dominates the count
REGISTRIES = ("debian", "git", "npm", "pypi")
SUITES = ("bookworm", "trixie")  # Debian 12 and 13


class Project(NamedTuple):
    """A package of a registry, and the set it belongs to."""

    set: str
    registry: str
    name: str
    version: str


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="fetch_healthy", description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--set", choices=SETS, help="only this set")
    parser.add_argument("--registry", choices=REGISTRIES, help="only projects of this registry")
    parser.add_argument("--git", type=Path, metavar="DIR", help="a folder of clones of the public repositories")
    parser.add_argument("--manifest", type=Path, action="append", help="instead of the two lists of this folder")
    options = parser.parse_args(argv)

    manifests = options.manifest or [MANIFEST, REPOSITORIES]
    projects = [project for manifest in manifests for project in read_manifest(manifest)]
    if options.set:
        projects = [project for project in projects if project.set == options.set]
    if options.registry:
        projects = [project for project in projects if project.registry == options.registry]
    apt = AptLists(options.out / ".apt")
    try:
        if any(project.registry == "debian" for project in projects):
            apt.update(SUITES)
    except SourceError as error:
        print(f"fetch_healthy: {error}", file=sys.stderr)
    failures = 0
    for number, project in enumerate(projects, 1):
        folder = options.out / project.set / folder_name(project)
        if folder.is_dir():
            continue
        try:
            files = fetch(project, folder, apt, options.git)
            print(f"{number}/{len(projects)} {project.set} {folder.name}: {files} files", flush=True)
        except (SourceError, OSError) as error:
            failures += 1
            print(f"{number}/{len(projects)} {project.set} {folder.name}: NOT FETCHED: {error}", flush=True)
    return 1 if failures else 0


def read_manifest(path: Path = MANIFEST) -> list[Project]:
    """The manifest's projects: of each set and registry, lines of a name and a version."""
    with open(path, "rb") as file:
        sets: dict[str, dict[str, list[str]]] = tomllib.load(file)
    return [
        Project(name, registry, *line.split(" "))
        for name, registries in sets.items()
        for registry, lines in registries.items()
        for line in lines
    ]


def folder_name(project: Project) -> str:
    """The project's folder, as the corpus names its own: registry+name, slashes as underscores."""
    return f"{project.registry}+{project.name.replace('/', '_')}"


def fetch(project: Project, folder: Path, apt: AptLists, clones: Path | None = None) -> int:
    """Unpack one project into `folder`, cut to FILES_PER_PROJECT, and return the number of its files."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".fetching-") as scratch:
        tree = Path(scratch, "tree")
        if project.registry == "git":
            files = export(project, git_repositories.store_of(folder), tree, clones)
        else:
            files = unpack_package(project, Path(scratch, "downloads"), tree, apt)
        if not files:
            raise SourceError("nothing unpacked")
        os.rename(tree, folder)
    return files


def export(project: Project, store: Path, tree: Path, clones: Path | None) -> int:
    """Write the files of a public repository's commit to `tree`, and keep its history in `store`."""
    if not (store / "index").is_file():
        shutil.rmtree(store, ignore_errors=True)
        git_repositories.store(project.name, project.version, store, clones)
    tree.mkdir()
    return git_repositories.export(store, tree, FILES_PER_PROJECT)


def unpack_package(project: Project, downloads: Path, tree: Path, apt: AptLists) -> int:
    """Download a package into the new folder `downloads`, and unpack it to `tree`."""
    downloads.mkdir()
    archives, _ = packages.fetch(Source(project.registry, project.name, project.version, sdist=True), downloads, apt)
    unpack(archives, tree)
    return thin_out(tree)


def unpack(archives: list[Path], tree: Path) -> None:
    """Unpack what a client brought: a Debian source package, or one tar or zip archive."""
    descriptions = sorted(archives[0].parent.glob("*.dsc"))
    if descriptions:
        # Without the patches: quilt would keep a second copy of each patched file.
        command = ["dpkg-source", "--no-check", "--skip-patches", "-x", descriptions[0].name, str(tree)]
        run_client(command, archives[0].parent, descriptions[0].name)
        return
    for archive in archives:
        if archive.suffix == ".zip":
            zipfile.ZipFile(archive).extractall(tree)
        else:
            with tarfile.open(archive) as tar:
                if hasattr(tarfile, "data_filter"):
                    tar.extractall(tree, filter="data")
                else:
                    tar.extractall(tree)


def thin_out(tree: Path) -> int:
    """Keep regular files only, at most FILES_PER_PROJECT: those whose paths have the lowest digests."""
    kept = []
    for folder, folders, names in os.walk(tree):
        links_to_folders = [name for name in folders if os.path.islink(os.path.join(folder, name))]
        for name in names + links_to_folders:
            path = os.path.join(folder, name)
            if os.path.islink(path) or not os.path.isfile(path):
                os.unlink(path)
            else:
                relative = os.path.relpath(path, tree)
                kept.append((hashlib.sha256(os.fsencode(relative)).hexdigest(), path))
    kept.sort()
    for _, path in kept[FILES_PER_PROJECT:]:
        os.unlink(path)
    for folder, _, _ in os.walk(tree, topdown=False):
        os.chmod(folder, 0o755)
        if folder != str(tree) and not os.listdir(folder):
            os.rmdir(folder)
    shutil.rmtree(tree / ".pc", ignore_errors=True)
    return min(len(kept), FILES_PER_PROJECT)


if __name__ == "__main__":
    sys.exit(main())
