"""The README says what the tool does: its usage, examples, tables and commands are tested for real.

`python -m tests.test_documentation` writes into its console blocks what their commands print, and the bundled model's
accuracy between its markers.
"""

from __future__ import annotations

import configparser
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from langdetect_hook import __version__, cli, failure, report
from langdetect_hook.configuration import reading
from langdetect_hook.configuration.table import SETTINGS
from langdetect_hook.files.sources import SKIPPED_MODES
from langdetect_hook.report.rules import ALL_RULES
from tests.accidents import ACCIDENTS, HTML
from tests.benchmarks.readme_table import FIGURES, markdown, write_into_page
from tests.conftest import CHECKOUT, Repository, files_of_the_checkout

README = CHECKOUT / "README.md"
ABOUT_CONFIGURATION = CHECKOUT / "docs" / "configuration.md"
# What people read of the commands: the README, and where it goes into detail.
READ = (README, CHECKOUT / "docs" / "commands.md", CHECKOUT / "docs" / "training.md")
PAGE = "\n".join(page.read_text(encoding="utf-8") for page in READ)

CONSOLE = re.compile(r"^```console\n\$ (?P<command>[^\n]*)\n(?P<output>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)\s]+)\)")
CONTRIBUTING = (CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8")
# Its indented lines and commands within the text, but for the two lines of Python.
LINES_TO_CONTRIBUTE = [
    line
    for found in re.findall(r"^    (\S.*)$|`((?:python|bash|pre-commit) [^`]+)`", CONTRIBUTING, re.MULTILINE)
    for line in found
    if line and "TYPE_CHECKING" not in line
]
COMMAND_LINES = re.findall(r"^    ((?:python3|pip|langdetect-hook|cp) .*)$", PAGE, re.MULTILINE)

# The files that the README's examples speak of.
ROW = '      <tr><td>{0}</td><td><a href="mailto:{0}@example.org">write</a></td></tr>\n'
TABLE = f'    <table class="users">\n{"".join(map(ROW.format, ["ada", "grace"]))}    </table>\n  </div>\n'
USERS = HTML.replace("Sign in", "Users").replace("  </div>\n", TABLE)
EXAMPLES = {**ACCIDENTS, "data/users.json": USERS}


def printed(command: str, folder: Path) -> str:
    """What a command of a console block prints, as wide as the README is, in a repository that has the files staged."""
    assert command.startswith("langdetect-hook ")
    repository = Repository(folder)
    for name, content in EXAMPLES.items():
        repository.stage(name, content)
    arguments = command.split()[1:]
    run = subprocess.run(
        [sys.executable, "-m", "langdetect_hook", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "98"},
    )
    assert run.stderr == "", run.stderr
    return run.stdout


def comparable(text: str) -> list[str]:
    """Words: line breaks depend on the version of Python; probabilities, and who comes after, on the model."""
    text = re.sub(r"[^ ,][^,()\n]* \(0\.0%\)", "ANOTHER", text)
    return re.sub(r'\d+\.\d+%|(?<="probability": )[\d.]+', "N", text).split()


@pytest.mark.parametrize("match", list(CONSOLE.finditer(PAGE)), ids=lambda match: match["command"])
def test_examples_and_usage_are_what_is_printed(match, tmp_path):
    printed_now = comparable(printed(match["command"], tmp_path))
    assert printed_now == comparable(match["output"]), "run python -m tests.test_documentation"


def test_the_examples_are_sure():
    """What the README shows is what a small change of the model would not change."""
    shown = re.findall(r"(?:looks like [\w+#]+|^\S+: [\w+#]+) \((\d+\.\d)%\)", PAGE, re.MULTILINE)
    assert len(shown) >= 4 and min(map(float, shown)) >= 99.5


def test_the_accuracy_is_what_the_bundled_model_reached():
    for page in (README, FIGURES):
        _, _, rest = page.read_text(encoding="utf-8").partition("<!-- accuracy:begin -->\n")
        assert rest.partition("<!-- accuracy:end -->")[0].strip() == accuracy().strip()


def test_every_key_of_the_configuration_is_told():
    page = ABOUT_CONFIGURATION.read_text(encoding="utf-8")
    assert keys().strip() in page, "run python -m tests.test_documentation"
    for name, form in ((".langdetect-hook.toml", "toml"), ("setup.cfg", "ini")):
        block = re.search(rf"^```{form}\n(.*?)```$", page, re.MULTILINE | re.DOTALL)
        assert block
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / name).write_text(block[1], encoding="utf-8")
            assert reading.read(os.path.join(folder, name))
    for word in report.CHECK_FORMATS:
        assert f"| `{word}` |" in page


PAGES_WITH_LINKS = ("commands", "configuration", "figures", "runners", "training")


@pytest.mark.parametrize("page", ["README.md", *(f"docs/{name}.md" for name in PAGES_WITH_LINKS)])
def test_links_lead_somewhere(page):
    path = CHECKOUT / page
    targets = LINK.findall(path.read_text(encoding="utf-8"))
    assert targets
    for target in targets:
        assert (path.parent / target.partition("#")[0]).exists(), target


@pytest.mark.parametrize(
    "name", ["check", *(pytest.param(name, marks=pytest.mark.slow) for name in ("evaluate", "train"))]
)
def test_the_options_in_commands_exist(name):
    if name in ("evaluate", "train"):
        pytest.importorskip("keras")
    used = set()
    for line in re.findall(rf"langdetect-hook {name} [^`\n|]*", PAGE):
        used.update(re.findall(r"(?<= )--[a-z-]+", line))
    usage = subprocess.run(
        [sys.executable, "-m", "langdetect_hook", name, "--help"], capture_output=True, text=True, check=True
    ).stdout
    assert used and used <= set(re.findall(r"--[a-z-]+", usage))


def test_the_commands_are_all_shown():
    usage = subprocess.run(
        [sys.executable, "-m", "langdetect_hook", "--help"], capture_output=True, text=True, check=True
    ).stdout
    commands = re.findall(r"^    (\w+)(?: |$)", usage.partition("COMMAND\n")[2].partition("\n\n")[0], re.MULTILINE)
    assert set(cli.COMMANDS_ELSEWHERE) | {"check", "classify"} <= set(commands)
    for command in commands:
        assert f"langdetect-hook {command}" in PAGE, command
        assert f"`{command}`" in (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8"), command


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.id)
def test_every_rule_has_its_row(rule):
    row = re.search(rf"^\| {rule.id} +\| (.*?) +\| (on|off) +\|$", PAGE, re.MULTILINE)
    assert row, f"no row for {rule.id}"
    assert (row[1], row[2]) == (rule.explanation, "on" if rule.default else "off")


def test_no_rule_is_documented_that_does_not_exist():
    assert set(re.findall(r"LD\d+", PAGE)) == {rule.id for rule in ALL_RULES}


def test_every_exit_status_has_its_row():
    rows = set(map(int, re.findall(r"^\| (\d+) +\|", PAGE, re.MULTILINE)))
    ended = {failure.INTERRUPTED, failure.PIPE_CLOSED, failure.TERMINATED}
    assert rows == {failure.CLEAN, failure.FOUND, failure.FAILED, *ended}


def test_every_key_verdict_and_format_is_named():
    for word in (*report.KEYS, *report.CHECK_FORMATS, "ok", "mismatch", "unsure", "skipped", "error", "candidates"):
        assert f"`{word}`" in PAGE or f"--format {word}" in PAGE or word == "text", word


def test_what_is_skipped_is_in_the_table():
    rows = re.findall(r"^\| ([^|]*?) +\| skipped", PAGE, re.MULTILINE)
    for reason in SKIPPED_MODES.values():
        assert any(reason.split()[-1] in row for row in rows), reason


def test_the_version_is_the_one_to_pin():
    assert f"rev: v{__version__}\n" in PAGE


def test_the_command_of_the_tests_is_the_one_that_ci_runs():
    (command,) = [line for line in COMMAND_LINES if "-m pytest" in line]
    pattern = re.search(r"grep -m 1 -E '(.*?)' README.md", (CHECKOUT / ".ci" / "run").read_text())
    assert pattern and re.search(pattern[1], f"    {command}")


@pytest.mark.parametrize("line", LINES_TO_CONTRIBUTE)
def test_what_contributors_are_told_to_run_exists(line):
    """Each program is one that the extra `test` installs or a system has, each module, path and option there."""
    words = [word for word in shlex.split(line) if word != "&&"]
    if words[:2] == ["python", "-m"]:
        module, *arguments = words[2:]
        assert find_spec(module), module
        if module.startswith("tests."):
            source = Path(find_spec(module).origin).read_text(encoding="utf-8")
            for option in arguments:
                assert not option.startswith("--") or f'"{option}"' in source, option
    else:
        assert words[0] in ("python3", "bash", "ruff", "mypy", "pre-commit", "langdetect-hook"), words[0]
        arguments = words[1:]
    for word in arguments:
        if word.startswith((".ci/", "tests/")):
            assert (CHECKOUT / word).exists(), word


def test_what_contributors_are_told_names_what_there_is():
    for name in re.findall(r"`((?:\.ci|langdetect_hook|tests)/?[\w./]*)`", CONTRIBUTING):
        assert (CHECKOUT / name).exists(), name
    for options in (["ruff", "check", "--help"], ["ruff", "format", "--help"], ["pytest", "--markers"]):
        run = subprocess.run([sys.executable, "-m", *options], capture_output=True, text=True, check=True, cwd=CHECKOUT)
        assert {"check": "Usage", "format": "--check", "--markers": "slow:"}[options[1]] in run.stdout
    assert {"ruff check .", "ruff format --check .", "mypy"} <= set(LINES_TO_CONTRIBUTE)
    settings = configparser.ConfigParser()
    settings.read(CHECKOUT / "setup.cfg")
    extras = re.findall(r"'\.\[([\w,]+)\]'", CONTRIBUTING)
    assert extras and set(",".join(extras).split(",")) <= set(settings["options.extras_require"])


def test_the_order_of_the_folders_is_told():
    told = re.search(r"From low to high: (.*?)\.", CONTRIBUTING, re.DOTALL)
    assert told
    package = CHECKOUT / "langdetect_hook"
    there = {path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert there - {"__init__", "__main__"} <= set(told[1].replace("\n", " ").split(", "))


@pytest.mark.slow
def test_the_main_command_runs_as_written(published, tmp_path):
    """From a fresh clone: a virtual environment is made, the package installed, and nothing is found."""
    (command,) = [line for line in COMMAND_LINES if line.endswith("check --all")]
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(published.path), str(clone)], check=True)
    environment = {**os.environ, "PIP_QUIET": "1"}
    run = subprocess.run(["bash", "-c", command], cwd=clone, capture_output=True, text=True, env=environment)
    assert (run.returncode, run.stdout) == (0, ""), run.stderr
    listing = subprocess.run([clone / "v" / "bin" / "pip", "list"], capture_output=True, text=True, check=True)
    names = {line.split()[0].lower() for line in listing.stdout.splitlines()[2:]}
    assert "pygments" in names and names.isdisjoint({"numpy", "tensorflow"})


@pytest.mark.slow
def test_the_pre_commit_block_is_valid(published, repository, monkeypatch, tmp_path):
    block = re.search(r"^```yaml\n(repos:.*?)```$", PAGE, re.MULTILINE | re.DOTALL)
    assert block
    revision = published.git("rev-parse", "HEAD").stdout.strip()
    text = block[1].replace("<URL of this repository>", str(published.path))
    repository.stage(".pre-commit-config.yaml", re.sub(r"rev: \S+", f"rev: {revision}", text))
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    for arguments in (["validate-config"], ["validate-manifest", str(CHECKOUT / ".pre-commit-hooks.yaml")]):
        subprocess.run([sys.executable, "-m", "pre_commit", *arguments], check=True)


def test_nothing_private_is_named():
    """No machine's paths and no registry's host in what is published."""
    hosts = ("pypi." + "org", "pythonhosted" + ".org", "registry.npmjs" + ".org", "deb.debian" + ".org")
    for name in files_of_the_checkout():
        content = (CHECKOUT / name).read_bytes()
        assert not [host for host in hosts if host.encode() in content], name


def accuracy() -> str:
    """The table of the bundled model's accuracy on held-out projects, from its metadata."""
    facts = json.loads((CHECKOUT / "model_assets" / "metadata.json").read_text(encoding="utf-8"))
    shares = facts["figures"]["accuracy"]
    lengths = sorted(shares, key=shares.__getitem__, reverse=True)
    files = f"of {facts['figures']['files']:,} files"
    return markdown([files, *lengths], [["right", *(f"{shares[length]:.1%}" for length in lengths)]])


def keys() -> str:
    """The table of the keys of the configuration."""
    rows = [
        (f"`{setting.key}`", setting.purpose, f"`{setting.example}`", f"`--{setting.key}`" if setting.option else "")
        for setting in SETTINGS
    ]
    return markdown(["key", "what it says", "for example", "option of `check`"], rows)


def rewritten(page: str) -> str:
    """A page with what the commands of its console blocks print now."""
    with tempfile.TemporaryDirectory() as folder:
        return CONSOLE.sub(
            lambda match: f"```console\n$ {match['command']}\n{printed(match['command'], Path(folder))}```",
            page,
        )


if __name__ == "__main__":
    for page in READ:
        page.write_text(rewritten(page.read_text(encoding="utf-8")), encoding="utf-8")
    for page in (README, FIGURES):
        write_into_page("accuracy", accuracy(), page)
    write_into_page("keys", keys(), ABOUT_CONFIGURATION)
