# SPDX-License-Identifier: Apache-2.0
"""The head of a report and what was found, as sentences and as a table."""

from __future__ import annotations

import numpy

import figures
import page
import report_findings
import report_fit
import report_optimum
import report_points
import report_sensitivity
from page import element
from report_context import Report


def heading(report: Report) -> list:
    attrs = report.result.attrs
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
    """What came out at points, or what a calibration and a search found, the most asked for first."""
    result = report.result
    return (report_sensitivity.findings(report) +
            report_points.findings(report) +
            (report_fit.findings(result, report.language) if result.fit is not None else []) +
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
