"""How Sphinx makes a site of the documentation: from the checkout, `python -m sphinx -W -c docs . SITE`."""

from __future__ import annotations

import sys
from pathlib import Path

# What the reference is made from: this checkout, installed or not.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

project = "langdetect-hook"
author = "the langdetect-hook developers"
extensions = ["myst_parser", "sphinx.ext.autodoc"]
html_theme = "furo"
root_doc = "docs/index"
include_patterns = [
    "*.md",
    "docs/*.md",
    "langdetect_hook/report/pages/*.md",
    "model_assets/MODEL_CARD.md",
    "tests/benchmarks/README.md",
]
myst_heading_anchors = 4  # headings are linked as GitHub does it
# Pages begin below their heading as well, and the example of a doctest has its own colors.
suppress_warnings = ["myst.header", "misc.highlighting_failure"]
