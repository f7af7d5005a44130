"""Content that parses as what its name says is that, whatever the network thinks."""

from __future__ import annotations

from langdetect_hook.evidence.made_for_tests import FIXTURES, is_about
from langdetect_hook.languages import parsers
from langdetect_hook.languages.python_text import reads_as_python

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.suspicion import Suspicion

# Paths of what a server answered once and a test reads.
RECORDED = FIXTURES | frozenset({
    *("cassette", "cassettes", "golden", "recorded", "recording", "recordings", "snapshot", "snapshots"),
})  # fmt: skip


def parses_as(case: Case, suspicion: Suspicion) -> str:
    """The claimed language that the whole content parses as, or ""."""
    if not case.content.complete:
        return ""
    least = case.model.thresholds.settings_without_section
    return parsers.parses_as(case.claim.languages, case.text, least) or ""


def is_a_recorded_answer(case: Case, suspicion: Suspicion) -> bool:
    """Whether an object of JSON under a page's name is what a server answered to a test: all that was recorded is
    called alike."""
    if suspicion.language != "JSON" or not case.claim.has("page") or not is_about(case.path, RECORDED):
        return False
    return parsers.is_json_document(case.text)


def statements_parse_as(case: Case, suspicion: Suspicion) -> str:
    """The claimed language of which nearly all statements parse one by one, or "": that the whole does not parse says
    little, where the interpreter is older than the content or much newer."""
    if "Python" not in case.claim.languages or not case.content.complete:
        return ""
    return "Python" if reads_as_python(case.text, case.model.thresholds.parsed_statements) else ""
