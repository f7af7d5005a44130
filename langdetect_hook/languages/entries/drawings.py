"""Drawings and solids that are written as text."""

from __future__ import annotations

from langdetect_hook.languages.comments import HASHES, OF_C, PAST_COMMENTS_OF_C, PERCENTS
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.traits import NEVER_RUN

ENTRIES = (
    Language(
        "Graphviz (DOT)",
        "dot",
        ".gv",
        spoken="Graphviz",
        comments=(*OF_C, HASHES),
        traits=(NEVER_RUN,),
        editor_names="dot graphviz-dot",
        sign=r"\b(?:di|sub)?graph\b",
        mark=PAST_COMMENTS_OF_C + r"(?:strict\s+)?(?:di)?graph\b[^\n{};\[]{0,200}\{",
        told_apart=(
            Construct(
                "PlantUML",
                r"^[ \t]*(?:strict[ \t]+)?(?:di)?graph\b",
                why="a drawing may hold a graph",
                unless=r"^[ \t]*@start",
            ),
        ),
    ),
    Language(
        "Mermaid",
        "",
        ".mmd",
        comments=(PERCENTS,),
        sign=(
            r"^[ \t]*(?:C4\w+|architecture\S*|block\S*|classDiagram\S*|erDiagram|flowchart\S*|gantt|gitGraph|graph"
            r"|journey|kanban|mindmap|packet\S*|pie|quadrantChart|requirementDiagram|sankey\S*|sequenceDiagram"
            r"|stateDiagram\S*|timeline|tree\S+|venn\S*|xychart\S*|zenuml)\b"
        ),
    ),
    Language("OpenSCAD", "openscad", ".scad", comments=OF_C, sign=r"[;{}=]", comments_are_signs=True),
    Language(
        "PlantUML",
        "",
        ".puml",
        sign=(
            r"^[ \t]*@start\w+|^[ \t]*!\w|->"
            r"|^[ \t]*(?:actor|class|component|enum|interface|package|participant|rectangle|skinparam|state|title)\b"
        ),
    ),
)
