"""The targets of the fuzzer hold on their seeds, without it; and one that breaks a promise is told."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

import pytest

from langdetect_hook import report
from tests.attacks import fuzz, fuzz_targets
from tests.conftest import CHECKOUT

_MOST_SEEDS = 120


@pytest.fixture(autouse=True)
def empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", fuzz_targets.TARGETS)
def test_a_target_holds_on_its_seeds(name):
    seeds = fuzz_targets.seeds(name)
    chosen = [*seeds[:: 1 + len(seeds) // _MOST_SEEDS], *seeds[-20:], b"", b"\0", b"\xff" * 9]
    for seed in chosen:
        fuzz_targets.TARGETS[name].run(seed)


def test_the_seeds_lead_to_every_rule_and_to_the_slow_half_of_the_road():
    inputs = [fuzz_targets.Input(seed) for seed in fuzz_targets.seeds("verdict")[::5]]
    found = [one for each in inputs for one in fuzz_targets.found_in(each)]
    assert len({one.rule for one in found if one.rule}) >= 8
    assert len({one.excuse for one in found if one.excuse}) >= 5


def test_a_broken_promise_is_told(monkeypatch):
    fuzz_targets.of_report(b"\2\x1b[31ma.py")
    monkeypatch.setattr(report, "escaped", lambda text: text)
    with pytest.raises(fuzz_targets.Broken, match="not escaped"):
        fuzz_targets.of_report(b"\2\x1b[31ma.py")


def test_what_starts_a_process_is_told():
    program = (
        "import subprocess, tests.attacks.fuzz_targets as targets\n"
        "targets.watch()\n"
        "try:\n    subprocess.Popen(['true'])\nexcept targets.Broken as broken:\n    print(broken)\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    assert "subprocess.Popen" in ran.stdout


def test_the_shares_of_the_targets_are_all_there_is():
    assert sum(target.share for target in fuzz_targets.TARGETS.values()) == pytest.approx(1)


@pytest.mark.slow
@pytest.mark.skipif(find_spec("atheris") is None, reason="needs the extra `fuzz`")
def test_the_fuzzer_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(CHECKOUT)
    assert fuzz.main(["--executions", "3000", "--target", "report", "--corpus", str(tmp_path)]) == 0
    assert "all " in capsys.readouterr().out.splitlines()[-1]
