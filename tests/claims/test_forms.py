"""Forms of text by how they begin: what only begins alike is none, first."""

from __future__ import annotations

import pytest

from langdetect_hook.claims.forms import FORMS, form_of
from langdetect_hook.commands.answer import answer
from langdetect_hook.files.content import content_from_bytes
from tests.bundled import model

NONE = [
    "",
    "(define (brew cups) cups)\n",
    "(define-module (brew))\n",
    ";; words\n(define_brew 1)\n",
    "-----BEGIN\n",
    "----- BEGIN HERE -----\n",
    "{\\bf words}\n",
    "WEBVTTS = 1\n",
    "1\n2\n3\n",
    "ssh-rsa = off\n",
    "[gd]\n",
    "BEGIN: VCARD\n",
    "View.Set (screen)\n",
    'x := 1\nsetscreen ("graphics")\n',
    "brew:\n\tcups: 3\n\twater: hot\n",
    "brew: water\n\techo cups: @3\n",
    "Brew: water\n\tInherits: ^Cup\n",
]
SOME = [
    (';; words\n\n(define_insn "brew"\n  [(set (reg:SI 0))])\n', "a GCC machine description"),
    ("(define_mode_iterator CUPS [SI DI])\n", "a GCC machine description"),
    (';; words\n\n(include "cups.md")\n  ;; more\n\n(define_attr "length" "")\n', "a GCC machine description"),
    ("# Cups\n\nCUP:\n\tInherits: ^Vessel\n", "MiniYAML"),
    ("^Vessel:\r\n\tValued:\r\n\t\tCost: 200\r\n\t-Render@2:\r\n", "MiniYAML"),
    ("[gd_scene load_steps=2 format=3]\n", "a Godot scene"),
    ("-----BEGIN PGP PUBLIC KEY BLOCK-----\n", "a PGP message"),
    ("-----BEGIN CERTIFICATE-----\nMIIB\n", "PEM"),
    ('% Cups in a row\n\nimport GUI\nvar cups : int := 3\nView.Set ("graphics:700;600")\n', "a program in Turing"),
    ('/* Cups\n * in a row */\nsetscreen ("graphics")\nput "Cups"\n', "a program in Turing"),
    ("%%MatrixMarket matrix coordinate real general\n", "a table of Matrix Market"),
    ("begin:vcard\r\nfn:Brewer\r\n", "a vCard"),
    ("\ufeff\r\nMicrosoft Visual Studio Solution File, Format Version 12.00\r\n", "a Visual Studio solution"),
    ("REGEDIT4\n", "a Windows registry file"),
    ("BEGIN:VCALENDAR\r\n", "an iCalendar"),
    ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 brewer\n", "an SSH key"),
    ("1\n00:00:01,000 --> 00:00:02,000\nBrew.\n", "subtitles (SubRip)"),
    ("WEBVTT\n\n00:01.000 --> 00:02.000\nBrew.\n", "subtitles (WebVTT)"),
]


@pytest.mark.parametrize("text", NONE)
def test_what_only_begins_alike(text: str) -> None:
    assert form_of(text) == ""


@pytest.mark.parametrize(("text", "form"), SOME)
def test_what_it_is(text: str, form: str) -> None:
    assert form_of(text) == form
    said = answer(model(), content_from_bytes(text.encode()))
    assert (said.language, said.by, said.reason) == (None, None, f"it is {form}")


def test_every_form_has_its_source_and_a_text() -> None:
    assert {form for _, form in SOME} == {name for name, _, _ in FORMS}
    assert all(source for _, _, source in FORMS)
