# SPDX-License-Identifier: Apache-2.0
"""Whom does it reach? An outcome by tenth of the population, poorest first, mean of the last year."""

from __future__ import annotations

import sys

import numpy
import pandas

import figures

DEFAULT_OUTCOMES = ("coverage", "coverage_of_eligible")

WORDS = {
    "en": {
        "one": "{outcome}: {poorest} in the poorest tenth, {richest} in the richest",
        "compared": "{outcome} in the poorest tenth: {poorest} with “{name}”, {base} with "
                    "“{base_name}”",
        "unclear": "“{name}” makes no clear difference to the poorest tenth: {outcome} {poorest}, "
                   "against {base}",
        "axis": "tenth of the population by consumption a person before public transfers",
        "poorest": "poorest", "richest": "richest",
    },
    "id": {
        "one": "{outcome}: {poorest} pada persepuluhan termiskin, {richest} pada yang terkaya",
        "compared": "{outcome} pada persepuluhan termiskin: {poorest} dengan “{name}”, {base} dengan "
                    "“{base_name}”",
        "unclear": "“{name}” tidak berpengaruh nyata pada persepuluhan termiskin: {outcome} {poorest}, "
                   "dibandingkan {base}",
        "axis": "persepuluhan penduduk menurut konsumsi per jiwa sebelum bantuan",
        "poorest": "termiskin", "richest": "terkaya",
    },
}


def draw(result, options):
    language = options.lang
    outcome = options.outcome or default_outcome(result)
    figure, axes = figures.new_figure()
    arrays, tables = [], []
    for i, (name, colour) in enumerate(figures.colours_of(result).items()):
        array = figures.outcome_in(result.scenarios[name], outcome, language, "decile")
        table = draw_bars(axes, array, colour, i, len(result.scenarios))
        table.insert(0, "scenario", name)
        arrays.append(array)
        tables.append(table)
    unit = array.attrs["units"]
    finish_axes(axes, unit, array["group"].values, language)
    note = " ".join([figures.words(language, "last_year", n=figures.months_in_last_year(array)),
                     figures.whisker_text(result.attrs["replicates"], language)])
    names_at = figures.dress(figure, finding(result, tables, arrays, language),
                             figures.described(array, language) + "\n" + note,
                             figures.source_text(result, language), gap=0.3 if len(tables) > 1 else 0,
                             foot=1.0)
    if len(tables) > 1:
        figures.name_colours(figure, result, language, names_at - 0.05)
    return figure, pandas.concat(tables, ignore_index=True), f"{outcome}_by_decile"


def default_outcome(result) -> str:
    """The first of the wanted outcomes that the file has by decile; with none, the first wanted one."""
    deciles = result.groups.get("decile", {})
    return next((outcome for outcome in DEFAULT_OUTCOMES if outcome in deciles), DEFAULT_OUTCOMES[0])


def draw_bars(axes, array, colour: str, position: int, scenarios: int) -> pandas.DataFrame:
    """A bar a tenth, side by side with those of the other scenarios."""
    mean, low, high = figures.band_of(figures.last_year(array))
    unit, width = array.attrs["units"], 0.8 / scenarios
    x = numpy.arange(mean.size) + (position - (scenarios - 1) / 2) * width
    heights = figures.in_axis_units(mean, unit)
    axes.bar(x, heights, width * 0.94, color=colour)
    if array.sizes["replicate"] > 1:
        edges = [heights - figures.in_axis_units(low, unit), figures.in_axis_units(high, unit) - heights]
        axes.errorbar(x, heights, numpy.maximum(edges, 0), fmt="none", ecolor="black", elinewidth=1.2,
                      capsize=2)
    return pandas.DataFrame({"decile": array["group"].values, "mean": mean, "low": low, "high": high,
                             "unit": unit})


def finish_axes(axes, unit: str, deciles, language: str) -> None:
    names = list(deciles)
    names[0] += "\n" + WORDS[language]["poorest"]
    names[-1] += "\n" + WORDS[language]["richest"]
    axes.set_xticks(range(len(names)), names)
    axes.set_xlabel(WORDS[language]["axis"], labelpad=2)
    axes.grid(axis="x", visible=False)
    figures.number_axis(axes.yaxis, unit, language)


def finding(result, tables, arrays, language: str) -> str:
    """Both ends of one scenario; or the poorest tenth, in the alternative that moves it most and the base."""
    base, unit = tables[0]["mean"], arrays[0].attrs["units"]
    outcome = figures.long_name(arrays[0], language)
    if len(tables) == 1:
        poorest, richest = (figures.value_text(base.iloc[i], unit, language) for i in (0, -1))
        return WORDS[language]["one"].format(outcome=outcome, poorest=poorest, richest=richest)
    furthest = max(range(1, len(tables)), key=lambda i: abs(tables[i]["mean"].iloc[0] - base.iloc[0]))
    poorest = [figures.last_year(array).isel(group=0) for array in (arrays[furthest], arrays[0])]
    _, low, high = figures.paired_interval(*poorest)
    if low <= 0 <= high:
        outcome = figures.inside_a_sentence(outcome)
    scenarios = list(result.scenarios.values())
    poorest_text, base_text = figures.value_texts(
        [float(tables[i]["mean"].iloc[0]) for i in (furthest, 0)], unit, language)
    return WORDS[language]["unclear" if low <= 0 <= high else "compared"].format(
        outcome=outcome, poorest=poorest_text, name=scenarios[furthest].title_in(language), base=base_text,
        base_name=scenarios[0].title_in(language))


def add_options(parser) -> None:
    parser.add_argument("--outcome", help="name of an outcome (default: coverage)")


def main(arguments: list[str] | None = None) -> int:
    return figures.run(draw, __doc__, arguments, add_options)


if __name__ == "__main__":
    sys.exit(main())
