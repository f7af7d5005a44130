"""The interface for programs: what it promises, and that it reads nothing but its assets."""

from __future__ import annotations

import builtins
import doctest
import os
import pickle
import subprocess
import threading

import pytest

import langdetect_hook
from langdetect_hook import Detector, Failure, check_bytes, classify_bytes
from langdetect_hook.check import check_content
from langdetect_hook.detector import Checked
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.network import assets
from langdetect_hook.report.rules import DEFAULT_RULES, RULES
from tests.accidents import ACCIDENTS, HEALTHY
from tests.conftest import CHECKOUT

FILES = {
    name: content.encode() if isinstance(content, str) else content
    for name, content in {**ACCIDENTS, **HEALTHY}.items()
}


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector()


def test_it_says_what_check_says(detector):
    model = assets.load()
    for name, content in FILES.items():
        expected = check_content(name, content_from_bytes(content), DEFAULT_RULES, model)
        checked = detector.check(content, name)
        assert checked.verdict == expected[0].verdict
        assert [finding.rule for finding in checked.findings] == [one.rule for one in expected if one.rule]
        assert bool(checked.findings) == (name in ACCIDENTS)
        assert check_bytes(content, name) == checked
    assert [one.name for one in detector.check_many((content, name) for name, content in FILES.items())] == list(FILES)


def test_it_says_what_classify_says(detector):
    python = FILES["a.py"] * 20
    assert classify_bytes(python).language == "Python"
    said = detector.classify(b"#!/bin/sh\necho a\n")
    assert (said.language, said.by, said.probability) == ("Shell", "first line", None)
    assert detector.classify(b"").language is None and detector.classify(b"").reason == "the file is empty"
    assert [one.language for one in detector.classify_many([python, b"\0\1\2"])] == ["Python", None]


def test_any_bytes_and_any_name_have_an_answer(detector):
    names = ("", "/", ".", "..", "a.py", "\0.py", "a\n.json", "x/../y.sh", "\udcff.c", "CON.html", "a." * 500 + "py")
    contents = (b"", b"\0", b"\xff\xfe", b"\xff" * 1000, bytes(range(256)) * 40, b"#!" * 9, b"{" * 3000, b"<?xml")
    for name in names:
        for content in contents:
            assert isinstance(detector.check(content, name), Checked)
    for content in contents:
        detector.classify(content)


def test_it_reads_nothing_but_its_assets(detector, monkeypatch, tmp_path):
    """Not the folder that a name speaks of, nor git, however suspected the content is."""
    monkeypatch.chdir(tmp_path)
    os.makedirs("src")
    subprocess.run(["git", "init", "-q"], check=True)
    for number in range(8):
        for name, content in FILES.items():
            with open(f"src/{number}.{os.path.basename(name)}", "wb") as file:
                file.write(content)
    warm = [detector.check(content, f"src/{name}") for name, content in FILES.items()]

    def refused(*arguments, **settings):
        raise AssertionError(f"asked for {arguments}")

    for name in ("open", "listdir", "scandir", "stat", "lstat"):
        monkeypatch.setattr(os, name, refused)
    monkeypatch.setattr(builtins, "open", refused)
    monkeypatch.setattr(subprocess, "Popen", refused)
    again = [detector.check(content, f"src/{name}") for name, content in FILES.items()]
    monkeypatch.undo()
    assert again == warm and sum(bool(one.findings) for one in again) == len(ACCIDENTS)


def test_threads_share_it_and_processes_get_their_own(detector):
    expected = [detector.check(content, name) for name, content in FILES.items()]
    fresh = Detector()
    answers: list[list[Checked]] = []
    threads = [
        threading.Thread(target=lambda: answers.append([fresh.check(content, name) for name, content in FILES.items()]))
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [expected] * 6
    sent = pickle.loads(pickle.dumps(Detector(rules=["LD008"])))
    assert {finding.rule for name, content in FILES.items() for finding in sent.check(content, name).findings} == {
        "LD008"
    }


def test_what_is_wrong_is_an_error():
    with pytest.raises(ValueError, match="no rule is called LD999"):
        Detector(rules=["LD999"])
    with pytest.raises(Failure, match="cannot be read"):
        Detector(os.devnull)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        langdetect_hook.nothing  # noqa: B018
    assert set(langdetect_hook.__all__) <= set(dir(langdetect_hook.detector))
    assert all(Detector(rules=[rule]) for rule in RULES)


def test_the_examples_of_the_documentation_run():
    results = doctest.testfile(str(CHECKOUT / "docs" / "interface.md"), module_relative=False)
    assert results.attempted > 5 and not results.failed
