"""What speaks for a name after all, looked up only for a file that is about to be reported."""

from __future__ import annotations

import pytest

from langdetect_hook import check, excuses, verdict
from langdetect_hook.excuses import names, templates
from langdetect_hook.excuses.table import EXCUSES
from langdetect_hook.report.rules import DEFAULT_RULES
from langdetect_hook.suspicion import STRONG, Suspicion
from tests import accidents
from tests.bundled import case_of, model
from tests.healthy_texts import healthy_texts

TEXT_OF = {healthy.path: healthy.text for healthy in healthy_texts()}
SQL = TEXT_OF["migrations/0004_invoices.sql"]


def excuse(path: str, text: str, language: str, override: str = "") -> str:
    case = case_of(path, text, lambda path: {"linguist-language": override})
    return excuses.for_(case, Suspicion(STRONG, "", language, 9.0, 0.999, 0.999)).sentence


def holding(path: str, text: str, language: str) -> list[str]:
    """What each excuse says that holds, in the order of the table."""
    case, suspicion = case_of(path, text), Suspicion(STRONG, "", language, 9.0, 0.999, 0.999)
    answers = [(row.sentence, row.question(case, suspicion)) for row in EXCUSES]
    return [excuses.said(sentence, answer) for sentence, answer in answers if answer]


@pytest.mark.parametrize(
    "path, language, reason",
    [
        ("queries.py", "SQL", "it parses as Python"),
        ("pages.py", "HTML", "it parses as Python"),
        ("fields.py", "TOML", "it parses as Python"),
        ("fill.py", "Perl", "nearly all its statements parse as Python"),
        ("templates.json", "JavaScript", "it parses as JSON"),
        ("tsconfig.json", "JavaScript", "it parses as JSON"),
        ("Cargo.toml", "INI", "it parses as TOML"),
        ("pom.xml", "HTML", "it parses as XML"),
        ("theories/Lists.v", "OCaml", "it has the marks of Rocq Prover"),
        ("README.md", "Python", "it is Markdown that holds another file"),
        (".gitlab-ci.yml", "Shell", "it is YAML that holds another file"),
        ("plugin/words.vim", "Python", "it is Vim script that holds another file"),
        ("lib/Words.pm", "Text", "it is Perl that holds another file"),
        ("docs/tutorial.rst", "JavaScript", "it is reStructuredText that holds another file"),
        ("Libraries/Components/Badge.js", "TypeScript", "it is JavaScript that holds another file"),
        ("src/shaders/blur.glsl.js", "GLSL", "it is little but strings and comments"),
        ("src/server.js", "TypeScript", "nothing in it is TypeScript and nothing else"),
        ("src/format.js", "TypeScript", "it is little but strings and comments"),
        ("src/Words.java", "Smali", "nothing in it is Smali for sure"),
        ("contracts/compile.js", "Solidity", "outside strings and comments it looks like its name"),
    ],
)
def test_a_reason_is_found(path: str, language: str, reason: str) -> None:
    found = holding(path, TEXT_OF[path], language)
    alike = ("outside strings and comments", "it is little but", "nothing in it is TypeScript and")
    assert reason in found or (reason.startswith(alike) and found[-1].startswith(alike)), found


def test_a_suffix_further_in_may_claim_it() -> None:
    assert excuse("query.sql.go", SQL, "SQL") == "a suffix further in its name claims that"
    assert excuse("query.c.go", SQL, "SQL") == ""


def test_marks_of_a_template_excuse_only_what_looks_like_one() -> None:
    text = "FROM {{ image }}\nRUN {% if slim %}true{% endif %}\n" + accidents.SHELL
    assert excuse("a.go", text, "Jinja") == "it has template marks"
    assert excuse("a.go", text, "Dockerfile") == ""


def test_the_template_of_a_page_is_no_template_of_data() -> None:
    page = "<html>\n<body>{% for cup in cups %}<p>{{ cup }}</p>{% endfor %}</body>\n</html>\n"
    assert excuse("a.json", page, "Jinja") == ""
    assert excuse("a.json", '{"page": {{ page }}, "end": "</p>"}', "Jinja") == "it is a template"
    assert excuse("a.json.j2", page, "Jinja") == "it is a template"


def test_what_contradicts_its_name_has_no_excuse() -> None:
    for path in ("a.py", "a.json", "a.go", "a.c", "a.js", "a.rb", "a.sh"):
        assert excuse(path, SQL, "SQL") == "", path
    assert excuse("a.json", accidents.HTML, "HTML") == ""
    assert excuse("a.js", TEXT_OF["types/index.d.ts"], "TypeScript") == ""
    assert excuse("a.py", accidents.CPLUSPLUS, "C++") == ""


def test_an_override_excuses_anything() -> None:
    assert excuse("a.py", SQL, "SQL", override="SQL") == ".gitattributes says sql"
    assert excuse("a.py", SQL, "SQL", override="common-lisp") == ".gitattributes says common lisp"
    assert excuse("a.py", SQL, "SQL", override="bash") == ".gitattributes says shell"
    assert excuse("a.py", SQL, "SQL", override="Brewing") == ".gitattributes says brewing"
    assert excuse("a.py", SQL, "SQL", override="unspecified") == ""


def test_a_slip_in_an_override_excuses_nothing_and_is_said() -> None:
    pyhton = {"linguist-language": "Pyhton"}
    assert excuse("a.py", SQL, "SQL", override="Pyhton") == ""
    for path, text in (("shapes.py", accidents.CPLUSPLUS), ("page.json", accidents.HTML)):
        raw = case_of(path, text).content
        [plain] = check.check_content(path, raw, DEFAULT_RULES, model())
        [one] = check.check_content(path, raw, DEFAULT_RULES, model(), lambda path: pyhton)
        said = "linguist-language=pyhton in .gitattributes is not heeded, since no language is called so: Python?"
        assert one.advice == f"{plain.advice}\n{said}"
    text = "// langdetect: language=Cxx, since it is\n" + accidents.CPLUSPLUS
    [one] = check.check_content("shapes.py", case_of("shapes.py", text).content, DEFAULT_RULES, model())
    assert one.verdict == verdict.OK, "like nothing, and so perhaps something new"
    text = text.replace("Cxx,", "Pyton,")
    [one] = check.check_content("shapes.py", case_of("shapes.py", text).content, DEFAULT_RULES, model())
    assert one.advice.splitlines()[1:] == [
        "langdetect: language=Pyton in its first lines is not heeded, since no language is called so: Python?"
    ]


def test_a_file_that_was_not_read_whole_is_not_parsed() -> None:
    case = case_of("queries.py", TEXT_OF["queries.py"])
    case.content.complete = False
    assert "parses" not in excuses.for_(case, Suspicion(STRONG, "", "SQL", 9.0, 0.9, 0.9)).sentence


def test_only_a_suspect_is_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> excuses.Answer:
        raise AssertionError("a healthy file was looked at twice")

    monkeypatch.setattr(excuses, "for_", refuse)
    for path, text in (("a.py", accidents.PYTHON), ("a.sql", SQL), ("a.json", accidents.JSON)):
        [one] = check.check_content(path, case_of(path, text).content, DEFAULT_RULES, model())
        assert one.verdict == verdict.OK


def test_a_manual_page_may_stand_before_an_ending() -> None:
    page = ".TH WORDS 1\n.SH NAME\nwords \\- count them\n"
    assert excuse("words.1.cmake", page, "Roff") == "a suffix further in its name says what it is for"
    assert excuse("words.cmake", page, "Roff") == ""


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("src/jconfig.st", "/* jconfig.st --- for the Atari */\n", True),
        ("Delegates.cs", "//\n// Delegates.cs\n//\n", True),
        ("swamp/Makefile", "# This Makefile is for words.\n", True),
        ("a\\words.h", '/* "words.h" */\n', True),
        ("words.cmd", "/* Copyright\n   File: words.cmd\n", True),
        ("words.proto", "# Generated by the compiler\n# source: words.proto\n", False),
        ("words.sh", "# words.py\n", False),
        ("words.h", "/* words.html */\n", False),
        ("words.h", "/* keywords.h */\n", False),
        ("a.sh", "# a.sh\n", False),
        ("words.h", "\n" * 12 + "/* words.h */\n", False),
        ("words.h", "", False),
    ],
)
def test_a_file_that_says_its_name(path, text, said):
    assert names.says_its_name(case_of(path, text), Suspicion(STRONG, language="C")) is said


def test_a_page_or_prose_that_says_the_name_of_a_file_is_no_excuse() -> None:
    page = f"<!-- users.py -->\n{accidents.HTML}"
    assert names.says_its_name(case_of("users.py", page), Suspicion(STRONG, language="C"))
    assert excuse("users.py", page, "HTML") == ""
    assert excuse("users.sh", "# users.sh\n" + accidents.PYTHON, "Python") == "its first lines say its name"


def test_values_have_no_place_for_the_name_of_their_file() -> None:
    for path in ("users.json", "users.csv", "users.ipynb", "data/users.geojson"):
        name = path.rpartition("/")[2]
        assert not names.says_its_name(case_of(path, f'"""{name}"""\n'), Suspicion(STRONG, language="Python"))


@pytest.mark.parametrize(
    "lines", ["#set $a = $b['c']", "\t#set( $a = 1 )", "#if $a\n  int a;\n  #end if", "#for $a in $b\n#end for"]
)
def test_lines_for_an_engine_make_a_template(lines: str) -> None:
    assert templates.is_template(case_of("a.hpp", f"class $a;\n{lines}\n"), Suspicion(STRONG, language="Perl"))


@pytest.mark.parametrize(
    "lines",
    [
        *("#set a 1", "#set a = 1", "# set $a = 1", "$b; #set $a = 1", "#if ($a) {", "#if A\n#endif", "#if $a\n#end"),
        "if ($a) {\n}\n#end if",
    ],
)
def test_a_comment_makes_no_template(lines: str) -> None:
    assert not templates.is_template(case_of("a.hpp", f"my $a;\n{lines}\n"), Suspicion(STRONG, language="Perl"))


@pytest.mark.parametrize(
    "text",
    ["{{- /* words */ -}}\na = 1\n", "{{ $a := 1 }}\na = 1\n", "<%= @a %>\n<b>\n</b>\n", '{{ include "a" . }}\n'],
)
def test_a_tag_at_the_very_beginning_makes_a_template(text: str) -> None:
    assert templates.is_template(case_of("a.toml", text), Suspicion(STRONG, language="Perl"))
    assert not templates.is_template(case_of("a.toml", f"a = 1\n{text}"), Suspicion(STRONG, language="Perl"))
