"""Magic numbers: which binary format bytes are in, and which formats a name allows.

A table of our own and no library: the libraries that know magic numbers guess among a thousand formats by two or three
bytes and take longer to load than a commit's check takes; here each row is a fact from the format's specification, and
a weak signature (`BM`, `MZ`, `PK`) counts only with the structure that must follow it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class Format:
    """A binary format: its name in a message, with the article, and its extension ("" where there is no common one)."""

    __slots__ = ("name", "suffix")

    def __init__(self, name: str, suffix: str) -> None:
        self.name = name
        self.suffix = suffix


FORMATS = {
    "7z": Format("a 7-Zip archive", ".7z"),
    "avi": Format("an AVI video", ".avi"),
    "avif": Format("an AVIF image", ".avif"),
    "bmp": Format("a BMP image", ".bmp"),
    "bzip2": Format("a bzip2 archive", ".bz2"),
    "class": Format("a Java class", ".class"),
    "deb": Format("a Debian package", ".deb"),
    "elf": Format("an ELF binary", ""),
    "flac": Format("a FLAC audio file", ".flac"),
    "gif": Format("a GIF image", ".gif"),
    "gzip": Format("a gzip archive", ".gz"),
    "heic": Format("a HEIC image", ".heic"),
    "ico": Format("a Windows icon", ".ico"),
    "jp2": Format("a JPEG 2000 image", ".jp2"),
    "jpeg": Format("a JPEG image", ".jpg"),
    "jxl": Format("a JPEG XL image", ".jxl"),
    "mach-o": Format("a Mach-O binary", ""),
    "matroska": Format("a Matroska or WebM video", ".mkv"),
    "mp3": Format("an MP3 audio file", ".mp3"),
    "mp4": Format("an MP4 video", ".mp4"),
    "ogg": Format("an Ogg file", ".ogg"),
    "ole": Format("a Microsoft compound document", ""),
    "otf": Format("an OpenType font", ".otf"),
    "pdf": Format("a PDF document", ".pdf"),
    "pe": Format("a Windows executable", ".exe"),
    "png": Format("a PNG image", ".png"),
    "psd": Format("a Photoshop image", ".psd"),
    "pyc": Format("compiled Python", ".pyc"),
    "rar": Format("a RAR archive", ".rar"),
    "rpm": Format("an RPM package", ".rpm"),
    "sqlite": Format("a SQLite database", ".sqlite"),
    "tar": Format("a tar archive", ".tar"),
    "tiff": Format("a TIFF image", ".tiff"),
    "ttf": Format("a TrueType font", ".ttf"),
    "wasm": Format("a WebAssembly module", ".wasm"),
    "wav": Format("a WAV audio file", ".wav"),
    "webp": Format("a WebP image", ".webp"),
    "woff": Format("a WOFF font", ".woff"),
    "woff2": Format("a WOFF2 font", ".woff2"),
    "xz": Format("an xz archive", ".xz"),
    "zip": Format("a ZIP archive", ".zip"),
    "zstd": Format("a Zstandard archive", ".zst"),
}


def _little(raw: bytes, start: int, count: int) -> int:
    return int.from_bytes(raw[start : start + count], "little")


def _big(raw: bytes, start: int, count: int) -> int:
    return int.from_bytes(raw[start : start + count], "big")


def _is_bmp(raw: bytes) -> bool:
    """Whether the reserved words are 0 and the second header has one of its sizes (Windows GDI, BITMAPFILEHEADER)."""
    headers = (12, 40, 52, 56, 64, 108, 124)
    if len(raw) < 26 or any(raw[6:10]):
        return False
    return _little(raw, 14, 4) in headers and _little(raw, 10, 4) >= 26


def _is_elf(raw: bytes) -> bool:
    return len(raw) >= 20 and raw[4] in (1, 2) and raw[5] in (1, 2) and raw[6] == 1


def _is_fat_mach_o(raw: bytes) -> bool:
    """Whether the count of architectures is small: a Java class has a version of 45 or more in these four bytes."""
    return len(raw) > 8 and 0 < _big(raw, 4, 4) < 45


def _is_java_class(raw: bytes) -> bool:
    return len(raw) > 8 and 45 <= _big(raw, 6, 2) < 200


def _is_gzip(raw: bytes) -> bool:
    return len(raw) >= 18 and raw[2] == 8 and not raw[3] & 0xE0


def _is_icon(raw: bytes) -> bool:
    """Whether there are a few images, the first of them right after the directory (ICONDIR, ICONDIRENTRY)."""
    count = _little(raw, 4, 2)
    return len(raw) > 22 and 0 < count < 64 and raw[9] == 0 and _little(raw, 18, 4) == 6 + 16 * count


def _is_id3(raw: bytes) -> bool:
    return len(raw) > 10 and raw[3] in (2, 3, 4) and not raw[5] & 0x0F and max(raw[6:10]) < 0x80


def _is_jpeg(raw: bytes) -> bool:
    return len(raw) > 3 and 0xC0 <= raw[3] <= 0xFE


def _is_mach_o(raw: bytes) -> bool:
    """Whether the file type is one of the dozen that there are."""
    order = "little" if raw[0] in (0xCE, 0xCF) else "big"
    return len(raw) >= 28 and 1 <= int.from_bytes(raw[12:16], order) <= 12  # type: ignore[arg-type]


def _is_pdf(raw: bytes) -> bool:
    return raw[5:6].isdigit() and raw[6:7] == b"." and (b"endobj" in raw or b"startxref" in raw)


def _is_pe(raw: bytes) -> bool:
    """Whether the header that the old DOS header points at is there."""
    start = _little(raw, 60, 4)
    return len(raw) > 64 and raw[start : start + 4] == b"PE\0\0"


def _is_pyc(raw: bytes) -> bool:
    return len(raw) > 16 and raw[1] in (0x0C, 0x0D, 0x0E) and raw[4] < 4 and not any(raw[5:8])


def _is_truetype(raw: bytes) -> bool:
    """Whether the table count is small and the first table has a name of four letters."""
    tag = raw[12:16]
    return 0 < _big(raw, 4, 2) < 64 and len(tag) == 4 and tag.replace(b"/", b"").replace(b" ", b"").isalnum()


def _is_zip(raw: bytes) -> bool:
    """Whether the first entry's version and compression method exist (APPNOTE 4.4.3, 4.4.5)."""
    return len(raw) > 30 and raw[4] <= 63 and _little(raw, 8, 2) in (0, 1, 6, 8, 9, 12, 14, 93, 95, 98, 99)


def _is_empty_zip(raw: bytes) -> bool:
    return len(raw) >= 22 and not any(raw[4:20])


def _always(raw: bytes) -> bool:
    return True


# The bytes a file begins with, its format, and what must hold besides.
SIGNATURES: tuple[tuple[bytes, str, Callable[[bytes], bool]], ...] = (
    (b"\x00\x00\x00\x0cJXL \r\n\x87\n", "jxl", _always),  # ISO/IEC 18181-2
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "jp2", _always),  # ISO/IEC 15444-1
    (b"\x00\x00\x01\x00", "ico", _is_icon),
    (b"\x00\x01\x00\x00", "ttf", _is_truetype),  # OpenType specification
    (b"\x00asm\x01\x00\x00\x00", "wasm", _always),  # WebAssembly core specification
    (b"\x1a\x45\xdf\xa3", "matroska", _always),  # RFC 8794
    (b"\x1f\x8b", "gzip", _is_gzip),  # RFC 1952
    (b"!<arch>\ndebian-binary", "deb", _always),  # deb(5)
    (b"%PDF-", "pdf", _is_pdf),  # ISO 32000
    (b"\x28\xb5\x2f\xfd", "zstd", _always),  # RFC 8878
    (b"7z\xbc\xaf\x27\x1c", "7z", _always),  # 7zFormat.txt
    (b"8BPS\x00\x01", "psd", _always),  # Adobe Photoshop file formats specification
    (b"BM", "bmp", _is_bmp),
    (b"BZh", "bzip2", lambda raw: raw[4:10] in (b"1AY&SY", b"\x17rE8P\x90")),
    (b"GIF87a", "gif", _always),  # GIF specification
    (b"GIF89a", "gif", _always),
    (b"ID3", "mp3", _is_id3),  # id3.org, ID3v2
    (b"II*\x00", "tiff", _always),  # TIFF 6.0
    (b"MM\x00*", "tiff", _always),
    (b"MZ", "pe", _is_pe),  # Microsoft PE format
    (b"OTTO\x00", "otf", _always),
    (b"OggS\x00", "ogg", _always),  # RFC 3533
    (b"PK\x03\x04", "zip", _is_zip),
    (b"PK\x05\x06", "zip", _is_empty_zip),
    (b"RIFF", "avi", lambda raw: raw[8:12] == b"AVI "),
    (b"RIFF", "wav", lambda raw: raw[8:12] == b"WAVE"),
    (b"RIFF", "webp", lambda raw: raw[8:12] == b"WEBP"),  # RFC 9649
    (b"Rar!\x1a\x07", "rar", _always),  # RAR technote
    (b"SQLite format 3\x00", "sqlite", _always),  # sqlite.org, file format
    (b"fLaC\x00", "flac", _always),  # RFC 9639
    (b"wOF2", "woff2", _always),  # W3C WOFF 2
    (b"wOFF", "woff", _always),  # W3C WOFF
    (b"\x7fELF", "elf", _is_elf),  # System V ABI
    (b"\x89PNG\r\n\x1a\n", "png", _always),  # W3C PNG
    (b"\xca\xfe\xba\xbe", "class", _is_java_class),  # Java virtual machine specification
    (b"\xca\xfe\xba\xbe", "mach-o", _is_fat_mach_o),  # mach-o/fat.h
    (b"\xce\xfa\xed\xfe", "mach-o", _is_mach_o),  # mach-o/loader.h
    (b"\xcf\xfa\xed\xfe", "mach-o", _is_mach_o),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole", _always),  # MS-CFB
    (b"\xed\xab\xee\xdb", "rpm", _always),  # RPM file format, the lead
    (b"\xfd7zXZ\x00", "xz", _always),  # xz file format
    (b"\xfe\xed\xfa\xce", "mach-o", _is_mach_o),
    (b"\xfe\xed\xfa\xcf", "mach-o", _is_mach_o),
    (b"\xff\xd8\xff", "jpeg", _is_jpeg),  # ITU-T T.81
)
_BY_FIRST_BYTE: dict[int, list[tuple[bytes, str, Callable[[bytes], bool]]]] = {}
for _row in SIGNATURES:
    _BY_FIRST_BYTE.setdefault(_row[0][0], []).append(_row)

# Brands of the ISO base media file format (ISO/IEC 14496-12) that are images; all others are video or audio.
IMAGE_BRANDS = {
    b"avif": "avif",
    b"avis": "avif",
    b"heic": "heic",
    b"heix": "heic",
    b"hevc": "heic",
    b"mif1": "heic",
    b"msf1": "heic",
}
OTHER_BRANDS = (b"M4A ", b"M4V ", b"avc1", b"dash", b"iso", b"mp4", b"qt  ")


def format_of(raw: bytes) -> str | None:
    """The key in FORMATS of the format of a file that begins with these bytes, or None."""
    if not raw:
        return None
    for signature, name, holds in _BY_FIRST_BYTE.get(raw[0], ()):
        if raw.startswith(signature) and holds(raw):
            return name
    if raw[4:8] == b"ftyp":
        brand = raw[8:12]
        return IMAGE_BRANDS.get(brand) or ("mp4" if brand.startswith(OTHER_BRANDS) else None)
    if raw[2:4] == b"\r\n" and _is_pyc(raw):
        return "pyc"
    if raw[257:262] == b"ustar" and _is_tar(raw):
        return "tar"
    return None


def _is_tar(raw: bytes) -> bool:
    """Whether the checksum of the first header is right (POSIX ustar)."""
    header = raw[:512]
    try:
        checksum = int(header[148:156].strip(b" \0"), 8)
    except ValueError:
        return False
    return sum(header[:148]) + sum(header[156:]) + 8 * 32 == checksum
