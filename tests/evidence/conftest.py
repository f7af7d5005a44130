from __future__ import annotations

from collections.abc import Callable

import pytest

from langdetect_hook.evidence import Evidence, against
from langdetect_hook.report.rules import EVERY_RULE
from tests.bundled import case_of


@pytest.fixture
def found() -> Callable[..., list[Evidence]]:
    """What all rules find in `content` (text or bytes) under the name `path`, with these git attributes."""

    def found_in(path: str, content: str | bytes, attributes: dict[str, str] | None = None) -> list[Evidence]:
        asked = None if attributes is None else lambda path: attributes
        return against(case_of(path, content, asked), EVERY_RULE)

    return found_in
