# SPDX-License-Identifier: Apache-2.0
"""What the sections on files of a design share: how its readings and factors are called and written."""

from __future__ import annotations

import re
import types

import numpy

import figures
import report_findings
import report_figures
from report_words import TASKS, words

LARGE = {"billion": 1e9, "trillion": 1e12}  # rupiah that nobody reads digit by digit
TASK_MIX = "workers.task_mix."


class Reading:
    """A place of the axis `target` or `reading`: its name, and how its numbers are written. Money of a nation is
    written in billions; numbers come here in the unit of the file."""

    def __init__(self, dataset, axis: str, place: int, values, language: str) -> None:
        at = dataset.isel({axis: place})
        self.language = language
        self.outcome = str(at[f"{axis}_outcome"].values)
        self.title = str(at[f"{axis}_title_id" if language == "id" else f"{axis}_title"].values)
        group = str(at[f"{axis}_group"].values)
        self.window = words(language, "months_from_to", first=int(at[f"{axis}_from_month"]) + 1,
                            last=int(at[f"{axis}_to_month"]) + 1)
        self.name = self.title + (f", {group}" if group else "")
        self.scale, self.unit = scaled_unit(str(at[f"{axis}_unit"].values), values, language)

    def texts(self, values) -> list[str]:
        return figures.value_texts([float(value) / self.scale for value in values], self.unit, self.language)

    def text(self, value) -> str:
        return self.texts([value])[0]

    def axis(self, values):
        """The numbers as an axis shows them."""
        return figures.in_axis_units(numpy.asarray(values, dtype=float) / self.scale, self.unit)

    def row(self, difference, low=numpy.nan, high=numpy.nan):
        """A difference as `report_findings` writes it."""
        difference, low, high = (float(value) / self.scale for value in (difference, low, high))
        return types.SimpleNamespace(unit=self.unit, difference=difference, low=low, high=high)

    def signed(self, row, value=None) -> str:
        """The difference of the row, or another with its decimals; with sign and unit."""
        number = row.difference if value is None else float(value) / self.scale
        return report_findings.with_unit(report_findings.signed_text(number, row, self.language), self.unit,
                                         self.language)

    def named_unit(self) -> str:
        """Name and unit for a table; nothing where numbers say it themselves."""
        if figures.is_share(self.unit) or self.unit in ("index", "ratio"):
            return self.name
        return f"{self.name} ({report_findings.unit_words(self.unit, self.language)})"


def scaled_unit(unit: str, values, language: str) -> tuple[float, str]:
    """What to divide numbers by, and the unit then; of a unit in rupiah it is in the language."""
    known = numpy.abs(numpy.asarray(values, dtype=float))
    known = known[numpy.isfinite(known)]
    largest = known.max(initial=0.0)
    if not unit.startswith("rupiah") or largest < min(LARGE.values()):
        return 1.0, unit
    size = max((name for name in LARGE if largest >= LARGE[name]), key=LARGE.get)
    whole = report_findings.unit_words(unit, language)
    return LARGE[size], whole.replace("rupiah", words(language, size), 1)


def readings_of(dataset, axis: str, arrays: list[str], language: str) -> list[Reading]:
    """The readings of an axis in its order; `arrays` of the dataset say how large their numbers are."""
    found = [Reading(dataset, axis, i, numpy.concatenate([numpy.ravel(dataset[name].isel({axis: i}).values)
                                                          for name in arrays]), language)
             for i in range(dataset.sizes[axis])]
    names = [reading.name for reading in found]
    for reading in found:
        if names.count(reading.name) > 1:
            reading.name += f", {reading.window}"
    return found


# ---------------------------------------------------------------------------------------------------------
# Factors

class Factor:
    """A factor of the design: its name, its range, and how its values are written."""

    def __init__(self, design, place: int, language: str) -> None:
        at = design.isel(factor=place)
        self.language, self.key = language, str(design["factor"].values[place])
        title = str(at["factor_title_id" if language == "id" else "factor_title"].values)
        task = self.key.removeprefix(TASK_MIX) if self.key.startswith(TASK_MIX) else None
        self.task = task if task in TASKS[language] else None
        self.name = f"{self.task} {TASKS[language][self.task]}" if self.task else title or self.key
        self.unit = str(at["factor_unit"].values)
        self.choices = str(at["choices"].values).splitlines()
        self.is_log = int(at["scale"]) == 1
        tried = at["value"].values
        self.low, self.high = (float(value) for value in (at["low"], at["high"]))
        if numpy.isnan(self.low) and numpy.isfinite(tried).any():
            self.low, self.high = float(numpy.nanmin(tried)), float(numpy.nanmax(tried))

    def text(self, value) -> str:
        value = float(value)
        if numpy.isnan(value):
            return "–"
        if self.choices and not all(is_number(choice) for choice in self.choices):
            return figures.shortened(self.choices[int(value)], 60) if 0 <= value < len(self.choices) else "–"
        if figures.is_share(self.unit):
            return figures.value_text(value, self.unit, self.language)
        return short_text(value, self.language)

    def range_text(self) -> str:
        if self.choices:
            return words(self.language, "choices_listed", n=len(self.choices))
        return words(self.language, "from_to", low=self.text(self.low), high=self.text(self.high))

    def position(self, value) -> float:
        """Where in its range a value lies, 0-1 and beyond."""
        low, high, value = self.low, self.high, float(value)
        if self.is_log and min(low, high, value) > 0:
            low, high, value = (float(numpy.log(number)) for number in (low, high, value))
        return (value - low) / (high - low) if high > low else numpy.nan


def short_text(value: float, language: str) -> str:
    """With three significant digits, without zeros at the end that say nothing."""
    decimals = max(0, 2 - figures.order_of(value))
    kept = f"{value:.{decimals}f}".partition(".")[2].rstrip("0")
    return figures.number_text(value, len(kept), language)


def is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def factors_of(design, language: str) -> list[Factor]:
    return [Factor(design, i, language) for i in range(design.sizes["factor"])]


def range_figure(table, kind: str, notes: list[str], language: str):
    """A line a factor from one end of its range to the other: the scenario's value as a grey square, the one found
    as a point with the interval around it, and a note at the right. `table` has position, position_low,
    position_high and position_base; `kind` is the word for what the points are."""
    height = 0.95 + 0.42 * len(table)
    figure, axes = report_figures.new_figure(height)
    y = numpy.arange(len(table))
    percent = {name: 100 * table[name].to_numpy() for name in ("position", "position_low", "position_high",
                                                               "position_base")}
    axes.hlines(y, 0, 100, color="#d0d0d0", linewidth=5)
    axes.hlines(y, percent["position_low"], percent["position_high"], color="#56b4e9", linewidth=5)
    axes.plot(percent["position_base"], y, "s", color=figures.BASE_COLOUR, markersize=8)
    axes.plot(percent["position"], y, "o", color=report_figures.GAINED, markersize=7, markeredgecolor="white")
    for place, note in zip(y, notes):
        axes.annotate(note, (1.02, place), xycoords=("axes fraction", "data"), va="center", fontsize=report_figures.FONT - 1,
                      annotation_clip=False)
    axes.set_yticks(y, [figures.wrapped(title, 34) for title in table["title"]], fontsize=report_figures.FONT - 1)
    axes.set_ylim(len(table) - 0.45, -0.55)
    ends = numpy.concatenate([[0, 100], percent["position_base"][numpy.isfinite(percent["position_base"])]])
    axes.set_xlim(ends.min() - 3, ends.max() + 3)
    axes.grid(axis="y", visible=False)
    figures.number_axis(axes.xaxis, "share", language)
    axes.set_xlabel(words(language, "range_axis"))
    figure.subplots_adjust(left=0.37, right=0.84 if any(notes) else 0.97, top=1 - 0.36 / height, bottom=0.5 / height)
    marks(figure, [("■", words(language, "as_it_is"), figures.BASE_COLOUR), ("●", words(language, kind),
                                                                            report_figures.GAINED)])
    return figure, table


def marks(figure, named: list[tuple[str, str, str]]) -> None:
    """What the marks are, along the top: (mark, name, colour)."""
    x, height = figures.MARGIN, figure.get_figheight()
    for mark, name, colour in named:
        text = figure.text(x, 1 - 0.08 / height, f"{mark} {name}", color=colour, fontweight="bold", va="top",
                           fontsize=report_figures.FONT)
        x += text.get_window_extent().width / (figure.get_figwidth() * figure.dpi) + 0.035


# ---------------------------------------------------------------------------------------------------------
# The design

def recovers(result) -> bool:
    """Whether the targets are what the scenario itself gives."""
    text = str(result.design["resolved_text"].values)
    return bool(result.fit.attrs.get("recover", 0)) or re.search(r"^recover = true$", text, re.MULTILINE) is not None
