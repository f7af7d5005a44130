"""What in a text is a sign of the claimed language, or is missing for the language that it looks like."""

from __future__ import annotations

from langdetect_hook.claims import marked_language
from langdetect_hook.languages.constructs import holder, settled
from langdetect_hook.languages.signs import lacks_sign

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.suspicion import Suspicion


def has_marks(case: Case, suspicion: Suspicion) -> str:
    """The claimed language that the model does not cover and whose mark the text has, or ""."""
    return marked_language(case.claim, case.text) or ""


def lacks_signs(case: Case, suspicion: Suspicion) -> str:
    """The language that the text looks like, where it has none of its signs; or ""."""
    return suspicion.language if lacks_sign(suspicion.language, case.text) else ""


def holds_another_file(case: Case, suspicion: Suspicion) -> str:
    """The claimed language in which the text, as it shows, holds another file, or ""."""
    return holder(case.claim.languages, case.text) or ""


def has_what_only_the_claim_has(case: Case, suspicion: Suspicion) -> str:
    """The claimed language that a mark in the text settles, or ""."""
    return settled(case.claim.languages, suspicion.language, case.text) or ""
