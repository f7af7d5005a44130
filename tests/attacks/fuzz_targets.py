"""What the coverage-guided fuzzer drives: each target takes any bytes, and raises where a promise is broken.

Nothing here needs the fuzzer, so the ordinary tests run each target on the seeds. The first bytes of an input choose:
the name, how the rest becomes a content, what git would know of it. So one mutation crosses a text of one language with
another's name, which is the way to the slow half of the road.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple
from xml.parsers import expat

from langdetect_hook import verdict
from langdetect_hook.check import decide
from langdetect_hook.claims import Claims, marked_language
from langdetect_hook.claims.binary_names import ALLOWED
from langdetect_hook.claims.declared import is_made_for, modelines, pragma
from langdetect_hook.claims.first_lines import told
from langdetect_hook.commands.answer import answer
from langdetect_hook.configuration import BASELINE, OWN_FILE, baseline, globs, reading
from langdetect_hook.evidence.containers import COMPRESSED, kind_of, suffix_of
from langdetect_hook.evidence.formats import FORMATS
from langdetect_hook.evidence.magic_numbers import begins_as, format_of, may_begin_as
from langdetect_hook.failure import Failure
from langdetect_hook.files.content import Content, content_from_bytes
from langdetect_hook.files.git import ATTRIBUTES
from langdetect_hook.files.places import MISSING, TRACKED, TRACKED_ELSEWHERE, UNTRACKED
from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.languages.code import code_of
from langdetect_hook.languages.parsers import is_json_document, parses_as
from langdetect_hook.languages.python_text import reads_as_python, tree_of
from langdetect_hook.languages.signs import lacks_sign
from langdetect_hook.languages.whole_texts import proven
from langdetect_hook.network import assets
from langdetect_hook.network.additive import read_additive
from langdetect_hook.network.excerpt import excerpt, windows
from langdetect_hook.network.thresholds import read_thresholds
from langdetect_hook.network.tokenizer import SHAPES, canonical, shape, split
from langdetect_hook.report import CHECK_FORMATS, STATISTICS, Report, verdict_text
from langdetect_hook.report.rules import EVERY_RULE, RULES
from langdetect_hook.verdict import Verdict
from tests.evidence.test_ld008_magic import SAMPLES
from tests.healthy_texts import healthy_texts
from tests.planted import planted

PIECE_BYTES = 800  # of each file: enough to look like its language
HEADER = 6  # bytes: name (2), shape, piece, what git knows, rules
ODD_NAMES = (
    *("", ".", "..", "/", "a", "a/", ".a", "a.", "a..py", ".py", "a.PY", "A.pY.J2", "a.b.c.d.e.f.in", "a.html.js.py"),
    *("-rf", "--help", "::error::a.json", "##[error]a.py", "##vso[a]a.py", "a\nb.py", "a\r.py", "a\tb.json", "a\0.py"),
    *("\x1b[31ma.py", "\u202ea.py", "\u200ba.json", "\udcff.py", "a\udcff/b.json", "\ud800.py", "ü.py", "a b.py"),
    *("x" * 300 + ".py", "a/" * 200 + "a.json", "\\a.py", "C:\\a.py", "a:b.py", "a'b\".py", "$(a).py", "%s.py"),
)
# What is not in a name's text, but in what a commit has beside it.
SAID = ("", "unset", "set", "html", "Python", "C++", "common-lisp", "no such language", "lfs", "utf-16", "3", "-1", "ß")
PLACES = (TRACKED, TRACKED_ELSEWHERE, UNTRACKED, MISSING)
# Of the audit events of the interpreter, those of which nothing that reads a content may cause one.
FORBIDDEN = {
    *("os.exec", "os.fork", "os.posix_spawn", "os.remove", "os.rename", "os.spawn", "os.system", "pickle.find_class"),
    *("shutil.rmtree", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "urllib.Request"),
}


class Broken(AssertionError):
    """A promise that an input breaks."""


def require(holds: object, words: str) -> None:
    """Broken, unless it holds."""
    if not holds:
        raise Broken(words)


class Piece(NamedTuple):
    """A file of the tests: a name, and what it holds."""

    path: str
    raw: bytes


@lru_cache(maxsize=1)
def pieces() -> tuple[Piece, ...]:
    """What the ordinary tests have in files of its own, healthy and planted."""
    files = [*healthy_texts(), *planted()]
    return tuple(Piece(file.path, file.text.encode("utf-8", "surrogateescape")[:PIECE_BYTES]) for file in files)


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """A name for each row of the table and each binary extension, names of the pieces, and odd ones."""
    patterns = [pattern for pattern, _ in model().claims.patterns()]
    of_table = [pattern.replace("*", "a", 1) for pattern in patterns]
    return (*of_table, *(f"a{suffix}" for suffix in ALLOWED), *(piece.path for piece in pieces()), *ODD_NAMES)


@lru_cache(maxsize=1)
def model() -> assets.Model:
    """The bundled model, ready for many texts."""
    loaded = assets.load()
    loaded.prepare_for_many()
    return loaded


@lru_cache(maxsize=1)
def folder() -> Path:
    """A folder for the few targets that read files; in memory where there is such a place."""
    return Path(mkdtemp(prefix="fuzz", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None))


class Input:
    """An input of the whole road: what its first bytes choose, and the content that they make of the rest."""

    def __init__(self, data: bytes) -> None:
        head, self.rest = data[:HEADER].ljust(HEADER, b"\0"), data[HEADER:]
        self.path = names()[int.from_bytes(head[:2], "big") % len(names())]
        self.shape, self.piece, self.world = head[2], pieces()[head[3] % len(pieces())], head[4]
        self.rules = EVERY_RULE if head[5] % 2 else frozenset([sorted(EVERY_RULE)[head[5] // 2 % len(EVERY_RULE)]])
        self.content = content_from_bytes(SHAPES_OF_CONTENT[self.shape % len(SHAPES_OF_CONTENT)](self))

    def attributes(self, path: str) -> dict[str, str]:
        """What .gitattributes says; of most inputs nothing."""
        if not self.world % 4:
            return {}
        name = ATTRIBUTES[self.world // 4 % len(ATTRIBUTES)]
        return {name: SAID[self.shape % len(SAID)] or self.piece.path}

    def neighbours(self, path: str, most: int) -> Iterable[Iterable[Content]]:
        """What was committed beside the file."""
        same = [self.content] * (self.world % 3)
        return same[:most], [content_from_bytes(self.piece.raw)][:most]

    def mentions(self, path: str) -> str | None:
        return ("", None, "docs/a.md")[self.world % 3]

    def place(self, path: str) -> str:
        return PLACES[self.world % len(PLACES)]


SHAPES_OF_CONTENT: tuple[Callable[[Input], bytes], ...] = (
    lambda one: one.rest,
    lambda one: one.piece.raw + one.rest,
    lambda one: one.rest + one.piece.raw,
    lambda one: one.piece.raw[: len(one.rest)] + one.rest,
    lambda one: (one.rest or b"x") * (1 + 1000 // (1 + len(one.rest))),
    lambda one: one.rest.replace(b"\n", b"\r\n"),
    lambda one: one.rest.decode("latin-1").encode("utf-16"),
    lambda one: one.rest.decode("latin-1").encode("utf-16-le"),
    lambda one: b"\xef\xbb\xbf" + one.rest,
    lambda one: one.piece.raw.replace(b"\n", b"\n" + one.rest[:60], 9),
    lambda one: one.piece.raw[: one.world * 8] + one.rest[:200] + one.piece.raw[one.world * 8 :],
    lambda one: b"#!/usr/bin/env " + one.rest,
)  # fmt: skip


def of_verdict(data: bytes) -> None:
    """Content to verdict: a verdict of a known rule, certainties between 0 and 1, words that nobody obeys, and for a
    share of the inputs the same answer twice."""
    one = Input(data)
    found = found_in(one)
    for each in found:
        _require_sound(each, one.content)
        _require_escaped(verdict_text(each))
    if one.world % 8 == 7:
        require(list(map(_plain, found)) == list(map(_plain, found_in(one))), "another answer to the same")


def found_in(one: Input) -> list[Verdict]:
    """The verdicts on an input. Broken: a share that is none."""
    known = (one.attributes, one.neighbours, one.mentions, one.place)
    decision = decide(one.path, one.content, one.rules, model(), *known)
    suspected = decision.suspicion
    for share in (suspected.certainty, suspected.probability, suspected.share, suspected.needed):
        require(-1e-9 <= share <= 1 + 1e-9, f"a share of {share}")
    return verdict.of(decision)


def _plain(one: Verdict) -> tuple[object, ...]:
    return tuple(getattr(one, name) for name in Verdict.__slots__)


def _require_sound(one: Verdict, content: Content) -> None:
    require(one.verdict in (verdict.OK, verdict.MISMATCH, verdict.UNSURE, verdict.SKIPPED), f"verdict {one.verdict}")
    require((one.verdict == verdict.MISMATCH) == (one.rule in RULES), f"{one.verdict} of the rule {one.rule}")
    require(one.probability is None or 0 <= one.probability <= 1 + 1e-9, f"probability {one.probability}")
    if one.verdict == verdict.MISMATCH:
        require(one.message and one.line, "a finding without words or line")
        require(1 <= (one.line or 0) <= max(1, content.raw.count(b"\n") + content.raw.count(b"\r") + 1), "no such line")


def _require_escaped(text: str) -> None:
    for line in text.split("\n"):
        require(line.isprintable(), f"not escaped: {line!r}")
        require(not line.lstrip().startswith("::"), f"a workflow command: {line!r}")
        require("##[" not in line and "##vso[" not in line, f"a workflow command: {line!r}")


def of_classify(data: bytes) -> None:
    """Content to language: one that the model or a parser knows, with a probability."""
    said = answer(model(), Input(data).content)
    require(said.language is None or said.language in LANGUAGE_OF, f"language {said.language}")
    require((said.language is None) == (said.by is None), "by nothing")
    if said.prediction is not None:
        require(0 <= said.prediction.probability <= 1 + 1e-9, "no probability")


def of_tokens(data: bytes) -> None:
    """Bytes to text to tokens, and what the first and last lines declare."""
    content = content_from_bytes(data)
    text = content.text or ""
    tokens = split(text)
    require(tokens[0].startswith("\n"), "the first token is no line start")
    require(sum(map(len, tokens)) <= len(text) + 1, "more tokens than text")
    for token in set(tokens):
        require(shape(canonical(token)) in SHAPES, f"no shape: {token!r}")
    counts = model().vocabulary.counts(text)
    require(all(0 <= row < len(model().vocabulary) for row in counts), "no such row")
    require(len(excerpt(text * 9)) <= 16_400, "a long excerpt")
    list(windows(text, 3, 4)), pragma(content), modelines(text), told(text), is_made_for("a", text)


def of_parsers(data: bytes) -> None:
    """Text to tree: each parser says yes or no; Python also as older and newer versions have it."""
    languages = _parsed_languages()
    language, text = languages[data[0] % len(languages)] if data else "JSON", _text(data[1:])
    require(parses_as([language], text, 3) in (language, None), "another language")
    if language == "Python":
        tree_of(text), reads_as_python(text, 0.9)
    elif language == "JSON":
        is_json_document(text)


@lru_cache(maxsize=1)
def _parsed_languages() -> tuple[str, ...]:
    """The first language of each parser, Python four times: its rewriting has the most expressions."""
    firsts = {known.parser: name for name, known in LANGUAGE_OF.items() if known.parser}
    return (*firsts.values(), "Python", "Python", "Python")


def _text(data: bytes) -> str:
    return content_from_bytes(data).text or ""


def of_code(data: bytes) -> None:
    """Text to code without strings and comments, by the lexer of any language; signs, marks and proofs of it."""
    languages = tuple(LANGUAGE_OF)
    language, text = languages[data[0] % len(languages)] if data else "C", _text(data[1:])
    code = code_of(text, language)
    if code is not None:
        require(len(code.left(True)) <= 4 * len(text) + 80, "more code than text")
    lacks_sign(language, text)
    proven(text, [language])
    marked_language(_marked(data[0] if data else 0), text)


@lru_cache(maxsize=256)
def _marked(place: int):  # type: ignore[no-untyped-def]
    """A claim that has marks."""
    keys = [key[2:].replace("*", "a", 1) for key in model().claims.table() if key.startswith("/!")]
    return model().claims.of(keys[place % len(keys)])


def of_magic(data: bytes) -> None:
    """Bytes to binary format: signatures, structures, containers and what is packed in them."""
    found = format_of(data)
    require(found is None or found in FORMATS, f"format {found}")
    for name in (*((found,) if found else ()), *COMPRESSED, "ole", "zip"):
        require(kind_of(name, data).name, "a kind without a name")
        require(isinstance(suffix_of(name, data, ".x", len(data) % 2 == 0), str), "no suffix")
    if data:  # an empty file is nobody's
        begins_as(data, tuple(FORMATS))
        may_begin_as(data, tuple(FORMATS))


_FILES = (OWN_FILE, "pyproject.toml", "setup.cfg", BASELINE)
_HEADS = (b"", b"[tool.langdetect-hook]\n", b"[langdetect-hook]\n", baseline.HEAD.encode())


def of_settings(data: bytes) -> None:
    """A configuration, a baseline or a glob: it is read, or refused in one sentence."""
    chosen, rest = (data[0] if data else 0), data[1:]
    if chosen % 5 == 4:
        _glob(rest)
        return
    path = str(folder() / _FILES[chosen % 5])
    with open(path, "wb") as stream:
        stream.write(_HEADS[chosen % 5] * (chosen // 5 % 2) + rest)
    try:
        baseline.read(path) if chosen % 5 == 3 else reading.read(path)
    except Failure as failure:
        require(len(str(failure)) < 5000, "a long sentence")


def _glob(data: bytes) -> None:
    glob, _, path = data.decode("utf-8", "surrogateescape").partition("\n")
    try:
        verified = reading.VERIFIED["globs"]([glob])
    except reading.Wrong:
        return
    globs.matches(path, verified[0])


def of_report(data: bytes) -> None:
    """Words to every format: nothing of a path or a message is obeyed, and what other programs read is well-formed."""
    fields = [part.decode("utf-8", "surrogateescape") for part in data[1:].split(b"\xfe")] + [""] * 4
    one = Verdict(
        fields[0].replace("\0", "") or "a", verdict.MISMATCH if len(data) % 3 else verdict.ERROR, fields[1], "LD003",
        1, fields[2], None, None, fields[1], fields[3],
    )  # fmt: skip
    formats = (*CHECK_FORMATS, STATISTICS)
    name = formats[data[0] % len(formats)] if data else "text"
    stream, errors = io.StringIO(), io.StringIO()
    report = Report(name, stream, errors)
    report.add(one)
    require(report.close() in (1, 2), "no status")
    _require_well_formed(name, stream.getvalue())
    _require_escaped(errors.getvalue())


def _require_well_formed(name: str, text: str) -> None:
    if name in ("json", "jsonl", "gitlab", "sarif"):
        require(text.isascii(), "half surrogates")
        json.loads(text)
    elif name in ("checkstyle", "junit"):
        expat.ParserCreate().Parse(text.encode(), True)
    elif name == "github":
        require(text.count("\n") == text.count("::error ") or "\\" in text, "another line")
        require(all(line.startswith("::error ") for line in text.splitlines()), "another command")
    else:
        _require_escaped(text)


def of_tables(data: bytes) -> None:
    """The tables of a folder of assets that a stranger wrote: read, or refused."""
    chosen, text = (data[0] if data else 0) % 3, _text(data[1:])
    reader, refusal = ((read_additive, ValueError), (read_thresholds, ValueError), (_claims, Failure))[chosen]
    try:
        reader(text)
    except (refusal, Failure):
        return


def _claims(text: str) -> None:
    path = folder() / "languages.tsv"
    path.write_text(text, encoding="utf-8", errors="replace")
    table = Claims(str(path))
    for name in ("a.py", "a.json.j2", "Makefile", "a", "CMakeLists.txt.in", *ODD_NAMES[:8]):
        table.of(name)
    table.patterns(), table.languages()


class Target(NamedTuple):
    """What is driven: `run` on any bytes, and how great a share of all executions it gets."""

    run: Callable[[bytes], None]
    share: float


TARGETS = {
    "verdict": Target(of_verdict, 0.05),
    "classify": Target(of_classify, 0.02),
    "tokens": Target(of_tokens, 0.05),
    "parsers": Target(of_parsers, 0.12),
    "code": Target(of_code, 0.03),
    "magic": Target(of_magic, 0.3),
    "settings": Target(of_settings, 0.12),
    "report": Target(of_report, 0.2),
    "tables": Target(of_tables, 0.11),
}


def seeds(name: str) -> list[bytes]:
    """Inputs to begin with: the files of the tests under their own names and under those of others, samples of binary
    formats, and files of its own."""
    return [*(_crossed() if name in ("verdict", "classify") else _plainly()), *_of_its_own(name)]


def _crossed() -> Iterator[bytes]:
    of_name = {path: place.to_bytes(2, "big") for place, path in enumerate(names())}
    for number, (path, raw) in enumerate(pieces()):
        other = of_name[pieces()[(number * 7 + 3) % len(pieces())].path]
        shape = 1 + number % (len(SHAPES_OF_CONTENT) - 1)
        yield of_name[path] + bytes((0, 0, 0, 1)) + raw
        yield other + bytes((0, 0, number % 256, 1)) + raw
        yield other + bytes((shape, number % 256, 7, 1)) + b"\n"
    for number, raw in enumerate(binary_samples()):
        yield (number * 11 % len(names())).to_bytes(2, "big") + bytes((0, 0, 0, 1)) + raw


def _plainly() -> Iterator[bytes]:
    yield from binary_samples()
    for number, piece in enumerate(pieces()):
        yield bytes((number % 256,)) + piece.raw


def binary_samples() -> list[bytes]:
    """The beginning of a file of each binary format."""
    samples = (sample[0] if isinstance(sample, tuple) else sample for sample in SAMPLES.values())
    return [sample[:4000] for sample in samples]


def _of_its_own(name: str) -> list[bytes]:
    """The files in the folder of a target; the number in their name is the first byte, which chooses."""
    files = sorted((Path(__file__).parent / "seeds" / name).glob("*"))
    return [bytes((int(file.name.partition("-")[0]),)) + file.read_bytes() for file in files]


def watch() -> None:
    """Let whatever an input starts, connects to or removes be a broken promise."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event in FORBIDDEN:
            raise Broken(f"{event} {arguments}")

    sys.addaudithook(hook)
