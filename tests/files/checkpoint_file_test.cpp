// SPDX-License-Identifier: Apache-2.0
#include "files/checkpoint_file.hpp"

#include "catch.hpp"
#include "determinism/parts_at_a_table.hpp"
#include "files/error.hpp"
#include "files/temporary_folder.hpp"
#include "outcomes/measure.hpp"
#include "world/small_country.hpp"

#include <set>
#include <thread>

using namespace tujuh;

namespace {

CheckpointOwner owner() {
    CheckpointOwner made;
    made.program = {"0.1.0", "abc", "", ""};
    made.scenario = "small_country";
    made.resolved_text = "months = 24\nseed = 7\n\n[agencies]\nbargain = 0.17\n";
    made.tables = {{"data/provinces.csv", "code\n01\n"}};
    return made;
}

/// One replicate that is complete, one under way, one not begun.
Checkpoint checkpoint(const Together& together = in_order) {
    auto scenario = small_country::scenario();
    scenario.population.households_per_village = 10;
    Checkpoint made;
    made.wall_seconds = 1.5;
    made.replicates.resize(3);
    auto& complete = made.replicates[0];
    complete.outcomes = make_outcome_table(scenario);
    complete.outcomes.national[3] = 0.25;
    complete.complete = true;
    auto& under_way = made.replicates[1];
    under_way.world = build_world(scenario, 1, together);
    under_way.outcomes = make_outcome_table(scenario);
    for (int month = 0; month < 3; ++month) {
        REQUIRE_FALSE(tick(*under_way.world, scenario.base, together));
        MonthTables tables;
        measure(*under_way.world, scenario.base, tables, under_way.outcomes, static_cast<std::size_t>(month),
                together);
    }
    TrialTable trial;
    trial.arms = 1;
    trial.values = {0.5, 2};
    under_way.trials.push_back(trial);
    return made;
}

std::string refusal(const std::string& path, const CheckpointOwner& own = owner()) {
    try {
        read_checkpoint(path, own, in_order);
    } catch (const Error& error) {
        CHECK(error.kind == ErrorKind::scenario_wrong);
        return error.what();
    }
    return "";
}

std::string written(const TemporaryFolder& folder, const Checkpoint& what, const std::string& name = "c") {
    write_checkpoint(folder.file(name), owner(), what, in_order);
    return folder.content(name);
}

} // namespace

TEST_CASE("a checkpoint that is read and written again is the same file, and no other file is left") {
    TemporaryFolder folder;
    const auto first = written(folder, checkpoint());
    const auto read = read_checkpoint(folder.file("c"), owner(), in_order);
    REQUIRE(read.replicates.size() == 3);
    CHECK(read.wall_seconds == 1.5);
    CHECK(read.replicates[0].complete);
    CHECK_FALSE(read.replicates[0].world);
    REQUIRE(read.replicates[1].world);
    CHECK(read.replicates[1].world->tick == 3);
    CHECK(read.replicates[1].trials.at(0).values == std::vector<double>{0.5, 2});
    CHECK(written(folder, read, "again") == first);
    CHECK(folder.names() == std::vector<std::string>{"again", "c"});
}

TEST_CASE("a damaged byte is noticed wherever it stands") {
    TemporaryFolder folder;
    const auto good = written(folder, checkpoint());
    CHECK(refusal(folder.file("c")).empty());
    for (std::size_t at = 0; at < good.size(); at += at < 300 ? 3 : 4999) {
        auto bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x10);
        folder.write("c", bad);
        INFO("byte " << at);
        REQUIRE_FALSE(refusal(folder.file("c")).empty());
    }
    auto last = good;
    last.back() = static_cast<char>(last.back() ^ 1);
    folder.write("c", last);
    CHECK(refusal(folder.file("c")).find("damaged checkpoint") != std::string::npos);
}

TEST_CASE("a checkpoint that ends early, goes on too long or is something else is refused") {
    TemporaryFolder folder;
    const auto good = written(folder, checkpoint());
    for (const std::size_t length : {std::size_t{30}, good.size() / 3, good.size() - 1}) {
        folder.write("c", good.substr(0, length));
        CHECK(refusal(folder.file("c")).find("damaged checkpoint") != std::string::npos);
    }
    folder.write("c", good + "x");
    CHECK(refusal(folder.file("c")).find("does not end where it should") != std::string::npos);
    for (const std::string other : {"", "mine", "a scenario, or whatever else\n"}) {
        folder.write("c", other);
        CHECK(refusal(folder.file("c")).find("is no checkpoint") != std::string::npos);
    }
}

TEST_CASE("a checkpoint of another scenario is refused with the keys that differ") {
    TemporaryFolder folder;
    written(folder, checkpoint());
    auto other = owner();
    other.resolved_text = "months = 36\nseed = 7\n\n[agencies]\nbargain = 0.2\n";
    const auto said = refusal(folder.file("c"), other);
    CHECK(said.find("another scenario") != std::string::npos);
    CHECK(said.find("months was 24 and is 36, agencies.bargain was 0.17 and is 0.2") != std::string::npos);
    other = owner();
    other.tables[0].text += "02\n";
    CHECK(refusal(folder.file("c"), other).find("the table data/provinces.csv has changed") !=
          std::string::npos);
}

TEST_CASE("a checkpoint of another version of the program is refused, and both are named") {
    TemporaryFolder folder;
    written(folder, checkpoint());
    auto other = owner();
    other.program.git_commit = "def";
    const auto said = refusal(folder.file("c"), other);
    CHECK(said.find("another version") != std::string::npos);
    CHECK(said.find("tujuh 0.1.0 (commit abc) wrote it, this is tujuh 0.1.0 (commit def)") !=
          std::string::npos);
}

TEST_CASE("a missing checkpoint is told as missing") {
    TemporaryFolder folder;
    try {
        read_checkpoint(folder.file("c"), owner(), in_order);
        FAIL("it was read");
    } catch (const Error& error) {
        CHECK(error.kind == ErrorKind::input_missing);
    }
}

TEST_CASE("parts of a nation write the file of one, and any number of parts reads it") {
    TemporaryFolder folder;
    const auto whole = written(folder, checkpoint());
    for (const std::size_t parts : {2u, 3u, 5u}) {
        PartsAtATable table(parts);
        const std::string name = "of" + std::to_string(parts);
        std::vector<std::thread> threads;
        std::vector<std::size_t> households(parts);
        for (std::size_t part = 0; part < parts; ++part)
            threads.emplace_back([&, part] {
                const Together together(in_order, table.exchange(part));
                const auto read = read_checkpoint(folder.file("c"), owner(), together);
                households[part] = read.replicates[1].world->household_count();
                write_checkpoint(folder.file(name), owner(), read, together);
            });
        for (auto& thread : threads) thread.join();
        CHECK(folder.content(name) == whole);
        std::size_t all = 0;
        for (const auto here : households) all += here;
        CHECK(all == checkpoint().replicates[1].world->household_count());
    }
}
