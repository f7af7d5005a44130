"""The names that GitHub Linguist and pre-commit's identify know, as facts to compare ours with.

    python -m tests.claims.names_elsewhere

writes `linguist.tsv` and `identify.tsv` beside this file: of each language (identify: set of tags) the extensions and
the full names; and `linguist_names.tsv` into the package: what Linguist calls the languages, which is what people write
into `.gitattributes`. These come from the npm package linguist-languages, which repeats Linguist's languages.yml,
identify's from the PyPI package identify; both are fetched by `npm pack` and `pip download`, and read, never run. The
first line of each file says of which version it is, and under which licence the original is.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from langdetect_hook.languages import linguist_names

FOLDER = Path(__file__).parent
LINGUIST, IDENTIFY = FOLDER / "linguist.tsv", FOLDER / "identify.tsv"
LINGUIST_NAMES = Path(linguist_names.PATH)
LINGUIST_PACKAGE, IDENTIFY_PACKAGE = "linguist-languages", "identify"
# One value of a data module: `  name: 'Elm',` and `  extensions: ['.elm'],`, over one line or several.
_VALUE = r"^  {}: (\[[^]]*\]|.*),$"
_STRING = r"""(['"])((?:\\.|(?!\1).)*)\1"""


class Known(NamedTuple):
    """What a table elsewhere knows of one language: its name there (or tags, between commas), extensions with their
    dots, full names."""

    language: str
    extensions: tuple[str, ...]
    names: tuple[str, ...]


def read(table: Path) -> list[Known]:
    """The rows of a copy."""
    cells = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:]]
    return [Known(language, tuple(extensions.split()), tuple(names.split())) for language, extensions, names in cells]


def written(source: str, rows: Iterable[Known]) -> str:
    """The text of a copy."""
    lines = [f"{row.language}\t{' '.join(row.extensions)}\t{' '.join(row.names)}" for row in rows]
    return "\n".join([source, *sorted(lines)]) + "\n"


def of_data_module(text: str) -> Known:
    """What one module of the package linguist-languages says: an object literal, a key a line."""
    return Known(*_strings("name", text), tuple(_strings("extensions", text)), tuple(_strings("filenames", text)))


def _strings(key: str, text: str) -> list[str]:
    value = re.search(_VALUE.format(key), text, re.MULTILINE)
    return [re.sub(r"\\(.)", r"\1", string) for _, string in re.findall(_STRING, value[1])] if value else []


def of_identify(text: str) -> Iterator[Known]:
    """What identify's module of extensions says, by sets of tags."""
    values = {target.id: node.value for node in ast.parse(text).body for target in _targets(node)}
    extensions = _tags(values["EXTENSIONS"], {})
    names = _tags(values["NAMES"], extensions)
    maybe_binary = _tags(values["EXTENSIONS_NEED_BINARY_CHECK"], {})
    found: dict[str, tuple[list[str], list[str]]] = {}
    for table, place, dot in ((extensions, 0, "."), (maybe_binary, 0, "."), (names, 1, "")):
        for name, tags in table.items():
            found.setdefault(",".join(sorted(tags)), ([], []))[place].append(dot + name)
    for tags_of, (suffixes, full) in found.items():
        yield Known(tags_of, tuple(sorted(suffixes)), tuple(sorted(full)))


def _targets(node: ast.stmt) -> list[ast.Name]:
    return [target for target in node.targets if isinstance(target, ast.Name)] if isinstance(node, ast.Assign) else []


def _tags(node: ast.expr, extensions: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    assert isinstance(node, ast.Dict)
    return {
        ast.literal_eval(key): _set(value, extensions)
        for key, value in zip(node.keys, node.values, strict=True)
        if key is not None
    }


def _set(node: ast.expr, extensions: dict[str, frozenset[str]]) -> frozenset[str]:
    """The tags of a literal, of `EXTENSIONS['py']`, or of several such, joined by `|`."""
    if isinstance(node, ast.BinOp):
        return _set(node.left, extensions) | _set(node.right, extensions)
    if isinstance(node, ast.Subscript):
        return extensions[ast.literal_eval(node.slice)]
    return frozenset(ast.literal_eval(node))


def _fetched(command: list[str], folder: Path) -> Path:
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return next(path for path in folder.iterdir() if path.suffix in (".tgz", ".whl"))


def fetched_linguist(folder: Path) -> str:
    """The copy of Linguist's names of files, from the newest package."""
    version, texts = _fetched_modules(folder)
    rows = [row for text in texts if any((row := of_data_module(text))[1:])]
    return written(_source("names", version), rows)


def fetched_linguist_names(folder: Path) -> str:
    """The copy of what Linguist calls the languages: each name, and behind it its aliases between commas."""
    version, texts = _fetched_modules(folder)
    rows = [f"{_strings('name', text)[0]}\t{', '.join(_strings('aliases', text))}" for text in texts]
    return "\n".join([_source("names of languages, and their aliases", version), *sorted(rows)]) + "\n"


def _source(what: str, version: str) -> str:
    return f"# GitHub Linguist's {what} (MIT), by the npm package {LINGUIST_PACKAGE} {version} (MIT)"


def _fetched_modules(folder: Path) -> tuple[str, list[str]]:
    """The version of the newest package, and the text of its module for each language."""
    package = _fetched(["npm", "pack", "--ignore-scripts", "--loglevel=error", LINGUIST_PACKAGE], folder)
    version = package.name.removeprefix(f"{LINGUIST_PACKAGE}-").removesuffix(".tgz")
    with tarfile.open(package) as archive:
        modules = [member for member in archive if re.fullmatch(r"package/data/[^/]+\.js", member.name)]
        texts = [stream.read().decode("utf-8") for member in modules if (stream := archive.extractfile(member))]
    return version, [text for text in texts if re.search(_VALUE.format("name"), text, re.MULTILINE)]


def fetched_identify(folder: Path) -> str:
    """The copy of identify's names, from the newest package."""
    package = _fetched([sys.executable, "-m", "pip", "download", "-q", "--no-deps", IDENTIFY_PACKAGE], folder)
    with zipfile.ZipFile(package) as archive:
        text = archive.read("identify/extensions.py").decode("utf-8")
    version = package.name.split("-")[1]
    return written(f"# identify's names (MIT), by the PyPI package {IDENTIFY_PACKAGE} {version}", of_identify(text))


def main() -> int:
    """The exit status of the command, which writes all copies."""
    copies = ((LINGUIST, fetched_linguist), (LINGUIST_NAMES, fetched_linguist_names), (IDENTIFY, fetched_identify))
    for table, fetched in copies:
        with tempfile.TemporaryDirectory() as folder:
            table.write_text(fetched(Path(folder)), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
