"""How large a margin and share a mismatch needs."""

from __future__ import annotations

from langdetect_hook.claims.common_names import is_common
from langdetect_hook.languages import having
from langdetect_hook.languages.traits import PROSE_OR_DATA

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.claims import Claim
    from langdetect_hook.network.assets import Model
    from langdetect_hook.network.thresholds import Thresholds


def threshold(model: Model, claim: Claim, language: str, proven: bool = False) -> float:
    """The margin from which content that looks like `language`, or is `proven` to be, is a mismatch for a name with
    such a claim."""
    known = [model.label[name].margin_against(language) for name in claim.languages if name in model.label]
    least = model.thresholds.prose_and_data_margin if language in having(PROSE_OR_DATA) else 0.0
    if not is_common(claim):
        least = model.thresholds.uncommon_name_margin
    elif proven:
        return model.thresholds.proven_margin
    return max([least, model.label[language].margin_as_content, *known])


def least_share(thresholds: Thresholds, needed: float, proven: bool = False) -> float:
    """The share of the probability that a mismatch must have where its margin must be at least `needed`: "looks like C
    (28%)" about a .js file would discredit the tool."""
    if proven:
        return thresholds.proven_share
    shares = (share for margin, share in thresholds.least_share_at if needed >= margin)
    return next(shares, thresholds.least_share)
