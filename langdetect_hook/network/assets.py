"""The trained assets: one folder whose files belong together, and refuse to load apart.

| file | what it holds |
|---|---|
| model.tsv | a line a fact: tokenizer version, shapes, output scale, and the size and checksum of each file below |
| vocabulary.txt | the single tokens, one a line, in row order |
| ngrams.npy | sorted keys of pairs and triples, uint64 [F - tokens] |
| hidden_weights.npy | uint8 [F, H], a weight plus 128 |
| hidden_units.npy | float64 [2, H]: scale and bias of each hidden unit |
| output_weights.npy | uint32 [H, L], a weight plus 1,024 |
| output_bias.npy | int32 [L] |
| labels.tsv | the labels in column order, with what the verdict knows of each |
| decision.tsv | how sure it is that a name is wrong: an additive model (see `additive`), a quantity a row |
| thresholds.tsv | the numbers that the verdict is decided by, a row each: name, value, what it is for |
| languages.tsv | what file names claim (see `claims`); the one file that may change without the others |
| metadata.json | how all this was made and how well it did; never read by `check` |
"""

from __future__ import annotations

import os
from zlib import crc32

from langdetect_hook.claims import Claims, bundled
from langdetect_hook.failure import Failure
from langdetect_hook.files.content import of_regular_file, read_count, read_whole
from langdetect_hook.network.exact import Network
from langdetect_hook.network.thresholds import read_thresholds
from langdetect_hook.network.tokenizer import TOKENIZER_VERSION
from langdetect_hook.network.vocabulary import Vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.network.additive import Additive
    from langdetect_hook.network.thresholds import Thresholds

FORMAT_VERSION = 5
# From this many files on, numpy pays for the time that it takes to load.
MANY_FILES = 1_000
ARRAYS = {
    "hidden_units.npy": "<f8",
    "hidden_weights.npy": "|u1",
    "ngrams.npy": "<u8",
    "output_bias.npy": "<i4",
    "output_weights.npy": "<u4",
}
DECISION = "decision.tsv"
FILES = (*ARRAYS, DECISION, "labels.tsv", "thresholds.tsv", "vocabulary.txt")
LANGUAGE_TABLE = "languages.tsv"
METADATA = "metadata.json"
# A checksum of megabytes would cost each commit milliseconds: of large files only both ends are summed.
_CHECKED_BYTES = 65_536
_LARGEST_TABLE = 64 << 20  # bytes: a folder of assets may come with a stranger's repository


class Label:
    """A label of the network and what the verdict knows of it.

    `projects`: how many independent projects it was learned from; `prevalence`: how often its names are met, from 0 for
    rare ones to 2 for those in every repository; `near`: the languages that its own files are taken for now and then,
    with how much more often than an unrelated one, as a natural logarithm ("Java=1.20,Vala=2.50"); `kin`: those that no
    file of it is accused of being ("Haskell,Elm"), since too few projects are known of one of the two.
    """

    __slots__ = ("kin", "name", "near", "prevalence", "projects")

    def __init__(self, name: str, projects: int, prevalence: int = 1, near: str = "", kin: str = "") -> None:
        self.kin = kin
        self.name = name
        self.near = near
        self.projects = projects
        self.prevalence = prevalence

    def near_to(self, language: str) -> float:
        """How much more often its files are taken for `language` than for an unrelated one; 0 where it is one."""
        for pair in self.near.split(","):  # a handful, looked up only for files that look foreign
            name, _, more = pair.rpartition("=")
            if name == language:
                return float(more)
        return 0.0


class Model:
    """What a folder of assets holds, ready for use."""

    __slots__ = (
        *("_decision", "claims", "facts", "folder", "label", "labels"),
        *("logits", "network", "thresholds", "vocabulary"),
    )

    def __init__(
        self,
        folder: str,
        facts: dict[str, str],
        labels: list[Label],
        thresholds: Thresholds,
        vocabulary: Vocabulary,
        network: Network,
        claims: Claims,
    ) -> None:
        self._decision: Additive | None = None
        self.claims = claims
        self.folder = folder
        self.facts = facts
        self.labels = labels
        self.label = {label.name: label for label in labels}
        self.thresholds = thresholds
        self.vocabulary = vocabulary
        self.network = network
        self.logits = network.logits

    @property
    def decision(self) -> Additive:
        """How sure it is that a name is wrong: read at the first suspicion, which hardly any check has. Failure: the
        file is gone, or damaged."""
        if self._decision is None:
            from langdetect_hook.network.additive import read_additive

            try:
                self._decision = read_additive(_read(self.folder, DECISION).decode())
            except (OSError, ValueError):
                raise _damaged(self.folder) from None
        return self._decision

    def prepare_for_many(self) -> None:
        """Spend some 100 ms once, so that each of many files costs less; no answer changes. Without numpy (the extra
        `fast`) all stays as it is."""
        self.vocabulary.index()
        # One file's product is too small for several threads; pre-commit and --jobs already start several processes.
        for library in ("OPENBLAS", "OMP", "MKL"):
            os.environ.setdefault(f"{library}_NUM_THREADS", "1")
        try:
            from langdetect_hook.network.batch import BatchNetwork
        except ImportError:  # also where numpy is there, but made for another Python
            return
        self.logits = BatchNetwork(self.network).logits


def bundled_folder() -> str:
    """The folder of the assets that came with the package."""
    import langdetect_hook.model_assets

    return os.path.dirname(os.path.abspath(langdetect_hook.model_assets.__file__ or ""))


def load(folder: str | None = None) -> Model:
    """The model in `folder` (default: the bundled one). Failure: a file is missing, or does not fit the others."""
    claims = bundled() if folder is None else Claims(os.path.join(folder, LANGUAGE_TABLE))
    folder = bundled_folder() if folder is None else folder
    try:
        facts = dict(line.split("\t", 1) for line in _read(folder, "model.tsv").decode().splitlines())
        _require(facts.get("format") == str(FORMAT_VERSION), folder, "they are of another format")
        _require(facts.get("tokenizer") == str(TOKENIZER_VERSION), folder, "they are of another tokenizer version")
        for name in FILES:
            _require(
                facts.get(name) == fingerprint(os.path.join(folder, name)),
                folder,
                f"{name} is not the file they were made with",
            )
        return _assemble(folder, facts, claims)
    except OSError as error:
        raise Failure(f"the model assets in {folder} cannot be read: {error.strerror or error}") from None
    except (ValueError, KeyError, UnicodeDecodeError):
        raise _damaged(folder) from None


def fingerprint(path: str) -> str:
    """Size and checksum of a file, as model.tsv lists them: of large files the first and last 64 KiB count."""
    return of_regular_file(path, _fingerprint)


def _fingerprint(descriptor: int, size: int) -> str:
    checksum = crc32(read_count(descriptor, _CHECKED_BYTES))
    if size > 2 * _CHECKED_BYTES:
        os.lseek(descriptor, -_CHECKED_BYTES, os.SEEK_END)
    return f"{size} {crc32(read_count(descriptor, _CHECKED_BYTES), checksum):08x}"


def _assemble(folder: str, facts: dict[str, str], claims: Claims) -> Model:
    labels = [
        Label(name, int(projects), int(prevalence), near, kin)
        for name, projects, prevalence, near, kin in (
            line.split("\t") for line in _read(folder, "labels.tsv").decode().splitlines()[1:]
        )
    ]
    thresholds = read_thresholds(_read(folder, "thresholds.tsv").decode())
    arrays = {name: _array(folder, name) for name in ARRAYS}
    units = int(facts["units"])
    vocabulary = Vocabulary(_read(folder, "vocabulary.txt").decode().split("\n"), arrays["ngrams.npy"].cast("Q"))
    hidden_units = arrays["hidden_units.npy"].cast("d")
    network = Network(
        labels=[label.name for label in labels],
        hidden_weights=arrays["hidden_weights.npy"],
        hidden_scale=hidden_units[:units].tolist(),
        hidden_bias=hidden_units[units:].tolist(),
        output_weights=arrays["output_weights.npy"],
        output_scale=float(facts["output_scale"]),
        output_bias=arrays["output_bias.npy"].cast("i").tolist(),
    )
    rows, columns = len(vocabulary), len(labels)
    fits = (
        arrays["hidden_weights.npy"].nbytes == rows * units
        and hidden_units.nbytes == 16 * units
        and arrays["output_weights.npy"].nbytes == 4 * units * columns
        and len(network.output_bias) == columns
    )
    _require(fits, folder, "their arrays do not fit each other")
    return Model(folder, facts, labels, thresholds, vocabulary, network, claims)


def _array(folder: str, name: str) -> memoryview:
    """The bytes of an .npy file (numpy.lib.format, version 1.0) behind its header, mapped, not read."""
    from mmap import ACCESS_READ, mmap
    from sys import byteorder

    _require(byteorder == "little", folder, "this machine's byte order is not theirs")

    def mapped(descriptor: int, size: int) -> memoryview:
        return memoryview(mmap(descriptor, 0, access=ACCESS_READ))

    data = of_regular_file(os.path.join(folder, name), mapped)
    if bytes(data[:8]) != b"\x93NUMPY\x01\x00":
        raise ValueError(name)
    start = 10 + int.from_bytes(data[8:10], "little")
    if f"'descr': '{ARRAYS[name]}', 'fortran_order': False" not in bytes(data[10:start]).decode("latin-1"):
        raise ValueError(name)
    return data[start:]


def _read(folder: str, name: str) -> bytes:
    return read_whole(os.path.join(folder, name), _LARGEST_TABLE)


def _damaged(folder: str) -> Failure:
    return Failure(f"the model assets in {folder} are damaged: install again, or train again")


def _require(holds: bool, folder: str, otherwise: str) -> None:
    if not holds:
        raise Failure(f"the model assets in {folder} cannot be used: {otherwise}")
