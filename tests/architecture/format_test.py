# SPDX-License-Identifier: Apache-2.0
"""Every C++ source has the form of .clang-format. Skipped without clang-format 14: other versions differ."""

import os
import pathlib
import shutil
import subprocess
import unittest

SOURCE_FOLDER = pathlib.Path(os.environ["TUJUH_SOURCE_DIR"])


def clang_format_14() -> str | None:
    for name in ("clang-format-14", "clang-format"):
        if shutil.which(name):
            version = subprocess.run([name, "--version"], capture_output=True, text=True, check=True).stdout
            if "version 14." in version:
                return name
    return None


class Format(unittest.TestCase):
    def test_the_sources_have_the_form_of_clang_format(self) -> None:
        program = clang_format_14()
        if program is None:
            self.skipTest("clang-format 14 is not installed (Debian package: clang-format-14)")
        files = [str(file.relative_to(SOURCE_FOLDER)) for folder in ("sim", "tests")
                 for ending in ("*.hpp", "*.cpp") for file in sorted((SOURCE_FOLDER / folder).rglob(ending))]
        self.assertTrue(files, "no source was read")
        check = subprocess.run([program, "--dry-run", "--Werror", *files], cwd=SOURCE_FOLDER,
                               capture_output=True, text=True, check=False)
        wrong = sorted({line.split(":")[0] for line in check.stderr.splitlines() if "error:" in line})
        if wrong:
            self.fail(f"\nto be formatted with: {program} -i {' '.join(wrong)}")
        self.assertEqual(check.returncode, 0, check.stderr)


if __name__ == "__main__":
    unittest.main()
