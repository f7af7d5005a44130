"""What a file's name claims about its content: the first box on the road of a file.

Names are looked up in a table, ``languages.tsv``, which ``claim_table`` writes and which lies with the model's
assets: full names first, then the longest known suffix, with template suffixes (``.j2``, ``.in`` …) stripped.
A pattern with an upper-case letter stands for exactly that spelling, all others for any case.  Keys that
begin with a slash, as no name does, are about languages ("/="), their traits ("/+"),
template suffixes ("/~") and marks ("/!").
"""

from __future__ import annotations

import os

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# In a checkout model_assets/ stands beside the package; installed, inside it.
TABLE_PATH = os.path.join(_PACKAGE, "model_assets", "languages.tsv")
if not os.path.exists(TABLE_PATH):
    TABLE_PATH = os.path.join(os.path.dirname(_PACKAGE), "model_assets", "languages.tsv")

# The reason of the rows that a user's own languages have.
OWN_LANGUAGE = "a language of your own"

_TEMPLATE_DEPTH = 2  # foo.yaml.tpl.j2
_CMAKE = "*.cmake"


class Claim:
    """The languages that a name allows.

    ``languages``: Linguist names, also ones that the model does not cover.  ``accepts``: languages of the
    model that are fine as content.  ``covered``: every claimed language is in the model or has a mark, so
    that LD001 may be raised.  ``marks``: (language, regular expression) of those that have one; see
    ``marked_language``.  ``pattern``: what in the name made the claim (".json", "Dockerfile", ".yaml.j2").
    ``template``: a template suffix was stripped, or is the claim. ``reason``: why the row stands in the
    table.
    """

    __slots__ = ("accepts", "covered", "languages", "marks", "pattern", "reason", "template")

    def __init__(
        self,
        languages: tuple[str, ...],
        accepts: frozenset[str],
        covered: bool,
        pattern: str,
        template: bool,
        reason: str,
        marks: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self.languages = languages
        self.marks = marks
        self.accepts = accepts
        self.covered = covered
        self.pattern = pattern
        self.template = template
        self.reason = reason

    def joined(self, other: Claim) -> Claim:
        """Return the claim of a name that allows what this claim allows and what another does."""
        return Claim(
            tuple(dict.fromkeys((*self.languages, *other.languages))),
            self.accepts | other.accepts,
            self.covered and other.covered,
            other.pattern,
            self.template or other.template,
            self.reason,
            self.marks + other.marks,
        )

    def __repr__(self) -> str:
        return f"Claim({', '.join(self.languages)}; pattern={self.pattern!r}, template={self.template})"


class Claims:
    """A table of claims, read once, when the first name is looked up."""

    __slots__ = ("_having", "_made", "_path", "_rows")

    def __init__(self, path: str) -> None:
        self._path = path
        self._rows: dict[str, str] = {}
        self._made: dict[tuple[str, str], Claim | None] = {}
        self._having: dict[str, frozenset[str]] = {}

    def table(self) -> dict[str, str]:
        """Return the table: key -> rest of its line.  Failure where it cannot be read."""
        if not self._rows:
            try:
                with open(self._path, "rb") as stream:
                    lines = stream.read().decode("utf-8").split("\n")
            except (OSError, ValueError) as error:
                from langdetect_hook.failure import Failure

                why = getattr(error, "strerror", None) or "it is not UTF-8"
                raise Failure(f"the language table {self._path} cannot be read: {why}") from None
            self._rows.update({key: rest for key, tab, rest in [line.partition("\t") for line in lines] if tab})
        return self._rows

    def having(self, trait: str) -> frozenset[str]:
        """The languages that have a trait, a word of `languages.traits`; KeyError where the table has no row for it."""
        if trait not in self._having:
            self._having[trait] = frozenset(self.table()["/+" + trait].split(","))
        return self._having[trait]

    def claim_of(self, path: str) -> Claim | None:
        """Return what the name of a path claims; None where it claims nothing or is not known."""
        if os.sep == "\\":
            path = path.replace("\\", "/")
        folder, _, name = path.rpartition("/")
        if not name or name.startswith("._"):  # AppleDouble: macOS' binary companion of the file after the prefix
            return None
        return self._claim(folder.rpartition("/")[2], name, "", 0)

    def _claim(self, folder: str, name: str, stripped: str, depth: int) -> Claim | None:
        rows = self.table()
        suffixes = _suffixes(name)
        template = bool(suffixes) and "/~" + suffixes[-1].lower() in rows
        found = _exact(rows, name) or (folder and _exact(rows, folder + "/" + name))
        if found:
            return self._row(found, name + stripped, template or bool(stripped))
        stem = name.split(".", 1)[0]
        exact_stem = stem + ".*"
        if suffixes and (_claims_nothing(rows, exact_stem) or _is_document(rows, stem)):  # COPYING.CC is no C++
            return None
        for suffix in suffixes:
            if template and suffix is suffixes[-1] and depth < _TEMPLATE_DEPTH:
                inner = self._claim(folder, name[: -len(suffix)], suffix + stripped, depth + 1)
                if inner is not None:
                    return inner
            found = _exact(rows, "*" + suffix)
            if found == _CMAKE and _is_suffixed(name[: -len(suffix)]):  # page.dtd.cmake: CMake fills it in
                return None
            if found:
                claim = self._row(found, suffix + stripped, template or bool(stripped))
                if claim is not None and exact_stem in rows:  # Makefile.wat is no WebAssembly
                    variant = self._row(exact_stem, name + stripped, template or bool(stripped))
                    return claim.joined(variant) if variant is not None else claim
                return claim
        if suffixes and exact_stem in rows:
            return self._row(exact_stem, name + stripped, bool(stripped))
        return None

    def _row(self, key: str, pattern: str, template: bool) -> Claim | None:
        """Return the claim of a row, one object for each row and pattern; None where the row claims nothing."""
        try:
            return self._made[key, pattern]
        except KeyError:
            claim = self._made[key, pattern] = _made(self.table(), key, pattern, template)
            return claim


BUNDLED = Claims(TABLE_PATH)
table = BUNDLED.table
claim_of = BUNDLED.claim_of


def is_neutral(path: str) -> bool:
    """Return whether the bundled table has a row for a suffix of a path, and that row claims nothing."""
    rows = table()
    found = _rows_of_suffixes(rows, path[path.rfind("/") + 1 :])
    return bool(found) and _claims_nothing(rows, found[-1])


def is_unknown(name: str) -> bool:
    """Return whether the bundled table has nothing on a name with a suffix: none of what it ends with."""
    rows = table()
    if not _is_suffixed(name) or "/~" + _suffixes(name)[-1].lower() in rows:
        return False
    return not _rows_of_suffixes(rows, name) and _exact(rows, name) is None


def claimed_patterns() -> list[tuple[str, list[str]]]:
    """Return each pattern of the bundled table that claims something, with the languages that it claims."""
    cells = [(key, rest.split("\t")) for key, rest in table().items() if key[0] != "/"]
    return [(pattern, cell[0].split(",")) for pattern, cell in cells if cell[0]]


def marked_language(claim: Claim, text: str) -> str | None:
    """Return the claimed language that the model does not cover and whose mark the text carries; None where
    none does.

    Such a text is what its name says: LD001 must not be raised, whatever the network thinks of it.
    """
    import re  # only a name that shares its extension with such a language needs it

    for language, mark in claim.marks:
        if re.search(mark, text, re.MULTILINE):
            return language
    return None


def _suffixes(name: str) -> list[str]:
    """Return up to three last suffixes, longest first: ``a.b.c`` has ``.b.c`` and ``.c``; ``.c`` has none."""
    suffixes: list[str] = []
    end = len(name)
    while len(suffixes) < 3:
        end = name.rfind(".", 1, end)
        if end < 1:
            break
        suffixes.insert(0, name[end:])
    return suffixes


def _is_suffixed(name: str) -> bool:
    """Return whether a name ends with a suffix that is no number, as that of a version is."""
    suffixes = _suffixes(name)
    return bool(suffixes) and suffixes[-1][1:2].isalpha()


def _rows_of_suffixes(rows: dict[str, str], name: str) -> list[str]:
    """Return the keys of the rows that the suffixes of a name have, longest first."""
    return [key for suffix in _suffixes(name) if (key := _exact(rows, "*" + suffix))]


def _claims_nothing(rows: dict[str, str], key: str) -> bool:
    return rows.get(key, "?").startswith("\t")


def _is_document(rows: dict[str, str], stem: str) -> bool:
    """Return whether a stem is the name of a document with more behind it: LICENSE-fonts, README_de."""
    word = stem.partition("-")[0].partition("_")[0]
    return word != stem and word.isupper() and _claims_nothing(rows, word + ".*")


def _exact(rows: dict[str, str], pattern: str) -> str | None:
    """Return the key of a pattern as spelt, or in lower case; None where neither stands in the table."""
    if pattern in rows:
        return pattern
    lower = pattern.lower()
    return lower if lower in rows else None


def _made(rows: dict[str, str], key: str, pattern: str, template: bool) -> Claim | None:
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
    if fine == "*":
        accepts.update(name[2:] for name in rows if name.startswith("/="))
    elif fine:
        accepts.update(fine.split(","))
    accepts.discard("")
    return Claim(claimed, frozenset(accepts), covered, pattern, template, reason, marks)


def _mark(cell: str) -> tuple[str, str]:
    language, _, mark = cell.partition("=")
    return language, mark
