"""The tokenizer's expression, compiled: to import `re` and have it compile that took a quarter of a check of one file.

The engine behind `re` says by a number which programs it understands. PROGRAM is what `re` makes of the expression for
the engines in ENGINES: a test compares the two on the interpreter at hand, and
`python -m langdetect_hook.training.compile_tokenizer` writes it anew. Any other interpreter has `re` compile the
expression, as ever.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Pattern

# Those of CPython 3.11, of 3.12, and of 3.13 to 3.15.
ENGINES = frozenset({20220615, 20221023, 20230612})
# Of a program: its numbers have 32 bits, the largest of which stands for "any number of times".
_CODE_BYTES, _ANY_NUMBER = 4, 2**32 - 1
UNICODE = 32  # re.UNICODE, the only flag
# fmt: off
PROGRAM = (
    14, 4, 0, 1, 4294967295, 7, 15, 16, 10, 24, 9, 0, 4294967295, 13, 4, 8, 12, 0, 1, 15, 255, 51, 16, 34, 24, 17,
    0, 400, 13, 12, 21, 9, 1024, 4, 268435456, 0, 0, 0, 0, 0, 0, 1, 23, 24, 0, 40, 16, 92, 2, 24, 17, 0, 400, 13,
    12, 21, 9, 1024, 4, 268435456, 0, 0, 0, 0, 0, 0, 1, 18, 16, 34, 15, 204, 71, 5, 10, 1, 13, 6, 8, 14, 16, 39, 0,
    1, 16, 39, 24, 17, 0, 400, 13, 12, 21, 9, 1024, 128, 268435456, 0, 0, 0, 0, 0, 0, 1, 23, 24, 0, 40, 16, 92, 2,
    24, 17, 0, 400, 13, 12, 21, 9, 1024, 128, 268435456, 0, 0, 0, 0, 0, 0, 1, 18, 16, 39, 5, 8, 0, 13, 4, 8, 14, 0,
    1, 15, 133, 32, 13, 11, 9, 0, 0, 2281701374, 134217726, 0, 0, 0, 0, 0, 24, 16, 0, 4294967295, 13, 11, 9, 0,
    67043328, 2281701374, 134217726, 0, 0, 0, 0, 0, 1, 15, 101, 21, 13, 5, 22, 48, 57, 0, 24, 11, 0, 4294967295, 13,
    6, 8, 14, 16, 46, 0, 1, 15, 80, 34, 24, 11, 1, 4294967295, 13, 6, 21, 22, 0, 127, 0, 1, 23, 17, 0, 4294967295,
    16, 32, 24, 11, 1, 4294967295, 13, 6, 21, 22, 0, 127, 0, 1, 18, 15, 46, 10, 13, 6, 16, 34, 16, 39, 0, 15, 36,
    34, 24, 6, 0, 1, 16, 32, 1, 24, 16, 1, 3, 13, 11, 9, 0, 4227923834, 2013265921, 2013265921, 0, 0, 0, 0, 0, 1,
    24, 6, 0, 1, 16, 32, 1, 15, 2, 0, 1,
)
# fmt: on


def compiled(pattern: str) -> Pattern[str]:
    """The compiled form of `pattern`, which is the tokenizer's."""
    if is_known():
        import _sre

        found: Pattern[str] = _sre.compile(pattern, UNICODE, list(PROGRAM), 0, {}, (None,))
        return found
    import re

    return re.compile(pattern)


def is_known() -> bool:
    """Whether this interpreter's engine runs PROGRAM."""
    if sys.implementation.name != "cpython":
        return False
    import _sre

    kind = _sre.CODESIZE, _sre.MAXREPEAT
    return _sre.MAGIC in ENGINES and kind == (_CODE_BYTES, _ANY_NUMBER)
