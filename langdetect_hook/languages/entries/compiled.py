"""Languages of programs that are compiled, but for the families that have a module of their own."""

from __future__ import annotations

from langdetect_hook.languages.comments import HASHES, HYPHENS, OF_C, PACKAGE, PARENTHESES, PAST_COMMENTS_OF_C, SLASHES
from langdetect_hook.languages.here_documents import AT_ONCE
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.quotes import BACKTICKED, TRIPLED
from langdetect_hook.languages.traits import ANY_CASE, BARE_WORDS, LIKE_C, NEVER_RUN, PREPROCESSED

ENTRIES = (
    Language(
        "ABAP",
        "abap",
        ".abap",
        sign=r"^[*\"]|\b(?:class|data|endclass|endform|endmethod|form|function|interface|method|report|types?|write)\b",
        traits=(ANY_CASE,),
    ),
    Language("Ada", "ada", ".adb", comments=(HYPHENS,), traits=(ANY_CASE,)),
    Language(
        "Apex",
        "",
        ".cls",
        accepts="Java",
        why="classes without a query or a trigger, which counting cannot tell from those of Java",
        comments=OF_C,
        traits=(LIKE_C,),
        editor_names="apexcode",
        unknown_to_lexer=SLASHES,
        sign=r"\b(?:class|enum|interface|trigger)\b|;[ \t]*$",
        comments_are_signs=True,
        told_apart=(
            Construct(
                "C#, Java",
                (
                    r"\b(?:inherited|with|without)[ \t]+sharing\b|\[\s*(?i:select)\s"
                    r"|@(?i:AuraEnabled|InvocableMethod|isTest|testSetup)\b"
                    r"|\bSystem\.(?:assert\w*|debug)\(|^[ \t]*(?:delete|insert|undelete|update|upsert)[ \t]+\w+;"
                    r"|^trigger[ \t]+\w+[ \t]+on\b|\bglobal[ \t]+(?:class|static|virtual)\b"
                ),
                why="Apex is Java with queries and triggers",
                decisive=True,
            ),
        ),
        passes_for=(
            Construct(
                "Java",
                (
                    r"(?i:\[\s*select\b|\b(?:with|without|inherited) sharing\b|\bglobal\b"
                    r"|\bSystem\.(?:debug|assert\w*|now|today)\b"
                    r"|\b(?:insert|update|upsert|delete|undelete) \w|\b\w+__[cr]\b|@(?:isTest|AuraEnabled"
                    r"|future|InvocableMethod|TestVisible)"
                    r"|\b(?:Database|Schema|Trigger|Test|ApexPages|JSON|UserInfo|SObject\w*)\b"
                    r"|\btrigger \w|\{ *get;)|'[^'\n]*'"
                ),
                why="classes without a query or a string are Java",
            ),
        ),
    ),
    Language(
        "COBOL",
        "cobol",
        ".cbl",
        sign=r"\bdivision\b|\bpic(?:ture)?\b|\bmove\b|\bperform\b|\bcopy\b|^\s{6,7}\*",
        traits=(ANY_CASE,),
    ),
    Language(
        "Cairo",
        "",
        ".cairo",
        comments=(SLASHES,),
        unknown_to_lexer=SLASHES,
        sign=r"\b(?:const|enum|fn|from|func|impl|mod|struct|trait|use)\b",
        comments_are_signs=True,
        told_apart=(
            Construct(
                "Rust",
                (
                    r"#\[(?:abi|available_gas|constructor|contract|event|external|starknet|storage)\b"
                    r"|\bfelt(?:252)?\b|\bContractState\b|^func\s|^%"
                ),
                why="Cairo has the syntax of Rust",
            ),
        ),
    ),
    Language(
        "Crystal",
        "crystal",
        ".cr",
        comments=(HASHES,),
        here_document=AT_ONCE,
        sign=r"\b(?:def|class|module|require|struct|macro|lib|end)\b",
        told_apart=(
            Construct(
                "Ruby",
                (
                    r"^[ \t]*(?:property|getter|setter)\??[ \t]+\w+[ \t]*:"
                    r"|\bdef[ \t][^\n#]*\([^)\n]*\w[ \t]*:[ \t][A-Z]|\)[ \t]*:[ \t]*[A-Z]\w*[ \t]*$"
                    r"|^[ \t]*@\w+[ \t]*:[ \t]*[A-Z]|^[ \t]*(?:lib|fun|macro)[ \t]+\w"
                ),
                why="Crystal grew out of Ruby",
                proof=(
                    r"^[ \t]*(?:property|getter|setter)\??[ \t]+\w+[ \t]*:"
                    r"|\bdef[ \t][^\n#]*\([^)\n]*\w[ \t]*:[ \t][A-Z]|\)[ \t]*:[ \t]*[A-Z][\w()\[\], ]*$"
                    r"|^[ \t]*@\w+[ \t]*:[ \t]*[A-Z]"
                ),
            ),
        ),
        passes_for=(
            Construct(
                "Ruby",
                (
                    r"^[ \t]*(?:(?:class_)?(?:property|getter|setter)[?!]?|abstract|fun|lib|macro|struct)\b"
                    r"|^[ \t]*record[ \t]+[A-Z]|\.should(?:_not)?[ \t(]|\bIO::Memory\b"
                    r"|\w[ \t]+:[ \t]+[A-Z]|\)[ \t]*:[ \t]*[A-Z]|\bof[ \t]+[A-Z]|\{%|%\}|\{\{|@\[|[({,=]\s*&\."
                    r"|\b(?:U?Int(?:8|16|32|64|128)|Float(?:32|64)|Nil|Bool|Char|NamedTuple|Pointer|StaticArray)\b"
                    r"|\b(?:Array|Hash|Set|Tuple|Slice|Channel|Deque|Proc)\([A-Z]|\brequire[ \t]+\"\.{1,2}/"
                    r"|\.(?:as\??\(|not_nil!|to_[iuf](?:8|16|32|64)\b)|\b(?:spawn|uninitialized|pointerof|typeof|sizeof)\b"
                ),
                why="Crystal grew out of Ruby",
            ),
        ),
    ),
    Language(
        "Dart",
        "dart",
        ".dart",
        comments=OF_C,
        traits=(LIKE_C,),
        # One large value, as an application keeps its texts in.
        begins=PAST_COMMENTS_OF_C + r"(?:(?:const|final|late|var)\s+)*(?:(?:List|Map|Set)\b[^=;{}]*|\w+\s*)=\s*[\[{(]",
        carries=("JSON",),
        sign=r"\b(?:class|import|void|final|export|library|part|enum|main)\b",
        comments_are_signs=True,
    ),
    Language(
        "Forth",
        "forth",
        ".fth",
        sign=r"(?:^|\s)(?::\s+\S+|\\|\(|constant|create|drop|dup|include|require|swap|value|variable)\s",
        traits=(ANY_CASE,),
        told_apart=(
            Construct(
                "PostScript",
                r"^:[ \t]+\S+[ \t]",
                why="stack languages read alike",
            ),
        ),
    ),
    Language(
        "Fortran",
        "fortran",
        ".f90",
        traits=(ANY_CASE, PREPROCESSED),
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
    Language(
        "Haxe",
        "haxe",
        ".hx",
        comments=OF_C,
        traits=(LIKE_C,),
        told_apart=(
            Construct(
                "Java, C#, Groovy",
                (
                    r"\bfunction[ \t]+\w+[ \t]*(?:<[^\n>]{1,60}>)?\([^\n)]{0,200}\)[ \t]*(?::[ \t]*[\w.<>]+[ \t]*)?"
                    r"\{?[ \t]*$"
                    r"|\b(?:final|var)[ \t]+\w+[ \t]*:[ \t]*[A-Z]|^package[ \t]*;|^import[ \t]+haxe\."
                ),
                why="classes and calls are written alike",
                decisive=True,
            ),
        ),
    ),
    Language(
        "Move",
        "",
        ".move",
        comments=OF_C,
        unknown_to_lexer=SLASHES,
        sign=r"\b(?:address|fun|module|script|spec|struct|use)\b",
        comments_are_signs=True,
        told_apart=(
            Construct(
                "Rust",
                r"^[ \t]*module[ \t]+[\w:]+\s*[{;]|\bfun[ \t]+\w+|\bacquires\b|\bhas[ \t]+(?:copy|drop|key|store)\b",
                why="Move grew out of Rust",
            ),
        ),
    ),
    Language(
        "Nim",
        "nim",
        ".nim",
        comments=(HASHES,),
        traits=(BARE_WORDS, PREPROCESSED),
        quoted=TRIPLED,
        sign=r"\b(?:const|echo|from|import|include|let|proc|type|var|when)\b|=",
    ),
    Language(
        "Odin",
        "",  # pygments' lexer of that name is of a notation for objects
        ".odin",
        comments=OF_C,
        unknown_to_lexer=SLASHES,
        quoted=BACKTICKED,
        sign=r"::|:=|\bpackage\b",
        comments_are_signs=True,
        opens=PACKAGE,
    ),
    Language(
        "Pascal",
        "delphi",
        ".pas",
        comments=(SLASHES, PARENTHESES),
        traits=(ANY_CASE,),
        sign=r"\b(?:begin|const|end|function|interface|procedure|program|type|unit|uses|var)\b|\{",
        comments_are_signs=True,
    ),
    Language(
        "Pony",
        "pony",
        ".pony",
        comments=OF_C,
        sign=r"\b(?:actor|class|fun|interface|new|primitive|struct|trait|type|use)\b",
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
        "Stan",
        "stan",
        ".stan",
        comments=(*OF_C, HASHES),
        traits=(NEVER_RUN, PREPROCESSED),
        sign=r"^[ \t]*(?:data|functions|generated|model|parameters|transformed)\b|[;{}]",
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
        "V",
        "",
        ".v",
        comments=OF_C,
        editor_names="vlang",
        unknown_to_lexer=SLASHES,
        sign=r"\b(?:const|enum|fn|import|interface|module|pub|struct|type)\b",
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
