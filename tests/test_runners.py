"""docs/runners.md: every configuration there is run by its runner, or held against its schema with its commands run.

Each block of the page stands below a line that names its file. What a runner needs comes from PyPI with the extra
`test`, or from npm, where there is npm.
"""

from __future__ import annotations

import configparser
import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from langdetect_hook.commands.options import parser
from tests.accidents import ACCIDENTS, HEALTHY, HTML
from tests.conftest import CHECKOUT, Repository

PAGE = (CHECKOUT / "docs" / "runners.md").read_text(encoding="utf-8")
FILE = re.compile(r"^`(?P<name>[^`\n]+)`:\n\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(found["name"], found["text"]) for found in FILE.finditer(PAGE)]
MATRIX = CHECKOUT / "docs" / "test-matrix.yml"

# The commands of the page with what a platform puts in place of its variables, and without what is only words.
COMMAND = re.compile(r"langdetect-hook (?:check|baseline)[^`\n\"}]*(?:\"\$\w+\"[^`\n\"}]*)*")
NAMED_BY_PLATFORM = {"$CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD"}


def block(name: str, *words: str) -> str:
    """The block of a file that holds these words."""
    (text,) = [text for other, text in BLOCKS if other == name and all(word in text for word in words)]
    return text


def program(name: str) -> str:
    """A runner beside this Python or on the PATH; the test is skipped where there is none."""
    found = shutil.which(name, path=os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]]))
    return found or pytest.skip(f"{name} is not installed")


@pytest.fixture
def on_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the PATH in which `langdetect-hook` is that of this checkout."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "langdetect-hook"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m langdetect_hook "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


def stops_accidents_only(repository: Repository, variable: str = "SKIP") -> None:
    """What every runner must do: a healthy commit passes, one with an accident does not, and does where it is told."""
    for name, content in HEALTHY.items():
        repository.stage(name, content)
    healthy = repository.commit()
    assert "LD0" not in healthy.stdout + healthy.stderr
    for name, content in ACCIDENTS.items():
        repository.stage(f"a folder/ü % {name}", content)
    stopped = repository.commit(check=False)
    output = stopped.stdout + stopped.stderr
    assert stopped.returncode != 0
    for name in ACCIDENTS:
        assert re.search(rf"^[ │┃]*a folder/(ü|\\xfc) % {re.escape(name)}:1:1: LD00", output, re.MULTILINE), output
    assert f"{variable}=langdetect-hook git commit" in output
    os.environ[variable] = "langdetect-hook"
    try:
        repository.commit()
    finally:
        del os.environ[variable]


def counts_what_is_staged(repository: Repository) -> None:
    """The content in the index is checked, whatever the work tree has by now."""
    repository.stage("staged.json", HEALTHY["f.json"])
    repository.write("staged.json", HTML)
    repository.commit()
    repository.stage("staged.json", HTML)
    repository.write("staged.json", HEALTHY["f.json"])
    stopped = repository.commit(check=False)
    assert "staged.json:1:1: LD003" in stopped.stdout + stopped.stderr


def test_every_block_stands_below_the_name_of_its_file():
    assert len(BLOCKS) == len(re.findall(r"^```\w", PAGE, re.MULTILINE)) >= 12


@pytest.mark.parametrize("command", sorted(set(COMMAND.findall(PAGE))))
def test_every_command_of_the_page_is_one(command):
    for variable, value in NAMED_BY_PLATFORM.items():
        command = command.replace(f'"{variable}"', value)
    _, *arguments = shlex.split(command)
    parser().parse_args(arguments)


# prek refuses a commit for which every hook is skipped.
ANOTHER_HOOK = "  - repo: local\n    hooks: [{id: another, name: another, language: system, entry: 'true'}]\n"


@pytest.mark.slow
def test_prek(repository, published, monkeypatch, tmp_path):
    revision = published.git("rev-parse", "HEAD").stdout.strip()
    text = block(".pre-commit-config.yaml").replace("<URL of this repository>", str(published.path))
    repository.stage(".pre-commit-config.yaml", text.replace("<its newest tag>", revision) + ANOTHER_HOOK)
    monkeypatch.setenv("PREK_HOME", str(tmp_path / "home"))
    run = subprocess.run([program("prek"), "install", "--install-hooks"], capture_output=True, text=True, timeout=600)
    assert run.returncode == 0, run.stdout + run.stderr
    stops_accidents_only(repository, "PREK_SKIP")
    counts_what_is_staged(repository)
    repository.stage("vendor/page.json", HTML)
    repository.git("checkout", "--quiet", "HEAD", "--", "staged.json")
    repository.commit()


@pytest.mark.slow
def test_lefthook(repository, on_path):
    repository.stage("lefthook.yml", block("lefthook.yml"))
    subprocess.run([program("lefthook"), "install"], check=True, capture_output=True)
    stops_accidents_only(repository)
    counts_what_is_staged(repository)


@pytest.fixture(scope="session")
def node_modules(tmp_path_factory) -> Path:
    """husky and lint-staged, as npm installs them."""
    folder = tmp_path_factory.mktemp("node")
    install = [program("npm"), "install", "--no-audit", "--no-fund", "--prefix", str(folder), "husky", "lint-staged"]
    run = subprocess.run(install, cwd=folder, capture_output=True, text=True, timeout=300)
    if run.returncode:
        pytest.skip(f"npm installs nothing here: {run.stderr.strip().splitlines()[-1:]}")
    return folder / "node_modules"


@pytest.fixture
def with_husky(repository, on_path, node_modules, monkeypatch) -> Repository:
    """A repository whose hooks husky has set up."""
    monkeypatch.setenv("NO_COLOR", "1")  # lint-staged asks for colors in CI
    repository.stage("package.json", block("package.json"))
    repository.stage(".gitignore", "node_modules\n")
    (repository.path / "node_modules").symlink_to(node_modules)
    repository.commit()
    subprocess.run([program("npm"), "run", "--silent", "prepare"], cwd=repository.path, check=True)
    return repository


@pytest.mark.slow
def test_husky_and_lint_staged(with_husky):
    with_husky.stage(".husky/pre-commit", block(".husky/pre-commit", "lint-staged"))
    stops_accidents_only(with_husky)
    counts_what_is_staged(with_husky)


@pytest.mark.slow
def test_husky_alone(with_husky):
    with_husky.stage(".husky/pre-commit", block(".husky/pre-commit", "--staged"))
    stops_accidents_only(with_husky)


def valid(path: Path, *schema: str) -> None:
    """Hold a file against a schema that check-jsonschema brings."""
    if importlib.util.find_spec("check_jsonschema") is None:
        pytest.skip("check-jsonschema is not installed")
    run = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *schema, str(path)], capture_output=True, text=True, timeout=120
    )
    assert run.returncode == 0, run.stdout + run.stderr


WORKFLOWS = [name for name, _ in BLOCKS if name.startswith(".github/workflows/")]


@pytest.mark.parametrize("name", [*WORKFLOWS, MATRIX.name])
def test_workflows_are_valid_by_the_schema_of_github(name, tmp_path):
    path = tmp_path / "workflow.yml"
    path.write_text(MATRIX.read_text(encoding="utf-8") if name == MATRIX.name else block(name), encoding="utf-8")
    valid(path, "--builtin-schema", "vendor.github-workflows")


def test_the_job_is_valid_by_the_schema_of_gitlab(tmp_path):
    path = tmp_path / ".gitlab-ci.yml"
    path.write_text(block(".gitlab-ci.yml"), encoding="utf-8")
    valid(path, "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")


@pytest.fixture
def server(tmp_path, monkeypatch) -> Repository:
    """A repository with a branch that adds one accident to an old one, and its merge, as a platform makes it."""
    made = Repository(tmp_path / "server")
    made.stage("old.json", HTML)
    made.commit()
    made.git("checkout", "--quiet", "-b", "branch")
    made.stage("new.json", HTML)
    made.stage("new.py", HEALTHY["a.py"])
    made.commit()
    made.git("checkout", "--quiet", "main")
    made.stage("later.json", HTML)
    made.commit()
    made.git("merge", "--quiet", "--no-ff", "-m", "a merge", "branch")
    made.git("update-ref", "refs/pull/1/merge", "HEAD")
    made.git("reset", "--quiet", "--hard", "HEAD^1")
    monkeypatch.chdir(tmp_path)
    return made


def cloned(server: Repository, reference: str, *options: str) -> Path:
    """A checkout of a reference, as the runner of a platform makes it."""
    made = Repository(server.path.parent / "checkout")
    made.git("fetch", "--quiet", *options, f"file://{server.path}", reference)
    made.git("checkout", "--quiet", "--detach", "FETCH_HEAD")
    return made.path


def run_commands(text: str, folder: Path) -> list[subprocess.CompletedProcess[str]]:
    """Each command of ours in a block, run by a shell."""
    commands = re.findall(r"^ *- (?:run: )?(langdetect-hook .*)$", text, re.MULTILINE)
    assert commands
    return [subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, text=True) for line in commands]


def test_the_step_of_github_tells_what_a_pull_request_brings(server, on_path):
    text = block(".github/workflows/names.yml")
    depth = re.search(r"fetch-depth: (\d+)", text)
    assert depth
    (run,) = run_commands(text, cloned(server, "refs/pull/1/merge", f"--depth={depth[1]}"))
    assert run.returncode == 1, run.stderr
    assert re.findall(r"^::error .*?\bfile=([^,:]*)", run.stdout, re.MULTILINE) == ["new.json"]


def test_the_step_for_code_scanning_writes_what_is_uploaded(server, on_path):
    text = block(".github/workflows/code-scanning.yml")
    folder = cloned(server, "main", "--depth=1")
    (run,) = run_commands(text, folder)
    assert (run.returncode, run.stdout) == (0, ""), run.stderr
    name = re.search(r"sarif_file: (\S+)", text)
    assert name
    (sarif,) = json.loads((folder / name[1]).read_text(encoding="utf-8"))["runs"]
    assert len(sarif["results"]) == 2


def test_the_job_of_gitlab_writes_its_reports_and_fails(server, on_path, monkeypatch):
    text = block(".gitlab-ci.yml")
    assert 'GIT_DEPTH: "0"' in text
    folder = cloned(server, "branch")
    base = server.git("merge-base", "main", "branch").stdout.strip()
    monkeypatch.setenv("CI_MERGE_REQUEST_DIFF_BASE_SHA", base)
    first, second = run_commands(text, folder)
    assert (first.returncode, second.returncode) == (0, 1), first.stderr + second.stderr
    quality, junit = re.search(r"codequality: (\S+)\n *junit: (\S+)", text).groups()
    assert [row["location"]["path"] for row in json.loads((folder / quality).read_text())] == ["new.json"]
    assert 'failures="1"' in (folder / junit).read_text()


def test_tox_and_nox_call_the_command(monkeypatch):
    settings = configparser.ConfigParser()
    settings.read_string(block("tox.ini"))
    assert settings["testenv:names"]["commands"] == "langdetect-hook check --all"
    monkeypatch.setitem(sys.modules, "nox", types.SimpleNamespace(session=lambda function: function))
    called: list[tuple[str, ...]] = []
    session = types.SimpleNamespace(install=lambda *words: None, run=lambda *words: called.append(words))
    names: dict[str, Any] = {}
    exec(block("noxfile.py"), names)
    names["names"](session)
    assert called == [("langdetect-hook", "check", "--all")]


# What the schema of a descriptor knows of what ours says (oxsecurity/megalinter, of 2026:
# megalinter/descriptors/schemas/megalinter-descriptor.jsonschema.json): names, and the words that may stand there.
# The schema is under the AGPL and in no package: MEGALINTER_SCHEMA names a copy, against which all is held.
DESCRIPTOR = {"descriptor_id": str, "descriptor_type": {"language", "format", "tooling_format", "other"}}
DESCRIPTOR |= {"lint_all_files": bool, "linters": list}
LINTER = {
    **dict.fromkeys(["linter_name", "name", "linter_url", "config_file_name", "cli_config_arg_name"], str),
    **dict.fromkeys(["cli_help_arg_name", "cli_version_arg_name", "cli_lint_errors_regex"], str),
    **dict.fromkeys(["cli_lint_extra_args", "cli_sarif_args", "examples"], list),
    "cli_lint_mode": {"file", "list_of_files", "project"},
    "cli_lint_errors_count": {"regex_number", "regex_count", "regex_sum", "total_lines"},
    "can_output_sarif": bool,
    "install": dict,
}
NEEDED = ("descriptor_id", "descriptor_type", "linters"), ("linter_name", "linter_url", "examples")
PLUGIN = "mega-linter-plugin-langdetect/langdetect.megalinter-descriptor.yml"


def is_as_told(mapping: dict[str, object], told: dict[str, object], needed: tuple[str, ...]) -> bool:
    values = [(value, told[key]) for key, value in mapping.items()]
    kinds = [value in kind if isinstance(kind, set) else isinstance(value, kind) for value, kind in values]
    return all(kinds) and all(key in mapping for key in needed)


def test_the_descriptor_of_megalinter_says_what_its_schema_knows(tmp_path):
    yaml = pytest.importorskip("yaml")
    descriptor = yaml.safe_load(block(PLUGIN))
    (linter,) = descriptor["linters"]
    assert is_as_told(descriptor, DESCRIPTOR, NEEDED[0]) and is_as_told(linter, LINTER, NEEDED[1])
    (plugin,) = yaml.safe_load(block(".mega-linter.yml"))["PLUGINS"]
    assert plugin == f"file://{PLUGIN}" and all(line.startswith("RUN ") for line in linter["install"]["dockerfile"])
    if schema := os.environ.get("MEGALINTER_SCHEMA"):
        (tmp_path / "descriptor.yml").write_text(block(PLUGIN), encoding="utf-8")
        valid(tmp_path / "descriptor.yml", "--schemafile", schema)


def test_the_command_that_megalinter_puts_together(repository, on_path):
    """The arguments, the configuration, then the files; errors are counted by lines, or read as SARIF."""
    linter = pytest.importorskip("yaml").safe_load(block(PLUGIN))["linters"][0]
    repository.write(linter["config_file_name"], "exclude = ['vendor/']\n")
    for name in ("a.json", "b.json", "vendor/c.json"):
        repository.write(name, HTML)
    command = [linter["linter_name"], *linter["cli_lint_extra_args"]]
    sarif = [argument.replace("{{SARIF_OUTPUT_FILE}}", "out.sarif") for argument in linter["cli_sarif_args"]]
    files = [linter["cli_config_arg_name"], linter["config_file_name"], "a.json", "b.json", "vendor/c.json"]
    run = subprocess.run([*command, *files], capture_output=True, text=True)
    assert run.returncode == 1 and len(re.findall(linter["cli_lint_errors_regex"], run.stdout)) == 2
    subprocess.run([*command, *sarif, *files], capture_output=True, text=True)
    assert len(json.loads((repository.path / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 2
    for option in ("cli_help_arg_name", "cli_version_arg_name"):
        assert subprocess.run([linter["linter_name"], linter[option]], capture_output=True).returncode == 0
