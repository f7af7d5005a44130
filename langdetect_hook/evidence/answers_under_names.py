"""Which answers of servers are wrong under which names. Loaded only for content that begins like such an answer."""

from __future__ import annotations

import re

from langdetect_hook.claims.binary_names import ALLOWED
from langdetect_hook.claims.never_a_page import expected_under
from langdetect_hook.evidence import server_answers
from langdetect_hook.evidence.evidence import Evidence
from langdetect_hook.evidence.made_for_tests import TESTS, is_made_for_tests_of
from langdetect_hook.evidence.server_answers import LISTING, LOGIN, PAGE, STORAGE, Saved

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.claims import Claim

IMAGES_OF_TEXT = frozenset({".svg"})
# Names of XML, or shared with it, whose content is never a page; of the style sheets a simple one may be.
NEVER_XHTML = frozenset({".csproj", ".plist", ".svg", ".ts", ".wsdl", ".xsd", ".xsl", ".xslt"})
STYLE_SHEETS = frozenset({".xsl", ".xslt"})
# A name with one of these is a page of its own, or an answer that was recorded on purpose.
SAYS_SO = r"(?:^|[^0-9])[45]\d\d(?:[^0-9]|$)|denied|error|fail|forbidden|invalid|log.?in|not.?found|sign.?in|unauth"
# Tests of these hold saved answers.
ABOUT_ANSWERS = frozenset({
    *("answer", "answers", "bad", "broken", "cassette", "cassettes", "corrupt", "corrupted", "crawler", "download"),
    *("downloader", "downloads", "error", "errors", "fail", "failing", "failure", "fuzz", "garbage", "html", "http"),
    *("invalid", "login", "malformed", "mirror", "page", "pages", "proxy", "recorded", "recordings", "response"),
    *("responses", "scraper", "scraping", "server", "site", "web", "wrong"),
})  # fmt: skip
# Markup in code: JSX has no doctype, and neither has Markdown with JSX.
NO_DOCTYPE = frozenset({".jsx", ".mdx"})
# A page may be rendered into a snapshot, and programs write a page for Excel or Word to open; but none of a server.
RENDERED = frozenset({".doc", ".snap", ".xls"})
OWN_PAGES = frozenset({PAGE, LOGIN, LISTING})
# What only a component has, or the part of a page that frames all others.
MARKS_OF_COMPONENTS = r"\{[^{}]*\}|</?[A-Z]\w*[\s/>]|<slot\b|<template\b|\b(?:bind|client|is|on|set|v-\w+):|[@:]\w+="
OF_PAGES = (
    r"(?i)(?:^|/)(?:(?:layouts?|pages?|routes|templates?|views?)/"
    r"|\W{0,20}(?:app|base|document|index|layout|page)[^/]*$)"
)
# The same of templates of Zope and Pyramid, which share their ending with models.
PAGE_TEMPLATE, MARKS_OF_PAGE_TEMPLATES = ".pt", r"\b(?:i18n|metal|tal):\w|\$\{"
# Names of languages in which pages are written, and nothing else; or XQuery, which may begin with an element.
MAKE_PAGES = frozenset({
    *(".cfc", ".cfm", ".cfml", ".duel", ".evoque", ".fhtml", ".gst", ".htmlul4", ".jbst", ".jelly", ".jspx", ".kid"),
    *(".lasso", ".lasso8", ".lasso9", ".mao", ".mhtml", ".mjml", ".myt", ".ssp", ".tagx", ".tea", ".ul4", ".xmlul4"),
    *(".xq", ".xql", ".xqm", ".xquery", ".xqy"),
})  # fmt: skip
# Endings that nobody has heard of, but some program writes pages under; its own words.
AN_ENDING = r"\.[a-z][a-z0-9_]{2,11}"
PAGE_LIKE = r"^\.(?:com|edu|gov|info|net|org)$|asp|cfm|htm|jsp|mas|page|php|rail|ssi|tem?pl|tt\d?$|view|web|wml"


def saved_under(case: Case, start: str) -> Evidence | None:
    """The saved answer that is wrong under the name of a file whose text begins with `start`, or None."""
    claim = case.claim
    wanted = _expected(case)
    saved = _saved(case, start, wanted)
    if saved is None:
        return None
    from langdetect_hook.evidence.downloads import advice
    from langdetect_hook.evidence.words import expected_of

    expected = wanted or (expected_of(claim) if claim else "what its name says")
    return Evidence("LD003", 1, f"looks like {saved.seen}", expected, advice(case, saved), saved.language or None)


def _expected(case: Case) -> str:
    """What a message expects under a name that is never a page's; "" for all others."""
    claim = case.claim
    if claim.extension in RENDERED:
        return ""
    if claim.extension in ALLOWED:
        return ALLOWED[claim.extension][0]
    never = expected_under(claim.name, claim.extension)
    if not never or says_so(claim) or is_made_for_tests_of(claim.path, ABOUT_ANSWERS):
        return ""
    if claim:
        from langdetect_hook.evidence.words import expected_of

        return expected_of(claim)
    return never


def says_so(claim: Claim) -> bool:
    """Whether a name says that the file is an error, a login page or something broken."""
    return re.search(SAYS_SO, claim.name, re.IGNORECASE) is not None


def _saved(case: Case, start: str, wanted: str) -> Saved | None:
    """The answer that the text is, if it is wrong under this name; `wanted`: the name is never a page's."""
    if document := server_answers.page_start(case.text):
        return _page(case, document, wanted)
    if start.startswith("<"):
        return _markup(case, start, wanted)
    if start.startswith("{"):
        return server_answers.error_in_json(case.text) if _is_no_record(case.claim, wanted) else None
    php = server_answers.error_of_php(start, case.text)
    saved = php or server_answers.error_in_words(case.text, bool(wanted))
    return saved if saved and _is_no_page(case.claim, wanted) else None


def _page(case: Case, document: str, wanted: str) -> Saved | None:
    """What an HTML document is, if it is wrong under this name; `document`: how it begins."""
    claim, saved = case.claim, server_answers.page(case.text)
    if claim.extension in MAKE_PAGES or _is_page_template(case):
        return None
    if wanted or claim.extension in IMAGES_OF_TEXT:
        return saved
    if claim.extension in RENDERED or _is_unheard_of(claim):
        return None if saved.kind in OWN_PAGES or says_so(claim) else saved
    if claim.has("page"):
        tolerated = _is_component(case)
    elif claim.extension in NO_DOCTYPE:
        tolerated = not document.startswith("<!")
    else:
        tolerated = _is_excused(claim) or tolerates_html(claim, case.text[:1000])
    return saved if not tolerated and (saved.kind != PAGE or _is_whole_page(case, document)) else None


def _is_page_template(case: Case) -> bool:
    """Whether a file that may be a model is a template of a page."""
    if case.claim.extension != PAGE_TEMPLATE:
        return False
    return re.search(OF_PAGES, case.path) is not None or re.search(MARKS_OF_PAGE_TEMPLATES, case.text) is not None


def _markup(case: Case, start: str, wanted: str) -> Saved | None:
    """What markup is that is no HTML document: an error in XML, what PHP wrote, a piece of a page."""
    claim = case.claim
    if saved := server_answers.error_in_xml(case.text):
        return saved if _is_no_xml(claim, saved, wanted) else None
    if saved := server_answers.error_of_php(start, case.text):
        return saved if _is_no_page(claim, wanted) else None
    is_image = claim.extension in IMAGES_OF_TEXT
    return server_answers.page(case.text) if (wanted or is_image) and server_answers.is_loose_page(start) else None


def _is_no_record(claim: Claim, wanted: str) -> bool:
    """Whether an error in JSON is wrong under a name: a `.json` may record one."""
    if wanted or _is_unheard_of(claim):
        return True
    if _is_markup_and_code(claim):
        return not says_so(claim)
    return not _is_excused(claim) and not claim.has("records", "documentation")


def _is_no_xml(claim: Claim, saved: Saved, wanted: str) -> bool:
    """Whether an answer in XML is wrong under a name: a `.xml` may be one of any service, and record one of a store in
    tests, or if it says so."""
    if wanted or _is_unheard_of(claim):
        return True
    if not claim.has("xml") or claim.extension in NEVER_XHTML - STYLE_SHEETS:
        return not _is_excused(claim)
    return saved.kind == STORAGE and not says_so(claim) and not is_made_for_tests_of(claim.path, TESTS)


def _is_no_page(claim: Claim, wanted: str) -> bool:
    """Whether words that are nothing but an error are wrong under a name."""
    if wanted or _is_unheard_of(claim):
        return True
    if _is_markup_and_code(claim):
        return not says_so(claim)
    return not _is_excused(claim) and not tolerates_html(claim, "")


def _is_markup_and_code(claim: Claim) -> bool:
    """Whether a name is that of a component, or of markup in code; other names of pages do not come here."""
    return claim.has("page") or claim.extension in NO_DOCTYPE


def _is_excused(claim: Claim) -> bool:
    """Whether all that is known of a name is that it is never a page's, which `_expected` did not ask for here."""
    if not claim:
        return True
    return claim.accepts.isdisjoint(claim.languages) and expected_under(claim.name, claim.extension) != ""


def _is_unheard_of(claim: Claim) -> bool:
    """Whether a name has an ending of which nothing is known, not even that some write pages under it."""
    if claim or expected_under(claim.name, claim.extension) or not re.fullmatch(AN_ENDING, claim.extension):
        return False
    if not claim.table.is_unknown(claim.name) or re.search(PAGE_LIKE, claim.extension):
        return False
    return not says_so(claim) and not is_made_for_tests_of(claim.path, TESTS)


def _is_component(case: Case) -> bool:
    """Whether a page in a component's file may be one: it says what it is, stands where pages do, or has marks."""
    if says_so(case.claim) or re.search(OF_PAGES, case.path):
        return True
    markup = re.sub(server_answers.NOT_SHOWN, "", case.text[: server_answers.FIRST_CHARACTERS])
    return re.search(MARKS_OF_COMPONENTS, markup) is not None


def _is_whole_page(case: Case, document: str) -> bool:
    """Whether the content is one HTML document to its last line, under a common name, and by no template."""
    if not case.content.complete or not case.text[-100:].rstrip().lower().endswith("</html>"):
        return False
    if not document.startswith("<!doctype html"):
        return False
    accepts_pages = "HTML" in case.claim.accepts and case.claim.extension not in NEVER_XHTML - STYLE_SHEETS
    if accepts_pages and not _is_markup_and_code(case.claim):
        return False
    from langdetect_hook.claims.common_names import is_common
    from langdetect_hook.languages.template_marks import TEMPLATE_MARKS

    is_made = "<?" in case.text or re.search(TEMPLATE_MARKS, case.text) is not None  # by PHP, or another template
    return is_common(case.claim) and not is_made


def tolerates_html(claim: Claim, start: str) -> bool:
    """Whether a page that begins with `start` may stand under a name."""
    if claim.extension in NEVER_XHTML:
        return False
    if claim.template or claim.has("page", "documentation"):
        return True
    having = claim.table.having
    if claim.languages[0] not in having("xml"):
        return bool((having("page") - having("holds-anything")) & claim.accepts)
    return "<?xml" in start[:10] or "xmlns" in start or says_so(claim)  # XHTML, or a page of its own
