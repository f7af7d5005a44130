"""Content that parses as what its name says is that, whatever the network thinks.

Asked only before a finding is given out, so the imports are slow ones, inside the functions. Nothing is
executed, and no parser here expands entities or follows a reference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.languages.python_text import FAILURES, tree_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST_CHARACTERS = 2_000_000  # more is not parsed: a hook must answer soon
MOST_BEFORE_ROOT = 8000  # a licence may stand before the root element


def parses_as(languages: Iterable[str], text: str, settings_without_section: int) -> str | None:
    """The first of `languages` (Linguist names) that `text` parses as, or None.

    None also where there is no parser for a language, where the text is too large, and where it is so plain
    that parsing it proves nothing (a word is valid YAML, and Python).
    """
    if len(text) > MOST_CHARACTERS or not text.strip():
        return None
    for language in languages:
        known = LANGUAGE_OF.get(language)
        if known is None or not known.parser:
            continue
        try:
            parses = PARSERS[known.parser]
            if parses(text, settings_without_section) if parses is is_ini else parses(text):
                return language
        except FAILURES:
            continue
    return None


# JSON5's strings in single quotes are strings as well.
# What has no end goes to that of the line, or of the text: else each quote and `/*` would look for its own.
# Plain characters are passed over at once: one by one, each would cost an entry of what the expression remembers.
_STRING = r"\"[^\"\\\n]*(?:\\.[^\"\\\n]*)*\"?|'[^'\\\n]*(?:\\.[^'\\\n]*)*'?"
_COMMENT = r"//[^\n]*|/\*.*?(?:\*/|\Z)"
# A string, which is kept, or a comment, which is not.
_STRING_OR_COMMENT = re.compile(rf"({_STRING})|{_COMMENT}", re.DOTALL)
# A string, a word or a number; what holds them together; what lies between.
_TOKEN_OF_JSON = re.compile(
    rf"({_STRING}|(?!(?:False|None|True)\b)[+-]?[\w$.][\w$.+-]*)|([{{}}\[\],:])|\s+|{_COMMENT}", re.DOTALL
)
MOST_OF_BARE_WORDS = 200_000
_STRING_OR_LAST_COMMA = re.compile(r'("[^"\\\n]*(?:\\.[^"\\\n]*)*"?)|,(?=\s*[\]}])')


_ROOT_OF_SVG = re.compile(r"<(?:\w+:)?svg\b")
_ROOT_OF_XSLT = re.compile(r"<(?:\w+:)?(?:stylesheet|transform)\b")


def is_json(text: str) -> bool:
    """Whether a text is JSON, also with comments and trailing commas, several documents, or one a line (an object or a
    list each); or one object or list with strings in single quotes or bare words, as in JSON5. What Python prints is
    none where it has a None or a True."""
    try:
        return _is_strict_json(text)
    except FAILURES:
        return len(text) <= MOST_OF_BARE_WORDS and _is_strict_json(_quoted_words(text))


def is_json_document(text: str) -> bool:
    """Whether a text is one object or list of JSON to the letter, but for comments and commas that nothing follows."""
    import json

    if len(text) > MOST_CHARACTERS or not _opens_as_json(text):
        return False
    try:
        return isinstance(json.loads(_without_extensions(text)), dict | list)
    except FAILURES:
        return False


def is_json_beginning(text: str) -> bool:
    """Whether a text is the beginning of one object or list of JSON to the letter: whole lines of it, or a part of the
    only one."""
    import json

    lines = text[: text.rfind("\n") + 1]
    text = lines or text
    if len(text) > MOST_CHARACTERS or not _opens_as_json(text):
        return False
    text = _without_extensions(text).rstrip()
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return error.pos >= len(text) or (not lines and error.msg.startswith("Unterminated string"))
    except FAILURES:
        pass
    return False


def is_json_lines(text: str) -> bool:
    """Whether each line of a text, of several, is one object or list of JSON to the letter. https://jsonlines.org"""
    if len(text) > MOST_CHARACTERS:
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and all(map(is_json_document, lines))


def _opens_as_json(text: str) -> bool:
    """Whether a text may be an object or a list of JSON, by its first character: comments may stand above."""
    return text.lstrip()[:1] in ("{", "[", "/")


def _quoted_words(text: str) -> str:
    """A text with all strings, words and numbers as strings of JSON, without comments; "" where something else is in
    it, and where it is no object and no list."""
    pieces, end = [], 0
    for found in _TOKEN_OF_JSON.finditer(text):
        if found.start() != end or not _has_end(found[0]):
            return ""
        end = found.end()
        pieces.append('""' if found[1] else found[2] or "")
    return "".join(pieces) if end == len(text) and _opens_as_json(text) else ""


def _has_end(token: str) -> bool:
    """Whether a token is no string and no comment without an end."""
    if token[0] in "\"'":
        return len(token) > 1 and token[-1] == token[0]
    return not token.startswith("/*") or (len(token) > 3 and token.endswith("*/"))


def _without_comment(found: re.Match[str]) -> str:
    """What stands in place of a string or a comment: a blank for a comment that has an end."""
    return found[1] or (" " if _has_end(found[0]) else found[0])


def _without_extensions(text: str) -> str:
    """A text without the comments and the last commas that JSON has in many an editor's settings."""
    if "//" in text or "/*" in text:
        text = _STRING_OR_COMMENT.sub(_without_comment, text)
    return _STRING_OR_LAST_COMMA.sub(lambda found: found[1] or "", text)


def _is_strict_json(text: str) -> bool:
    text = _without_extensions(text)
    import json

    decoder = json.JSONDecoder()
    end, containers, scalars = 0, 0, 0
    while True:
        while end < len(text) and text[end] in " \t\n\r\x1e":  # 1E: RFC 7464's separator of documents
            end += 1
        if end == len(text):
            break
        value, end = decoder.raw_decode(text, end)
        if isinstance(value, dict | list):
            containers += 1
        else:
            scalars += 1
    return (containers > 0 and not scalars) or (scalars == 1 and not containers)


# TOML's parser takes the square of the parts of a dotted key; no key that people write has more than ten.
MOST_PARTS_OF_KEY = 50
_PART_OF_KEY = re.compile(r"[^\s=,]+|[\"'].*|.*[\"']")


def line_of_long_key(text: str) -> int:
    """The line, from 1, of the first key of TOML that has more parts between dots than keys have; 0: there is none."""
    lines = enumerate(text.split("\n"), 1)
    return next((number for number, line in lines if line.count(".") > MOST_PARTS_OF_KEY and _has_long_key(line)), 0)


def _has_long_key(line: str) -> bool:
    """Whether more parts than a key has follow one another in a line, each between dots."""
    parts = 0
    for part in line.split("."):
        parts = parts + 1 if _PART_OF_KEY.fullmatch(part.strip()) else 0
        if parts > MOST_PARTS_OF_KEY:
            return True
    return False


def is_toml(text: str) -> bool:
    """Whether a text is TOML with at least one key; False where no parser is installed."""
    try:
        return not line_of_long_key(text) and bool(toml_table(text))
    except ModuleNotFoundError:
        return False


def toml_table(text: str) -> dict[str, Any]:
    """What a TOML text says. ValueError: it is none; ModuleNotFoundError: no parser is installed."""
    from importlib import import_module
    from importlib.util import find_spec

    # The first came with Python 3.11; setup.cfg requires the other for those before.
    parser = import_module("tomllib" if find_spec("tomllib") else "tomli")
    table: dict[str, Any] = parser.loads(text)
    return table


def is_xml(text: str) -> bool:
    """Whether a text is well-formed XML; a document that declares entities is refused, not expanded."""
    text = text.strip()
    if not text.startswith("<") or "<!ENTITY" in text:
        return False
    from xml.parsers import expat

    # The declaration may name the encoding that the text was decoded from: the parser's own overrides it.
    parser = expat.ParserCreate("utf-8")
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError:
        return False
    return True


def is_svg(text: str) -> bool:
    return _ROOT_OF_SVG.search(text[:MOST_BEFORE_ROOT]) is not None and is_xml(text)


def is_xslt(text: str) -> bool:
    return _ROOT_OF_XSLT.search(text[:MOST_BEFORE_ROOT]) is not None and is_xml(text)


def is_html_page(text: str) -> bool:
    return text.lstrip()[:14].lower() == "<!doctype html"


def is_python(text: str) -> bool:
    """Whether a text is Python with a statement that no other text has by chance."""
    tree = tree_of(text)
    return tree is not None and _says_something(tree)


def is_python_block(text: str) -> bool:
    """Whether a text is Python with a definition or a block at its top; an import of it may be any language's."""
    tree = tree_of(text)
    return tree is not None and any(type(node).__name__ in _BLOCKS - {"Import"} for node in tree.body)


def parses_as_any_python(text: str) -> bool:
    """Whether a text parses as Python of any version whose difference from this one is known; any text of it."""
    return tree_of(text) is not None


def is_python_module(text: str) -> bool:
    """Whether a text parses as Python, and imports something and defines something at its top: what no text of another
    language does by chance, whatever stands in its strings."""
    import ast

    tree = tree_of(text)
    kinds = ((ast.Import, ast.ImportFrom), (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
    return tree is not None and all(any(isinstance(node, kind) for node in tree.body) for kind in kinds)


# What no text has by chance: a definition, an import, a block. By their names, since older interpreters lack some.
_BLOCKS = frozenset({
    *("AsyncFor", "AsyncFunctionDef", "AsyncWith", "ClassDef", "For", "FunctionDef", "If", "Import", "ImportFrom"),
    *("Match", "Try", "TryStar", "While", "With"),
})  # fmt: skip
_ASSIGNMENTS = frozenset({"AnnAssign", "Assign", "AugAssign", "TypeAlias"})


def _says_something(tree) -> bool:  # type: ignore[no-untyped-def]
    """Whether a module has a definition, an import or a block; or only calls and assignments: two of them, or one over
    several lines.

    `a = 1` is valid in twenty languages, `f(x)` in forty; a bare list is JSON.
    """
    if any(type(node).__name__ in _BLOCKS for node in tree.body):
        return True
    simple = [node for node in tree.body if type(node).__name__ in _ASSIGNMENTS or _is_call(node)]
    return len(simple) >= 2 or any((node.end_lineno or 0) > node.lineno for node in simple)


def _is_call(node) -> bool:  # type: ignore[no-untyped-def]
    return type(node).__name__ == "Expr" and type(node.value).__name__ == "Call"


_SECTION = r"\[[^\[\]]+\]$"
_SETTING = r"\A[\w \t.:/\\*-]+?[=:]"
# A section of INI, or of TOML, which has two brackets for one of a list.
_LINE_OF_SECTION = re.compile(r"^\[[^\[\]\n]+\]{1,2}[ \t]*$", re.MULTILINE)
# A section, a key with a value, more of a value, a comment.
_LINE_OF_INI = re.compile(rf"\[[^\[\]\n]+\]|{_SETTING}|[ \t#;]")


def is_ini(text: str, least: int) -> bool:
    """Whether a text is a section and, in most lines that do not go on with a value, a key with a value, or keys with
    values in all lines, `least` of them: not any text that has a word in brackets."""
    lines = [line for line in text.split("\n") if line.strip() and line.lstrip()[0] not in "#;"]
    if not lines:
        return False
    filled = [line.strip() for line in lines]
    if not re.match(_SECTION, filled[0]):  # no section, as in translations: nothing but keys with values
        return len(filled) >= least and all(re.match(rf"{_SECTION}|[\w.-]+\s*=", line) for line in filled)
    setting = re.compile(rf"{_SECTION}|{_SETTING}")
    settings = sum(setting.match(line) is not None for line in filled)
    others = sum(not line[0].isspace() and setting.match(line) is None for line in lines)
    if settings < 2 or others > 0.25 * settings:
        return False
    import configparser

    parser = configparser.RawConfigParser(allow_no_value=True, strict=False)
    try:
        parser.read_string(without_long_blanks(text))
    except configparser.Error:
        return False
    return True


def is_settings_in_sections(text: str) -> bool:
    """Whether a text is TOML, or INI in each of its lines, with a section: settings without one are what a dozen
    languages have as well, such as the variables of Terraform."""
    if not _LINE_OF_SECTION.search(text):
        return False
    if parses_as(("TOML",), text, 0):
        return True
    return all(map(_LINE_OF_INI.match, filter(None, text.split("\n")))) and parses_as(("INI",), text, 0) is not None


def without_long_blanks(text: str) -> str:
    """A text with one blank for several within a line: they cost the standard library's parser of INI the square of
    their number."""
    return re.sub(r"(?<=\S)[^\S\n]{2,}", " ", text)


def is_csv(text: str) -> bool:
    """Whether a text is rows of the same number of cells, at least two, in at least three rows, whichever separator it
    is; lines that begin with # say something of the table."""
    import csv

    lines = [line for line in text.split("\n") if not line.startswith("#")]
    if not lines:
        return False
    for separator in ",;\t|":
        if separator not in lines[0]:
            continue
        try:
            rows = [row for row in csv.reader(lines, delimiter=separator, strict=True) if row]
        except csv.Error:
            continue
        widths = {len(row) for row in rows}
        # Lines of statements end with a separator: their last cell is empty.
        if len(rows) >= 3 and len(widths) == 1 and max(widths) >= 2 and any(row[-1].strip() for row in rows):
            return not _reads_as_code(text)
    return False


def _reads_as_code(text: str) -> bool:
    """Whether lines end or begin as statements do: the same number of commas in each is chance then."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    ends = ("{", "}", ";", "(", ")", "),")
    statements = [line for line in lines if line.endswith(ends) or line.startswith("<")]
    return len(statements) > 0.5 * len(lines)


# The parsers by the names that the entries of the languages give them.
PARSERS: dict[str, Callable[..., bool]] = {
    "csv": is_csv,
    "html": is_html_page,
    "ini": is_ini,
    "json": is_json,
    "python": is_python,
    "svg": is_svg,
    "toml": is_toml,
    "xml": is_xml,
    "xslt": is_xslt,
}
