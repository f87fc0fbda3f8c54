# SPDX-License-Identifier: Apache-2.0
"""What the results of a report rest on: trials, published figures, limits, and how to repeat it."""

from __future__ import annotations

import numpy

import figures
import page
from page import element
from report_context import Report
from report_settings import kind_text, value_text


def checks(report: Report) -> list:
    body = [trial(report, name, dataset) for name, dataset in report.result.trials.items()]
    if report.result.patterns is not None:
        body += patterns(report)
    return body or [element("p", report.words("absent_checks"), class_="absent")]


def trial(report: Report, name: str, dataset) -> element:
    suffix = "_title_id" if report.language == "id" else "_title"
    rows = []
    for i, arm in enumerate(dataset["arm" + suffix].values):
        for j, world in enumerate(dataset["world" + suffix].values):
            at = dataset.isel(arm=i, world=j).sel(group="all").mean("replicate")
            shares = [figures.value_text(float(at[measure]), "share", report.language)
                      if numpy.isfinite(at[measure]) else "–" for measure in ("asked", "enrolled", "served")]
            rows.append([f"{arm}, {world}", *shares])
    heads = [f"{report.words('arm')}, {report.words('world')}",
             *(report.words(key) for key in ("asked", "enrolled", "served"))]
    return page.table(heads, rows, report.words("trial_caption", name=name))


def patterns(report: Report) -> list:
    dataset = report.result.patterns
    is_check = dataset["fitted_by"].values == ""
    verdicts = dataset["verdict"].values
    sentence = report.words("patterns_sentence", checks=int(is_check.sum()), hits=int((verdicts[is_check] == 1).sum()))
    titles = dataset["figure_title_id" if report.language == "id" else "figure_title"].values
    rows = []
    for i in numpy.flatnonzero(verdicts == 0):
        unit = str(dataset["unit"].values[i])
        low, high, model = (float(dataset[name].values[i]) for name in ("published_low", "published_high", "model"))
        ends = [figures.value_text(value, unit, report.language) if numpy.isfinite(value) else "…"
                for value in (low, high)]
        rows.append([titles[i], report.words("from_to", low=ends[0], high=ends[1]),
                     figures.value_text(model, unit, report.language)])
    heads = [report.words(key) for key in ("figure", "published", "model")]
    return [element("p", sentence), page.table(heads, rows, report.words("misses")) if rows else None]


# ---------------------------------------------------------------------------------------------------------
# Limits, and how to repeat it

def limits(report: Report) -> list:
    attrs = report.result.attrs
    kinds = report.base.parameters["source_kind"].value_counts()
    said = [report.words("limit_model"),
            report.words("limit_interval", n=attrs["replicates"]) if attrs["replicates"] > 1 else
            report.words("limit_one"),
            *([report.words("limit_fit")] if report.result.fit is not None else []),
            *([report.words("limit_optimum")] if report.result.optimum is not None else []),
            report.words("limit_sample"),
            report.words("limit_parameters", n=len(report.base.parameters),
                         **{kind: int(kinds.get(kind, 0)) for kind in
                            ("published", "estimated", "calibrated", "recalled", "assumed")})]
    if report.result.calibration is not None:
        misses = abs(report.result.calibration["model_headcount"] - report.result.calibration["published_headcount"])
        far, mean = (figures.difference_text(float(value), "share", report.language).removeprefix("+")
                     for value in (misses.max(), misses.mean()))
        said.append(report.words("limit_calibration", n=misses.size, far=far, mean=mean))
    if report.result.patterns is None:
        said.append(report.words("limit_patterns"))
    notes = attrs.get("notes", [])
    notes = [notes] if isinstance(notes, str) else notes
    body = [page.bullets(said)]
    if notes:
        body += [element("p", report.words("notes")), element("div", page.bullets(notes), lang="en")]
    return body + [assumed_parameters(report)]


def assumed_parameters(report: Report) -> element:
    parameters = report.base.parameters
    chosen = parameters[parameters["source_kind"].isin(["assumed", "recalled"])]
    rows = [[key, f"{value_text(report, repr(float(row['value'])))} {row['unit']}", kind_text(report, row["source_kind"]),
             row["meaning"], row["source"]] for key, row in chosen.iterrows()]
    heads = [report.words(key) for key in ("parameter", "parameter_value", "kind", "meaning", "reason")]
    title = report.words("assumed_list", n=len(chosen))
    return element("details", element("summary", title), page.table(heads, rows, title, numbers=0),
                   element("p", page.csv_link(chosen.reset_index(), report.csv_name("parameters"),
                                              report.words("csv_table")), class_="note"))


def reproduce(report: Report) -> list:
    attrs = report.result.attrs
    rows = [[report.words("file"), report.file_name], [report.words("program"), f"tujuh {attrs['version']}"],
            [report.words("commit"), attrs["git_commit"]],
            [report.words("compiler"), f"{attrs['compiler']}, {attrs['compiler_flags']}"],
            [report.words("seed"), attrs["seed_text"]], [report.words("hash"), attrs["result_hash"]]]
    design = report.result.design
    # A file of a design is the same however its runs were cut into commands, and names none.
    ran = [element("p", report.words("ran")), element("pre", attrs["command"])] if "command" in attrs else []
    text = [element("details", element("summary", report.words("design_text")),
                    element("pre", str(design["resolved_text"].values).strip()))] if design is not None else []
    return [*ran, element("p", report.words("repeat" if design is None else "repeat_design")),
            element("pre", f"tujuh verify {report.file_name}"), *text,
            page.table(["", ""], rows, report.words("repeat_caption"), numbers=0)]
