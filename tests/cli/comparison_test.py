# SPDX-License-Identifier: Apache-2.0
"""What compare, attribute, published and bench print, on worlds of a few hundred households."""

import importlib.util
import json
import unittest

from program import TINY, ProgramTest

POLICY = """# What if nobody looked for the unaware any more?
format = 1
extends = "community"
title = "Nobody looks"
title_id = "Tak ada yang mencari"

[[policy]]
id = "stop"
from_month = 4
activities."2.1".enabled = false
"""


class Compare(ProgramTest):
    def compare(self, *arguments: str) -> dict:
        result = self.run_program("compare", *arguments, *TINY, "--replicates", "3", "--json", "--force")
        self.assert_done(result)
        return json.loads(result.stdout)

    def test_equal_scenarios_differ_by_exactly_zero(self) -> None:
        document = self.compare("community", "community", "community", "--months", "8")
        names = [alternative["scenario"] for alternative in document["alternatives"]]
        self.assertEqual(names, ["community#2", "community#3"])
        for alternative in document["alternatives"]:
            self.assertGreater(len(alternative["outcomes"]), 10)
            for row in alternative["outcomes"]:
                if row["difference"] is not None:
                    self.assertEqual([row["difference"], row["excludes_zero"]], [0, False], row)
                if row["low"] is not None:
                    self.assertEqual([row["low"], row["high"]], [0, 0], row)

    def test_a_policy_changes_nothing_before_its_month_and_something_after(self) -> None:
        self.write("policy.toml", POLICY)
        names = ["--outcomes", "poor_outside_registry,headcount"]
        before = self.compare("community", "policy.toml", "--months", "4", *names)
        for row in before["alternatives"][0]["outcomes"]:
            self.assertEqual([row["difference"], row["low"], row["high"]], [0, 0, 0], row)
        after = self.compare("community", "policy.toml", "--months", "30", *names,
                             "--set", "population.households_per_village=300")
        self.assertGreater(after["alternatives"][0]["outcomes"][0]["difference"], 0)

    def test_the_file_holds_the_same_zeros_before_the_policy(self) -> None:
        if importlib.util.find_spec("h5py") is None:
            self.skipTest("needs h5py")
        import h5py
        import numpy

        self.write("policy.toml", POLICY)
        self.compare("community", "policy.toml", "--months", "8", "-o", "result.h5")
        with h5py.File(self.folder / "result.h5") as file:
            for name in ["difference", "low", "high", "standard_error"]:
                before = file["comparison"][name][:, :, :4]
                self.assertTrue(numpy.all((before == 0) | numpy.isnan(before)), name)
                self.assertTrue(numpy.any(before == 0), name)

    def test_seed_replicates_and_months_are_those_of_the_base(self) -> None:
        self.write("other.toml", '# ?\nformat = 1\nextends = "community"\nseed = 99\nreplicates = 7\nmonths = 50\n')
        result = self.run_program("compare", "community", "other.toml", *TINY, "--json", "--set", "months=4")
        self.assert_done(result)
        rows = json.loads(result.stdout)["alternatives"][0]["outcomes"]
        self.assertTrue(all(row["difference"] in (0, None) for row in rows))

    def test_a_file_that_wants_another_seed_is_told_that_it_gets_the_base_s(self) -> None:
        self.write("other.toml", '# ?\nformat = 1\nextends = "community"\nseed = 99\n')
        result = self.run_program("compare", "community", "other.toml", *TINY, "--months", "3")
        self.assert_done(result)
        self.assertIn("other: seed, replicates and months are taken from community", result.stderr)

    def test_the_table_says_over_which_months_it_is_a_mean(self) -> None:
        result = self.run_program("compare", "community", "community", *TINY, "--months", "20", "--replicates", "2")
        self.assert_done(result)
        self.assertIn("mean of the last 12 months, 2025-11 to 2026-10, 2 replicates", result.stdout)
        self.assertIn("95 % interval", result.stdout)
        self.assertIn("wrote community_compare.h5", result.stderr)

    def test_other_outcomes_can_be_asked_for(self) -> None:
        document = self.compare("community", "community", "--months", "3", "--outcomes", "fatigue,caseload")
        self.assertEqual([row["outcome"] for row in document["alternatives"][0]["outcomes"]], ["fatigue", "caseload"])


class Attribute(ProgramTest):
    def test_each_activity_has_a_row_and_the_placebo_moves_nothing(self) -> None:
        result = self.run_program("attribute", "community", "--activities", *TINY, "--replicates", "2", "--months", "6",
                                  "--json", "-o", "result.h5")
        self.assert_done(result)
        document = json.loads(result.stdout)
        codes = [row["code"] for row in document["activities"]]
        self.assertEqual(codes, ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6",
                                 "2.7", "6.1", "6.2", "6.3", "6.4", "6.5", "6.6"])
        for row in document["activities"]:
            self.assertIn(row["expected"], [-1, 1])
            for key in ["outcome", "difference", "low", "high", "as_expected"]:
                self.assertIn(key, row)
        self.assertEqual(document["level"], 0.99)
        self.assertEqual([document["first_tick"], document["last_tick"]], [3, 5])
        self.assertGreater(document["placebo"]["values"], 1000)
        self.assertEqual(document["placebo"]["different"], 0)
        self.assertTrue(document["placebo"]["as_expected"])
        self.assertEqual(self.files(), ["result.h5"])

    def test_without_an_output_nothing_is_written(self) -> None:
        result = self.run_program("attribute", "community", "--activities", *TINY, "--replicates", "1", "--months", "4")
        self.assert_done(result)
        self.assertIn("placebo", result.stdout)
        self.assertIn("one replicate gives no interval", result.stderr)
        self.assertEqual(self.files(), [])


class Others(ProgramTest):
    def test_published_is_a_markdown_table_of_the_provinces(self) -> None:
        result = self.run_program("published", "community", *TINY)
        self.assert_done(result)
        self.assertRegex(result.stdout, r"\n\| 33 \| Jawa Tengah \| 9\.48 \|")
        self.assertIn("national figures are not compared", result.stdout)
        document = json.loads(self.run_program("published", "community", *TINY, "--json").stdout)
        self.assertEqual([row["code"] for row in document["provinces"]], ["33"])

    def test_bench_measures_what_its_json_promises(self) -> None:
        result = self.run_program("bench", "community", *TINY, "--months", "6", "--threads", "1", "--json")
        self.assert_done(result)
        document = json.loads(result.stdout)
        self.assertEqual([document["households"], document["threads"], document["months"]], [50, 1, 6])
        self.assertGreater(document["ns_per_household_month"], 0)
        self.assertGreater(document["bytes_per_household"], 0)


if __name__ == "__main__":
    unittest.main()
