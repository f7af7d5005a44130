"""The set on disk: OUT/<Language>/<project>/<n>.<ext>, and OUT/index.tsv, which says where each file is from."""

from __future__ import annotations

import csv
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.training.corpus import folder_name
from langdetect_hook.training.corpus_builder.blocks import blocks_of
from langdetect_hook.training.corpus_builder.tags import language_of
from tests.benchmarks.snippets.choice import Snippet

PAGES = ".pages"
INDEX = "index.tsv"
COLUMNS = ("path", "language", "tag", "lines", "page")


class Row(NamedTuple):
    """A file of the set: its path below OUT, and what is known of it."""

    path: str
    language: str
    tag: str
    lines: int
    page: str


def snippets_in(pages: Path, unknown: Counter[str]) -> Iterator[Snippet]:
    """Every block below `pages` (<project>/<path>) whose tag names a language; tags that nobody knows are counted."""
    for path in sorted(path for path in pages.glob("[!.]*/**/*") if path.is_file()):
        project, page = path.relative_to(pages).parts[0], os.fspath(path.relative_to(pages))
        for tag, code in blocks_of(path.name, read_text(path)):
            language = language_of(tag)
            if language:
                yield Snippet(language, project, page, tag, code.strip("\n") + "\n")
            elif language is None:
                unknown[tag.lower()] += 1


def read_text(path: Path) -> str:
    """A page's text with `\\n` line ends; a page in another encoding than UTF-8 has no text here."""
    try:
        return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return ""


def write_set(out: Path, snippets: Iterable[Snippet]) -> list[Row]:
    """Write the chosen snippets and their index in the place of what was there."""
    for folder in out.glob("[!.]*"):
        shutil.rmtree(folder) if folder.is_dir() else folder.unlink()
    rows = []
    numbers: Counter[tuple[str, str]] = Counter()
    for snippet in snippets:
        numbers[snippet.language, snippet.project] += 1
        number = numbers[snippet.language, snippet.project]
        path = f"{folder_name(snippet.language)}/{snippet.project}/{number}{suffix_of(snippet.language)}"
        write(out / path, snippet.code.encode("utf-8", "replace"))
        rows.append(Row(path, snippet.language, snippet.tag, snippet.code.count("\n"), snippet.page))
    write_index(out / INDEX, rows)
    return rows


def suffix_of(language: str) -> str:
    """The extension for a file of a language: the primary one, where it has one."""
    primary = LANGUAGE_OF[language].primary if language in LANGUAGE_OF else ""
    return primary if primary.startswith(".") else ".txt"


def write(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


def write_index(path: Path, rows: list[Row]) -> None:
    lines = ["\t".join(COLUMNS), *("\t".join(map(str, row)) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_set(out: Path) -> list[Row]:
    """The files of the set."""
    with (out / INDEX).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(row["path"], row["language"], row["tag"], int(row["lines"]), row["page"]) for row in reader]
