"""Whatever bytes, names, configurations, baselines and models there are: a defined exit status, one sentence for what
is wrong, no traceback. Hypothesis looks for what breaks that, and shrinks it; the same examples each time."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from langdetect_hook.cli import main
from langdetect_hook.configuration import BASELINE, OWN_FILE
from langdetect_hook.detector import Detector
from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.network.assets import FACTS, FILES
from langdetect_hook.report.rules import RULES
from tests.accidents import HTML, PYTHON
from tests.small_model import write_small_model
from tests.test_properties import LINES, NAMES, PIECES, VALUES

pytest.importorskip("hypothesis")  # the extra `test` has it
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

DETECTOR = Detector(rules=RULES)
STATUSES = (0, 1, 2)
# No clock decides: each example is bounded by its size, the number of examples by `most`.
FUNCTION_SCOPED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]

TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=30).map("".join)
ENCODED = st.builds(
    lambda text, encoding: text.encode(encoding, "replace"), TEXTS, st.sampled_from(("utf-8", "utf-16", "latin-1"))
)
CONTENTS = st.one_of(st.binary(max_size=400), ENCODED)
ANY_NAME = st.one_of(st.sampled_from(NAMES), st.text(max_size=30))
SETTINGS = ("exclude", "select", "ignore", "per-file-ignores", "names", "accepts", "max-bytes", "baseline", "assets")
SETTING = st.builds("{} = {}".format, st.sampled_from(SETTINGS), st.sampled_from(VALUES))
CONFIGURATIONS = st.lists(st.one_of(st.sampled_from(LINES), SETTING, st.text(max_size=30)), max_size=8).map("\n".join)


def examples(most: int):
    return settings(
        max_examples=most, deadline=None, derandomize=True, database=None, suppress_health_check=FUNCTION_SCOPED
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a model, that each example changes and puts right."""
    place = tmp_path_factory.mktemp("hypotheses")
    write_small_model(place / "model")
    shutil.copytree(place / "model", place / "whole")
    (place / "a.py").write_text(PYTHON)
    (place / "b.json").write_text(HTML)
    return place


@pytest.fixture
def here(folder, monkeypatch):
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    monkeypatch.chdir(folder)
    return folder


def require_defined(status: int, errors: str) -> None:
    """Exit status 2 has one sentence, no other has any, and none is a traceback."""
    assert status in STATUSES
    assert "Traceback" not in errors and "should not happen" not in errors
    assert status != 2 or errors.count("\n") == 1


@examples(80)
@given(CONTENTS, ANY_NAME)
def test_any_bytes_under_any_name(content, name):
    checked = DETECTOR.check(content, name)
    assert checked.verdict in ("mismatch", "ok", "skipped", "unsure")
    assert bool(checked.findings) == (checked.verdict == "mismatch")
    assert checked == DETECTOR.check(content, name)
    for finding in checked.findings:
        assert finding.rule in RULES and finding.line >= 1 and finding.message


@examples(80)
@given(CONTENTS)
def test_any_bytes_are_a_language_or_none(content):
    said = DETECTOR.classify(content)
    assert said.language is None or said.language in LANGUAGE_OF
    assert all(0 <= share <= 1 for _, share in said.candidates)


@examples(60)
@given(CONFIGURATIONS, st.sampled_from((OWN_FILE, "pyproject.toml", "setup.cfg", BASELINE)))
def test_any_configuration(here, capsys, text, name):
    (here / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    try:
        for command in (["check", "a.py", "b.json"], ["config"]):
            status = main(command)
            require_defined(status, capsys.readouterr().err)
    finally:
        os.remove(here / name)


@examples(40)
@given(st.lists(st.tuples(st.text(max_size=12), st.sampled_from(("", "=", " ")), st.text(max_size=12)), max_size=6))
def test_any_option(here, capsys, words):
    options = [f"--{name}{equals}{value}".replace("\0", "") for name, equals, value in words]
    try:
        status = main(["check", *options, "a.py"])
    except SystemExit as ended:  # argparse's own
        status = ended.code
    assert status in STATUSES
    assert "Traceback" not in capsys.readouterr().err


def changed(path: Path, place: int, new: bytes, keep: int) -> None:
    """Overwrite bytes of a file, and cut it."""
    content = bytearray(path.read_bytes())
    start = place % (len(content) + 1)
    content[start : start + len(new)] = new
    path.write_bytes(content[: max(0, len(content) - keep)])


@examples(80)
@given(
    st.sampled_from((*FILES, FACTS)),
    st.integers(0, 1 << 20),
    st.binary(min_size=1, max_size=9),
    st.sampled_from((0, 0, 0, 1, 8, 4096)),
)
def test_any_damage_of_a_model(here, capsys, name, place, new, cut):
    before = (here / "whole" / name).read_bytes()
    changed(here / "model" / name, place, new, cut)
    is_same = (here / "model" / name).read_bytes() == before
    status = main(["check", "--assets", "model", "a.py"])
    (here / "model" / name).write_bytes(before)
    require_defined(status, capsys.readouterr().err)
    assert status == 0 if is_same else status == 2


@examples(40)
@given(st.dictionaries(st.sampled_from((*FILES, FACTS)), st.one_of(st.binary(max_size=200), ENCODED), min_size=1))
def test_any_folder_as_a_model(here, capsys, files):
    other = here / "other"
    shutil.rmtree(other, ignore_errors=True)
    other.mkdir()
    for name, content in files.items():
        (other / name).write_bytes(content)
    for command in (["check", "--assets", "other", "a.py"], ["classify", "--assets", "other", "a.py"]):
        assert main(command) == 2
        require_defined(2, capsys.readouterr().err)
