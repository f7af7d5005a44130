"""How sure it is that a name is wrong, and how sure it must be before a person is told."""

from __future__ import annotations

from langdetect_hook.claims.common_names import is_common
from langdetect_hook.suspicion.quantities import quantities

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.suspicion import Suspicion


def certainty(case: Case, seen: Suspicion) -> float:
    """The probability that the name is wrong, by what is measured of the suspicion."""
    return case.model.decision.probability(quantities(case, seen))


def needed_certainty(case: Case) -> float:
    """How sure it must be: a text that hardly says anything needs more."""
    needed = case.model.thresholds
    is_short = len(case.text) < needed.short_characters or case.text.count("\n") < needed.short_lines - 1
    return needed.short_certainty if is_short else needed.least_certainty


def is_proof(case: Case, seen: Suspicion) -> bool:
    """Whether constructs prove it, under a name that people give: parts of the text may well look like the claim."""
    needed = case.model.thresholds
    is_clear = seen.margin >= needed.proven_margin and seen.share >= needed.proven_share
    return seen.proven and is_clear and is_common(case.claim)
