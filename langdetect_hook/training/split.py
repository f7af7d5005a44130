"""Which projects the network learns from, and which are held out: whole projects, never single files."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from langdetect_hook.training.corpus import Example

TRAINING, VALIDATION, TEST = "training", "validation", "test"
# A language with fewer projects than this keeps them all for training.
_FEWEST_PROJECTS = 5
# A project with more than this share of a language's files is never held out for that language.
_LARGEST_SHARE = 0.4
_TEST_SHARE, _VALIDATION_SHARE = 1 / 6, 1 / 9


def split_projects(examples: list[Example], seed: int = 0) -> dict[str, str]:
    """Project -> TRAINING, VALIDATION or TEST, about 13:2:3 in each language, the rarest languages first."""
    files: dict[str, Counter[str]] = defaultdict(Counter)
    for example in examples:
        files[example.language][example.project] += 1
    part: dict[str, str] = {}
    for language in sorted(files, key=lambda name: (len(files[name]), name)):
        _assign(part, files[language], seed)
    return part


def _assign(part: dict[str, str], files: Counter[str], seed: int) -> None:
    projects = sorted(
        files, key=lambda project: (crc32(f"{seed} {project}".encode("utf-8", "surrogateescape")), project)
    )
    free = [project for project in projects if project not in part]
    if len(projects) >= _FEWEST_PROJECTS:
        largest = _LARGEST_SHARE * sum(files.values())
        for name, share in ((TEST, _TEST_SHARE), (VALIDATION, _VALIDATION_SHARE)):
            wanted = max(1, round(len(projects) * share)) - sum(part.get(project) == name for project in projects)
            chosen = [project for project in free if files[project] <= largest][: max(0, wanted)]
            part.update(dict.fromkeys(chosen, name))
            free = [project for project in free if project not in part]
    part.update(dict.fromkeys(free, TRAINING))
