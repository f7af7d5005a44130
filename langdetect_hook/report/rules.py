"""The rules, by id: what each reports, and whether it runs by default. An id never changes its meaning."""

from __future__ import annotations


class Rule:
    """A rule: its id, what it reports, and whether it runs by default."""

    __slots__ = ("default", "explanation", "id")

    def __init__(self, id: str, explanation: str, default: bool) -> None:
        self.id = id
        self.explanation = explanation
        self.default = default


ALL_RULES = (
    Rule("LD001", "The network is sure that the content is of a language that the file's name does not allow.", True),
    Rule("LD002", "The first line names an interpreter of another language than the extension does.", True),
    Rule("LD003", "What a server answered, an error or a login page, was saved in place of the file.", True),
    Rule("LD004", "A Git LFS pointer stands where content is expected, or content where a pointer belongs.", True),
    Rule("LD005", "The conflict markers of an unfinished merge are still in the file.", True),
    Rule("LD006", "The whole content stands inside a Markdown code fence, as it was pasted from a chat.", True),
    Rule(
        "LD007", "The text is UTF-16 or UTF-32 without working-tree-encoding, so git and most tools see bytes.", False
    ),
    Rule(
        "LD008",
        "The bytes are of a binary format that the file's name does not allow, or of none where one must be.",
        True,
    ),
    Rule("LD009", "The format of the name begins with fixed words (PEM, RTF, iCalendar ...) that are not there.", True),
)

RULES = {rule.id: rule for rule in ALL_RULES}
DEFAULT_RULES = frozenset(rule.id for rule in ALL_RULES if rule.default)
