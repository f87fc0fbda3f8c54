# SPDX-License-Identifier: Apache-2.0
"""The points of a design in a report: how far outcomes spread over them, and which settings they go along with."""

from __future__ import annotations

import numpy
import pandas

import figures
import page
import report_design
import report_figures
from page import element
from report_context import Report
from tujuh_results import point_table

OUTCOMES_SHOWN, PANELS_SHOWN, PANELS_A_ROW = 4, 6, 3
POINT = "#0072b2"


class Points:
    """What came out at each point that did not fail, mean over its replicates."""

    def __init__(self, report: Report) -> None:
        result, self.language = report.result, report.language
        self.table = point_table(result)
        self.kept = self.table[~self.table["failed"]]
        self.factors = report_design.factors_of(result.design, report.language)
        self.arrays = {name: array for name, array in result.points.data_vars.items() if "replicate" in array.dims}

    def title(self, outcome: str) -> str:
        return figures.long_name(self.arrays[outcome], self.language)

    def texts(self, outcome: str) -> list[str]:
        """The lowest, the middle and the highest."""
        values = self.kept[outcome].dropna()
        return figures.value_texts([values.min(), values.median(), values.max()], self.arrays[outcome].attrs["units"],
                                   self.language)

    def outcomes(self) -> list[str]:
        return [name for name in self.arrays if self.kept[name].notna().any()]


def correlations(points: Points, outcome: str) -> pandas.Series:
    """Rank correlation (Spearman 1904) of the outcome with each factor, the strongest first."""
    ranks = points.kept[[factor.key for factor in points.factors]].rank()
    found = ranks.corrwith(points.kept[outcome].rank()).dropna()
    return found.reindex(found.abs().sort_values(ascending=False, kind="stable").index)


def is_told(correlation: float, points: int) -> bool:
    """Whether so many points hardly give such a rank correlation by chance (5 %, normal approximation)."""
    return points > 3 and abs(correlation) > 1.96 / numpy.sqrt(points - 1)


def findings(report: Report) -> list[str]:
    if not has_points(report):
        return []
    points = Points(report)
    said = []
    for outcome in points.outcomes()[:OUTCOMES_SHOWN]:
        low, middle, high = points.texts(outcome)
        said.append(report.words("points_range", outcome=points.title(outcome), low=low, middle=middle, high=high,
                                 n=report.number(len(points.kept))))
    return said


def has_points(report: Report) -> bool:
    """Calibrations and searches have sections of their own."""
    result = report.result
    return result.points is not None and result.fit is None and result.optimum is None


def section(report: Report) -> list:
    if not has_points(report):
        return []
    points = Points(report)
    if not points.outcomes():
        return [element("p", report.words("all_failed"), class_="absent")]
    rows = [[points.title(outcome), *points.texts(outcome)] for outcome in points.outcomes()]
    heads = [report.words(key) for key in ("outcome", "lowest", "middle", "highest")]
    body = [page.table(heads, rows, report.words("points_table", n=report.number(len(points.kept)))),
            element("p", page.csv_link(points.table.reset_index(), report.csv_name("points"), report.words("csv_table")),
                    class_="note")]
    if report.result.group("sensitivity") is None:
        for outcome in points.outcomes()[:OUTCOMES_SHOWN]:
            body += panels(report, points, outcome)
    return body


def panels(report: Report, points: Points, outcome: str) -> list:
    """The outcome beside each of the settings that it goes along with most."""
    found = correlations(points, outcome)
    if found.empty:
        return []
    names = {factor.key: factor.name for factor in points.factors}
    in_sentence = figures.inside_a_sentence(points.title(outcome))
    title = report.words("points_none", outcome=in_sentence)
    if is_told(found.iloc[0], len(points.kept)):
        title = report.words("points_most", factor=names[found.index[0]], outcome=in_sentence)
    parts = "; ".join(f"{names[key]} {figures.number_text(value, 2, report.language)}" for key, value in found.items())
    drawing = panels_figure(points, outcome, found)
    shown = points.kept[[*found.index[:PANELS_SHOWN], outcome]].reset_index()
    return [element("h3", title),
            report.figure(drawing, shown, f"points_{outcome}", title, report.words("points_desc", parts=parts),
                          report.words("dots_caption", n=report.result.attrs["replicates"]))]


def panels_figure(points: Points, outcome: str, found: pandas.Series):
    shown = found.head(PANELS_SHOWN)
    columns = min(PANELS_A_ROW, len(shown))
    rows = -(-len(shown) // columns)
    height = 2.5 * rows
    figure, axes = report_figures.new_figure(height, rows, columns, sharey=True, squeeze=False)
    unit = points.arrays[outcome].attrs["units"]
    factors = {factor.key: factor for factor in points.factors}
    for place, panel in enumerate(axes.flat):
        if place >= len(shown):
            panel.set_visible(False)
            continue
        factor, correlation = factors[shown.index[place]], shown.iloc[place]
        panel.plot(points.kept[factor.key], figures.in_axis_units(points.kept[outcome], unit), "o", color=POINT,
                   markersize=4 if len(points.kept) < 200 else 2, alpha=0.6, markeredgewidth=0)
        dress_panel(panel, factor, correlation, points.language)
        if place % columns == 0:
            figures.number_axis(panel.yaxis, unit, points.language)
    figure.subplots_adjust(left=0.1, right=0.98, top=1 - 0.5 / height, bottom=0.3 / height, hspace=0.6, wspace=0.12)
    return figure


def dress_panel(panel, factor: report_design.Factor, correlation: float, language: str) -> None:
    name = figures.wrapped(figures.shortened(factor.name, 60), 32)
    panel.set_title(f"{name}\nr = {figures.number_text(correlation, 2, language)}", fontsize=report_figures.FONT - 2,
                    loc="left")
    if factor.is_log:
        panel.set_xscale("log")
    ends = [factor.low, factor.high]
    if all(numpy.isfinite(ends)) and ends[1] > ends[0]:
        panel.set_xticks(ends, [factor.text(end) for end in ends])
        panel.minorticks_off()
        for label, side in zip(panel.get_xticklabels(), ("left", "right")):
            label.set_horizontalalignment(side)
    panel.tick_params(labelsize=report_figures.FONT - 2)
