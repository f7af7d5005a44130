from __future__ import annotations

import pytest

from langdetect_hook.claims.interpreters import INTERPRETERS, interpreter, languages_of
from langdetect_hook.languages import spoken

SILENT = [
    ("no shebang", "a.py", "print(1)\n"),
    ("a comment", "a.sh", "# !/usr/bin/python\n"),
    ("same language", "a.py", "#!/usr/bin/python\n"),
    ("version", "a.py", "#!/usr/bin/python3.12\n"),
    ("env", "a.py", "#!/usr/bin/env python3\n"),
    ("env -S", "a.py", "#!/usr/bin/env -S python3 -u\n"),
    ("env -S glued", "a.py", "#!/usr/bin/env -Spython3 -u\n"),
    ("env with a variable", "a.py", "#!/usr/bin/env -i PATH=/bin python3\n"),
    ("quoted path", "a.py", '#!"C:\\Program Files\\Python\\python.exe"\n'),
    ("pypy", "a.py", "#!/usr/bin/env pypy3\n"),
    ("space after the mark", "a.py", "#! /usr/bin/python\n"),
    ("other line ends", "a.py", "#!/usr/bin/env python\r\nprint(1)\r\n"),
    ("byte order mark", "a.py", "\ufeff#!/usr/bin/env python\n"),
    ("one family of shells", "a.sh", "#!/bin/zsh\n"),
    ("one family of shells", "a.bash", "#!/bin/dash\n"),
    ("one family of shells", "a.zsh", "#!/bin/bash\n"),
    ("busybox", "a.sh", "#!/bin/busybox sh\n"),
    ("tclsh is no sh", "a.tcl", "#!/usr/bin/tclsh8.6\n"),
    ("wish", "a.tcl", "#!/usr/bin/wish\n"),
    ("node runs TypeScript", "a.ts", "#!/usr/bin/env node\n"),
    ("deno runs JavaScript", "a.js", "#!/usr/bin/env -S deno run\n"),
    ("awk", "a.awk", "#!/usr/bin/gawk -f\n"),
    ("one extension, two languages", "a.pl", "#!/usr/bin/swipl\n"),
    ("Raku was Perl 6", "a.p6", "#!/usr/bin/perl6\n"),
    ("Babashka", "a.clj", "#!/usr/bin/env bb\n"),
    ("unknown interpreter", "a.py", "#!/opt/acme/bin/run\n"),
    ("unknown interpreter", "a.sh", "#!/usr/bin/env ansible-playbook\n"),
    ("another shell", "a.sh", "#!/bin/csh\n"),
    ("another shell", "a.sh", "#!/usr/bin/env fish\n"),
    ("another shell", "a.bash", "#!/usr/bin/env nu\n"),
    ("fish", "a.fish", "#!/usr/bin/fish\n"),
    ("Nushell", "a.nu", "#!/usr/bin/env nu\n"),
    ("sourced by a shell", "a.env", "#!/bin/sh\n"),
    ("nix-shell names it later", "a.py", "#!/usr/bin/env nix-shell\n#! nix-shell -i python3 -p python3\n"),
    ("nix-shell without a name", "a.py", "#!/usr/bin/env nix-shell\nprint(1)\n"),
    ("template", "a.py", "#!{{ python }}\n"),
    ("template", "a.pl", "#!@PERL@\n"),
    ("template", "a.py", "#!%s\n"),
    ("template suffix", "a.py.in", "#!/bin/sh\n"),
    ("another suffix further in", "probes.pl.prolog", "#!/usr/bin/perl\n"),
    ("Rust's inner attribute", "a.rs", "#![allow(dead_code)]\n"),
    ("no claim", "wrapper", "#!/usr/bin/env ruby\n"),
    ("no claim", "notes.txt", "#!/usr/bin/env ruby\n"),
    ("no claim", "script.in", "#!/usr/bin/env ruby\n"),
    ("prose shows a script", "a.md", "#!/bin/sh\n"),
    ("settings that a shell reads", "a.ini", "#!/bin/sh\nA=1\n"),
    ("a comment in YAML", "a.yaml", "#!/usr/bin/env python\na: 1\n"),
    ("test in any language", "a.t", "#!/bin/sh\n"),
    ("redo's recipe", "all.do", "#!/bin/sh\n"),
    ("dh-make's example", "init.d.ex", "#!/bin/sh\n"),
    ("Arch's package", "a.install", "#!/bin/sh\n"),
    ("trampoline", "a.py", '#!/bin/sh\n"exec" "python" "$0" "$@"\nprint(1)\n'),
    ("trampoline", "a.tcl", '#!/bin/sh\n# the next line restarts \\\nexec tclsh "$0" ${1+"$@"}\n'),
    ("trampoline", "a.scm", '#!/bin/sh\n:; exec guile -s "$0"\n!#\n'),
    ("trampoline", "a.el", '#!/bin/sh\n":"; exec emacs -batch -l "$0"\n'),
    ("trampoline", "a.scala", '#!/bin/sh\nexec scala "$0" "$@"\n!#\n'),
    ("trampoline", "a.js", '#!/bin/sh\n":" //; exec node "$0"\n'),
    ("trampoline", "a.bat", "#!/usr/bin/env python\n@python %~f0 %*\n"),
    ("modeline", "a.py", "#!/bin/sh\n# -*- mode: python -*-\n"),
    ("modeline", "a.tcl", "#!/bin/sh\n# vim: set ft=tcl :\n"),
    ("pragma", "a.sh", "#!/usr/bin/python\n# langdetect: ignore\n"),
    ("binary", "a.sh", b"#!/usr/bin/python\n\x00\x01"),
    ("nothing after the mark", "a.sh", "#!\n"),
    ("nothing after env", "a.sh", "#!/usr/bin/env\n"),
]

FIRES = [
    ("a.sh", "#!/usr/bin/env python3\nprint(1)\n", "Python", "python3"),
    ("a.sh", "#!/usr/bin/env python3\r\nprint(1)\r\n", "Python", "python3"),
    ("a.sh", "\ufeff#!/usr/bin/env -S python3.12 -u\nprint(1)\n", "Python", "python3.12"),
    ("a.sh", "#!/usr/bin/expect -f\nspawn x\n", "Tcl", "expect"),
    ("a.sh", "#!/usr/bin/env nix-shell\n#! nix-shell -i python3 -p python3\n", "Python", "python3"),
    ("a.py", "#!/bin/bash\nset -e\necho 1\n", "Shell", "bash"),
    ("a.py", "#!/usr/bin/env ruby\nputs 1\n", "Ruby", "ruby"),
    ("a.rb", "#!/usr/bin/perl -w\nprint 1;\n", "Perl", "perl"),
    ("a.js", "#!/usr/bin/env python\nprint(1)\n", "Python", "python"),
    ("a.json", "#!/usr/bin/env node\n", "JavaScript", "node"),
    ("a.php", "#!/bin/sh\necho 1\n", "Shell", "sh"),
    ("a.lua", "#!/usr/bin/Rscript\n", "R", "Rscript"),
    ("a.sh", "#!/usr/bin/env -S rust-script --debug\n", "Rust", "rust-script"),
    ("a.py", "#!/usr/local/bin/gforth-0.7.3\n", "Forth", "gforth-0.7.3"),
]


@pytest.mark.parametrize("why, path, content", SILENT)
def test_silent(why: str, path: str, content: str | bytes, found) -> None:
    assert found(path, content, {}) == []
    assert found(path, content) == []


@pytest.mark.parametrize("path, content, language, name", FIRES)
def test_fires(path: str, content: str, language: str, name: str, found) -> None:
    [evidence] = found(path, content, {})
    assert (evidence.rule, evidence.line, evidence.language) == ("LD002", 1, language)
    assert evidence.seen == f"looks like {spoken([language])}: its first line runs {name}"
    assert "git mv" in evidence.advice


def test_an_override_of_the_language_is_honoured(found) -> None:
    script = "#!/usr/bin/env python3\n"
    assert found("a.sh", script, {"linguist-language": "Python"}) == []
    assert found("a.sh", script, {"linguist-language": "unspecified"})
    assert found("a.sh", script, {"linguist-language": "Ruby"})


def test_the_table_is_sorted_and_whole() -> None:
    from langdetect_hook.languages import LANGUAGE_OF

    assert list(INTERPRETERS) == sorted(INTERPRETERS)
    for name, languages in INTERPRETERS.items():
        assert name == name.lower()
        assert languages[0] in LANGUAGE_OF, name


@pytest.mark.parametrize(
    "line, name", [("#!/bin/sh", "sh"), ("#!/bin/sh -e\n", "sh"), ("#!/bin/env -u X lua", "lua"), ("", "")]
)
def test_interpreter(line: str, name: str) -> None:
    assert interpreter(line) == name


def test_a_version_is_no_part_of_the_name() -> None:
    assert languages_of("lua5.4") == languages_of("luajit-2.1") == ("Lua",)
    assert languages_of("Python3.12.exe") == languages_of("python")
    assert languages_of("sharp") == languages_of("") == languages_of("3") == ()
