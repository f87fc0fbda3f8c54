# SPDX-License-Identifier: Apache-2.0
"""A run that is stopped leaves a checkpoint, says how to go on, and ends with the result of one never stopped."""

import json
import signal
import time
import unittest

from program import (CANNOT_CREATE, COMMAND_LINE, INTERRUPTED, LONG_RUN, OK, SCENARIO_WRONG, SCENARIOS, TINY_RUN,
                     ProgramTest, interrupt, wait_for_first_progress)

# Some seconds of months, so that a signal falls into them.
RUN = ["run", "community", "--set", "population.households_per_village=3000", "--set", "burn_in_months=24",
       "--months", "200", "--replicates", "3", "-o", "r.h5"]
CHECKPOINT = "r.h5.checkpoint"


class Stopped(ProgramTest):
    def hash_of(self, name: str) -> str:
        shown = self.run_program("inspect", name)
        self.assert_done(shown)
        return next(line.split()[-1] for line in shown.stdout.splitlines() if "result hash" in line)

    def stop(self, *arguments: str, with_signal: int = signal.SIGTERM) -> str:
        """Starts the run and stops it in its midst."""
        process = self.start_program(*RUN, *arguments)
        wait_for_first_progress(process)
        said = interrupt(process, with_signal)
        self.assertEqual(process.returncode, INTERRUPTED, said)
        return said

    def test_stopped_twice_and_gone_on_with_other_threads_the_result_is_the_same(self) -> None:
        self.assert_done(self.run_program(*RUN, "--threads", "2"))
        whole = self.hash_of("r.h5")
        (self.folder / "r.h5").unlink()
        said = self.stop("--threads", "2", with_signal=signal.SIGINT)
        self.assertIn("stopping after this month; a checkpoint will be written", said)
        self.assertRegex(said, r"tujuh: stopped after [\d,]+ of 672 months; the run so far is in "
                         rf"{CHECKPOINT}; the same command with --resume goes on from it")
        self.assertEqual(self.files(), [CHECKPOINT])
        said = self.stop("--threads", "3", "--resume")
        self.assertEqual(self.files(), [CHECKPOINT])
        done = self.run_program(*RUN, "--threads", "1", "--resume")
        self.assert_done(done)
        self.assertRegex(done.stderr, rf"going on from {CHECKPOINT}, after [\d,]+ of 672 months")
        self.assertEqual(self.hash_of("r.h5"), whole)
        self.assertEqual(self.files(), ["r.h5"])
        again = self.run_program(*RUN, "--resume")
        self.assert_done(again)
        self.assertIn("r.h5 is complete; there is nothing to do", again.stderr)

    def test_a_killed_run_goes_on_from_the_last_checkpoint_that_was_asked_for(self) -> None:
        arguments = [*TINY_RUN, "-o", "r.h5", "--months", "1200", "--replicates", "4", "--threads", "1"]
        self.assert_done(self.run_program(*arguments, "--checkpoint-every", "900"))
        whole = self.hash_of("r.h5")
        self.assertEqual(self.files(), ["r.h5"])
        (self.folder / "r.h5").unlink()
        process = self.start_program(*arguments, "--checkpoint-every", "100")
        for _ in range(2000):
            if (self.folder / CHECKPOINT).exists() or process.poll() is not None:
                break
            time.sleep(0.005)
        process.kill()
        process.communicate()
        self.assertIn(CHECKPOINT, self.files())
        done = self.run_program(*arguments, "--resume")
        self.assert_done(done)
        self.assertIn("going on from", done.stderr)
        self.assertEqual(self.hash_of("r.h5"), whole)
        self.assertEqual(self.files(), ["r.h5"])

    def test_trials_are_gone_on_with_too(self) -> None:
        arguments = ["run", str(SCENARIOS / "patterns" / "food_stamps.toml"), "--replicates", "2", "--json",
                     "--set", "population.households=2000", "--set", "burn_in_months=3", "-o", "r.h5"]
        whole = self.run_program(*arguments, "--force")
        self.assert_done(whole)
        self.assertTrue(json.loads(whole.stdout)["trials"])
        done = self.run_program(*arguments, "--force", "--checkpoint-every", "5", "-v")
        self.assert_done(done)
        self.assertGreater(done.stderr.count(f"wrote {CHECKPOINT}"), 3)
        self.assertEqual(json.loads(done.stdout), json.loads(whole.stdout))

    def test_the_time_that_was_given_ends_the_run_as_a_signal_does(self) -> None:
        done = self.run_program(*LONG_RUN, "-o", "r.h5", "--max-walltime", "0:00:01")
        self.assert_fails(done, INTERRUPTED, "the time is over after", "--resume")
        self.assertEqual(self.files(), [CHECKPOINT])

    def test_with_nothing_to_go_on_from_a_run_starts_afresh_and_says_so(self) -> None:
        done = self.run_program(*TINY_RUN, "-o", "r.h5", "--resume")
        self.assert_done(done)
        self.assertIn(f"{CHECKPOINT} is not there: starting afresh", done.stderr)
        self.assertEqual(self.files(), ["r.h5"])

    def test_a_checkpoint_is_not_overwritten_unless_forced(self) -> None:
        self.write(CHECKPOINT, "of an earlier run")
        self.assert_fails(self.run_program(*TINY_RUN, "-o", "r.h5"), CANNOT_CREATE, CHECKPOINT,
                          "--resume goes on from it, --force starts afresh")
        self.assertEqual((self.folder / CHECKPOINT).read_text(), "of an earlier run")
        self.assert_done(self.run_program(*TINY_RUN, "-o", "r.h5", "--force"))
        self.assertEqual(self.files(), ["r.h5"])


class Refused(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.arguments = ["run", "community", "--months", "1200", "-o", "r.h5"]
        stopped = self.run_program(*self.arguments, "--max-walltime", "0:00:01", "--replicates", "20")
        self.assertEqual(stopped.returncode, INTERRUPTED, stopped.stderr)
        self.arguments += ["--resume", "--replicates", "20"]

    def test_a_checkpoint_of_another_scenario_with_what_differs(self) -> None:
        done = self.run_program(*self.arguments, "--set", "resources.rho=0.9")
        self.assert_fails(done, SCENARIO_WRONG, CHECKPOINT, "another scenario", "resources.rho was", "and is 0.9")
        self.assertEqual(self.files(), [CHECKPOINT])

    def test_a_damaged_checkpoint(self) -> None:
        file = self.folder / CHECKPOINT
        content = bytearray(file.read_bytes())
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
        self.assert_fails(self.run_program(*self.arguments), SCENARIO_WRONG, CHECKPOINT, "damaged", "SHA-256")

    def test_a_file_that_is_no_checkpoint(self) -> None:
        self.write(CHECKPOINT, "notes of mine\n")
        self.assert_fails(self.run_program(*self.arguments), SCENARIO_WRONG, CHECKPOINT, "is no checkpoint")
        self.assertEqual((self.folder / CHECKPOINT).read_text(), "notes of mine\n")


class CommandLine(ProgramTest):
    def test_times_are_minutes_or_hours_minutes_and_seconds(self) -> None:
        for good in ["90", "1:30:00", "0:00:01", "100:00:00"]:
            with self.subTest(good):
                done = self.run_program(*TINY_RUN, "--max-walltime", good, "--dry-run")
                self.assertEqual(done.returncode, OK, done.stderr)
        for bad in ["0", "1:30", "1:60:00", "1:00:60", "-1", "1h", ":1:1", "1::1", "1:1:", "0:00:00"]:
            with self.subTest(bad):
                done = self.run_program(*TINY_RUN, f"--max-walltime={bad}", "--dry-run")
                self.assert_fails(done, COMMAND_LINE, "--max-walltime", "1:30:00")

    def test_checkpoints_come_after_whole_months(self) -> None:
        for bad in ["0", "-3", "1.5", "often"]:
            with self.subTest(bad):
                self.assert_fails(self.run_program(*TINY_RUN, "--checkpoint-every", bad), COMMAND_LINE,
                                  "--checkpoint-every")


if __name__ == "__main__":
    unittest.main()
