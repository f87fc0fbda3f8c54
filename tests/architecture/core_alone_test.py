# SPDX-License-Identifier: Apache-2.0
"""The core as it was really built: it saw only sim/ and Eigen, and it calls nothing that it may not know."""

import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import unittest

SOURCE_FOLDER = pathlib.Path(os.environ["TUJUH_SOURCE_DIR"])
BUILD_FOLDER = pathlib.Path(os.environ["TUJUH_BINARY_DIR"])
EIGEN_FOLDER = pathlib.Path(os.environ["TUJUH_EIGEN_DIR"])

# Symbols of the C and C++ libraries whose results differ between machines, or that reach outside the process.
FORBIDDEN_SYMBOL = re.compile(
    r"^(expf?|exp2f?|expm1f?|logf?|log2f?|log10f?|log1pf?|powf?|cbrtf?|hypotf?|sinf?|cosf?|tanf?|asinf?|"
    r"acosf?|atanf?|atan2f?|sinhf?|coshf?|tanhf?|erff?|erfcf?|tgammaf?|lgammaf?|fmaf?|"
    r"__exp\w*|__log\w*|__pow\w*|secure_getenv|getenv|exit|abort|fopen(64)?|fwrite|printf|puts|open(64)?|"
    r"time|clock|clock_gettime|gettimeofday|rand|srand|pthread_\w+|H5\w+|GOMP_\w+|omp_\w+|"
    r"std::(basic_(i|o|io)?f?stream|ios_base|thread|chrono|random_device|cout|cerr)\b.*|"
    r"(tbb|toml|fmt|boost)::.*)$")


def core_commands() -> list[dict]:
    """The compile commands of the core library, from CMake's list of them."""
    commands = json.loads((BUILD_FOLDER / "compile_commands.json").read_text(encoding="utf-8"))
    return [command for command in commands if "/tujuh_core.dir/" in command["command"]]


def include_folders(command: str) -> set[str]:
    """Every folder that a compile command searches for headers beside the compiler's own."""
    words = shlex.split(command)
    folders = set()
    for number, word in enumerate(words):
        for option in ("-isystem", "-iquote", "-idirafter", "-include", "-I"):
            if word == option:
                folders.add(words[number + 1])
            elif word.startswith(option) and option != "-include":
                folders.add(word.removeprefix(option))
    return folders


def forbidden_symbols(names: list[str]) -> list[str]:
    return sorted({name for name in names if FORBIDDEN_SYMBOL.match(name)})


class CoreAlone(unittest.TestCase):
    def test_the_core_is_compiled_with_only_sim_and_eigen_on_the_include_path(self) -> None:
        commands = core_commands()
        self.assertTrue(commands, "the core was not built")
        allowed = {str(SOURCE_FOLDER / "sim"), str(EIGEN_FOLDER)}
        for command in commands:
            others = include_folders(command["command"]) - allowed
            self.assertFalse(others, f"{command['file']} also sees {sorted(others)}")

    def test_the_core_calls_no_foreign_exp_file_clock_thread_or_environment(self) -> None:
        if shutil.which("nm") is None:
            self.skipTest("nm is not installed")
        library = str(BUILD_FOLDER / "libtujuh_core.a")
        listing = subprocess.run(["nm", "--demangle", "--undefined-only", "--format=posix", library],
                                 capture_output=True, text=True, check=True)
        names = [line.rsplit(" U", 1)[0].strip() for line in listing.stdout.splitlines() if " U" in line]
        self.assertTrue(names, "no symbol was read")
        self.assertEqual(forbidden_symbols(names), [])

    def test_a_forbidden_symbol_is_recognised(self) -> None:
        names = ["exp", "memcpy", "getenv", "std::ios_base::Init::Init()", "operator new(unsigned long)",
                 "tujuh::exp(double)", "pthread_create", "std::chrono::_V2::steady_clock::now()"]
        self.assertEqual(forbidden_symbols(names), ["exp", "getenv", "pthread_create",
                                                    "std::chrono::_V2::steady_clock::now()",
                                                    "std::ios_base::Init::Init()"])


if __name__ == "__main__":
    unittest.main()
