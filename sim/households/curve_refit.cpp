// SPDX-License-Identifier: Apache-2.0
// Published consumption is measured after transfers and shocks; resources are what is left when both are
// taken away. A household's consumption is written as  multiplier x curve(standing) + transfer,  with the
// multiplier (shock and coping) and the transfer of the month just lived, and the curve is chosen so that the
// sample has the published figures.
#include "households/curve_refit.hpp"

#include "world/build.hpp"
#include "world/consumption_refit.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace tujuh {

namespace {

/// What the fit asks of a household, beside its area.
struct SampledHousehold {
    std::uint32_t area, persons;
    double standing, multiplier, transfer;
};

struct AreaSample {
    std::vector<double> standing, multiplier, transfer, persons;
};

/// The urban or the rural part of a province.
struct AreaOf {
    std::uint32_t province;
    Area area;
};
AreaOf area_at(std::size_t index) noexcept {
    return {static_cast<std::uint32_t>(index / area_count), static_cast<Area>(index % area_count)};
}
std::size_t area_index(AreaOf part) noexcept {
    return part.province * area_count + static_cast<std::size_t>(part.area);
}

/// Calls `visit(village)` for the villages of an area, in their order.
template <class Visit> void for_each_village(const World& world, AreaOf part, Visit&& visit) {
    for (const auto& district : world.districts) {
        if (district.province != part.province) continue;
        for (auto v = district.village_begin; v < district.village_end; ++v)
            if (world.villages[v].area == part.area) visit(world.villages[v]);
    }
}

/// Households of each area, and how many of them other parts hold before those that are here.
struct AreaSizes {
    std::vector<std::uint64_t> all, before;
};

AreaSizes area_sizes(const World& world, const Together& together) {
    const std::size_t areas = world.provinces.size() * area_count;
    std::vector<std::uint64_t> here(areas);
    for (const auto& village : world.villages)
        here[village.province * area_count + static_cast<std::size_t>(village.area)] += village.sampled();
    const auto parts = together.gather(std::move(here));
    AreaSizes sizes{std::vector<std::uint64_t>(areas), std::vector<std::uint64_t>(areas)};
    for (std::size_t k = 0; k < parts.size(); ++k) {
        if (k / areas < together.part()) sizes.before[k % areas] += parts[k];
        sizes.all[k % areas] += parts[k];
    }
    return sizes;
}

/// Every k-th of the area's households in order of number, all where they are few: those that are here.
std::vector<SampledHousehold> sample_of(const World& world, AreaOf part, const AreaSizes& sizes) {
    const auto& h = world.households;
    const auto& curve = world.provinces[part.province].curve[static_cast<std::size_t>(part.area)];
    const std::size_t area = area_index(part);
    const std::size_t step =
        std::max<std::size_t>(1, (sizes.all[area] + most_in_curve_sample - 1) / most_in_curve_sample);
    std::size_t passed = sizes.before[area]; // households of the area before the village
    std::size_t next = step / 2;
    if (next < passed) next += (passed - next + step - 1) / step * step;
    std::vector<SampledHousehold> sample;
    for_each_village(world, part, [&](const Village& village) {
        for (; next < passed + village.sampled(); next += step) {
            const auto i = static_cast<std::uint32_t>(village.begin + (next - passed));
            const double standing =
                static_cast<double>(h.permanent[i]) + static_cast<double>(h.transitory[i]);
            const double transfer = static_cast<double>(h.transfer[i]);
            const double own = std::max(0.0, static_cast<double>(h.consumption[i]) - transfer);
            sample.push_back({static_cast<std::uint32_t>(area), h.size[i], standing,
                              own / consumption_at(curve, standing),
                              std::min(transfer, static_cast<double>(h.consumption[i]))});
        }
        passed += village.sampled();
    });
    return sample;
}

/// The samples of all areas, each in order of number whatever part its households are in.
std::vector<AreaSample> sample_areas(const World& world, const Together& together) {
    const auto sizes = area_sizes(world, together);
    std::vector<std::vector<SampledHousehold>> here(sizes.all.size());
    together(here.size(), [&](std::size_t area) { here[area] = sample_of(world, area_at(area), sizes); });
    std::vector<SampledHousehold> rows;
    for (const auto& of_area : here) rows.insert(rows.end(), of_area.begin(), of_area.end());
    std::vector<AreaSample> samples(here.size());
    for (const auto& row : together.gather(std::move(rows))) {
        auto& sample = samples[row.area];
        sample.standing.push_back(row.standing);
        sample.multiplier.push_back(row.multiplier);
        sample.transfer.push_back(row.transfer);
        sample.persons.push_back(row.persons);
    }
    return samples;
}

ConsumptionCurve curve_after_refit(const World& world, const PublishedTables& tables, AreaOf part,
                                   const AreaSample& sample) {
    const auto& province = world.provinces[part.province];
    const auto area = static_cast<std::size_t>(part.area);
    const auto& published = tables.provinces[province.table_row].areas[area];
    const auto& before = province.curve[area];
    if (published.population_share <= 0 || sample.persons.empty()) return before;
    const CurveTargets targets{published.poverty_line, published.headcount, province.gini_held[area],
                               province.mean[area]};
    return refit_curve(before, {sample.standing, sample.multiplier, sample.transfer, sample.persons}, targets)
        .curve;
}

struct SolvedCurve {
    std::size_t area;
    ConsumptionCurve curve;
};

/// The curves of all areas; each part solves some of them.
std::vector<ConsumptionCurve> solve_curves(const World& world, const PublishedTables& tables,
                                           const Together& together) {
    const auto samples = sample_areas(world, together);
    std::vector<SolvedCurve> solved;
    for (std::size_t area = together.part(); area < samples.size(); area += together.parts())
        solved.push_back({area, {}});
    together(solved.size(), [&](std::size_t k) {
        auto& one = solved[k];
        one.curve = curve_after_refit(world, tables, area_at(one.area), samples[one.area]);
    });
    std::vector<ConsumptionCurve> curves(samples.size());
    for (const auto& one : together.gather(std::move(solved))) curves[one.area] = one.curve;
    return curves;
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

void refit_curves(World& world, const Scenario& scenario, const Together& together) {
    const auto after = solve_curves(world, scenario.published, together);
    together(world.villages.size(), [&](std::size_t v) {
        const auto& village = world.villages[v];
        const auto area = static_cast<std::size_t>(village.area);
        const auto& before = world.provinces[village.province].curve[area];
        const auto& now = after[area_index({village.province, village.area})];
        const bool same = before.level == now.level && before.spread == now.spread && before.bend == now.bend;
        if (!same) revalue(world.households, village, before, now);
    });
    for (std::size_t area = 0; area < after.size(); ++area)
        world.provinces[area / area_count].curve[area % area_count] = after[area];
}

} // namespace tujuh
