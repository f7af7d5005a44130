"""The program that writes network/compiled.py: what `re` of this interpreter makes of the tokenizer's expression.

python -m langdetect_hook.training.compile_tokenizer
"""

from __future__ import annotations

import re
import sys
import textwrap

from langdetect_hook.network import compiled
from langdetect_hook.network.tokenizer import TOKEN

_PROGRAM = re.compile(r"(?s)(?<=\nPROGRAM = \(\n).*?(?=\n\))")


def main() -> int:
    """The exit status of writing the program, and saying for which engine."""
    with open(compiled.__file__, encoding="utf-8") as file:
        source = file.read()
    with open(compiled.__file__, "w", encoding="utf-8", newline="\n") as file:
        file.write(rewritten(source))
    known = "is one of" if engine() in compiled.ENGINES else "is none of"
    sys.stdout.write(f"written for the engine {engine()}, which {known} ENGINES\n")
    return 0


def engine() -> int:
    """The number of the engine of this interpreter."""
    import _sre

    number: int = _sre.MAGIC
    return number


def rewritten(source: str) -> str:
    """The source of network/compiled.py with the program that this interpreter makes of the expression."""
    numbers = ", ".join(map(str, program())) + ","
    lines = textwrap.fill(numbers, 116, initial_indent="    ", subsequent_indent="    ")
    return _PROGRAM.sub(lines, source)


def program() -> list[int]:
    """The numbers that this interpreter's engine runs for the expression."""
    if sys.version_info >= (3, 11):
        from re import _compiler as compiler
        from re import _parser as parser
    else:
        import sre_compile as compiler
        import sre_parse as parser
    return [int(number) for number in compiler._code(parser.parse(TOKEN.pattern), 0)]  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main())
