"""What an editor can do about a finding at a keystroke: another name for the file, or a word that it is right as it is.

All of it are edits that the editor makes, and can undo: nothing is written here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types

from langdetect_hook.configuration import BASELINE, OWN_FILE, find
from langdetect_hook.failure import Failure
from langdetect_hook.files import work_trees
from langdetect_hook.files.content import read_whole
from langdetect_hook.lsp import documents
from langdetect_hook.lsp.language_ids import language_id
from langdetect_hook.lsp.roots import Root
from langdetect_hook.lsp.session import Session
from langdetect_hook.verdict import Verdict

ATTRIBUTES = ".gitattributes"
SET_LANGUAGE = "langdetect-hook.setLanguage"


def actions(session: Session, params: types.CodeActionParams) -> list[types.CodeAction]:
    """What can be done about the findings on the lines that are asked about."""
    uri, only = params.text_document.uri, params.context.only
    checked = session.checked.get(uri)
    path = documents.path_of(uri)
    if checked is None or (only is not None and types.CodeActionKind.QuickFix not in only and "" not in only):
        return []
    found: list[types.CodeAction] = []
    if checked.language and session.sets_language and _meet(checked.diagnostics[-1].range, params.range):
        found.append(_with_diagnostic(_set_language(uri, checked.language), checked.diagnostics[-1]))
    for verdict, diagnostic in zip(checked.findings, checked.diagnostics, strict=False):
        if path and _meet(diagnostic.range, params.range):
            found += [_with_diagnostic(action, diagnostic) for action in _about(session, path, verdict)]
    return found


def _set_language(uri: str, language: str) -> types.CodeAction:
    """Let the editor set its language mode, by a command of its own: the protocol has none."""
    title = f"Set the language to {language}"
    command = types.Command(title=title, command=SET_LANGUAGE, arguments=[uri, language_id(language), language])
    return types.CodeAction(title=title, command=command)


def _meet(one: types.Range, other: types.Range) -> bool:
    return bool(one.start.line <= other.end.line and other.start.line <= one.end.line)


def _with_diagnostic(action: types.CodeAction, diagnostic: types.Diagnostic) -> types.CodeAction:
    action.kind = types.CodeActionKind.QuickFix
    action.diagnostics = [diagnostic]
    return action


def _about(session: Session, path: str, verdict: Verdict) -> Iterator[types.CodeAction]:
    root = session.roots.of(path)
    editor = Editor(session)
    try:
        root.enter()
        yield from _rename(editor, root, path, verdict)
        yield from _allow(editor, path, verdict)
        yield from _ignore(editor, root, path)
        yield from _know(editor, root, verdict)
    except (Failure, OSError):
        return


class Editor:
    """What the editor can do."""

    def __init__(self, session: Session) -> None:
        workspace = session.server.workspace
        self._units = workspace.position_codec.client_num_units
        self._open = workspace.text_documents
        capabilities = session.server.client_capabilities
        edit = capabilities.workspace and capabilities.workspace.workspace_edit
        # Neovim knows these without saying that it knows `documentChanges`, in which alone they can stand.
        self._operations = set((edit and edit.resource_operations) or ())
        action = capabilities.text_document and capabilities.text_document.code_action
        self.shows_disabled = bool(action and action.disabled_support)

    @property
    def renames(self) -> bool:
        """Whether it gives files other names."""
        return types.ResourceOperationKind.Rename in self._operations

    def text(self, path: str) -> str:
        """What it shows of a file, or what the file holds; "" where there is none. OSError: it cannot be read."""
        name = os.path.basename(path)
        for uri, document in self._open.items():
            if uri.endswith(name) and documents.path_of(uri) == path:
                return str(document.source)
        return read_whole(path).decode("utf-8", "surrogateescape") if os.path.lexists(path) else ""

    def edit(self, path: str, before: str, after: str) -> types.WorkspaceEdit:
        """An edit that adds to the text of a file, which may not be there yet, what it lacks of another."""
        pairs = enumerate(zip(before, after, strict=False))
        same = next((n for n, (one, other) in pairs if one != other), len(before))
        where = self._position(before[:same])
        new = types.TextEdit(types.Range(where, where), after[same : same + len(after) - len(before)])
        uri = Path(path).as_uri()
        if os.path.lexists(path) or types.ResourceOperationKind.Create not in self._operations:
            return types.WorkspaceEdit(changes={uri: [new]})
        create = types.CreateFile(uri=uri, options=types.CreateFileOptions(ignore_if_exists=True))
        document = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=None)
        return types.WorkspaceEdit(document_changes=[create, types.TextDocumentEdit(document, [new])])

    def _position(self, before: str) -> types.Position:
        line = before[before.rfind("\n") + 1 :]
        return types.Position(line=before.count("\n"), character=self._units(line))


def _rename(editor: Editor, root: Root, path: str, verdict: Verdict) -> Iterator[types.CodeAction]:
    """Rename the file, where its name is what is wrong; not where there is a file of that name."""
    if not verdict.target or not editor.renames:
        return
    from langdetect_hook.commands.fixing import taken

    target = root.whole(verdict.target)
    title = f"Rename to {os.path.basename(target)}"
    if why := taken(target):
        if editor.shows_disabled:
            yield types.CodeAction(title=title, disabled=types.CodeActionDisabled(reason=why))
        return
    rename = types.RenameFile(
        old_uri=Path(path).as_uri(),
        new_uri=Path(target).as_uri(),
        options=types.RenameFileOptions(overwrite=False, ignore_if_exists=False),
    )
    yield types.CodeAction(title=title, is_preferred=True, edit=types.WorkspaceEdit(document_changes=[rename]))


def _allow(editor: Editor, path: str, verdict: Verdict) -> Iterator[types.CodeAction]:
    """Let `.gitattributes` allow what the file is."""
    found = work_trees.of_file(path)
    if found is None:
        return
    from langdetect_hook.lsp.edits import with_attribute

    language = verdict.predicted or ""
    file = os.path.join(found[0].top, ATTRIBUTES)
    said = f"linguist-language={language.replace(' ', '-')}" if language else "-langdetect"
    before = editor.text(file)
    after = with_attribute(before, found[1], language)
    if after:
        yield types.CodeAction(title=f"Allow in {ATTRIBUTES}: {said}", edit=editor.edit(file, before, after))


def _ignore(editor: Editor, root: Root, path: str) -> Iterator[types.CodeAction]:
    """Leave the file out, in the configuration that counts for it or in a new one."""
    from langdetect_hook.lsp.edits import with_exclude

    file = root.whole(find().file or OWN_FILE)
    before = editor.text(file)
    inside = os.path.relpath(path, os.path.dirname(file)).replace(os.sep, "/")
    after = "" if inside.startswith("../") else with_exclude(os.path.basename(file), before, inside)
    if after:
        title = f"Ignore this file in {os.path.basename(file)}"
        yield types.CodeAction(title=title, edit=editor.edit(file, before, after))


def _know(editor: Editor, root: Root, verdict: Verdict) -> Iterator[types.CodeAction]:
    """Write the finding down as known."""
    from langdetect_hook.configuration.baseline import Baseline
    from langdetect_hook.lsp.edits import with_entry

    named = root.settings.path_of("baseline") or BASELINE
    file = root.whole(named)
    before = editor.text(file)
    after = with_entry(before, Baseline(named).entry(verdict))
    edit = editor.edit(file, before, after)
    yield types.CodeAction(title=f"Add to the baseline {os.path.basename(file)}", edit=edit)


def will_rename(session: Session, params: types.RenameFilesParams) -> None:
    """Tell of the new name what there is to be said of it, before the file has it."""
    for file in params.files:
        old, new = documents.path_of(file.old_uri), documents.path_of(file.new_uri)
        if old and new and os.path.isfile(old):
            session.announce(file.new_uri, new, _text_of(session, file.old_uri), old)


def _text_of(session: Session, uri: str) -> str | None:
    document = session.server.workspace.text_documents.get(uri)
    return None if document is None else str(document.source)
