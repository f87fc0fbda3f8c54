# SPDX-License-Identifier: Apache-2.0
"""Which factors the results of a report hang on: a sentence and a figure an outcome."""

from __future__ import annotations

import types

import figures
import report_figures
import report_findings
from page import element
from report_context import Report

OUTCOMES_SHOWN = 4


class Influence:
    """The factors of one outcome, a row each, the strongest first."""

    def __init__(self, dataset, outcome: str, language: str) -> None:
        at = dataset.sel(outcome=outcome)
        label = "outcome_title_id" if language == "id" else "outcome_title"
        self.outcome = outcome
        self.title = str(at[label].values) if label in at.coords else str(outcome)
        self.table = report_figures.tornado_table(dataset, outcome, language)
        self.first, self.unit = self.table.iloc[0], self.table["unit"].iloc[0]
        self.is_morris = self.first["measure"] == "mean_absolute"
        self.knows_chance = not self.is_morris or ("chance" in self.table and self.table["chance"].notna().any())
        self.knows_intervals = "low" in self.table and self.table["low"].notna().any()

    def chance(self):
        """What an interval has to lie above."""
        return self.table["chance"] if self.is_morris else 0.0

    def told(self) -> int:
        """How many factors do more than chance."""
        return int((self.table["low"] > self.chance()).sum())

    def is_first_told(self) -> bool:
        """Where chance or intervals are not known nothing speaks against it."""
        if not (self.knows_chance and self.knows_intervals):
            return True
        return bool((self.table["low"] > self.chance()).iloc[0])


def influences(report: Report) -> list[Influence]:
    dataset = report.result.group("sensitivity")
    if dataset is None or not {"mean_absolute", "total"} & set(dataset.data_vars):
        return []
    found = [Influence(dataset, outcome, report.language) for outcome in dataset["outcome"].values[:OUTCOMES_SHOWN]]
    return [influence for influence in found if influence.table["value"].notna().any()]


# ---------------------------------------------------------------------------------------------------------
# Sentences

def findings(report: Report) -> list[str]:
    return [sentence(report, influence) for influence in influences(report) if influence.knows_intervals]


def sentence(report: Report, influence: Influence) -> str:
    if not influence.is_first_told():
        return report.words("tornado_none", outcome=figures.inside_a_sentence(influence.title)) + "."
    amount, interval = amount_texts(report, influence)
    said = report.words("factor_moves" if influence.is_morris else "factor_explains", outcome=influence.title,
                        factor=influence.first["title"], amount=amount, interval=interval)
    if influence.knows_chance:
        said += " " + report.words("factors_told", count=influence.told(), n=len(influence.table))
    return said


def amount_texts(report: Report, influence: Influence) -> tuple[str, str]:
    """The strongest factor's influence, and its interval."""
    value, low, high = (float(influence.first[name]) for name in ("value", "low", "high"))
    if influence.is_morris:
        row = types.SimpleNamespace(unit=influence.unit, difference=value, low=low, high=high)
        amount = report_findings.with_unit(report_findings.bare_text(value, row, report.language), influence.unit,
                                           report.language)
        return amount, report_findings.interval_of_amount(row, report.language)
    amount, low_text, high_text = figures.value_texts([value, low, high], influence.unit, report.language)
    return amount, report.words("from_to", low=low_text, high=high_text)


# ---------------------------------------------------------------------------------------------------------
# Figures

def section(report: Report) -> list:
    body = []
    for influence in influences(report):
        body += tornado(report, influence)
    return body or [element("p", report.words("absent_sensitivity"), class_="absent")]


def tornado(report: Report, influence: Influence) -> list:
    drawing, table = report_figures.tornado_figure(influence.table, report.language)
    title = report.words("tornado_title" if influence.is_first_told() else "tornado_none",
                         factor=influence.first["title"], outcome=figures.inside_a_sentence(influence.title))
    caption = report.words("tornado_caption_morris" if influence.is_morris else "tornado_caption_sobol")
    if influence.is_morris and influence.knows_chance:
        caption += " " + report.words("tornado_chance")
    parts = "; ".join(f"{row.title} {figures.value_text(row.value, influence.unit, report.language)}"
                      for row in table.head(report_figures.FACTORS_SHOWN).itertuples())
    return [element("h3", title),
            report.figure(drawing, table, f"sensitivity_{influence.outcome}", title,
                          report.words("tornado_desc", parts=parts), caption)]
