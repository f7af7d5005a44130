"""All files of the workspace: what `check` would find in each, while the editor sees how far it is and may stop it.

An editor may ask again every few seconds, so a file that has not changed since is not read again.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from typing import Any

from langdetect_hook.files.content import read_file
from langdetect_hook.lsp import documents
from langdetect_hook.lsp.client import Client
from langdetect_hook.lsp.diagnostics import result_id
from langdetect_hook.lsp.protocol import Diagnostic, Json
from langdetect_hook.lsp.roots import Root, forget
from langdetect_hook.lsp.session import Session
from langdetect_hook.verdict import Verdict

# Of so many files at a time an editor hears, and may say something.
_AT_ONCE = 8


class Workspace:
    """What was found in files, as long as neither they nor what counts for them has changed; and what is under way."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._found: dict[str, tuple[object, list[Verdict]]] = {}
        self._running: dict[Any, Progress] = {}

    def stop(self, token: Any) -> None:
        """End what has this token: somebody has pressed the button of its progress."""
        if token in self._running:
            self._running[token].is_stopped = True

    def pull(self, params: Json) -> Generator[None, None, Json]:
        """The findings in all files of the workspace that are not open. Closed, by the request's end, it ends at once;
        stopped, it has what was found so far."""
        before = {each["uri"]: each["value"] for each in params.get("previousResultIds") or ()}
        progress = Progress(self._session.client, params.get("workDoneToken"))
        self._running[progress.token] = progress
        try:
            return {"items": (yield from self._items(progress, before))}
        finally:
            self._running.pop(progress.token, None)
            progress.end()
            forget()

    def diagnostics(self, root: Root, path: str) -> list[Diagnostic]:
        """What is found in a file as it lies on the disk."""
        findings = self._findings(root, path)
        return self._session.diagnostics_of(root, _text_of(path), findings) if findings else []

    def _items(self, progress: Progress, before: dict[str, str]) -> Generator[None, None, list[Json]]:
        session, items = self._session, list[Json]()
        files = [(root, path) for root in session.roots.all() for path in session.of_root(root, root.files)]
        shown = {documents.path_of(uri) for uri in session.buffers}  # of what is open, the editor asks by itself
        for number, (root, path) in enumerate(files):
            if number % _AT_ONCE == 0:
                progress.report(number, len(files))
                yield
                if progress.is_stopped:
                    return items
            whole = root.whole(path)
            if whole not in shown:
                items.extend(self._reports(root, whole, before))
        self._forget_all_but({root.whole(path) for root, path in files})
        return items

    def _reports(self, root: Root, path: str, before: dict[str, str]) -> Iterator[Json]:
        """What there is to report of a file: nothing, where the editor knows of nothing and there is nothing."""
        uri, items = documents.uri_of(path), self.diagnostics(root, path)
        if not items and uri not in before:
            return
        name = result_id(items)
        report = {"uri": uri, "version": None, "resultId": name}
        yield {**report, "kind": "unchanged"} if before.get(uri) == name else {**report, "kind": "full", "items": items}

    def _findings(self, root: Root, path: str) -> list[Verdict]:
        stamp = self._session.era, root.stamp, _stamp(path)
        known = self._found.get(path)
        if known is None or known[0] != stamp:
            known = self._found[path] = stamp, self._session.of_root(root, lambda: root.findings(path))
        return known[1]

    def _forget_all_but(self, paths: set[str]) -> None:
        for path in self._found.keys() - paths:
            del self._found[path]


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _text_of(path: str) -> str:
    try:
        return read_file(path).text or ""
    except OSError:
        return ""


class Progress:
    """How far it is, told to an editor that has given a `token` for that. `is_stopped`: it is to go no further."""

    def __init__(self, client: Client, token: Any) -> None:
        self._client = client
        self.token = token if isinstance(token, int | str) else None
        self.is_stopped = False
        self._tell({"kind": "begin", "title": "langdetect-hook", "cancellable": True, "percentage": 0})

    def report(self, done: int, total: int) -> None:
        """Tell how many files are done, of how many."""
        words = f"{done:,} of {total:,} files"
        self._tell({"kind": "report", "message": words, "percentage": 100 * done // (total or 1)})

    def end(self) -> None:
        """Tell that it is over."""
        self._tell({"kind": "end"})

    def _tell(self, value: Json) -> None:
        if self.token is not None:
            self._client.notify("$/progress", {"token": self.token, "value": value})
