# SPDX-License-Identifier: Apache-2.0
"""Who receives the benefits? Their concentration curve over persons, poorest first, mean of the last year.

Kakwani, Wagstaff & van Doorslaer (1997). A curve above the diagonal favours the poor. Tenths hold equally
many persons, so the mean benefit a person of each tenth is all that the curve needs.
"""

from __future__ import annotations

import sys

import numpy
import pandas
import xarray

import figures

OUTCOME = "benefits_a_person"
POOREST = 0.4  # the share of persons that the title speaks of

WORDS = {
    "en": {
        "one": "The poorest 40 % of people receive {share} of the benefits",
        "compared": "The poorest 40 % of people receive {share} of the benefits with “{name}”, "
                    "{base} with “{base_name}”",
        "unclear": "“{name}” makes no clear difference to the share of benefits that the poorest 40 % "
                   "receive: {share}, against {base}",
        "what": "Concentration curve of benefits: share of all benefits that reaches the poorest persons.",
        "x": "share of persons, poorest before public transfers first",
        "y": "share of benefits", "equal": "the same for everybody",
    },
    "id": {
        "one": "40 % penduduk termiskin menerima {share} dari seluruh manfaat",
        "compared": "40 % penduduk termiskin menerima {share} dari seluruh manfaat dengan “{name}”, "
                    "{base} dengan “{base_name}”",
        "unclear": "“{name}” tidak berpengaruh nyata pada bagian manfaat 40 % penduduk termiskin: {share}, "
                   "dibandingkan {base}",
        "what": "Kurva konsentrasi manfaat: bagian seluruh manfaat yang sampai kepada penduduk termiskin.",
        "x": "bagian penduduk, dari yang termiskin sebelum bantuan",
        "y": "bagian manfaat", "equal": "sama bagi semua orang",
    },
}


def draw(result, options):
    language = options.lang
    figure, axes = figures.new_figure(height=7.0)
    colours, curves, tables = figures.colours_of(result), [], []
    axes.plot([0, 100], [0, 100], color=figures.PALE, linewidth=1.5, linestyle="--")
    axes.annotate(WORDS[language]["equal"], (62, 60), color="#595959", va="top")
    for name, scenario in result.scenarios.items():
        array = figures.outcome_in(scenario, OUTCOME, language, "decile")
        curves.append(curve_of(array))
        table = draw_curve(axes, curves[-1], colours[name])
        table.insert(0, "scenario", name)
        tables.append(table)
    for axis, label in ((axes.xaxis, "x"), (axes.yaxis, "y")):
        axis.set_label_text(WORDS[language][label])
        figures.number_axis(axis, "share", language)
    axes.set(xlim=(0, 100), ylim=(0, 100))
    note = " ".join([figures.words(language, "last_year", n=figures.months_in_last_year(array)),
                     figures.band_text(result.attrs["replicates"], language)])
    names_at = figures.dress(figure, finding(result, curves, language), WORDS[language]["what"] + "\n" + note,
                             figures.source_text(result, language), gap=0.3 if len(tables) > 1 else 0,
                             foot=0.9)
    if len(tables) > 1:
        figures.name_colours(figure, result, language, names_at - 0.05)
    return figure, pandas.concat(tables, ignore_index=True), "concentration_of_benefits"


def curve_of(array: xarray.DataArray) -> xarray.DataArray:
    """Cumulated share of benefits [replicate, point], from 0 at no persons to 1 at all."""
    amounts = figures.last_year(array)
    cumulated = (amounts / amounts.sum("group")).cumsum("group").values
    points = numpy.hstack([numpy.zeros((cumulated.shape[0], 1)), cumulated])
    return xarray.DataArray(points, dims=("replicate", "point"))


def draw_curve(axes, curve: xarray.DataArray, colour: str) -> pandas.DataFrame:
    mean, low, high = figures.band_of(curve)
    persons = numpy.linspace(0, 1, mean.size)
    if curve.sizes["replicate"] > 1:
        axes.fill_between(100 * persons, 100 * low, 100 * high, color=colour, alpha=0.2, linewidth=0)
    axes.plot(100 * persons, 100 * mean, color=colour, linewidth=2.4, marker="o", markersize=4, clip_on=False)
    return pandas.DataFrame({"persons": persons, "mean": mean, "low": low, "high": high, "unit": "share"})


def poorest_share(curve: xarray.DataArray) -> xarray.DataArray:
    """Share of benefits that the poorest receive, by replicate."""
    persons = numpy.linspace(0, 1, curve.sizes["point"])
    return xarray.DataArray([numpy.interp(POOREST, persons, line) for line in curve.values], dims="replicate")


def finding(result, curves, language: str) -> str:
    base, *others = [poorest_share(curve) for curve in curves]
    base_scenario, *alternatives = result.scenarios.values()
    if not others:
        return WORDS[language]["one"].format(share=figures.value_text(float(base.mean()), "share", language))
    furthest = max(range(len(others)), key=lambda i: abs(float((others[i] - base).mean())))
    _, low, high = figures.paired_interval(others[furthest], base)
    share_text, base_text = figures.value_texts(
        [float(others[furthest].mean()), float(base.mean())], "share", language)
    return WORDS[language]["unclear" if low <= 0 <= high else "compared"].format(
        share=share_text, name=alternatives[furthest].title_in(language), base=base_text,
        base_name=base_scenario.title_in(language))


def main(arguments: list[str] | None = None) -> int:
    return figures.run(draw, __doc__.splitlines()[0], arguments)


if __name__ == "__main__":
    sys.exit(main())
