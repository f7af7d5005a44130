"""Marks of languages that the model does not cover but that share an extension with one it does.

A mark is a regular expression (^ and $ at every line) by which content is known to be in that language. A claimed
language with a mark counts as covered. No reasons here: the mark is the language's own syntax.
"""

from __future__ import annotations

# The expected output of the tools of GNU's binutils, and the options for their tests.
_DEJAGNU = (
    r"^# ?(?:as|error|ld|name|nm|objdump|readelf|size|source|(?:no)?target|warning)[: ]"
    r"|: *\+?\s+file format |^(?:Contents|Disassembly) of section "
)

# pattern of the name, language, mark
MARKS: tuple[tuple[str, str, str], ...] = (
    ("*.ac", "AC3D", r"\AAC3D"),
    ("*.cmd", "Linker Script", r"^[ \t]*(?:MEMORY|SECTIONS)\b|^[ \t]*-(?:stack|heap|l)\b"),
    ("*.cmd", "U-Boot Script", r"^[ \t]*(?:setenv[ \t]+\w|(?:boot[imz]|sf probe|fatload|ext[24]load|tftp\w*)[ \t])"),
    ("*.cob", "Caligari Model", r"\ACaligari "),
    ("*.cs", "ClearSilver", r"<\?cs\b"),
    (
        "*.d",
        "DTrace",
        r"^#pragma D |^[ \t]*provider[ \t]+\w+[ \t]*\{|^[\w$*]*:[\w$*]*:[\w$*.]*:[\w$*-]*|^(?:BEGIN|END"
        r"|tick-\w+)[ \t]*$|^#!.*dtrace",
    ),
    ("*.d", "DejaGnu Expectation", _DEJAGNU),
    ("*.gd", "DejaGnu Expectation", _DEJAGNU),
    ("*.gd", "GAP", r"^[ \t]*Declare[A-Z]\w*\s*\(|^#[A-Z] {2}"),
    ("*.hh", "Hack", r"\A(?:#!.*\n)?<\?hh"),
    ("*.htm", "Embperl", r"\[([-+!$])\s(?s:.*?)\s\1\]"),
    ("*.ini", "TeX Format", r"^\\(?:dump|input)\b|\\dump\b"),
    ("*.m", "Limbo", r"^implement [\w, ]+;|^[A-Z]\w*: module$"),
    ("*.m", "M", r"\A[A-Za-z%]\w*(?:\(.*\))?[ \t]*;"),
    ("*.m", "MUF", r"^: [\w-]+ .*\(|^\$(?:def|include|author) "),
    ("*.m", "Mason", r"<%(?:args|init|perl|method|def)\b|<&"),
    ("*.m", "Mathematica", r"\A\s*\(\*|^(?:BeginPackage|Begin|Needs|Get)\[|:= *(?:Module|Block|With)\["),
    ("*.m", "Mercury", r"^:- (?:module|interface|import_module|pred|func)\b"),
    ("*.m", "Message Catalog", r"^\$set \d+|^\$ codeset="),
    ("*.md", "GCC Machine Description", r"^\((?:define_|include )"),
    ("*.ml", "Mocklisp", r"\A\s*(?:;[^\n]*\n\s*)*\((?!\*)"),
    ("*.mm", "Matrix Market", r"\A%%(?i:matrixmarket)\b"),
    ("*.plist", "Property List", r"\A\s*(?:(?:/\*(?:[^*]|\*(?!/))*\*/|//[^\n]*\n)\s*)*[{(]"),
    ("*.pp", "GPP", r"<#(?:define|if\w*|include|mode)\b"),
    ("*.pp", "PolyPackage", r"^%(?:set|if|fixup|service|depend|files|(?:pre|post)(?:in|up|un))\b"),
    ("*.proto", "Dvips Settings", r"\A\s*%(?s:.*?)^[DMm] ?\w+[ \t]*$"),
    ("*.r", "DejaGnu Expectation", _DEJAGNU),
    ("*.r", "Rebol", r"(?i:\bREBOL\s*\[)|(?i:\bRed\s*\[)"),
    ("*.r", "Rez", r"^(?:data|resource|type) '[^'\n]{4}'"),
    ("*.rs", "RenderScript", r"^#pragma (?:rs|version)\b"),
    ("*.sol", "Gerber Image", r"\A\s*(?:G0[0-9]|%FS|%MO|M48)"),
    ("*.sol", "Solver Output", r"^(?:Step: |SAT$|Answer: |(?:UN)?SATISFIABLE|OPTIMUM FOUND|UNKNOWN)"),
    ("*.st", "Enscript States", r"^[ \t]*state [\w-]+(?: extends [\w-]+)?\s*(?:\{|$)"),
    ("*.st", "StringTemplate", r"^\w+\([^)\n]*\) *::=|^(?:delimiters|group) |<if\(|\$\w+(?:\.\w+)*\$"),
    ("*.st", "Structured Text", r"^[ \t]*(?i:END_VAR|END_FUNCTION_BLOCK|END_PROGRAM)\b"),
    ("*.star", "STAR", r"^data_\w*[ \t]*$|^loop_[ \t]*$"),
    ("*.ts", "Time Series", r"^@(?i:classlabel|problemname|targetlabel|timestamps)\b"),
    ("*.ts", "TypoScript", r"^<INCLUDE_TYPOSCRIPT|^(?:page|lib|plugin|tt_content)(?:\.\w+)* *(?:[={<]|:=)"),
    (
        "*.v",
        "Rocq Prover",
        r"^[ \t]*(?:From \w|Require |Theorem |Lemma |Definition |Inductive |Fixpoint |Notation "
        r"|Proof\.|Ltac |Section \w+\.)",
    ),
    ("*.v", "V", r"^(?:pub )?fn [^>;\n]*\{$(?s:.{0,500}?):=|\A(?://.*\n)*module \w+\n"),
)
