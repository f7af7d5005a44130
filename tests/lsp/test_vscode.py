"""The extension for VS Code: tried in an editor that is stood in for, and packaged, where npm and its registry are."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from langdetect_hook import __version__
from langdetect_hook.lsp.actions import SET_LANGUAGE
from langdetect_hook.report.severities import SEVERITIES
from tests.conftest import CHECKOUT
from tests.lsp.test_editors import snippet

EXTENSION = CHECKOUT / "editors" / "vscode"
MANIFEST = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
# Seconds that only a hang takes.
HANGS = 300


def test_the_extension_says_what_the_server_does():
    assert MANIFEST["version"] == __version__
    settings = MANIFEST["contributes"]["configuration"]["properties"]
    assert settings["langdetect-hook.severity"]["enum"] == ["", *SEVERITIES]
    assert "setLanguage" in (EXTENSION / "extension.js").read_text(encoding="utf-8")
    assert f"{MANIFEST['name']}.setLanguage" == SET_LANGUAGE


def test_its_problem_matcher_is_that_of_the_page():
    (task,) = json.loads(snippet("json", "VS Code"))["tasks"]
    (matcher,) = MANIFEST["contributes"]["problemMatchers"]
    assert {**task["problemMatcher"], "name": "langdetect-hook"} == matcher


@pytest.fixture(scope="module")
def extension(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The extension with what it needs, as npm installs it."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed")
    folder = tmp_path_factory.mktemp("extension") / "vscode"
    shutil.copytree(EXTENSION, folder, ignore=shutil.ignore_patterns("node_modules", "*.vsix"))
    shutil.copy(CHECKOUT / "LICENSE", folder)
    run = ran(folder, "npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--prefer-offline")
    if run.returncode:
        pytest.skip(f"npm does not reach its registry: {run.stderr.strip()[-200:]}")
    return folder


def ran(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=HANGS, env={**os.environ, "CI": "1"}
    )


@pytest.mark.slow
def test_the_extension_shows_what_the_server_finds(extension):
    server = [sys.executable, "-m", "langdetect_hook", "lsp"]
    run = ran(extension, "node", "test/run.js", *server)
    assert run.returncode == 0, run.stderr


@pytest.mark.slow
def test_a_package_has_the_client_and_not_the_tests(extension):
    run = ran(extension, "npm", "run", "package")
    assert run.returncode == 0, run.stderr
    (package,) = extension.glob("*.vsix")
    assert package.name == f"langdetect-hook-{__version__}.vsix"
    names = zipfile.ZipFile(package).namelist()
    assert {"extension/extension.js", "extension/package.json"} <= set(names)
    assert "extension/node_modules/vscode-languageclient/node.js" in names
    assert not [name for name in names if name.startswith(("extension/test/", "extension/node_modules/@vscode/vsce/"))]
