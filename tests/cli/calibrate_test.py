# SPDX-License-Identifier: Apache-2.0
"""`calibrate`: known values are found again, held-out figures fit nothing, one file to the byte however it was run."""

import importlib.util
import shutil
import unittest

from program import OK, SCENARIO_WRONG, mpirun
from searches import WORLD, GoesOn, PrintedAgain, SearchTest

TARGETS = """[[target]]
outcome = "worker_pay"
value = 30e9
tolerance = 2e9

[[target]]
outcome = "procedure_burden"
value = 0.5
tolerance = 0.02

[[target]]
outcome = "coverage"
group = "decile/1"
value = 0.6
tolerance = 0.05
held_out = true
"""
DESIGN = "# Which values fit?\n" + WORLD + """[design]
method = "least_squares"
points = 8
replicates = 2
starts = 1
evaluations = 12
outcomes = ["coverage_of_eligible"]

""" + TARGETS
REJECTION = "# Which points come near?\n" + WORLD + """[design]
method = "rejection"
points = 80
replicates = 2
accepted = 0.1
outcomes = ["coverage_of_eligible"]

""" + TARGETS


class LeastSquares(GoesOn, SearchTest):
    COMMAND, DESIGN = "calibrate", DESIGN

    def test_known_values_are_found_again_as_exactly_as_is_said(self) -> None:
        found = self.found("--recover", "--set", "design.evaluations=30")
        self.assertTrue(found["recover"])
        workers = found["factors"][0]
        self.assertEqual(workers["factor"], "policy.rules.workforce.social_worker")
        self.assertEqual(workers["base_value"], 20000)
        self.assertGreater(workers["learned"], 0.6)
        self.assertLess(workers["low"], 20000)
        self.assertGreater(workers["high"], 20000)
        self.assertLess(workers["high"] / workers["low"], 16 / 2)  # the range is 16 times as wide as its low end
        pay = found["targets"][0]
        self.assertLess(abs(pay["residual"]), 0.5)
        self.assertNotEqual(pay["published"], 30e9)  # what the scenario gives stands in its place

    def test_a_fit_comes_nearer_to_its_targets_than_the_scenario(self) -> None:
        found = self.found()
        pay = found["targets"][0]
        self.assertEqual(pay["published"], 30e9)
        self.assertLessEqual(abs(pay["model"] - 30e9), abs(pay["base"] - 30e9))
        self.assertEqual([target["held_out"] for target in found["targets"]], [False, False, True])

    def test_a_target_that_is_held_out_changes_nothing_of_the_fit(self) -> None:
        one = self.found()
        self.write("d.toml", DESIGN.replace("value = 0.6", "value = 0.1"))
        other = self.found()
        self.assertEqual(other["factors"], one["factors"])
        self.assertEqual(other["misfit"], one["misfit"])
        self.assertEqual(other["targets"][:2], one["targets"][:2])
        self.assertNotEqual(other["targets"][2]["residual"], one["targets"][2]["residual"])
        self.assertEqual(one["targets"][2]["leverage"], 0)

    def test_text_says_what_was_fitted_and_what_was_held_out(self) -> None:
        ended = self.search()
        self.assertEqual(ended.returncode, OK, ended.stderr)
        for part in ("2 factors, 3 targets (1 held out)", "95 % interval", "learned", "ended by"):
            self.assertIn(part, ended.stdout)
        self.assertIn("next: tujuh report d.h5", ended.stderr)

    def test_the_file_holds_what_is_printed(self) -> None:
        if importlib.util.find_spec("h5py") is None:
            self.skipTest("needs h5py")
        import h5py

        found = self.found()
        with h5py.File(self.folder / "d.h5") as file:
            self.assertEqual(file["fit"].attrs["misfit"], found["misfit"])
            self.assertEqual(list(file["fit/value"]), [factor["value"] for factor in found["factors"]])
            self.assertEqual(list(file["fit/model"]), [target["model"] for target in found["targets"]])
            self.assertEqual(file["design/value"][0, 0], 20000)  # the scenario as it is comes first

    def test_a_recovery_that_is_stopped_goes_on_and_can_be_verified(self) -> None:
        self.assertNotEqual(self.done("--recover", "--threads", "1"), self.done("--force"))
        whole = self.done("--recover", "--force")
        verified = self.run_program("verify", "d.h5")
        self.assert_done(verified)
        (self.folder / "d.h5").unlink()
        process = self.begun(3, "--recover", "--threads", "1")
        process.kill()
        process.communicate()
        self.assertEqual(self.done("--recover", "--resume"), whole)

    def test_designs_that_fit_nothing_are_refused_with_those_that_do(self) -> None:
        for method in ('"latin_hypercube"\npoints = 8', '"evolution"\npopulation = 4\ngenerations = 1'):
            keys, targets = DESIGN.split("[[target]]", 1)
            keys = keys.split("[design]")[0] + f"[design]\nmethod = {method}\n"
            if "evolution" in method:
                keys += '[[objective]]\noutcome = "gini"\ngoal = "lower"\n'
            self.write("d.toml", keys)
            ended = self.search()
            self.assertEqual(ended.returncode, SCENARIO_WRONG, ended.stderr)
            self.assertIn("which fits nothing", ended.stderr)
            self.assertIn('"least_squares" or "rejection"', ended.stderr)


class Rejection(PrintedAgain, SearchTest):
    COMMAND, DESIGN = "calibrate", REJECTION

    def test_it_gives_the_file_of_a_sweep_whole_in_shards_or_gone_on_with(self) -> None:
        whole = self.done("--threads", "2")
        self.assert_done(self.run_program("sweep", "d.toml", "-o", "swept.h5"))
        self.assertEqual((self.folder / "swept.h5").read_bytes(), whole)
        (self.folder / "swept.h5").unlink()
        (self.folder / "d.h5").unlink()
        ended = self.search("--shard", "2/2")
        self.assertEqual(ended.returncode, OK, ended.stderr)
        self.assertFalse((self.folder / "d.h5").exists())
        self.assertEqual(self.done("--shard", "1/2"), whole)
        (self.folder / "d.h5").unlink()
        process = self.begun(1)
        process.kill()
        process.communicate()
        self.assertEqual(self.done("--resume"), whole)
        verified = self.run_program("verify", "d.h5")
        self.assert_done(verified)
        self.assertIn("d.h5: the same again", verified.stdout)

    @unittest.skipUnless(shutil.which("mpirun"), "needs MPI (Debian: openmpi-bin)")
    def test_several_processes_give_the_file_of_one(self) -> None:
        whole = self.done()
        ended = self.search("--force", launcher=mpirun(2))
        self.assertEqual(ended.returncode, OK, ended.stderr)
        self.assertEqual((self.folder / "d.h5").read_bytes(), whole)

    def test_accepted_points_lie_nearer_together_than_all(self) -> None:
        found = self.found()
        workers = found["factors"][0]
        self.assertGreater(workers["learned"], 0.3)
        self.assertLess(workers["low"], 20000)
        self.assertGreater(workers["high"], 20000)
        self.assertLessEqual(found["targets"][0]["model_low"], found["targets"][0]["model_high"])


if __name__ == "__main__":
    unittest.main()
