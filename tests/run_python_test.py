# SPDX-License-Identifier: Apache-2.0
"""Run one file of unittest tests for CTest: run_python_test.py FILE [PACKAGE,PACKAGE...]

Exit code 0 when every test passed, 1 when one failed or the file holds none, 77 (for CTest: skipped) when a
package is not installed or every test skipped itself; what is missing is named.
"""

import importlib.util
import pathlib
import sys
import unittest

SKIPPED = 77


def main(arguments: list[str]) -> int:
    file = pathlib.Path(arguments[0])
    packages = [name for name in ",".join(arguments[1:]).split(",") if name]
    missing = [name for name in packages if importlib.util.find_spec(name) is None]
    if missing:
        print(f"skipped: Python package not installed: {', '.join(missing)}")
        return SKIPPED

    sys.path.insert(0, str(file.parent))
    suite = unittest.defaultTestLoader.loadTestsFromName(file.stem)
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    if result.testsRun == 0:
        print(f"{file.name} holds no test")
        return 1
    if not result.wasSuccessful():
        return 1
    return SKIPPED if len(result.skipped) == result.testsRun else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
