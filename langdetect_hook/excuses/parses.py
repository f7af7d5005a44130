"""Content that parses as what its name says is that, whatever the network thinks."""

from __future__ import annotations

from langdetect_hook.languages import parsers
from langdetect_hook.languages.python_text import reads_as_python

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


def statements_parse_as(case: Case, suspicion: Suspicion) -> str:
    """The claimed language of which nearly all statements parse one by one, or "": that the whole does not parse says
    little, where the interpreter is older than the content or much newer."""
    if "Python" not in case.claim.languages or not case.content.complete:
        return ""
    return "Python" if reads_as_python(case.text, case.model.thresholds.parsed_statements) else ""
