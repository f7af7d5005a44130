"""A corpus folder: <language>/<project>/<files…>, or <language>/<files…> where each file is its own project.

Two kinds of folders begin with `git+`. `git+OWNER+NAME` is a repository; all repositories of an owner are one project,
`git+OWNER`, since people write alike wherever they write. `git+NAME`, without an owner, is a collection of files from
many origins, each of which is a project of its own.
"""

from __future__ import annotations

import hashlib
import os
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from langdetect_hook.failure import Failure
from langdetect_hook.files.content import read_whole
from langdetect_hook.languages import LANGUAGES
from langdetect_hook.network import NONE_OF_THESE
from langdetect_hook.training.corrections import corrected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A collection, or the repository of an owner: the two are told apart by a second `+`, which no owner or name has.
GIT_PREFIX = "git+"

_LARGEST_FILE = 16 << 20  # bytes; `corpus` keeps 64 KiB of a file

# The folder of a project that holds the code blocks of its documentation.
BLOCKS = ".blocks"


class Example(NamedTuple):
    """A file of the corpus: its path, the language its folder says, and the project it came from."""

    path: str
    language: str
    project: str

    @property
    def is_block(self) -> bool:
        """Whether it is a code block of a project's documentation, and no file."""
        return os.path.basename(os.path.dirname(self.path)) == BLOCKS


def read_corpus(folder: str, more: Iterable[str] = ()) -> list[Example]:
    """The files of a corpus in sorted order, wrong labels corrected; `more`: languages besides those of the table.

    Failure: no such folder, no file in it, or a single language.
    """
    if not os.path.isdir(folder):
        raise Failure(f"no such corpus folder: {folder}")
    known = (*(language.name for language in LANGUAGES), NONE_OF_THESE, *more)
    names = {folder_name(name): name for name in known}
    examples = []
    for directory in _folders(folder):
        for path, origin, project in _files(os.path.join(folder, directory)):
            said = names.get(directory, directory)
            language = corrected(said, origin, os.path.basename(path))
            if language is not None:
                examples.append(Example(path, language, project))
    found = {example.language for example in examples}
    if len(found) < 2:
        what = "files of one language only" if found else "no files in folders named after their languages"
        raise Failure(f"the corpus {folder} holds {what}: <language>/<project>/<file> is expected")
    return examples


def content_of(example: Example) -> bytes:
    """The bytes of a file of a corpus, read without ever waiting. Failure: it is none, or larger than any source."""
    try:
        return read_whole(example.path, _LARGEST_FILE)
    except OSError as error:
        raise Failure(f"{example.path} in the corpus {error}") from None


def folder_name(language: str) -> str:
    """The name of a language's folder: spaces and slashes are underscores there."""
    return language.replace(" ", "_").replace("/", "_")


def independent(folder: str) -> str:
    """Who stands behind a project's folder: its owner, for a repository; else the project itself."""
    owner, plus, _ = folder.removeprefix(GIT_PREFIX).partition("+")
    return GIT_PREFIX + owner.lower() if folder.startswith(GIT_PREFIX) and plus else folder


def is_collection(folder: str) -> bool:
    """Whether each file of a project's folder counts as a project of its own."""
    return folder.startswith(GIT_PREFIX) and "+" not in folder.removeprefix(GIT_PREFIX)


def digest(examples: Iterable[Example], contents: Iterable[bytes]) -> str:
    """The digest of examples whose contents are at hand."""
    identity = Digest()
    deque(identity.of_all(examples, contents), maxlen=0)
    return identity.hexdigest()


class Digest:
    """One SHA-256 over language, project and content of all examples, whatever folder they lie in."""

    def __init__(self) -> None:
        self._total = hashlib.sha256()

    def of_all(self, examples: Iterable[Example], contents: Iterable[bytes]) -> Iterator[bytes]:
        """The contents of the examples, each digested as it passes."""
        for example, content in zip(examples, contents, strict=False):
            words = f"{example.language}\0{example.project}\0{len(content)}\0"
            self._total.update(words.encode("utf-8", "surrogateescape"))
            self._total.update(content)
            yield content

    def hexdigest(self) -> str:
        """The digest of what has passed."""
        return self._total.hexdigest()


def _folders(folder: str) -> list[str]:
    """The folders of the languages. Failure: one is a link, which may lead to anywhere."""
    entries = [entry for entry in os.scandir(folder) if not entry.name.startswith(".") and entry.is_dir()]
    for entry in entries:
        if entry.is_symlink():
            raise Failure(f"{entry.path} in the corpus is a link: copy the folder that it leads to")
    return sorted(entry.name for entry in entries)


def _files(language_folder: str) -> list[tuple[str, str, str]]:
    """(path, folder that it came in, project) of each file below a language's folder: projects are called alike
    wherever the corpus lies."""
    found = []
    for entry in sorted(os.scandir(language_folder), key=lambda entry: entry.name):
        if entry.is_file(follow_symlinks=False):
            origin = os.path.basename(language_folder)
            found.append((entry.path, origin, f"{origin}/{entry.name}"))
        elif entry.is_dir(follow_symlinks=False):
            found += [(path, entry.name, _project_of(path, entry.name)) for path in _below(entry.path)]
    return found


def _below(project_folder: str) -> Iterator[str]:
    """The files of a project, those of a folder before those of its folders, however deep they are."""
    waiting = [project_folder]
    while waiting:
        try:
            entries = sorted(os.scandir(waiting.pop()), key=lambda entry: entry.name)
        except OSError:  # it cannot be read, or its path is too long
            continue
        yield from (entry.path for entry in entries if not entry.is_dir())
        waiting += [entry.path for entry in reversed(entries) if entry.is_dir(follow_symlinks=False)]


def _project_of(path: str, origin: str) -> str:
    return f"{origin}/{os.path.basename(path)}" if is_collection(origin) else independent(origin)
