# SPDX-License-Identifier: Apache-2.0
"""The report of a result: one self-contained HTML page in English or Indonesian.

    /usr/bin/python3 analysis/report.py results.h5 --output results.html --lang id

A section stands in the page when the file holds what it shows. `tujuh report` calls this script.
"""

from __future__ import annotations

import argparse
import pathlib
import sys

EXIT_WRONG, EXIT_MISSING, EXIT_CANNOT_CREATE, EXIT_INPUT_OUTPUT = 65, 66, 73, 74
PACKAGES = {"h5py": "python3-h5py", "matplotlib": "python3-matplotlib", "numpy": "python3-numpy",
            "pandas": "python3-pandas", "xarray": "python3-xarray"}

try:
    import numpy
    import pandas

    import figures
    import page
    import report_figures
    import report_findings
    import report_fit
    import report_optimum
    import scenario_texts
    from page import element
    from report_words import TASKS, WORDS, words
    from tujuh_results import NotAResult, open_result
except ModuleNotFoundError as missing:
    if missing.name not in PACKAGES:
        raise
    print(f"tujuh: the report needs the Python package {missing.name}; './tujuh setup' installs it, or "
          f"'sudo apt install {PACKAGES[missing.name]}'", file=sys.stderr)
    sys.exit(EXIT_MISSING)

OVER_TIME = ("coverage_of_poor", "coverage_of_eligible", "headcount")
BY_DECILE = ("coverage", "coverage_of_eligible")
BY_PROVINCE = ("coverage_of_poor", "coverage_of_eligible", "headcount")
OF_TASKS = ("coverage_of_poor", "coverage_of_eligible", "headcount", "functioning", "harm_prevalence")
FLOW_GROUPINGS = ("decile", "area", "distance", "head", "disability", "programme")
WORKLOAD = ("caseload", "contacts_per_case", "fatigue", "vacancy", "idle_hours", "travel_hours", "social_worker_hours")
TORNADOES = 4
PAIRS_SHOWN = 6


class Report:
    """A result, the language, and what several sections use."""

    def __init__(self, result, language: str, file_name: str) -> None:
        self.result, self.language, self.file_name = result, language, file_name
        self.base, *self.alternatives = result.scenarios.values()
        self.differences = report_findings.differences(result, language)
        self.figures = 0

    def words(self, key: str, **values) -> str:
        return words(self.language, key, **values)

    def title(self, scenario) -> str:
        return scenario.title_in(self.language)

    def csv_name(self, name: str) -> str:
        return f"{pathlib.Path(self.file_name).stem}_{name}.csv"

    def months(self) -> int:
        return min(12, self.result.attrs["ticks"])

    def spread(self, of_bars: bool = True) -> str:
        text = figures.whisker_text if of_bars else figures.band_text
        return text(self.result.attrs["replicates"], self.language)

    def number(self, value: float, decimals: int = 0) -> str:
        return figures.number_text(value, decimals, self.language)

    def figure(self, drawing, table, name: str, title: str, description: str, caption: str) -> element:
        """A figure with its words and its numbers."""
        self.figures += 1
        svg = page.inline_svg(drawing, f"figure-{self.figures}", title, description)
        return element("figure", element("div", svg, class_="drawing"),
                       element("figcaption", caption + " ", page.csv_link(table, self.csv_name(name), self.words("csv"))))

    def held(self, names, grouping: str | None = None, scenario=None) -> list[str]:
        """Those of the outcomes that the file holds."""
        found = []
        for name in names:
            try:
                figures.outcome_in(scenario or self.base, name, self.language, grouping)
                found.append(name)
            except figures.Absent:
                continue
        return found


# ---------------------------------------------------------------------------------------------------------
# Head and findings

def heading(report: Report) -> list:
    attrs, language = report.result.attrs, report.language
    count = attrs["replicates"]
    replicates = report.words("replicate") if count == 1 else report.words("replicates", n=count)
    about = report.words("about_line", replicates=replicates, months=attrs["ticks"], start=attrs["start"])
    return [element("p", report.words("report"), class_="about"),
            element("h1", title_of(report)),
            element("p", about, class_="about"),
            element("p", answer(report), class_="answer")]


def answer(report: Report) -> str:
    said = sentences_on_design(report)
    first = report_findings.answer(report.result, report.differences, report.language)
    return " ".join([first, *said[:2]])


def sentences_on_design(report: Report) -> list[str]:
    """What a calibration and a search found, the most asked for first."""
    result = report.result
    return ((report_fit.findings(result, report.language) if result.fit is not None else []) +
            (report_optimum.findings(result, report.language) if result.optimum is not None else []))


def title_of(report: Report) -> str:
    others = [report.title(scenario) for scenario in report.alternatives]
    base = report.title(report.base)
    names = report_findings.joined([report.words("quoted", name=name) for name in others], report.language)
    return report.words("title_compared", names=names, base=base) if others else base


def findings(report: Report) -> list:
    if report.differences.empty:
        said = report_findings.sentences_on_one(report.result, report.language) + sentences_on_design(report)
        return [page.bullets(said)] if said else []
    body = [element("p", report.words("window", n=report.months()), " ",
                    report_findings.corrected_sentence(report.differences, report.language), class_="note")]
    for scenario in report.alternatives:
        body.append(element("h3", report.title(scenario)))
        body.append(page.bullets(report_findings.sentences_on(report.result, report.differences, scenario.name,
                                                              report.language)))
        body += differences_table(report, scenario)
    return body


def differences_table(report: Report, scenario) -> list:
    rows = report.differences[report.differences["scenario"] == scenario.name]
    cells = []
    for row in rows.itertuples():
        base, level = figures.value_texts([row.base, row.level], row.unit, report.language)
        unit = report.words("bare_points") if figures.is_share(row.unit) else report_findings.unit_words(
            row.unit, report.language)
        difference = report_findings.signed_text(row.difference, row, report.language)
        cells.append([f"{row.title} ({unit})", base, level, difference, report_findings.interval_text(row, report.language),
                      told_text(report, row)])
    heads = [report.words(key) for key in ("outcome", "base", "alternative", "difference", "interval", "told")]
    return [page.table(heads, cells, report.words("all_outcomes", name=report.title(scenario)), numbers=4),
            element("p", page.csv_link(rows, report.csv_name(f"differences_{scenario.name}"),
                                       report.words("csv_table")), class_="note")]


def told_text(report: Report, row) -> str:
    if row.verdict == report_findings.UNCLEAR:
        if row.needed > 0:
            return report.words("no", needed=report_findings.replicates_text(row.needed, report.language))
        return report.words("no_bare")
    corrected = not numpy.isnan(row.holm)
    key = {report_findings.CLEAR: "yes" if corrected else "yes_uncorrected", report_findings.ALONE: "by_itself",
           report_findings.SAME: "equal", report_findings.NO_INTERVAL: "one_replicate"}[row.verdict]
    return report.words(key)


# ---------------------------------------------------------------------------------------------------------
# What differs

def differ(report: Report) -> list:
    if not report.alternatives:
        return [element("p", report.words("one_scenario"), class_="absent")]
    body, numbers = [], []
    for scenario in report.alternatives:
        changed = scenario_texts.changes(report.base.scenario_text, scenario.scenario_text)
        numbers += [[scenario.name, key, base, value, policy.id if policy else "", policy.from_month if policy else "",
                     source_of(report, key)] for key, base, value, policy in changed]
        body.append(element("h3", report.title(scenario)))
        body += changes_of(report, scenario, changed) if changed else [element("p", report.words("no_difference"))]
    table = pandas.DataFrame(numbers, columns=["scenario", "key", "base", "value", "policy", "from_month", "source"])
    if numbers:
        body.append(element("p", page.csv_link(table, report.csv_name("settings"), report.words("csv_table")),
                            class_="note"))
    return body


def changes_of(report: Report, scenario, changed) -> list:
    policies = {}
    for *_, policy in changed:
        if policy:
            policies[policy.id] = policy
    said = [report.words("policy_from", title=in_language(policy, report.language), month=policy.from_month)
            for policy in policies.values()]
    keys = [key for key, *_ in changed]
    has_sources = any(key in report.base.parameters.index for key in keys)
    rows = [[described_key(report, key), value_text(report, base), value_text(report, value),
             *([source_of(report, key)] if has_sources else [])] for key, base, value, _ in changed]
    heads = [report.words("key"), report.words("base"), report.words("alternative"),
             *([report.words("source")] if has_sources else [])]
    return [page.bullets(said), page.table(heads, rows, report.words("changed_caption"), numbers=0),
            None if has_sources else element("p", report.words("choices"), class_="note")]


def described_key(report: Report, key: str) -> str:
    """The key, with the title of the task or activity of which it is the share."""
    mix, _, code = key.partition("_mix.")
    if mix == "workers.task":
        return f"{key}: {TASKS[report.language].get(code, '')}"
    if mix == "workers.activity" and report.base.activities is not None:
        activities = report.base.activities
        label = "activity_title_id" if report.language == "id" else "activity_title"
        titles = dict(zip(activities["activity"].values, activities[label].values))
        return f"{key}: {titles.get(code, '')}"
    return key


def in_language(policy, language: str) -> str:
    return (policy.title_id if language == "id" else policy.title) or policy.title or policy.id


def value_text(report: Report, value: str | None) -> str:
    if value is None:
        return report.words("not_set")
    try:
        number = float(value)
    except ValueError:
        return scenario_texts.unquoted(value)
    decimals = len(value.partition(".")[2]) if number != int(number) else 0
    return report.number(number, decimals)


def source_of(report: Report, key: str) -> str:
    parameters = report.base.parameters
    if key not in parameters.index:
        return report.words("choice")
    row = parameters.loc[key]
    return f"{row['meaning']} ({kind_text(report, row['source_kind'])}: {row['source']})"


def kind_text(report: Report, kind: str) -> str:
    return WORDS[report.language].get(f"kind_{kind}", kind)


# ---------------------------------------------------------------------------------------------------------
# Outcomes in time, by tenth and by province

def over_time(report: Report) -> list:
    outcomes = report.held(OVER_TIME) if report.result.series is not None else []
    if not outcomes:
        return []
    drawing, table = report_figures.over_time_figure(report.result, outcomes, report.language)
    last = {name: figures.last_year(figures.outcome_in(scenario, outcomes[0], report.language))
            for name, scenario in report.result.scenarios.items()}
    array = figures.outcome_in(report.base, outcomes[0], report.language)
    texts = figures.value_texts([float(value.mean()) for value in last.values()], array.attrs["units"],
                                report.language)
    ends = "; ".join(report.words("at_end", name=report.title(report.result.scenarios[name]), value=text)
                     for name, text in zip(last, texts))
    described = " ".join(figures.described(figures.outcome_in(report.base, outcome, report.language), report.language)
                         for outcome in outcomes) if report.language == "en" else ""
    caption = report.words("lines_caption", described=described, spread=report.spread(of_bars=False)).strip()
    return [report.figure(drawing, table, "over_time", report.words("over_time"),
                          report.words("time_desc", ends=ends), caption), *change_over_time(report, outcomes)]


def change_over_time(report: Report, outcomes: list[str]) -> list:
    comparison = report.result.comparison
    outcomes = [name for name in outcomes if comparison is not None and name in comparison["outcome"].values]
    if not outcomes:
        return []
    drawing, table = report_figures.change_figure(report.result, outcomes, report.language)
    title = report.words("change_over_time", base=report.title(report.base))
    return [element("h3", title), report.figure(drawing, table, "change_over_time", title, report.words("change_desc"),
                                                report.words("change_caption"))]


def deciles(report: Report) -> list:
    outcomes = report.held(BY_DECILE, "decile")[:1] + report.held(("headcount",), "decile")
    if not outcomes:
        return [element("p", report.words("absent_deciles"), class_="absent")]
    body = []
    for outcome in outcomes:
        drawing, table = report_figures.decile_figure(report.result, outcome, report.language)
        unit = table["unit"].iloc[0]
        parts = []
        for name, rows in table.groupby("scenario", sort=False):
            ends = [figures.value_text(rows["mean"].iloc[i], unit, report.language) for i in (0, -1)]
            parts.append(report.words("decile_part", name=report.title(report.result.scenarios[name]),
                                      poorest=ends[0], richest=ends[1]))
        array = figures.outcome_in(report.base, outcome, report.language, "decile")
        title = figures.long_name(array, report.language)
        caption = (figures.described(array, report.language) + " " +
                   report.words("bars_caption", n=report.months(), spread=report.spread()))
        if report.alternatives and report.result.attrs["replicates"] > 1:
            caption += " " + report.words("points_caption")
        body += [element("h3", title),
                 report.figure(drawing, table, f"{outcome}_by_decile", title,
                               report.words("decile_desc", parts="; ".join(parts)), caption)]
    return body


def concentration(report: Report) -> list:
    if not report.held(("benefits_a_person",), "decile"):
        return []
    drawing, table, shares = report_figures.concentration_figure(report.result, report.language)
    texts = figures.value_texts(list(shares.values()), "share", report.language)
    parts = "; ".join(report.words("at_end", name=report.title(report.result.scenarios[name]), value=text)
                      for name, text in zip(shares, texts))
    description = report.words("concentration_desc", parts=parts)
    caption = report.words("bars_caption", n=report.months(), spread=report.spread(of_bars=False))
    return [element("p", description, class_="lead"),
            report.figure(drawing, table, "concentration", report.words("concentration"), description, caption)]


def flows(report: Report) -> list:
    national = report.result.group("flows")
    if national is None:
        return [element("p", report.words("absent_flows"), class_="absent")]
    body = []
    for scenario in report.alternatives:
        at = national.sel(scenario=scenario.name).isel(tick=-1).mean("replicate")
        if numpy.isnan(at["gained"]):
            continue
        rounded = {name: report.number(round_to_sample(float(at[name]))) for name in
                   ("gained", "lost", "out_of_poverty", "into_poverty", "left_out")}
        balance = float(at["gained"] - at["lost"])
        net = ("+" if balance > 0 else "") + report.number(round_to_sample(balance))
        body.append(element("h3", report.words("flow_title", name=report.title(scenario), gained=rounded["gained"],
                                               lost=rounded["lost"], net=net)))
        body.append(element("p", report.words("flow_poverty", out=rounded["out_of_poverty"],
                                              into=rounded["into_poverty"])))
        tables = [report_figures.flow_table(group, scenario.name, report.language) for group in
                  (report.result.group(f"flows/{name}") for name in FLOW_GROUPINGS) if group is not None]
        if tables:
            drawing, table = report_figures.flow_figure(pandas.concat(tables, ignore_index=True), report.language)
            parts = "; ".join(report.words("flow_part", group=row.title, gained=report.number(round_to_sample(row.gained)),
                                           lost=report.number(round_to_sample(row.lost)))
                              for row in table.itertuples())
            caption = report.words("flow_caption", month=int(national["tick"].values[-1]) + 1,
                                   n=report.result.attrs["replicates"])
            if float(at["left_out"]) > 0:
                caption += " " + report.words("flow_left_out", n=rounded["left_out"])
            body.append(report.figure(drawing, table, f"flows_{scenario.name}", report.words("flows"),
                                      report.words("flow_desc", parts=parts), caption))
    return body


def round_to_sample(households: float) -> float:
    """Three digits: more would not be known from a sample."""
    return round(households, 2 - figures.order_of(households)) if abs(households) >= 1000 else round(households)


def provinces(report: Report) -> list:
    outcomes = report.held(BY_PROVINCE, "province")
    if not outcomes or len(report.base.groups["province"]["group"]) < 2:
        return []
    outcome, body = outcomes[0], []
    tables = {scenario.name: report_figures.province_table(report.result, scenario, outcome, report.language)
              for scenario in report.result.scenarios.values()}
    reach = max((float(tables[scenario.name]["difference"].abs().max()) for scenario in report.alternatives),
                default=None)
    name = figures.inside_a_sentence(figures.long_name(
        figures.outcome_in(report.base, outcome, report.language, "province"), report.language))
    for scenario in report.result.scenarios.values():
        of_change = scenario is not report.base
        drawing, table = report_figures.province_figure(tables[scenario.name], reach if of_change else None,
                                                        report.language)
        title = report.words("map_change" if of_change else "map_base", name=report.title(scenario),
                             outcome=name if of_change else name[:1].upper() + name[1:])
        caption = report.words("map_caption", n=report.months()) if not of_change else report.words("map_told")
        body += [element("h3", title),
                 report.figure(drawing, table, f"{outcome}_by_province_{scenario.name}", title,
                               extremes(report, table, "difference" if of_change else "level"), caption)]
    return body


def extremes(report: Report, table: pandas.DataFrame, column: str) -> str:
    unit, known = table["unit"].iloc[0], table.dropna(subset=[column])
    if known.empty:
        return ""
    text = figures.difference_text if column == "difference" else figures.value_text
    ends = [known.loc[known[column].idxmin()], known.loc[known[column].idxmax()]]
    lowest, highest = (f"{row['province']} {text(row[column], unit, report.language)}" for row in ends)
    return report.words("map_desc", lowest=lowest, highest=highest)


# ---------------------------------------------------------------------------------------------------------
# Tasks, money, work

def tasks(report: Report) -> list:
    shapley = report.result.shapley
    if shapley is None:
        return [element("p", report.words("absent_tasks"), class_="absent")]
    body = []
    for outcome in [name for name in OF_TASKS if name in shapley["outcome"].values]:
        table = report_figures.shapley_table(shapley, outcome, report.language)
        if table["value"].isna().all():
            continue
        drawing, table = report_figures.shapley_figure(table, report.language)
        at, unit = shapley.sel(outcome=outcome), table["unit"].iloc[0]
        label = "outcome_title_id" if report.language == "id" else "outcome_title"
        name = figures.inside_a_sentence(str(at[label].values))
        told = table[(table["low"] > 0) | (table["high"] < 0)]
        texts = {row.task: figures.difference_text(row.value, unit, report.language) for row in table.itertuples()}
        title = report.words("shapley_none", outcome=name)
        if len(told):
            row = told.loc[told["value"].abs().idxmax()]
            is_largest = row.name == table["value"].abs().idxmax()
            title = report.words("shapley_most" if is_largest else "shapley_told", task=row["title"], outcome=name,
                                 value=texts[row["task"]])
        whole = figures.difference_text(float(at["whole"]), unit, report.language)
        parts = "; ".join(f"{row.task} {row.title} {texts[row.task]}" for row in table.itertuples())
        body += [element("h3", title),
                 report.figure(drawing, table, f"tasks_{outcome}", title, report.words("shapley_desc", parts=parts),
                               report.words("shapley_caption", whole=whole))]
        body += pairs(report, outcome)
    return body


def pairs(report: Report, outcome: str) -> list:
    """The pairs of tasks that act together most, those whose interval excludes zero first."""
    dataset = report.result.group("shapley/pairs")
    if dataset is None or outcome not in dataset["outcome"].values:
        return []
    at, language = dataset.sel(outcome=outcome), report.language
    unit = str(at["outcome_unit"].values)
    titles = dataset["pair_title_id" if language == "id" else "pair_title"].values
    table = pandas.DataFrame({"pair": dataset["pair"].values, "title": titles, "outcome": outcome, "unit": unit,
                              **{name: at[name].values for name in ("interaction", "low", "high")}})
    table["told"] = (table["low"] > 0) | (table["high"] < 0)
    table["size"] = table["interaction"].abs()
    shown = table.sort_values(["told", "size"], ascending=False, kind="stable").head(PAIRS_SHOWN)
    rows = [[f"{row.pair} {row.title}", figures.difference_text(row.interaction, unit, language),
             report_findings.interval_text(row, language)] for row in shown.itertuples()]
    return [page.table([report.words("pair"), report.words("interaction"), report.words("interval")], rows,
                       report.words("pairs_caption")),
            element("p", page.csv_link(table.drop(columns="size"), report.csv_name(f"pairs_{outcome}"),
                                       report.words("csv_table")), class_="note")]


def cost(report: Report) -> list:
    return money(report) + hours(report) + workload(report)


def money(report: Report) -> list:
    if report.result.ledger is None:
        return []
    table = report_figures.ledger_table(report.result, report.language)
    drawing, table = report_figures.ledger_figure(report.result, table, report.language)
    scale, unit = report_figures.money_scale(table)
    rows = []
    uses = ["budget", *report_figures.USES]
    for row in table.itertuples():
        name = row.title if not report.alternatives else (
            f"{row.title}, {report.title(report.result.scenarios[row.scenario])}")
        rows.append([name, *(report.number(getattr(row, use) / scale, 2) for use in uses)])
    label = "use_title_id" if report.language == "id" else "use_title"
    titles = dict(zip(report.result.ledger["use"].values, report.result.ledger[label].values))
    heads = [report.words("programme_scenario" if report.alternatives else "programme"),
             *(str(titles.get(use, use)) for use in uses)]
    title = report.words("ledger_title")
    return [element("h3", title),
            report.figure(drawing, table, "money", title, report.words("ledger_desc"),
                          report.words("ledger_caption", unit=report.words(unit))),
            element("details", element("summary", report.words("ledger_table", unit=report.words(unit))),
                    page.table(heads, rows, report.words("ledger_table", unit=report.words(unit))))]


def hours(report: Report) -> list:
    try:
        table = report_figures.hours_table(report.result, TASKS[report.language], report.language)
    except figures.Absent:
        return []
    drawing, table = report_figures.hours_figure(report.result, table, report.language)
    title = report.words("hours_title")
    parts = "; ".join(f"{report.title(report.result.scenarios[row.scenario])}, {row.task} {row.title}: "
                      f"{report.number(row.mean)}" for row in table.itertuples())
    return [element("h3", title),
            report.figure(drawing, table, "hours", title, report.words("hours_desc", parts=parts),
                          report.words("hours_caption", n=report.months(), spread=report.spread()))]


def workload(report: Report) -> list:
    outcomes = report.held(WORKLOAD) if report.result.series is not None else []
    if not outcomes:
        return []
    rows, numbers = [], []
    for outcome in outcomes:
        array = figures.outcome_in(report.base, outcome, report.language)
        levels = [float(figures.last_year(figures.outcome_in(scenario, outcome, report.language)).mean())
                  for scenario in report.result.scenarios.values()]
        unit = array.attrs["units"]
        rows.append([figures.long_name(array, report.language), *figures.value_texts(levels, unit, report.language)])
        numbers.append([outcome, unit, *levels])
    titles = [report.title(scenario) for scenario in report.result.scenarios.values()]
    table = pandas.DataFrame(numbers, columns=["outcome", "unit", *report.result.scenarios])
    return [page.table([report.words("workload"), *titles], rows, report.words("work_table")),
            element("p", page.csv_link(table, report.csv_name("workload"), report.words("csv_table")), class_="note")]


# ---------------------------------------------------------------------------------------------------------
# Sensitivity, trials, patterns

def sensitivity(report: Report) -> list:
    dataset = report.result.group("sensitivity")
    if dataset is None or not {"mean_absolute", "total"} & set(dataset.data_vars):
        return [element("p", report.words("absent_sensitivity"), class_="absent")]
    body = []
    label = "outcome_title_id" if report.language == "id" else "outcome_title"
    for outcome in dataset["outcome"].values[:TORNADOES]:
        table = report_figures.tornado_table(dataset, outcome, report.language)
        if table["value"].isna().all():
            continue
        drawing, table = report_figures.tornado_figure(table, report.language)
        at = dataset.sel(outcome=outcome)
        name = figures.inside_a_sentence(str(at[label].values) if label in at.coords else str(outcome))
        title = report.words("tornado_title", factor=table["title"].iloc[0], outcome=name)
        is_morris = table["measure"].iloc[0] == "mean_absolute"
        caption = report.words("tornado_caption_morris" if is_morris else "tornado_caption_sobol")
        if is_morris and "chance" in table and table["chance"].notna().any():
            caption += " " + report.words("tornado_chance")
        unit = table["unit"].iloc[0]
        parts = "; ".join(f"{row.title} {figures.value_text(row.value, unit, report.language)}"
                          for row in table.head(report_figures.FACTORS_SHOWN).itertuples())
        body += [element("h3", title),
                 report.figure(drawing, table, f"sensitivity_{outcome}", title,
                               report.words("tornado_desc", parts=parts), caption)]
    return body


def checks(report: Report) -> list:
    body = [trial(report, name, dataset) for name, dataset in report.result.trials.items()]
    if report.result.patterns is not None:
        body += patterns(report)
    return body or [element("p", report.words("absent_checks"), class_="absent")]


def trial(report: Report, name: str, dataset) -> element:
    suffix = "_title_id" if report.language == "id" else "_title"
    rows = []
    for i, arm in enumerate(dataset["arm" + suffix].values):
        for j, world in enumerate(dataset["world" + suffix].values):
            at = dataset.isel(arm=i, world=j).sel(group="all").mean("replicate")
            shares = [figures.value_text(float(at[measure]), "share", report.language)
                      if numpy.isfinite(at[measure]) else "–" for measure in ("asked", "enrolled", "served")]
            rows.append([f"{arm}, {world}", *shares])
    heads = [f"{report.words('arm')}, {report.words('world')}",
             *(report.words(key) for key in ("asked", "enrolled", "served"))]
    return page.table(heads, rows, report.words("trial_caption", name=name))


def patterns(report: Report) -> list:
    dataset = report.result.patterns
    is_check = dataset["fitted_by"].values == ""
    verdicts = dataset["verdict"].values
    sentence = report.words("patterns_sentence", checks=int(is_check.sum()), hits=int((verdicts[is_check] == 1).sum()))
    titles = dataset["figure_title_id" if report.language == "id" else "figure_title"].values
    rows = []
    for i in numpy.flatnonzero(verdicts == 0):
        unit = str(dataset["unit"].values[i])
        low, high, model = (float(dataset[name].values[i]) for name in ("published_low", "published_high", "model"))
        ends = [figures.value_text(value, unit, report.language) if numpy.isfinite(value) else "…"
                for value in (low, high)]
        rows.append([titles[i], report.words("from_to", low=ends[0], high=ends[1]),
                     figures.value_text(model, unit, report.language)])
    heads = [report.words(key) for key in ("figure", "published", "model")]
    return [element("p", sentence), page.table(heads, rows, report.words("misses")) if rows else None]


# ---------------------------------------------------------------------------------------------------------
# Limits, and how to repeat it

def limits(report: Report) -> list:
    attrs = report.result.attrs
    kinds = report.base.parameters["source_kind"].value_counts()
    said = [report.words("limit_model"),
            report.words("limit_interval", n=attrs["replicates"]) if attrs["replicates"] > 1 else
            report.words("limit_one"),
            *([report.words("limit_fit")] if report.result.fit is not None else []),
            *([report.words("limit_optimum")] if report.result.optimum is not None else []),
            report.words("limit_sample"),
            report.words("limit_parameters", n=len(report.base.parameters),
                         **{kind: int(kinds.get(kind, 0)) for kind in
                            ("published", "estimated", "calibrated", "recalled", "assumed")})]
    if report.result.calibration is not None:
        misses = abs(report.result.calibration["model_headcount"] - report.result.calibration["published_headcount"])
        far, mean = (figures.difference_text(float(value), "share", report.language).removeprefix("+")
                     for value in (misses.max(), misses.mean()))
        said.append(report.words("limit_calibration", n=misses.size, far=far, mean=mean))
    if report.result.patterns is None:
        said.append(report.words("limit_patterns"))
    notes = attrs.get("notes", [])
    notes = [notes] if isinstance(notes, str) else notes
    body = [page.bullets(said)]
    if notes:
        body += [element("p", report.words("notes")), element("div", page.bullets(notes), lang="en")]
    return body + [assumed_parameters(report)]


def assumed_parameters(report: Report) -> element:
    parameters = report.base.parameters
    chosen = parameters[parameters["source_kind"].isin(["assumed", "recalled"])]
    rows = [[key, f"{value_text(report, repr(float(row['value'])))} {row['unit']}", kind_text(report, row["source_kind"]),
             row["meaning"], row["source"]] for key, row in chosen.iterrows()]
    heads = [report.words(key) for key in ("parameter", "parameter_value", "kind", "meaning", "reason")]
    title = report.words("assumed_list", n=len(chosen))
    return element("details", element("summary", title), page.table(heads, rows, title, numbers=0),
                   element("p", page.csv_link(chosen.reset_index(), report.csv_name("parameters"),
                                              report.words("csv_table")), class_="note"))


def reproduce(report: Report) -> list:
    attrs = report.result.attrs
    rows = [[report.words("file"), report.file_name], [report.words("program"), f"tujuh {attrs['version']}"],
            [report.words("commit"), attrs["git_commit"]],
            [report.words("compiler"), f"{attrs['compiler']}, {attrs['compiler_flags']}"],
            [report.words("seed"), attrs["seed_text"]], [report.words("hash"), attrs["result_hash"]]]
    # A file of a design is the same however its runs were cut into commands, and names none.
    ran = [element("p", report.words("ran")), element("pre", attrs["command"])] if "command" in attrs else []
    design = report.result.design
    if design is not None and "resolved_text" in design:
        ran.append(element("details", element("summary", report.words("design_text")),
                           element("pre", str(design["resolved_text"].values).strip())))
    return [*ran, element("p", report.words("repeat")), element("p", report.words("verify_words")),
            element("pre", f"tujuh verify {report.file_name}"),
            page.table(["", ""], rows, report.words("repeat_caption"), numbers=0)]


SECTIONS = {"findings": findings, "fit": report_fit.section, "optimum": report_optimum.section, "differ": differ,
            "over_time": over_time, "deciles": deciles, "concentration": concentration, "flows": flows,
            "map": provinces, "tasks": tasks, "cost": cost, "sensitivity": sensitivity, "checks": checks,
            "limits": limits, "reproduce": reproduce}


# ---------------------------------------------------------------------------------------------------------
# The page

def page_of(result, language: str, file_name: str) -> str:
    """The whole page as a text."""
    report = Report(result, language, file_name)
    sections = {name: make(report) for name, make in SECTIONS.items()}
    sections = {name: body for name, body in sections.items() if body and not is_left_out(report, body)}
    links = [element("li", element("a", words(language, name), href=f"#{name}")) for name in sections]
    contents = element("nav", page.bullets(links), aria_label=words(language, "contents"))
    body = heading(report) + [contents]
    for name, content in sections.items():
        body.append(element("section", element("h2", words(language, name)), *content, id=name))
    return page.document(title_of(report), language, body)


def is_left_out(report: Report, body: list) -> bool:
    """A file of a design holds nothing by month and nothing of pairs of scenarios, and need not say so each time."""
    return report.result.design is not None and len(body) == 1 and body[0].get("class") == "absent"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("result", type=pathlib.Path, help="file that tujuh wrote")
    parser.add_argument("-o", "--output", type=pathlib.Path, help="the page (default: the result's name with .html)")
    parser.add_argument("--lang", choices=("en", "id"), default="en", help="English or Indonesian")
    parser.add_argument("--force", action="store_true", help="replace a page that exists")
    options = parser.parse_args(arguments)
    output = options.output or pathlib.Path(options.result.name).with_suffix(".html")
    if output.exists() and not options.force:
        return refuse(f"{output}: cannot be created (it exists); give another --output, or --force to replace it",
                      EXIT_CANNOT_CREATE)
    try:
        text = page_of(open_result(options.result), options.lang, options.result.name)
    except FileNotFoundError:
        return refuse(f"{options.result}: there is no such file", EXIT_MISSING)
    except NotAResult as error:
        return refuse(str(error), EXIT_WRONG)
    except OSError as error:
        return refuse(f"{options.result}: not a result of tujuh ({str(error).splitlines()[0]})", EXIT_WRONG)
    try:
        page.write_whole(output, text)
    except OSError as error:
        return refuse(f"{output}: could not be written ({error.strerror})", EXIT_INPUT_OUTPUT)
    print(output)
    return 0


def refuse(sentence: str, code: int) -> int:
    print(f"tujuh: {sentence}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
