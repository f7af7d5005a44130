"""Style sheets."""

from __future__ import annotations

from langdetect_hook.languages.comments import OF_C, STARS
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.traits import IN_SCRIPTS, LONG_LINES, SHORT_STRINGS

_OF_SCSS = (
    r"\$[\w-]+[ \t]*[:)]"
    r"|@(?:mixin|include|extend|if|else|for|each|while|function|return|use|forward|at-root|debug|warn)\b"
    r"|#\{|^[ \t]*%[\w-]+[ \t]*\{|:[^;{}]{0,300}\$[\w-]"
)
_OF_LESS = (
    r"^[ \t]*@(?!charset|container|counter-style|document|font-face|font-feature-values|import|keyframes|layer|media"
    r"|namespace|page|property|scope|supports|tailwind|apply|viewport|-)[\w-]+[ \t]*:|@\{|@import[ \t]*\("
    r"|^[ \t]*[.#][\w-]+(?:\([^){]{0,300}\))?[ \t]*;|\bwhen[ \t]*\(|~[\"'`]|:[^;{}]{0,300}@[a-z][\w-]*[ \t;,)]"
)
# A rule within a rule, in one line: a selector that refers to the outer one, or one further in that no page's style
# sheet would have.
_NESTED = r"^[ \t]*&|^[ \t]+[>+~][ \t]*[\w.#*]|,[ \t]*&"

ENTRIES = (
    Language(
        "CSS",
        "css",
        ".css",
        comments=(STARS,),
        traits=(IN_SCRIPTS, LONG_LINES, SHORT_STRINGS),
        # What preprocessors take has // as well.
        sign=r"\{|@(?:charset|import)\b|//",
        comments_are_signs=True,
        told_apart=(
            Construct(
                "JavaScript, TypeScript",
                r"[\w*)\]-][ \t]*\{[ \t\n]*-?[a-z][a-z-]*:[^{};\n]+[;}]",
                why="what is left of strings says little",
                unless=r"\b(?:const|export|function|import|let|module|require|return|var)\b|=>|===|&&",
                proof=r"[\w*)\]-][ \t]*\{[ \t]*-?[a-z][a-z-]*:[^{};\n]+[;}]",
            ),
            Construct(
                "HTML",
                r"\S",
                why="style sheets stand in pages",
                unless=r"<[A-Za-z!/?%]|\{[{%]",
                proof=r"^[ \t]*[a-z-]+[ \t]*:[^{};\n]+;[ \t]*$|[\w)*\]][ \t]*\{[^{};\n]+:[^{};\n]+[;}]",
            ),
            Construct(
                "Sass",
                r"\{[ \t]*$[^{}]*;[ \t]*\n[ \t]*\}",
                why="rules without nesting read as any style sheet",
            ),
        ),
    ),
    Language(
        "Less",
        "less",
        ".less",
        accepts="CSS",
        why="Less extends CSS",
        comments=OF_C,
        traits=(IN_SCRIPTS, SHORT_STRINGS),
        sign=r"[{@]",
        comments_are_signs=True,
        passes_for=(
            Construct("CSS", rf"{_OF_LESS}|{_NESTED}|^[ \t]*//", why="Less without its own syntax is CSS"),
            Construct("SCSS", _OF_LESS, why="both nest rules"),
        ),
        told_apart=(
            Construct(
                "CSS, SCSS, Stylus",
                (
                    r"^[ \t]*\.[\w-]+\([^){\n]*\)[ \t]*(?:;|when\b|!important|\{)|~[\"'][^\"'\n]*[\"']|@\{[\w-]+\}"
                    r"|^@(?!charset|container|counter-style|custom|font|import|keyframes|layer|media|namespace|page"
                    r"|property|scope|supports|tailwind|theme|-)[\w-]+[ \t]*:[ \t]*[^\s{][^\n{]*;"
                ),
                why="rules are written alike",
                proof=(
                    r"^[ \t]*\.[\w-]+\([^){\n]*\)[ \t]*(?:;|when\b)|~[\"'][^\"'\n]*[\"']|@\{[\w-]+\}|&:extend\("
                    r"|:[ \t]*@[a-z][\w-]*[ \t]*;|\b(?:darken|fade|lighten)\([ \t]*@\w"
                ),
            ),
        ),
    ),
    Language(
        "SCSS",
        "scss",
        ".scss",
        accepts="CSS",
        why="SCSS extends CSS",
        comments=OF_C,
        traits=(IN_SCRIPTS, SHORT_STRINGS),
        sign=r"[{@$]",
        comments_are_signs=True,
        passes_for=(
            Construct("CSS", rf"{_OF_SCSS}|{_NESTED}|^[ \t]*//", why="SCSS without its own syntax is CSS"),
            Construct("Less", _OF_SCSS, why="both nest rules"),
        ),
        told_apart=(
            Construct(
                "CSS, Less, Sass, Stylus",
                (
                    r"^[ \t]*@(?:use|forward)[ \t]+['\"][^'\"\n]+['\"](?:[ \t]+as[ \t]+[\w*-]+)?;|^[ \t]*@(?:include"
                    r"|mixin)[ \t]+[\w.-]+[ \t]*(?:\([^\n]*\))?[ \t]*[;{]|#\{[ \t]*\$|\b(?:map-get|map\.get|math\.div"
                    r"|percentage|darken|lighten|rgba)\([ \t]*\$"
                ),
                why="rules are written alike",
                unless=r"^[ \t]*@(?:each|mixin|include)[ \t]+\w+[ \t]*$",
                proof=(
                    r"^[ \t]*@(?:include|mixin)[ \t]+[\w.-]+[ \t]*(?:\([^\n]*\))?[ \t]*[;{]|#\{[ \t]*\$|\b(?:map-get"
                    r"|map\.get|math\.div|percentage|darken|lighten|rgba)\([ \t]*\$|^[ \t]*@(?:use"
                    r"|forward)[ \t]+['\"]sass:"
                ),
            ),
        ),
    ),
    Language(
        "Sass",
        "sass",
        ".sass",
        comments=OF_C,
        traits=(IN_SCRIPTS,),
        sign=r"\A(?![\s\S]*(?:[^#]\{|;[ \t]*$))",
        told_apart=(
            Construct(
                "CSS, Less, SCSS",
                (
                    r"^[ \t]*(?:=[\w-]+|\+[\w-]+|@mixin [\w-]+(?:\([^\n)]*\))?|@include [^\n;{]+)[ \t]*$"
                    r"|^[.#&]?[\w-][^\n;{}]*\n[ \t]+[\w-]+:[ \t]+[^\n;{}]+\n[ \t]+[\w-]+:[ \t]+[^\n;{}]+$"
                ),
                why="declarations are written alike",
                unless=r"\{[ \t]*$|;[ \t]*$",
                proof=(
                    r"^[ \t]*(?:=[\w-]+|\+[\w-]+)[^\n;{]*$|^[ \t]*@(?:include|mixin)[ \t]+[\w-]+[^\n;{]*$"
                    r"|^[ \t]+[a-z-]+:[ \t]+[^\n;{}]+$"
                ),
            ),
        ),
    ),
    Language(
        "Stylus",
        "",
        ".styl",
        accepts="CSS, Sass",
        why="Stylus takes plain CSS and indented syntax",
        comments=OF_C,
        passes_for=(
            Construct("Sass", r"^[ \t]*[\w$-]+[ \t]*=|[{;]|^[ \t]+[a-z-]+[ \t]+[^:{\n]+$", why="both indent rules"),
            Construct("CSS", r"^[ \t]*[\w$-]+[ \t]*=|^[^{};]*$", why="braces and semicolons may stand"),
        ),
        told_apart=(
            Construct(
                "Less, SCSS",
                r"^[ \t]*[\w$-]+[ \t]*=[ \t]*\S|^[ \t]+[a-z-]+[ \t]+[^:{\n;]+$",
                why="declarations are written alike",
                unless=r"\{[ \t]*$|;[ \t]*$",
            ),
        ),
    ),
)
