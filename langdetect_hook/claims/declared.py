"""What a file declares of itself: a pragma, or a modeline of Vim or Emacs."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.claims import Claim
    from langdetect_hook.files.content import Content

MODELINE_LINES = 5  # Vim's own default, at either end; linguist looks at as many
PRAGMA = "langdetect:"
IGNORE = "ignore"

# What Vim's file types and Emacs' modes are called, where it is not the language's own name in lower case.
EDITOR_NAMES = {
    "asm": ("Assembly",),
    "autoconf": ("M4",),
    "bash": ("Shell",),
    "bat": ("Batchfile",),
    "c++": ("C++", "C"),
    "cl": ("Common Lisp",),
    "config": ("M4", "INI"),
    "conf": ("INI",),
    "cperl": ("Perl",),
    "cpp": ("C++", "C"),
    "cs": ("C#",),
    "csharp": ("C#",),
    "dcl": ("Shell",),
    "dosbatch": ("Batchfile",),
    "dosini": ("INI",),
    "elisp": ("Emacs Lisp",),
    "emacs-lisp": ("Emacs Lisp",),
    "eruby": ("HTML+ERB",),
    "fsharp": ("F#",),
    "gitconfig": ("INI",),
    "htmldjango": ("Jinja", "HTML"),
    "javascript.jsx": ("JavaScript",),
    "javascriptreact": ("JavaScript",),
    "jinja2": ("Jinja",),
    "js": ("JavaScript",),
    "js2": ("JavaScript",),
    "jsx": ("JavaScript",),
    "ksh": ("Shell",),
    "latex": ("TeX",),
    "lisp": ("Common Lisp", "Emacs Lisp", "Scheme"),
    "makefile-gmake": ("Makefile",),
    "make": ("Makefile",),
    "matlab": ("MATLAB",),
    "mkd": ("Markdown",),
    "ml": ("OCaml", "Standard ML"),
    "nroff": ("Roff",),
    "nxml": ("XML",),
    "objc": ("Objective-C",),
    "octave": ("MATLAB",),
    "plaintex": ("TeX",),
    "po": ("Gettext Catalog",),
    "proto": ("Protocol Buffer",),
    "ps1": ("PowerShell",),
    "python3": ("Python",),
    "rspec": ("Ruby",),
    "rst": ("reStructuredText",),
    "sh": ("Shell",),
    "shell-script": ("Shell",),
    "sml": ("Standard ML",),
    "tex": ("TeX",),
    "troff": ("Roff",),
    "ts": ("TypeScript",),
    "tuareg": ("OCaml",),
    "typescriptreact": ("TypeScript",),
    "vb": ("Visual Basic .NET", "VBA"),
    "vim": ("Vim script",),
    "xml": ("XML", "SVG", "XSLT"),
    "xslt": ("XSLT",),
    "yml": ("YAML",),
    "zsh": ("Shell",),
}
VIM = r"(?:^|\s)(?:vim?|ex)\d*:\s*(?:set?\s[^\n:]*?\b|[^\n]*?\b)(?:ft|filetype|syntax)=([\w.+-]+)"
EMACS = r"-\*-\s*(?:[^\n]*?\bmode:\s*([\w+-]+)[^\n]*?|([\w+-]+)\s*)-\*-"


def pragma(content: Content) -> str:
    """Return what `langdetect: ignore` (IGNORE) or `langdetect: language=NAME` says in the first five lines, or "": a
    name that we know as we write it, also where it has hyphens for blanks, another up to its first blank."""
    if content.text is None or PRAGMA not in content.text[:4000]:
        return ""
    import re

    start = "\n".join(content.text.split("\n", MODELINE_LINES)[:MODELINE_LINES])
    found = re.search(r"\blangdetect:\s*(?:(ignore)\b|language=([\w#+.-][^\n]*))", start)
    if not found:
        return ""
    if found[1]:
        return IGNORE
    from langdetect_hook.languages import LANGUAGE_OF

    words = found[2].replace("-", " ").lower() + " "
    known = [name for name in LANGUAGE_OF if words.startswith(name.replace("-", " ").lower() + " ")]
    return max(known, key=len) if known else found[2].split()[0]


def modeline_language(text: str, claim: Claim) -> str | None:
    """Return the language that the claim allows or accepts and a Vim or Emacs modeline names, or None."""
    names = modelines(text)
    if not names:
        return None
    for language in sorted(claim.accepts.union(claim.languages)):
        for name in names:
            if language in EDITOR_NAMES.get(name, ()) or language.lower().replace(" ", "-") == name:
                return language
    return None


def modelines(text: str) -> list[str]:
    """Return the file types and modes, in lower case, that the first and last five lines name."""
    lines = text[:4000].split("\n")[:MODELINE_LINES] + text[-4000:].rstrip().split("\n")[-MODELINE_LINES:]
    marked = [line for line in lines if "-*-" in line or "vi" in line or "ex:" in line]
    if not marked:
        return []
    import re

    found: list[str] = []
    for line in marked:
        for pattern in (VIM, EMACS):
            for match in re.finditer(pattern, line, re.IGNORECASE):
                found += [name.lower() for name in match.groups() if name]
    return found
