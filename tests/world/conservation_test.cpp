// SPDX-License-Identifier: Apache-2.0
#include "world/conservation.hpp"

#include "catch.hpp"
#include "world/small_country.hpp"

#include <string>

using namespace tujuh;

namespace {

/// A world with payments, requests, cases and groups, at the end of a month.
const World& sound_world() {
    static const World world = [] {
        auto lived = small_country::lived(small_country::scenario(), 18);
        --lived.tick; // the month whose books are open
        return lived;
    }();
    return world;
}

template <class Change> std::optional<Violation> violation_after(Change&& change) {
    World world = sound_world();
    change(world);
    return find_violation(world);
}

/// What the violation says after a change of the third district, which it must name.
template <class Change> std::string named_after(Change&& change) {
    const auto violation = violation_after([&](World& world) { change(world.districts[2]); });
    if (!violation) return "nothing found";
    const auto district = "district " + std::to_string(sound_world().districts[2].number);
    if (violation->where.rfind(district, 0) != 0) return "found in " + violation->where;
    if (violation->tick != sound_world().tick) return "found in another month";
    if (violation->expected == violation->found) return "found without a difference";
    return violation->what;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a sound world has no violation, and there is something in it to conserve") {
    REQUIRE_FALSE(find_violation(sound_world()));
    const auto& district = sound_world().districts[2];
    CHECK(district.accounts[0].delivered > 0);
    CHECK(district.accounts[0].leaked > 0);
    CHECK(district.counts.filed > 0);
    CHECK(district.requests.size() > 0);
    CHECK(district.cases.size() > 0);
    CHECK(district.hours.worked > 0);
}

TEST_CASE("one rupiah delivered too much or too little is found") {
    for (const Rupiah one : {1, -1}) {
        CHECK(
            holds(named_after([&](District& d) { d.accounts[1].delivered += one; }), "delivered this month"));
        CHECK(holds(named_after([&](District& d) { d.accounts[1].leaked += one; }), "leaked this month"));
    }
}

TEST_CASE("the violation names the programme, and what was expected and found") {
    const auto violation = violation_after([](World& world) { world.districts[0].accounts[2].leaked += 1; });
    REQUIRE(violation);
    CHECK(holds(violation->where, "programme 3"));
    CHECK(violation->found == violation->expected + 1);
}

TEST_CASE("one rupiah paid in a village and not booked is found") {
    const auto violation = violation_after(
        [](World& world) { world.villages[world.districts[1].village_begin].tally.gross[0] += 1; });
    REQUIRE(violation);
    CHECK(holds(violation->where, "district " + std::to_string(sound_world().districts[1].number)));
}

TEST_CASE("spending beyond the budget is found, and so is administration that gives money back") {
    CHECK(holds(named_after([](District& d) { d.accounts[0].budget -= d.accounts[0].unspent() + 1; }),
                "within the budget"));
    CHECK(holds(named_after([](District& d) { d.accounts[0].administered = -1; }), "within the budget"));
}

TEST_CASE("one application too many or too few in any state is found") {
    const auto says = [](auto&& change) { return holds(named_after(change), "requests filed"); };
    CHECK(says([](District& d) { ++d.counts.filed; }));
    CHECK(says([](District& d) { ++d.counts.enrolled; }));
    CHECK(says([](District& d) { --d.counts.denied; }));
    CHECK(says([](District& d) { ++d.counts.lost; }));
    CHECK(says([](District& d) { ++d.counts.withdrawn; }));
    CHECK(says([](District& d) { d.requests.pop_back(); }));
}

TEST_CASE("an hour that comes from nowhere or is gone is found") {
    const auto says = [](auto&& change) { return holds(named_after(change), "hours available"); };
    CHECK(says([](District& d) { d.hours.worked += 0.01; }));
    CHECK(says([](District& d) { d.hours.travelled -= 0.01; }));
    CHECK(says([](District& d) { d.hours.administered += 0.01; }));
    CHECK(says([](District& d) { d.hours.idle += 0.01; }));
    CHECK(says([](District& d) { d.hours.available += 0.01; }));
    CHECK(says([](District& d) { d.hours.owed_after += 0.01; }));
}

TEST_CASE("a case without a seat, and a seat that counts one too many, are found") {
    CHECK(holds(named_after([](District& d) { d.cases.pop_back(); }), "cases of the seats"));
    CHECK(holds(named_after([](District& d) { ++d.seats[0].cases; }), "cases of the seats"));
}

TEST_CASE("one rupiah too many in a group's fund, and a debt of it, are found") {
    std::size_t with_group = 0;
    const auto& villages = sound_world().villages;
    while (with_group < villages.size() && villages[with_group].groups[0].fund == 0) ++with_group;
    REQUIRE(with_group < villages.size());
    for (const Rupiah change : {Rupiah{1}, Rupiah{-1}, -villages[with_group].groups[0].fund - 1}) {
        const auto violation =
            violation_after([&](World& world) { world.villages[with_group].groups[0].fund += change; });
        REQUIRE(violation);
        CHECK(violation->where == "village " + std::to_string(villages[with_group].number));
        CHECK(holds(violation->what, "fund"));
    }
}
