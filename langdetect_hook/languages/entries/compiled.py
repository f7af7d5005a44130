"""Languages of programs that are compiled, but for the families that have a module of their own."""

from __future__ import annotations

from langdetect_hook.languages.comments import HASHES, HYPHENS, OF_C, PARENTHESES, PAST_COMMENTS_OF_C, SLASHES
from langdetect_hook.languages.here_documents import AT_ONCE
from langdetect_hook.languages.language import Language
from langdetect_hook.languages.traits import BARE_WORDS, LIKE_C, PREPROCESSED

ENTRIES = (
    Language("Ada", "ada", ".adb", comments=(HYPHENS,)),
    Language(
        "COBOL",
        "cobol",
        ".cbl",
        sign=r"\bdivision\b|\bpic(?:ture)?\b|\bmove\b|\bperform\b|\bcopy\b|^\s{6,7}\*",
    ),
    Language(
        "Crystal",
        "crystal",
        ".cr",
        comments=(HASHES,),
        here_document=AT_ONCE,
        sign=r"\b(?:def|class|module|require|struct|macro|lib|end)\b",
    ),
    Language(
        "Dart",
        "dart",
        ".dart",
        comments=OF_C,
        traits=(LIKE_C,),
        sign=r"\b(?:class|import|void|final|export|library|part|enum|main)\b",
        comments_are_signs=True,
    ),
    Language(
        "Forth",
        "forth",
        ".fth",
        sign=r"(?:^|\s)(?::\s+\S+|\\|\(|constant|create|drop|dup|include|require|swap|value|variable)\s",
    ),
    Language(
        "Fortran",
        "fortran",
        ".f90",
        traits=(PREPROCESSED,),
        sign=r"\b(?:program|subroutine|function|module|implicit|integer|real|dimension|call|common|end)\b",
    ),
    Language(
        "Go",
        "go",
        ".go",
        comments=OF_C,
        sign=r"\b(?:const|func|import|package|struct|type|var)\b",
        comments_are_signs=True,
        mark=r"\A(?=[\s\S]*?^package[ \t]+\w+[ \t]*$)[\s\S]*?^(?:import|func|const|type|var)\s",
        opens=PAST_COMMENTS_OF_C + r"(package) [A-Za-z_]\w*[ \t]*$",
    ),
    Language("Haxe", "haxe", ".hx", comments=OF_C, traits=(LIKE_C,)),
    Language(
        "Nim",
        "nim",
        ".nim",
        comments=(HASHES,),
        traits=(BARE_WORDS, PREPROCESSED),
        sign=r"\b(?:const|echo|from|import|include|let|proc|type|var|when)\b|=",
    ),
    Language(
        "Pascal",
        "delphi",
        ".pas",
        comments=(SLASHES, PARENTHESES),
        sign=r"\b(?:begin|const|end|function|interface|procedure|program|type|unit|uses|var)\b|\{",
        comments_are_signs=True,
    ),
    Language(
        "Rust",
        "rust",
        ".rs",
        comments=OF_C,
        sign=r"\b(?:enum|extern|fn|impl|let|macro_rules|mod|pub|struct|trait|use)\b|#!?\[",
        comments_are_signs=True,
    ),
    Language(
        "Solidity",
        "solidity",
        ".sol",
        comments=OF_C,
        sign=r"\b(?:contract|error|import|interface|library|pragma|struct)\b",
        comments_are_signs=True,
    ),
    Language(
        "Swift",
        "swift",
        ".swift",
        comments=OF_C,
        sign=r"\b(?:class|enum|extension|func|import|let|protocol|struct|var)\b",
        comments_are_signs=True,
    ),
    Language(
        "Zig",
        "zig",
        ".zig",
        comments=(SLASHES,),
        sign=r"\b(?:const|fn|pub|test|var)\b|/\*",
        comments_are_signs=True,
    ),
)
