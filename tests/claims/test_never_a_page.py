"""Names that are never a page's: the table's order, and which names it leaves alone."""

from __future__ import annotations

import pytest

from langdetect_hook.claims import extension
from langdetect_hook.claims.binary_names import KNOWN_NAMES
from langdetect_hook.claims.never_a_page import NEVER_A_PAGE, expected_under
from tests.bundled import claim_of


def test_the_tables_are_in_order() -> None:
    for table in (NEVER_A_PAGE, KNOWN_NAMES):
        assert list(table) == sorted(table)
        assert all(name == name.lower() for name in table)
    assert not any("." in name for name in KNOWN_NAMES)


@pytest.mark.parametrize("name", NEVER_A_PAGE)
def test_none_is_the_name_of_a_page_a_template_or_prose(name: str) -> None:
    claim = claim_of("words" + name if name.startswith(".") else name)
    assert not claim.has("page", "documentation") and not claim.template


@pytest.mark.parametrize(
    "name",
    [".env", ".env.local", "requirements-dev.txt", "requirements.txt", "constraints.txt", "ID_RSA", "CODEOWNERS"],
)
def test_it_is_known(name: str) -> None:
    assert expected_under(name, extension(name))


@pytest.mark.parametrize(
    "name",
    [".envrc", "environment.html", "requirementsdocument.txt", "words.txt", "index.html", "words", "a.md", "a.pem.j2"],
)
def test_it_is_left_alone(name: str) -> None:
    assert expected_under(name, extension(name)) == ""
