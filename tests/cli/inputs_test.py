# SPDX-License-Identifier: Apache-2.0
"""Scenarios and results that cannot be used: wrong (65), missing (66), not readable (77)."""

import json
import unittest

from program import INPUT_MISSING, NOT_READABLE, SCENARIO, SCENARIO_WRONG, ProgramTest


class Inputs(ProgramTest):
    def test_a_wrong_scenario_is_refused_with_every_problem_at_its_place(self) -> None:
        self.write("wrong.toml", SCENARIO + "[needs]\nwieght = 1\n[workforce]\nsocial_worker = -5\n")
        for command in [["run", "wrong.toml"], ["compare", "community", "wrong.toml"], ["check", "wrong.toml"],
                        ["attribute", "wrong.toml", "--activities"], ["published", "wrong.toml"],
                        ["bench", "wrong.toml"]]:
            with self.subTest(command[0]):
                result = self.run_program(*command)
                self.assert_fails(result, SCENARIO_WRONG, "wrong.toml:13", "wieght", "wrong.toml:15", "social_worker")
        self.assertEqual(self.files(), ["wrong.toml"])

    def test_a_missing_scenario_is_named_with_those_that_exist(self) -> None:
        for command in [["run"], ["check"], ["attribute", "--activities"]]:
            with self.subTest(command[0]):
                self.assert_fails(self.run_program(*command, "nowhere.toml"), INPUT_MISSING, "nowhere.toml")
        self.assert_fails(self.run_program("run", "comunity"), INPUT_MISSING, "community")

    def test_a_missing_base_is_named(self) -> None:
        self.write("mine.toml", '# ?\nformat = 1\nextends = "nowhere.toml"\n')
        self.assert_fails(self.run_program("run", "mine.toml"), INPUT_MISSING, "nowhere.toml", "mine.toml:3")

    def test_a_scenario_that_may_not_be_read(self) -> None:
        options = self.as_ordinary_user()
        self.write("closed.toml", SCENARIO).chmod(0o000)
        self.assert_fails(self.run_program("run", "closed.toml", **options), NOT_READABLE, "closed.toml")

    def test_a_result_that_is_missing_wrong_or_closed(self) -> None:
        self.write("text.h5", "no result")
        for command in ["inspect", "report"]:
            with self.subTest(command):
                self.assert_fails(self.run_program(command, "nowhere.h5"), INPUT_MISSING, "nowhere.h5")
                self.assert_fails(self.run_program(command, "text.h5"), SCENARIO_WRONG, "text.h5")
        options = self.as_ordinary_user()
        self.write("closed.h5", "no result").chmod(0o000)
        for command in ["inspect", "report"]:
            self.assert_fails(self.run_program(command, "closed.h5", **options), NOT_READABLE, "closed.h5")
        self.assertEqual(self.files(), ["closed.h5", "text.h5"])

    def test_a_folder_is_not_a_scenario(self) -> None:
        (self.folder / "mine").mkdir()
        for operand in ["mine", "./mine", "."]:
            self.assert_fails(self.run_program("run", operand), NOT_READABLE, f"tujuh: {operand}: is a folder")

    def test_a_forgotten_suffix_is_suggested(self) -> None:
        self.write("mine.toml", SCENARIO)
        self.assert_fails(self.run_program("run", "mine"), INPUT_MISSING,
                          "mine: there is no such file; did you mean mine.toml?")

    def test_files_that_build_on_one_another_or_on_what_lies_outside(self) -> None:
        self.write("a.toml", 'format = 1\nextends = "b.toml"\n')
        self.write("b.toml", 'format = 1\nextends = "a.toml"\n')
        self.assert_fails(self.run_program("run", "a.toml"), SCENARIO_WRONG,
                          "b.toml:2:1: extends: the files go in a circle: a.toml extends b.toml extends a.toml")
        self.write("baseline.toml", "format = 1\n")
        for path in ["../outside.toml", "/etc/passwd"]:
            self.write("c.toml", f'format = 1\nextends = "{path}"\n')
            self.assert_fails(self.run_program("run", "c.toml"), SCENARIO_WRONG,
                              f'c.toml:2:1: extends: "{path}" leads out of the folder of the scenarios')

    def test_a_shipped_scenario_that_is_named_with_its_suffix(self) -> None:
        self.write("mine.toml", 'format = 1\nextends = "community.toml"\n')
        self.assert_fails(self.run_program("run", "mine.toml"), INPUT_MISSING, 'mine.toml:2:1: extends: '
                          '"community.toml" is not there', 'a shipped scenario is named without suffix: "community"')

    def test_a_folder_of_shipped_scenarios_that_is_not_there(self) -> None:
        self.assert_fails(self.run_program("run", "community", environment={"TUJUH_SCENARIOS": "/nowhere"}),
                          INPUT_MISSING, "community: there is no such file", "TUJUH_SCENARIOS may name their folder")

    def test_ten_megabytes_are_read(self) -> None:
        self.write("large.toml", SCENARIO + "# a comment of some length, again and again\n" * 220_000 + "wieght = 1\n")
        self.assertGreater((self.folder / "large.toml").stat().st_size, 9_000_000)
        result = self.run_program("check", "large.toml", timeout=300)
        self.assertEqual(result.returncode, SCENARIO_WRONG)
        self.assertIn("large.toml:220012:1: population.wieght: is not a known key", result.stderr)

    def test_any_bytes_at_all_are_refused_in_a_line_that_can_be_read(self) -> None:
        for content in [b"\xff\xfe#\0 \0", bytes(range(256)) * 4000, b"[" * 1_000_000, b"x" * 3_000_000, b"\0"]:
            with self.subTest(content[:8]):
                (self.folder / "any.toml").write_bytes(content)
                result = self.run_program("check", "any.toml", "--json", timeout=300)
                self.assertEqual(result.returncode, SCENARIO_WRONG, result.stderr[:400])
                self.assertLess(len(result.stderr.splitlines()[0]), 1000)
                self.assertFalse(json.loads(result.stdout)[0]["valid"])

    def test_check_reports_every_file_and_estimates_those_that_are_right(self) -> None:
        self.write("wrong.toml", SCENARIO + "wieght = 1\n")
        result = self.run_program("check", "community", "wrong.toml", "nowhere.toml")
        self.assertEqual(result.returncode, SCENARIO_WRONG)
        self.assertIn("community: no problem; 5,000 households", result.stdout)
        for part in ["memory", "on disk", "threads"]:
            self.assertIn(part, result.stdout)
        self.assertIn("wieght", result.stderr)
        self.assertIn("nowhere.toml", result.stderr)
        self.assertIn("household-month", result.stderr)

    def test_check_finds_no_problem_in_what_is_shipped(self) -> None:
        names = [row["name"] for row in json.loads(self.run_program("list", "scenarios", "--json").stdout)["scenarios"]]
        result = self.run_program("check", *names, "--json")
        self.assert_done(result)
        self.assertEqual([row["problems"] for row in json.loads(result.stdout)], [[]] * len(names))


if __name__ == "__main__":
    unittest.main()
