"""What somebody has said of a file, in `.gitattributes` or in its first lines: the one place that all rules ask.

| what is said | what it means |
|---|---|
| `-langdetect`; `langdetect: ignore` | nothing is reported of the file |
| `linguist-language=NAME`; `langdetect: language=NAME` | it is NAME: no finding that says so counts, nor the network |
| `linguist-generated`, `linguist-vendored` | others have made it: the network is not asked |
| `binary` | its bytes are right, whatever the name says: no rule about text counts, nor the network |
| `filter=...` | what is committed is something else; `filter=lfs`: a pointer |
| `working-tree-encoding=...` | git converts the text |
| `conflict-marker-size=...` | it shows the markers of conflicts |

https://github.com/github-linguist/linguist/blob/main/docs/overrides.md, https://git-scm.com/docs/gitattributes
"""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case

MADE_BY_OTHERS = ("linguist-generated", "linguist-vendored")
BINARY = "binary"
# Rules about what a text is: nothing that is binary on purpose.
OF_TEXT = frozenset({"LD007", "LD009", "LD011"})


class Said(NamedTuple):
    """What is said of a file: that it `is_left_out`; a `language`, in lower case, or ""; a `kind`, one of
    MADE_BY_OTHERS or BINARY, or ""; a `filter` of git, an `encoding`; that it `shows_markers` of conflicts."""

    is_left_out: bool
    language: str
    kind: str
    filter: str
    encoding: str
    shows_markers: bool


def said_of(case: Case) -> Said:
    """What is said of a file; git is asked at the first question about it."""
    return case.once("said", lambda: _said_of(case))


def _said_of(case: Case) -> Said:
    from langdetect_hook.claims.declared import IGNORE, pragma

    by_itself = pragma(case.content)
    if by_itself == IGNORE or case.is_left_out():
        return Said(True, "", "", "", "", False)
    return Said(
        False,
        by_itself.lower() or case.override(),
        _kind(case),
        case.attribute("filter"),
        case.attribute("working-tree-encoding"),
        bool(case.attribute("conflict-marker-size")),
    )


def _kind(case: Case) -> str:
    return next((name for name in (BINARY, *MADE_BY_OTHERS) if case.attribute(name) in ("set", "true")), "")


def speaks_against(said: Said, rule: str, language: str | None) -> bool:
    """Whether what is said is that a finding of a rule is none; `language`: what it takes the content for, if any."""
    if said.is_left_out or (said.kind == BINARY and rule in OF_TEXT):
        return True
    return bool(language and said.language == language.lower())
