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

# Less than this says nothing: different known tokens, pairs and triples; different lines that are not blank.
LEAST_TOKENS = 16
LEAST_LINES = 2
# A single line says enough with so many different tokens: minified data.
LONG_LINE_TOKENS = 80
# What a text looks like must have this much of the probability, together with the languages that are near to it.
LEAST_SHARE = 0.25
# A text of more than one window says so much that what it looks like must have this much.
LEAST_SHARE_OF_WINDOWS = 0.5
# Where so much margin is needed, because the name is met so often, so much share is needed as well: a person who reads
# "looks like C (28%)" about a .js file takes the tool for a fool.
LEAST_SHARE_AT = ((10.0, 0.75), (5.0, 0.5), (3.5, 0.4))
# Where constructs prove a language that the claimed one grew into, so much margin is enough; parts look like the claim.
PROVEN_MARGIN = 1.0
PROVEN_SHARE = 0.75
# Such languages, and what each grew out of; proofs.EXTENSIONS has the constructs. Here, since a healthy file that is
# suspected for a moment must not load them.
GREW_OUT_OF = {"TypeScript": "JavaScript"}
# A name that hardly anybody gives to a new file is more often a custom than an accident, see usual_names.
UNUSUAL_NAME_MARGIN = 10.0
# A window is so many different lines; one with fewer known tokens than this excuses nothing.
WINDOW_LINES = 25
LEAST_WINDOW_TOKENS = 12
# Words and values stand in files of any language: to be all that a file is, they must be surer.
PROSE_AND_DATA = frozenset({"CSV", "Markdown", "Text"})
PROSE_AND_DATA_MARGIN = 6.0
# A language that accepts more languages than this (a template, a patch) is a relative only of those that accept it.
_MANY = 12
# Languages that a text cannot be, which are passed over for the next; after so many it is something unknown.
MOST_IMPOSSIBLE = 2
# What looks most like something that it cannot be is hardly known: each such language costs so much of the margin.
PASSED_OVER = 1.5
# Windows looked at of a long text, evenly spread.
MOST_WINDOWS = 12


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
    accepted = claim.accepts
    start = first_lines(text, FIRST_LOOK_CHARACTERS)
    first = predict_piece(model, start)
    if first.margin(accepted)[0] <= 0:
        return ""
    if first.tokens < LEAST_TOKENS or (first.tokens < LONG_LINE_TOKENS and distinct_lines(text) < LEAST_LINES):
        return "too little text to tell"
    seen = first if start is text else predict_piece(model, excerpt(text))
    whole = possible(seen, accepted, text)
    margin, language = whole.margin(accepted)
    margin -= PASSED_OVER * (len(seen.labels) - len(whole.labels))
    if margin <= 0:
        return "a part of it looks like its name"
    share = whole.share(relatives(language))
    parts = list(windows(text))
    if language == NONE_OF_THESE or share < (LEAST_SHARE_OF_WINDOWS if parts else LEAST_SHARE):
        return "it looks like no language that is known"
    proven = GREW_OUT_OF.get(language) in claim.languages and _is_proven(text, language)
    for window in () if proven else parts:
        part = predict_piece(model, window)
        if part.tokens >= LEAST_WINDOW_TOKENS and part.margin(accepted)[0] <= 0:
            return "a part of it looks like its name"
    return Suspicion(language, margin, whole.share({language}), share, proven)


def _is_proven(text: str, language: str) -> bool:
    from langdetect_hook.excuses.outside_strings import proves_extension

    return proves_extension(text, (GREW_OUT_OF[language],), language)


def possible(prediction: Prediction, accepted: frozenset[str], text: str) -> Prediction:
    """The prediction without the languages that seem likelier than the accepted ones, but of whose signs the text has
    none: Jinja without a brace may well be YAML."""
    from langdetect_hook.languages.signatures import lacks_signature

    for _ in range(MOST_IMPOSSIBLE):
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
    least = PROSE_AND_DATA_MARGIN if language in PROSE_AND_DATA else 0.0
    if not is_usual(path, claim):
        least = UNUSUAL_NAME_MARGIN
    elif proven:
        return PROVEN_MARGIN
    return max([least, model.label[language].margin_as_content, *known])


def is_sure(doubt: Suspicion, needed: float) -> bool:
    """Whether a suspicion is a mismatch where its margin must be at least `needed`."""
    return doubt.margin >= needed and doubt.share >= least_share(needed, doubt.proven)


def least_share(needed: float, proven: bool = False) -> float:
    """The share of the probability that a mismatch must have where its margin must be at least `needed`."""
    if proven:
        return PROVEN_SHARE
    return next((share for margin, share in LEAST_SHARE_AT if needed >= margin), LEAST_SHARE)


@cache
def relatives(language: str) -> frozenset[str]:
    """The languages whose content passes for `language` or the other way round, itself included."""
    from langdetect_hook.languages import LANGUAGE_OF
    from langdetect_hook.languages.accepts import accepted_by

    if language not in LANGUAGE_OF:
        return frozenset({language})
    own = accepted_by(language)
    accepting = {name: accepted_by(name) for name in LANGUAGE_OF if language in accepted_by(name)}
    near = {name for name, accepted in accepting.items() if len(accepted) < _MANY or name in own}
    return frozenset(near | {language} | (own if len(own) < _MANY else frozenset()))


def windows(text: str) -> Iterator[str]:
    """At most MOST_WINDOWS pieces of 25 different lines each, in the order of the text."""
    lines = list(dict.fromkeys(line for line in text[: 8 * EXCERPT_CHARACTERS].split("\n") if line.strip()))
    pieces = range(0, len(lines), WINDOW_LINES)
    if len(pieces) < 2:
        return
    step = max(1, -(-len(pieces) // MOST_WINDOWS))
    for start in pieces[::step]:
        yield "\n".join(lines[start : start + WINDOW_LINES])


def distinct_lines(text: str) -> int:
    """How many different lines that are not blank a text has, counted up to LEAST_LINES."""
    seen: set[str] = set()
    for line in text.split("\n", 200):
        if line.strip():
            seen.add(line)
            if len(seen) >= LEAST_LINES:
                break
    return len(seen)
