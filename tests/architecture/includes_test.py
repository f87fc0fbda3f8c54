# SPDX-License-Identifier: Apache-2.0
"""The layers of sim/: who may include whom, and what the core may not know.

    base < parameters < scenario < world
         < environment, households, informal, agencies, policy, tasks, workers, outcomes
         < simulation < design < run | files | web < commands < main

Reads the text of the sources; nothing is compiled.
"""

import os
import pathlib
import re
import tempfile
import unittest

SOURCE_FOLDER = pathlib.Path(os.environ.get("TUJUH_SOURCE_DIR", pathlib.Path(__file__).parents[2]))

MODEL_FOLDERS = ["environment", "households", "informal", "agencies", "policy", "tasks", "workers",
                 "outcomes"]
LAYERS = [["base"], ["parameters"], ["scenario"], ["world"], MODEL_FOLDERS, ["simulation"],
          ["design"], ["run", "files", "web"], ["commands"], ["main"]]
LAYER_OF = {folder: layer for layer, folders in enumerate(LAYERS) for folder in folders}
CORE = {folder for layer in LAYERS[:6] for folder in layer}

# Within a layer a folder includes only its own headers, and these: header or folder, who may include it, why.
NEIGHBOURS = [
    ("tasks/", ["workers"], "workers choose among the activities and carry them out"),
    ("agencies/eligibility.hpp", ["households", "tasks", "outcomes"],
     "one rule of entitlement for those who apply, help and measure"),
    ("agencies/delivery.hpp", ["households", "outcomes"],
     "what a served household is paid, and what is lost, has one formula for its month and its measure"),
    ("agencies/sub_units.hpp", ["households", "tasks", "outcomes"],
     "capacity has one formula for those who wait for repairs, help agencies and measure"),
    ("agencies/requests.hpp", ["tasks"], "an activity files a request as a household does"),
    ("agencies/providers.hpp", ["households", "tasks", "outcomes"],
     "what a provider is worth has one formula for those whom it serves, license and measure"),
    ("agencies/reports.hpp", ["tasks"], "an activity settles a report"),
    ("informal/mutual_aid.hpp", ["tasks", "outcomes"], "activities found groups; measures count them"),
    ("policy/", ["tasks"], "activities weigh issues and go to court by the rules of policy-makers"),
    ("agencies/providers.hpp", ["policy", "outcomes"],
     "what service is worth has one formula for those who reform and measure"),
    ("households/needs.hpp", ["tasks", "workers", "outcomes"],
     "needs and functioning have one definition for those who suffer, help and measure"),
]

# Written by the build, for sim/files alone.
GENERATED = {("files", "provenance_build.hpp")}

CORE_MAY_NOT_INCLUDE = re.compile(
    r"toml\+\+/|hdf5|H5|boost/|oneapi/|tbb/|fmt/|spdlog/|unistd\.h|sys/|pthread\.h|omp\.h|"
    r"(thread|fstream|iostream|ostream|istream|sstream|cstdio|stdio\.h|filesystem|chrono|ctime|time\.h|mutex|"
    r"shared_mutex|condition_variable|future|random|format|source_location|expected)$")
# Emscripten 3.1.6 lacks the last two headers above; std:: distributions differ between libraries.

# The one place that speaks to the system: it asks for large pages, and results do not know of them.
EXCEPTED = {("base/untouched_memory.cpp", "sys/mman.h")}

CORE_MAY_NOT_SAY = {
    r"\b(throw|try|catch)\b": "the core returns problems as values",
    r"\b(getenv|exit|abort|terminate|rand|srand|printf)\s*\(":
        "the core knows no environment and never ends a process",
    r"\bstd::(exp|exp2|expm1|log|log2|log10|log1p|pow|cbrt|hypot|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|"
    r"tanh|erf|erfc|tgamma|lgamma|fma)\b":
        "the C library's functions differ between machines: base/math.hpp has our own",
}


def without_comments_and_texts(source: str) -> str:
    """The source with comments and literals blanked; lines keep their numbers."""
    comment = r"//[^\n]*|/\*.*?\*/"
    text = r'"(?:\\.|[^"\\\n])*"'
    character = r"(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'"  # 1'000'000 holds none
    pattern = re.compile("|".join([comment, text, character]), re.DOTALL)
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), source)


def folder_of(path: str) -> str:
    """The folder below sim/, or the name of a file that lies in sim/ itself: `simulation`, `main`."""
    first = pathlib.PurePosixPath(path).parts[0]
    return first.split(".")[0]


def include_fault(includer: str, included: str) -> str:
    """Why the file `includer` may not include "included" (paths below sim/); empty if it may."""
    own, other = folder_of(includer), folder_of(included)
    if own not in LAYER_OF:
        return f"folder {own} has no place in the layers of {pathlib.Path(__file__).name}"
    if (own, included) in GENERATED or own == other:
        return ""
    if other not in LAYER_OF:
        return f"{other} has no place in the layers"
    if LAYER_OF[other] > LAYER_OF[own]:
        return f"{own} lies below {other}"
    if LAYER_OF[other] < LAYER_OF[own]:
        return ""
    if any(included.startswith(header) and own in folders for header, folders, _ in NEIGHBOURS):
        return ""
    return f"{own} and {other} do not know each other"


def faults_in(sim: pathlib.Path) -> list[str]:
    """Every breach of the rules under this folder, each with file and line."""
    faults = []
    for file in sorted([*sim.rglob("*.hpp"), *sim.rglob("*.cpp")]):
        path = file.relative_to(sim).as_posix()
        in_core = folder_of(path) in CORE
        source = file.read_text(encoding="utf-8")
        lines = source.splitlines()
        code_lines = without_comments_and_texts(source).splitlines()

        def fault(line: int, text: str, path: str = path) -> None:
            faults.append(f"sim/{path}:{line}: {text}")

        if not lines or lines[0] != "// SPDX-License-Identifier: Apache-2.0":
            fault(1, "the first line is not the SPDX line")
        if file.suffix == ".hpp" and "#pragma once" not in lines:
            fault(1, "the header has no #pragma once")
        for number, (line, code) in enumerate(zip(lines, code_lines), start=1):
            directive = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if directive and code.strip():
                opening, included = directive.groups()
                if opening == '"':
                    if why := include_fault(path, included):
                        fault(number, f'"{included}" is included: {why}')
                    elif (folder_of(path), included) not in GENERATED and not (sim / included).is_file():
                        fault(number, f'"{included}" is not a path below sim/')
                excepted = (path, included) in EXCEPTED
                if in_core and CORE_MAY_NOT_INCLUDE.match(included) and not excepted:
                    fault(number, f"{included} is included: the core may not know it")
            if in_core:
                for pattern, why in CORE_MAY_NOT_SAY.items():
                    if found := re.search(pattern, code):
                        fault(number, f"{found.group().strip()}: {why}")
    return faults


class Layers(unittest.TestCase):
    def faults_of(self, files: dict[str, str]) -> list[str]:
        """The faults of a small tree: path below sim/ and what stands below the SPDX line."""
        with tempfile.TemporaryDirectory() as folder:
            for path, text in files.items():
                file = pathlib.Path(folder) / path
                file.parent.mkdir(parents=True, exist_ok=True)
                head = "// SPDX-License-Identifier: Apache-2.0\n#pragma once\n"
                file.write_text(head + text, encoding="utf-8")
            return faults_in(pathlib.Path(folder))

    def test_the_sources_keep_to_the_layers(self) -> None:
        sim = SOURCE_FOLDER / "sim"
        self.assertTrue(list(sim.rglob("*.hpp")), "no header was read")
        faults = faults_in(sim)
        if faults:
            self.fail("\n" + "\n".join(faults))

    def test_an_include_of_a_higher_layer_is_named_with_file_and_line(self) -> None:
        faults = self.faults_of({"world/a.hpp": '\n#include "households/b.hpp"\n', "households/b.hpp": ""})
        self.assertEqual(
            faults, ['sim/world/a.hpp:4: "households/b.hpp" is included: world lies below households'])

    def test_lower_layers_and_the_own_folder_may_be_included(self) -> None:
        self.assertEqual(
            self.faults_of({
                "base/a.hpp": "",
                "agencies/b.hpp": '#include "base/a.hpp"\n#include <vector>\n',
                "agencies/c.cpp": '#include "agencies/b.hpp"\n',
                "simulation.cpp": '#include "agencies/b.hpp"\n',
                "files/d.cpp": '#include "provenance_build.hpp"\n#include <toml++/toml.h>\n',
            }), [])

    def test_neighbours_meet_only_where_the_table_says_so(self) -> None:
        tree = {"tasks/a.hpp": "", "workers/b.hpp": '#include "tasks/a.hpp"\n'}
        self.assertEqual(self.faults_of(tree), [])
        tree = {"workers/a.hpp": "", "tasks/b.hpp": '#include "workers/a.hpp"\n'}
        self.assertEqual(len(self.faults_of(tree)), 1)
        tree = {"agencies/eligibility.hpp": "", "households/b.hpp": '#include "agencies/eligibility.hpp"\n'}
        self.assertEqual(self.faults_of(tree), [])
        tree = {"agencies/intake.hpp": "", "households/b.hpp": '#include "agencies/intake.hpp"\n'}
        self.assertEqual(len(self.faults_of(tree)), 1)
        tree = {"run/a.hpp": "", "files/b.hpp": '#include "run/a.hpp"\n'}
        self.assertEqual(len(self.faults_of(tree)), 1)

    def test_only_the_files_folder_sees_what_the_build_writes(self) -> None:
        self.assertEqual(len(self.faults_of({"run/a.cpp": '#include "provenance_build.hpp"\n'})), 1)

    def test_the_core_may_not_know_files_threads_clocks_or_their_libraries(self) -> None:
        for header in ["thread", "fstream", "iostream", "chrono", "mutex", "hdf5.h", "H5Cpp.h",
                       "toml++/toml.h", "boost/program_options.hpp", "tbb/parallel_for.h",
                       "oneapi/tbb.h", "fmt/core.h"]:
            with self.subTest(header):
                self.assertEqual(len(self.faults_of({"world/a.cpp": f"#include <{header}>\n"})), 1)
                self.assertEqual(self.faults_of({"run/a.cpp": f"#include <{header}>\n"}), [])

    def test_the_core_may_not_throw_read_the_environment_or_use_the_c_library_s_exp(self) -> None:
        for statement in ["throw 1;", "} catch (...) {", 'std::getenv("HOME");',
                          "double y = std::exp(x);", "std::abort();"]:
            with self.subTest(statement):
                self.assertEqual(len(self.faults_of({"tasks/a.cpp": statement + "\n"})), 1)
        for statement in ["// throw 1;", '"std::exp(x)"', "double y = tujuh::exp(x);", "std::sqrt(x);"]:
            with self.subTest(statement):
                self.assertEqual(self.faults_of({"tasks/a.cpp": statement + "\n"}), [])

    def test_a_file_without_its_licence_line_is_named(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "main.cpp").write_text("int main() {}\n", encoding="utf-8")
            self.assertEqual(faults_in(pathlib.Path(folder)),
                             ["sim/main.cpp:1: the first line is not the SPDX line"])


if __name__ == "__main__":
    unittest.main()
