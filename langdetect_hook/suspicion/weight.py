"""How sure it is that a name is wrong, and how sure it must be before a person is told."""

from __future__ import annotations

from langdetect_hook.claims.common_names import is_common
from langdetect_hook.failure import Failure
from langdetect_hook.suspicion.quantities import quantities

# No more lines of a text are compared: a short one has fewer.
_MOST_LINES = 256

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.network.thresholds import Thresholds
    from langdetect_hook.suspicion import Suspicion


def certainty(case: Case, seen: Suspicion) -> float:
    """The probability that the name is wrong, by what is measured of the suspicion. Failure: the assets ask for what is
    not measured."""
    try:
        return case.model.decision.probability(quantities(case, seen))
    except KeyError as error:
        reason = f"their decision.tsv asks for {error}, which is not measured: train again"
        raise Failure(f"the model assets in {case.model.folder} cannot be used: {reason}") from None


def needed_certainty(case: Case) -> float:
    """How sure it must be: a text that hardly says anything needs more, and so does one whose name claims nothing that
    the network knows, since it cannot look like its name."""
    needed = case.model.thresholds
    is_little = is_short(case.text, needed) or case.model.label.keys().isdisjoint(case.claim.languages)
    return needed.short_certainty if is_little else needed.least_certainty


def is_short(text: str, needed: Thresholds) -> bool:
    """Whether so few characters or lines are left to a few words; a line that is long for many is not."""
    if len(text) < needed.short_characters:
        return True
    long = needed.short_characters * needed.short_lines
    return len(text) < long and different_lines(text) < needed.short_lines


def different_lines(text: str) -> int:
    """How many different lines that are not blank the first 256 lines of a text are."""
    return len({line for line in text.split("\n", _MOST_LINES)[:_MOST_LINES] if line.strip()})


def is_proof(case: Case, seen: Suspicion) -> bool:
    """Whether it is proven, under a name that people give: parts of the text may well look like the claim."""
    needed = case.model.thresholds
    is_clear = seen.margin >= needed.proven_margin and seen.share >= needed.proven_share
    return seen.proven and is_clear and is_common(case.claim)
