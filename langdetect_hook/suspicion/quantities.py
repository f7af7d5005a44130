"""What is measured of a suspicion: the quantities by which the decision is made (decision.tsv in the assets).

Each is a number that can be named in a sentence; `training/decision.py` says how they are weighed.
"""

from __future__ import annotations

from math import log, log2

from langdetect_hook.claims.common_names import is_common
from langdetect_hook.languages import having
from langdetect_hook.languages.traits import PROSE_OR_DATA

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.suspicion import Suspicion

# Beyond these probabilities the logarithm of the odds says no more.
_LEAST_SHARE = 0.0001
_MOST_LINES = 256


def quantities(case: Case, seen: Suspicion) -> dict[str, float]:
    """The quantities of a suspicion against a file, by their names."""
    claim, text = case.claim, case.text
    claimed = [case.model.label[name] for name in claim.languages if name in case.model.label]
    return {
        "margin": seen.margin,
        "margin of the first lines": seen.first_margin,
        "least margin of a part": seen.least_margin,
        "margin over no language": seen.nothing_margin,
        "share": _log_odds(seen.share),
        "known tokens": log2(1 + seen.tokens),
        "different lines": log2(1 + different_lines(text)),
        "characters": log2(1 + len(text)),
        "taken for it": max((label.near_to(seen.language) for label in claimed), default=0.0),
        "projects of the content": log2(1 + case.model.label[seen.language].projects),
        "passed over": seen.passed_over,
        "usual name": max((label.usual for label in claimed), default=0),
        "uncommon name": not is_common(claim),
        "words or values": seen.language in having(PROSE_OR_DATA),
    }


def different_lines(text: str) -> int:
    """How many different lines that are not blank the first 256 lines of a text are."""
    return len({line for line in text.split("\n", _MOST_LINES)[:_MOST_LINES] if line.strip()})


def _log_odds(share: float) -> float:
    bounded = min(max(share, _LEAST_SHARE), 1 - _LEAST_SHARE)
    return log(bounded / (1 - bounded))
