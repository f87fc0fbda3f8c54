# SPDX-License-Identifier: Apache-2.0
"""The core compiles unchanged for the browser. Skipped where em++ is not installed."""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

SOURCE_FOLDER = pathlib.Path(os.environ["TUJUH_SOURCE_DIR"])
EIGEN_FOLDER = pathlib.Path(os.environ["TUJUH_EIGEN_DIR"])
FLAGS = ["-std=c++20", "-O1", "-ffp-contract=off", "-fno-math-errno", "-fno-trapping-math", "-fexceptions",
         "-msimd128"]


def core_sources() -> list[pathlib.Path]:
    """The sources of tujuh_core; its folders are named once, in CMakeLists.txt."""
    text = (SOURCE_FOLDER / "CMakeLists.txt").read_text(encoding="utf-8")
    folders = re.search(r"set\(core_folders\s([^)]*)\)", text).group(1).split()
    sim = SOURCE_FOLDER / "sim"
    sources = [source for folder in folders for source in sorted((sim / folder).glob("*.cpp"))]
    return [*sources, sim / "simulation.cpp"]


class Emscripten(unittest.TestCase):
    def test_the_core_compiles_with_emscripten(self) -> None:
        if shutil.which("em++") is None:
            self.skipTest("em++ is not installed (Debian package: emscripten)")
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            # Only Eigen: the distribution's other headers are for another machine than WebAssembly.
            (folder / "Eigen").symlink_to(EIGEN_FOLDER / "Eigen")
            environment = {"NODE_PATH": "/usr/share/nodejs", **os.environ}  # Debian's place, not em++'s own

            def compile_one(source: pathlib.Path) -> str:
                output = folder / (source.relative_to(SOURCE_FOLDER).as_posix().replace("/", "_") + ".o")
                command = ["em++", *FLAGS, "-I", str(SOURCE_FOLDER / "sim"), "-isystem", name, "-c",
                           str(source), "-o", str(output)]
                result = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
                if result.returncode == 0 and output.is_file():
                    return ""
                return f"{source.relative_to(SOURCE_FOLDER)}: {result.stdout}{result.stderr}"

            sources = core_sources()
            self.assertGreater(len(sources), 1)
            with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
                faults = [text for text in pool.map(compile_one, sources) if text]
        if faults:
            self.fail("\n" + "\n".join(faults))


if __name__ == "__main__":
    unittest.main()
