"""Machines: their instructions and their circuits."""

from __future__ import annotations

from langdetect_hook.languages.comments import HASHES, HYPHENS, OF_C, SEMICOLONS, SLASHES, STARS
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.traits import ANY_CASE, CARRIES_CODE, DOCUMENTATION, LIKE_C, PREPROCESSED

ENTRIES = (
    Language(
        "Assembly",
        "gas",
        ".asm",
        accepts="C",
        why="assembler run through the C preprocessor",
        comments=(*OF_C, SEMICOLONS, HASHES),
        editor_names="asm",
        unknown_to_lexer=SLASHES,
    ),
    Language(
        "Devicetree",
        "devicetree",
        ".dts",
        accepts="C",
        why="trees go through the C preprocessor; some are its constants alone",
        comments=OF_C,
        traits=(PREPROCESSED,),
        editor_names="dts",
        sign=r"[;{]|^[ \t]*#",
        comments_are_signs=True,
        told_apart=(
            Construct(
                "C, C++",
                r"/dts-v\d+/|^[ \t]*&\w+[ \t]*\{|^[ \t]*/[ \t]*\{|\bcompatible[ \t]*=|#\w+-cells\b|<&\w+",
                why="headers of a board's numbers serve both",
            ),
        ),
    ),
    Language(
        "LLVM",
        "llvm",
        ".ll",
        spoken="LLVM's intermediate language",
        comments=(SEMICOLONS,),
        sign=r"^[ \t]*(?:attributes|declare|define|source_filename|target)\b|^[@%!^$]|= type\b",
        comments_are_signs=True,
    ),
    Language(
        "Linker Script",
        "",
        ".ld",
        spoken="a linker script",
        accepts="C",
        why="scripts go through the C preprocessor",
        comments=(STARS,),
        traits=(PREPROCESSED,),
        editor_names="ld",
        sign=(
            r"\b(?:assert|entry|extern|group|include|input|insert|keep|memory|output_\w+|phdrs|provide\w*|region_alias"
            r"|search_dir|sections|version)\b|=|^[ \t]*#"
        ),
        comments_are_signs=True,
    ),
    Language(
        "SystemVerilog",
        "systemverilog",
        ".sv",
        accepts="Verilog",
        why="SystemVerilog extends Verilog",
        comments=OF_C,
        traits=(LIKE_C,),
        mark=(
            r"\bend(?:class|interface|module|package|task)\b|\brandc?[ \t]+(?:bit|byte|int|logic)\b"
            r"|^[ \t]*always_(?:comb|ff|latch)\b|^[ \t]*constraint[ \t]+\w+[ \t]*\{|^`(?:define|ifn?def|include)\b"
        ),
        mark_shared_by=(DOCUMENTATION, CARRIES_CODE, "Verilog"),
        told_apart=(
            Construct(
                "Verilog",
                (
                    r"\bend(?:checker|class|clocking|group|interface|package|program|property|sequence)\b"
                    r"|\balways_(?:comb|ff|latch)\b|\bcovergroup\b|\bmodport\b|\brandc?[ \t]+\w+[ \t]*[\w\[;]"
                    r"|^[ \t]*(?:(?:automatic|const|inout|input|local|output|protected|randc?|ref|static|var)[ \t]+)*"
                    r"(?:bit|byte|chandle|int|logic|longint|shortint|string)\b[ \t]*"
                    r"(?:\[|(?:signed|unsigned)\b|\w+[ \t]*(?:[;,=\[)]|$))"
                    r"|^[ \t]*(?:class|constraint|import|interface|typedef|virtual[ \t]+class)[ \t]+\w"
                    r"|\bassert[ \t]+property\b|\bforeach[ \t]*\(|\b(?:priority|unique)[ \t]+(?:case|if)\b|\bnew\("
                    r"|\$(?:cast|countones|fatal|isunknown|urandom\w*)\b|`uvm_|\.\*[ \t]*\)|'\{"
                ),
                why="classes of a test bench hold much that modules hold as well",
                decisive=True,
            ),
        ),
        passes_for=(
            Construct(
                "Verilog",
                (
                    r"\b(?:logic|bit|byte|int|string|always_(?:ff|comb|latch)|interface|modport|class|package|import|typedef|enum"
                    r"|struct|union|packed|extends|virtual|new|rand|randomize|assert|assume|cover|property|sequence|covergroup"
                    r"|constraint|unique|priority|automatic|return|break|foreach|void|uvm_\w+"
                    r"|end(?:class|package|interface|property|sequence))\b"
                    r"|\$(?:clog2|bits|cast|error|fatal|info|warning)\b|'[{01x](?!\w)|\+\+|::|`uvm_"
                ),
                why="SystemVerilog without its own constructs is Verilog",
            ),
        ),
    ),
    Language(
        "VHDL",
        "vhdl",
        ".vhdl",
        comments=(STARS, HYPHENS),
        traits=(ANY_CASE,),
        sign=r"\b(?:entity|architecture|library|use|package|signal|port|process|configuration|context)\b",
        mark=(
            r"(?i:\bend[ \t]+(?:architecture|component|entity|generate|package|process)\b|\bimpure[ \t]+function\b"
            r"|\bstd_u?logic(?:_vector)?\b|^[ \t]*architecture[ \t]+\w+[ \t]+of\b)"
        ),
        mark_shared_by=(DOCUMENTATION, CARRIES_CODE),
    ),
    Language(
        "Verilog",
        "verilog",
        ".v",
        accepts="SystemVerilog",
        why="newer syntax under the older extension",
        comments=OF_C,
        traits=(LIKE_C,),
    ),
)
