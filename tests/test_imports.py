"""What the hook must not import: it starts anew at each commit, and imports are most of what one feels."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from langdetect_hook.configuration import baseline
from langdetect_hook.network.compiled import is_known
from tests import import_graph
from tests.accidents import HEALTHY
from tests.conftest import CHECKOUT

# All that a passing `check FILE…` imports. With numpy out, importing it alone would cost more than all the rest: a new
# row costs each commit of each user something, so it belongs in the change that needs it, with its milliseconds.
OURS = [
    "langdetect_hook",
    "langdetect_hook.case",
    "langdetect_hook.check",
    "langdetect_hook.claims",
    "langdetect_hook.claims.binary_names",
    "langdetect_hook.claims.interpreters",
    "langdetect_hook.cli",
    "langdetect_hook.commands",
    "langdetect_hook.configuration",
    "langdetect_hook.evidence",
    "langdetect_hook.evidence.evidence",
    "langdetect_hook.evidence.ld002_shebang",
    "langdetect_hook.evidence.ld003_error_page",
    "langdetect_hook.evidence.ld004_lfs_pointer",
    "langdetect_hook.evidence.ld005_merge_residue",
    "langdetect_hook.evidence.ld006_code_fence",
    "langdetect_hook.evidence.ld007_wide_encoding",
    "langdetect_hook.evidence.ld008_magic",
    "langdetect_hook.evidence.magic_numbers",
    "langdetect_hook.failure",
    "langdetect_hook.files",
    "langdetect_hook.files.content",
    "langdetect_hook.files.git_lfs",
    "langdetect_hook.files.sources",
    "langdetect_hook.model_assets",
    "langdetect_hook.network",
    "langdetect_hook.network.assets",
    "langdetect_hook.network.compiled",
    "langdetect_hook.network.exact",
    "langdetect_hook.network.excerpt",
    "langdetect_hook.network.thresholds",
    "langdetect_hook.network.tokenizer",
    "langdetect_hook.network.vocabulary",
    "langdetect_hook.report",
    "langdetect_hook.report.rules",
    "langdetect_hook.suspicion",
    "langdetect_hook.verdict",
]
STANDARD = ["bisect", "errno", "itertools", "math", "mmap", "os", "stat", "zlib"]
# What those bring along, from one version of Python to another.
BROUGHT_ALONG = ["genericpath", "os.path", "posixpath"]
# What an interpreter brings along for whose regular expressions network/compiled.py has no program.
OF_REGULAR_EXPRESSIONS = [
    *("collections", "copyreg", "enum", "functools", "keyword", "operator", "re", "re._casefix", "re._compiler"),
    *("re._constants", "re._parser", "reprlib", "sre_compile", "sre_constants", "sre_parse", "types"),
]
NEVER = ("keras", "matplotlib", "tensorflow")

PROBE = """
import sys
there_before = set(sys.modules)
sys.path.insert(0, {folder!r})
from langdetect_hook.cli import main
status = main({arguments!r})
sys.stdout.flush()
sys.stderr.write("\\n".join(set(sys.modules) - there_before))
sys.exit(status)
"""


@pytest.fixture
def as_installed(tmp_path: Path) -> Path:
    """The package laid out as an installation has it: model_assets and hooks inside."""
    package = tmp_path / "as-installed" / "langdetect_hook"
    package.mkdir(parents=True)
    for path in (*(CHECKOUT / "langdetect_hook").iterdir(), CHECKOUT / "model_assets", CHECKOUT / "hooks"):
        (package / path.name).symlink_to(path)
    return package.parent


def modules_after(folder: Path, *arguments: str, isolated: bool) -> set[str]:
    """The modules that a run imports. Isolated: without site-packages, whose .pth files import much."""
    program = PROBE.format(folder=str(folder), arguments=list(arguments))
    options = ["-I", "-S"] if isolated else []
    run = subprocess.run([sys.executable, *options, "-c", program], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    return set(run.stderr.splitlines())


@pytest.fixture
def healthy_files(tmp_path: Path) -> list[str]:
    for name, content in HEALTHY.items():
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return [str(tmp_path / name) for name in HEALTHY]


def test_a_passing_check_imports_what_is_listed_and_nothing_else(as_installed, healthy_files):
    imported = modules_after(as_installed, "check", *healthy_files, isolated=True)
    ours = {name for name in imported if name.partition(".")[0] == "langdetect_hook"}
    assert sorted(ours) == OURS
    public = {name for name in imported - ours if not name.startswith("_")}
    allowed = {*STANDARD, *BROUGHT_ALONG} | (set() if is_known() else {*OF_REGULAR_EXPRESSIONS})
    assert sorted(public - allowed) == []


@pytest.mark.parametrize("name", [".langdetect-baseline", ".langdetect-hook.toml", "setup.cfg"])
def test_a_repository_that_says_something_pays_for_no_option_and_no_process(
    as_installed, healthy_files, tmp_path, monkeypatch, name
):
    texts = {".langdetect-baseline": baseline.HEAD, ".langdetect-hook.toml": "exclude = []\n"}
    (tmp_path / name).write_text(texts.get(name, "[langdetect-hook]\nexclude = vendor/\n"))
    monkeypatch.chdir(tmp_path)
    for arguments in (["check"], ["check", "--jobs=all", "--"]):
        imported = modules_after(as_installed, *arguments, *healthy_files, isolated=True)
        assert "langdetect_hook.configuration.settings" in imported
        assert imported.isdisjoint({"argparse", "concurrent.futures", "multiprocessing", "subprocess", "tempfile"})


def test_the_plain_hook_pays_for_no_process(as_installed, repository):
    for name, content in HEALTHY.items():
        repository.stage(name, content)
    imported = modules_after(as_installed, "check", "--staged", isolated=True)
    assert "langdetect_hook.files.git" in imported
    assert imported.isdisjoint({"concurrent.futures", "multiprocessing", "langdetect_hook.commands.parallel"})


def test_no_command_of_the_hook_imports_tensorflow(as_installed, healthy_files):
    for arguments in (
        ["check", "--verbose"],
        ["check", "--format=json"],
        ["classify"],
        ["classify", "--format=json"],
    ):
        imported = modules_after(as_installed, *arguments, *healthy_files, isolated=False)
        assert imported.isdisjoint(NEVER), arguments
    assert modules_after(as_installed, "languages", isolated=False).isdisjoint(NEVER)


def imported_names(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = path.relative_to(CHECKOUT).parent.parts
            above = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (above, node.module)))
            names.update({module, *(f"{module}.{alias.name}" for alias in node.names)})
    return names


def test_only_training_imports_tensorflow_or_is_imported_by_nobody():
    for path in (CHECKOUT / "langdetect_hook").rglob("*.py"):
        names = imported_names(path)
        if "training" in path.relative_to(CHECKOUT).parts:
            continue
        assert not [name for name in names if name.split(".")[0] in NEVER], path
        assert not [name for name in names if name.startswith("langdetect_hook.training")], path


def test_an_editor_is_answered_before_what_its_files_need_is_imported(as_installed):
    """Nor is anything that is not of the standard library: lsprotocol alone takes longer than all the rest."""
    asked = {"id": 1, "method": "initialize", "params": {"capabilities": {}}}
    body = json.dumps(asked).encode()
    program = PROBE.format(folder=str(as_installed), arguments=["lsp"])
    sent = b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
    run = subprocess.run([sys.executable, "-I", "-S", "-c", program], input=sent, capture_output=True)
    assert b'"serverInfo"' in run.stdout and run.returncode == 1
    imported = set(run.stderr.decode().splitlines())
    assert "langdetect_hook.lsp.server" in imported
    assert not imported & {
        "asyncio",
        "lsprotocol",
        "pygls",
        "langdetect_hook.lsp.features",
        "langdetect_hook.lsp.roots",
    }


def test_nothing_is_imported_against_the_order_of_the_folders():
    assert import_graph.against_the_order() == []
    assert {import_graph.folder_of(module) for module in import_graph.modules()} == set(import_graph.ORDER)


def test_there_is_no_circle():
    assert import_graph.circle() == []


def test_the_design_lists_the_folders_in_this_order():
    page = (CHECKOUT / "docs" / "design.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)(?:/|\.py)`", page, re.MULTILINE)
    folders = [folder for folder in import_graph.ORDER if (CHECKOUT / "langdetect_hook" / folder).is_dir()]
    assert [name for name in listed if name in folders] == folders
