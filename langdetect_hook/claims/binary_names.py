"""What extensions of images, archives, fonts and the like claim: names that no programming language has.

One row an extension: what a message calls it, and the formats (keys of FORMATS) that are fine under it, with
the reason where they are more than one. An extension that programs use for anything (.bin, .dat, .db, .doc,
.so, .xls) is not here.
"""

from __future__ import annotations

ZIP = ("zip",)
PACKED = ("zip", "ole")  # an encrypted Office file is a compound document
VIDEO = ("mp4", "matroska", "avi")

ALLOWED: dict[str, tuple[str, tuple[str, ...]]] = {
    ".7z": ("7-Zip", ("7z",)),
    ".aar": ("AAR", ZIP),
    ".apk": ("APK", ("zip", "gzip")),  # Android's are ZIP, Alpine's gzip
    ".avi": ("AVI", ("avi",)),
    ".avif": ("AVIF", ("avif", "heic")),  # may carry the general brand mif1
    ".bmp": ("BMP", ("bmp",)),
    ".bz2": ("bzip2", ("bzip2",)),
    ".class": ("Java class", ("class",)),
    ".crate": ("Cargo crate", ("gzip",)),
    ".deb": ("Debian package", ("deb",)),
    ".docx": ("DOCX", PACKED),
    ".ear": ("EAR", ZIP),
    ".epub": ("EPUB", ZIP),
    ".flac": ("FLAC", ("flac", "mp3", "ogg")),  # an ID3 tag may stand before it; FLAC in Ogg
    ".gif": ("GIF", ("gif",)),
    ".gz": ("gzip", ("gzip",)),
    ".heic": ("HEIC", ("heic", "avif")),
    ".ico": ("icon", ("ico", "png", "bmp", "gif", "jpeg")),  # browsers take any image as favicon.ico
    ".ipa": ("IPA", ZIP),
    ".jar": ("JAR", ZIP),
    ".jp2": ("JPEG 2000", ("jp2",)),
    ".jpe": ("JPEG", ("jpeg", "jp2")),
    ".jpeg": ("JPEG", ("jpeg", "jp2")),  # programs that write JPEG 2000 name it so
    ".jpg": ("JPEG", ("jpeg", "jp2")),
    ".jxl": ("JPEG XL", ("jxl",)),
    ".m4a": ("M4A", ("mp4", "mp3")),
    ".m4v": ("M4V", VIDEO),
    ".mkv": ("Matroska", ("matroska",)),
    ".mov": ("QuickTime", VIDEO),
    ".mp3": ("MP3", ("mp3", "wav")),  # RIFF may carry it
    ".mp4": ("MP4", ("mp4",)),
    ".nupkg": ("NuGet package", ZIP),
    ".odp": ("OpenDocument", ZIP),
    ".ods": ("OpenDocument", ZIP),
    ".odt": ("OpenDocument", ZIP),
    ".oga": ("Ogg", ("ogg",)),
    ".ogg": ("Ogg", ("ogg",)),
    ".ogv": ("Ogg", ("ogg",)),
    ".opus": ("Opus", ("ogg",)),
    ".otf": ("OpenType", ("otf", "ttf")),  # OpenType comes with either kind of outlines
    ".pdf": ("PDF", ("pdf",)),
    ".png": ("PNG", ("png",)),
    ".pptx": ("PPTX", PACKED),
    ".psd": ("Photoshop", ("psd",)),
    ".pyc": ("compiled Python", ("pyc",)),
    ".rar": ("RAR", ("rar",)),
    ".rpm": ("RPM", ("rpm",)),
    ".sqlite": ("SQLite", ("sqlite",)),
    ".sqlite3": ("SQLite", ("sqlite",)),
    ".svgz": ("compressed SVG", ("gzip",)),
    ".tar": ("tar", ("tar", "gzip", "bzip2", "xz", "zstd")),  # tar itself finds out the compression
    ".tbz2": ("bzip2", ("bzip2",)),
    ".tgz": ("gzip", ("gzip",)),
    ".tif": ("TIFF", ("tiff",)),
    ".tiff": ("TIFF", ("tiff",)),
    ".ttf": ("TrueType", ("ttf", "otf")),
    ".txz": ("xz", ("xz",)),
    ".vsix": ("VSIX", ZIP),
    ".war": ("WAR", ZIP),
    ".wasm": ("WebAssembly", ("wasm",)),
    ".wav": ("WAV", ("wav",)),
    ".webm": ("WebM", ("matroska",)),
    ".webp": ("WebP", ("webp",)),
    ".whl": ("wheel", ZIP),
    ".woff": ("WOFF", ("woff",)),
    ".woff2": ("WOFF2", ("woff2",)),
    ".xlsx": ("XLSX", PACKED),
    ".xz": ("xz", ("xz",)),
    ".zip": ("ZIP", ZIP),
    ".zst": ("Zstandard", ("zstd",)),
}

# Pictures that browsers show: a script hidden in one is reported whatever its first bytes are.
IMAGES = frozenset({".bmp", ".gif", ".ico", ".jpe", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"})
# A shell script before the archive makes it self-extracting.
SELF_EXTRACTING = frozenset({".7z", ".deb", ".ear", ".jar", ".rpm", ".war", ".whl", ".zip"})
# Names of text that are also names of a binary format: bytes say nothing against them.
TEXT_AND_BINARY = frozenset({
    ".ai",  # PostScript or PDF
    ".apex",  # Apex, or a module of Android's
    ".cls",
    ".dot",  # Graphviz, or a template of Word's
    ".dsp",
    ".eps",  # may begin with a binary preview
    ".key",
    ".lib",
    ".mo",  # Modelica, or a compiled Gettext catalog
    ".mod",
    ".obj",  # shapes, or object code
    ".pdf_tex",
    ".plist",  # XML, binary, or compressed by the program that owns it
    ".pro",
    ".res",
    ".rsc",
    ".sch",
    ".snap",  # what a test saw, or a package
    ".stl",  # shapes have either form
    ".ts",  # MPEG transport stream
})  # fmt: skip
# Well-known names without an extension that claim no language, in lower case, and what a message calls them: no page is
# ever right under them. Here, and not in never_a_page, so that a page of any other such name costs no import.
KNOWN_NAMES: dict[str, str] = {
    "authorized_keys": "a key",
    "codeowners": "a list",
    "configure": "a program",
    "id_dsa": "a key",
    "id_ecdsa": "a key",
    "id_ed25519": "a key",
    "id_rsa": "a key",
    "install-sh": "a program",
    "known_hosts": "a key",
    "md5sums": "checksums",
    "procfile": "settings",
    "sha1sums": "checksums",
    "sha256sums": "checksums",
    "sha512sums": "checksums",
}
