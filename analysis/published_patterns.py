# SPDX-License-Identifier: Apache-2.0
"""Does the model behave as published studies found? A row a figure, of a file of `tujuh patterns`.

A bar is the published range, a tick in it the published figure; the point is the model, with the 95 % interval
of its mean. Every figure has a scale of its own: a published range is one unit long. Where only a direction is
known, the bar begins at the value that the model must pass.
"""

from __future__ import annotations

import sys

import numpy
import pandas

import figures

HIT, MISS, FITTED = "#1b7837", "#b2182b", "#7f7f7f"
VERDICTS = {0: "miss", 1: "hit", 2: "unknown"}

WORDS = {
    "en": {
        "title": "The model hits {hits} of {checks} published figures that nothing was fitted to",
        "what": "Model (point, 95 % interval) and published range (bar), each figure on a scale of its own.",
        "hit": "hits", "miss": "misses", "fitted": "a parameter was fitted to it",
        "below": "below the range", "above": "above the range", "none": "holds no patterns",
    },
    "id": {
        "title": "Model mengenai {hits} dari {checks} angka terbitan yang tidak disesuaikan",
        "what": "Model (titik, selang 95 %) dan rentang terbitan (batang), setiap angka dengan skala sendiri.",
        "hit": "kena", "miss": "meleset", "fitted": "suatu parameter disesuaikan dengannya",
        "below": "di bawah rentang", "above": "di atas rentang", "none": "tidak memuat pola",
    },
}
NAMES_AT = -7.2
BEYOND = 2.4  # ranges are drawn from 0 to 1; what lies farther out is drawn at this distance with an arrow


def draw(result, options):
    language = options.lang
    patterns = figures.need(result.patterns, "patterns", WORDS[language]["none"], language)
    table = table_of(patterns, language)
    figure, axes = figures.new_figure(height=2.2 + 0.29 * len(table))
    for row, line in enumerate(table.itertuples()):
        draw_row(axes, len(table) - row, line)
        axes.text(NAMES_AT, len(table) - row, f"{line.pattern}  {line.title}", fontsize=8.5, va="center")
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_xlim(NAMES_AT, 1 + BEYOND + 0.2)
    axes.set_ylim(0.3, len(table) + 0.7)
    axes.set_xticks([-1.2, 2.2], [WORDS[language]["below"], WORDS[language]["above"]])
    axes.grid(False)
    axes.tick_params(length=0)
    for kind, colour in (("hit", HIT), ("miss", MISS), ("fitted", FITTED)):
        axes.plot([], [], "o", color=colour, label=WORDS[language][kind])
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.03), ncols=3, frameon=False, fontsize=9)
    checks = table[table.fitted_by == ""]
    title = WORDS[language]["title"].format(hits=int((checks.verdict == "hit").sum()), checks=len(checks))
    figures.dress(figure, title, WORDS[language]["what"], figures.source_text(result, language), foot=0.9)
    return figure, table, "published_patterns"


def table_of(patterns, language: str) -> pandas.DataFrame:
    title = "figure_title_id" if language == "id" else "figure_title"
    return pandas.DataFrame({
        "pattern": patterns["pattern"].values, "figure": patterns["figure"].values,
        "title": patterns[title].values,
        **{name: patterns[name].values for name in
           ("published_value", "published_low", "published_high", "model", "model_low", "model_high")},
        "unit": patterns["unit"].values,
        "verdict": [VERDICTS[int(code)] for code in patterns["verdict"].values],
        "fitted_by": patterns["fitted_by"].values, "source": patterns["source"].values})


def draw_row(axes, height: float, line) -> None:
    """The range is drawn from 0 to 1. Of a range without an end, the model's distance from the end that is known
    is the scale."""
    low, high = line.published_low, line.published_high
    if numpy.isinf(high):
        high = low + max(abs(line.model - low), 1e-9) * 1.25
    if numpy.isinf(low):
        low = high - max(abs(line.model - high), 1e-9) * 1.25
    scaled = lambda value: (value - low) / (high - low)
    axes.plot([0, 1], [height, height], color="#c9d6e2", linewidth=8, solid_capstyle="butt", zorder=1)
    if not numpy.isnan(line.published_value):
        axes.plot([scaled(line.published_value)] * 2, [height - 0.3, height + 0.3], color="#3d5a73", linewidth=1.4)
    if numpy.isnan(line.model):
        return
    colour = FITTED if line.fitted_by else HIT if line.verdict == "hit" else MISS
    at = scaled(line.model)
    shown = float(numpy.clip(at, -BEYOND, 1 + BEYOND))
    if shown != at:
        axes.plot([shown], [height], "<" if at < shown else ">", color=colour, markersize=7, zorder=3)
        return
    axes.plot([scaled(line.model_low), scaled(line.model_high)], [height, height], color=colour, linewidth=1.6, zorder=2)
    axes.plot([shown], [height], "o", color=colour, markersize=5.5, zorder=3)


def main(arguments: list[str] | None = None) -> int:
    return figures.run(draw, __doc__.splitlines()[0], arguments)


if __name__ == "__main__":
    sys.exit(main())
