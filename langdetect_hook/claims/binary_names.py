"""What extensions of images, archives, fonts and the like claim: names that no programming language has.

One row an extension: what a message calls it, and the formats (keys of FORMATS) that are fine under it, with
the reason where they are more than one. `python -m tests.evidence.signature_registries` compares the rows with public
registries of formats; an extension that programs use for anything (.bin, .dat, .db) is not here.
"""

from __future__ import annotations

ZIP = ("zip",)
PACKED = ("zip", "ole")  # an encrypted Office file is a compound document
OPEN_DOCUMENT = ("OpenDocument", ZIP)
VIDEO = ("mp4", "matroska", "avi")
OGG = ("Ogg", ("ogg",))
RAW_PHOTO = ("raw photo", ("tiff",))  # each maker's own tags in TIFF
JPEG = ("JPEG", ("jpeg", "jp2"))  # programs that write JPEG 2000 name it so
JPEG_2000 = ("JPEG 2000", ("jp2", "j2k"))
HDF5 = ("HDF5", ("hdf5",))
PROGRAM = ("program", ("pe", "elf", "mach-o"))  # OCaml's and COBOL's builds call programs .exe on any system
TAR = ("tar", "gzip", "bzip2", "xz", "zstd", "compress", "lzip", "lz4")  # tar itself finds out the compression

ALLOWED: dict[str, tuple[str, tuple[str, ...]]] = {
    ".3fr": RAW_PHOTO,
    ".3g2": ("3GPP", ("mp4",)),
    ".3gp": ("3GPP", ("mp4",)),
    ".3mf": ("3MF", ZIP),
    ".7z": ("7-Zip", ("7z",)),
    ".aab": ("Android App Bundle", ZIP),
    ".aac": ("AAC", ("aac", "mp4", "mp3")),  # an ID3 tag may stand before it
    ".aar": ("AAR", ZIP),
    ".accdb": ("Access database", ("access",)),
    ".aif": ("AIFF", ("aiff",)),
    ".aifc": ("AIFF", ("aiff",)),
    ".aiff": ("AIFF", ("aiff",)),
    ".aiffc": ("AIFF", ("aiff",)),
    ".amr": ("AMR", ("amr", "mp4")),
    ".ani": ("animated cursor", ("ani", "cur", "ico")),  # Windows takes a still one
    ".apk": ("APK", ("zip", "gzip")),  # Android's are ZIP, Alpine's gzip
    ".appimage": ("AppImage", ("elf", "squashfs")),
    ".appx": ("APPX", ZIP),
    ".arrow": ("Arrow", ("arrow", "feather")),
    ".asf": ("ASF", ("asf",)),
    ".au": ("AU", ("au", "wav")),
    ".avi": ("AVI", ("avi",)),
    ".avif": ("AVIF", ("avif", "heic")),  # may carry the general brand mif1
    ".avro": ("Avro", ("avro",)),
    ".awb": ("AMR", ("amr",)),
    ".azw3": ("e-book", ("mobi",)),
    ".beam": ("BEAM", ("beam", "gzip")),  # compiled with `compressed`
    ".blend": ("Blender", ("blend", "gzip", "zstd")),  # saved with compression
    ".bmp": ("BMP", ("bmp",)),
    ".bz2": ("bzip2", ("bzip2",)),
    ".cab": ("Cabinet", ("cab",)),
    ".caf": ("CAF", ("caf",)),
    ".cb7": ("comic book", ("7z",)),
    ".cbr": ("comic book", ("rar", "zip")),  # readers open either
    ".cbt": ("comic book", ("tar",)),
    ".cbz": ("comic book", ZIP),
    ".chm": ("CHM", ("chm",)),
    ".class": ("Java class", ("class",)),
    ".conda": ("conda package", ZIP),
    ".cpio": ("cpio", ("cpio", "gzip", "bzip2", "xz", "zstd")),
    ".cr2": RAW_PHOTO,
    ".cr3": ("raw photo", ("mp4",)),
    ".crate": ("Cargo crate", ("gzip",)),
    ".crx": ("browser extension", ("crx", "zip")),
    ".cur": ("cursor", ("cur", "ico", "png")),  # browsers take any
    ".dds": ("DDS", ("dds",)),
    ".deb": ("Debian package", ("deb",)),
    ".dex": ("DEX", ("dex",)),
    ".dib": ("BMP", ("bmp",)),
    ".divx": ("AVI", ("avi",)),
    ".djv": ("DjVu", ("djvu",)),
    ".djvu": ("DjVu", ("djvu",)),
    ".dll": ("library", ("pe", "elf", "mach-o")),  # .NET's runtime puts native ones beside its own
    ".dng": RAW_PHOTO,
    ".docm": ("DOCM", PACKED),
    ".docx": ("DOCX", PACKED),
    ".dotm": ("DOTM", PACKED),
    ".dotx": ("DOTX", PACKED),
    ".dylib": ("library", ("mach-o",)),
    ".ear": ("EAR", ZIP),
    ".emf": ("EMF", ("emf",)),
    ".eot": ("EOT", ("eot",)),
    ".epub": ("EPUB", ZIP),
    ".exe": PROGRAM,
    ".exr": ("OpenEXR", ("exr",)),
    ".f4v": ("MP4", ("mp4", "flv")),
    ".fcstd": ("FreeCAD", ZIP),
    ".feather": ("Feather", ("arrow", "feather")),  # its second version is Arrow
    ".flac": ("FLAC", ("flac", "mp3", "ogg")),  # an ID3 tag may stand before it; FLAC in Ogg
    ".flv": ("FLV", ("flv",)),
    ".gem": ("gem", ("tar",)),
    ".gguf": ("GGUF", ("gguf",)),
    ".gif": ("GIF", ("gif",)),
    ".glb": ("glTF", ("glb",)),
    ".gmo": ("Gettext catalog", ("mo",)),
    ".gz": ("gzip", ("gzip",)),
    ".h5": HDF5,
    ".hdf5": HDF5,
    ".heic": ("HEIC", ("heic", "avif")),
    ".heif": ("HEIF", ("heic", "avif")),
    ".icns": ("icon", ("icns", "png")),  # macOS takes a PNG
    ".ico": ("icon", ("ico", "cur", "png", "bmp", "gif", "jpeg")),  # browsers take any image as favicon.ico
    ".idml": ("InDesign", ZIP),
    ".ipa": ("IPA", ZIP),
    ".iso": ("ISO 9660", ("iso",)),
    ".j2c": JPEG_2000,
    ".j2k": JPEG_2000,
    ".jar": ("JAR", ZIP),
    ".jfi": ("JPEG", ("jpeg",)),
    ".jfif": ("JPEG", ("jpeg",)),
    ".jif": ("JPEG", ("jpeg",)),
    ".jp2": JPEG_2000,
    ".jpc": JPEG_2000,
    ".jpe": JPEG,
    ".jpeg": JPEG,
    ".jpf": JPEG_2000,
    ".jpg": JPEG,
    ".jpg2": JPEG_2000,
    ".jpx": JPEG_2000,
    ".jxl": ("JPEG XL", ("jxl",)),
    ".kar": ("MIDI", ("midi",)),
    ".kdc": RAW_PHOTO,
    ".keras": ("Keras", ("zip", "hdf5")),
    ".kmz": ("KMZ", ZIP),
    ".kra": ("Krita", ZIP),
    ".ktx": ("KTX", ("ktx",)),
    ".ktx2": ("KTX", ("ktx",)),
    ".lha": ("LHA", ("lha",)),
    ".love": ("LÖVE", ZIP),
    ".lz": ("lzip", ("lzip",)),
    ".lz4": ("LZ4", ("lz4",)),
    ".lzh": ("LHA", ("lha",)),
    ".lzma": ("LZMA", ("lzma",)),
    ".m1v": ("MPEG", ("mpeg",)),
    ".m2ts": ("MPEG", ("mpeg-ts",)),
    ".m2v": ("MPEG", ("mpeg",)),
    ".m4a": ("M4A", ("mp4", "mp3", "aac")),
    ".m4b": ("M4B", ("mp4", "mp3")),
    ".m4v": ("M4V", VIDEO),
    ".mdb": ("Access database", ("access", "lmdb")),
    ".mid": ("MIDI", ("midi",)),
    ".midi": ("MIDI", ("midi",)),
    ".mk3d": ("Matroska", ("matroska",)),
    ".mka": ("Matroska", ("matroska",)),
    ".mks": ("Matroska", ("matroska",)),
    ".mkv": ("Matroska", ("matroska",)),
    ".mng": ("MNG", ("mng", "png")),  # as its specification has it
    ".mobi": ("e-book", ("mobi",)),
    ".mov": ("QuickTime", VIDEO),
    ".mp2": ("MPEG", ("mp3", "mpeg", "wav")),
    ".mp3": ("MP3", ("mp3", "wav")),  # RIFF may carry it
    ".mp4": ("MP4", ("mp4",)),
    ".mpe": ("MPEG", ("mpeg", "mpeg-ts")),
    ".mpeg": ("MPEG", ("mpeg", "mpeg-ts")),
    ".mpg": ("MPEG", ("mpeg", "mpeg-ts")),
    ".msi": ("Windows Installer", ("ole",)),
    ".msix": ("MSIX", ZIP),
    ".mxl": ("compressed MusicXML", ZIP),
    ".nef": RAW_PHOTO,
    ".npy": ("NPY", ("npy",)),
    ".npz": ("NPZ", ZIP),
    ".nrw": RAW_PHOTO,
    ".numbers": ("Numbers", ZIP),
    ".nupkg": ("NuGet package", ZIP),
    ".odb": OPEN_DOCUMENT,
    ".odc": OPEN_DOCUMENT,
    ".odf": OPEN_DOCUMENT,
    ".odg": OPEN_DOCUMENT,
    ".odi": OPEN_DOCUMENT,
    ".odm": OPEN_DOCUMENT,
    ".odp": OPEN_DOCUMENT,
    ".ods": OPEN_DOCUMENT,
    ".odt": OPEN_DOCUMENT,
    ".oga": OGG,
    ".ogg": OGG,
    ".ogm": OGG,
    ".ogv": OGG,
    ".ogx": OGG,
    ".onnx": ("ONNX", ("onnx",)),
    ".opus": ("Opus", ("ogg",)),
    ".ora": ("OpenRaster", ZIP),
    ".otc": OPEN_DOCUMENT,
    ".otf": ("OpenType", ("otf", "ttf")),  # OpenType comes with either kind of outlines
    ".otg": OPEN_DOCUMENT,
    ".oth": OPEN_DOCUMENT,
    ".otp": OPEN_DOCUMENT,
    ".ots": OPEN_DOCUMENT,
    ".ott": OPEN_DOCUMENT,
    ".ova": ("OVA", ("tar",)),
    ".oxps": ("XPS", ZIP),
    ".oxt": ("LibreOffice extension", ZIP),
    ".pages": ("Pages", ZIP),
    ".parquet": ("Parquet", ("parquet",)),
    ".pcap": ("packet capture", ("pcap", "pcapng", "gzip")),
    ".pcapng": ("packet capture", ("pcapng", "pcap", "gzip")),
    ".pdf": ("PDF", ("pdf",)),
    ".pef": RAW_PHOTO,
    ".pfb": ("Type 1", ("pfb",)),
    ".pkpass": ("Wallet pass", ZIP),
    ".png": ("PNG", ("png",)),
    ".potm": ("POTM", PACKED),
    ".potx": ("POTX", PACKED),
    ".ppsm": ("PPSM", PACKED),
    ".ppsx": ("PPSX", PACKED),
    ".pptm": ("PPTM", PACKED),
    ".pptx": ("PPTX", PACKED),
    ".psb": ("Photoshop", ("psd",)),
    ".psd": ("Photoshop", ("psd",)),
    ".pyc": ("compiled Python", ("pyc",)),
    ".pyd": ("Python module", ("pe",)),
    ".pyo": ("compiled Python", ("pyc",)),
    ".qcow2": ("QCOW2", ("qcow2",)),
    ".rar": ("RAR", ("rar",)),
    ".rm": ("RealMedia", ("realmedia",)),
    ".rmvb": ("RealMedia", ("realmedia",)),
    ".rpm": ("RPM", ("rpm",)),
    ".safetensors": ("safetensors", ("safetensors",)),
    ".shp": ("shapefile", ("shapefile",)),
    ".sketch": ("Sketch", ("zip", "sqlite")),  # before version 43
    ".sldm": ("SLDM", PACKED),
    ".sldx": ("SLDX", PACKED),
    ".snupkg": ("NuGet package", ZIP),
    ".spx": OGG,
    ".sqlite": ("SQLite", ("sqlite",)),
    ".sqlite3": ("SQLite", ("sqlite",)),
    ".sqsh": ("SquashFS", ("squashfs",)),
    ".squashfs": ("SquashFS", ("squashfs",)),
    ".sr2": RAW_PHOTO,
    ".srf": RAW_PHOTO,
    ".srw": RAW_PHOTO,
    ".svgz": ("compressed SVG", ("gzip",)),
    ".swf": ("Flash", ("swf",)),
    ".swm": ("WIM", ("wim", "swp")),  # Vim's fourth swap file of a text, where .swp to .swn exist
    ".sxc": OPEN_DOCUMENT,
    ".sxd": OPEN_DOCUMENT,
    ".sxi": OPEN_DOCUMENT,
    ".sxw": OPEN_DOCUMENT,
    ".tar": ("tar", TAR),
    ".tbz": ("bzip2", ("bzip2",)),
    ".tbz2": ("bzip2", ("bzip2",)),
    ".tflite": ("TensorFlow Lite", ("tflite",)),
    ".tga": ("TGA", ("tga",)),
    ".tgz": ("gzip", ("gzip",)),
    ".tif": ("TIFF", ("tiff",)),
    ".tiff": ("TIFF", ("tiff",)),
    ".ttc": ("TrueType collection", ("ttc", "ttf", "otf")),
    ".ttf": ("TrueType", ("ttf", "otf", "ttc")),
    ".txz": ("xz", ("xz",)),
    ".tzst": ("Zstandard", ("zstd",)),
    ".udeb": ("Debian package", ("deb",)),
    ".usdz": ("USDZ", ZIP),
    ".vdi": ("VirtualBox disk", ("vdi",)),
    ".vhdx": ("VHDX", ("vhdx",)),
    ".vob": ("MPEG", ("mpeg",)),
    ".vsdm": ("VSDM", PACKED),
    ".vsdx": ("VSDX", PACKED),
    ".vsix": ("VSIX", ZIP),
    ".vssm": ("VSSM", PACKED),
    ".vssx": ("VSSX", PACKED),
    ".vstm": ("VSTM", PACKED),
    ".vstx": ("VSTX", PACKED),
    ".war": ("WAR", ZIP),
    ".wasm": ("WebAssembly", ("wasm",)),
    ".wav": ("WAV", ("wav", "sphere")),
    ".webm": ("WebM", ("matroska",)),
    ".webp": ("WebP", ("webp",)),
    ".whl": ("wheel", ZIP),
    ".wim": ("WIM", ("wim",)),
    ".wma": ("ASF", ("asf",)),
    ".wmf": ("WMF", ("wmf",)),
    ".wmv": ("ASF", ("asf",)),
    ".woff": ("WOFF", ("woff",)),
    ".woff2": ("WOFF2", ("woff2",)),
    ".wpd": ("WordPerfect", ("wordperfect",)),
    ".wv": ("WavPack", ("wavpack",)),
    ".xar": ("XAR", ("xar",)),
    ".xcf": ("GIMP", ("xcf", "gzip", "bzip2", "xz")),  # GIMP packs what is called .xcf.gz
    ".xlam": ("XLAM", PACKED),
    ".xlsb": ("XLSB", PACKED),
    ".xlsm": ("XLSM", PACKED),
    ".xlsx": ("XLSX", PACKED),
    ".xltm": ("XLTM", PACKED),
    ".xltx": ("XLTX", PACKED),
    ".xpi": ("browser extension", ZIP),
    ".xps": ("XPS", ZIP),
    ".xz": ("xz", ("xz",)),
    ".zip": ("ZIP", ZIP),
    ".zipx": ("ZIP", ZIP),
    ".zst": ("Zstandard", ("zstd",)),
}

# Names whose files may begin with any bytes, at least in some variant: only text, zeros and another known format are
# wrong under them.
NO_FIXED_START = frozenset({
    ".aac",  # frames may follow junk
    ".accdb",
    ".apk",
    ".arrow",  # a stream has no magic number
    ".azw3",
    ".cpio",  # as bytes, in either order
    ".dll",
    ".dylib",
    ".emf",
    ".exe",  # DOS programs and old executables
    ".gguf",  # big-endian ones, and GGML before it
    ".iso",  # UDF, or a disc of another system
    ".lzma",
    ".m2ts",
    ".mdb",  # Access, LMDB, or data of other programs
    ".mov",  # atoms in any order
    ".mp2",
    ".mp3",
    ".mp4",
    ".mpeg",
    ".mpg",
    ".onnx",  # a message of protobuf, fields in any order
    ".pcap",  # of other programs than tcpdump
    ".pcapng",
    ".pfb",  # pdf.js calls bare CFF so
    ".pyc",  # of other implementations
    ".safetensors",
    ".sqlite",  # encrypted by SQLCipher
    ".sqlite3",
    ".sqsh",  # of the makers of routers
    ".squashfs",
    ".tar",  # before POSIX it had no magic number
    ".tga",  # the first version has no footer
    ".vob",
    ".wmf",  # without the header that can be placed
    ".wpd",
})  # fmt: skip
# Names that everybody gives to such files only. Any other may be a word, or what few have heard of (.ora of Oracle):
# plain text under it says nothing, a page or JSON does.
KNOWN_TO_ALL = frozenset({
    *(".7z", ".apk", ".avi", ".avif", ".bz2", ".deb", ".dll", ".docx", ".eot", ".epub", ".exe", ".flac", ".gif"),
    *(".gguf", ".gz", ".h5", ".heic", ".ico", ".jar", ".jpeg", ".jpg", ".m4a", ".mkv", ".mov", ".mp3", ".mp4", ".npy"),
    *(".npz", ".odp", ".ods", ".odt", ".ogg", ".onnx", ".otf", ".parquet", ".pdf", ".png", ".pptx", ".psd", ".pyc"),
    *(".rar", ".rpm", ".safetensors", ".sqlite", ".tgz", ".tif", ".tiff", ".ttf", ".wasm", ".wav", ".webm", ".webp"),
    *(".whl", ".woff", ".woff2", ".xlsx", ".xz", ".zip", ".zst"),
})  # fmt: skip
# Pictures that browsers show: a script hidden in one is reported whatever its first bytes are.
IMAGES = frozenset({".bmp", ".gif", ".ico", ".jpe", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"})
# A shell script before the archive makes it self-extracting.
SELF_EXTRACTING = frozenset({
    *(".7z", ".apk", ".deb", ".ear", ".exe", ".jar", ".rpm", ".war", ".whl", ".xar", ".zip"),
})  # fmt: skip
# Names of text that are also names of binary formats, and names that may hold anything: what a message calls them (""
# where the languages say it), and the known formats that are fine under them. Text and unknown bytes say nothing.
TEXT_AND_BINARY: dict[str, tuple[str, tuple[str, ...]]] = {
    ".a": ("a library", ("ar", "bitcode", "elf", "mach-o")),
    ".aes": ("", ()),  # Sophia, or anything encrypted
    ".ai": ("", ("pdf", "eps")),  # PostScript or PDF
    ".anim": ("", ()),  # Unity has either form
    ".apex": ("", ("zip",)),  # Apex, or a module of Android's
    ".apl": ("", ()),  # APL as text, or a workspace
    ".arw": ("", ("tiff",)),  # Arrow, or a raw photo of Sony's
    ".asc": ("", ()),  # armoured, or not
    ".asd": ("", ("gzip",)),  # Common Lisp, or Ableton's
    ".asm": ("", ("ole",)),  # assembler, or an assembly of parts (Solid Edge, Creo)
    # Unity has either form; a content asset of Salesforce's is whatever was uploaded.
    ".asset": ("", ("gif", "jpeg", "pdf", "png", "webp", "zip")),
    ".bas": ("", ()),  # Basic as text, or as its tokens
    ".bbc": ("", ()),
    ".bc": ("", ("bitcode",)),
    ".blp": ("", ()),  # Blueprint, or textures of Blizzard's
    ".bpl": ("", ("pe",)),  # Boogie, or a package of Delphi's
    ".cer": ("", ("der",)),  # certificates come in either form
    ".cff": ("", ()),  # YAML, a bare font, or columns of pixels
    ".cfg": ("", ("gzip", "sqlite", "tar", "zip")),  # settings of devices
    ".cl": ("", ("elf",)),  # OpenCL, as text or compiled
    ".cls": ("", ("ole", "zip")),
    ".cnf": ("", ()),
    ".conf": ("", ("gzip", "sqlite", "tar", "zip")),
    ".config": ("", ()),
    ".controller": ("", ()),  # Unity has either form
    ".crt": ("", ("der",)),
    ".csr": ("", ("der",)),
    ".dash": ("", ("matroska", "mp4")),  # a shell, or a piece of a video
    ".db": ("a database", ("access", "gzip", "lmdb", "ole", "sqlite", "tar", "xz", "zip", "zstd")),
    ".der": ("a certificate", ("der",)),
    ".dmg": ("a disk image", ("bzip2", "gzip", "iso", "lzma", "xz")),
    ".doc": ("Word", ("ole", "rtf", "zip", "wordperfect")),
    ".dot": ("", ("ole", "rtf", "zip")),  # Graphviz, or a template of Word's
    ".dsp": ("", ("ole", "zip")),
    ".dts": ("", ()),  # Devicetree, or sound
    ".efi": ("a program", ("elf", "gzip", "pe")),
    ".eps": ("", ("eps", "pdf")),  # may begin with a binary preview
    ".epsf": ("", ("eps", "pdf")),
    ".epsi": ("", ("eps", "pdf")),
    ".ex": ("", ("elf", "mach-o", "pe")),  # Elixir, or a program of a course
    ".fbx": ("FBX", ("fbx",)),  # text in another variant
    ".frag": ("", ("gzip",)),  # GLSL, or parts of a building
    ".fs": ("", ("squashfs",)),  # F#, a store of Zope's, an image of a file system
    ".fst": ("", ("gzip",)),  # F*, transducers, or waves
    ".gdc": ("", ()),  # GoodData, or compiled GDScript
    ".har": ("", ("gzip", "zip")),  # what a browser recorded, or a library of HarmonyOS
    ".icc": ("", ("icc",)),  # C++, or a color profile
    ".icl": ("", ("ico", "pe")),  # Clean, or a library of icons
    ".icm": ("", ("icc",)),
    ".inc": ("", ()),  # PHP and others, or what an assembler includes
    ".inx": ("", ()),  # XML, or InstallShield's
    ".jks": ("a keystore", ("der", "jks")),
    ".joblib": ("data", ("bzip2", "gzip", "lz4", "lzma", "pickle", "xz", "zip", "zstd")),
    ".key": ("", ("der", "ole", "zip")),  # Keynote, a key in DER
    ".keystore": ("a keystore", ("der", "jks")),
    ".ko": ("", ("elf", "gzip", "xz", "zstd")),  # Korean, or a kernel module
    ".lex": ("", ("gzip", "ole")),  # Lex, or a dictionary
    ".lib": ("", ("ar", "elf", "mach-o", "ole", "zip")),
    ".log": ("a log", ("gzip", "sqlite")),
    ".lua": ("", ("luac",)),  # Lua reads either form
    ".mat": ("", ("hdf5", "mat")),  # Unity's, which has either form, or MATLAB's data
    ".md5": ("", ()),  # a checksum, in digits or in bytes
    ".mdx": ("", ()),  # Markdown with components, a dictionary, a model of Warcraft, a cartridge
    ".meta": ("", ()),  # Unity's, or a graph of TensorFlow's, or anybody's
    ".mo": ("", ("mo", "elf")),  # Modelica, a compiled Gettext catalog, an object
    ".mod": ("", ("elf", "gzip", "mpeg")),  # gfortran compresses what it knows of a module
    ".mts": ("", ("mpeg-ts",)),  # TypeScript, or what a camcorder recorded
    ".node": ("a library", ("elf", "mach-o", "pe")),
    ".o": ("an object file", ("ar", "bitcode", "elf", "gzip", "mach-o", "pe", "wasm")),
    ".obj": ("", ("elf", "mach-o", "pe")),  # shapes, or object code
    ".ocx": ("a library", ("pe",)),
    ".orc": ("", ("orc",)),  # Csound, or columns of Hive's
    ".p": ("", ("gzip", "pickle", "zip")),  # OpenEdge, or Python's data
    ".p12": ("a store of keys", ("der",)),
    ".pdf_tex": ("", ("pdf",)),
    ".pfx": ("a store of keys", ("der",)),
    ".pickle": ("data", ("bzip2", "gzip", "lz4", "lzma", "npy", "pickle", "xz", "zip", "zstd")),
    ".pkl": ("data", ("bzip2", "gzip", "lz4", "lzma", "npy", "pickle", "xz", "zip", "zstd")),
    # XML, binary, or compressed by the program that owns it
    ".plist": ("", ("bplist", "bzip2", "gzip", "lz4", "sqlite", "xz", "zip", "zstd")),
    ".pm": ("", ("ole",)),  # Perl, or PageMaker
    ".pml": ("", ()),  # Promela, or what Process Monitor saw
    ".pot": ("", ("ole",)),  # a template of Gettext's, or of PowerPoint's
    ".pp": ("", ()),  # Puppet, Pascal, a compiled policy of SELinux
    ".ppt": ("PowerPoint", ("ole", "zip")),
    ".prefab": ("", ()),  # Unity has either form
    ".prefs": ("", ()),
    ".pro": ("", ("zip", "gzip")),
    ".ps": ("", ("eps",)),  # may begin with a binary preview
    ".pt": ("a model", ("gzip", "pickle", "safetensors", "tar", "zip")),
    ".pth": ("a model", ("gzip", "pickle", "safetensors", "tar", "zip")),
    ".pub": ("", ("der", "ole")),  # a key, or Publisher's
    ".rda": ("data", ("bzip2", "gzip", "xz", "zstd")),
    ".rdata": ("data", ("bzip2", "gzip", "xz", "zstd")),
    ".rds": ("data", ("bzip2", "gzip", "xz", "zstd")),
    ".res": ("", ("elf", "mach-o", "pe", "zip")),
    ".rsc": ("", ("zip", "gzip")),
    ".rtf": ("", ("ole", "rtf")),
    ".sch": ("", ("ole", "zip", "gzip")),
    ".sci": ("", ()),  # Scilab, or a database of Quartus
    ".scm": ("", ()),  # Scheme, or a map of StarCraft's
    ".sha1": ("", ()),
    ".sha256": ("", ()),
    ".sha512": ("", ()),
    ".smk": ("", ()),  # Snakemake, or a video of Smacker's
    ".sml": ("", ()),  # Standard ML, or a map of ERDAS
    ".snap": ("", ("squashfs",)),  # Snap, or a test's snapshot
    ".so": ("a library", ("elf", "mach-o", "pe", "ar")),  # or a linker's script
    ".sol": ("", ()),  # Solidity, or what Flash remembered
    ".st": ("", ("gzip", "zip")),  # Smalltalk and others, a disk of the Atari ST, a state of an emulator
    ".stl": ("STL", ("rtf",)),  # the header of a binary one is free text
    ".strings": ("", ("bplist",)),
    ".sv": ("", ()),  # SystemVerilog, or a state that a game saved
    ".sys": ("a driver", ("pe",)),
    ".ts": ("", ("mpeg-ts",)),  # MPEG transport stream
    ".txt": ("text", ("rtf",)),
    ".unity": ("", ()),
    ".vb": ("", ()),  # Visual Basic, or a cartridge of the Virtual Boy
    ".vhd": ("", ()),  # VHDL, or a disk
    ".vmdk": ("a disk", ("vmdk",)),
    ".xls": ("Excel", ("ole", "zip")),  # Excel opens either, and text
}
# Well-known names without an extension that claim no language, in lower case, and what a message calls them: no page is
# ever right under them. Here, and not in never_a_page, so that a page of any other such name costs no import.
KNOWN_NAMES: dict[str, str] = {
    "authorized_keys": "a key",
    "checksums": "checksums",
    "codeowners": "a list",
    "configure": "a program",
    "id_dsa": "a key",
    "id_ecdsa": "a key",
    "id_ed25519": "a key",
    "id_rsa": "a key",
    "inrelease": "a list",
    "install-sh": "a program",
    "known_hosts": "a key",
    "md5sums": "checksums",
    "pkg-info": "settings",
    "procfile": "settings",
    "sha1sums": "checksums",
    "sha256sums": "checksums",
    "sha512sums": "checksums",
    "shasums": "checksums",
    "version": "a version",
}
