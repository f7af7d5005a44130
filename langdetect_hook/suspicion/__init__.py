"""Suspicion: what the network holds against a claim; what is not clear counts for the claim.

A suspicion stands only if neither the first lines of the text nor its excerpt as a whole look like the claim. How
strong it is, is decided by what is measured of it (quantities.py), weighed by a table in the assets (model.decision):
how sure it is that the name is wrong. Nearly every healthy file is done after its first lines.
"""

from __future__ import annotations

from langdetect_hook.claims.binary_names import ALLOWED
from langdetect_hook.network import NONE_OF_THESE, predict_piece
from langdetect_hook.network.excerpt import FIRST_LOOK_CHARACTERS, excerpt, first_lines, windows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from langdetect_hook.case import Case
    from langdetect_hook.network import Prediction

RULE = "LD001"

# The states of a suspicion: not asked, or nothing to compare; the content looks like its name; it is not clear; it
# looks like another language, but not surely enough to count; surely enough, so that only an excuse can help.
NOT_ASKED, NONE, UNSURE, WEAK, STRONG = "not asked", "none", "unsure", "weak", "strong"
PARTLY_ITS_NAME = "a part of it looks like its name"


class Suspicion:
    """What the network holds against a claim: a state, and why.

    `reason`: why there is no STRONG suspicion, in the words of the verdict; "" where the content looks like its name.
    Where the network was asked, `language`: the likeliest that the name does not allow; `margin`: how far it is ahead
    of what the name allows, see Prediction.margin. Of WEAK and STRONG ones, `probability`: of that language; `share`:
    of that or one of its relatives; `proven`: by constructs of one of the languages that a message would name, which
    the claimed one has not; `first_margin`: the margin of the first lines; `least_margin`: the least of a part;
    `nothing_margin`: over no language at all; `tokens`: how many are known; `passed_over`: how many languages are
    likelier, but impossible; `prediction`: what all that was read from.
    Once it is `weighed`, `certainty`: how sure it is that the name is wrong; `needed`: how sure it must be for STRONG.
    """

    __slots__ = (
        *("certainty", "first_margin", "language", "least_margin", "margin", "needed", "nothing_margin"),
        *("passed_over", "prediction", "probability", "proven", "reason", "share", "state", "tokens"),
    )

    def __init__(
        self,
        state: str,
        reason: str = "",
        language: str = "",
        margin: float = 0.0,
        probability: float = 0.0,
        share: float = 0.0,
        proven: bool = False,
        first_margin: float = 0.0,
        least_margin: float = 0.0,
        nothing_margin: float = 0.0,
        tokens: int = 0,
        passed_over: int = 0,
        prediction: Prediction | None = None,
    ) -> None:
        self.state = state
        self.reason = reason
        self.language = language
        self.margin = margin
        self.probability = probability
        self.share = share
        self.proven = proven
        self.first_margin = first_margin
        self.least_margin = least_margin
        self.nothing_margin = nothing_margin
        self.tokens = tokens
        self.passed_over = passed_over
        self.prediction = prediction
        self.certainty = 0.0
        self.needed = 0.0


NOBODY_ASKED = Suspicion(NOT_ASKED)


def against(case: Case, evidence: Sequence[object], rules: frozenset[str]) -> Suspicion:
    """The suspicion against the claim of a file; it is NOT_ASKED where LD001 is not among the `rules` or there is
    `evidence`."""
    if evidence or RULE not in rules:
        return NOBODY_ASKED
    reason = nothing_to_compare(case)
    return Suspicion(NOT_ASKED, reason) if reason else weighed(case, looked_at(case))


def nothing_to_compare(case: Case) -> str:
    """Why the network is not asked about a file, or ""."""
    claim, content = case.claim, case.content
    if content.text is None:
        return "it is empty" if content.problem == "empty" else "it is not text"
    if not claim:
        return "its name claims no text" if claim.extension in ALLOWED else "its name claims nothing"
    return "" if claim.covered else "its name may claim a language that the model does not know"


def looked_at(case: Case) -> Suspicion:
    """What the text of a file looks like, before it is weighed: NONE, UNSURE, or WEAK however much there is."""
    model, text = case.model, case.text
    start = first_lines(text, FIRST_LOOK_CHARACTERS)
    first = predict_piece(model, start)
    margin, language = first.margin(case.claim.accepts)
    if margin <= 0:
        return Suspicion(NONE, "", language, margin)
    if first.margin(case.allowed)[0] <= 0:
        return Suspicion(UNSURE, f"too few projects are known to tell its name from {language}", language, margin)
    if first.tokens < model.thresholds.least_tokens:
        return Suspicion(UNSURE, "too little text to tell", language, margin)
    return whole_looked_at(case, margin, first if start is text else predict_piece(model, excerpt(text)))


def whole_looked_at(case: Case, first_margin: float, seen: Prediction) -> Suspicion:
    """What a text looks like whose first lines do not look like its name, but like another by `first_margin`; `seen`:
    the prediction for its excerpt."""
    accepted, needed = case.allowed, case.model.thresholds
    whole = possible(seen, accepted, case.text, needed.most_impossible)
    margin, language = whole.margin(accepted)
    if margin <= 0:
        return Suspicion(UNSURE, PARTLY_ITS_NAME, language, margin)
    if language == NONE_OF_THESE:
        return Suspicion(UNSURE, "it looks like no language that is known", language, margin)
    from langdetect_hook.suspicion.relatives import relatives

    least = least_margin_of_parts(case, margin)
    return Suspicion(
        WEAK,
        "not sure enough" if least > 0 else PARTLY_ITS_NAME,
        language,
        margin,
        probability=whole.share({language}),
        share=whole.share(relatives(language, needed.accepts_many)),
        proven=is_proven(case, language),
        first_margin=first_margin,
        least_margin=least,
        nothing_margin=whole.margin({NONE_OF_THESE})[0],
        tokens=seen.tokens,
        passed_over=len(seen.labels) - len(whole.labels),
        prediction=whole,
    )


def named(case: Case, suspected: Suspicion) -> tuple[str, ...]:
    """The few languages of which a text is one, more likely than not: only a finding names them."""
    prediction, needed = suspected.prediction, case.model.thresholds
    return prediction.named(case.allowed, needed.named_share, needed.most_named) if prediction else ()


def least_margin_of_parts(case: Case, margin: float) -> float:
    """The least margin of a window of the text, or of the whole text, which has `margin`; windows that tell little are
    passed over."""
    needed = case.model.thresholds
    parts = (predict_piece(case.model, part) for part in windows(case.text, needed.window_lines, needed.most_windows))
    telling = [part.margin(case.allowed)[0] for part in parts if part.tokens >= needed.least_window_tokens]
    return min(margin, *telling) if telling else margin


def weighed(case: Case, seen: Suspicion) -> Suspicion:
    """The suspicion as it counts against the name: STRONG where it is as sure as it must be, or proven."""
    if seen.state != WEAK:
        return seen
    from langdetect_hook.suspicion.weight import certainty, is_proof, needed_certainty

    seen.certainty, seen.needed = certainty(case, seen), needed_certainty(case)
    if seen.certainty < seen.needed and not seen.proven:
        seen.proven = any(is_proven(case, name) for name in named(case, seen) if name != seen.language)
    if seen.certainty >= seen.needed or is_proof(case, seen):
        seen.state, seen.reason = STRONG, ""
    return seen


def is_proven(case: Case, language: str) -> bool:
    """Whether it is proven that the text is of a language: it parses as a module of it, or constructs show that it is
    of one that is near to a claimed one."""
    from langdetect_hook.suspicion import proof

    return proof.is_whole(case, language) or proof.proves(case, language)


def possible(prediction: Prediction, accepted: frozenset[str], text: str, most: int) -> Prediction:
    """The prediction without the languages that seem likelier than the accepted ones, but of whose signs the text has
    none (Jinja without a brace may well be YAML): at most `most` of them, after which it is something unknown."""
    from langdetect_hook.languages.signs import lacks_sign

    for _ in range(most):
        margin, language = prediction.margin(accepted)
        if margin <= 0 or not lacks_sign(language, text):
            break
        prediction = prediction.without(language)
    return prediction
