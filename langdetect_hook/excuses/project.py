"""What the files of a project say of its tools, which may read more than a language has."""

from __future__ import annotations

import os
import re
from itertools import islice

from langdetect_hook.files import folders_to_top
from langdetect_hook.files.content import Unreadable, read_whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.suspicion import Suspicion

# What stands in the package.json of a project whose tools read types of Flow in any script, said so in it or not.
_READERS = {
    b'"react-native': "React Native",
    b'"flow-bin"': "Flow",
    b'preset-flow"': "Flow",
    b'flow-strip-types"': "Flow",
}
_MOST_FOLDERS = 16
_BUILD_FILE = "CMakeLists.txt"
# The first argument of CMake's command, without what names the folder of the build file.
_FILLED_IN = rb"\bconfigure_file\s*\(\s*\"?(?:\$\{CMAKE_CURRENT_(?:LIST|SOURCE)_DIR\}/)?"


def takes_types_off(case: Case, suspicion: Suspicion) -> str:
    """The tool that takes types off the JavaScript of a file's project, where the file looks like TypeScript; or "".

    The nearest package.json says it, or a .flowconfig in any folder above.
    """
    if suspicion.language != "TypeScript" or "JavaScript" not in case.claim.languages or case.is_nowhere:
        return ""
    folders = list(islice(folders_to_top(os.path.dirname(os.path.abspath(case.path))), _MOST_FOLDERS))
    if any(os.path.isfile(os.path.join(folder, ".flowconfig")) for folder in folders):
        return "Flow"
    packages = (os.path.join(folder, "package.json") for folder in folders)
    nearest = next(filter(os.path.isfile, packages), "")
    return _reader_in(nearest) if nearest else ""


def _reader_in(package: str) -> str:
    raw = _content_of(package)
    return next((tool for words, tool in _READERS.items() if words in raw), "")


def fills_it_in(case: Case, suspicion: Suspicion) -> bool:
    """Whether the CMakeLists.txt beside a file has CMake fill it in: it is a template of another file, whose name says
    what it holds."""
    if case.is_nowhere:
        return False
    folder, name = os.path.split(os.path.abspath(case.path))
    raw = _content_of(os.path.join(folder, _BUILD_FILE))
    return re.search(_FILLED_IN + re.escape(os.fsencode(name)) + rb"(?![\w.-])", raw, re.IGNORECASE) is not None


def _content_of(path: str) -> bytes:
    """The bytes of a project's file; none where it cannot be read."""
    try:
        return read_whole(path)
    except Unreadable:
        return b""
