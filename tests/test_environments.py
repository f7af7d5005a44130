"""The same verdicts, to the byte, in any environment: `tests.attacks.environments` has more of them."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.attacks.environments import ENVIRONMENTS, Environment, run, write_files

BY_NAME = {one.name: one for one in ENVIRONMENTS}
# What is most unlike the others; each takes a part of a second.
CHOSEN = [
    *("an ASCII terminal", "TMPDIR that is not there", "no variables but PATH", "PYTHONHASHSEED=4294967295"),
    *("-W error", "-I", "-OO", "-X dev", "64 open files"),
]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_files(tmp_path_factory.mktemp("environments") / "files", every=12)


@pytest.fixture(scope="module")
def plain(files: Path) -> tuple[int, bytes, bytes]:
    found = run(sys.executable, files, BY_NAME["plain"])
    assert found[0] == 1 and found[1].count(b"\n") > 5 and found[2] == b""
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="no shell")
@pytest.mark.parametrize("environment", [BY_NAME[name] for name in CHOSEN], ids=CHOSEN)
def test_the_verdicts_are_the_same(environment: Environment, files: Path, plain: tuple[int, bytes, bytes]) -> None:
    if environment.before and not shutil.which(environment.before[0]):
        pytest.skip("it has no such command")
    assert run(sys.executable, files, environment) == plain
