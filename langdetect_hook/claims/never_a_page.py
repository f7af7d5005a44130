"""Names under which no page is ever right, though they claim no language, or one that takes nearly any text: keys,
checksums, lock files, settings, and binaries that have no signature.

An entry a row: the extension, or the full name in lower case, and what a message expects there where the name itself
claims no language. Names without an extension are in `KNOWN_NAMES`. Not here: `.txt` and `.log` (prose and output may
be anything), `.doc` and `.xls` (which programs write as HTML on purpose), endings of which some are templates (`.dat`,
`.data`, `.in`, `.out`), and `.snap` (a page may be rendered into it).
"""

from __future__ import annotations

from langdetect_hook.claims.binary_names import KNOWN_NAMES

BINARY = "binary data"
CERTIFICATE = "a certificate"
CHECKSUMS = "checksums"
CODE = "a program"
DATA = "data"
FONT = "a font"
KEY = "a key"
LIST = "a list"
LOCK_FILE = "a lock file"
MODEL = "a model"
SETTINGS = "settings"
SIGNATURE = "a signature"
STORE = "a store of keys"
SUBTITLES = "subtitles"

NEVER_A_PAGE: dict[str, str] = {
    ".a": BINARY,
    ".asc": SIGNATURE,
    ".bin": BINARY,
    ".cab": "an archive",
    ".cer": CERTIFICATE,
    ".cfg": SETTINGS,
    ".ckpt": MODEL,
    ".cnf": SETTINGS,
    ".conf": SETTINGS,
    ".crl": CERTIFICATE,
    ".crt": CERTIFICATE,
    ".csr": CERTIFICATE,
    ".db": "a database",
    ".der": CERTIFICATE,
    ".desktop": SETTINGS,
    ".diff": "a patch",
    ".dll": BINARY,
    ".dmg": BINARY,
    ".dockerignore": LIST,
    ".dylib": BINARY,
    ".editorconfig": SETTINGS,
    ".eot": FONT,
    ".exe": BINARY,
    ".gguf": MODEL,
    ".gitattributes": SETTINGS,
    ".gitignore": LIST,
    ".gitmodules": SETTINGS,
    ".gpg": KEY,
    ".h5": DATA,
    ".ics": "a calendar",
    ".ini": SETTINGS,
    ".ipynb": "a notebook",
    ".iso": BINARY,
    ".jks": STORE,
    ".joblib": DATA,
    ".key": KEY,
    ".keystore": STORE,
    ".lib": BINARY,
    ".lock": LOCK_FILE,
    ".lockfile": LOCK_FILE,
    ".mailmap": LIST,
    ".md5": CHECKSUMS,
    ".minisig": SIGNATURE,
    ".mo": "a catalog",
    ".msi": BINARY,
    ".node-version": "a version",
    ".npmignore": LIST,
    ".npmrc": SETTINGS,
    ".npy": DATA,
    ".npz": DATA,
    ".nvmrc": "a version",
    ".o": BINARY,
    ".onnx": MODEL,
    ".p12": STORE,
    ".p7b": CERTIFICATE,
    ".parquet": DATA,
    ".patch": "a patch",
    ".pb": MODEL,
    ".pdb": BINARY,
    ".pem": "PEM",
    ".pfx": STORE,
    ".pickle": DATA,
    ".pkl": DATA,
    ".properties": SETTINGS,
    ".pt": MODEL,
    ".pth": MODEL,
    ".pub": KEY,
    ".python-version": "a version",
    ".reg": "a registry file",
    ".ruby-version": "a version",
    ".safetensors": MODEL,
    ".service": SETTINGS,
    ".sha1": CHECKSUMS,
    ".sha256": CHECKSUMS,
    ".sha256sum": CHECKSUMS,
    ".sha512": CHECKSUMS,
    ".sig": SIGNATURE,
    ".sign": SIGNATURE,
    ".snk": KEY,
    ".so": BINARY,
    ".socket": SETTINGS,
    ".srt": SUBTITLES,
    ".tflite": MODEL,
    ".timer": SETTINGS,
    ".tool-versions": SETTINGS,
    ".ttc": FONT,
    ".vcf": "contacts",
    ".vtt": SUBTITLES,
    ".whl": "a wheel",
    ".yarnrc": SETTINGS,
    "androidmanifest.xml": DATA,
    "bun.lockb": LOCK_FILE,
    "checksums.txt": CHECKSUMS,
    "composer.json": DATA,
    "config.guess": CODE,
    "config.sub": CODE,
    "go.mod": "a module",
    "go.sum": CHECKSUMS,
    "npm-shrinkwrap.json": LOCK_FILE,
    "package-lock.json": LOCK_FILE,
    "package.json": DATA,
    "package.resolved": LOCK_FILE,
    "packages.lock.json": LOCK_FILE,
    "pnpm-lock.yaml": LOCK_FILE,
    "pom.xml": DATA,
    "robots.txt": "rules for robots",
    "sha256sums.txt": CHECKSUMS,
    "tsconfig.json": SETTINGS,
}
# Names that have something of anybody's in their middle: how they begin and end.
NEVER_A_PAGE_BETWEEN = (
    (".env", "", SETTINGS),
    ("constraints", ".txt", "requirements"),
    ("requirements", ".txt", "requirements"),
)


def expected_under(name: str, extension: str) -> str:
    """What a message expects under a name (the last part of a path) that is never a page's; "" for all other names."""
    lowered = name.lower()
    known = NEVER_A_PAGE.get(lowered) or NEVER_A_PAGE.get(extension) or KNOWN_NAMES.get(lowered)
    if known:
        return known
    for start, end, words in NEVER_A_PAGE_BETWEEN:
        if lowered.startswith(start) and lowered.endswith(end) and not lowered[len(start) :][:1].isalpha():
            return words
    return ""
