"""The numbers that the verdict is decided by, as thresholds.tsv beside the weights has them."""

from __future__ import annotations

from itertools import pairwise
from math import inf

from langdetect_hook.failure import Failure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    # How a value is written, and what is refused: a whole number from 1 on; a number from 0 on; a number from 0 to 1;
    # pairs of a count and a share, "8=0.9,16=0.8", with rising counts.
    Count = int
    Margin = float
    Share = float
    ShareAtTokens = tuple[tuple[int, float], ...]


_MOST = 1_000  # of anything that is counted: what looks at so many files or pieces of text soon ends


class Thresholds:
    """What must be reached before anything is reported. training/thresholds.py has the values, and what each is for.

    - Suspicion: how much text says anything; how sure it must be that the name is wrong; how the windows of a long text
      are cut; how many impossible languages are passed over.
    - Outside strings: how much must be left of a text without its strings and comments, and when that is sure.
    - Sentences: what makes a paragraph an English sentence.
    - The file's own name: how long it must be, and how far down it may stand.
    - Constructs, settings, statements, neighbours: how many are more than a coincidence, and how many are asked.
    - Prediction: from how many tokens on, and how likely for so many, a language is named at all; how likely a rival
      must be for a construct of it to decide.
    """

    least_tokens: Count
    least_certainty: Share
    short_characters: Count
    short_lines: Count
    short_certainty: Share
    named_share: Share
    most_named: Count
    proven_margin: Margin
    proven_share: Share
    window_lines: Count
    least_window_tokens: Count
    accepts_many: Count
    most_impossible: Count
    most_windows: Count

    outside_strings_tokens: Count
    outside_strings_sure_tokens: Count
    outside_strings_sure_margin: Margin

    sentence_words: Count
    sentence_common_words: Count
    sentence_letters: Share

    own_name_length: Count
    own_name_lines: Count

    proof_constructs: Count
    settings_without_section: Count
    parsed_statements: Share
    topic_neighbours: Count
    alike_neighbours: Count
    alike_beside: Count
    most_neighbours: Count

    least_predicted_tokens: Count
    least_rival_share: Share
    least_probability_at: ShareAtTokens

    __slots__ = tuple(__annotations__)

    def least_probability(self, tokens: int) -> float:
        """How likely a language must be to be named for a text of so many different known tokens; 1 where none is."""
        return next((share for least, share in reversed(self.least_probability_at) if tokens >= least), 1.0)


def read_thresholds(text: str) -> Thresholds:
    """The thresholds in the text of a thresholds.tsv. ValueError: a value out of range. Failure: other names."""
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    kinds = Thresholds.__annotations__
    names = [row[0] for row in rows]
    if sorted(names) != sorted(kinds):
        odd = next((name for name in (*kinds, *names) if names.count(name) != (name in kinds)), "")
        raise Failure(
            f"the model assets cannot be used: their thresholds.tsv has {names.count(odd) or 'no'} {odd} "
            "(python -m langdetect_hook.training.thresholds DIR writes it again)"
        )
    thresholds = Thresholds()
    for name, value, _ in rows:
        setattr(thresholds, name, read_value(name, value))
    return thresholds


def read_value(name: str, text: str) -> Any:
    """The value that a row of thresholds.tsv gives to a threshold. ValueError: it is out of range."""
    return _READ[Thresholds.__annotations__[name]](text)


def _count(text: str) -> int:
    count = _from_one_on(text)
    if count > _MOST:
        raise ValueError(text)
    return count


def _from_one_on(text: str) -> int:
    count = int(text)
    if count < 1:
        raise ValueError(text)
    return count


def _margin(text: str) -> float:
    margin = float(text)
    if not 0 <= margin < inf:
        raise ValueError(text)
    return margin


def _share(text: str) -> float:
    share = float(text)
    if not 0 <= share <= 1:
        raise ValueError(text)
    return share


def _shares_at_tokens(text: str) -> tuple[tuple[int, float], ...]:
    halves = [pair.split("=") for pair in text.split(",")]
    pairs = tuple([(_from_one_on(tokens), _share(share)) for tokens, share in halves])
    if any(first[0] >= second[0] for first, second in pairwise(pairs)):
        raise ValueError(text)
    return pairs


_READ: dict[str, Callable[[str], object]] = {
    "Count": _count,
    "Margin": _margin,
    "Share": _share,
    "ShareAtTokens": _shares_at_tokens,
}
