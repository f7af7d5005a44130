"""The table of excuses: each row has a text that it must excuse and one that it must not, and a line in the docs."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from langdetect_hook.case import Case, nowhere
from langdetect_hook.excuses import said
from langdetect_hook.excuses.project import fills_it_in, takes_types_off
from langdetect_hook.excuses.table import COSTS, EXCUSES
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.suspicion import STRONG, Suspicion
from tests import accidents
from tests.bundled import case_of
from tests.conftest import CHECKOUT, Repository
from tests.healthy_texts import healthy_texts

PAGE = CHECKOUT / "docs" / "adding-a-rule.md"
TEXT_OF = {healthy.path: healthy.text for healthy in healthy_texts()}
SQL, GO = TEXT_OF["migrations/0004_invoices.sql"], TEXT_OF["internal/store/store.go"]
FIRST = "A README tells what this is, and how you can have it on your own machine, if that is what you want to do.\n\n"
# A block that no version of Python has.
ELSE_WHERE = """
for cup in cups:
    fill(cup)
elsewhere cups == []:
    wash()
"""

# id: (path, text, what it looks like) that must be excused, and the same that must not
ROWS: dict[str, tuple[tuple[str, str, str], tuple[str, str, str]]] = {
    "E01": (("a.py", f"-- langdetect: ignore\n{SQL}", "SQL"), ("a.py", "\n" * 5 + "-- langdetect: ignore\n", "SQL")),
    "E02": (("a.py", f"-- vim: ft=python\n{SQL}", "SQL"), ("a.py", f"-- vim: ft=sql\n{SQL}", "SQL")),
    "E03": (("a.py", "#!/usr/bin/env python3\n", "SQL"), ("a.py", "#!/bin/sh\n", "SQL")),
    "E04": (("patches/words.c", "--- a\n+++ b\n", "Diff"), ("patches/words.c", SQL, "SQL")),
    "E05": (("query.sql.go", SQL, "SQL"), ("query.c.go", SQL, "SQL")),
    "E06": (("words.1.cmake", ".TH WORDS 1\n", "Roff"), ("words.cmake", ".TH WORDS 1\n", "Roff")),
    "E07": (("store.py", f"-- store.py\n{SQL}", "SQL"), ("store.py", f"-- made from store.py\n{SQL}", "SQL")),
    "E08": (("a.c", f"/* words */\n{SQL}", "CMake"), ("a.c", f"/* words */\n{SQL}", "SQL")),
    "E09": (("a.v", TEXT_OF["theories/Lists.v"], "OCaml"), ("a.v", SQL, "SQL")),
    "E10": (("a.py", accidents.PYTHON, "Diff"), ("a.py", SQL, "SQL")),
    "E11": (("a.go", "FROM {{ image }}\n", "Jinja"), ("a.go", "FROM {{ image }}\n", "Dockerfile")),
    "E12": (("a.yaml.j2", "{% if a %}\nb\n", "SQL"), ("a.yaml", "{% if a %}\nb\n", "SQL")),
    "E13": (("a.md", "Words:\n\n```python\nx = 1\n```\n", "Python"), ("a.md", accidents.PYTHON, "Python")),
    "E14": (("a.lua", "local words = require 'words'\n", "SQL"), ("a.lua", SQL, "SQL")),
    "E15": (("a.md", FIRST + accidents.PYTHON, "Python"), ("a.md", f'"""{FIRST}"""\n{accidents.PYTHON}', "Python")),
    "E17": (("a.json", '{"a": ["SELECT 1"]}\n', "SQL"), ("a.json", SQL, "SQL")),
    "E31": (("tests/fixtures/list.html", '{"a": 1}\n', "JSON"), ("list.html", '{"a": 1}\n', "JSON")),
    "E28": (("a.py", accidents.PYTHON + ELSE_WHERE, "TOML"), ("a.py", accidents.SHELL, "Shell")),
    "E20": (("a.js", f"const query = `\n{SQL}\n`;\n{TEXT_OF['src/carousel.js']}", "SQL"), ("a.js", SQL, "SQL")),
    "E21": (("a.js", f"query = `\n{SQL}\n`;\n", "SQL"), ("a.js", SQL, "SQL")),
    "E22": (("a.py", TEXT_OF["app.pro"], "SQL"), ("a.py", SQL, "SQL")),
    "E23": (("a.js", TEXT_OF["package-lock.json"], "SQL"), ("a.js", SQL, "SQL")),
    "E30": (("a.yml", "$ANSIBLE_VAULT;1.2;AES256;my_id\n3333\n", "CSV"), ("a.yml", "$ANSIBLE_VAULT\n3333\n", "CSV")),
    "E27": (("flow-typed/npm/a.js", "declare var a: b;\n", "TypeScript"), ("typed/a.js", SQL, "TypeScript")),
    "E24": (("a.js", TEXT_OF[".gitlab-ci.yml"], "TypeScript"), ("a.js", TEXT_OF["types/index.d.ts"], "TypeScript")),
}
OF_SURROUNDINGS = {"E16", "E18", "E19", "E25", "E26", "E29", "E32", "E33"}
ROW_OF = {row.id: row for row in EXCUSES}


def answer(id: str, path: str, text: str, language: str, **surroundings: Callable) -> bool | str | tuple[str, ...]:
    return ROW_OF[id].question(case_of(path, text, **surroundings), Suspicion(STRONG, language=language))


@pytest.mark.parametrize("id", sorted(ROWS))
def test_what_a_row_excuses_and_what_it_does_not(id: str) -> None:
    excused, refused = ROWS[id]
    words = answer(id, *excused)
    assert words, f"{id} must excuse {excused}"
    assert "{}" not in said(ROW_OF[id].sentence, words)
    assert not answer(id, *refused), f"{id} must not excuse {refused}"


def test_every_row_is_tried() -> None:
    tried = ROWS.keys() | OF_SURROUNDINGS
    assert not ROW_OF.keys() - tried, "each excuse needs a row in ROWS, or a test and its id in OF_SURROUNDINGS"
    assert not tried - ROW_OF.keys(), "there is no such excuse"


def test_the_names_beside_a_file(tmp_path: Path) -> None:
    for ending in ("host", "libs", "threads"):
        (tmp_path / f"configure.{ending}").write_text("")
    assert answer("E16", str(tmp_path / "configure.cc"), SQL, "SQL")
    assert not answer("E16", str(tmp_path / "words.cc"), SQL, "SQL")


def test_a_tool_that_takes_types_off(tmp_path: Path) -> None:
    def answered(name: str, text: str, path: str = "src/cup.js", language: str = "TypeScript") -> object:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        (folder / "src").mkdir(parents=True)
        (folder / ".git").mkdir()
        (folder / name).write_text(text)
        return answer("E32", str(folder / path), "", language)

    assert answered("package.json", '{"dependencies": {"react-native": "0.59"}}') == "React Native"
    assert answered("package.json", '{"name": "react-native-cup"}') == "React Native"
    assert answered("package.json", '{"devDependencies": {"@babel/preset-flow": "7"}}') == "Flow"
    assert answered(".flowconfig", "") == "Flow"
    assert not answered("package.json", '{"dependencies": {"react": "16"}}')
    assert not answered("src/package.json.orig", '{"dependencies": {"react-native": "0.59"}}')
    assert not answered(".flowconfig", "", path="src/cup.py")
    assert not answered(".flowconfig", "", language="SQL")


@pytest.mark.parametrize(
    ("build", "is_filled_in"),
    [
        ("CONFIGURE_FILE (Words.cmake\n  ${CMAKE_CURRENT_SOURCE_DIR}/Words\n  @ONLY\n)\n", True),
        ('configure_file("${CMAKE_CURRENT_LIST_DIR}/Words.cmake" words.h)\n', True),
        ("configure_file(Words.cmake.in Words.cmake)\n", False),
        ("configure_file(other/Words.cmake words.h)\n", False),
        ("include(Words.cmake)\n", False),
    ],
)
def test_a_build_file_fills_it_in(tmp_path: Path, build: str, is_filled_in: bool) -> None:
    path = str(tmp_path / "Words.cmake")
    assert not answer("E33", path, "", "C")
    (tmp_path / "CMakeLists.txt").write_text(build)
    assert answer("E33", path, "", "C") is is_filled_in
    case = case_of(path, "")
    assert not fills_it_in(Case(case.claim, case.content, case.model, place=nowhere), Suspicion(STRONG, language="C"))


def test_the_nearest_package_says_what_its_tools_are(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "package.json").write_text('{"dependencies": {"react-native": "0.59"}}')
    case, suspicion = case_of(str(tmp_path / "site" / "cup.js"), ""), Suspicion(STRONG, language="TypeScript")
    assert takes_types_off(case, suspicion)
    assert not takes_types_off(Case(case.claim, case.content, case.model, place=nowhere), suspicion)
    (tmp_path / "site" / "package.json").write_text("{}")
    assert not answer("E32", str(tmp_path / "site" / "cup.js"), "", "TypeScript")


@pytest.mark.parametrize(
    ("id", "attributes"), [("E18", {"langdetect": "unset"}), ("E19", {"linguist-language": "SQL"})]
)
def test_git_attributes(id: str, attributes: dict[str, str]) -> None:
    assert answer(id, "a.py", SQL, "SQL", attributes=lambda path: attributes)
    assert not answer(id, "a.py", SQL, "SQL", attributes=lambda path: {})


def test_neighbours() -> None:
    def committed(*texts: str):
        return lambda path, most: [[content_from_bytes(text.encode()) for text in texts], []]

    assert answer("E25", "a.go", SQL, "SQL", committed=committed(SQL, SQL))
    assert not answer("E25", "a.go", SQL, "SQL", committed=committed(SQL, GO, SQL, GO))
    assert not answer("E25", "a.go", SQL, "SQL", committed=committed(SQL))


def test_files_beside_one_that_lies_in_no_repository(tmp_path: Path) -> None:
    def beside(*texts: str) -> bool | str | tuple[str, ...]:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        for number, text in enumerate(texts):
            (folder / f"{number}.go").write_text(text)
        (folder / "4.py").write_text(SQL)
        (folder / "8.go").symlink_to(folder / "4.py")
        return answer("E26", str(folder / "9.go"), SQL, "SQL")

    assert beside(SQL, SQL, SQL, SQL)
    assert answer("E26", str(tmp_path / "0" / "9.go"), SQL, "SQL")
    assert not answer("E26", str(tmp_path / "0" / "9.go"), accidents.HTML, "HTML"), "saved by the dozen"
    assert beside(SQL, SQL, SQL, SQL, GO, GO, GO)
    assert not beside(SQL, SQL, SQL), "the same accident, a few times"
    assert not beside(SQL, SQL, SQL, SQL, GO, GO, GO, GO)
    assert not beside(GO, GO, GO, GO)


def test_in_a_repository_only_what_is_committed_counts(repository: Repository) -> None:
    for number in range(5):
        repository.stage(f"{number}.go", SQL)
    assert not answer("E26", "9.go", SQL, "SQL")


def test_ids_are_given_once_and_the_cheapest_are_asked_first() -> None:
    ids = [row.id for row in EXCUSES]
    assert [id for id in ids if ids.count(id) > 1] == []
    assert all(re.fullmatch(r"E\d\d", id) for id in ids)
    assert list(COSTS.values()) == sorted(COSTS.values())
    for cheaper, dearer in pairwise(EXCUSES):
        assert COSTS[cheaper.cost] <= COSTS[dearer.cost], f"{dearer.id} ({dearer.cost}) belongs before {cheaper.id}"


def test_the_sentence_takes_the_words_of_the_answer() -> None:
    assert said("it is a template", True) == "it is a template"
    assert said("it parses as {}", "JSON") == "it parses as JSON"
    assert said("it begins with a comment of {}, which {} has not", ("C", "CMake")).endswith("C, which CMake has not")
    for row in EXCUSES:
        assert row.sentence == row.sentence.rstrip(". \n") and row.sentence.count("{}") <= 2


def test_the_page_lists_every_row() -> None:
    listed = re.findall(r"^\| (E\d\d) +\| (.+?) +\| (\w+) +\| .{10}", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    rows = [(row.id, row.sentence.replace("{}", "..."), row.cost) for row in EXCUSES]
    assert listed == rows, "the table in docs/adding-a-rule.md has a row for each excuse, in the same order"
