"""Running the registries' own clients, which know where their registries are: pip, npm and apt-get; and git."""

from __future__ import annotations

import errno
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from .source_error import SourceError

CLIENT_SECONDS = 1800

# What a client says (lower case) when the registry answers, and has no such version.
GONE = (
    "404 not found",  # npm: the name
    "can not find version",  # apt-get source
    "e404",  # npm
    "etarget",  # npm: the version
    "no matching distribution found",  # pip
    "no matching version found",  # npm
    "unable to find a source package",  # apt-get source: the name
    "unable to locate package",  # apt-get download: the name
    "was not found",  # apt-get download
)

# What git says (lower case) when the host answers, and has no such thing.
GONE_OF_GIT = (
    ("/' not found", "there is no such public repository (any longer)"),
    ("authentication failed", "there is no such public repository (any longer)"),
    ("could not read username", "there is no such public repository (any longer)"),
    ("does not appear to be a git repository", "there is no such public repository (any longer)"),
    ("not our ref", "the repository has no such commit (any longer)"),
    ("repository not found", "there is no such public repository (any longer)"),
    ("unadvertised object", "the repository has no such commit (any longer)"),
)

# What a client says (lower case) when the disk is full.
DISK_FULL = ("enospc", "no space left on device", "you don't have enough free space")

# What a client says (lower case) when it doesn't reach its registry at all.
UNREACHED = (
    "connection refused",
    "could not resolve",
    "couldn't connect",
    "eai_again",
    "econnrefused",
    "enotfound",
    "etimedout",
    "failed to connect",
    "failed to establish a new connection",
    "name resolution",
    "network is unreachable",
    "temporary failure resolving",
    "timed out",
    "unable to connect",
)


def run_client(
    command: list[str], folder: Path, failure: str, variables: Mapping[str, str | None] | None = None
) -> None:
    """Run a client in `folder`; `variables`: of its environment, None for one that it is not to see.

    SourceError beginning with `failure` if it doesn't succeed; OSError if that is because the disk is full.
    """
    environment = {**os.environ, "LC_ALL": "C", **(variables or {})}
    name = "pip" if "pip" in command[:3] else Path(command[0]).name
    try:
        done = subprocess.run(  # noqa: S603 - clients of registries, a list, no shell
            command,
            cwd=folder,
            env={key: value for key, value in environment.items() if value is not None},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=CLIENT_SECONDS,
        )
    except FileNotFoundError:
        raise SourceError(f"{failure}: the command {name} is not installed") from None
    except subprocess.TimeoutExpired:
        raise SourceError(f"{failure}: {name} took more than {CLIENT_SECONDS} seconds") from None
    if done.returncode and any(words in done.stdout.lower() for words in DISK_FULL):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))
    if done.returncode:
        raise SourceError(f"{failure}: {reason_of(done.stdout, name, done.returncode)}")


def reason_of(output: str, name: str, status: int) -> str:
    """Why a client failed, in a few words, without the addresses that it mentions."""
    lowered = output.lower()
    # pip says "no matching distribution" of a registry that it didn't reach, too
    if any(words in lowered for words in UNREACHED):
        return f"{name} doesn't reach {'the host' if name == 'git' else 'its registry'}"
    if name == "git" and (gone := [reason for words, reason in GONE_OF_GIT if words in lowered]):
        return gone[0]
    if any(words in lowered for words in GONE):
        return "the registry has no such version (any longer)"
    errors = re.findall(r"^(?:E:|ERROR:|fatal:|npm error) *(?!code|A complete log)(.+)$", output, re.M)
    said = re.sub(r"\S+://\S+", "…", errors[-1] if errors else "nothing").strip()
    return f"{name} ended with status {status} and said: {said[:200]}"
