"""A corpus many times as large as another: each file again under other project names, with other identifiers.

What a training needs of memory and time is measured on it; nothing that it learns from copies is worth anything.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from zlib import crc32

from langdetect_hook.training.corpus import Example, folder_name, read_corpus

_WORD = re.compile(rb"[A-Za-z_][A-Za-z0-9_]{5,}")
_NUMBER = re.compile(rb"\b[0-9]{2,}\b")
# One word of so many is another one in a copy: ten times the files have four times the words, as in real corpora
# (Heaps' law with an exponent of 0.6).
_RENAMED = 3


def main() -> int:
    """Write the corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", metavar="CORPUS")
    parser.add_argument("output", metavar="OUT", help="a folder that does not exist yet")
    parser.add_argument("--times", type=int, default=10, metavar="N", help="how many times as large (%(default)s)")
    options = parser.parse_args()
    os.makedirs(options.output)
    for example in read_corpus(options.corpus):
        write_copies(example, options.output, options.times)
    return 0


def write_copies(example: Example, output: str, times: int) -> None:
    """The file of an example and its copies; a copy's project is called after the first one's."""
    with open(example.path, "rb") as file:
        content = file.read()
    project = example.project.replace("/", "+")
    for number in range(times):
        folder = os.path.join(output, folder_name(example.language), f"{project}.{number}")
        os.makedirs(folder, exist_ok=True)
        name = f"{crc32(os.fsencode(example.path)):08x}-{os.path.basename(example.path)}"[-200:]
        with open(os.path.join(folder, name), "wb") as file:
            file.write(altered(content, number) if number else content)


def altered(content: bytes, number: int) -> bytes:
    """A text with some of its words and all larger numbers changed, everywhere in the same way."""
    end = b"abcdefghij"[number % 10 : number % 10 + 1] * (1 + number // 10)

    def renamed(found: re.Match[bytes]) -> bytes:
        word = found.group()
        return word + end if crc32(word, number) % _RENAMED == 0 else word

    changed = _WORD.sub(renamed, content)
    return _NUMBER.sub(lambda found: b"%d" % (int(found.group()[:9]) + number), changed)


if __name__ == "__main__":
    sys.exit(main())
