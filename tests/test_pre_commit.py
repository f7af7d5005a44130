"""The hook under the real pre-commit: accidents are stopped, a healthy commit passes in silence.

pre-commit installs the hook as it does for a user: `pip install .` of a clone of this checkout, into an
environment of its own. A test session shares them, since installing is what takes the time.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.accidents import ACCIDENTS, HEALTHY, HTML, PYTHON
from tests.conftest import Repository

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def pre_commit_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pre-commit-home")


@pytest.fixture
def configured(repository: Repository, published: Repository, pre_commit_home: Path, monkeypatch) -> Repository:
    """A user's repository, with the hook in its configuration and installed."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(pre_commit_home))
    revision = published.git("rev-parse", "HEAD").stdout.strip()
    repository.stage(
        ".pre-commit-config.yaml",
        f"repos:\n  - repo: {published.path}\n    rev: {revision}\n    hooks:\n      - id: langdetect-hook\n",
    )
    pre_commit("install", "--install-hooks")
    return repository


def pre_commit(*arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    run = subprocess.run([sys.executable, "-m", "pre_commit", *arguments], capture_output=True, text=True, timeout=600)
    assert run.returncode == 0 or not check, run.stdout + run.stderr
    return run


def test_a_healthy_commit_passes_in_silence(configured):
    for name, content in HEALTHY.items():
        configured.stage(name, content)
    commit = configured.commit()
    output = commit.stdout + commit.stderr
    assert "Passed" in output and "LD0" not in output
    assert output.count("\n") == 1


@pytest.mark.parametrize("name", ACCIDENTS)
def test_an_accident_is_stopped(configured, name):
    configured.stage("a.py", HEALTHY["a.py"])
    configured.stage(name, ACCIDENTS[name])
    commit = configured.commit(check=False)
    output = commit.stdout + commit.stderr
    assert commit.returncode == 1
    assert f"{name}:1:1: LD00" in output
    assert "a.py:" not in output
    assert "SKIP=langdetect-hook" in output
    assert configured.git("log", check=False).returncode != 0


def test_all_files_at_once(configured):
    for name, content in {**HEALTHY, **ACCIDENTS}.items():
        configured.stage(name, content)
    run = pre_commit("run", "--all-files", check=False)
    found = {line.split(":")[0] for line in run.stdout.splitlines() if ":1:1: LD00" in line}
    assert run.returncode == 1
    assert found == set(ACCIDENTS)


def test_what_to_do_is_said_once_and_a_path_may_begin_with_a_dash(configured):
    for number in range(40):
        configured.stage(f"{'-' * (number % 3)}{number}.json", HTML)
    commit = configured.commit(check=False)
    output = commit.stdout + commit.stderr
    assert output.count(":1:1: LD003") == 40
    assert output.count("SKIP=langdetect-hook git commit ...") == output.count("linguist-language=NAME") == 1


def test_the_hook_that_fixes_renames_and_lets_the_next_commit_pass(configured):
    text = (configured.path / ".pre-commit-config.yaml").read_text()
    configured.stage(".pre-commit-config.yaml", text.replace("id: langdetect-hook", "id: langdetect-hook-fix"))
    configured.stage("-tool.sh", PYTHON * 5)
    commit = configured.commit(check=False)
    output = commit.stdout + commit.stderr
    assert commit.returncode == 1 and "renamed: -tool.sh -> -tool.py" in output
    assert configured.git("ls-files").stdout.split() == ["-tool.py", ".pre-commit-config.yaml"]
    configured.commit()


def test_skip_lets_a_commit_pass(configured, monkeypatch):
    configured.stage("page.json", HTML)
    monkeypatch.setenv("SKIP", "langdetect-hook")
    assert "Skipped" in configured.commit().stderr


def test_gitattributes_overrule(configured):
    configured.stage("page.json", HTML)
    configured.stage(".gitattributes", "page.json linguist-language=HTML\n")
    configured.commit()


def test_try_repo(repository, published, pre_commit_home, monkeypatch):
    monkeypatch.setenv("PRE_COMMIT_HOME", str(pre_commit_home))
    for name, content in {**HEALTHY, **ACCIDENTS}.items():
        repository.stage(name, content)
    run = pre_commit("try-repo", str(published.path), "langdetect-hook", "--all-files", check=False)
    assert run.returncode == 1
    assert {line.split(":")[0] for line in run.stdout.splitlines() if ":1:1: LD00" in line} == set(ACCIDENTS)


def test_links_and_submodules_do_not_reach_the_hook(configured):
    configured.stage("a.py", HEALTHY["a.py"])
    (configured.path / "link.json").symlink_to("a.py")
    configured.git("add", "link.json")
    inner = Repository(configured.path.parent / "inner")
    inner.stage("file.py", PYTHON)
    inner.commit()
    configured.git("submodule", "--quiet", "add", str(inner.path), "inner")
    configured.commit()
