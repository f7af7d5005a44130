"""Files of the corpus whose name told a wrong language: found by reading what the network contradicted most."""

from __future__ import annotations

from fnmatch import fnmatchcase

# pattern of <language>/<project>/<file>, the language it is (None: none of the table's, so it is left out), why
CORRECTIONS: tuple[tuple[str, str | None, str], ...] = (
    ("Awk/debian+bioawk/*README.awk", None, "a README"),
    ("Awk/debian+libmawk/*README.mawk", None, "a README of a program called mawk"),
    ("Awk/debian+libmawk/*_ACKNOWLEDGMENT.mawk", None, "thanks from a program called mawk"),
    ("Awk/debian+libmawk/*_CHANGES.mawk", None, "the changelog of a program called mawk"),
    ("Batchfile/debian+mumble/*.cmd", None, "commands of a linker"),
    ("Batchfile/debian+perl/*distclean.bat", None, "a Perl script behind two lines of a batch file"),
    ("Batchfile/debian+sdcc/*.cmd", None, "commands of a microcontroller simulator"),
    ("Batchfile/debian+u-boot/*.cmd", None, "commands of the boot loader U-Boot"),
    ("C#/debian+emacs/*_TUTORIAL.cs", None, "a tutorial in Czech"),
    ("C#/debian+groff/*hyphen*.cs", None, "hyphenation patterns for Czech"),
    ("C++/debian+autoclass/*autoclass.make.*", None, "makefiles for the compiler cc"),
    ("C++/debian+xorg-server/*.cpp", None, "scripts and settings that pass through the C preprocessor"),
    ("C/debian+jython/*_links.h", None, "a part of an HTML page"),
    ("C/debian+pyside2/*", None, "samples of QML named as headers"),
    ("CMake/debian+freeglut/*.cmake", None, "a patch"),
    ("CMake/debian+libraw/*README.cmake", None, "a README"),
    ("CMake/debian+libtorrent-rasterbar/*_setup.py.cmake.in", "Python", "what CMake fills in"),
    ("CMake/debian+lwip/*Doxyfile.cmake.in", None, "Doxygen's settings, which CMake fills in"),
    ("COBOL/debian+assimp/*.cob", None, "a model of a three-dimensional editor"),
    ("Elixir/debian+slm/*", None, "an example of Debian's packaging"),
    ("Elixir/debian+tua/*", None, "an example file"),
    ("Forth/pypi+rainbow4th/*retro.forth", "Markdown", "literate source, nearly all of it Markdown"),
    ("GDScript/debian+binutils/*", None, "what an assembler's tests must print"),
    ("HTML+ERB/debian+ruby-nokogiri/*", None, "templates of Dockerfiles"),
    ("HTML/debian+filezilla/*_GPL.html", None, "a licence in plain text"),
    ("HTML/debian+libgit2/*_diff.html", None, "a patch of a page"),
    ("HTML/debian+libsbml/*_COPYING.html", None, "a licence in plain text"),
    ("JavaScript/git+code-inspector/1-interface.js", "TypeScript", "an interface with types"),
    ("JavaScript/git+dolphinsmalltalk+Dolphin/*.pac", "Smalltalk", "packages of a Smalltalk"),
    ("Lua/debian+ettercap/*README.LUA", None, "a README"),
    ("Lua/git+code-inspector/system.lua", None, "C declarations inside one long comment"),
    ("MATLAB/git+code-inspector/camlc.m", "Roff", "a manual page, .m is its section's letter"),
    ("Makefile/debian+meson/*.cpp.am", "C++", "source with the ending of an automake file"),
    ("OCaml/git+kfl+mosml/*.mlp", "Standard ML", "the library of a Standard ML, before its preprocessor"),
    ("Perl/debian+ppl/*.pl", "Prolog", "interfaces of a library for Prolog"),
    ("Perl/git+kfl+mosml/*.pm", None, "lists of modules of a Standard ML"),
    ("Perl/git+mbutterick+pollen/*.pm", None, "pages in a markup of its own, over Racket"),
    ("Prolog/debian+postgresql-15/*.prolog", None, "the beginning of a Perl script"),
    ("Protocol Buffer/debian+expect/*.proto", None, "a prototype, in Tcl"),
    ("R/debian+binutils/*", None, "what an assembler's tests must print"),
    ("R/git+code-inspector/list.r", None, "REBOL"),
    ("Rust/debian+binutils/*", None, "what an assembler's tests must print"),
    ("Rust/debian+fwupd/*", None, "descriptions of structures, of its own"),
    ("SQL/debian+kamailio/*_kamctl.mysql", "Shell", "functions of a shell for MySQL"),
    ("SVG/debian+gnuplot/*Makefile.svg", "Makefile", "a makefile for SVG pictures"),
    ("Scala/debian+scala/*_t1015.scala", None, "a shell script around a program"),
    ("Shell/debian+autoconf/*announce-gen", "Perl", "a Perl script started by a line of shell"),
    ("Shell/debian+autoconf/*gitlog-to-changelog", "Perl", "a Perl script started by a line of shell"),
    ("Shell/debian+expect/*", "Tcl", "Tcl scripts started by a line of shell"),
    ("Shell/debian+tk8.6/*_square", "Tcl", "a Tcl script started by a line of shell"),
    ("Shell/debian+tk8.6/*_timer", "Tcl", "a Tcl script started by a line of shell"),
    ("Starlark/debian+civetweb/*_build", "Shell", "a script called build"),
    ("SystemVerilog/debian+emacs/*_TUTORIAL.sv", None, "a tutorial in Swedish"),
    ("SystemVerilog/debian+freeciv/*.sv", None, "documents in Swedish"),
    ("SystemVerilog/debian+groff/*", None, "hyphenation patterns for Swedish"),
    ("Text/debian+r-cran-quantreg/*_FAQ", None, "R code with some prose"),
    ("TypeScript/debian+splint/*.mts", None, "state machines of splint"),
    ("TypeScript/git+code-inspector/coming_soon.ts", None, "Tritium"),
    ("TypeScript/git+code-inspector/sokoban.ts", None, "a concatenative language of its own"),
    ("VHDL/debian+lepton-eda/*README.vhdl", None, "a README"),
    ("Verilog/pypi+pythondata-cpu-blackparrot/*.v", "SystemVerilog", "SystemVerilog under .v"),
    ("Verilog/pypi+pythondata-cpu-blackparrot/*.vh", "SystemVerilog", "SystemVerilog under .vh"),
    ("YAML/debian+scala/*_toc.yml", "HTML", "an HTML page"),
    ("YARA/debian+clamav/*COPYING.YARA", None, "a licence"),
    ("reStructuredText/pypi+readme-renderer/*_test_rst_004.rst", None, "HTML, kept as a test of bad input"),
)


def corrected(language: str, project: str, name: str) -> str | None:
    """The language of a file of the corpus: the one it stands under unless a row knows better; None: left out."""
    for pattern, truth, _ in CORRECTIONS:
        if pattern.startswith(language) and fnmatchcase(f"{language}/{project}/{name}", pattern):
            return truth
    return language
