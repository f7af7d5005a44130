"""Templates: a text in which another program fills in what is missing."""

from __future__ import annotations

import re

from langdetect_hook.languages import members, template_marks
from langdetect_hook.languages.template_marks import ALL_MARKS, BEGINS_AS_TEMPLATE, JINJA_LIKE_MARKS, PAGE_MARK
from langdetect_hook.languages.traits import PAGE, TEMPLATE_LIKE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.suspicion import Suspicion


# What a template of anything looks like.
TEMPLATES = ("HTML+ERB", "Jinja")


def has_template_marks(case: Case, suspicion: Suspicion) -> bool:
    """Whether what looks like a template has template marks and is not a page itself."""
    return suspicion.language in members((PAGE, TEMPLATE_LIKE)) and template_marks.has_template_marks(case.text)


def is_template(case: Case, suspicion: Suspicion) -> bool:
    """Whether a file called a template, or one that looks like Jinja or a page with ERB, has template marks, or begins
    with a tag that another program fills in, or has lines for one; not a page called data or code."""
    if re.match(BEGINS_AS_TEMPLATE, case.text) or template_marks.has_directives(case.text):
        return True
    is_called_one = case.claim.template
    marks = ALL_MARKS if is_called_one else JINJA_LIKE_MARKS if suspicion.language in TEMPLATES else ""
    if not marks or not re.search(marks, case.text):
        return False
    return is_called_one or not _begins_as_page(case.text)


def _begins_as_page(text: str) -> bool:
    """Whether a text begins with a tag and has a closing one: a template of a page, not of data or code."""
    return text.lstrip().startswith("<") and re.search(PAGE_MARK, text) is not None
