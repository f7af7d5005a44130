"""How files begin: what proves nothing first."""

from __future__ import annotations

import pytest

from langdetect_hook.excuses.openings import has_sentences, is_encrypted, opens_as
from langdetect_hook.suspicion import STRONG, Suspicion
from tests.bundled import case_of, model

NOTHING = [
    ("C", "Java", "/* both begin so */\n"),
    ("C", "Markdown", "/* anything may be quoted */\n"),
    ("C", "CMake", "# a comment, or a directive\n"),
    ("Python", "CMake", "/* which Python has not either */\n"),
    ("C", "CMake", "config_require(words)\n/* not at the top */\n"),
    ("SQL", "YAML", "---\na: 1\n"),
    ("C", "CMake", ""),
]
OPENED = [
    ("C", "CMake", "/* Define to 1 if words are wanted */\n"),
    ("C", "CMake", "\n\n  // words\n"),
    ("TeX", "Perl", "% words\n"),
    ("SQL", "Python", "-- words\n"),
    ("OCaml", "Makefile", "(* words *)\n"),
    ("Emacs Lisp", "Ruby", ";; words\n"),
    ("HTML", "JavaScript", "<!-- words -->\n<script>\n"),
]


@pytest.mark.parametrize(("claimed", "language", "text"), NOTHING)
def test_what_the_other_language_may_begin_with_too(claimed: str, language: str, text: str) -> None:
    assert opens_as((claimed,), language, text) is None


@pytest.mark.parametrize(("claimed", "language", "text"), OPENED)
def test_a_comment_that_the_other_language_has_not(claimed: str, language: str, text: str) -> None:
    assert opens_as(("Awk", claimed), language, text) == claimed


SENTENCE = "I am trying to keep the addresses in one place, and this is what I have.\n"


@pytest.mark.parametrize(
    "start",
    [
        SENTENCE,
        "\ufeff\n\n" + SENTENCE,
        "Hello,\n\n" + SENTENCE,
        "The new site\n====\n\n" + SENTENCE,
        "    code()\n\nThus:\n\n" + SENTENCE,
        "ทำไมกาแฟจึงเย็น\n\nลูกค้ารอ barista นานเกินไป\nเพราะเครื่องชงมีเพียงเครื่องเดียว\n\nเวลาเช้าคนมากที่สุด\n",
        "咖啡为什么会凉\n\n客人等待 barista 的时间太长。\n因为店里只有一台机器。\n所以早上需要两个人。\n",
        "커피가 식는 이유\n\n손님은 barista 를 너무 오래 기다린다. 가게에 기계가 하나다.\n아침에는 사람이 많다.\n",
    ],
)
def test_a_document_may_have_a_sentence(start: str) -> None:
    code = "\n    import os\n    print(os.environ)\n"
    assert has_sentences(("Markdown",), "Python", start + code, model().thresholds)
    assert has_sentences(("SQL", "reStructuredText"), "Python", start + code, model().thresholds)
    assert not has_sentences(("Lua",), "Python", start + code, model().thresholds)
    assert not has_sentences(("Markdown",), "Text", start + code, model().thresholds)


@pytest.mark.parametrize(
    "start",
    [
        "# " + SENTENCE,
        '"""\n' + SENTENCE + '"""\n',
        "/*\n\n" + SENTENCE,
        "import os\n\n(*\n\n" + SENTENCE,
        '(defun place ()\n  "Keep addresses.\n\n' + SENTENCE,
        "--[[\n\n" + SENTENCE,
        "{\n\n" + SENTENCE,
        "    " + SENTENCE,
        '"""' + SENTENCE + '"""\n',
        "/* " + SENTENCE,
        "from os import path\nfrom sys import argv\nimport numpy as np\nimport that as this\n",
        "SELECT a.id, a.name FROM accounts AS a WHERE a.id IN (1, 2, 3) AND a.name IS NOT NULL ORDER BY a.id;\n",
        "MOVE A TO B\nADD A TO C\nMOVE B TO TOTAL-OF-ALL(3)\nDISPLAY 'x'\n",
        "Short text.\n",
        "名前 = 1\n価格 = 2\n",
        "# ลูกค้ารอนานเกินไปเพราะเครื่องชงมีเพียงเครื่องเดียว เวลาเช้าคนมากที่สุด\nimport os\n",
        "/*\n손님은 너무 오래 기다린다. 가게에 기계가 하나뿐이다. 아침에는 사람이 가장 많고 오후에는 가장 적다.\n*/\n",
        "",
    ],
)
def test_a_program_does_not(start: str) -> None:
    assert not has_sentences(("Markdown",), "Python", start, model().thresholds)


@pytest.mark.parametrize(
    "text, armour",
    [
        ("$ANSIBLE_VAULT;1.1;AES256\n3333\n", "Ansible Vault"),
        ("$ANSIBLE_VAULT;1.2;AES256;my_id\n3333\n", "Ansible Vault"),
        ("-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n", "age"),
        ("-----BEGIN PGP MESSAGE-----\n\nhQEM\n", "OpenPGP"),
        ("-----BEGIN PKCS7-----\nMIIB\n", "CMS"),
        ("U2FsdGVkX1+AAAA\n", "OpenSSL"),
        ("gAAAAA" + "Bm_-" * 20 + "\n", "Fernet"),
        ("eyJhbGciOiJSU0EifQ.AA.AA.AA.AA\n", "JWE"),
        ("EJ[1:AAAA=:BBBB=:CCCC=]\n", "EJSON"),
        ('{\n\t"data": "ENC[AES256_GCM,data:AAAA,type:str]"\n}\n', "SOPS"),
        ("vault:v1:AAAA\n", "Vault"),
        ("`protect begin_protected\n`protect version = 1\n", "IEEE 1735"),
        ("BEGIN SALTPACK ENCRYPTED MESSAGE. AAAA\n", "saltpack"),
        ("-----BEGIN CERTIFICATE-----\nMIIB\n", ""),
        ("eyJhbGciOiJIUzI1NiJ9.AA.AA\n", ""),
        ("a = 'U2FsdGVkX1'\n", ""),
    ],
)
def test_armour_says_what_encrypted_a_text(text: str, armour: str) -> None:
    assert is_encrypted(case_of("a.yml", text), Suspicion(STRONG, language="CSV")) == armour
