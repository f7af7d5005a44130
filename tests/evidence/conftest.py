from __future__ import annotations

from collections.abc import Callable

import pytest

from langdetect_hook.claims import claim_of
from langdetect_hook.evidence import Evidence, findings
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.report.rules import RULES


@pytest.fixture
def found() -> Callable[..., list[Evidence]]:
    """What all rules find in `content` (text or bytes) under the name `path`, with these git attributes."""

    def found_in(path: str, content: str | bytes, attributes: dict[str, str] | None = None) -> list[Evidence]:
        raw = content.encode() if isinstance(content, str) else content
        asked = None if attributes is None else lambda path: attributes
        return findings(path, claim_of(path), content_from_bytes(raw), frozenset(RULES), asked)

    return found_in
