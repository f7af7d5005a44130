"""A page for each rule: what it reports, why, an example, what to do, and what to do where it is wrong.

Each is written once, in the file of its id beside this module; `explain LD003` shows it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from langdetect_hook.report.rules import RULES

FOLDER = os.path.dirname(os.path.abspath(__file__))


def page_of(id: str) -> Iterator[str]:
    """The lines of the page about a rule, below its title what it reports in a sentence and whether it runs unasked."""
    rule = RULES[id]
    with open(os.path.join(FOLDER, f"{id}.md"), encoding="utf-8") as page:
        title, *lines = page.read().splitlines()
    runs = "It runs by default." if rule.default else f"It runs only where --select {id} asks for it."
    yield from (title, "", rule.explanation, runs, *lines)
