// SPDX-License-Identifier: Apache-2.0
#include "world/audit.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tujuh {

namespace {

std::optional<Violation> differs(const World& world, const District& district, std::string what,
                                 double expected, double found) {
    if (expected == found) return std::nullopt;
    return Violation{world.tick, "district " + std::to_string(district.number), std::move(what), expected,
                     found};
}

template <class Holds> double count(const World& world, const District& district, Holds holds) {
    double households = 0;
    for (auto i = first_household(world, district); i < end_household(world, district); ++i)
        if (holds(i)) households += 1;
    return households;
}

std::optional<Violation> check_places(const World& world, const District& district) {
    const auto& h = world.households;
    for (std::size_t p = 0; p < world.programme_count; ++p) {
        const auto enrolled = [&](std::uint32_t i) { return has_bit(h.enrolled[i], p); };
        if (auto found = differs(world, district, "places taken = households enrolled",
                                 static_cast<double>(district.enrolled[p]), count(world, district, enrolled)))
            return found;
    }
    const auto served_outside = [&](std::uint32_t i) { return (h.served[i] & ~h.enrolled[i]) != 0; };
    return differs(world, district, "nobody is served who is not enrolled", 0,
                   count(world, district, served_outside));
}

std::optional<Violation> check_requests(const World& world, const District& district) {
    const auto& h = world.households;
    std::vector<ProgrammeMask> seen(end_household(world, district) - first_household(world, district), 0);
    double twice = 0;
    for (const auto& request : district.requests) {
        auto& mask = seen[request.household - first_household(world, district)];
        twice += has_bit(mask, request.programme) ? 1 : 0;
        mask |= bit_of(request.programme);
    }
    if (auto found = differs(world, district, "one request a household and programme", 0, twice))
        return found;
    const auto without_file = [&](std::uint32_t i) {
        return (h.pending[i] & ~seen[i - first_household(world, district)]) != 0;
    };
    return differs(world, district, "whoever waits has a request under way", 0,
                   count(world, district, without_file));
}

std::optional<Violation> check_cases(const World& world, const District& district) {
    const auto& h = world.households;
    std::vector<bool> seen(end_household(world, district) - first_household(world, district), false);
    double twice = 0;
    for (const auto& file : district.cases) { // of a client who dropped out, until it is closed next month
        const auto k = file.household - first_household(world, district);
        twice += seen[k] ? 1 : 0;
        seen[k] = true;
    }
    if (auto found = differs(world, district, "one case a household", 0, twice)) return found;
    return differs(
        world, district, "open cases = households with a case", static_cast<double>(district.cases.size()),
        count(world, district, [&](std::uint32_t i) { return (h.traits[i] & trait::has_case) != 0; }));
}

} // namespace

std::optional<Violation> find_inconsistency(const World& world) {
    for (const auto& district : world.districts)
        for (const auto check : {check_places, check_requests, check_cases})
            if (auto violation = check(world, district)) return violation;
    return std::nullopt;
}

} // namespace tujuh
