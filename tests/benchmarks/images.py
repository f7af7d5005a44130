"""Small images that are whole, made on the fly: each format's shortest file, with random bytes where it has room.

The sizes are those of pictures for the web: a median of 6 KiB, most between 1 and 40.
"""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

# A grey pixel as JPEG's baseline has it (ITU-T T.81): the tables, the frame and the scan, without the segments before.
_JPEG_TABLES = "ffdb004300" + "01" * 64 + "ffc0000b080001000101011100"
_JPEG_CODES = "ffc4001400" + "01" + "00" * 15 + "00" + "ffc4001410" + "01" + "00" * 15 + "00"
_JPEG_SCAN = "ffda0008010100003f003f" + "ffd9"
_GIF_PIXEL = "2c00000000010001000002024401003b"
_WEBP_PIXEL = "2f000000000750c00216b0ff8188e87f00"


def png(filling: bytes) -> bytes:
    """A pixel, and a chunk of text that no reader needs (PNG 1.2)."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"prVt", filling), (b"IDAT", zlib.compress(b"\0\x80")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, *zip(*chunks, strict=True)))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def jpeg(filling: bytes) -> bytes:
    """A pixel, and comments, of which none is longer than 65,533 bytes."""
    pieces = [filling[start : start + 60_000] for start in range(0, len(filling), 60_000)]
    comments = b"".join(b"\xff\xfe" + struct.pack(">H", len(piece) + 2) + piece for piece in pieces)
    head = b"\xff\xd8\xff\xe0" + struct.pack(">H5sHBHHBB", 16, b"JFIF\0", 0x0101, 0, 1, 1, 0, 0)
    return head + comments + bytes.fromhex(_JPEG_TABLES + _JPEG_CODES + _JPEG_SCAN)


def gif(filling: bytes) -> bytes:
    """A pixel, and a comment in blocks of 255 bytes (GIF89a)."""
    blocks = [filling[start : start + 255] for start in range(0, len(filling), 255)]
    comment = b"\x21\xfe" + b"".join(bytes([len(block)]) + block for block in blocks) + b"\0"
    return b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff" + comment + bytes.fromhex(_GIF_PIXEL)


def webp(filling: bytes) -> bytes:
    """A lossless pixel, and a chunk that readers pass over (RFC 9649)."""
    body = b"WEBP" + _riff(b"VP8L", bytes.fromhex(_WEBP_PIXEL)) + _riff(b"MORE", filling)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _riff(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


# By extension, as often as pictures of the web are so.
FORMATS: dict[str, tuple[int, Callable[[bytes], bytes]]] = {
    ".jpg": (45, jpeg),
    ".png": (40, png),
    ".webp": (10, webp),
    ".gif": (5, gif),
}


def plant(folder: Path, count: int, wrong: int, seed: int = 1) -> list[str]:
    """Write so many images into folders of 100, `wrong` of them under the extension of another, and return the paths of
    these."""
    chance = random.Random(seed)
    extensions, weights = zip(*((name, share) for name, (share, _) in FORMATS.items()), strict=True)
    planted = set(chance.sample(range(count), wrong))
    found = []
    for number in range(count):
        truth = chance.choices(extensions, weights)[0]
        others = [name for name in extensions if name != truth]
        name = f"static/{number // 100:03}/picture-{number:05}{chance.choice(others) if number in planted else truth}"
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(image(truth, chance))
        found += [name] if number in planted else []
    return found


def image(extension: str, chance: random.Random) -> bytes:
    """An image of the format of an extension, filled up to the size of one."""
    return FORMATS[extension][1](chance.randbytes(min(200_000, int(chance.lognormvariate(8.7, 1.0)))))
