"""What the files of a project say of its tools, which may read more than a language has."""

from __future__ import annotations

import os
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
    try:
        raw = read_whole(package)
    except Unreadable:
        return ""
    return next((tool for words, tool in _READERS.items() if words in raw), "")
