"""All files of the workspace: what `check` would find in each, while the editor sees how far it is and may stop it.

An editor may ask again every few seconds, so a file that has not changed since is not read again.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lsprotocol import types

from langdetect_hook.files.content import read_file
from langdetect_hook.lsp.diagnostics import result_id
from langdetect_hook.lsp.roots import Root, forget
from langdetect_hook.lsp.session import Session
from langdetect_hook.verdict import Verdict

# Of so many files at a time an editor hears, and may say something.
_AT_ONCE = 8


class Remembered:
    """What was found in files, as long as neither they nor what counts for them has changed."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[object, list[Verdict]]] = {}

    def findings(self, session: Session, root: Root, path: str) -> list[Verdict]:
        """What `check` finds in the file at a whole path."""
        stamp = session.era, root.stamp, _stamp(path)
        known = self._found.get(path)
        if known is None or known[0] != stamp:
            known = self._found[path] = stamp, session.of_root(root, lambda: root.findings(path))
        return known[1]


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


async def pull(
    session: Session, remembered: Remembered, params: types.WorkspaceDiagnosticParams
) -> types.WorkspaceDiagnosticReport:
    """The findings in all files of the workspace that are not open. Cancelled, by the request's end or by the button
    of its progress, it ends at once."""
    before = {each.uri: each.value for each in params.previous_result_ids}
    items: list[types.WorkspaceDocumentDiagnosticReport] = []
    progress = Progress(session, params.work_done_token)
    try:
        files = [(root, path) for root in session.roots.all() for path in session.of_root(root, root.files)]
        for number, (root, path) in enumerate(files):
            if number % _AT_ONCE == 0:
                progress.report(number, len(files))
                await asyncio.sleep(0)
                if progress.is_cancelled():
                    break
            whole = root.whole(path)
            uri = Path(whole).as_uri()
            if uri not in session.checked:  # of what is open, the editor asks by itself
                items.extend(_reports(session, uri, whole, remembered.findings(session, root, whole), before))
    finally:
        progress.end()
        forget()
    return types.WorkspaceDiagnosticReport(items=items)


def _reports(
    session: Session, uri: str, path: str, findings: list[Verdict], before: dict[str, str]
) -> Iterator[types.WorkspaceDocumentDiagnosticReport]:
    """What there is to report of a file: nothing, where the editor knows of nothing and there is nothing."""
    if not findings and uri not in before:
        return
    items = session.diagnostics_of(_text_of(path) if findings else "", findings)
    name = result_id(items)
    if before.get(uri) == name:
        yield types.WorkspaceUnchangedDocumentDiagnosticReport(uri=uri, result_id=name, version=None)
    else:
        yield types.WorkspaceFullDocumentDiagnosticReport(uri=uri, items=items, result_id=name, version=None)


def _text_of(path: str) -> str:
    try:
        return read_file(path).text or ""
    except OSError:
        return ""


class Progress:
    """How far it is, told to an editor that has given a `token` for that."""

    def __init__(self, session: Session, token: types.ProgressToken | None) -> None:
        self._progress: Any = session.server.work_done_progress
        self._token = token
        if token is not None:
            begin = types.WorkDoneProgressBegin(title="langdetect-hook", cancellable=True, percentage=0)
            self._progress.begin(token, begin)

    def report(self, done: int, total: int) -> None:
        """Tell how many files are done, of how many."""
        if self._token is not None:
            message, percentage = f"{done:,} of {total:,} files", 100 * done // (total or 1)
            self._progress.report(self._token, types.WorkDoneProgressReport(message=message, percentage=percentage))

    def is_cancelled(self) -> bool:
        """Whether somebody has pressed the button that ends it."""
        return self._token is not None and bool(self._progress.tokens[self._token].cancelled())

    def end(self) -> None:
        """Tell that it is over."""
        if self._token is not None:
            self._progress.end(self._token, types.WorkDoneProgressEnd())
            self._progress.tokens.pop(self._token, None)
