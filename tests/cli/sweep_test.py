# SPDX-License-Identifier: Apache-2.0
"""`sweep`: one file to the byte however it was run, nothing lost by a kill, errors told before the first run."""

import random
import shutil
import signal
import subprocess
import time
import unittest

from program import (CANNOT_CREATE, COMMAND_LINE, INTERRUPTED, OK, PROGRAM, SCENARIO_WRONG, ProgramTest, interrupt,
                     mpirun)

DESIGN = """# Which points does a test of sweeps run?
format = 1
kind = "design"
extends = "community"
title = "A test of sweeps"
title_id = "Uji sapuan"
months = 12
burn_in_months = 6

[population]
villages_per_district = 2
households_per_village = 400

[design]
method = "latin_hypercube"
points = 60
replicates = 2
outcomes = ["coverage_of_eligible", "gini"]
groupings = ["decile"]

[[factor]]
key = "agencies.burden"

[[factor]]
key = "application.media_rate"
low = 0.001
high = 0.1
scale = "log"
"""

# Several batches, of at most 64 points each.
LARGER = DESIGN.replace("points = 60", "points = 200").replace("replicates = 2", "replicates = 1")


class Sweeps(ProgramTest):
    def setUp(self) -> None:
        super().setUp()
        self.write("d.toml", DESIGN)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def sweep(self, *words: str, launcher: tuple = ()) -> subprocess.CompletedProcess:
        return subprocess.run([*launcher, PROGRAM, "sweep", "d.toml", "--progress", "none", *words], cwd=self.folder,
                              env=self.environment, capture_output=True, text=True, check=False)

    def done(self, *words: str, launcher: tuple = ()) -> bytes:
        ended = self.sweep(*words, launcher=launcher)
        self.assertEqual(ended.returncode, OK, ended.stderr)
        return (self.folder / "d.h5").read_bytes()

    def stopped_with_a_batch_done(self) -> str:
        """What a sweep says that is interrupted after its first batch."""
        self.write("d.toml", LARGER.replace("points = 200", "points = 600"))
        process = self.start_program("sweep", "d.toml", "--progress", "none")
        while not list(self.folder.glob("d.h5.parts/part*")) and process.poll() is None:
            time.sleep(0.02)
        said = interrupt(process)
        self.assertEqual(process.returncode, INTERRUPTED, said)
        return said

    def test_threads_change_no_byte_and_the_batches_go_when_the_file_is_there(self) -> None:
        one = self.done("--threads", "1")
        self.assertEqual(self.done("--threads", "3", "--force"), one)
        self.assertEqual(self.files(), ["d.h5", "d.toml"])

    def test_shards_in_any_order_give_the_file_of_a_whole_sweep(self) -> None:
        self.write("d.toml", LARGER)
        whole = self.done()
        (self.folder / "d.h5").unlink()
        for shard in ("3/4", "1/4", "4/4"):
            ended = self.sweep("--shard", shard)
            self.assertEqual(ended.returncode, OK, ended.stderr)
            self.assertFalse((self.folder / "d.h5").exists())
        self.assertEqual(self.done("--shard", "2/4"), whole)

    @unittest.skipUnless(shutil.which("mpirun"), "needs MPI (Debian: openmpi-bin)")
    def test_several_processes_give_the_file_of_one(self) -> None:
        self.write("d.toml", LARGER)
        whole = self.done()
        self.assertEqual(self.done("--force", launcher=mpirun(3)), whole)

    def test_a_sweep_killed_at_any_moment_goes_on_to_the_same_file(self) -> None:
        self.write("d.toml", LARGER)
        started = time.monotonic()
        whole = self.done("--threads", "2")
        takes = time.monotonic() - started
        (self.folder / "d.h5").unlink()
        moments = random.Random(7)
        for _ in range(5):
            process = self.start_program("sweep", "d.toml", "--threads", "2", "--progress", "none", "--resume")
            time.sleep(moments.uniform(0, takes))
            process.send_signal(signal.SIGKILL)
            process.communicate()
        self.assertEqual(self.done("--resume"), whole)
        self.assertEqual(self.files(), ["d.h5", "d.toml"])

    def test_ctrl_c_keeps_finished_batches_and_says_how_to_go_on(self) -> None:
        said = self.stopped_with_a_batch_done()
        self.assertIn("batches that are done are kept", said)
        self.assertIn("--resume goes on", said)
        self.assertEqual(self.files(), ["d.h5.parts", "d.toml"])

    def test_a_limit_of_time_stops_as_ctrl_c_does(self) -> None:
        self.write("d.toml", LARGER.replace("months = 12", "months = 1200"))
        ended = self.sweep("--max-walltime", "0:00:01")
        self.assertEqual(ended.returncode, INTERRUPTED, ended.stderr)
        self.assertIn("--resume goes on", ended.stderr)

    def test_batches_of_another_design_are_refused_with_what_differs(self) -> None:
        self.stopped_with_a_batch_done()
        self.write("d.toml", LARGER.replace("points = 200", "points = 601"))
        ended = self.sweep("--resume")
        self.assertEqual(ended.returncode, CANNOT_CREATE, ended.stderr)
        self.assertIn("design", ended.stderr)
        ended = self.sweep()
        self.assertEqual(ended.returncode, CANNOT_CREATE, ended.stderr)
        self.assertIn("holds a sweep that is not finished", ended.stderr)

    def test_with_nothing_to_go_on_from_resume_starts_afresh_and_a_whole_file_is_left_alone(self) -> None:
        whole = self.done("--resume")
        ended = self.sweep("--resume")
        self.assertEqual(ended.returncode, OK, ended.stderr)
        self.assertIn("is complete", ended.stderr)
        self.assertEqual((self.folder / "d.h5").read_bytes(), whole)

    def test_a_dry_run_says_runs_time_memory_and_disk_and_writes_nothing(self) -> None:
        ended = self.sweep("--dry-run")
        self.assertEqual(ended.returncode, OK, ended.stderr)
        for part in ("60 points", "2 replicates", "120 runs", "of memory", "on disk"):
            self.assertIn(part, ended.stderr)
        self.assertEqual(self.files(), ["d.toml"])

    def test_check_knows_designs(self) -> None:
        ended = self.run_program("check", "d.toml")
        self.assertEqual(ended.returncode, OK, ended.stderr)
        self.assertIn("d.toml: no problem;", ended.stdout)
        self.assertIn("60 points, 2 replicates each", ended.stdout)

    def test_what_is_wrong_is_told_before_the_first_run_with_the_line_and_the_nearest_name(self) -> None:
        for right, wrong, said in [
                ("agencies.burden", "agencies.burdn", "did you mean burden?"),
                ('"gini"', '"ginni"', "did you mean gini?"),
                ("latin_hypercube", "latin_hypercub", "latin_hypercube"),
                ("low = 0.001", "low = -1", "low"),
                ("points = 60", "points = 0", "points")]:
            with self.subTest(wrong=wrong):
                self.write("d.toml", DESIGN.replace(right, wrong))
                ended = self.sweep()
                self.assertEqual(ended.returncode, SCENARIO_WRONG, ended.stderr)
                self.assertIn("d.toml:", ended.stderr)
                self.assertIn(said, ended.stderr)
                self.assertEqual(self.files(), ["d.toml"])

    def test_a_point_that_is_no_sound_scenario_is_told_before_the_first_run(self) -> None:
        self.write("d.toml", DESIGN + '\n[[factor]]\nkey = "workers.task_mix.2"\nvalues = [0.41, 0.9]\n')
        ended = self.sweep()
        self.assertEqual(ended.returncode, SCENARIO_WRONG, ended.stderr)
        self.assertIn("at point", ended.stderr)
        self.assertIn("of 60 points are no sound scenario", ended.stderr)
        self.write("d.toml", DESIGN.replace("[design]", "[design]\nrescale_mixes = true") +
                   '\n[[factor]]\nkey = "workers.task_mix.2"\nvalues = [0.41, 0.9]\n')
        self.done()

    def test_a_shard_that_cannot_be_is_refused(self) -> None:
        for shard in ("5/4", "0/4", "x", "1/0"):
            with self.subTest(shard=shard):
                self.assertEqual(self.sweep("--shard", shard).returncode, COMMAND_LINE)


if __name__ == "__main__":
    unittest.main()
