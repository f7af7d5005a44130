"""What the whole of a text proves where counting its tokens says too little: a line is enough for a parser.

Each proof is of what hardly any text of another language is by chance, however short it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from langdetect_hook.languages.parsers import is_json_document, is_python_block
from langdetect_hook.languages.template_marks import ANY_TAG

# https://html.spec.whatwg.org/multipage/indices.html#elements-3, and its obsolete elements that are met.
HTML_ELEMENTS = frozenset({
    *("a", "abbr", "acronym", "address", "area", "article", "aside", "audio", "b", "base", "bdi", "bdo", "big"),
    *("blockquote", "body", "br", "button", "canvas", "caption", "center", "cite", "code", "col", "colgroup", "data"),
    *("datalist", "dd", "del", "details", "dfn", "dialog", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption"),
    *("figure", "font", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header"),
    *("hgroup", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main"),
    *("map", "mark", "marquee", "menu", "meta", "meter", "nav", "noframes", "noscript", "object", "ol", "optgroup"),
    *("option", "output", "p", "param", "picture", "pre", "progress", "q", "rp", "rt", "ruby", "s", "samp", "script"),
    *("search", "section", "select", "slot", "small", "source", "span", "strike", "strong", "style", "sub", "summary"),
    *("sup", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track"),
    *("tt", "u", "ul", "var", "video", "wbr"),
})  # fmt: skip
_TAG = re.compile(r"</?([A-Za-z][\w:.-]*)")


def is_html(text: str) -> bool:
    """Whether a text is elements of HTML and nothing around them, without a template's marks; not a style sheet or a
    script alone, which may be a component's."""
    text = text.strip()
    names = [name.lower() for name in _TAG.findall(text)] if text.endswith(">") and _TAG.match(text) else []
    if not names or names[0] in ("script", "style") or re.search(ANY_TAG, text):
        return False
    return HTML_ELEMENTS.issuperset(names)


# Not XML: most of what is well-formed and not HTML is an element that somebody made for pages, or a component.
PROOFS: dict[str, Callable[[str], bool]] = {
    "HTML": is_html,
    "JSON": is_json_document,
    "Python": is_python_block,
}
# Dialects that the same parser reads: where one of them is likelier, nothing is proven.
DIALECTS = {"Python": frozenset({"Cython", "Meson", "Mojo", "Starlark"})}


def proven(text: str, likeliest: Sequence[str]) -> str | None:
    """The language, among the likeliest ones, that the whole of a text proves; or None."""
    for language, proves in PROOFS.items():
        if language in likeliest and not _is_behind_a_dialect(language, likeliest) and proves(text):
            return language
    return None


def _is_behind_a_dialect(language: str, likeliest: Sequence[str]) -> bool:
    return not DIALECTS.get(language, frozenset()).isdisjoint(likeliest[: likeliest.index(language)])
