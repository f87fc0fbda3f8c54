# SPDX-License-Identifier: Apache-2.0
"""How long a month takes by households, threads and processes.

`measure` runs `tujuh bench`, `draw` draws what it found.

    /usr/bin/python3 analysis/speed.py measure build/tujuh speed.csv      # about 15 minutes, 8 GB
    /usr/bin/python3 analysis/speed.py draw speed.csv --out figures
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys

import pandas

import figures

MONTHS = 12  # of burn-in, and again with outcomes

# Parts of the whole nation, households at their real density: settings of `indonesia-full`.
DISTRICTS = "population.districts_per_province=40"  # as many as there are
PARTS = {
    "10 villages a district of one province": ['population.provinces=["34"]', DISTRICTS,
                                               "population.villages_per_district=10"],
    "one province": ['population.provinces=["34"]'],
    "20 villages a district": [DISTRICTS, "population.villages_per_district=20"],
    "the nation": [],
}
RUNS = [(part, threads, 1) for part in PARTS for threads in (1, 2)]
RUNS += [("20 villages a district", 1, processes) for processes in (2, 4)]

COLOURS = {1: "#6e6e6e", 2: "#0072b2", 4: "#d55e00"}
WORDS = {
    "title": "{nanoseconds} nanoseconds a household and month on {threads} threads, the whole nation",
    "what": "Left: seconds of a month with outcomes. Right: the same a household; the dashed line is the "
            "limit set for two threads. Each point is the mean of {months} months.",
    "source": "Source: tujuh bench; the commands and the machine stand in sim/PERFORMANCE.md.",
    "households": "households", "seconds": "seconds a month",
    "nanoseconds": "nanoseconds a household and month",
}
LIMIT = 30


def bench(program: str, part: str, threads: int, processes: int) -> dict:
    """One measurement; the names of the row are the columns of the CSV."""
    command = [program, "bench", "--json", "--quiet", "--threads", str(threads), "--set", f"months={MONTHS}",
               "--set", f"burn_in_months={MONTHS}"]
    for setting in PARTS[part]:
        command += ["--set", setting]
    command.append("indonesia-full")
    if processes > 1:
        command = ["mpirun", "--oversubscribe", "-n", str(processes), *command]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.insert(1, "--allow-run-as-root")
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    household_months = found["households"] * MONTHS
    return {
        "part": part, "households": found["households"], "threads": threads, "processes": processes,
        "build_seconds": round(found["build_seconds"], 3),
        "seconds_a_month": round(found["months_seconds"] / MONTHS, 4),
        "nanoseconds_without_outcomes": round(found["burn_in_seconds"] / household_months * 1e9, 1),
        "nanoseconds_with_outcomes": round(found["ns_per_household_month"], 1),
        "bytes_a_household": round(found["bytes_per_household"], 1),
        "exchange_seconds_a_month": round(found["months_exchange_seconds"] / MONTHS, 5),
        "waiting_seconds_a_month": round(found["months_waiting_seconds"] / MONTHS, 5),
        "bytes_received_a_month": round(found["months_received_bytes"] / MONTHS),
    }


def measure(options) -> int:
    rows = []
    for part, threads, processes in RUNS:
        if processes > 1 and shutil.which("mpirun") is None:
            print("no mpirun here: nothing measured with several processes", file=sys.stderr)
            continue
        rows.append(bench(options.program, part, threads, processes))
        print("  ".join(f"{name} {value}" for name, value in rows[-1].items()), file=sys.stderr)
        pandas.DataFrame(rows).to_csv(options.csv, index=False)
    return 0


def draw(options) -> int:
    table = pandas.read_csv(options.csv)
    figure, (left, right) = figures.new_figure(columns=2)
    for (processes, threads), rows in table.groupby(["processes", "threads"]):
        workers = threads * processes
        name = f"{processes} processes" if processes > 1 else f"{threads} thread{'s' if threads > 1 else ''}"
        style = {"color": COLOURS[workers], "marker": "s" if processes > 1 else "o",
                 "linestyle": "none" if processes > 1 else "-", "label": name,
                 "markerfacecolor": "white" if processes > 1 else COLOURS[workers]}
        left.plot(rows.households, rows.seconds_a_month, **style)
        right.plot(rows.households, rows.nanoseconds_with_outcomes, **style)
    for axes, label in ((left, WORDS["seconds"]), (right, WORDS["nanoseconds"])):
        axes.set_xscale("log")
        axes.set_xlabel(WORDS["households"])
        axes.set_ylabel(label)
    left.set_yscale("log")
    right.set_ylim(0, None)
    right.axhline(LIMIT, color=COLOURS[2], linewidth=1, linestyle="--")
    right.legend(frameon=False, loc="lower left")
    single = table[table.processes == 1]
    largest = single[single.households == single.households.max()].sort_values("threads").iloc[-1]
    nanoseconds = figures.number_text(largest.nanoseconds_with_outcomes, 1, "en")
    title = WORDS["title"].format(nanoseconds=nanoseconds, threads=int(largest.threads))
    figures.dress(figure, title, WORDS["what"].format(months=MONTHS), WORDS["source"], wspace=0.25)
    for path in figures.save(figure, table, options.out, "speed"):
        print(path)
    return 0


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True)
    measuring = commands.add_parser("measure", help="run the program")
    measuring.add_argument("program", help="the built program")
    measuring.add_argument("csv", type=pathlib.Path, help="file to write")
    measuring.set_defaults(do=measure)
    drawing = commands.add_parser("draw", help="draw what was measured")
    drawing.add_argument("csv", type=pathlib.Path, help="file that `measure` wrote")
    drawing.add_argument("--out", type=pathlib.Path, default=pathlib.Path("figures"), help="folder")
    drawing.set_defaults(do=draw)
    options = parser.parse_args(arguments)
    return options.do(options)


if __name__ == "__main__":
    sys.exit(main())
