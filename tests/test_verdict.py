"""What the tool says of small files, with the bundled model: the healthy ones first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from langdetect_hook import verdict
from langdetect_hook.check import check_content
from langdetect_hook.evidence import Evidence
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.languages import spoken
from langdetect_hook.network import assets
from langdetect_hook.network.assets import Model
from langdetect_hook.report.rules import DEFAULT_RULES
from langdetect_hook.verdict import Verdict
from tests import accidents
from tests.healthy_texts import healthy_texts

HEALTHY = healthy_texts()
TEXT_OF = {healthy.path: healthy.text for healthy in HEALTHY}

# (healthy file, a name that it must not have, what the message says it looks like)
FIRES = [
    ("App/RecordStore.m", "store.py", "Objective-C"),
    ("BUILD.bazel", "rules.go", "Starlark"),
    ("CHANGELOG.md", "changelog.json", "Markdown"),
    ("CHANGELOG.md", "changelog.py", "Markdown"),
    ("CMakeLists.txt", "build.py", "CMake"),
    ("Cargo.toml", "cargo.json", "TOML"),
    ("Cargo.toml", "cargo.yaml", "TOML"),
    ("Dockerfile", "image.yaml", "Dockerfile"),
    ("Install-Words.ps1", "install.sh", "PowerShell"),
    ("R/summary.R", "summary.py", "R"),
    ("Rakefile", "tasks.py", "Ruby"),
    (".github/workflows/test.yml", "test.json", "YAML"),
    (".github/workflows/test.yml", "test.toml", "YAML"),
    ("answers.csv", "answers.json", "CSV"),
    ("configure.ac", "configure.py", "M4"),
    ("css/legacy.css", "legacy.js", "CSS"),
    ("css/legacy.css", "legacy.json", "CSS"),
    ("include/shape.h", "shape.py", "C++"),
    ("internal/store/store.go", "store.rs", "Go"),
    ("lib/Words.pm", "words.py", "Perl"),
    ("locale/de/LC_MESSAGES/app.po", "app.json", "Gettext Catalog"),
    ("lua/plugin.lua", "plugin.py", "Lua"),
    ("main.tf", "main.json", "HCL"),
    ("man/words.1", "words.c", "Roff"),
    ("migrations/0004_invoices.sql", "invoices.json", "SQL"),
    ("migrations/0004_invoices.sql", "invoices.py", "SQL"),
    ("notes_pb2.py", "notes.proto", "Python"),
    ("package-lock.json", "package.py", "JSON"),
    ("page.xml", "page.css", "HTML"),
    ("paper.tex", "paper.c", "TeX"),
    ("pom.xml", "pom.json", "XML"),
    ("proto/notes.proto", "notes.go", "Protocol Buffer"),
    ("public/index.html", "index.json", "HTML"),
    ("report.pl", "report.sh", "Perl"),
    ("run.bat", "run.sh", "Batchfile"),
    ("run.bat", "run.service", "Batchfile"),
    ("schema/api.graphql", "api.json", "GraphQL"),
    ("setup.cfg", "setup.py", "INI"),
    ("setup.cfg", "setup.json", "INI"),
    ("solve_heat.m", "solve.py", "MATLAB"),
    ("solver.f90", "solver.c", "Fortran"),
    ("source/app.d", "app.go", "D"),
    ("src/Counter.svelte", "counter.ts", "Svelte"),
    ("src/Player.vue", "player.js", "Vue"),
    ("src/Tree.fs", "tree.cs", "F#"),
    ("src/Words.hs", "words.py", "Haskell"),
    ("src/Words.java", "words.py", "Java"),
    ("src/Words.java", "words.conf", "Java"),
    ("src/Words.java", "words.sln", "Java"),
    ("src/carousel.js", ".gitignore", "JavaScript"),
    ("src/carousel.js", "carousel.css", "JavaScript"),
    ("src/carousel.js", "yarn.lock", "JavaScript"),
    ("src/lib.rs", "lib.go", "Rust"),
    ("src/list.h", "list.py", "C"),
    ("src/memcpy.S", "memcpy.py", "Assembly"),
    ("src/parser.coffee", "parser.py", "CoffeeScript"),
    ("test_css.py", "requirements.txt", "Python"),
    ("test_css.py", "test.css", "Python"),
    ("tools/清理.py", "clean.sh", "Python"),
    ("tsconfig.json", "config.toml", "JSON"),
    ("types/index.d.ts", "index.js", "TypeScript"),
    ("types/index.d.ts", "index.json", "TypeScript"),
    ("views/profile.php", "profile.json", "PHP"),
    ("words.el", "words.py", "Emacs Lisp"),
]

# Rules that are exact: (content, name, rule)
EXACT = [
    ("```go\n" + TEXT_OF["internal/store/store.go"] + "```\n", "main.go", "LD006"),
    ('#!/bin/bash\nset -e\nfor file in *.txt; do\n    wc -w < "$file"\ndone\n', "setup.py", "LD002"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x48\0\x48\0\0\xff\xdb\0\x43", "logo.png", "LD008"),
    (accidents.PNG, "logo.json", "LD008"),
    (accidents.HTML, "users.json", "LD003"),
]


@pytest.fixture(scope="module")
def model() -> Iterator[Model]:
    yield assets.load()


def check(model: Model, path: str, content: str | bytes, **attributes: str) -> list[Verdict]:
    raw = content.encode() if isinstance(content, str) else content
    return check_content(path, content_from_bytes(raw), DEFAULT_RULES, model, lambda path: attributes)


@pytest.mark.parametrize("path, why, text", HEALTHY, ids=[healthy.path for healthy in HEALTHY])
def test_silent(model: Model, path: str, why: str, text: str) -> None:
    [one] = check(model, path, text)
    assert one.verdict != verdict.MISMATCH, f"{why}: {one.message}"


@pytest.mark.parametrize("path, why, text", HEALTHY, ids=[healthy.path for healthy in HEALTHY])
def test_silent_however_it_is_saved(model: Model, path: str, why: str, text: str) -> None:
    for raw in (
        text.replace("\n", "\r\n").encode(),
        *([text.encode("utf-8-sig")] if not text.startswith("#!") else []),  # which that mark hides from a shell
        text.rstrip("\n").encode(),
        (text + "\n\n\n").encode(),
        text.replace("\n", "   \n").encode(),
    ):
        assert all(one.verdict != verdict.MISMATCH for one in check(model, path, raw)), why


def test_json_is_yaml(model: Model) -> None:
    for path in ("package-lock.json", "data/parks.geojson", "analysis.ipynb"):
        assert check(model, "a.yaml", TEXT_OF[path])[0].verdict == verdict.OK


@pytest.mark.parametrize("origin, path, language", FIRES)
def test_fires(model: Model, origin: str, path: str, language: str) -> None:
    [one] = check(model, path, TEXT_OF[origin])
    assert (one.verdict, one.rule, one.line) == (verdict.MISMATCH, "LD001", 1), one.reason
    assert one.predicted == language
    assert one.message.startswith(f"looks like {spoken([language])} "), one.message
    assert ", expected " in one.message and "100" not in one.message


@pytest.mark.parametrize("content, path, rule", EXACT)
def test_an_exact_rule_speaks_first(model: Model, content: str | bytes, path: str, rule: str) -> None:
    found = check(model, path, content)
    assert [one.rule for one in found] == [rule]


@pytest.mark.parametrize("name", accidents.ACCIDENTS)
def test_the_accidents_of_the_readme(model: Model, name: str) -> None:
    assert [one.verdict for one in check(model, name, accidents.ACCIDENTS[name])] == [verdict.MISMATCH]


@pytest.mark.parametrize("name", accidents.HEALTHY)
def test_the_healthy_files_of_the_readme(model: Model, name: str) -> None:
    assert verdict.MISMATCH not in [one.verdict for one in check(model, name, accidents.HEALTHY[name])]


def test_what_is_never_asked_says_why(model: Model) -> None:
    python = TEXT_OF["guide.py"]
    for path, content, reason in (
        ("empty.json", "", "empty"),
        ("picture.json.bin", b"\0\1\2\3" * 50, "not text"),
        ("notes.txt", python, "claims nothing"),
        ("README", python, "claims nothing"),
        ("a.y", python, "that the model does not know"),
    ):
        [one] = check(model, path, content)
        assert one.verdict == verdict.SKIPPED and reason in one.reason, (path, one.reason)
        assert one.probability is None and one.message == ""


def test_git_attributes_have_the_last_word_and_are_asked_last(model: Model) -> None:
    asked: list[str] = []

    def attributes(path: str) -> dict[str, str]:
        asked.append(path)
        return {"linguist-language": "SQL"}

    def first(path: str, text: str) -> Verdict:
        [one] = check_content(path, content_from_bytes(text.encode()), DEFAULT_RULES, model, attributes)
        return one

    assert first("test_css.py", TEXT_OF["test_css.py"]).verdict == verdict.OK
    assert first("queries.py", TEXT_OF["queries.py"]).verdict != verdict.MISMATCH
    assert asked == []
    overridden = first("invoices.py", TEXT_OF["migrations/0004_invoices.sql"])
    assert (overridden.verdict, overridden.reason) == (verdict.OK, ".gitattributes says sql")
    assert asked == ["invoices.py"]


def test_a_pragma_excuses(model: Model) -> None:
    text = "-- langdetect: ignore\n" + TEXT_OF["migrations/0004_invoices.sql"]
    [one] = check(model, "invoices.py", text)
    assert one.verdict == verdict.OK and "pragma" in one.reason


def test_what_to_do_is_said(model: Model) -> None:
    [one] = check(model, "old/a file.py", TEXT_OF["migrations/0004_invoices.sql"])
    assert one.advice == "if it is meant to be SQL: git mv 'old/a file.py' 'old/a file.sql'"
    [page] = check(model, "users.json", TEXT_OF["public/index.html"])
    assert page.advice.startswith("if it was downloaded, check the address, and whether it wants a login")
    assert page.advice.endswith("; if it is meant to be HTML: git mv users.json users.html")
    assert page.expected == "JSON" and page.predicted == "HTML" and 0.5 < (page.probability or 0) <= 1


def test_evidence_without_an_expectation() -> None:
    one = verdict.of_evidence("a", Evidence("LD003", 3, "looks like a pointer", "", "fetch it", None))
    assert (one.message, one.line, one.expected, one.advice) == ("looks like a pointer", 3, "", "fetch it")
    other = verdict.of_evidence("a.png", Evidence("LD008", 1, "looks like a JPEG image", "PNG", "convert it"))
    assert other.message == other.reason == "looks like a JPEG image, expected PNG"


def test_each_healthy_text_stands_once_and_says_why() -> None:
    assert len(TEXT_OF) == len(HEALTHY) > 100
    assert all(healthy.why and healthy.text.strip() for healthy in HEALTHY)
