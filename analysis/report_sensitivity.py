# SPDX-License-Identifier: Apache-2.0
"""Which factors the results of a report hang on: a sentence and a figure an outcome."""

from __future__ import annotations

import types

import numpy

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
        self.chance = self.table["chance"] if self.is_morris else 0.0  # what an interval has to lie above

    def is_told(self):
        """Whether each factor does more than chance; false where that or the interval is not known."""
        return self.table["low"] > self.chance

    def is_first_chance(self) -> bool:
        """Whether chance could do as much as the strongest; false where that or the interval is not known."""
        return bool((self.table["low"] <= self.chance).iloc[0])


def influences(report: Report) -> list[Influence]:
    dataset = report.result.group("sensitivity")
    if dataset is None or not {"mean_absolute", "total"} & set(dataset.data_vars):
        return []
    found = [Influence(dataset, outcome, report.language) for outcome in dataset["outcome"].values[:OUTCOMES_SHOWN]]
    return [influence for influence in found if influence.table["value"].notna().any()]


# ---------------------------------------------------------------------------------------------------------
# Sentences

def findings(report: Report) -> list[str]:
    return [sentence(report, influence) for influence in influences(report) if numpy.isfinite(influence.first["low"])]


def sentence(report: Report, influence: Influence) -> str:
    if influence.is_first_chance():
        return report.words("tornado_none", outcome=figures.inside_a_sentence(influence.title)) + "."
    amount, interval = amount_texts(report, influence)
    said = report.words("factor_moves" if influence.is_morris else "factor_explains", outcome=influence.title,
                        factor=influence.first["title"], amount=amount, interval=interval)
    if report.result.attrs["replicates"] > 1:  # one replicate does not tell effects from chance
        said += " " + report.words("factors_told", count=int(influence.is_told().sum()), n=len(influence.table))
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
    title = report.words("tornado_none" if influence.is_first_chance() else "tornado_title",
                         factor=influence.first["title"], outcome=figures.inside_a_sentence(influence.title))
    caption = report.words("tornado_caption_morris" if influence.is_morris else "tornado_caption_sobol")
    if influence.is_morris and numpy.isfinite(influence.chance).any():
        caption += " " + report.words("tornado_chance")
    parts = "; ".join(f"{row.title} {figures.value_text(row.value, influence.unit, report.language)}"
                      for row in table.head(report_figures.FACTORS_SHOWN).itertuples())
    return [element("h3", title),
            report.figure(drawing, table, f"sensitivity_{influence.outcome}", title,
                          report.words("tornado_desc", parts=parts), caption)]
