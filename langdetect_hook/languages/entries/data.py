"""Data, settings, schemas and queries."""

from __future__ import annotations

from langdetect_hook.languages.comments import (
    BRACES,
    HASHES,
    HYPHENS,
    OF_C,
    PACKAGE,
    PACKAGE_PAST_HASHES,
    PAST_COMMENTS,
    PAST_COMMENTS_OF_C,
    SEMICOLONS,
    SLASHES,
    STARS,
)
from langdetect_hook.languages.here_documents import AT_ONCE
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.quotes import BARRED, DOUBLED_APOSTROPHES, TRIPLED
from langdetect_hook.languages.traits import (
    ANY_CASE,
    BEHIND_ANY_NAME,
    COMMENT_UNLESS_CODE,
    IN_SCRIPTS,
    LIKE_C,
    LONG_LINES,
    NEVER_RUN,
    PROSE_OR_DATA,
    RECORDS,
    SHORT_STRINGS,
    VALUES,
)

_SETTINGS_COMMENTS = r"(?:[;#][^\n]*\n|[ \t\r]*\n)*"

ENTRIES = (
    Language(
        "ApacheConf",
        "apacheconf",
        "httpd.conf",
        spoken="Apache's configuration",
        comments=(HASHES,),
        traits=(COMMENT_UNLESS_CODE, NEVER_RUN, SHORT_STRINGS),
        editor_names="apache",
        sign=(
            r"^[ \t]*(?:</?(?:directory|files|if\w*|limit|location|macro|proxy|require\w+|virtualhost)"
            r"|(?:add\w+|alias|allow|auth\w+|customlog|deflate\w*|deny|directoryindex|documentroot|error\w+|expires\w*"
            r"|fileetag|group|header|include\w*|indexignore|keepalive\w*|listen|loadmodule|options|order"
            r"|php_\w+|proxy\w+"
            r"|redirect\w*|remove\w+|require|rewrite\w+|satisfy|scriptalias\w*|server\w+|setenv\w*"
            r"|setoutputfilter|ssl\w+"
            r"|timeout|user|wsgi\w+)\b)"
        ),
    ),
    Language(
        "Bicep",
        "",
        ".bicep",
        comments=OF_C,
        unknown_to_lexer=SLASHES,
        quoted=TRIPLED,
        sign=(
            r"^[ \t]*(?:@\w|(?:extension|func|import|metadata|module|output|param|resource|targetscope|type|using|var)"
            r"\b)"
        ),
        comments_are_signs=True,
    ),
    Language(
        "CSV",
        "",
        ".csv",
        accepts=(
            "Assembly, Batchfile, Forth, Fortran, Gettext Catalog, INI, MATLAB, Markdown, PostScript, Prolog, R, Roff, "
            "SVG, Text, VHDL, Vim script, YAML, reStructuredText"
        ),
        why="cells hold anything: prose, numbers, addresses; code is still told apart",
        comments=(HASHES,),
        traits=(BEHIND_ANY_NAME, IN_SCRIPTS, PROSE_OR_DATA, SHORT_STRINGS, VALUES),
        unknown_to_lexer=HASHES,
        parser="csv",
        # In its first line, too.
        sign=r"\A(?:[ \t]*#[^\n]*\n|[ \t\r]*\n)*[^\n]*[,;\t|]",
        told_apart=(
            Construct(
                "SQL",
                r"\A[^\n;(]*[,;\t|][^\n(]*\n",
                why="rows stand within INSERT and COPY",
                unless=(
                    r"(?i:^[ \t]*(?:alter|begin|call|copy|create|declare|delete|drop|exec|grant|insert|load|select"
                    r"|set|update|use|values|with)\b)|^\\|^--|^\("
                ),
                proof=r"^[^\n;(),]*(?:,[^\n;(),]+){2,30}$",
            ),
        ),
    ),
    Language(
        "CUE",
        "",
        ".cue",
        accepts="JSON",
        why="JSON is CUE",
        comments=(SLASHES,),
        unknown_to_lexer=SLASHES,
        quoted=TRIPLED,
        sign=r"^package\b|[:{]",
        opens=PACKAGE,
    ),
    Language(
        "Dhall",
        "",
        ".dhall",
        comments=(HYPHENS, BRACES),
        quoted=DOUBLED_APOSTROPHES,
        sign=r"\b(?:in|let|merge|missing)\b|->|→|[{\[:/]",
    ),
    Language(
        "Dotenv",
        "",
        ".env",
        spoken="environment variables",
        accepts="Java Properties, Shell",
        why="assignments alone are all of these; some are read by a shell",
        comments=(HASHES,),
        # Never run: what a shell sources often begins with #!/bin/sh.
        traits=(NEVER_RUN, SHORT_STRINGS),
        editor_names="env",
        unknown_to_lexer=HASHES,
        sign=r"^[ \t]*(?:export[ \t]+)?[a-z_][\w.-]*[ \t]*=",
        comments_are_signs=True,
        told_apart=(
            Construct(
                "JSON, Python, YAML",
                r"^(?:export[ \t]+)?[A-Z_][A-Z0-9_]*=\S",
                why="assignments alone say little",
                unless=r"^[ \t]*(?:- |[\w.-]+:(?:[ \t]|$)|[{}\[\]]|(?:class|def|from|import)[ \t])",
                proof=r"^(?:export[ \t]+)?[A-Z_][A-Z0-9_]*=\S",
            ),
        ),
    ),
    Language("GraphQL", "graphql", ".graphql", comments=(HASHES,), traits=(NEVER_RUN,), quoted=TRIPLED),
    Language(
        "HCL",
        "terraform",
        ".tf",
        spoken="HCL (Terraform)",
        comments=(*OF_C, HASHES),
        traits=(NEVER_RUN,),
        here_document=AT_ONCE,
    ),
    Language(
        "INI",
        "ini",
        ".ini",
        accepts="Dotenv, Java Properties, TOML",
        why="TOML grew out of INI; files of keys and values are all of these",
        comments=(SEMICOLONS, HASHES),
        # Never run: a .conf that a shell script sources often begins with #!/bin/sh.
        traits=(NEVER_RUN, SHORT_STRINGS),
        editor_names="config conf dosini gitconfig",
        parser="ini",
        sign=r"^[ \t]*\[[^\]\n]+\]|^[ \t]*[\w.-]+\s*[=:]",
        # A section and its first key: the values may be code.
        holds=rf"\A{_SETTINGS_COMMENTS}\[[\w .:-]+\]\s*\n{_SETTINGS_COMMENTS}[\w.-]+[ \t]*=",
        told_apart=(
            Construct(
                "Dotenv",
                r"^\[[\w .:-]+\][ \t]*$",
                why="assignments alone are both",
            ),
            Construct(
                "TOML",
                r"^[ \t]*[\w.-]+[ \t]*=[ \t]*(?!(?:true|false|[+-]?(?:inf|nan))\b)[^\W\d][^\n\"']*$|^;",
                why="values in quotes are both",
                unless=r"\"{3}|'{3}",
                proof=r"^[ \t]*[\w.-]+[ \t]*=[ \t]*(?!(?:true|false|[+-]?(?:inf|nan))\b)[^\W\d][^\n\"']*$|^;",
            ),
        ),
    ),
    Language(
        "JSON",
        "json",
        ".json",
        comments=OF_C,
        traits=(LONG_LINES, RECORDS, SHORT_STRINGS, VALUES),
        parser="json",
        sign=r"[\[{]",
        # QEMU's interfaces are described in JSON with comments and single quotes.
        mark=r"^\{ '(?:alternate|command|enum|event|include|pragma|struct|union)':",
    ),
    Language(
        "Java Properties",
        "properties",
        ".properties",
        accepts="Dotenv, INI, TOML",
        why="keys and values read as any settings",
        comments=(HASHES,),
        traits=(COMMENT_UNLESS_CODE, IN_SCRIPTS, NEVER_RUN, SHORT_STRINGS),
        editor_names="conf-javaprop jproperties properties",
        # A key ends at a blank that no backslash is before: a sentence with a colon has none.
        sign=r"^[ \t]*(?:\\.|[^\s#!=:\\])+[ \t]*[=:]|^[ \t]*[#!]",
    ),
    Language(
        "Jsonnet",
        "jsonnet",
        ".jsonnet",
        accepts="JSON",
        why="JSON is Jsonnet",
        comments=(*OF_C, HASHES),
        traits=(NEVER_RUN,),
        quoted=BARRED,
        sign=r"[\[{]|\b(?:function|import|local)\b",
        told_apart=(
            Construct(
                "JSON, JavaScript",
                r"\blocal\s+\w+\s*[=(]|\bstd\.\w+\(|::\s|\bsuper\.|^[ \t]*\+:",
                why="objects with functions read like Jsonnet",
            ),
        ),
        passes_for=(
            Construct(
                "JSON",
                (
                    r"\b(?:assert|error|for|function|if|import|importstr|local|self|std|super)\b"
                    r"|::|'|\+:|//|#|\|\|\||^\s*\w+\s*:"
                ),
                why="JSON is Jsonnet",
            ),
        ),
    ),
    Language(
        "Nginx",
        "nginx",
        "nginx.conf",
        spoken="Nginx's configuration",
        accepts="Lua",
        why="blocks of Lua",
        comments=(HASHES,),
        traits=(COMMENT_UNLESS_CODE, NEVER_RUN),
        sign=r"[;{]",
        holds=r"_by_lua_block\s*\{",
    ),
    Language(
        "Open Policy Agent",
        "rego",
        ".rego",
        spoken="Rego (Open Policy Agent)",
        comments=(HASHES,),
        traits=(NEVER_RUN,),
        editor_names="rego",
        sign=r"^[ \t]*package\b",
        opens=PACKAGE_PAST_HASHES,
    ),
    Language(
        "Prisma",
        "",
        ".prisma",
        comments=(SLASHES,),
        unknown_to_lexer=SLASHES,
        sign=r"^[ \t]*(?:datasource|enum|generator|model|type|view)\b",
        comments_are_signs=True,
    ),
    Language(
        "Protocol Buffer",
        "protobuf",
        ".proto",
        spoken="Protocol Buffers",
        comments=OF_C,
        editor_names="proto",
        sign=r"\b(?:enum|import|message|option|package|service|syntax)\b|\{",
        comments_are_signs=True,
        opens=PAST_COMMENTS_OF_C + r"(syntax\s*=\s*[\"']proto[23][\"'])\s*;",
    ),
    Language(
        "Protocol Buffer Text Format",
        "",
        ".textproto",
        spoken="text of Protocol Buffers",
        accepts="JSON, YAML",
        why="fields of one message read as either",
        comments=(HASHES,),
        traits=(NEVER_RUN,),
        editor_names="pbtxt protobuf-text",
        unknown_to_lexer=HASHES,
        sign=r"^[ \t]*(?:\w+|\[[\w./]+\])[ \t]*[:{<]",
    ),
    Language(
        "SPARQL",
        "sparql",
        ".sparql",
        comments=(HASHES,),
        traits=(NEVER_RUN,),
        sign=r"\b(?:ask|base|clear|construct|delete|describe|drop|insert|load|prefix|select|with)\b",
        told_apart=(
            Construct(
                "Turtle",
                r"(?i:^[ \t]*(?:ask|construct|delete|describe|insert|select)\b)",
                why="queries begin with the same prefixes",
            ),
            Construct(
                "SQL", r"\?\w+|(?i:^[ \t]*prefix[ \t]+[\w-]*:)", why="a query of a few words is the same to both"
            ),
        ),
    ),
    Language(
        "SQL",
        "sql",
        ".sql",
        accepts="Text",
        why="remarks are prose",
        comments=(STARS, HYPHENS),
        traits=(ANY_CASE,),
        sign=r"\b(?:select|insert|create|drop|alter|update|delete|grant|set|begin|declare|use|call|explain)\b",
        opens=r"\A(-- !preview) conn=",  # RStudio's
        # Functions in other languages, and pages, stand in dollar quotes.
        holds=(
            r"(?i:\b(?:as|do)\s+\$\w*\$)|\$\w*\$\s*<"
            r"|(?i:\blanguage\s+'?pl(?:java|lua|perl|php|python|r|ruby|sh|tcl|v8)\w*\b)"
        ),
        told_apart=(
            Construct(
                "CSV",
                (
                    r"(?i:^[ \t]*(?:alter[ \t]+table|create[ \t]+(?:or[ \t]+replace[ \t]+)?(?:function|index|table"
                    r"|view)|insert[ \t]+into|select[ \t]+[^\n]+[ \t]from)\b)"
                ),
                why="cells hold queries",
                unless=r"\A[\w \"'.-]+(?:[,;\t|][\w \"'.-]*){1,40}\n",
            ),
        ),
    ),
    Language(
        "TOML",
        "toml",
        ".toml",
        comments=(HASHES,),
        traits=(NEVER_RUN,),
        parser="toml",
        sign=r"^[ \t]*\[{1,2}[^\]\n]+\]{1,2}\s*(?:#.*)?$|^[ \t]*[\w.\"'-]+\s*=",
        told_apart=(
            Construct(
                "Lua",
                r"^[ \t]*\[{1,2}[\w.-]+\]{1,2}\s*(?:#|$)|^[ \t]*#|=\s*\[|^[ \t]*[\w.]+-[\w.-]+\s*=|=\s*\d{4}-\d\d-",
                why="settings of nothing but assignments",
            ),
            Construct(
                "Crystal, Dotenv, Elixir, HCL, Julia, Makefile, MATLAB, Meson, Nim, Python, R, Ruby, Starlark",
                r"^[ \t]*\[{1,2}[\w.-]+\]{1,2}\s*(?:#|$)|^[ \t]*[\w.]+-[\w.-]+[ \t]*=|=[ \t]*\d{4}-\d\d-",
                why="settings of nothing but assignments, with comments and lists alike",
            ),
        ),
    ),
    Language("Thrift", "thrift", ".thrift", comments=OF_C, traits=(LIKE_C,)),
    Language(
        "Turtle",
        "turtle",
        ".ttl",
        comments=(HASHES,),
        traits=(NEVER_RUN,),
        sign=r"@(?:base|prefix)\b|^[ \t]*(?:base|prefix)[ \t]|<[^<>\s]*>|[\s\"\])>][.;][ \t]*$",
        told_apart=(
            Construct(
                "SPARQL",
                r"^[ \t]*@prefix\b|[ \t][.;][ \t]*$",
                why="data that is inserted is written as in Turtle",
                unless=r"(?i:\b(?:ask|construct|delete|describe|insert|select|with)\b)",
            ),
        ),
    ),
    Language(
        "YAML",
        "yaml",
        ".yaml",
        accepts="Handlebars, JSON, Jinja",
        why="JSON is YAML; Helm's and Ansible's templates",
        comments=(HASHES,),
        traits=(NEVER_RUN, RECORDS),
        editor_names="yml",
        sign=r"^[ \t]*(?:- |-$|[^\s#].*?:(?:\s|$)|---)",
        # Release notes are prose in lists. With a second --- they would be the head of a page.
        mark=PAST_COMMENTS + r"---[ \t]*\n(?![\s\S]*^---)(?:#[^\n]*\n)*[\w-]+:[ \t]*\n[ \t]*(?:- |[\w-]+:)",
        opens=r"\A(%YAML) \d",
        # Blocks, values that Ruby fills in, as in the settings of Rails, and values in HTML.
        holds=(
            r"[:-]\s+(?:![\w!]+\s+)?[|>][-+\d]*\s*$|^[ \t]*(?:- )?[\w.-]+:[ \t][^\n<]*<%="
            rf"|{PAST_COMMENTS}(?:---[ \t]*\n)?[\w-]+:(?:[ \t][^\n]*)?\n"
            r"(?=[\s\S]*?^[ \t]*(?:- )?[\w.-]+:[ \t]+['\"]?<[A-Za-z])"
        ),
        told_apart=(
            Construct(
                "Java Properties",
                r"^[\w-]+:[ \t]*\n(?:[ \t]+[\w-]+:|[ \t]*- )",
                why="keys with a colon are both",
                proof=r"^[\w-]+:[ \t]*$(?=\n(?:[ \t]+[\w-]+:|[ \t]*- ))|^[ \t]+[\w-]+:[ \t]*$",
            ),
        ),
    ),
    Language("YARA", "yara", ".yar", comments=OF_C),
)
