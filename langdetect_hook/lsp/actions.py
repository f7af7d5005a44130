"""What an editor can do about a finding at a keystroke: another name for the file, or a word that it is right as it is.

All of it are edits that the editor makes, and can undo: nothing is written here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from langdetect_hook.configuration import BASELINE, OWN_FILE, find
from langdetect_hook.failure import Failure
from langdetect_hook.files import work_trees
from langdetect_hook.files.content import read_whole
from langdetect_hook.lsp import documents
from langdetect_hook.lsp.language_ids import language_id
from langdetect_hook.lsp.positions import end_of
from langdetect_hook.lsp.protocol import QUICK_FIX, CodeAction, Diagnostic, Json, Range
from langdetect_hook.lsp.roots import Root
from langdetect_hook.lsp.session import Session
from langdetect_hook.verdict import Verdict

ATTRIBUTES = ".gitattributes"
SET_LANGUAGE = "langdetect-hook.setLanguage"


def actions(session: Session, params: Json) -> list[CodeAction]:
    """What can be done about the findings on the lines that are asked about."""
    uri, only, lines = params["textDocument"]["uri"], params["context"].get("only"), params["range"]
    checked = session.checked.get(uri)
    path = documents.path_of(uri)
    if checked is None or (only is not None and QUICK_FIX not in only and "" not in only):
        return []
    found: list[CodeAction] = []
    if checked.language and session.wanted.sets_language and _meet(checked.diagnostics[0]["range"], lines):
        found.append(_with_diagnostic(_set_language(uri, checked.language), checked.diagnostics[0]))
    for verdict, diagnostic in zip(checked.findings, checked.diagnostics, strict=False):
        if path and _meet(diagnostic["range"], lines):
            found += [_with_diagnostic(action, diagnostic) for action in _about(session, uri, path, verdict)]
    return found


def _set_language(uri: str, language: str) -> CodeAction:
    """Let the editor set its language mode, by a command of its own: the protocol has none."""
    title = f"Set the language to {language}"
    arguments = [uri, language_id(language), language]
    return {"title": title, "command": {"title": title, "command": SET_LANGUAGE, "arguments": arguments}}


def _meet(one: Range, other: Range) -> bool:
    return one["start"]["line"] <= other["end"]["line"] and other["start"]["line"] <= one["end"]["line"]


def _with_diagnostic(action: CodeAction, diagnostic: Diagnostic) -> CodeAction:
    return {**action, "kind": QUICK_FIX, "diagnostics": [diagnostic]}


def _about(session: Session, uri: str, path: str, verdict: Verdict) -> Iterator[CodeAction]:
    root = session.roots.of(path)
    editor = Editor(session)
    try:
        root.enter()
        yield from _rename(editor, root, uri, verdict)
        yield from _allow(editor, path, verdict)
        yield from _ignore(editor, root, path)
        yield from _know(editor, root, verdict)
    except (Failure, OSError):
        return


class Editor:
    """What the editor can do."""

    def __init__(self, session: Session) -> None:
        self._client = session.client
        self._buffers = session.buffers
        # Neovim knows these without saying that it knows `documentChanges`, in which alone they can stand.
        self._operations = session.client.capability("workspace", "workspaceEdit", "resourceOperations") or ()
        self.shows_disabled = bool(session.client.capability("textDocument", "codeAction", "disabledSupport"))

    @property
    def renames(self) -> bool:
        """Whether it gives files other names."""
        return "rename" in self._operations

    def text(self, path: str) -> str:
        """What it shows of a file, or what the file holds; "" where there is none. OSError: it cannot be read."""
        uri = self._uri(path)
        if uri in self._buffers:
            return self._buffers.text(uri)
        return read_whole(path).decode("utf-8", "surrogateescape") if os.path.lexists(path) else ""

    def edit(self, path: str, before: str, after: str) -> Json:
        """An edit that adds to the text of a file, which may not be there yet, what it lacks of another."""
        pairs = enumerate(zip(before, after, strict=False))
        same = next((n for n, (one, other) in pairs if one != other), len(before))
        where = end_of(before[:same], self._client.encoding)
        new = {"range": {"start": where, "end": where}, "newText": after[same : same + len(after) - len(before)]}
        uri = self._uri(path)
        if os.path.lexists(path) or "create" not in self._operations:
            return {"changes": {uri: [new]}}
        create = {"kind": "create", "uri": uri, "options": {"ignoreIfExists": True}}
        return {"documentChanges": [create, {"textDocument": {"uri": uri, "version": None}, "edits": [new]}]}

    def _uri(self, path: str) -> str:
        """The URI by which it knows a file: of several for the same path, the one of its buffer."""
        name = os.path.basename(path)
        open_there = (uri for uri in self._buffers if uri.endswith(name) and documents.path_of(uri) == path)
        return next(open_there, documents.uri_of(path))


def _rename(editor: Editor, root: Root, uri: str, verdict: Verdict) -> Iterator[CodeAction]:
    """Rename the file, where its name is what is wrong; not where there is a file of that name."""
    if not verdict.target or not editor.renames:
        return
    from langdetect_hook.commands.fixing import taken

    target = root.whole(verdict.target)
    title = f"Rename to {os.path.basename(target)}"
    if why := taken(target):
        if editor.shows_disabled:
            yield {"title": title, "disabled": {"reason": why}}
        return
    options = {"overwrite": False, "ignoreIfExists": False}
    rename = {"kind": "rename", "oldUri": uri, "newUri": documents.uri_of(target), "options": options}
    yield {"title": title, "isPreferred": True, "edit": {"documentChanges": [rename]}}


def _allow(editor: Editor, path: str, verdict: Verdict) -> Iterator[CodeAction]:
    """Let `.gitattributes` allow what the file is."""
    found = work_trees.of_file(path)
    if found is None:
        return
    from langdetect_hook.lsp.edits import attribute_for, with_attribute

    language = verdict.predicted or ""
    file = os.path.join(found[0].top, ATTRIBUTES)
    before = editor.text(file)
    after = with_attribute(before, found[1], language)
    if after:
        yield {"title": f"Allow in {ATTRIBUTES}: {attribute_for(language)}", "edit": editor.edit(file, before, after)}


def _ignore(editor: Editor, root: Root, path: str) -> Iterator[CodeAction]:
    """Leave the file out, in the configuration that counts for it or in a new one."""
    from langdetect_hook.lsp.edits import with_exclude

    file = root.whole(find().file or OWN_FILE)
    before = editor.text(file)
    inside = os.path.relpath(path, os.path.dirname(file)).replace(os.sep, "/")
    after = "" if inside.startswith("../") else with_exclude(os.path.basename(file), before, inside)
    if after:
        yield {"title": f"Ignore this file in {os.path.basename(file)}", "edit": editor.edit(file, before, after)}


def _know(editor: Editor, root: Root, verdict: Verdict) -> Iterator[CodeAction]:
    """Write the finding down as known."""
    from langdetect_hook.configuration.baseline import Baseline
    from langdetect_hook.lsp.edits import with_entry

    named = root.settings.path_of("baseline") or BASELINE
    file = root.whole(named)
    before = editor.text(file)
    after = with_entry(before, Baseline(named).entry(verdict))
    yield {"title": f"Add to the baseline {os.path.basename(file)}", "edit": editor.edit(file, before, after)}


def will_rename(session: Session, params: Json) -> None:
    """Tell of the new name what there is to be said of it, before the file has it."""
    for file in params["files"]:
        old, new = documents.path_of(file["oldUri"]), documents.path_of(file["newUri"])
        if old and new and os.path.isfile(old):
            session.announce(file["newUri"], new, file["oldUri"], old)
