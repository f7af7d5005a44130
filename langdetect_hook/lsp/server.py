"""The server: which message of the editor does what."""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Iterator
from functools import partial
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from langdetect_hook import __version__
from langdetect_hook.commands import end_shared_processes
from langdetect_hook.configuration import BASELINE, OWN_FILE, SHARED_FILES
from langdetect_hook.failure import CLEAN
from langdetect_hook.lsp import SEVERITIES, actions, documents, workspace
from langdetect_hook.lsp.diagnostics import result_id
from langdetect_hook.lsp.session import Session
from langdetect_hook.report import escaped

GONE = 1
# What decides how files are checked.
WATCHED = (actions.ATTRIBUTES, BASELINE, OWN_FILE, *SHARED_FILES)


def serve(severity: str, on_change: bool) -> int:
    """The exit status of serving one editor on standard input and output: as the protocol has it, 1 where the editor
    went away without a word."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # an editor shows standard error as if it were ours to read
    session = session_of(severity, on_change)
    try:
        # A stream of its own, since pygls closes it at the end.
        session.server.start_io(stdout=os.fdopen(os.dup(sys.stdout.fileno()), "wb"))
    finally:
        end_shared_processes()
    return CLEAN if session.is_over else GONE


def features() -> Iterator[tuple[str, Any, Any]]:
    """The requests that are answered to every editor, each with what it is told of them and with what answers."""
    quick_fixes = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    yield types.TEXT_DOCUMENT_CODE_ACTION, quick_fixes, actions.actions
    yield types.TEXT_DOCUMENT_HOVER, None, hover
    files = types.FileOperationPattern(glob="**/*", matches=types.FileOperationPatternKind.File)
    renamed = types.FileOperationRegistrationOptions(filters=[types.FileOperationFilter(pattern=files, scheme="file")])
    yield types.WORKSPACE_WILL_RENAME_FILES, renamed, actions.will_rename


def session_of(severity: str, on_change: bool) -> Session:
    """A session whose server has met no editor yet."""
    server = LanguageServer("langdetect-hook", __version__)
    session = Session(server, severity, on_change)
    for name, handler in HANDLERS.items():
        server.feature(name)(partial(handler, session))
    for name, options, handler in features():
        server.feature(name, options)(partial(handler, session))
    return session


def initialize(session: Session, params: types.InitializeParams) -> None:
    """Heed what the editor can do and wants; one that pulls diagnostics must be able to be told when."""
    wanted = params.initialization_options
    wanted = wanted if isinstance(wanted, dict) else {}
    session.severity = wanted["severity"] if wanted.get("severity") in SEVERITIES else session.severity
    session.on_change = session.on_change or wanted.get("onChange") is True
    session.sets_language = wanted.get("setLanguage") is True
    session.pulls = _pulls(params.capabilities)
    if session.pulls:
        options = types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=True)
        session.server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)(partial(pull, session))
        session.server.feature(types.WORKSPACE_DIAGNOSTIC)(partial(workspace.pull, session, workspace.Remembered()))


def _pulls(capabilities: types.ClientCapabilities) -> bool:
    document, whole = capabilities.text_document, capabilities.workspace
    return bool(document and document.diagnostic and whole and whole.diagnostics and whole.diagnostics.refresh_support)


def initialized(session: Session, _: types.InitializedParams) -> None:
    """Ask to be told of changes to what decides how files are checked."""
    whole = session.server.client_capabilities.workspace
    watched = whole and whole.did_change_watched_files
    if not watched or not watched.dynamic_registration:
        return
    watchers = [types.FileSystemWatcher(glob_pattern=f"**/{name}") for name in WATCHED]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers=watchers)
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    registration = types.Registration(id=method, method=method, register_options=options)
    session.server.client_register_capability(types.RegistrationParams(registrations=[registration]))


def opened(session: Session, params: types.DidOpenTextDocumentParams) -> None:
    """Check what was opened."""
    session.check(params.text_document.uri)


def saved(session: Session, params: types.DidSaveTextDocumentParams) -> None:
    """Check what was saved; all that is open, where that decides how files are checked."""
    uri = params.text_document.uri
    session.check(uri)
    if os.path.basename(documents.path_of(uri) or "") in WATCHED:
        session.check_all_again()


def changed(session: Session, params: types.DidChangeTextDocumentParams) -> None:
    """Check what was changed, where that is wanted, once there is a pause."""
    if session.on_change:
        session.check_later(params.text_document.uri)


def closed(session: Session, params: types.DidCloseTextDocumentParams) -> None:
    """Be silent about what is closed."""
    session.forget(params.text_document.uri)


def watched_changed(session: Session, _: types.DidChangeWatchedFilesParams) -> None:
    """Check all that is open by what counts now."""
    session.check_all_again()


def folders_changed(session: Session, _: types.DidChangeWorkspaceFoldersParams) -> None:
    """Check all that is open as seen from other folders."""
    session.check_all_again()


def hover(session: Session, params: types.HoverParams) -> types.Hover | None:
    """Explain, at the first line, what a file is taken for."""
    if params.position.line:
        return None
    lines = session.explanation(params.text_document.uri)
    if not lines:
        return None
    text = "\n".join(map(escaped, lines))
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    words = types.MarkupContent(kind=types.MarkupKind.Markdown, value=f"{fence}text\n{text}\n{fence}")
    return types.Hover(contents=words)


def shut_down(session: Session, _: None) -> None:
    """Know that the editor is about to end us."""
    session.is_over = True


def pull(session: Session, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """What was found in a buffer when it was opened, saved or, where that is wanted, changed."""
    uri = params.text_document.uri
    found = session.checked.get(uri) or session.check(uri)
    name = result_id(found.diagnostics)
    if name == params.previous_result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=name)
    return types.RelatedFullDocumentDiagnosticReport(items=list(found.diagnostics), result_id=name)


HANDLERS: dict[str, Any] = {
    types.INITIALIZE: initialize,
    types.INITIALIZED: initialized,
    types.TEXT_DOCUMENT_DID_OPEN: opened,
    types.TEXT_DOCUMENT_DID_SAVE: saved,
    types.TEXT_DOCUMENT_DID_CHANGE: changed,
    types.TEXT_DOCUMENT_DID_CLOSE: closed,
    types.SHUTDOWN: shut_down,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: watched_changed,
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: folders_changed,
}
