"""What first lines tell: what proves a language, and what looks like it and proves nothing."""

from __future__ import annotations

import pytest

from langdetect_hook.claims.first_lines import SHEBANG, told
from langdetect_hook.claims.interpreters import handed_over_to
from langdetect_hook.languages import LANGUAGE_OF, LANGUAGES, called

HASH = "0123456789" * 4
TOLD = [
    ("Diff", "diff --git a/main.rs b/main.rs\nindex 1..2 100644\n"),
    ("Diff", "diff --git main.rs main.rs\nindex 1..2 100644\n"),
    ("Diff", "diff --cc main.rs\nindex 1,2..3\n"),
    ("Diff", "diff -Nru a/x b/x\n--- a/x\t2020\n+++ b/x\t2020\n"),
    ("Diff", "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n"),
    ("Diff", "*** x.c\t2020\n--- y.c\t2020\n***************\n"),
    ("Diff", f"Index: x\n{'=' * 67}\n"),
    ("Diff", f"From {HASH} Mon Sep 17 00:00:00 2001\nFrom: A <a@b.c>\n\n---\n x | 1 +\n\ndiff --git a/x b/x\n"),
    ("Python", "#!/usr/bin/env python3\n<html>\n"),
    ("Shell", "#!/bin/sh\ncat <<END\n<html>\nEND\n"),
    ("Shell", '#!/bin/sh\necho "usage: $0 FILE"\nexec "$0" again\n'),
    ("Shell", "#!/bin/sh\n# exec tclsh would do as well as $0\n"),
    ("Tcl", '#!/bin/sh\n# the next line restarts using tclsh \\\nexec tclsh "$0" "$@"\n'),
    ("Tcl", "#!/usr/bin/env bash\n# -*- tcl -*-\n"),
    ("Perl", "#!/bin/sh\neval 'exec perl -x -wS $0 ${1+\"$@\"}'\n"),
    ("Python", '#!/bin/sh\n"exec" "python3" "$0" "$@"\n'),
    ("Scheme", '#!/bin/sh\nexec ${GUILE-guile} -q -l "$0"\n!#\n'),
    ("XML", '<?xml version="1.0"?>\n<!-- a -- b -->\n<project/>\n'),
    ("XML", '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]>\n<a/>\n'),
    ("HTML XML", '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x">\n<html>\n'),
    ("SVG", '<?xml version="1.0"?>\n<!-- Created with Inkscape -->\n<svg:svg xmlns:svg="x">\n'),
    ("XSLT", '<?xml version="1.0"?>\n<xsl:stylesheet version="1.0">\n'),
    ("XSLT", '<?xml version="1.0"?>\n<t:transform version="1.0">\n'),
    ("XSLT", '<xsl:stylesheet version="1.0">\n'),
    ("HTML", "\n<!DOCTYPE html>\n<p>"),
    ("HTML", "<!-- saved -->\n<html lang=en>"),
    ("PHP", "<?php\necho 1;\n"),
    ("Svelte", "{@html cup}\n"),
    ("Svelte", "<!-- words -->\n<svelte:head>\n<title>a</title>\n</svelte:head>\n"),
    ("Svelte", '<script context="module">\nlet a;\n</script>\n'),
    ("Svelte", "<script module lang='ts'>\nlet a;\n</script>\n"),
    ("YAML", "%YAML 1.2\n---\n"),
    ("TeX", "% my thesis\n\\documentclass[a4paper]{article}\n"),
    ("Racket", "; words\n#lang typed/racket\n"),
    ("SQL", "-- !preview conn=DBI::dbConnect(RSQLite::SQLite())\nselect 1\n"),
    ("PostScript", "%!PS-Adobe-3.0\n"),
    ("Org", ":PROPERTIES:\n:ID: 1\n:END:\n\n#+TITLE: Words\n"),
    ("Org", "# words\n#+startup: showall\n"),
    ("Roff", '.\\" words\n.TH LS 1\n'),
    ("Protocol Buffer", '// words\nsyntax = "proto3";\n'),
    ("Gettext Catalog", '# words\nmsgid ""\nmsgstr ""\n'),
    ("Batchfile", "@ECHO OFF\nrem\n"),
    ("CMake", "# words\ncmake_minimum_required(VERSION 3.5)\n"),
    ("Dockerfile", "# syntax=docker/dockerfile:1\nFROM a\n"),
    ("CUE Groovy Kotlin Odin Scala", "/* words */\npackage a.b\n\n/** Long prose. */\n"),
    ("CUE Go Groovy Kotlin Odin Open Policy Agent Scala", "package main\n"),
    ("Ruby", "# -*- mode: ruby -*-\n# vi: set ft=ruby :\n"),
    ("C++", "// -*- C++ -*-\n"),
    ("C C++", "// -*- cpp -*-\n"),
    ("Vim script", 'set nocompatible\n" vim: ft=vim\n'),
]
UNTOLD = [
    "",
    "diff --git is a command of git\n",
    "--- a/x\nwords\n",
    "---\ntitle: x\n---\n",
    "Index: the last page\n",
    "#+title of a page\n",
    "#+begin_src sh\nls\n#+end_src\n",
    "From here on it is easy.\n",
    f"From {HASH} Mon Sep 17 00:00:00 2001\nFrom: A <a@b.c>\n\nNo patch follows.\n",
    "#!\ntrue\n",
    "#![allow(dead_code)]\nfn main() {}\n",
    "#!/usr/bin/env elvish\n",
    "#! /bin/sh /usr/share/dpatch/dpatch-run\n## x.dpatch\n",
    '#!/bin/sh\nexec "$INTERPRETER" "$0" "$@"\n',
    '#!/bin/sh\n:;exec scm -f"$0" "$@"\n',
    '<?xml version="1.0"?>\n{% for x in y %}<a/>{% endfor %}\n',
    '<?xml version="1.0"?>\n<%= render %>\n',
    "<p>words</p>\n",
    "{#if cup}\n{@cups.Cup cup}\n{/if}\n",
    "{@type cup}\n",
    '<script type="module">\nlet a;\n</script>\n',
    "<svg {...attributes}>\n",
    "<?= $x ?>\n",
    "<?xmlish?>\n<a/>\n",
    "\\begin{document}\n",
    "package a.b;\n",
    "package managers are many\n",
    "@echo off & ruby -x %0\n",
    "# -*- coding: utf-8 -*-\n",
    "# vim: ft=klingon\n",
]


@pytest.mark.parametrize(("languages", "text"), TOLD)
def test_first_lines_tell(languages: str, text: str) -> None:
    said = told(text)
    assert said is not None
    assert " ".join(said.languages[: 1 if said.kind == SHEBANG else None]) == languages
    assert said.words and "\n" not in said.words


@pytest.mark.parametrize("text", UNTOLD)
def test_first_lines_tell_nothing(text: str) -> None:
    assert told(text) is None


def test_words_are_those_of_the_text() -> None:
    words = {text: said.words for _, text in TOLD if (said := told(text))}
    assert words["diff --git a/main.rs b/main.rs\nindex 1..2 100644\n"] == '"diff --git"'
    assert words["#!/usr/bin/env python3\n<html>\n"] == "which runs python3"
    assert (
        words['#!/bin/sh\n# the next line restarts using tclsh \\\nexec tclsh "$0" "$@"\n']
        == "which hands it over to tclsh"
    )
    assert words["// -*- C++ -*-\n"] == '"c++"'


def test_every_opening_is_tried() -> None:
    tried = {name for languages, _ in TOLD for name in LANGUAGE_OF if name in languages}
    assert {language.name for language in LANGUAGES if language.opens} <= tried


@pytest.mark.parametrize(
    "text", ["<?xml " * 9_000, "<?xml a?>" + "<!--" * 9_000, "/*" * 9_000, "%\n" * 9_000, "\n" * 20_000]
)
def test_what_never_ends_is_read_once(text: str) -> None:
    assert told(text) is None


def test_a_script_is_handed_over_in_its_first_lines_only() -> None:
    lines = "#!/bin/sh\n" + "true\n" * 60
    assert handed_over_to(lines + 'exec tclsh "$0"\n') is None
    assert handed_over_to('#!/bin/sh\nexec env LC_ALL=C wish8.6 "$0"\n') == "wish8.6"


def test_editors_call_several_languages_by_one_name() -> None:
    assert called(["lisp"]) == ("Common Lisp", "Emacs Lisp", "Scheme")
    assert called(["emacs-lisp"]) == ("Emacs Lisp",)
    assert called(["klingon"]) == called([]) == ()
