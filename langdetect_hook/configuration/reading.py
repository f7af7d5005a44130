"""Reading a configuration: TOML or setup.cfg, each key verified against the table; what is wrong has its line."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple, NoReturn

from langdetect_hook.configuration import table
from langdetect_hook.configuration.globs import MOST_CHARACTERS, MOST_GLOBS, compiled
from langdetect_hook.configuration.table import BY_KEY, SECTION
from langdetect_hook.failure import Failure
from langdetect_hook.files.content import read_whole
from langdetect_hook.files.sources import reason_of
from langdetect_hook.report.rules import RULES
from langdetect_hook.report.severities import SEVERITIES

_MOST_WORDS = 200  # characters of what a parser says
# The parser of setup.cfg takes the square of the number of lines that are wrong.
_MOST_LINES = 20_000
_WORDS_OF_KINDS = {
    table.GLOBS: "a list of globs",
    table.RULES: "a list of rule ids",
    table.COUNT: "a whole number that is not negative",
    table.PATH: "a path, as a string",
    table.RULES_BY_GLOB: "a table of globs, each with a list of rule ids",
    table.LANGUAGES_BY_NAME: "a table of extensions or file names, each with a language or a list of languages",
    table.LANGUAGES_BY_LANGUAGE: "a table of languages, each with a list of languages",
    table.SEVERITIES_BY_RULE: "a table of rule ids, each with a severity",
}


class Wrong(Exception):
    """What is wrong with a value; `inner`: the key inside of it, where it is a table."""

    def __init__(self, words: str, inner: str = "") -> None:
        super().__init__(words)
        self.inner = inner


class File(NamedTuple):
    """A configuration file as it was read: its `path`, its whole `text`, and what its section holds."""

    path: str
    text: str
    section: Mapping[str, Any]


def read(path: str) -> dict[str, Any]:
    """The verified values of a configuration file, a key of the table each; empty where it has no section of ours.

    Failure: it cannot be read, is no TOML, or has an unknown key or a wrong value: with its line.
    """
    file = _file(path)
    return {key: _value(file, key, value) for key, value in file.section.items()}


def verified_option(kind: str, text: str) -> Any:
    """The value that an option of a kind has: lists between commas, `all` for all rules. Wrong: it is none."""
    try:
        return VERIFIED[kind]([text] if kind == table.GLOBS else _from_string(kind, text))
    except TypeError:
        raise Wrong(f"{text!r} is not {_WORDS_OF_KINDS[kind]}") from None


def _file(path: str) -> File:
    text = _text(path)
    if os.path.basename(path) == "setup.cfg":
        return File(path, text, _section_of_cfg(path, text))
    whole = _toml(path, text)
    if os.path.basename(path) == "pyproject.toml":
        tool = whole.get("tool")
        whole = tool.get(SECTION, {}) if isinstance(tool, dict) else {}
    if not isinstance(whole, dict):
        raise Failure(f"{path}:{_line_of(text, SECTION)}: tool.{SECTION} is no table")
    return File(path, text, whole)


def _text(path: str) -> str:
    """The text of a configuration, read as safely as what is checked. Failure: it is none."""
    try:
        raw = read_whole(path)
    except OSError as error:
        raise Failure(f"the configuration {path} cannot be read: {reason_of(error)}") from None
    try:
        return raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Failure(f"the configuration {path} is not UTF-8: save it in that encoding") from None


def _toml(path: str, text: str) -> dict[str, Any]:
    from langdetect_hook.languages.parsers import MOST_PARTS_OF_KEY, line_of_long_key, toml_table

    if number := line_of_long_key(text):
        raise Failure(f"{path}:{number}: a key of more than {MOST_PARTS_OF_KEY} parts between dots")
    try:
        return toml_table(text)
    except ModuleNotFoundError:
        raise Failure(
            f"{path} cannot be read: this Python has no parser of TOML: pip install tomli, or use setup.cfg"
        ) from None
    except (ValueError, RecursionError) as error:
        where = re.search(r"line (\d+)", str(error))
        line = f":{where[1]}" if where else ""
        raise Failure(f"{path}{line}: no valid TOML: {_shortened(str(error)) or 'too deeply nested'}") from None


def _shortened(words: str) -> str:
    """What a parser says, in one line of a length that people read; it may quote the whole file."""
    words = " ".join(words[:4000].split())
    return words if len(words) <= _MOST_WORDS else words[:_MOST_WORDS] + " ..."


def _section_of_cfg(path: str, text: str) -> dict[str, Any]:
    """The section of a setup.cfg, whose strings become what the table asks for."""
    from configparser import Error, RawConfigParser

    from langdetect_hook.languages.parsers import without_long_blanks

    parser = RawConfigParser(delimiters=("=",), strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign] # keys are what they are
    if text.count("\n") > _MOST_LINES:
        raise Failure(f"the configuration {path} has more than {_MOST_LINES:,} lines")
    try:
        parser.read_string(without_long_blanks(text), source=path)
    except Error as error:
        raise Failure(f"{path}: no valid setup.cfg: {_shortened(str(error))}") from None
    if not parser.has_section(SECTION):
        return {}
    rows = parser[SECTION].items()
    return {key: _from_string(BY_KEY[key].kind, value) if key in BY_KEY else value for key, value in rows}


def _from_string(kind: str, value: str) -> Any:
    """A value of setup.cfg: lists between commas or lines, tables a row a line (`docs/** = LD001, LD008`)."""
    if kind in table.TABLES:
        rows = [line.partition("=") for line in value.splitlines() if line.strip()]
        cell_of = str.strip if kind == table.SEVERITIES_BY_RULE else _listed
        return {key.strip(): cell_of(cell) if equals else None for key, equals, cell in rows}
    if kind == table.COUNT:
        return int(value) if re.fullmatch(r"\s*[0-9]{1,18}\s*", value) else value
    return value.strip() if kind == table.PATH else _listed(value)


def _listed(value: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,\n]", value) if part.strip()]


def _value(file: File, key: str, value: Any) -> Any:
    setting = BY_KEY.get(key)
    if setting is None:
        _refuse(file, key, f"there is no key {key!r}{_perhaps(key, BY_KEY)}")
    try:
        return VERIFIED[setting.kind](value)
    except Wrong as wrong:
        _refuse(file, wrong.inner or key, f"{key}: {wrong}")
    except TypeError:
        _refuse(file, key, f"{key} must be {_WORDS_OF_KINDS[setting.kind]}")


def _refuse(file: File, key: str, words: str) -> NoReturn:
    raise Failure(f"{file.path}:{_line_of(file.text, key)}: {words}")


def _perhaps(word: str, words: Any) -> str:
    """The nearest right name, as the end of a sentence."""
    from difflib import get_close_matches

    lower = {one.lower(): one for one in words}
    near = get_close_matches(word.lower(), list(lower), 1)
    return f"; did you mean {lower[near[0]]!r}?" if near else ""


def _line_of(text: str, key: str) -> int:
    """The line, from 1, on which a key stands in our section; that of the section where it cannot be found."""
    lines = text.split("\n")
    start = next((n for n, line in enumerate(lines) if line.lstrip().startswith("[") and SECTION in line), 0)
    word = re.compile(rf"(?<![\w.-]){re.escape(key)}(?![\w-])")
    return next((n for n, line in enumerate(lines[start:], start + 1) if word.search(line)), start + 1)


def _globs(value: Any) -> tuple[str, ...]:
    return tuple(map(_glob, _not_too_many(dict.fromkeys(_strings(value)))))


def _not_too_many(globs: dict[str, Any]) -> dict[str, Any]:
    """The globs as they are. Wrong: there are more than a check can hold all its paths to."""
    if len(globs) > MOST_GLOBS:
        raise Wrong(f"more than {MOST_GLOBS:,} globs: name folders, not files")
    return globs


def _glob(value: str) -> str:
    if value.strip("/") in ("", "."):
        raise Wrong(f"{value!r} names no file")
    if len(value) > MOST_CHARACTERS:
        raise Wrong(f"a glob has more than {MOST_CHARACTERS:,} characters")
    try:
        compiled(value)
    except re.error:
        raise Wrong(f"{value!r} is no glob", value) from None
    return value


def _rules(value: Any) -> tuple[str, ...]:
    names = [name.upper() for name in _strings(value)]
    for name in names:
        if name != "ALL" and name not in RULES:
            raise Wrong(f"no rule is called {name}: choose from {', '.join(sorted(RULES))}", name)
    return tuple(sorted(RULES if "ALL" in names else set(names)))


def _count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError
    return value


def _path(value: Any) -> str:
    if not isinstance(value, str) or not value or "\0" in value:
        raise TypeError
    return value


def _strings(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise TypeError
    return value


def _rules_by_glob(value: Any) -> dict[str, tuple[str, ...]]:
    return {_glob(glob): _inner(glob, _rules, rules) for glob, rules in _not_too_many(dict(_rows(value))).items()}


def _languages_by_name(value: Any) -> dict[str, tuple[str, ...]]:
    return {_name(name): _inner(name, _languages, languages) for name, languages in _rows(value)}


def _languages_by_language(value: Any) -> dict[str, tuple[str, ...]]:
    return {_language(language): _inner(language, _languages, others) for language, others in _rows(value)}


def _severities_by_rule(value: Any) -> dict[str, str]:
    """The severity of each rule that is named; `all` means those that are not."""
    found = {name.upper(): _inner(name, _severity, said) for name, said in _rows(value)}
    named = {_rules([name])[0]: said for name, said in found.items() if name != "ALL"}
    return dict.fromkeys(RULES, found["ALL"]) | named if "ALL" in found else named


def _severity(value: Any) -> str:
    if not isinstance(value, str) or value.lower() not in SEVERITIES:
        raise Wrong(f"{value!r} is no severity: choose from {', '.join(SEVERITIES)}")
    return value.lower()


def _rows(value: Any) -> list[tuple[str, Any]]:
    if not isinstance(value, dict):
        raise TypeError
    return list(value.items())


def _inner(key: str, verified: Any, value: Any) -> Any:
    """A cell of a table; what is wrong with it stands on the line of its row."""
    try:
        return verified(value)
    except Wrong as wrong:
        raise Wrong(str(wrong), key) from None
    except TypeError:
        raise Wrong(f"{key!r} has no list of strings", key) from None


def _name(name: str) -> str:
    """An extension (`.tpl`), or a whole file name; `*.tpl` is the extension as well."""
    name = name[1:] if name.startswith("*.") else name
    if not name.strip(".") or "/" in name or "*" in name or "\t" in name:
        raise Wrong(f"{name!r} is no extension and no file name", name)
    return name


def _languages(value: Any) -> tuple[str, ...]:
    return tuple(map(_language, [value] if isinstance(value, str) else _strings(value)))


def _language(name: str) -> str:
    """A language as the table of names spells it, whatever its case. Wrong: there is none of that name."""
    known = _known_languages()
    if name.lower() not in known:
        raise Wrong(f"there is no language {name!r}{_perhaps(name, known.values())}", name)
    return known[name.lower()]


@lru_cache(maxsize=1)
def _known_languages() -> dict[str, str]:
    from langdetect_hook.claims import bundled

    claims = bundled()
    return {name.lower(): name for name in claims.languages()}


VERIFIED = {
    table.GLOBS: _globs,
    table.RULES: _rules,
    table.COUNT: _count,
    table.PATH: _path,
    table.RULES_BY_GLOB: _rules_by_glob,
    table.LANGUAGES_BY_NAME: _languages_by_name,
    table.LANGUAGES_BY_LANGUAGE: _languages_by_language,
    table.SEVERITIES_BY_RULE: _severities_by_rule,
}
