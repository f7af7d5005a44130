"""The page of an evaluation: one HTML file with everything in it, to look at rather than to read."""

from __future__ import annotations

from html import escape
from typing import Any

from langdetect_hook import __version__
from langdetect_hook.training.evaluation import plots
from langdetect_hook.training.evaluation.page_style import SCRIPT, STYLE

# Below this the bar of a figure changes its colour.
_LOW = 0.9
# (heading, kind, first order) of each column of the table of languages.
_COLUMNS = (
    ("language", "text", "ascending"),
    ("files", "number", "descending"),
    ("projects", "number", "descending"),
    ("F1", "number", "ascending"),
    ("recall", "number", "ascending"),
    ("precision", "number", "ascending"),
    ("20 lines", "number", "ascending"),
    ("10 lines", "number", "ascending"),
    ("5 lines", "number", "ascending"),
    ("most often taken for", "", ""),
)

_SORTED_BY = "F1"


def page(figures: dict[str, Any]) -> str:
    """The page for figures as evaluate.evaluate gives them."""
    parts = (
        _head(figures),
        _tiles(figures),
        _curves(figures),
        _languages(figures["languages"]),
        _confusions(figures),
        _errors(figures["worst_errors"]),
        f"<footer>langdetect-hook {escape(__version__)}. The same figures as numbers: evaluation.json.</footer>",
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>langdetect-hook: evaluation</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(parts)
        + f"\n</main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n"
    )


def _head(figures: dict[str, Any]) -> str:
    notes = "".join(f"<p>Left out: {escape(words)}.</p>" for words in figures["left_out"])
    caution = f'<p class="caution">{escape(figures["caution"])}</p>' if figures["caution"] else ""
    return f"<h1>How well languages are told</h1>\n<p>Measured on {escape(figures['measured_on'])}.</p>{caution}{notes}"


def _tiles(figures: dict[str, Any]) -> str:
    lengths = figures["lengths"]
    tiles = [
        (
            f"{lengths[name]['argmax_accuracy']:.1%}",
            f"of {name}",
            f"answered right: {lengths[name]['accuracy']:.1%}",
        )
        for name in reversed(lengths)
    ]
    whole = lengths["whole files"]
    tiles.append((f"{whole['macro_f1']:.1%}", "macro-F1", f"{len(figures['languages'])} languages"))
    tiles.append((f"{figures['calibration']['error']:.1%}", "calibration error", "lower is better"))
    return (
        '<div class="tiles">'
        + "".join(
            f'<div class="tile"><b>{value}</b><span>{escape(words)}</span><span>{escape(more)}</span></div>'
            for value, words, more in tiles
        )
        + "</div>"
    )


def _curves(figures: dict[str, Any]) -> str:
    pair = (
        ("By length", "How much text it takes. A tie at the top is wrong.", plots.accuracy_by_length(figures)),
        (
            "Can its certainty be believed?",
            "Whole files, by the probability of their likeliest language.",
            plots.reliability(figures),
        ),
    )
    below = _card(
        "What was learned from few projects",
        "Each dot a language; the larger, the more files it was measured on.",
        plots.recall_by_projects(figures),
    )
    return f'<div class="pair">{"".join(_card(*each) for each in pair)}</div>{below}'


def _card(heading: str, words: str, picture: str) -> str:
    return f'<div class="card"><h3>{escape(heading)}</h3><p>{escape(words)}</p>{picture}</div>'


def _languages(rows: list[dict[str, Any]]) -> str:
    heads = "".join(_heading(*column) for column in _COLUMNS)
    body = "\n".join(_language(row) for row in sorted(rows, key=lambda row: (row["f1"], row["name"])))
    return (
        "<h2>Language by language</h2>\n<p>Whole files unless a column says otherwise: recall, how many of its files "
        "are found; precision, how many of those given it are of it. A heading sorts.</p>\n"
        f'<div class="card scroll"><table class="sortable"><thead><tr>{heads}</tr></thead>'
        f"<tbody>\n{body}\n</tbody></table></div>"
    )


def _heading(name: str, kind: str, first: str) -> str:
    if not kind:
        return f"<th>{escape(name)}</th>"
    now = f' aria-sort="{first}"' if name == _SORTED_BY else ""
    return f'<th data-kind="{kind}" data-first="{first}"{now}><button type="button">{escape(name)}</button></th>'


def _language(row: dict[str, Any]) -> str:
    taken = ", ".join(f"{each['name']} ({each['files']})" for each in row["taken_for"])
    lengths = row["recall_by_length"]
    low = " low" if row["f1"] < _LOW else ""
    bar = f'<span class="bar{low}"><i style="width:{row["f1"]:.0%}"></i></span>'
    return (
        f"<tr><td>{escape(row['name'])}</td><td>{row['files']}</td><td>{row['projects_learned_from']}</td>"
        f'<td data-value="{row["f1"]}">{bar}{row["f1"]:.1%}</td>'
        + "".join(
            f'<td data-value="{value}">{value:.1%}</td>'
            for value in (row["recall"], row["precision"], *(lengths[f"{n} lines"] for n in (20, 10, 5)))
        )
        + f"<td>{escape(taken)}</td></tr>"
    )


def _confusions(figures: dict[str, Any]) -> str:
    picture = plots.confusion_map(figures)
    if not picture:
        return "<h2>What is taken for what</h2>\n<p>Nothing: every file was told right.</p>"
    return (
        "<h2>What is taken for what</h2>\n<p>The languages of the forty most frequent confusions, in whole files. "
        "A row: what files are; a column: what they are taken for; the colour: the share of the row. "
        "On the grey diagonal they are told right.</p>\n"
        f'<div class="card scroll">{picture}</div>'
    )


def _errors(errors: list[dict[str, Any]]) -> str:
    if not errors:
        return ""
    rows = "\n".join(_error(row) for row in errors)
    return (
        "<h2>Where it is sure, and wrong</h2>\n<p>The most confident errors, some of which are the corpus's own. The "
        "tokens are those whose absence would change most; ¶ is the start of a line, a string stands for its kind."
        f"</p>\n{rows}"
    )


def _error(row: dict[str, Any]) -> str:
    tokens = "".join(
        f"<li><code>{escape(each['token'])}</code> {each['contribution']:+.2f}</li>" for each in row["tokens"]
    )
    sure = min(row["probability"], 0.999)
    return (
        f"<details><summary><b>{escape(row['language'])}</b> taken for <b>{escape(row['predicted'])}</b>"
        f'<span class="path">{escape(row["path"])}</span><span class="sure">{sure:.1%}</span></summary>'
        f'<div class="inside"><ul class="tokens">{tokens}</ul><pre>{escape(row["excerpt"])}</pre></div></details>'
    )
