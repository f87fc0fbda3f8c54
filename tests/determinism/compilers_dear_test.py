# SPDX-License-Identifier: Apache-2.0
"""Every build gives the same bits: g++ and clang++, optimised, hardly optimised (with sanitizers) and not at all, for
any vectors, on any number of threads.

Uses the builds that lie beside this one and hold a program, as `./tujuh test --all` leaves them, and makes, by the
compiler of this build, one without any optimisation and one for each instruction set that this machine has. Where the
sources are newer than a program beside this one, that program is left out. Prints one line a run: hash, build, threads.
"""

import os
import pathlib
import platform
import re
import subprocess
import unittest

SOURCE = pathlib.Path(os.environ["TUJUH_SOURCE_DIR"])
BUILD = pathlib.Path(os.environ["TUJUH_BINARY_DIR"])
RUN = ["run", str(SOURCE / "scenarios" / "community.toml"), "--months", "14", "--replicates", "2",
       "--set", "burn_in_months=12", "--set", "population.districts_per_province=2",
       "--set", "population.households_per_village=100", "--verbose", "--force"]


def cached(name: str) -> str:
    """A value of this build's CMake cache."""
    found = re.search(rf"^{name}:[^=]*=(.*)$", (BUILD / "CMakeCache.txt").read_text(), re.MULTILINE)
    return found.group(1) if found else ""


def made(name: str, *options: str) -> pathlib.Path:
    """Builds the program with these options below this build's folder."""
    folder = BUILD / name
    subprocess.run(["cmake", "-S", SOURCE, "-B", folder, "-DBUILD_TESTING=OFF", "-G", cached("CMAKE_GENERATOR"),
                    f"-DCMAKE_CXX_COMPILER={cached('CMAKE_CXX_COMPILER')}", *options], check=True, capture_output=True)
    subprocess.run(["cmake", "--build", folder, "--parallel", "2", "--target", "tujuh"], check=True,
                   capture_output=True)
    return folder / "tujuh"


# A processor flag that each set brings with it.
INSTRUCTION_SETS = {"x86-64-v2": "sse4_2", "x86-64-v3": "avx2", "x86-64-v4": "avx512bw"}


def programs_made() -> list[pathlib.Path]:
    cpu = pathlib.Path("/proc/cpuinfo")
    flags = set(re.findall(r"\w+", cpu.read_text())) if platform.machine() == "x86_64" and cpu.exists() else set()
    return [made("unoptimised", "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O0")] + [
        made(name, "-DCMAKE_BUILD_TYPE=Release", f"-DTUJUH_INSTRUCTION_SET={name}")
        for name, flag in INSTRUCTION_SETS.items() if flag in flags]


def programs_beside() -> list[pathlib.Path]:
    newest_source = max(file.stat().st_mtime for file in (SOURCE / "sim").rglob("*") if file.is_file())
    return [program for program in sorted(BUILD.parent.glob("*/tujuh"))
            if program.is_file() and os.access(program, os.X_OK) and (program.parent / "CMakeCache.txt").exists()
            and program.parent != BUILD and program.stat().st_mtime > newest_source
            and f"CMAKE_HOME_DIRECTORY:INTERNAL={SOURCE}\n" in (program.parent / "CMakeCache.txt").read_text()]


def result_hash(program: pathlib.Path, threads: int) -> str:
    ran = subprocess.run([program, *RUN, "--threads", str(threads), "-o", BUILD / "compilers.h5"], capture_output=True,
                         text=True, check=True)
    found = re.search(r"result hash ([0-9a-f]{64})", ran.stderr).group(1)
    print(f"{found} {program.parent.name}, {threads} threads", flush=True)
    return found


class Compilers(unittest.TestCase):
    def test_every_build_gives_the_same_result_hash(self) -> None:
        wanted = result_hash(BUILD / "tujuh", 1)
        for threads in (2, 3, 4):
            with self.subTest(threads=threads):
                self.assertEqual(result_hash(BUILD / "tujuh", threads), wanted)
        for program in [*programs_made(), *programs_beside()]:
            with self.subTest(program.parent.name):
                self.assertEqual(result_hash(program, 2), wanted)


if __name__ == "__main__":
    unittest.main()
