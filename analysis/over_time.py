# SPDX-License-Identifier: Apache-2.0
"""An outcome over time: the lines with their bands, and the sentence that says what they show."""

from __future__ import annotations

import numpy
import pandas

import figures

WORDS = {
    "en": {
        "rises": "{outcome} rises from {first} to {last} in {span}",
        "falls": "{outcome} falls from {first} to {last} in {span}",
        "stays": "{outcome} stays near {last} over {span}",
        "one": "“{name}” brings {outcome} to {last}, against {base} in “{base_name}”",
        "most": "Of {n} alternatives “{name}” moves {outcome} most: to {last}, against {base}",
        "unclear": "“{name}” makes no clear difference to {outcome}: {last} against {base}",
        "single": "“{name}”: {outcome} {last}, against {base} in “{base_name}” (one replicate)",
        "years": "{n} years", "year": "1 year", "months": "{n} months",
        "window": "Numbers: means of the first and of the last {n} months.",
    },
    "id": {
        "rises": "{outcome} naik dari {first} menjadi {last} dalam {span}",
        "falls": "{outcome} turun dari {first} menjadi {last} dalam {span}",
        "stays": "{outcome} tetap sekitar {last} selama {span}",
        "one": "“{name}” membawa {outcome} ke {last}, dibandingkan {base} pada “{base_name}”",
        "most": "Dari {n} alternatif, “{name}” paling mengubah {outcome}: {last}, dibandingkan {base}",
        "unclear": "“{name}” tidak berpengaruh nyata pada {outcome}: {last} dibandingkan {base}",
        "single": "“{name}”: {outcome} {last}, dibandingkan {base} pada “{base_name}” (satu ulangan)",
        "years": "{n} tahun", "year": "1 tahun", "months": "{n} bulan",
        "window": "Angka: rata-rata {n} bulan pertama dan {n} bulan terakhir.",
    },
}

WIDTH = 2.4
BASE_WIDTH = 5.5  # shows below a line that lies upon it


def draw_lines(axes, result, outcome: str, language: str) -> pandas.DataFrame:
    """A line and a band for each scenario; returns the numbers drawn."""
    frames = []
    for name, colour in figures.colours_of(result).items():
        array = figures.outcome_in(result.scenarios[name], outcome, language)
        lies_below = not frames and len(result.scenarios) > 1
        frame = draw_line(axes, array, colour, BASE_WIDTH if lies_below else WIDTH)
        frame.insert(0, "outcome", outcome)
        frame.insert(0, "scenario", name)
        frames.append(frame)
    # The height begins at zero, so that a small change looks small.
    if axes.get_ylim()[0] >= 0:
        axes.set_ylim(bottom=0, top=axes.get_ylim()[1] * 1.06)
    figures.number_axis(axes.yaxis, array.attrs["units"], language)
    axes.set_ylabel(figures.wrapped(figures.unit_text(array.attrs["units"], language), 40), color="#333333")
    return pandas.concat(frames, ignore_index=True)


def label_lines(axes, result, table: pandas.DataFrame, language: str, with_names: bool) -> None:
    """At the end of each line its mean over the last year, the number that titles state, with the scenario's
    name where there is no other place for it. To be called when the axes have their final size."""
    ends, colours, unit = [], figures.colours_of(result), table["unit"].iloc[-1]
    lines = {name: table[(table["scenario"] == name) & table["mean"].notna()] for name in colours}
    levels = [float(rows["mean"].iloc[-12:].mean()) for rows in lines.values()]
    texts = figures.value_texts(levels, unit, language)
    for (name, rows), text in zip(lines.items(), texts):
        colour = colours[name]
        if with_names:
            text = figures.wrapped(result.scenarios[name].title_in(language), 20) + "\n" + text
        ends.append((figures.in_axis_units(rows["mean"].iloc[-1], unit), text, colour))
    figures.label_line_ends(axes, ends, axes.get_xlim()[1], fontsize=11.5 if with_names else 10)


def draw_line(axes, array, colour: str, width: float) -> pandas.DataFrame:
    mean, low, high = figures.band_of(array)
    unit, months = array.attrs["units"], array["month"].values
    if array.sizes["replicate"] > 1:
        axes.fill_between(months, figures.in_axis_units(low, unit), figures.in_axis_units(high, unit),
                          color=colour, alpha=0.2, linewidth=0)
    marker = "o" if len(months) == 1 else None
    axes.plot(months, figures.in_axis_units(mean, unit), color=colour, linewidth=width, marker=marker)
    return pandas.DataFrame({"month": pandas.to_datetime(months).strftime("%Y-%m"), "mean": mean, "low": low,
                             "high": high, "unit": unit})


def finding(result, outcome: str, language: str) -> tuple[str, str]:
    """A sentence for the title, and what it rests on."""
    if len(result.scenarios) > 1:
        return finding_of_comparison(result, outcome, language)
    return finding_of_one(result, outcome, language)


def finding_of_one(result, outcome: str, language: str) -> tuple[str, str]:
    array = figures.outcome_in(result, outcome, language)
    unit, ticks = array.attrs["units"], array.sizes["tick"]
    window = max(1, min(12, ticks // 2))
    first = array.isel(tick=slice(0, window)).mean("tick")
    last = array.isel(tick=slice(-window, None)).mean("tick")
    change, low, high = figures.paired_interval(last, first)
    verb = "rises" if change > 0 else "falls"
    first_text, last_text = (figures.value_text(float(level.mean()), unit, language) for level in (first, last))
    if low <= 0 <= high or first_text == last_text:
        verb = "stays"
    title = WORDS[language][verb].format(outcome=figures.long_name(array, language), first=first_text, last=last_text,
                                         span=span_text(ticks, language))
    return title, WORDS[language]["window"].format(n=window)


def finding_of_comparison(result, outcome: str, language: str) -> tuple[str, str]:
    base, *alternatives = result.scenarios.values()
    base_array = figures.outcome_in(base, outcome, language)
    unit, of_base = base_array.attrs["units"], figures.last_year(base_array)
    found = []
    for scenario in alternatives:
        level = figures.last_year(figures.outcome_in(scenario, outcome, language))
        found.append((scenario, float(level.mean()), *figures.paired_interval(level, of_base)))
    scenario, level, change, low, high = max(found, key=lambda row: abs(row[2]))
    key = "most" if len(found) > 1 else "one"
    if low <= 0 <= high:
        key = "unclear"
    elif numpy.isnan(low):
        key = "single"
    last_text, base_text = figures.value_texts([level, float(of_base.mean())], unit, language)
    title = WORDS[language][key].format(
        name=scenario.title_in(language), n=len(found),
        outcome=figures.inside_a_sentence(figures.long_name(base_array, language)),
        last=last_text, base_name=base.title_in(language), base=base_text)
    return title, note_on_differences(found, unit, language, figures.months_in_last_year(base_array))


def note_on_differences(found, unit: str, language: str, months: int) -> str:
    parts = [figures.words(language, "last_year", n=months)]
    for scenario, _, change, low, high in found:
        if not numpy.isnan(low):
            interval = figures.words(language, "interval",
                                     difference=figures.difference_text(change, unit, language),
                                     low=figures.bare_difference_text(low, unit, language),
                                     high=figures.bare_difference_text(high, unit, language))
            parts.append(f"{scenario.title_in(language)}: {interval}.")
    return " ".join(parts)


def span_text(ticks: int, language: str) -> str:
    if ticks % 12 == 0:
        return WORDS[language]["year" if ticks == 12 else "years"].format(n=ticks // 12)
    return WORDS[language]["months"].format(n=ticks)


def subtitle(result, outcome: str, note: str, language: str) -> str:
    """What is drawn, what the title rests on, what the bands are."""
    described = figures.described(figures.outcome_in(result, outcome, language), language)
    return "\n".join([described, note + " " + figures.band_text(result.attrs["replicates"], language)])
