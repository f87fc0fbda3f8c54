# SPDX-License-Identifier: Apache-2.0
"""The best points of a search in the report: what can be had for what, whether it is better than the scenario in
replicates that the search did not see, and how it differs from it."""

from __future__ import annotations

import numpy
import pandas

import figures
import page
import report_design
import report_figures
import report_findings
import tujuh_results
from page import element
from report_words import words

BETTER, WORSE, UNTOLD, EQUAL = "better", "worse", "untold", "equal"
MEMBERS_SHOWN = 8
BEST, OTHERS = "#0072b2", "#56b4e9"


# ---------------------------------------------------------------------------------------------------------
# Numbers

def readings_of(result, language: str) -> list[report_design.Reading]:
    return report_design.readings_of(result.optimum, "reading", ["checked", "base"], language)


def verdict(goal: str, difference: float, low: float, high: float) -> str:
    """How a point stands to the scenario in an objective; without an interval nothing can be told."""
    if low == high == difference == 0:
        return EQUAL
    if numpy.isnan(low) or numpy.isnan(high) or low <= 0 <= high:
        return UNTOLD
    return BETTER if (difference > 0) == (goal == "raise") else WORSE


def verdicts(found) -> pandas.DataFrame:
    """A row a member, a column an objective."""
    goals = found["goal"].values
    return pandas.DataFrame({i: [verdict(goal, *(float(found[name][m, i]) for name in ("difference", "low", "high")))
                                 for m in range(found.sizes["member"])]
                             for i, goal in enumerate(goals) if goal != "limit"})


def keeps(found, reading: int, level) -> numpy.ndarray:
    """Whether levels lie within the ends of a limit; an end that is not given bounds nothing."""
    at_most, at_least = (float(found[name][reading]) for name in ("at_most", "at_least"))
    level = numpy.asarray(level, dtype=float)
    return (numpy.isnan(at_most) | (level <= at_most)) & (numpy.isnan(at_least) | (level >= at_least))


def searched_base(result) -> numpy.ndarray | None:
    """The scenario as the search saw it, which is the first point of every search, [reading]."""
    readings = result.point_groups.get("reading")
    return None if readings is None else readings["value"].isel(point=0).mean("replicate").values


# ---------------------------------------------------------------------------------------------------------
# Sentences

def findings(result, language: str) -> list[str]:
    found = result.optimum
    if found.sizes["member"] == 0:
        return [words(language, "no_member")]
    goals = found["goal"].values
    said = [objective_sentence(result, i, language) for i, goal in enumerate(goals) if goal != "limit"]
    said += [limit_sentence(result, i, language) for i, goal in enumerate(goals) if goal == "limit"]
    said.append(optimism_sentence(result, language))
    told = verdicts(found)
    if len(told) > 1:
        is_gain = (told == BETTER).any(axis=1) & ~(told == WORSE).any(axis=1)
        said.append(words(language, "gains", n=int(is_gain.sum()), all=len(told)))
    return said


def objective_sentence(result, reading: int, language: str) -> str:
    """What is known of the best point in one objective."""
    found, named = result.optimum, readings_of(result, language)[reading]
    difference, low, high = (float(found[name][0, reading]) for name in ("difference", "low", "high"))
    row = named.row(difference, low, high)
    levels = named.texts([found["checked"][0, reading].mean(), found["base"][reading].mean()])
    key = "point_" + verdict(str(found["goal"].values[reading]), difference, low, high)
    if key == "point_untold" and numpy.isnan(low):
        key = "point_once"
    return words(language, key, outcome=named.name, difference=named.signed(row), level=levels[0], base=levels[1],
                 interval=report_findings.interval_text(row, language), n=found.sizes["replicate"])


def end_text(found, reading: int, named, language: str) -> str:
    """At most so much, at least so much."""
    parts = [words(language, name, value=named.text(float(found[name][reading]))) for name in ("at_most", "at_least")
             if numpy.isfinite(found[name][reading])]
    return report_findings.joined(parts, language)


def limit_sentence(result, reading: int, language: str) -> str:
    found, named = result.optimum, readings_of(result, language)[reading]
    levels = found["checked"][0, reading].values
    holds = bool(keeps(found, reading, levels.mean()))
    return words(language, "limit_holds" if holds else "limit_broken", outcome=named.name,
                 level=named.text(levels.mean()), end=end_text(found, reading, named, language),
                 n=int(keeps(found, reading, levels).sum()), all=levels.size)


def optimism_sentence(result, language: str) -> str:
    """What the search promised in the first objective, beside what the check found."""
    found, named = result.optimum, readings_of(result, language)[0]
    searched, checked = float(found["searched"][0, 0]), float(found["checked"][0, 0].mean())
    row = named.row(searched - checked)
    texts = named.texts([searched, checked])
    sentence = words(language, "optimism", outcome=named.name, searched=texts[0], checked=texts[1],
                     optimism=named.signed(row))
    base = searched_base(result)
    if base is not None:
        change = named.row(float(found["difference"][0, 0]), float(found["low"][0, 0]), float(found["high"][0, 0]))
        sentence += " " + words(language, "promised", searched=named.signed(change, searched - float(base[0])),
                                checked=named.signed(change))
    return sentence


# ---------------------------------------------------------------------------------------------------------
# Figures

def front_table(result, language: str) -> pandas.DataFrame:
    """A row a best point and reading, and one a reading for the scenario, without a member."""
    found, rows = result.optimum, []
    for i, named in enumerate(readings_of(result, language)):
        common = [str(found["reading_outcome"].values[i]), named.name, str(found["goal"].values[i]),
                  str(found["reading_unit"].values[i])]
        rows.append(["", "", *common, numpy.nan, float(found["base"][i].mean()), *[numpy.nan] * 3])
        for m in range(found.sizes["member"]):
            rows.append([m + 1, int(found["member_point"][m]), *common, float(found["searched"][m, i]),
                         float(found["checked"][m, i].mean()),
                         *(float(found[name][m, i]) for name in ("difference", "low", "high"))])
    return pandas.DataFrame(rows, columns=["member", "point", "outcome", "title", "goal", "unit", "searched", "checked",
                                           "difference", "low", "high"])


def front_figure(result, table: pandas.DataFrame, language: str):
    """The first objective against each other one, a panel each: a point a best point with the intervals of its
    differences around it, the scenario as a grey square."""
    found, names = result.optimum, readings_of(result, language)
    others = [i for i, goal in enumerate(found["goal"].values) if goal != "limit"][1:]
    height = 0.4 + 3.3 * len(others)
    figure, panels = report_figures.new_figure(height, rows=len(others))
    level, base = found["checked"].mean("replicate").values, found["base"].mean("replicate").values
    for axes, other in zip(numpy.atleast_1d(panels), others):
        x, y = names[other].axis(level[:, other]), names[0].axis(level[:, 0])
        ends = {}
        for reading in (other, 0):
            low, high = (names[reading].axis(base[reading] + found[name].values[:, reading]) for name in ("low", "high"))
            at = names[reading].axis(level[:, reading])
            ends[reading] = numpy.nan_to_num([numpy.maximum(at - low, 0), numpy.maximum(high - at, 0)])
        axes.errorbar(x, y, xerr=ends[other], yerr=ends[0], fmt="none", ecolor="#a9cfe8", elinewidth=1)
        axes.plot(x[1:], y[1:], "o", color=OTHERS, markersize=7, markeredgecolor="white")
        axes.plot(x[:1], y[:1], "o", color=BEST, markersize=9, markeredgecolor="white")
        scenario = [names[reading].axis(base[reading]) for reading in (other, 0)]
        axes.axvline(scenario[0], color=figures.BASE_COLOUR, linewidth=1, linestyle=":")
        axes.axhline(scenario[1], color=figures.BASE_COLOUR, linewidth=1, linestyle=":")
        axes.plot(*scenario, "s", color=figures.BASE_COLOUR, markersize=9)
        for axis, reading in ((axes.xaxis, other), (axes.yaxis, 0)):
            goal = words(language, "goal_" + str(found["goal"].values[reading]))
            name = names[reading].named_unit()
            axis.set_label_text(f"{name}, {goal}" if reading else f"{figures.shortened(name, 44)}\n{goal}")
            axis.label.set_fontsize(report_figures.FONT - 1)
            figures.number_axis(axis, names[reading].unit if figures.is_share(names[reading].unit) else "", language)
        axes.locator_params(axis="x", nbins=6)
    figure.subplots_adjust(left=0.16, right=0.97, top=1 - 0.36 / height, bottom=0.6 / height, hspace=0.32)
    for axes, other in zip(numpy.atleast_1d(panels), others):
        number_members(axes, names[other].axis(level[:, other]), names[0].axis(level[:, 0]))
    report_design.marks(figure, [("■", words(language, "as_it_is"), figures.BASE_COLOUR),
                                 ("●", words(language, "best_in_first"), BEST),
                                 ("●", words(language, "other_members"), OTHERS)])
    return figure, table


def number_members(axes, x, y) -> None:
    """The numbers of the first members, where there is room for them."""
    taken = []
    for member, place in enumerate(axes.transData.transform(numpy.column_stack([x, y]))[:MEMBERS_SHOWN]):
        if all(numpy.abs(place - other).max() > 14 for other in taken):
            taken.append(place)
            axes.annotate(str(member + 1), (x[member], y[member]), xytext=(5, 4), textcoords="offset points",
                          fontsize=report_figures.FONT - 1, color="#333333")


def setting_table(result, factors) -> pandas.DataFrame:
    """A row a factor: the scenario's value, that of the best point, and from where to where the best points lie."""
    found = result.optimum
    value = found["value"].values
    table = pandas.DataFrame({"factor": found["factor"].values, "title": [factor.name for factor in factors],
                              "unit": found["factor_unit"].values, "range_low": [factor.low for factor in factors],
                              "range_high": [factor.high for factor in factors],
                              "base_value": found["base_value"].values, "value": value[0],
                              "low": value.min(axis=0), "high": value.max(axis=0)})
    for name, source in (("position", "value"), ("position_low", "low"), ("position_high", "high"),
                         ("position_base", "base_value")):
        table[name] = [factor.position(number) for factor, number in zip(factors, table[source])]
    return table


def mix_figure(table: pandas.DataFrame, language: str):
    """Bars by task: the scenario above, the best point below it; a line from the least to the most of the best
    points."""
    height = 0.95 + 0.5 * len(table)
    figure, axes = report_figures.new_figure(height)
    y = numpy.arange(len(table))
    axes.barh(y - 0.2, 100 * table["base_value"], 0.36, color=figures.BASE_COLOUR)
    axes.barh(y + 0.2, 100 * table["value"], 0.36, color=BEST)
    axes.hlines(y + 0.2, 100 * table["low"], 100 * table["high"], color="black", linewidth=1.2)
    axes.set_yticks(y, [figures.wrapped(title, 34) for title in table["title"]], fontsize=report_figures.FONT - 1)
    axes.set_ylim(len(table) - 0.45, -0.55)
    axes.grid(axis="y", visible=False)
    figures.number_axis(axes.xaxis, "share", language)
    axes.set_xlabel(words(language, "mix_axis"))
    figure.subplots_adjust(left=0.37, right=0.97, top=1 - 0.36 / height, bottom=0.52 / height)
    report_design.marks(figure, [("■", words(language, "as_it_is"), figures.BASE_COLOUR),
                                 ("■", words(language, "best_in_first"), BEST)])
    return figure, table


def progress_figure(result, language: str):
    """What share of the end's hypervolume each generation had reached."""
    found = result.optimum
    table = pandas.DataFrame({"generation": found["generation"].values, "progress": found["progress"].values})
    height = 2.6
    figure, axes = report_figures.new_figure(height)
    axes.plot(table["generation"], 100 * table["progress"], "-o", color=BEST, markersize=4, linewidth=2)
    axes.set_ylim(min(0, 100 * float(table["progress"].min())), 104)
    axes.locator_params(axis="x", integer=True)
    figures.number_axis(axes.yaxis, "share", language)
    axes.set_xlabel(words(language, "generation"))
    figure.subplots_adjust(left=0.1, right=0.97, top=0.97, bottom=0.52 / height)
    return figure, table


# ---------------------------------------------------------------------------------------------------------
# The section

def section(report) -> list:
    found = report.result.optimum
    if found is None:
        return []
    if found.sizes["member"] == 0:
        return [element("p", report.words("no_member"))]
    return [*checked(report), *front(report), *settings(report), *progress(report)]


def checked(report) -> list:
    """A row an objective or limit: the scenario and the best point, in the search and in replicates of their own."""
    found, language, rows = report.result.optimum, report.language, []
    for i, named in enumerate(readings_of(report.result, language)):
        goal = str(found["goal"].values[i])
        difference, low, high = (float(found[name][0, i]) for name in ("difference", "low", "high"))
        row = named.row(difference, low, high)
        base, level, searched = named.texts([found["base"][i].mean(), found["checked"][0, i].mean(),
                                             found["searched"][0, i]])
        if goal == "limit":
            holds = report.words("holds" if keeps(found, i, found["checked"][0, i].mean()) else "broken")
            said = f"{end_text(found, i, named, language)}: {holds}"
        else:
            said = report.words("told_" + verdict(goal, difference, low, high))
        title = f"{named.named_unit()}, {report.words('goal_' + goal)}"
        signed = report_findings.signed_text(row.difference, row, language)
        if figures.is_share(named.unit):
            signed += f" {report.words('bare_points')}"
        rows.append([title, base, searched, level, signed, report_findings.interval_text(row, language), said])
    heads = [report.words(key) for key in ("outcome", "as_it_is", "best_searched", "best_checked", "difference",
                                           "interval", "verdict")]
    table = front_table(report.result, language)
    caption = report.words("checked_caption", n=found.sizes["replicate"])
    return [page.table(heads, rows, caption, numbers=5),
            element("p", page.csv_link(table, report.csv_name("checked"), report.words("csv_table")), class_="note")]


def front(report) -> list:
    found, language = report.result.optimum, report.language
    objectives = [i for i, goal in enumerate(found["goal"].values) if goal != "limit"]
    if len(objectives) < 2:
        return []
    drawing, table = front_figure(report.result, front_table(report.result, language), language)
    names = readings_of(report.result, language)
    title = report.words("front_title", n=found.attrs["front_size"], all=report.result.design.sizes["point"])
    levels = found["checked"].mean("replicate").values
    parts = "; ".join(f"{m + 1}: " + ", ".join(f"{names[i].name} {names[i].text(levels[m, i])}" for i in objectives)
                      for m in range(found.sizes["member"]))
    rows = [[report.words("as_it_is"), *(names[i].text(found["base"][i].mean()) for i in range(len(names)))]]
    for m in range(min(MEMBERS_SHOWN, found.sizes["member"])):
        rows.append([report.words("member", n=m + 1), *(names[i].text(levels[m, i]) for i in range(len(names)))])
    heads = [report.words("best_points"), *(named.named_unit() for named in names)]
    return [element("h3", title),
            report.figure(drawing, table, "front", title, report.words("front_desc", parts=parts),
                          report.words("front_caption", members=found.sizes["member"], n=found.sizes["replicate"])),
            page.table(heads, rows, report.words("front_table", n=len(rows) - 1, all=found.sizes["member"]))]


def settings(report) -> list:
    language = report.language
    factors = report_design.factors_of(report.result.design, language)
    table = setting_table(report.result, factors)
    in_mix = numpy.array([factor.task is not None for factor in factors])
    is_mix = in_mix if in_mix.sum() > 1 else numpy.zeros(len(factors), bool)
    body = []
    for chosen, name in ((is_mix, "mix"), (~is_mix, "settings")):
        if not chosen.any():
            continue
        some = table[chosen].reset_index(drop=True)
        drawing, some = (mix_figure(some, language) if name == "mix" else
                         report_design.range_figure(some, "best_in_first", [""] * len(some), language))
        title = report.words(f"{name}_title")
        parts = "; ".join(f"{factor.name} {factor.text(row.value)}, {report.words('as_it_is')} {factor.text(row.base_value)}"
                          for factor, row, of_it in zip(factors, table.itertuples(), chosen) if of_it)
        body += [element("h3", title), report.figure(drawing, some, name, title, report.words("settings_desc", parts=parts),
                                                     report.words(f"{name}_caption"))]
    rows = [[factor.name, factor.range_text(), factor.text(row.base_value), factor.text(row.value),
             report.words("from_to", low=factor.text(row.low), high=factor.text(row.high))]
            for factor, row in zip(factors, table.itertuples())]
    heads = [report.words(key) for key in ("factor", "range", "as_it_is", "best_in_first", "all_members")]
    members = tujuh_results.front(report.result).reset_index()
    members["member"] += 1
    return body + [page.table(heads, rows, report.words("settings_table")),
                   element("p", page.csv_link(members, report.csv_name("best_points"), report.words("csv_members")),
                           class_="note")]


def progress(report) -> list:
    found = report.result.optimum
    # Without any gain there is nothing of which a generation could have a share.
    if found.sizes["generation"] < 2 or found["progress"].isnull().any():
        return []
    drawing, table = progress_figure(report.result, report.language)
    middle = found.sizes["generation"] // 2
    share = figures.number_text(100 * float(found["progress"][middle]), 0, report.language)
    title = report.words("progress_title", k=middle + 1, n=found.sizes["generation"], share=share)
    parts = "; ".join(figures.number_text(100 * value, 0, report.language) + "\u00a0%" for value in table["progress"])
    return [element("h3", title), report.figure(drawing, table, "progress", title,
                                                report.words("progress_desc", parts=parts),
                                                report.words("progress_caption"))]
