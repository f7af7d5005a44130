"""How many snippets a detector names right: in all, by length and by language."""

from __future__ import annotations

import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.languages.accepts import accepted_by
from langdetect_hook.network import NONE_OF_THESE, assets, predict
from tests.benchmarks.detectors import Detector, labels_of
from tests.benchmarks.snippets.dataset import Row

BANDS = ((1, 2), (3, 5), (6, 10), (11, 20), (21, 0))
TIE = "tie"


class Score(NamedTuple):
    """A tool's answers on the snippets whose language it knows: right ones, acceptable ones, all."""

    right: int
    acceptable: int
    asked: int

    @property
    def rate(self) -> float:
        return self.right / max(1, self.asked)

    @property
    def acceptable_rate(self) -> float:
        return self.acceptable / max(1, self.asked)


def band_of(lines: int) -> str:
    """The band of lengths that a number of lines is in."""
    return next(name_of(low, high) for low, high in BANDS if lines <= high or not high)


def name_of(low: int, high: int) -> str:
    return f"{low}-{high} lines" if high else f"{low}+ lines"


def own_answers(out: Path, rows: Sequence[Row], folder: Path) -> list[str | None]:
    """The label with the highest logit of each snippet, TIE where two share it: no threshold decides."""
    model = assets.load(str(folder))
    model.prepare_for_many()
    answers: list[str | None] = []
    for row in rows:
        prediction = predict(model, (out / row.path).read_text(encoding="utf-8"))
        best = max(prediction.logits)
        tied = prediction.logits.count(best) > 1
        answers.append(TIE if tied else prediction.labels[prediction.logits.index(best)])
    return answers


def known_to(folder: Path) -> set[str]:
    """The languages that the model in `folder` has labels for."""
    return {label.name for label in assets.load(str(folder)).labels} - {NONE_OF_THESE}


def answers_of(tool: Detector, out: Path, rows: Sequence[Row], scratch: Path) -> list[str | None]:
    """A tool's labels, the snippets put to it under numbers instead of names."""
    paths = [scratch / f"{number:06}" for number in range(len(rows))]
    for path, row in zip(paths, rows, strict=True):
        shutil.copyfile(out / row.path, path)
    return [answer.label for answer in tool.answers([str(path) for path in paths])]


def score(rows: Iterable[Row], answers: Iterable[str | None], labels: dict[str, set[str]]) -> Score:
    """The score on the snippets whose language has labels. Acceptable: also what is fine where it is claimed."""
    counted: Counter[str] = Counter()
    for row, answer in zip(rows, answers, strict=True):
        if row.language in labels:
            right = answer in labels[row.language]
            fine = right or any(answer in labels.get(other, ()) for other in accepted_by(row.language))
            counted.update(asked=1, right=int(right), acceptable=int(fine))
    return Score(counted["right"], counted["acceptable"], counted["asked"])


def figures(rows: list[Row], answers: list[str | None], labels: dict[str, set[str]]) -> dict[str, Any]:
    """A tool's scores in all, by band and by language, and what it takes for what."""
    groups: dict[str, dict[str, list[int]]] = {"bands": defaultdict(list), "languages": defaultdict(list)}
    for number, row in enumerate(rows):
        groups["bands"][band_of(row.lines)].append(number)
        groups["languages"][row.language].append(number)
    scores = {kind: _scores(rows, answers, labels, group) for kind, group in groups.items()}
    known = [each.rate for each in scores["languages"].values() if each.asked]
    return {
        "overall": score(rows, answers, labels),
        "mean_over_languages": sum(known) / max(1, len(known)),
        "everything": score(rows, answers, {**{row.language: set() for row in rows}, **labels}),
        **scores,
        "confusions": confusions(rows, answers, labels),
    }


def _scores(
    rows: list[Row], answers: list[str | None], labels: dict[str, set[str]], groups: dict[str, list[int]]
) -> dict[str, Score]:
    return {
        name: score([rows[number] for number in numbers], [answers[number] for number in numbers], labels)
        for name, numbers in groups.items()
    }


def confusions(rows: list[Row], answers: list[str | None], labels: dict[str, set[str]]) -> dict[str, int]:
    """What is most often taken for what, languages without a label among them."""
    pairs = zip(rows, answers, strict=True)
    wrong = ((row.language, answer) for row, answer in pairs if answer not in labels.get(row.language, ()))
    counted = Counter(f"{language} taken for {answer}" for language, answer in wrong)
    return dict(counted.most_common(60))


def labels_for(column: str, known: set[str]) -> dict[str, set[str]]:
    """Language -> a tool's labels that are right for it; with Linguist's names, the `known` languages."""
    labels = labels_of(column, list(LANGUAGE_OF))
    return labels if column else {language: {language} for language in known}
