"""Constructs, marks and files inside files: what must stay silent stands first."""

from __future__ import annotations

import pytest

from langdetect_hook.languages import LANGUAGE_OF, LANGUAGES
from langdetect_hook.languages.accepts import names_in
from langdetect_hook.languages.constructs import (
    construct_against,
    holder,
    is_told_from,
    may_prove,
    needs_construct,
    settled,
)
from tests.bundled import claim_of

# claimed, what it reads like, code of the claimed language that must not prove the other
NO_PROOF = [
    ("Shell", "Tcl", 'set -e\nbrewer -mode tcl -source words.tcl\n[ -f a ] && brewer -tclargs "b.tcl"\n'),
    ("Batchfile", "Shell", "brew -a | grind >>all.x\necho === all of it ${d:-`date`} >>all.x\n"),
    ("Batchfile", "Shell", "if exist a brew a\nset A=b\nfor %%i in (a b) do brew %%i\n"),
    ("C", "CMake", "config_require(words/target)\nconfig_add_mib(WORDS-MIB)\n"),
    ("C", "C++", 'struct class_info { int public; };\nclass_free(info);\n#include "list"\n'),
    ("C", "C++", "#include <stdio.h>\n#include <sys/types.h>\nint template(int a) { return a < b; }\n"),
    ("C", "C++", "switch (kind) {\ncase NAMESPACE:\n    namespace = kind;\n}\n"),
    ("C", "Objective-C", "int a[3] = {0};\nx = table[row][column];\n#include <objc.h>\n"),
    ("JavaScript", "Svelte", "const a = b < c;\nreturn `${items.map(item => item.name)}`;\n"),
    ("JavaScript", "TypeScript", "const point = { x: 1, y: 2 };\nfoo({ name: value }, other);\n"),
    ("JavaScript", "TypeScript", "const name = ok ? first : second;\nswitch (x) { case A: return B; }\n"),
    ("JavaScript", "TypeScript", "import { type } from './a.js';\nexport const as = (a, b) => a;\ntype = 3;\n"),
    ("JavaScript", "TypeScript", "export default class A extends B {\n  static #count = 0;\n  get(key) {}\n}\n"),
    ("JavaScript", "TypeScript", "const { a: renamed, b: other = 3 } = options;\nlabel: for (;;) {}\n"),
    ("JavaScript", "TypeScript", "import * as path from 'path';\nexport { a as b } from './a';\n"),
    ("JavaScript", "TypeScript", "function f({ a, b: c }, d = 1, ...rest) {}\nnew Map([[1, 2]]);\n"),
    ("JavaScript", "TypeScript", "const enumerate = (list) => list;\nvar interfaces = {};\ndeclare(x);\n"),
    ("Lua", "TypeScript", "export type Cup = {\n    [string]: any,\n    pour: (self: Cup) -> (),\n}\n"),
    ("JavaScript", "Vue", "const a = b < template;\nrender(h) { return h('template'); }\n"),
    ("Java", "Groovy", 'int define = 1;\nString text = x + "${" + name;\nplugins.add(x);\n'),
    ("Python", "Cython", "def cdef(a):\n    return a\nimport cimport_test\n"),
    ("Python", "Starlark", "first = load('x')\nresult = load(path)\n"),
]
# claimed, what it is, a line of which one is enough
PROOF = [
    ("C", "C++", "template <typename T>"),
    ("C", "C++", "namespace geometry {"),
    ("C", "C++", "using namespace std;"),
    ("C", "C++", "class Shape : public Base {"),
    ("C", "C++", "#include <vector>"),
    ("C", "C++", "  std::string name;"),
    ("C", "C++", "auto p = static_cast<int>(x);"),
    ("C", "Objective-C", "@interface Record : NSObject"),
    ("C", "Objective-C", "#import <Foundation/Foundation.h>"),
    ("C", "Objective-C", "[store addRecord:record];"),
    ("JavaScript", "Svelte", "{#each items as item}"),
    ("JavaScript", "Svelte", '<script lang="ts">'),
    ("JavaScript", "TypeScript", "interface Options {"),
    ("Lua", "TypeScript", "export interface Options {"),
    ("Lua", "TypeScript", "import { a } from './a';"),
    ("Lua", "TypeScript", "  pour: (cup: Cup) => void;"),
    ("JavaScript", "TypeScript", "export interface Options extends Base<string> {"),
    ("JavaScript", "TypeScript", "type State = 'a' | 'b';"),
    ("JavaScript", "TypeScript", "export type Pair<T> = [T, T];"),
    ("JavaScript", "TypeScript", "export enum Colour {"),
    ("JavaScript", "TypeScript", "declare module 'a' {"),
    ("Shell", "Tcl", "set words [list a b]"),
    ("Shell", "Tcl", "puts $words"),
    ("Batchfile", "Shell", "# brews all"),
    ("Batchfile", "Shell", "export WORDS=all"),
    ("Batchfile", "Shell", "if [ -f a ]; then"),
    ("JavaScript", "TypeScript", "const count: number = 3;"),
    ("C", "CMake", "SET(SOURCES words.c)"),
    ("C++", "CMake", "config(${WORDS})"),
    ("JavaScript", "TypeScript", "function add(a: number, b: number) {"),
    ("JavaScript", "TypeScript", "  load(): Promise<void> {"),
    ("JavaScript", "TypeScript", "  private readonly name = 'x';"),
    ("JavaScript", "TypeScript", "import type { A } from './a';"),
    ("JavaScript", "TypeScript", "const a = value as unknown;"),
    ("JavaScript", "Vue", "<template>"),
    ("Java", "Groovy", "def total = 0"),
    ("Python", "Cython", "cdef int total = 0"),
    ("Python", "Cython", "from libc.math cimport sqrt"),
    ("Python", "Starlark", 'load("@rules//:a.bzl", "a")'),
]
SILENT_HOSTS = [
    ("a.js", "const flow = 'react-native';\n"),
    ("a.md", "Inline `code` and ``more``.\n"),
    ("a.md", "::: a comment of a batch file\n"),
    ("a.md", "---\nsteps:\n  - run: a\n---\n"),
    ("a.cpp", 'auto text = R;\nfoo("R");\n'),
    ("a.php", "<html></html>\n"),
    ("a.pl", "print __FILE__;\n# =pod\n"),
    ("a.rb", "puts '__END__'\n"),
    ("a.tex", "\\begin{equation}\n"),
    ("a.vim", "let python = 3\n"),
    ("a.yaml", "a: b | c\nd: 5 > 4\n"),
    ("a.rst", "text: more\n"),
    ("a.py", "__END__\n```\n<?php\n"),
    ("a.py", "--- a.py\n+++ a.py\n@@ -1,2 +1,2 @@\n-a\n+b\n"),
    ("a.sh", "import os\nimport sys\nimport json\nimport time\nimport re\n"),
    ("a.sh", "puts(a)\nputs(b)\nputs(c)\nputs(d)\nputs(e)\n"),
    ("a.sh", "width: 1;\nwidth: 2;\nwidth: 3;\nwidth: 4;\nwidth: 5;\n"),
    ("a.sh", "name = 1\nname = 2\nname = 3\nname = 4\nname = 5\n"),
    ("a.sh", "print <<EOF;\ntext\nEOF\n"),
    ("a.sh", "puts <<~EOF\n  text\nEOF\n"),
    ("a.sh", "it's awk\n"),
    ("a.html", "---\nlayout: page\nitems:\n  - one\n"),
    ("a.html", "---\nkind: Pod\n---\nkind: Service\n"),
    ("a.html", "---\nkind: Pod\n---\n"),
    ("a.html", "<?php include 'head.html';\n"),
    ("a.html", '<?xml version="1.0"?>\n'),
    ("a.md", "+++ a.c\n@@ -1 +1 @@\n-a\n+b\n"),
]
HOSTS_FOUND = [
    ("a.js", "/**\n * @flow strict\n */\n"),
    ("a.js", "import {View} from 'react-native';\n"),
    ("a.js", 'const {View} = require("react-native");\n'),
    ("a.md", "Text:\n\n```sh\nls\n```\n"),
    ("a.md", "# Filters\n\n::: coffee.filters\n"),
    ("a.md", "::: {.warning}\nHot.\n:::\n"),
    ("a.md", "---\ntitle: A map\n---\n\n<svg></svg>\n"),
    ("a.html", "---\nlayout: page\nitems:\n  - one\n---\n"),
    ("a.html", "---\n# words\n\ntitle: Words\n---\n\n{% include words.html %}\n"),
    ("a.html", '+++\ntitle = "Words"\n+++\n'),
    ("a.html", "<?words INCLUDE 'head.html';\nLINK = request.script _ '?';\n?>\n"),
    ("a.md", "---\n# first\nlayout: home\n\nhero:\n  name: Words\n  actions:\n    - text: Begin\n---\n"),
    ("a.md", '+++\ntitle = "Words"\n\n[params]\na = 1\n+++\n'),
    ("a.hpp", 'static string shader = R"(\n  #version 150\n)";\n'),
    ("a.hh", 'char const* schema = R"({\n  "input": "a"\n})";\n'),
    ("a.py", '"""Tests."""\n\n# rename\n--- a.py\n+++ a.py\n@@ -1,2 +1,2 @@\n-a\n+b\n'),
    ("a.php", "<p><?= $a ?></p>\n"),
    ("a.pl", "1;\n__END__\n"),
    ("a.sh", "convert -size 10x10 a.svg a.png\n" * 5),
    ("a.sh", "for i in *.java; do\ned $i <<%\n1d\nw\n%\ndone\n"),
    ("a.sh", "sudo tee /etc/words <<'EOF'\na: b\nEOF\n"),
    ("a.sh", "sort a | awk -F: '\n{ print $1 }\n'\n"),
    ("a.sh", 'python3 -c "\nimport os\n"\n'),
    ("a.pl", "=head1 NAME\n"),
    ("a.rb", "x\n__END__\n"),
    ("a.tex", "\\begin{lstlisting}\n"),
    ("a.vim", "python3 << EOF\n"),
    ("a.vim", "  lua <<\n"),
    ("a.yaml", "script: |\n  ls\n"),
    ("a.yaml", "- >-\n  ls\n"),
    ("a.rst", ".. code-block:: sh\n"),
    ("a.rst", "So::\n\n  ls\n"),
]


@pytest.mark.parametrize("claimed, language, code", NO_PROOF)
def test_what_the_claimed_language_has_too_proves_nothing(claimed: str, language: str, code: str) -> None:
    assert needs_construct((claimed,), language, code)


@pytest.mark.parametrize("claimed, language, line", PROOF)
def test_one_construct_is_proof(claimed: str, language: str, line: str) -> None:
    assert not needs_construct((claimed,), language, f"a = 1;\n{line}\nb = 2;\n")


def test_pairs_without_a_row_need_no_construct() -> None:
    assert not needs_construct(("C",), "Python", "")
    assert not needs_construct((), "C++", "")


@pytest.mark.parametrize("path, text", SILENT_HOSTS)
def test_no_host(path: str, text: str) -> None:
    claim = claim_of(path)
    assert claim and holder(claim.languages, text) is None


@pytest.mark.parametrize("path, text", HOSTS_FOUND)
def test_a_host(path: str, text: str) -> None:
    claim = claim_of(path)
    assert claim and holder(claim.languages, text) in claim.languages


def test_each_construct_has_a_reason_and_known_languages() -> None:
    for language in LANGUAGES:
        for construct in language.told_apart:
            against = names_in(construct.against)
            assert against and set(against) <= set(LANGUAGE_OF) - {language.name}
            assert len(construct.why) > 15
            assert all(construct_against(claimed, language.name) is construct for claimed in against)


def test_a_language_that_grew_out_of_another_has_a_proof_against_it() -> None:
    grown = [language for language in LANGUAGES if language.grew_out_of]
    assert grown
    for language in grown:
        construct = construct_against(language.grew_out_of, language.name)
        assert construct is not None and construct.proof


def test_only_what_has_a_proof_against_the_claimed_language_may_prove_it() -> None:
    typed = "type Cup = { size: number };\n"
    assert may_prove("JavaScript", "TypeScript", typed)
    assert not may_prove("JavaScript", "TypeScript", "var cup = 1;\n")
    assert not may_prove("Python", "TypeScript", typed) and not may_prove("", "Python", typed)
    assert not may_prove("JavaScript", "no such language", typed)


# claimed, what it reads like, a text whose mark settles the claim
SETTLED = [
    ("Haskell", "CoffeeScript", "brewAll ::\n  a ->\n  b\n"),
    ("C", "Assembly", '#include "asm-i386.h"\n\tTEXT()\nINSN1(push,l\t,R(ebp))\n'),
    ("C++", "Go", "#ifndef A_H\n"),
    ("Batchfile", "TeX", "        tex  %5 \\def\\Link#1.a.{\\input a.sty }\\Link %2.a.\\input  %1\n"),
    ("C", "Assembly", "typedef __INT16_TYPE__ s16;\ns16 f(s16 a, s16 b);\n"),
    ("C", "CSV", "static const short table[] = {\n1,2,3,\n4,5,6};\n"),
    ("C", "YAML", "#mesondefine WORDS\n"),
    ("CMake", "C", 'CHECK_CXX_SOURCE_RUNS("\n#include <a.h>\nint main() { return 0; }\n" RESULT)\n'),
    ("HTML", "JavaScript", "<!DOCTYPE html>\n<script>\nvar a = 1;\n</script>\n"),
    ("JavaScript", "CSS", "/** styles\n */\nvar styles = `a { color: red; }`;\n"),
    ("JavaScript", "Nix", "Prism.languages.nix={comment:/a/,keyword:/\\b(?:inherit|let|rec|with)\\b/};\n"),
    ("JavaScript", "Perl", '"use strict";(self["webpackChunk_a"]=self["webpackChunk_a"]||[]).push([[6],{}]);\n'),
    ("JavaScript", "Perl", "/*! a */\n(window.webpackJsonp=window.webpackJsonp||[]).push([[6],{}]);\n"),
    ("JavaScript", "Visual Basic .NET", 'define("words/vb", ["require"], function (a) {});\n'),
    ("JavaScript", "Swift", "!function(a){var b=1}(this);\n"),
    ("JavaScript", "Erlang", 'import{D as e,N as t}from"./words-Cny7.js";var f=1;\n'),
    ("JavaScript", "Perl", "function e(e,t){return e.a+t}var u={name:`perl`};export{u as t};\n"),
    ("TypeScript", "JSON", 'const json = {"abi":[{"type":"function","inputs":[]}]};\n'),
    ("JavaScript", "Text", 'Search.setIndex({envversion:49,filenames:["words"],terms:{list:[0,2]}})\n'),
    ("JavaScript", "HTML", "ace.define('ace/snippets/html', ['require'], function (a) {});\n"),
    ("JavaScript", "SVG", "tinymce.IconManager.add('default', { icons: { a: '<svg width=\"24\"></svg>' } });\n"),
    ("Lua", "C", "local ffi = require 'ffi'\nffi.cdef [[\nint close(int fd);\n]]\n"),
    ("Perl", "HTML", "use strict;\nprint '<p>';\n"),
    ("Python", "SQL", "def query(a):\n    return 'select a from b'\n"),
    ("Ruby", "JavaScript", "require 'execjs'\nJS = <<~JS\n  var a = 1;\nJS\n"),
    ("TypeScript", "SVG", "export default function icon() { return <svg><path d='M0'/></svg>; }\n"),
    ("CMake", "Fortran", "cmake_minimum_required(VERSION 3.20)\nproject(a)\n"),
    ("D", "SystemVerilog", "public import a.b;\npublic import a.c;\n"),
    ("F#", "C#", '#load "a.fsx"\n#r "nuget: A"\n'),
    ("M4", "Fortran", "define(`KIND', `real64')dnl\n      subroutine a_KIND (b)\n"),
    ("Nix", "JavaScript", "_: {\n  a.b = 1;\n}\n"),
    ("Nix", "JavaScript", "# words\n{ pkgs, lib ? null, ... }:\n{\n  a.b = 1;\n}\n"),
    ("Nix", "JavaScript", "{\n  a = (import ../b/c).d;\n}\n"),
    ("Puppet", "Ruby", "host { 'a.b': ip => '1' }\n"),
    ("Puppet", "Ruby", "class a::b (\n  String $c,\n) {\n}\nfile { 'd':\n  ensure => 'e',\n}\n"),
    ("SystemVerilog", "Dart", "class A;\n  rand int b;\n  constraint c { b > 1; }\nendclass\n"),
    ("Puppet", "Awk", "type A::Code = Pattern[/x/]\n"),
    ("Svelte", "Pascal", "{ #if a }\n\t<p>b</p>\n{ /if }\n"),
    ("Svelte", "TeX", "{@html a}\n{@html b}\n"),
    ("Svelte", "SQL", "<script>\n  const query = `select a from b`;\n</script>\n"),
    ("TeX", "PowerShell", "\\documentclass{article}\n\\begin{boil}\n$a = Get-Item\n\\end{boil}\n"),
    (
        "VHDL",
        "Ada",
        "package body a is\n  impure function b return natural is\n  begin\n  end function;\nend package body;\n",
    ),
    ("Vue", "SQL", "<i18n>\nselect a from b\n</i18n>\n"),
    ("XML", "C++", '<macro name="A"><![CDATA[\n  while (i < SIZE(FLAGS)) { i = i + 1; }\n]]></macro>\n'),
]
# claimed, what it is, a text that has no such mark, or one that its own language has as well
NOT_SETTLED = [
    ("Batchfile", "Perl", "printf('%5d %2$s of 100%', 1, 2);\n"),
    ("C", "Java", "int[] table = {1, 2, 3};\n"),
    ("C", "Thrift", "typedef i32 Number;\n"),
    ("C", "C#", "#pragma warning disable\nusing System;\n"),
    ("C", "Ruby", "#include the header\n# if this is true\nrequire 'set'\n"),
    ("C", "Shell", "cat <<EOF\n#include <stdio.h>\nEOF\n"),
    ("CMake", "Makefile", "all: add_executable\n\tcheck (a)\n"),
    ("Haskell", "Fortran", "integer :: a\n"),
    ("HTML", "PHP", "<html><?php echo 1; ?></html>\n"),
    ("JavaScript", "CSS", "@import 'a.css';\n.a { color: red; }\n"),
    ("JavaScript", "HTML", "<!-- a -->\n<script>var a = 1;</script>\n"),
    ("JavaScript", "M4", "define([words], [a b])\n"),
    ("JavaScript", "PHP", "<?php define('WORDS', ['a']);\n"),
    ("JavaScript", "Python", "import os\n"),
    ("JavaScript", "SCSS", "$blue: #00f;\n.a { color: $blue; }\n"),
    ("Lua", "Ruby", "require 'set'\n"),
    ("Perl", "Java", "package a.b;\n"),
    ("Python", "Cython", "def add(int a):\n    return a\n"),
    ("Python", "Ruby", "def add(a)\n  a\nend\n"),
    ("Ruby", "PHP", "require 'a.php';\n"),
    ("D", "Java", "import a.b;\nimport a.c;\n"),
    ("F#", "C#", "#r System\n#region load\n"),
    ("Kotlin", "Go", "package main\n"),
    ("M4", "C", "#define a\ninclude(b)\n"),
    ("Nix", "JavaScript", "const a = ({ b, c }) => d;\nimport e from './f';\n"),
    ("Puppet", "JavaScript", "return { 'a': 1 };\n"),
    ("Puppet", "Ruby", "class A::B\n  def c\n    d { 'e' => 1 }\n  end\nend\n"),
    ("SystemVerilog", "MATLAB", "function a = b ()\n  a = rand (1);\nendfunction\n"),
    ("Svelte", "Handlebars", "{{#if a}}\n{{/if}}\n"),
    ("Svelte", "JavaScript", "const a = `${b}`; if (c) { /* #if */ }\n"),
    ("VHDL", "Ada", "package body A is\n  function B return Natural is\n  begin\n    return 1;\n  end B;\nend A;\n"),
    ("XML", "Vue", "<template>\n</template>\n"),
]


@pytest.mark.parametrize(("claimed", "language", "text"), SETTLED)
def test_a_mark_settles_a_claim(claimed: str, language: str, text: str) -> None:
    assert settled((claimed,), language, text) == claimed


@pytest.mark.parametrize(("claimed", "language", "text"), NOT_SETTLED)
def test_what_others_write_as_well_settles_nothing(claimed: str, language: str, text: str) -> None:
    assert settled((claimed,), language, text) is None


def test_headings_between_blank_lines_are_markdown_and_comments_are_not() -> None:
    readme = "# NAME\n\nA::B - a module\n\n# SYNOPSIS\n\n    use A::B;\n\n# AUTHOR\n\nA. Author\n\n"
    assert holder(("Markdown",), readme) == "Markdown"
    assert holder(("Markdown",), "# a comment\nuse strict;\n\n# another\nmy $x = 1;\n\n") is None


def test_what_imake_preprocesses_is_named_cpp() -> None:
    assert holder(("C++",), "XCOMM!/bin/sh\nXCOMM starts a session\nexec BINDIR/xterm\n") == "C++"
    assert holder(("C++",), "#!/bin/sh\nexec xterm\n") is None


def test_colours_of_a_terminal_stand_in_a_shell_script() -> None:
    assert holder(("Shell",), "Off='\\33[0m'  # reset\nRed='\\33[0;31m'; Green='\\33[0;32m'\n") == "Shell"
    assert holder(("Shell",), 'red="\\e[31m"\n') == "Shell"
    assert holder(("Shell",), "red = '\\033[31m'\nprint(red)\n") is None


def test_code_that_is_computed_compiled_or_listed_within_another() -> None:
    assert holder(("Tcl",), "package require critcl\ncritcl::ccode {\n  static int cups;\n}\n") == "Tcl"
    assert holder(("Tcl",), "namespace eval inn {\n    variable page {\n<p>Words.</p>\n    }\n}\n") == "Tcl"
    assert holder(("Tcl",), "#include <tcl.h>\nstatic int cups;\n") is None
    assert holder(("TeX",), "\\directlua{\nlocal cups = 4\n}\n") == "TeX"
    assert holder(("TeX",), "\\begin{BVerbatim}\nint cups;\n\\end{BVerbatim}\n") == "TeX"
    assert holder(("TeX",), "tex.sprint('\\\\begin{document}')\n") is None


def test_data_is_no_module_of_types() -> None:
    assert needs_construct(("Lua",), "TypeScript", "export type Cup = { tea: string }\n")
    assert not needs_construct(("Lua",), "TypeScript", "{\n  : ,\n  : [\n    : 1\n  ]\n}\n")


def test_a_shell_of_another_syntax_is_a_shell() -> None:
    assert holder(("Shell",), "#! /usr/local/bin/tcsh -f\nforeach i (1 2)\n") == "Shell"
    assert holder(("Shell",), "#!/bin/sh\nexec awk -f\n") is None


@pytest.mark.parametrize(
    ("claimed", "language", "text", "told"),
    [
        ("JavaScript", "TypeScript", "const size: number = 3;\n", True),
        ("JavaScript", "TypeScript", "const size = 3;\n", False),
        ("JavaScript", "TypeScript", "// const size: number = 3;\nconst size = 3;\n", False),
        ("JavaScript", "TypeScript", "const size: ?string = 3;\nconst other: number = 3;\n", False),
        ("C", "C++", "std::cout << 3;\n", True),
        ("C", "C++", 'puts("std::cout");\n', False),
        ("Python", "Ruby", "std::cout << 3;\n", False),
    ],
)
def test_a_construct_outside_strings_and_comments_tells_two_apart(claimed, language, text, told) -> None:
    assert is_told_from(claimed, language, text) is told
