// SPDX-License-Identifier: Apache-2.0
// write_sample_result KIND FILE: the sample result for tests in Python, so that no binary file is kept.
// KIND: compare (all groups), run (one scenario, no findings), one (one replicate, nothing by group).
#include "files/results_hdf5.hpp"
#include "sample_result.hpp"

#include <cstdio>
#include <exception>
#include <string>

namespace {

sample::Design design_of(const std::string& kind) {
    sample::Design design;
    if (kind == "compare") return design;
    design.alternatives = 0;
    design.with_attribution = design.with_calibration = false;
    if (kind == "one") {
        design.replicates = 1;
        design.with_groups = false;
    }
    return design;
}

} // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fputs("write_sample_result compare|run|one FILE\n", stderr);
        return 2;
    }
    try {
        const auto hash = tujuh::write_result(arguments[2], sample::result(design_of(arguments[1])));
        std::puts(hash.c_str());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
