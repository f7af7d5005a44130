"""The trained assets: one folder whose files belong together, and refuse to load apart.

| file | what it holds |
|---|---|
| model.tsv | a line a fact: tokenizer version, shapes, output scale, size and checksum of each file, itself too |
| vocabulary.txt | the single tokens, one a line, in row order |
| ngrams.npy | sorted keys of pairs, triples and gaps, uint64 [F - tokens] |
| hidden_weights.npy | uint8 [F, H], a weight plus 128 |
| hidden_checksums.npy | uint32, the checksum of each few rows of them (see `exact`) |
| hidden_units.npy | float64 [2, H]: scale and bias of each hidden unit |
| output_weights.npy | uint32 [H, L], a weight plus 1,024 |
| output_bias.npy | int32 [L] |
| labels.tsv | the labels in column order, with what the verdict knows of each |
| decision.tsv | how sure it is that a name is wrong: an additive model (see `additive`), a quantity a row |
| thresholds.tsv | the numbers that the verdict is decided by, a row each: name, value, what it is for |
| languages.tsv | what file names claim (see `claims`); the one file that is written anew without training |
| metadata.json | how all this was made and how well it did; never read by `check` |
"""

from __future__ import annotations

import os
from math import inf, isfinite

from langdetect_hook.claims import FACTS, Claims, fingerprint
from langdetect_hook.failure import Failure
from langdetect_hook.files.content import of_regular_file, read_whole
from langdetect_hook.network.exact import LARGEST_BIAS, MOST_UNITS, Network, are_output_weights, blocks_of
from langdetect_hook.network.thresholds import read_thresholds
from langdetect_hook.network.tokenizer import SHAPES, TOKENIZER_VERSION
from langdetect_hook.network.vocabulary import Vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.network.additive import Additive
    from langdetect_hook.network.thresholds import Thresholds

FORMAT_VERSION = 6
# From this many files on, numpy pays for the time that it takes to load.
MANY_FILES = 1_000
ARRAYS = {
    "hidden_checksums.npy": "<u4",
    "hidden_units.npy": "<f8",
    "hidden_weights.npy": "|u1",
    "ngrams.npy": "<u8",
    "output_bias.npy": "<i4",
    "output_weights.npy": "<u4",
}
DECISION = "decision.tsv"
LANGUAGE_TABLE = "languages.tsv"
# With their most bytes: a folder of assets may come with a stranger's repository, and short lines take many times as
# much memory as they have bytes.
_TEXTS = {
    DECISION: 64 << 10,
    "labels.tsv": 1 << 20,
    LANGUAGE_TABLE: 4 << 20,
    "thresholds.tsv": 64 << 10,
    "vocabulary.txt": 4 << 20,
}
FILES = (*ARRAYS, *_TEXTS)
METADATA = "metadata.json"
# The largest array, of which a file needs little. Of the bundled one, which an installer has verified, the rows that
# are read are summed up; a folder that somebody names is looked at as a whole.
_LARGEST = "hidden_weights.npy"
_LARGEST_FACTS = 64 << 10
_LARGEST_ARRAY = 256 << 20
_MOST_NAMES = (1 << 16) - 1  # what a key has room for; the last of 16 bits stands for any token of a gap
_MOST_LABELS = 4096
_LARGEST_SCALE = 1e6  # of a hidden unit or its bias: far above any that was learned, and no sum of it is infinite
# In a folder of assets: complete ones that are just taking their place, or were when `train` was killed.
NEXT = ".langdetect-hook-next"
_ATTEMPTS = 3


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
                return _logarithm(more)
        return 0.0


class Model:
    """What a folder of assets holds, ready for use."""

    __slots__ = (
        *("_decision", "_decision_table", "claims", "facts", "folder", "label", "labels"),
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
        decision_table: bytes,
    ) -> None:
        self._decision: Additive | None = None
        self._decision_table = decision_table
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
        """How sure it is that a name is wrong: made of its table at the first suspicion, which hardly any check has.
        Failure: the table is damaged."""
        if self._decision is None:
            from langdetect_hook.network.additive import read_additive

            try:
                self._decision = read_additive(self._decision_table.decode())
            except ValueError:
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
        self.network.require_sound()
        self.logits = BatchNetwork(self.network).logits


def bundled_folder() -> str:
    """The folder of the assets that came with the package."""
    import langdetect_hook.model_assets

    return os.path.dirname(os.path.abspath(langdetect_hook.model_assets.__file__ or ""))


def load(folder: str | None = None) -> Model:
    """The model in `folder` (default: the bundled one). Failure: a file is missing, or does not fit the others."""
    try:
        return _load(folder)
    except Failure:
        following = os.path.join(bundled_folder() if folder is None else folder, NEXT)
        if not os.path.isdir(following):
            raise
    return _load_replaced(folder, following)


def _load_replaced(folder: str | None, following: str) -> Model:
    """The model that takes its place at this moment, or that was to take it when `train` was killed."""
    for _ in range(_ATTEMPTS):
        for place in (following, folder):
            try:
                return _load(place)
            except Failure:  # it has just taken its place, or has not yet
                pass
    return _load(folder)


def _load(folder: str | None) -> Model:
    is_bundled = folder is None
    folder = bundled_folder() if folder is None else folder
    try:
        facts = _facts(folder)
        arrays = {name: _mapped(folder, name, facts.get(name, "")) for name in ARRAYS}
        for name, array in arrays.items():
            if name != _LARGEST or not is_bundled:
                _require_vouched(folder, facts, name, fingerprint(array))
        texts = {name: _text(folder, facts, name) for name in _TEXTS}
        labels = _labels(texts["labels.tsv"].decode())
        thresholds = read_thresholds(texts["thresholds.tsv"].decode())
        vocabulary = _vocabulary(texts["vocabulary.txt"].decode(), _numbers(arrays, "ngrams.npy").cast("Q"))
        network = _network(facts, arrays, labels, folder, len(vocabulary))
        _require(b"\n/+" in texts[LANGUAGE_TABLE], folder, f"{LANGUAGE_TABLE} has no languages: train again")
        claims = Claims(os.path.join(folder, LANGUAGE_TABLE), texts[LANGUAGE_TABLE])
        return Model(folder, facts, labels, thresholds, vocabulary, network, claims, texts[DECISION])
    except OSError as error:
        raise Failure(f"the model assets in {folder} cannot be read: {error.strerror or error}") from None
    except (ValueError, KeyError, TypeError):
        raise _damaged(folder) from None


def _facts(folder: str) -> dict[str, str]:
    """What model.tsv says, in this format and for this tokenizer, as it was written."""
    text = _read(folder, FACTS, _LARGEST_FACTS)
    facts = dict(line.split("\t", 1) for line in text.decode().splitlines())
    _require(facts.get("format") == str(FORMAT_VERSION), folder, "they are of another format: train again")
    _require(facts.get("tokenizer") == str(TOKENIZER_VERSION), folder, "they are of another tokenizer version")
    above = text[: text.rfind(f"{FACTS}\t".encode())]
    if text != above + f"{FACTS}\t{fingerprint(above)}\n".encode():
        raise _of_another(folder, FACTS)
    return facts


def _mapped(folder: str, name: str, vouched: str) -> memoryview:
    """The bytes of an array, mapped, not read. Failure: there are more or fewer than model.tsv says."""
    from mmap import ACCESS_READ, mmap

    def mapped(descriptor: int, size: int) -> memoryview:
        if vouched.partition(" ")[0] != str(size):
            raise _of_another(folder, name)
        _require(size <= _LARGEST_ARRAY, folder, f"{name} is larger than {_LARGEST_ARRAY:,} bytes")
        return memoryview(mmap(descriptor, 0, access=ACCESS_READ))

    return of_regular_file(os.path.join(folder, name), mapped)


def _text(folder: str, facts: dict[str, str], name: str) -> bytes:
    """A table. Failure: it is not the one that model.tsv vouches for."""
    raw = _read(folder, name, _TEXTS[name])
    _require_vouched(folder, facts, name, fingerprint(raw))
    return raw


def _require_vouched(folder: str, facts: dict[str, str], name: str, found: str) -> None:
    if facts.get(name) != found:
        raise _of_another(folder, name)


def _labels(text: str) -> list[Label]:
    rows = text.splitlines()[1:]
    if not 0 < len(rows) <= _MOST_LABELS:
        raise ValueError("labels")
    cells = [row.split("\t") for row in rows]
    return [Label(name, int(projects), int(prevalence), near, kin) for name, projects, prevalence, near, kin in cells]


def _vocabulary(text: str, keys: memoryview) -> Vocabulary:
    names = text.split("\n", _MOST_NAMES)
    vocabulary = Vocabulary(names, keys)
    if len(names) > _MOST_NAMES or not vocabulary.has(SHAPES):
        raise ValueError("vocabulary")
    return vocabulary


def _network(
    facts: dict[str, str], arrays: dict[str, memoryview], labels: list[Label], folder: str, rows: int
) -> Network:
    """The network, each of whose sums stays within a lane. Failure: its arrays do not fit each other."""
    units, scale = int(facts["units"]), float(facts["output_scale"])
    hidden_units = _numbers(arrays, "hidden_units.npy").cast("d")
    weights, output = _numbers(arrays, _LARGEST), _numbers(arrays, "output_weights.npy")
    bias = _numbers(arrays, "output_bias.npy").cast("i").tolist()
    checksums = _numbers(arrays, "hidden_checksums.npy").cast("I")
    fits = (
        weights.nbytes == rows * units
        and hidden_units.nbytes == 16 * units
        and output.nbytes == 4 * units * len(labels)
        and len(bias) == len(labels)
        and len(checksums) == blocks_of(rows)
    )
    _require(fits, folder, "their arrays do not fit each other")
    learned = hidden_units.tolist()
    sound = (
        0 < units <= MOST_UNITS
        and 0 < scale <= 1
        and all(abs(number) <= _LARGEST_SCALE for number in learned)  # which no NaN is
        and max(map(abs, bias)) <= LARGEST_BIAS
        and are_output_weights(output)
    )
    if not sound:
        raise ValueError("network")
    names = [label.name for label in labels]
    return Network(names, weights, learned[:units], learned[units:], output, scale, bias, checksums)


def _numbers(arrays: dict[str, memoryview], name: str) -> memoryview:
    """The bytes of an .npy file (numpy.lib.format, version 1.0) behind its header. ValueError: it holds others."""
    from sys import byteorder

    data = arrays[name]
    if byteorder != "little":
        raise Failure("the model assets cannot be used: this machine's byte order is not theirs")
    if bytes(data[:8]) != b"\x93NUMPY\x01\x00":
        raise ValueError(name)
    start = 10 + int.from_bytes(data[8:10], "little")
    if f"'descr': '{ARRAYS[name]}', 'fortran_order': False" not in bytes(data[10:start]).decode("latin-1"):
        raise ValueError(name)
    return data[start:]


def _read(folder: str, name: str, most: int) -> bytes:
    return read_whole(os.path.join(folder, name), most)


def _damaged(folder: str) -> Failure:
    return Failure(f"the model assets in {folder} are damaged: install again, or train again")


def _of_another(folder: str, name: str) -> Failure:
    return Failure(f"the model assets in {folder} cannot be used: {name} is not the file they were made with")


def _logarithm(text: str) -> float:
    """The logarithm that a cell of labels.tsv gives. Failure: it is none."""
    try:
        value = float(text)
    except ValueError:
        value = inf
    if not isfinite(value):
        raise Failure(f"the model assets cannot be used: {text!r} in labels.tsv is no logarithm")
    return value


def _require(holds: bool, folder: str, otherwise: str) -> None:
    if not holds:
        raise Failure(f"the model assets in {folder} cannot be used: {otherwise}")
