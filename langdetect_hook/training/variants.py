"""Files as others would have written them: what a language leaves to the writer must not tell it from others.

COBOL of the year 1985 shouts, that of today does not, and a corpus has more of the one than of the other. So the
network is shown both of every second file whose language takes upper and lower case for the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.languages import having
from langdetect_hook.languages.traits import ANY_CASE
from langdetect_hook.network.excerpt import excerpt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from langdetect_hook.training.corpus import Example

_EVERY = 2
# What tells how a file is written: its comments say nothing more after so many characters.
_LOOKED_AT = 4_000


def varied(examples: Sequence[Example]) -> list[int]:
    """Which of the examples are learned in another spelling as well."""
    of_any_case = [number for number, example in enumerate(examples) if example.language in having(ANY_CASE)]
    return of_any_case[::_EVERY]


def in_other_case(content: bytes) -> bytes:
    """The excerpt of a file in capitals; in small letters, where it was written in capitals."""
    text = excerpt(content_from_bytes(content).text or "")
    letters = [character for character in text[:_LOOKED_AT] if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    return (text.lower() if 2 * capitals > len(letters) else text.upper()).encode()
