# SPDX-License-Identifier: Apache-2.0
"""The report of a result: one self-contained HTML page in English or Indonesian.

    /usr/bin/python3 analysis/report.py results.h5 --output results.html --lang id

A section stands in the page when the file holds what it shows. `tujuh report` calls this script.
"""

from __future__ import annotations

import argparse
import pathlib
import sys

EXIT_WRONG, EXIT_MISSING, EXIT_CANNOT_CREATE, EXIT_INPUT_OUTPUT = 65, 66, 73, 74
PACKAGES = {"h5py": "python3-h5py", "matplotlib": "python3-matplotlib", "numpy": "python3-numpy",
            "pandas": "python3-pandas", "xarray": "python3-xarray"}

try:
    import page
    import report_context
    import report_evidence
    import report_fit
    import report_optimum
    import report_outcomes
    import report_points
    import report_sensitivity
    import report_settings
    import report_summary
    import report_work
    from page import element
    from report_words import words
    from tujuh_results import NotAResult, open_result
except ModuleNotFoundError as missing:
    if missing.name not in PACKAGES:
        raise
    print(f"tujuh: the report needs the Python package {missing.name}; './tujuh setup' installs it, or "
          f"'sudo apt install {PACKAGES[missing.name]}'", file=sys.stderr)
    sys.exit(EXIT_MISSING)

SECTIONS = {"findings": report_summary.findings, "fit": report_fit.section, "optimum": report_optimum.section,
            "points": report_points.section, "differ": report_settings.differ,
            "over_time": report_outcomes.over_time, "deciles": report_outcomes.deciles,
            "concentration": report_outcomes.concentration, "flows": report_outcomes.flows, "map": report_outcomes.provinces, "tasks": report_work.tasks,
            "cost": report_work.cost, "sensitivity": report_sensitivity.section, "checks": report_evidence.checks,
            "limits": report_evidence.limits, "reproduce": report_evidence.reproduce}


def page_of(result, language: str, file_name: str) -> str:
    """The whole page as a text."""
    report = report_context.Report(result, language, file_name)
    sections = {name: make(report) for name, make in SECTIONS.items()}
    sections = {name: body for name, body in sections.items() if body and not is_left_out(report, body)}
    links = [element("li", element("a", words(language, name), href=f"#{name}")) for name in sections]
    contents = element("nav", page.bullets(links), aria_label=words(language, "contents"))
    body = report_summary.heading(report) + [contents]
    for name, content in sections.items():
        body.append(element("section", element("h2", words(language, name)), *content, id=name))
    return page.document(report_summary.title_of(report), language, body)


def is_left_out(report: report_context.Report, body: list) -> bool:
    """A file of a design holds nothing by month and nothing of pairs of scenarios, and need not say so each time."""
    return report.result.design is not None and len(body) == 1 and body[0].get("class") == "absent"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("result", type=pathlib.Path, help="file that tujuh wrote")
    parser.add_argument("-o", "--output", type=pathlib.Path, help="the page (default: the result's name with .html)")
    parser.add_argument("--lang", choices=("en", "id"), default="en", help="English or Indonesian")
    parser.add_argument("--force", action="store_true", help="replace a page that exists")
    options = parser.parse_args(arguments)
    output = options.output or pathlib.Path(options.result.name).with_suffix(".html")
    if output.exists() and not options.force:
        return refuse(f"{output}: cannot be created (it exists); give another --output, or --force to replace it",
                      EXIT_CANNOT_CREATE)
    try:
        text = page_of(open_result(options.result), options.lang, options.result.name)
    except FileNotFoundError:
        return refuse(f"{options.result}: there is no such file", EXIT_MISSING)
    except NotAResult as error:
        return refuse(str(error), EXIT_WRONG)
    except OSError as error:
        return refuse(f"{options.result}: not a result of tujuh ({str(error).splitlines()[0]})", EXIT_WRONG)
    try:
        page.write_whole(output, text)
    except OSError as error:
        return refuse(f"{output}: could not be written ({error.strerror})", EXIT_INPUT_OUTPUT)
    print(output)
    return 0


def refuse(sentence: str, code: int) -> int:
    print(f"tujuh: {sentence}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
