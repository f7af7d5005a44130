"""The hand-written tables of names, and that the generated one follows from them, whatever pygments is installed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from langdetect_hook.claims import TABLE_PATH, Claims, names_table
from langdetect_hook.claims.make_table import expanded, labels_of_the_model, patterns_of_pygments, table_text
from langdetect_hook.claims.marks import MARKS
from langdetect_hook.claims.names_table import NAMES, NOTES
from langdetect_hook.claims.pygments_lexers import LEXERS
from langdetect_hook.claims.template_suffixes import TEMPLATES
from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.languages.accepts import names_in

# Entries that differ from the claim of a later pygments: 2.12 has no Promela yet.
REPEATED_IN_SOME_VERSIONS = {"*.pm"}


def written_keys(table: str) -> list[str]:
    """The keys of a table as the source has them: a dict would hide the first of two that are the same."""
    for node in ast.parse(Path(names_table.__file__).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") == table:
            assert isinstance(node.value, ast.Dict)
            return [ast.literal_eval(key) for key in node.value.keys if key]
    raise AssertionError(table)


def lines_of(table: str) -> tuple[list[str], set[str]]:
    """The lines of a generated table that no version of pygments changes, and those that hold its claims."""
    lines = table.splitlines()[1:]
    of_pygments = {line for line in lines if line.endswith("\tpygments") or line.partition("\t")[0] in NOTES}
    return [line for line in lines if line not in of_pygments], of_pygments


@pytest.mark.parametrize("table", ["NAMES", "NOTES"])
def test_one_pattern_a_line_sorted_and_none_twice(table: str) -> None:
    keys = written_keys(table)
    assert keys == sorted(set(keys), key=lambda pattern: (pattern.lower(), pattern))
    lines = Path(names_table.__file__).read_text(encoding="utf-8").splitlines()
    for key in keys:
        entry = [line for line in lines if line.startswith(f'    "{key}": ')]
        assert entry and all(line.endswith(",") for line in entry), key


def test_every_entry_has_a_reason() -> None:
    assert all(entry.reason.strip() for entry in (*NAMES.values(), *NOTES.values()))


def test_a_group_of_entries_has_more_than_one_or_is_too_long_for_a_line() -> None:
    uses = [id(entry) for entry in (*NAMES.values(), *NOTES.values())]
    for name, entry in vars(names_table).items():
        if isinstance(entry, names_table.Entry):
            inline = f'    "*.{name}": {entry!r}'
            assert uses.count(id(entry)) > (0 if len(inline) > 100 else 1), name


def test_no_entry_repeats_what_pygments_says() -> None:
    by_lower_case: dict[str, dict[str, list[str]]] = {}
    for pattern, languages in patterns_of_pygments().items():
        by_lower_case.setdefault(pattern.lower(), {})[pattern] = sorted(languages)
    repeated = {
        pattern
        for pattern, entry in NAMES.items()
        if not entry.fine and by_lower_case.get(pattern.lower()) == {pattern: names_in(entry.claimed)}
    }
    assert repeated <= REPEATED_IN_SOME_VERSIONS, "drop these, or move them to NOTES for their reason"


def test_notes_are_of_claims_that_pygments_makes() -> None:
    rows = Claims(TABLE_PATH).table()
    for pattern, entry in NOTES.items():
        assert pattern not in NAMES
        assert not entry.fine
        assert rows[pattern] == f"{','.join(names_in(entry.claimed))}\t\t{entry.reason}"


def test_no_entry_has_an_upper_case_twin_of_the_same_claim() -> None:
    for pattern, entry in NAMES.items():
        if pattern != pattern.lower() and pattern.lower() in NAMES:
            assert NAMES[pattern.lower()][:2] != entry[:2], pattern


def test_the_table_is_up_to_date_with_its_sources() -> None:
    written, generated = Path(TABLE_PATH).read_text(encoding="utf-8"), table_text(labels_of_the_model())
    assert lines_of(written)[0] == lines_of(generated)[0], "run python -m langdetect_hook.claims.make_table"
    if written.splitlines()[0] == generated.splitlines()[0]:  # with the version of pygments that wrote it
        assert written == generated, "run python -m langdetect_hook.claims.make_table"


def test_every_claim_of_pygments_has_a_row() -> None:
    """A pattern is claimed by an entry of ours, or as the installed pygments has it."""
    rows = dict(line.split("\t", 1) for line in lines_of(table_text())[1])
    for pattern, languages in patterns_of_pygments().items():
        if not {pattern, pattern.lower()} & NAMES.keys():
            assert rows[pattern].split("\t")[0] == ",".join(sorted(languages))


def test_brackets_are_expanded() -> None:
    assert expanded("*.php[345]") == ["*.php3", "*.php4", "*.php5"]
    assert expanded("*.[1-3]") == ["*.1", "*.2", "*.3"]


def test_the_small_tables_are_sorted_and_distinct() -> None:
    for keys in ([suffix for suffix, _ in TEMPLATES], [lexer for lexer, _, _ in LEXERS]):
        assert keys == sorted(set(keys))
    assert list(MARKS) == sorted(MARKS)
    assert all(reason for _, reason in TEMPLATES)
    assert all(reason for _, _, reason in LEXERS)
    assert {language for _, language, _ in LEXERS} - {""} <= set(LANGUAGE_OF)
