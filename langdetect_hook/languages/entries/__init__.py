"""Every entry of the table, a module for languages that are akin."""

from __future__ import annotations

from langdetect_hook.languages.entries import (
    c_family,
    compiled,
    data,
    documents,
    drawings,
    functional,
    hardware,
    javascript,
    jvm_and_dotnet,
    lisps,
    pages,
    python,
    scripts,
    shells_and_builds,
    styles,
)
from langdetect_hook.languages.language import Language

ENTRIES: tuple[Language, ...] = (
    *c_family.ENTRIES,
    *compiled.ENTRIES,
    *data.ENTRIES,
    *documents.ENTRIES,
    *drawings.ENTRIES,
    *functional.ENTRIES,
    *hardware.ENTRIES,
    *javascript.ENTRIES,
    *jvm_and_dotnet.ENTRIES,
    *lisps.ENTRIES,
    *pages.ENTRIES,
    *python.ENTRIES,
    *scripts.ENTRIES,
    *shells_and_builds.ENTRIES,
    *styles.ENTRIES,
)
