# SPDX-License-Identifier: Apache-2.0
"""Each activity, made a sham alone, moves its own outcome in its own direction; a placebo moves nothing.

The rows of the catalogue are judged as they come out of the program: nothing here knows what an activity is. Each of
the intervals covers its true difference with 99 %, so an activity without any effect would pass by chance with
probability 0.005; the test fails when one of them has an effect too small to be seen.
"""

import json
import os
import subprocess
import unittest

PROGRAM = os.environ["TUJUH_PROGRAM"]
SCENARIO = os.path.join(os.environ["TUJUH_SOURCE_DIR"], "scenarios", "laboratory.toml")
REPLICATES = os.environ.get("TUJUH_ABLATION_REPLICATES", "12")


class Ablation(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        command = [PROGRAM, "attribute", SCENARIO, "--activities", "--json", "--quiet", "--replicates", REPLICATES]
        cls.found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    def test_every_activity_moves_its_own_outcome_as_expected(self) -> None:
        for row in self.found["activities"]:
            shown = (f"{row['code']} {row['outcome']}: {row['difference']:+.3g}, 99 % interval {row['low']:+.3g} to "
                     f"{row['high']:+.3g}, expected {'up' if row['expected'] > 0 else 'down'}")
            print(shown)
            with self.subTest(shown):
                self.assertEqual(row["as_expected"],
                                 row["low"] > 0 if row["expected"] > 0 else row["high"] < 0)
                self.assertTrue(row["as_expected"])

    def test_every_activity_is_judged_once_at_99_percent(self) -> None:
        codes = [row["code"] for row in self.found["activities"]]
        self.assertEqual(codes, sorted(set(codes)))
        self.assertEqual([len([code for code in codes if code[0] == str(task)]) for task in range(1, 8)],
                         [6, 7, 7, 7, 7, 6, 3])
        self.assertEqual(self.found["level"], 0.99)
        self.assertEqual(str(self.found["replicates"]), REPLICATES)

    def test_every_activity_is_done(self) -> None:
        for row in self.found["activities"]:
            self.assertGreater(row["acts_a_month"], 0, row["code"])

    def test_activities_that_sound_alike_are_told_apart(self) -> None:
        self.assertEqual(len(self.found["families"]), 7)
        for family in self.found["families"]:
            with self.subTest(family["activities"]):
                self.assertTrue(family["told_apart"])

    def test_a_placebo_moves_nothing(self) -> None:
        placebo = self.found["placebo"]
        self.assertGreater(placebo["values"], 10000)
        self.assertEqual(placebo["different"], 0)
        self.assertEqual(placebo["largest_difference"], 0)


if __name__ == "__main__":
    unittest.main()
