// SPDX-License-Identifier: Apache-2.0
#include "files/results_hdf5.hpp"

#include "catch.hpp"
#include "concordance/sample_result.hpp"
#include "files/error.hpp"
#include "files/result_hash.hpp"
#include "files/results_read.hpp"
#include "files/temporary_folder.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <csignal>

using namespace tujuh;

namespace {

/// While it lives, no file of this process may grow beyond `bytes`: what a full disk does, without one.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        rlimit limit = before_;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }

  private:
    rlimit before_{};
    void (*handler_)(int) = nullptr;
};

ErrorKind kind_of_failure(const std::string& path, const ResultFile& result) {
    try {
        write_result(path, result);
    } catch (const Error& error) {
        return error.kind;
    }
    FAIL("nothing was thrown");
    return ErrorKind::bug;
}

} // namespace

TEST_CASE("a result that is written reads back with its hash") {
    TemporaryFolder folder;
    const auto result = sample::result();
    const auto hash = write_result(folder.file("r.h5"), result);
    const auto summary = read_result_summary(folder.file("r.h5"));
    CHECK(hash == result_hash(result));
    CHECK(summary.result_hash == hash);
    CHECK(summary.hash_of_content == hash);
    CHECK(summary.complete);
    CHECK(summary.seed == "4000000000");
    CHECK(summary.scenarios == std::vector<std::string>{"sample", "outreach"});
    CHECK(summary.replicates == 3);
    CHECK(summary.ticks == 24);
    CHECK(summary.notes.size() == 1);
    CHECK(folder.names() == std::vector<std::string>{"r.h5"});
}

TEST_CASE("a file holds the datasets of the layout in their order") {
    TemporaryFolder folder;
    const auto result = sample::result();
    write_result(folder.file("r.h5"), result);
    std::vector<std::string> expected, found;
    for (const auto& group : result_groups(result))
        if (group.path == "/series")
            for (const auto& array : group.arrays)
                expected.push_back(group.path + "/" + array.description.name);
    for (const auto& dataset : read_result_summary(folder.file("r.h5")).datasets)
        if (dataset.path.starts_with("/series/") && dataset.lengths.size() == 2)
            found.push_back(dataset.path);
    CHECK(found == expected);
}

TEST_CASE("one replicate of one month without groups can be written") {
    TemporaryFolder folder;
    sample::Design design{1, 1, 0, false, false, false};
    const auto result = sample::result(design);
    CHECK(write_result(folder.file("r.h5"), result) == result_hash(result));
}

TEST_CASE("the same result gives the same bytes") {
    TemporaryFolder folder;
    write_result(folder.file("a.h5"), sample::result());
    write_result(folder.file("b.h5"), sample::result());
    const bool same = folder.content("a.h5") == folder.content("b.h5");
    CHECK(same);
}

TEST_CASE("a full disk leaves nothing behind") {
    TemporaryFolder folder;
    const auto result = sample::result();
    {
        FileSizeLimit limit(100000);
        CHECK(kind_of_failure(folder.file("r.h5"), result) == ErrorKind::input_output);
    }
    CHECK(folder.names().empty());
    CHECK_NOTHROW(write_result(folder.file("r.h5"), result));
}

TEST_CASE("a full disk leaves the earlier result as it was") {
    TemporaryFolder folder;
    folder.write("r.h5", "an earlier result");
    {
        FileSizeLimit limit(100000);
        CHECK(kind_of_failure(folder.file("r.h5"), sample::result()) == ErrorKind::input_output);
    }
    CHECK(folder.content("r.h5") == "an earlier result");
    CHECK(folder.names().size() == 1);
}

TEST_CASE("a folder that vanished during the run is told as an output that cannot be created") {
    TemporaryFolder folder;
    CHECK(kind_of_failure(folder.file("gone/r.h5"), sample::result()) == ErrorKind::cannot_create);
}

TEST_CASE("a file that is no result is refused") {
    TemporaryFolder folder;
    const auto kind_of_reading = [&](const std::string& name) {
        try {
            read_result_summary(folder.file(name));
        } catch (const Error& error) {
            CHECK(error.problems.at(0).where == folder.file(name));
            return error.kind;
        }
        return ErrorKind::bug;
    };
    CHECK(kind_of_reading("missing.h5") == ErrorKind::input_missing);
    folder.write("text.h5", "no HDF5 file");
    CHECK(kind_of_reading("text.h5") == ErrorKind::scenario_wrong);

    write_result(folder.file("r.h5"), sample::result());
    auto bytes = folder.content("r.h5");
    folder.write("half.h5", bytes.substr(0, bytes.size() / 2));
    CHECK(kind_of_reading("half.h5") == ErrorKind::input_output);

    bytes.replace(bytes.find("tujuh-result"), 5, "other");
    folder.write("other.h5", bytes);
    CHECK(kind_of_reading("other.h5") == ErrorKind::scenario_wrong);
}
