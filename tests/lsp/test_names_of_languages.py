"""Buffers whose names say nothing: a hint, an action, and what hovering explains."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.accidents import HTML, PYTHON
from tests.conftest import Repository
from tests.lsp.client import editor, identifier, in_editor, limited
from tests.lsp.test_actions import offered

from lsprotocol import types  # isort: skip
from langdetect_hook.claims import bundled
from langdetect_hook.lsp.language_ids import IDS

UNTITLED = "untitled:Untitled-1"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "r")


def test_a_hint_names_the_language_of_what_has_no_name(repository):
    repository.write("words", PYTHON)
    repository.write("LICENSE", "Permission is hereby granted, free of charge, to any person obtaining a copy\n" * 9)
    repository.write("words.py", PYTHON)

    async def work():
        async with editor(repository.path) as one:
            one.open("", PYTHON, uri=UNTITLED)
            (hint,) = await one.told(uri=UNTITLED)
            assert (hint.severity, hint.message) == (types.DiagnosticSeverity.Hint, "looks like Python")
            one.open("words")
            assert [found.message for found in await one.told("words")] == ["looks like Python"]
            for name in ("LICENSE", "words.py"):
                one.open(name)
                assert await one.told(name) == []
            one.open("", PYTHON, "python", uri="untitled:Untitled-2")
            assert await one.told(uri="untitled:Untitled-2") == []
            one.open("", "x = 1\n", uri="untitled:Untitled-3")
            assert await one.told(uri="untitled:Untitled-3") == []

    in_editor(work)


def test_an_untitled_buffer_has_its_hint_once_something_is_pasted_into_it(repository):
    """It is empty when it is opened, and never saved."""

    async def work():
        async with editor(repository.path) as one:
            one.open("", "", uri=UNTITLED)
            assert await one.told(uri=UNTITLED) == []
            one.change("", PYTHON, uri=UNTITLED)
            assert [hint.message for hint in await one.told(uri=UNTITLED)] == ["looks like Python"]

    in_editor(work)


def test_the_language_is_set_by_the_editor_alone(repository):
    repository.write("words", PYTHON)

    async def work():
        for options, titles in (({"setLanguage": True}, ["Set the language to Python"]), (None, [])):
            async with editor(repository.path, options=options) as one:
                one.open("words")
                assert await one.told("words")
                found = await offered(one, "words")
                assert list(found) == titles
                for action in found.values():
                    # lsprotocol takes an action with a command for a bare command, whose name it makes of that.
                    said = ast.literal_eval(action.command)
                    assert said["command"] == "langdetect-hook.setLanguage"
                    assert said["arguments"] == [one.uri("words"), "python", "Python"]

    in_editor(work)


def test_identifiers_are_of_languages_that_there_are():
    assert IDS.keys() <= set(bundled().languages())
    assert list(IDS) == sorted(IDS)


def test_hovering_over_the_first_line_explains(repository):
    repository.write("users.json", HTML)
    command = [sys.executable, "-m", "langdetect_hook", "explain", "users.json"]
    said = subprocess.run(command, cwd=repository.path, capture_output=True, text=True, check=True).stdout

    async def hover(one, uri, line=0):
        at = types.Position(line=line, character=0)
        return await limited(one.client.text_document_hover_async(types.HoverParams(identifier(uri), at)))

    async def work():
        async with editor(repository.path) as one:
            uri = one.open("users.json")
            assert said in (await hover(one, uri)).contents.value
            assert await hover(one, uri, 1) is None
            one.open("", PYTHON, uri=UNTITLED)
            shown = (await hover(one, UNTITLED)).contents.value
            assert "network" in shown and "Python" in shown
            cell = one.open("", PYTHON, uri="vscode-notebook-cell:/a.ipynb#W0")
            assert await hover(one, cell) is None

    in_editor(work)
