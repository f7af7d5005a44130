"""The figures of the snippets as tables: of all tools by length, and of one tool by language."""

from __future__ import annotations

from typing import Any

from tests.benchmarks.bounds import lower_bound
from tests.benchmarks.readme_table import markdown
from tests.benchmarks.snippets.dataset import Row
from tests.benchmarks.snippets.measure import BANDS, Score, name_of

COMMONEST = 25  # confusions


def table_of(result: dict[str, Any], rows: list[Row], known: set[str]) -> str:
    """The table: what a tool names right of the languages that it knows, in all and by length."""
    bands = [name_of(low, high) for low, high in BANDS]
    header = ["tool", "right", "acceptable", *bands, "right of everything"]
    body = [[name, *cells(found, bands)] for name, found in result["tools"].items()]
    ours = sum(row.language in known for row in rows)
    languages = len({row.language for row in rows} & known)
    note = f"\n{ours:,} snippets of {languages} languages of the model, {len(rows) - ours:,} of others."
    absent = "".join(f" Not measured: {reason}." for reason in result["missing"])
    return markdown(header, body) + note + absent + "\n"


def cells(found: dict[str, Any], bands: list[str]) -> list[str]:
    overall: Score = found["overall"]
    by_band: dict[str, Score] = found["bands"]
    lengths = [f"{by_band[band].rate:.1%}" if band in by_band else "" for band in bands]
    rates = [
        f"{overall.rate:.1%} (from {lower_bound(overall.right, max(1, overall.asked)):.1%})",
        f"{overall.acceptable_rate:.1%}",
    ]
    return [*rates, *lengths, f"{found['everything'].rate:.1%}"]


def by_language(found: dict[str, Any]) -> str:
    """The scores of each language, the worst first, what the model lacks behind them, and the commonest confusions."""
    scores: dict[str, Score] = found["languages"]
    known = sorted((each.rate, name) for name, each in scores.items() if each.asked)
    body = [[name, scores[name].asked, f"{rate:.1%}", f"{scores[name].acceptable_rate:.1%}"] for rate, name in known]
    lacking = ", ".join(sorted(name for name, each in scores.items() if not each.asked))
    confused = "".join(f"{count:4} {what}\n" for what, count in list(found["confusions"].items())[:COMMONEST])
    table = markdown(["language", "snippets", "right", "acceptable"], body)
    mean = f"Mean over languages: {found['mean_over_languages']:.1%}."
    return f"{table}\n{mean} Without a label: {lacking or 'none'}.\n\n{confused}"
