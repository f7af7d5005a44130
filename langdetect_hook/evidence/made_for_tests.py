"""Whether a path says that a file is for tests of something: then it may hold what is an accident elsewhere."""

from __future__ import annotations

import os
import re

TESTS = frozenset({
    *("case", "cases", "demo", "demos", "e2e", "example", "examples", "expected", "fixture", "fixtures", "golden"),
    *("input", "inputs", "mock", "mocks", "output", "outputs", "regress", "regression", "resources", "sample"),
    *("samples", "snapshot", "snapshots", "spec", "specs", "t", "test", "testcase", "testcases", "testdata"),
    *("testing", "tests", "testsuite", "tst", "unittest", "unittests"),
})  # fmt: skip
# Folders and files of these hold broken files of any kind, and those that a fuzzer made.
BROKEN_ANYWHERE = frozenset({
    *("bad", "bogus", "broken", "corpora", "corrupt", "corrupted", "crash", "crashes", "damaged", "dummy", "fake"),
    *("fuzz", "fuzzer", "fuzzing", "garbage", "invalid", "malformed", "placeholder", "poc", "truncated"),
})  # fmt: skip
TESTS_ALONE = frozenset({
    *("fixture", "fixtures", "mock", "mocks", "regression", "regressions", "spec", "specs", "t", "test", "testcase"),
    *("testcases", "testdata", "testfiles", "testing", "tests", "testsuite", "tst", "unittest", "unittests"),
})  # fmt: skip
# These folders hold what a test reads, as it is named there.
FIXTURES = frozenset({"fixture", "fixtures", "testdata", "testfiles"})
# A capital begins a word, too: diffResolver.test.js.
_WORD = r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])"


def is_made_for_tests_of(path: str, topics: frozenset[str]) -> bool:
    """Whether a path has a word for tests and one of the `topics` (in lower case). Of an absolute path, what stands
    above the current folder does not count."""
    words = _words_of(path)
    return not words.isdisjoint(TESTS) and not words.isdisjoint(topics)


def is_about(path: str, topics: frozenset[str]) -> bool:
    """Whether a path has one of the `topics` (in lower case) among its words."""
    return not _words_of(path).isdisjoint(topics)


def is_broken_on_purpose(path: str) -> bool:
    """Whether a path says that a file may hold anything: it is for tests, or for what is broken."""
    return is_about(path, BROKEN_ANYWHERE | TESTS_ALONE)


def is_fixture(path: str) -> bool:
    """Whether a path says that a test reads the file: it may be compressed, or of any format, on purpose."""
    return is_about(path, BROKEN_ANYWHERE | FIXTURES)


def _words_of(path: str) -> set[str]:
    """The words of a path; of an absolute one, those below the current folder."""
    if os.path.isabs(path):
        path = os.path.relpath(path)
    return {word.lower() for word in re.findall(_WORD, path)}
