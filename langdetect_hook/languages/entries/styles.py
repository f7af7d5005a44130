"""Style sheets."""

from __future__ import annotations

from langdetect_hook.languages.comments import OF_C, STARS
from langdetect_hook.languages.language import Language
from langdetect_hook.languages.traits import IN_SCRIPTS, LONG_LINES, SHORT_STRINGS

ENTRIES = (
    Language(
        "CSS",
        "css",
        ".css",
        accepts="Less, SCSS",
        why="sources with their own syntax, compiled in place",
        comments=(STARS,),
        traits=(IN_SCRIPTS, LONG_LINES, SHORT_STRINGS),
        # What preprocessors take has // as well.
        sign=r"\{|@(?:charset|import)\b|//",
        comments_are_signs=True,
    ),
    Language(
        "Less",
        "less",
        ".less",
        accepts="CSS, SCSS",
        why="Less extends CSS; mixin-free files read as SCSS",
        comments=OF_C,
        traits=(IN_SCRIPTS, SHORT_STRINGS),
        sign=r"[{@]",
        comments_are_signs=True,
    ),
    Language(
        "SCSS",
        "scss",
        ".scss",
        accepts="CSS, Less, Stylus",
        why="SCSS extends CSS",
        comments=OF_C,
        traits=(IN_SCRIPTS, SHORT_STRINGS),
        sign=r"[{@$]",
        comments_are_signs=True,
    ),
    Language(
        "Sass",
        "sass",
        ".sass",
        accepts="CSS, SCSS, Stylus",
        why="a file without nesting reads as any style sheet",
        comments=OF_C,
        traits=(IN_SCRIPTS,),
        sign=r"\A(?![\s\S]*(?:[^#]\{|;[ \t]*$))",
    ),
    Language(
        "Stylus",
        "",
        ".styl",
        accepts="CSS, Less, SCSS, Sass",
        why="Stylus takes plain CSS and indented syntax",
        comments=OF_C,
    ),
)
