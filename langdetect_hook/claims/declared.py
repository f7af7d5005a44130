"""What a file declares of itself: a pragma, or a modeline of Vim or Emacs."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.claims import Claim
    from langdetect_hook.files.content import Content

MODELINE_LINES = 5  # Vim's own default, at either end; linguist looks at as many
PRAGMA = "langdetect:"
IGNORE = "ignore"

VIM = r"(?:^|\s)(?:vim?|ex)\d*:\s*(?:set?\s[^\n:]*?\b|[^\n]*?\b)(?:ft|filetype|syntax)=([\w.+-]+)"
EMACS = r"-\*-\s*(?:[^\n]*?\bmode:\s*([\w+-]+)[^\n]*?|([\w+-]+)\s*)-\*-"


def pragma(content: Content) -> str:
    """What `langdetect: ignore` (IGNORE) or `langdetect: language=NAME` says in the first five lines, or "".

    A known NAME may have hyphens for blanks and is given in its own spelling; another is read up to its first blank.
    """
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
    """The language that the claim allows or accepts and a Vim or Emacs modeline names, or None."""
    names = modelines(text)
    if not names:
        return None
    from langdetect_hook.languages import editor_names_of  # few files have a modeline

    allowed = sorted(claim.accepts.union(claim.languages))
    return next((language for language in allowed if not editor_names_of(language).isdisjoint(names)), None)


def modelines(text: str) -> list[str]:
    """The file types and modes, in lower case, that the first and last five lines name."""
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
