"""The tables of the model card, from the metadata of the assets beside it.

    python -m langdetect_hook.training.model_card FOLDER

writes them between the markers of FOLDER/MODEL_CARD.md.
"""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

from langdetect_hook.failure import Failure
from langdetect_hook.training.answers import LENGTHS as LENGTHS_OF_ANSWERS
from langdetect_hook.training.figures import LENGTHS, name_of

if TYPE_CHECKING:
    from collections.abc import Sequence

BEGIN, END = "<!-- figures:begin -->", "<!-- figures:end -->"


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status after writing the tables; Failure where the card or the metadata is not there."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if len(arguments) != 1:
        raise Failure("model_card takes one folder of assets")
    card = os.path.join(arguments[0], "MODEL_CARD.md")
    with open(os.path.join(arguments[0], "metadata.json"), encoding="utf-8") as file:
        figures = tables(json.load(file))
    with open(card, encoding="utf-8") as file:
        text = file.read()
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise Failure(f"{card} has no lines {BEGIN} and {END}")
    with open(card, "w", encoding="utf-8", newline="\n") as file:
        file.write(f"{before}{begin}\n{figures}\n{end}{after}")
    return 0


def tables(metadata: dict[str, Any]) -> str:
    """The figures in Markdown: by length, then by language, the weakest first."""
    figures = metadata["figures"]
    lines = [
        f"Held out: {figures['files']} files of projects that the measured network was not trained on; "
        f"written network trained on {metadata['trained_on']}.",
        "",
        "| length | argmax, ties wrong | 5 projects or more | acceptable | without collections | in_top_k |",
        "|---|---|---|---|---|---|",
    ]
    for length in map(name_of, LENGTHS):
        accuracy = figures["accuracy"][length]
        many = figures["accuracy_5_projects"][length]
        others = (figures[name][length] for name in ("accuracy_acceptable", "accuracy_without_collections", "in_top_k"))
        shown = "-" if many is None else f"{many:.2%}"
        lines.append(f"| {length} | {accuracy:.2%} | {shown} | {' | '.join(f'{other:.2%}' for other in others)} |")
    lines += _blocks(figures["blocks"])
    lines += _answers(figures.get("answers", {}))
    lines += [
        "",
        f"Macro-F1 on whole files {figures['macro_f1']:.2%}; "
        f"expected calibration error {figures['calibration_error']:.2%}.",
        "",
        "| language | held-out files | recall | precision | F1 |",
        "|---|---|---|---|---|",
    ]
    for name, row in sorted(figures["languages"].items(), key=lambda pair: (pair[1]["f1"], pair[0])):
        lines.append(f"| {name} | {row['files']} | {row['recall']:.1%} | {row['precision']:.1%} | {row['f1']:.1%} |")
    return "\n".join(lines)


def _blocks(blocks: dict[str, Any]) -> list[str]:
    """The accuracy on the code blocks of held-out documentation."""
    if not blocks["texts"]:
        return []
    return ["", f"Code blocks of their documentation, whole: {blocks['accuracy']:.2%} of {blocks['texts']:,}."]


def _answers(answers: dict[str, dict[str, Any]]) -> list[str]:
    """How often `classify` names a language, and how often it is right then."""
    if not answers:
        return []
    lines = ["", "| `classify` | texts | answered | of these right |", "|---|---|---|---|"]
    for length in map(name_of, LENGTHS_OF_ANSWERS):
        row = answers[length]
        right = "-" if row["precision"] is None else f"{row['precision']:.1%}"
        lines.append(f"| {length} | {row['texts']} | {row['answered']:.1%} | {right} |")
    return lines


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Failure, OSError) as error:
        sys.exit(f"model_card: {error}")
