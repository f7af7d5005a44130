"""What the lexers leave of a text without its strings and comments, and when they are relied upon."""

from __future__ import annotations

import pytest

from langdetect_hook.excuses.outside_strings import THE_SAME, seen_outside_strings
from langdetect_hook.languages import LANGUAGE_OF, LANGUAGES
from langdetect_hook.languages.code import MOST_CHARACTERS, code_of
from langdetect_hook.suspicion import STRONG, Suspicion, is_proven
from tests import accidents
from tests.bundled import case_of, claim_of
from tests.healthy_texts import healthy_texts

SQL = {healthy.path: healthy.text for healthy in healthy_texts()}["migrations/0004_invoices.sql"]
IN_BACKTICKS = f"const query = `\n{SQL}\n`;\nexport default query;\n"


def left(text: str, language: str, complete: bool) -> str | None:
    code = code_of(text, language)
    return code.left(complete) if code is not None else None


def excused(path: str, text: str, language: str, complete: bool = True) -> bool:
    """Whether what stands outside the strings of a text does not confirm that it looks like `language`."""
    case = case_of(path, text)
    case.content.complete = complete
    return seen_outside_strings(case, Suspicion(STRONG, language=language)) != THE_SAME


def proves_extension(text: str, claimed: str, language: str) -> bool:
    return is_proven(case_of("a" + LANGUAGE_OF[claimed].primary, text), language)


def test_a_string_that_holds_another_language_is_an_excuse() -> None:
    assert excused("query.js", IN_BACKTICKS, "SQL")
    assert not excused("query.js", SQL, "SQL")


def test_a_name_that_may_be_markup_is_asked_of_markup_alone() -> None:
    """To the lexer of XML, under whose name of Qt's it could be as well, nothing of TypeScript is a string."""
    assert excused("query.ts", f"export const QUERY = sql(`\n{SQL}\n`);\n", "SQL")
    assert not excused("query.ts", f"<TS>\n{SQL}</TS>\n", "SQL")
    assert not excused("query.ts", SQL, "SQL")


def test_a_string_that_is_never_closed_is_none() -> None:
    open_string = IN_BACKTICKS.replace("\n`;", "\n;")
    assert not excused("query.js", open_string, "SQL")
    assert excused("query.js", open_string, "SQL", complete=False), "what was not read may close it"


def test_an_excuse_must_hold_for_all_languages_of_a_name() -> None:
    """Settings are little but strings to the lexer of Prolog; that of Perl is not relied upon."""
    settings = '{\n  "name": "words",\n  "version": "1.0",\n  "private": true,\n  "license": "MIT"\n}\n'
    claim = claim_of("settings.pl")
    assert claim and {"Perl", "Prolog"} <= set(claim.languages)
    code = left(settings, "Prolog", True)
    assert code is not None and "words" not in code
    assert not excused("settings.pl", settings, "JSON")


def test_strings_and_comments_are_left_out() -> None:
    code = left('import os  # a comment\nNAME = "a string"\n"""\nSELECT 1\n"""\n', "Python", True)
    assert code is not None
    assert "import os" in code and "NAME =" in code
    assert "comment" not in code and "string" not in code and "SELECT" not in code
    assert code.count("\n") == 5, "lines keep their numbers"


def test_assembler_has_comments_of_c_too() -> None:
    assert left("// the words of a licence\nmov r0, r1\n", "Assembly", True) == "\nmov r0, r1\n"


def test_long_lines_are_whole_where_a_string_may_end_in_them() -> None:
    text = "".join(f"let t{number} = {{a:`" + "words of a message " * 100 + "`,b:call()};\n" for number in range(3))
    code = left(text, "JavaScript", True)
    assert code is not None and "words" not in code and code.count("b:call()") == 3


def test_a_string_that_ends_behind_the_cut_is_one_all_the_same() -> None:
    """An editor's list of a language's words, in one line that is longer than what the lexer is given."""
    words = "|".join(f"Get-Cup{number}|Set-Cup{number}" for number in range(4000))
    text = f'define("modes/brew",["require"],function(e,t){{var n="{words}";t.Words=n}});\n'
    assert len(text) > MOST_CHARACTERS
    code = left(text, "JavaScript", False)
    assert code is not None and "define(" in code and "Cup" not in code
    assert "Cup" in (left(text.replace('"', ""), "JavaScript", False) or "")


def test_a_table_may_be_nothing_but_its_comment() -> None:
    assert left("# brews\n# all\na\tb\n", "CSV", True) == "\n\na\tb\n"
    assert excused("brews.tsv", "# TODO(brews): run `brews build` to fill this in\n", "Starlark")


TYPED = "type Cup = { size: number };\nexport function fill(cup: Cup): void {}\n"


def test_two_constructs_prove_what_the_claimed_language_grew_into() -> None:
    assert proves_extension(TYPED, "JavaScript", "TypeScript")
    assert proves_extension("x = 1\n" * 5000 + TYPED, "JavaScript", "TypeScript")
    assert proves_extension(f"// mode: mixed\nconst help = 'usage: ?name';\n{TYPED}", "JavaScript", "TypeScript")
    assert proves_extension(TYPED.replace(";", "").replace("}\n", "}\n\n"), "JavaScript", "TypeScript")
    assert not proves_extension(TYPED, "Python", "TypeScript")
    assert not proves_extension(TYPED, "JavaScript", "Dart")


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
    assert not proves_extension(text, "JavaScript", "TypeScript")


def test_directives_of_the_preprocessor_are_code() -> None:
    code = left("#include <stdio.h>\n/* words */\nint x;\n", "C", True)
    assert code is not None and "#include" in code and "int" in code and "words" not in code


def test_without_a_lexer_there_is_nothing() -> None:
    assert left("x", "no such language", True) is None


@pytest.mark.parametrize("language", [language.name for language in LANGUAGES])
def test_no_lexer_fails_or_loses_lines(language: str) -> None:
    for text in (accidents.HTML, SQL, "\0\n'\"`", "x" * 3000):
        for complete in (False, True):
            code = left(text, language, complete)
            assert code is None or code.count("\n") == text.count("\n")


def test_a_lexer_that_takes_anything_for_a_comment_is_not_relied_upon() -> None:
    text = "some words @article{a}"
    assert left(text, "BibTeX", True) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("Python", 'NAME = "a string"\n"""\nSELECT 1\n'),
        ("C", "int x;\n/* words\n"),
        ("Shell", 'words="\necho words\n'),
    ],
)
def test_a_text_that_ends_within_a_string_or_a_comment_is_taken_whole(language: str, text: str) -> None:
    assert left(text, language, True) == text
    shorter = left(text, language, False)
    assert shorter is not None and len(shorter) < len(text)
