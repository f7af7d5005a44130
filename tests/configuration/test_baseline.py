"""The baseline: what was known is silent, what is new fails, what is stale is said."""

from __future__ import annotations

import os

import pytest

from langdetect_hook.check import digest_of
from langdetect_hook.configuration import baseline
from langdetect_hook.configuration.baseline import HEAD, Baseline, Entry
from langdetect_hook.failure import Failure
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.verdict import MISMATCH, OK, SKIPPED, Verdict


def finding(path, digest="d1", rule="LD008"):
    verdict = Verdict(path, MISMATCH, rule=rule)
    verdict.digest = digest
    return verdict


def test_what_is_written_is_read_again_sorted(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    entries = {Entry("b.png", "LD008", "1"), Entry("a b/ü%.png", "LD008", "2"), Entry("a b/ü%.png", "LD005", "2")}
    baseline.write("known", entries)
    assert baseline.read("known").entries == entries
    lines = (tmp_path / "known").read_text(encoding="utf-8").splitlines()
    assert lines[0] + "\n" == HEAD and lines[1:] == sorted(lines[1:])
    (tmp_path / "known").write_bytes((tmp_path / "known").read_bytes().replace(b"\n", b"\r\n"))
    assert baseline.read("known").entries == entries


def test_only_the_same_finding_is_known(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    known = Baseline("known", [Entry("x/a.png", "LD008", "d1")])
    assert known.judged(finding("x/a.png")).verdict == OK
    assert known.judged(finding(os.fspath(tmp_path / "x/a.png"))).verdict == OK
    for other in (finding("x/a.png", "d2"), finding("x/a.png", rule="LD003"), finding("a.png")):
        assert known.judged(other) is other


def test_what_is_stale(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there.png").touch()
    entries = [Entry(f"{name}.png", "LD008", "d1") for name in ("met", "right", "there", "gone", "unread")]
    known = Baseline("known", entries)
    for verdict in (finding("met.png"), Verdict("right.png", OK), Verdict("unread.png", SKIPPED)):
        known.judged(verdict)
    assert [entry.path for entry in known.stale()] == ["right.png"]
    assert [entry.path for entry in known.stale(all_files=True)] == ["gone.png", "right.png", "unread.png"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is no baseline"),
        ("{}\n", "is no baseline"),
        ("# langdetect-hook baseline 2: more\n", "version 2, newer"),
        (HEAD + "a.png\tLD008\n", "known:2: not a line of a baseline"),
        (HEAD + "<<<<<<< HEAD\na\tLD008\t1\n=======\nb\tLD008\t1\n>>>>>>> x\n", "known:2: an unfinished merge"),
        (HEAD + "a\tLD008\t1\n=======\n", "known:3: an unfinished merge"),
        (b"\xff\xfe", "is not UTF-8"),
    ],
)
def test_a_damaged_baseline_is_one_sentence(tmp_path, monkeypatch, text, words):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "known").write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(Failure, match=words):
        baseline.read("known")


def test_a_missing_baseline_is_one_sentence():
    with pytest.raises(Failure, match="the baseline none cannot be read: no such file"):
        baseline.read("none")


def test_the_digest_is_that_of_the_content_whatever_git_does_to_its_line_ends():
    assert digest_of(content_from_bytes(b"a\r\nb\r\n")) == digest_of(content_from_bytes(b"a\nb\n"))
    assert digest_of(content_from_bytes(b"a\0\r\n")) != digest_of(content_from_bytes(b"a\0\n"))
    large = b"x = 1\n" * 300_000
    assert digest_of(content_from_bytes(large)) == digest_of(content_from_bytes(large))
    assert digest_of(content_from_bytes(large)) != digest_of(content_from_bytes(large + b"x = 1\n"))
