// SPDX-License-Identifier: Apache-2.0
#include "files/export.hpp"

#include "catch.hpp"
#include "concordance/sample_result.hpp"
#include "files/error.hpp"
#include "files/results_hdf5.hpp"
#include "files/temporary_folder.hpp"

#include <filesystem>
#include <fstream>

using namespace tujuh;

namespace {

ErrorKind kind_of_failure(const std::string& result, const std::string& folder, bool force = false) {
    try {
        export_result(result, folder, force);
    } catch (const Error& error) {
        return error.kind;
    }
    FAIL("nothing was thrown");
    return ErrorKind::bug;
}

} // namespace

TEST_CASE("an export is a folder of tables and leaves nothing else behind") {
    TemporaryFolder folder;
    write_result(folder.file("r.h5"), sample::result({2, 3, 0, false, false, false}));
    const auto exported = export_result(folder.file("r.h5"), folder.file("out/"), false);
    CHECK(exported.hash_holds);
    CHECK(exported.files > 5);
    CHECK(folder.names() == std::vector<std::string>{"out", "r.h5"});
    CHECK(std::filesystem::exists(folder.file("out/series.csv")));
    CHECK(std::filesystem::exists(folder.file("out/scenario/parameters.csv")));
    CHECK(std::filesystem::exists(folder.file("out/columns.csv")));
}

TEST_CASE("an earlier export is replaced where that is asked for, and nothing else ever is") {
    TemporaryFolder folder;
    write_result(folder.file("r.h5"), sample::result({2, 3, 0, false, false, false}));
    export_result(folder.file("r.h5"), folder.file("out"), false);
    CHECK(kind_of_failure(folder.file("r.h5"), folder.file("out")) == ErrorKind::cannot_create);
    std::ofstream(folder.file("out/old.csv")) << "x\n";
    export_result(folder.file("r.h5"), folder.file("out"), true);
    CHECK_FALSE(std::filesystem::exists(folder.file("out/old.csv")));
    std::ofstream(folder.file("out/thesis.docx")) << "x\n";
    CHECK(kind_of_failure(folder.file("r.h5"), folder.file("out"), true) == ErrorKind::cannot_create);
    CHECK(std::filesystem::exists(folder.file("out/thesis.docx")));
    CHECK(kind_of_failure(folder.file("r.h5"), folder.file("r.h5"), true) == ErrorKind::cannot_create);
    CHECK(kind_of_failure(folder.file("r.h5"), folder.file("no/out")) == ErrorKind::cannot_create);
    CHECK(folder.names() == std::vector<std::string>{"out", "r.h5"});
}

TEST_CASE("what is no result is refused and nothing is made") {
    TemporaryFolder folder;
    std::ofstream(folder.file("t.txt")) << "x\n";
    CHECK(kind_of_failure(folder.file("t.txt"), folder.file("out")) == ErrorKind::scenario_wrong);
    CHECK(kind_of_failure(folder.file("n.h5"), folder.file("out")) == ErrorKind::input_missing);
    CHECK(folder.names() == std::vector<std::string>{"t.txt"});
}
