"""Labels: what stays without one first, then what gets which."""

from __future__ import annotations

import pytest

from langdetect_hook.languages import LANGUAGES
from langdetect_hook.training.corpus_builder.label import TEMPLATES, label_of, part_of
from langdetect_hook.training.corpus_builder.manifest import Source

PLAIN = Source("npm", "x", "1")


@pytest.mark.parametrize(
    "path",
    [
        "a.m",
        "a.v",
        "a.pp",
        "a.d",
        "a.fs",
        "a.inc",
        "a.cls",
        "a.png",
        "a.log",
        "Main",
        "a.bas",
        "x.html.erb.bak",
    ],
)
def test_a_name_without_one_language_has_no_label(path: str) -> None:
    assert label_of(PLAIN, f"p/{path}", "x = 1\n") == ("", "the name has no single language")


@pytest.mark.parametrize(
    "path, text, language",
    [
        ("src/a.py", "x = 1\n", "Python"),
        ("src/Makefile.in", "all:\n", "Makefile"),
        ("a.h", "int a(void);\n", "C"),
        ("a.h", "namespace a {\n}\n", "C++"),
        ("a.h", "class A : public B\n{\n};\n", "C++"),
        ("a.ts", "let a: number = 1\n", "TypeScript"),
        ("a.ts", '<?xml version="1.0"?>\n<TS>\n</TS>\n', "XML"),
        ("a.pl", "my $x;\n", "Perl"),
        ("a.t", "use Test::More;\n", "Perl"),
        ("a.1", ".TH A 1\n.SH NAME\n", "Roff"),
        ("a.8.in", "'\\\" t\n.TH A 8\n", "Roff"),
        ("debian/rules", "%:\n\tdh $@\n", "Makefile"),
        ("BUILD", 'cc_library(\n    name = "a",\n)\n', "Starlark"),
        ("a.sls", "(library (a)\n  (export b))\n", "Scheme"),
        ("site.conf.j2", "{% if a %}\n", "Jinja"),
        ("page.html.j2", "<p>{{ a }}</p>\n", "Jinja"),
        ("Dockerfile.j2", "FROM {{ a }}\n", "Dockerfile"),
        ("README", "What this is.\n", "Text"),
        ("README.md", "# What this is\n", "Markdown"),
        ("README.rst", "What\n====\n", "reStructuredText"),
        ("notes.txt", "What this is.\n", "Text"),
        ("src/CMakeLists.txt", "add_library(a a.c)\n", "CMake"),
        ("meson_options.txt", "option('a')\n", "Meson"),
        ("tmux.conf", "set -g a b\n", "Shell"),
        ("BUILD.bazel", 'cc_library(\n    name = "a",\n)\n', "Starlark"),
        ("bin/run", "#!/usr/bin/env python3\nprint()\n", "Python"),
        ("bin/run", "#!/bin/sh\necho\n", "Shell"),
    ],
)
def test_names_and_their_labels(path: str, text: str, language: str) -> None:
    assert label_of(PLAIN, f"p/{path}", text) == (language, "")


def test_sections_of_text_that_are_no_manual_pages_have_no_label() -> None:
    assert label_of(PLAIN, "p/data.1", "1 2 3\n4 5 6\n")[0] == ""


def test_a_states_file_is_not_scheme() -> None:
    assert label_of(PLAIN, "p/init.sls", "nginx:\n  pkg.installed\n")[0] == ""


def test_an_override_comes_first_and_may_leave_out() -> None:
    source = Source("npm", "x", "1", overrides={"*/old/*.m": "", "*.m": "Objective-C"}, headers="Objective-C")
    assert label_of(source, "p/a.m", "") == ("Objective-C", "")
    assert label_of(source, "p/old/a.m", "") == ("", "left out by an override")
    assert label_of(source, "p/a.h", "namespace a {}\n") == ("Objective-C", "")


@pytest.mark.parametrize(
    "path, declared, label",
    [
        ("a.h", "c++", ("C++", "")),
        ("a.h", "objective c", ("Objective-C", "")),
        ("a.odd", "python", ("Python", "")),
        ("a.odd", "cpp", ("C++", "")),
        ("a.odd", "klingon", ("", "not a language of the model")),
        ("a.html", "python", ("", "the repository says another language than the name")),
        ("a.py", "python", ("Python", "")),
    ],
)
def test_what_a_repository_says_counts_among_what_the_name_allows(
    path: str, declared: str, label: tuple[str, str]
) -> None:
    assert label_of(PLAIN, path, "x = 1\n", declared) == label


def test_an_override_counts_more_than_what_a_repository_says() -> None:
    source = Source("git", "a/x", "1", overrides={"*.odd": "Ruby"}, headers="C")
    assert label_of(source, "a.odd", "", "python") == ("Ruby", "")
    assert label_of(source, "a.h", "", "c++") == ("C", "")


def test_only_the_languages_of_the_source_are_taken() -> None:
    source = Source("npm", "x", "1", only=("C",))
    assert label_of(source, "p/a.c", "") == ("C", "")
    assert label_of(source, "p/a.py", "") == ("", "a language that is not taken from this package")


def test_a_language_that_the_model_does_not_know_is_taken_only_where_the_source_says_so() -> None:
    assert label_of(PLAIN, "p/a.haml", "%p\n") == ("", "not a language of the model")
    assert label_of(Source("npm", "x", "1", only=("Haml",)), "p/a.haml", "%p\n") == ("Haml", "")
    assert label_of(Source("npm", "x", "1", overrides={"*.odd": "Odd"}), "p/a.odd", "") == ("Odd", "")


def test_a_split_package_has_parts() -> None:
    source = Source("debian", "x", "1", split="/(modules/[^/]+)/")
    assert part_of(source, "x-1/modules/csv/csv.tcl") == "modules/csv"
    assert part_of(source, "x-1/tools/a.tcl") == ""
    assert part_of(PLAIN, "x-1/modules/csv/csv.tcl") == ""


def test_the_table_of_templates_names_languages_of_the_model() -> None:
    assert set(TEMPLATES.values()) <= {language.name for language in LANGUAGES} | {""}
