"""The pictures of an evaluation, as SVG that stands inside the page and takes its colours from it."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import matplotlib
import numpy as np

from langdetect_hook.training.evaluation.summary import confusions

matplotlib.use("Agg")
from matplotlib import pyplot
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Colours that are replaced by variables of the page's style sheet: one picture serves light and dark.
INK, FAINT, ACCENT, WARNING, SECOND = "#010101", "#020202", "#030303", "#040404", "#050505"
VARIABLES = {INK: "--ink", FAINT: "--line", ACCENT: "--accent", WARNING: "--warning", SECOND: "--second"}
_CONFUSIONS_SHOWN = 40
_NAMED_LANGUAGES = 10
# Lower values are drawn at the lower edge, with the value beside the name.
_LOWEST_RECALL = 0.5
_STYLE: Any = {
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "figure.constrained_layout.use": True,
    "font.family": ["sans-serif"],
    "font.size": 10,
    "grid.color": FAINT,
    "grid.linewidth": 0.6,
    "svg.fonttype": "none",
    "svg.hashsalt": "langdetect-hook",
    "text.color": INK,
    "xtick.color": INK,
    "xtick.major.size": 0,
    "ytick.color": INK,
    "ytick.major.size": 0,
}


def accuracy_by_length(figures: dict[str, Any]) -> str:
    """How much is right of 5, 10 and 20 lines and of whole files."""
    with pyplot.rc_context(_STYLE):
        figure, axes = pyplot.subplots(figsize=(5.2, 4.2))
        names = list(figures["lengths"])
        places = np.arange(len(names))
        series = (
            ("argmax_accuracy", "likeliest language (argmax, ties wrong)", SECOND, -0.19),
            ("accuracy", "the answer given (none counts as wrong)", ACCENT, 0.19),
        )
        for key, words, colour, shift in series:
            values = np.array([100 * figures["lengths"][name][key] for name in names])
            axes.bar(places + shift, values, 0.34, color=colour, label=words)
            for place, value in zip(places, values, strict=True):
                axes.text(place + shift, value + 1.5, f"{value:.1f}", ha="center", fontsize=8.5)
        axes.set_xticks(places, names)
        axes.set(ylim=(0, 109), yticks=(0, 25, 50, 75, 100))
        axes.set_yticks((0, 25, 50, 75, 100), ("0", "25", "50", "75", "100%"))
        axes.grid(axis="y")
        axes.set_axisbelow(True)
        axes.spines["left"].set_visible(False)
        figure.legend(loc="outside upper left", frameon=False, fontsize=8.5, ncols=1)
        return _svg(figure, "Accuracy by length")


def reliability(figures: dict[str, Any]) -> str:
    """How many of the files given with so much certainty are right; below, how many files that are."""
    bins = figures["calibration"]["bins"]
    with pyplot.rc_context(_STYLE):
        figure, (above, below) = pyplot.subplots(
            2, 1, figsize=(5.2, 4.2), sharex=True, gridspec_kw={"height_ratios": (3.4, 1)}
        )
        above.plot((0, 1), (0, 1), color=INK, linewidth=0.8, linestyle=(0, (4, 3)), alpha=0.6)
        above.text(0.02, 0.93, "dashed: as often right as it is sure", fontsize=8, alpha=0.75)
        confidence = [row["confidence"] for row in bins]
        above.vlines(confidence, confidence, [row["accuracy"] for row in bins], color=WARNING, linewidth=1.5)
        above.plot(confidence, [row["accuracy"] for row in bins], color=ACCENT, marker="o", markersize=5)
        above.set(ylim=(0, 1.04), xlim=(0, 1.01), ylabel="share right")
        above.grid()
        widths = [row["to"] - row["from"] for row in bins]
        below.bar([row["from"] for row in bins], [row["files"] for row in bins], widths, align="edge", color=SECOND)
        below.set_yscale("log")
        below.set(xlabel="probability of the likeliest language", ylabel="files")
        below.tick_params(which="minor", length=0)
        return _svg(figure, "Reliability diagram")


def recall_by_projects(figures: dict[str, Any]) -> str:
    """Every language by the number of projects it was learned from, and how many of its files are found."""
    rows = figures["languages"]
    with pyplot.rc_context(_STYLE):
        figure, axes = pyplot.subplots(figsize=(10.6, 3.6))
        projects = np.array([max(1, row["projects_learned_from"]) for row in rows])
        recall = np.array([row["recall"] for row in rows])
        shown = np.maximum(recall, _LOWEST_RECALL)
        axes.scatter(projects, shown, s=[12 + 2 * row["files"] ** 0.7 for row in rows], color=ACCENT, alpha=0.45, lw=0)
        axes.set_xscale("log")
        axes.set(
            xlabel="projects learned from",
            ylabel="recall, whole files",
            ylim=(min(0.9, shown.min()) - 0.05, 1.03),
        )
        ticks = [
            tick for tick in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if projects.min() <= tick <= projects.max()
        ]
        axes.set_xticks(ticks, [str(tick) for tick in ticks])
        axes.minorticks_off()
        axes.grid()
        axes.set_axisbelow(True)
        figure.canvas.draw()  # names are placed once the dots have their places
        _name_lowest(axes, rows, projects, recall)
        return _svg(figure, "Recall by number of projects")


def confusion_map(figures: dict[str, Any]) -> str:
    """The confusion matrix of the languages that take part in the most frequent confusions; "" where there are none."""
    found = confusions(figures)[:_CONFUSIONS_SHOWN]
    if not found:
        return ""
    labels, counts = figures["confusion_matrix"]["labels"], np.array(figures["confusion_matrix"]["counts"])
    concerned = {name for language, other, _ in found for name in (language, other)}
    columns = [number for number, name in enumerate(labels) if name in concerned]
    rows = [number for number in columns if number < len(counts) and counts[number].any()]
    shares = counts[np.ix_(rows, columns)] / counts[rows].sum(1, keepdims=True)
    shown = np.ma.masked_where(shares == 0, np.sqrt(shares))
    with pyplot.rc_context(_STYLE):
        size = 1.9 + 0.245 * len(columns)
        figure, axes = pyplot.subplots(figsize=(size, 1.6 + 0.245 * len(rows)))
        axes.pcolormesh(shown, cmap=_warm(), vmin=0, vmax=1, edgecolors=FAINT, linewidth=0.25)
        for row, number in enumerate(rows):
            if number in columns:
                place = columns.index(number)
                axes.add_patch(Rectangle((place, row), 1, 1, color=FAINT, lw=0))
        for row, column in zip(*np.nonzero(shares), strict=True):
            files, own = counts[rows[row], columns[column]], rows[row] == columns[column]
            dark = not own and shares[row, column] > 0.25
            colour = "#ffffff" if dark else INK
            axes.text(column + 0.5, row + 0.5, f"{files}", ha="center", va="center", fontsize=6.5, color=colour)
        axes.set_xticks(np.arange(len(columns)) + 0.5, [labels[i] for i in columns], rotation=90, fontsize=8.5)
        axes.set_yticks(np.arange(len(rows)) + 0.5, [labels[i] for i in rows], fontsize=8.5)
        axes.xaxis.tick_top()
        axes.invert_yaxis()
        axes.spines[:].set_visible(False)
        return _svg(figure, "Confusion matrix")


def _name_lowest(axes: Axes, rows: list[dict[str, Any]], projects: Any, recall: Any) -> None:
    """Name the lowest dots, each beside, above or below its dot, where nothing is yet."""
    dots = axes.transData.transform(np.stack([projects, np.maximum(recall, _LOWEST_RECALL)], 1)) * 72 / axes.figure.dpi
    taken = [(x - 3, y - 3, x + 3, y + 3) for x, y in dots]
    for number in np.argsort(recall, kind="stable")[:_NAMED_LANGUAGES].tolist():
        if recall[number] == 1:
            return
        name = rows[number]["name"]
        if recall[number] < _LOWEST_RECALL:
            name += f" ({recall[number]:.0%})"
        dot = projects[number], max(float(recall[number]), _LOWEST_RECALL)
        x, y = dots[number]
        width = 5.2 * len(name)
        for align, right, up in (("left", 7, 0), ("right", -7, 0), ("center", 0, 11), ("center", 0, -11)):
            left = x + right - {"left": 0, "right": width, "center": width / 2}[align]
            box = left, y + up - 5, left + width, y + up + 5
            if not any(box[0] < o[2] and o[0] < box[2] and box[1] < o[3] and o[1] < box[3] for o in taken):
                break
        taken.append(box)
        options: Any = {"xytext": (right, up - 1), "textcoords": "offset points", "ha": align, "va": "center"}
        axes.annotate(name, dot, fontsize=8.5, **options)


def _warm() -> LinearSegmentedColormap:
    return LinearSegmentedColormap.from_list("warm", ["#f9dcc4", "#f4a261", "#e76f51", "#b23a48", "#7a1f3d"])


def _svg(figure: Figure, title: str) -> str:
    """The figure as an SVG element that grows and shrinks with the page."""
    file = io.StringIO()
    figure.savefig(file, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    pyplot.close(figure)
    text = file.getvalue()
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    for colour, variable in VARIABLES.items():
        text = text.replace(colour, f"var({variable})")
    width = re.search(r'<svg[^>]*? width="([\d.]+)pt"', text)
    text = re.sub(r' (?:width|height)="[\d.]+pt"', "", text, count=2)
    # Identifiers are shared by the whole page: two pictures must not use the same.
    prefix = re.sub(r"\W+", "-", title.lower())
    text = re.sub(r'(id="|href="#|url\(#)', rf"\g<1>{prefix}-", text)
    limit = f"max-width:{float(width[1]) * 4 / 3:.0f}px" if width else ""
    return text.replace("<svg", f'<svg role="img" aria-label="{title}" style="{limit}"', 1)
