"""Languages of scripts, but for those that have a module of their own."""

from __future__ import annotations

from langdetect_hook.languages.comments import (
    HASHES,
    HYPHENS,
    OF_C,
    PERCENTS,
    SEMICOLONS,
    SLASHES,
    STARS,
)
from langdetect_hook.languages.here_documents import AT_ONCE
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.quotes import LONG_BRACKETS, PARENTHESIZED
from langdetect_hook.languages.traits import (
    ANY_CASE,
    BARE_WORDS,
    CARRIES_CODE,
    COMMENT_UNLESS_CODE,
    DOCUMENTATION,
    IN_SCRIPTS,
    NEVER_RUN,
    PREPROCESSED,
)

ENTRIES = (
    Language(
        "AutoHotkey",
        "autohotkey",
        ".ahk",
        comments=(SEMICOLONS, STARS),
        traits=(ANY_CASE, PREPROCESSED),
        sign=r"::|:=|^[ \t]*#\w|\b(?:class|global|gosub|if|loop|msgbox|return|run|send\w*)\b",
        comments_are_signs=True,
    ),
    Language("Awk", "awk", ".awk", comments=(HASHES,)),
    Language("GDScript", "gdscript", ".gd", comments=(HASHES,)),
    Language(
        "Julia",
        "julia",
        ".jl",
        comments=(HASHES,),
        sign=r"\b(?:const|end|function|import|include|module|struct|using)\b|=",
    ),
    Language(
        "Lua",
        "lua",
        ".lua",
        comments=(HYPHENS,),
        traits=(PREPROCESSED,),
        sign=r"\b(?:end|function|local|require|return)\b|[=(]",
        comments_are_signs=True,
        mark=r"\bcdef\s*\[\[|^[ \t]*local\s+(?:function\s+\w+\s*\(|\w+\s*=\s*require\b)",
        mark_shared_by=(DOCUMENTATION, CARRIES_CODE, "HTML", "Vim script"),
        quoted=LONG_BRACKETS,
        # Pages with Lua in them, and in its long strings.
        holds=r"<\?lua\b|<%\s*(?:local|for|if|=)\b|\[=*\[\s*<[A-Za-z!/?]",
    ),
    Language(
        "MATLAB",
        "matlab",
        ".m",
        accepts="Text",
        why="documentation-only functions are prose",
        comments=(PERCENTS,),
        traits=(BARE_WORDS,),
        editor_names="octave",
    ),
    Language(
        "Perl",
        "perl",
        ".pl",
        accepts="Raku, Text",
        why="Raku grew out of Perl; a module's documentation is prose",
        comments=(HASHES,),
        traits=(COMMENT_UNLESS_CODE, PREPROCESSED),
        editor_names="cperl",
        here_document=r"(?<!<)<<~?(?:([ \t]*['\"])|())([A-Za-z_]\w*)",
        sign=r"[$@%]\w|\b(?:my|package|sub|use)\b",
        mark=r"^(?:use\s+(?:strict|warnings|\w+::\w[\w:]*)\b[^;\n]*;|package\s+\w[\w:]*\s*;)|^[ \t]*my\s+[$@%(]",
        mark_shared_by=(DOCUMENTATION, CARRIES_CODE, "Java", "M4", "Raku", "Shell"),
        holds=r"^__(?:END|DATA)__|^=(?:pod|head\d|encoding)\b",
        told_apart=(
            Construct(
                "Raku",
                r"^[ \t]*use[ \t]+(?:strict|warnings)\b|\$\w+->[\[{(\w]|\bmy[ \t]*\(|\bforeach\b|=~",
                why="Raku grew out of Perl",
            ),
        ),
    ),
    Language(
        "R",
        "splus",
        ".R",
        comments=(HASHES,),
        quoted=PARENTHESIZED,
        sign=r"<-|\b(?:function|library|require|source)\s*\(|=|\w\(",
    ),
    Language(
        "Raku",
        "raku",
        ".raku",
        accepts="Text",
        why="documentation is prose",
        comments=(HASHES,),
        traits=(COMMENT_UNLESS_CODE,),
        here_document=r"\bq?q?:?to[(/<]()(\w+)",
    ),
    Language(
        "RobotFramework",
        "robotframework",
        ".robot",
        spoken="Robot Framework",
        comments=(HASHES,),
        # Never run: the shebang names what runs the robot.
        traits=(COMMENT_UNLESS_CODE, NEVER_RUN),
        editor_names="robot",
        sign=r"^[ \t|]*\*+[ \t]*\w",
    ),
    Language(
        "Ruby",
        "ruby",
        ".rb",
        comments=(HASHES,),
        traits=(PREPROCESSED,),
        editor_names="rspec",
        here_document=AT_ONCE,
        mark=r"^[ \t]*require(?:_relative)?\s+['\"][\w./-]+['\"][ \t]*$",
        mark_shared_by=(DOCUMENTATION, CARRIES_CODE, "Crystal", "Lua", "Shell"),
        holds=r"^__END__$",
    ),
    Language(
        "SQF",
        "",
        ".sqf",
        accepts="C, C++",
        why="scripts go through a preprocessor like that of C; descriptions of classes read like C++",
        comments=OF_C,
        traits=(PREPROCESSED,),
        unknown_to_lexer=SLASHES,
        sign=r"[;=\[]|^[ \t]*#",
        comments_are_signs=True,
    ),
    Language("Smalltalk", "smalltalk", ".st"),
    Language(
        "Tcl",
        "tcl",
        ".tcl",
        comments=(HASHES,),
        traits=(IN_SCRIPTS, PREPROCESSED),
        told_apart=(
            Construct(
                "Shell",
                (
                    r"^[ \t]*(?:array|catch|expr|foreach|global|incr|lappend|namespace|package|proc|puts|set|variable)"
                    r"[ \t]+[\w$:{\"\[]|\[[a-z]\w*[ \t]"
                ),
                why="commands one after the other are the same to both",
            ),
        ),
        sign=r"[\[{$]|\b(?:package|proc|puts|set|source|load|namespace)\b",
        # A picture or a page in braces; C for critcl.
        holds=r"^[ \t]*(?:set|variable)[ \t]+[\w:]+[ \t]+\{[ \t]*$|^[ \t]*critcl::\w",
    ),
    Language(
        "Vim script",
        "vim",
        ".vim",
        editor_names="vim",
        here_document=r"=<<[ \t]*(?:(?:eval|trim)[ \t]+){0,2}([A-Z_]\w*)",
        holds=r"^[ \t]*(?:py|py3|pyx|python|python3|pythonx|lua|perl|ruby|tcl)\s*<<",
    ),
)
