# SPDX-License-Identifier: Apache-2.0
"""Do the intervals of a sample hold the nation? A row an outcome, of the same scenario sampled and in full.

Each replicate of the sample draws districts, villages and households anew, so that the spread of the
replicates is the standard error of the design, events of the months included. The interval of one sample is
its value plus and minus Student's t times that error. The last year is compared.

    tujuh run indonesia --set replicates=16 -o sample.h5
    tujuh run indonesia-full -o nation.h5
    /usr/bin/python3 analysis/sample_and_nation.py sample.h5 nation.h5
"""

from __future__ import annotations

import sys

import numpy
import pandas

import figures
from tujuh_results import open_result

HEADLINE = ("coverage_of_eligible", "coverage_of_poor", "effective_coverage", "exclusion_error",
            "inclusion_error", "take_up", "months_to_service", "gini", "theil", "concentration_index",
            "vulnerable_coverage_gap", "headcount", "poverty_gap", "poverty_severity",
            "multidimensional_poverty", "functioning", "leakage", "harm_prevalence", "months_to_safety")
HELD, NOT_HELD = "#1b7837", "#b2182b"
NAMES_AT = -11.0
BEYOND = 1.6  # standard errors outside the bars that are still drawn

WORDS = {
    "en": {
        "title": "The intervals of the samples hold the nation in {held} of {all} headline outcomes",
        "what": "Points: the nation, household by household. Bars: the 95 % interval of one sample, around the "
                "mean of {n} samples, in standard errors of the design. Mean of the last 12 months; at the "
                "right: how many of the {n} samples hold the nation in their own interval.",
        "axis": "standard errors of one sample",
    },
    "id": {
        "title": "Selang sampel memuat angka nasional pada {held} dari {all} luaran utama",
        "what": "Titik: seluruh rumah tangga nasional. Batang: selang 95 % satu sampel, di sekitar rata-rata "
                "{n} sampel, dalam galat baku rancangan. Rata-rata 12 bulan terakhir; di kanan: berapa dari "
                "{n} sampel yang selangnya sendiri memuat angka nasional.",
        "axis": "galat baku satu sampel",
    },
}


def draw(result, options):
    language = options.lang
    nation = open_result(options.nation)
    table = table_of(result, nation, language)
    figure, axes = figures.new_figure(height=2.6 + 0.3 * len(table))
    reach = student_t(result)
    for row, line in enumerate(table.itertuples()):
        y = len(table) - row
        axes.barh(y, 2 * reach, left=-reach, height=0.55, color="#d9d9d9")
        colour, distance = HELD if line.held else NOT_HELD, line.nation_in_errors
        if abs(distance) <= reach + BEYOND:
            axes.plot(distance, y, "o", color=colour)
        else:  # an arrow at the edge, with the distance
            place = numpy.sign(distance) * (reach + BEYOND)
            axes.plot(place, y, ">" if distance > 0 else "<", color=colour)
            axes.text(place, y + 0.32, figures.number_text(distance, 0, language), fontsize=8, color=colour,
                      ha="center", va="bottom")
        axes.text(NAMES_AT, y, line.title, fontsize=9.5, va="center")
        axes.text(reach + 2.2, y, f"{line.samples_that_hold_it} / {line.samples}", fontsize=9.5, va="center")
    axes.axvline(0, color="#333333", linewidth=1)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_xlim(NAMES_AT, reach + 3.6)
    axes.set_xticks(range(-4, 5, 2))
    axes.set_xlabel(WORDS[language]["axis"])
    axes.grid(False)
    words = WORDS[language]
    title = words["title"].format(held=int(table.held.sum()), all=len(table))
    what = words["what"].format(n=int(table.samples.iloc[0]))
    figures.dress(figure, title, what, figures.source_text(result, language), left=0.03, foot=0.9)
    return figure, table, "sample_and_nation"


def student_t(result) -> float:
    return figures.STUDENT_T[min(result.attrs["replicates"] - 1, len(figures.STUDENT_T)) - 1]


def table_of(result, nation, language: str) -> pandas.DataFrame:
    """A row an outcome that both files hold."""
    if result.attrs["replicates"] < 2:
        raise figures.Absent(figures.words(language, "absent", name=result.name, what="replicates"))
    rows = []
    for outcome in HEADLINE:
        if outcome not in result.series or outcome not in nation.series:
            continue
        samples = figures.last_year(result.series[outcome]).values
        value = float(figures.last_year(nation.series[outcome]).mean())
        error = float(samples.std(ddof=1))
        if not numpy.isfinite(error) or error == 0:
            continue
        distance = (value - samples.mean()) / error
        held = numpy.abs(value - samples) <= student_t(result) * error
        rows.append({"outcome": outcome, "title": figures.long_name(result.series[outcome], language),
                     "unit": result.series[outcome].attrs["units"], "nation": value,
                     "mean_of_samples": samples.mean(), "standard_error_of_a_sample": error,
                     "nation_in_errors": distance, "held": abs(distance) <= student_t(result),
                     "samples_that_hold_it": int(held.sum()), "samples": len(samples)})
    return pandas.DataFrame(rows)


def main(arguments: list[str] | None = None) -> int:
    return figures.run(draw, __doc__.splitlines()[0], arguments,
                       lambda parser: parser.add_argument("nation", help="file of the whole nation"))


if __name__ == "__main__":
    sys.exit(main())
