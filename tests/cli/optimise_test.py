# SPDX-License-Identifier: Apache-2.0
"""`optimise`: best points within limits, checked with other random numbers, one file to the byte however it was run."""

import importlib.util
import json
import unittest

from program import OK, SCENARIO_WRONG
from searches import FAILED_POINTS, WORLD, GoesOn, SearchTest

DESIGN = "# Which numbers of workers and rules are best?\n" + WORLD + """[design]
method = "evolution"
population = 8
generations = 2
replicates = 2
check_replicates = 3
outcomes = ["coverage_of_eligible"]

[[objective]]
outcome = "coverage_of_eligible"
goal = "raise"

[[objective]]
outcome = "procedure_burden"
goal = "lower"

[[limit]]
outcome = "worker_pay"
at_most = 1.2
of_base = true
"""

# Two shares of a mix that fit each other in two of four combinations only.
MIX = 'workers.task_mix = { "1" = 0.3, "2" = 0.4, "6" = 0.3 }\nagencies.burden = 0.6'
TWO_SHARES = """
[[factor]]
key = "policy.rules.workers.task_mix.2"
values = [0.4, 0.3]

[[factor]]
key = "policy.rules.workers.task_mix.1"
values = [0.3, 0.4]

[design]"""


class Optimise(GoesOn, SearchTest):
    COMMAND, DESIGN = "optimise", DESIGN

    def test_best_points_come_with_what_they_do_in_other_replicates(self) -> None:
        found = self.found()
        self.assertEqual([found["points"], found["replicates"], found["check_replicates"], found["failed"]],
                         [24, 2, 3, 0])
        self.assertGreater(len(found["members"]), 1)
        best = found["members"][0]
        self.assertEqual([outcome["outcome"] for outcome in best["outcomes"]],
                         ["coverage_of_eligible", "procedure_burden", "worker_pay"])
        for outcome in best["outcomes"]:
            self.assertLessEqual(outcome["low"], outcome["difference"])
            self.assertGreaterEqual(outcome["high"], outcome["difference"])
        for factor, (low, high) in zip(best["factors"], [(5000, 80000), (0.1, 0.9)]):
            self.assertGreaterEqual(factor["value"], low)
            self.assertLessEqual(factor["value"], high)

    def test_less_burden_is_found_and_told_as_better(self) -> None:
        burdens = [member["factors"][1]["value"] for member in self.found()["members"]]
        self.assertLess(min(burdens), 0.3)

    def test_the_file_holds_search_and_check_apart_and_every_member_keeps_to_the_limit(self) -> None:
        if importlib.util.find_spec("h5py") is None:
            self.skipTest("needs h5py")
        import h5py
        import numpy

        found = self.found()
        with h5py.File(self.folder / "d.h5") as file:
            optimum, readings = file["optimum"], file["points/reading/value"]
            points = optimum["member_point"][:]
            self.assertEqual(list(points), [member["point"] for member in found["members"]])
            searched, checked = optimum["searched"][:], optimum["checked"][:]
            self.assertTrue(numpy.array_equal(searched, readings[:][points].mean(axis=1)))
            self.assertEqual(checked.shape, (len(points), 3, 3))
            self.assertTrue((checked.mean(axis=2) != searched).any())
            self.assertTrue(numpy.allclose(optimum["difference"][:], checked.mean(axis=2) -
                                           optimum["base"][:].mean(axis=1), rtol=1e-12))
            self.assertEqual(optimum.attrs["first_replicate"], 2)
            at_most = optimum["at_most"][:]
            self.assertTrue(numpy.isnan(at_most[:2]).all())
            self.assertAlmostEqual(at_most[2] / optimum["base"][2].mean(), 1.2)
            self.assertTrue((searched[:, 2] <= 1.2 * readings[0, :, 2].mean()).all())
            progress = optimum["progress"][:]
            self.assertTrue((numpy.diff(progress) >= 0).all())
            self.assertEqual(progress[-1], 1)

    def test_text_shows_the_best_point_the_limit_and_the_trade_offs(self) -> None:
        ended = self.search()
        self.assertEqual(ended.returncode, OK, ended.stderr)
        for part in ("in 3 replicates that the search did not see", "at most ", "that none is better than in every",
                     "scenario", "#1", "policy.rules.agencies.burden"):
            self.assertIn(part, ended.stdout)
        self.assertIn("next: tujuh report d.h5", ended.stderr)

    def test_where_no_point_keeps_to_the_limits_this_is_said_and_the_points_are_kept(self) -> None:
        self.write("d.toml", DESIGN.replace("at_most = 1.2", "at_most = 0.001"))
        ended = self.search()
        self.assertEqual(ended.returncode, OK, ended.stderr)
        self.assertIn("No point keeps to all limits.", ended.stdout)
        verified = self.run_program("verify", "d.h5")
        self.assert_done(verified)
        self.assertEqual(self.found()["members"], [])

    def test_points_that_fail_are_told_and_the_search_goes_on_without_them(self) -> None:
        self.write("d.toml", DESIGN.replace("agencies.burden = 0.6", MIX).replace("[design]", TWO_SHARES, 1))
        ended = self.search("--json")
        self.assertEqual(ended.returncode, FAILED_POINTS, ended.stderr)
        failed = json.loads(ended.stdout)["failed"]
        self.assertGreater(failed, 0)
        self.assertLess(failed, 24)
        self.assertIn(f"{failed} of 24 points failed; the search went on without them", ended.stderr)
        self.assertIn("shares sum to", ended.stderr)
        self.assert_done(self.run_program("verify", "d.h5"))

    def test_other_designs_are_refused_with_the_method_that_is_taken(self) -> None:
        keys = DESIGN.split("[design]")[0] + '[design]\nmethod = "sobol"\npoints = 8\n'
        self.write("d.toml", keys)
        ended = self.search()
        self.assertEqual(ended.returncode, SCENARIO_WRONG, ended.stderr)
        self.assertIn("which looks for nothing better", ended.stderr)
        self.assertIn('method = "evolution"', ended.stderr)


if __name__ == "__main__":
    unittest.main()
