"""Languages of Java's and .NET's virtual machines."""

from __future__ import annotations

from langdetect_hook.languages.comments import OF_C, PACKAGE
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.quotes import TRIPLED
from langdetect_hook.languages.traits import ANY_CASE, LIKE_C, PREPROCESSED

ENTRIES = (
    Language(
        "C#",
        "csharp",
        ".cs",
        comments=OF_C,
        traits=(PREPROCESSED,),
        editor_names="cs csharp",
        sign=r"\b(?:class|enum|interface|namespace|record|struct|using)\b",
        comments_are_signs=True,
        mark=r"^using\s+(?:static\s+)?[A-Z][\w.]*;",
    ),
    Language(
        "Groovy",
        "groovy",
        ".groovy",
        accepts="Java",
        why="Java is nearly Groovy",
        comments=OF_C,
        traits=(LIKE_C,),
        sign=r"\b(?:def|class|import|apply|plugins?|task|return|new|void|pipeline|stage)\b|[={(]",
        comments_are_signs=True,
        opens=PACKAGE,
        told_apart=(
            Construct(
                "Kotlin",
                (
                    r"^[ \t]*apply[ \t]+plugin:|^[ \t]*(?:api|classpath|compile|compileOnly|implementation"
                    r"|runtimeOnly|test\w+)[ \t]+['\"]|^[ \t]*def[ \t]+\w+|^[ \t]*task[ \t]+\w+[ \t]*(?:\{|<<|\()"
                ),
                why="Gradle's two syntaxes are near",
                proof=(
                    r"^[ \t]*apply[ \t]+plugin:|^[ \t]*(?:api|classpath|compile|compileOnly|implementation"
                    r"|runtimeOnly|test\w+)[ \t]+['\"]|^[ \t]*def[ \t]+\w+|^[ \t]*task[ \t]+\w+[ \t]*(?:\{|<<|\()"
                ),
            ),
            Construct(
                "Java",
                r"^[ \t]*def\s+\w+\s*[=(]|^[ \t]*(?:task|apply\s+plugin|dependencies\s*\{|plugins\s*\{)|=~|\$\{\w",
                why="Java is nearly Groovy",
            ),
        ),
        passes_for=(
            Construct(
                "Java",
                (
                    r"\bdef\b|'[^'\n]{2,}'|'{3}|\"{3}|\$\{|=~|\?[:.]|\*\.|\bas\b|\{[^{};\n]*->|\bit\."
                    r"|^[ \t]*(?:import|package|return)\b[^;{(\n]*$|^[ \t]*\w+(?:[ \t]+\w+)?[ \t]*\{[ \t]*$"
                    r"|\[[^\]\n;]*:|^[ \t]*\w+[ \t]+['\"]|^[ \t]*[\w.]+\([^;{}\n]*\)[ \t]*$"
                    r"|^[ \t]*[\w.]+[ \t]*=[^;{}\n]*\w[ \t]*$"
                ),
                why="Java is nearly Groovy",
            ),
        ),
    ),
    Language(
        "Java",
        "java",
        ".java",
        comments=OF_C,
        traits=(LIKE_C,),
        sign=r"\b(?:class|enum|import|interface|module|package|record)\b",
        comments_are_signs=True,
        mark=(
            r"\A(?=[\s\S]*?^package\s+[\w.]+;)[\s\S]*?^(?:import\s+(?:static\s+)?[\w.]+(?:\.\*)?;"
            r"|(?:public\s+|final\s+|abstract\s+)*"
            r"(?:class|interface|enum)\s)"
        ),
        mark_shared_by=("Groovy",),
        told_apart=(
            Construct(
                "Scala",
                (
                    r"^[ \t]*(?:public|private|protected)[ \t]+(?:(?:static|final|abstract"
                    r"|synchronized)[ \t]+)*[\w<>\[\], .?]+[ \t]+\w+[ \t]*\([^;{}]{0,300}\)[^;{}=]{0,100}\{"
                    r"|^import[ \t]+[\w.]+(?:\.\*)?;"
                ),
                why="classes read like those of Java",
                proof=(
                    r"^[ \t]*(?:public|private|protected)[ \t]+(?:(?:static|final|abstract"
                    r"|synchronized)[ \t]+)*[\w<>\[\], .?]+[ \t]+\w+[ \t]*\([^;{}\n]*\)[^;{}=\n]*\{"
                    r"|^import[ \t]+[\w.]+(?:\.\*)?;[ \t]*$"
                ),
            ),
        ),
    ),
    Language(
        "Kotlin",
        "kotlin",
        ".kt",
        comments=OF_C,
        quoted=TRIPLED,
        sign=r"\b(?:class|fun|import|interface|object|package|va[lr])\b|\{",
        comments_are_signs=True,
        opens=PACKAGE,
        told_apart=(
            Construct(
                "Groovy",
                (
                    r"^[ \t]*(?:(?:internal|override|private|public|suspend)[ \t]+)*fun[ \t]+[\w.<>]+[ \t]*\("
                    r"|^[ \t]*va[lr][ \t]+\w+[ \t]*(?::|by\b)|^(?:data|sealed)[ \t]+class\b|\$\{[^}\n]*\?:"
                ),
                why="Gradle's two syntaxes are near",
                proof=(
                    r"^[ \t]*(?:va[lr]|fun)[ \t]+\w|\b(?:arrayOf|listOf|mapOf|mutable\w+Of|setOf)\("
                    r"|\w<[A-Z][\w.]*>[ \t]*[({]|::class\b|\bis(?:Debuggable|Minify|Shrink)\w*[ \t]*=|\bkotlin\("
                    r"|\bby[ \t]+(?:extra|lazy|project)\b"
                ),
            ),
        ),
    ),
    Language(
        "Scala",
        "scala",
        ".scala",
        comments=OF_C,
        sign=r"\b(?:class|def|extends|import|object|package|trait|va[lr])\b",
        comments_are_signs=True,
        opens=PACKAGE,
    ),
    Language(
        "Smali",
        "smali",
        ".smali",
        sign=r"^[ \t]*\.(?:class|super|source|method|field|end|registers|locals)\b",
    ),
    Language(
        "VBA",
        "",
        ".vba",
        editor_names="vb",
        traits=(ANY_CASE,),
        told_apart=(
            Construct(
                "Visual Basic .NET",
                r"(?i:^attribute[ \t]+vb_|^[ \t]*set[ \t]+\w+[ \t]*=|^[ \t]*option[ \t]+private\b)",
                why="short modules read as either",
            ),
        ),
    ),
    Language(
        "Visual Basic .NET",
        "vb.net",
        ".vb",
        editor_names="vb",
        traits=(ANY_CASE,),
        holds=r"<!\[CDATA\[",
        told_apart=(
            Construct(
                "VBA",
                (
                    r"(?i:^[ \t]*(?:imports|namespace|inherits|implements)[ \t]+[\w.]+|^[ \t]*end[ \t]+(?:class"
                    r"|namespace|try)\b)"
                ),
                why="short modules read as either",
            ),
        ),
    ),
)
