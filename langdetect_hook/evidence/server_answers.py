"""What servers, proxies and networks answer in place of a file: pages, objects of JSON and XML, a line of text.

Loaded only for content that begins like one. Each answer has a kind, on which it depends what helps.
"""

from __future__ import annotations

import re

from langdetect_hook.evidence.shown_files import raw_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# The kinds, and what a message calls each.
CHALLENGE, LEADS, LIMIT, LISTING, LOGIN = "challenge", "leads elsewhere", "limit", "listing", "login"
PAGE, PORTAL = "page", "portal"
PROGRAM, PROXY, REDIRECT, SHOWN, STATUS, STORAGE = "program", "proxy", "redirect", "shown", "status", "storage"
CALLED = {
    CHALLENGE: "a saved check for browsers",
    LEADS: "a page that leads elsewhere",
    LIMIT: "a saved error page",
    LISTING: "a saved directory listing",
    LOGIN: "a saved login page",
    PAGE: "an HTML page",
    PORTAL: "a saved page of a network's portal",
    PROGRAM: "a saved error of PHP",
    PROXY: "a saved page of a proxy",
    REDIRECT: "a saved redirect",
    SHOWN: "a page that shows a file",
    STATUS: "a saved error page",
}
# What a kind says in its title, in the order in which it is asked.
PHRASES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (LISTING, ("^index of /?", "^directory listing (?:for|of)", "^listing directory", "^directory: ?/")),
    (PORTAL, ("captive portal", "hot ?spot", "network authentication required", r"wi-?fi (?:access|login|portal)")),
    (
        PROXY,
        (
            "requested url could not be retrieved",  # Squid
            "(?:access|content|page|request|site|url|website) (?:is |has been |was )?blocked",
            "fortiguard",
            "mcafee web gateway",
            "policy_denied",  # Blue Coat
            "proxy error",
            "websense",
            "zscaler",
        ),
    ),
    (
        CHALLENGE,
        (
            "access to this page has been denied",  # PerimeterX
            "are you (?:a )?(?:human|robot)",
            "attention required",  # Cloudflare
            "captcha",
            "checking your browser",
            "ddos[ -](?:guard|protection)",
            "human verification",
            "just a moment",  # Cloudflare
            "one moment,? please",
            "pardon our interruption",  # Imperva
            "please wait",
            "robot check",
            "security check",
            "unusual traffic",
            "virus scan warning",  # Google Drive
        ),
    ),
    (LIMIT, ("429", "quota exceeded", "rate limit", "too many requests")),
    (
        LOGIN,
        (
            "authentication required",
            "central authentication service",
            "log ?in",
            "log ?on",
            "session (?:has )?expired",
            "sign ?in",
            "single sign-?on",
        ),
    ),
    (
        REDIRECT,
        (
            "30[12378] (?:found|moved|permanent|redirect|see other|temporary)",
            "document (?:has )?moved",
            "moved (?:permanently|temporarily)",
            "object moved",
            "you are being redirected",  # GitLab
        ),
    ),
    (
        STATUS,
        (
            "access (?:is )?denied",
            "application error",
            "bad gateway",
            "bad request",
            "cannot get /",  # Express
            "could not be (?:found|satisfied)",  # the second is CloudFront's
            "error (?:4|5)[0-9][0-9]",
            "(?:4|5)[0-9][0-9] error",
            "error establishing a database connection",
            "forbidden",
            "gateway time-?out",
            "http status (?:4|5)[0-9][0-9]",
            "internal server error",
            "not found",
            "page does(?: not|n't) exist",
            "permission denied",
            "service (?:temporarily )?unavailable",
            "site maintenance",
            "temporarily unavailable",
            "unauthori[sz]ed",
            "whitelabel error page",  # Spring
        ),
    ),
)
# What JSON and XML say besides, where nobody reads it as a title.
MORE_IN_DATA = r"\b(?:bad credentials|does not exist|expired|invalid token|no such|not authori[sz]ed|requires auth)"
STARTS_WITH_STATUS = r"^\s*(?:4|5)\d\d\b"

PAGE_STARTS = ("<!doctype html", "<html", "<head>")
# What a page begins with that lacks its head, as proxies and captive portals write it.
LOOSE_STARTS = (
    *("<body", "<center>", "<h1>", "<head", "<meta ", "<script>location", "<script>window.location", "<title>"),
)
PHP_ERROR = r"(?:<br ?/?>\s*|<font [^>]*>\s*)*(?:<b>)?(Deprecated|Fatal error|Notice|Parse error|Warning)(?:</b>)?: "
PHP_LINE = r" in \S.* on line (?:<b>)?\d"
PREAMBLE = r"(?:<(?:\?xml\b[^>]*\?|!--(?:[^-]|-(?!->))*--)>\s*)+"  # a declaration, and comments
MOST_PREAMBLE = 4000  # characters before a page: a licence, a note of who saved it
NOT_SHOWN = r"(?i)<(script|style)\b[\s\S]*?</\1>"
SENDS_A_FORM = r"name=[\"'](?:RelayState|SAML(?:Request|Response)|wresult)[\"']"
LEADS_ELSEWHERE = r"(?i)http-equiv=[\"']?refresh|\blocation(?:\.href)? ?=|\blocation\.(?:assign|replace)\("
LITTLE_WORDS = 200  # characters that are seen of a page that only leads elsewhere
LITTLE_TEXT = 3000  # characters of a page that may be nothing but its message
FIRST_CHARACTERS = 16384  # a page's title stands here

# Bodies that servers send as plain text, in lower case: what they say of a status, with its number or without.
STATUS_LINE = (
    r"(?:http/\d(?:\.\d)? )?(?:(?:4|5)\d\d[: -]{0,3})?(?:access denied|bad (?:gateway|request)|forbidden"
    r"|gateway time-?out|internal server error|invalid request|(?:page )?not found|service (?:temporarily )?unavailable"
    r"|too many requests|unauthorized)[.!]?"
)
# Bodies with something of their own: said of no name but those that are never a page's.
BODIES_OF_SOME = (
    r"api rate limit exceeded\b.*",
    r"access to model .* is restricted\b.*",  # Hugging Face
    r"cannot find (?:module|package) .*",  # unpkg
    r"couldn't find the requested (?:file|release version) .*",  # jsDelivr
    r"entry not found",  # Hugging Face
    r"error code: \d{3,4}",  # Cloudflare
    r"file not found\.?",
    r"invalid username or password\.?",  # Hugging Face
    r"no healthy upstream",  # Envoy
    r"not found: .*",  # Go's module proxy, unpkg
    r"package size exceeded\b.*",  # jsDelivr
    r"proxy authentication required",
    r"rate limit exceeded\.?",
    r"repository not found\.?",
    r"the (?:deployment|page) could not be found\b.*",  # Vercel
    r"this rubygem could not be found\.?",
    r"upstream connect error\b.*",  # Envoy
)
MOST_WORDS = 300  # characters of a body that is nothing but its error

# Errors in XML: how the document begins, and where it says what.
STORAGE_ERROR = "<Error"  # Amazon S3, Google Cloud Storage, Azure Blob Storage and their kin
STORAGE_CODE = r"<Code>(\w+)</Code>"
BUCKET, BUCKET_NAME = "<ListBucketResult", r"<Name>([^<]*)"
XML_ERRORS = (
    (r"<(?:\w+:)?ServiceExceptionReport\b", r"<(?:\w+:)?ServiceException\b[^>]*>([^<]*)"),  # OGC's WMS
    (r"<(?:\w+:)?ExceptionReport\b", r"<(?:\w+:)?ExceptionText>([^<]*)"),  # OGC's OWS
    (r"<(?:\w+:)?Envelope\b", r"<(?:faultstring\b|\w+:Text\b)[^>]*>([^<]*)"),  # SOAP
)
MOST_DATA = 4000  # characters of an error in JSON or XML
# Where servers put the words, and the number, of an error in JSON.
WORDS_IN_JSON = ("message", "error", "detail", "title", "error_description", "errorMessage", "reason")
NUMBERS_IN_JSON = ("code", "status", "statusCode", "status_code")
HTTP_ERRORS = frozenset(map(str, range(400, 600)))
MOST_KEYS = 6  # an object with more is data


class Saved:
    """An answer that was saved: its `kind`, the `language` that it is in ("" for words), and how a message calls it."""

    __slots__ = ("kind", "language", "seen")

    def __init__(self, kind: str, language: str, seen: str) -> None:
        self.kind = kind
        self.language = language
        self.seen = seen


def kind_of(words: str) -> str:
    """Which kind of answer says these words in its title or message; "" where none does."""
    for kind, phrases in PHRASES:
        if any(re.search(_whole(phrase), words, re.IGNORECASE) for phrase in phrases):
            return kind
    return STATUS if re.search(STARTS_WITH_STATUS, words) else ""


def _whole(phrase: str) -> str:
    """A phrase as whole words: `log ?in` is not in "blog index"."""
    before, behind = "" if phrase.startswith("^") else r"(?<!\w)", r"(?!\w)" if phrase[-1].isalnum() else ""
    return before + phrase + behind


def page_start(start: str) -> str:
    """The beginning of an HTML document in lower case, behind an XML declaration and comments; "" where `start` is the
    beginning of something else."""
    lowered = behind_preamble(start)[:40].lower()
    return lowered if lowered.startswith(PAGE_STARTS) else ""


def behind_preamble(text: str) -> str:
    """A text without the declaration, the comments and the blanks at its beginning."""
    text = text.lstrip()
    found = re.match(PREAMBLE, text[:MOST_PREAMBLE])
    return text[found.end() :] if found else text


def is_loose_page(start: str) -> bool:
    """Whether a text begins with an element that no document begins with, but some servers' pages."""
    return start[:40].lower().startswith(LOOSE_STARTS)


def page(text: str) -> Saved:
    """What an HTML page is: what it does, by its title or by all that it says."""
    title = _title(text) or (_visible(text) if len(text) < LITTLE_TEXT else "")
    kind = SHOWN if raw_address(text) else kind_of(title) or _kind_of_form(text)
    quoted = f' ("{_quotable(title)}")' if title else ""
    return Saved(kind or PAGE, "HTML", CALLED[kind or PAGE] + quoted)


def _kind_of_form(text: str) -> str:
    """What a page does by itself that says nothing: it sends a form to where one logs in, or leads elsewhere."""
    if re.search(SENDS_A_FORM, text):
        return LOGIN
    leads = len(text) < LITTLE_TEXT and re.search(LEADS_ELSEWHERE, text)
    return LEADS if leads and len(_visible(text)) < LITTLE_WORDS else ""


def error_of_php(start: str, text: str) -> Saved | None:
    """The message that PHP wrote in place of its answer, or before it, where a text begins with `start`."""
    found = re.match(PHP_ERROR, start)
    is_of_php = found is not None and re.search(PHP_LINE, text[:MOST_DATA]) is not None
    return Saved(PROGRAM, "", f'{CALLED[PROGRAM]} ("{found[1]}")') if found and is_of_php else None


def error_in_xml(text: str) -> Saved | None:
    """The error, or the list of a bucket, that a document of XML is."""
    body = behind_preamble(text)
    if body.startswith(BUCKET):
        found = re.search(BUCKET_NAME, body[:MOST_DATA])
        return Saved(LISTING, "XML", f'a saved list of a bucket ("{_quotable(found[1])}")') if found else None
    if len(text) > MOST_DATA:
        return None
    if body.startswith(STORAGE_ERROR):
        found = re.search(STORAGE_CODE, body)
        return Saved(STORAGE, "XML", f'a saved error in XML ("{found[1]}")') if found and "<Message>" in body else None
    for root, words in XML_ERRORS:
        if re.match(root, body) and (found := re.search(words, body)):
            return Saved(STATUS, "XML", f'a saved error in XML ("{_quotable(found[1])}")')
    return None


def error_in_json(text: str) -> Saved | None:
    """The error that a small JSON object consists of, or None."""
    if len(text) > MOST_DATA:
        return None
    import json

    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or not _is_small(value):
        return None
    words = next((words for one in _parts(value) if (words := _error_of(one))), "")
    if not words:
        return None
    return Saved(kind_of(words) or STATUS, "JSON", f'a saved error in JSON ("{_quotable(words)}")')


def error_in_words(text: str, of_some: bool) -> Saved | None:
    """The error that a few words are; `of_some`: also such as only some servers write."""
    words = " ".join(text.split())
    if len(words) > MOST_WORDS:
        return None
    bodies = (STATUS_LINE, *BODIES_OF_SOME) if of_some else (STATUS_LINE,)
    if not any(re.fullmatch(body, words, re.IGNORECASE) for body in bodies):
        return None
    return Saved(kind_of(words) or STATUS, "", f'a saved error ("{_quotable(words)}")')


def _is_small(value: dict[str, object]) -> bool:
    return len(value) <= MOST_KEYS or value.get("kind") == "Status"  # Kubernetes has seven


def _parts(value: dict[str, object]) -> Iterator[dict[str, object]]:
    """An object, and what it wraps: {"error": {…}}, {"errors": [{…}]}."""
    yield value
    listed = value.get("errors")
    nested = listed[0] if isinstance(listed, list) and listed else value.get("error")
    if isinstance(nested, dict):
        yield nested


def _error_of(value: dict[str, object]) -> str:
    """The words of an object that says it is an error, by a phrase, an HTTP status or a page on it; else ""."""
    said = [words for key in WORDS_IN_JSON if isinstance(words := value.get(key), str)]
    for words in said:
        if kind_of(words) or re.search(MORE_IN_DATA, words, re.IGNORECASE):
            return words
    code = value.get("code")
    failed = any(str(value.get(key)) in HTTP_ERRORS for key in NUMBERS_IN_JSON)
    named = isinstance(code, str) and re.fullmatch(r"[A-Z]\w*Error|[A-Z]+(?:_[A-Z]+)+", code) is not None
    return said[0] if said and (failed or named or "documentation_url" in value) else ""


def _title(text: str) -> str:
    """The words of the first title or heading of an HTML document, in one line."""
    for tag in ("title", "h1", "h2"):
        found = re.search(rf"<{tag}\b[^>]*>([^<]+)", text[:FIRST_CHARACTERS], re.IGNORECASE)
        if found and found[1].strip():
            return " ".join(found[1].split())
    return ""


def _visible(text: str) -> str:
    """What a small page says, in one line."""
    body = re.sub(r"<[^>]*>", " ", re.sub(NOT_SHOWN, " ", text))
    return " ".join(body.split())


def _quotable(words: str) -> str:
    """Words in one short line, without the control characters that a terminal obeys."""
    line = " ".join(words.split())[:60]
    return "".join(character if character.isprintable() else "?" for character in line)
