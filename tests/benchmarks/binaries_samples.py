"""A file of each binary format, for the benchmark of wrong names: made by the standard library, by the libraries of
`binaries_requirements.txt`, or byte by byte where neither writes it.

    PYTHON -m tests.benchmarks.binaries_samples OUT

PYTHON is that of the environment with these libraries. A format whose library is missing is named and left out. The
content is small, but whole: other tools look further than at the first bytes.
"""

from __future__ import annotations

import bz2
import gzip
import importlib.util
import io
import lzma
import marshal
import pickle
import sqlite3
import struct
import sys
import tarfile
import wave
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

SIZE = (48, 32)
TEXT = "A cup of coffee, and another one; who counts them all?\n" * 40


class Recipe(NamedTuple):
    """How a format is made, and the extensions of NAMES that are right for it, its container's among them."""

    make: Callable[[], bytes]
    fine: tuple[str, ...]


def picture(kind: str, **options: Any) -> Callable[[], bytes]:
    """A small picture in a format that Pillow, or a plug-in of it, writes."""

    def make() -> bytes:
        from PIL import Image

        if kind == "HEIF":
            import pillow_heif

            pillow_heif.register_heif_opener()
        if kind == "JXL":
            import pillow_jxl  # noqa: F401
        image = Image.new("RGB", SIZE)
        image.putdata([(x * 5 % 256, y * 8 % 256, (x ^ y) % 256) for y in range(SIZE[1]) for x in range(SIZE[0])])
        if kind in ("ICO", "ICNS"):
            image = image.resize((128, 128)).convert("RGBA")
        stream = io.BytesIO()
        image.save(stream, kind, **options)
        return stream.getvalue()

    return make


def psd() -> bytes:
    from psd_tools import PSDImage

    stream = io.BytesIO()
    PSDImage.new("RGB", SIZE).save(stream)
    return stream.getvalue()


def rtf() -> bytes:
    return b"{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times New Roman;}}\\f0\\fs24 " + TEXT.encode() + b"\\par}"


def docx() -> bytes:
    import docx as library

    document = library.Document()
    document.add_paragraph(TEXT)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def xlsx() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for number in range(20):
        book.active.append([number, "cup"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xls() -> bytes:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("cups")
    for number in range(200):
        sheet.write(number, 0, f"cup {number}")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def zipped(**entries: bytes | str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


def jar() -> bytes:
    return zipped(**{"META-INF/MANIFEST.MF": "Manifest-Version: 1.0\r\n\r\n", "Cup.class": java_class()})


def npz() -> bytes:
    import numpy

    stream = io.BytesIO()
    numpy.savez(stream, cups=numpy.arange(100), spoons=numpy.ones(30))
    return stream.getvalue()


def npy() -> bytes:
    import numpy

    stream = io.BytesIO()
    numpy.save(stream, numpy.arange(500, dtype=float))
    return stream.getvalue()


def tar() -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        member = tarfile.TarInfo("cups.txt")
        member.size = len(TEXT)
        archive.addfile(member, io.BytesIO(TEXT.encode()))
    return stream.getvalue()


def seven_zip() -> bytes:
    import py7zr

    stream = io.BytesIO()
    with py7zr.SevenZipFile(stream, "w") as archive:
        archive.writestr(TEXT, "cups.txt")
    return stream.getvalue()


def lz4() -> bytes:
    import lz4.frame

    return bytes(lz4.frame.compress(TEXT.encode()))


def zstd() -> bytes:
    import zstandard

    return bytes(zstandard.compress(TEXT.encode()))


def cab() -> bytes:
    import cabarchive

    archive = cabarchive.CabArchive()
    archive["cups.txt"] = cabarchive.CabFile(TEXT.encode())
    return bytes(archive.save())


def media(kind: str, *, audio: str = "", video: str = "", rate: int = 44100) -> Callable[[], bytes]:
    """A second of noise, of colour, or both, in a container that PyAV writes."""

    def make() -> bytes:
        import av
        import numpy

        stream = io.BytesIO()
        with av.open(stream, "w", format=kind) as container:
            if video:
                track = container.add_stream(video, rate=25)
                track.width, track.height, track.pix_fmt = 64, 48, "yuv420p"
                for number in range(25):
                    pixels = numpy.full((48, 64, 3), number * 9, dtype=numpy.uint8)
                    container.mux(track.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
                container.mux(track.encode(None))
            if audio:
                track = container.add_stream(audio, rate=rate)
                resampler = av.AudioResampler(track.format, track.layout, rate, track.frame_size or 1024)
                random = numpy.random.default_rng(1)
                samples = (random.random((1, 2 * rate)) * 3000).astype(numpy.int16)
                frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="stereo")
                frame.sample_rate = rate
                for piece in resampler.resample(frame):
                    container.mux(track.encode(piece))
                container.mux(track.encode(None))
        return stream.getvalue()

    return make


def wav() -> bytes:
    stream = io.BytesIO()
    with wave.open(stream, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(range(256)) * 60)
    return stream.getvalue()


def midi() -> bytes:
    events = b"".join(b"\x00\x90%c\x40\x60\x80%c\x40" % (note, note) for note in range(60, 72)) + b"\x00\xff\x2f\x00"
    return b"MThd" + struct.pack(">IHHH", 6, 0, 1, 96) + b"MTrk" + struct.pack(">I", len(events)) + events


def font(*, flavor: str = "", cff: bool = False) -> Callable[[], bytes]:
    """A font with three empty glyphs."""

    def make() -> bytes:
        from fontTools.fontBuilder import FontBuilder
        from fontTools.pens.t2CharStringPen import T2CharStringPen
        from fontTools.pens.ttGlyphPen import TTGlyphPen

        names = [".notdef", "A", "B"]
        builder = FontBuilder(1000, isTTF=not cff)
        builder.setupGlyphOrder(names)
        builder.setupCharacterMap({65: "A", 66: "B"})
        if cff:
            pen = T2CharStringPen(600, None)
            builder.setupCFF("Cup", {}, {name: pen.getCharString() for name in names}, {})
        else:
            builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in names})
        builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
        builder.setupHorizontalHeader(ascent=800, descent=-200)
        builder.setupNameTable({"familyName": "Cup", "styleName": "Regular"})
        builder.setupOS2()
        builder.setupPost()
        builder.font.flavor = flavor or None
        stream = io.BytesIO()
        builder.save(stream)
        return stream.getvalue()

    return make


def eot() -> bytes:
    inside = font()()
    names = b"".join(struct.pack("<H", len(name)) + name + b"\0\0" for name in ("Cup".encode("utf-16-le"),) * 4)
    head = struct.pack("<III", len(inside), 0x00020001, 0) + b"\2\0\0\0\0\0\0\0\0\0\1\0" + struct.pack("<I", 400)
    head += b"\0\0LP" + bytes(24) + bytes(4) + bytes(18) + names + bytes(2)
    return struct.pack("<I", len(head) + 4 + len(inside)) + head + inside


def elf() -> bytes:
    return Path(sys.executable).resolve().read_bytes()[:200_000]


def pe() -> bytes:
    folder = Path(importlib.util.find_spec("pip").origin or "").parent / "_vendor" / "distlib"  # type: ignore[union-attr]
    return (folder / "t64.exe").read_bytes()


def mach_o() -> bytes:
    command = struct.pack("<II16sQQQQIIII", 0x19, 72, b"__TEXT", 0, 4096, 0, 4096, 7, 5, 0, 0)
    return struct.pack("<IIIIIIII", 0xFEEDFACF, 0x0100000C, 0, 2, 1, len(command), 0x85, 0) + command + bytes(4096)


def java_class() -> bytes:
    words = (b"Cup", b"java/lang/Object")
    pool = b"".join(b"\x01" + struct.pack(">H", len(word)) + word for word in words) + b"\x07\x00\x01\x07\x00\x02"
    return b"\xca\xfe\xba\xbe\0\0\0\x3d\0\x05" + pool + b"\0\x21\0\x03\0\x04" + bytes(8)


def dex() -> bytes:
    body = struct.pack("<II", 0x70, 0x12345678) + bytes(72)
    rest = struct.pack("<I", 32 + len(body)) + body
    return b"dex\n035\0" + struct.pack("<I", zlib.adler32(bytes(20) + rest)) + bytes(20) + rest


def wasm() -> bytes:
    return b"\0asm\1\0\0\0\1\5\1\x60\0\1\x7f\3\2\1\0\7\7\1\3cup\0\0\x0a\6\1\4\0\x41\x2a\x0b"


def pyc() -> bytes:
    code = compile(f"cups = {TEXT!r}\n", "cups.py", "exec")
    return importlib.util.MAGIC_NUMBER + struct.pack("<III", 0, 1700000000, 2000) + marshal.dumps(code)


def table() -> Any:
    import pyarrow

    return pyarrow.table({"cup": list(range(100)), "of": ["coffee"] * 100})


def parquet() -> bytes:
    import pyarrow.parquet

    stream = io.BytesIO()
    pyarrow.parquet.write_table(table(), stream)
    return stream.getvalue()


def arrow() -> bytes:
    import pyarrow.feather

    stream = io.BytesIO()
    pyarrow.feather.write_feather(table(), stream, compression="uncompressed")
    return stream.getvalue()


def orc() -> bytes:
    import pyarrow.orc

    stream = io.BytesIO()
    pyarrow.orc.write_table(table(), stream)
    return stream.getvalue()


def hdf5() -> bytes:
    import h5py

    stream = io.BytesIO()
    with h5py.File(stream, "w") as file:
        file["cups"] = list(range(200))
    return stream.getvalue()


def avro() -> bytes:
    import fastavro

    schema = {"type": "record", "name": "Cup", "fields": [{"name": "number", "type": "int"}]}
    stream = io.BytesIO()
    fastavro.writer(stream, fastavro.parse_schema(schema), [{"number": number} for number in range(50)])
    return stream.getvalue()


def gguf() -> bytes:
    import tempfile

    import numpy
    from gguf import GGUFWriter

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cup"
        writer = GGUFWriter(str(path), "llama")
        writer.add_tensor("cups", numpy.ones(64, dtype=numpy.float32))
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        return path.read_bytes()


def safetensors() -> bytes:
    import numpy
    from safetensors.numpy import save

    return bytes(save({"cups": numpy.ones(64, dtype=numpy.float32)}))


def onnx() -> bytes:
    from onnx import TensorProto, helper

    cup = helper.make_tensor_value_info("cup", TensorProto.FLOAT, [1])
    drunk = helper.make_tensor_value_info("drunk", TensorProto.FLOAT, [1])
    graph = helper.make_graph([helper.make_node("Relu", ["cup"], ["drunk"])], "cups", [cup], [drunk])
    return bytes(helper.make_model(graph, producer_name="cups").SerializeToString())


def sqlite() -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.executescript("create table cups (number integer); insert into cups values (1), (2), (3);")
    return connection.serialize()


def lmdb() -> bytes:
    import tempfile

    import lmdb as library

    with tempfile.TemporaryDirectory() as folder:
        with library.open(folder) as environment, environment.begin(write=True) as transaction:
            transaction.put(b"cup", b"coffee")
        return (Path(folder) / "data.mdb").read_bytes()


def iso() -> bytes:
    import pycdlib

    disc = pycdlib.PyCdlib()
    disc.new()
    disc.add_fp(io.BytesIO(TEXT.encode()), len(TEXT), "/CUPS.TXT;1")
    stream = io.BytesIO()
    disc.write_fp(stream)
    return stream.getvalue()


def qcow2() -> bytes:
    head = struct.pack(">4sIQIIQIIQQIIQ", b"QFI\xfb", 3, 0, 0, 16, 1 << 20, 0, 1, 0x30000, 0x10000, 1, 0, 0)
    return (head + struct.pack(">QQQII", 0, 0, 0, 4, 104)).ljust(0x40000, b"\0")


def pcap() -> bytes:
    packet = bytes(12) + b"\x08\0\x45\0" + bytes(40)
    one = struct.pack("<IIII", 1700000000, 0, len(packet), len(packet)) + packet
    return struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1) + one * 5


def pcapng() -> bytes:
    packet = bytes(12) + b"\x08\0\x45\0" + bytes(40)
    section = struct.pack("<IIIHHqI", 0x0A0D0D0A, 28, 0x1A2B3C4D, 1, 0, -1, 28)
    interface = struct.pack("<IIHHII", 1, 20, 1, 0, 65535, 20)
    block = struct.pack("<IIIIIII", 6, 32 + len(packet), 0, 0, 0, len(packet), len(packet)) + packet
    return section + interface + (block + struct.pack("<I", 32 + len(packet))) * 5


def jks() -> bytes:
    import jks as library

    store = library.KeyStore.new("jks", [library.TrustedCertEntry.new("cup", b"\x30\x82\x01\x00" + bytes(256))])
    return bytes(store.saves("coffee"))


def glb() -> bytes:
    words = b'{"asset":{"version":"2.0"},"scenes":[{"nodes":[]}],"scene":0}'
    words += b" " * (-len(words) % 4)
    chunk = struct.pack("<I4s", len(words), b"JSON") + words
    return b"glTF" + struct.pack("<II", 2, 12 + len(chunk)) + chunk


def blend() -> bytes:
    block = b"REND" + struct.pack("<IQII", 72, 0x7F0000000000, 0, 1) + bytes(72)
    return b"BLENDER-v279" + block + b"ENDB" + bytes(20)


def swf() -> bytes:
    body = b"\x78\0\x05\x5f\0\0\x0f\xa0\0\0\x0c\x01\0\x44\x11\x08\0\0\0\x43\x02\xff\xff\xff\x40\0\0\0"
    return b"FWS\x06" + struct.pack("<I", 8 + len(body)) + body


def djvu() -> bytes:
    info = b"INFO" + struct.pack(">I", 10) + struct.pack(">HHBBHBB", 48, 32, 24, 0, 300, 22, 1)
    return b"AT&TFORM" + struct.pack(">I", len(info) + 4) + b"DJVU" + info


def fits() -> bytes:
    cards = ("SIMPLE  =                    T", "BITPIX  =                   16", "NAXIS   =                    1")
    cards += ("NAXIS1  =                 1440", "END")
    return "".join(card.ljust(80) for card in cards).ljust(2880).encode() + struct.pack(">1440h", *range(1440))


def stl() -> bytes:
    facet = struct.pack("<12fH", 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0)
    return b"a cup".ljust(80, b"\0") + struct.pack("<I", 12) + facet * 12


def ply() -> bytes:
    head = b"ply\nformat binary_little_endian 1.0\nelement vertex 50\nproperty float x\nproperty float y\nend_header\n"
    return head + struct.pack("<100f", *(number / 7 for number in range(100)))


def msgpack() -> bytes:
    return b"\xdc\x00\x64" + b"".join(
        b"\x82\xa3cup\xcd%s\xa2of\xa6coffee" % struct.pack(">H", n + 999) for n in range(100)
    )


def serialized() -> bytes:
    return b"\xac\xed\0\5sr\0\3Cup" + bytes(range(200, 208)) + b"\2\0\1I\0\6numberxp\0\0\0\x2a"


def time_zone() -> bytes:
    counts = struct.pack(">6I", 0, 0, 0, 0, 1, 4)
    block = b"TZif2" + bytes(15) + counts + struct.pack(">iBB", 3600, 0, 0) + b"CET\0"
    return block * 2 + b"\nCET-1\n"


# The names that the content of each format is planted under: pictures, documents, archives, sound, fonts, data, code.
NAMES = (
    *(".png", ".jpg", ".gif", ".webp", ".bmp", ".ico", ".svg", ".pdf", ".docx", ".xlsx", ".zip", ".gz", ".7z", ".jar"),
    *(".mp3", ".wav", ".mp4", ".ttf", ".woff2", ".json", ".xml", ".csv", ".txt", ".md", ".py", ".js", ".html", ".c"),
    ".sh",
)
ZIP_NAMES = (".docx", ".jar", ".xlsx", ".zip")

# Formats that LD008 has no signature of stand at the end: what is caught of them has no known beginning.
RECIPES: dict[str, Recipe] = {
    "7z": Recipe(seven_zip, (".7z",)),
    "aac": Recipe(media("adts", audio="aac"), ()),
    "aiff": Recipe(media("aiff", audio="pcm_s16be"), ()),
    "arrow": Recipe(arrow, ()),
    "asf": Recipe(media("asf", video="mpeg4"), ()),
    "avi": Recipe(media("avi", video="mpeg4"), ()),
    "avif": Recipe(picture("AVIF"), ()),
    "avro": Recipe(avro, ()),
    "blend": Recipe(blend, ()),
    "bmp": Recipe(picture("BMP"), (".bmp", ".ico")),
    "bzip2": Recipe(lambda: bz2.compress(TEXT.encode()), ()),
    "cab": Recipe(cab, ()),
    "class": Recipe(java_class, ()),
    "dds": Recipe(picture("DDS"), ()),
    "dex": Recipe(dex, ()),
    "djvu": Recipe(djvu, ()),
    "docx": Recipe(docx, ZIP_NAMES),
    "elf": Recipe(elf, ()),
    "eot": Recipe(eot, ()),
    "flac": Recipe(media("flac", audio="flac"), ()),
    "flv": Recipe(media("flv", video="flv1"), ()),
    "gguf": Recipe(gguf, ()),
    "gif": Recipe(picture("GIF"), (".gif", ".ico")),
    "glb": Recipe(glb, ()),
    "gzip": Recipe(lambda: gzip.compress(TEXT.encode()), (".gz",)),
    "hdf5": Recipe(hdf5, ()),
    "heic": Recipe(picture("HEIF"), ()),
    "icns": Recipe(picture("ICNS"), ()),
    "ico": Recipe(picture("ICO"), (".ico",)),
    "iso": Recipe(iso, ()),
    "jar": Recipe(jar, ZIP_NAMES),
    "jks": Recipe(jks, ()),
    "jp2": Recipe(picture("JPEG2000"), (".jpg",)),
    "jpeg": Recipe(picture("JPEG"), (".ico", ".jpg")),
    "jxl": Recipe(picture("JXL"), ()),
    "lmdb": Recipe(lmdb, ()),
    "lz4": Recipe(lz4, ()),
    "mach-o": Recipe(mach_o, ()),
    "matroska": Recipe(media("matroska", video="mpeg4"), ()),
    "midi": Recipe(midi, ()),
    "mp3": Recipe(media("mp3", audio="libmp3lame"), (".mp3",)),
    "mp4": Recipe(media("mp4", video="mpeg4"), (".mp4",)),
    "mpeg": Recipe(media("mpeg", video="mpeg1video"), ()),
    "mpeg-ts": Recipe(media("mpegts", video="mpeg2video"), ()),
    "npy": Recipe(npy, ()),
    "npz": Recipe(npz, ZIP_NAMES),
    "ogg": Recipe(media("ogg", audio="libopus", rate=48000), ()),
    "onnx": Recipe(onnx, ()),
    "orc": Recipe(orc, ()),
    "otf": Recipe(font(cff=True), (".ttf",)),
    "parquet": Recipe(parquet, ()),
    "pcap": Recipe(pcap, ()),
    "pcapng": Recipe(pcapng, ()),
    "pdf": Recipe(picture("PDF"), (".pdf",)),
    "pe": Recipe(pe, ()),
    "pickle": Recipe(lambda: pickle.dumps([{"cup": number} for number in range(50)], 4), ()),
    "png": Recipe(picture("PNG"), (".ico", ".png")),
    "psd": Recipe(psd, ()),
    "pyc": Recipe(pyc, ()),
    "qcow2": Recipe(qcow2, ()),
    "rtf": Recipe(rtf, (".txt",)),
    "safetensors": Recipe(safetensors, ()),
    "sqlite": Recipe(sqlite, ()),
    "swf": Recipe(swf, ()),
    "tar": Recipe(tar, ()),
    "tga": Recipe(picture("TGA"), ()),
    "tiff": Recipe(picture("TIFF"), ()),
    "ttf": Recipe(font(), (".ttf",)),
    "wasm": Recipe(wasm, ()),
    "wav": Recipe(wav, (".mp3", ".wav")),
    "webp": Recipe(picture("WEBP"), (".webp",)),
    "woff": Recipe(font(flavor="woff"), ()),
    "woff2": Recipe(font(flavor="woff2"), (".woff2",)),
    "xls": Recipe(xls, (".docx", ".xlsx")),  # encrypted ones are in the same container
    "xlsx": Recipe(xlsx, ZIP_NAMES),
    "xz": Recipe(lambda: lzma.compress(TEXT.encode()), ()),
    "zip": Recipe(lambda: zipped(cups__list=TEXT), ZIP_NAMES),
    "zstd": Recipe(zstd, ()),
    "fits": Recipe(fits, ()),
    "msgpack": Recipe(msgpack, ()),
    "pcx": Recipe(picture("PCX"), ()),
    "ply": Recipe(ply, ()),
    "ppm": Recipe(picture("PPM"), ()),
    "serialized": Recipe(serialized, ()),
    "sgi": Recipe(picture("SGI"), ()),
    "stl": Recipe(stl, ()),
    "time zone": Recipe(time_zone, ()),
    "zlib": Recipe(lambda: zlib.compress(TEXT.encode()), ()),
}


def main(argv: list[str] | None = None) -> int:
    arguments = sys.argv[1:] if argv is None else argv
    if len(arguments) != 1:
        print("usage: binaries_samples OUT", file=sys.stderr)
        return 2
    out = Path(arguments[0])
    out.mkdir(parents=True, exist_ok=True)
    for name, recipe in RECIPES.items():
        try:
            (out / name).write_bytes(recipe.make())
        except Exception as error:  # a library that is missing, or that cannot write this format here
            print(f"{name} is not made: {type(error).__name__}: {error}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
