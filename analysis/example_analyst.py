# SPDX-License-Identifier: Apache-2.0
"""For an analyst: which alternative brings the poor more coverage, and what do the benefits cost?

A point for each alternative of a file of `tujuh compare`: how much more is paid out than in the base (across), how much
more of the poor are covered (up), with the 95 % intervals of both paired differences.
"""

from __future__ import annotations

import sys

import numpy
import pandas

import figures

COVERAGE, SPENDING = "coverage_of_poor", "benefit_spending"

WORDS = {
    "en": {
        "title": "“{name}” covers the poor most: {change}, interval {low} to {high}",
        "unclear": "No alternative changes the coverage of the poor beyond chance",
        "what": "Alternative less base, mean of the last {n} months; crosses are 95 % intervals. Right: more is paid out; "
                "up: more of the poor are covered.",
        "x": "benefits paid out, billion rupiah a month", "y": "coverage of the poor, percentage points",
        "need": "alternatives (tujuh compare)",
    },
    "id": {
        "title": "“{name}” paling menjangkau penduduk miskin: {change}, selang {low} sampai {high}",
        "unclear": "Tidak ada alternatif yang mengubah cakupan penduduk miskin lebih dari kebetulan",
        "what": "Alternatif dikurangi dasar, rata-rata {n} bulan terakhir; silang adalah selang 95 %. Ke kanan: lebih "
                "banyak manfaat dibayarkan; ke atas: lebih banyak penduduk miskin terjangkau.",
        "x": "manfaat yang dibayarkan, miliar rupiah per bulan", "y": "cakupan penduduk miskin, poin persentase",
        "need": "alternatif (tujuh compare)",
    },
}


def draw(result, options):
    language = options.lang
    base, *alternatives = result.scenarios.values()
    figures.need(alternatives or None, base.name, WORDS[language]["need"], language)
    table = pandas.DataFrame([row_of(scenario, base, language) for scenario in alternatives])
    figure, axes = figures.new_figure(height=6.6)
    colours, ends = figures.colours_of(result), []
    for row in table.itertuples():
        x, y = (numpy.array(values) for values in ((row.spending, row.spending_low, row.spending_high),
                                                   (row.coverage, row.coverage_low, row.coverage_high)))
        axes.errorbar(x[0] / 1e9, 100 * y[0], xerr=half(x / 1e9), yerr=half(100 * y), fmt="o", markersize=9,
                      color=colours[row.scenario], capsize=3)
        ends.append((100 * y[0], figures.wrapped(result.scenarios[row.scenario].title_in(language), 24),
                     colours[row.scenario]))
    axes.axhline(0, color=figures.PALE)
    axes.axvline(0, color=figures.PALE)
    for axis, label in ((axes.xaxis, "x"), (axes.yaxis, "y")):
        axis.set_label_text(WORDS[language][label])
        figures.number_axis(axis, "", language)
    months = figures.months_in_last_year(base.series[COVERAGE])
    figures.dress(figure, finding(result, table, language), WORDS[language]["what"].format(n=months),
                  figures.source_text(result, language), foot=0.95, right=0.78)
    figures.label_line_ends(axes, ends, axes.get_xlim()[1], fontsize=11)
    return figure, table, "coverage_and_cost"


def row_of(scenario, base, language: str) -> dict:
    """Paired differences in the coverage of the poor and in what is paid out."""
    row = {"scenario": scenario.name}
    for name, outcome in (("coverage", COVERAGE), ("spending", SPENDING)):
        levels = [figures.last_year(figures.outcome_in(one, outcome, language)) for one in (scenario, base)]
        row[name], row[name + "_low"], row[name + "_high"] = figures.paired_interval(*levels)
    return row


def half(values: numpy.ndarray):
    """Lengths of the arms of a cross, none without an interval."""
    mean, low, high = values
    return None if numpy.isnan(low) else [[mean - low], [high - mean]]


def finding(result, table: pandas.DataFrame, language: str) -> str:
    best = table.loc[table["coverage"].idxmax()]
    if not best["coverage_low"] > 0:
        return WORDS[language]["unclear"]
    texts = {key: figures.bare_difference_text(best[column], "share", language)
             for key, column in (("low", "coverage_low"), ("high", "coverage_high"))}
    return WORDS[language]["title"].format(name=result.scenarios[best["scenario"]].title_in(language), **texts,
                                           change=figures.difference_text(best["coverage"], "share", language))


def main(arguments: list[str] | None = None) -> int:
    return figures.run(draw, __doc__.splitlines()[0], arguments)


if __name__ == "__main__":
    sys.exit(main())
