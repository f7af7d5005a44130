"""Machines: their instructions and their circuits."""

from __future__ import annotations

from langdetect_hook.languages.comments import HASHES, HYPHENS, OF_C, SEMICOLONS, SLASHES, STARS
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.traits import LIKE_C

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
        "SystemVerilog",
        "systemverilog",
        ".sv",
        accepts="Verilog",
        why="SystemVerilog extends Verilog",
        comments=OF_C,
        traits=(LIKE_C,),
        passes_for=(
            Construct(
                "Verilog",
                (
                    r"\b(?:logic|bit|byte|int|string|always_(?:ff|comb|latch)|interface|modport|class|package|import|typedef|enum"
                    r"|struct|union|packed|extends|virtual|new|rand|randomize|assert|assume|cover|property|sequence|covergroup"
                    r"|covergroup|constraint|unique|priority|automatic|return|break|foreach|void|uvm_\w+|end(?:class|package"
                    r"|interface|property|sequence))\b|\$(?:clog2|bits|cast|error|fatal|info|warning)\b|'[{01x](?!\w)|\+\+|::|`uvm_"
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
        sign=r"\b(?:entity|architecture|library|use|package|signal|port|process|configuration|context)\b",
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
