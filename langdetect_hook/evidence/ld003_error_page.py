"""LD003: a server's error or login page, saved where data, code, an image or an archive is expected.

Under a name of text the page must say that it is one (a title such as "404 Not Found"), or be a whole document under a
common name: what a single-page application sends for each path that it does not know. Any other page is left to the
network. Under a name of an image or an archive any HTML document is wrong.
"""

from __future__ import annotations

from langdetect_hook.claims.binary_names import ALLOWED
from langdetect_hook.evidence.evidence import Evidence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.claims import Claim

MOST_BODY = 64  # characters of a body that is nothing but its error
MOST_DATA = 4000  # characters of an error in JSON or XML
FIRST_CHARACTERS = 16384  # a page's title stands here
PHRASES = (
    "access (?:is )?denied",
    "attention required",  # Cloudflare
    "authentication required",
    "bad gateway",
    "bad request",
    "ddos protection",
    "error (?:4|5)[0-9][0-9]",
    "(?:4|5)[0-9][0-9] error",
    "forbidden",
    "gateway time-?out",
    "internal server error",
    "just a moment",  # Cloudflare
    "log ?in",
    "moved (?:permanently|temporarily)",
    "not found",
    "object moved",
    "page does(?: not|n't) exist",
    "permission denied",
    "rate limit",
    "service (?:temporarily )?unavailable",
    "sign ?in",
    "site maintenance",
    "temporarily unavailable",
    "too many requests",
    "unauthori[sz]ed",
    "30[1278] (?:found|redirect)",
)
# Bodies that servers send as plain text, in lower case; the number may stand before them.
BODIES = frozenset({
    "404: not found",  # raw.githubusercontent.com
    "404 not found",
    "404 page not found",  # Go's net/http
    "403 forbidden",
    "403: forbidden",
    "access denied",
    "bad gateway",
    "502 bad gateway",
    "503 service unavailable",
    "429: too many requests",
    "429 too many requests",
    "400: invalid request",  # raw.githubusercontent.com
    "forbidden",
    "internal server error",
    "not found",
    "service unavailable",
    "too many requests",
    "unauthorized",
})  # fmt: skip
HTML_STARTS = ("<!doctype html", "<html", "<head>")
IMAGES_OF_TEXT = frozenset({".svg"})
ADVICE = "fetch it again, so that an error stops the download (curl --fail)"
_AN_ERROR = "a saved error"
# Names of XML, or shared with it, whose content is never a page.
NEVER_A_PAGE = frozenset({".csproj", ".plist", ".svg", ".ts", ".wsdl", ".xsd", ".xsl", ".xslt"})
# A name of XML with one of these is a page of its own, or an answer that was recorded on purpose.
SAYS_SO = r"(?:^|[^0-9])[45]\d\d(?:[^0-9]|$)|denied|error|fail|forbidden|invalid|login|not.?found|sign.?in|unauth"
# Where servers put the words, and the number, of an error in JSON.
WORDS_IN_JSON = ("message", "error", "detail", "title", "error_description", "errorMessage", "reason")
NUMBERS_IN_JSON = ("code", "status", "statusCode", "status_code")
HTTP_ERRORS = frozenset(map(str, range(400, 600)))
MOST_KEYS = 6  # an object with more is data


def evidence(case: Case) -> Evidence | None:
    """The error page or message that stands in place of what the name says, or None."""
    claim, text = case.claim, case.content.text
    if text is None:
        return None
    binary_name = ALLOWED.get(claim.extension)
    if binary_name is None and not claim:
        return None
    first = text[:1]
    if first not in "<{ \t\n" and len(text) > MOST_BODY:
        return None
    start = text[:1000].lstrip()
    if start.startswith("<"):
        tolerated = bool(claim) and _tolerates_html(claim, start)
        any_page = binary_name is not None or claim.extension in IMAGES_OF_TEXT
        if not any_page and not tolerated:
            any_page = _is_whole_page(case, start)
        error = _error_in_markup(text, start, claim, any_page, tolerated)
    elif start.startswith("{"):
        error = _error_in_json(text, claim)
    else:
        error = _error_in_words(text, claim)
    if not error:
        return None
    language, seen = error
    if language and case.override() == language.lower():
        return None
    from langdetect_hook.evidence.words import expected_of

    expected = binary_name[0] if binary_name else expected_of(claim)
    advice = ADVICE if seen.startswith(_AN_ERROR) else _advice_on_page(case)
    return Evidence("LD003", 1, f"looks like {seen}", expected, advice, language or None)


def _advice_on_page(case: Case) -> str:
    from langdetect_hook.evidence.words import if_meant

    # A server that answers any address with its front page reports no error that --fail could see.
    return f"if it was downloaded, check the address, and fetch it with curl --fail; {if_meant(case, 'HTML', 'a page')}"


def _error_in_markup(text: str, start: str, claim: Claim, any_page: bool, tolerated: bool) -> tuple[str, str] | None:
    body = start
    if body.startswith("<?xml"):
        body = body[body.find("?>") + 2 :].lstrip()
    lowered = body[:20].lower()
    if lowered.startswith(HTML_STARTS):
        if tolerated and not any_page:
            return None
        title = _title(text)
        phrase = _phrase(title)
        if phrase:
            return "HTML", f'{_AN_ERROR} page ("{title}")'
        return ("HTML", f'an HTML page ("{title}")' if title else "an HTML page") if any_page else None
    if body.startswith("<Error>") and len(text) < MOST_DATA:
        if claim.has("xml"):
            return None
        import re

        code = re.search(r"<Code>(\w+)</Code>", body)
        return ("XML", f'{_AN_ERROR} in XML ("{code[1]}")') if code and "<Message>" in body else None
    return None


def _is_whole_page(case: Case, start: str) -> bool:
    """Whether the content is one HTML document, which begins with `start`, to its last line, under a common name."""
    text = case.text
    if (
        not case.content.complete
        or "HTML" in case.claim.accepts
        or not text[-100:].rstrip().lower().endswith("</html>")
    ):
        return False
    if not start[:20].lower().startswith(HTML_STARTS[0]):
        return False
    import re

    from langdetect_hook.claims.common_names import is_common
    from langdetect_hook.languages.template_marks import TEMPLATE_MARKS

    is_made = "<?" in text or re.search(TEMPLATE_MARKS, text) is not None  # by PHP, or another template
    return is_common(case.claim) and not is_made


def _tolerates_html(claim: Claim, start: str) -> bool:
    """Whether a page that begins with `start` may stand under this name."""
    if claim.extension in NEVER_A_PAGE:
        return False
    if claim.template or claim.has("page", "documentation"):
        return True
    having = claim.table.having
    if claim.languages[0] not in having("xml"):
        return bool((having("page") - having("holds-anything")) & claim.accepts)
    if start.startswith("<?xml") or "xmlns" in start:  # XHTML
        return True
    import re

    return re.search(SAYS_SO, claim.name, re.IGNORECASE) is not None


def _title(text: str) -> str:
    """The words of the first title or heading of an HTML document, in one line."""
    import re

    for tag in ("title", "h1", "h2"):
        found = re.search(rf"<{tag}\b[^>]*>([^<]+)", text[:FIRST_CHARACTERS], re.IGNORECASE)
        if found and found[1].strip():
            return _quotable(found[1])
    return ""


def _quotable(words: str) -> str:
    """Words in one short line, without the control characters that a terminal obeys."""
    line = " ".join(words.split())[:60]
    return "".join(character if character.isprintable() else "?" for character in line)


def _phrase(words: str) -> bool:
    import re

    return re.search(rf"\b(?:{'|'.join(PHRASES)})\b|^\s*(?:4|5)\d\d\b", words, re.IGNORECASE) is not None


def _error_in_json(text: str, claim: Claim) -> tuple[str, str] | None:
    """The error that a small JSON object consists of, or None; None too in a .json, which may record an answer."""
    if len(text) > MOST_DATA or claim.template or claim.has("records", "documentation"):
        return None
    import json

    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or len(value) > MOST_KEYS:
        return None
    words = _error_of(value) or _nested_error(value)
    return ("JSON", f'{_AN_ERROR} in JSON ("{_quotable(words)}")') if words else None


def _error_of(value: dict[str, object]) -> str:
    """The words of an object that says it is an error, by a phrase or an HTTP status; else ""."""
    said = [words for key in WORDS_IN_JSON if isinstance(words := value.get(key), str)]
    for words in said:
        if _phrase(words):
            return words
    failed = any(str(value.get(key)) in HTTP_ERRORS for key in NUMBERS_IN_JSON)
    return said[0] if said and failed else ""


def _nested_error(value: dict[str, object]) -> str:
    """The words of {"error": {…}} and {"errors": [{…}]}; "" where there is no such error."""
    nested = value.get("error")
    listed = value.get("errors")
    if isinstance(listed, list) and listed:
        nested = listed[0]
    return _error_of(nested) if isinstance(nested, dict) else ""


def _error_in_words(text: str, claim: Claim) -> tuple[str, str] | None:
    words = " ".join(text.split())
    if len(text) > MOST_BODY or words.lower().rstrip(".!") not in BODIES:
        return None
    if claim and _tolerates_html(claim, ""):
        return None
    return "", f'{_AN_ERROR} ("{words}")'
