"""Code actions as an editor gets and applies them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.accidents import HTML, PYTHON
from tests.conftest import Repository
from tests.lsp.capture import RUBY
from tests.lsp.client import Editor, editor, identifier, in_editor, limited

from lsprotocol import types  # isort: skip
from pygls import uris  # isort: skip

ABLE = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(
        code_action=types.CodeActionClientCapabilities(disabled_support=True)
    ),
    workspace=types.WorkspaceClientCapabilities(
        file_operations=types.FileOperationClientCapabilities(will_rename=True),
        workspace_edit=types.WorkspaceEditClientCapabilities(
            document_changes=True,
            resource_operations=[types.ResourceOperationKind.Create, types.ResourceOperationKind.Rename],
        ),
    ),
)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "a folder")


async def offered(one: Editor, name: str, line: int = 0, only: list[str] | None = None) -> dict[str, types.CodeAction]:
    """The actions on a line of a file, by their titles."""
    at = types.Position(line=line, character=0)
    context = types.CodeActionContext(diagnostics=[], only=only)
    asked = types.CodeActionParams(identifier(one.uri(name)), types.Range(at, at), context)
    return {action.title: action for action in await limited(one.client.text_document_code_action_async(asked)) or []}


def apply(edit: types.WorkspaceEdit) -> list[Path]:
    """Make an edit as an editor would, and save: the files that were changed."""
    changed = []
    for change in edit.document_changes or []:
        if isinstance(change, types.RenameFile):
            assert not os.path.exists(uris.to_fs_path(change.new_uri))
            os.rename(uris.to_fs_path(change.old_uri), uris.to_fs_path(change.new_uri))
        elif isinstance(change, types.CreateFile):
            Path(uris.to_fs_path(change.uri)).touch()
        else:
            changed.append(apply_text(change.text_document.uri, change.edits))
    return changed + [apply_text(uri, edits) for uri, edits in (edit.changes or {}).items()]


def apply_text(uri: str, edits: list[types.TextEdit]) -> Path:
    path = Path(uris.to_fs_path(uri))
    lines = [*path.read_text().splitlines(keepends=True), ""]
    (edit,) = edits
    assert edit.range.start == edit.range.end
    number, character = edit.range.start.line, edit.range.start.character
    lines[number] = lines[number][:character] + edit.new_text + lines[number][character:]
    path.write_text("".join(lines))
    return path


def test_the_file_gets_the_name_of_its_content(repository):
    repository.write("a b/deploy.py", RUBY * 3)

    async def work():
        async with editor(repository.path, capabilities=ABLE) as one:
            one.open("a b/deploy.py")
            (found,) = await one.told("a b/deploy.py")
            action = (await offered(one, "a b/deploy.py"))["Rename to deploy.rb"]
            assert action.is_preferred and [d.code for d in action.diagnostics] == [found.code]
            apply(action.edit)
            one.close("a b/deploy.py")
            one.open("a b/deploy.rb")
            assert await one.told("a b/deploy.rb") == []
            assert (repository.path / "a b/deploy.rb").read_text() == RUBY * 3

    in_editor(work)


def test_no_file_is_overwritten_and_no_editor_asked_for_what_it_cannot_do(repository):
    repository.write("deploy.py", RUBY * 3)

    async def work():
        async with editor(repository.path, capabilities=ABLE) as one:
            one.open("deploy.py")
            assert await one.told("deploy.py")
            repository.write("Deploy.rb", "")
            action = (await offered(one, "deploy.py"))["Rename to deploy.rb"]
            assert action.edit is None and "Deploy.rb" in action.disabled.reason
            assert await offered(one, "deploy.py", line=5) == {}
            assert await offered(one, "deploy.py", only=["refactor"]) == {}
        (repository.path / "Deploy.rb").unlink()
        async with editor(repository.path) as one:
            one.open("deploy.py")
            assert await one.told("deploy.py")
            titles = await offered(one, "deploy.py")
            assert titles and not [title for title in titles if title.startswith("Rename")]

    in_editor(work)


@pytest.mark.parametrize(
    ("title", "files"),
    [
        ("Allow in .gitattributes: linguist-language=HTML", {}),
        ("Allow in .gitattributes: linguist-language=HTML", {".gitattributes": "*.py text\n"}),
        ("Ignore this file in .langdetect-hook.toml", {}),
        ("Ignore this file in pyproject.toml", {"pyproject.toml": "[tool.langdetect-hook]\nignore = ['LD007']\n"}),
        ("Add to the baseline .langdetect-baseline", {}),
    ],
)
def test_what_is_right_as_it_is_is_said_once(repository, title, files):
    for name, text in files.items():
        repository.write(name, text)
    repository.write("a b/users.json", HTML)

    async def work():
        for capabilities in (ABLE, None):
            async with editor(repository.path, capabilities=capabilities) as one:
                one.open("a b/users.json")
                assert await one.told("a b/users.json")
                action = (await offered(one, "a b/users.json"))[title]
                if capabilities is None:
                    for uri in action.edit.changes:
                        Path(uris.to_fs_path(uri)).touch()
                (path,) = apply(action.edit)
                assert set(files.get(path.name, "").splitlines()) <= set(path.read_text().splitlines())
                one.save("a b/users.json")
                assert await one.told("a b/users.json") == []
                path.write_text(files[path.name]) if path.name in files else path.unlink()

    in_editor(work)


def test_an_open_file_is_edited_as_the_editor_shows_it(repository):
    repository.write("users.json", HTML)
    repository.write(".gitattributes", "old\n")

    async def work():
        async with editor(repository.path, capabilities=ABLE) as one:
            one.open(".gitattributes", "one\ntwo\n")
            one.open("users.json")
            assert await one.told("users.json")
            action = (await offered(one, "users.json"))["Allow in .gitattributes: linguist-language=HTML"]
            (edits,) = action.edit.changes.values()
            assert edits[0].range.start.line == 2

    in_editor(work)


def test_a_new_name_is_told_of_before_the_file_has_it(repository):
    repository.write("words.py", PYTHON)

    async def work():
        async with editor(repository.path, capabilities=ABLE) as one:
            options = one.initialized.capabilities.workspace.file_operations.will_rename
            assert options.filters[0].pattern.glob == "**/*"
            one.open("words.py")
            assert await one.told("words.py") == []
            renamed = types.FileRename(old_uri=one.uri("words.py"), new_uri=one.uri("words.rb"))
            asked = types.RenameFilesParams(files=[renamed])
            assert await limited(one.client.workspace_will_rename_files_async(asked)) is None
            assert [found.code for found in await one.told("words.rb")] == ["LD001"]
            # Another name takes the place of the first, and is told of where the file is not open, too.
            one.close("words.py")
            again = types.FileRename(old_uri=one.uri("words.py"), new_uri=one.uri("words.sh"))
            assert await limited(one.client.workspace_will_rename_files_async(types.RenameFilesParams([again]))) is None
            assert [found.code for found in await one.told("words.sh")] == ["LD001"]
            os.rename(repository.path / "words.py", repository.path / "words.sh")
            # It did not get the first name, after all.
            assert await one.told("words.rb") == []

    in_editor(work)
