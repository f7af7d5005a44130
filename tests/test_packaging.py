"""What is installed: by a wheel in a fresh environment, and that the metadata says the truth."""

from __future__ import annotations

import configparser
import os
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.accidents import HEALTHY, HTML
from tests.conftest import CHECKOUT, files_of_the_checkout

LARGEST_WHEEL = 8 << 20
LARGEST_ASSETS = 6 << 20
LARGEST_ENVIRONMENT = 50 << 20


@pytest.fixture(scope="session")
def settings() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(CHECKOUT / "setup.cfg")
    return parser


@pytest.fixture(scope="session")
def wheel(published, tmp_path_factory) -> Path:
    """Built by way of a source distribution, so that both are known to be whole."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--outdir", str(folder), str(published.path)]
    run = subprocess.run(build, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="session")
def environment(wheel, tmp_path_factory) -> Path:
    """A fresh virtual environment with the wheel and what it requires."""
    folder = tmp_path_factory.mktemp("environment") / "v"
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    subprocess.run([folder / "bin" / "pip", "install", "--quiet", str(wheel)], check=True)
    return folder


def test_every_package_is_named(settings):
    found = {
        ".".join(path.parent.relative_to(CHECKOUT).parts)
        for path in (CHECKOUT / "langdetect_hook").rglob("__init__.py")
    }
    mapped = {"langdetect_hook.hooks", "langdetect_hook.model_assets"}
    assert set(settings["options"]["packages"].split()) == found | mapped


def test_only_pygments_is_required_and_as_ranges(settings):
    """And what reads TOML where the standard library does not; nothing that is compiled."""
    required = settings["options"]["install_requires"].strip().splitlines()
    assert [requirement.split(">=")[0] for requirement in required] == ["pygments", "tomli"]
    assert required[-1].endswith('; python_version < "3.11"')
    assert not [requirement for requirement in required if "==" in requirement]
    for extra in settings["options.extras_require"].values():
        assert all(">=" in row and "==" not in row for row in extra.strip().splitlines())


def test_only_the_system_is_named_on_which_the_tests_were_run(settings):
    systems = [row for row in settings["metadata"]["classifiers"].split("\n") if row.startswith("Operating System")]
    assert systems == ["Operating System :: POSIX :: Linux"]


def test_numpy_is_an_extra_and_what_trains_brings_it(settings):
    extras = settings["options.extras_require"]
    assert extras["fast"].split() == ["numpy>=1.23"]
    assert extras["fast"].strip() in extras["train"].split()


def test_ci_constrains_every_requirement_to_its_lower_bound(settings):
    """The line of .ci/run that writes the constraints finds all that setup.cfg requires."""
    (line,) = re.findall(r"^sed .* setup\.cfg", (CHECKOUT / ".ci" / "run").read_text(), re.MULTILINE)
    run = subprocess.run(shlex.split(line), cwd=CHECKOUT, capture_output=True, text=True, check=True)
    extras = settings["options.extras_require"]
    required = "\n".join([settings["options"]["install_requires"], *extras.values()]).split("\n")
    lowest = [row.partition(";")[0].strip().replace(">=", "==") for row in required if row.strip()]
    assert sorted(run.stdout.split()) == sorted(lowest)


@pytest.mark.slow
def test_the_wheel_is_small_and_whole(wheel):
    assert wheel.stat().st_size <= LARGEST_WHEEL
    with zipfile.ZipFile(wheel) as archive:
        shipped = {info.filename: info.file_size for info in archive.infolist()}
    top_level = {name.split("/")[0] for name in shipped}
    assert {name for name in top_level if not name.endswith((".dist-info", ".data"))} == {"langdetect_hook"}
    for folder in ("hooks", "model_assets"):
        for path in (CHECKOUT / folder).iterdir():
            if path.suffix == ".toml":  # the manifests of the corpus, which nobody needs who does not train
                assert f"langdetect_hook/{folder}/{path.name}" not in shipped
            elif path.is_file():
                assert shipped[f"langdetect_hook/{folder}/{path.name}"] == path.stat().st_size
    assert sum(size for name, size in shipped.items() if "/model_assets/" in name) <= LARGEST_ASSETS
    assert not [name for name in shipped if name.startswith("tests/") or name.endswith((".pyc", ".pkl"))]


@pytest.mark.slow
def test_a_source_distribution_brings_its_tests(tmp_path):
    names = files_of_the_checkout()
    for name in names:
        (tmp_path / "checkout" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(CHECKOUT / name, tmp_path / "checkout" / name)
    build = [sys.executable, "-m", "build", "--sdist", "--outdir", str(tmp_path), str(tmp_path / "checkout")]
    run = subprocess.run(build, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    (archive,) = tmp_path.glob("*.tar.gz")
    shutil.unpack_archive(archive, tmp_path / "unpacked")
    (folder,) = (tmp_path / "unpacked").iterdir()
    assert [name for name in names if not (folder / name).is_file()] == []
    selection = ["tests/claims", "tests/report", "tests/network", "tests/test_check.py", "tests/test_documentation.py"]
    tests = [sys.executable, "-m", "pytest", "-q", "-m", "not slow", *selection]
    run = subprocess.run(tests, cwd=folder, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout


@pytest.mark.slow
def test_the_installed_command_works_from_anywhere(environment, tmp_path):
    wrong, healthy = tmp_path / "users.json", tmp_path / "a.py"
    wrong.write_text(HTML)
    healthy.write_text(HEALTHY["a.py"])
    command = environment / "bin" / "langdetect-hook"
    run = subprocess.run([command, "check", "."], cwd=tmp_path, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (1, "")
    assert run.stdout.startswith("users.json:1:1: LD00")
    run = subprocess.run([command, "classify", "a.py"], cwd=tmp_path, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "") and run.stdout.startswith("a.py: Python (")
    module = [environment / "bin" / "python", "-m", "langdetect_hook", "check", "a.py"]
    run = subprocess.run(module, cwd=tmp_path, capture_output=True, text=True)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


@pytest.mark.slow
def test_the_installed_environment_is_small_and_has_no_tensorflow(environment):
    size = sum(path.lstat().st_size for path in environment.rglob("*") if not path.is_symlink())
    assert size <= LARGEST_ENVIRONMENT
    listing = subprocess.run([environment / "bin" / "pip", "list"], capture_output=True, text=True, check=True)
    names = {line.split()[0].lower() for line in listing.stdout.splitlines()[2:]}
    assert names <= {"langdetect-hook", "pip", "pygments", "setuptools", "tomli"}


@pytest.mark.slow
def test_training_without_the_extra_says_how_to_get_it(environment, tmp_path):
    run = subprocess.run(
        [environment / "bin" / "langdetect-hook", "train", ".", "--output", "out"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 2
    assert "Traceback" not in run.stderr and run.stderr.count("\n") == 1


@pytest.mark.slow
@pytest.mark.parametrize("options", [["-e"], []])
def test_both_kinds_of_install_put_the_folders_inside_the_package(published, tmp_path, options):
    copy = tmp_path / "copy"
    subprocess.run(["git", "clone", "--quiet", str(published.path), str(copy)], check=True)
    environment = tmp_path / "v"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    install = [environment / "bin" / "pip", "install", "--quiet", "--no-deps", *options, "."]
    subprocess.run(install, cwd=copy, check=True)
    program = (
        "import langdetect_hook.hooks, langdetect_hook.model_assets as assets, os\n"
        "from langdetect_hook.claims import bundled\n"
        "print(os.path.exists(os.path.join(os.path.dirname(assets.__file__), 'languages.tsv')))\n"
        "print(bundled().of('a.py').languages)\n"
    )
    run = subprocess.run(
        [environment / "bin" / "python", "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": ""},
    )
    assert run.stdout == "True\n('Python',)\n", run.stderr
