"""Running the registries' own clients: pip, npm and apt-get know where their registries are."""

from __future__ import annotations

import os
import re
import subprocess
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

# What a client says (lower case) when it doesn't reach its registry at all.
UNREACHED = (
    "connection refused",
    "could not resolve",
    "eai_again",
    "econnrefused",
    "enotfound",
    "etimedout",
    "failed to establish a new connection",
    "name resolution",
    "network is unreachable",
    "temporary failure resolving",
    "timed out",
    "unable to connect",
)


def run_client(command: list[str], folder: Path, failure: str, variables: dict[str, str] | None = None) -> None:
    """Run a client in `folder`; SourceError beginning with `failure` if it doesn't succeed."""
    name = "pip" if "pip" in command[:3] else Path(command[0]).name
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, "LC_ALL": "C", **(variables or {})},
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
    if done.returncode:
        raise SourceError(f"{failure}: {reason_of(done.stdout, name, done.returncode)}")


def reason_of(output: str, name: str, status: int) -> str:
    """Why a client failed, in a few words, without the addresses that it mentions."""
    lowered = output.lower()
    # pip says "no matching distribution" of a registry that it didn't reach, too
    if any(words in lowered for words in UNREACHED):
        return f"{name} doesn't reach its registry"
    if any(words in lowered for words in GONE):
        return "the registry has no such version (any longer)"
    errors = re.findall(r"^(?:E:|ERROR:|npm error) *(?!code|A complete log)(.+)$", output, re.M)
    said = re.sub(r"\S+://\S+", "…", errors[-1] if errors else "nothing").strip()
    return f"{name} ended with status {status} and said: {said[:200]}"
