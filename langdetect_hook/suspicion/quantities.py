"""What is measured of a suspicion: the quantities by which the decision is made (decision.tsv in the assets).

Each is a number that can be named in a sentence; `training/decision.py` says how they are weighed.
"""

from __future__ import annotations

from math import log2

from langdetect_hook.claims.common_names import is_common
from langdetect_hook.languages import having
from langdetect_hook.languages.traits import PROSE_OR_DATA

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.network.assets import Label
    from langdetect_hook.suspicion import Suspicion


def quantities(case: Case, seen: Suspicion) -> dict[str, float]:
    """The quantities of a suspicion against a file, by their names."""
    return {
        "margin of the first lines": seen.first_margin,
        "least margin of a part": seen.least_margin,
        "margin over no language": seen.nothing_margin,
        "known tokens": log2(1 + seen.tokens),
        "taken for it": max((label.near_to(seen.language) for label in _claimed(case)), default=0.0),
        "passed over": seen.passed_over,
        "prevalence of the name": prevalence(case),
        "uncommon name": not is_common(case.claim),
        "words or values": seen.language in having(PROSE_OR_DATA),
    }


def prevalence(case: Case) -> int:
    """How often names like that of the file are met, see Label.prevalence."""
    return max((label.prevalence for label in _claimed(case)), default=0)


def _claimed(case: Case) -> list[Label]:
    return [case.model.label[name] for name in case.claim.languages if name in case.model.label]
