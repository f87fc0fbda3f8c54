# SPDX-License-Identifier: Apache-2.0
"""Fitted factors in the report: what was hit, what was learned, which figure pulls which factor, what is not known."""

from __future__ import annotations

import matplotlib
import numpy
import pandas

import figures
import page
import report_design
import report_figures
from page import element
from report_words import words

# As in `tujuh calibrate`: less learned is called little; errors that correlate more are not told apart.
LITTLE_LEARNED, TOLD_APART, MUCH_CHANCE = 0.5, 0.9, 0.5
PULLS_SHOWN = 12
HELD_OUT = "#e69f00"


# ---------------------------------------------------------------------------------------------------------
# Numbers

def target_table(result, language: str) -> pandas.DataFrame:
    """A row a target; `off` and its kin are tolerances from the published figure."""
    fit = result.fit
    names = report_design.readings_of(fit, "target", ["published"], language)
    table = pandas.DataFrame({"outcome": fit["target_outcome"].values, "title": [one.name for one in names],
                              "unit": fit["target_unit"].values})
    for name in ("published", "tolerance", "chance", "base", "model", "model_low", "model_high", "residual", "leverage",
                 "inside", "held_out", "source"):
        if name in fit:
            table[name] = fit[name].values
    table["held_out"] = table["held_out"].astype(bool)
    for name, off in (("model", "off"), ("base", "base_off"), ("model_low", "off_low"), ("model_high", "off_high")):
        if name in table:
            table[off] = (table[name] - table["published"]) / table["tolerance"]
    if "off_low" not in table:
        error = 1.96 * (table["chance"] / table["tolerance"]).fillna(0)
        table["off_low"], table["off_high"] = table["off"] - error, table["off"] + error
    return table


def factor_table(result, language: str) -> pandas.DataFrame:
    """A row a factor; positions lie in the range, 0-1."""
    fit = result.fit
    factors = report_design.factors_of(result.design, language)
    table = pandas.DataFrame({"factor": fit["factor"].values, "title": [factor.name for factor in factors],
                              "unit": fit["factor_unit"].values, "range_low": [factor.low for factor in factors],
                              "range_high": [factor.high for factor in factors],
                              **{name: fit[name].values for name in ("base_value", "value", "low", "high", "learned")}})
    if "at_an_end" in fit:
        table["at_an_end"] = fit["at_an_end"].values.astype(bool)
    for name, source in (("position", "value"), ("position_low", "low"), ("position_high", "high"),
                         ("position_base", "base_value")):
        table[name] = [factor.position(value) for factor, value in zip(factors, table[source])]
    return table


def percent(share: float, language: str) -> str:
    return "–" if numpy.isnan(share) else figures.number_text(100 * max(0.0, share), 0, language) + "\u00a0%"


# ---------------------------------------------------------------------------------------------------------
# Sentences

def hits(result, table: pandas.DataFrame, language: str) -> list[str]:
    """How many figures the model comes near to: those that were fitted, then those held out."""
    said = []
    for held_out, key in ((False, "fit_hits"), (True, "held_hits")):
        rows = table[table["held_out"] == held_out]
        if rows.empty:
            continue
        sentence = words(language, key, n=int((rows["off"].abs() <= 1).sum()), all=len(rows))
        if "base_off" in rows:
            sentence += " " + words(language, "hits_as_it_is", n=int((rows["base_off"].abs() <= 1).sum()))
        if "inside" in rows:
            sentence += " " + words(language, "hits_inside", n=int((rows["inside"] == 1).sum()))
        said.append(sentence)
    return said


def quality(result, language: str) -> list[str]:
    """How near the fit came, and how much of the factors the targets determine."""
    attrs, number = result.fit.attrs, figures.number_text
    said = []
    if report_design.recovers(result):
        fit = result.fit
        found = (fit["low"] <= fit["base_value"]) & (fit["base_value"] <= fit["high"])
        said.append(words(language, "recover", n=int(found.sum()), all=found.size))
    if "misfit" in attrs:
        said.append(words(language, "misfit", fit=number(attrs["misfit"], 2, language),
                          base=number(attrs["base_misfit"], 2, language)))
        said.append(words(language, "determined", n=number(attrs["determined"], 1, language),
                          all=result.fit.sizes["factor"]))
    if "threshold" in attrs:
        said.append(words(language, "accepted", n=result.fit.sizes["accepted"], all=result.design.sizes["point"],
                          far=number(attrs["threshold"], 2, language)))
        if attrs.get("failed_points", 0):
            said.append(words(language, "points_failed", n=attrs["failed_points"]))
    return said


def doubts(result, language: str) -> list[str]:
    """What the fit does not know."""
    fit = result.fit
    factors, targets = factor_table(result, language), target_table(result, language)
    said = [words(language, "little_learned", factor=row.title, learned=percent(row.learned, language))
            for row in factors.itertuples() if row.learned < LITTLE_LEARNED]
    correlation = fit["correlation"].values
    for i in range(len(factors)):
        for j in range(i + 1, len(factors)):
            if abs(correlation[i, j]) > TOLD_APART:
                said.append(words(language, "not_apart", one=factors["title"][i],
                                  other=figures.inside_a_sentence(factors["title"][j]),
                                  correlation=figures.number_text(correlation[i, j], 2, language)))
    if "at_an_end" in factors:
        said += [words(language, "at_an_end", factor=row.title) for row in factors[factors["at_an_end"]].itertuples()]
    said += [words(language, "much_chance", target=row.title,
                   share=figures.number_text(row.chance / row.tolerance, 1, language))
             for row in targets.itertuples() if row.chance > MUCH_CHANCE * row.tolerance]
    return said


def findings(result, language: str) -> list[str]:
    return hits(result, target_table(result, language), language) + quality(result, language)


# ---------------------------------------------------------------------------------------------------------
# Figures

def target_figure(table: pandas.DataFrame, language: str):
    """Tolerances off the published figure: the scenario as a grey square, the fit as a point with its interval."""
    height = 1.0 + 0.44 * len(table)
    figure, axes = report_figures.new_figure(height)
    y = numpy.arange(len(table))
    axes.axvspan(-1, 1, color="#e4eef5", linewidth=0)
    axes.axvline(0, color="black", linewidth=1)
    if "base_off" in table:
        axes.plot(table["base_off"], y, "s", color=figures.BASE_COLOUR, markersize=8)
    colours = [HELD_OUT if held_out else report_figures.GAINED for held_out in table["held_out"]]
    axes.hlines(y, table["off_low"], table["off_high"], color=colours, linewidth=2.2)
    axes.scatter(table["off"], y, c=colours, s=48, zorder=3, edgecolors="white")
    axes.set_yticks(y, [figures.wrapped(title, 34) for title in table["title"]], fontsize=report_figures.FONT - 1)
    axes.set_ylim(len(table) - 0.45, -0.55)
    drawn = table[[name for name in ("off", "off_low", "off_high", "base_off") if name in table]].to_numpy()
    reach = max(1.3, float(numpy.nanmax(numpy.abs(drawn))) * 1.08)
    axes.set_xlim(-reach, reach)
    axes.grid(axis="y", visible=False)
    figures.number_axis(axes.xaxis, "", language)
    axes.set_xlabel(words(language, "off_axis"))
    figure.subplots_adjust(left=0.37, right=0.97, top=1 - 0.36 / height, bottom=0.52 / height)
    named = [("■", words(language, "as_it_is"), figures.BASE_COLOUR)] if "base_off" in table else []
    named.append(("●", words(language, "fitted_mark"), report_figures.GAINED))
    if table["held_out"].any():
        named.append(("●", words(language, "held_out_mark"), HELD_OUT))
    report_design.marks(figure, named)
    return figure, table


def pull_table(result, language: str) -> pandas.DataFrame:
    fit, targets = result.fit, target_table(result, language)
    factors = factor_table(result, language)
    rows = [[targets["outcome"][t], targets["title"][t], factors["factor"][f], factors["title"][f],
             float(fit["pull"][t, f])] for t in numpy.flatnonzero(~targets["held_out"]) for f in range(len(factors))]
    return pandas.DataFrame(rows, columns=["outcome", "target", "factor", "title", "pull"])


def pull_figure(table: pandas.DataFrame, language: str):
    """A tile a target and factor: how far the factor moves, in per cent of its range, for a tolerance."""
    factors = table.drop_duplicates("factor")["title"].tolist()
    targets = table["target"].tolist()[::len(factors)]
    values = 100 * table["pull"].to_numpy().reshape(len(targets), len(factors))
    height = 1.0 + 0.4 * len(targets)
    figure, axes = report_figures.new_figure(height)
    reach = max(float(numpy.nanmax(numpy.abs(values))), 1e-9)
    norm, colours = matplotlib.colors.Normalize(-reach, reach), matplotlib.colormaps[report_figures.BELOW_AND_ABOVE_ZERO]
    axes.imshow(values, cmap=colours, norm=norm, aspect="auto")
    for i, j in numpy.ndindex(values.shape):
        red, green, blue, _ = colours(norm(values[i, j]))
        ink = "white" if 0.299 * red + 0.587 * green + 0.114 * blue < 0.52 else "black"
        axes.text(j, i, report_figures.signed(values[i, j], 1, True, language), ha="center", va="center", color=ink,
                  fontsize=report_figures.FONT - (1 if len(factors) <= 6 else 3))
    axes.set_yticks(range(len(targets)), [figures.wrapped(title, 34) for title in targets],
                    fontsize=report_figures.FONT - 1)
    axes.xaxis.tick_top()
    axes.set_xticks(range(len(factors)), [figures.wrapped(figures.shortened(title, 48), max(10, 66 // len(factors)))
                                          for title in factors],
                    fontsize=report_figures.FONT - (1 if len(factors) <= 4 else 3))
    axes.tick_params(length=0)
    axes.grid(visible=False)
    for side in axes.spines.values():
        side.set_visible(False)
    lines = max(label.get_text().count("\n") + 1 for label in axes.get_xticklabels())
    height += 0.16 * (lines - 1)
    figure.set_figheight(height)
    figure.subplots_adjust(left=0.37, right=0.98, top=1 - (0.12 + 0.16 * lines) / height, bottom=0.1 / height)
    return figure, table


# ---------------------------------------------------------------------------------------------------------
# The section

def section(report) -> list:
    result = report.result
    if result.fit is None:
        return []
    body = [*targets(report), *factors(report), *pulls(report)]
    said = doubts(result, report.language)
    body.append(element("h3", report.words("doubts")))
    body.append(page.bullets(said) if said else element("p", report.words("no_doubts")))
    return body


def targets(report) -> list:
    result, language = report.result, report.language
    table = target_table(result, language)
    names = report_design.readings_of(result.fit, "target", ["published"], language)
    drawing, table = target_figure(table, language)
    title = report.words("targets_recovered" if report_design.recovers(result) else "targets_title")
    off = [report_figures.signed(value, 1, True, language) for value in table["off"]]
    parts = "; ".join(f"{target} {value}" for target, value in zip(table["title"], off))
    has_base = "base" in table
    is_rejection = "model_low" in table
    caption = report.words("targets_caption") + " " + report.words("targets_interval_accepted" if is_rejection else
                                                                   "targets_interval_chance")
    rows = []
    for place, row in enumerate(table.itertuples()):
        reading = names[place]
        texts = reading.texts([row.published, row.model, *([row.base] if has_base else [])])
        rows.append([reading.named_unit() + (f" ({report.words('held_out')})" if row.held_out else ""),
                     f"{texts[0]} ± {tolerance_text(reading, row.tolerance)}", *texts[2:], texts[1], off[place]])
        if is_rejection:
            rows[-1].insert(-1, report.words("from_to", **dict(zip(("low", "high"),
                                                                   reading.texts([row.model_low, row.model_high])))))
        if "residual" in table:
            rows[-1].append(report_figures.signed(row.residual, 1, True, language))
    heads = [report.words("figure"), report.words("known_target" if report_design.recovers(result) else "published"),
             *([report.words("as_it_is")] if has_base else []), report.words("median" if is_rejection else "fitted"),
             *([report.words("interval")] if is_rejection else []), report.words("off"),
             *([report.words("off_chance")] if "residual" in table else [])]
    body = [element("h3", title),
            report.figure(drawing, table, "targets", title, report.words("targets_desc", parts=parts), caption),
            page.table(heads, rows, report.words("targets_table"))]
    sources = [f"{row.title}: {row.source}" for row in table.itertuples() if row.source]
    return body + ([page.bullets(sources)] if sources else [])


def tolerance_text(reading, tolerance: float) -> str:
    """Shares in points."""
    if figures.is_share(reading.unit):
        return figures.number_text(100 * tolerance, 1 if tolerance >= 0.002 else 2, reading.language)
    return report_design.short_text(tolerance / reading.scale, reading.language)


def factors(report) -> list:
    result, language = report.result, report.language
    known = report_design.factors_of(result.design, language)
    table = factor_table(result, language)
    is_rejection = "accepted" in result.fit.sizes
    found = "median" if is_rejection else "fitted"
    notes = [report.words("learned_note", learned=percent(value, language)) for value in table["learned"]]
    drawing, table = report_design.range_figure(table, found, notes, language)
    parts = "; ".join(f"{row.title} {factor.text(row.value)}" for row, factor in zip(table.itertuples(), known))
    title = report.words("factors_title")
    rows = [[factor.name, factor.range_text(), factor.text(row.base_value), factor.text(row.value),
             report.words("from_to", low=factor.text(row.low), high=factor.text(row.high)),
             percent(row.learned, language)] for row, factor in zip(table.itertuples(), known)]
    heads = [report.words(key) for key in ("factor", "range", "as_it_is", found, "interval", "learned")]
    return [element("h3", title),
            report.figure(drawing, table, "factors", title, report.words("factors_desc", parts=parts),
                          report.words("factors_caption")),
            page.table(heads, rows, report.words("factors_table"))]


def pulls(report) -> list:
    if "pull" not in report.result.fit:
        return []
    table = pull_table(report.result, report.language)
    if table.empty or table["pull"].isna().all():
        return []
    largest = table.groupby("factor")["pull"].apply(lambda pull: pull.abs().max()).nlargest(PULLS_SHOWN).index
    drawing, _ = pull_figure(table[table["factor"].isin(largest)], report.language)
    strongest = table.loc[table["pull"].abs().idxmax()]
    title = report.words("pull_title", target=strongest["target"], factor=strongest["title"])
    parts = "; ".join(f"{row.target}, {row.title} {report_figures.signed(100 * row.pull, 1, True, report.language)}"
                      for row in table.itertuples())
    return [element("h3", title),
            report.figure(drawing, table, "pull", title, report.words("pull_desc", parts=parts),
                          report.words("pull_caption"))]
