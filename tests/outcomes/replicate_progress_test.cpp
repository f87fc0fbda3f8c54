// SPDX-License-Identifier: Apache-2.0
#include "outcomes/replicate_progress.hpp"

#include "catch.hpp"
#include "world/small_country.hpp"

#include <cstring>
#include <limits>

using namespace tujuh;

namespace {

std::vector<std::byte> bytes_of(const ReplicateProgress& progress) {
    std::vector<std::byte> bytes;
    ByteWriter writer(bytes);
    carry_tables(writer, progress);
    return bytes;
}

ReplicateProgress half_way() {
    ReplicateProgress progress;
    progress.outcomes = make_outcome_table(small_country::scenario());
    progress.outcomes.national[5] = -0.0;
    progress.outcomes.ledger[2] = 1e300;
    progress.trials.push_back({2, {0.5, std::numeric_limits<double>::quiet_NaN()}, {3}});
    Participant who;
    who.household = 7;
    who.weight = 12.5;
    who.asked = {true, false};
    progress.trial.participants = {who};
    progress.trial.treated = true;
    return progress;
}

} // namespace

TEST_CASE("tables and a trial under way go through bytes with every bit, missing values too") {
    const auto before = half_way();
    const auto bytes = bytes_of(before);
    ReplicateProgress after;
    ByteReader reader(bytes);
    carry_tables(reader, after);
    REQUIRE(reader.at_end());
    CHECK(bytes_of(after) == bytes);
    CHECK(after.outcomes.ticks == before.outcomes.ticks);
    CHECK(std::memcmp(after.outcomes.national.data(), before.outcomes.national.data(),
                      before.outcomes.national.size() * sizeof(double)) == 0);
    const auto province = static_cast<std::size_t>(Grouping::province);
    CHECK(after.outcomes.groups[province].labels.title == before.outcomes.groups[province].labels.title);
    CHECK(after.trials.at(0).arms == 2);
    CHECK(after.trial.participants.at(0).household == 7);
    CHECK(after.trial.participants.at(0).asked == std::array<bool, 2>{true, false});
    CHECK(after.trial.treated);
    CHECK_FALSE(after.complete);
}

TEST_CASE("the worlds of a replicate are that of its run, then those of its trial") {
    ReplicateProgress progress;
    CHECK(worlds_of(progress).empty());
    progress.world.emplace();
    progress.trial.worlds.resize(2);
    const auto worlds = worlds_of(progress);
    REQUIRE(worlds.size() == 3);
    CHECK(worlds[0] == &*progress.world);
    CHECK(worlds[2] == &progress.trial.worlds[1]);
}
