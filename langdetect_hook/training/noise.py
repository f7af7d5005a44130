"""Texts that are no language at all, made by a seeded generator: what the label "none of these" is learned from."""

from __future__ import annotations

import base64
import random
import string
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Generator = random.Random


def noise(count: int, seed: int) -> list[bytes]:
    """`count` texts, the kinds of KINDS in turn."""
    generator = random.Random(seed)  # noqa: S311 - chance that can be repeated
    return [KINDS[number % len(KINDS)](generator).encode() for number in range(count)]


def _lines(generator: Generator, line: Callable[[], str]) -> str:
    return "\n".join(line() for _ in range(generator.randint(3, 80))) + "\n"


def _word(generator: Generator, letters: str = string.ascii_lowercase) -> str:
    return "".join(generator.choices(letters, k=generator.randint(2, 11)))


def _base64(generator: Generator) -> str:
    width = generator.choice((64, 76, 200, 4000))
    encoded = base64.b64encode(generator.randbytes(generator.randint(60, 6000))).decode()
    return "\n".join(encoded[start : start + width] for start in range(0, len(encoded), width))


def _pem(generator: Generator) -> str:
    kind = generator.choice(("CERTIFICATE", "RSA PRIVATE KEY", "PUBLIC KEY", "PGP SIGNATURE", "OPENSSH PRIVATE KEY"))
    encoded = base64.b64encode(generator.randbytes(generator.randint(200, 2500))).decode()
    body = "\n".join(encoded[start : start + 64] for start in range(0, len(encoded), 64))
    return f"-----BEGIN {kind}-----\n{body}\n-----END {kind}-----\n" * generator.randint(1, 3)


def _hexadecimal(generator: Generator) -> str:
    bytes_a_line = generator.choice((8, 16, 32))
    separator = generator.choice(("", " ", ":"))
    offsets = generator.random() < 0.5
    position = 0

    def line() -> str:
        nonlocal position
        position += bytes_a_line
        return (f"{position:08x}  " if offsets else "") + _hex(generator.randbytes(bytes_a_line), separator)

    return _lines(generator, line)


def _hex(data: bytes, separator: str) -> str:
    return data.hex(separator) if separator else data.hex()


def _gibberish(generator: Generator) -> str:
    letters = generator.choice((string.ascii_lowercase, string.ascii_letters + string.digits, string.printable[:94]))
    return _lines(generator, lambda: " ".join(_word(generator, letters) for _ in range(generator.randint(1, 12))))


def _log(generator: Generator) -> str:
    levels = generator.choice((("INFO", "WARN", "ERROR", "DEBUG"), ("info", "warning", "error"), ("I", "W", "E")))
    form = generator.choice(
        ("2{:03d}-{:02d}-{:02d} {:02d}:{:02d}:00,{:03d}", "[{:04d}/{:02d}/{:02d} {:02d}:{:02d} {:d}]")
    )
    words = [_word(generator) for _ in range(40)]

    def line() -> str:
        stamp = form.format(*(generator.randrange(1, limit) for limit in (40, 13, 29, 24, 60, 999)))
        said = " ".join(generator.choices(words, k=generator.randint(2, 10)))
        return f"{stamp} {generator.choice(levels)} {generator.choice(words)}: {said}"

    return _lines(generator, line)


def _tree(generator: Generator) -> str:
    branch, last, bar = generator.choice((("├── ", "└── ", "│   "), ("|-- ", "`-- ", "|   ")))

    def line() -> str:
        suffix = generator.choice(("", "", ".py", ".js", ".txt", ".go", ".md", "/"))
        return bar * generator.randrange(4) + generator.choice((branch, branch, last)) + _word(generator) + suffix

    return ".\n" + _lines(generator, line)


def _identifiers(generator: Generator) -> str:
    bits = generator.choice((16, 20, 32, 64))
    tail = generator.choice(("", "  {}", " {}.tar.gz", "\t{}"))
    return _lines(generator, lambda: generator.randbytes(bits).hex() + tail.format(_word(generator)))


def _numbers(generator: Generator) -> str:
    columns, separator = generator.randint(1, 9), generator.choice((" ", "\t", "  "))
    form = generator.choice(("{:d}", "{:.3f}", "{:e}", "{:8.2f}"))
    draw = (lambda: generator.randrange(100_000)) if form == "{:d}" else (lambda: generator.uniform(-1e4, 1e4))
    return _lines(generator, lambda: separator.join(form.format(draw()) for _ in range(columns)))


def _repeated(generator: Generator) -> str:
    words = [_word(generator) for _ in range(generator.randint(1, 8))]
    return (generator.choice((" ", "", "-", "_")).join(words) + "\n") * generator.randint(3, 60)


def _other_script(generator: Generator) -> str:
    first, last = generator.choice(
        ((0x430, 0x44F), (0x4E00, 0x5E00), (0x3041, 0x3096), (0x5D0, 0x5EA), (0xAC00, 0xB000))
    )

    def word() -> str:
        return "".join(chr(generator.randint(first, last)) for _ in range(generator.randint(2, 9)))

    return _lines(
        generator,
        lambda: " ".join(word() for _ in range(generator.randint(2, 14))) + generator.choice(".,。 "),
    )


def _paths(generator: Generator) -> str:
    roots = [_word(generator) for _ in range(6)]

    def line() -> str:
        return "/".join([*generator.choices(roots, k=generator.randint(1, 4)), _word(generator)])

    return _lines(generator, lambda: generator.choice(("", "/", "./")) + line() + generator.choice(("", ".o", ".html")))


KINDS = (
    _base64,
    _gibberish,
    _hexadecimal,
    _identifiers,
    _log,
    _numbers,
    _other_script,
    _paths,
    _pem,
    _repeated,
    _tree,
)
