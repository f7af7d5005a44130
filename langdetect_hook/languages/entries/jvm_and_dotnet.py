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
        accepts="JavaScript",
        why="single-file scripts for hosts with one API",
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
        accepts="Java, Kotlin",
        why="Java is nearly Groovy; Gradle's two syntaxes are near",
        comments=OF_C,
        traits=(LIKE_C,),
        sign=r"\b(?:def|class|import|apply|plugins?|task|return|new|void|pipeline|stage)\b|[={(]",
        comments_are_signs=True,
        opens=PACKAGE,
        told_apart=(
            Construct(
                "Java",
                r"^[ \t]*def\s+\w+\s*[=(]|^[ \t]*(?:task|apply\s+plugin|dependencies\s*\{|plugins\s*\{)|=~|\$\{\w",
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
            r"\A(?=[\s\S]*?^package\s+[\w.]+;)[\s\S]*?^(?:import\s+(?:static\s+)?[\w.]+(?:\.\*)?;|(?:public\s+|final\s+|abstract\s+)*"
            r"(?:class|interface|enum)\s)"
        ),
        mark_shared_by=("Groovy",),
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
    ),
    Language(
        "Scala",
        "scala",
        ".scala",
        accepts="Java",
        why="Java-like Scala",
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
        accepts="Visual Basic .NET",
        why="short modules read as either",
        editor_names="vb",
        traits=(ANY_CASE,),
    ),
    Language(
        "Visual Basic .NET",
        "vb.net",
        ".vb",
        accepts="VBA",
        why="short modules read as either",
        editor_names="vb",
        traits=(ANY_CASE,),
    ),
)
