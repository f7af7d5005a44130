"""Whether the network is sure that a text is not what its name claims: the claim has the benefit of the doubt.

A suspicion stands only if nothing in the text looks like the claim: not its first lines, not its excerpt as a whole,
and not one of its windows, unless it is proven that the text is of a language that grew out of the claimed one. Nearly
every healthy file is done after its first lines.
"""

from __future__ import annotations

from functools import cache

from langdetect_hook.network import NONE_OF_THESE, predict_piece
from langdetect_hook.network.excerpt import EXCERPT_CHARACTERS, FIRST_LOOK_CHARACTERS, excerpt, first_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from langdetect_hook.claims import Claim
    from langdetect_hook.network import Prediction
    from langdetect_hook.network.assets import Model
    from langdetect_hook.network.thresholds import Thresholds

# Languages that constructs prove, and what each grew out of; proofs.EXTENSIONS has the constructs. Here, since a
# healthy file that is suspected for a moment must not load them.
GREW_OUT_OF = {"TypeScript": "JavaScript"}
# Words and values stand in files of any language: to be all that a file is, they must be surer.
PROSE_AND_DATA = frozenset({"CSV", "Markdown", "Text"})


class Suspicion:
    """What the network holds against a claim.

    `margin`: of the excerpt as a whole, see Prediction.margin; `language`: what it looks like; `probability`: of that;
    `share`: of that or one of its relatives; `proven`: by constructs that only `language` has, see proves_extension.
    """

    __slots__ = ("language", "margin", "probability", "proven", "share")

    def __init__(self, language: str, margin: float, probability: float, share: float, proven: bool = False) -> None:
        self.language = language
        self.margin = margin
        self.probability = probability
        self.share = share
        self.proven = proven


def suspicion(model: Model, text: str, claim: Claim) -> Suspicion | str:
    """What stands against the claim that `text` is of a language that `claim` accepts; or why nothing does: "" where it
    looks like one of them, else the reason for doubt."""
    accepted, thresholds = claim.accepts, model.thresholds
    start = first_lines(text, FIRST_LOOK_CHARACTERS)
    first = predict_piece(model, start)
    if first.margin(accepted)[0] <= 0:
        return ""
    if says_too_little(thresholds, text, first.tokens):
        return "too little text to tell"
    seen = first if start is text else predict_piece(model, excerpt(text))
    whole = possible(thresholds, seen, accepted, text)
    margin, language = whole.margin(accepted)
    margin -= thresholds.passed_over_margin * (len(seen.labels) - len(whole.labels))
    if margin <= 0:
        return "a part of it looks like its name"
    share = whole.share(relatives(language, thresholds.accepts_many))
    parts = list(windows(thresholds, text))
    if language == NONE_OF_THESE or share < (thresholds.least_share_of_windows if parts else thresholds.least_share):
        return "it looks like no language that is known"
    proven = GREW_OUT_OF.get(language) in claim.languages and _is_proven(text, language)
    for window in () if proven else parts:
        part = predict_piece(model, window)
        if part.tokens >= thresholds.least_window_tokens and part.margin(accepted)[0] <= 0:
            return "a part of it looks like its name"
    return Suspicion(language, margin, whole.share({language}), share, proven)


def says_too_little(thresholds: Thresholds, text: str, tokens: int) -> bool:
    """Whether a text with so many known tokens says nothing; a single long line may say enough."""
    if tokens < thresholds.least_tokens:
        return True
    least = thresholds.least_lines
    return tokens < thresholds.long_line_tokens and distinct_lines(text, least) < least


def _is_proven(text: str, language: str) -> bool:
    from langdetect_hook.excuses.outside_strings import proves_extension

    return proves_extension(text, (GREW_OUT_OF[language],), language)


def possible(thresholds: Thresholds, prediction: Prediction, accepted: frozenset[str], text: str) -> Prediction:
    """The prediction without the languages that seem likelier than the accepted ones, but of whose signs the text has
    none: Jinja without a brace may well be YAML."""
    from langdetect_hook.languages.signatures import lacks_signature

    for _ in range(thresholds.most_impossible):
        margin, language = prediction.margin(accepted)
        if margin <= 0 or not lacks_signature(language, text):
            break
        prediction = prediction.without(language)
    return prediction


def threshold(model: Model, path: str, claim: Claim, language: str, proven: bool = False) -> float:
    """The margin above which content that looks like `language`, or is `proven` to be, is a mismatch for a name with
    such a claim."""
    from langdetect_hook.claims.usual_names import is_usual

    known = [model.label[name].margin_against(language) for name in claim.languages if name in model.label]
    least = model.thresholds.prose_and_data_margin if language in PROSE_AND_DATA else 0.0
    if not is_usual(path, claim):
        least = model.thresholds.uncommon_name_margin
    elif proven:
        return model.thresholds.proven_margin
    return max([least, model.label[language].margin_as_content, *known])


def is_sure(thresholds: Thresholds, doubt: Suspicion, needed: float) -> bool:
    """Whether a suspicion is a mismatch where its margin must be at least `needed`."""
    return doubt.margin >= needed and doubt.share >= least_share(thresholds, needed, doubt.proven)


def least_share(thresholds: Thresholds, needed: float, proven: bool = False) -> float:
    """The share of the probability that a mismatch must have where its margin must be at least `needed`."""
    if proven:
        return thresholds.proven_share
    return next((share for margin, share in thresholds.least_share_at if needed >= margin), thresholds.least_share)


@cache
def relatives(language: str, many: int) -> frozenset[str]:
    """The languages whose content passes for `language` or the other way round, itself included; a language that
    accepts `many` languages is a relative of those alone that accept it."""
    from langdetect_hook.languages import LANGUAGE_OF
    from langdetect_hook.languages.accepts import accepted_by

    if language not in LANGUAGE_OF:
        return frozenset({language})
    own = accepted_by(language)
    accepting = {name: accepted_by(name) for name in LANGUAGE_OF if language in accepted_by(name)}
    near = {name for name, accepted in accepting.items() if len(accepted) < many or name in own}
    return frozenset(near | {language} | (own if len(own) < many else frozenset()))


def windows(thresholds: Thresholds, text: str) -> Iterator[str]:
    """Pieces of `window_lines` different lines each, at most `most_windows` of them, in the order of the text."""
    size = thresholds.window_lines
    lines = list(dict.fromkeys(line for line in text[: 8 * EXCERPT_CHARACTERS].split("\n") if line.strip()))
    pieces = range(0, len(lines), size)
    if len(pieces) < 2:
        return
    step = max(1, -(-len(pieces) // thresholds.most_windows))
    for start in pieces[::step]:
        yield "\n".join(lines[start : start + size])


def distinct_lines(text: str, most: int) -> int:
    """How many different lines that are not blank a text has, counted up to `most`."""
    seen: set[str] = set()
    for line in text.split("\n", 200):
        if line.strip():
            seen.add(line)
            if len(seen) >= most:
                break
    return len(seen)
