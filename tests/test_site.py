"""The documentation becomes a site without a warning, and its links lead to pages of it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from langdetect_hook.report.rules import RULES
from tests.conftest import CHECKOUT

pytestmark = pytest.mark.slow


def test_the_site_is_made_without_a_warning(tmp_path: Path) -> None:
    for name in ("sphinx", "myst_parser", "furo"):
        pytest.importorskip(name)
    site = tmp_path / "site"
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-c", "docs", "-d", str(tmp_path / "trees")]
    run = subprocess.run([*command, ".", str(site)], cwd=CHECKOUT, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")
    pages = {str(page.relative_to(site)) for page in site.rglob("*.html")}
    assert {f"langdetect_hook/report/pages/{rule}.html" for rule in RULES} <= pages
    assert "docs/configuration.html" in pages
    reference = (site / "docs" / "reference.html").read_text(encoding="utf-8")
    assert "langdetect_hook.detector.Detector" in reference and "check_many" in reference
    for page in pages:
        for target in re.findall(r'href="([^"#:]+\.html)', (site / page).read_text(encoding="utf-8")):
            assert ((site / page).parent / target).exists(), (page, target)
