# SPDX-License-Identifier: Apache-2.0
"""`tujuh verify`: a result is run again from what it carries, and compared."""

import importlib.util
import json
import unittest

from program import COMMAND_LINE, INPUT_MISSING, OK, SCENARIO_WRONG, SCENARIOS, TINY, TINY_RUN, ProgramTest

CHECK_FAILED = 1

DESIGN = """# What does a small design give?
format = 1
kind = "design"
extends = "community"
months = 3
burn_in_months = 2

[population]
villages_per_district = 1
households_per_village = 60

[design]
method = "morris"
trajectories = 2
replicates = 2
outcomes = ["coverage_of_eligible", "gini"]
groupings = ["decile"]

[[factor]]
key = "agencies.burden"

[[factor]]
key = "registry.coverage_poorest"
"""


class Same(ProgramTest):
    def assert_same(self, *command: str) -> None:
        self.assert_done(self.run_program(*command, "-o", "r.h5", "--force"))
        before = self.files()
        done = self.run_program("verify", "r.h5", "--threads", "2")
        self.assert_done(done)
        self.assertIn("r.h5: the same again, result hash", done.stdout)
        self.assertIn("was written by this program, tujuh", done.stderr)
        self.assertEqual(self.files(), before)

    def test_a_run_without_the_files_that_it_came_from(self) -> None:
        self.write("mine.toml", '# ?\nformat = 1\nextends = "community"\nmonths = 4\nreplicates = 2\nseed = 11\n')
        self.assert_done(self.run_program("run", "mine.toml", *TINY, "-o", "r.h5"))
        (self.folder / "mine.toml").unlink()
        done = self.run_program("verify", "r.h5", environment={"TUJUH_SCENARIOS": str(self.folder)})
        self.assert_done(done)
        self.assertIn("the same again", done.stdout)

    def test_a_comparison_with_a_policy_and_a_scenario_given_twice(self) -> None:
        self.write("policy.toml", '# ?\nformat = 1\nextends = "community"\nreplicates = 7\n\n[[policy]]\nid = "stop"\n'
                                  'from_month = 2\nactivities."2.1".enabled = false\n')
        self.assert_same("compare", "community", "policy.toml", "community", *TINY, "--months", "5",
                         "--replicates", "2")

    def test_an_attribution_by_activity_and_by_task_with_shams_or_hours_given_to_others(self) -> None:
        for manner in (["--activities"], ["--activities", "--reallocate"], [], ["--reallocate"]):
            with self.subTest(manner=manner):
                self.assert_same("attribute", "community", *manner, *TINY, "--months", "3", "--replicates", "2")

    def test_a_sweep_without_the_files_that_it_came_from(self) -> None:
        self.write("design.toml", DESIGN)
        self.assert_done(self.run_program("sweep", "design.toml", "-o", "r.h5"))
        (self.folder / "design.toml").unlink()
        done = self.run_program("verify", "r.h5", environment={"TUJUH_SCENARIOS": str(self.folder)})
        self.assert_done(done)
        self.assertIn("r.h5: the same again", done.stdout)
        self.assertEqual(self.files(), ["r.h5"])

    def test_a_sweep_of_another_scenario_gives_other_numbers(self) -> None:
        if importlib.util.find_spec("h5py") is None:
            self.skipTest("needs h5py")
        import h5py

        self.write("design.toml", DESIGN)
        self.assert_done(self.run_program("sweep", "design.toml", "-o", "r.h5"))
        with h5py.File(self.folder / "r.h5", "r+") as file:
            text = file["scenario/resolved_text"]
            text[()] = text[()].decode().replace("seed = 1\n", "seed = 2\n")
        done = self.run_program("verify", "r.h5")
        self.assertEqual(done.returncode, CHECK_FAILED, done.stderr)
        self.assertIn("/points/gini: 12 of 12 numbers differ", done.stdout)

    def test_trials(self) -> None:
        self.assert_same("run", str(SCENARIOS / "patterns" / "food_stamps.toml"), "--replicates", "2",
                         "--set", "population.households=1000", "--set", "burn_in_months=2")

    def test_as_json(self) -> None:
        self.assert_done(self.run_program(*TINY_RUN, "-o", "r.h5"))
        done = self.run_program("verify", "r.h5", "--json", "-q")
        document = json.loads(done.stdout)
        self.assertEqual([document["same"], document["altered"], document["differences"]], [True, False, []])
        self.assertEqual(document["result_hash"], document["repeated_hash"])
        self.assertEqual(done.stderr, "")


@unittest.skipUnless(importlib.util.find_spec("h5py"), "needs h5py")
class Different(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.assert_done(self.run_program(*TINY_RUN, "-o", "r.h5"))

    def alter(self, change) -> None:
        import h5py
        with h5py.File(self.folder / "r.h5", "r+") as file:
            change(file)

    def give_the_hash_that_the_numbers_have(self) -> None:
        document = json.loads(self.run_program("verify", "r.h5", "--json").stdout)
        self.alter(lambda file: file.attrs.__setitem__("result_hash", document["hash_of_content"]))

    def test_a_number_altered_by_hand_is_caught_without_a_run(self) -> None:
        def change(file) -> None:
            file["series/coverage_of_eligible"][0, 1] += 0.25

        self.alter(change)
        done = self.run_program("verify", "r.h5")
        self.assertEqual(done.returncode, CHECK_FAILED, done.stderr)
        self.assertIn("r.h5: altered after it was written", done.stdout)

    def test_a_number_altered_with_its_hash_is_named_with_the_difference(self) -> None:
        def change(file) -> None:
            file["series/coverage_of_eligible"][0, 1] += 0.25

        self.alter(change)
        self.give_the_hash_that_the_numbers_have()
        done = self.run_program("verify", "r.h5")
        self.assertEqual(done.returncode, CHECK_FAILED, done.stderr)
        self.assertIn("NOT the same", done.stdout)
        self.assertIn("/series/coverage_of_eligible: 1 of 3 numbers differ, by 0.25 at most", done.stdout)
        self.assertEqual(done.stdout.count("numbers differ"), 1)

    def test_a_number_set_missing_is_named(self) -> None:
        def change(file) -> None:
            file["series/coverage_of_eligible"][0, 1] = float("nan")

        self.alter(change)
        self.give_the_hash_that_the_numbers_have()
        self.assertIn("/series/coverage_of_eligible: 1 of 3 numbers differ, one of two is missing",
                      self.run_program("verify", "r.h5").stdout)

    def test_another_scenario_text_gives_other_numbers(self) -> None:
        def change(file) -> None:
            text = file["scenario/resolved_text"]
            text[()] = text[()].decode().replace("seed = 1\n", "seed = 2\n")

        self.alter(change)
        done = self.run_program("verify", "r.h5")
        self.assertEqual(done.returncode, CHECK_FAILED, done.stderr)
        self.assertIn("more datasets differ", done.stdout)

    def test_a_file_of_another_version_is_run_and_the_version_said(self) -> None:
        self.alter(lambda file: file.attrs.__setitem__("git_commit", "abcdef"))
        done = self.run_program("verify", "r.h5")
        self.assertEqual(done.returncode, OK, done.stderr)
        self.assertIn("(commit abcdef); this is tujuh", done.stderr)

    def test_what_another_command_wrote_is_said_to_need_that_command(self) -> None:
        self.alter(lambda file: file.attrs.__setitem__("command", "tujuh patterns -o r.h5"))
        self.assert_fails(self.run_program("verify", "r.h5"), SCENARIO_WRONG,
                          "was written by 'tujuh patterns", "repeat it by its own command")


class NoResult(ProgramTest):
    def test_other_files_and_none(self) -> None:
        self.write("mine.h5", "notes of mine")
        self.assert_fails(self.run_program("verify", "mine.h5"), SCENARIO_WRONG, "mine.h5", "is not a result")
        self.assert_fails(self.run_program("verify", "none.h5"), INPUT_MISSING, "none.h5", "no such file")
        self.assert_fails(self.run_program("verify"), COMMAND_LINE, "FILE.h5")


if __name__ == "__main__":
    unittest.main()
