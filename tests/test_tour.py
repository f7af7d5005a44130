"""The tour prints what its page says."""

from __future__ import annotations

from tests import tour
from tests.test_documentation import comparable


def test_the_tour_prints_what_its_page_says() -> None:
    page = tour.PAGE.read_text(encoding="utf-8")
    shown, now = list(tour.commands(page)), list(tour.printed(page))
    assert len(shown) > 10
    for (command, output), (_, printed) in zip(shown, now, strict=True):
        assert comparable(output) == comparable(printed), f"{command}: run python -m tests.tour"
