# SPDX-License-Identifier: Apache-2.0
"""What a result says, as numbers and as sentences: differences with intervals, or how many replicates would tell."""

from __future__ import annotations

import math

import numpy
import pandas

import figures
import over_time
from report_words import words

# What the sentences speak of, most asked for first. The table below them holds every headline outcome.
SPOKEN_OF = ("coverage_of_poor", "coverage_of_eligible", "headcount", "poverty_gap", "exclusion_error",
             "months_to_service", "gini", "functioning", "harm_prevalence")
HEADLINE = ("coverage_of_eligible", "coverage_of_poor", "effective_coverage", "exclusion_error", "inclusion_error",
            "take_up", "months_to_service", "gini", "theil", "concentration_index", "vulnerable_coverage_gap",
            "headcount", "poverty_gap", "poverty_severity", "multidimensional_poverty", "functioning", "leakage",
            "harm_prevalence", "months_to_safety")

OF_SEVERAL = ("months_to_service", "months_to_safety", "harm_prevalence")  # their names are in the plural

CLEAR, ALONE, UNCLEAR, SAME, NO_INTERVAL = "clear", "alone", "unclear", "same", "no_interval"
CHANCE_OF_ERROR = 0.05
MANY = 1000  # more replicates than anybody would run are not counted


def differences(result, language: str) -> pandas.DataFrame:
    """A row for each alternative and headline outcome: base, level, difference, low, high (in the outcome's unit),
    `holm` (p after Holm, NaN where the file has none), `needed` (replicates that would tell, NaN where there is no
    need) and `verdict`. Empty for a file of one scenario."""
    window = result.group("comparison/window")
    rows = rows_of_window(window, language) if window is not None else rows_of_series(result, language)
    table = pandas.DataFrame(rows, columns=["scenario", "outcome", "title", "unit", "base", "level", "difference",
                                            "low", "high", "holm", "needed"])
    table["verdict"] = [verdict(row) for row in table.itertuples()]
    return table


def rows_of_window(window, language: str) -> list[list]:
    titles = "outcome_title_id" if language == "id" else "outcome_title"
    rows = []
    for scenario in window["scenario"].values:
        for outcome in HEADLINE:
            if outcome not in window["outcome"].values:
                continue
            at = window.sel(scenario=scenario, outcome=outcome)
            if numpy.isnan(at["difference"]):
                continue
            rows.append([str(scenario), outcome, str(at[titles].values), str(at["outcome_unit"].values),
                         *(float(at[name]) for name in ("base", "alternative", "difference", "low", "high",
                                                        "holm_p_value", "replicates_needed"))])
    return rows


def rows_of_series(result, language: str) -> list[list]:
    """From the monthly outcomes, where the file holds no /comparison/window: nothing is corrected for the number of
    comparisons then."""
    base, *alternatives = result.scenarios.values()
    rows = []
    for scenario in alternatives:
        for outcome in HEADLINE:
            try:
                of_base, level = (figures.outcome_in(one, outcome, language) for one in (base, scenario))
            except figures.Absent:
                continue
            title, unit = figures.long_name(of_base, language), of_base.attrs["units"]
            of_base, level = figures.last_year(of_base), figures.last_year(level)
            change, low, high = figures.paired_interval(level, of_base)
            rows.append([scenario.name, outcome, title, unit, float(of_base.mean()), float(level.mean()), change,
                         low, high, numpy.nan, replicates_needed((level - of_base).values, low, high)])
    return rows


def replicates_needed(paired: numpy.ndarray, low: float, high: float) -> float:
    """How many replicates would tell the difference from zero at 95 % with a chance of 0.8, if it is as large as it
    looks: 7.85 (s / d)^2 + 1.92, rounded up (Guenther 1981). NaN where it is told already, or where all are equal."""
    paired = paired[~numpy.isnan(paired)]
    if not low <= 0 <= high or paired.size < 2 or paired.std() == 0 or paired.mean() == 0:
        return numpy.nan
    return float(math.ceil(7.85 * paired.var(ddof=1) / paired.mean() ** 2 + 1.92))


def verdict(row) -> str:
    if row.difference == 0 and not row.low < 0 < row.high:
        return SAME
    if numpy.isnan(row.low):
        return NO_INTERVAL
    if row.low <= 0 <= row.high:
        return UNCLEAR
    return ALONE if row.holm >= CHANCE_OF_ERROR else CLEAR


# ---------------------------------------------------------------------------------------------------------
# Sentences

def rounded(count: float, language: str) -> str:
    """A number of replicates as one says it, MANY at most: it is known in its order of size only."""
    step = 1 if count < 20 else 10 if count < 200 else 100
    return figures.number_text(min(MANY, step * math.ceil(min(count, MANY) / step)), 0, language)


def replicates_text(count: float, language: str) -> str:
    return words(language, "more_than" if count > MANY else "about", n=rounded(count, language))


def decimals_of(row) -> int:
    """Decimals that show a difference and its interval alike: two digits of the interval's half."""
    scale = 100 if figures.is_share(row.unit) else 1
    half = scale * ((row.high - row.low) / 2 if row.high > row.low else abs(row.difference))
    most = 4 if figures.is_share(row.unit) else 6
    return min(most, max(2 if figures.is_share(row.unit) else 0, 1 - figures.order_of(half)))


def bare_text(value: float, row, language: str) -> str:
    """A difference without sign and unit; shares in percentage points."""
    return figures.number_text(abs(figures.in_axis_units(value, row.unit)), decimals_of(row), language)


def signed_text(value: float, row, language: str) -> str:
    text = bare_text(value, row, language)
    nothing = not text.strip("0.,")
    return text if nothing else ("+" if value > 0 else "−") + text


def with_unit(text: str, unit: str, language: str) -> str:
    if figures.is_share(unit):
        return f"{text} {figures.words(language, 'points')}"
    return text if unit in ("index", "ratio") else f"{text} {unit_words(unit, language)}"


def unit_words(unit: str, language: str) -> str:
    return figures.UNITS_ID.get(unit, unit) if language == "id" else unit


def interval_text(row, language: str) -> str:
    """With signs, as in a table."""
    if numpy.isnan(row.low):
        return "–"
    return words(language, "from_to", low=signed_text(row.low, row, language), high=signed_text(row.high, row, language))


def interval_of_amount(row, language: str) -> str:
    """Of a difference that is told: from the smaller to the larger amount, as the sentence says which way."""
    ends = sorted([abs(row.low), abs(row.high)])
    low, high = (bare_text(value, row, language) for value in ends)
    return words(language, "from_to", low=low, high=high)


def change_sentence(row, language: str) -> str:
    """What is known of one difference."""
    level, base = figures.value_texts([row.level, row.base], row.unit, language)
    verb = words(language, ("rise" if row.difference > 0 else "fall") + ("" if row.outcome not in OF_SEVERAL else "_many"))
    values = {"outcome": row.title, "verb": verb, "level": level, "base": base,
              "amount": with_unit(bare_text(row.difference, row, language), row.unit, language)}
    if row.verdict == NO_INTERVAL:
        return words(language, "once", **values)
    sentence = words(language, "rises", interval=interval_of_amount(row, language), **values)
    return sentence + (" " + words(language, "alone") if row.verdict == ALONE else "")


def unclear_sentence(rows: pandas.DataFrame, replicates: int, language: str) -> str | None:
    """Those outcomes that cannot be told, with the replicates that would do."""
    if rows.empty:
        return None
    parts = []
    for row in rows.itertuples():
        name = figures.inside_a_sentence(row.title)
        if not row.needed > 0:
            parts.append(name)
            continue
        parts.append(words(language, "would_need" if row.needed > MANY else "would_do", outcome=name,
                           needed=rounded(row.needed, language)))
    sentence = words(language, "cannot", n=replicates, outcomes="; ".join(parts))
    return sentence + (" " + words(language, "if_as_large") if (rows["needed"] > 0).any() else "")


def sentences_on(result, table: pandas.DataFrame, scenario: str, language: str) -> list[str]:
    """The findings on one alternative, those that stand first."""
    rows = table[(table["scenario"] == scenario) & table["outcome"].isin(SPOKEN_OF)]
    order = {outcome: i for i, outcome in enumerate(SPOKEN_OF)}
    rows = rows.sort_values("outcome", key=lambda names: names.map(order))
    said = [change_sentence(row, language) for kind in (CLEAR, NO_INTERVAL, ALONE) for row in rows.itertuples()
            if row.verdict == kind]
    same = rows.loc[rows["verdict"] == SAME, "title"]
    if len(same):
        said.append(words(language, "same", outcomes=joined([figures.inside_a_sentence(name) for name in same],
                                                            language)))
    unclear = unclear_sentence(rows[rows["verdict"] == UNCLEAR], result.attrs["replicates"], language)
    return said + ([unclear] if unclear else [])


def sentences_on_one(result, language: str) -> list[str]:
    """The findings of a file of one scenario: how its outcomes move in time."""
    if result.series is None:
        return []
    said = []
    for outcome in SPOKEN_OF:
        try:
            said.append(over_time.finding_of_one(result, outcome, language)[0] + ".")
        except figures.Absent:
            continue
    return said


# ---------------------------------------------------------------------------------------------------------
# The answer

def answer(result, table: pandas.DataFrame, language: str) -> str:
    """One paragraph: what was asked, and what came out."""
    parts = [what_was_run(result, language)]
    if table.empty:
        parts += sentences_on_one(result, language)[:3]
        return " ".join(parts)
    for outcome in ("coverage_of_poor", "headcount"):
        sentence = answer_on(result, table[table["outcome"] == outcome], language)
        if sentence:
            parts.append(sentence)
    return " ".join(parts)


def what_was_run(result, language: str) -> str:
    base, *alternatives = result.scenarios.values()
    replicates = result.attrs["replicates"]
    span = over_time.span_text(result.attrs["ticks"], language)
    times = words(language, "one_time") if replicates == 1 else words(language, "times", n=replicates)
    if result.design is not None:
        points, factors = result.design.sizes["point"], result.design.sizes["factor"]
        return words(language, "one_point_setting" if factors == 1 else "run_points", base=base.title_in(language),
                     points=points, factors=factors, span=span, times=times)
    names = joined([f"“{one.title_in(language)}”" for one in alternatives], language)
    return words(language, "compared" if alternatives else "run", base=base.title_in(language), names=names, span=span,
                 times=times)


def answer_on(result, rows: pandas.DataFrame, language: str) -> str | None:
    """The alternative that moves an outcome most for certain; or that none does."""
    if rows.empty:
        return None
    title = figures.inside_a_sentence(rows["title"].iloc[0])
    told = rows[rows["verdict"].isin([CLEAR, NO_INTERVAL])]
    if told.empty:
        return words(language, "nobody" if len(rows) > 1 else "not_it", outcome=title, n=result.attrs["replicates"])
    row = told.loc[told["difference"].abs().idxmax()]
    level, base = figures.value_texts([row["level"], row["base"]], row["unit"], language)
    key = ("raises" if row["difference"] > 0 else "lowers") + ("_most" if len(rows) > 1 else "")
    interval = "" if numpy.isnan(row["low"]) else words(language, "with_interval",
                                                        interval=interval_of_amount(row, language))
    return words(language, key, name=result.scenarios[row["scenario"]].title_in(language), outcome=title,
                 amount=with_unit(bare_text(row["difference"], row, language), row["unit"], language), level=level, base=base,
                 interval=interval)


def joined(names: list[str], language: str) -> str:
    """A, B and C."""
    if len(names) < 2:
        return "".join(names)
    return words(language, "and", first=", ".join(names[:-1]), last=names[-1])


def corrected_sentence(table: pandas.DataFrame, language: str) -> str:
    """How the number of comparisons was dealt with."""
    alone, clear = int((table["verdict"] == ALONE).sum()), int((table["verdict"] == CLEAR).sum())
    if table["holm"].isna().all():
        return words(language, "not_corrected", n=len(table))
    return words(language, "corrected", n=len(table), clear=clear, alone=alone)
