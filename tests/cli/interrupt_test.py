# SPDX-License-Identifier: Apache-2.0
"""Stopped from outside: exit code 75, a word at once, and never half a file under the name of a result.

What `run` leaves to be gone on with is looked at in checkpoint_test.py.
"""

import os
import signal
import subprocess
import time
import unittest

from program import INTERRUPTED, LONG_RUN, OK, TINY, TINY_RUN, ProgramTest, interrupt, wait_for_first_progress


class Interrupted(ProgramTest):
    def test_ctrl_c_sigterm_and_sigusr1_stop_after_the_month_and_leave_no_result(self) -> None:
        for with_signal in [signal.SIGINT, signal.SIGTERM, signal.SIGUSR1]:
            with self.subTest(with_signal.name):
                process = self.start_program(*LONG_RUN)
                wait_for_first_progress(process)
                said = interrupt(process, with_signal)
                self.assertEqual(process.returncode, INTERRUPTED, said)
                self.assertIn("stopping after this month; a checkpoint will be written", said)
                self.assertIn("tujuh: stopped after", said)
                self.assertEqual(self.files(), ["community.h5.checkpoint"])
                (self.folder / "community.h5.checkpoint").unlink()

    def test_the_word_comes_before_the_end(self) -> None:
        process = self.start_program(*LONG_RUN, "--progress", "plain")
        wait_for_first_progress(process)
        process.send_signal(signal.SIGINT)
        lines = [line for line in process.stderr if line.startswith("tujuh:")]
        process.wait(timeout=120)
        self.assertTrue(lines[0].startswith("tujuh: stopping after this month"))
        self.assertTrue(lines[-1].startswith("tujuh: stopped after"), lines)

    def test_a_second_ctrl_c_ends_at_once(self) -> None:
        # With 20 threads side by side many worlds are under way; the second signal does not wait for them.
        process = self.start_program(*LONG_RUN)
        wait_for_first_progress(process)
        process.send_signal(signal.SIGINT)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=120)
        self.assertEqual(process.returncode, INTERRUPTED)
        self.assertNotIn("community.h5", self.files())

    def test_commands_that_keep_nothing_stop_too(self) -> None:
        for command in [["attribute", "community", "--activities"],
                        ["published", "baseline", "--replicates", "100"], ["bench", "baseline"]]:
            with self.subTest(command[0]):
                months = [] if command[0] == "published" else ["--months", "1200"]
                process = self.start_program(*command, *months)
                wait_for_first_progress(process)
                said = interrupt(process)
                self.assertEqual(process.returncode, INTERRUPTED, said)
                self.assertIn("stopping after this month; nothing is written", said)
                self.assertIn("tujuh: stopped; nothing was written", said)
                self.assertEqual(self.files(), [])

    def test_a_result_that_stood_there_before_is_kept(self) -> None:
        self.write("community.h5", "mine")
        process = self.start_program(*LONG_RUN, "--force")
        wait_for_first_progress(process)
        interrupt(process)
        self.assertEqual((self.folder / "community.h5").read_text(), "mine")
        self.assertEqual(self.files(), ["community.h5", "community.h5.checkpoint"])


class Killed(ProgramTest):
    def test_a_kill_at_any_moment_leaves_no_incomplete_file_under_the_name(self) -> None:
        arguments = ["run", "community", *TINY, "--months", "60", "--replicates", "20", "-o", "result.h5", "--force"]
        start = time.monotonic()
        self.assert_done(self.run_program(*arguments))
        whole = time.monotonic() - start
        (self.folder / "result.h5").unlink()
        for moment in range(1, 13):
            with self.subTest(f"{moment} twelfths of the time"):
                process = self.start_program(*arguments)
                time.sleep(whole * moment / 12)
                process.kill()
                process.communicate()
                if (self.folder / "result.h5").exists():
                    self.assertEqual(self.run_program("inspect", "result.h5").returncode, OK)
                    (self.folder / "result.h5").unlink()
        self.assert_done(self.run_program(*arguments))
        self.assertEqual(self.files(), ["result.h5"])

    def test_what_a_killed_run_left_goes_with_the_next_run(self) -> None:
        gone = subprocess.Popen(["true"])
        gone.wait()
        self.write(f".community.h5.{gone.pid}.partial", "half a result")
        living = f".community.h5.{os.getpid()}.partial"
        self.write(living, "somebody is writing")
        self.assert_done(self.run_program(*TINY_RUN))
        self.assertEqual(self.files(), [living, "community.h5"])


if __name__ == "__main__":
    unittest.main()
