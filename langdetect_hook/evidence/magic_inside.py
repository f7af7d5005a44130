"""The formats whose magic number is not at the beginning, or that are known by what repeats in them.

Loaded when the first file that has a binary name or no text begins with none of the signatures. Each function is given
the bytes that were read: a whole file of up to 1 MiB, else its beginning and its end.
"""

from __future__ import annotations

from langdetect_hook.evidence.magic_structures import big, little

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

LEAST_FRAMES = 3  # of an MPEG audio stream, one behind the other: fewer happen by chance
MOST_HEADER = 100_000_000  # bytes of JSON in a safetensors file, by its specification
# Brands of the ISO base media file format (ISO/IEC 14496-12) that are images; all others are video or audio.
IMAGE_BRANDS = {
    b"avif": "avif",
    b"avis": "avif",
    b"heic": "heic",
    b"heim": "heic",
    b"heis": "heic",
    b"heix": "heic",
    b"hevc": "heic",
    b"mif1": "heic",
    b"msf1": "heic",
}
OTHER_BRANDS = (b"3g", b"M4", b"MSNV", b"avc1", b"crx ", b"dash", b"f4v ", b"iso", b"mmp4", b"mp4", b"qt  ")
ATOMS = (b"free", b"mdat", b"moov", b"pnot", b"skip", b"wide")  # that old QuickTime files begin with


def is_adts(raw: bytes) -> bool:
    """Whether several frames of AAC follow each other (ISO/IEC 13818-7, adts_fixed_header)."""
    position = 0
    for _ in range(LEAST_FRAMES):
        header = raw[position : position + 6]
        if len(header) < 6 or header[0] != 0xFF or header[1] & 0xF6 != 0xF0 or header[2] >> 2 & 15 > 12:
            return False
        length = (header[3] & 3) << 11 | header[4] << 3 | header[5] >> 5
        if length < 7:
            return False
        position += length
    return True


# Kilobits a second by the index in a frame's header (ISO/IEC 11172-3, 13818-3): of version 1, layers 1 to 3, then of
# version 2, layer 1, and layers 2 and 3.
_BIT_RATES = (
    (0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
)
_SAMPLE_RATES = (44100, 48000, 32000)


def is_mpeg_audio(raw: bytes) -> bool:
    """Whether several frames of MPEG audio follow each other, or fewer to the end of the file."""
    position = 0
    for _ in range(LEAST_FRAMES):
        if position and position == len(raw):
            return True
        length = _frame_length(raw[position : position + 4])
        if not length:
            return False
        position += length
    return True


def _frame_length(header: bytes) -> int:
    """The length of the frame of MPEG audio that begins with this header; 0 where it is none."""
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE0 != 0xE0:
        return 0
    version, layer = header[1] >> 3 & 3, 4 - (header[1] >> 1 & 3)
    rate_index, sample_index, padding = header[2] >> 4, header[2] >> 2 & 3, header[2] >> 1 & 1
    if version == 1 or layer == 4 or rate_index in (0, 15) or sample_index == 3:
        return 0
    rate = _BIT_RATES[layer - 1 if version == 3 else min(layer + 2, 4)][rate_index] * 1000
    samples = _SAMPLE_RATES[sample_index] >> {3: 0, 2: 1, 0: 2}[version]
    if layer == 1:
        return (12 * rate // samples + padding) * 4
    slots = 72 if layer == 3 and version != 3 else 144
    return slots * rate // samples + padding


def is_eot(raw: bytes) -> bool:
    """Whether the version exists and the font is smaller than the file (W3C submission on Embedded OpenType)."""
    return raw[8:12] in (b"\0\0\1\0", b"\1\0\2\0", b"\2\0\2\0") and little(raw, 4, 4) < little(raw, 0, 4)


def is_lzma(raw: bytes) -> bool:
    """Whether the dictionary has a usual size, and the length is unknown or plausible (lzma-file-format.txt)."""
    size = raw[5:13]
    known = raw[1:5] in (b"\0\0\1\0", b"\0\0\x10\0", b"\0\0\x80\0", b"\0\0\0\1", b"\0\0\0\2", b"\0\0\0\4")
    return len(raw) > 13 and known and (size == b"\xff" * 8 or not any(size[5:])) and raw[13] == 0


_WIRE_OF_FIELD = {1: 0, 2: 2, 3: 2, 4: 2, 5: 0, 6: 2, 7: 2, 8: 2, 14: 2, 20: 2, 25: 2}
_GRAPH = 7


def is_onnx(raw: bytes) -> bool:
    """Whether the fields of a ModelProto follow each other, from its version to the graph (onnx.proto)."""
    position, fields = 0, 0
    while position < len(raw) and fields < 16:
        field, wire = raw[position] >> 3, raw[position] & 7
        if raw[position] >= 0x80 or _WIRE_OF_FIELD.get(field) != wire:
            return False
        value, position = _variable(raw, position + 1)
        if not fields and not 1 <= value <= 30:
            return False
        if field == _GRAPH:
            return fields > 0 and value > 8 and raw[position : position + 1] in (b"\n", b"\x12")
        position += value if wire == 2 else 0
        fields += 1
    return False


def _variable(raw: bytes, position: int) -> tuple[int, int]:
    """A whole number of a variable length, and where it ends (Protocol Buffers' encoding)."""
    value = 0
    for shift, byte in enumerate(raw[position : position + 9]):
        value |= (byte & 0x7F) << 7 * shift
        if byte < 0x80:
            return value, position + shift + 1
    return value, len(raw)


def is_pyc(raw: bytes) -> bool:
    """Whether the version is one of Python 3, and the flags exist (PEP 552)."""
    return len(raw) > 16 and raw[1] in (0x0C, 0x0D, 0x0E) and raw[4] < 4 and not any(raw[5:8])


def is_quicktime(raw: bytes) -> bool:
    """Whether the second atom has a name too, as far as it was read."""
    length = big(raw, 0, 4)
    following = raw[length + 4 : length + 8]
    return length >= 8 and (following in ATOMS or (length > 8 and raw[12:16] in (b"cmov", b"mvhd", b"rmra")))


def is_safetensors(raw: bytes) -> bool:
    """Whether the length of the head is plausible, and it speaks of tensors."""
    return 8 <= little(raw, 0, 8) <= MOST_HEADER and (b'"dtype"' in raw or b'"__metadata__"' in raw)


def is_tar(raw: bytes) -> bool:
    """Whether the checksum of the first header is right (POSIX ustar)."""
    header = raw[:512]
    try:
        checksum = int(header[148:156].strip(b" \0"), 8)
    except ValueError:
        return False
    return sum(header[:148]) + sum(header[156:]) + 8 * 32 == checksum


def is_tga(raw: bytes) -> bool:
    """Whether the footer of the second version is there, or the size is exactly that of a picture of the first that is
    not compressed (Truevision TGA 2.0)."""
    if raw.endswith(b"TRUEVISION-XFILE.\0"):
        return True
    if len(raw) < 19 or raw[1] or raw[2] not in (2, 3) or raw[16] not in (8, 16, 24, 32) or any(raw[3:8]):
        return False
    return 18 + raw[0] + little(raw, 12, 2) * little(raw, 14, 2) * (raw[16] // 8) == len(raw)


def is_transport_stream(raw: bytes) -> bool:
    """Whether each of the first packets begins with the sync byte (ISO/IEC 13818-1), behind a time stamp or not."""
    for start, step in ((0, 188), (4, 192)):
        if len(raw) > start + 3 * step and all(raw[start + step * packet] == 0x47 for packet in range(4)):
            return True
    return False


def _always(raw: bytes) -> bool:
    return True


# Magic numbers at an offset: where, the bytes, the format, and what must hold besides. Sources as in magic_numbers.py.
INSIDE: tuple[tuple[int, bytes, str, Callable[[bytes], bool]], ...] = (
    (2, b"-lh", "lha", lambda raw: raw[6:7] == b"-"),  # application/x-lha
    (2, b"\r\n", "pyc", is_pyc),  # application/x-python-bytecode, fmt/1113
    (4, b"TFL3", "tflite", lambda raw: little(raw, 0, 4) < 256),  # TensorFlow Lite, schema.fbs
    (8, b'{"', "safetensors", is_safetensors),  # Hugging Face, safetensors format
    (16, b"\xde\xc0\xef\xbe\x01\x00\x00\x00", "lmdb", _always),  # LMDB, mdb.c
    (34, b"LP", "eot", is_eot),  # Embedded OpenType, W3C member submission
    (36, b"acsp", "icc", lambda raw: raw[8] in (2, 4, 5)),  # application/vnd.iccprofile
    (60, b"BOOKMOBI", "mobi", _always),  # application/x-mobipocket-ebook
    (64, b"\x7f\x10\xda\xbe", "vdi", _always),  # VirtualBox, VDICore.h
    (128, b"DICM", "dicom", _always),  # application/dicom
    (257, b"ustar", "tar", is_tar),  # application/x-tar, application/ovf
    (512, b"\x89HDF\r\n\x1a\n", "hdf5", _always),  # HDF5 file format specification, II.A
    (32769, b"CD001", "iso", _always),  # ECMA-119, 8.4.2
)


def format_inside(raw: bytes) -> str | None:
    """The format of bytes whose magic number is not at the beginning, or None."""
    if raw[4:8] == b"ftyp":
        return _by_its_brands(raw)
    for offset, expected, name, holds in INSIDE:
        if raw.startswith(expected, offset) and holds(raw):
            return name
    return _by_its_stream(raw)


def _by_its_brands(raw: bytes) -> str | None:
    """The format of an ISO base media file, by the first of its brands that is known; None where none is."""
    for start in (8, *range(16, min(big(raw, 0, 4), 256), 4)):
        brand = raw[start : start + 4]
        if brand in IMAGE_BRANDS:
            return IMAGE_BRANDS[brand]
        if brand.startswith(OTHER_BRANDS):
            return "mp4"
    return None


def _by_its_stream(raw: bytes) -> str | None:
    """The format that is known by what repeats in it, or by its fields, or None."""
    first = raw[0]
    if first == 0xFF:
        return "aac" if is_adts(raw) else "mp3" if is_mpeg_audio(raw) else None
    if is_transport_stream(raw):
        return "mpeg-ts"
    if raw[4:8] in ATOMS and is_quicktime(raw):
        return "mp4"
    if first == 8 and is_onnx(raw):
        return "onnx"
    if first == 0x5D and is_lzma(raw):
        return "lzma"
    return "tga" if is_tga(raw) else None
