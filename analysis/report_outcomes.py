# SPDX-License-Identifier: Apache-2.0
"""Outcomes in a report: over time, by tenth, by province, and who gains and who loses."""

from __future__ import annotations

import numpy
import pandas

import figures
import report_figures
from page import element
from report_context import Report

OVER_TIME = ("coverage_of_poor", "coverage_of_eligible", "headcount")
BY_DECILE = ("coverage", "coverage_of_eligible")
BY_PROVINCE = ("coverage_of_poor", "coverage_of_eligible", "headcount")
FLOW_GROUPINGS = ("decile", "area", "distance", "head", "disability", "programme")


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
