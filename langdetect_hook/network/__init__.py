"""What the network thinks of a text: the probability of each label, from the content alone."""

from __future__ import annotations

from math import exp

from langdetect_hook.network.excerpt import excerpt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from langdetect_hook.network.assets import Model
    from langdetect_hook.network.thresholds import Thresholds

# The label of what is no language at all: noise, encoded data, logs.
NONE_OF_THESE = "none of these"


class Prediction:
    """The network's answer for one text.

    `logits`: in steps of `scale`, one a label; `tokens`: how many different known tokens the text has; `thresholds`:
    the model's.
    """

    __slots__ = ("labels", "logits", "scale", "thresholds", "tokens")

    def __init__(
        self, labels: Sequence[str], logits: list[int], scale: float, tokens: int, thresholds: Thresholds
    ) -> None:
        self.labels = labels
        self.logits = logits
        self.scale = scale
        self.tokens = tokens
        self.thresholds = thresholds

    @property
    def best(self) -> str | None:
        """The likeliest language, however likely; None where there is none: a tie, too little text, or no language."""
        best = max(self.logits)
        if self.tokens < self.thresholds.least_predicted_tokens or self.logits.count(best) > 1:
            return None
        label = self.labels[self.logits.index(best)]
        return None if label == NONE_OF_THESE else label

    @property
    def language(self) -> str | None:
        """The answer: the likeliest language where it is so likely that such answers are right; else None."""
        return self.best if self.probability >= self.thresholds.least_probability(self.tokens) else None

    @property
    def probability(self) -> float:
        """The probability of the likeliest label."""
        best = max(self.logits)
        return 1 / sum(exp((logit - best) * self.scale) for logit in self.logits)

    def candidates(self, count: int) -> list[tuple[str, float]]:
        """The `count` likeliest labels with their probabilities, likeliest first (equal ones by name)."""
        best, share = max(self.logits), self.probability
        ranked = sorted(zip(self.logits, self.labels, strict=True), key=lambda pair: (-pair[0], pair[1]))
        return [(label, share * exp((logit - best) * self.scale)) for logit, label in ranked[:count]]

    def without(self, label: str) -> Prediction:
        """The prediction if it cannot be `label`."""
        left = [(name, logit) for name, logit in zip(self.labels, self.logits, strict=True) if name != label]
        labels, logits = [name for name, _ in left], [logit for _, logit in left]
        return Prediction(labels, logits, self.scale, self.tokens, self.thresholds)

    def of(self, label: str) -> Prediction:
        """The prediction if it can be nothing that is likelier than `label`, or as likely."""
        least = self.logits[self.labels.index(label)]
        pairs = zip(self.labels, self.logits, strict=True)
        left = [(name, logit) for name, logit in pairs if name == label or logit < least]
        labels, logits = [name for name, _ in left], [logit for _, logit in left]
        return Prediction(labels, logits, self.scale, self.tokens, self.thresholds)

    def share(self, labels: Collection[str]) -> float:
        """The probability that it is one of `labels`."""
        best, probability = max(self.logits), self.probability
        pairs = zip(self.labels, self.logits, strict=True)
        return sum(probability * exp((logit - best) * self.scale) for label, logit in pairs if label in labels)

    def named(self, accepted: Collection[str], share: float, most: int) -> tuple[str, ...]:
        """The fewest likeliest languages outside `accepted` that have a `share` of the probability together, at most
        `most`."""
        names: list[str] = []
        total = 0.0
        for label, probability in self.candidates(len(self.labels)):
            if total >= share or len(names) == most:
                break
            if label not in accepted and label != NONE_OF_THESE:
                names.append(label)
                total += probability
        return tuple(names)

    def margin(self, accepted: Collection[str]) -> tuple[float, str]:
        """How much likelier the best label outside `accepted` is than the best inside, as the natural logarithm of the
        ratio (negative where the best is inside), and the label outside."""
        inside = outside = None
        outside_label = ""
        for label, logit in zip(self.labels, self.logits, strict=True):
            if label in accepted:
                if inside is None or logit > inside:
                    inside = logit
            elif outside is None or logit > outside:
                outside, outside_label = logit, label
        if inside is None or outside is None:
            return (float("inf") if inside is None else float("-inf")), outside_label
        return (outside - inside) * self.scale, outside_label


def predict(model: Model, text: str) -> Prediction:
    """The prediction for a whole text, of which the network reads an excerpt."""
    return predict_piece(model, excerpt(text))


def predict_piece(model: Model, piece: str) -> Prediction:
    """The prediction for a piece of text, all of which the network reads."""
    counts = model.vocabulary.counts(piece)
    network = model.network
    return Prediction(network.labels, model.logits(counts), network.output_scale, len(counts), model.thresholds)
