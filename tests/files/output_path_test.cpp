// SPDX-License-Identifier: Apache-2.0
#include "files/output_path.hpp"

#include "catch.hpp"
#include "files/error.hpp"
#include "files/temporary_folder.hpp"

#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fcntl.h>
#include <filesystem>
#include <stdexcept>

using namespace tujuh;

namespace {

/// The message of a refusal with exit code 73; empty when the path is accepted.
std::string refusal(const std::string& path, const std::vector<std::string>& inputs = {},
                    bool force = false) {
    try {
        check_output_path(path, inputs, force);
    } catch (const Error& error) {
        CHECK(exit_code(error.kind) == 73);
        return error.what();
    }
    return "";
}

/// While it lives this process is not the superuser, who may write everywhere.
class OrdinaryUser {
  public:
    OrdinaryUser() {
        if (::geteuid() == 0) REQUIRE(::setresuid(65534, 65534, 0) == 0);
    }
    ~OrdinaryUser() {
        uid_t real = 0, effective = 0, saved = 0;
        ::getresuid(&real, &effective, &saved);
        if (saved == 0) CHECK(::setresuid(0, 0, 0) == 0);
    }
};

std::span<const std::byte> bytes_of(const std::string& text) {
    return std::as_bytes(std::span(text));
}

const auto no_check = [](const std::string&) {};

/// The number of a process that has ended.
std::string gone_process() {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(0);
    REQUIRE(child > 0);
    REQUIRE(::waitpid(child, nullptr, 0) == child);
    return std::to_string(child);
}

} // namespace

TEST_CASE("a new file in a folder that can be written is accepted") {
    TemporaryFolder folder;
    CHECK(refusal(folder.file("r.h5")).empty());
    CHECK(folder.names().empty());
}

TEST_CASE("an output in a folder that does not exist is refused") {
    TemporaryFolder folder;
    const auto message = refusal(folder.file("gone/r.h5"));
    CHECK(message.find("gone does not exist") != std::string::npos);
}

TEST_CASE("an output in a file that is taken for a folder is refused") {
    TemporaryFolder folder;
    folder.write("file", "");
    CHECK(refusal(folder.file("file/r.h5")).find("is not a folder") != std::string::npos);
}

TEST_CASE("a folder, a device and an empty name are refused as outputs, with force too") {
    TemporaryFolder folder;
    CHECK(refusal(folder.path(), {}, true).find("it is a folder") != std::string::npos);
    CHECK(refusal(folder.path() + "/new/", {}, true) != "");
    CHECK(refusal("/dev/null", {}, true).find("neither a file nor new") != std::string::npos);
    CHECK(refusal("", {}, true) != "");
}

TEST_CASE("an existing file is refused unless it may be replaced") {
    TemporaryFolder folder;
    folder.write("r.h5", "old");
    CHECK(refusal(folder.file("r.h5")).find("--force") != std::string::npos);
    CHECK(refusal(folder.file("r.h5"), {}, true).empty());
    CHECK(folder.content("r.h5") == "old");
}

TEST_CASE("an input is never an output, by whatever name") {
    TemporaryFolder folder;
    folder.write("s.toml", "format = 1");
    std::filesystem::create_symlink(folder.file("s.toml"), folder.file("link.toml"));
    const std::vector<std::string> inputs = {folder.file("other.toml"), folder.file("s.toml")};
    for (const auto& name : {"s.toml", "./s.toml", "link.toml"}) {
        INFO(name);
        CHECK(refusal(folder.file(name), inputs, true).find("it is an input") != std::string::npos);
    }
    CHECK(refusal(folder.file("other.toml"), inputs, true).find("it is an input") != std::string::npos);
    CHECK(refusal(folder.file("r.h5"), inputs, true).empty());
}

TEST_CASE("an output in a folder that may not be written is refused") {
    TemporaryFolder folder;
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
    std::string message;
    {
        OrdinaryUser user;
        message = refusal(folder.file("r.h5"));
    }
    CHECK(message.find("a trial file in its folder") != std::string::npos);
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
}

TEST_CASE("an output whose name the file system does not take is refused before any work is done") {
    TemporaryFolder folder;
    CHECK(refusal(folder.file(std::string(250, 'r') + ".h5")).find("a trial file") != std::string::npos);
    CHECK(folder.names().empty());
}

TEST_CASE("a file is written under another name, looked at, and then stands under its own") {
    TemporaryFolder folder;
    std::vector<std::string> names_meanwhile;
    std::string content_meanwhile;
    write_file_durably(folder.file("r.h5"), bytes_of("whole"), [&](const std::string& temporary) {
        names_meanwhile = folder.names();
        content_meanwhile = folder.content(std::filesystem::path(temporary).filename().string());
    });
    REQUIRE(names_meanwhile.size() == 1);
    CHECK(names_meanwhile[0].starts_with(".r.h5."));
    CHECK(names_meanwhile[0].ends_with(".partial"));
    CHECK(content_meanwhile == "whole");
    CHECK(folder.names() == std::vector<std::string>{"r.h5"});
    CHECK(folder.content("r.h5") == "whole");
}

TEST_CASE("a file that does not pass the look leaves nothing behind") {
    TemporaryFolder folder;
    folder.write("r.h5", "old");
    CHECK_THROWS_AS(write_file_durably(folder.file("r.h5"), bytes_of("new"),
                                       [](const std::string&) { throw std::runtime_error("not the same"); }),
                    std::runtime_error);
    CHECK(folder.names() == std::vector<std::string>{"r.h5"});
    CHECK(folder.content("r.h5") == "old");
}

TEST_CASE("a folder that appeared under the name of the output is not touched") {
    TemporaryFolder folder;
    std::filesystem::create_directory(folder.file("r.h5"));
    CHECK_THROWS_AS(write_file_durably(folder.file("r.h5"), bytes_of("new"), no_check), Error);
    CHECK(folder.names() == std::vector<std::string>{"r.h5"});
}

TEST_CASE("what a killed process left of the same output is removed when that is written again") {
    TemporaryFolder folder;
    const std::string leftover = ".r.h5." + gone_process() + ".partial";
    folder.write(leftover, "half");
    check_output_path(folder.file("r.h5"), {}, false);
    CHECK(folder.names() == std::vector<std::string>{leftover}); // nothing is written yet
    write_file_durably(folder.file("r.h5"), bytes_of("whole"), no_check);
    CHECK(folder.names() == std::vector<std::string>{"r.h5"});
}

TEST_CASE("what a living process writes, or another output left, is not touched") {
    TemporaryFolder folder;
    const std::string gone = gone_process();
    const std::vector<std::string> kept = {".r.h5." + std::to_string(::getppid()) + ".partial",
                                           ".r.h5.notes.partial",
                                           ".r.h5." + gone,
                                           ".r.h5." + gone + "x.partial",
                                           ".r.h5.-1.partial",
                                           ".r.h5.partial",
                                           ".other.h5." + gone + ".partial",
                                           "r.h5." + gone + ".partial"};
    for (const auto& name : kept) folder.write(name, "mine");
    write_file_durably(folder.file("r.h5"), bytes_of("whole"), no_check);
    const auto names = folder.names();
    CHECK(names.size() == kept.size() + 1);
    for (const auto& name : kept) CHECK(std::find(names.begin(), names.end(), name) != names.end());
}

TEST_CASE("what a process of another machine holds open is not touched") {
    TemporaryFolder folder;
    const std::string held = ".r.h5." + gone_process() + ".partial";
    folder.write(held, "theirs");
    const int descriptor = ::open(folder.file(held).c_str(), O_RDONLY);
    REQUIRE(::flock(descriptor, LOCK_SH) == 0);
    write_file_durably(folder.file("r.h5"), bytes_of("whole"), no_check);
    CHECK(folder.names() == std::vector<std::string>{held, "r.h5"});
    ::close(descriptor);
}
