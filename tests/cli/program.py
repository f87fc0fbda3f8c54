# SPDX-License-Identifier: Apache-2.0
"""Calls the built program as a user would, in a folder of its own, and looks at what it leaves behind."""

import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["TUJUH_PROGRAM"]
SCENARIOS = pathlib.Path(os.environ["TUJUH_SOURCE_DIR"]) / "scenarios"

# A world of 50 households whose run takes a fraction of a second, and one that takes half a minute.
TINY = ["--set", "population.villages_per_district=1", "--set", "population.households_per_village=50",
        "--set", "burn_in_months=2"]
TINY_RUN = ["run", "community", *TINY, "--months", "3", "--replicates", "1"]
LONG_RUN = ["run", "community", "--months", "1200", "--replicates", "40"]

SCENARIO = """# Does a test of the command line find what it looks for?
format = 1
extends = "community"
title = "A test"
title_id = "Sebuah uji"
months = 3
burn_in_months = 2

[population]
villages_per_district = 1
households_per_village = 50
"""

(OK, COMMAND_LINE, SCENARIO_WRONG, INPUT_MISSING, MACHINE_TOO_SMALL, CANNOT_CREATE, INPUT_OUTPUT, INTERRUPTED,
 NOT_READABLE) = 0, 2, 65, 66, 69, 73, 74, 75, 77


def mpirun(processes: int) -> tuple:
    """Starts so many processes of a program. What Open MPI itself never frees is no leak of ours."""
    sanitizer = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
    return ("mpirun", "--allow-run-as-root", "--oversubscribe", "-x", f"ASAN_OPTIONS={sanitizer}", "-n",
            str(processes))


class ProgramTest(unittest.TestCase):
    """Every test starts in a fresh folder and without variables of the program."""

    def setUp(self) -> None:
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tujuh_cli_"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.environment = {name: value for name, value in os.environ.items()
                            if not name.startswith("TUJUH_") and name != "NO_COLOR"}
        self.environment["TUJUH_SCENARIOS"] = str(SCENARIOS)

    def run_program(self, *arguments: str, **options) -> subprocess.CompletedProcess:
        environment = self.environment | options.pop("environment", {})
        return subprocess.run([PROGRAM, *arguments], cwd=self.folder, env=environment, capture_output=True, text=True,
                              check=False, **options)

    def start_program(self, *arguments: str) -> subprocess.Popen:
        process = subprocess.Popen([PROGRAM, *arguments], cwd=self.folder, env=self.environment, text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.stderr.close)
        self.addCleanup(lambda: process.poll() is None and process.kill())
        return process

    def write(self, name: str, text: str) -> pathlib.Path:
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return file

    def files(self) -> list[str]:
        """What lies in the folder, hidden files too."""
        return sorted(file.name for file in self.folder.iterdir())

    def assert_done(self, result: subprocess.CompletedProcess) -> None:
        self.assertEqual(result.returncode, OK, result.stderr)

    def assert_fails(self, result: subprocess.CompletedProcess, code: int, *parts: str) -> None:
        """The exit code is `code`, every part stands in the message on stderr, and nothing stands on stdout."""
        self.assertEqual(result.returncode, code, result.stderr)
        for part in parts:
            self.assertIn(part, result.stderr)
        self.assertEqual(result.stdout, "")

    def as_ordinary_user(self) -> dict:
        """Options of subprocess with which rights count, also where the tests are run by root."""
        if os.geteuid() != 0:
            return {}
        try:
            nobody = pwd.getpwnam("nobody")
        except KeyError:
            self.skipTest("root may read and write everything, and there is no user nobody to become")
        self.folder.chmod(0o755)
        options = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        try:
            reachable = subprocess.run([PROGRAM, "list", "scenarios"], cwd=self.folder, env=self.environment,
                                       capture_output=True, check=False, **options).returncode == OK
        except PermissionError:
            reachable = False
        if not reachable:
            self.skipTest("the program lies where the user nobody may not go")
        return options


def wait_for_first_progress(process: subprocess.Popen) -> str:
    """The first line on stderr: from then on the program simulates."""
    return process.stderr.readline()


def interrupt(process: subprocess.Popen, with_signal: int = signal.SIGINT) -> str:
    """Sends the signal and returns what the program says from then on."""
    process.send_signal(with_signal)
    return process.communicate(timeout=120)[1]
