# SPDX-License-Identifier: Apache-2.0
"""What differs between the scenarios of a report, with sources, and how keys and values are written."""

from __future__ import annotations

import pandas

import page
import scenario_texts
from page import element
from report_context import Report
from report_words import TASKS, WORDS


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
