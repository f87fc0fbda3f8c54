# SPDX-License-Identifier: Apache-2.0
"""Tasks, money and work in a report."""

from __future__ import annotations

import pandas

import figures
import page
import report_figures
import report_findings
from page import element
from report_context import Report
from report_words import TASKS

OF_TASKS = ("coverage_of_poor", "coverage_of_eligible", "headcount", "functioning", "harm_prevalence")
WORKLOAD = ("caseload", "contacts_per_case", "fatigue", "vacancy", "idle_hours", "travel_hours", "social_worker_hours")
PAIRS_SHOWN = 6


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
    rows = [[f"{row.pair} {row.title}", figures.difference_text(row.difference, unit, language),
             report_findings.interval_text(row, language)]
            for row in shown.rename(columns={"interaction": "difference"}).itertuples()]
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
