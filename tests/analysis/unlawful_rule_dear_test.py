# SPDX-License-Identifier: Apache-2.0
"""The story of the unlawful rule: evidence, then suits, then verdicts; and fewer people whom the rule keeps out."""

import os
import pathlib
import subprocess
import tempfile
import unittest

import numpy

import figures
import tujuh_results

REPLICATES = 8


def first_month(values: numpy.ndarray, level: float) -> int:
    """The first month in which the mean over replicates passes the level; the number of months if it never does."""
    above = numpy.flatnonzero(values > level)
    return int(above[0]) if len(above) else len(values)


class UnlawfulRule(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = pathlib.Path(temporary.name)
        cls.result = cls.simulate("story", "compare", "unlawful_rule", "unlawful_rule_challenged")
        cls.without_court = cls.simulate("without_court", "run", "unlawful_rule_challenged", "--set",
                                         "policy.advocacy.activities.5.7.sham=true")

    @classmethod
    def simulate(cls, name: str, command: str, *words: str) -> tujuh_results.Result:
        lessons = pathlib.Path(os.environ["TUJUH_SOURCE_DIR"], "scenarios", "lessons")
        words = [str(lessons / f"{word}.toml") if word.startswith("unlawful") else word for word in words]
        file = cls.folder / f"{name}.h5"
        subprocess.run([os.environ["TUJUH_PROGRAM"], command, *words, "-o", file, "-q",
                        "--replicates", str(REPLICATES)], check=True, capture_output=True)
        return tujuh_results.open_result(file)

    def record(self, scenario: str, name: str) -> numpy.ndarray:
        policy = self.result.scenarios[scenario].policy
        return policy[name].sel(issue="rule_bias").mean("replicate").values

    def test_evidence_comes_before_suits_and_suits_before_verdicts(self) -> None:
        evidence, suits, verdicts = (first_month(self.record("unlawful_rule_challenged", name), level)
                                     for name, level in (("evidence", 0.1), ("in_court", 0.0),
                                                         ("struck_down", 0.0)))
        self.assertLess(evidence, suits)
        self.assertLess(suits, verdicts)
        self.assertLess(verdicts, 84)

    def test_nobody_sues_where_nobody_gathers_evidence(self) -> None:
        self.assertEqual(float(self.record("unlawful_rule", "in_court").max()), 0.0)
        self.assertEqual(float(self.record("unlawful_rule", "struck_down").max()), 0.0)

    def excluded(self, scenario: str):
        return figures.last_year(self.result.scenarios[scenario].series["excluded_by_rule"])

    def test_the_rule_keeps_fewer_out_where_it_is_challenged(self) -> None:
        _, _, high = figures.paired_interval(self.excluded("unlawful_rule_challenged"),
                                             self.excluded("unlawful_rule"))
        self.assertLess(high, 0)

    def test_courts_let_people_in_before_reforms_do(self) -> None:
        name = "unlawful_rule_challenged"
        series = [result.scenarios[name].series["excluded_by_rule"].isel(tick=slice(36, 48)).mean("tick")
                  for result in (self.result, self.without_court)]
        _, _, high = figures.paired_interval(*series)
        self.assertLess(high, 0)


if __name__ == "__main__":
    unittest.main()
