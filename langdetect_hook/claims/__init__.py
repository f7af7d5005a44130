"""What a file's name claims about its content: the first box on the road of a file.

Names are looked up in a table, `languages.tsv`, which `claims/make_table.py` writes and which lies with the model's
assets: full names first, then the longest known suffix, with template suffixes (`.j2`, `.in` …) stripped. A pattern
with an upper-case letter matches that spelling only, all others match any case. Keys that begin with a slash, as no
name does, are about languages ("/="), their traits ("/+"), template suffixes ("/~") and marks ("/!").
"""

from __future__ import annotations

import os
from bisect import bisect_left
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    # languages, accepts, covered, pattern, template, reason, marks: see Claim
    Row = tuple[tuple[str, ...], frozenset[str], bool, str, bool, str, tuple[tuple[str, str], ...]]

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# In a checkout model_assets/ stands beside the package; installed, inside it.
TABLE_PATH = os.path.join(_PACKAGE, "model_assets", "languages.tsv")
if not os.path.exists(TABLE_PATH):
    TABLE_PATH = os.path.join(os.path.dirname(_PACKAGE), "model_assets", "languages.tsv")

# What vouches for the files of a model, beside the table.
FACTS = "model.tsv"

# The reason of the rows that a user's own languages have.
OWN_LANGUAGE = "a language of your own"
# The reason of what a repository's configuration says of a name.
CONFIGURED = "the configuration says so"

# What a row takes for fine: any language, or all but those between commas.
ALL, ALL_BUT = "*", "* but "

_CLAIMS_NOTHING: Row = ((), frozenset(), False, "", False, "", ())

_LARGEST_TABLE = 4 << 20  # bytes: a table may come with a stranger's repository
_TEMPLATE_DEPTH = 2  # foo.yaml.tpl.j2
_CMAKE = "*.cmake"


class Claim:
    """What the name of a file claims about its content; false where it claims no language.

    `path`: whose name it is; `extension`: its last suffix in lower case (".png"), or ""; `table`: who says so.
    `languages`: Linguist names, also ones that the model does not cover. `accepts`: languages of the model that are
    fine as content. `covered`: LD001 may be raised: every claimed language is in the model or has a mark, or the table
    says what surely is none of them.
    `marks`: (language, regular expression) of those that have one; see `marked_language`. `pattern`: what in the name
    made the claim (".json", "Dockerfile", ".yaml.j2"). `template`: a template suffix was stripped, or is the claim.
    `reason`: why the row stands in the table.
    """

    __slots__ = (
        "_row",
        "accepts",
        "covered",
        "extension",
        "languages",
        "marks",
        "path",
        "pattern",
        "reason",
        "table",
        "template",
    )

    def __init__(self, path: str, table: Claims, row: Row) -> None:
        self.path = path
        self.extension = extension(path)
        self.table = table
        self._row = row
        (
            self.languages,
            self.accepts,
            self.covered,
            self.pattern,
            self.template,
            self.reason,
            self.marks,
        ) = row

    def __bool__(self) -> bool:
        return bool(self.languages)

    def __repr__(self) -> str:
        return f"Claim({', '.join(self.languages)}; pattern={self.pattern!r}, template={self.template})"

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path[self.path.rfind("/") + 1 :]

    def has(self, *traits: str) -> bool:
        """Whether one of the claimed languages has one of the traits, words of languages/traits."""
        return any(not self.table.having(trait).isdisjoint(self.languages) for trait in traits)

    def under(self, path: str) -> Claim:
        """The same claim, made by another path."""
        return Claim(path, self.table, self._row)

    def inner(self) -> Claim:
        """What the name claims without its last suffix: probes.pl.prolog is the prolog of a .pl. Suffixes that have a
        row together are one: build.gradle.kts is no .gradle."""
        one = not self.template and self.pattern.startswith(".") and self.path.lower().endswith(self.pattern.lower())
        suffix = self.pattern if one else self.extension
        return self.table.of(self.path[: -len(suffix)] if suffix else "")

    def inner_claims(self, languages: Iterable[str]) -> bool:
        """Whether a suffix further in claims one of the languages."""
        return not self.inner().accepts.isdisjoint(languages)

    def inner_is_neutral(self) -> bool:
        """Whether a suffix further in is known to claim nothing: a.ref.py is what a test of a.py prints."""
        return self.table.is_neutral(self.path[: -len(self.extension)])


class Table:
    """The rows of a table of claims, by key: what a dictionary of them would answer, without the time to make one."""

    __slots__ = ("_lines",)

    def __init__(self, text: str) -> None:
        """`text`: a line a row, the key first, tabs between its cells."""
        self._lines = sorted(text.split("\n"))

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def __getitem__(self, key: str) -> str:
        rest = self.get(key)
        if rest is None:
            raise KeyError(key)
        return rest

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self.items())

    def __len__(self) -> int:
        return sum("\t" in line for line in self._lines)

    def get(self, key: str) -> str | None:
        """The rest of the row with a key, None where there is no such row."""
        start = key + "\t"
        place = bisect_left(self._lines, start)
        line = self._lines[place] if place < len(self._lines) else ""
        # A name with a tab in it must not take the cells of a row for a part of its key.
        return line[len(start) :] if line.startswith(start) and "\t" not in key else None

    def items(self) -> Iterator[tuple[str, str]]:
        """Each key with the rest of its row, in the order of the keys."""
        return ((key, rest) for key, tab, rest in (line.partition("\t") for line in self._lines) if tab)

    def changed(self, rows: Iterable[tuple[str, str]]) -> Table:
        """The table with other rows in the place of those with their keys."""
        return Table("\n".join(f"{key}\t{rest}" for key, rest in {**dict(self.items()), **dict(rows)}.items()))


def _read(path: str) -> bytes:
    """The bytes of a table, which may come with a stranger's repository: an OSError where it is no file, and never more
    than a table has."""
    if os.path.lexists(path) and not os.path.isfile(path):  # to open a named pipe would wait for ever
        raise OSError(0, "it is not a regular file")
    with open(path, "rb") as stream:
        return stream.read(_LARGEST_TABLE)


class Claims:
    """A table of claims, read once, when the first name is looked up."""

    __slots__ = ("_accepts", "_having", "_made", "_names", "_path", "_raw", "_rows")

    def __init__(self, path: str, raw: bytes | None = None) -> None:
        """`raw`: what the table in `path` holds, where it was read already."""
        self._path = path
        self._raw = raw
        self._rows: Table | None = None
        self._made: dict[tuple[str, str], Row | None] = {}
        self._having: dict[str, frozenset[str]] = {}
        self._names: Mapping[str, Sequence[str]] = {}
        self._accepts: Mapping[str, Sequence[str]] = {}

    def adapt(self, names: Mapping[str, Sequence[str]], accepts: Mapping[str, Sequence[str]]) -> None:
        """Let extensions (".tpl") and file names claim other languages, or none, and languages accept others, whatever
        the table says."""
        self._names, self._accepts = names, accepts
        self._rows = None
        self._made.clear()

    def table(self) -> Table:
        """The table: key -> rest of its line. Failure where it cannot be read."""
        if self._rows is None:
            try:
                self._rows = Table((_read(self._path) if self._raw is None else self._raw).decode("utf-8"))
            except (OSError, ValueError) as error:
                from langdetect_hook.failure import Failure

                why = getattr(error, "strerror", None) or "it is not UTF-8"
                raise Failure(f"the language table {self._path} cannot be read: {why}") from None
            if self._names or self._accepts:
                self._rows = self._rows.changed(self._configured_rows(self._rows))
        return self._rows

    def _configured_rows(self, rows: Table) -> Iterator[tuple[str, str]]:
        for name, languages in self._names.items():
            # `.env` is an extension, and the whole name of a file.
            for key in (name, f"*{name}") if name.startswith(".") else (name,):
                yield key, f"{','.join(languages)}\t\t{CONFIGURED}"
        for language, others in self._accepts.items():
            yield "/=" + language, ",".join(filter(None, (rows.get("/=" + language), *others)))

    def languages(self) -> frozenset[str]:
        """Every language that a name may claim."""
        claimed = (cells.partition("\t")[0] for key, cells in self.table().items() if not key.startswith("/"))
        known = (key[2:] for key in self.table() if key.startswith("/="))
        return frozenset(name for cell in claimed for name in cell.split(",") if name).union(known)

    def having(self, trait: str) -> frozenset[str]:
        """The languages that have a trait, a word of languages/traits; KeyError where the table has no row for it."""
        if trait not in self._having:
            key, rows = "/+" + trait, self.table()
            if key not in rows and not any(other.startswith("/+") for other in rows):
                from langdetect_hook.failure import Failure

                raise Failure(f"the language table {self._path} is of an older version: train again")
            self._having[trait] = frozenset(rows[key].split(","))
        return self._having[trait]

    def of(self, path: str) -> Claim:
        """What the name of a path claims."""
        path = path.replace("\\", "/") if os.sep == "\\" else path
        folder, _, name = path.rpartition("/")
        if not name or name.startswith("._"):  # AppleDouble: macOS' binary companion of the file after the prefix
            return Claim(path, self, _CLAIMS_NOTHING)
        return Claim(path, self, self._claim(folder.rpartition("/")[2], name, "", 0) or _CLAIMS_NOTHING)

    def patterns(self) -> list[tuple[str, list[str]]]:
        """Each pattern that claims something, with the languages that it claims."""
        cells = [(key, rest.split("\t")) for key, rest in self.table().items() if not key.startswith("/")]
        return [(pattern, cell[0].split(",")) for pattern, cell in cells if cell[0]]

    def is_neutral(self, path: str) -> bool:
        """Whether there is a row for a suffix of a path, and that row claims nothing."""
        rows = self.table()
        found = _rows_of_suffixes(rows, path[path.rfind("/") + 1 :])
        return bool(found) and _claims_nothing(rows, found[-1])

    def is_unknown(self, name: str) -> bool:
        """Whether a name has a suffix, not a template's, and the table has neither the name nor any suffix of it."""
        rows = self.table()
        if not _is_suffixed(name) or "/~" + _suffixes(name)[-1].lower() in rows:
            return False
        return not _rows_of_suffixes(rows, name) and _exact(rows, name) is None

    def _claim(self, folder: str, name: str, stripped: str, depth: int) -> Row | None:
        rows = self.table()
        suffixes = _suffixes(name)
        template = bool(suffixes) and "/~" + suffixes[-1].lower() in rows
        configured = self._configured(name, suffixes)
        if configured is not None:
            return self._row(configured, configured.removeprefix("*") + stripped, bool(stripped))
        found = _exact(rows, name) or (folder and _exact(rows, folder + "/" + name))
        if found:
            return self._row(found, name + stripped, template or bool(stripped))
        stem = name[: name.find(".", 1)] if suffixes else name  # the dot of a hidden file is a part of it
        exact_stem = stem + ".*"
        if suffixes and (_claims_nothing(rows, exact_stem) or _is_document(rows, stem)):  # COPYING.CC is no C++
            return None
        for suffix in suffixes:
            if template and suffix is suffixes[-1] and depth < _TEMPLATE_DEPTH:
                inner = self._claim(folder, name[: -len(suffix)], suffix + stripped, depth + 1)
                if inner is not None:
                    return inner
            found = (folder and _exact(rows, f"{folder}/*{suffix}")) or _exact(rows, "*" + suffix)
            if found == _CMAKE and _is_suffixed(name[: -len(suffix)]):  # page.dtd.cmake: CMake fills it in
                return None
            if found:
                claim = self._row(found, suffix + stripped, template or bool(stripped))
                if claim is not None and exact_stem in rows:  # Makefile.wat is no WebAssembly
                    variant = self._row(exact_stem, name + stripped, template or bool(stripped))
                    return _joined(claim, variant) if variant is not None else claim
                return claim
        if suffixes and exact_stem in rows:
            return self._row(exact_stem, name + stripped, bool(stripped))
        return None

    def _configured(self, name: str, suffixes: list[str]) -> str | None:
        """The key of the name, or of its longest suffix, of which the configuration says what it claims; else None."""
        if name in self._names or not self._names:
            return name if self._names else None
        spellings = [spelling for suffix in suffixes for spelling in (suffix, suffix.lower())]
        return next((f"*{spelling}" for spelling in spellings if spelling in self._names), None)

    def _row(self, key: str, pattern: str, template: bool) -> Row | None:
        """The claim of a row, one object for each row and pattern; None where the row claims nothing."""
        try:
            return self._made[key, pattern]
        except KeyError:
            claim = self._made[key, pattern] = self._claim_of_row(key, pattern, template)
            return claim

    def _claim_of_row(self, key: str, pattern: str, template: bool) -> Row | None:
        """The claim of a row, made from its cells. Failure: they are not those of a row."""
        try:
            row = _made(self.table(), key, pattern, template)
        except (KeyError, ValueError):
            from langdetect_hook.failure import Failure

            raise Failure(f"the language table {self._path} is damaged: the row of {key!r}") from None
        if row and row[-1] and self._path != TABLE_PATH:
            _require_known(row[-1], self._path)
        return row


def fingerprint(data: bytes | memoryview) -> str:
    """Size and checksum of a file, as model.tsv beside the table lists them: they tell damage and files of another
    model, not an attacker, who can write model.tsv as well."""
    return f"{len(data)} {crc32(data):08x}"


def bundled() -> Claims:
    """The table that came with the package."""
    return Claims(TABLE_PATH)


def extension(path: str) -> str:
    """The last suffix of a path in lower case (".png"), or "" where there is none."""
    name = path[path.rfind("/") + 1 :]
    dot = name.rfind(".")
    return name[dot:].lower() if dot >= 0 else ""


def marked_language(claim: Claim, text: str) -> str | None:
    """The claimed language that the model does not cover and whose mark the text carries; None where none does.

    Such a text is what its name says: LD001 must not be raised, whatever the network thinks of it.
    """
    if not claim.marks:
        return None
    # Only a name that shares its extension with such a language needs it.
    from langdetect_hook.languages.searched import stands_in

    return next((language for language, mark in claim.marks if stands_in(text, mark)), None)


def languages_meant(claim: Claim, text: str) -> tuple[str, ...]:
    """The claimed languages that a text may be in: the first, and those of the others that have no mark; where a mark
    stands in the text, the language that has it."""
    marked = marked_language(claim, text)
    if marked:
        return (marked,)
    with_mark = {language for language, _ in claim.marks}
    return tuple(
        language for language in claim.languages if language not in with_mark or language == claim.languages[0]
    )


def _suffixes(name: str) -> list[str]:
    """The last suffixes, up to three, longest first: `a.b.c` has `.b.c` and `.c`; `.c` has none."""
    suffixes: list[str] = []
    end = len(name)
    while len(suffixes) < 3:
        end = name.rfind(".", 1, end)
        if end < 1:
            break
        suffixes.insert(0, name[end:])
    return suffixes


def _is_suffixed(name: str) -> bool:
    """Whether a name ends with a suffix that is not a number, such as a version has."""
    suffixes = _suffixes(name)
    return bool(suffixes) and suffixes[-1][1:2].isalpha()


def _rows_of_suffixes(rows: Table, name: str) -> list[str]:
    """The keys of the rows that the suffixes of a name have, longest first."""
    return [key for suffix in _suffixes(name) if (key := _exact(rows, "*" + suffix))]


def _claims_nothing(rows: Table, key: str) -> bool:
    return (rows.get(key) or "").startswith("\t")


def _is_document(rows: Table, stem: str) -> bool:
    """Whether a stem is the name of a document with something added: LICENSE-fonts, README_de."""
    word = stem.partition("-")[0].partition("_")[0]
    return word != stem and word.isupper() and _claims_nothing(rows, word + ".*")


def _exact(rows: Table, pattern: str) -> str | None:
    """The key of a pattern as spelt, or else in lower case; None where neither stands in the table."""
    if pattern in rows:
        return pattern
    lower = pattern.lower()
    return lower if lower in rows else None


def _made(rows: Table, key: str, pattern: str, template: bool) -> Row | None:
    languages, fine, reason = rows[key].split("\t")
    if not languages:
        return None
    claimed = tuple(languages.split(","))
    accepts = {name for name in claimed if "/=" + name in rows}
    marks = tuple(_mark(cell) for cell in rows["/!" + key].split("\t")) if "/!" + key in rows else ()
    covered = accepts.union(language for language, _ in marks).issuperset(claimed)
    accepted = [rows["/=" + name] for name in accepts]
    if template:
        accepted.append(rows["/~" + pattern[pattern.rfind(".") :].lower()])
    for names in accepted:
        accepts.update(names.split(","))
    if fine.startswith(ALL):
        accepts.update(name[2:] for name in rows if name.startswith("/="))
        excepted = fine[len(ALL_BUT) :]
        accepts.difference_update(excepted.split(","))
        covered = covered or bool(excepted)
    elif fine:
        accepts.update(fine.split(","))
    accepts.discard("")
    return claimed, frozenset(accepts), covered, pattern, template, reason, marks


def _joined(row: Row, other: Row) -> Row:
    """The row of a name that allows what one row allows and what another does."""
    languages, accepts, covered, _, template, reason, marks = row
    return (
        tuple(dict.fromkeys((*languages, *other[0]))),
        accepts | other[1],
        covered and other[2],
        other[3],
        template or other[4],
        reason,
        marks + other[6],
    )


def _require_known(marks: tuple[tuple[str, str], ...], path: str) -> None:
    """Failure where a mark is not one of the package's: a stranger's regular expression may take for ever."""
    from langdetect_hook.claims.marks import MARKS
    from langdetect_hook.failure import Failure

    if not {mark for _, mark in marks} <= {mark for _, _, mark in MARKS}:
        raise Failure(f"the language table {path} is of another version, or damaged: train again")


def _mark(cell: str) -> tuple[str, str]:
    language, _, mark = cell.partition("=")
    return language, mark
