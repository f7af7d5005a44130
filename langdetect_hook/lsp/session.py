"""What is known of the files that an editor has open: what was found in each, and what the editor was told.

All of it happens in one thread, a file at a time: what takes long gives way to the editor between files.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable
from typing import Any, NamedTuple

from lsprotocol import types

from langdetect_hook.failure import Failure
from langdetect_hook.files.content import read_file
from langdetect_hook.lsp import documents
from langdetect_hook.lsp.diagnostics import diagnostic_of, hint_of, range_of
from langdetect_hook.lsp.roots import Root, Roots, bundled
from langdetect_hook.verdict import Verdict

# Seconds without a change until a buffer is checked, where it is checked while somebody types.
_PAUSE = 0.3
# Seconds until a file has the name that it was about to get.
_UNTIL_RENAMED = 5
# What editors call a text of which they know no more. What has a language needs no hint.
_NO_LANGUAGE = frozenset({"", "fundamental", "plaintext", "text", "txt"})
# Names of what nobody sets as a language.
_NO_HINT = frozenset({"Text"})


class Checked(NamedTuple):
    """What was found in a buffer: its findings, or the language that a hint names, or ""; both with their places."""

    version: int | None
    findings: tuple[Verdict, ...]
    language: str
    diagnostics: tuple[types.Diagnostic, ...]


class Session:
    """One editor, from its first message to its last; `server`: of pygls.

    `pulls`: the editor asks for diagnostics, and is told when to ask again; all others are told what was found. `era`:
    what was found in an earlier one may be otherwise by now.
    """

    def __init__(self, server: Any, severity: str, on_change: bool) -> None:
        self.server = server
        self.severity = severity
        self.on_change = on_change
        self.sets_language = False
        self.pulls = False
        self.is_over = False
        self.roots = Roots(self._folders)
        self.checked: dict[str, Checked] = {}
        self.era = 0
        self._later: dict[str, asyncio.TimerHandle] = {}
        self._rechecking: asyncio.Task[None] | None = None
        self._told = ""
        self._announced: set[str] = set()

    def check(self, uri: str) -> Checked:
        """Check a buffer that is open, and tell the editor."""
        self.not_later(uri)
        if uri in self._announced:
            self._announced.discard(uri)
            self.publish(uri, ())
        before = self.checked.get(uri)
        now = self.checked[uri] = self._checked(uri)
        if not self.pulls:
            self.publish(uri, now.diagnostics, now.version)
        elif before is not None and before.diagnostics != now.diagnostics:
            self.server.workspace_diagnostic_refresh(None)
        return now

    def check_later(self, uri: str) -> None:
        """Check a buffer once nothing has changed for a while."""
        self.not_later(uri)
        self._later[uri] = asyncio.get_running_loop().call_later(_PAUSE, self.check, uri)

    def not_later(self, uri: str) -> None:
        """Take back what `check_later` has planned."""
        if uri in self._later:
            self._later.pop(uri).cancel()

    def check_all_again(self) -> None:
        """Check all open buffers, since what counts for them has changed; the editor may go on meanwhile."""
        self.era += 1
        if self._rechecking is not None:
            self._rechecking.cancel()
        self._rechecking = asyncio.ensure_future(self._check_each(list(self.checked)))

    def forget(self, uri: str) -> None:
        """Know nothing of a buffer that was closed, nor the editor."""
        self.not_later(uri)
        if self.checked.pop(uri, None) is not None and not self.pulls:
            self.publish(uri, ())

    def announce(self, uri: str, path: str, text: str | None, old: str) -> None:
        """Tell what is found in a file, or its buffer's `text`, under a new name that it is about to get; what was told
        is taken back where it did not get it."""
        content = (None if text is None else documents.content_to_check(old, text)) or read_file(old)
        root = self.roots.of(path)
        findings = self.of_root(root, lambda: root.findings(path, content))
        self._announced.add(uri)
        self.publish(uri, self.diagnostics_of(content.text or "", findings))
        asyncio.get_running_loop().call_later(_UNTIL_RENAMED, self._take_back, uri, path)

    def _take_back(self, uri: str, path: str) -> None:
        if uri in self._announced and not os.path.lexists(path):
            self._announced.discard(uri)
            self.publish(uri, ())

    def publish(self, uri: str, diagnostics: Iterable[types.Diagnostic], version: int | None = None) -> None:
        """Tell the editor what there is to be said of a file."""
        self.server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, diagnostics=list(diagnostics), version=version)
        )

    def findings_in(self, path: str, text: str) -> list[Verdict]:
        """What `check` finds in a file, or in a text under its name; nothing where the configuration is wrong, which
        the editor is told."""
        root = self.roots.of(path)
        return self.of_root(root, lambda: root.findings(path, documents.content_to_check(path, text)))

    def of_root(self, root: Root, work: Any) -> list[Any]:
        """The answer of a root, or nothing where it has none, of which the editor is told why, once."""
        try:
            found: list[Any] = work()
        except (Failure, OSError) as error:
            self._tell(f"langdetect-hook: {error}")
            return []
        self._told = ""
        return found

    def diagnostics_of(self, text: str, findings: Iterable[Verdict]) -> list[types.Diagnostic]:
        """Findings in a text as the editor is told of them."""
        units = self.server.workspace.position_codec.client_num_units
        return [diagnostic_of(one, range_of(text, one.line or 1, units), self.severity) for one in findings]

    def explanation(self, uri: str) -> list[str]:
        """The lines of `explain` about a buffer; none where it is neither a file nor untitled."""
        path, text = documents.path_of(uri), self.server.workspace.get_text_document(uri).source
        if path is None:
            from langdetect_hook.commands.explain import explanation

            content = documents.content_of_text(text)
            return list(explanation("untitled", content, bundled())) if documents.is_untitled(uri) else []
        content = documents.content_to_check(path, text) or read_file(path)
        root = self.roots.of(path)
        return self.of_root(root, lambda: root.explanation(path, content))

    def _checked(self, uri: str) -> Checked:
        document = self.server.workspace.get_text_document(uri)
        path = documents.path_of(uri)
        text = document.source
        findings = self.findings_in(path, text) if path else []
        told = self.diagnostics_of(text, findings)
        language = "" if findings else self._language(uri, path, text, document.language_id or "")
        if language:
            told.append(hint_of(language, range_of(text, 1, self.server.workspace.position_codec.client_num_units)))
        return Checked(document.version, tuple(findings), language, tuple(told))

    def _language(self, uri: str, path: str | None, text: str, language_id: str) -> str:
        """The language of a buffer whose name says nothing, and of which the editor knows none; "" where it is not
        sure, and where nothing is to be said."""
        if language_id.lower() not in _NO_LANGUAGE or not (documents.is_untitled(uri) or (path and _is_bare(path))):
            return ""
        model = bundled()
        if path and model.claims.of(path):
            return ""
        from langdetect_hook.commands.answer import answer

        language = answer(model, documents.content_of_text(text)).language or ""
        return "" if language in _NO_HINT else language

    async def _check_each(self, uris: list[str]) -> None:
        for uri in uris:
            if uri in self.checked:
                self.check(uri)
            await asyncio.sleep(0)

    def _folders(self) -> list[str]:
        """The folders of the workspace: files of the editor's own, and nothing else."""
        workspace = self.server.workspace
        addresses = [*workspace.folders, *([workspace.root_uri] if workspace.root_uri else [])]
        return list(dict.fromkeys(path.rstrip("/") or "/" for path in map(documents.path_of, addresses) if path))

    def _tell(self, words: str) -> None:
        if words != self._told:
            self._told = words
            self.server.window_show_message(types.ShowMessageParams(type=types.MessageType.Error, message=words))


def _is_bare(path: str) -> bool:
    """Whether a name has no extension."""
    return "." not in path[path.rfind("/") + 1 :].lstrip(".")
