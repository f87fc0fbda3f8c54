# SPDX-License-Identifier: Apache-2.0
"""Where results may go. What cannot be created is refused with exit code 73 before anything is simulated."""

import os
import resource
import subprocess
import unittest

from program import CANNOT_CREATE, INPUT_OUTPUT, LONG_RUN, PROGRAM, SCENARIO, TINY_RUN, ProgramTest


class Refused(ProgramTest):
    """Each of these commands would simulate for half a minute if it were not refused at once."""

    def assert_refused(self, output: str, *parts: str, **options) -> None:
        before = self.files()
        result = self.run_program(*LONG_RUN, "-o", output, timeout=60, **options)
        self.assert_fails(result, CANNOT_CREATE, output, *parts)
        self.assertNotIn("month", result.stderr)
        self.assertEqual(self.files(), before)

    def test_a_missing_folder(self) -> None:
        self.assert_refused("nowhere/result.h5", "does not exist")

    def test_a_folder_in_place_of_a_file(self) -> None:
        (self.folder / "result.h5").mkdir()
        self.assert_refused("result.h5", "folder")

    def test_a_file_in_place_of_a_folder(self) -> None:
        self.write("folder", "")
        self.assert_refused("folder/result.h5", "is not a folder")

    def test_a_folder_that_may_not_be_written(self) -> None:
        options = self.as_ordinary_user()
        (self.folder / "closed").mkdir()
        (self.folder / "closed").chmod(0o555)
        self.assert_refused("closed/result.h5", "cannot be created", **options)

    def test_a_file_that_exists_unless_forced(self) -> None:
        self.write("result.h5", "mine")
        self.assert_refused("result.h5", "exists", "--force")
        self.assertEqual((self.folder / "result.h5").read_text(), "mine")
        self.assert_done(self.run_program(*TINY_RUN, "-o", "result.h5", "--force"))
        self.assertEqual((self.folder / "result.h5").read_bytes()[1:4], b"HDF")

    def test_the_scenario_itself_even_if_forced(self) -> None:
        file = self.write("mine.toml", SCENARIO)
        for output in ["mine.toml", "./mine.toml", str(file)]:
            with self.subTest(output):
                self.assert_fails(self.run_program("run", "mine.toml", "-o", output, "--force"), CANNOT_CREATE, output)
        self.assertEqual(file.read_text(), SCENARIO)

    def test_what_the_scenario_builds_on_even_if_forced(self) -> None:
        self.write("baseline.toml", SCENARIO)
        self.write("mine.toml", '# ?\nformat = 1\nextends = "baseline.toml"\n')
        result = self.run_program("run", "mine.toml", "-o", "baseline.toml", "--force")
        self.assert_fails(result, CANNOT_CREATE, "baseline.toml")
        self.assertEqual((self.folder / "baseline.toml").read_text(), SCENARIO)

    def test_a_link_to_the_scenario_even_if_forced(self) -> None:
        self.write("mine.toml", SCENARIO)
        os.symlink("mine.toml", self.folder / "result.h5")
        self.assert_fails(self.run_program("run", "mine.toml", "-o", "result.h5", "--force"), CANNOT_CREATE)
        self.assertEqual((self.folder / "mine.toml").read_text(), SCENARIO)

    def test_the_name_that_the_program_chooses_is_checked_too(self) -> None:
        self.write("community.h5", "mine")
        self.assert_fails(self.run_program(*TINY_RUN), CANNOT_CREATE, "community.h5", "exists")


class Written(ProgramTest):
    def test_results_are_named_after_the_scenario(self) -> None:
        self.write("mine.toml", SCENARIO)
        self.assert_done(self.run_program("run", "mine.toml", "--replicates", "1"))
        self.assert_done(self.run_program("compare", "mine.toml", "mine.toml", "--replicates", "1"))
        self.assertEqual(self.files(), ["mine.h5", "mine.toml", "mine_compare.h5"])

    def test_a_dry_run_writes_nothing_and_says_what_it_would_do(self) -> None:
        for arguments in [["run", "community"], ["compare", "community", "community"],
                          ["attribute", "community", "--activities", "-o", "a.h5"]]:
            with self.subTest(arguments[0]):
                result = self.run_program(*arguments, "--dry-run")
                self.assert_done(result)
                self.assertEqual(result.stdout, "")
                for part in ["households", "memory", "would be written", "nothing was simulated"]:
                    self.assertIn(part, result.stderr)
                self.assertEqual(self.files(), [])

    def test_a_dry_run_refuses_what_the_run_would_refuse(self) -> None:
        self.assert_fails(self.run_program("run", "community", "-n", "-o", "nowhere/a.h5"), CANNOT_CREATE)

    def test_a_result_holds_no_folder_of_this_machine(self) -> None:
        (self.folder / "secret_folder").mkdir()
        file = self.write("secret_folder/mine.toml", SCENARIO)
        self.assert_done(self.run_program("run", str(file), "-o", str(self.folder / "secret_folder" / "out.h5")))
        inspected = self.run_program("inspect", "secret_folder/out.h5").stdout
        self.assertIn("tujuh run mine.toml -o out.h5", inspected)
        content = (self.folder / "secret_folder" / "out.h5").read_bytes()
        self.assertNotIn(b"secret_folder", content)

    def test_two_runs_write_the_same_hash(self) -> None:
        hashes = []
        for name in ["one.h5", "two.h5"]:
            result = self.run_program(*TINY_RUN, "-v", "-o", name)
            hashes += [line for line in result.stderr.splitlines() if line.startswith("result hash")]
        self.assertEqual(len(hashes), 2)
        self.assertEqual(hashes[0], hashes[1])


class Full(ProgramTest):
    def test_a_full_disk_leaves_nothing_under_the_name(self) -> None:
        def no_room() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

        # A limit on the size of files stands in for the disk: the write fails at the same place.
        for standing in [None, "mine"]:
            with self.subTest(standing):
                if standing:
                    self.write("community.h5", standing)
                result = self.run_program(*TINY_RUN, "--force", preexec_fn=no_room)
                self.assert_fails(result, INPUT_OUTPUT, "community.h5", "could not be written", "make room")
                self.assertEqual(self.files(), ["community.h5"] if standing else [])
        self.assertEqual((self.folder / "community.h5").read_text(), "mine")

    def test_a_listing_beyond_the_limit_of_a_file_is_an_error(self) -> None:
        def no_room() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

        with open(self.folder / "list.txt", "w", encoding="utf-8") as file:
            result = subprocess.run([PROGRAM, "list", "parameters"], cwd=self.folder, env=self.environment, stdout=file,
                                    stderr=subprocess.PIPE, text=True, check=False, preexec_fn=no_room)
        self.assertEqual(result.returncode, INPUT_OUTPUT)
        self.assertIn("standard output: cannot be written", result.stderr)

    @unittest.skipUnless(os.path.exists("/dev/full"), "needs /dev/full")
    def test_data_that_cannot_be_printed_is_an_error(self) -> None:
        with open("/dev/full", "w", encoding="utf-8") as full:
            result = subprocess.run([PROGRAM, "list", "parameters"], cwd=self.folder, env=self.environment, stdout=full,
                                    stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual(result.returncode, INPUT_OUTPUT)
        self.assertIn("standard output: cannot be written", result.stderr)


if __name__ == "__main__":
    unittest.main()
