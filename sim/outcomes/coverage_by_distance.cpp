// SPDX-License-Identifier: Apache-2.0
// Whole numbers by district, added up by province and area, then weighted in the order of provinces.
#include "outcomes/coverage_by_distance.hpp"

#include "outcomes/household_view.hpp"
#include "outcomes/measurement.hpp"

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace tujuh {

namespace {

/// Of each outcome, what counts and what it is a share of.
struct Counted {
    std::array<std::int64_t, outcomes_by_distance.size()> served{}, all{};
};
using CountedByPlace = std::array<std::array<Counted, distance_group_count>, area_count>;
constexpr std::size_t numbers_a_province = sizeof(CountedByPlace) / sizeof(std::int64_t);

void count_village(const World& world, const Village& village, Counted& counted) {
    const auto& h = world.households;
    const double line =
        world.provinces[village.province].poverty_line[static_cast<std::size_t>(village.area)];
    for (auto i = village.begin; i < village.end; ++i) {
        const unsigned eligible = h.eligible[i], served = h.served[i];
        const bool is_poor = static_cast<double>(before_transfers(h, i)) < line;
        counted.all[0] += std::popcount(eligible);
        counted.served[0] += std::popcount(eligible & served);
        counted.all[1] += is_poor ? 1 : 0;
        counted.served[1] += is_poor && served != 0 ? 1 : 0;
        counted.all[2] += 1;
        counted.served[2] += served != 0 ? 1 : 0;
    }
}

void add(CountedByPlace& to, const CountedByPlace& more) {
    for (std::size_t area = 0; area < area_count; ++area)
        for (std::size_t g = 0; g < distance_group_count; ++g)
            for (std::size_t o = 0; o < outcomes_by_distance.size(); ++o) {
                to[area][g].served[o] += more[area][g].served[o];
                to[area][g].all[o] += more[area][g].all[o];
            }
}

} // namespace

CoverageByDistance coverage_by_distance(const World& world, const Settings& settings,
                                        const Together& together) {
    std::vector<CountedByPlace> districts(world.districts.size()), provinces(world.provinces.size());
    together(districts.size(), [&](std::size_t d) {
        const auto& district = world.districts[d];
        for (auto v = district.village_begin; v < district.village_end; ++v) {
            const auto& village = world.villages[v];
            const bool is_far = is_far_from_points(district, village, settings);
            count_village(world, village,
                          districts[d][static_cast<std::size_t>(village.area)][is_far ? 1 : 0]);
        }
    });
    for (std::size_t d = 0; d < districts.size(); ++d)
        add(provinces[world.districts[d].province], districts[d]);
    for (auto& province : provinces)
        together.add(std::span(province[0][0].served.data(), numbers_a_province));

    CoverageByDistance coverage{};
    for (std::size_t o = 0; o < outcomes_by_distance.size(); ++o)
        for (std::size_t g = 0; g < distance_group_count; ++g) {
            double served = 0, all = 0;
            for (std::size_t p = 0; p < provinces.size(); ++p)
                for (std::size_t area = 0; area < area_count; ++area) {
                    const double weight = world.provinces[p].weight[area];
                    served += weight * static_cast<double>(provinces[p][area][g].served[o]);
                    all += weight * static_cast<double>(provinces[p][area][g].all[o]);
                }
            coverage[o][g] = ratio(served, all);
        }
    return coverage;
}

} // namespace tujuh
