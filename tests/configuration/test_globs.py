"""Which paths a glob names."""

from __future__ import annotations

import pytest

from langdetect_hook.configuration.globs import matches


@pytest.mark.parametrize(
    ("glob", "named", "not_named"),
    [
        ("*.snap", ("a.snap", "x/y/a.snap", ".snap"), ("a.snap.py", "snap")),
        ("vendor/", ("vendor/a.py", "src/vendor/b/c.py"), ("vendor", "vendors/a.py", "a/vendor.py")),
        ("vendor", ("vendor", "vendor/a.py", "x/vendor/a"), ("vendored",)),
        ("docs/*.md", ("docs/a.md",), ("docs/x/a.md", "x/docs/a.md")),
        ("/a.py", ("a.py",), ("x/a.py",)),
        ("docs/**", ("docs/a", "docs/x/y"), ("docs", "x/docs/a")),
        ("**/gen/*.py", ("gen/a.py", "x/y/gen/a.py"), ("gen/x/a.py",)),
        ("a/**/b", ("a/b", "a/x/y/b", "a/b/c"), ("ab", "x/a/b")),
        ("file?.c", ("file1.c", "x/fileä.c"), ("file.c", "file/.c")),
        ("[a-c].py", ("b.py",), ("d.py",)),
        ("[!a].py", ("b.py",), ("a.py",)),
        ("[]].py", ("].py",), ("[.py",)),
        ("[a", ("[a",), ("a",)),
        ("a[*]b", ("a*b",), ("axb",)),
        ("a+b (1).py", ("a+b (1).py",), ("aab (1).py",)),
        ("***.py", ("a.py",), ("a.pyc",)),
    ],
)
def test_a_glob_names_what_gitignore_would(glob, named, not_named):
    assert [path for path in named if not matches(path, glob)] == []
    assert [path for path in not_named if matches(path, glob)] == []


@pytest.mark.parametrize("glob", ["a*" * 300, "**/" * 300 + "a", "[a-z]*" * 150, "?" * 900])
def test_a_hostile_glob_comes_to_an_end(glob):
    """A search that tried all ways to share the name would not."""
    assert not matches("a" * 2000 + "/b" * 500 + "/c/", glob + "x")


def test_an_expression_in_a_glob_is_text():
    assert matches("(a|b).py", "(a|b).py")
    assert not matches("a.py", "(a|b).py")
