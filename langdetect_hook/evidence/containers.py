"""What is in a container: a ZIP archive that is a workbook, a gzip archive that is a tar archive. Only findings need
it, so that what they say and what they tell to type is right."""

from __future__ import annotations

from langdetect_hook.evidence.formats import FORMATS, Format

LOCAL_HEADER, DIRECTORY_HEADER, END_OF_DIRECTORY = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
MOST_ENTRIES = 400
MOST_UNPACKED = 1024  # bytes: the head of a tar archive, and more
MOST_MEMORY = 128 << 20  # bytes, for a dictionary: twice what `xz -9` needs

DOCX = Format("a Word document", ".docx")
XLSX = Format("an Excel workbook", ".xlsx")
PPTX = Format("a PowerPoint presentation", ".pptx")
# An entry that begins so says what the archive is; the first row that holds.
ZIP_BY_ENTRY: tuple[tuple[str, Format], ...] = (
    ("word/", DOCX),
    ("xl/workbook.bin", Format("an Excel workbook", ".xlsb")),
    ("xl/", XLSX),
    ("ppt/", PPTX),
    ("visio/", Format("a Visio drawing", ".vsdx")),
    ("extension.vsixmanifest", Format("an extension of Visual Studio's", ".vsix")),
    ("AppxManifest.xml", Format("a Windows app", ".appx")),
    ("3D/", Format("a 3MF model", ".3mf")),
    ("BundleConfig.pb", Format("an Android App Bundle", ".aab")),
    ("classes.jar", Format("an Android library", ".aar")),
    ("AndroidManifest.xml", Format("an Android package", ".apk")),
    ("Payload/", Format("an iOS app", ".ipa")),
    ("WEB-INF/", Format("a web application archive", ".war")),
    ("META-INF/application.xml", Format("an enterprise archive", ".ear")),
    ("META-INF/mozilla.rsa", Format("a Firefox extension", ".xpi")),
    ("META-INF/MANIFEST.MF", Format("a Java archive", ".jar")),
    ("doc.kml", Format("a KMZ map", ".kmz")),
    ("META-INF/container.xml", Format("an e-book", ".epub")),
)
ZIP_BY_END: tuple[tuple[str, Format], ...] = (
    (".nuspec", Format("a NuGet package", ".nupkg")),
    (".dist-info/WHEEL", Format("a wheel", ".whl")),
    ("/data.pkl", Format("a PyTorch model", ".pt")),
    (".npy", Format("an archive of NumPy arrays", ".npz")),
    (".usdc", Format("a USDZ model", ".usdz")),
    (".class", Format("a Java archive", ".jar")),
)
# What the first entry of OpenDocument, EPUB and their kin says.
ZIP_BY_TYPE: tuple[tuple[bytes, Format], ...] = (
    (b"application/epub+zip", Format("an e-book", ".epub")),
    (b"application/vnd.oasis.opendocument.graphics", Format("an OpenDocument drawing", ".odg")),
    (b"application/vnd.oasis.opendocument.presentation", Format("an OpenDocument presentation", ".odp")),
    (b"application/vnd.oasis.opendocument.spreadsheet", Format("an OpenDocument spreadsheet", ".ods")),
    (b"application/vnd.oasis.opendocument.text", Format("an OpenDocument text", ".odt")),
    (b"application/x-krita", Format("a Krita image", ".kra")),
    (b"image/openraster", Format("an OpenRaster image", ".ora")),
)
# The streams and class identifiers of compound documents, as they stand in the directory (MS-CFB 2.6).
OLE_BY_STREAM: tuple[tuple[bytes, Format], ...] = (
    ("WordDocument".encode("utf-16-le"), Format("a Word document", ".doc")),
    ("Workbook".encode("utf-16-le"), Format("an Excel workbook", ".xls")),
    ("PowerPoint Document".encode("utf-16-le"), Format("a PowerPoint presentation", ".ppt")),
    ("VisioDocument".encode("utf-16-le"), Format("a Visio drawing", ".vsd")),
    ("__properties_version1.0".encode("utf-16-le"), Format("a message of Outlook's", ".msg")),
    (b"\x84\x10\x0c\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00F", Format("a Windows Installer package", ".msi")),
    ("EncryptedPackage".encode("utf-16-le"), Format("an encrypted Office document", "")),
    ("Book".encode("utf-16-le") + b"\0\0", Format("an Excel workbook", ".xls")),
)
# What is appended to a name, and how the beginning is unpacked.
COMPRESSED = {
    "bzip2": ".bz2",
    "compress": ".Z",
    "gzip": ".gz",
    "lz4": ".lz4",
    "lzip": ".lz",
    "lzma": ".lzma",
    "xz": ".xz",
    "zstd": ".zst",
}


def kind_of(found: str, raw: bytes) -> Format:
    """What bytes of a known format are, as exactly as their container says it."""
    if found == "zip":
        return zip_kind(raw) or FORMATS[found]
    if found == "ole":
        return next((kind for stream, kind in OLE_BY_STREAM if stream in raw), FORMATS[found])
    return FORMATS[found]


def zip_kind(raw: bytes) -> Format | None:
    """What a ZIP archive is by the names of its entries, or None."""
    if raw[30:38] == b"mimetype":
        return next((kind for said, kind in ZIP_BY_TYPE if raw.startswith(said, 38)), None)
    names = entries(raw)
    for start, kind in ZIP_BY_ENTRY:
        if any(name.startswith(start) for name in names):
            return kind
    for end, kind in ZIP_BY_END:
        if any(name.endswith(end) for name in names):
            return kind
    return None


def entries(raw: bytes) -> list[str]:
    """The names of the first entries of a ZIP archive, by its local headers and by what was read of its directory.

    What an entry holds is passed over: it may be an archive as well, as a workbook in a presentation. PKWARE's APPNOTE,
    4.3.7, 4.3.12 and 4.3.16.
    """
    return [*_names_by_headers(raw), *_names_by_directory(raw)]


def _names_by_headers(raw: bytes) -> list[str]:
    names: list[str] = []
    position = raw.find(LOCAL_HEADER)
    while len(names) < MOST_ENTRIES and position >= 0 and raw.startswith(LOCAL_HEADER, position):
        flags, size = _number(raw, position + 6, 2), _number(raw, position + 18, 4)
        start = position + 30
        end = start + _number(raw, position + 26, 2)
        names.append(raw[start:end].decode("utf-8", "replace"))
        # What was written in one go has its size behind it.
        is_behind = flags & 8 and not size
        position = raw.find(LOCAL_HEADER, end) if is_behind else end + _number(raw, position + 28, 2) + size
    return names


def _names_by_directory(raw: bytes) -> list[str]:
    names: list[str] = []
    last = raw.rfind(END_OF_DIRECTORY)
    position = last - _number(raw, last + 12, 4) if last >= 0 else -1
    while len(names) < MOST_ENTRIES and position >= 0 and raw.startswith(DIRECTORY_HEADER, position):
        length, *others = (_number(raw, position + at, 2) for at in (28, 30, 32))
        start = position + 46
        names.append(raw[start : start + length].decode("utf-8", "replace"))
        position = start + length + sum(others)
    return names


def _number(raw: bytes, start: int, size: int) -> int:
    return int.from_bytes(raw[start : start + size], "little")


def unpacked(found: str, raw: bytes) -> bytes:
    """The beginning of what a compressed file holds; nothing where the standard library cannot tell."""
    try:
        if found == "gzip":
            import zlib

            return zlib.decompressobj(31).decompress(raw, MOST_UNPACKED)
        if found == "bzip2":
            import bz2

            return bz2.BZ2Decompressor().decompress(raw, MOST_UNPACKED)
        if found in ("xz", "lzma"):
            import lzma

            return lzma.LZMADecompressor(memlimit=MOST_MEMORY).decompress(raw, MOST_UNPACKED)
    except Exception:  # noqa: S110 - damaged, cut off, or a Python that was built without the library
        pass
    return b""


def suffix_of(found: str, raw: bytes, extension: str, names_text: bool) -> str:
    """The extension that a file in a known format should have; of a compressed one, what it is appended to stays where
    the name is that of text, and `.tar` stands before it where that is inside."""
    ending = COMPRESSED.get(found)
    if not ending:
        return kind_of(found, raw).suffix
    from langdetect_hook.evidence.magic_numbers import format_of

    inside = unpacked(found, raw)
    if format_of(inside) == "tar":
        return ".tar" + ending
    return extension + ending if names_text else ending
