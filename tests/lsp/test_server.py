"""The language server as an editor meets it: a process, and messages."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.accidents import HTML, PYTHON
from tests.conftest import Repository
from tests.lsp.capture import RUBY
from tests.lsp.client import editor, identifier, in_editor, limited
from tests.lsp.test_actions import offered

from lsprotocol import types  # isort: skip
from pytest_lsp import client_capabilities  # isort: skip
from langdetect_hook.lsp.framing import read, written

# An editor that pulls diagnostics, and can be told when to do so.
PULLING = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities()),
    workspace=types.WorkspaceClientCapabilities(
        diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
    ),
)
# What pytest-lsp knows of real editors.
CLIENTS = ["emacs@29", "neovim@0.7", "neovim@0.11", "visual-studio-code@1.65"]
JSON = '{"users": [{"name": "Ada", "age": 36}, {"name": "Grace", "age": 85}], "total": 2}\n'


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "a folder")


def checked(repository: Repository, name: str) -> str:
    """What `check` prints of a file: the message, and the advice below it."""
    command = [sys.executable, "-m", "langdetect_hook", "check", name]
    first, *rest = subprocess.run(command, cwd=repository.path, capture_output=True, text=True).stdout.splitlines()
    advice = [line.strip() for line in rest if line.startswith("    ")]
    return "\n".join([first.partition(" LD")[2].partition(" ")[2], *advice])


def test_a_healthy_file_has_no_diagnostic(repository):
    repository.write("users.json", JSON)
    repository.write("words.py", PYTHON)

    async def work():
        async with editor(repository.path) as one:
            for name in ("users.json", "words.py"):
                one.open(name)
                assert await one.told(name) == []

    in_editor(work)


def test_a_finding_is_that_of_check_and_is_cleared(repository):
    repository.write("users.json", HTML)
    said = checked(repository, "users.json")
    assert said

    async def work():
        async with editor(repository.path) as one:
            one.open("users.json")
            (found,) = await one.told("users.json")
            assert (found.code, found.source, found.severity) == ("LD003", "langdetect-hook", 2)
            assert found.message == said
            assert Path(found.code_description.href.removeprefix("file://")).read_text().startswith("# LD003")
            assert (found.range.start.line, found.range.start.character) == (0, 0)
            assert found.range.end.character == len("<!DOCTYPE html>")
            one.save("users.json", JSON)
            assert await one.told("users.json") == []

    in_editor(work)


def test_nothing_is_checked_while_somebody_types_unless_it_is_wanted(repository):
    repository.write("users.json", JSON)
    repository.write("other.json", JSON)

    async def work():
        async with editor(repository.path) as one:
            one.open("users.json")
            assert await one.told("users.json") == []
            one.change("users.json", HTML)
            one.open("other.json")
            assert await one.told("other.json") == []
            one.client.text_document_did_save(types.DidSaveTextDocumentParams(identifier(one.uri("users.json"))))
            assert [found.code for found in await one.told("users.json")] == ["LD003"]
        async with editor(repository.path, "--on-change", "--severity", "error") as one:
            one.open("users.json")
            assert await one.told("users.json") == []
            for number in range(100):
                one.change("users.json", HTML + "\n" * number, number + 2)
            (found,) = await one.told("users.json")
            assert (found.code, found.severity) == ("LD003", 1)

    in_editor(work)


def test_the_configuration_says_the_severity_and_the_editor_has_the_last_word(repository):
    repository.write("users.json", HTML)
    repository.write("setup.cfg", "[langdetect-hook]\nseverity =\n    LD003 = information\n")

    async def work():
        for arguments, options, severity in (
            ([], None, 3),
            (["--severity", "hint"], None, 4),
            ([], {"severity": "error"}, 1),
        ):
            async with editor(repository.path, *arguments, options=options) as one:
                one.open("users.json")
                assert [found.severity for found in await one.told("users.json")] == [severity]
        async with editor(repository.path) as one:
            one.open("users.json")
            assert [found.severity for found in await one.told("users.json")] == [3]
            repository.write("setup.cfg", "[langdetect-hook]\nseverity =\n    all = error\n")
            one.save("users.json")
            assert [found.severity for found in await one.told("users.json")] == [1]

    in_editor(work)


def test_what_a_repository_says_counts_and_is_read_again(repository):
    repository.write("a/users.json", HTML)
    watching = types.ClientCapabilities(
        workspace=types.WorkspaceClientCapabilities(
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        )
    )

    async def work():
        async with editor(repository.path, capabilities=watching) as one:
            one.open("a/users.json")
            assert len(await one.told("a/users.json")) == 1
            for name, text in (
                (".gitattributes", "a/* -langdetect\n"),
                (".langdetect-hook.toml", 'exclude = ["a/"]\n'),
                ("setup.cfg", "[langdetect-hook]\nignore = LD001, LD003\n"),
            ):
                path = repository.write(name, text)
                event = types.FileEvent(uri=path.as_uri(), type=types.FileChangeType.Created)
                one.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changes=[event]))
                assert await one.told("a/users.json") == [], name
                path.unlink()
                one.save("a/users.json")
                assert len(await one.told("a/users.json")) == 1
            watched = {w["globPattern"] for r in one.registered for w in r.register_options["watchers"]}
            assert {"**/.gitattributes", "**/.langdetect-hook.toml", "**/.langdetect-baseline"} <= watched

    in_editor(work)


def test_what_is_in_the_baseline_is_no_diagnostic(repository):
    repository.write("users.json", HTML)
    command = [sys.executable, "-m", "langdetect_hook", "baseline", "users.json"]
    subprocess.run(command, cwd=repository.path, check=True, capture_output=True)

    async def work():
        async with editor(repository.path) as one:
            one.open("users.json")
            assert await one.told("users.json") == []
            one.save("users.json", HTML + "\n<!-- changed -->\n")
            assert len(await one.told("users.json")) == 1

    in_editor(work)


def test_a_wrong_configuration_is_told_once(repository):
    repository.write(".langdetect-hook.toml", "exclud = []\n")
    repository.write("users.json", HTML)
    repository.write("other.json", HTML)

    async def work():
        async with editor(repository.path) as one:
            one.open("users.json")
            assert await one.told("users.json") == []
            assert "'exclude'?" in (await limited(one.messages.get())).message
            one.open("other.json")
            assert await one.told("other.json") == []
            assert one.messages.empty()
            repository.write(".langdetect-hook.toml", "")
            one.save("users.json")
            assert len(await one.told("users.json")) == 1

    in_editor(work)


def test_an_editor_that_pulls_is_not_told_unasked(repository):
    repository.write("users.json", HTML)

    async def work():
        async with editor(repository.path, capabilities=PULLING) as one:
            asked = types.DocumentDiagnosticParams(text_document=identifier(one.uri("users.json")))
            early = await limited(one.client.text_document_diagnostic_async(asked))
            assert [found.code for found in early.items] == ["LD003"]
            one.open("users.json")
            full = await limited(one.client.text_document_diagnostic_async(asked))
            assert [found.code for found in full.items] == ["LD003"]
            asked.previous_result_id = full.result_id
            assert (await limited(one.client.text_document_diagnostic_async(asked))).kind == "unchanged"
            one.save("users.json", JSON)
            await limited(one.refreshed.get())
            assert not (await limited(one.client.text_document_diagnostic_async(asked))).items
            assert one.published.empty()

    in_editor(work)


def test_the_whole_workspace_with_progress(repository):
    repository.write("a/users.json", HTML)
    repository.write("b.json", JSON)
    repository.write("ignored/users.json", HTML)
    repository.write(".gitignore", "ignored/\n")

    async def work():
        async with editor(repository.path, capabilities=PULLING) as one:
            asked = types.WorkspaceDiagnosticParams(previous_result_ids=[], work_done_token="here")
            report = await limited(one.client.workspace_diagnostic_async(asked))
            assert [(item.uri, item.items[0].code) for item in report.items] == [(one.uri("a/users.json"), "LD003")]
            kinds = [value["kind"] for value in one.progress]
            assert (kinds[0], kinds[1], kinds[-1]) == ("begin", "report", "end")
            asked.previous_result_ids = [types.PreviousResultId(report.items[0].uri, report.items[0].result_id)]
            (again,) = (await limited(one.client.workspace_diagnostic_async(asked))).items
            assert again.kind == "unchanged"
            repository.write("a/users.json", JSON)
            (mended,) = (await limited(one.client.workspace_diagnostic_async(asked))).items
            assert not mended.items

    in_editor(work)


@pytest.mark.parametrize("way", ["request", "button"])
def test_the_whole_workspace_can_be_cancelled(repository, way):
    for number in range(300):
        repository.write(f"{number:03}.json", HTML)

    async def work():
        async with editor(repository.path, capabilities=PULLING) as one:
            asked = types.WorkspaceDiagnosticParams(previous_result_ids=[], work_done_token="here")

            def cancel(params):
                if params.value["kind"] == "report" and params.value["percentage"] > 0 and not done:
                    done.append(params)
                    if way == "button":
                        token = types.WorkDoneProgressCancelParams(token="here")
                        one.client.window_work_done_progress_cancel(token)
                    else:
                        one.client.cancel_request(types.CancelParams(id=answer_id))

            done: list[object] = []
            one.on_progress = cancel
            answer_id = "asked"
            future = one.client.protocol.send_request_async(types.WORKSPACE_DIAGNOSTIC, asked, msg_id=answer_id)
            if way == "button":
                assert 0 < len((await limited(future)).items) < 300
            else:
                with pytest.raises(Exception, match="cancel"):
                    await limited(future)
            assert done and one.progress[-1]["kind"] == "end"
            uri = one.open("000.json")
            full = await limited(
                one.client.text_document_diagnostic_async(types.DocumentDiagnosticParams(identifier(uri)))
            )
            assert len(full.items) == 1

    in_editor(work)


def test_places_are_counted_as_the_editor_counts(repository):
    line = '<!DOCTYPE html><html lang="en" data-face="\U0001f600">'
    repository.write("users.json", HTML.replace('<!DOCTYPE html>\n<html lang="en">', line))
    utf_8 = types.ClientCapabilities(general=types.GeneralClientCapabilities(position_encodings=["utf-8"]))

    async def work():
        for capabilities, units in ((None, len(line) + 1), (utf_8, len(line) + 3)):
            async with editor(repository.path, capabilities=capabilities) as one:
                one.open("users.json")
                (found,) = await one.told("users.json")
                assert found.range.end.character == units

    in_editor(work)


def test_what_is_no_file_is_passed_over_and_strange_names_are_not(repository):
    name = "a b/\u00fcsers #1%.json"
    repository.write(name, HTML)
    strange = ["untitled:Untitled-1", "vscode-notebook-cell:/a/b.ipynb#W0", "file:///c%3A/a/users.py", "nothing", ""]

    async def work():
        async with editor(repository.path) as one:
            for uri in strange:
                one.open("", PYTHON, "python", uri=uri)
                assert await one.told(uri=uri) == [], uri
            one.open(name)
            assert len(await one.told(name)) == 1

    in_editor(work)


def test_bytes_that_no_editor_shows_are_read_from_the_file(repository):
    repository.write("settings.json", "\ufeff{}\n".encode("utf-16-le"))
    repository.write("photo.png", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 8 + b"\xff\xd9")

    async def work():
        async with editor(repository.path) as one:
            one.open("settings.json", "{}\n")
            assert [found.code for found in await one.told("settings.json")] == ["LD007"]
            one.open("photo.png", "\ufffd\ufffd JFIF")
            assert [found.code for found in await one.told("photo.png")] == ["LD008"]

    in_editor(work)


@pytest.mark.slow
def test_a_buffer_of_50_megabytes(repository):
    repository.write("users.json", HTML)

    async def work():
        async with editor(repository.path) as one:
            one.open("large.py", "x = 1\n" * 8_000_000)
            assert await one.told("large.py") == []
            one.open("users.json")
            assert len(await one.told("users.json")) == 1

    in_editor(work)


@pytest.mark.parametrize("name", ["new folder/users.json", "a/b/c/d.json"])
def test_a_file_whose_folder_is_not_there_yet(repository, name):
    async def work():
        async with editor(repository.path) as one:
            one.open(name, HTML)
            assert [found.code for found in await one.told(name)] == ["LD003"]
            outside = (repository.path.parent / "nowhere" / name).as_uri()
            one.open(name, HTML, uri=outside)
            assert [found.code for found in await one.told(uri=outside)] == ["LD003"]
            assert one.messages.empty()

    in_editor(work)


def test_a_hundred_edits_in_the_middle_of_lines(repository):
    """Typed character by character, after one that is two units long."""
    repository.write("users.json", JSON)
    line = '<!DOCTYPE html><html data-face="\U0001f600"><title>'

    async def work():
        async with editor(repository.path, "--on-change") as one:
            uri = one.open("users.json", line + HTML.partition("<title>")[2])
            (found,) = await one.told("users.json")
            before = found.range.end.character
            for number in range(100):
                at = types.Position(line=0, character=len(line) + 1 + number)
                edit = types.TextDocumentContentChangePartial(range=types.Range(at, at), text="x")
                document = types.VersionedTextDocumentIdentifier(uri=uri, version=number + 2)
                one.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [edit]))
            (found,) = await one.told("users.json")
            assert found.range.end.character == before + 100
            assert one.published.empty()

    in_editor(work)


def test_a_folder_may_join_the_workspace_and_leave_it(repository, tmp_path):
    other = Repository(tmp_path / "other")
    other.write("a/users.json", HTML)
    other.write("a/.langdetect-hook.toml", 'exclude = ["users.json"]\n')
    folder = types.WorkspaceFolder(uri=(other.path / "a").as_uri(), name="a")

    async def work():
        async with editor(repository.path) as one:
            uri = one.open("", HTML, uri=(other.path / "a/users.json").as_uri())
            assert len(await one.told(uri=uri)) == 1  # seen from its repository, which says nothing of it
            for added, removed, count in (([folder], [], 0), ([], [folder], 1)):
                event = types.WorkspaceFoldersChangeEvent(added=added, removed=removed)
                one.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))
                assert len(await one.told(uri=uri)) == count

    in_editor(work)


@pytest.mark.parametrize("client", CLIENTS)
def test_editors_by_what_they_say_of_themselves(repository, client):
    """With the abilities that real editors declare, nothing is sent that they do not understand."""
    repository.write("deploy.py", RUBY * 3)
    repository.write("users.json", HTML)

    async def work():
        able = client_capabilities(client)
        async with editor(repository.path, capabilities=able) as one:
            uri = one.open("deploy.py")
            if one.initialized.capabilities.diagnostic_provider:
                asked = types.DocumentDiagnosticParams(text_document=identifier(uri))
                found = (await limited(one.client.text_document_diagnostic_async(asked))).items
                whole = types.WorkspaceDiagnosticParams(previous_result_ids=[])
                report = await limited(one.client.workspace_diagnostic_async(whole))
                assert [item.uri for item in report.items] == [one.uri("users.json")]
            else:
                found = await one.told("deploy.py")
            assert [each.code for each in found] == ["LD001"]
            titles = list(await offered(one, "deploy.py"))
            renames = "rename" in (able.workspace.workspace_edit.resource_operations or [])  # not Emacs 29
            assert len(titles) == 3 + renames and ("Rename to deploy.rb" in titles) == renames
            one.save("deploy.py")

    in_editor(work)


def test_closed_means_forgotten(repository):
    repository.write("users.json", HTML)

    async def work():
        async with editor(repository.path) as one:
            one.open("users.json")
            assert len(await one.told("users.json")) == 1
            one.close("users.json")
            assert await one.told("users.json") == []

    in_editor(work)


def test_a_client_that_dies_ends_the_server():
    command = [sys.executable, "-m", "langdetect_hook", "lsp", "--stdio"]
    begun = b'Content-Length: 5000\r\n\r\n{"jsonrpc": "2.0", "id": 1, "meth'
    run = subprocess.run(command, input=begun, capture_output=True, timeout=60)
    assert run.returncode in (0, 1)
    assert b"Traceback" not in run.stderr


def test_a_client_that_dies_in_the_middle_of_the_whole_workspace(repository):
    for number in range(200):
        repository.write(f"{number:03}.json", HTML)
    asked = [
        {"id": 1, "method": "initialize", "params": {"rootUri": repository.path.as_uri(), "capabilities": {}}},
        {"method": "initialized", "params": {}},
        {"id": 2, "method": "workspace/diagnostic", "params": {"previousResultIds": [], "workDoneToken": 1}},
    ]
    command = [sys.executable, "-m", "langdetect_hook", "lsp"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        process.stdin.write(b"".join(map(written, asked)))
        process.stdin.flush()
        while (read(process.stdout) or {}).get("method") != "$/progress":
            pass
        process.stdout.close()
        process.stdin.close()
        assert b"Traceback" not in process.stderr.read()
        assert process.wait(60) == 1


def test_what_anything_else_prints_is_no_message(repository):
    """Nor is anything read that was meant for the server."""
    program = (
        "import os, subprocess; from langdetect_hook.lsp import features, server\n"
        "def begin(_): print('noise', flush=True); subprocess.run(['cat']); os.write(1, b'noise')\n"
        "features.Features.begin = begin\n"
        "raise SystemExit(server.serve('', False))"
    )
    asked = [{"id": 1, "method": "initialize", "params": {"capabilities": {}}}, {"method": "initialized"}]
    sent = b"".join(map(written, [*asked, {"id": 2, "method": "shutdown"}, {"method": "exit"}]))
    run = subprocess.run([sys.executable, "-c", program], input=sent, capture_output=True, timeout=60)
    assert (run.returncode, run.stdout.count(b"Content-Length"), b"noise" in run.stdout) == (0, 2, False)
    assert run.stderr.count(b"noise") == 2


@pytest.mark.slow
@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="the system does not tell how much memory is taken")
def test_ten_thousand_open_files_would_take_less_than_150_mebibytes(repository):
    """Of a thousand each is looked at, and what the second half adds is added eighteen times more."""
    text = PYTHON * (10_000 // len(PYTHON))

    async def work():
        async with editor(repository.path) as one:
            memory = []
            for half in range(2):
                for number in range(500):
                    name = f"{half}-{number}.py"
                    one.open("", f"{text}\n# {number}\n", "python", uri=one.uri(name))
                assert await one.told(name) == []
                status = Path(f"/proc/{one.pid}/status").read_text()
                memory.append(int(status.partition("VmRSS:")[2].split()[0]))
            first, second = memory
            assert second + 18 * max(0, second - first) < 150 * 1024

    in_editor(work)


def test_malformed_messages_do_not_end_it(repository):
    repository.write("users.json", HTML)

    async def work():
        async with editor(repository.path) as one:
            writer = one.client.protocol.writer
            for body in (b"{", b"[]", b'{"jsonrpc": "2.0"}', b'{"jsonrpc":"2.0","id":7,"method":"no/such"}', b"\xff"):
                writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
            broken = b'{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":3}}'
            writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(broken), broken))
            await asyncio.sleep(0)
            one.open("users.json")
            assert len(await one.told("users.json")) == 1

    in_editor(work)
