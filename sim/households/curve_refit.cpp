// SPDX-License-Identifier: Apache-2.0
// Published consumption is measured after transfers and shocks; resources are what is left when both are
// taken away. A household's consumption is written as  multiplier x curve(standing) + transfer,  with the
// multiplier (shock and coping) and the transfer of the month just lived, and the curve is chosen so that the
// sample has the published figures.
#include "households/curve_refit.hpp"

#include "world/build.hpp"
#include "world/consumption_refit.hpp"

#include <algorithm>
#include <array>

namespace tujuh {

namespace {

struct AreaSample {
    std::vector<double> standing, multiplier, transfer, persons;
};

/// An area is fitted on at most this many of its households, which sets its headcount with a sampling error
/// of sqrt(p (1 - p) / n), 0.2 points at p = 9 %, and that of the nation, which has 76 areas of unequal size,
/// with about 0.05.
constexpr std::size_t most_in_sample = 16384;

/// The urban or the rural part of a province.
struct AreaOf {
    std::uint32_t province;
    Area area;
};

/// Calls `visit(village)` for the villages of an area, in their order.
template <class Visit> void for_each_village(const World& world, AreaOf part, Visit&& visit) {
    for (const auto& district : world.districts) {
        if (district.province != part.province) continue;
        for (auto v = district.village_begin; v < district.village_end; ++v)
            if (world.villages[v].area == part.area) visit(world.villages[v]);
    }
}

/// Every k-th of the area's households in order of number, all where they are few.
AreaSample sample_of(const World& world, AreaOf part) {
    const auto& h = world.households;
    const auto& curve = world.provinces[part.province].curve[static_cast<std::size_t>(part.area)];
    std::size_t households = 0;
    for_each_village(world, part, [&](const Village& village) { households += village.sampled(); });
    const std::size_t step = std::max<std::size_t>(1, (households + most_in_sample - 1) / most_in_sample);
    std::size_t next = step / 2, passed = 0; // households of the area before the village
    AreaSample sample;
    for_each_village(world, part, [&](const Village& village) {
        for (; next < passed + village.sampled(); next += step) {
            const auto i = static_cast<std::uint32_t>(village.begin + (next - passed));
            const double standing =
                static_cast<double>(h.permanent[i]) + static_cast<double>(h.transitory[i]);
            const double transfer = static_cast<double>(h.transfer[i]);
            const double own = std::max(0.0, static_cast<double>(h.consumption[i]) - transfer);
            sample.standing.push_back(standing);
            sample.multiplier.push_back(own / consumption_at(curve, standing));
            sample.transfer.push_back(std::min(transfer, static_cast<double>(h.consumption[i])));
            sample.persons.push_back(h.size[i]);
        }
        passed += village.sampled();
    });
    return sample;
}

ConsumptionCurve curve_after_refit(const World& world, const PublishedTables& tables, AreaOf part) {
    const auto& province = world.provinces[part.province];
    const auto area = static_cast<std::size_t>(part.area);
    const auto& published = tables.provinces[province.table_row].areas[area];
    const auto& before = province.curve[area];
    if (published.population_share <= 0) return before;
    const auto sample = sample_of(world, part);
    if (sample.persons.empty()) return before;
    const CurveTargets targets{published.poverty_line, published.headcount, province.gini_held[area],
                               province.mean[area]};
    return refit_curve(before, {sample.standing, sample.multiplier, sample.transfer, sample.persons}, targets)
        .curve;
}

/// What is counted in rupiah follows what standing is now worth, so that nobody feels the change as a gain or
/// loss.
void revalue(Households& h, const Village& village, const ConsumptionCurve& before,
             const ConsumptionCurve& after) {
    for (auto i = village.begin; i < village.end; ++i) {
        const double standing = static_cast<double>(h.permanent[i]) + static_cast<double>(h.transitory[i]);
        const auto factor =
            static_cast<float>(consumption_at(after, standing) / consumption_at(before, standing));
        h.resource_mean[i] *= factor;
        h.savings[i] *= factor;
        h.debt[i] *= factor;
        h.score[i] += log(factor);
    }
}

} // namespace

void refit_curves(World& world, const Scenario& scenario, const ForEach& for_each) {
    std::vector<std::array<ConsumptionCurve, area_count>> after(world.provinces.size());
    for_each(world.provinces.size() * area_count, [&](std::size_t part) {
        const std::size_t province = part / area_count, area = part % area_count;
        after[province][area] = curve_after_refit(
            world, scenario.published, {static_cast<std::uint32_t>(province), static_cast<Area>(area)});
    });
    for_each(world.villages.size(), [&](std::size_t v) {
        const auto& village = world.villages[v];
        const auto area = static_cast<std::size_t>(village.area);
        const auto& before = world.provinces[village.province].curve[area];
        const auto& now = after[village.province][area];
        const bool same = before.level == now.level && before.spread == now.spread && before.bend == now.bend;
        if (!same) revalue(world.households, village, before, now);
    });
    for (std::size_t province = 0; province < after.size(); ++province)
        world.provinces[province].curve = after[province];
}

} // namespace tujuh
