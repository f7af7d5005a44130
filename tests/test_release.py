"""A version is said alike everywhere, and its archives are built the same by everyone, on every Python there is."""

from __future__ import annotations

import configparser
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from langdetect_hook import __version__
from tests.accidents import HEALTHY, HTML
from tests.conftest import CHECKOUT, Repository

CHANGELOG = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
RELEASING = (CHECKOUT / "docs" / "releasing.md").read_text(encoding="utf-8")
SUPPORTED = re.findall(r"Programming Language :: Python :: (3\.\d+)", (CHECKOUT / "setup.cfg").read_text())


def settings() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(CHECKOUT / "setup.cfg")
    return parser


def test_the_changelog_has_the_version_below_what_is_unreleased():
    headings = re.findall(r"^## \[(.*?)\](?: - (\d{4}-\d\d-\d\d))?$", CHANGELOG, re.MULTILINE)
    assert headings[0] == ("Unreleased", "")
    assert headings[1][0] == __version__ and headings[1][1]
    assert all(date for _, date in headings[1:])


def test_each_release_says_what_became_of_the_model():
    for section in re.split(r"^## ", CHANGELOG, flags=re.MULTILINE)[2:]:
        assert "\n### Model\n" in section, section.splitlines()[0]


def test_the_version_stands_in_one_place():
    assert settings()["metadata"]["version"] == "attr: langdetect_hook.__version__"
    page = (CHECKOUT / "docs" / "langdetect-hook.1").read_text(encoding="utf-8")
    (date,) = re.findall(rf"^## \[{re.escape(__version__)}\] - (\S+)$", CHANGELOG, re.MULTILINE)
    assert f'.TH LANGDETECT\\-HOOK 1 "{date}" "langdetect-hook {__version__}"' in page
    # pre-commit reads hooks at the tag: the manifest names no version.
    assert not re.search(r"\d+\.\d+\.\d+", (CHECKOUT / ".pre-commit-hooks.yaml").read_text().replace("3.2.0", ""))


def test_how_to_release_names_what_there_is():
    for name in re.findall(r"`((?:\.ci|docs|langdetect_hook|model_assets|tests)/[\w./]+)`", RELEASING):
        assert (CHECKOUT / name).exists(), name
    for name in re.findall(r"python -m ((?:langdetect_hook|tests)\.[\w.]+)", RELEASING):
        assert (CHECKOUT / (name.replace(".", "/") + ".py")).exists(), name
    for name in re.findall(r"(?:bash|slow) ((?:\.ci|tests)/\S+?)`?[ \n]", RELEASING):
        assert (CHECKOUT / name).exists(), name
    assert f"v{__version__}\n" in RELEASING
    assert "release" in settings()["options.extras_require"]


def interpreters() -> dict[str, str]:
    """A Python of each version that is supported and can be had here, from the lowest to the newest."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = {}
    for version in SUPPORTED:
        candidates = [*pyenv.glob(f"{version}.*/bin/python"), shutil.which(f"python{version}"), sys.executable]
        path = next((str(each) for each in candidates if each and version_of(str(each)) == version), None)
        if path:
            found[version] = path
    return found


def version_of(python: str) -> str:
    program = "import sys, ensurepip, venv; print('%d.%d' % sys.version_info[:2])"
    run = subprocess.run([python, "-c", program], capture_output=True, text=True)
    return run.stdout.strip()


def environment_of(python: str, folder: Path, *requirements: str | Path) -> Path:
    """The folder of the programs of a fresh environment with what is required."""
    subprocess.run([python, "-m", "venv", str(folder)], check=True)
    install = [folder / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", *requirements]
    subprocess.run(install, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder / "bin"


def clone(published: Repository, folder: Path, **environment: str) -> Path:
    subprocess.run(
        ["git", "clone", "--quiet", str(published.path), str(folder)], check=True, env={**os.environ, **environment}
    )
    return folder


@pytest.fixture(scope="module")
def tools(tmp_path_factory) -> Path:
    """The programs that the extra `release` brings."""
    required = settings()["options.extras_require"]["release"].split()
    return environment_of(sys.executable, tmp_path_factory.mktemp("tools") / "v", *required)


@pytest.fixture(scope="module")
def released(published, tools, tmp_path_factory) -> Path:
    """What `.ci/release` leaves in `dist`."""
    folder = clone(published, tmp_path_factory.mktemp("here") / "clone")
    environment = {**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
    run = subprocess.run(["bash", ".ci/release"], cwd=folder, capture_output=True, text=True, env=environment)
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]
    assert run.stdout.count("PASSED") == 2  # twine check --strict
    return folder / "dist"


@pytest.fixture(scope="module")
def distributions(released) -> dict[str, Path]:
    (sdist,), (wheel,) = released.glob("*.tar.gz"), released.glob("*.whl")
    return {"sdist": sdist, "wheel": wheel}


@pytest.mark.slow
def test_a_release_has_its_files_and_their_checksums(released):
    names = {path.name for path in released.iterdir()}
    stem = f"langdetect_hook-{__version__}"
    sbom = f"langdetect-hook-{__version__}.cdx.json"
    assert names == {f"{stem}.tar.gz", f"{stem}-py3-none-any.whl", sbom, "SHA256SUMS"}
    sums = dict(reversed(line.split("  ")) for line in (released / "SHA256SUMS").read_text().splitlines())
    assert sums == {name: hashlib.sha256((released / name).read_bytes()).hexdigest() for name in names - {"SHA256SUMS"}}


@pytest.mark.slow
def test_the_sbom_says_what_is_installed(released):
    """cyclonedx-py has held it against CycloneDX's schema."""
    (path,) = released.glob("*.cdx.json")
    bom = json.loads(path.read_text(encoding="utf-8"))
    assert bom["bomFormat"] == "CycloneDX"
    root = bom["metadata"]["component"]
    assert (root["name"], root["version"]) == ("langdetect-hook", __version__)
    names = {component["name"].lower() for component in bom["components"]}
    assert "pygments" in names and names <= {"pygments", "tomli"}
    depends = {row["ref"]: row.get("dependsOn", []) for row in bom["dependencies"]}
    assert len(depends[root["bom-ref"]]) == len(names)
    assert str(released.parent) not in path.read_text(encoding="utf-8")


@pytest.mark.slow
def test_two_builds_are_the_same_to_the_byte(published, tools, distributions, tmp_path):
    """Elsewhere, later, by somebody whose umask, time zone, locale and hashes are others."""
    folder = tmp_path / "some where" / "else"
    old = os.umask(0o077)
    try:
        clone(published, folder)
        for number, path in enumerate(sorted(folder.rglob("*"))):
            if ".git" not in path.parts:
                os.utime(path, (1_000_000_000 + number, 1_000_000_000 + number))
        time = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=folder, capture_output=True, text=True).stdout
        others = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": time.strip()}
        build = [tools / "python", "-m", "build", "--outdir", str(tmp_path / "out"), "."]
        subprocess.run(build, cwd=folder, check=True, capture_output=True, env={**os.environ, **others})
    finally:
        os.umask(old)
    for path in distributions.values():
        assert (tmp_path / "out" / path.name).read_bytes() == path.read_bytes(), path.name


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sdist", "wheel"])
@pytest.mark.parametrize("which", ["lowest", "newest"])
def test_it_installs_and_works_on_the_lowest_and_the_newest_python(distributions, kind, which, tmp_path):
    there = interpreters()
    python = there[list(there)[0 if which == "lowest" else -1]]
    programs = environment_of(python, tmp_path / "v", distributions[kind])
    (tmp_path / "users.json").write_text(HTML)
    (tmp_path / "a.py").write_text(HEALTHY["a.py"])
    environment = {**os.environ, "PYTHONPATH": "", "PYTHONWARNINGS": "error"}

    def run(*arguments: str) -> tuple[int, str, str]:
        command = [programs / "langdetect-hook", *arguments]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=environment)
        return done.returncode, done.stdout, done.stderr

    assert run("--version") == (0, f"langdetect-hook {__version__}\n", "")
    assert run("check", "a.py") == (0, "", "")
    status, out, errors = run("check", "a.py", "users.json")
    assert (status, errors) == (1, "") and out.startswith("users.json:1:1: LD003 ")
    status, out, errors = run("classify", "a.py")
    assert (status, errors) == (0, "") and out.startswith("a.py: Python (")
    assert run("explain", "LD003")[0] == run("languages")[0] == run("config")[0] == 0
    share = programs.parent / "share"
    for name in ("bash-completion/completions/langdetect-hook.bash", "zsh/site-functions/_langdetect-hook"):
        assert (share / name).is_file(), name
    for name in ("fish/vendor_completions.d/langdetect-hook.fish", "man/man1/langdetect-hook.1"):
        assert (share / name).is_file(), name
    assert run("completion", "bash")[1] == (share / "bash-completion/completions/langdetect-hook.bash").read_text()
