# SPDX-License-Identifier: Apache-2.0
"""What sensitivity prints and writes, on worlds of fifty households."""

import importlib.util
import json
import shutil
import subprocess
import unittest

from program import COMMAND_LINE, OK, PROGRAM, SCENARIO_WRONG, ProgramTest, mpirun

DESIGN = """# What moves coverage in a very small world?
format = 1
kind = "design"
extends = "community"
title = "A test of effects"
title_id = "Uji pengaruh"
months = 6
burn_in_months = 6

[population]
villages_per_district = 1
households_per_village = 50

[design]
method = "METHOD"
replicates = 2
outcomes = ["coverage_of_eligible", "gini"]

[[factor]]
key = "registry.coverage_poorest"
low = 0.05
high = 0.95

[[factor]]
key = "workers.leaving_base"
low = 0.01
high = 0.01001
"""
MORRIS = DESIGN.replace('"METHOD"', '"morris"\ntrajectories = 4')
SALTELLI = DESIGN.replace('"METHOD"', '"saltelli"\nsamples = 16')


class Sensitivity(ProgramTest):
    def ranking(self, design: str, *arguments: str) -> dict:
        self.write("design.toml", design)
        result = self.run_program("sensitivity", "design.toml", "--json", "--force", "-o", "found.h5", *arguments)
        self.assert_done(result)
        return json.loads(result.stdout)

    def test_the_registry_decides_coverage_and_a_hair_of_turnover_does_not(self) -> None:
        coverage = self.ranking(MORRIS)["outcomes"][0]
        self.assertEqual(coverage["outcome"], "coverage_of_eligible")
        first, last = coverage["factors"]
        self.assertEqual(first["factor"], "registry.coverage_poorest")
        self.assertGreater(first["mean"], 0)
        self.assertEqual(first["trajectories"], 4)
        self.assertLessEqual(first["low"], first["mean_absolute"])
        self.assertFalse(last["beyond_chance"])

    def test_shares_of_the_variance_are_ranked_by_the_total_index(self) -> None:
        coverage = self.ranking(SALTELLI, "--replicates", "1")["outcomes"][0]
        self.assertEqual(coverage["rows"], 16)
        self.assertGreater(coverage["variance"], 0)
        self.assertEqual([factor["factor"] for factor in coverage["factors"]],
                         ["registry.coverage_poorest", "workers.leaving_base"])

    def test_the_file_is_that_of_sweep_and_holds_what_is_printed(self) -> None:
        if importlib.util.find_spec("h5py") is None:
            self.skipTest("needs h5py")
        import h5py

        printed = self.ranking(MORRIS)["outcomes"][0]["factors"][0]["mean_absolute"]
        self.assert_done(self.run_program("sweep", "design.toml", "-o", "swept.h5"))
        self.assertEqual((self.folder / "swept.h5").read_bytes(), (self.folder / "found.h5").read_bytes())
        with h5py.File(self.folder / "found.h5") as file:
            self.assertEqual(file["sensitivity/mean_absolute"][0, 0], printed)
            self.assertEqual(file["sensitivity"].attrs["failed_points"], 0)

    def test_the_ranking_of_a_finished_file_is_printed_again_without_a_run(self) -> None:
        first = self.ranking(MORRIS)
        before = (self.folder / "found.h5").read_bytes()
        result = self.run_program("sensitivity", "design.toml", "--json", "--resume", "-o", "found.h5")
        self.assert_done(result)
        self.assertEqual(json.loads(result.stdout), first)
        self.assertIn("found.h5 is complete", result.stderr)
        self.assertEqual((self.folder / "found.h5").read_bytes(), before)

    @unittest.skipUnless(shutil.which("mpirun"), "needs MPI (Debian: openmpi-bin)")
    def test_several_processes_give_the_ranking_and_the_file_of_one(self) -> None:
        first = self.ranking(MORRIS)
        whole = (self.folder / "found.h5").read_bytes()
        shared = subprocess.run([*mpirun(2), PROGRAM, "sensitivity", "design.toml", "--json", "--force", "-o", "found.h5"],
                                cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False)
        self.assertEqual(shared.returncode, OK, shared.stderr)
        self.assertEqual(json.loads(shared.stdout), first)
        self.assertEqual((self.folder / "found.h5").read_bytes(), whole)

    def test_one_replicate_is_said_to_leave_chance_in(self) -> None:
        self.write("design.toml", MORRIS)
        result = self.run_program("sensitivity", "design.toml", "--replicates", "1")
        self.assertEqual(result.returncode, OK, result.stderr)
        self.assertIn("With one replicate", result.stdout)
        self.assertNotIn("cannot be told from chance", result.stdout)

    def test_other_methods_are_refused_with_those_that_are_taken(self) -> None:
        self.write("design.toml", DESIGN.replace('"METHOD"', '"latin_hypercube"\npoints = 4'))
        result = self.run_program("sensitivity", "design.toml")
        self.assertEqual(result.returncode, SCENARIO_WRONG)
        self.assertIn('method = "latin_hypercube"', result.stderr)
        self.assertIn('"saltelli"', result.stderr)
        self.assertFalse((self.folder / "design.h5").exists())

    def test_an_outcome_that_the_design_does_not_keep_is_refused(self) -> None:
        self.write("design.toml", MORRIS)
        result = self.run_program("sensitivity", "design.toml", "--outcomes", "theil")
        self.assertEqual(result.returncode, COMMAND_LINE)
        self.assertIn("theil", result.stderr)


if __name__ == "__main__":
    unittest.main()
