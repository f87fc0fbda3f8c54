# SPDX-License-Identifier: Apache-2.0
"""Does poverty fall? Headcount, depth and severity (FGT 0, 1, 2) over time, those that the file holds."""

from __future__ import annotations

import sys

import pandas

import figures
import over_time

OUTCOMES = ("headcount", "poverty_gap", "poverty_severity")


def draw(result, options):
    language = options.lang
    figures.outcome_in(result, OUTCOMES[0], language)
    present = [outcome for outcome in OUTCOMES if outcome in result.series]
    figure, panels = figures.new_figure(len(present), squeeze=False)
    tables = []
    for axes, outcome in zip(panels[0], present):
        tables.append(over_time.draw_lines(axes, result, outcome, language))
        figures.month_axis(axes, result.series["month"].values, most=3)
        figures.mark_policies(axes, result, language, names_at=None)
        name = figures.long_name(result.series[outcome], language)
        axes.set_title(figures.wrapped(name, 26), loc="left", fontsize=12, color="#333333")
    title, note = over_time.finding(result, OUTCOMES[0], language)
    note += " " + figures.band_text(result.attrs["replicates"], language)
    names_at = figures.dress(figure, title, note, figures.source_text(result, language), right=0.92,
                             gap=0.8 if len(result.scenarios) > 1 else 0.5, wspace=0.72)
    if len(result.scenarios) > 1:
        figures.name_colours(figure, result, language, names_at - 0.08)
    for axes, table in zip(panels[0], tables):
        over_time.label_lines(axes, result, table, language, with_names=False)
    return figure, pandas.concat(tables, ignore_index=True), "poverty_over_time"


def main(arguments: list[str] | None = None) -> int:
    return figures.run(draw, __doc__, arguments)


if __name__ == "__main__":
    sys.exit(main())
