"""A private set of apt package lists: the machine's own archive, with source packages and the manifest's releases.

The machine's configuration is read and never changed: the lists, the cache and the sources live in a folder of the
build, so that neither root nor `deb-src` lines are needed.
"""

from __future__ import annotations

import re
from pathlib import Path

from .clients import run_client
from .source_error import SourceError

SYSTEM_SOURCES = Path("/etc/apt")


class AptLists:
    """Package lists in `folder`; `options` go on the command line of every apt command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.options = [
            "-q",
            *("-o", "Dir::Etc::sourcelist=/dev/null"),
            *("-o", f"Dir::Etc::sourceparts={self.folder / 'sources'}"),
            *("-o", f"Dir::State::lists={self.folder / 'lists'}"),
            *("-o", f"Dir::Cache={self.folder / 'cache'}"),
            # Container images switch these caches off, so that each command would read all lists again.
            *("-o", "Dir::Cache::pkgcache=pkgcache.bin", "-o", "Dir::Cache::srcpkgcache=srcpkgcache.bin"),
        ]

    def update(self, suites: tuple[str, ...]) -> None:
        """Fetch the lists of `suites`; SourceError if this machine names no archive that could have them."""
        codename = _codename(Path("/etc/os-release"))
        entries = machine_entries(SYSTEM_SOURCES, codename, suites or (codename,))
        if not entries:
            raise SourceError("apt has no archive of this machine's release to look for source packages in")
        for part in ("sources", "lists/partial", "cache/archives/partial"):
            (self.folder / part).mkdir(parents=True, exist_ok=True)
        for number, (suffix, text) in enumerate(entries):
            (self.folder / "sources" / f"{number}{suffix}").write_text(text, encoding="utf-8")
        run_client(["apt-get", *self.options, "update"], self.folder, "the package lists can't be fetched")


def machine_entries(configuration: Path, codename: str, suites: tuple[str, ...]) -> list[tuple[str, str]]:
    """(file suffix, text) of the machine's entries for its own release, rewritten for `suites` and with sources.

    `bookworm-security` becomes `trixie-security` and so on; archives of other origins are left out.
    """
    entries = []
    for path in sorted(configuration.glob("sources.list.d/*.sources")):
        for stanza in re.split(r"\n\s*\n", _uncommented(path)):
            if re.search(rf"^Suites:.*\b{codename}\b", stanza, re.M):
                stanza = re.sub(r"^Types:.*$", "Types: deb deb-src", stanza, flags=re.M)
                entries.append(
                    (
                        ".sources",
                        re.sub(
                            r"^Suites:(.*)$",
                            lambda found: f"Suites: {_renamed(found[1], codename, suites)}",
                            stanza,
                            flags=re.M,
                        ).strip()
                        + "\n",
                    )
                )
    for path in [configuration / "sources.list", *sorted(configuration.glob("sources.list.d/*.list"))]:
        for line in _uncommented(path).splitlines():
            # deb [options] address suite components
            found = re.fullmatch(rf"deb\s+((?:\[[^]]*\]\s+)?\S+)\s+({codename}[\w/-]*)\s+(.+)", line.strip())
            if found:
                lines = [
                    f"{kind} {found[1]} {suite} {found[3]}"
                    for suite in _renamed(found[2], codename, suites).split()
                    for kind in ("deb", "deb-src")
                ]
                entries.append((".list", "\n".join(lines) + "\n"))
    return entries


def _renamed(names: str, codename: str, suites: tuple[str, ...]) -> str:
    ours = [name for name in names.split() if name.startswith(codename)]
    return " ".join(suite + name[len(codename) :] for suite in suites for name in ours)


def _uncommented(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return "\n".join(line for line in text.splitlines() if not line.startswith("#"))


def _codename(os_release: Path) -> str:
    found = re.search(r'^VERSION_CODENAME="?([a-z]+)', _uncommented(os_release), re.M)
    if not found:
        raise SourceError("source packages need apt on a Debian machine")
    return found[1]
