"""Fetching: what the clients are asked, what their failures become, and the digests.

The last tests ask the real registries for a small package each; they are skipped where the client can't reach
its registry.
"""

from __future__ import annotations

import errno
import hashlib
import sys
from pathlib import Path

import pytest

from langdetect_hook.training.corpus_builder import clients, fetch, repositories
from langdetect_hook.training.corpus_builder.apt import AptLists, machine_entries
from langdetect_hook.training.corpus_builder.clients import reason_of, run_client
from langdetect_hook.training.corpus_builder.manifest import Source
from langdetect_hook.training.corpus_builder.source_error import SourceError
from langdetect_hook.training.corpus_builder.unpack import members

from .archives import tar

MACHINE = """\
# comment
Types: deb
URIs: https://archive.invalid/debian
Suites: bookworm bookworm-updates
Components: main

Types: deb
URIs: https://other.invalid
Suites: nodistro
Components: main
"""


class Client:
    """Stands in for run_client: notes the commands, lets the first ones fail, and makes the files."""

    def __init__(self, names: list[str], failing: int = 0) -> None:
        self.names, self.failing, self.commands = names, failing, []

    def __call__(self, command: list[str], folder: Path, failure: str, variables: object = None) -> None:
        self.commands.append(command)
        if len(self.commands) <= self.failing:
            raise SourceError(f"{failure}: no")
        for name in self.names:
            (folder / name).write_bytes(b"x")


def fetched(
    source: Source, folder: Path, client: Client, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[str], list[str]]:
    monkeypatch.setattr(fetch, "run_client", client)
    archives, remarks = fetch.fetch(source, folder, AptLists(folder / "apt"))
    return [path.name for path in archives], remarks


def test_npm_packs_the_pinned_version_without_running_scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(["x-1.0.tgz", "log.txt"])
    assert fetched(Source("npm", "@a/x", "1.0"), tmp_path, client, monkeypatch) == (["x-1.0.tgz"], [])
    assert client.commands[0][:3] == ["npm", "pack", "--ignore-scripts"]
    assert client.commands[0][-1] == "@a/x@1.0"


@pytest.mark.parametrize("sdist", [False, True])
def test_pip_downloads_without_dependencies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sdist: bool) -> None:
    client = Client(["x-1.0.tar.gz"])
    fetched(Source("pypi", "x", "1.0", sdist=sdist), tmp_path, client, monkeypatch)
    (command,) = client.commands
    assert command[-1] == "x==1.0"
    assert "--no-deps" in command
    assert ("--no-binary" in command) is sdist


def test_apt_downloads_source_and_binary_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(["x_1.0.orig.tar.xz", "x_1.0-1.dsc"])
    found = fetched(Source("debian", "x", "1.0-1"), tmp_path, client, monkeypatch)
    assert found == (["x_1.0.orig.tar.xz"], [])
    assert client.commands[0][-4:] == ["source", "--only-source", "--download-only", "x=1.0-1"]
    client = Client(["x_1.0-1_all.deb"])
    fetched(Source("debian-bin", "x", "1.0-1"), tmp_path, client, monkeypatch)
    assert client.commands[0][-2:] == ["download", "x=1.0-1"]


def test_a_source_package_without_its_packaging_is_taken_and_remarked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client(["x_1.0.orig.tar.xz"], failing=1)
    archives, remarks = fetched(Source("debian", "x", "1.0-1"), tmp_path, client, monkeypatch)
    assert archives == ["x_1.0.orig.tar.xz"]
    assert "without the Debian packaging" in remarks[0]
    assert "--tar-only" in client.commands[1]


def test_no_archive_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SourceError, match=r"x 1\.0: the client brought no archive"):
        fetched(Source("npm", "x", "1.0"), tmp_path, Client([]), monkeypatch)


def test_digests_are_computed_and_compared(tmp_path: Path) -> None:
    archive = tmp_path / "x.tgz"
    archive.write_bytes(b"content")
    digest = hashlib.sha256(b"content").hexdigest()
    assert fetch.check_digests(Source("npm", "x", "1"), [archive]) == {"x.tgz": digest}
    fetch.check_digests(Source("npm", "x", "1", sha256={"x.tgz": digest}), [archive])
    with pytest.raises(SourceError, match=rf"x\.tgz: the digest is {digest}, the manifest expects 0000"):
        fetch.check_digests(Source("npm", "x", "1", sha256={"x.tgz": "0" * 64}), [archive])


@pytest.mark.parametrize(
    "said, reason",
    [
        ("npm error code ETARGET\nnpm error notarget No matching version found for x@9.", "no such version"),
        ("npm error code E404\nnpm error 404 Not Found", "no such version"),
        (
            "ERROR: Could not find a version\nERROR: No matching distribution found for x==9",
            "no such version",
        ),
        ("E: Can not find version '9' of package 'x'\nE: Unable to find", "no such version"),
        ("E: Version '9' for 'x' was not found", "no such version"),
        ("npm error code EAI_AGAIN", "doesn't reach its registry"),
        (
            "WARNING: Retrying: Failed to establish a new connection\nERROR: No matching distribution found",
            "doesn't reach its registry",
        ),
        (
            "E: Failed to fetch https://archive.invalid/x  403  Forbidden",
            "ended with status 7 and said: Failed to fetch …  403  Forbidden",
        ),
        ("", "ended with status 7 and said: nothing"),
    ],
)
def test_what_a_client_says_becomes_a_few_words_without_addresses(said: str, reason: str) -> None:
    words = reason_of(said, "client", 7)
    assert reason in words
    assert "://" not in words


@pytest.mark.parametrize(
    "said, reason",
    [
        (
            "fatal: unable to access 'https://h.invalid/a/b/': Could not resolve host: h.invalid",
            "doesn't reach the host",
        ),
        ("fatal: unable to access 'https://h.invalid/a/b/': Failed to connect to h.invalid", "doesn't reach the host"),
        (
            "fatal: could not read Username for 'https://h.invalid': terminal prompts disabled",
            "there is no such public repository (any longer)",
        ),
        ("fatal: repository 'https://h.invalid/a/b/' not found", "there is no such public repository (any longer)"),
        ("remote: Repository not found.", "there is no such public repository (any longer)"),
        ("fatal: remote error: upload-pack: not our ref 0000", "the repository has no such commit (any longer)"),
        (
            "fatal: unable to access 'https://h.invalid/a/b/': The requested URL returned error: 500",
            "said: unable to access … The requested URL returned error: 500",
        ),
    ],
)
def test_what_git_says_becomes_a_few_words(said: str, reason: str) -> None:
    assert reason in reason_of(said, "git", 128)


@pytest.mark.parametrize("said", ["fatal: write error: No space left on device", "npm error code ENOSPC"])
def test_a_full_disk_is_no_fault_of_the_source(tmp_path: Path, said: str) -> None:
    with pytest.raises(OSError) as error:
        run_client([sys.executable, "-c", f"print({said!r}); raise SystemExit(1)"], tmp_path, "x 1")
    assert error.value.errno == errno.ENOSPC


def test_a_client_may_be_spared_a_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEEN", "1")
    monkeypatch.setenv("SPARED", "1")
    program = "import os; assert 'SEEN' in os.environ and 'SPARED' not in os.environ"
    run_client([sys.executable, "-c", program], tmp_path, "x 1", {"SPARED": None})


def test_a_client_that_is_not_there_or_fails_or_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_client([sys.executable, "-c", "pass"], tmp_path, "x 1")
    with pytest.raises(SourceError, match="x 1: the command no-such-client is not installed"):
        run_client(["no-such-client"], tmp_path, "x 1")
    with pytest.raises(SourceError, match=r"x 1: .* ended with status 3 and said: odd"):
        run_client([sys.executable, "-c", "print('ERROR: odd'); raise SystemExit(3)"], tmp_path, "x 1")
    monkeypatch.setattr(clients, "CLIENT_SECONDS", 0.2)
    with pytest.raises(SourceError, match="took more than"):
        run_client([sys.executable, "-c", "import time; time.sleep(9)"], tmp_path, "x 1")


def test_the_machines_own_archive_is_asked_for_sources_of_every_release(tmp_path: Path) -> None:
    parts = tmp_path / "sources.list.d"
    parts.mkdir()
    (parts / "debian.sources").write_text(MACHINE, encoding="utf-8")
    line = "deb [signed-by=/k.gpg] https://archive.invalid/security bookworm-security main\n"
    other = "deb https://other.invalid stable main\n"
    (tmp_path / "sources.list").write_text(line + other, encoding="utf-8")
    (suffix, stanza), (line_suffix, lines) = machine_entries(tmp_path, "bookworm", ("bookworm", "trixie"))
    assert (suffix, line_suffix) == (".sources", ".list")
    assert "Types: deb deb-src\n" in stanza
    assert "Suites: bookworm bookworm-updates trixie trixie-updates\n" in stanza
    assert "other.invalid" not in stanza + lines
    assert [row.split()[0] + " " + row.split()[3] for row in lines.splitlines()] == [
        "deb bookworm-security",
        "deb-src bookworm-security",
        "deb trixie-security",
        "deb-src trixie-security",
    ]
    assert machine_entries(tmp_path, "noble", ("noble",)) == []


def test_pip_runs_no_code_of_a_source_distribution(tmp_path: Path) -> None:
    """pip asks the package's own build for metadata; inert_build answers in its place."""
    pytest.importorskip("pip")
    trap = b"import pathlib; pathlib.Path(__file__).with_name('ran').touch(); raise SystemExit('ran')\n"
    wheelhouse = tmp_path / "wheelhouse"
    wheelhouse.mkdir()
    backend = b'[build-system]\nrequires = ["no-such-thing"]\nbuild-backend = "own"\nbackend-path = ["."]\n'
    for name, files in {
        "modern": {"pyproject.toml": backend, "own.py": trap, "setup.py": trap},
        "classic": {"setup.py": trap},
    }.items():
        tar(wheelhouse / f"{name}-1.0.tar.gz", {f"{name}-1.0/{path}": text for path, text in files.items()})
    for name in ("modern", "classic"):
        folder = tmp_path / name
        folder.mkdir()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("PIP_NO_INDEX", "1")
            patch.setenv("PIP_FIND_LINKS", str(wheelhouse))
            archives, _ = fetch.fetch(Source("pypi", name, "1.0"), folder, AptLists(folder / "apt"))
        assert [path.name for path in archives] == [f"{name}-1.0.tar.gz"]
        assert dict(members(archives[0]))[f"{name}-1.0/setup.py"] == trap


# Small packages of the shipped manifest, and one path that each holds.
REAL = (
    (Source("npm", "fable-arch", "0.10.1"), "package/package.json"),
    (Source("pypi", "mforth", "0.1.2", sdist=True), "mforth-0.1.2/PKG-INFO"),
    (Source("debian", "nim-d3", "0.1.3-2"), "d3.nimble"),
    (Source("debian-bin", "vim-scripts", "20210124.2"), "usr/share/doc/vim-scripts/copyright"),
)


@pytest.mark.slow
@pytest.mark.parametrize("source, path", REAL, ids=[source.registry for source, _ in REAL])
def test_a_small_package_of_each_registry(tmp_path: Path, source: Source, path: str) -> None:
    apt = AptLists(tmp_path / "apt")
    folder = tmp_path / "download"
    folder.mkdir()
    try:
        if source.registry.startswith("debian"):
            apt.update(("bookworm",))
        archives, _ = fetch.fetch(source, folder, apt)
    except SourceError as error:
        if any(words in str(error) for words in ("reach its registry", "is not installed", "no archive of this")):
            pytest.skip(str(error))
        if source.registry.startswith("debian") and "can't be fetched" in str(error):
            pytest.skip(str(error))
        raise
    names = [name for archive in archives for name, _ in members(archive)]
    assert any(name.endswith(path) for name in names), names[:20]


def test_a_version_that_a_registry_does_not_have_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as error:
        fetch.fetch(Source("npm", "fable-arch", "0.10.999"), tmp_path, AptLists(tmp_path / "apt"))
    if "no such version" not in str(error.value):
        pytest.skip(str(error.value))
    assert str(error.value) == "fable-arch 0.10.999: the registry has no such version (any longer)"


def test_nothing_in_the_builder_names_an_address_but_that_of_the_repositories() -> None:
    folder = Path(fetch.__file__).parent
    allowed = (r"\S+://\S+", repositories.HOST)
    for path in folder.glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text.replace(allowed[0], "").replace(allowed[1], ""), path.name


def test_the_client_is_not_given_a_terminal(tmp_path: Path) -> None:
    run_client([sys.executable, "-c", "import sys; assert not sys.stdin.read()"], tmp_path, "x 1")
