"""The bundled table and model, for tests that ask no other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from langdetect_hook.case import Case
from langdetect_hook.claims import Claim, bundled
from langdetect_hook.files.content import Content, content_from_bytes
from langdetect_hook.network import NONE_OF_THESE, assets
from langdetect_hook.network.assets import Model

if TYPE_CHECKING:
    from langdetect_hook.case import Attributes, Committed

CLAIMS = bundled()


@cache
def model_languages() -> frozenset[str]:
    """The languages that the bundled model knows; the table may have more, which wait for the next training."""
    return frozenset(label.name for label in model().labels) - {NONE_OF_THESE}


def claim_of(path: str) -> Claim:
    """What the name of a path claims."""
    return CLAIMS.of(path)


@cache
def model() -> Model:
    """The bundled model, loaded once."""
    return assets.load()


def case_of(
    path: str,
    content: Content | bytes | str,
    attributes: Attributes | None = None,
    committed: Committed | None = None,
) -> Case:
    """A file under examination by the bundled model."""
    raw = content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content
    read = content_from_bytes(raw) if isinstance(raw, bytes) else raw
    return Case(claim_of(path), read, model(), attributes, committed)
