// SPDX-License-Identifier: Apache-2.0
// Published consumption is measured after transfers and shocks; resources are what is left when both are
// taken away. A household's consumption is written as  multiplier x curve(standing) + transfer,  with the
// multiplier (shock and coping) and the transfer of the month just lived, and the curve is chosen so that the
// sample has the published figures.
#include "households/curve_refit.hpp"

#include "world/build.hpp"
#include "world/consumption_refit.hpp"

namespace tujuh {

namespace {

struct AreaSample {
    std::vector<double> standing, multiplier, transfer, persons;
};

AreaSample sample_of(const World& world, std::uint32_t province, Area area) {
    const auto& h = world.households;
    const auto& curve = world.provinces[province].curve[static_cast<std::size_t>(area)];
    AreaSample sample;
    for (const auto& village : world.villages) {
        if (village.province != province || village.area != area) continue;
        for (auto i = village.begin; i < village.end; ++i) {
            const double standing =
                static_cast<double>(h.permanent[i]) + static_cast<double>(h.transitory[i]);
            const double transfer = static_cast<double>(h.transfer[i]);
            const double own = std::max(0.0, static_cast<double>(h.consumption[i]) - transfer);
            sample.standing.push_back(standing);
            sample.multiplier.push_back(own / consumption_at(curve, standing));
            sample.transfer.push_back(std::min(transfer, static_cast<double>(h.consumption[i])));
            sample.persons.push_back(h.size[i]);
        }
    }
    return sample;
}

/// What is counted in rupiah follows what standing is now worth, so that nobody feels the change as a gain or
/// loss.
void revalue(World& world, std::uint32_t province, Area area, const ConsumptionCurve& before,
             const ConsumptionCurve& after) {
    auto& h = world.households;
    for (const auto& village : world.villages) {
        if (village.province != province || village.area != area) continue;
        for (auto i = village.begin; i < village.end; ++i) {
            const double standing =
                static_cast<double>(h.permanent[i]) + static_cast<double>(h.transitory[i]);
            const auto factor =
                static_cast<float>(consumption_at(after, standing) / consumption_at(before, standing));
            h.resource_mean[i] *= factor;
            h.savings[i] *= factor;
            h.debt[i] *= factor;
            h.score[i] += log(factor);
        }
    }
}

} // namespace

void refit_curves(World& world, const Scenario& scenario, const ForEach& for_each) {
    for_each(world.provinces.size(), [&](std::size_t index) {
        auto& province = world.provinces[index];
        const auto& figures = scenario.published.provinces[province.table_row];
        for (std::size_t area = 0; area < area_count; ++area) {
            const auto& published = figures.areas[area];
            if (published.population_share <= 0) continue;
            const auto sample = sample_of(world, static_cast<std::uint32_t>(index), static_cast<Area>(area));
            if (sample.persons.empty()) continue;
            const CurveTargets targets{published.poverty_line, published.headcount, province.gini_held[area],
                                       province.mean[area]};
            const auto before = province.curve[area];
            province.curve[area] =
                refit_curve(before, {sample.standing, sample.multiplier, sample.transfer, sample.persons},
                            targets)
                    .curve;
            revalue(world, static_cast<std::uint32_t>(index), static_cast<Area>(area), before,
                    province.curve[area]);
        }
    });
}

} // namespace tujuh
