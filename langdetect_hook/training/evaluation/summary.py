"""The figures of an evaluation in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from langdetect_hook.report import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

_WEAKEST = 12
_CONFUSIONS = 12
_ERRORS = 6


def summary(figures: dict[str, Any]) -> Iterator[str]:
    """The lines that `evaluate` prints below its first."""
    if figures["caution"]:
        yield figures["caution"]
    for words in figures["left_out"]:
        yield f"left out: {words}"
    yield ""
    yield from _lengths(figures)
    yield ""
    yield f"calibration error on whole files  {figures['calibration']['error']:.2%}"
    yield from _weakest(figures["languages"])
    yield from _confusions(confusions(figures))
    yield from _errors(figures["worst_errors"])


def confusions(figures: dict[str, Any]) -> list[tuple[str, str, int]]:
    """(language, taken for, files) of every confusion, the most frequent first."""
    labels, counts = figures["confusion_matrix"]["labels"], figures["confusion_matrix"]["counts"]
    found = [
        (labels[row], labels[column], count)
        for row, line in enumerate(counts)
        for column, count in enumerate(line)
        if count and row != column
    ]
    return sorted(found, key=lambda each: (-each[2], each[:2]))


def _lengths(figures: dict[str, Any]) -> Iterator[str]:
    yield f"{'':14}{'accuracy':>10}{'5+ projects':>13}{'macro-F1':>10}{'undecided':>11}{'argmax':>9}"
    for name, row in figures["lengths"].items():
        many = row["accuracy_5_projects"]
        yield (
            f"{name:14}{row['accuracy']:10.2%}{'-' if many is None else f'{many:.2%}':>13}"
            f"{row['macro_f1']:10.2%}{row['undecided']:11.2%}{row['argmax_accuracy']:9.2%}"
        )
    yield "accuracy: ties and no answer count as wrong; argmax: only ties do"


def _weakest(languages: list[dict[str, Any]]) -> Iterator[str]:
    weak = [row for row in languages if row["f1"] < 1]
    if not weak:
        return
    yield ""
    yield f"{'weakest languages':22}{'files':>6}{'recall':>9}{'precision':>11}{'F1':>9}  most often taken for"
    for row in sorted(weak, key=lambda row: (row["f1"], row["name"]))[:_WEAKEST]:
        taken = ", ".join(f"{each['name']} ({each['files']})" for each in row["taken_for"])
        yield (
            f"{escaped(row['name']):22}{row['files']:6}{row['recall']:9.1%}{row['precision']:11.1%}{row['f1']:9.1%}"
            f"  {escaped(taken)}"
        )


def _confusions(found: list[tuple[str, str, int]]) -> Iterator[str]:
    if found:
        yield ""
        yield "most frequent confusions"
    for language, other, files in found[:_CONFUSIONS]:
        words = "no answer given" if other == "undecided" else f"taken for {other}"
        yield f"{files:6}  {escaped(language)} {escaped(words)}"


def _errors(errors: list[dict[str, Any]]) -> Iterator[str]:
    if errors:
        yield ""
        yield "most confident errors, and the tokens that speak for them"
    for row in errors[:_ERRORS]:
        yield f"  {escaped(row['path'])}: {escaped(row['predicted'])} ({min(row['probability'], 0.999):.1%})"
        yield "      " + "  ".join(f"`{escaped(each['token'])}` {each['contribution']:+.2f}" for each in row["tokens"])
