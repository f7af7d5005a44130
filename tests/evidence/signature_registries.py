"""Facts from two public registries of file formats, beside the tables of LD008: which signature and which extensions
they give each format.

    python -m tests.evidence.signature_registries FREEDESKTOP PRONOM [--propose]

writes `signature_registries.tsv`, a row a signature of ours and a row an extension. FREEDESKTOP is the file
`freedesktop.org.xml` (Debian: shared-mime-info), PRONOM the `formats-v*.xml` that opf-fido (PyPI) carries. With
`--propose` it prints what the registries have and we have not: what a new row can begin with. Signatures and extensions
are facts; each that is taken over was looked at by hand, since registries know neither what stands in a repository nor
what two bytes are worth.
"""

from __future__ import annotations

import argparse
import re
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from langdetect_hook.evidence.magic_inside import INSIDE
from langdetect_hook.evidence.magic_numbers import SIGNATURES

FACTS = Path(__file__).with_suffix(".tsv")
FREEDESKTOP = "{http://www.freedesktop.org/standards/shared-mime-info}"
# Where bytes stand in a file, and which.
Pieces = tuple[tuple[int, bytes], ...]


class Registered(NamedTuple):
    """A format of a registry: its id there, its extensions, its signatures, and the formats that it is a kind of."""

    id: str
    extensions: tuple[str, ...]
    signatures: tuple[Pieces, ...]
    kinds_of: tuple[str, ...] = ()


def freedesktop(path: Path) -> Iterator[Registered]:
    """The types of the shared MIME database."""
    for one in ElementTree.parse(path).getroot().iter(FREEDESKTOP + "mime-type"):
        globs = [glob.get("pattern", "") for glob in one.iter(FREEDESKTOP + "glob")]
        kinds = tuple(kind.get("type", "") for kind in one.iter(FREEDESKTOP + "sub-class-of"))
        matches = [pieces for magic in one.iter(FREEDESKTOP + "magic") for pieces in _matches(magic)]
        yield Registered(one.get("type", ""), tuple(filter(None, map(_extension, globs))), tuple(matches), kinds)


def _matches(parent: ElementTree.Element) -> Iterator[Pieces]:
    """The signatures below an element: what an inner match adds stands together with the outer one."""
    for match in parent.findall(FREEDESKTOP + "match"):
        offset, value = match.get("offset", ""), _value(match)
        here: Pieces = ((int(offset), value),) if offset.isdigit() and value else ()
        inner = list(_matches(match))
        yield from ((*here, *more) for more in inner) if inner else (here,)


def _value(match: ElementTree.Element) -> bytes:
    """The bytes of a match; none where a mask makes them loose."""
    text, kind = match.get("value", ""), match.get("type", "")
    if match.get("mask"):
        return b""
    if kind == "string":
        return re.sub(rb"\\(x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)", _escaped, text.encode("latin-1", "replace"))
    size = {"byte": "B", "big16": ">H", "big32": ">I", "little16": "<H", "little32": "<I"}.get(kind)
    octal = re.fullmatch("0[0-7]+", text) is not None  # as in C
    return struct.pack(size, int(text, 8 if octal else 0)) if size else b""


def _escaped(match: re.Match[bytes]) -> bytes:
    """The byte of an escape of C's."""
    said = match[1].decode("latin-1")
    if said[0] == "x":
        return bytes([int(said[1:], 16)])
    return bytes([int(said, 8) & 255]) if said.isdigit() else {"n": b"\n", "r": b"\r", "t": b"\t"}.get(said, match[1])


def _extension(glob: str) -> str:
    return glob[1:].lower() if re.fullmatch(r"\*\.[\w+-]+", glob) else ""


def pronom(path: Path) -> Iterator[Registered]:
    """The formats of PRONOM, as fido lists them."""
    for one in ElementTree.parse(path).getroot().iter("format"):
        extensions = tuple("." + (each.text or "").lower() for each in one.findall("extension") if each.text)
        patterns = [
            each.findtext("pronom_pattern", "") for each in one.iter("pattern") if each.findtext("position") == "BOF"
        ]
        yield Registered(one.findtext("puid", ""), extensions, tuple(filter(None, map(_pieces, patterns))))


def _pieces(pattern: str) -> Pieces:
    """The bytes of a pattern up to the first part whose place is not fixed."""
    pieces, offset = [], 0
    for part in re.findall(r"(?:[0-9A-F]{2})+|\{\d+\}|\?\?|.", pattern):
        if re.fullmatch(r"(?:[0-9A-F]{2})+", part):
            pieces.append((offset, bytes.fromhex(part)))
            offset += len(part) // 2
        elif re.fullmatch(r"\{\d+\}", part):
            offset += int(part[1:-1])
        elif part == "??":
            offset += 1
        else:
            break
    return tuple(pieces)


def agree(ours: Pieces, theirs: Pieces) -> bool:
    """Whether two signatures may hold of one file, and say something of the same bytes."""
    known = {offset + place: byte for offset, piece in ours for place, byte in enumerate(piece)}
    shared = [
        known[offset + place] == byte
        for offset, piece in theirs
        for place, byte in enumerate(piece)
        if offset + place in known
    ]
    return len(shared) > 1 and all(shared)


def our_signatures() -> Iterator[tuple[str, Pieces]]:
    """The signatures of our tables, with their formats."""
    for first, name, needs in SIGNATURES:
        yield name, ((0, first), needs) if isinstance(needs, tuple) else ((0, first),)
    for offset, piece, name, _ in INSIDE:
        yield name, ((offset, piece),)


# Where each format stands in the registries, found by its signature and looked at by hand.
SOURCES: dict[str, tuple[str, ...]] = {
    "7z": ("application/x-7z-compressed", "fmt/484"),
    "access": ("application/vnd.ms-access", "x-fmt/240", "fmt/275"),
    "aiff": ("audio/x-aiff", "audio/x-aifc", "fmt/414", "x-fmt/136"),
    "amr": ("audio/AMR", "audio/AMR-WB", "fmt/356", "fmt/954"),
    "ar": ("application/x-archive",),
    "asf": ("application/vnd.ms-asf", "fmt/131"),
    "au": ("audio/basic", "x-fmt/139"),
    "avi": ("video/x-msvideo", "fmt/5"),
    "blend": ("application/x-blender", "fmt/902", "fmt/903"),
    "bmp": ("image/bmp", "fmt/116", "fmt/117"),
    "bplist": ("fmt/984",),
    "bzip2": ("application/x-bzip", "x-fmt/268"),
    "cab": ("application/vnd.ms-cab-compressed", "x-fmt/414"),
    "caf": ("fmt/416",),
    "chm": ("fmt/634",),
    "class": ("application/x-java", "x-fmt/415"),
    "compress": ("application/x-compress", "fmt/1671"),
    "cpio": ("application/x-cpio",),
    "cur": ("image/x-win-bitmap", "fmt/385"),
    "dds": ("image/x-dds", "fmt/1040"),
    "deb": ("application/vnd.debian.binary-package",),
    "dex": ("fmt/694",),
    "dicom": ("application/dicom",),
    "djvu": ("image/vnd.djvu", "fmt/255"),
    "elf": ("application/x-executable", "application/x-sharedlib", "application/x-object", "fmt/690"),
    "emf": ("image/emf", "fmt/344"),
    "eps": ("image/x-eps", "fmt/122"),
    "exr": ("image/x-exr", "fmt/1001"),
    "fbx": ("fmt/1009",),
    "feather": ("fmt/889",),
    "flac": ("audio/flac", "fmt/279"),
    "flv": ("video/x-flv", "x-fmt/382"),
    "gif": ("image/gif", "fmt/3", "fmt/4"),
    "glb": ("model/gltf-binary", "fmt/1316"),
    "gzip": ("application/gzip", "x-fmt/266"),
    "hdf5": ("application/x-hdf", "fmt/807"),
    "icc": ("application/vnd.iccprofile",),
    "icns": ("image/x-icns", "fmt/1185"),
    "ico": ("image/vnd.microsoft.icon", "x-fmt/418"),
    "j2k": ("image/x-jp2-codestream",),
    "jks": ("application/x-java-keystore",),
    "jp2": ("image/jp2", "x-fmt/392"),
    "jpeg": ("image/jpeg", "fmt/41", "fmt/43"),
    "jxl": ("image/jxl", "fmt/1484", "fmt/1485"),
    "ktx": ("image/ktx", "image/ktx2", "fmt/970"),
    "lha": ("application/x-lha",),
    "lz4": ("application/x-lz4",),
    "lzip": ("application/x-lzip",),
    "mach-o": ("fmt/692", "fmt/693"),
    "mat": ("fmt/806",),
    "matroska": ("application/x-matroska", "video/webm", "fmt/569", "fmt/573"),
    "midi": ("audio/midi", "x-fmt/230"),
    "mng": ("video/x-mng", "fmt/528"),
    "mo": ("application/x-gettext-translation",),
    "mobi": ("application/x-mobipocket-ebook",),
    "mp3": ("audio/mpeg", "fmt/134"),
    "mpeg": ("video/mpeg", "x-fmt/385", "x-fmt/386", "fmt/640", "fmt/649"),
    "netcdf": ("fmt/282", "fmt/283"),
    "ogg": ("application/ogg", "audio/ogg", "video/ogg", "fmt/944"),
    "ole": ("application/x-ole-storage", "fmt/111"),
    "otf": ("font/otf", "fmt/520"),
    "pcap": ("application/vnd.tcpdump.pcap", "fmt/779"),
    "pcapng": ("fmt/780",),
    "pdb": ("fmt/1079",),
    "pdf": ("application/pdf", "fmt/276"),
    "pe": ("application/x-ms-dos-executable", "x-fmt/411"),
    "pfb": ("application/x-font-type1", "fmt/525"),
    "png": ("image/png", "fmt/11"),
    "psd": ("image/vnd.adobe.photoshop", "x-fmt/92", "fmt/996"),
    "pyc": ("application/x-python-bytecode", "fmt/1113"),
    "qcow2": ("application/x-qemu-disk",),
    "rar": ("application/vnd.rar", "fmt/613"),
    "realmedia": ("application/vnd.rn-realmedia", "x-fmt/190"),
    "rpm": ("application/x-rpm", "fmt/795"),
    "rtf": ("application/rtf", "fmt/355"),
    "shapefile": ("x-fmt/235",),
    "sqlite": ("application/vnd.sqlite3", "fmt/729"),
    "squashfs": ("application/vnd.squashfs",),
    "swf": ("application/vnd.adobe.flash.movie", "fmt/507"),
    "swp": ("fmt/1582",),
    "tar": ("application/x-tar", "application/ovf", "x-fmt/265"),
    "tga": ("image/x-tga", "x-fmt/367"),
    "tiff": ("image/tiff", "fmt/353"),
    "ttf": ("font/ttf", "x-fmt/453"),
    "vhdx": ("application/x-vhdx-disk",),
    "vmdk": ("application/x-vmdk-disk",),
    "wav": ("audio/x-wav", "fmt/6", "fmt/712"),
    "wavpack": ("audio/x-wavpack",),
    "webp": ("image/webp", "fmt/566"),
    "wim": ("application/x-ms-wim", "fmt/614"),
    "wmf": ("image/wmf", "x-fmt/119"),
    "woff": ("font/woff", "fmt/616"),
    "woff2": ("font/woff2", "fmt/1172"),
    "wordperfect": ("application/vnd.wordperfect", "x-fmt/44"),
    "xar": ("application/x-xar", "fmt/600"),
    "xcf": ("image/x-xcf", "fmt/615"),
    "xz": ("application/x-xz", "fmt/1098"),
    "zip": ("application/zip", "x-fmt/263"),
    "zstd": ("application/zstd",),
}
# Signatures that neither registry has, and who says so.
SPECIFICATIONS: dict[bytes, str] = {
    b"\x00asm": "WebAssembly core specification, 5.5.16",
    b"0\x82": "ITU-T X.690, 8.1.3",
    b"070707": "POSIX, pax, cpio interchange format",
    b"\x1bLua": "Lua, lundump.h",
    b"ACON": "Multimedia programming interface and data specifications, RIFF",
    b"ARROW1\x00\x00": "Apache Arrow columnar format, IPC file format",
    b"BA": "OS/2 Toolkit, pmbitmap.h",
    b"BC\xc0\xde": "LLVM bitcode file format",
    b"BEAM": "Erlang, beam_file_format",
    b"CD001": "ECMA-119, 8.4.2",
    b"CDF\x05\x00\x00": "NetCDF classic format specification, CDF-5",
    b"CI\x1a\x00\x00\x00": "OS/2 Toolkit, pmbitmap.h",
    b"DIRC\x00\x00\x00": "git, gitformat-index",
    b"GGUF": "ggml, docs/gguf.md",
    b"IC\x1a\x00\x00\x00": "OS/2 Toolkit, pmbitmap.h",
    b"II+\x00\x08\x00": "BigTIFF design, libtiff",
    b"LP": "Embedded OpenType, W3C member submission",
    b"M<\xb2\xa1\x02\x00": "IETF draft-ietf-opsawg-pcap, magic number",
    b"MM\x00+\x00\x08": "BigTIFF design, libtiff",
    b"ISc(": "unshield, libunshield/cabfile.h",
    b"NIST_1A\n": "NIST, SPHERE header",
    b"ORC": "Apache ORC specification, version 1",
    b"Obj\x01": "Apache Avro specification, object container files",
    b"PACK\x00\x00\x00": "git, gitformat-pack",
    b"P\x2a\x4d\x18": "RFC 8878, 3.1.2",
    b"PAR1": "Apache Parquet, file format",
    b"PARE": "Apache Parquet, modular encryption",
    b"PGDMP\x01": "PostgreSQL, pg_backup_archiver.c",
    b"PK\x05\x06": "APPNOTE.TXT, 4.3.16",
    b"PK\x07\x08PK\x03\x04": "APPNOTE.TXT, 8.5.3",
    b"PK00PK\x03\x04": "APPNOTE.TXT, 8.5.4",
    b"RIFX": "Multimedia programming interface and data specifications, RIFF",
    b"RMID": "RIFF MIDI, MIDI Manufacturers Association RP-029",
    b"TFL3": "TensorFlow Lite, schema.fbs",
    b"ZWS": "SWF file format specification, version 19",
    b"\x00\x00\x00": "Chromium, components/crx_file",
    b"sfbk": "SoundFont technical specification 2.04",
    b"true\x00": "Apple, TrueType reference manual",
    b"ttcf\x00": "OpenType specification, font collections",
    b'{"': "Hugging Face, safetensors format",
    b"\x7f\x10\xda\xbe": "VirtualBox, VDICore.h",
    b"\x80\x02": "PEP 307",
    b"\x80\x03": "Python, pickletools",
    b"\x80\x04": "PEP 3154",
    b"\x80\x05": "PEP 574",
    b"\x89HDF\r\n\x1a\n": "HDF5 file format specification, II.A",
    b"\x93NUMPY": "NumPy, numpy.lib.format",
    b"\xa1\xb2\x3c\x4d\x00\x02": "IETF draft-ietf-opsawg-pcap, magic number",
    b"\xca\xfe\xba\xbe": "Apple, mach-o/fat.h",
    b"\xce\xce\xce\xce\x00\x00\x00": "OpenJDK, JceKeyStore",
    b"\xde\xc0\xef\xbe\x01\x00\x00\x00": "LMDB, mdb.c",
}
# Extensions that a registry gives one of our formats and that claim nothing here, and why.
NOT_CLAIMED: dict[str, str] = {
    **dict.fromkeys((".ar", ".elf"), "holds whatever a compiler of some system writes"),
    ".db3": "hardly met",
    **dict.fromkeys((".cap", ".dmp", ".pdb", ".prc", ".hdf", ".hdf4", ".h4"), "several formats share it"),
    **dict.fromkeys((".nc", ".cdf"), "NetCDF, HDF5, numerical control, or text"),
    **dict.fromkeys((".aae", ".ezdraw", ".imovieproj", ".nib"), "a property list as text or as bytes"),
    ".fig": "several versions of MATLAB's files, or text",
    **dict.fromkeys((".pfa", ".gsf"), "a font as text"),
    **dict.fromkeys((".wp", ".wp4", ".wp5", ".wp6", ".wpp", ".w60"), "hardly met"),
    **dict.fromkeys((".rmj", ".rmm", ".rms", ".rmx", ".avf", ".wvp", ".chw", ".pdd", ".rf64"), "hardly met"),
    **dict.fromkeys((".icb", ".tpic", ".vda", ".vst", ".afi", ".bpx", ".mpga", ".gtar"), "hardly met"),
    **dict.fromkeys((".stc", ".std", ".sti", ".sxm", ".sxg", ".stw", ".wcm", ".wdb", ".xlr"), "hardly met"),
    **dict.fromkeys((".vsd", ".vsw", ".vss", ".p65", ".pm6", ".pmd", ".dcr", ".k25", ".blender"), "hardly met"),
    ".ks": "a keystore of Java's, or a script of Kickstart's",
    **dict.fromkeys((".wks", ".wps", ".dcm", ".swp", ".spl", ".pkg"), "other programs' name as well"),
    ".bz": "bzip's first version, which no program writes any more",
    ".qcow": "its first version has another layout",
    **dict.fromkeys((".fxm", ".kexi", ".kfx", ".mjpeg", ".mjpg", ".nsc", ".pys", ".snd", ".spm"), "hardly met"),
    **dict.fromkeys((".taz", ".tb2", ".themepack", ".wwf", ".yt"), "hardly met"),
    ".z": "compress, pack, or a bare stream of zlib",
}
# Extensions that a registry gives one format and that belong to another one here.
ANOTHER_S: dict[tuple[str, str], str] = {
    (".otf", "zip"): "a font; templates of formulas, which are called so too, are hardly met",
}


def registered(freedesktop_path: Path, pronom_path: Path) -> dict[str, Registered]:
    """The formats of both registries, by their ids."""
    return {one.id: one for one in (*freedesktop(freedesktop_path), *pronom(pronom_path))}


def source_of(name: str, signature: Pieces, known: dict[str, Registered]) -> str:
    """Who gives a format this signature: the ids in the registries, else a specification; "" where nobody does."""
    found = [one for one in SOURCES.get(name, ()) if any(agree(signature, other) for other in known[one].signatures)]
    return ", ".join(found) or (SPECIFICATIONS.get(signature[0][1]) or SPECIFICATIONS.get(signature[-1][1], ""))


def kinds_of(id_: str, known: dict[str, Registered]) -> Iterator[Registered]:
    """A type and all that are a kind of it."""
    yield known[id_]
    for one in known.values():
        if id_ in one.kinds_of:
            yield from kinds_of(one.id, known)


def extensions_of(name: str, known: dict[str, Registered]) -> dict[str, str]:
    """The extensions of a format and of its kinds, with the first id that has each."""
    found: dict[str, str] = {}
    for id_ in SOURCES.get(name, ()):
        for one in kinds_of(id_, known) if name != "elf" else (known[id_],):  # scripts are executables there
            for extension in one.extensions:
                found.setdefault(extension, one.id)
    return {extension: found[extension] for extension in sorted(found) if extension.count(".") == 1}


def facts(known: dict[str, Registered]) -> Iterator[tuple[str, str, str, str]]:
    """The rows of the table: what, of which format, the bytes or the extension, and who says so."""
    for name, signature in our_signatures():
        where = " ".join(f"{offset}:{piece.hex()}" for offset, piece in signature)
        yield "signature", name, where, source_of(name, signature, known)
    for name in SOURCES:
        for extension, id_ in extensions_of(name, known).items():
            yield "extension", name, extension, id_


def proposals(known: dict[str, Registered]) -> Iterator[str]:
    """What the registries have and we have not: formats with at least four bytes at their beginning."""
    ours = [pieces for _, pieces in our_signatures()]
    for one in known.values():
        first = [pieces[0][1] for pieces in one.signatures if pieces and pieces[0][0] == 0 and len(pieces[0][1]) > 3]
        if first and not any(agree(pieces, other) for pieces in ours for other in one.signatures):
            yield f"{one.id}\t{' '.join(one.extensions)}\t{first[0]!r}"


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="signature_registries", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("freedesktop", type=Path, metavar="FREEDESKTOP")
    parser.add_argument("pronom", type=Path, metavar="PRONOM")
    parser.add_argument("--propose", action="store_true", help="print what the registries have and we have not")
    options = parser.parse_args(argv)
    known = registered(options.freedesktop, options.pronom)
    if options.propose:
        print("\n".join(proposals(known)))
        return 0
    FACTS.write_text("".join("\t".join(row) + "\n" for row in facts(known)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
