"""The corpus manifest: which packages and repositories the corpus comes from, and how their files are labelled."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any

from langdetect_hook.failure import Failure
from langdetect_hook.languages.parsers import toml_table
from langdetect_hook.training.corpus import is_collection

REGISTRIES = ("debian", "debian-bin", "git", "npm", "pypi")
# Keys that speak of archives, which a repository has none of.
OF_ARCHIVES = ("maps", "sdist", "sha256")
OWNER = r"[A-Za-z0-9][A-Za-z0-9_-]{0,38}"
REPOSITORY = r"[A-Za-z0-9_.][A-Za-z0-9_.-]{0,99}"
COMMIT = r"[0-9a-f]{40}"


@dataclass(frozen=True)
class Source:
    """One package or repository: a `[[source]]` table of the manifest, its keys the fields of this class.

    registry   "debian" (source package), "debian-bin" (binary package), "git" (repository), "npm" or "pypi"
    name       of the package; "owner/name" of a repository
    version    of the package; the full name of a repository's commit, which is its digest as well
    counts     files that it offered when the manifest was made, by language; a rebuild far below says so
    overrides  file name pattern -> language, before any other label ("": a file of this pattern is left out)
    headers    the language of this package's `.h` files ("": told from their content)
    only       the languages taken from this package (empty: all)
    include    only files that match one of these patterns are taken (empty: all); a path in a repository begins at
               its top, one in an archive with what the archive has there
    skip       files that match one of these patterns are left out
    allow      parts of a path that would elsewhere mark a vendored or generated file ("dist/")
    split      a regular expression whose first group names the part of a large collection that a file is of
    maps       also take the original files held in source maps
    sdist      take the source distribution even where a wheel exists
    sha256     archive name -> digest; an archive that is not named here is taken and its digest reported

    The last three are of packages only.
    """

    registry: str
    name: str
    version: str
    counts: dict[str, int] = field(default_factory=dict)
    overrides: dict[str, str] = field(default_factory=dict)
    headers: str = ""
    only: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    split: str = ""
    maps: bool = False
    sdist: bool = False
    sha256: dict[str, str] = field(default_factory=dict)

    @property
    def project(self) -> str:
        """The folder name of the package in a corpus: `npm+@uniswap__v3-core`, `git+owner+name`."""
        if self.registry == "git":
            return f"git+{self.name.replace('/', '+')}"
        return f"{self.registry}+{self.name.replace('/', '__')}"

    def fingerprint(self) -> str:
        """A digest that changes whenever a field does that decides which files are taken."""
        decisive = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "counts"}
        return hashlib.sha256(json.dumps(decisive, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class Collection:
    """Files of the shipped model's corpus that come from no registry, hence are not rebuilt by the command.

    `project` is its folder name in the corpus, `git+NAME` without an owner (`git+OWNER+NAME` is a repository); each of
    its files counts as a project of its own.
    """

    project: str
    files: int
    origin: str


@dataclass(frozen=True)
class Manifest:
    """The sources and collections; `suites` are the Debian releases that had the pinned versions when it was made."""

    sources: tuple[Source, ...]
    suites: tuple[str, ...] = ()
    collections: tuple[Collection, ...] = ()


def load_manifest(path: str | Path) -> Manifest:
    """The manifest in a TOML file; Failure if it can't be read, or says something that this version doesn't know."""
    try:
        table = toml_table(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise Failure(f"{path}: the manifest can't be read: {error.strerror}") from error
    except ValueError as error:  # not UTF-8, or not TOML
        raise Failure(f"{path}: not a TOML file: {error}") from error
    unknown = set(table) - {"suites", "source", "collection"}
    if unknown:
        raise Failure(f"{path}: unknown key {sorted(unknown)[0]!r}")
    sources = tuple(
        _source(row, f"{path}: source {number}") for number, row in enumerate(_rows(table, "source", path), 1)
    )
    if not sources:
        raise Failure(f"{path}: no [[source]]")
    projects = [source.project.lower() for source in sources]
    twice = sorted({project for project in projects if projects.count(project) > 1})
    if twice:
        raise Failure(f"{path}: {twice[0]} stands twice")
    collections = tuple(
        _collection(row, f"{path}: collection {number}")
        for number, row in enumerate(_rows(table, "collection", path), 1)
    )
    suites = table.get("suites", [])
    if not _is(suites, "tuple[str, ...]") or not all(re.fullmatch(r"[a-z]+", suite) for suite in suites):
        raise Failure(f"{path}: suites: expected a list of Debian release names")
    return Manifest(sources=sources, suites=tuple(suites), collections=collections)


def _rows(table: dict[str, Any], key: str, path: str | Path) -> list[dict[str, Any]]:
    rows = table.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Failure(f"{path}: {key}: expected [[{key}]] tables")
    return rows


def _source(row: dict[str, Any], where: str) -> Source:
    source: Source = _typed(Source, row, where)
    where = f"{where} ({source.name})"
    if source.registry not in REGISTRIES:
        raise Failure(f"{where}: registry {source.registry!r}: expected one of {', '.join(REGISTRIES)}")
    (_check_repository if source.registry == "git" else _check_package)(source, where)
    for name, digest in source.sha256.items():
        if not re.fullmatch(r"[0-9a-f]{64}", digest):
            raise Failure(f"{where}: sha256 of {name}: expected 64 lower-case hexadecimal digits")
    try:
        groups = re.compile(source.split).groups
    except re.error as error:
        raise Failure(f"{where}: split: {error}") from error
    if source.split and not groups:
        raise Failure(f"{where}: split: the expression has no group")
    return source


# A name or version goes into a client's command line and into a folder name: no option, no path, no address.
def _check_package(source: Source, where: str) -> None:
    for value in (source.name, source.version):
        if not re.fullmatch(r"(@[\w.-]+/)?[A-Za-z0-9_][\w.+~:-]*", value) or ".." in value or "__" in source.name:
            raise Failure(f"{where}: {value!r} is not a package name and version")


def _check_repository(source: Source, where: str) -> None:
    name = source.name
    if not re.fullmatch(f"{OWNER}/{REPOSITORY}", name) or ".." in name or name.endswith((".git", "/.")):
        raise Failure(f"{where}: {name!r} is not the owner/name of a repository")
    if not re.fullmatch(COMMIT, source.version):
        raise Failure(f"{where}: version: expected the full name of a commit, 40 lower-case hexadecimal digits")
    for key in OF_ARCHIVES:
        if getattr(source, key):
            raise Failure(f"{where}: {key}: a repository has no archives")


def _collection(row: dict[str, Any], where: str) -> Collection:
    collection: Collection = _typed(Collection, row, where)
    if not is_collection(collection.project):
        raise Failure(f"{where}: project {collection.project!r}: expected git+NAME")
    return collection


def _typed(kind: Any, row: dict[str, Any], where: str) -> Any:
    types = {f.name: str(f.type) for f in fields(kind)}
    values = {}
    for key, value in row.items():
        if key not in types:
            raise Failure(f"{where}: unknown key {key!r}")
        if not _is(value, types[key]):
            raise Failure(f"{where}: {key}: expected {types[key]}")
        values[key] = tuple(value) if isinstance(value, list) else value
    for f in fields(kind):
        if f.name not in values and f.default is MISSING and f.default_factory is MISSING:
            raise Failure(f"{where}: the key {f.name!r} is missing")
    return kind(**values)


def _is(value: Any, expected: str) -> bool:
    if expected == "tuple[str, ...]":
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if expected.startswith("dict["):
        kind = int if expected.endswith("int]") else str
        return isinstance(value, dict) and all(type(item) is kind for item in value.values())
    return type(value).__name__ == expected
