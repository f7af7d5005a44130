"""What must stand behind a weak signature.

Loaded when the first file begins with one. Each function is given the bytes that were read: a whole file of up to
1 MiB, else its beginning and its end.
"""

from __future__ import annotations

PICKLE_FIRST = b"}])(cKMJNGXUVqh\x88\x89\x8a\x8c\x8d\x8e\x95\x96"  # opcodes that a pickle begins with


def little(raw: bytes, start: int, count: int) -> int:
    """A whole number of `count` bytes, the lowest first."""
    return int.from_bytes(raw[start : start + count], "little")


def big(raw: bytes, start: int, count: int) -> int:
    """A whole number of `count` bytes, the highest first."""
    return int.from_bytes(raw[start : start + count], "big")


def is_avro(raw: bytes) -> bool:
    """Whether the metadata has a key of Avro's own."""
    return b"avro." in raw[:4096]


def is_blend(raw: bytes) -> bool:
    """Whether the size of a pointer, or since version 5 of the header, stands behind the name."""
    return raw[7:8] in (b"_", b"-") or raw[7:9].isdigit()


def is_bmp(raw: bytes) -> bool:
    """Whether the reserved words are 0 and the second header has one of its sizes (Windows GDI, BITMAPFILEHEADER)."""
    headers = (12, 40, 52, 56, 64, 108, 124)
    if len(raw) < 26 or any(raw[6:10]):
        return False
    return little(raw, 14, 4) in headers and little(raw, 10, 4) >= 26


def is_bzip2(raw: bytes) -> bool:
    """Whether a block, or the end of the stream, follows: the digits of pi, or of its root."""
    return raw[4:10] in (b"1AY&SY", b"\x17rE8P\x90")


def is_compiled_lua(raw: bytes) -> bool:
    """Whether a version and a format follow."""
    return raw[4:5] in (b"\x50", b"\x51", b"\x52", b"\x53", b"\x54", b"\x55") and raw[5:6] in (b"\0", b"\1", b"\x08")


def is_compress(raw: bytes) -> bool:
    """Whether the codes have 9 to 16 bits, and no reserved bit is set (compress.c)."""
    return len(raw) > 4 and 9 <= raw[2] & 0x1F <= 16 and not raw[2] & 0x60


def is_cpio(raw: bytes) -> bool:
    """Whether a header of digits follows (cpio(5))."""
    digits = raw[6:76] if raw[5:6] == b"7" else raw[6:110]
    return len(raw) >= 110 and all(byte in b"0123456789abcdefABCDEF" for byte in digits)


def is_der(raw: bytes) -> bool:
    """Whether the length is that of the whole file, and a number or another sequence follows."""
    return len(raw) == big(raw, 2, 2) + 4 and raw[4:5] in (b"\x02", b"\x30")


def is_elf(raw: bytes) -> bool:
    """Whether the class, the byte order and the version exist (System V ABI)."""
    return len(raw) >= 20 and raw[4] in (1, 2) and raw[5] in (1, 2) and raw[6] == 1


def is_empty_zip(raw: bytes) -> bool:
    """Whether nothing but the end of a directory without entries is there."""
    return len(raw) >= 22 and not any(raw[4:20])


def is_fat_mach_o(raw: bytes) -> bool:
    """Whether the count of architectures is small: a Java class has a version of 45 or more in these four bytes."""
    return len(raw) > 8 and 0 < big(raw, 4, 4) < 45


def is_flash(raw: bytes) -> bool:
    """Whether the version exists, and the length of the unpacked file is plausible."""
    return len(raw) > 8 and 1 <= raw[3] <= 50 and little(raw, 4, 4) >= 8 and raw[7] < 0x20


def is_gguf(raw: bytes) -> bool:
    """Whether the version is small, in either byte order."""
    return 1 <= little(raw, 4, 4) <= 9 or 1 <= big(raw, 4, 4) <= 9


def is_gzip(raw: bytes) -> bool:
    """Whether the method is deflate, and no reserved flag is set."""
    return len(raw) >= 18 and raw[2] == 8 and not raw[3] & 0xE0


def is_icns(raw: bytes) -> bool:
    """Whether the length is not less than what is there."""
    return len(raw) > 16 and big(raw, 4, 4) >= min(len(raw), 16)


def is_icon(raw: bytes) -> bool:
    """Whether there are a few images, the first of them right after the directory (ICONDIR, ICONDIRENTRY)."""
    count = little(raw, 4, 2)
    return len(raw) > 22 and 0 < count < 64 and raw[9] == 0 and little(raw, 18, 4) == 6 + 16 * count


def is_id3(raw: bytes) -> bool:
    """Whether the version exists, and the size has no high bits (id3.org)."""
    return len(raw) > 10 and raw[3] in (2, 3, 4) and not raw[5] & 0x0F and max(raw[6:10]) < 0x80


def is_java_class(raw: bytes) -> bool:
    """Whether the version is one of Java's."""
    return len(raw) > 8 and 45 <= big(raw, 6, 2) < 200


def is_jpeg(raw: bytes) -> bool:
    """Whether a marker follows that is not a part of a picture's data."""
    return len(raw) > 3 and 0xC0 <= raw[3] <= 0xFE


def is_jxl_codestream(raw: bytes) -> bool:
    """Whether the bytes behind this signature of two are no text."""
    return len(raw) > 16 and not raw[2:16].isascii()


def is_library(raw: bytes) -> bool:
    """Whether the header of the first member ends as it must (ar(5))."""
    return raw[66:68] == b"`\n" or len(raw) == 8


def is_mach_o(raw: bytes) -> bool:
    """Whether the file type is one of the dozen that there are."""
    order = "little" if raw[0] in (0xCE, 0xCF) else "big"
    return len(raw) >= 28 and 1 <= int.from_bytes(raw[12:16], order) <= 12  # type: ignore[arg-type]


def is_matlab(raw: bytes) -> bool:
    """Whether the mark of the byte order ends the header."""
    return raw[126:128] in (b"IM", b"MI")


def is_mpeg_program(raw: bytes) -> bool:
    """Whether a pack header of MPEG-1 or MPEG-2 follows (ISO/IEC 13818-1)."""
    return len(raw) > 12 and (raw[4] & 0xC4 == 0x44 or raw[4] & 0xF1 == 0x21)


def is_mpeg_video(raw: bytes) -> bool:
    """Whether a size and a frame rate follow (ISO/IEC 13818-2, sequence header)."""
    return len(raw) > 12 and big(raw, 4, 2) >> 4 > 0 and 1 <= raw[7] & 0x0F <= 8


def is_orc(raw: bytes) -> bool:
    """Whether the name stands at the end as well, before the length of the postscript."""
    return raw[-4:-1] == b"ORC" and raw[-1] > 8


def is_parquet(raw: bytes) -> bool:
    """Whether the name stands at the end as well."""
    return len(raw) >= 12 and raw[-4:] in (b"PAR1", b"PARE")


def is_pdf(raw: bytes) -> bool:
    """Whether a version and an object follow."""
    return raw[5:6].isdigit() and raw[6:7] == b"." and (b"endobj" in raw or b"startxref" in raw)


def is_pe(raw: bytes) -> bool:
    """Whether the header that the old DOS header points at is there."""
    start = little(raw, 60, 4)
    return len(raw) > 64 and raw[start : start + 2] in (b"PE", b"NE", b"LE", b"LX")


def is_pickle(raw: bytes) -> bool:
    """Whether an opcode follows that a pickle begins with, and it ends with STOP."""
    if raw[2:8] == b"\x8a\x0al\xfc\x9cF":  # PyTorch's before version 1.6: several pickles, then numbers
        return True
    return len(raw) > 3 and raw[2] in PICKLE_FIRST and raw[-1:] == b"."


def is_shapefile(raw: bytes) -> bool:
    """Whether five unused words and version 1000 follow (ESRI shapefile technical description)."""
    return not any(raw[4:24]) and little(raw, 28, 4) == 1000


def is_squashfs(raw: bytes) -> bool:
    """Whether the version is 4.0 and the compression exists."""
    return len(raw) >= 96 and little(raw, 28, 2) == 4 and 1 <= little(raw, 20, 2) <= 6


def is_swap(raw: bytes) -> bool:
    """Whether a version of Vim follows."""
    return raw[6:7].isdigit() and raw[7:8] == b"."


def is_truetype(raw: bytes) -> bool:
    """Whether the table count is small and the first table has a name of four letters."""
    tag = raw[12:16]
    return 0 < big(raw, 4, 2) < 64 and len(tag) == 4 and tag.replace(b"/", b"").replace(b" ", b"").isalnum()


def is_woff(raw: bytes) -> bool:
    """Whether the kind of font inside is one that there is."""
    return raw[4:8] in (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf")


def is_zip(raw: bytes) -> bool:
    """Whether the first entry's version and compression method exist (APPNOTE 4.4.3, 4.4.5)."""
    return len(raw) > 30 and raw[4] <= 63 and little(raw, 8, 2) in (0, 1, 6, 8, 9, 12, 14, 93, 95, 98, 99)
