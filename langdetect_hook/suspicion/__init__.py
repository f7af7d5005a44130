"""Suspicion: what the network holds against a claim; what is not clear counts for the claim.

A suspicion stands only if nothing in the text looks like the claim: not its first lines, not its excerpt as a whole,
and not one of its windows, unless it is proven that the text is in a language that grew out of the claimed one. Nearly
every healthy file is done after its first lines. How much is needed stands in the assets (model.thresholds,
model.label).
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
    from langdetect_hook.network.thresholds import Thresholds

RULE = "LD001"

# The states of a suspicion: not asked, or nothing to compare; the content looks like its name; it is not clear; it
# looks like another language, but not surely enough to count; surely enough, so that only an excuse can help.
NOT_ASKED, NONE, UNSURE, WEAK, STRONG = "not asked", "none", "unsure", "weak", "strong"


class Suspicion:
    """What the network holds against a claim: a state, and why.

    `reason`: why there is no STRONG suspicion, in the words of the verdict; "" where the content looks like its name.
    Where the network was asked, `language`: the likeliest that the name does not allow; `margin`: how far it is ahead
    of what the name allows, see Prediction.margin. Of WEAK and STRONG ones, `probability`: of that language; `share`:
    of that or one of its relatives; `named` and `named_share`: the few languages that it is one of, and their share;
    `proven`: by constructs that only `language` has; `needed` and `needed_share`: the margin and the share from which
    on it is STRONG.
    """

    __slots__ = (
        *("language", "margin", "named", "named_share", "needed", "needed_share"),
        *("probability", "proven", "reason", "share", "state"),
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
        needed: float = 0.0,
        needed_share: float = 0.0,
    ) -> None:
        self.state = state
        self.reason = reason
        self.language = language
        self.margin = margin
        self.probability = probability
        self.share = share
        self.proven = proven
        self.needed = needed
        self.needed_share = needed_share
        self.named: tuple[str, ...] = ()
        self.named_share = 0.0

    @property
    def told_share(self) -> float:
        """The share of what a message would name."""
        return max(self.share, self.named_share)


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
    if is_too_little(first.tokens, text, model.thresholds):
        return Suspicion(UNSURE, "too little text to tell", language, margin)
    return whole_looked_at(case, first if start is text else predict_piece(model, excerpt(text)))


def whole_looked_at(case: Case, seen: Prediction) -> Suspicion:
    """What a text looks like whose first lines do not look like its name; `seen`: the prediction for its excerpt."""
    model, text, accepted = case.model, case.text, case.allowed
    needed = model.thresholds
    whole = possible(seen, accepted, text, needed.most_impossible)
    margin, language = whole.margin(accepted)
    # A text that looks most like what it cannot be is probably something unknown.
    margin -= needed.passed_over_margin * (len(seen.labels) - len(whole.labels))
    if margin <= 0:
        return Suspicion(UNSURE, "a part of it looks like its name", language, margin)
    from langdetect_hook.suspicion.relatives import relatives

    share = whole.share(relatives(language, needed.accepts_many))
    parts = list(windows(text, needed.window_lines, needed.most_windows))
    if language == NONE_OF_THESE or share < (needed.least_share_of_windows if parts else needed.least_share):
        return Suspicion(UNSURE, "it looks like no language that is known", language, margin)
    proven = is_proven(case, language)
    for window in () if proven else parts:
        part = predict_piece(model, window)
        if part.tokens >= needed.least_window_tokens and part.margin(accepted)[0] <= 0:
            return Suspicion(UNSURE, "a part of it looks like its name", language, margin)
    found = Suspicion(WEAK, "not sure enough", language, margin, whole.share({language}), share, proven)
    found.named, found.named_share = whole.named(accepted, needed.least_share_at[0][1], needed.most_named)
    return found


def is_too_little(tokens: int, text: str, needed: Thresholds) -> bool:
    """Whether so few different known tokens tell nothing; a single long line may tell enough: minified data."""
    if tokens < needed.least_tokens:
        return True
    return tokens < needed.long_line_tokens and distinct_lines(text, needed.least_lines) < needed.least_lines


def weighed(case: Case, seen: Suspicion) -> Suspicion:
    """The suspicion as it counts against the name: STRONG where its margin and its share are as large as needed."""
    if seen.state != WEAK:
        return seen
    from langdetect_hook.suspicion.weight import least_share, threshold

    seen.needed = threshold(case.model, case.claim, seen.language, seen.proven)
    if not seen.proven and is_short(case.text, case.model.thresholds):
        seen.needed = max(seen.needed, case.model.thresholds.short_margin)
    seen.needed_share = least_share(case.model.thresholds, seen.needed, seen.proven)
    if seen.margin >= seen.needed and seen.told_share >= seen.needed_share:
        seen.state, seen.reason = STRONG, ""
    return seen


def is_short(text: str, needed: Thresholds) -> bool:
    """Whether so few characters or lines are left to a few words; a line that is long for many is not."""
    if len(text) < needed.short_characters:
        return True
    long = needed.short_characters * needed.short_lines
    return len(text) < long and distinct_lines(text, needed.short_lines) < needed.short_lines


def is_proven(case: Case, language: str) -> bool:
    """Whether it is proven that the text is of a language: it parses as a module of it, or constructs show that it is
    of one that grew out of a claimed one."""
    from langdetect_hook.languages import LANGUAGE_OF

    grew_out_of = LANGUAGE_OF[language].grew_out_of if language in LANGUAGE_OF else ""
    if grew_out_of not in case.claim.languages and language != "Python":
        return False
    from langdetect_hook.suspicion import proof

    return proof.is_module(case) if language == "Python" else proof.proves(case, grew_out_of, language)


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


def distinct_lines(text: str, most: int) -> int:
    """How many different lines that are not blank a text has, counted up to `most`."""
    seen: set[str] = set()
    for line in text.split("\n", 200):
        if line.strip():
            seen.add(line)
            if len(seen) >= most:
                break
    return len(seen)
