"""Formats that the model has no label for: examples of "none of these", so that a network that meets an unknown format
says so instead of naming the language that is least unlike it.

Only formats that are far from every language of the model: what is near one (Idris, Notation3, Metal) would make
it less sure of that language. Taken from repositories and from Debian's source packages, which hold thirty years of
formats; there the extension means what it means here, or the text must show it.
"""

from __future__ import annotations

import re

from .manifest import Source

REGISTRIES = ("debian", "git")

_ANY = ""

# extension, what it is, what the text must show (a regular expression, ^ at every line)
OTHERS: tuple[tuple[str, str, str], ...] = (
    (".abc", "ABC music notation", r"^X:\s*\d"),
    (".ad", "X resources", r"^!|^[*\w.]+\s*:"),
    (".ado", "Stata", r"^\s*program\b"),
    (".aff", "Hunspell affixes", r"^(?:SFX|PFX|SET|TRY)\b"),
    (".afm", "Adobe font metrics", r"\AStartFontMetrics"),
    (".aln", "sequence alignments", _ANY),
    (".applescript", "AppleScript", _ANY),
    (".asn", "ASN.1", r"::="),
    (".asn1", "ASN.1", r"::="),
    (".au3", "AutoIt", _ANY),
    (".bdf", "bitmap fonts", r"\ASTARTFONT"),
    (".cif", "crystallographic data", r"^(?:data_|loop_|_\w)"),
    (".cir", "SPICE circuits", r"^\.\w"),
    (".cnf", "DIMACS formulas", r"^p cnf "),
    (".cocci", "Coccinelle's semantic patches", r"^@"),
    (".csh", "C shell", r"^\s*(?:set|setenv|if|foreach|alias)\b"),
    (".e", "Eiffel", r"^(?:class|deferred class|expanded class|note|indexing|feature)\b"),
    (".edf", "EDIF netlists", r"\A\s*\(edif"),
    (".edif", "EDIF netlists", r"\A\s*\(edif"),
    (".embl", "EMBL records", r"^ID\s"),
    (".eml", "mails", r"^(?:From|Received|Return-Path|Subject):"),
    (".fa", "FASTA sequences", r"\A[>;]"),
    (".factor", "Factor", r"^(?:USING|IN|USE):"),
    (".fasta", "FASTA sequences", r"\A[>;]"),
    (".fastq", "FASTQ sequences", r"\A@"),
    (".fig", "Xfig drawings", r"\A#FIG"),
    (".fq", "FASTQ sequences", r"\A@"),
    (".g4", "ANTLR grammars", r"^(?:lexer |parser )?grammar\b"),
    (".gb", "GenBank records", r"\ALOCUS"),
    (".gbk", "GenBank records", r"\ALOCUS"),
    (".gml", "GML graphs", r"^\s*graph\s*\["),
    (".gnuplot", "gnuplot", r"^\s*(?:set|plot|splot|reset)\b"),
    (".gp", "gnuplot", r"^\s*(?:set|plot|splot|reset)\b"),
    (".gpi", "gnuplot", r"^\s*(?:set|plot|splot|reset)\b"),
    (".gro", "molecules", _ANY),
    (".hmm", "profiles of sequences", r"\AHMMER"),
    (".icn", "Icon", r"^(?:procedure|link|record|global|end)\b"),
    (".ics", "calendars", r"\ABEGIN:VCALENDAR"),
    (".ily", "LilyPond", _ANY),
    (".kicad_mod", "KiCad footprints", _ANY),
    (".kicad_pcb", "KiCad boards", _ANY),
    (".ldif", "LDAP entries", r"^dn:"),
    (".lp", "linear programs", r"(?i:^\s*(?:minimi[sz]e|maximi[sz]e|subject to)\b)"),
    (".lrc", "lyrics", r"^\[\d"),
    (".ly", "LilyPond", _ANY),
    (".mbox", "mails", r"\AFrom "),
    (".mf", "METAFONT", r";"),
    (".mib", "SNMP's MIBs", r"::="),
    (".mol", "molecules", r"V[23]000"),
    (".mol2", "molecules", r"^@<TRIPOS>"),
    (".mp", "MetaPost", r"^(?:beginfig|input|endfig|def|verbatimtex)\b"),
    (".mps", "linear programs", r"^(?:NAME|ROWS|COLUMNS)\b"),
    (".mtl", "materials of models", r"^newmtl "),
    (".nex", "NEXUS trees", r"(?i:\A#NEXUS)"),
    (".obj", "models in three dimensions", r"^v\s+-?\d"),
    (".off", "models in three dimensions", r"\A[A-Z4n]*OFF"),
    (".pdb", "proteins", r"^(?:ATOM|HEADER|HETATM|REMARK)\b"),
    (".pgn", "games of chess", r"^\[Event "),
    (".pike", "Pike", _ANY),
    (".ply", "models in three dimensions", r"\Aply"),
    (".pov", "POV-Ray scenes", _ANY),
    (".pri", "qmake", r"^\s*[A-Z_]+\s*[+*-]?="),
    (".prj", "map projections", r"\A(?:PROJCS|GEOGCS)"),
    (".pro", "qmake", r"^\s*(?:QT|TEMPLATE|SOURCES|HEADERS|CONFIG|TARGET|SUBDIRS)\s*[+*-]?="),
    (".rexx", "REXX", _ANY),
    (".ris", "references", r"^TY  - "),
    (".rnc", "RELAX NG", r"="),
    (".sas", "SAS", r"(?i:^\s*(?:data|proc|run|%macro)\b)"),
    (".sdf", "molecules", r"V[23]000"),
    (".sfd", "fonts of FontForge", r"\ASplineFontDB"),
    (".smt2", "SMT-LIB", r"^\s*\("),
    (".srt", "subtitles", r"-->"),
    (".stl", "models in three dimensions", r"\A\s*solid\b"),
    (".sto", "sequence alignments", r"\A# STOCKHOLM"),
    (".strings", "Apple's strings", r"^\s*\".*\" = \""),
    (".tcsh", "C shell", r"^\s*(?:set|setenv|if|foreach|alias)\b"),
    (".te", "SELinux policies", r"^\s*(?:policy_module|module|type|allow|gen_require)\b"),
    (".texi", "Texinfo", r"^@\w"),
    (".texinfo", "Texinfo", r"^@\w"),
    (".thy", "Isabelle theories", r"^\s*(?:theory|imports|lemma|begin)\b"),
    (".tla", "TLA+", r"^-+ *MODULE"),
    (".txi", "Texinfo", r"^@\w"),
    (".ucf", "pins of chips", r"(?i:^\s*net\b)"),
    (".vcd", "traces of signals", r"\$(?:date|version|timescale|var)\b"),
    (".vtt", "subtitles", r"\AWEBVTT"),
    (".wrl", "VRML", r"\A#VRML"),
    (".xyz", "molecules", r"\A\s*\d+\s*$"),
    (".zone", "DNS zones", r"\bSOA\b|^\$(?:TTL|ORIGIN)"),
)
_PATTERNS = {extension: pattern for extension, _, pattern in OTHERS}


def is_other(source: Source, path: str, text: str) -> bool:
    """Whether a file of `source` that has no label of the model's is an example of what is none of its languages."""
    if source.registry not in REGISTRIES or source.only:
        return False
    pattern = _PATTERNS.get(path[path.rfind(".") :].lower())
    return pattern is not None and re.search(pattern, text, re.MULTILINE) is not None
