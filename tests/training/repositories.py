"""Public repositories as the tests make them, with the commit that a manifest would name."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import Repository


def code(name: str, lines: int = 12) -> str:
    return "".join(f"{name}_{number} = compute({name}, {number})\n" for number in range(lines))


def committed(folder: Path, files: dict[str, str | bytes]) -> tuple[Repository, str]:
    """A repository with one commit of these files, and the commit's name."""
    repository = Repository(folder)
    for name, content in files.items():
        repository.stage(name, content)
    repository.commit()
    return repository, repository.git("rev-parse", "HEAD").stdout.strip()


def forget(repository: Repository, name: str) -> None:
    """Take an object, as `HEAD:PATH`, out of a repository: what a partial clone lacks."""
    digest = repository.git("rev-parse", name).stdout.strip()
    (repository.path / ".git" / "objects" / digest[:2] / digest[2:]).unlink()


def bare(repository: Repository, folder: Path) -> Path:
    """The repository's git folder alone, copied to `folder`."""
    shutil.copytree(repository.path / ".git", folder)
    return folder


def source(name: str, commit: str, *more: str) -> str:
    """A row of a manifest."""
    rows = ["[[source]]", 'registry = "git"', f'name = "{name}"', f'version = "{commit}"', *more]
    return "\n".join(rows) + "\n\n"
