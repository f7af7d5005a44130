"""The thresholds that `train` writes beside the weights: chosen, not trained, and the same for every model, but for
those in MEASURED.

Here, and nowhere else, stand their values and what each is for; network/thresholds.py reads them. After a change,
`python -m langdetect_hook.training.thresholds` writes them into the bundled assets, in which measured ones stay as they
are.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from langdetect_hook.claims.vouching import renew
from langdetect_hook.network.assets import METADATA, bundled_folder
from langdetect_hook.network.thresholds import read_value
from langdetect_hook.training.output import FILES_IN_ORDER, new_assets, write_json, write_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Value = int | float | tuple[tuple[int, float], ...]


class Threshold(NamedTuple):
    """A row of thresholds.tsv. `value`: a count is an int, a margin or a share a float, or pairs of the two."""

    name: str
    value: Value
    purpose: str


THRESHOLDS = (
    # suspicion
    Threshold(
        "least_tokens",
        16,
        "A text with fewer different known tokens, pairs and triples than this says nothing.",
    ),
    Threshold(
        "least_certainty",
        0.75,
        "How sure it must be that a name is wrong: at least three of four such findings are right.",
    ),
    Threshold("short_characters", 200, "A text of fewer characters than this is short: a few words decide all."),
    Threshold(
        "short_lines",
        5,
        "So is one of fewer different lines than this, unless it has that many characters for each: minified data.",
    ),
    Threshold("short_certainty", 0.9, "How sure it must be of a short text."),
    Threshold("named_share", 0.75, "What a message names must have this share of the probability."),
    Threshold("most_named", 3, "At most this many languages are named that have it together: 'looks like C or Java'."),
    Threshold(
        "proven_margin",
        1.0,
        "Where constructs prove a language that the claimed one grew into, this margin is enough, since parts of the "
        "text look like the claim.",
    ),
    Threshold("proven_share", 0.75, "What constructs prove must have this share."),
    Threshold("window_lines", 25, "A window of a long text has this many different lines."),
    Threshold("least_window_tokens", 12, "A window with fewer known tokens than this excuses nothing."),
    Threshold(
        "accepts_many",
        12,
        "A language that accepts this many languages or more (a template, a patch) is a relative only of those that "
        "accept it.",
    ),
    Threshold(
        "most_impossible",
        2,
        "This many languages that a text cannot be are passed over for the next; after that it is something unknown.",
    ),
    Threshold("most_windows", 12, "At most this many windows of a long text are read, evenly spread."),
    # excuses: what stands outside strings and comments
    Threshold(
        "outside_strings_tokens",
        12,
        "What is left of a text without its strings and comments must be this many known tokens to be worth a word.",
    ),
    Threshold(
        "outside_strings_sure_tokens",
        3,
        "This few are enough where what is left is sure: a catalog of messages is little but strings and the two "
        "words before them.",
    ),
    Threshold("outside_strings_sure_margin", 3.0, "From this margin on, what is left is sure."),
    # excuses: a sentence outside of any comment
    Threshold("sentence_words", 8, "A sentence has at least this many words."),
    Threshold(
        "sentence_common_words",
        3,
        "A sentence has at least this many common English words that are keywords of no programming language.",
    ),
    Threshold("sentence_letters", 0.85, "At least this share of a sentence is letters and spaces."),
    # excuses: a file that says its own name
    Threshold("own_name_length", 6, "A file name of fewer characters than this is a word like any other."),
    Threshold("own_name_lines", 10, "A file says its own name in one of this many first lines."),
    # excuses: constructs, settings, neighbours
    Threshold(
        "proof_constructs",
        2,
        "This many constructs are proof: one may be a coincidence, or quoted where the lexer does not see it.",
    ),
    Threshold("settings_without_section", 4, "This many settings, and nothing else, are INI without a section."),
    Threshold(
        "parsed_statements",
        0.9,
        "Where at least this share of the statements is Python, the rest is that of a version which is not known.",
    ),
    Threshold(
        "topic_neighbours",
        3,
        "This many files beside one that share its stem, with endings that no table knows, make its ending a word "
        "like theirs.",
    ),
    Threshold(
        "alike_neighbours",
        2,
        "This many committed files that look foreign in the same way are a convention: one may be the same accident "
        "twice.",
    ),
    Threshold(
        "alike_beside",
        4,
        "This many files beside one that lies in no repository are a convention, though nobody has committed them.",
    ),
    Threshold(
        "most_neighbours",
        8,
        "At most this many committed files in the same folder, and as many elsewhere, are compared with one about to "
        "be reported.",
    ),
    # the prediction itself
    Threshold("least_predicted_tokens", 2, "No language is named for a text with fewer known tokens than this."),
    Threshold(
        "least_rival_share",
        0.02,
        "A language with this probability is the answer where the text has a construct of it that the likeliest lacks.",
    ),
    Threshold(
        "least_probability_at",
        ((2, 0.9),),
        "A language is named for a text with at least so many known tokens where it is at least this likely: nine of "
        "ten such answers are right. Measured by train on projects that were held out.",
    ),
)
# What each model has of its own; in the table above stands what counts where nothing was measured.
MEASURED = ("least_probability_at",)


def table_text(measured: Mapping[str, Value] | None = None) -> str:
    """The content of thresholds.tsv; `measured`: values of MEASURED."""
    values = as_dict(measured)
    rows = [f"{row.name}\t{_written(values[row.name])}\t{row.purpose}\n" for row in THRESHOLDS]
    return "name\tvalue\tpurpose\n" + "".join(rows)


def as_dict(measured: Mapping[str, Value] | None = None) -> dict[str, Any]:
    """The values by name, ready for JSON; `measured`: values of MEASURED."""
    return {row.name: row.value for row in THRESHOLDS} | dict(measured or {})


def measured_in(table: str) -> dict[str, Value]:
    """The values of MEASURED in the text of a thresholds.tsv, which may lack other rows, or these."""
    cells = [line.split("\t") for line in table.splitlines()[1:]]
    return {row[0]: read_value(row[0], row[1]) for row in cells if row[0] in MEASURED}


def _written(value: Value) -> str:
    if isinstance(value, tuple):
        return ",".join(f"{margin!r}={share!r}" for margin, share in value)
    return repr(value)


def write_into(folder: str, measured: Mapping[str, Value] | None = None) -> None:
    """Write the thresholds into a folder of assets, and what model.tsv and metadata.json say of them: all, or nothing.

    `measured`: values of MEASURED; without it, those that the folder has stay.
    """
    with new_assets(folder) as new:
        for name in FILES_IN_ORDER:
            shutil.copyfile(os.path.join(folder, name), os.path.join(new, name))
        _write_into(new, measured)


def _write_into(folder: str, measured: Mapping[str, Value] | None) -> None:
    table, metadata = (os.path.join(folder, name) for name in ("thresholds.tsv", METADATA))
    with open(table, encoding="utf-8") as stream:
        kept = measured_in(stream.read()) | dict(measured or {})
    write_text(table, table_text(kept))
    renew(folder, "thresholds.tsv")
    with open(metadata, encoding="utf-8") as stream:
        known = json.load(stream)
    write_json(metadata, {**known, "thresholds": as_dict(kept)})


def main(argv: Sequence[str] | None = None) -> int:
    """Write the thresholds into the assets in a folder, the bundled ones by default: nothing is trained."""
    folders = sys.argv[1:] if argv is None else list(argv)
    for folder in folders or [bundled_folder()]:
        write_into(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
