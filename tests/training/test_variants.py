"""Variants: what a language leaves to the writer is shown to the network in other spellings."""

from __future__ import annotations

import pytest

pytest.importorskip("tqdm")
from langdetect_hook.training.corpus import Example
from langdetect_hook.training.variants import in_other_case, varied


def test_every_second_file_whose_case_means_nothing_is_varied():
    languages = ["Ada", "C", "COBOL", "Python", "SQL", "Ada"]
    examples = [Example(f"{language}/p/{number}", language, "p") for number, language in enumerate(languages)]
    assert varied(examples) == [0, 4]


@pytest.mark.parametrize(
    ("content", "other"),
    [
        (b"begin\n  X := 1;\n", b"BEGIN\n  X := 1;\n"),
        (b"       MOVE A TO B.\n      * a word\n", b"       move a to b.\n      * a word\n"),
        (b"", b""),
        (b"\0\1\2\3", b""),
        ("die Stra\u00dfe".encode(), b"DIE STRASSE"),
    ],
)
def test_what_is_written_in_capitals_becomes_small_and_the_other_way_round(content, other):
    assert in_other_case(content) == other
