# SPDX-License-Identifier: Apache-2.0
"""For a teacher: the hours went elsewhere; what moved for the people?

Left, how the hours of social workers move between the seven tasks from the base to the last alternative of a file of
`tujuh compare`; right, the outcomes that move most beyond chance, in standard deviations of the base's replicates, so
that outcomes of different units stand side by side.
"""

from __future__ import annotations

import sys

import numpy
import pandas

import figures
from report_findings import HEADLINE
from report_words import TASKS

SHOWN = 8

WORDS = {
    "en": {
        "title": "“{name}” moves most of all: {outcome}, {change}",
        "unclear": "“{name}” moves no headline outcome beyond chance",
        "what": "Left: change in the hours of each task, thousands a month. Right: outcomes whose paired 95 % interval "
                "excludes zero, in standard deviations between the base's replicates. Means of the last {n} months.",
        "hours": "hours by task", "outcomes": "what moved", "need": "alternatives and replicates (tujuh compare)",
    },
    "id": {
        "title": "“{name}” paling menggerakkan {outcome}: {change}",
        "unclear": "“{name}” tidak menggerakkan satu pun ukuran utama lebih dari kebetulan",
        "what": "Kiri: perubahan jam kerja setiap tugas, ribu per bulan. Kanan: ukuran yang selang 95 % selisih "
                "berpasangannya tidak memuat nol, dalam simpangan baku antarulangan dasar. Rata-rata {n} bulan "
                "terakhir.",
        "hours": "jam kerja menurut tugas", "outcomes": "yang berubah",
        "need": "alternatif dan ulangan (tujuh compare)",
    },
}


def draw(result, options):
    language = options.lang
    base, *alternatives = result.scenarios.values()
    enough = alternatives and result.attrs["replicates"] > 1 and base.activities is not None
    figures.need(enough or None, base.name, WORDS[language]["need"], language)
    story = alternatives[-1]
    hours, moved = hours_moved(base, story), outcomes_moved(base, story, language)
    figure, (left, right) = figures.new_figure(columns=2, height=7.4)
    draw_bars(left, hours["change"] / 1000, [figures.wrapped(f"{code} {TASKS[language][code]}", 26)
                                             for code in hours["key"]], language)
    shown = moved.head(SHOWN)
    draw_bars(right, shown["in_deviations"], [figures.wrapped(title, 24) for title in shown["title"]], language)
    left.set_title(WORDS[language]["hours"], loc="left")
    right.set_title(WORDS[language]["outcomes"], loc="left")
    months = figures.months_in_last_year(base.activities["hours"])
    figures.dress(figure, finding(story, moved, language), WORDS[language]["what"].format(n=months),
                  figures.source_text(result, language), gap=0.3, left=0.24, wspace=0.75)
    return figure, pandas.concat([hours, moved], ignore_index=True), "hours_and_what_moved"


def hours_moved(base, story) -> pandas.DataFrame:
    """Change in the hours of each task."""
    change = (figures.last_year(story.activities["hours"]) - figures.last_year(base.activities["hours"])).mean("replicate")
    tasks = [str(code).split(".")[0] for code in change["activity"].values]
    sums = pandas.Series(change.values).groupby(tasks).sum()
    return pandas.DataFrame({"kind": "hours", "key": sums.index, "change": sums.values, "unit": "hours a month"})


def outcomes_moved(base, story, language: str) -> pandas.DataFrame:
    """Headline outcomes that differ beyond chance, those that move most first."""
    rows = []
    for outcome in HEADLINE:
        try:
            of_base, of_story = (figures.outcome_in(one, outcome, language) for one in (base, story))
        except figures.Absent:
            continue
        level = figures.last_year(of_base)
        change, low, high = figures.paired_interval(figures.last_year(of_story), level)
        deviation = float(level.std(ddof=1))
        if (low > 0 or high < 0) and deviation > 0:
            rows.append(["outcome", outcome, figures.long_name(of_base, language), change, low, high,
                         change / deviation, of_base.attrs["units"]])
    table = pandas.DataFrame(rows, columns=["kind", "key", "title", "change", "low", "high", "in_deviations", "unit"])
    return table.sort_values("in_deviations", key=abs, ascending=False, ignore_index=True)


def draw_bars(axes, lengths, names, language: str) -> None:
    y = numpy.arange(len(lengths))
    axes.barh(y, lengths, 0.7, color=[figures.COLOURS[0] if length > 0 else figures.COLOURS[1] for length in lengths])
    axes.axvline(0, color="black", linewidth=1)
    axes.set_yticks(y, names, fontsize=10)
    axes.set_ylim(max(len(names), 1) - 0.45, -0.55)
    axes.grid(axis="y", visible=False)
    figures.number_axis(axes.xaxis, "", language)


def finding(story, moved: pandas.DataFrame, language: str) -> str:
    name = story.title_in(language)
    if moved.empty:
        return WORDS[language]["unclear"].format(name=name)
    most = moved.iloc[0]
    return WORDS[language]["title"].format(name=name, outcome=figures.inside_a_sentence(most["title"]),
                                           change=figures.difference_text(most["change"], most["unit"], language))


def main(arguments: list[str] | None = None) -> int:
    return figures.run(draw, __doc__.splitlines()[0], arguments)


if __name__ == "__main__":
    sys.exit(main())
