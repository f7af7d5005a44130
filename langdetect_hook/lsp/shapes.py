"""Whether what an editor sends has the parts that a method needs: a wrong message is answered, and ends nothing.

A shape is a type, a list of one shape (for lists of any length), or a table of keys with their shapes, where a key that
ends in `?` may be missing or null. What a table does not name may be anything.
"""

from __future__ import annotations

from typing import Any

POSITION = {"line": int, "character": int}
RANGE = {"start": POSITION, "end": POSITION}
DOCUMENT = {"textDocument": {"uri": str}}
RENAMED = {"files": [{"oldUri": str, "newUri": str}]}
OPENED = {"textDocument": {"uri": str, "languageId?": str, "version?": int, "text": str}}
CHANGED = {"textDocument": {"uri": str, "version?": int}, "contentChanges": [{"range?": RANGE, "text": str}]}
ACTIONS = {**DOCUMENT, "range": RANGE, "context": {"only?": [str]}}
AT = {**DOCUMENT, "position": POSITION}
PULLED = {**DOCUMENT, "previousResultId?": str}
ALL_PULLED = {"previousResultIds?": [{"uri": str, "value": str}]}
FOLDER = {"uri": str, "name?": str}
FOLDERS = {"event": {"added": [FOLDER], "removed": [FOLDER]}}
INITIALIZE = {"capabilities": dict, "rootUri?": str, "rootPath?": str, "workspaceFolders?": [FOLDER]}


def unlike(value: Any, shape: Any, where: str = "params") -> str:
    """What a value lacks that a shape asks for, as a few words; "" where nothing."""
    if isinstance(shape, dict):
        return _unlike_table(value, shape, where)
    if isinstance(shape, list):
        if not isinstance(value, list):
            return f"{where} is no list"
        return next(filter(None, (unlike(one, shape[0], f"{where}[{n}]") for n, one in enumerate(value))), "")
    is_like = isinstance(value, shape) and not isinstance(value, bool)
    return "" if is_like else f"{where} is no {shape.__name__}"


def _unlike_table(value: Any, shape: dict[str, Any], where: str) -> str:
    if not isinstance(value, dict):
        return f"{where} is no object"
    for name, inner in shape.items():
        key = name.rstrip("?")
        found = value.get(key)
        if found is None and key != name:
            continue
        if wrong := unlike(found, inner, f"{where}.{key}"):
            return wrong
    return ""
