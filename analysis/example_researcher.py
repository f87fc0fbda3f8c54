# SPDX-License-Identifier: Apache-2.0
"""For a researcher: how many replicates, and what do common random numbers save?

Half of the 95 % interval of the difference between the last alternative and the base by the number of replicates: once
with the same random numbers in both, replicate by replicate, and once as if both had been drawn apart. A file of
`tujuh compare`. Spreads are those of all replicates in the file; more replicates are a forecast from them.
"""

from __future__ import annotations

import sys

import numpy
import pandas

import figures

MOST = 64

WORDS = {
    "en": {
        "title": "With the same random numbers one replicate tells as much as {factor} drawn apart",
        "what": "{outcome}, “{name}” less “{base}”: half of the 95 % interval by the number of replicates. Mean of the "
                "last {n} months. Dotted: the difference that was found.",
        "paired": "same random numbers", "apart": "drawn apart", "x": "replicates",
        "need": "alternatives and replicates (tujuh compare)",
    },
    "id": {
        "title": "Dengan bilangan acak yang sama, satu ulangan setara {factor} ulangan yang diundi terpisah",
        "what": "{outcome}, “{name}” dikurangi “{base}”: setengah selang 95 % menurut banyaknya ulangan. Rata-rata {n} "
                "bulan terakhir. Titik-titik: selisih yang ditemukan.",
        "paired": "bilangan acak sama", "apart": "diundi terpisah", "x": "ulangan",
        "need": "alternatif dan ulangan (tujuh compare)",
    },
}


def draw(result, options):
    language, outcome = options.lang, options.outcome or "coverage_of_poor"
    base, *alternatives = result.scenarios.values()
    enough = alternatives and result.attrs["replicates"] > 1
    figures.need(enough or None, base.name, WORDS[language]["need"], language)
    arrays = [figures.outcome_in(one, outcome, language) for one in (alternatives[-1], base)]
    level, of_base = (figures.last_year(array).values for array in arrays)
    unit, counts = arrays[0].attrs["units"], numpy.arange(2, MOST + 1)
    paired, apart = spreads(level, of_base)
    table = pandas.DataFrame({"replicates": counts, "paired": half_widths(paired, counts),
                              "apart": half_widths(apart, counts), "unit": unit})
    figure, axes = figures.new_figure()
    for name, colour in (("paired", figures.COLOURS[0]), ("apart", figures.COLOURS[1])):
        axes.plot(counts, figures.in_axis_units(table[name], unit), color=colour, linewidth=2.4)
    axes.axhline(figures.in_axis_units(abs((level - of_base).mean()), unit), color="#333333", linestyle=":")
    axes.set(yscale="log", xlim=(2, MOST), xlabel=WORDS[language]["x"])
    axes.yaxis.set_major_formatter(lambda value, _: figures.number_text(value, max(0, -figures.order_of(value)), language))
    axes.yaxis.set_minor_formatter("")
    axes.set_ylabel(figures.words(language, "points") if figures.is_share(unit) else figures.unit_text(unit, language))
    factor = (apart / paired) ** 2 if paired > 0 else numpy.inf
    said = figures.number_text(factor, 0 if factor >= 10 else 1, language) if numpy.isfinite(factor) else "∞"
    what = WORDS[language]["what"].format(outcome=figures.long_name(arrays[1], language), base=base.title_in(language),
                                          name=alternatives[-1].title_in(language),
                                          n=figures.months_in_last_year(arrays[1]))
    figures.dress(figure, WORDS[language]["title"].format(factor=said), what, figures.source_text(result, language),
                  foot=0.9, right=0.78)
    label_ends(axes, [figures.in_axis_units(table[name].iloc[-1], unit) for name in ("paired", "apart")], language)
    return figure, table, f"replicates_for_{outcome}"


def label_ends(axes, ends: list[float], language: str) -> None:
    """Names of the two lines at their ends, apart on the logarithmic axis."""
    low, high = numpy.log10(axes.get_ylim())
    line = 0.25 * (high - low) / (axes.get_position().height * axes.figure.get_figheight())
    heights = figures.spread(list(numpy.log10(ends)), line)
    for height, name, colour in zip(heights, ("paired", "apart"), figures.COLOURS):
        axes.annotate(WORDS[language][name], (MOST, 10 ** height), xytext=(7, 0), textcoords="offset points",
                      color=colour, va="center", fontweight="bold", annotation_clip=False)


def spreads(level: numpy.ndarray, of_base: numpy.ndarray) -> tuple[float, float]:
    """Standard deviation of a difference between replicates: paired, and as if both were drawn apart."""
    return float((level - of_base).std(ddof=1)), float(numpy.sqrt(level.var(ddof=1) + of_base.var(ddof=1)))


def half_widths(spread: float, counts: numpy.ndarray) -> numpy.ndarray:
    """Half of the 95 % Student t interval of a mean of so many replicates."""
    return numpy.array([figures.student_t(count - 1) * spread / numpy.sqrt(count) for count in counts])


def add_options(parser) -> None:
    parser.add_argument("--outcome", help="name of an outcome (default: coverage_of_poor)")


def main(arguments: list[str] | None = None) -> int:
    return figures.run(draw, __doc__.splitlines()[0], arguments, add_options)


if __name__ == "__main__":
    sys.exit(main())
