# SPDX-License-Identifier: Apache-2.0
"""What the sections of a report share: the result, the language, and how a figure stands in the page."""

from __future__ import annotations

import pathlib

import figures
import page
import report_findings
from page import element
from report_words import words


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
