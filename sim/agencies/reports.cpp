// SPDX-License-Identifier: Apache-2.0
// Reports of neglect and violence (ODD 7.12) wait for investigation (7.2):
//   filed = settled + lapsed + dropped + waiting.
#include "agencies/reports.hpp"

#include "base/half_life.hpp"
#include "base/math.hpp"

#include <algorithm>

namespace tujuh {

float usual_awareness(const Village& village, const ControlParameters& p) noexcept {
    double groups = 0;
    for (const auto& group : village.groups) groups += group.alive ? 1.0 : 0.0;
    return static_cast<float>(clamp01(p.awareness_base + p.awareness_group * groups));
}

namespace {

void relax_awareness(World& world, const District& district, const Parameters& p) {
    const auto kept = static_cast<float>(monthly_retention(p.relaxation.organisation));
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        auto& village = world.villages[v];
        village.awareness = relax(village.awareness, usual_awareness(village, p.control), kept);
    }
}

/// Whether a report no longer stands, by no act of anybody.
bool is_void(const Households& h, const Report& report) {
    const auto i = report.household;
    return h.generation[i] != report.generation || (report.of_harm && !is_harmed(h.safety[i]));
}

void close_old_reports(World& world, District& district, std::int32_t longest) {
    auto& h = world.households;
    auto& counts = district.report_counts;
    std::size_t kept = 0;
    for (const auto& report : district.reports) {
        if (is_void(h, report)) {
            ++counts.dropped;
        } else if (world.tick - report.since >= longest) {
            ++counts.lapsed;
            if (report.of_harm) h.safety[report.household] = Safety::harmed; // it may be reported again
        } else {
            district.reports[kept++] = report;
        }
    }
    district.reports.resize(kept);
}

void take_in(World& world, District& district, std::uint32_t household) {
    const auto& h = world.households;
    const bool of_harm = is_harmed(h.safety[household]);
    const bool waits = district.reports_of.any_of(household, [&](std::uint32_t r) {
        auto& report = district.reports[r];
        if (report.household == household) report.of_harm = of_harm;
        return report.household == household;
    });
    if (waits) return;
    district.reports.push_back({household, world.tick, h.generation[household], of_harm});
    district.reports_of.add(household);
    ++district.report_counts.filed;
}

} // namespace

void follow_reports(World& world, District& district, const Settings& settings) {
    const auto& p = settings.parameters;
    relax_awareness(world, district, p);
    close_old_reports(world, district, static_cast<std::int32_t>(p.control.report_lapse_months));
    district.reports_of.make_anew(district.reports);
    for (auto v = district.village_begin; v < district.village_end; ++v)
        for (const auto household : world.villages[v].reported) take_in(world, district, household);
}

bool settle_report(World& world, District& district, std::uint32_t household) {
    const auto report = std::find_if(district.reports.begin(), district.reports.end(),
                                     [&](const Report& each) { return each.household == household; });
    if (report == district.reports.end()) return false;
    ++district.report_counts.settled;
    ++district.tally.reports_open;
    district.tally.report_months += world.tick - report->since;
    district.reports.erase(report);
    return true;
}

void count_waiting_reports(District& district, std::int32_t tick) noexcept {
    for (const auto& report : district.reports) {
        ++district.tally.reports_open;
        district.tally.report_months += tick - report.since;
    }
}

} // namespace tujuh
