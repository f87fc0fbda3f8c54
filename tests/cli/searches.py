# SPDX-License-Identifier: Apache-2.0
"""What tests of calibrate and optimise share: tiny worlds, and searches that are killed, stopped and gone on with."""

import json
import random
import re
import shutil
import signal
import subprocess
import time

from program import COMMAND_LINE, INTERRUPTED, OK, PROGRAM, SCENARIO_WRONG, ProgramTest, interrupt, mpirun

# Factors are set by a policy, so that all points share the world in which it begins.
WORLD = """format = 1
kind = "design"
extends = "community"
title = "A test of searches"
title_id = "Uji pencarian"
months = 12
burn_in_months = 6

[population]
villages_per_district = 2
households_per_village = 60

[[policy]]
id = "rules"
from_month = 0
agencies.burden = 0.6
workforce.social_worker = 20000

[[factor]]
key = "policy.rules.workforce.social_worker"
low = 5000
high = 80000
scale = "log"

[[factor]]
key = "policy.rules.agencies.burden"
low = 0.1
high = 0.9

"""

FAILED_POINTS = 3


class SearchTest(ProgramTest):
    """`COMMAND` carries out `DESIGN`, which stands in d.toml."""

    COMMAND, DESIGN = "", ""

    def setUp(self) -> None:
        super().setUp()
        self.write("d.toml", self.DESIGN)

    def search(self, *words: str, launcher: tuple = ()) -> subprocess.CompletedProcess:
        return subprocess.run([*launcher, PROGRAM, self.COMMAND, "d.toml", "--progress", "none", *words],
                              cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False)

    def found(self, *words: str) -> dict:
        ended = self.search("--json", "--force", *words)
        self.assertEqual(ended.returncode, OK, ended.stderr)
        return json.loads(ended.stdout)

    def done(self, *words: str) -> bytes:
        ended = self.search(*words)
        self.assertEqual(ended.returncode, OK, ended.stderr)
        self.assertEqual(self.files(), ["d.h5", "d.toml"])
        return (self.folder / "d.h5").read_bytes()

    def begun(self, parts: int, *words: str) -> subprocess.Popen:
        """The search with so many parts done."""
        process = self.start_program(self.COMMAND, "d.toml", "--progress", "none", *words)
        while len(list(self.folder.glob("d.h5.parts/part*"))) < parts and process.poll() is None:
            time.sleep(0.005)
        return process


class PrintedAgain:
    """A test of every command with points; `SearchTest` comes beside."""

    def test_a_whole_file_is_printed_again_without_a_run(self) -> None:
        first = self.search("--json")
        self.assertEqual(first.returncode, OK, first.stderr)
        whole = (self.folder / "d.h5").read_bytes()
        again = self.search("--json", "--resume")
        self.assertEqual(again.returncode, OK, again.stderr)
        self.assertEqual(again.stdout, first.stdout)
        self.assertIn("d.h5 is complete; there is nothing to do", again.stderr)
        self.assertEqual((self.folder / "d.h5").read_bytes(), whole)
        for words in (["inspect", "d.h5"], ["export", "d.h5", "-o", "tables"]):
            self.assert_done(self.run_program(*words))


class GoesOn(PrintedAgain):
    """Tests of every search; `SearchTest` comes beside."""

    def test_threads_change_no_byte_and_the_file_can_be_verified(self) -> None:
        one = self.done("--threads", "1")
        self.assertEqual(self.done("--threads", "3", "--force"), one)
        verified = self.run_program("verify", "d.h5")
        self.assert_done(verified)
        self.assertIn("d.h5: the same again", verified.stdout)

    def test_a_search_killed_at_any_moment_goes_on_to_the_same_file(self) -> None:
        started = time.monotonic()
        whole = self.done("--threads", "2")
        takes = time.monotonic() - started
        (self.folder / "d.h5").unlink()
        for parts in (1, 3, 4):
            process = self.begun(parts, "--threads", "2", "--resume")
            process.send_signal(signal.SIGKILL)
            process.communicate()
        moments = random.Random(7)
        for _ in range(2):
            process = self.start_program(self.COMMAND, "d.toml", "--threads", "2", "--progress", "none", "--resume")
            time.sleep(moments.uniform(0, takes))
            process.send_signal(signal.SIGKILL)
            process.communicate()
        self.assertEqual(self.done("--resume", "--threads", "1"), whole)

    def test_a_signal_keeps_what_is_done_and_says_how_to_go_on(self) -> None:
        whole = self.done("--threads", "1")
        (self.folder / "d.h5").unlink()
        process = self.begun(2, "--threads", "1")
        said = interrupt(process, signal.SIGTERM)
        self.assertEqual(process.returncode, INTERRUPTED, said)
        self.assertIn("stopped; the points that are done are kept in d.h5.parts; the same command with --resume "
                      "goes on", said)
        self.assertEqual(self.files(), ["d.h5.parts", "d.toml"])
        refused = self.search()
        self.assertIn("d.h5.parts", refused.stderr)
        self.assertIn("holds a search that is not finished", refused.stderr)
        self.assertEqual(self.done("--resume", "--threads", "2"), whole)

    def test_the_time_that_was_given_ends_a_search_as_a_signal_does(self) -> None:
        self.write("d.toml", self.DESIGN.replace("months = 12", "months = 1200"))
        ended = self.search("--max-walltime", "0:00:01")
        self.assertEqual(ended.returncode, INTERRUPTED, ended.stderr)
        self.assertIn("--resume goes on", ended.stderr)

    def test_parts_and_several_processes_are_refused(self) -> None:
        for words in (("--shard", "1/2"), ("--retry-failed",)):
            ended = self.search(*words)
            self.assertEqual(ended.returncode, COMMAND_LINE, ended.stderr)
            self.assertIn(words[0], ended.stderr)
        if shutil.which("mpirun"):
            ended = self.search(launcher=mpirun(2))
            self.assertNotEqual(ended.returncode, OK)
            self.assertEqual(len(re.findall("runs (?:as|in) one process", ended.stderr)), 1, ended.stderr)
        self.assertEqual(self.files(), ["d.toml"])

    def test_sweep_names_the_command_that_carries_it_out(self) -> None:
        self.assert_fails(self.run_program("sweep", "d.toml"), SCENARIO_WRONG,
                          f"'tujuh {self.COMMAND} d.toml' carries it out")

    def test_a_dry_run_writes_nothing(self) -> None:
        ended = self.search("--dry-run")
        self.assertEqual(ended.returncode, OK, ended.stderr)
        self.assertIn("nothing was simulated or written", ended.stderr)
        self.assertEqual(self.files(), ["d.toml"])
