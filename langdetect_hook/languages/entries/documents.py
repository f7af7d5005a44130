"""Documents, and what is made of texts."""

from __future__ import annotations

from langdetect_hook.languages.comments import (
    HASHES,
    HEAD_IN_TOML,
    HEAD_IN_YAML,
    PAST_COMMENTS,
    PAST_PERCENTS,
    PERCENTS,
    SLASHES,
)
from langdetect_hook.languages.language import Construct, Language
from langdetect_hook.languages.traits import (
    BEHIND_ANY_NAME,
    CARRIES_CODE,
    COMMENT_UNLESS_CODE,
    DOCUMENTATION,
    HOLDS_ANYTHING,
    IN_SCRIPTS,
    NEVER_RUN,
    OWN_FENCES,
    PROSE_OR_DATA,
    QUOTES_NAMES,
    SENTENCES,
    TEMPLATE_LIKE,
)

# Of git, also without prefixes; of a merge; of diff itself; of Subversion; of contexts; of git format-patch, which has
# the same date in every mail.
_HEAD_OF_A_PATCH = (
    r"\A(diff --git) (?:\"?a/|[^\n]+\n(?:copy|deleted|index|new|old|rename|similarity|---) )"
    r"|\A(diff --(?:cc|combined)) [^\n]+\nindex "
    r"|\A(diff )-[^\n]+\n(?:--- |\*\*\* |Binary )"
    r"|\A(--- )[^\n]+\n\+\+\+ [^\n]+\n@@ -\d"
    r"|\A(\*\*\* )[^\n]+\n--- [^\n]+\n\*{15}"
    r"|\A(Index: )[^\n]+\n={60,}\n"
    r"|\A(From [0-9a-f]{7})[0-9a-f]{33} Mon Sep 17 00:00:00 2001\n(?=[\s\S]*?^(?:diff --git |--- ))"
)

ENTRIES = (
    Language(
        "AsciiDoc",
        "",
        ".adoc",
        accepts="Diff, HTML, Markdown, Text, XML, YAML",
        why="prose with marks, and what it shows; headings of Markdown are AsciiDoc's as well",
        comments=(SLASHES,),
        traits=(DOCUMENTATION, SENTENCES),
        editor_names="adoc",
        unknown_to_lexer=SLASHES,
        sign=(
            r"^={1,6} \S|^(?:-{4,}|\.{4,}|={4,}|~{4,}|\|===)[ \t]*$|^:[\w!-]+:|^\[[^\]\n]+\][ \t]*$|^[*.]+ \S"
            r"|\b(?:https?|image|include|link|xref):\S*\["
        ),
        # Listings, literal blocks and tables.
        holds=r"^(?:-{4,}|\.{4,}|```|\|===)",
        passes_for=(
            Construct(
                "*",
                (
                    r"^={1,6} |^[-.=*_+/]{4,}$|^:[\w!-]+:|^\[|^[*.]+ |^\|===|::|\w\[|`|\*\w|_\w|<<|^\.\w"
                    r"|^//|^NOTE:|^TIP:"
                ),
                why="prose, and programs, between the marks",
            ),
        ),
        told_apart=(
            Construct(
                "reStructuredText",
                r"^={1,5}[ \t]+\w|^\[(?:source|NOTE|TIP)\b|^:(?:toc|doctype|icons)[\w-]*:",
                why="prose with marks",
            ),
        ),
    ),
    Language(
        "BibTeX",
        "bibtex",
        ".bib",
        accepts="TeX",
        why="preambles and styles within a bibliography",
        comments=(PERCENTS,),
        traits=(COMMENT_UNLESS_CODE,),
        sign=r"@\w+\s*[{(]",
        told_apart=(
            Construct(
                "CSV, TeX",
                r"^@\w+[ \t]*[{(]",
                why="cells and preambles hold entries",
                unless=r"\\(?:begin|bibitem|def|document\w+|newcommand|section)\b",
            ),
        ),
    ),
    Language(
        "Diff",
        "diff",
        ".patch",
        spoken="a diff",
        accepts="*",
        why="a patch contains any language",
        traits=(CARRIES_CODE, HOLDS_ANYTHING, NEVER_RUN),
        sign=r"^(?:[-+*]{3} [^\s#]|@@ |diff |index: |[<>] |\d+(?:,\d+)?[acd]\d+)",
        passes_for=(
            Construct(
                "*", r"^[-+@<>!*]|^diff |^Index: |^\d+(?:,\d+)?[acd]\d+", why="what is not changed is of any language"
            ),
        ),
        opens=_HEAD_OF_A_PATCH,
        told_apart=(
            Construct(
                "CSV",
                r"\A(?:diff |Index: |--- [^\n]+\n\+\+\+ )",
                why="cells hold patches",
            ),
        ),
    ),
    Language(
        "Gettext Catalog",
        "pot",
        ".po",
        spoken="a Gettext catalog",
        accepts="Text",
        why="long translations are prose",
        comments=(HASHES,),
        traits=(IN_SCRIPTS, NEVER_RUN),
        editor_names="po",
        opens=PAST_COMMENTS + r'(msgid "")\nmsgstr "',
        sign=r"^msg(?:id|str)\b",
    ),
    Language(
        "Gherkin",
        "gherkin",
        ".feature",
        accepts="Text",
        why="steps are prose",
        comments=(HASHES,),
        traits=(NEVER_RUN, OWN_FENCES),
        sign=r"^[ \t]*(?:@\w|#|\w+(?:\s\w+)?\s*:|given\b|when\b|then\b)",
    ),
    Language(
        "MDX",
        "",
        ".mdx",
        accepts="Astro, CSS, Diff, HTML, JavaScript, Markdown, SVG, TypeScript, Vue, XML, YAML, reStructuredText",
        why="Markdown with JSX; a page may have either alone",
        traits=(DOCUMENTATION, QUOTES_NAMES, SENTENCES, TEMPLATE_LIKE),
        editor_names="markdown",
        sign=r"^(?:export|import)\b|</?[a-z]|\{",
        holds=rf"^[ \t]*(?:```|~~~)|{HEAD_IN_YAML}",
        told_apart=(
            Construct(
                "Markdown",
                # Before all prose, where guides have no example of a program yet.
                (
                    r"\A(?:---[ \t]*\n(?:[^\n]*\n){0,60}?---[ \t]*\n)?(?:[ \t]*\n|#[^\n]*\n)*"
                    r"(?:import[ \t]+[^\n]{1,200}\bfrom[ \t]+['\"]|export[ \t]+(?:const|default|function)\b)"
                ),
                why="prose between the components",
                decisive=True,
            ),
        ),
        passes_for=(
            Construct(
                "Markdown", r"^(?:import|export)\b|</?[A-Z]\w*|^\{|\{/\*|=\{", why="prose between the components"
            ),
            Construct(
                "*",
                r"^(?:import|export)\b|</?[A-Za-z]|^ {0,3}(?:#{1,6} |[-*+] |>|\d+\. |\||```)|\]\(|`|\*\*",
                why="prose",
            ),
        ),
    ),
    Language(
        "Markdown",
        "markdown",
        ".md",
        accepts="AsciiDoc, Astro, CSS, Diff, HTML, HTML+ERB, Handlebars, Jinja, MDX, Svelte, TeX, Text, Vue, XML, YAML",
        why="prose with HTML, components, front matter, formulas and marks of site generators",
        traits=(BEHIND_ANY_NAME, DOCUMENTATION, PROSE_OR_DATA, QUOTES_NAMES, SENTENCES, TEMPLATE_LIKE),
        editor_names="mkd",
        passes_for=(
            Construct(
                "*",
                r"^ {0,3}(?:#{1,6} |[-*+] |>|\d+[.)] |\||```|~~~|={3,}|-{3,})|\]\(|`|\*\*|__\w|^\[[^\]]{1,500}\]:|!\[",
                why="prose, and whole programs, between the marks",
            ),
        ),
        # Snapshots of R's testthat are Markdown of indented blocks. Headings between blank lines are no comments.
        # Tables, and lists that begin with bold words; a head of settings; blocks of Pandoc and what mkdocstrings fills
        # in.
        holds=(
            f"{HEAD_IN_TOML}|{HEAD_IN_YAML}|"
            r"^:::+[ \t]*\{?\.?[\w-]+(?:\.[\w-]+)*\}?[ \t]*$"
            r"|^\|(?: *:?-{3,}:? *\|)+\s*$|^[ \t]*(?:[-*+]|\d+\.) \*\*[^*\n]+\*\*|"
            r"^[ \t]*(?:```|~~~)|^    Code$|:[ \t]*\n\s*\n(?: {4}|\t)\S|\A(?:#{1,6} [^\n]+\n\n[\s\S]{0,2000}?\n\n){3}"
        ),
        told_apart=(
            Construct(
                "reStructuredText",
                r"^```[\w+-]*[ \t]*$|^#{1,4}[ \t]+[A-Z][^\n]*\n\s*\n|^\|[ \t]*:?-{3,}",
                why="prose with marks",
                unless=r"^\.\.[ \t]|^[=~^\"]{3,}[ \t]*$|::[ \t]*$",
                proof=r"^```[\w+-]*[ \t]*$|^#{1,4}[ \t]+\w|^\|[ \t]*:?-{3,}|(?<!`)\[[^\[\]\n]+\]\([^)\n]+\)",
            ),
        ),
    ),
    Language(
        "Org",
        "org",
        ".org",
        accepts="Diff, HTML, Markdown, TeX, Text",
        why="prose with marks, formulas and what it exports",
        comments=(HASHES,),
        traits=(DOCUMENTATION, NEVER_RUN, SENTENCES),
        sign=r"^\*+ \S|^[ \t]*#\+\w|^[ \t]*[-+] \S|^[ \t]*:\w+:|\[\[|^[ \t]*\|",
        # Its formulas are TeX's, and may be most of it.
        opens=r"\A(?::[\w-]+:[^\n]*\n|#[ \t][^\n]*\n|\n)*(?i:(#\+(?:author|filetags|options|startup|title):))",
        holds=r"(?i:^[ \t]*#\+begin_(?:example|export|src)\b)|^[ \t]*: \S",
        passes_for=(
            Construct(
                "*",
                r"^\*+ |^[ \t]*#\+|^[ \t]*[-+] |^[ \t]*:\w+:|\[\[|^[ \t]*\||=\w|~\w",
                why="prose, and programs, between the marks",
            ),
        ),
        told_apart=(
            Construct(
                "reStructuredText, Markdown",
                r"(?i:^#\+(?:title|begin_\w+|options)\b)",
                why="prose with marks",
            ),
        ),
    ),
    Language(
        "PostScript",
        "postscript",
        ".ps",
        comments=(PERCENTS,),
        traits=(COMMENT_UNLESS_CODE,),
        sign=r"^%!|/[\w.-]+\s*(?:\{|\[|\d|/)|\bdef\b",
        opens=r"\A(%!PS)\b",
        told_apart=(
            Construct(
                "TeX",
                r"\A%!PS\b",
                why="preambles of PostScript stand in TeX",
            ),
        ),
    ),
    Language(
        "Roff",
        "groff",
        ".roff",
        spoken="Roff (a manual page)",
        accepts="Text",
        why="a manual page is prose with requests",
        # Documentation: git's own manual pages show conflict markers.
        traits=(BEHIND_ANY_NAME, DOCUMENTATION),
        editor_names="nroff troff",
        sign=r"^[.'][ \t]*[a-z\\\"]",
        passes_for=(Construct("Text", r"^[.']|\\[fs(*-]", why="prose between the requests"),),
        # The title of a manual page, behind comments.
        opens=r"\A(?:[.']\\\"[^\n]*\n|\.\n|\s)*(\.(?:TH|Dd) )[\w\"$]",
    ),
    Language(
        "TeX",
        "tex",
        ".tex",
        accepts="Text",
        why="prose with marks",
        comments=(PERCENTS,),
        traits=(CARRIES_CODE,),
        editor_names="latex plaintex",
        sign=r"\\[a-z@]+",
        passes_for=(Construct("Text", r"[\\{}$%&]", why="prose between the marks"),),
        opens=PAST_PERCENTS + r"(\\document(?:class|style))\s*[\[{]",
        # Listings, and what Lua, Python, Sage and Asymptote compute while it is set.
        holds=r"\\begin\{(?:\w*[Vv]erbatim|\w*listing|minted|alltt|filecontents|asy\}|code\}|luacode|pycode"
        r"|sageblock|sagesilent|Sinput)"
        r"|\\(?:directlua|latelua|luaexec|startluacode)\b",
        told_apart=(
            Construct(
                "CSV",
                r"^\\document(?:class|style)\b|^\\begin\{document\}",
                why="cells hold formulas",
            ),
        ),
    ),
    Language(
        "Text",
        "text",
        ".txt",
        spoken="plain text",
        accepts="*",
        why="text is anything",
        traits=(BEHIND_ANY_NAME, DOCUMENTATION, PROSE_OR_DATA, QUOTES_NAMES, TEMPLATE_LIKE),
    ),
    Language(
        "reStructuredText",
        "restructuredtext",
        ".rst",
        accepts="Jinja, TeX, Text",
        why="prose with formulas and marks",
        traits=(DOCUMENTATION, SENTENCES),
        editor_names="rst",
        sign=r"^[=~^\"'`*+#-]{3,}\s*$|^[ \t]*\.\. |::|`|^[ \t]+>>> ",
        passes_for=(
            Construct(
                "*",
                r"^[=~^\"'`*+#-]{3,}\s*$|^[ \t]*\.\. |::|`|\*\*|^[ \t]*[-*] |^[ \t]*:\w",
                why="prose, and programs, between the marks",
            ),
        ),
        holds=(
            r"^[ \t]+>>> \S"
            r"|^[ \t]*\.\.\s+(?:code|code-block|sourcecode|highlight|literalinclude)::|\w::\s*$"
        ),
        told_apart=(
            Construct(
                "AsciiDoc, Markdown, Org",
                (
                    r"^\.\.[ \t]+(?:autoclass|automodule|code-block|figure|image|include|literalinclude|note|toctree"
                    r"|warning)::|^[=~^-]{4,}\n[^\n]+\n[=~^-]{4,}$"
                ),
                why="prose with marks",
                unless=r"^[ \t]*(?:```|~~~\w)|^#{1,6}[ \t]|\]\(",
                proof=(
                    r"^\.\.[ \t]+(?:_[^:\n]+:|[\w-]+::)|:(?:attr|class|doc|func|meth|mod|ref|term):`"
                    r"|^[~^\"]{4,}[ \t]*$"
                ),
            ),
        ),
    ),
)
