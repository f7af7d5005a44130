"""What a person would write into a file of the repository so that a finding is none: the whole new text of that file.

Each adds one thing and changes nothing else; "" where that cannot be done safely.
"""

from __future__ import annotations

import glob
import json
import os
import re
from tempfile import TemporaryDirectory

from langdetect_hook.configuration.baseline import HEAD, Entry
from langdetect_hook.configuration.globs import matches
from langdetect_hook.configuration.reading import read
from langdetect_hook.configuration.table import SECTION
from langdetect_hook.failure import Failure

_KEY = re.compile(r"exclude[ \t]*=[ \t]*")
_CFG, _PYPROJECT = "setup.cfg", "pyproject.toml"


def with_attribute(text: str, inside: str, language: str) -> str:
    """The text of a `.gitattributes` that says what a file is, or without a `language` that nothing is to be said of
    it; `inside`: its path from the folder of that file."""
    if not inside.isprintable():
        return ""
    return _with_line(text, f"{_pattern(inside)} {attribute_for(language)}")


def attribute_for(language: str) -> str:
    """The attribute of git's that says that a file is of a language, or, without one, that nothing is to be said."""
    return f"linguist-language={language.replace(' ', '-')}" if language else "-langdetect"


def _pattern(inside: str) -> str:
    """A path as a pattern of `.gitattributes`, which names this file alone; quoted where it has blanks."""
    pattern = "/" + re.sub(r"([*?\[\\])", r"\\\1", inside)
    if not re.search(r'[\s"]', pattern):
        return pattern
    return '"' + pattern.replace("\\", "\\\\").replace('"', '\\"') + '"'


def with_entry(text: str, entry: Entry) -> str:
    """The text of a baseline in which a finding stands as well, at its place."""
    lines = (text or HEAD).splitlines()
    line = "\t".join(entry)
    place = next((n for n, other in enumerate(lines) if not other.startswith("#") and other > line), len(lines))
    return _end_of(text).join([*lines[:place], line, *lines[place:], ""])


def with_exclude(name: str, text: str, inside: str) -> str:
    """The text of the configuration file of a `name` that leaves a file out; `inside`: its path from there."""
    pattern = "/" + glob.escape(inside)
    if not inside.isprintable() or (name == _CFG and re.search(r"[,%]", pattern)):
        return ""
    value = pattern if name == _CFG else json.dumps(pattern, ensure_ascii=False)
    changed = _with_value(text, value, *_section(name, text), in_list="" if name == _CFG else "[")
    return changed if _leaves_out(name, changed, inside) else ""


def _section(name: str, text: str) -> tuple[int, int]:
    """Where the keys of our section stand in a text; all of its beginning, in a file that is ours alone."""
    if name not in (_CFG, _PYPROJECT):
        table = re.search(r"^[ \t]*\[", text, re.MULTILINE)
        return 0, table.start() if table else len(text)
    head = re.search(rf'^\[(?:tool\.)?"?{re.escape(SECTION)}"?\][^\n]*(?:\n|\Z)', text, re.MULTILINE)
    if head is None:
        return len(text), len(text)
    after = re.search(r"^\[", text[head.end() :], re.MULTILINE)
    return head.end(), head.end() + after.start() if after else len(text)


def _with_value(text: str, value: str, start: int, end: int, in_list: str) -> str:
    """The text with a value before the others of `exclude`, or with that key as the first of its section."""
    key = re.compile(rf"^{_KEY.pattern}{re.escape(in_list)}", re.MULTILINE).search(text, start, end)
    if key is None:
        new = f"exclude = [{value}]" if in_list else f"exclude = {value}"
        before = "" if text[:start].endswith("\n") or not start else _end_of(text)
        return text[:start] + before + new + _end_of(text) + text[start:]
    others = text[key.end() :].lstrip()
    comma = "" if in_list and others.startswith("]") else ", "
    return text[: key.end()] + value + comma + text[key.end() :]


def _leaves_out(name: str, text: str, inside: str) -> bool:
    """Whether a configuration with this text is one, and leaves a file out."""
    with TemporaryDirectory() as folder:
        path = os.path.join(folder, name)
        try:
            with open(path, "w", encoding="utf-8", newline="") as stream:
                stream.write(text)
            return any(matches(inside, pattern) for pattern in read(path).get("exclude", ()))
        except (Failure, OSError, UnicodeError):
            return False


def _with_line(text: str, line: str) -> str:
    end = _end_of(text)
    return text + (end if text and not text.endswith("\n") else "") + line + end


def _end_of(text: str) -> str:
    """How lines end in a text."""
    return "\r\n" if "\r\n" in text else "\n"
