"""Style sheets."""

from __future__ import annotations

from langdetect_hook.languages.comments import OF_C, STARS
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.traits import IN_SCRIPTS, LONG_LINES, SHORT_STRINGS

_OF_SCSS = (
    r"\$[\w-]+[ \t]*[:)]"
    r"|@(?:mixin|include|extend|if|else|for|each|while|function|return|use|forward|at-root|debug|warn)\b"
    r"|#\{|^[ \t]*%[\w-]+[ \t]*\{|:[^;{}]*\$[\w-]"
)
_OF_LESS = (
    r"^[ \t]*@(?!charset|container|counter-style|document|font-face|font-feature-values|import|keyframes|layer|media"
    r"|namespace|page|property|scope|supports|tailwind|apply|viewport|-)[\w-]+[ \t]*:|@\{|@import[ \t]*\("
    r"|^[ \t]*[.#][\w-]+(?:\([^){]*\))?[ \t]*;|\bwhen[ \t]*\(|~[\"'`]|:[^;{}]*@[a-z][\w-]*[ \t;,)]"
)
# A rule within a rule, in one line: a selector that refers to the outer one, or one further in that no page's style
# sheet would have.
_NESTED = r"^[ \t]*&|^[ \t]+[>+~][ \t]*[\w.#*]|,[ \t]*&"

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
        passes_for=(
            Construct("CSS", rf"{_OF_LESS}|{_NESTED}|^[ \t]*//", why="Less without its own syntax is CSS"),
            Construct("SCSS", _OF_LESS, why="both nest rules"),
        ),
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
        passes_for=(
            Construct("CSS", rf"{_OF_SCSS}|{_NESTED}|^[ \t]*//", why="SCSS without its own syntax is CSS"),
            Construct("Less", _OF_SCSS, why="both nest rules"),
        ),
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
        passes_for=(
            Construct("Sass", r"^[ \t]*[\w$-]+[ \t]*=|[{;]|^[ \t]+[a-z-]+[ \t]+[^:{\n]+$", why="both indent rules"),
            Construct("CSS", r"^[ \t]*[\w$-]+[ \t]*=|^[^{};]*$", why="braces and semicolons may stand"),
        ),
    ),
)
