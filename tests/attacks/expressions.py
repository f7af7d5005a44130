"""All regular expressions of the hook, found by looking, and texts that are made from each to be slow for it.

Found are the strings in the modules' tables, classes and functions that compile as an expression with a repetition
without a small bound, and what is put together of several, with a word in place of what only a run would know. That
finds too much, a sentence with a plus in it, but forgets nothing.
"""

from __future__ import annotations

import ast
import re
import sys
import types
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, NamedTuple

import langdetect_hook
from langdetect_hook.languages import LANGUAGES
from langdetect_hook.languages.signs import sign_of

parser: Any = import_module("re._parser" if sys.version_info >= (3, 11) else "sre_parse")

# Not on the way of a check: commands for whoever trains a model or makes a table.
NOT_OF_THE_HOOK = ("langdetect_hook.training", "langdetect_hook.model_assets", "langdetect_hook.claims.make_table")
# Lists of languages and of reasons, in which C++ is no repetition.
WITHOUT_EXPRESSIONS = ("langdetect_hook.claims.names_table", "langdetect_hook.claims.pygments_lexers")
# What stands in place of words that only a run knows.
A_WORD = "word"
# Fields of the tables in which people are spoken to, or languages are listed.
PROSE = {"accepts", "against", "editor_names", "help", "languages", "name", "reason", "sentence", "spoken", "why"}
SEARCHED, AT_ONCE, WHOLLY = "search", "match", "fullmatch"
HOW = {"match": AT_ONCE, "fullmatch": WHOLLY}
# Tables, and fields of rows, whose expressions are not searched for.
MATCHED = {
    "BODIES_OF_SOME": WHOLLY,
    "FORMS": AT_ONCE,
    "PRINTED": AT_ONCE,
    "TEXTS": AT_ONCE,
    "TRANSCRIPTS": AT_ONCE,
    "ARMOURS": AT_ONCE,
    "_BLOCKS": WHOLLY,
    "_FENCE": WHOLLY,
    "_OF_MARKUP": WHOLLY,
    "_PRE": WHOLLY,
    "_REGIONS": AT_ONCE,  # parts of others, at their beginning
    "_REGISTERS": AT_ONCE,
    "_REST_OF_STRING": AT_ONCE,
    "_STATEMENT": AT_ONCE,  # a part of others
    "in_blocks": WHOLLY,  # what it is given if nothing else is
}
CHARACTERS_ALONE = {"_PRECISION"}
LITTLE = 8  # a repetition up to so often adds nothing that grows
CHARACTERS = [chr(code) for code in range(32, 127)] + ["\n", "\t", "\r", "é"]
PREFERRED = "a 0\n\t_.-/\"'=,:;*#<({[$\\"


class Attack(NamedTuple):
    """A text: how it begins, and the piece that is repeated behind it."""

    head: str
    piece: str

    def of(self, size: int) -> str:
        """The text of about so many characters, with an end that nearly nothing matches."""
        return self.head + self.piece * max(1, (size - len(self.head)) // len(self.piece)) + "\x01"


class Found(NamedTuple):
    """What is known of an expression: how it is asked, and the modules that have it."""

    how: set[str]
    modules: set[str]


def modules() -> Iterator[ModuleType]:
    """The modules of the hook, as far as what they need is installed."""
    for info in walk_packages(langdetect_hook.__path__, "langdetect_hook."):
        if not info.name.startswith(NOT_OF_THE_HOOK + WITHOUT_EXPRESSIONS):
            try:
                yield import_module(info.name)
            except ModuleNotFoundError as error:  # of an extra that is not installed
                assert not str(error.name).startswith("langdetect_hook")


def expressions() -> dict[tuple[str, int], Found]:
    """All expressions with their flags: asked as the calls do that name them, else searched for."""
    called: dict[tuple[str, int], Found] = {}
    tables: dict[tuple[str, int], Found] = {}
    for module in modules():
        for pattern, flags, how in in_calls(module):
            _add(called, pattern, flags, how, module)
        for name, value in vars(module).items():
            if name in CHARACTERS_ALONE:
                continue
            for text, flags in in_value(value, module):
                for pattern in (text, _filled(text)):
                    _add(tables, pattern, flags, MATCHED.get(name, SEARCHED), module)
    for language in LANGUAGES:  # put together of cells; tests/test_patterns sees whether a run asks anything else
        _add(tables, sign_of(language.name), re.MULTILINE, SEARCHED, import_module("langdetect_hook.languages.entries"))
    for one, found in called.items():
        tables[one] = Found(found.how, found.modules | tables[one].modules if one in tables else found.modules)
    return {one: found for one, found in tables.items() if repeats(*one)}


def _add(found: dict[tuple[str, int], Found], pattern: str, flags: int, how: str, module: ModuleType) -> None:
    one = found.setdefault((pattern, flags), Found(set(), set()))
    one.how.add(how)
    one.modules.add(module.__name__)


def _filled(text: str) -> str:
    """An expression with a word where what was found before is filled in; not a class of characters with braces."""
    return text if re.search(r"\[[^\]]*\{\}", text) else text.replace("{0}", A_WORD).replace("{}", A_WORD)


def in_value(start: object, module: ModuleType) -> Iterator[tuple[str, int]]:
    """What stands in a table, a class or a closure of a module, however deep, as strings and as patterns."""
    seen: set[int] = set()
    pending: list[object] = [start]
    while pending:
        value = pending.pop()
        if isinstance(value, str):
            yield value, re.MULTILINE
        elif isinstance(value, re.Pattern):
            if isinstance(value.pattern, str):
                yield value.pattern, value.flags & ~re.UNICODE
        elif id(value) not in seen:
            seen.add(id(value))
            pending += parts(value, module)


def parts(value: Any, module: ModuleType) -> list[object]:
    """What a value is made of, as far as it is a module's own."""
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return [part for name, part in zip(value._fields, value, strict=True) if name not in PROSE]
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    if isinstance(value, list | tuple | set | frozenset):
        return list(value)
    if getattr(value, "__module__", None) != module.__name__:
        return []
    if isinstance(value, type):
        return list(vars(value).values())
    if isinstance(value, types.FunctionType):
        cells = [cell.cell_contents for cell in value.__closure__ or ()]
        return [*cells, *(value.__defaults__ or ()), *(value.__kwdefaults__ or {}).values()]
    slots = [getattr(value, name, None) for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ())]
    return [getattr(value, "__wrapped__", None), *getattr(value, "__dict__", {}).values(), *slots]


def in_calls(module: ModuleType) -> Iterator[tuple[str, int, str]]:
    """What the calls of a module ask, as far as it can be worked out, and how."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    yield from in_call(node, node.func, module, function)


def in_call(
    node: ast.Call, func: ast.Attribute, module: ModuleType, function: ast.FunctionDef
) -> Iterator[tuple[str, int, str]]:
    how, asked = HOW.get(func.attr, SEARCHED), ast.unparse(func.value)
    if asked == "re" and node.args and func.attr != "compile":
        yield put_together(node.args[0], module, function), re.MULTILINE, how
    known = vars(module).get(asked)
    if isinstance(known, re.Pattern) and isinstance(known.pattern, str):
        yield known.pattern, known.flags & ~re.UNICODE, how
    made = assigned(asked, function)
    if isinstance(made, ast.Call) and ast.unparse(made.func) == "re.compile":
        yield put_together(made.args[0], module, function), re.MULTILINE, how


def assigned(name: str, function: ast.AST) -> ast.expr | None:
    """What a function assigns to a name first."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            return node.value
    return None


def put_together(node: ast.expr, module: ModuleType, function: ast.AST) -> str:
    """What a string will be that is put together, with a word for what is not known before a run."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(put_together(part, module, function) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return put_together(node.value, module, function)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return put_together(node.left, module, function) + put_together(node.right, module, function)
    made = assigned(node.id, function) if isinstance(node, ast.Name) else None
    if made is not None:
        return put_together(made, module, function)
    try:
        value = eval(compile(ast.Expression(node), "", "eval"), dict(vars(module)))
    except Exception:
        return A_WORD
    return value if isinstance(value, str) else A_WORD


@cache
def repeats(pattern: str, flags: int) -> bool:
    """Whether a string is an expression with a repetition that may be long."""
    if not any(sign in pattern for sign in "*+}"):
        return False
    try:
        return any(True for _ in repetitions(parser.parse(pattern, flags)))
    except (re.error, OverflowError, RecursionError):
        return False


def repetitions(
    tree: Any, before: str = "", behind: tuple[Any, ...] = ()
) -> Iterator[tuple[str, Any, tuple[Any, ...]]]:
    """The repetitions of an expression that may be long: a text that leads to each, what it repeats, and the other
    repetitions beside it."""
    items, lead = list(tree), before
    for place, (name, value) in enumerate(items):
        others = (*items[:place], *items[place + 1 :], *behind)
        kind = str(name)
        if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            if value[1] > LITTLE:
                yield lead, value[2], others
            yield from repetitions(value[2], lead, others)
        else:
            for inner in children(kind, value):
                yield from repetitions(inner, lead, others)
        lead += sample([(name, value)])


def children(kind: str, value: Any) -> list[Any]:
    """The expressions within a node that is no repetition."""
    if kind == "BRANCH":
        return list(value[1])
    if kind in ("ASSERT", "ASSERT_NOT"):
        return [value[1]]
    if kind in ("SUBPATTERN", "ATOMIC_GROUP"):
        return [value[-1] if kind == "SUBPATTERN" else value]
    return []


def sample(items: Any, times: int = 0) -> str:
    """A short text that an expression matches, or nearly; `times`: how often at least what may be repeated."""
    return "".join(_sample(str(name), value, times) for name, value in items)


def _sample(kind: str, value: Any, times: int) -> str:
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return sample(value[2], times) * min(max(value[0], times), value[1])
    if kind == "BRANCH":
        return min((sample(each, times) for each in value[1]), key=len)
    if kind in ("ASSERT_NOT", "AT", "GROUPREF"):
        return ""
    inner = children(kind, value)
    if inner:
        return "" if kind == "ASSERT" else sample(inner[0], times)
    return next(iter(in_order(characters(kind, value))), "")


def characters(kind: str, value: Any) -> set[str]:
    """The characters, of those that attacks are made of, that a node of one character matches."""
    if kind == "LITERAL":
        return {chr(value)}
    if kind == "NOT_LITERAL":
        return set(CHARACTERS) - {chr(value)}
    if kind == "ANY":
        return set(CHARACTERS) - {"\n"}
    if kind == "RANGE":
        return {one for one in CHARACTERS if value[0] <= ord(one) <= value[1]}
    if kind == "CATEGORY":
        return {one for one in CHARACTERS if re.match(CATEGORIES[str(value)], one)}
    if kind == "IN":
        inside = set().union(*(characters(str(name), each) for name, each in value if str(name) != "NEGATE"))
        return set(CHARACTERS) - inside if str(value[0][0]) == "NEGATE" else inside
    return set()


CATEGORIES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}


def in_order(found: set[str]) -> list[str]:
    """Characters, those first that much else matches."""
    return [one for one in PREFERRED if one in found] + sorted(found - set(PREFERRED))


def all_characters(tree: Any) -> set[str]:
    """The characters of which anything in an expression matches one."""
    found: set[str] = set()
    for name, value in tree:
        kind = str(name)
        inner = [value[2]] if kind.endswith("REPEAT") else children(kind, value)
        found = found.union(characters(kind, value), *(all_characters(each) for each in inner))
    return found


def bodies(repeated: Any, others: Any) -> list[str]:
    """What to repeat: samples of what is repeated, and characters that it and another repetition match."""
    own = all_characters(repeated)
    beside = [node for node in others if str(node[0]).endswith("REPEAT") and node[1][1] > LITTLE]
    shared = [in_order(own & all_characters([node]))[:2] for node in beside]
    found = [
        sample(repeated),
        sample(repeated, 1),
        sample(repeated, 2),
        *in_order(own)[:2],
        *chain.from_iterable(shared),
    ]
    return [one for one in dict.fromkeys(found) if one]


def attacks(pattern: str, flags: int) -> set[Attack]:
    """Texts on which an expression may try the same characters again and again: many of what a repetition passes over
    behind what leads to it, many such beginnings, and many of both, in one line or in many."""
    found: set[Attack] = set()
    tree = parser.parse(pattern, flags)
    for lead, repeated, others in repetitions(tree):
        found |= {Attack(end, lead + end) for end in ("", "\n") if lead + end}
        for body in bodies(repeated, others):
            found |= {Attack(lead, body), Attack("", body), Attack("x\n" + lead, body)}
            found |= {Attack("", lead + body + end) for end in ("", "\n", "\n\n", " ")}
    return found
