// SPDX-License-Identifier: Apache-2.0
#include "world/conservation.hpp"

#include <algorithm>
#include <cmath>

namespace tujuh {

namespace {

std::optional<Violation> broken(const World& world, std::string where, std::string what, double expected,
                                double found) {
    return Violation{world.tick, std::move(where), std::move(what), expected, found};
}

std::string name_of(const District& district) {
    return "district " + std::to_string(district.number);
}

std::optional<Violation> check_money(const World& world, const District& district) {
    std::array<Rupiah, max_programmes> gross{};
    for (auto v = district.village_begin; v < district.village_end; ++v)
        for (std::size_t p = 0; p < world.programme_count; ++p) gross[p] += world.villages[v].tally.gross[p];
    for (std::size_t p = 0; p < world.programme_count; ++p) {
        const auto& account = district.accounts[p];
        const auto where = [&] { return name_of(district) + ", programme " + std::to_string(p + 1); };
        if (account.unspent() < 0)
            return broken(world, where(), "delivered + leaked + administered stay within the budget",
                          static_cast<double>(account.budget),
                          static_cast<double>(account.budget - account.unspent()));
        if (account.delivered + account.leaked < gross[p])
            return broken(world, where(), "what villages were paid this month is in the account",
                          static_cast<double>(gross[p]),
                          static_cast<double>(account.delivered + account.leaked));
    }
    return std::nullopt;
}

std::optional<Violation> check_requests(const World& world, const District& district) {
    const auto& c = district.counts;
    const auto ended =
        c.enrolled + c.denied + c.lost + c.withdrawn + static_cast<std::int64_t>(district.requests.size());
    if (c.filed == ended) return std::nullopt;
    return broken(world, name_of(district),
                  "requests filed = enrolled + denied + lost + withdrawn + under way",
                  static_cast<double>(c.filed), static_cast<double>(ended));
}

std::optional<Violation> check_hours(const World& world, const District& district) {
    const auto& h = district.hours;
    const double in = h.available + h.owed_after,
                 out = h.worked + h.travelled + h.administered + h.idle + h.owed_before;
    if (std::fabs(in - out) <= 1e-9 * std::max(1.0, std::fabs(in))) return std::nullopt;
    return broken(world, name_of(district),
                  "hours available + owed after = worked + travelled + administered + idle + owed before", in,
                  out);
}

std::optional<Violation> check_cases(const World& world, const District& district) {
    std::size_t seats = 0;
    for (const auto& seat : district.seats) seats += seat.cases;
    if (seats == district.cases.size()) return std::nullopt;
    return broken(world, name_of(district), "cases of the seats together = cases of the district",
                  static_cast<double>(district.cases.size()), static_cast<double>(seats));
}

} // namespace

std::optional<Violation> find_violation(const World& world) {
    for (const auto& district : world.districts)
        for (const auto check : {check_money, check_requests, check_hours, check_cases})
            if (auto violation = check(world, district)) return violation;
    for (const auto& village : world.villages)
        for (const auto& group : village.groups)
            if (group.fund < 0)
                return broken(world, "village " + std::to_string(village.number),
                              "a group's fund is not negative", 0, static_cast<double>(group.fund));
    return std::nullopt;
}

} // namespace tujuh
