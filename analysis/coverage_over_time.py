# SPDX-License-Identifier: Apache-2.0
"""Does coverage rise? An outcome over time, each scenario with its band over replicates."""

from __future__ import annotations

import sys

import figures
import over_time


def draw(result, options):
    language, outcome = options.lang, options.outcome
    figure, axes = figures.new_figure()
    table = over_time.draw_lines(axes, result, outcome, language)
    figures.month_axis(axes, result.series["month"].values)
    figures.mark_policies(axes, result, language)
    title, note = over_time.finding(result, outcome, language)
    figures.dress(figure, title, over_time.subtitle(result, outcome, note, language),
                  figures.source_text(result, language), left=0.115, right=0.79)
    over_time.label_lines(axes, result, table, language, with_names=True)
    return figure, table, f"{outcome}_over_time"


def add_options(parser) -> None:
    parser.add_argument("--outcome", default="coverage_of_eligible",
                        help="name of an outcome (default: coverage_of_eligible)")


def main(arguments: list[str] | None = None) -> int:
    return figures.run(draw, __doc__, arguments, add_options)


if __name__ == "__main__":
    sys.exit(main())
