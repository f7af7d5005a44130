"""LD003: a server's answer saved in place of a file: an error, a login page, a listing, a proxy's page.

What the answer must say depends on the name. Under a name that is never a page's (an image, an archive, a key, a lock
file) any HTML document is wrong. Under another name of text the page must say what it is (a title such as "404 Not
Found"), or be a whole document under a common name: what a single-page application sends for each path that it does not
know. Any other page is left to the network. Names of pages, templates and prose may hold any page.
"""

from __future__ import annotations

from langdetect_hook.claims.binary_names import KNOWN_NAMES
from langdetect_hook.evidence.evidence import Evidence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.claims import Claim

MOST_WORDS = 300  # characters of a body that is nothing but its error
MOST_DATA = 4000  # characters of an error in JSON, and of comments above a page
# What a saved answer begins with: an element, each of which few healthy files begin with ...
ELEMENTS = (
    *("<!doctype html", "<b>", "<body", "<br", "<center", "<error", "<font", "<h1", "<head", "<html", "<listbucket"),
    *("<meta", "<script>", "<title"),
)
# ... a declaration or a comment, with such an element below it ...
DECLARATIONS = ("<?xml", "<!--")
BELOW_A_DECLARATION = ("<!doctype html", "<html", "<error", "<listbucket", "exception", "envelope")
# ... an object with such a key, or a line of such words.
KEYS = ('"message"', '"error', '"detail"', '"title"', '"reason"')
FIRST_WORDS = frozenset({
    *("access", "api", "bad", "cannot", "couldn't", "entry", "error", "file", "forbidden", "gateway", "internal"),
    *("invalid", "no", "not", "package", "page", "proxy", "rate", "repository", "service", "the", "this", "too"),
    *("unauthorized", "upstream"),
})  # fmt: skip
PHP_ERRORS = ("Fatal error: ", "Parse error: ")
# What programs print that download.
TRANSCRIPTS = ("HTTP/", "curl: (", "  % Total", "--2")
# Components are pages, or parts of pages; what servers answer is neither.
COMPONENTS = frozenset({".astro", ".svelte", ".vue"})


def evidence(case: Case) -> Evidence | None:
    """The answer of a server that stands in place of what the name says, or None."""
    claim, text = case.claim, case.content.text
    if text is None:
        return None
    if text.startswith(TRANSCRIPTS):
        from langdetect_hook.evidence import transcripts

        return transcripts.evidence(case)
    first = text[:1]
    if first not in "<{ \t\n" and len(text) > MOST_WORDS:
        return None
    start = text[:1000].lstrip()
    if not _begins_like_an_answer(start, text) or _may_be_a_page(claim, start):
        return None
    from langdetect_hook.evidence.answers_under_names import saved_under

    return saved_under(case, start)


def _begins_like_an_answer(start: str, text: str) -> bool:
    """Whether a text may be what a server answers: a look at its beginning, at which nearly every file ends."""
    if start.startswith("<"):
        lowered = start[:16].lower()
        if lowered.startswith(DECLARATIONS):
            below = text[:MOST_DATA].lower()
            return any(element in below for element in BELOW_A_DECLARATION)
        return lowered.startswith(ELEMENTS) or ":Envelope" in start[:20] or "Exception" in start[:40]
    if start.startswith("{"):
        return len(text) <= MOST_DATA and any(key in text for key in KEYS)
    if text[:1] in " \t\n" and start.startswith(PHP_ERRORS):
        return True
    word = start[:20].partition(" ")[0].lower().rstrip(".:!\n")
    return len(text) <= MOST_WORDS and (word in FIRST_WORDS or word[:3].isdigit() or word.startswith("http/"))


def _may_be_a_page(claim: Claim, start: str) -> bool:
    """Whether a name claims a page, or a template that becomes one, and the text does not begin like data; or is a word
    of which nothing is known."""
    if not claim:
        return not claim.extension and claim.name.lower() not in KNOWN_NAMES
    if claim.template:
        return True
    return claim.has("page") and claim.extension not in COMPONENTS and start[0] != "{" and "<Error" not in start
