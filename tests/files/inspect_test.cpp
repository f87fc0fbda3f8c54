// SPDX-License-Identifier: Apache-2.0
#include "files/inspect.hpp"

#include "catch.hpp"
#include "concordance/sample_result.hpp"
#include "files/results_hdf5.hpp"
#include "files/temporary_folder.hpp"

using namespace tujuh;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("inspect tells what is in a file, where it came from and how to open it") {
    TemporaryFolder folder;
    const auto hash = write_result(folder.file("r.h5"), sample::result());
    const auto text = inspect(folder.file("r.h5"));
    for (const auto& part :
         {std::string("A sample result"), std::string("sample, outreach"),
          std::string("24 from 2025-03, after 60 months of burn-in"), std::string("seed 4000000000"),
          std::string("tujuh compare sample.toml outreach.toml"), hash, std::string("the same\n"),
          std::string("  /series\n"), std::string("3 x 24"), std::string("/scenarios/outreach"),
          std::string("xarray.open_dataset(\"r.h5\", group=\"series\")"),
          std::string("h5read(\"r.h5\", \"/series\")"), std::string("using HDF5")}) {
        INFO(part);
        CHECK(holds(text, part));
    }
    CHECK_FALSE(holds(text, folder.path()));
    CHECK_FALSE(holds(text, "NOT"));
}

TEST_CASE("inspect tells when the hash does not hold") {
    TemporaryFolder folder;
    const auto hash = write_result(folder.file("r.h5"), sample::result());
    auto bytes = folder.content("r.h5");
    const auto at = bytes.find(hash);
    REQUIRE(at != std::string::npos);
    bytes[at] = bytes[at] == '0' ? '1' : '0';
    folder.write("changed.h5", bytes);
    const auto text = inspect(folder.file("changed.h5"));
    CHECK(holds(text, "DOES NOT HOLD: the numbers in the file give " + hash));
}
