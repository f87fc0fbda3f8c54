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
    for (std::size_t p = 0; p < world.programme_count; ++p) {
        Rupiah gross = 0, leaked = 0;
        for (auto v = district.village_begin; v < district.village_end; ++v) {
            gross += world.villages[v].tally.gross[p];
            leaked += world.villages[v].tally.leaked[p];
        }
        const auto& account = district.accounts[p];
        const auto differs = [&](std::string what, Rupiah expected, Rupiah found) {
            return broken(world, name_of(district) + ", programme " + std::to_string(p + 1), std::move(what),
                          static_cast<double>(expected), static_cast<double>(found));
        };
        const Rupiah delivered_now = account.delivered - account.delivered_before,
                     leaked_now = account.leaked - account.leaked_before;
        if (delivered_now != gross - leaked)
            return differs("delivered this month = what villages were paid - what leaked", gross - leaked,
                           delivered_now);
        if (leaked_now != leaked)
            return differs("leaked this month = what leaked in villages", leaked, leaked_now);
        if (account.administered < 0 || account.unspent() < 0)
            return differs("delivered + leaked + administered stay within the budget", account.budget,
                           account.budget - account.unspent());
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

std::optional<Violation> check_reports(const World& world, const District& district) {
    const auto& c = district.report_counts;
    const auto ended = c.settled + c.lapsed + c.dropped + static_cast<std::int64_t>(district.reports.size());
    if (c.filed == ended) return std::nullopt;
    return broken(world, name_of(district), "reports filed = settled + lapsed + dropped + waiting",
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

/// What measures enacted hold is theirs alone and stays within the envelope.
std::optional<Violation> check_envelope(const World& world, const Executive& executive, std::string where) {
    double held = 0;
    for (const auto& issue : executive.issues) held += issue.is_enacted() ? issue.cost : 0.0;
    if (executive.committed != held)
        return broken(world, std::move(where), "committed = costs of the measures enacted", held,
                      executive.committed);
    if (held > executive.envelope * (1.0 + 1e-9))
        return broken(world, std::move(where), "measures enacted stay within the envelope",
                      executive.envelope, held);
    return std::nullopt;
}

std::optional<Violation> check_reforms(const World& world, const District& district) {
    return check_envelope(world, district.executive, name_of(district));
}

std::optional<Violation> check_funds(const World& world, const Village& village) {
    for (std::size_t g = 0; g < group_kind_count; ++g) {
        const auto& group = village.groups[g];
        const auto differs = [&](std::string what, Rupiah expected) {
            return broken(world, "village " + std::to_string(village.number), std::move(what),
                          static_cast<double>(expected), static_cast<double>(group.fund));
        };
        if (group.fund < 0) return differs("a group's fund is not negative", 0);
        // What members of a group that broke up paid this month is not its successor's.
        if (!group.alive || group.formed == world.tick) continue;
        const Rupiah expected =
            group.fund_before + village.tally.contributed[g] - village.tally.paid_out[g] - group.lost;
        if (group.fund != expected)
            return differs("a group's fund = fund before + contributed - paid out - lost", expected);
    }
    return std::nullopt;
}

std::optional<Violation> find_violation(const World& world, const District& district) {
    for (const auto check :
         {check_money, check_requests, check_reports, check_hours, check_cases, check_reforms})
        if (auto violation = check(world, district)) return violation;
    for (auto v = district.village_begin; v < district.village_end; ++v)
        if (auto violation = check_funds(world, world.villages[v])) return violation;
    return std::nullopt;
}

} // namespace

std::optional<Violation> find_violation(const World& world, const ForEach& for_each) {
    std::vector<std::uint8_t> broken_here(world.districts.size());
    for_each(world.districts.size(),
             [&](std::size_t d) { broken_here[d] = find_violation(world, world.districts[d]) ? 1 : 0; });
    for (std::size_t d = 0; d < broken_here.size(); ++d)
        if (broken_here[d] != 0) return find_violation(world, world.districts[d]);
    return check_envelope(world, world.national.ministry, "ministry");
}

} // namespace tujuh
