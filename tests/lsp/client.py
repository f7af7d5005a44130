"""An editor for the tests: pytest-lsp's client, which holds what it is told to the protocol, and keeps it."""

from __future__ import annotations

import asyncio
import contextlib
import sys
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pytest_lsp", reason="pytest-lsp, of the extra `test`, is not installed")

from lsprotocol import types
from pytest_lsp import LanguageClient, LspSpecificationWarning

# Seconds that only a hang takes.
HANGS = 60


class Client(LanguageClient):
    """pytest-lsp's client, which tells with which status its server has ended."""

    def __init__(self) -> None:
        super().__init__()
        self.ended: asyncio.Queue[int | None] = asyncio.Queue()

    @property
    def pid(self) -> int:
        assert self._server is not None
        return self._server.pid

    async def server_exit(self, server: asyncio.subprocess.Process) -> None:
        self.ended.put_nowait(server.returncode)


class Editor:
    """A client with a server of its own, that has the folder of a workspace open."""

    def __init__(self, folder: Path) -> None:
        self.client = Client()
        self.folder = folder
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: asyncio.Queue[types.ShowMessageParams] = asyncio.Queue()
        self.logged: list[str] = []
        self.progress: list[Any] = []
        self.on_progress: Callable[[Any], None] = lambda _: None
        self.refreshed: asyncio.Queue[None] = asyncio.Queue()
        self.registered: list[types.Registration] = []
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: self.published.put_nowait(params))
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(lambda params: self.messages.put_nowait(params))
        self.client.feature(types.WINDOW_LOG_MESSAGE)(lambda params: self.logged.append(params.message))
        self.client.feature(types.WORKSPACE_DIAGNOSTIC_REFRESH)(lambda params: self.refreshed.put_nowait(None))
        self.client.feature(types.PROGRESS)(lambda params: self._progressed(params))
        self.client.feature(types.CLIENT_REGISTER_CAPABILITY)(
            lambda params: self.registered.extend(params.registrations)
        )

    def _progressed(self, params: types.ProgressParams) -> None:
        self.progress.append(params.value)
        self.on_progress(params)

    async def start(self, arguments: list[str], capabilities: types.ClientCapabilities, options: Any) -> Any:
        self.client.capabilities = capabilities
        await self.client.start_io(sys.executable, "-m", "langdetect_hook", "lsp", *arguments, cwd="/")
        folders = [types.WorkspaceFolder(uri=self.folder.as_uri(), name="workspace")]
        found = await limited(
            self.client.initialize_async(
                types.InitializeParams(
                    capabilities=capabilities,
                    workspace_folders=folders,
                    root_uri=self.folder.as_uri(),
                    initialization_options=options,
                )
            )
        )
        self.client.initialized(types.InitializedParams())
        return found

    @property
    def pid(self) -> int:
        """The number of the server's process."""
        return self.client.pid

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str | None = None, language: str = "plaintext", uri: str = "") -> str:
        """Open a file as it is on the disk, or as a buffer that has another text."""
        uri = uri or self.uri(name)
        text = (self.folder / name).read_text(encoding="utf-8") if text is None else text
        item = types.TextDocumentItem(uri=uri, language_id=language, version=1, text=text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
        return uri

    def save(self, name: str, text: str | None = None) -> None:
        """Save a file, whose buffer is otherwise what it was."""
        if text is not None:
            (self.folder / name).write_text(text, encoding="utf-8")
            self.change(name, text)
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(identifier(self.uri(name))))

    def change(self, name: str, text: str, version: int = 2, uri: str = "") -> None:
        """Type another text."""
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                text_document=types.VersionedTextDocumentIdentifier(uri=uri or self.uri(name), version=version),
                content_changes=[types.TextDocumentContentChangeWholeDocument(text=text)],
            )
        )

    def close(self, name: str) -> None:
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier(self.uri(name))))

    async def told(self, name: str = "", uri: str = "") -> list[types.Diagnostic]:
        """What the server tells next of a file; what it tells of others meanwhile is passed over."""
        while True:
            params = await limited(self.published.get())
            if params.uri == (uri or self.uri(name)):
                return list(params.diagnostics)


def identifier(uri: str) -> types.TextDocumentIdentifier:
    return types.TextDocumentIdentifier(uri=uri)


async def limited(awaitable: Awaitable[Any]) -> Any:
    """An answer that comes, unless something hangs."""
    return await asyncio.wait_for(awaitable, HANGS)


@contextlib.asynccontextmanager
async def editor(
    folder: Path,
    *arguments: str,
    capabilities: types.ClientCapabilities | None = None,
    options: Any = None,
) -> AsyncIterator[Editor]:
    """An editor whose server is there, and has ended as it should at the end."""
    one = Editor(folder)
    one.initialized = await one.start(list(arguments), capabilities or types.ClientCapabilities(), options)
    yield one
    await limited(one.client.shutdown_async(None))
    one.client.exit(None)
    assert await limited(one.client.ended.get()) == 0
    assert one.client.error is None and one.logged == []
    await one.client.stop()


def in_editor(work: Callable[[], Awaitable[None]]) -> None:
    """Run what a test does with editors, none of which may see anything that the protocol does not allow."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", LspSpecificationWarning)
        asyncio.run(work())
