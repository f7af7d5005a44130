from __future__ import annotations

import pytest

from langdetect_hook.claims import claim_of
from langdetect_hook.claims.declared import has_template_marks
from langdetect_hook.evidence import excuses
from langdetect_hook.files.content import content_from_bytes

NO_EXCUSE = [
    ("a.py", "x = 1\n"),
    ("a", "# langdetect: ignore\n"),
    ("a.py", "\n" * 5 + "# langdetect: ignore\n"),
    ("a.py", "# langdetect: yes\n"),
    ("a.py", "// -*- C++ -*-\nint x;\n"),  # a language that the name does not allow
    ("a.py", "/* vim: set ft=c : */\nint x;\n"),
    ("a.py", "# -*- coding: utf-8 -*-\n"),
    ("a.py", "# vim: set ts=4 sw=4 et :\n"),
    ("a.py", "x\n" * 20 + "# -*- python -*-\n" + "x\n" * 20),
    ("a.py", "#!/bin/sh\n"),
    ("a.py", ""),
]

EXCUSE = [
    ("a.py", "# langdetect: ignore\n", "pragma says ignore"),
    ("a.py", "\n\n\n\n/* langdetect: language=Perl */\n", "pragma says Perl"),
    ("a.py", "# -*- python -*-\n", "modeline says Python"),
    ("a.py", "# -*- coding: utf-8; mode: Python; -*-\n", "modeline says Python"),
    ("a.py", "\ufeff# -*- mode: python3 -*-\n", "modeline says Python"),
    ("a.py", "x\n" * 50 + "# vim: ft=python\n", "modeline says Python"),
    ("a.py", "# vim: set ts=4 filetype=python :\n", "modeline says Python"),
    ("a.sh", "# vi: ft=zsh\n", "modeline says Shell"),
    ("a.cpp", "// -*- c++ -*-\n", "modeline says C"),
    ("a.lisp", ";;; -*- Mode: Lisp; Package: X -*-\n", "modeline says Common Lisp"),
    ("a.el", ";; -*- emacs-lisp -*-\n", "modeline says Emacs Lisp"),
    ("a.py", "#!/usr/bin/env python3\n", "first line runs python3"),
]


TEMPLATES = [
    "a: {{ .Values.name }}\n",
    'a:\n{{- include "b" . -}}\n',
    "{% if x %}\nimport a\n{% endif %}\n",
    "a = <%= @value %>\n",
]
NO_TEMPLATES = [
    "static int a[1][1] = {{ 0 }};\n",
    "<b style={{ color: red }}>x</b>\n",
    "<p>{{ name }}</p>\n",  # a page with marks is a template of a page
    "title = {{Foo Bar}}\n",
    "run: echo ${{ github.ref }}\n",
    "printf('%d%%')\n",
]


def excuse(path: str, text: str) -> str | None:
    return excuses(path, claim_of(path), content_from_bytes(text.encode()))


@pytest.mark.parametrize("path, text", NO_EXCUSE)
def test_no_excuse(path: str, text: str) -> None:
    assert excuse(path, text) is None


@pytest.mark.parametrize("path, text, reason", EXCUSE)
def test_excuse(path: str, text: str, reason: str) -> None:
    found = excuse(path, text)
    assert found is not None and reason in found
    assert excuse(path, text.replace("\n", "\r\n")) == found


def test_templates_are_known_by_their_marks() -> None:
    assert [text for text in TEMPLATES if not has_template_marks(text)] == []
    assert [text for text in NO_TEMPLATES if has_template_marks(text)] == []


def test_binary_content_has_no_excuse() -> None:
    assert excuses("a.py", claim_of("a.py"), content_from_bytes(b"# langdetect: ignore\n\0")) is None
