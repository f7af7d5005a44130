"""Content that parses as what its name says is that, whatever the network thinks."""

from __future__ import annotations

from langdetect_hook.languages import parsers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.suspicion import Suspicion


def parses_as(case: Case, suspicion: Suspicion) -> str:
    """The claimed language that the whole content parses as, or ""."""
    if not case.content.complete:
        return ""
    least = case.model.thresholds.settings_without_section
    return parsers.parses_as(case.claim.languages, case.text, least) or ""
