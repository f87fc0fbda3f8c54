// SPDX-License-Identifier: Apache-2.0
#include "base/instruction_sets.hpp"
#include "base/many_draws.hpp"
#include "catch.hpp"
#include "households/village_phase.hpp"
#include "simulation.hpp"
#include "world/build.hpp"
#include "world/columns.hpp"
#include "world/small_country.hpp"

#include <cstring>
#include <string>
#include <vector>

using namespace tujuh;

// A set that the machine lacks is not tested there.

namespace {

template <class Values> void add_bytes(std::string& to, const Values& values) {
    to.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(values[0]));
}

template <class Entry, class... Members>
void add_entries(std::string& to, const std::vector<Entry>& entries, Members... members) {
    for (const auto& entry : entries)
        (to.append(reinterpret_cast<const char*>(&(entry.*members)), sizeof(entry.*members)), ...);
}

/// All that a village phase writes.
std::string bytes_of(const World& world) {
    std::string bytes;
    for_each_column(world.households, [&](const auto& column) { add_bytes(bytes, column); });
    for (const auto& village : world.villages) {
        for (const auto* list :
             {&village.distressed, &village.outside, &village.doubtful, &village.supervisable})
            add_entries(bytes, *list, &Listed::household, &Listed::need);
        add_entries(bytes, village.filings, &Filing::household, &Filing::programme);
        add_entries(bytes, village.due, &Due::household, &Due::programme);
        add_bytes(bytes, village.reported);
        const auto& t = village.tally;
        for (std::size_t p = 0; p < max_programmes; ++p)
            for (const Rupiah rupiah : {t.gross[p], t.leaked[p], t.full[p]})
                bytes += std::to_string(rupiah) + ' ';
        for (const double sum : {t.assets_lost, t.relief, t.relief_rupiah})
            bytes.append(reinterpret_cast<const char*>(&sum), sizeof sum);
    }
    return bytes;
}

} // namespace

TEST_CASE("the households' month has the same bits with every instruction set") {
    auto scenario = small_country::scenario();
    scenario.population.villages_per_district = 4;
    scenario.population.households_per_village = 151; // no multiple of any vector's length
    World start = build_world(scenario, 0, in_order);
    for (int month = 0; month < 24; ++month) REQUIRE(!tick(start, scenario.base, in_order));
    const auto lived_with = [&](InstructionSet set) {
        World world = start;
        const auto rates = household_rates(scenario.base, world.national.headcount, set);
        for (int month = 0; month < 3; ++month, ++world.tick)
            for (std::uint32_t v = 0; v < world.villages.size(); ++v) village_phase(world, v, rates);
        return bytes_of(world);
    };
    const std::string plain = lived_with(InstructionSet::plain);
    CHECK(plain != bytes_of(start));
    for (const auto set : instruction_sets) {
        if (!machine_has(set)) continue;
        INFO("instruction set " << static_cast<int>(set));
        CHECK(lived_with(set) == plain);
    }
}

TEST_CASE("words drawn side by side are those drawn one by one, for every instruction set") {
    const Draws draws{20, 3};
    for (const auto set : instruction_sets) {
        if (!machine_has(set)) continue;
        // The last entities are near the end of all numbers.
        for (const std::uint32_t first : {0u, 12345u, 4294967270u})
            for (const std::int32_t tick : {-60, 0, 119}) {
                DrawnFor who;
                for (std::uint32_t k = 0; k < 48; ++k) who.entity[k] = first + k, who.sub_index[k] = k % 3;
                alignas(64) WordsSideBySide words;
                draw_words(set, words, who, 48, draws, tick, Purpose::household_month);
                for (std::uint32_t k = 0; k < 48; ++k) {
                    const Words one = draws.words(first + k, tick, Purpose::household_month, k % 3);
                    for (std::size_t w = 0; w < 4; ++w) REQUIRE(words[w][k] == one.word[w]);
                }
            }
    }
}
