# SPDX-License-Identifier: Apache-2.0
"""A nation shared by several processes has the result of one, or none. Needs a program that knows MPI."""

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

PROGRAM = os.environ["TUJUH_PROGRAM"]
SCENARIOS = pathlib.Path(os.environ["TUJUH_SOURCE_DIR"]) / "scenarios"
MPIRUN = ["mpirun", "--allow-run-as-root", "--oversubscribe", "-n"]
COMMUNITY = ["--set", "population.households_per_village=200", "--set", "population.districts_per_province=3",
             "--set", "burn_in_months=12", "--months", "14", "--replicates", "1", "community"]
PROVINCES = ["--set", 'population.provinces=["31", "34", "51"]', "--set", "population.households=3000",
             "--set", "burn_in_months=12", "--months", "14", "--replicates", "2", "baseline"]
LONG = ["--set", "population.households=20000", "--months", "1200", "baseline"]

KNOWS_MPI = os.environ["TUJUH_MPI"] == "1"


def processes_under(parent: int) -> list[int]:
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and f"PPid:\t{parent}\n" in (entry / "status").read_text():
                found.append(int(entry.name))
        except OSError:  # it has ended meanwhile
            pass
    return sorted(found)


def seconds_worked(process: int) -> float:
    times = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(times[11]) / os.sysconf("SC_CLK_TCK")


class Processes(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tujuh_ranks_"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("TUJUH_")}
        self.environment["TUJUH_SCENARIOS"] = str(SCENARIOS)
        # Open MPI does not give back all of its memory at the end, and a build with sanitizers would fail for it.
        self.environment["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"

    def call(self, *command: str) -> subprocess.CompletedProcess:
        return subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, text=True,
                              check=False)

    def said(self, stderr: str) -> list[str]:
        """What the program says itself; mpirun adds words of its own."""
        return [line for line in stderr.splitlines() if line.startswith("tujuh: ")]


@unittest.skipIf(KNOWS_MPI, "this program knows MPI")
class WithoutMpi(Processes):
    def test_a_program_that_knows_no_mpi_says_so_when_mpirun_starts_it(self) -> None:
        self.environment["OMPI_COMM_WORLD_SIZE"] = "4"
        done = self.call(PROGRAM, "run", "-o", "r.h5", *COMMUNITY)
        self.assertEqual(done.returncode, 2)
        self.assertIn("started as 4 processes, but this tujuh was built without MPI", done.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])


@unittest.skipUnless(KNOWS_MPI and shutil.which("mpirun"), "needs MPI (Debian: libopenmpi-dev openmpi-bin)")
class Ranks(Processes):
    def hash_with(self, launcher: list[str], threads: int, scenario: list[str], command: str = "run") -> str:
        done = self.call(*launcher, PROGRAM, command, "--force", "--threads", str(threads), "-o", "r.h5", *scenario)
        self.assertEqual(done.returncode, 0, done.stderr)
        shown = self.call(PROGRAM, "inspect", "r.h5")
        return next(line.split()[-1] for line in shown.stdout.splitlines() if "result hash" in line)

    def start(self) -> subprocess.Popen:
        """Two processes in the midst of a long run: each has worked for a second."""
        command = [*MPIRUN, "2", PROGRAM, "run", "-o", "r.h5", *LONG]
        launcher = subprocess.Popen(command, cwd=self.folder, env=self.environment, text=True,
                                    stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(launcher.stdout.close)
        self.addCleanup(launcher.stderr.close)
        self.addCleanup(lambda: launcher.poll() is None and launcher.kill())
        for _ in range(600):
            worked = [seconds_worked(process) for process in processes_under(launcher.pid)]
            if len(worked) == 2 and min(worked) > 1:
                break
            time.sleep(0.1)
        return launcher

    def test_one_two_and_four_processes_have_one_result(self) -> None:
        for scenario in (COMMUNITY, PROVINCES):
            alone = self.hash_with([], 1, scenario)
            for processes, threads in ((2, 1), (2, 2), (4, 1)):
                with self.subTest(processes=processes, threads=threads, scenario=scenario[-1]):
                    self.assertEqual(self.hash_with([*MPIRUN, str(processes)], threads, scenario), alone)

    def test_scenarios_are_compared_by_two_processes_as_by_one(self) -> None:
        policy = self.folder / "policy.toml"
        policy.write_text('# ?\nformat = 1\nextends = "baseline"\n[[policy]]\nid = "stop"\nfrom_month = 3\n'
                          "programmes.sembako.quota = 0\n", encoding="utf-8")
        scenarios = [*PROVINCES, str(policy)]
        alone = self.hash_with([], 1, scenarios, "compare")
        self.assertEqual(self.hash_with([*MPIRUN, "2"], 1, scenarios, "compare"), alone)

    def test_the_table_and_each_message_are_printed_once(self) -> None:
        alone = self.call(PROGRAM, "run", "-o", "a.h5", *COMMUNITY)
        shared = self.call(*MPIRUN, "2", PROGRAM, "run", "-o", "b.h5", *COMMUNITY)
        self.assertEqual(shared.stdout, alone.stdout)
        self.assertEqual(shared.stderr.count("next: tujuh inspect b.h5"), 1, shared.stderr)

    def test_a_mistake_is_said_once_and_nothing_is_written(self) -> None:
        done = self.call(*MPIRUN, "2", PROGRAM, "run", "--set", "months=never", "-o", "r.h5", "community")
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(len(self.said(done.stderr)), 1, done.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_what_runs_as_one_process_says_so(self) -> None:
        for words in (["list", "outcomes"], ["attribute", "community"], ["patterns"]):
            done = self.call(*MPIRUN, "2", PROGRAM, *words)
            self.assertNotEqual(done.returncode, 0)
            self.assertEqual(done.stdout, "")
            self.assertIn(f"'{words[0]}' runs as one process", done.stderr)

    def test_a_killed_process_ends_the_others_and_leaves_no_result(self) -> None:
        launcher = self.start()
        os.kill(processes_under(launcher.pid)[-1], signal.SIGKILL)
        _, stderr = launcher.communicate(timeout=60)
        self.assertNotEqual(launcher.returncode, 0)
        self.assertIn("exited on signal 9", stderr)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_ctrl_c_ends_all_and_leaves_no_result(self) -> None:
        launcher = self.start()
        launcher.send_signal(signal.SIGINT)
        _, stderr = launcher.communicate(timeout=60)
        self.assertNotEqual(launcher.returncode, 0)
        self.assertEqual(stderr.count("stopping after this month"), 1, stderr)
        self.assertFalse((self.folder / "r.h5").exists())

    def test_a_signal_that_mpirun_passes_on_ends_all_with_a_checkpoint(self) -> None:
        launcher = self.start()
        launcher.send_signal(signal.SIGUSR1)
        _, stderr = launcher.communicate(timeout=60)
        self.assertEqual(launcher.returncode, 75, stderr)
        self.assertEqual(stderr.count("stopping after this month"), 1, stderr)
        self.assertEqual(stderr.count("the run so far is in r.h5.checkpoint"), 1, stderr)
        self.assertEqual([file.name for file in self.folder.iterdir()], ["r.h5.checkpoint"])

    def kill_at_the_first_checkpoint(self, command: list[str]) -> None:
        launcher = subprocess.Popen([*MPIRUN, "2", *command, "--checkpoint-every", "20"], cwd=self.folder,
                                    env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while launcher.poll() is None and not (self.folder / "r.h5.checkpoint").exists():
            time.sleep(0.01)
        for process in processes_under(launcher.pid):
            os.kill(process, signal.SIGKILL)
        launcher.wait(timeout=60)

    def test_a_checkpoint_of_two_processes_is_gone_on_with_by_three_or_one(self) -> None:
        scenario = [word if word != "14" else "100" for word in PROVINCES]
        whole = self.hash_with([], 1, scenario)
        command = [PROGRAM, "run", "--force", "-o", "r.h5", *scenario]
        for processes in (3, 1):
            self.kill_at_the_first_checkpoint(command)
            launcher = [*MPIRUN, str(processes)] if processes > 1 else []
            done = self.call(*launcher, *command, "--resume")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(done.stderr.count("going on from r.h5.checkpoint"), 1, done.stderr)
            shown = self.call(PROGRAM, "inspect", "r.h5")
            self.assertIn(whole, shown.stdout)
            self.assertFalse((self.folder / "r.h5.checkpoint").exists())

    def test_processes_verify_together_what_one_has_written(self) -> None:
        self.hash_with([], 1, COMMUNITY)
        done = self.call(*MPIRUN, "2", PROGRAM, "verify", "r.h5")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.count("the same again"), 1, done.stdout)


if __name__ == "__main__":
    unittest.main()
