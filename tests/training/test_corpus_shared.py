"""Names that languages share: for each a text that is not of the language first, then one that is."""

from __future__ import annotations

import re

import pytest

from langdetect_hook.languages import LANGUAGES
from langdetect_hook.training.corpus_builder.label import label_of
from langdetect_hook.training.corpus_builder.manifest import Source
from langdetect_hook.training.corpus_builder.shared import SHARED

PLAIN = Source("npm", "x", "1")

# name, a text that shows none of its languages
NOT_IT = [
    ("a.bb", "(ns words)\n(defn brew [] 1)\n"),
    ("a.cl", "procedure brew (input)\n"),
    ("a.cls", "CLASS Brew.Words INHERITS Base:\nEND CLASS.\n"),
    ("a.cls", "public is a word, and class another\n"),
    ("a.conf", "[words]\nname = brew\n"),
    ("a.conf", "server words.example\nlisten on\n"),
    ("a.cue", 'FILE "words.wav" WAVE\n'),
    ("a.dot", "<p>{{= it.graph }}</p>\n"),
    ("a.env", "the words of it\n"),
    ("a.env", '{"WORDS": 1}\n'),
    ("a.fx", "name words\nsound brew.wav\n"),
    ("a.inc", "<?php\nrequire 'words.inc';\n"),
    ("a.inc", "mov eax, 1\n"),
    ("a.ll", '%{\n#include <stdio.h>\n%}\n%%\ndefine\tputs("@");\n%%\n'),
    ("a.mmd", "words\n\nmore words\n"),
    ("a.nu", "(set words 1)\n"),
    ("a.resource", "words = 1\n"),
    ("a.spec", "1 stdcall BrewWords(ptr long)\n"),
    ("a.trigger", "#!/bin/sh\nbrew\n"),
    ("a.ttl", "sendln 'words'\n"),
    ("a.v", "x = 1\n"),
    ("a.vhost", "words\n"),
]
IT = [
    ("a.bb", 'SUMMARY = "Words"\nLICENSE = "MIT"\n', "BitBake"),
    ("a.bb", "require words.inc\n", "BitBake"),
    ("a.cl", "/* words */\n__kernel void brew(__global float *a)\n{\n}\n", "OpenCL"),
    ("a.cl", ";;; words\n(in-package :brew)\n", "Common Lisp"),
    ("a.cls", "/** words */\npublic with sharing class Words {\n}\n", "Apex"),
    ("a.cls", "@IsTest\nprivate class WordsTest {\n}\n", "Apex"),
    ("a.cls", 'VERSION 1.0 CLASS\nAttribute VB_Name = "Words"\nPublic Enum Kind\n', "VBA"),
    ("a.cls", "% words\n\\NeedsTeXFormat{LaTeX2e}\n", "TeX"),
    ("a.cls", '"Filed out from Dolphin Smalltalk 7"!\n\nObject subclass: #Words\n', "Smalltalk"),
    ("a.conf", "<VirtualHost *:80>\n  ServerName words.example\n</VirtualHost>\n", "ApacheConf"),
    ("a.conf", "server {\n    listen 80;\n}\n", "Nginx"),
    ("a.cue", "package brew\n\n#Words: string\n", "CUE"),
    ("a.dot", "/* words */\ndigraph words {\n  a -> b;\n}\n", "Graphviz (DOT)"),
    ("a.env", "# words\n\nWORDS=brew\nexport MORE=2\n", "Dotenv"),
    ("a.fx", "float4x4 world;\ntechnique Words { }\n", "HLSL"),
    ("a.inc", 'SRC_URI:append = " file://words.patch"\n', "BitBake"),
    ("a.ll", "; words\ndefine i32 @brew() {\n  ret i32 0\n}\n", "LLVM"),
    ("a.mmd", "%% words\nflowchart LR\n  a --> b\n", "Mermaid"),
    ("a.mmd", "---\ntitle: Words\n---\nsequenceDiagram\n  a->>b: words\n", "Mermaid"),
    ("a.mmd", "# Words\n\nThe graph of them.\n", "Markdown"),
    ("a.nu", "# words\ndef brew [] { ls }\n", "Nushell"),
    ("a.resource", "*** Keywords ***\nBrew\n    Log    words\n", "RobotFramework"),
    ("a.spec", "Name: words\nVersion: 1\n", "RPM Spec"),
    ("a.spec", "a = Analysis(['words.py'])\n", "Python"),
    ("a.trigger", "trigger Words on Account (before insert) {\n}\n", "Apex"),
    ("a.ttl", "# words\n@prefix : <#> .\n:a :b :c .\n", "Turtle"),
    ("a.ttl", "PREFIX brew: <http://example.com/>\nbrew:a a brew:b .\n", "Turtle"),
    ("a.v", "(* words *)\nRequire Import List.\n\nLemma brew : True.\nProof. exact I. Qed.\n", "Rocq Prover"),
    ("a.v", "// words\nmodule main\n\nimport os\n\nfn main() {\n}\n", "V"),
    ("a.v", "module c\n\n#flag -lbrew\n\nfn C.brew()\n", "V"),
    ("a.v", "pub fn brew(a int) int {\n\treturn a\n}\n", "V"),
    ("a.v", "// words\nmodule brew (\n  input a\n);\nendmodule\n", "Verilog"),
    ("a.v", "`timescale 1ns / 1ps\nmodule brew\n  #(parameter A = 1)\n  (input a);\nendmodule\n", "Verilog"),
    ("a.vhost", "server {\n  listen 80;\n}\n", "Nginx"),
    ("a.vhost", "<VirtualHost *:80>\n</VirtualHost>\n", "ApacheConf"),
    ("bin/run", "#!/usr/bin/env fish\nset words 1\n", "fish"),
    ("bin/run", "#!/usr/bin/env nu\ndef main [] { ls }\n", "Nushell"),
]


@pytest.mark.parametrize(("name", "text"), NOT_IT)
def test_a_text_that_shows_nothing_has_no_label(name: str, text: str) -> None:
    assert label_of(PLAIN, f"p/{name}", text)[0] == ""


@pytest.mark.parametrize(("name", "text", "language"), IT)
def test_a_text_that_shows_its_language(name: str, text: str, language: str) -> None:
    assert label_of(PLAIN, f"p/{name}", text) == (language, "")


def test_the_table_names_languages_of_the_model() -> None:
    assert {language for _, language, _ in SHARED} <= {language.name for language in LANGUAGES} | {""}
    for _, _, pattern in SHARED:
        re.compile(pattern, re.MULTILINE)


def test_the_first_fitting_row_is_the_last_without_a_condition() -> None:
    for number, (ending, _, pattern) in enumerate(SHARED):
        if not pattern:
            assert ending not in {row[0] for row in SHARED[number + 1 :]}, f"{ending}: rows that can't count"
