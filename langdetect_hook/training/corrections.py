"""Files of the corpus whose name told a wrong language: found by reading what the network contradicted most."""

from __future__ import annotations

from fnmatch import fnmatchcase

# pattern of <language>/<project>/<file>, the language it is (None: none of the table's, so it is left out), why
CORRECTIONS: tuple[tuple[str, str | None, str], ...] = (
    ("Awk/debian+bioawk/*README.awk", None, "a README"),
    ("Awk/debian+libmawk/*README.mawk", None, "a README of a program called mawk"),
    ("Awk/debian+libmawk/*_ACKNOWLEDGMENT.mawk", None, "thanks from a program called mawk"),
    ("Awk/debian+libmawk/*_CHANGES.mawk", None, "the changelog of a program called mawk"),
    ("Batchfile/debian+sdcc/*.cmd", None, "commands of a microcontroller simulator"),
    ("C#/debian+emacs/*_TUTORIAL.cs", None, "a tutorial in Czech"),
    ("C#/debian+groff/*hyphen*.cs", None, "hyphenation patterns for Czech"),
    ("C/debian+pyside2/*", None, "samples of QML named as headers"),
    ("COBOL/debian+assimp/*.cob", None, "a model of a three-dimensional editor"),
    ("Forth/pypi+rainbow4th/*retro.forth", "Markdown", "literate source, nearly all of it Markdown"),
    ("HTML+ERB/debian+ruby-nokogiri/*", None, "templates of Dockerfiles"),
    ("HTML/debian+filezilla/*_GPL.html", None, "a licence in plain text"),
    ("HTML/debian+libsbml/*_COPYING.html", None, "a licence in plain text"),
    ("JavaScript/git+code-inspector/1-interface.js", "TypeScript", "an interface with types"),
    ("Lua/git+code-inspector/system.lua", None, "C declarations inside one long comment"),
    ("MATLAB/git+code-inspector/camlc.m", "Roff", "a manual page, .m is its section's letter"),
    ("Makefile/debian+meson/*.cpp.am", "C++", "source with the ending of an automake file"),
    ("Perl/debian+ppl/*.pl", "Prolog", "interfaces of a library for Prolog"),
    ("Protocol Buffer/debian+expect/*.proto", None, "a prototype, in Tcl"),
    ("R/git+code-inspector/list.r", None, "REBOL"),
    ("Scala/debian+scala/*_t1015.scala", None, "a shell script around a program"),
    ("Shell/debian+autoconf/*announce-gen", "Perl", "a Perl script started by a line of shell"),
    ("Shell/debian+autoconf/*gitlog-to-changelog", "Perl", "a Perl script started by a line of shell"),
    ("Shell/debian+expect/*", "Tcl", "Tcl scripts started by a line of shell"),
    ("Shell/debian+tk8.6/*_square", "Tcl", "a Tcl script started by a line of shell"),
    ("Shell/debian+tk8.6/*_timer", "Tcl", "a Tcl script started by a line of shell"),
    ("SystemVerilog/debian+emacs/*_TUTORIAL.sv", None, "a tutorial in Swedish"),
    ("SystemVerilog/debian+freeciv/*.sv", None, "documents in Swedish"),
    ("SystemVerilog/debian+groff/*", None, "hyphenation patterns for Swedish"),
    ("Text/debian+r-cran-quantreg/*_FAQ", None, "R code with some prose"),
    ("TypeScript/git+code-inspector/coming_soon.ts", None, "Tritium"),
    ("TypeScript/git+code-inspector/sokoban.ts", None, "a concatenative language of its own"),
    ("VHDL/debian+lepton-eda/*README.vhdl", None, "a README"),
    ("Verilog/pypi+pythondata-cpu-blackparrot/*.v", "SystemVerilog", "SystemVerilog under .v"),
    ("Verilog/pypi+pythondata-cpu-blackparrot/*.vh", "SystemVerilog", "SystemVerilog under .vh"),
    ("YAML/debian+scala/*_toc.yml", "HTML", "an HTML page"),
    ("YARA/debian+clamav/*COPYING.YARA", None, "a licence"),
)


def corrected(language: str, project: str, name: str) -> str | None:
    """The language of a file of the corpus: the one it stands under unless a row knows better; None: left out."""
    for pattern, truth, _ in CORRECTIONS:
        if pattern.startswith(language) and fnmatchcase(f"{language}/{project}/{name}", pattern):
            return truth
    return language
