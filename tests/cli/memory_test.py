# SPDX-License-Identifier: Apache-2.0
"""What does not fit into the machine's memory is refused beforehand with exit code 69, by check and run alike."""

import json
import pathlib
import unittest

from program import MACHINE_TOO_SMALL, OK, ProgramTest

# Results of 10,000 replicates of 100 years take hundreds of GB.
TOO_LARGE = ["baseline", "--set", "replicates=10000", "--set", "months=1200"]


@unittest.skipUnless(pathlib.Path("/proc/meminfo").exists(), "this machine does not tell its free memory")
class Refused(ProgramTest):
    def test_run_refuses_in_one_sentence_and_writes_nothing(self) -> None:
        for options in ([], ["--dry-run"]):
            with self.subTest(options):
                result = self.run_program("run", *TOO_LARGE, *options, timeout=60)
                self.assert_fails(result, MACHINE_TOO_SMALL, "memory are needed", "are available", "fewer replicates")
                self.assertEqual(len(result.stderr.splitlines()), 1)
                self.assertEqual(self.files(), [])

    def test_compare_and_attribute_refuse_too(self) -> None:
        self.assert_fails(self.run_program("compare", *TOO_LARGE, "baseline"), MACHINE_TOO_SMALL, "memory")
        self.assert_fails(self.run_program("attribute", *TOO_LARGE), MACHINE_TOO_SMALL, "memory")

    def test_check_says_the_size_and_refuses(self) -> None:
        result = self.run_program("check", *TOO_LARGE)
        self.assertEqual(result.returncode, MACHINE_TOO_SMALL)
        self.assertIn("memory are needed", result.stderr)
        self.assertIn("households", result.stdout)
        document, = json.loads(self.run_program("check", *TOO_LARGE, "--json").stdout)
        self.assertFalse(document["valid"])
        self.assertEqual(len(document["problems"]), 1)
        self.assertGreater(document["memory_bytes"], 1e11)

    def test_everybody_of_one_province_fits(self) -> None:
        document, = json.loads(self.run_program("check", "indonesia-full", "--json").stdout)
        self.assertGreater(document["households"], 74e6)
        small = self.run_program("check", "indonesia-full", "--set", "population.provinces=[\"34\"]")
        self.assertEqual(small.returncode, OK, small.stderr)


if __name__ == "__main__":
    unittest.main()
