"""Magic numbers: which binary format bytes are in, and whether they begin as one of some formats does.

A table of our own and no library: the libraries that know magic numbers guess among a thousand formats by two or three
bytes and take longer to load than a commit's check takes. Each row is a fact from the registry or specification that
is named beside it; `python -m tests.evidence.signature_registries` reads the registries, and a test compares. A weak
signature (`BM`, `MZ`, `PK`) counts only with the structure that must follow it: magic_structures.py, which is loaded
when the first file begins so. What has no magic number at its beginning is in magic_inside.py.
"""

from __future__ import annotations

# The bytes a file begins with, its format, and what must hold besides: nothing, certain bytes at an offset, or a
# function of magic_structures. Behind it who says so: a type of freedesktop.org's shared MIME database, an
# identifier of PRONOM's (fmt/11), or a specification.
SIGNATURES: tuple[tuple[bytes, str, str | tuple[int, bytes] | None], ...] = (
    (b"\x00\x00\x00\x0cJXL \r\n\x87\n", "jxl", None),  # image/jxl, fmt/1485
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "jp2", None),  # x-fmt/392
    (b"\x00\x00\x01\x00", "ico", "is_icon"),  # image/vnd.microsoft.icon, x-fmt/418
    (b"\x00\x00\x01\xb3", "mpeg", "is_mpeg_video"),  # video/mpeg, fmt/640, fmt/649
    (b"\x00\x00\x01\xba", "mpeg", "is_mpeg_program"),  # video/mpeg, x-fmt/385, x-fmt/386
    (b"\x00\x00\x02\x00", "cur", "is_icon"),  # image/x-win-bitmap, fmt/385
    (b"\x00\x00\x27\x0a", "shapefile", "is_shapefile"),  # x-fmt/235
    (b"\x00\x01\x00\x00", "ttf", "is_truetype"),  # font/ttf
    (b"\x00\x01\x00\x00Standard ACE DB\x00", "access", None),  # fmt/275
    (b"\x00\x01\x00\x00Standard Jet DB\x00", "access", None),  # application/vnd.ms-access, x-fmt/240
    (b"\x00asm", "wasm", None),  # WebAssembly core specification, 5.5.16
    (b"\x01\x00\x00\x00", "emf", (40, b" EMF")),  # image/emf, fmt/344
    (b"\x02\x21\x4c\x18", "lz4", None),  # application/x-lz4
    (b"\x04\x22\x4d\x18", "lz4", None),  # application/x-lz4
    (b"\n\r\r\n", "pcapng", (8, b"\x1a\x2b\x3c\x4d")),  # fmt/780
    (b"\n\r\r\n", "pcapng", (8, b"\x4d\x3c\x2b\x1a")),  # fmt/780
    (b"\x1a\x45\xdf\xa3", "matroska", None),  # application/x-matroska, video/webm, fmt/569, fmt/573
    (b"\x1bLua", "luac", "is_compiled_lua"),  # Lua, lundump.h
    (b"\x1f\x8b", "gzip", "is_gzip"),  # application/gzip, x-fmt/266
    (b"\x1f\x9d", "compress", "is_compress"),  # application/x-compress, fmt/1671
    (b"!<arch>\n", "ar", "is_library"),  # application/x-archive
    (b"!<arch>\ndebian-binary", "deb", None),  # application/vnd.debian.binary-package
    (b"#!AMR", "amr", None),  # audio/AMR, audio/AMR-WB, fmt/356, fmt/954
    (b"%PDF-", "pdf", "is_pdf"),  # fmt/276
    (b"\x28\xb5\x2f\xfd", "zstd", None),  # application/zstd
    (b".RMF\x00\x00\x00", "realmedia", None),  # application/vnd.rn-realmedia, x-fmt/190
    (b".snd\x00\x00\x00", "au", None),  # audio/basic, x-fmt/139
    (b"0&\xb2u\x8ef\xcf\x11\xa6\xd9\x00\xaa\x00b\xcel", "asf", None),  # application/vnd.ms-asf, fmt/131
    (b"070701", "cpio", "is_cpio"),  # application/x-cpio
    (b"070702", "cpio", "is_cpio"),  # application/x-cpio
    (b"070707", "cpio", "is_cpio"),  # POSIX, pax, cpio interchange format
    (b"0\x82", "der", "is_der"),  # ITU-T X.690, 8.1.3
    (b"7z\xbc\xaf\x27\x1c", "7z", None),  # application/x-7z-compressed, fmt/484
    (b"8BPS\x00\x01", "psd", None),  # x-fmt/92
    (b"8BPS\x00\x02", "psd", None),  # fmt/996
    (b"ARROW1\x00\x00", "arrow", None),  # Apache Arrow columnar format, IPC file format
    (b"AT&TFORM", "djvu", None),  # image/vnd.djvu, fmt/255
    (b"BA", "ico", (14, b"CI\x1a\x00")),  # OS/2 Toolkit, pmbitmap.h
    (b"BC\xc0\xde", "bitcode", None),  # LLVM bitcode file format
    (b"BLENDER", "blend", "is_blend"),  # application/x-blender, fmt/902, fmt/903
    (b"BM", "bmp", "is_bmp"),  # image/bmp, fmt/116, fmt/117
    (b"BZh", "bzip2", "is_bzip2"),  # application/x-bzip, x-fmt/268
    (b"CDF\x01", "netcdf", None),  # fmt/282
    (b"CDF\x02", "netcdf", None),  # fmt/283
    (b"CDF\x05\x00\x00", "netcdf", None),  # NetCDF classic format specification, CDF-5
    (b"CI\x1a\x00\x00\x00", "ico", None),  # OS/2 Toolkit, pmbitmap.h
    (b"CWS", "swf", "is_flash"),  # application/vnd.adobe.flash.movie, fmt/507
    (b"Cr24", "crx", (5, b"\x00\x00\x00")),  # Chromium, components/crx_file
    (b"DDS \x7c\x00\x00\x00", "dds", None),  # image/x-dds, fmt/1040
    (b"DIRC\x00\x00\x00", "git-index", None),  # git, gitformat-index
    (b"FEA1\x00\x00", "feather", None),  # fmt/889
    (b"FLV\x01", "flv", None),  # video/x-flv, x-fmt/382
    (b"FOR1", "beam", (8, b"BEAM")),  # Erlang, beam_file_format
    (b"FORM", "aiff", (8, b"AIFC")),  # audio/x-aifc, x-fmt/136
    (b"FORM", "aiff", (8, b"AIFF")),  # audio/x-aiff, fmt/414
    (b"FWS", "swf", "is_flash"),  # application/vnd.adobe.flash.movie, fmt/507
    (b"GGUF", "gguf", "is_gguf"),  # ggml, docs/gguf.md
    (b"GIF87a", "gif", None),  # image/gif, fmt/3
    (b"GIF89a", "gif", None),  # image/gif, fmt/4
    (b"IC\x1a\x00\x00\x00", "ico", None),  # OS/2 Toolkit, pmbitmap.h
    (b"ID3", "mp3", "is_id3"),  # audio/mpeg, fmt/134
    (b"II*\x00", "tiff", None),  # image/tiff, fmt/353
    (b"II+\x00\x08\x00", "tiff", None),  # BigTIFF design, libtiff
    (b"ISc(", "cab", (6, b"\x00")),  # unshield, libunshield/cabfile.h
    (b"ITSF", "chm", (5, b"\x00\x00\x00")),  # fmt/634
    (b"KDMV", "vmdk", (5, b"\x00\x00\x00")),  # application/x-vmdk-disk
    (b"Kaydara FBX Binary  \x00", "fbx", None),  # fmt/1009
    (b"LZIP\x01", "lzip", None),  # application/x-lzip
    (b"M<\xb2\xa1\x02\x00", "pcap", None),  # IETF draft-ietf-opsawg-pcap, magic number
    (b"MATLAB 5.0 MAT-file", "mat", "is_matlab"),  # fmt/806
    (b"MM\x00*", "tiff", None),  # image/tiff, fmt/353
    (b"MM\x00+\x00\x08", "tiff", None),  # BigTIFF design, libtiff
    (b"MSCF\x00\x00\x00\x00", "cab", None),  # application/vnd.ms-cab-compressed, x-fmt/414
    (b"MSWIM\x00\x00\x00", "wim", None),  # application/x-ms-wim, fmt/614
    (b"MThd\x00\x00\x00\x06", "midi", None),  # audio/midi, x-fmt/230
    (b"MZ", "pe", "is_pe"),  # application/x-ms-dos-executable, x-fmt/411
    (b"Microsoft C/C++ MSF 7.00\r\n\x1aDS", "pdb", None),  # fmt/1079
    (b"NIST_1A\n", "sphere", None),  # NIST, SPHERE header
    (b"ORC", "orc", "is_orc"),  # Apache ORC specification, version 1
    (b"OTTO\x00", "otf", None),  # font/otf, fmt/520
    (b"Obj\x01", "avro", "is_avro"),  # Apache Avro specification, object container files
    (b"OggS\x00", "ogg", None),  # application/ogg, audio/ogg, video/ogg, fmt/944
    (b"P\x2a\x4d\x18", "zstd", None),  # RFC 8878, 3.1.2
    (b"PACK\x00\x00\x00", "git-pack", None),  # git, gitformat-pack
    (b"PAR1", "parquet", "is_parquet"),  # Apache Parquet, file format
    (b"PARE", "parquet", "is_parquet"),  # Apache Parquet, modular encryption
    (b"PGDMP\x01", "pg-dump", None),  # PostgreSQL, pg_backup_archiver.c
    (b"PK\x03\x04", "zip", "is_zip"),  # application/zip, x-fmt/263
    (b"PK\x05\x06", "zip", "is_empty_zip"),  # APPNOTE.TXT, 4.3.16
    (b"PK\x07\x08PK\x03\x04", "zip", None),  # APPNOTE.TXT, 8.5.3
    (b"PK00PK\x03\x04", "zip", None),  # APPNOTE.TXT, 8.5.4
    (b"QFI\xfb\x00\x00\x00", "qcow2", None),  # application/x-qemu-disk
    (b"RF64", "wav", (8, b"WAVE")),  # audio/x-wav, fmt/712
    (b"RIFF", "ani", (8, b"ACON")),  # Multimedia programming interface and data specifications, RIFF
    (b"RIFF", "avi", (8, b"AVI ")),  # video/x-msvideo, fmt/5
    (b"RIFF", "midi", (8, b"RMID")),  # RIFF MIDI, MIDI Manufacturers Association RP-029
    (b"RIFF", "sf2", (8, b"sfbk")),  # SoundFont technical specification 2.04
    (b"RIFF", "wav", (8, b"WAVE")),  # audio/x-wav, fmt/6
    (b"RIFF", "webp", (8, b"WEBP")),  # image/webp, fmt/566
    (b"RIFX", "wav", (8, b"WAVE")),  # audio/x-wav
    (b"Rar!\x1a\x07", "rar", None),  # application/vnd.rar, fmt/613
    (b"SQLite format 3\x00", "sqlite", None),  # application/vnd.sqlite3, fmt/729
    (b"ZWS", "swf", "is_flash"),  # SWF file format specification, version 19
    (b"b0VIM ", "swp", "is_swap"),  # fmt/1582
    (b"bplist00", "bplist", None),  # fmt/984
    (b"caff\x00\x01\x00\x00", "caf", None),  # fmt/416
    (b"dex\n0", "dex", None),  # fmt/694
    (b"fLaC\x00", "flac", None),  # audio/flac, fmt/279
    (b"gimp xcf ", "xcf", None),  # image/x-xcf, fmt/615
    (b"glTF", "glb", (5, b"\x00\x00\x00")),  # model/gltf-binary, fmt/1316
    (b"hsqs", "squashfs", "is_squashfs"),  # application/vnd.squashfs
    (b"icns", "icns", "is_icns"),  # image/x-icns, fmt/1185
    (b"true\x00", "ttf", "is_truetype"),  # Apple, TrueType reference manual
    (b"ttcf\x00", "ttc", None),  # OpenType specification, font collections
    (b"v/1\x01\x02", "exr", None),  # image/x-exr, fmt/1001
    (b"vhdxfile", "vhdx", None),  # application/x-vhdx-disk
    (b"wOF2", "woff2", "is_woff"),  # font/woff2, fmt/1172
    (b"wOFF", "woff", "is_woff"),  # font/woff, fmt/616
    (b"wvpk", "wavpack", (9, b"\x04")),  # audio/x-wavpack
    (b"xar!\x00\x1c", "xar", None),  # application/x-xar, fmt/600
    (b"{\\rtf", "rtf", None),  # application/rtf, fmt/355
    (b"\x7fELF", "elf", "is_elf"),  # application/x-executable, application/x-object, fmt/690
    (b"\x80\x01", "pfb", (6, b"%!")),  # application/x-font-type1, fmt/525
    (b"\x80\x02", "pickle", "is_pickle"),  # PEP 307
    (b"\x80\x03", "pickle", "is_pickle"),  # Python, pickletools
    (b"\x80\x04", "pickle", "is_pickle"),  # PEP 3154
    (b"\x80\x05", "pickle", "is_pickle"),  # PEP 574
    (b"\x89HDF\r\n\x1a\n", "hdf5", None),  # application/x-hdf, fmt/807
    (b"\x89PNG\r\n\x1a\n", "png", None),  # image/png, fmt/11
    (b"\x8aMNG\r\n\x1a\n", "mng", None),  # video/x-mng, fmt/528
    (b"\x93NUMPY", "npy", None),  # NumPy, numpy.lib.format
    (b"\x95\x04\x12\xde\x00", "mo", None),  # application/x-gettext-translation
    (b"\xa1\xb2\x3c\x4d\x00\x02", "pcap", None),  # IETF draft-ietf-opsawg-pcap, magic number
    (b"\xa1\xb2\xc3\xd4\x00\x02", "pcap", None),  # fmt/779
    (b"\xabKTX 11\xbb\r\n\x1a\n", "ktx", None),  # image/ktx, fmt/970
    (b"\xabKTX 20\xbb\r\n\x1a\n", "ktx", None),  # image/ktx2
    (b"\xc5\xd0\xd3\xc6", "eps", None),  # image/x-eps, fmt/122
    (b"\xca\xfe\xba\xbe", "class", "is_java_class"),  # application/x-java, x-fmt/415
    (b"\xca\xfe\xba\xbe", "mach-o", "is_fat_mach_o"),  # Apple, mach-o/fat.h
    (b"\xce\xce\xce\xce\x00\x00\x00", "jks", None),  # OpenJDK, JceKeyStore
    (b"\xce\xfa\xed\xfe", "mach-o", "is_mach_o"),  # fmt/692
    (b"\xcf\xfa\xed\xfe", "mach-o", "is_mach_o"),  # fmt/693
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole", None),  # application/x-ole-storage, fmt/111
    (b"\xd4\xc3\xb2\xa1\x02\x00", "pcap", None),  # fmt/779
    (b"\xd7\xcd\xc6\x9a\x00\x00", "wmf", None),  # image/wmf, x-fmt/119
    (b"\xde\x12\x04\x95", "mo", None),  # application/x-gettext-translation
    (b"\xed\xab\xee\xdb", "rpm", None),  # application/x-rpm, fmt/795
    (b"\xfd7zXZ\x00", "xz", None),  # application/x-xz, fmt/1098
    (b"\xfe\xed\xfa\xce", "mach-o", "is_mach_o"),  # fmt/692
    (b"\xfe\xed\xfa\xcf", "mach-o", "is_mach_o"),  # fmt/693
    (b"\xfe\xed\xfe\xed\x00\x00\x00\x02", "jks", None),  # application/x-java-keystore
    (b"\xff\x0a", "jxl", "is_jxl_codestream"),  # image/jxl, fmt/1484
    (b"\xff\x4f\xff\x51\x00", "j2k", None),  # image/x-jp2-codestream
    (b"\xffWPC\x10\x00\x00\x00", "wordperfect", None),  # application/vnd.wordperfect, x-fmt/44
    (b"\xff\xd8\xff", "jpeg", "is_jpeg"),  # image/jpeg, fmt/41, fmt/43
)
_BY_FIRST_BYTE: dict[int, list[tuple[bytes, str, str | tuple[int, bytes] | None]]] = {}
for _row in reversed(SIGNATURES):  # of two that begin alike, the longer first
    _BY_FIRST_BYTE.setdefault(_row[0][0], []).append(_row)


def format_of(raw: bytes) -> str | None:
    """The key in FORMATS of the format of a file that begins with these bytes, or None."""
    if not raw:
        return None
    for signature, name, needs in _BY_FIRST_BYTE.get(raw[0], ()):
        if raw.startswith(signature) and _holds(raw, needs):
            return name
    from langdetect_hook.evidence.magic_inside import format_inside

    return format_inside(raw)


def begins_as(raw: bytes, formats: tuple[str, ...]) -> bool:
    """Whether bytes begin as one of the formats does, as far as that can be told without looking at a structure."""
    return any(
        name in formats and raw.startswith(signature) and not isinstance(needs, str) and _holds(raw, needs)
        for signature, name, needs in _BY_FIRST_BYTE.get(raw[0], ())
    )


def may_begin_as(raw: bytes, formats: tuple[str, ...]) -> bool:
    """Whether bytes have the first bytes of one of the formats, whatever follows them: it may be a damaged file, or a
    variant, but it is meant to be one."""
    return any(name in formats and raw.startswith(signature) for signature, name, _ in _BY_FIRST_BYTE.get(raw[0], ()))


def _holds(raw: bytes, needs: str | tuple[int, bytes] | None) -> bool:
    if needs is None:
        return True
    if isinstance(needs, str):
        from langdetect_hook.evidence import magic_structures

        return bool(getattr(magic_structures, needs)(raw))
    offset, expected = needs
    return raw.startswith(expected, offset)
