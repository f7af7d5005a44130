"""What file names claim: real-world names, those that must claim nothing first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from langdetect_hook.claims import TABLE_PATH, Claims, languages_meant, marked_language
from langdetect_hook.claims.marks import MARKS
from langdetect_hook.claims.topics import ending_is_a_topic
from langdetect_hook.failure import Failure
from langdetect_hook.languages import LANGUAGE_OF, having
from langdetect_hook.languages.traits import TRAITS
from tests.bundled import CLAIMS, claim_of, model_languages

SILENT_NAMES = """\
notes.txt NOTES.TXT todo.txt build.log core.dat a.out x.bak x.orig main.py.orig
main.py.bak config.old config.yml.example settings.py.sample data.tmp file.swp main.py~ Cargo.toml.orig
package.json.lock libfoo.so.1 ls.1 printf.3 passwd.5 app.msg shortcut.url Foo.app case.test case.expected
page.golden LICENSE LICENCE COPYING COPYING.LIB COPYING.CC LICENSE.APACHE LICENSE.C
README README.C++ README.emacs README_de.md LICENSE-openapi.json words.dtd.cmake a@.service.cmake jconfig.st
jconfig.wat AUTHORS NEWS TODO INSTALL.VC CHANGES.D ChangeLog.pl tutor.pl tutor.sv
game.map main.css.map foo.def libfoo.a foo.o font.pfb
image.png archive.tar.gz module.pyc messages.mo x.bin x.run x.pack ui.pt model.pt foo.in
motd.tmpl user-data.pkrtpl.hcl values.tpl .properties index.theme libx.install ._main.py
Makefile.log makefile.pyc build workspace Dockerfile.d/.. control sources.list foo.exp foo.sig
foo.geo x.mod x.nb x.toc x.aux x.t.out .hidden trailing. .. . ... foo.unknownsuffix messages.es lang.ru
foo.me httpd.conf.bak keywords.resource shader.compute message.pbt words.res
Doxyfile Doxyfile.in Procfile manifest VERSION x.lst x.sum CHANGES
"""

CLAIMED = {
    "ABAP": "a.abap a.ABAP",
    "AIDL": "IBrew.aidl",
    "Ada": "a.adb a.ads",
    "Ada,GenePix Results": "a.gpr",
    "Agda": "a.agda",
    "ApacheConf": ".htaccess httpd.conf apache2.conf a.apacheconf",
    "Apex": "a.apex",
    "Apex,Shell": "a.trigger",
    "AsciiDoc": "a.adoc a.asciidoc",
    "Assembly": "a.s a.asm a.nasm",
    "Assembly,R": "a.S",
    "Astro": "a.astro",
    "AutoHotkey": "a.ahk",
    "Awk": "a.awk a.gawk",
    "Batchfile": "a.bat A.BAT",
    "Batchfile,Linker Script,U-Boot Script": "a.cmd",
    "Bicep": "a.bicep a.bicepparam",
    "BitBake": "a.bbclass a.bbappend",
    "C": "icon.xbm",
    "C,Enforce Script,LPC": "a.c A.c",
    "C#,Smalltalk,ClearSilver,TorqueScript": "A.cs",
    "C++": "a.cpp a.cc a.cxx a.hpp sketch.ino a.CPP a.ipp",
    "C,C++": "config.h.in",
    "C,C++,Objective-C": "a.h CONFIG.h",
    "C,X PixMap": "icon.xpm",
    "CMake": "CMakeLists.txt cmakelists.txt FindX.cmake Config.cmake.in",
    "COBOL": "a.cbl A.CBL",
    "COBOL,Caligari Model": "a.cob",
    "CODEOWNERS": "CODEOWNERS",
    "CSS": "a.css a.min.css",
    "CSV": "a.csv a.tsv",
    "CUE,Cue Sheet": "a.cue",
    "Cabal Config": "brew.cabal",
    "Cairo": "a.cairo",
    "Clojure": "a.clj a.cljs a.cljc",
    "Clojure,EDIF": "deps.edn",
    "Clojure,BitBake,BlitzBasic": "a_1.0.bb",
    "Common Lisp,OpenCL,Visual Prolog,COOL,Control Language,IRAF Script": "a.cl",
    "Configuration": "app.conf foo.cfg my.cnf site.conf foo.conf.in haproxy.cfg",
    "Cuda": "kernel.cu a.cuh",
    "Cython": "a.pyx a.pxd a.pxi.in",
    "D,Makefile,DTrace,DejaGnu Expectation,WeiDU Dialog": "a.d",
    "Devicetree": "a.dts a.dtsi",
    "Dhall": "a.dhall",
    "Diff": "a.patch a.diff a.rej",
    "Dockerfile": "Dockerfile dockerfile Dockerfile.dev Containerfile app.dockerfile Dockerfile.test",
    "Dotenv": ".env .env.local .env.example .env.kettle",
    "Dotenv,Shell": "prod.env",
    "E-mail": "mail.eml",
    "Emacs Lisp": "init.el .emacs",
    "F#,Forth,GLSL": "a.fs",
    "Fortran": "a.f90 a.F90 a.f95",
    "Gemfile.lock": "Gemfile.lock",
    "Gettext Catalog": "de.po messages.pot",
    "Git Attributes": ".gitattributes",
    "Gleam": "a.gleam",
    "Go Checksums": "go.sum",
    "Go Module": "go.mod",
    "Godot Resource": "main.tscn project.godot",
    "Graphviz (DOT),GVariant Schema": "a.gv",
    "Graphviz (DOT),doT Template": "a.dot",
    "Groovy": "build.gradle Jenkinsfile Jenkinsfile.release a.groovy",
    "HCL": "a.tfvars a.hcl",
    "HCL,TinyFugue Macro": "main.tf",
    "HLSL": "a.hlsl a.hlsli a.fxh a.cginc",
    "HLSL,FLUX,JavaFX Script": "a.fx",
    "HTML": "a.html A.HTML index.html.j2 page.ejs",
    "HTML+ERB": "index.html.erb a.rhtml a.erb",
    "HTML,Embperl": "a.htm A.HTM page.htm.in",
    "HTML,XML": "a.xhtml",
    "HTTP": "api.http",
    "Handlebars": "a.hbs a.handlebars",
    "Hjson,JSON": "brew.hjson",
    "INI": (".editorconfig setup.cfg .gitconfig .npmrc .flake8 .pylintrc .gitmodules"),
    "INI,Option List,TeX Format": "a.ini tox.ini",
    "Checksums": "cup.sha256 SHA256SUMS",
    "SSH Config": "sshd_config sshd_config.tmpl",
    "Unity3D Asset,YAML": "Main.unity cup.prefab cup.png.meta cup.asset",
    "Version Number": ".nvmrc",
    "Dune": "dune dune-project",
    "INI,systemd Unit": "unit.service unit.timer unit.socket",
    "Yarn Lock,YAML": "yarn.lock",
    "desktop,INI": "foo.desktop",
    "Ignore List": ".gitignore Python.gitignore .dockerignore .npmignore .prettierignore",
    "JSON": (
        "a.json tsconfig.json a.jsonc a.json5 a.jsonl a.geojson a.ipynb a.har .eslintrc.json composer.lock "
        "Pipfile.lock site.webmanifest A.JSON a.ndjson flake.lock app_en.arb Localizable.xcstrings bun.lock"
    ),
    "JSON,JavaScript": ".babelrc .eslintrc",
    "Java Properties": "log4j.properties a_de.properties",
    "JavaScript": "a.mjs a.cjs a.jsx",
    "JavaScript,UnityScript": "a.js a.test.js a.min.js app.js.erb",
    "Jest Snapshot,YAML": "Button.spec.js.snap",
    "Jinja": "a.j2 a.jinja2 motd.j2",
    "Jsonnet": "a.jsonnet a.libsonnet",
    "Kconfig": "Kconfig Kconfig.debug",
    "KiCad Layout,KiCad Schematic": "cup.kicad_mod",
    "Kotlin": "a.kt build.gradle.kts",
    "LLVM,Lex,Yacc,C,C++": "a.ll",
    "Lean": "a.lean a.hlean",
    "Linker Script": "a.ld a.lds a.lds.in",
    "Lua": "a.lua a.rockspec",
    "M4": "a.m4 configure.ac configure.in",
    "MDX": "x.mdx",
    "Makefile": (
        "Makefile makefile GNUmakefile Makefile.am Makefile.in Makefile.inc rules.mk debian/rules Makefile.linux"
    ),
    "Markdown": "README.markdown",
    "Markdown,GCC Machine Description": "guide.md",
    "Mermaid": "a.mermaid",
    "Mermaid,Markdown": "a.mmd",
    "Meson": "meson.build meson_options.txt meson.options",
    "Microsoft Visual Studio Solution": "brew.sln",
    "Mojo": "a.mojo a.🔥",
    "Move": "a.move",
    "NSIS": "a.nsi",
    "NSIS,UEFI Shell": "a.nsh",
    "Nginx": "nginx.conf a.nginx nginx.conf.j2",
    "Nginx,ApacheConf": "a.vhost",
    "Nushell,Nu": "a.nu",
    "OCaml": "a.mll",
    "OCaml,jsig": "a.mli",
    "Odin,Object Data Instance Notation": "a.odin",
    "Open Policy Agent": "a.rego",
    "OpenCL": "a.opencl",
    "OpenSCAD": "a.scad",
    "Org": "a.org",
    "PEM": "server.pem server.crt id_rsa",
    "PHP": "a.phtml a.php5",
    "PHP,Hack": "a.php",
    "Perl": "Makefile.PL cpanfile a.perl",
    "Perl,Prolog,Raku": "a.pl",
    "Perl,Raku,Turing,Terra,TADS 3,Cram": "a.t",
    "Perl,Raku,PRISM Model,X PixMap": "A.pm",
    "Pip Requirements": "requirements.txt requirements-dev.txt",
    "PlantUML": "a.puml a.plantuml a.iuml",
    "Pony": "a.pony",
    "Prisma": "a.prisma",
    "Private Key": "server.key",
    "Prolog": "a.prolog",
    "Protocol Buffer Text Format": "a.textproto a.pbtxt a.txtpb a.prototxt",
    "Public Key": "id_rsa.pub known_hosts",
    "Public Key,AGS Script": "key.asc",
    "Pug": "a.pug a.jade",
    "Puppet,Pascal,PolyPackage,GPP": "a.pp",
    "Python": "a.py a.pyi A.PY SConstruct wscript a.py.in a.py.j2 a.py.tmpl",
    "R,Rebol,Rez,DejaGnu Expectation": "a.R a.r",
    "RPM Spec,Ruby,Python,Wine Spec": "a.spec",
    "Rich Text Format": "notes.rtf",
    "RobotFramework": "a.robot",
    "Rocq Prover": "a.coq",
    "Roff": "usr/share/man/man1/ls.1 man/brew.8 a.man a.roff a.3pm",
    "Ruby": "a.rb Gemfile Rakefile a.gemspec config.ru Vagrantfile Gemfile.rails7",
    "SCSS": "a.scss",
    "SPARQL": "a.rq a.sparql",
    "SQF": "a.sqf a.hqf",
    "SQL": "a.sql a.psql",
    "STL": "cup.stl",
    "Shell": "a.bash a.zsh .bashrc .profile PKGBUILD gradlew run.sh.in .envrc",
    "Shell,SCI Script,bgfx Shader": "a.sh deploy.sh.tpl.j2",
    "Stan": "a.stan",
    "Starlark": "a.bzl a.bazel",
    "Starlark,Python": "BUILD WORKSPACE BUILD.bazel",
    "Strings,Property List": "Localizable.strings",
    "SubRip Text,SRecode Template": "talk.srt",
    "TOML": "a.toml Cargo.lock poetry.lock Pipfile uv.lock .cargo/config Makefile.toml",
    "TeX,Visual Basic 6.0,VBA,Apex,Smalltalk,OpenEdge ABL,ObjectScript": "a.cls",
    "Turtle,Tera Term Macro": "a.ttl",
    "TypeScript": "a.tsx a.d.ts a.mts state.svelte.ts",
    "TypeScript,XML,TypoScript,Time Series": "a.ts a.test.ts",
    "V": "a.vv",
    "Verilog,SystemVerilog,Rocq Prover,V": "a.v",
    "Vim script": ".vimrc a.vim",
    "WGSL": "a.wgsl",
    "Wavefront Material": "cup.mtl",
    "Wavefront Object": "cup.obj",
    "WebVTT": "talk.vtt",
    "Windows Registry Entries": "keys.reg",
    "XML": "a.xml a.csproj pom.xml a.xsd a.ui a.resx a.qrc a.vcxproj a.vcxproj.filters a.xaml a.pom brew.slnx",
    "XML,Property List": "brew.entitlements project.pbxproj",
    "XML,SVG": "a.svg",
    "XSLT,XML": "a.xsl a.xslt",
    "YAML": ".clang-format Podfile.lock",
    "YAML,MiniYAML": "a.yml a.yaml a.yaml.j2 values.yaml.gotmpl",
    "YAML,Scheme,Salt State": "a.sls",
    "fish": "a.fish config.fish",
    "iCalendar": "week.ics",
    "pkg-config,Pro*C": "foo.pc",
    "reStructuredText": "README.rst index.rst",
    "vCard,Variant Call Format,TSV": "people.vcf",
}


@pytest.mark.parametrize("name", SILENT_NAMES.split())
def test_names_that_claim_nothing(name: str) -> None:
    assert not claim_of("some/folder/" + name)


@pytest.mark.parametrize(("languages", "names"), CLAIMED.items())
def test_names_that_claim(languages: str, names: str) -> None:
    for name in names.split():
        claim = claim_of("some/folder/" + name)
        assert claim, name
        assert ",".join(claim.languages) == languages, name
        assert model_languages().intersection(claim.languages) <= claim.accepts


@pytest.mark.parametrize(
    ("name", "pattern", "template"),
    [
        ("a.json", ".json", False),
        ("A.JSON", ".JSON", False),
        ("Dockerfile", "Dockerfile", False),
        ("Dockerfile.dev", "Dockerfile.dev", False),
        ("x/a.yaml.j2", ".yaml.j2", True),
        ("a.sh.tpl.j2", ".sh.tpl.j2", True),
        ("a.html.erb", ".html.erb", True),
        ("Makefile.in", "Makefile.in", True),
        ("a.b.d.ts", ".d.ts", False),
        ("conf.j2", ".j2", True),
        ("a.b.c.d.h.cmake.in", ".h.cmake.in", True),  # three suffixes are looked up
        (".bashrc", ".bashrc", False),  # a dot in front begins no suffix
        (".bashrc.py", ".py", False),
    ],
)
def test_the_pattern_and_the_template_mark(name: str, pattern: str, template: bool) -> None:
    claim = claim_of(name)
    assert claim
    assert (claim.pattern, claim.template) == (pattern, template)


def test_what_is_accepted_as_content() -> None:
    def accepts(name: str) -> frozenset[str]:
        claim = claim_of(name)
        assert claim
        return claim.accepts

    for name in ("a.patch", "a.j2", "a.erb"):
        assert accepts(name) >= model_languages()
    assert "JavaScript" in accepts("a.ts")
    assert "TypeScript" not in accepts("a.js")
    assert "C" in accepts("a.cpp")
    assert "C++" not in accepts("a.c"), "VDR's plugins have it so, as the files beside it show"
    assert "Objective-C" not in accepts("a.c")
    assert {"C", "C++", "Objective-C"} <= accepts("a.h")
    assert {"XML", "SVG"} <= accepts("a.svg")
    assert {"Jinja", "JSON"} <= accepts("a.yaml")
    assert {"Jinja", "HTML+ERB", "Handlebars", "Python"} <= accepts("a.py.tmpl")
    assert "Jinja" not in accepts("a.py")
    assert "HTML" not in accepts("a.json")
    assert "Python" not in accepts("a.sh")


def test_uncovered_claims_are_never_asked_unless_a_mark_tells_them() -> None:
    for name in ("a.t", "a.p", "a.inc", "a.bas", "a.fx", "a.tcsh", "a.as", "a.f"):
        claim = claim_of(name)
        assert claim and not claim.covered, name
    for name in ("a.v", "a.m", "a.d", "a.gd", "a.r", "a.st", "a.ts", "a.md", "a.py"):
        claim = claim_of(name)
        assert claim and claim.covered, name


MARKED = [
    ("a.asp", "<% Response.Write(Now()) %>\n", None),
    ("a.asp", "#include <cups.h>\nint main(void) { return 0; }\n", None),
    ("a.asp", "#const cups = 4.\nguest(anna).\n:- guest(X), not seated(X).\n", "Answer Set Programming"),
    ("a.asp", "1 { sits(X, T) : table(T) } 1 :- guest(X).\n", "Answer Set Programming"),
    ("a.c", "struct ref {\n\tint set;\n};\n#pragma once\nint main(void) { return 0; }\n", None),
    ("a.c", "class Cup: Tea {\n    override func pour() {}\n}\n", None),
    ("a.c", "sealed class Cup { }\n", None),
    ("a.c", "public class Cup extends Tea {\n\t@Override void pour() {}\n}\n", None),
    ("a.c", "class Cup : Tea {\n  protected override void Pour() { base.Pour(); }\n}\n", None),
    ("a.c", "modded class Cup\n{\n\tint m_Teas;\n}\n", "Enforce Script"),
    ("a.c", "class Cup\n{\n\tref array<string> m_Teas;\n}\n", "Enforce Script"),
    ("a.c", "class Cup extends Tea\n{\n\toverride void Pour()\n\t{\n\t}\n}\n", "Enforce Script"),
    ("a.c", "#include <inn.h>\ninherit OBJECT;\n\nvoid create() {}\n", "LPC"),
    ("a.cs", "$x = 1;\nfunction pour($cup) { return 1; }\n", None),
    ("a.cs", "$Inn::cups = 4;\n", None),
    ("a.cs", "class Cup { int tea = 5\n  % cups; }\n", None),
    ("a.cs", "function Cup::pour(%this, %tea)\n{\n}\n", "TorqueScript"),
    ("a.cs", "datablock ItemData(Cup)\n{\n};\n", "TorqueScript"),
    ("a.cs", '$pref::Inn::Open = "1";\n', "TorqueScript"),
    ("a.d", "BEGIN\n{\n}\n", "DTrace"),
    ("a.d", "BEGIN ~INNKEEP~\n\nIF ~~ THEN BEGIN welcome\n", "WeiDU Dialog"),
    ("a.d", "BEGIN WORK;\nCOMMIT;\n", None),
    ("a.edn", "{:cups 4}\n", None),
    ("a.edn", "(edif inn\n  (edifVersion 2 0 0))\n", "EDIF"),
    ("a.gpr", "project Cups is\nend Cups;\n", None),
    ("a.gpr", "ATF\t1.0\n5\t8\n", "GenePix Results"),
    ("a.ini", "# words\n--style=ansi\n\n# more\n--indent-switches\n", "Option List"),
    ("a.ini", "--cups=4", "Option List"),
    ("a.ini", "# words\n[inn]\ncups=4\n", None),
    ("a.ini", "-- words\nlocal cups = 4\n--cups=4\n", None),
    ("a.ini", "#define CUPS 4\n#ifdef TEA\n#endif\n", None),
    ("a.js", "var cups = 4;\nfunction pour(n) { return n; }\n", None),
    ("a.js", "let tea: string = 'mint';\nfunction isHot(n: number): boolean { return n > 9; }\n", None),
    ("a.js", "using UnityEngine;\npublic class Cup : MonoBehaviour { public float tea; }\n", None),
    ("a.js", "#pragma strict\n\nvar cups : int = 4;\n", "UnityScript"),
    ("a.js", "private var cup : GameObject;\n", "UnityScript"),
    ("a.jl", "(require 'sawfish.wm.util)\n", "Rep Lisp"),
    ("a.jl", "(define-structure inn (export pour) (open rep)\n  (define (pour) 1))\n", "Rep Lisp"),
    ("a.jl", "module Inn\nusing Cups\nend\n", None),
    ("a.jl", "(require 'cups)\n", None),
    ("a.jl", "(defun pour (cup)\n  (declare (indent 1))\n  cup)\n", None),
    ("a.m", "intrinsic Cups(n::RngIntElt) -> RngIntElt\n{Words}\n  return n;\nend intrinsic;\n", "Magma"),
    ("a.m", 'let\n  Source = Cups,\n  #"Changed Type" = Source\nin\n  Source\n', "Power Query"),
    ("a.nsh", "!macro Pour\n!macroend\n", None),
    ("a.nsh", "@echo -off\nfs0:\ncd inn\n", "UEFI Shell"),
    ("a.nsh", "@echo off\ncd inn\n", None),
    ("a.osm", "<osm></osm>\n", None),
    ("a.osm", "OS:Version,\n  {1}, !- Handle\n  2.9.0; !- Version\n", "OpenStudio Model"),
    ("a.pm", "dtmc\n\nmodule inn\nendmodule\n", "PRISM Model"),
    ("a.sh", "#include <bgfx_shader.sh>\n\nvec3 brew(vec3 cup) { return cup; }\n", "bgfx Shader"),
    ("a.sh", "#ifndef INN_SH\n#define INN_SH\n#endif\n", "bgfx Shader"),
    ("a.sh", "#include <stdio.h>\nint main(void) { return 0; }\n", None),
    ("a.sh", "#version 330\nvoid main() { gl_Position = vec4(0.0); }\n", None),
    ("a.sh", ";;; Sierra Script 1.0 - (do not remove this comment)\n(define CUPS 4)\n", "SCI Script"),
    ("a.sls", "#!jinja|yaml|gpg\ncups: 4\n", "Salt State"),
    ("a.sls", "#!py\ndef run():\n    return {}\n", "Salt State"),
    ("a.sls", "#!/usr/bin/env python3\nprint(4)\n", None),
    ("a.sln", "\nMicrosoft Visual Studio Solution File, Format Version 12\n", "Microsoft Visual Studio Solution"),
    ("a.sln", 'Project("{2150E333}") = "cups", "cups"\nEndProject\n', None),
    ("a.tf", "/def pour = drink cup\n", "TinyFugue Macro"),
    ("a.tf", 'resource "cup" "tea" {\n}\n', None),
    ("a.v", "module top(input a);\nendmodule\n", None),
    ("a.m", "function y = f(x)\ny = x;\nend\n", None),
    ("a.m", "#import <Foundation/Foundation.h>\n@implementation A\n@end\n", None),
    ("a.d", "module a.b;\nimport std.stdio;\n", None),
    ("a.d", "main.o: main.c main.h\n", None),
    ("a.r", "x <- c(1, 2)\n", None),
    ("a.ts", "export const page = 1;\n", None),
    ("a.md", "# Title\n(define the word)\n", None),
    ("a.gd", "extends Node\nfunc f():\n\tpass\n", None),
    ("a.v", "Require Import List.\nTheorem t : True.\n", "Rocq Prover"),
    ("a.v", "module main\n\nfn main() {\n\tx := 1\n}\n", "V"),
    ("a.v", "// words\n\nmodule words\n\nimport common\n\npub struct Word {\n}\n", "V"),
    ("a.v", "// words\nmodule words\n  #(parameter A = 1)\n  (input a);\nendmodule\n", None),
    ("a.v", "// words\n\nmodule words\n(\n  input a\n);\nendmodule\n", None),
    ("a.m", '(* ::Package:: *)\nBeginPackage["A`"]\n', "Mathematica"),
    ("a.m", ":- module hello.\n:- interface.\n", "Mercury"),
    ("a.d", "provider node {\n  probe gc();\n};\n", "DTrace"),
    ("a.d", "syscall::read:entry\n{ @[execname] = count(); }\n", "DTrace"),
    ("a.r", "REBOL [Title: {x}]\n", "Rebol"),
    ("a.gd", 'DeclareOperation( "F", [ IsObject ] );\n', "GAP"),
    ("a.md", '(define_insn "add"\n', "GCC Machine Description"),
    ("docs.mli", "words/count := (text: String, least?: Number) => Number\n", "jsig"),
    ("docs.mli", "type t := int\nval count : string -> t\n", None),
    ("a.ts", "page = PAGE\npage.10 = TEXT\n", "TypoScript"),
    ("a.ts", "lamp {\n  # cat=lamp/oil; type=int+; label=Days\n  oil = 3\n}\n", "TypoScript"),
    ("a.ts", "TCEMAIN {\n  permissions.groupid = 1\n}\n", "TypoScript"),
    ("a.rs", "#pragma version(1)\n#pragma rs java_package_name(x)\n", "RenderScript"),
    ("a.st", "main(x) ::= <<\nhello\n>>\n", "StringTemplate"),
    ("a.cmd", "MEMORY\n{\n  RAM : origin = 0\n}\n", "Linker Script"),
    ("a.cmd", "@echo off\nset boot=1\n", None),
    ("a.cmd", "setenv bootargs quiet\nbootz ${kernel_addr_r}\n", "U-Boot Script"),
    ("a.d", "#as: -mabi=small\n#objdump: -d\n", "DejaGnu Expectation"),
    ("a.d", ".*: +file format .*arm.*\n\nDisassembly of section .text:\n", "DejaGnu Expectation"),
    ("a.r", "tmpdir/a:     file format elf32-arm\n", "DejaGnu Expectation"),
    ("a.gd", "#...\nContents of section \\.got:\n", "DejaGnu Expectation"),
    ("a.mm", "%%MatrixMarket matrix coordinate real general\n1 1 1\n1 1 2.0\n", "Matrix Market"),
    ("a.ex", "defmodule Words do\n  def include(a), do: a\nend\n", None),
    ("a.ex", "include std/io.e\nputs(1, words)\n", "Euphoria"),
    ("a.ex", "for i = 1 to 3 do\n    ? i\nend for\n", "Euphoria"),
    ("a.mm", "#import <Foundation/Foundation.h>\n", None),
    ("a.odin", "package words\n\nWord :: struct {\n\ttext: string,\n}\n", None),
    ("a.odin", 'words = <\n\t["one"] = <"eins">\n>\n', "Object Data Instance Notation"),
    ("a.pm", "package Words;\nuse strict;\n", None),
    ("a.pm", "/* XPM */\nstatic char *words[] = {\n", "X PixMap"),
    ("a.yaml", "words:\n  - one\n  - two: 2\n", None),
    ("a.yml", "words:\n\tbrew: 1\n", "MiniYAML"),
    ("a.yaml", "^Word:\n\t# words\n\tBrew@2: ^Words\n", "MiniYAML"),
    ("a.pp", "class words { }\n", None),
    ("a.pp", '%set\n\tname="words"\n', "PolyPackage"),
    ("a.st", "state brew extends HighlightEntry\n{\n", "Enscript States"),
    ("a.bb", 'SUMMARY = "Words"\ninherit cmake\ninclude words.inc\n', None),
    ("a.bb", "(ns words)\n(defn brew [] 1)\n", None),
    ("a.bb", 'Graphics 640, 480\nInclude "words.bb"\n', "BlitzBasic"),
    ("a.cl", "__kernel void brew(__global float *a) {\n}\n", None),
    ("a.cl", "(defun brew ())\n", None),
    ("a.cl", "class Main inherits IO {\n};\n", "COOL"),
    ("a.cl", "             PGM        PARM(&WORDS)\n             ENDPGM\n", "Control Language"),
    ("a.cl", "procedure brew (input)\nstring input\n", "IRAF Script"),
    ("a.cl", "implement main\nclauses\n", "Visual Prolog"),
    ("a.cls", "public with sharing class Brewer {\n}\n", None),
    ("a.cls", "\\ProvidesClass{words}\n", None),
    ("a.cls", "Class Brew.Words Extends %Persistent\n{\n", "ObjectScript"),
    ("a.cls", "USING Brew.*.\n\nCLASS Brew.Words INHERITS Base:\n", "OpenEdge ABL"),
    ("a.cls", 'VERSION 1.0 CLASS\nAttribute VB_Name = "Words"\n', "Visual Basic 6.0"),
    ("a.cue", "package brew\n\nwords: string\n", None),
    ("a.cue", 'FILE "words.wav" WAVE\n  TRACK 01 AUDIO\n', "Cue Sheet"),
    ("a.dot", "digraph words {\n  a -> b\n}\n", None),
    ("a.dot", "<p>{{=it.words}}</p>\n", "doT Template"),
    ("a.ll", "define i32 @brew() {\n  ret i32 0\n}\n", None),
    ("a.ll", "%option noyywrap\n%%\n", "Lex"),
    ("a.ll", "%token WORD\n%start words\n", "Yacc"),
    ("a.nu", "def brew [] { ls | where size > 1kb }\n", None),
    ("a.nu", '(load "words")\n', "Nu"),
    ("a.spec", "Name: words\n%prep\n", None),
    ("a.spec", "1 stdcall BrewWords(ptr long)\n@ stub BrewMore\n", "Wine Spec"),
    ("a.ttl", "@prefix : <#> .\n:a :b :c .\n", None),
    ("a.d", "Ddoc\n\n$(P Words.)\n", "D"),
    ("a.m", "\t;;;;;\n\t; Words\nbrew\tset a=1\n\tquit\n", "M"),
    ("a.m", "% words\nx = 1;\n", None),
    ("a.mm", "From: a@example.org\nMIME-Version: 1.0\n\nWords.\n", "E-mail"),
    ("a.php", "<?hh // strict\nfunction brew(): void {}\n", "Hack"),
    ("a.php", "<?php\nbrew();\n", None),
    ("a.lisp", "(define (brew cups) (+ cups 1))\n", "NewLisp"),
    ("a.lisp", "(defun brew (cups) (+ cups 1))\n", None),
    ("a.xpm", "! XPM2\n2 1 2 1\n", "X PixMap"),
    ("a.entitlements", "// words\n{\n  brew = 1;\n}\n", "Property List"),
    ("project.pbxproj", "// !$*UTF8*$!\n{\n  archiveVersion = 1;\n}\n", "Property List"),
    ("a.ttl", "connect 'words:22 /ssh'\nwait '$'\nsendln 'ls'\n", "Tera Term Macro"),
]


@pytest.mark.parametrize(("name", "text", "language"), MARKED)
def test_marks_of_languages_that_the_model_does_not_cover(name: str, text: str, language: str | None) -> None:
    claim = claim_of(name)
    assert claim
    assert marked_language(claim, text) == language


def test_any_path_is_harmless() -> None:
    for path in (
        "",
        "/",
        "a/",
        "a\tb",
        "a\nb",
        "*.py\t",
        "\udcff\udcfe",
        "=C",
        "~.j2",
        "!*.v",
        "a." * 500,
        "é.py",
    ):
        claim_of(path)
    assert claim_of("\udcff.py")
    for row in ("x.py\tPython", "x.py\tPython\t", "x.py\tPython\t\tpygments"):  # as a row of the table begins
        assert not claim_of(row)
    assert not claim_of("=C")
    assert not claim_of("~.j2/x")


def test_backslashes_separate_folders_on_windows_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sep", "\\")
    claim = claim_of("debian\\rules")
    assert claim and claim.languages == ("Makefile",)


def test_every_mark_belongs_to_a_claim() -> None:
    claims = dict(CLAIMS.patterns())
    for pattern, language, _ in MARKS:
        assert language in claims[pattern]
        assert language not in LANGUAGE_OF or len(claims[pattern]) > 1, "a mark tells languages of one name apart"


def test_every_covered_language_is_claimed_by_some_pattern() -> None:
    claimed = {language for _, languages in CLAIMS.patterns() for language in languages}
    assert model_languages() - claimed == {"Text"}


def test_every_row_of_the_table_can_be_read() -> None:
    for pattern, _ in CLAIMS.patterns():
        name = pattern.replace("*.", "name.", 1) if "*." in pattern else pattern.replace(".*", ".zzz")
        claim = claim_of(name)
        assert claim, pattern
        assert claim.accepts <= set(LANGUAGE_OF)
    assert len(CLAIMS.table()) > 1000


def test_the_hot_path_imports_neither_pygments_nor_typing() -> None:
    code = (
        "import sys; from langdetect_hook.claims import bundled; bundled().of('a.py');"
        "bad = {'pygments', 'typing', 'dataclasses', 'pathlib', 'json', 'langdetect_hook.claims.names_table'};"
        "sys.exit(' '.join(bad & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=False)
    if "No module named" in done.stderr:  # -S hides an installed package
        pytest.skip("the package is only found through site")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_variant_may_also_be_what_its_suffix_says() -> None:
    claim = claim_of("win32/Makefile.wat")
    assert claim and claim.languages == ("WebAssembly", "Makefile")
    assert {"Makefile", "WebAssembly"} <= claim.accepts
    assert not claim_of("Makefile.log")


def test_the_table_has_the_traits_of_languages() -> None:
    for trait in TRAITS:
        assert CLAIMS.having(trait) == having(trait), trait
    with pytest.raises(KeyError):
        CLAIMS.having("no such trait")


def test_a_suffix_further_in_is_looked_up_in_the_table_that_was_asked(tmp_path: Path) -> None:
    """With *.brew = Shell in a table of one's own, deploy.brew.go is to Go what deploy.sh.go is."""
    own = tmp_path / "languages.tsv"
    own.write_text(Path(TABLE_PATH).read_text(encoding="utf-8") + "*.brew\tShell\t\ta language of your own\n", "utf-8")
    for claims, inner in ((Claims(str(own)), True), (CLAIMS, False)):
        assert claims.of("deploy.sh.go").inner_claims(["Shell"])
        assert claims.of("deploy.brew.go").inner_claims(["Shell"]) is inner
        assert claims.is_unknown("deploy.brew") is not inner


def test_an_ending_that_is_a_topic_is_looked_up_there_too(tmp_path: Path) -> None:
    own = tmp_path / "languages.tsv"
    own.write_text(Path(TABLE_PATH).read_text(encoding="utf-8") + "*.host\tShell\t\ta language of your own\n", "utf-8")
    for ending in ("host", "libs", "threads"):
        (tmp_path / f"configure.{ending}").write_text("")
    path = str(tmp_path / "configure.cc")
    assert ending_is_a_topic(CLAIMS.of(path), least=3)
    assert not ending_is_a_topic(Claims(str(own)).of(path), least=3)


@pytest.mark.parametrize(
    "rows",
    [
        "*.py\tPython\n",  # cells that are not there
        "*.py\tPython\t\ta reason\tmore\n",
        "*.py\tPython,X\t\tx\n/!*.py\tX=(a+)+$\n",  # a stranger's expression may take for ever
    ],
)
def test_a_row_that_is_none_is_told_in_one_sentence(tmp_path: Path, rows: str) -> None:
    (tmp_path / "languages.tsv").write_text(rows, encoding="utf-8")
    with pytest.raises(Failure, match="damaged"):
        Claims(str(tmp_path / "languages.tsv")).of("a.py")


def test_a_row_without_a_key_is_no_pattern(tmp_path: Path) -> None:
    (tmp_path / "languages.tsv").write_text("\t\t\n*.py\tPython\t\tx\n\tC\t\t\n", encoding="utf-8")
    claims = Claims(str(tmp_path / "languages.tsv"))
    assert ("*.py", ["Python"]) in claims.patterns()
    assert claims.languages() == {"C", "Python"}


@pytest.mark.parametrize(
    ("name", "text", "languages"),
    [
        ("deploy.sh", "set -e\n", ("Shell",)),
        ("blur.sh", "SAMPLER2D(s_tex, 0);\n", ("bgfx Shader",)),
        ("a.d", "x: y\n", ("D", "Makefile")),
        ("a.d", "#!/usr/sbin/dtrace -s\n", ("DTrace",)),
        ("a.h", "int a;\n", ("C", "C++", "Objective-C")),
    ],
)
def test_a_language_that_has_a_mark_is_meant_only_where_it_stands(name, text, languages):
    assert languages_meant(claim_of(name), text) == languages
