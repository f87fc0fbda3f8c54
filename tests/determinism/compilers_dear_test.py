# SPDX-License-Identifier: Apache-2.0
"""Every build gives the same bits: g++ and clang++, optimised, hardly optimised (with sanitizers) and not at all.

Uses the builds that lie beside this one and hold a program, as `./tujuh test --all` leaves them, and makes one
without any optimisation by the compiler of this build. Where the sources are newer than a program beside this one,
that program is left out.
"""

import os
import pathlib
import re
import subprocess
import unittest

SOURCE = pathlib.Path(os.environ["TUJUH_SOURCE_DIR"])
BUILD = pathlib.Path(os.environ["TUJUH_BINARY_DIR"])
RUN = ["run", str(SOURCE / "scenarios" / "community.toml"), "--months", "14", "--replicates", "2", "--threads", "2",
       "--set", "burn_in_months=12", "--set", "population.districts_per_province=2",
       "--set", "population.households_per_village=100", "--verbose", "--force"]


def cached(name: str) -> str:
    """A value of this build's CMake cache."""
    found = re.search(rf"^{name}:[^=]*=(.*)$", (BUILD / "CMakeCache.txt").read_text(), re.MULTILINE)
    return found.group(1) if found else ""


def unoptimised_program() -> pathlib.Path:
    """Builds the program with -O0 below this build's folder."""
    folder = BUILD / "unoptimised"
    subprocess.run(["cmake", "-S", SOURCE, "-B", folder, "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O0",
                    "-DBUILD_TESTING=OFF", "-G", cached("CMAKE_GENERATOR"),
                    f"-DCMAKE_CXX_COMPILER={cached('CMAKE_CXX_COMPILER')}"], check=True, capture_output=True)
    subprocess.run(["cmake", "--build", folder, "--parallel", "2", "--target", "tujuh"], check=True,
                   capture_output=True)
    return folder / "tujuh"


def programs_beside() -> list[pathlib.Path]:
    newest_source = max(file.stat().st_mtime for file in (SOURCE / "sim").rglob("*") if file.is_file())
    return [program for program in sorted(BUILD.parent.glob("*/tujuh"))
            if program.is_file() and os.access(program, os.X_OK) and (program.parent / "CMakeCache.txt").exists()
            and program.parent != BUILD and program.stat().st_mtime > newest_source
            and f"CMAKE_HOME_DIRECTORY:INTERNAL={SOURCE}\n" in (program.parent / "CMakeCache.txt").read_text()]


def result_hash(program: pathlib.Path, folder: pathlib.Path) -> str:
    ran = subprocess.run([program, *RUN, "-o", folder / "compilers.h5"], capture_output=True, text=True, check=True)
    return re.search(r"result hash ([0-9a-f]{64})", ran.stderr).group(1)


class Compilers(unittest.TestCase):
    def test_every_build_gives_the_same_result_hash(self) -> None:
        wanted = result_hash(BUILD / "tujuh", BUILD)
        print(f"{wanted} {BUILD.name}")
        for program in [unoptimised_program(), *programs_beside()]:
            found = result_hash(program, BUILD)
            print(f"{found} {program.parent.name}")
            with self.subTest(program.parent.name):
                self.assertEqual(found, wanted)


if __name__ == "__main__":
    unittest.main()
