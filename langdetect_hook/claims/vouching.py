"""What vouches for the files of a model: model.tsv, a line a fact, with the size and checksum of each of them and, in
its last line, of the lines above. Those who write a file renew its row here; `network/assets.py` reads it."""

from __future__ import annotations

import os

from langdetect_hook.claims import FACTS, fingerprint


def fingerprint_of(path: str) -> str:
    """Size and checksum of a file that was just written."""
    with open(path, "rb") as stream:
        return fingerprint(stream.read())


def write_facts(folder: str, facts: dict[str, str]) -> None:
    """Write model.tsv, a line a fact, and what vouches for these lines."""
    text = "".join(f"{name}\t{value}\n" for name, value in facts.items() if name != FACTS)
    with open(os.path.join(folder, FACTS), "w", encoding="utf-8", newline="\n") as stream:
        stream.write(f"{text}{FACTS}\t{fingerprint(text.encode())}\n")


def renew(folder: str, name: str) -> None:
    """Let model.tsv vouch for a file as it is now."""
    with open(os.path.join(folder, FACTS), encoding="utf-8") as stream:
        facts = dict(line.split("\t", 1) for line in stream.read().splitlines())
    write_facts(folder, facts | {name: fingerprint_of(os.path.join(folder, name))})
