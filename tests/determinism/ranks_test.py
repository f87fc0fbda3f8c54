# SPDX-License-Identifier: Apache-2.0
"""A nation shared by several processes has the result of one. Skipped where the program knows no MPI."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["TUJUH_PROGRAM"]
SCENARIOS = pathlib.Path(os.environ["TUJUH_SOURCE_DIR"]) / "scenarios"
MPIRUN = ["mpirun", "--allow-run-as-root", "--oversubscribe", "-n"]
COMMUNITY = ["--set", "population.households_per_village=200", "--set", "population.districts_per_province=3",
             "--set", "burn_in_months=12", "--months", "14", "--replicates", "1", "community"]
PROVINCES = ["--set", 'population.provinces=["31", "34", "51"]', "--set", "population.households=3000",
             "--set", "burn_in_months=12", "--months", "14", "--replicates", "1", "baseline"]


class Ranks(unittest.TestCase):
    def setUp(self) -> None:
        cache = pathlib.Path(os.environ["TUJUH_BINARY_DIR"]) / "CMakeCache.txt"
        if shutil.which("mpirun") is None or "MPI_C_LIB_NAMES:STRING=mpi" not in cache.read_text():
            self.skipTest("built without MPI (Debian packages: libopenmpi-dev openmpi-bin)")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tujuh_ranks_"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("TUJUH_")}
        self.environment["TUJUH_SCENARIOS"] = str(SCENARIOS)

    def call(self, command: list[str]) -> subprocess.CompletedProcess:
        return subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, text=True,
                              check=False)

    def hash_with(self, launcher: list[str], threads: int, scenario: list[str]) -> str:
        done = self.call([*launcher, PROGRAM, "run", "--force", "--threads", str(threads), "-o", "r.h5", *scenario])
        self.assertEqual(done.returncode, 0, done.stderr)
        shown = self.call([PROGRAM, "inspect", "r.h5"])
        return next(line.split()[-1] for line in shown.stdout.splitlines() if "result hash" in line)

    def test_one_two_and_four_processes_have_one_result(self) -> None:
        for scenario in (COMMUNITY, PROVINCES):
            alone = self.hash_with([], 1, scenario)
            for processes, threads in ((2, 1), (2, 2), (4, 1)):
                with self.subTest(processes=processes, threads=threads, scenario=scenario[-1]):
                    self.assertEqual(self.hash_with([*MPIRUN, str(processes)], threads, scenario), alone)

    def test_a_mistake_is_said_once_and_nothing_is_written(self) -> None:
        done = self.call([*MPIRUN, "2", PROGRAM, "run", "--set", "months=never", "-o", "r.h5", "community"])
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(sum(line.startswith("tujuh: ") for line in done.stderr.splitlines()), 1, done.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
