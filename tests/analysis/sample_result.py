# SPDX-License-Identifier: Apache-2.0
"""The made-up result that the tests in this folder read, written by the program's own writer at each run."""

import os
import pathlib
import subprocess
import tempfile
import unittest


class WithSampleResult(unittest.TestCase):
    """Has a folder with `compare.h5` (everything), `run.h5` (one scenario) and `one.h5` (one replicate and no
    groups)."""

    @classmethod
    def setUpClass(cls) -> None:
        writer = pathlib.Path(os.environ["TUJUH_BINARY_DIR"], "tests", "write_sample_result")
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = pathlib.Path(temporary.name)
        cls.hashes = {}
        for kind in ("compare", "run", "one"):
            done = subprocess.run([writer, kind, cls.folder / f"{kind}.h5"], capture_output=True, text=True,
                                  check=True)
            cls.hashes[kind] = done.stdout.strip()
