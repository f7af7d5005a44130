"""What the lexers leave of a text without its strings and comments, and when they are relied upon."""

from __future__ import annotations

import pytest

from langdetect_hook.claims import claim_of
from langdetect_hook.excuses.outside_strings import code_of, doubt_outside_strings, proves_extension
from langdetect_hook.languages import LANGUAGES
from langdetect_hook.network import assets
from langdetect_hook.network.assets import Model
from tests import accidents
from tests.healthy_texts import healthy_texts

SQL = {healthy.path: healthy.text for healthy in healthy_texts()}["migrations/0004_invoices.sql"]
IN_BACKTICKS = f"const query = `\n{SQL}\n`;\nexport default query;\n"


@pytest.fixture(scope="module")
def model() -> Model:
    return assets.load()


def doubt(model: Model, path: str, text: str, language: str, complete: bool = True) -> str:
    claim = claim_of(path)
    assert claim is not None
    return doubt_outside_strings(text, complete, claim, model, language)


def test_a_string_that_holds_another_language_is_a_doubt(model: Model) -> None:
    assert doubt(model, "query.js", IN_BACKTICKS, "SQL")
    assert not doubt(model, "query.js", SQL, "SQL")


def test_a_string_that_is_never_closed_is_none(model: Model) -> None:
    open_string = IN_BACKTICKS.replace("\n`;", "\n;")
    assert not doubt(model, "query.js", open_string, "SQL")
    assert doubt(model, "query.js", open_string, "SQL", complete=False), "what was not read may close it"


def test_a_doubt_must_be_shared_by_all_languages_of_a_name(model: Model) -> None:
    """Settings are little but strings to the lexer of Prolog; that of Perl is not relied upon."""
    settings = '{\n  "name": "words",\n  "version": "1.0",\n  "private": true,\n  "license": "MIT"\n}\n'
    claim = claim_of("settings.pl")
    assert claim is not None and {"Perl", "Prolog"} <= set(claim.languages)
    code = code_of(settings, "Prolog", True)
    assert code is not None and "words" not in code
    assert not doubt(model, "settings.pl", settings, "JSON")


def test_strings_and_comments_are_left_out() -> None:
    code = code_of('import os  # a comment\nNAME = "a string"\n"""\nSELECT 1\n"""\n', "Python", True)
    assert code is not None
    assert "import os" in code and "NAME =" in code
    assert "comment" not in code and "string" not in code and "SELECT" not in code
    assert code.count("\n") == 5, "lines keep their numbers"


def test_assembler_has_comments_of_c_too() -> None:
    assert code_of("// the words of a licence\nmov r0, r1\n", "Assembly", True) == "\nmov r0, r1\n"


def test_long_lines_are_whole_where_a_string_may_end_in_them() -> None:
    text = "".join(f"let t{number} = {{a:`" + "words of a message " * 100 + "`,b:call()};\n" for number in range(3))
    code = code_of(text, "JavaScript", True)
    assert code is not None and "words" not in code and code.count("b:call()") == 3


def test_a_table_may_be_nothing_but_its_comment(model: Model) -> None:
    assert code_of("# brews\n# all\na\tb\n", "CSV", True) == "\n\na\tb\n"
    assert doubt(model, "brews.tsv", "# TODO(brews): run `brews build` to fill this in\n", "Starlark")


TYPED = "type Cup = { size: number };\nexport function fill(cup: Cup): void {}\n"


def test_two_constructs_prove_what_the_claimed_language_grew_into() -> None:
    assert proves_extension(TYPED, ("JavaScript",), "TypeScript")
    assert proves_extension("x = 1\n" * 5000 + TYPED, ("JavaScript",), "TypeScript")
    assert proves_extension(f"// mode: mixed\nconst help = 'usage: ?name';\n{TYPED}", ("JavaScript",), "TypeScript")
    assert proves_extension(TYPED.replace(";", "").replace("}\n", "}\n\n"), ("JavaScript",), "TypeScript")
    assert not proves_extension(TYPED, ("Python",), "TypeScript")
    assert not proves_extension(TYPED, ("JavaScript",), "Dart")


@pytest.mark.parametrize(
    "text",
    [
        "export function fill(cup, size) {}\nconst type = cup;\n",
        f"const text = `{TYPED}`;\n/* {TYPED} */\n",
        TYPED.split("\n")[0],
        f"/* @flow */\n{TYPED}",
        TYPED.replace(": number", ": ?number"),
        f"declare module 'cup' {{\n  declare var exports: {{ fill: (size: number) => any }};\n}}\n{TYPED}",
        "import {\n  first as string,\n  second as number,\n  third as boolean,\n} from './schemas';\n",
        "export {\n  number_ as number,\n  string_ as string,\n};\n",
        "const a = <p>as well as any other\n tool, unknown until it is proven as number one.</p>;\n",
        f"import typeof Cup from './cup';\n{TYPED}",
        f"export type Props = {{| cups: Array<Cup> |}};\n{TYPED}",
        f"class Brewer {{\n  render(): React.Node {{}}\n}}\n{TYPED}",
        "import * as number from './number';\nimport * as string from './string';\nexport { number, string };\n",
    ],
)
def test_strings_one_construct_and_flow_prove_nothing(text: str) -> None:
    assert not proves_extension(text, ("JavaScript",), "TypeScript")


def test_directives_of_the_preprocessor_are_code() -> None:
    code = code_of("#include <stdio.h>\n/* words */\nint x;\n", "C", True)
    assert code is not None and "#include" in code and "int" in code and "words" not in code


def test_without_a_lexer_there_is_nothing() -> None:
    assert code_of("x", "no such language", True) is None


@pytest.mark.parametrize("language", [language.name for language in LANGUAGES])
def test_no_lexer_fails_or_loses_lines(language: str) -> None:
    for text in (accidents.HTML, SQL, "\0\n'\"`", "x" * 3000):
        for complete in (False, True):
            code = code_of(text, language, complete)
            assert code is None or code.count("\n") == text.count("\n")


def test_a_lexer_that_takes_anything_for_a_comment_is_not_relied_upon() -> None:
    text = "some words @article{a}"
    assert code_of(text, "BibTeX", True) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("Python", 'NAME = "a string"\n"""\nSELECT 1\n'),
        ("C", "int x;\n/* words\n"),
        ("Shell", 'words="\necho words\n'),
    ],
)
def test_a_text_that_ends_within_a_string_or_a_comment_is_taken_whole(language: str, text: str) -> None:
    assert code_of(text, language, True) == text
    shorter = code_of(text, language, False)
    assert shorter is not None and len(shorter) < len(text)
