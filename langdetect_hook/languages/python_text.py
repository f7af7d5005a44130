"""Python of any version, whichever version runs this: the parser of an interpreter knows its own syntax and no other.

A text that it does not parse may be older (`print x`) or newer (`type Pair[T] = ...`, quotes of an f-string within its
fields). What is known of either is written as all versions have it, and parsed again; the rest is told by its
statements, one by one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import islice, pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ast import AST, Module

MOST_CHARACTERS = 500_000
# What stands between parts of a text, and so many of these at most: each costs ast up to 2 KB. Healthy files of 200,000
# characters have half as many, most a quarter.
_BETWEEN_PARTS = "\n;,=([{<+-*/.:|&^%@>~"
MOST_PARTS = 80_000
MOST_CHARACTERS_OF_STATEMENTS = 200_000
MOST_STATEMENTS = 5_000  # that are parsed one by one: the others are like them
# What hangs one part of an expression below another, and so many in a statement at most: Python 3.10 goes down for each
# without a look at what is left of its stack. Later versions refuse as many.
_DEEPER = "([{<+-*/.|&^%@>"
MOST_DEPTH = 5_000
FAILURES = (ValueError, SyntaxError, RecursionError, MemoryError, OverflowError)

# Python 2 as Python 3 has it: statements of one line each, no more.
OLDER = (
    (
        re.compile(
            r"(?m)^((?:.*[:;])?[ \t]*)print(?=\s|['\"])(?![ \t]*[(=.,])"
            r"[ \t]*(?:>>[^,\n]+,)?[ \t]*((?:[^ \t,\n]|[ \t,]+(?=[^ \t,\n]))*)[ \t,]*$"
        ),
        r"\1print(\2)",
    ),
    (re.compile(r"(?m)^([ \t]*except[ \t]+(?=[^\s:,])[^\n:,]+(?:\([^\n()]*\))?),\s*(\w+)\s*:"), r"\1 as \2:"),
    (re.compile(r"(?m)^([ \t]*except\s*\([^\n)]*\)),\s*(\w+)\s*:"), r"\1 as \2:"),
    (re.compile(r"(?m)^([ \t]*raise\s+[\w.]+),\s*([^\n]+)$"), r"\1(\2)"),
    (re.compile(r"(?m)^([ \t]*)exec[ \t]+(?=\S)([^\n(=]+)$"), r"\1exec(\2)"),
    (re.compile(r"\b(0[xX][0-9a-fA-F]+|\d+)[lL]\b"), r"\1"),
    (re.compile(r"\b0([0-7]+)\b"), r"0o\1"),
    (re.compile(r"<>"), "!="),
    (re.compile(r"`([^`\n]+)`"), r"repr(\1)"),
    (re.compile(r"\b[uU][rR](?=['\"])"), "r"),
)  # fmt: skip

# So many at most: each `def name[` that nothing closes would look for the end in the whole text.
_BRACKETS = r"\[(?:[^\[\]]|\[[^\[\]]{0,200}\]){0,400}\]"
# The syntax of 3.11 and later as 3.10 has it, by the number of its proposal (PEP).
NEWER = (
    (re.compile(r"(?m)^([ \t]*except)[ \t]*\*"), r"\1 "),  # 654, groups of exceptions
    (re.compile(r"(?m)(\*[ \t]*\w+[ \t]*:[ \t]*)\*"), r"\1"),  # 646, `*args: *Types`
    (re.compile(r"(?<=[\w\])])\[[ \t]*\*(?=\w)"), "["),  # 646, `Array[*Shape]`
    (re.compile(rf"(?m)^([ \t]*)type[ \t]+(\w+)(?:[ \t]*{_BRACKETS})?[ \t]*="), r"\1\2 ="),  # 695
    (re.compile(rf"(?m)^([ \t]*(?:class|(?:async[ \t]+)?def)[ \t]+\w+)[ \t]*{_BRACKETS}(?=[ \t]*[(:])"), r"\1"),  # 695
    (re.compile(r"(?m)^([ \t]*except)[ \t]+([\w.]+(?:[ \t]*,[ \t]*[\w.]+)+)[ \t]*:"), r"\1 (\2):"),  # 758
    (re.compile(r"([\[({])[ \t]*\*{1,2}(?=[^\[\](){}\n]*[ \t]for[ \t])"), r"\1"),  # 798, `[*x for x in y]`
    (re.compile(r"(?m)^lazy[ \t]+(?=(?:from|import)\b)"), ""),  # 810
)


def tree_of(text: str) -> Module | None:
    """The tree of a text that is Python as this interpreter has it, or older or newer where the difference is known;
    None where it is not."""
    if len(text) > MOST_CHARACTERS:
        return None
    for spelling in (as_it_is, from_python_2, from_newer_python):
        try:
            spelled = spelling(text)
            if not is_too_much(spelled):
                return _parsed(spelled)
        except FAILURES:
            continue
    return None


def is_too_much(text: str) -> bool:
    """Whether a text is not parsed, since that might take too much memory, or all of the stack."""
    if len(text) > MOST_CHARACTERS or _count(text, _BETWEEN_PARTS) > MOST_PARTS:
        return True
    return sys.version_info < (3, 11) and is_deep(text)


def _count(text: str, characters: str) -> int:
    return sum(map(text.count, characters))


def is_deep(text: str) -> bool:
    """Whether a statement has more than MOST_DEPTH signs that may hang one part of it below another, or it is not known
    where the statements end."""
    if _count(text, _DEEPER) <= MOST_DEPTH:
        return False
    signs = depth = end = 0
    try:
        for kind, start, stop in _tokens(text):
            signs = (
                0 if kind == "\n" and not depth else signs + _count(text[end : stop if kind == "f" else start], _DEEPER)
            )
            depth += (kind in "[({") - (kind in "])}")
            signs, end = signs + (kind in "[({"), stop
            if signs > MOST_DEPTH:
                return True
    except (ValueError, RecursionError):
        return True
    return signs + _count(text[end:], _DEEPER) > MOST_DEPTH


def reads_as_python(text: str, least: float) -> bool:
    """Whether a text that the interpreter does not parse is Python all the same: of its first statements at least this
    share is, one of them of a kind that no other language has by chance, and what is indented stands below a colon."""
    if len(text) > MOST_CHARACTERS_OF_STATEMENTS:
        return False
    try:
        statements = list(islice(_statements(text), MOST_STATEMENTS))
    except (ValueError, RecursionError):
        return False
    return _is_indented_like_python(statements) and _are_python([words for _, words in statements], least)


def as_it_is(text: str) -> str:
    return text


def from_python_2(text: str) -> str:
    """Python 2 as Python 3 has it, statements of one line each at least."""
    return _rewritten(text, OLDER).expandtabs(8)


def from_newer_python(text: str) -> str:
    """The syntax of 3.11 and later as 3.10 has it. ValueError: a string has no end."""
    return _rewritten(_without_fields(text), NEWER)


def _rewritten(text: str, table: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, replacement in table:
        text = pattern.sub(replacement, text)
    return text


def _parsed(text: str) -> Module:
    import ast
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text)


# What the structure of a text depends on: comments, the beginnings of strings, brackets, the ends of lines.
_STRING = r"(?:\b([A-Za-z]{1,2}))?(\"{3}|'{3}|\"|')"
_TOKEN = re.compile(rf"#[^\n]*|{_STRING}|[\[({{]|[\])}}]|\\\n|\n")
_REST_OF_STRING = {
    '"': re.compile(r'[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"'),
    "'": re.compile(r"[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'"),
    '"""': re.compile(r'[^"\\]*(?:(?:\\[\s\S]|"(?!""))[^"\\]*)*"""'),
    "'''": re.compile(r"[^'\\]*(?:(?:\\[\s\S]|'(?!''))[^'\\]*)*'''"),
}
# In a string with fields: what is escaped, where a field begins, and where the string ends.
_IN_FIELDS = {
    quote: re.compile(rf"\\N\{{[^}}\n]*\}}|\\(?!\{{)[\s\S]|\{{\{{|\{{|{quote}" + (r"|\n" if len(quote) == 1 else ""))
    for quote in _REST_OF_STRING
}
_IN_FIELD = re.compile(rf"#[^\n]*|{_STRING}|[\[({{]|[\])}}]|:")
_IN_FORMAT = re.compile(r"[{}]")


def _tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """What the structure of a text depends on: its first character (`f` for a string with fields, `"` for another one)
    and its place. ValueError: a string has no end."""
    at = 0
    while found := _TOKEN.search(text, at):
        kind, at = found[0][0], found.end()
        if found[2]:
            kind = "f" if _has_fields(found[1]) else '"'
            at = _end_of_string(text, found)
        yield kind, found.start(), at


def _has_fields(prefix: str | None) -> bool:
    return prefix is not None and not {"f", "t"}.isdisjoint(prefix.lower())


def _end_of_string(text: str, opened: re.Match[str]) -> int:
    """Where a string ends that is `opened`. ValueError: nowhere."""
    quote, at = opened[2], opened.end()
    if not _has_fields(opened[1]):
        return _found(_REST_OF_STRING[quote].match(text, at)).end()
    while True:
        found = _found(_IN_FIELDS[quote].search(text, at))
        at = found.end()
        if found[0] == quote:
            return at
        if found[0] == "{":
            at = _end_of_field(text, at)
        elif found[0] == "\n":
            raise ValueError("a string has no end")


def _end_of_field(text: str, at: int) -> int:
    """Where the field of a string ends that begins at a place; strings within it may have the same quotes."""
    depth = 0
    while True:
        found = _found(_IN_FIELD.search(text, at))
        character, at = found[0][0], found.end()
        if found[2]:
            at = _end_of_string(text, found)
        elif character == "}" and not depth:
            return at
        elif character == ":" and not depth:
            return _end_of_format(text, at)
        else:
            depth += (character in "[({") - (character in "])}")


def _end_of_format(text: str, at: int) -> int:
    """Where a field ends of which a format begins at a place; the format may have fields itself."""
    while (found := _found(_IN_FORMAT.search(text, at)))[0] != "}":
        at = _end_of_field(text, found.end())
    return found.end()


def _found(match: re.Match[str] | None) -> re.Match[str]:
    if match is None:
        raise ValueError("a string has no end")
    return match


def _without_fields(text: str) -> str:
    """A text with an empty string for each that has fields: their syntax has grown from version to version."""
    pieces, end = [], 0
    for kind, start, stop in _tokens(text):
        if kind == "f":
            pieces += [text[end:start], '""']
            end = stop
    return "".join(pieces) + text[end:]


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """The statements of a text, each in one line without comments, with how far it is indented. ValueError: brackets
    or strings do not end."""
    pieces: list[str] = []
    end = depth = 0
    for kind, start, stop in _tokens(text + "\n"):
        pieces.append(text[end:start])
        end = stop
        depth += (kind in "[({") - (kind in "])}")
        if kind == "\n" and not depth:
            yield from _statement("".join(pieces))
            pieces = []
        elif kind != "#":
            pieces.append({"f": '""', "\n": " ", "\\": " "}.get(kind, text[start:stop]))
        if depth < 0:
            raise ValueError("a bracket ends that has not begun")
    if depth:
        raise ValueError("a bracket has no end")


def _statement(line: str) -> Iterator[tuple[int, str]]:
    words = line.strip()
    if words:
        line = line.expandtabs(8)
        yield len(line) - len(line.lstrip()), words


def _is_indented_like_python(statements: list[tuple[int, str]]) -> bool:
    """Whether the statement after one that ends with a colon, and no other, is indented further."""
    pairs = pairwise(statements)
    return all((below > above) == words.endswith(":") for (above, words), (below, _) in pairs)


# What stands before a part of a statement that is none by itself, and what a statement has below it.
_BEFORE = {
    "case": "match x:\n ",
    "elif": "if x: pass\n",
    "else": "if x: pass\n",
    "except": "try: pass\n",
    "finally": "try: pass\n",
}
_BELOW = {"match": "\n case _: pass", "try": " pass\nfinally: pass"}
_FIRST_WORD = re.compile(r"\w+")


def _are_python(statements: list[str], least: float) -> bool:
    failed, telling = 0, False
    for statement in statements:
        tree = _tree_of_statement(statement)
        failed += tree is None
        if failed > (1 - least) * len(statements):
            return False  # most texts of another language end here, soon
        telling = telling or (tree is not None and _is_of_python_alone(tree))
    return telling


def _tree_of_statement(statement: str) -> AST | None:
    """The last node of a statement, or of the part of one that a line has."""
    found = _FIRST_WORD.match(statement)
    word = found[0] if found else ""
    below = _BELOW.get(word, " pass") if statement.endswith(":") else "\ndef f(): pass" if statement[0] == "@" else ""
    tree = tree_of(_BEFORE.get(word, "") + statement + below)
    return tree.body[-1] if tree is not None and tree.body else None


# What no text of another language has by chance; `import a.b;` is Java as well. Of blocks, the colon and what is below.
_OF_PYTHON_ALONE = frozenset({
    *("AsyncFunctionDef", "ClassDef", "For", "FunctionDef", "If", "ImportFrom", "Match", "Try", "While", "With"),
})  # fmt: skip


def _is_of_python_alone(node: AST) -> bool:
    return type(node).__name__ in _OF_PYTHON_ALONE
