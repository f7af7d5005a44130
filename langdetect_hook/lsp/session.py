"""What is known of the files that an editor has open: what was found in each, and what the editor was told.

All of it happens in one thread, a file at a time: what takes long gives way to the editor between files.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable
from typing import Any, NamedTuple

from langdetect_hook.failure import Failure
from langdetect_hook.files.content import read_file
from langdetect_hook.lsp import documents
from langdetect_hook.lsp.buffers import Buffers
from langdetect_hook.lsp.client import Client
from langdetect_hook.lsp.diagnostics import diagnostic_of, hint_of
from langdetect_hook.lsp.later import Later
from langdetect_hook.lsp.positions import line_range
from langdetect_hook.lsp.protocol import Diagnostic
from langdetect_hook.lsp.roots import Root, Roots, bundled
from langdetect_hook.report.severities import WARNING
from langdetect_hook.verdict import Verdict

# Seconds without a change until a buffer is checked, where it is checked while somebody types.
_PAUSE = 0.3
# Seconds until a file has the name that it was about to get.
_UNTIL_RENAMED = 5
# What editors call a text of which they know no more. What has a language needs no hint.
_NO_LANGUAGE = frozenset({"", "fundamental", "plaintext", "text", "txt"})
# Names of what nobody sets as a language.
_NO_HINT = frozenset({"Text"})


class Wanted(NamedTuple):
    """What the editor wants: a `severity` for all findings, "" for those of the configuration; to check `on_change`,
    too; `sets_language`: it has a command for that."""

    severity: str = ""
    on_change: bool = False
    sets_language: bool = False


class Checked(NamedTuple):
    """What was found in a buffer: its findings, or the language that a hint names, or ""; both with their places."""

    findings: tuple[Verdict, ...] = ()
    language: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()


# Nearly every buffer: they share one.
_NOTHING = Checked()


class Session:
    """One editor, from its first message to its last.

    `pulls`: the editor asks for diagnostics, and is told when to ask again; all others are told what was found. `era`:
    what was found in an earlier one may be otherwise by now.
    """

    def __init__(self, client: Client, later: Later, wanted: Wanted, pulls: bool) -> None:
        self.client = client
        self.later = later
        self.wanted = wanted
        self.pulls = pulls
        self.buffers = Buffers(lambda: client.encoding)
        self.roots = Roots(self._folders)
        self.checked: dict[str, Checked] = {}
        self.era = 0
        self._told: dict[str, str] = {}  # of each root, what is wrong with it
        self._announced: set[str] = set()

    def check(self, uri: str) -> Checked:
        """Check a buffer that is open, and tell the editor."""
        self.later.drop(("check", uri))
        self.take_back(uri)
        before = self.checked.get(uri)
        now = self.checked[uri] = self._checked(uri)
        buffer = self.buffers.get(uri)
        if not self.pulls:
            self.publish(uri, now.diagnostics, buffer.version if buffer else None)
        elif before is not None and before.diagnostics != now.diagnostics:
            self.client.request("workspace/diagnostic/refresh")
        return now

    def check_later(self, uri: str) -> None:
        """Check a buffer once nothing has changed for a while."""
        self.later.call(("check", uri), _PAUSE, lambda: self._check_if_open(uri))

    def check_all_again(self) -> None:
        """Check all open buffers, since what counts for them has changed; the editor may go on meanwhile."""
        self.era += 1
        self.later.begin("check all", self._check_each(list(self.checked)))

    def forget(self, uri: str) -> None:
        """Know nothing of a buffer that was closed, nor the editor."""
        self.later.drop(("check", uri))
        self.buffers.close(uri)
        if self.checked.pop(uri, None) is not None and not self.pulls:
            self.publish(uri, ())

    def announce(self, uri: str, path: str, old_uri: str, old: str) -> None:
        """Tell what is found in a file, or in its buffer, under a new name that it is about to get; what was told is
        taken back where it did not get it."""
        self.take_back(old_uri)
        shown = documents.content_to_check(old, self.buffers.text(old_uri)) if old_uri in self.buffers else None
        try:
            content = shown or read_file(old)
        except OSError:  # which is no reason to hinder the editor
            return
        root = self.roots.of(path)
        findings = self.of_root(root, lambda: root.findings(path, content))
        self._announced.add(uri)
        self.publish(uri, self.diagnostics_of(root, content.text or "", findings))
        self.later.call(
            ("announced", uri), _UNTIL_RENAMED, lambda: None if os.path.lexists(path) else self.take_back(uri)
        )

    def take_back(self, uri: str) -> None:
        """Tell nothing more of a file that was about to get this name."""
        if uri in self._announced:
            self._announced.discard(uri)
            self.publish(uri, ())

    def publish(self, uri: str, diagnostics: Iterable[Diagnostic], version: int | None = None) -> None:
        """Tell the editor what there is to be said of a file."""
        said: dict[str, Any] = {"uri": uri, "diagnostics": list(diagnostics)}
        self.client.notify("textDocument/publishDiagnostics", said if version is None else {**said, "version": version})

    def of_root(self, root: Root, work: Callable[[], list[Any]]) -> list[Any]:
        """The answer of a root, or nothing where it has none, of which the editor is told why, once."""
        try:
            found = work()
        except (Failure, OSError) as error:
            self._tell(root, f"langdetect-hook: {error}")
            return []
        self._told.pop(root.folder, None)
        return found

    def diagnostics_of(self, root: Root, text: str, findings: Iterable[Verdict]) -> list[Diagnostic]:
        """Findings in a text as the editor is told of them."""
        return [
            diagnostic_of(one, line_range(text, one.line or 1, self.client.encoding), self._severity(root, one))
            for one in findings
        ]

    def explanation(self, uri: str) -> list[str]:
        """The lines of `explain` about a buffer; none where it is neither a file nor untitled."""
        path, text = documents.path_of(uri), self.buffers.text(uri)
        if path is None:
            from langdetect_hook.commands.explain import explanation

            content = documents.content_of_text(text)
            return list(explanation("untitled", content, bundled())) if documents.is_untitled(uri) else []
        content = documents.content_to_check(path, text) or read_file(path)
        root = self.roots.of(path)
        return self.of_root(root, lambda: root.explanation(path, content))

    def _severity(self, root: Root, verdict: Verdict) -> str:
        said: dict[str, str] = root.settings.values["severity"]
        return self.wanted.severity or said.get(verdict.rule or "", WARNING)

    def _checked(self, uri: str) -> Checked:
        path, text = documents.path_of(uri), self.buffers.text(uri)
        if path:
            root = self.roots.of(path)
            findings = self.of_root(root, lambda: root.findings(path, documents.content_to_check(path, text)))
            if findings:
                return Checked(tuple(findings), "", tuple(self.diagnostics_of(root, text, findings)))
        language = self._language(uri, path, text)
        if not language:
            return _NOTHING
        return Checked((), language, (hint_of(language, line_range(text, 1, self.client.encoding)),))

    def _language(self, uri: str, path: str | None, text: str) -> str:
        """The language of a buffer whose name says nothing, and of which the editor knows none; "" where it is not
        sure, and where nothing is to be said."""
        buffer = self.buffers.get(uri)
        language_id = buffer.language_id.lower() if buffer else ""
        if language_id not in _NO_LANGUAGE or not (documents.is_untitled(uri) or (path and _is_bare(path))):
            return ""
        model = bundled()
        if path and model.claims.of(path):
            return ""
        from langdetect_hook.commands.answer import answer

        language = answer(model, documents.content_of_text(text)).language or ""
        return "" if language in _NO_HINT else language

    def _check_if_open(self, uri: str) -> None:
        if uri in self.buffers:
            self.check(uri)

    def _check_each(self, uris: list[str]) -> Generator[None, None, None]:
        for uri in uris:
            self._check_if_open(uri)
            yield

    def _folders(self) -> list[str]:
        """The folders of the workspace: files of the editor's own, and nothing else."""
        return list(dict.fromkeys(path for path in map(documents.path_of, self.client.folders) if path))

    def _tell(self, root: Root, words: str) -> None:
        if words != self._told.get(root.folder):
            self._told[root.folder] = words
            self.client.show_error(words)


def _is_bare(path: str) -> bool:
    """Whether a name has no extension."""
    return "." not in os.path.basename(path).lstrip(".")
