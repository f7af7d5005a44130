from __future__ import annotations

from langdetect_hook.languages.template_marks import has_template_marks

TEMPLATES = [
    "a: {{ .Values.name }}\n",
    'a:\n{{- include "b" . -}}\n',
    "{% if x %}\nimport a\n{% endif %}\n",
    "a = <%= @value %>\n",
]
NO_TEMPLATES = [
    "static int a[1][1] = {{ 0 }};\n",
    "<b style={{ color: red }}>x</b>\n",
    "<p>{{ name }}</p>\n",  # a page with marks is a template of a page
    "title = {{Foo Bar}}\n",
    "run: echo ${{ github.ref }}\n",
    "printf('%d%%')\n",
]


def test_templates_are_known_by_their_marks() -> None:
    assert [text for text in TEMPLATES if not has_template_marks(text)] == []
    assert [text for text in NO_TEMPLATES if has_template_marks(text)] == []
