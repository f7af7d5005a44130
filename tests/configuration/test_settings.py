"""Which configuration counts, and what it says of a path."""

from __future__ import annotations

import os
import pickle

import pytest

from langdetect_hook.configuration import Found, find
from langdetect_hook.configuration.settings import COMMAND_LINE, DEFAULT, effective
from langdetect_hook.failure import Failure
from langdetect_hook.report.rules import DEFAULT_RULES, EVERYWHERE

OURS = "[tool.langdetect-hook]\n"


def test_the_nearest_file_counts_up_to_the_top_of_the_repository(repository, monkeypatch):
    repository.write("../.langdetect-hook.toml", "exclude = ['outside']\n")
    repository.write("a/b/x.py")
    monkeypatch.chdir(repository.path / "a" / "b")
    assert not find()
    repository.write("pyproject.toml", "[project]\nname = 'langdetect-hook'\nx = ['langdetect-hook']\n")
    assert not find()
    repository.write("setup.cfg", "[langdetect-hook]\n")
    assert find().file == "../../setup.cfg"
    repository.write("pyproject.toml", OURS)
    assert find().file == "../../pyproject.toml"
    repository.write(".langdetect-hook.toml", "")
    assert find().file == "../../.langdetect-hook.toml"
    repository.write("a/.langdetect-hook.toml", "")
    repository.write(".langdetect-baseline", "")
    assert (find().file, find().baseline) == ("../.langdetect-hook.toml", "../../.langdetect-baseline")


def test_nothing_is_found_in_a_folder_that_is_gone(tmp_path, monkeypatch):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert isinstance(find(), Found) and not find()


def test_command_line_over_file_over_defaults(repository):
    repository.write(".langdetect-hook.toml", "ignore = ['LD001']\nexclude = ['a']\nmax-bytes = 7\n")
    settings = effective({"max-bytes": 9, "exclude": ("b",)})
    assert settings.values["max-bytes"] == 9 and settings.sources["max-bytes"] == COMMAND_LINE
    assert settings.values["ignore"] == ("LD001",) and settings.sources["ignore"] == ".langdetect-hook.toml"
    assert settings.values["exclude"] == ("a", "b")
    assert settings.values["names"] == {} and settings.sources["names"] == DEFAULT
    assert settings.rules == DEFAULT_RULES - {"LD001"}
    assert effective(isolated=True).rules == DEFAULT_RULES
    repository.write("other.toml", "select = ['LD007']\n")
    assert effective(file="other.toml").rules == {"LD007", EVERYWHERE}


def test_globs_are_relative_to_the_file_wherever_it_is_read_from(repository, monkeypatch):
    text = (
        "exclude = ['docs/gen/']\n[per-file-ignores]\n'docs/*.md' = ['LD001']\n'*.md' = ['LD005']\n'old/' = ['all']\n"
    )
    repository.write(".langdetect-hook.toml", text)
    repository.write("docs/gen/x.py")
    for folder, start in ((".", ""), ("docs", "../"), ("docs/gen", "../../")):
        monkeypatch.chdir(repository.path / folder)
        settings = pickle.loads(pickle.dumps(effective()))
        assert settings.rules_for(f"{start}docs/gen/x.py") == frozenset()
        assert settings.rules_for(f"{start}old/x.py") == frozenset()
        assert settings.rules_for(f"{start}docs/a.md") == DEFAULT_RULES - {"LD001", "LD005"}
        assert settings.rules_for(f"{start}b/a.md") == DEFAULT_RULES - {"LD005"}
        assert settings.rules_for(os.path.abspath(f"{start}docs/a.md")) == DEFAULT_RULES - {"LD001", "LD005"}
        assert settings.rules_for("/elsewhere/a.py") == DEFAULT_RULES


def test_no_rule_left_is_an_error(repository):
    repository.write(".langdetect-hook.toml", "ignore = ['all']\n")
    with pytest.raises(Failure, match="leave no rule"):
        effective()


@pytest.mark.parametrize("key", ["assets", "baseline"])
def test_a_path_of_a_file_stays_in_its_folder(repository, tmp_path, key):
    (tmp_path / "outside").mkdir()
    (repository.path / "link").symlink_to(tmp_path / "outside")
    for path in ("../outside", os.fspath(tmp_path / "outside"), "link", "link/x", "."):
        repository.write(".langdetect-hook.toml", f"{key} = '{path}'\n")
        with pytest.raises(Failure, match=f"{key} leads out of its folder"):
            effective().path_of(key)
    repository.write(".langdetect-hook.toml", f"{key} = 'a/b'\n")
    assert effective().path_of(key) == os.path.join("a", "b")
    # Whoever types a command may name what they like.
    assert effective({key: "../outside"}).path_of(key) == "../outside"
