"""Several workers: the loss of one, the same bytes twice, and one sentence where they do not work together."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from langdetect_hook.cli import main
from langdetect_hook.failure import Failure
from tests.conftest import CHECKOUT
from tests.training.brew import NAMES, write_brew_corpus

pytest.importorskip("tensorflow")
from langdetect_hook.training.workers import ALONE, Place, place

TINY = ["--tokens", "200", "--pairs", "100", "--triples", "30", "--gaps", "20", "--units", "8", "--epochs", "2"]
TWO = {"cluster": {"worker": ["one:1", "[::1]:2"]}, "task": {"type": "worker", "index": 1}}


def config(**task) -> str:
    return json.dumps({**TWO, "task": {**TWO["task"], **task}})


def test_a_place_is_read_from_the_variable():
    assert place("") == place(" ") == ALONE
    assert place(config()) == Place(1, ("one:1", "[::1]:2"))
    chief = {"cluster": {"chief": ["zero:9"], "worker": ["one:1"]}, "task": {"type": "chief", "index": 0}}
    assert place(json.dumps(chief)) == Place(0, ("zero:9", "one:1"))
    chief["task"] = {"type": "worker", "index": 0}
    assert place(json.dumps(chief)) == Place(1, ("zero:9", "one:1"))


@pytest.mark.parametrize(
    "malformed",
    [
        "x",
        "[]",
        "{}",
        '{"cluster": {"worker": ["one:1", "two:2"]}}',
        config(index=2),
        config(index=-1),
        config(index="first"),
        config(type="ps"),
        '{"cluster": {"worker": ["one", "two:2"]}, "task": {"type": "worker", "index": 0}}',
        '{"cluster": {"worker": ["one:70000", "two:2"]}, "task": {"type": "worker", "index": 0}}',
        '{"cluster": ["one:1"], "task": {"type": "worker", "index": 0}}',
    ],
)
def test_a_malformed_variable_is_one_sentence(malformed, monkeypatch, capsys, tmp_path):
    with pytest.raises(Failure, match="TF_CONFIG makes no sense"):
        place(malformed)
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    monkeypatch.setenv("TF_CONFIG", malformed)
    assert main(["train", "corpus", "--output", str(tmp_path / "new")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    write_brew_corpus(folder / "corpus")
    (folder / "names.tsv").write_text(NAMES)
    return folder


def free_addresses(count: int) -> list[str]:
    sockets = [socket.create_server(("localhost", 0)) for _ in range(count)]
    addresses = [f"localhost:{one.getsockname()[1]}" for one in sockets]
    for one in sockets:
        one.close()
    return addresses


class Running:
    """Workers on this machine, each a process with an output folder of its own."""

    def __init__(self, corpora: list[Path], output: Path, *options: list[str], missing: bool = False) -> None:
        self.output = output
        addresses = free_addresses(len(corpora) + missing)
        self.processes = [
            self._start(corpus, options[number] if options else [], addresses, number)
            for number, corpus in enumerate(corpora)
        ]

    def _start(self, corpus: Path, options: list[str], addresses: list[str], number: int) -> subprocess.Popen[str]:
        task = {"cluster": {"worker": addresses}, "task": {"type": "worker", "index": number}}
        environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
        environment.pop("LANGDETECT_HOOK_TRACEBACK", None)
        if len(addresses) > 1:
            environment["TF_CONFIG"] = json.dumps(task)
        names = ["--names", str(corpus / "names.tsv"), "--output", str(self.output / str(number)), "--jobs", "1"]
        command = [sys.executable, "-m", "langdetect_hook", "train", str(corpus / "corpus"), *names, *TINY, *options]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe, text=True)

    def results(self) -> list[tuple[int, str, str]]:
        """Status, standard output and last line on standard error of each."""
        ended = [process.communicate(timeout=1800) for process in self.processes]  # no measure of speed
        last = [("", *err.splitlines())[-1] for _, err in ended]
        return [(one.returncode, out, line) for one, (out, _), line in zip(self.processes, ended, last, strict=True)]

    def written(self) -> dict[str, bytes]:
        """All files of all outputs."""
        found = [path for path in self.output.rglob("*") if path.is_file()]
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in sorted(found)}


def losses(out: str) -> list[float]:
    return [float(number) for number in re.findall(r"loss=([0-9.]+)", out)]


@pytest.mark.slow
def test_two_workers_learn_what_one_does_and_the_same_bytes_twice(corpus, tmp_path):
    runs = {name: Running([corpus] * count, tmp_path / name) for name, count in (("one", 1), ("two", 2))}
    results = {name: run.results() for name, run in runs.items()}
    again = Running([corpus] * 2, tmp_path / "again")
    results["again"] = again.results()
    assert [status for of_run in results.values() for status, _, _ in of_run] == [0] * 5
    one, two = losses(results["one"][0][1]), losses(results["two"][0][1])
    assert len(one) == len(two) > 10
    # The samples are the same, dropout is not.
    assert max(abs(a - b) for a, b in zip(one, two, strict=True)) < 0.15
    assert two[-1] < two[0] / 2
    assert again.written() == runs["two"].written()
    assert {name.partition("/")[0] for name in again.written()} == {"0"}
    assert json.loads(again.written()["0/metadata.json"])["workers"] == 2


@pytest.mark.slow
def test_workers_that_disagree_say_what_about(corpus, tmp_path):
    other = shutil.copytree(corpus, tmp_path / "other")
    (other / "corpus" / "Python" / "one_more.py").write_text("import this\n")
    run = Running([corpus, other], tmp_path / "out", [], ["--seed", "1"])
    for status, _, line in run.results():
        assert status == 2
        assert "the workers disagree, no assets written: worker 1 (localhost:" in line
        assert re.search(r'corpus "\w+\.\.\., not "\w+\.\.\.', line) and "seed 1, not 0" in line
    assert run.written() == {}


@pytest.mark.slow
@pytest.mark.parametrize("dying", [0, 1])
def test_a_worker_that_dies_ends_the_others(dying, corpus, tmp_path):
    run = Running([corpus] * 2, tmp_path / "out", *[["--epochs", "100000", "--wait", "600"]] * 2)
    out = run.processes[0].stdout
    assert out is not None
    assert any(line.startswith("iteration=5") for line in out)
    run.processes[dying].kill()
    status, _, line = run.results()[1 - dying]
    assert status == 2
    assert f"worker {dying} (localhost:" in line and "ended or did not come in time, no assets written" in line
    assert run.written() == {}


@pytest.mark.slow
def test_a_worker_that_never_comes_is_not_waited_for_without_end(corpus, tmp_path):
    run = Running([corpus], tmp_path / "out", ["--wait", "3"], missing=True)
    ((status, _, line),) = run.results()
    assert status == 2
    assert "worker 1 (localhost:" in line and "did not come in time" in line
    assert run.written() == {}
