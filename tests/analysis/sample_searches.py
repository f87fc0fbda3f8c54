# SPDX-License-Identifier: Apache-2.0
"""A small sweep, calibrations and searches, which the program itself runs: what they find is coarse, and their files are whole."""

import atexit
import functools
import os
import pathlib
import subprocess
import tempfile
import unittest

SCENARIO = """# Which values, which mix?
format = 1
kind = "design"
extends = "community"
title = "Small community"
title_id = "Komunitas kecil"
months = 6
burn_in_months = 0

[population]
households_per_village = 40
"""

APPLY_RATE = """
[[factor]]
key = "application.apply_rate"
low = 0.02
high = 0.12
"""

TARGETS = APPLY_RATE + """
[[factor]]
key = "agencies.burden"
low = 0.2
high = 0.9

[[target]]
outcome = "take_up"
value = 0.5
tolerance = 0.02
source = "A survey, table 1"

[[target]]
outcome = "procedure_burden"
value = 0.4
tolerance = 0.02

[[target]]
outcome = "coverage"
group = "decile/1"
value = 0.6
tolerance = 0.05
held_out = true
"""

OBJECTIVES = "".join(f"""
[[factor]]
key = "workers.task_mix.{task}"
low = 0.02
high = 0.6
""" for task in range(1, 8)) + """
[[factor]]
key = "workforce.social_worker"
low = 5000
high = 40000

[[objective]]
outcome = "coverage_of_eligible"
goal = "raise"

[[objective]]
outcome = "concentration_index"
goal = "lower"

[[objective]]
outcome = "worker_pay"
goal = "lower"

[[limit]]
outcome = "caseload"
at_most = 1.5
of_base = true
"""

TWO_RATES = APPLY_RATE + """
[[factor]]
key = "agencies.burden"
title = "Burden of procedures"
title_id = "Beban prosedur"
values = [0.2, 0.4, 0.9]
"""

KINDS = {
    "sweep": ("sweep", 'method = "latin_hypercube"\npoints = 24', TWO_RATES),
    "fit": ("calibrate", 'method = "least_squares"\npoints = 6\nevaluations = 10', TARGETS),
    "reject": ("calibrate", 'method = "rejection"\npoints = 12\naccepted = 0.5', TARGETS),
    "mix": ("optimise", 'method = "evolution"\npopulation = 6\ngenerations = 2\ncheck_replicates = 3\n'
                        'rescale_mixes = true', OBJECTIVES),
}


class WithSearches(unittest.TestCase):
    """Has a folder with `sweep.h5`, `fit.h5` (least squares), `reject.h5` (rejection) and `mix.h5` (best mixes of tasks)."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = folder_of_searches()


@functools.cache
def folder_of_searches() -> pathlib.Path:
    """Made once in a process; the files in it are not to be changed."""
    temporary = tempfile.TemporaryDirectory()
    atexit.register(temporary.cleanup)
    folder = pathlib.Path(temporary.name)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TUJUH_")}
    environment["TUJUH_SCENARIOS"] = str(pathlib.Path(os.environ["TUJUH_SOURCE_DIR"], "scenarios"))
    for kind, (command, method, rest) in KINDS.items():
        design = f'{SCENARIO}\n[design]\n{method}\nreplicates = 2\noutcomes = ["coverage_of_eligible", "procedure_burden"]\n{rest}'
        (folder / f"{kind}.toml").write_text(design, encoding="utf-8")
        done = subprocess.run([os.environ["TUJUH_PROGRAM"], command, f"{kind}.toml", "-o", f"{kind}.h5", "-q"],
                              cwd=folder, env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(done.stderr)
    return folder
