from __future__ import annotations

import re

import pytest

from langdetect_hook.cli import main
from langdetect_hook.evidence import against
from langdetect_hook.report.rules import DEFAULT_RULES
from tests.bundled import case_of
from tests.conftest import Repository

TEXT = "name = 'a text that is long enough'\n"

SILENT = [
    ("UTF-8", "a.py", TEXT.encode(), {}),
    ("UTF-8 with a mark", "a.py", TEXT.encode("utf-8-sig"), {}),
    ("git knows", "a.py", TEXT.encode("utf-16"), {"working-tree-encoding": "UTF-16"}),
    ("by custom", "a.reg", f"REGEDIT4\n{TEXT}".encode("utf-16"), {}),
    ("by custom", "Localizable.strings", TEXT.encode("utf-16"), {}),
    ("no claim", "a.txt", TEXT.encode("utf-16"), {}),
    ("binary", "a.py", b"\xff\xfe\x00\x00\x00\x00\x00", {}),
]


@pytest.mark.parametrize("why, path, raw, attributes", SILENT)
def test_silent(why: str, path: str, raw: bytes, attributes: dict[str, str], found) -> None:
    assert found(path, raw, attributes) == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_fires(encoding: str, found) -> None:
    [evidence] = found("a.py", TEXT.encode(encoding), {})
    assert (evidence.rule, evidence.expected) == ("LD007", "UTF-8")
    assert encoding[:6].upper() in evidence.seen


@pytest.mark.parametrize("path", ["a.py", "a.json", "a.sh", "a.toml", "pyproject.toml", "a.go", "a.rs", "a.ipynb"])
def test_it_is_on_where_nothing_reads_it(path: str) -> None:
    wide = TEXT.encode("utf-16")
    assert [one.rule for one in against(case_of(path, wide), DEFAULT_RULES)] == ["LD007"]
    assert against(case_of(path, wide), DEFAULT_RULES - {"LD007"}) == []
    assert against(case_of(f"tests/encodings/{path}", wide), DEFAULT_RULES) == []


@pytest.mark.parametrize("path", ["a.ps1", "a.reg", "a.csv", "a.sql", "a.xml", "a.cs", "a.yaml"])
def test_elsewhere_it_is_off_unless_selected(path: str) -> None:
    found = against(case_of(path, TEXT.encode("utf-16")), DEFAULT_RULES)
    assert [one for one in found if one.rule == "LD007"] == []


@pytest.mark.parametrize("options, said", [((), 0), (("--select", "LD007"), 1), (("--select", "all"), 1)])
def test_where_it_is_selected_it_looks_everywhere(options, said, repository: Repository, capsys) -> None:
    repository.write("a.csv", TEXT.encode("utf-16"))
    assert main(["check", *options, "a.csv"]) == said
    assert capsys.readouterr().out.count("LD007 looks like UTF-16 text") == said
    assert main(["check", "--select", "all", "--ignore", "LD007", "a.csv"]) == 0


# UTF-32 is known by its mark alone.
@pytest.mark.parametrize(
    "encoding, mark",
    [
        ("utf-16-le", ""),
        ("utf-16-be", ""),
        *((f"utf-{width}-{order}", "\ufeff") for width in (16, 32) for order in ("le", "be")),
    ],
)
def test_git_understands_what_it_advises(encoding: str, mark: str, found, repository: Repository) -> None:
    raw = (mark + TEXT).encode(encoding)
    [evidence] = found("a.py", raw, {})
    setting = re.search(r"working-tree-encoding=\S+", evidence.advice)
    assert setting is not None
    repository.stage(".gitattributes", f"a.py {setting[0]}\n")
    repository.stage("a.py", raw)
    assert repository.git("show", ":a.py").stdout.lstrip("\ufeff") == TEXT
    repository.path.joinpath("a.py").unlink()
    repository.git("checkout", "--", "a.py")
    written = repository.path.joinpath("a.py").read_bytes()  # with a mark, in the byte order that git likes
    assert written.decode(encoding[:6] if mark else encoding) == TEXT
