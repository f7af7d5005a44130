"""The rules, by id: what each reports, and whether it runs by default. An id never changes its meaning."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


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
    Rule("LD007", "The text is UTF-16 or UTF-32 without working-tree-encoding, so git and most tools see bytes.", True),
    Rule(
        "LD008",
        "The bytes are of a binary format that the file's name does not allow, or of none where one must be.",
        True,
    ),
    Rule("LD009", "The format of the name begins with fixed words (PEM, RTF, iCalendar ...) that are not there.", True),
    Rule("LD010", "A private key stands where data, code or a public key is expected.", True),
    Rule("LD011", "What a terminal shows, lines of a patch or a page's tags were pasted into code or data.", True),
)

RULES = {rule.id: rule for rule in ALL_RULES}
DEFAULT_RULES = frozenset(rule.id for rule in ALL_RULES if rule.default)
# By default LD007 looks only at names under which nothing reads UTF-16. Where it is selected, it looks at every name of
# text, and this stands beside it among the ids.
EVERYWHERE = "LD007 everywhere"
EVERY_RULE = frozenset((*RULES, EVERYWHERE))


def chosen(selected: Iterable[str], ignored: Iterable[str]) -> frozenset[str]:
    """The ids of the rules that are checked where these are `selected`, none for the default, without the `ignored`."""
    rules = frozenset(selected or DEFAULT_RULES).difference(ignored)
    return rules | {EVERYWHERE} if "LD007" in rules.intersection(selected) else rules
