# SPDX-License-Identifier: Apache-2.0
"""What became of an issue? Evidence, draft and support; courts and reforms; and whom the rule keeps out."""

from __future__ import annotations

import sys

import numpy
import pandas

import figures
import over_time

STREAMS = {"evidence": "#0072b2", "proposal": "#e69f00", "support": "#009e73"}
ROAD = {"in_court": "#8c8c8c", "struck_down": "#d55e00", "on_the_way": "#56b4e9",
        "reform_in_force": "#0072b2"}

# A month is the first when the mean over replicates passes this, so that one district does not make it.
NOTICED = 0.02

WORDS = {
    "en": {
        "title": "“{name}”: {last} of entitlements are lost to a rule, against {base} in “{base_name}”",
        "unclear": "“{name}” makes no clear difference to entitlements lost to a rule: {last} against {base}",
        "alone": "“{name}”: {last} of entitlements are lost to a rule",
        "streams": "Streams of {issue} in “{name}”",
        "road": "Share of households living in districts with ...",
        "in_court": "a case in court", "struck_down": "the rule struck down",
        "on_the_way": "a reform on the way", "reform_in_force": "a reform in force",
        "evidence": "evidence", "proposal": "draft", "support": "support",
        "first_in_court": "first suits {month}", "first_struck_down": "first verdicts in force {month}",
        "first_reform_in_force": "first reforms in force {month}",
        "no_event": "No suit, verdict or reform moved {share} of households.",
        "events": "In “{name}”: {events} (once they reach {share} of households).",
    },
    "id": {
        "title": "“{name}”: {last} hak hilang karena aturan, dibandingkan {base} pada “{base_name}”",
        "unclear": "“{name}” tidak berpengaruh nyata pada hak yang hilang karena aturan: {last} "
                   "dibandingkan {base}",
        "alone": "“{name}”: {last} hak hilang karena aturan",
        "streams": "Arus {issue} pada “{name}”",
        "road": "Bagian rumah tangga di kabupaten/kota dengan ...",
        "in_court": "perkara di pengadilan", "struck_down": "aturan dibatalkan",
        "on_the_way": "reformasi berjalan", "reform_in_force": "reformasi berlaku",
        "evidence": "bukti", "proposal": "rancangan", "support": "dukungan",
        "first_in_court": "gugatan pertama {month}", "first_struck_down": "putusan pertama berlaku {month}",
        "first_reform_in_force": "reformasi pertama berlaku {month}",
        "no_event": "Tidak ada gugatan, putusan, atau reformasi yang mencapai {share} rumah tangga.",
        "events": "Pada “{name}”: {events} (sejak mencapai {share} rumah tangga).",
    },
}


def of_issue(scenario, issue: str, language: str):
    """The record of one issue; Absent where the file does not hold it."""
    record = figures.need(scenario.policy, scenario.name, "policy", language)
    held = issue in record["issue"].values
    return figures.need(record.sel(issue=issue) if held else None, scenario.name, f"policy ({issue})",
                        language)


def draw_record(axes, record, colours: dict[str, str], scenario: str, language: str) -> pandas.DataFrame:
    """Lines of several numbers of one issue."""
    frames = []
    for name, colour in colours.items():
        frame = over_time.draw_line(axes, record[name], colour, over_time.WIDTH)
        frame.insert(0, "outcome", name)
        frame.insert(0, "scenario", scenario)
        frames.append(frame)
    axes.set_ylim(0, axes.get_ylim()[1] * 1.1)
    figures.number_axis(axes.yaxis, record[name].attrs["units"], language)
    axes.set_ylabel(figures.unit_text(record[name].attrs["units"], language), color="#333333")
    return pandas.concat(frames, ignore_index=True)


def label_record(axes, table: pandas.DataFrame, colours: dict[str, str], language: str) -> None:
    ends = []
    for name, colour in colours.items():
        rows = table[table["outcome"] == name]
        ends.append((figures.in_axis_units(rows["mean"].iloc[-1], rows["unit"].iloc[-1]),
                     figures.wrapped(WORDS[language][name], 22), colour))
    figures.label_line_ends(axes, ends, axes.get_xlim()[1], fontsize=11)


def first_months(result, issue: str, language: str) -> str:
    """When the issue first came to court, was first struck down and first reformed: more than in the base, or
    in a file of one scenario more than in the first month."""
    base, story = list(result.scenarios.values())[0], list(result.scenarios.values())[-1]
    record, said = of_issue(story, issue, language), []
    share = figures.value_text(NOTICED, "share", language)
    for step in ("in_court", "struck_down", "reform_in_force"):
        mean = record[step].mean("replicate").values
        before = mean[0] if base is story else of_issue(base, issue, language)[step].mean("replicate").values
        since = numpy.flatnonzero(mean - before > NOTICED)
        if len(since):
            month = str(record["month"].values[since[0]].astype("datetime64[M]"))
            said.append(WORDS[language]["first_" + step].format(month=month))
    key = "events" if said else "no_event"
    return WORDS[language][key].format(name=story.title_in(language), events=", ".join(said), share=share)


def title_of(result, outcome: str, language: str) -> tuple[str, str]:
    """The finding, and the difference on which it rests."""
    base, story = list(result.scenarios.values())[0], list(result.scenarios.values())[-1]
    of_story = figures.outcome_in(story, outcome, language)
    unit, level = of_story.attrs["units"], figures.last_year(of_story)
    months, name = figures.months_in_last_year(of_story), story.title_in(language)
    if base is story:
        last = figures.value_text(float(level.mean()), unit, language)
        return WORDS[language]["alone"].format(name=name, last=last), figures.words(language, "last_year",
                                                                                   n=months)
    of_base = figures.last_year(figures.outcome_in(base, outcome, language))
    change, low, high = figures.paired_interval(level, of_base)
    last, against = figures.value_texts([float(level.mean()), float(of_base.mean())], unit, language)
    key = "unclear" if low <= 0 <= high else "title"
    title = WORDS[language][key].format(name=name, last=last, base=against,
                                        base_name=base.title_in(language))
    found = [(story, float(level.mean()), change, low, high)]
    return title, over_time.note_on_differences(found, unit, language, months)


def draw(result, options):
    language, outcomes = options.lang, ("excluded_by_rule", "vulnerable_coverage_gap")
    story = list(result.scenarios.values())[-1]
    record = of_issue(story, options.issue, language)
    figure, panels = figures.new_figure(height=13.6, rows=2 + len(outcomes))
    tables = [draw_record(panels[0], record, STREAMS, story.name, language),
              draw_record(panels[1], record, ROAD, story.name, language)]
    tables += [over_time.draw_lines(axes, result, outcome, language)
               for axes, outcome in zip(panels[2:], outcomes)]
    label = "issue_title_id" if language == "id" else "issue_title"
    issue_title = str(record[label].values)
    heads = [WORDS[language]["streams"].format(issue=issue_title, name=story.title_in(language)),
             WORDS[language]["road"]]
    heads += [figures.described(figures.outcome_in(story, outcome, language), language)
              for outcome in outcomes]
    for axes, head in zip(panels, heads):
        axes.set_title(figures.wrapped(head, 96), loc="left", fontsize=12, color="#333333")
        figures.month_axis(axes, record["month"].values, most=9)
        figures.mark_policies(axes, result, language, names_at="top" if axes is panels[0] else None)
    title, note = title_of(result, outcomes[0], language)
    events = first_months(result, options.issue, language)
    bands = figures.band_text(result.attrs["replicates"], language)
    figures.dress(figure, title, f"{events}\n{note} {bands}", figures.source_text(result, language), gap=0.3,
                  left=0.1, right=0.8, hspace=0.42)
    for axes, table, colours in zip(panels, tables, (STREAMS, ROAD)):
        label_record(axes, table, colours, language)
    for axes, table in zip(panels[2:], tables[2:]):
        over_time.label_lines(axes, result, table, language, with_names=True)
    return figure, pandas.concat(tables, ignore_index=True), f"policy_story_{options.issue}"


def add_options(parser) -> None:
    parser.add_argument("--issue", default="rule_bias", help="key of an issue (default: rule_bias)")


def main(arguments: list[str] | None = None) -> int:
    return figures.run(draw, __doc__, arguments, add_options)


if __name__ == "__main__":
    sys.exit(main())
