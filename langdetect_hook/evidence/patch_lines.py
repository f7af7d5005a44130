"""Lines of a patch in code or data: `-` before what goes, `+` before what comes, as nobody writes it by chance."""

from __future__ import annotations

import re

from langdetect_hook.languages.lexers import is_in_string
from langdetect_hook.languages.parsers import parses_as_any_python

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from langdetect_hook.case import Case

_DATA = frozenset({"Dotenv", "INI", "JSON", "Java Properties", "TOML", "YAML"})
_CODE = frozenset({
    *("C", "C#", "C++", "CSS", "Dart", "Go", "Groovy", "HCL", "Java", "JavaScript", "Kotlin", "Less", "Lua"),
    *("PHP", "Ruby", "Rust", "SCSS", "Scala", "Shell", "Swift", "TypeScript"),
})  # fmt: skip
# More lines that go. Without a bound, a list of many lines would be run through from each of them.
_MORE = r"(?:-[^\n]*\n){0,50}"
# The same key, going and coming.
_KEY = re.compile(rf"^-([ \t]*)([\w\"'.-]+)([ \t]*[:=])[^\n]*\n{_MORE}\+\1\2\3", re.MULTILINE)
_STATEMENT = (
    r"(?:[ \t]*(?:class|const|def|elif|else|end|export|fn|for|from|func|function|if|import|let|local|package|private"
    r"|protected|public|return|static|use|val|var|while)\b[^\n]*|[^\n]*[;{}])"
)
# A statement that goes, and one that comes; or the head of a part, and a line that does.
_STATEMENTS = re.compile(
    rf"^-(?!-){_STATEMENT}\n{_MORE}\+(?!\+){_STATEMENT}$"
    r"|^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@[^\n]*\n(?:[ \t][^\n]*\n|\n){0,5}[-+]",
    re.MULTILINE,
)
# Both signs, with no line at the margin between them.
_SIGNED = re.compile(r"^-[^\n]*\n(?:[-+ ][^\n]*\n){0,50}?\+|^\+[^\n]*\n(?:[-+ ][^\n]*\n){0,50}?-", re.MULTILINE)
# Settings of the Unreal engine, where `+` adds a value to a list and `-` takes one out of it.
_OF_UNREAL = re.compile(r"^\[/Script/|^[.!]\w+=|^\+(\w+)=[^\n]*\n\+\1=", re.MULTILINE)
# Objective-C, whose methods have both signs, stands under names of C and C++ as well.
_OF_OBJECTIVE_C = re.compile(r"^@(?:implementation|interface|protocol)\b", re.MULTILINE)
MOST_BEHIND = 10_000
MOST_FOR_PYTHON = 200_000
MOST_LINES = 200  # of one patch


def first_line(case: Case) -> int:
    """The line, from 1, with which a patch begins in a text; 0 where there is none."""
    language = case.claim.languages[0]
    if "Objective-C" in case.claim.languages:  # whose methods have these signs
        return 0
    if language == "INI" and (_is_of_unreal(case.path) or _OF_UNREAL.search(case.text)):
        return 0
    if language == "Python":
        return _in_python(case.text) if case.content.complete else 0
    pattern = _KEY if language in _DATA else _STATEMENTS if language in _CODE else None
    found = pattern.search(case.text) if pattern else None
    if found is None or _OF_OBJECTIVE_C.search(case.text):
        return 0
    above = case.text[: found.start()]
    behind = case.text[found.start() :][:MOST_BEHIND].partition("\n")[2]
    if any(above.count(quotes) % 2 for quotes in ('"""', "'''")):
        return 0
    if is_in_string(above, behind, language, True, case.allowance()):
        return 0
    return above.count("\n") + 1


def _is_of_unreal(path: str) -> bool:
    """Whether a path is that of settings of the Unreal engine."""
    return path.endswith(".ini") and "Config" in path.split("/")[:-1]


def _in_python(text: str) -> int:
    """The first line of a patch in a text that is Python once the patch is applied, and is none before."""
    signed = _SIGNED.search(text)
    if signed is None or len(text) > MOST_FOR_PYTHON or parses_as_any_python(text):
        return 0
    lines = text.split("\n")
    first = text.count("\n", 0, signed.start())
    return first + 1 if any(parses_as_any_python("\n".join(each)) for each in _applied(lines, first)) else 0


def _applied(lines: list[str], first: int) -> Iterator[list[str]]:
    """The lines with the patch applied whose first line with a sign is number `first`: as if the others were not of it,
    or as if what stands below it, or on both sides, had the blank that a patch puts before each line."""
    yield [line[1:] if line[:1] == "+" else line for line in lines if line[:1] != "-"]
    last = max(number for number, line in enumerate(lines[: first + MOST_LINES]) if line[:1] in ("-", "+"))
    while last + 1 < len(lines) and lines[last + 1][:1] in (" ", ""):
        last += 1
    above = first
    while above and lines[above - 1][:1] == " ":
        above -= 1
    for start in (first, above):
        part = [line[1:] for line in lines[start : last + 1] if line[:1] != "-"]
        yield [*lines[:start], *part, *lines[last + 1 :]]
