"""Configuration files: what they say, and what is said where they are wrong, with the line."""

from __future__ import annotations

import os

import pytest

from langdetect_hook.cli import main
from langdetect_hook.configuration import table
from langdetect_hook.configuration.reading import read
from langdetect_hook.configuration.table import SETTINGS
from langdetect_hook.failure import Failure
from langdetect_hook.report.rules import RULES

WHOLE = {
    "exclude": ("vendor/", "*.snap"),
    "per-file-ignores": {"docs/**": ("LD001", "LD006")},
    "select": ("LD001", "LD008"),
    "ignore": ("LD008",),
    "names": {".tpl": ("HTML",), "BUILD.site": ("Python", "C++"), ".x": ()},
    "accepts": {"SQL": ("Python",)},
    "severity": {"LD003": "error", "LD005": "hint"},
    "max-bytes": 5000,
    "baseline": "known",
    "assets": "tools/model",
}
TOML = """
exclude = ["vendor/", "*.snap"]
select = ["ld001", "LD008"]
ignore = ["LD008"]
max-bytes = 5_000
baseline = "known"
assets = "tools/model"

[per-file-ignores]
"docs/**" = ["LD001", "LD006"]

[names]
".tpl" = "html"
"BUILD.site" = ["Python", "c++"]
"*.x" = []

[accepts]
sql = ["Python"]

[severity]
LD003 = "error"
ld005 = "Hint"
"""
CFG = """
[metadata]
name = x
[langdetect-hook]
exclude = vendor/, *.snap
select =
    LD001
    LD008
ignore = LD008
max-bytes = 5000
baseline = known
assets = tools/model
per-file-ignores =
    docs/** = LD001, LD006
names =
    .tpl = HTML
    BUILD.site = Python, C++
    .x =
accepts =
    SQL = Python
severity =
    LD003 = error
    ld005 = Hint
"""


def written(folder, name, text):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return os.fspath(path)


def test_all_forms_say_the_same(tmp_path):
    in_pyproject = TOML.replace("\n[", "\n[tool.langdetect-hook.")
    for name, text in (
        (".langdetect-hook.toml", TOML),
        ("other.toml", TOML),
        ("pyproject.toml", f"[project]\nname = 'x'\n[tool.langdetect-hook]{in_pyproject}"),
        ("setup.cfg", CFG),
    ):
        assert read(written(tmp_path, name, text)) == WHOLE, name


@pytest.mark.parametrize("name", [".langdetect-hook.toml", "setup.cfg"])
def test_all_rules_but_those_that_are_named_have_a_severity(tmp_path, name):
    rows = {".langdetect-hook.toml": '[severity]\nLD005 = "hint"\nall = "error"\n'}
    text = rows.get(name, "[langdetect-hook]\nseverity =\n  LD005 = hint\n  all = error\n")
    assert read(written(tmp_path, name, text))["severity"] == {**dict.fromkeys(RULES, "error"), "LD005": "hint"}


def test_a_file_without_our_section_says_nothing(tmp_path):
    assert read(written(tmp_path, "pyproject.toml", '[tool.other]\nx = "langdetect-hook"\n')) == {}
    assert read(written(tmp_path, "pyproject.toml", "tool = 1\n")) == {}
    assert read(written(tmp_path, "setup.cfg", "[metadata]\nname = langdetect-hook\n")) == {}


def test_a_byte_order_mark_and_windows_lines_change_nothing(tmp_path):
    text = b"\xef\xbb\xbf" + TOML.encode().replace(b"\n", b"\r\n")
    assert read(written(tmp_path, ".langdetect-hook.toml", text)) == WHOLE


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("\nexlude = []\n", 2, "there is no key 'exlude'; did you mean 'exclude'?"),
        ("zzz = 1\n", 1, "there is no key 'zzz'"),
        ("exclude = 'a'\n", 1, "exclude must be a list of globs"),
        ("exclude = [1]\n", 1, "exclude must be a list of globs"),
        ("exclude = ['/']\n", 1, "exclude: '/' names no file"),
        ("select = ['LD001', 'LD9']\n", 1, "select: no rule is called LD9: choose from LD001"),
        ("max-bytes = -1\n", 1, "max-bytes must be a whole number"),
        ("max-bytes = true\n", 1, "max-bytes must be a whole number"),
        ("max-bytes = '5'\n", 1, "max-bytes must be a whole number"),
        ("baseline = ''\n", 1, "baseline must be a path"),
        ("assets = ['a']\n", 1, "assets must be a path"),
        (
            "ignore = []\n[names]\n'.a' = 'HTML'\n'.tpl' = 'HTLM'\n",
            4,
            "names: there is no language 'HTLM'; did you mean 'HTML'?",
        ),
        ("[names]\n'a/b' = 'HTML'\n", 2, "names: 'a/b' is no extension and no file name"),
        ("[names]\n'.a' = 3\n", 2, "names: '.a' has no list of strings"),
        ("[per-file-ignores]\n'a' = 'LD001'\n", 2, "per-file-ignores: 'a' has no list of strings"),
        ("[per-file-ignores]\n'a' = ['LD01']\n", 2, "per-file-ignores: no rule is called LD01"),
        ("names = []\n", 1, "names must be a table"),
        ("severity = 'error'\n", 1, "severity must be a table of rule ids, each with a severity"),
        ("[severity]\nLD003 = 'eror'\n", 2, "severity: 'eror' is no severity: choose from error, warning"),
        ("[severity]\nLD003 = ['error']\n", 2, "severity: ['error'] is no severity"),
        ("[severity]\nLD9 = 'error'\n", 2, "severity: no rule is called LD9: choose from LD001"),
        ("[accepts]\nSQL = ['Pyhton']\n", 2, "accepts: there is no language 'Pyhton'; did you mean 'Python'?"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path, text, line, words):
    path = written(tmp_path, ".langdetect-hook.toml", text)
    with pytest.raises(Failure) as failure:
        read(path)
    assert str(failure.value).startswith(f"{path}:{line}: {words}")
    section = written(
        tmp_path,
        "pyproject.toml",
        "[project]\n[tool.langdetect-hook]\n" + text.replace("\n[", "\n[tool.langdetect-hook."),
    )
    with pytest.raises(Failure) as failure:
        read(section) if not text.startswith("[") else read(path)
    assert words in str(failure.value)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        (".langdetect-hook.toml", "a = \n", "no valid TOML"),
        (".langdetect-hook.toml", "a = 1\na = 2\n", "no valid TOML"),
        (".langdetect-hook.toml", "x = " + "[" * 5000, "no valid TOML"),
        (".langdetect-hook.toml", "exclude = ['a']".encode("utf-16"), "is not UTF-8"),
        (".langdetect-hook.toml", b"exclude = ['\xe4']", "is not UTF-8"),
        (".langdetect-hook.toml", "#" * (1 << 21), "is larger than"),
        ("setup.cfg", "[langdetect-hook]\nexclude = a\nexclude = b\n", "no valid setup.cfg"),
        ("setup.cfg", "exclude = a\n", "no valid setup.cfg"),
        ("setup.cfg", "[langdetect-hook]\nmax-bytes = many\n", "max-bytes must be a whole number"),
        ("setup.cfg", "[langdetect-hook]\nper-file-ignores = docs\n", "'docs' has no list of strings"),
        ("pyproject.toml", "[tool]\nlangdetect-hook = 3\n", "tool.langdetect-hook is no table"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path, name, content, words):
    with pytest.raises(Failure, match=words) as failure:
        read(written(tmp_path, name, content))
    assert "\n" not in str(failure.value)


def test_a_named_pipe_is_no_configuration(tmp_path):
    os.mkfifo(tmp_path / ".langdetect-hook.toml")
    with pytest.raises(Failure, match="is a named pipe"):
        read(os.fspath(tmp_path / ".langdetect-hook.toml"))


def test_every_example_of_the_table_is_right(tmp_path):
    for setting in SETTINGS:
        text = f"{setting.key} = {setting.example}\n"
        (value,) = read(written(tmp_path, ".langdetect-hook.toml", text)).values()
        assert value and type(value) is type(setting.default), setting.key
    assert {setting.kind for setting in SETTINGS} == set(table.TABLES) | {
        table.GLOBS,
        table.RULES,
        table.COUNT,
        table.PATH,
    }


@pytest.mark.parametrize("text", ["", TOML, "[severity]\nall = 'error'\nLD005 = 'hint'\n"])
def test_what_config_prints_can_be_read_again(tmp_path, monkeypatch, capsys, text):
    monkeypatch.chdir(tmp_path)
    before = read(written(tmp_path, ".langdetect-hook.toml", text))
    assert main(["config"]) == 0
    after = read(written(tmp_path, "again.toml", capsys.readouterr().out))
    assert {key: after.get(key) for key in before} == before
    defaults = {setting.key: setting.default for setting in SETTINGS}
    assert {**defaults, **after} == {**defaults, **before}
