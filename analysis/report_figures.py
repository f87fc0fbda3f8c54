# SPDX-License-Identifier: Apache-2.0
"""The figures of the report, one function each. A function returns the figure and the table of what is drawn in it;
titles, captions and sources stand in the page around it."""

from __future__ import annotations

import matplotlib
import matplotlib.patches
import matplotlib.pyplot as plt
import numpy
import pandas

import concentration_of_benefits
import coverage_by_decile
import figures
import hours_by_activity
import over_time
from province_tiles import TILES
from report_words import words

WIDTH = 7.2  # inches: of a page, so that letters keep their size on paper
FONT = 10
GAINED, LOST, NOTHING = "#0072b2", "#d55e00", "#8c8c8c"
FROM_LOW_TO_HIGH = "YlGnBu"
BELOW_AND_ABOVE_ZERO = "PuOr"
USES = {"delivered": "#0072b2", "administered": "#e69f00", "leaked": "#d55e00", "unspent": "#bdbdbd"}
FACTORS_SHOWN = 15


def new_figure(height: float, rows: int = 1, columns: int = 1, **options):
    figures.use_style()
    plt.rcParams.update({"font.size": FONT, "axes.labelsize": FONT, "axes.titlesize": FONT + 1})
    return plt.subplots(rows, columns, figsize=(WIDTH, height), **options)


def title_in(scenario, language: str) -> str:
    return scenario.title_in(language)


# ---------------------------------------------------------------------------------------------------------
# Outcomes

def over_time_figure(result, outcomes: list[str], language: str):
    """A panel an outcome, a line with band a scenario."""
    room = head_room(result, language) + 0.2
    figure, panels = new_figure(room + 0.35 + 2.1 * len(outcomes), rows=len(outcomes))
    panels = numpy.atleast_1d(panels)
    tables = [over_time.draw_lines(axes, result, outcome, language) for axes, outcome in zip(panels, outcomes)]
    for axes, outcome in zip(panels, outcomes):
        array = figures.outcome_in(result, outcome, language)
        axes.set_title(figures.long_name(array, language), loc="left", fontweight="bold")
        axes.set_ylabel("")
        figures.month_axis(axes, array["month"].values, most=7)
        figures.mark_policies(axes, result, language, names_at=None)
    figure.subplots_adjust(left=0.085, right=0.86, top=1 - room / figure.get_figheight(),
                           bottom=0.35 / figure.get_figheight(), hspace=0.42)
    scenario_names(figure, result, language)
    for axes, table in zip(panels, tables):
        over_time.label_lines(axes, result, table, language, with_names=False)
    return figure, pandas.concat(tables, ignore_index=True)


def change_figure(result, outcomes: list[str], language: str):
    """A panel an outcome: the mean difference from the base in each month with its interval, a line an alternative."""
    room = head_room(result, language) + 0.2
    figure, panels = new_figure(room + 0.35 + 2.1 * len(outcomes), rows=len(outcomes))
    comparison, tables = result.comparison, []
    months = comparison["month"].values
    for axes, outcome in zip(numpy.atleast_1d(panels), outcomes):
        unit = str(comparison["outcome_unit"].sel(outcome=outcome).values)
        for name, colour in list(figures.colours_of(result).items())[1:]:
            at = comparison.sel(scenario=name, outcome=outcome)
            mean, low, high = (at[key].values for key in ("difference", "low", "high"))
            axes.fill_between(months, figures.in_axis_units(low, unit), figures.in_axis_units(high, unit),
                              color=colour, alpha=0.2, linewidth=0)
            axes.plot(months, figures.in_axis_units(mean, unit), color=colour, linewidth=2)
            tables.append(pandas.DataFrame({"scenario": name, "outcome": outcome,
                                            "month": pandas.to_datetime(months).strftime("%Y-%m"),
                                            "difference": mean, "low": low, "high": high, "unit": unit}))
        axes.axhline(0, color=figures.BASE_COLOUR, linewidth=1.6)
        label = "outcome_title_id" if language == "id" else "outcome_title"
        points = f" ({figures.words(language, 'points')})" if figures.is_share(unit) else ""
        axes.set_title(str(comparison[label].sel(outcome=outcome).values) + points, loc="left", fontweight="bold")
        figures.number_axis(axes.yaxis, "", language)
        figures.month_axis(axes, months, most=7)
        figures.mark_policies(axes, result, language, names_at=None)
    figure.subplots_adjust(left=0.085, right=0.97, top=1 - room / figure.get_figheight(),
                           bottom=0.35 / figure.get_figheight(), hspace=0.42)
    scenario_names(figure, result, language, with_base=False)
    return figure, pandas.concat(tables, ignore_index=True)


def scenario_names(figure, result, language: str, with_base: bool = True) -> None:
    """The scenarios' names in their colours along the top, in as many lines as they need; nothing for one scenario."""
    if len(result.scenarios) == 1:
        return
    height = figure.get_figheight()
    x, y = figures.MARGIN, 1 - 0.08 / height
    for name, colour in list(figures.colours_of(result).items())[0 if with_base else 1:]:
        title = figures.wrapped(result.scenarios[name].title_in(language), 60)
        text = figure.text(x, y, "■ " + title, color=colour, fontsize=FONT, fontweight="bold", va="top")
        width = text.get_window_extent().width / (figure.get_figwidth() * figure.dpi)
        if x + width > 0.99 and x > figures.MARGIN:
            x, y = figures.MARGIN, y - 0.21 / height
            text.set_position((x, y))
        x += width + 0.03


def head_room(result, language: str) -> float:
    """Inches that the scenarios' names take."""
    if len(result.scenarios) == 1:
        return 0.12
    letters = sum(len(one.title_in(language)) + 6 for one in result.scenarios.values())
    return 0.2 + 0.21 * (1 + letters // 75)


def decile_figure(result, outcome: str, language: str):
    """Bars by tenth, one a scenario; with alternatives and replicates, below them the paired differences."""
    compared = len(result.scenarios) > 1 and result.attrs["replicates"] > 1
    room, height = head_room(result, language), 6.4 if compared else 3.9
    figure, panels = new_figure(height, rows=2 if compared else 1)
    upper, lower = panels if compared else (panels, None)
    arrays, tables = {}, []
    for i, (name, colour) in enumerate(figures.colours_of(result).items()):
        arrays[name] = figures.outcome_in(result.scenarios[name], outcome, language, "decile")
        tables.append(coverage_by_decile.draw_bars(upper, arrays[name], colour, i, len(result.scenarios)))
        tables[-1].insert(0, "scenario", name)
    unit, groups = arrays[name].attrs["units"], arrays[name]["group"].values
    coverage_by_decile.finish_axes(upper, unit, groups, language)
    if compared:
        upper.set_xlabel("")
        upper.set_title(words(language, "upper_panel"), loc="left", fontsize=FONT)
        tables[1:] = [table.assign(**columns) for table, columns in
                      zip(tables[1:], draw_decile_differences(lower, result, arrays, language))]
        coverage_by_decile.finish_axes(lower, "", groups, language)
        base = next(iter(result.scenarios.values())).title_in(language)
        points = f", {figures.words(language, 'points')}" if figures.is_share(unit) else ""
        lower.set_title(words(language, "lower_panel", base=base) + points, loc="left", fontsize=FONT)
    figure.subplots_adjust(left=0.085, right=0.98, top=1 - (room + 0.2) / height, bottom=0.72 / height, hspace=0.42)
    scenario_names(figure, result, language)
    return figure, pandas.concat(tables, ignore_index=True)


def draw_decile_differences(axes, result, arrays: dict, language: str) -> list[dict]:
    """A point with interval for each tenth and alternative; returns difference, low and high an alternative."""
    base, *alternatives = arrays
    columns = []
    colours = figures.colours_of(result)
    for i, name in enumerate(alternatives):
        unit = arrays[name].attrs["units"]
        level, of_base = figures.last_year(arrays[name]), figures.last_year(arrays[base])
        found = numpy.array([figures.paired_interval(level.isel(group=g), of_base.isel(group=g))
                             for g in range(level.sizes["group"])])
        mean, low, high = figures.in_axis_units(found.T, unit)
        x = numpy.arange(len(mean)) + (i - (len(alternatives) - 1) / 2) * 0.7 / len(alternatives)
        axes.errorbar(x, mean, yerr=[numpy.maximum(mean - low, 0), numpy.maximum(high - mean, 0)], fmt="o",
                      color=colours[name], markersize=4.5, elinewidth=1.5, capsize=2.5)
        columns.append(dict(zip(("difference", "difference_low", "difference_high"), found.T)))
    axes.axhline(0, color=figures.BASE_COLOUR, linewidth=1.6)
    return columns


def concentration_figure(result, language: str):
    """Concentration curves of benefits; also the share of the poorest 40 % in each scenario, by name."""
    figure, axes = new_figure(4.6)
    texts, shares, tables = concentration_of_benefits.WORDS[language], {}, []
    axes.plot([0, 100], [0, 100], color=figures.PALE, linewidth=1.2, linestyle="--")
    axes.annotate(texts["equal"], (62, 60), color="#595959", va="top")
    for name, colour in figures.colours_of(result).items():
        array = figures.outcome_in(result.scenarios[name], concentration_of_benefits.OUTCOME, language, "decile")
        curve = concentration_of_benefits.curve_of(array)
        shares[name] = float(concentration_of_benefits.poorest_share(curve).mean())
        tables.append(concentration_of_benefits.draw_curve(axes, curve, colour))
        tables[-1].insert(0, "scenario", name)
    for axis, label in ((axes.xaxis, "x"), (axes.yaxis, "y")):
        axis.set_label_text(texts[label])
        figures.number_axis(axis, "share", language)
    axes.set(xlim=(0, 100), ylim=(0, 100))
    figure.subplots_adjust(left=0.11, right=0.97, top=1 - head_room(result, language) / 4.6, bottom=0.12)
    scenario_names(figure, result, language)
    return figure, pandas.concat(tables, ignore_index=True), shares


# ---------------------------------------------------------------------------------------------------------
# Winners and losers

def flow_table(flows, scenario: str, language: str) -> pandas.DataFrame:
    """Households by group that gained and lost help in the last month counted, mean over replicates."""
    last = flows.sel(scenario=scenario).isel(tick=-1).mean("replicate")
    titles = flows["group_title_id" if language == "id" else "group_title"].values
    return pandas.DataFrame({"scenario": scenario, "group": flows["group"].values, "title": titles,
                             **{name: last[name].values for name in ("kept", "gained", "lost", "never")},
                             "unit": "households"})


def flow_figure(table: pandas.DataFrame, language: str):
    """Bars by group: gained to the right, lost to the left, the balance as a tick."""
    height = 1.0 + 0.29 * len(table)
    figure, axes = new_figure(height)
    y = numpy.arange(len(table))
    axes.barh(y, table["gained"] / 1000, 0.74, color=GAINED)
    axes.barh(y, -table["lost"] / 1000, 0.74, color=LOST)
    axes.plot((table["gained"] - table["lost"]) / 1000, y, "D", color="white", markeredgecolor="black", markersize=5)
    axes.axvline(0, color="black", linewidth=1)
    axes.set_yticks(y, [figures.wrapped(title, 38) for title in table["title"]], fontsize=FONT - 1)
    axes.set_ylim(len(table) - 0.4, -0.6)
    axes.grid(axis="y", visible=False)
    figures.number_axis(axes.xaxis, "", language)
    axes.set_xlabel(words(language, "flow_axis"))
    figure.subplots_adjust(left=0.38, right=0.97, top=1 - 0.32 / height, bottom=0.5 / height)
    for x, name, colour in ((0.38, "lost", LOST), (0.68, "gained", GAINED)):
        figure.text(x, 1 - 0.08 / height, "■ " + words(language, name), color=colour, fontweight="bold", va="top")
    return figure, table


# ---------------------------------------------------------------------------------------------------------
# Provinces

def province_table(result, scenario, outcome: str, language: str) -> pandas.DataFrame:
    """An outcome by province: of the base its mean, of an alternative the paired difference with its interval."""
    base = result.scenarios[next(iter(result.scenarios))]
    of_base = figures.last_year(figures.outcome_in(base, outcome, language, "province"))
    label = "group_title_id" if language == "id" else "group_title"
    array = figures.outcome_in(scenario, outcome, language, "province")
    level = figures.last_year(array)
    rows = []
    for i, code in enumerate(array["group"].values):
        change = figures.paired_interval(level.isel(group=i), of_base.isel(group=i)) if scenario is not base else (
            (numpy.nan,) * 3)
        rows.append([scenario.name, str(code), str(array[label].values[i]), float(level.isel(group=i).mean()), *change])
    table = pandas.DataFrame(rows, columns=["scenario", "code", "province", "level", "difference", "low", "high"])
    table["unit"] = array.attrs["units"]
    return table


def province_figure(table: pandas.DataFrame, reach: float | None, language: str):
    """A tile a province. With a `reach` the differences are drawn, coloured from minus to plus so much; a thick frame
    marks what is told from chance."""
    of_change = reach is not None
    unit = table["unit"].iloc[0]
    values = figures.in_axis_units(table.set_index("code")["difference" if of_change else "level"], unit)
    known = values.dropna()
    if of_change:
        reach = max(float(figures.in_axis_units(reach, unit)), 1e-9)
        norm, colours = matplotlib.colors.Normalize(-reach, reach), matplotlib.colormaps[BELOW_AND_ABOVE_ZERO]
    else:
        norm, colours = matplotlib.colors.Normalize(float(known.min()), float(known.max())), matplotlib.colormaps[
            FROM_LOW_TO_HIGH]
    decimals = 1 if figures.is_share(unit) and (not of_change or norm.vmax >= 1) else 2
    figure, axes = new_figure(4.5)
    told = set(table.loc[(table["low"] > 0) | (table["high"] < 0), "code"])
    for code, (row, column, name) in TILES.items():
        value = values.get(code, numpy.nan)
        text = "–" if numpy.isnan(value) else signed(value, decimals, of_change, language)
        draw_tile(axes, row, column, code, name, text,
                  "white" if numpy.isnan(value) else colours(norm(value)), code in told)
    axes.set(xlim=(-0.1, 14.5), ylim=(8.1, -0.1), aspect="equal")
    axes.axis("off")
    figure.subplots_adjust(left=0.01, right=0.99, top=1, bottom=0.14)
    scale = figure.add_axes([0.3, 0.1, 0.4, 0.028])
    bar = figure.colorbar(matplotlib.cm.ScalarMappable(norm, colours), cax=scale, orientation="horizontal")
    bar.outline.set_visible(False)
    figures.number_axis(scale.xaxis, "" if of_change else unit, language)
    if of_change and figures.is_share(unit):
        scale.set_xlabel(figures.words(language, "points"), labelpad=1)
    return figure, table


def signed(value: float, decimals: int, with_sign: bool, language: str) -> str:
    text = figures.number_text(value, decimals, language)
    return "+" + text if with_sign and value > 0 and text.strip("0.,") else text


def draw_tile(axes, row: float, column: float, code: str, name: str, value: str, colour, is_told: bool) -> None:
    axes.add_patch(matplotlib.patches.Rectangle((column + 0.03, row + 0.03), 0.94, 0.94, facecolor=colour,
                                                edgecolor="black" if is_told else "#a0a0a0",
                                                linewidth=2.2 if is_told else 0.6))
    red, green, blue = matplotlib.colors.to_rgb(colour)
    ink = "white" if 0.299 * red + 0.587 * green + 0.114 * blue < 0.52 else "black"
    axes.text(column + 0.08, row + 0.17, code, va="center", fontsize=4.8, color=ink)
    axes.text(column + 0.5, row + 0.41, name, ha="center", va="center", fontsize=5.8, color=ink)
    axes.text(column + 0.5, row + 0.71, value, ha="center", va="center", fontsize=7.6, fontweight="bold", color=ink)


# ---------------------------------------------------------------------------------------------------------
# Tasks

def shapley_table(shapley, outcome: str, language: str) -> pandas.DataFrame:
    at = shapley.sel(outcome=outcome)
    titles = shapley["task_title_id" if language == "id" else "task_title"].values
    return pandas.DataFrame({"task": shapley["task"].values, "title": titles, "outcome": outcome,
                             **{name: at[name].values for name in ("value", "low", "high")},
                             "unit": str(at["outcome_unit"].values)})


def shapley_figure(table: pandas.DataFrame, language: str):
    """A bar a task, with its interval."""
    unit = table["unit"].iloc[0]
    value, low, high = (figures.in_axis_units(table[name], unit) for name in ("value", "low", "high"))
    height = 0.75 + 0.36 * len(table)
    figure, axes = new_figure(height)
    y = numpy.arange(len(table))
    axes.barh(y, value, 0.68, color=[task_colour(*ends) for ends in zip(table["low"], table["high"])])
    whiskers(axes, y, value, low, high)
    axes.axvline(0, color="black", linewidth=1)
    axes.set_yticks(y, [figures.wrapped(f"{row.task} {row.title}", 31) for row in table.itertuples()])
    axes.set_ylim(len(table) - 0.45, -0.55)
    axes.grid(axis="y", visible=False)
    figures.number_axis(axes.xaxis, "", language)
    axes.set_xlabel(figures.words(language, "points") if figures.is_share(unit) else figures.unit_text(unit, language))
    figure.subplots_adjust(left=0.37, right=0.97, top=1 - 0.1 / height, bottom=0.5 / height)
    return figure, table


def task_colour(low: float, high: float) -> str:
    """Grey where the interval holds zero, or there is none."""
    return GAINED if low > 0 else LOST if high < 0 else NOTHING


def whiskers(axes, y, value, low, high) -> None:
    known = numpy.isfinite(low) & numpy.isfinite(high)
    if known.any():
        axes.errorbar(value[known], y[known], xerr=[(value - low)[known].clip(lower=0), (high - value)[known].clip(lower=0)],
                      fmt="none", ecolor="black", elinewidth=1.2, capsize=2.5)


# ---------------------------------------------------------------------------------------------------------
# Money and work

def ledger_table(result, language: str) -> pandas.DataFrame:
    """Rupiah a year by scenario, programme and use: mean over whole years and replicates."""
    rows = []
    for name, scenario in result.scenarios.items():
        if scenario.ledger is None:
            continue
        amount = scenario.ledger["amount"]
        whole_years = max(1, scenario.series.sizes["tick"] // 12) if scenario.series is not None else None
        mean = amount.isel(year=slice(0, whole_years)).mean(["replicate", "year"])
        titles = scenario.ledger["programme_title_id" if language == "id" else "programme_title"].values
        for i, programme in enumerate(amount["programme"].values):
            of_programme = mean.isel(programme=i)
            rows.append({"scenario": name, "programme": str(programme), "title": str(titles[i]),
                         **{str(use): float(of_programme.sel(use=use)) for use in amount["use"].values},
                         "unit": "rupiah a year"})
    return pandas.DataFrame(rows)


def money_scale(table: pandas.DataFrame) -> tuple[float, str]:
    """Rupiah to a unit that makes the largest budget readable, and the unit's name in `report_words`."""
    largest = float(table["budget"].abs().max())
    return (1e12, "trillion") if largest >= 1e12 else (1e9, "billion") if largest >= 1e9 else (1e6, "million")


def ledger_figure(result, table: pandas.DataFrame, language: str):
    """Stacked bars: what of each programme's money arrives, is used up, leaks and is left."""
    scale, unit = money_scale(table)
    programmes, scenarios = list(dict.fromkeys(table["programme"])), list(dict.fromkeys(table["scenario"]))
    height = 0.95 + 0.24 * len(programmes) * len(scenarios) + 0.12 * len(programmes)
    figure, axes = new_figure(height)
    places, labels, at = [], [], 0.0
    for programme in programmes:
        for scenario in scenarios:
            row = table[(table["programme"] == programme) & (table["scenario"] == scenario)].iloc[0]
            start = 0.0
            for use, colour in USES.items():
                axes.barh(at, row[use] / scale, 0.84, left=start, color=colour)
                start += row[use] / scale
            places.append(at)
            labels.append(figures.shortened(row["title"] if len(scenarios) == 1 else
                                            result.scenarios[scenario].title_in(language), 42))
            at += 1
        if len(scenarios) > 1:
            axes.text(0, at - len(scenarios) - 0.52, row["title"], fontweight="bold", fontsize=FONT - 1, va="bottom")
        at += 0.9 if len(scenarios) > 1 else 0.2
    axes.set_yticks(places, labels, fontsize=FONT - 1.5)
    axes.set_ylim(max(places) + 0.6, -1.5 if len(scenarios) > 1 else -0.6)
    axes.grid(axis="y", visible=False)
    figures.number_axis(axes.xaxis, "", language)
    axes.set_xlabel(words(language, unit))
    figure.subplots_adjust(left=0.4, right=0.97, top=1 - 0.35 / height, bottom=0.5 / height)
    use_names(figure, result, language)
    return figure, table


def use_names(figure, result, language: str) -> None:
    ledger = result.ledger
    titles = dict(zip(ledger["use"].values, ledger["use_title_id" if language == "id" else "use_title"].values))
    x = figures.MARGIN
    for use, colour in USES.items():
        text = figure.text(x, 1 - 0.08 / figure.get_figheight(), "■", color=colour, va="top", fontsize=FONT)
        text = figure.text(x + 0.022, 1 - 0.08 / figure.get_figheight(), titles.get(use, use), color="#333333",
                           va="top", fontsize=FONT)
        x += 0.05 + text.get_window_extent().width / (figure.get_figwidth() * figure.dpi)


def hours_table(result, task_titles: dict[str, str], language: str) -> pandas.DataFrame:
    """Hours a month by scenario and task."""
    tables = []
    for name, scenario in result.scenarios.items():
        dataset = scenario.activities
        array = figures.need(dataset, name, hours_by_activity.WORDS[language]["absent"], language)["hours"]
        tasks = array.assign_coords(task=("activity", [str(code).split(".")[0] for code in array["activity"].values]))
        mean, low, high = figures.band_of(figures.last_year(tasks.groupby("task").sum("activity")))
        tables.append(pandas.DataFrame({"scenario": name, "task": mean["task"].values,
                                        "title": [task_titles.get(str(task), "") for task in mean["task"].values],
                                        "mean": mean, "low": low, "high": high, "unit": array.attrs["units"]}))
    return pandas.concat(tables, ignore_index=True)


def hours_figure(result, table: pandas.DataFrame, language: str):
    """Bars by task, one a scenario."""
    scenarios = list(result.scenarios)
    tasks = table[table["scenario"] == scenarios[0]]
    room = head_room(result, language)
    height = 0.5 + room + len(tasks) * (0.22 + 0.13 * len(scenarios))
    figure, axes = new_figure(height)
    width = 0.8 / len(scenarios)
    for i, (name, colour) in enumerate(figures.colours_of(result).items()):
        rows = table[table["scenario"] == name].reset_index(drop=True)
        y = numpy.arange(len(rows)) + (i - (len(scenarios) - 1) / 2) * width
        axes.barh(y, rows["mean"] / 1000, width * 0.94, color=colour)
        if result.attrs["replicates"] > 1:
            whiskers(axes, y, rows["mean"] / 1000, rows["low"] / 1000, rows["high"] / 1000)
    axes.set_yticks(range(len(tasks)), [figures.wrapped(f"{row.task} {row.title}", 31) for row in tasks.itertuples()])
    axes.set_ylim(len(tasks) - 0.45, -0.55)
    axes.grid(axis="y", visible=False)
    figures.number_axis(axes.xaxis, "", language)
    figure.subplots_adjust(left=0.37, right=0.97, top=1 - room / height, bottom=0.32 / height)
    scenario_names(figure, result, language)
    return figure, table


# ---------------------------------------------------------------------------------------------------------
# Sensitivity

def tornado_table(sensitivity, outcome: str, language: str) -> pandas.DataFrame:
    """Factors by their influence on one outcome, the strongest first: of Morris `value` is the mean absolute effect
    and `chance` what chance alone would give, of Sobol' `value` is the total index and `first` the one alone."""
    at = sensitivity.sel(outcome=outcome)
    measure = "mean_absolute" if "mean_absolute" in sensitivity else "total"
    label = "factor_title_id" if language == "id" else "factor_title"
    factors = sensitivity["factor"].values
    titles = sensitivity[label].values if label in sensitivity.coords else factors
    columns = {"value": measure, "low": measure + "_low", "high": measure + "_high", "first": "first",
               "first_low": "first_low", "first_high": "first_high", "mean": "mean", "chance": "chance"}
    table = pandas.DataFrame({"factor": factors, "title": titles, "outcome": outcome, "measure": measure,
                              **{name: at[source].values for name, source in columns.items() if source in at}})
    table["unit"] = str(at["outcome_unit"].values) if measure == "mean_absolute" else "share"
    return table.sort_values("value", ascending=False, kind="stable", ignore_index=True)


def tornado_figure(table: pandas.DataFrame, language: str):
    """Bars, the strongest on top."""
    shown = table.head(FACTORS_SHOWN)
    is_morris, unit = shown["measure"].iloc[0] == "mean_absolute", shown["unit"].iloc[0]
    height = 0.85 + 0.28 * len(shown)
    figure, axes = new_figure(height)
    y = numpy.arange(len(shown))
    scaled = {name: figures.in_axis_units(shown[name], unit) for name in ("value", "low", "high", "first", "chance")
              if name in shown}
    axes.barh(y, scaled["value"], 0.7, color=GAINED if is_morris else "#9ecae1")
    if not is_morris and "first" in scaled:
        axes.barh(y, scaled["first"], 0.36, color=GAINED)
    if "low" in scaled:
        whiskers(axes, y, scaled["value"], scaled["low"], scaled["high"])
    if is_morris and "chance" in scaled:
        for place, chance in zip(y, scaled["chance"]):
            axes.plot([chance, chance], [place - 0.4, place + 0.4], ":", color="black", linewidth=1.4)
    titles = [figures.wrapped(figures.shortened(str(title), 70), 38) for title in shown["title"]]
    axes.set_yticks(y, titles, fontsize=FONT - 1)
    axes.set_ylim(len(shown) - 0.45, -0.55)
    axes.grid(axis="y", visible=False)
    figures.number_axis(axes.xaxis, unit if not is_morris else "", language)
    points = figures.words(language, "points") if figures.is_share(unit) else figures.unit_text(unit, language)
    axes.set_xlabel(f"{words(language, 'effect_axis')}, {points}" if is_morris else "")
    figure.subplots_adjust(left=0.37, right=0.97, top=1 - 0.32 / height, bottom=0.5 / height)
    if not is_morris:
        figure.text(0.37, 1 - 0.08 / height, "■ " + words(language, "tornado_first"), color=GAINED, va="top")
        figure.text(0.6, 1 - 0.08 / height, "■ " + words(language, "tornado_total"), color="#5b96b8", va="top")
    return figure, table
