"""What each method of the protocol does about files, and what it needs to be told for that.

Imported once the editor was answered for the first time: it brings all that a check needs.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Generator
from typing import Any, NamedTuple

from langdetect_hook.configuration import BASELINE, OWN_FILE, SHARED_FILES
from langdetect_hook.lsp import actions, documents, shapes
from langdetect_hook.lsp.client import Client
from langdetect_hook.lsp.diagnostics import result_id
from langdetect_hook.lsp.later import Later
from langdetect_hook.lsp.protocol import Diagnostic, Json
from langdetect_hook.lsp.roots import bundled
from langdetect_hook.lsp.session import Session, Wanted
from langdetect_hook.lsp.workspace import Workspace
from langdetect_hook.report import escaped

# What decides how files are checked.
WATCHED = (actions.ATTRIBUTES, BASELINE, OWN_FILE, *SHARED_FILES)
_WATCHING = "workspace/didChangeWatchedFiles"


class Method(NamedTuple):
    """What a method does with its parameters, which have a `shape`. Where that takes long, it is done in steps."""

    shape: Any
    call: Callable[[Json], Any]


class Features:
    """The methods of one session, by name."""

    def __init__(self, client: Client, later: Later, wanted: Wanted, pulls: bool) -> None:
        self.session = Session(client, later, wanted, pulls)
        self._workspace = Workspace(self.session)
        self.methods = {
            "textDocument/codeAction": Method(shapes.ACTIONS, lambda asked: actions.actions(self.session, asked)),
            "textDocument/diagnostic": Method(shapes.PULLED, self._pull),
            "textDocument/didChange": Method(shapes.CHANGED, self._changed),
            "textDocument/didClose": Method(shapes.DOCUMENT, lambda told: self.session.forget(_uri(told))),
            "textDocument/didOpen": Method(shapes.OPENED, self._opened),
            "textDocument/didSave": Method(shapes.DOCUMENT, self._saved),
            "textDocument/hover": Method(shapes.AT, self._hover),
            "window/workDoneProgress/cancel": Method({}, lambda told: self._workspace.stop(told.get("token"))),
            "workspace/diagnostic": Method(shapes.ALL_PULLED, self._workspace.pull),
            _WATCHING: Method({}, lambda told: self.session.check_all_again()),
            "workspace/didChangeWorkspaceFolders": Method(shapes.FOLDERS, self._folders_changed),
            "workspace/willRenameFiles": Method(shapes.RENAMED, lambda asked: actions.will_rename(self.session, asked)),
        }

    def begin(self) -> None:
        """Ask to be told of changes to what decides how files are checked, and load the model before it is needed."""
        if self.session.client.capability("workspace", "didChangeWatchedFiles", "dynamicRegistration"):
            watchers = [{"globPattern": f"**/{name}"} for name in WATCHED]
            one = {"id": _WATCHING, "method": _WATCHING, "registerOptions": {"watchers": watchers}}
            self.session.client.request("client/registerCapability", {"registrations": [one]})
        self.session.later.begin("model", _load())

    def _opened(self, told: Json) -> None:
        self.session.buffers.open(told["textDocument"])
        self.session.check(_uri(told))

    def _saved(self, told: Json) -> None:
        """Check what was saved; all that is open, where that decides how files are checked."""
        uri = _uri(told)
        if uri in self.session.buffers:
            self.session.check(uri)
        if os.path.basename(documents.path_of(uri) or "") in WATCHED:
            self.session.check_all_again()

    def _changed(self, told: Json) -> None:
        """Check what was changed, where that is wanted, once there is a pause: what was never saved in any case, since
        of that nothing else tells."""
        uri = _uri(told)
        self.session.buffers.change(uri, told["textDocument"].get("version"), told["contentChanges"])
        if self.session.wanted.on_change or documents.is_untitled(uri):
            self.session.check_later(uri)

    def _folders_changed(self, told: Json) -> None:
        client, event = self.session.client, told["event"]
        removed = {each["uri"] for each in event["removed"]}
        client.folders = [uri for uri in client.folders if uri not in removed]
        client.folders += [each["uri"] for each in event["added"]]
        self.session.check_all_again()

    def _hover(self, asked: Json) -> Json | None:
        """Explain, at the first line, what a file is taken for."""
        lines = [] if asked["position"]["line"] else self.session.explanation(_uri(asked))
        if not lines:
            return None
        text = "\n".join(map(escaped, lines))
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
        return {"contents": {"kind": "markdown", "value": f"{fence}text\n{text}\n{fence}"}}

    def _pull(self, asked: Json) -> Json:
        """What was found in a buffer when it was opened, saved or, where that is wanted, changed; in a file, where it
        is not open (yet)."""
        items = self._diagnostics(_uri(asked))
        name = result_id(items)
        if name == asked.get("previousResultId"):
            return {"kind": "unchanged", "resultId": name}
        return {"kind": "full", "resultId": name, "items": items}

    def _diagnostics(self, uri: str) -> list[Diagnostic]:
        if uri not in self.session.buffers:
            path = documents.path_of(uri)
            return self._workspace.diagnostics(self.session.roots.of(path), path) if path else []
        return list((self.session.checked.get(uri) or self.session.check(uri)).diagnostics)


def _uri(params: Json) -> str:
    uri: str = params["textDocument"]["uri"]
    return uri


def _load() -> Generator[None, None, None]:
    bundled()
    yield
