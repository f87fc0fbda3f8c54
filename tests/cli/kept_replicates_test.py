# SPDX-License-Identifier: Apache-2.0
"""A comparison or an attribution that is stopped or killed loses the replicates under way and nothing else."""

import shutil
import signal
import subprocess
import time
import unittest

from program import CANNOT_CREATE, COMMAND_LINE, INTERRUPTED, OK, PROGRAM, ProgramTest, interrupt, mpirun

SIZE = ["--set", "population.villages_per_district=2", "--set", "population.households_per_village=400",
        "--set", "burn_in_months=12", "--months", "60", "--replicates", "8", "--threads", "1"]
COMPARE = ["compare", "community", "policy.toml", *SIZE, "-o", "r.h5", "--progress", "none"]
ACTIVITIES = ["attribute", "community", "--activities", "--set", "population.villages_per_district=1", "--set",
              "population.households_per_village=200", "--set", "burn_in_months=3", "--months", "12",
              "--replicates", "8", "-o", "r.h5", "--progress", "none"]
TASKS = [word for word in ACTIVITIES if word != "--activities"]
PARTS = "r.h5.parts"
POLICY = """# Less paper?
format = 1
extends = "community"

[[policy]]
id = "less_paper"
from_month = 12
workers.administration = 0.1
"""


class Kept(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.write("policy.toml", POLICY)

    def hash_of(self, name: str) -> str:
        shown = self.run_program("inspect", name)
        self.assert_done(shown)
        return next(line.split()[-1] for line in shown.stdout.splitlines() if "result hash" in line)

    def whole(self, command: list) -> str:
        self.assert_done(self.run_program(*command))
        self.assertFalse((self.folder / PARTS).exists())
        found = self.hash_of("r.h5")
        (self.folder / "r.h5").unlink()
        return found

    def begun(self, command: list, replicates: int = 1) -> subprocess.Popen:
        """The command with so many replicates done."""
        process = self.start_program(*command)
        while len(list(self.folder.glob(PARTS + "/part*"))) < replicates and process.poll() is None:
            time.sleep(0.005)
        return process

    def stopped(self, command: list) -> str:
        process = self.begun(command)
        said = interrupt(process, signal.SIGTERM)
        self.assertEqual(process.returncode, INTERRUPTED, said)
        self.assertFalse((self.folder / "r.h5").exists())
        return said

    def assert_goes_on(self, command: list, whole: str) -> None:
        done = self.run_program(*command, "--resume")
        self.assert_done(done)
        self.assertRegex(done.stderr, "going on after [1-8] of 8 replicates")
        self.assertEqual(self.hash_of("r.h5"), whole)
        self.assertFalse((self.folder / PARTS).exists())
        again = self.run_program(*command, "--resume")  # as a job that is queued once more than needed
        self.assert_done(again)
        self.assertIn("r.h5 is complete; there is nothing to do", again.stderr)
        self.assertEqual(self.hash_of("r.h5"), whole)

    def test_what_another_command_or_scenario_gave_is_not_taken_for_the_result(self) -> None:
        self.assert_done(self.run_program(*ACTIVITIES))
        for other in (TASKS, [*ACTIVITIES, "--reallocate"], [*ACTIVITIES, "--seed", "7"],
                      ["run", "community", "-o", "r.h5", "--months", "12"]):
            refused = self.run_program(*other, "--resume")
            self.assert_fails(refused, CANNOT_CREATE, "r.h5: cannot be created (it exists)")

    def test_a_stopped_comparison_says_how_to_go_on_and_ends_with_the_same_result(self) -> None:
        whole = self.whole(COMPARE)
        said = self.stopped(COMPARE)
        self.assertIn("stopping after this month; replicates that are done are kept", said)
        self.assertIn(f"stopped; the replicates that are done are kept in {PARTS}; the same command with --resume "
                      "goes on", said)
        self.assert_goes_on([*COMPARE, "--threads", "3"], whole)

    def test_a_killed_comparison_goes_on_to_the_same_result(self) -> None:
        whole = self.whole(COMPARE)
        for replicates in (1, 3):
            process = self.begun([*COMPARE, "--resume"], replicates)
            process.kill()
            process.communicate()
        self.assert_goes_on(COMPARE, whole)

    def test_attributions_go_on_too(self) -> None:
        for command in (ACTIVITIES, TASKS):
            with self.subTest(command=command):
                whole = self.whole(command)
                self.stopped(command)
                self.assert_goes_on(command, whole)
                (self.folder / "r.h5").unlink()

    @unittest.skipUnless(shutil.which("mpirun"), "needs MPI (Debian: openmpi-bin)")
    def test_several_processes_go_on_where_one_was_stopped(self) -> None:
        whole = self.whole(COMPARE)
        self.stopped(COMPARE)
        done = subprocess.run([*mpirun(2), PROGRAM, *COMPARE, "--resume"], cwd=self.folder, env=self.environment,
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, OK, done.stderr)
        self.assertEqual(self.hash_of("r.h5"), whole)

    def test_the_time_that_was_given_ends_a_comparison_as_a_signal_does(self) -> None:
        done = self.run_program(*COMPARE, "--months", "1200", "--max-walltime", "0:00:01")
        self.assert_fails(done, INTERRUPTED, "the replicates that are done are kept", "--resume")

    def test_replicates_of_another_scenario_or_command_are_refused_with_what_differs(self) -> None:
        self.stopped(COMPARE)
        self.assert_fails(self.run_program(*COMPARE), CANNOT_CREATE, PARTS, "--resume goes on with them")
        self.assert_fails(self.run_program(*COMPARE, "--resume", "--seed", "9"), CANNOT_CREATE,
                          "was begun with another scenario, seed or option")
        self.assert_done(self.run_program(*COMPARE, "--force"))
        self.assertEqual(self.files(), ["policy.toml", "r.h5"])

    def test_without_a_result_nothing_is_kept(self) -> None:
        self.assert_fails(self.run_program("attribute", "community", "--resume"), COMMAND_LINE, "--resume",
                          "name one with --output FILE")


if __name__ == "__main__":
    unittest.main()
