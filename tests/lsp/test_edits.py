"""Edits of what a repository says: one thing more, nothing else changed, and what it says is heeded."""

from __future__ import annotations

import pytest

from langdetect_hook.configuration.baseline import HEAD, Entry, read
from langdetect_hook.files.git import attributes
from langdetect_hook.lsp.edits import with_attribute, with_entry, with_exclude
from tests.conftest import Repository

NAMES = ["users.json", "a b/users.json", "a[1]*?.json", 'a"b".json', "a\\b.json", "#x.json", "!x.json", "ü.json"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("language", "attribute"), [("Common Lisp", "linguist-language"), ("", "langdetect")])
def test_an_attribute_is_what_git_has_for_this_file_alone(tmp_path, monkeypatch, name, language, attribute):
    repository = Repository(tmp_path / "r")
    monkeypatch.chdir(repository.path)
    text = with_attribute("*.py text", name, language)
    assert text.startswith("*.py text\n/" if '"' not in text else '*.py text\n"/') and text.endswith("\n")
    repository.write(".gitattributes", text)
    assert attributes(name)[attribute] == ("Common-Lisp" if language else "unset")
    assert attributes(f"other/{name}").get(attribute, "unspecified") == "unspecified"


def test_lines_end_as_they_did():
    assert with_attribute("*.py text\r\n", "a", "") == "*.py text\r\n/a -langdetect\r\n"
    assert with_attribute("", "a", "") == "/a -langdetect\n"
    assert with_attribute("", "a\nb", "") == ""


@pytest.mark.parametrize(
    ("name", "text", "changed"),
    [
        (".langdetect-hook.toml", "", 'exclude = ["/a b/users.json"]\n'),
        (".langdetect-hook.toml", 'exclude = []\nignore = ["LD007"]\n', None),
        (".langdetect-hook.toml", 'exclude = [\n  "vendor/",  # of others\n]\n[accepts]\nHTML = "PHP"\n', None),
        (".langdetect-hook.toml", '[accepts]\nHTML = "PHP"\n', None),
        (".langdetect-hook.toml", 'ignore = ["LD007"]\r\n', None),
        ("pyproject.toml", '[tool.other]\nexclude = ["b"]\n\n[tool.langdetect-hook]\nignore = ["LD007"]\n', None),
        ("pyproject.toml", '[tool.langdetect-hook]\nexclude = ["b"]\n[tool.other]\nexclude = ["b"]\n', None),
        ("setup.cfg", "[langdetect-hook]\nexclude =\n    vendor/\n    b\n\n[other]\nexclude = c\n", None),
        ("setup.cfg", "[other]\nexclude = c\n[langdetect-hook]\nignore = LD007", None),
    ],
)
def test_an_exclude_leaves_the_file_out_and_keeps_the_rest(name, text, changed):
    new = with_exclude(name, text, "a b/users.json")
    assert changed is None or new == changed
    assert "/a b/users.json" in new and len(new) > len(text)
    rest = iter(new)
    assert all(character in rest for character in text)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "a b/users.json"])
def test_an_exclude_of_any_name(name):
    assert with_exclude(".langdetect-hook.toml", "", name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".langdetect-hook.toml", "exclude = vendor\n"),
        (".langdetect-hook.toml", "exclud = []\n"),
        ("pyproject.toml", '[tool]\nlangdetect-hook = {exclude = ["a"]}\n'),
        ("setup.cfg", "[langdetect-hook]\nexclude: a\n"),
    ],
)
def test_what_cannot_be_done_safely_is_not_done(name, text):
    assert with_exclude(name, text, "users.json") == ""
    assert with_exclude("setup.cfg", "[langdetect-hook]\n", "a,b.json") == ""


def test_an_entry_has_its_place_in_the_baseline(tmp_path):
    entries = [Entry(path, "LD003", "0" * 64) for path in ("b.json", "a.json", "c.json")]
    text = ""
    for entry in entries:
        text = with_entry(text, entry)
    assert text.startswith(HEAD) and text.splitlines()[1:] == sorted("\t".join(entry) for entry in entries)
    (tmp_path / "baseline").write_text(text)
    assert read(str(tmp_path / "baseline")).entries == set(entries)
