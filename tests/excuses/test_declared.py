from __future__ import annotations

import pytest

from langdetect_hook.excuses.table import EXCUSES
from langdetect_hook.suspicion import STRONG, Suspicion
from tests.bundled import case_of

NO_EXCUSE = [
    ("a.py", "x = 1\n"),
    ("a.py", "\n" * 5 + "# langdetect: ignore\n"),
    ("a.py", "# langdetect: yes\n"),
    ("a.py", "// -*- C++ -*-\nint x;\n"),  # a language that the name does not allow
    ("a.py", "/* vim: set ft=c : */\nint x;\n"),
    ("a.py", "# -*- coding: utf-8 -*-\n"),
    ("a.py", "# vim: set ts=4 sw=4 et :\n"),
    ("a.py", "x\n" * 20 + "# -*- python -*-\n" + "x\n" * 20),
    ("a.py", "#!/bin/sh\n"),
    ("settings/modify_private.toml", "#!/bin/sh\n"),
    ("dot_brew/settings.toml", "#!/bin/sh\n"),
    ("a.c", '#!/bin/sh\ncc -o /tmp/a a.c && exec /tmp/a "$@"\n'),
    ("a.py", "# langdetect: language=Pyhton\n"),
    ("a.py", ""),
]

EXCUSE = [
    ("a.py", "# langdetect: ignore\n", "pragma says ignore"),
    ("a.py", "\n\n\n\n/* langdetect: language=Perl */\n", "pragma says Perl"),
    ("a.py", "# langdetect: language=bash\n", "pragma says Shell"),
    ("a.py", "# langdetect: language=Brewing\n", "pragma says Brewing"),
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
    ("dot_brew/modify_private_settings.toml", "#!/bin/sh\n", "first line runs sh"),
    ("a.c", '#!/bin/sh\ntail -n +3 "$0" | cc -x c - -o /tmp/a && exec /tmp/a "$@"\n', "first line runs sh"),
]


def excuse(path: str, text: str | bytes) -> str:
    """What the first excuse says that is about what a file declares of itself; "" where there is none."""
    case = case_of(path, text)
    for row in EXCUSES[:3]:
        said = row.question(case, Suspicion(STRONG, language="C"))
        if said:
            return row.sentence.format(said)
    return ""


@pytest.mark.parametrize("path, text", NO_EXCUSE)
def test_no_excuse(path: str, text: str) -> None:
    assert excuse(path, text) == ""


@pytest.mark.parametrize("path, text, reason", EXCUSE)
def test_excuse(path: str, text: str, reason: str) -> None:
    found = excuse(path, text)
    assert reason in found
    assert excuse(path, text.replace("\n", "\r\n")) == found


def test_binary_content_has_no_excuse() -> None:
    assert excuse("a.py", b"# langdetect: ignore\n\0") == ""
