# SPDX-License-Identifier: Apache-2.0
"""What do social workers spend their hours on? Hours by activity, mean of the last year."""

from __future__ import annotations

import sys

import numpy
import pandas

import figures

WORDS = {
    "en": {
        "one": "{activity} takes {share} of the hours of social workers, the most of all",
        "compared": "“{name}” moves the hours most at {activity}: {share} of all, against {base} in "
                    "“{base_name}”",
        "what": "Hours a month in the nation, travel included, in thousands.",
        "absent": "hours by activity",
    },
    "id": {
        "one": "{activity} menyita {share} jam kerja pekerja sosial, paling banyak dari semuanya",
        "compared": "“{name}” paling menggeser jam kerja pada {activity}: {share} dari semuanya, "
                    "dibandingkan {base} pada “{base_name}”",
        "what": "Jam per bulan secara nasional, termasuk perjalanan, dalam ribuan.",
        "absent": "jam kerja menurut kegiatan",
    },
}


def draw(result, options):
    language = options.lang
    tables = [hours_of(scenario, name, language) for name, scenario in result.scenarios.items()]
    activities = tables[0]["activity"]
    figure, axes = figures.new_figure(height=1.9 + len(activities) * (0.30 + 0.10 * len(tables)))
    for i, (table, colour) in enumerate(zip(tables, figures.colours_of(result).values())):
        draw_bars(axes, table, colour, i, len(tables), result.attrs["replicates"] > 1)
    names = [figures.wrapped(name, 56) for name in names_of(result, language).values()]
    axes.set_yticks(range(len(names)), names, fontsize=9.5)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.grid(axis="y", visible=False)
    separate_tasks(axes, list(activities))
    figures.number_axis(axes.xaxis, "", language)
    months = figures.months_in_last_year(result.activities["hours"])
    note = " ".join([WORDS[language]["what"], figures.words(language, "last_year", n=months),
                     figures.whisker_text(result.attrs["replicates"], language)])
    names_at = figures.dress(figure, finding(result, tables, language), note,
                             figures.source_text(result, language), gap=0.3 if len(tables) > 1 else 0,
                             left=0.44)
    if len(tables) > 1:
        figures.name_colours(figure, result, language, names_at - 0.05)
    return figure, pandas.concat(tables, ignore_index=True), "hours_by_activity"


def names_of(result, language: str) -> dict[str, str]:
    """Code and title of each activity."""
    label = "activity_title_id" if language == "id" else "activity_title"
    codes, titles = result.activities["activity"].values, result.activities[label].values
    return {code: f"{code} {title}" for code, title in zip(codes, titles)}


def hours_of(scenario, name: str, language: str) -> pandas.DataFrame:
    """Mean and band of the hours of each activity; Absent where there are none."""
    dataset = scenario.activities
    array = None if dataset is None or dataset["hours"].isnull().all() else dataset["hours"]
    array = figures.need(array, name, WORDS[language]["absent"], language)
    mean, low, high = figures.band_of(figures.last_year(array))
    table = pandas.DataFrame({"scenario": name, "activity": array["activity"].values, "mean": mean,
                              "low": low, "high": high, "unit": array.attrs["units"]})
    table["share"] = table["mean"] / table["mean"].sum()
    return table


def draw_bars(axes, table: pandas.DataFrame, colour: str, position: int, scenarios: int,
              has_band: bool) -> None:
    width = 0.78 / scenarios
    y = numpy.arange(len(table)) + (position - (scenarios - 1) / 2) * width
    lengths = table["mean"] / 1000
    axes.barh(y, lengths, width * 0.94, color=colour)
    if has_band:
        edges = [lengths - table["low"] / 1000, table["high"] / 1000 - lengths]
        axes.errorbar(lengths, y, xerr=numpy.maximum(edges, 0), fmt="none", ecolor="black", elinewidth=1,
                      capsize=2)


def separate_tasks(axes, codes: list[str]) -> None:
    """A thin line between one task and the next."""
    for i in range(1, len(codes)):
        if codes[i].split(".")[0] != codes[i - 1].split(".")[0]:
            axes.axhline(i - 0.5, color=figures.PALE, linewidth=0.8)


def finding(result, tables, language: str) -> str:
    base, names = tables[0].set_index("activity")["share"], names_of(result, language)
    if len(tables) == 1:
        return WORDS[language]["one"].format(activity=names[base.idxmax()],
                                             share=figures.value_text(base.max(), "share", language))
    changes = [table.set_index("activity")["share"] - base for table in tables[1:]]
    furthest = max(range(len(changes)), key=lambda i: changes[i].abs().max())
    code = changes[furthest].abs().idxmax()
    scenarios = list(result.scenarios.values())
    return WORDS[language]["compared"].format(
        name=scenarios[furthest + 1].title_in(language), activity=names[code],
        share=figures.value_text(base[code] + changes[furthest][code], "share", language),
        base=figures.value_text(base[code], "share", language), base_name=scenarios[0].title_in(language))


def main(arguments: list[str] | None = None) -> int:
    return figures.run(draw, __doc__, arguments)


if __name__ == "__main__":
    sys.exit(main())
