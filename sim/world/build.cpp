// SPDX-License-Identifier: Apache-2.0
// From published tables to a world (ODD 5): curves of consumption, a sample of places, their people, the
// district's share of each programme's quota, agencies and workers.
#include "world/build.hpp"

#include "base/math.hpp"
#include "world/district_parts.hpp"
#include "world/entitlement.hpp"
#include "world/institutions.hpp"
#include "world/sample.hpp"

#include <algorithm>
#include <cmath>

namespace tujuh {

double published_headcount(const PublishedTables& tables) noexcept {
    double poor = 0, persons = 0;
    for (const auto& province : tables.provinces) {
        poor += province.population * province.headcount;
        persons += province.population;
    }
    return persons > 0 ? poor / persons : 0;
}

namespace {

Province make_province(const ProvinceFigures& figures, std::uint32_t row, const PopulationModel& model) {
    Province province;
    province.table_row = row;
    const auto targets = [&](std::size_t area) {
        const auto& a = figures.areas[area];
        return AreaTargets{a.poverty_line, a.headcount, a.gini};
    };
    const auto fit = fit_province(targets(0), targets(1), figures.areas[0].population_share,
                                  figures.mean_consumption, figures.gini);
    province.curve = {fit.urban.curve, fit.rural.curve};
    province.mean = {fit.urban.mean, fit.rural.mean};
    province.gini_held = {fit.urban.gini, fit.rural.gini};
    province.poverty_line = {figures.areas[0].poverty_line, figures.areas[1].poverty_line};
    province.sizes = figures.mean_household_size > 0
                         ? with_mean_size(model.sizes, figures.mean_household_size)
                         : model.sizes;
    return province;
}

/// Share of persons below `cutoff` in a place whose standing is shifted by `effect`.
double share_below(const Province& province, double urban_share, double cutoff, double effect,
                   double effect_variance) {
    double share = 0;
    for (std::size_t area = 0; area < area_count; ++area) {
        const double weight = area == 0 ? urban_share : 1.0 - urban_share;
        if (weight <= 0) continue;
        const double standing = standing_of(province.curve[area], cutoff);
        share += weight * normal_cdf((standing - effect) / std::sqrt(1.0 - effect_variance));
    }
    return share;
}

/// Rupiah below which the share `percentile` of all persons live, by the published curves.
double national_cutoff(const std::vector<Province>& provinces, const PublishedTables& tables,
                       double percentile) {
    double low = 1e4, high = 1e8, persons = 0;
    for (const auto& figures : tables.provinces) persons += figures.population;
    for (int halving = 0; halving < 60; ++halving) {
        const double middle = std::sqrt(low * high);
        double below = 0;
        for (std::size_t row = 0; row < provinces.size(); ++row)
            below +=
                tables.provinces[row].population *
                share_below(provinces[row], tables.provinces[row].areas[0].population_share, middle, 0, 0);
        (below < percentile * persons ? low : high) = middle;
    }
    return std::sqrt(low * high);
}

/// A district that is drawn, and those of its villages that are.
struct DrawnDistrict {
    DistrictFrame frame;
    std::uint32_t province = 0; ///< of the world
    District district;
    std::vector<Village> villages;
    std::array<double, area_count> sampled{}; ///< households
};

/// The provinces that are drawn, with their samples.
struct DrawnProvinces {
    std::vector<ProvinceFrame> frames;
    std::vector<ProvinceSample> samples;
};

DrawnProvinces drawn_provinces(const Scenario& scenario, const std::vector<ProvinceFrame>& frames) {
    DrawnProvinces drawn;
    for (const auto& frame : frames) {
        const auto& wanted = scenario.population.provinces;
        const auto& code = scenario.published.provinces[frame.table_row].code;
        if (wanted.empty() || std::find(wanted.begin(), wanted.end(), code) != wanted.end())
            drawn.frames.push_back(frame);
    }
    drawn.samples = allocate_sample(scenario.population, drawn.frames);
    return drawn;
}

/// Draws places; their households are counted, not yet populated. Each district is drawn by itself, and then
/// gets its place in the world's tables.
class PlaceDrawing {
  public:
    PlaceDrawing(World& world, const Scenario& scenario, const PopulationModel& model,
                 const DrawnProvinces& drawn)
        : world_(world), parameters_(scenario.base.parameters), tables_(scenario.published), model_(model),
          drawn_(drawn) {}

    /// Returns the number of households.
    std::uint32_t draw(const Together& together) {
        choose_districts();
        keep_own(together);
        together(districts_.size(), [&](std::size_t d) { draw_district(districts_[d]); });
        const std::uint32_t households = place_in_tables(together);
        weigh(together);
        return households;
    }

  private:
    void choose_districts() {
        for (std::uint32_t province = 0; province < drawn_.frames.size(); ++province) {
            const auto& frame = drawn_.frames[province];
            const auto districts = district_frames(frame, world_.draws);
            std::vector<double> effects;
            for (const auto& district : districts) effects.push_back(district.effect);
            const double start = world_.draws.uniform_double(frame.table_row, 0, Purpose::sample_districts);
            for (const auto chosen : spread_over_ranks(effects, drawn_.samples[province].districts, start)) {
                auto& drawn = districts_.emplace_back();
                drawn.frame = districts[chosen];
                drawn.province = province;
            }
        }
    }

    /// Leaves this part's districts.
    void keep_own(const Together& together) {
        std::vector<double> households;
        for (const auto& drawn : districts_) households.push_back(expected_in(drawn));
        const auto part = parts_of_districts(households, together.parts());
        std::vector<DrawnDistrict> own;
        for (std::size_t d = 0; d < districts_.size(); ++d)
            if (part[d] == together.part()) own.push_back(std::move(districts_[d]));
        districts_ = std::move(own);
    }

    /// Households of a district, before its villages are drawn.
    double expected_in(const DrawnDistrict& drawn) const {
        const auto& sample = drawn_.samples[drawn.province];
        return static_cast<double>(std::min(sample.villages_a_district, drawn.frame.villages)) *
               sample.households_a_village;
    }

    void draw_district(DrawnDistrict& drawn) const {
        const auto& frame = drawn_.frames[drawn.province];
        const auto& sample = drawn_.samples[drawn.province];
        auto& district = drawn.district;
        district.number = drawn.frame.number;
        district.province = drawn.province;
        district.real_households = frame.real_households / frame.districts;
        district.place_effect = static_cast<float>(std::sqrt(model_.district_variance) * drawn.frame.effect);
        const auto villages = village_frames(drawn.frame, world_.draws);
        const double points = tables_.provinces[frame.table_row].subdistricts / frame.districts *
                              parameters_.agencies.points_per_subdistrict;
        place_villages(district, villages, world_.draws, points, parameters_);
        weigh_poverty(district, villages, world_.provinces[drawn.province]);
        for (const auto v :
             villages_in_sample(drawn.frame, villages, sample.villages_a_district, world_.draws))
            add_village(drawn, villages[v], v);
        district.scale = (drawn.sampled[0] + drawn.sampled[1]) / district.real_households;
    }

    /// How many poor persons each village of the full list is expected to hold, in any unit.
    void weigh_poverty(District& district, const std::vector<VillageFrame>& villages,
                       const Province& province) const {
        const double village_sd = std::sqrt(model_.place_variance - model_.district_variance);
        const double individual_sd = std::sqrt(1.0 - model_.place_variance);
        std::array<double, area_count> line{};
        for (std::size_t area = 0; area < area_count; ++area)
            line[area] = standing_of(province.curve[area], province.poverty_line[area]);
        for (std::size_t v = 0; v < villages.size(); ++v) {
            const double effect =
                static_cast<double>(district.place_effect) + village_sd * villages[v].effect;
            district.frame[v].poor_weight = static_cast<float>(
                normal_cdf((line[static_cast<std::size_t>(villages[v].area)] - effect) / individual_sd));
        }
    }

    void add_village(DrawnDistrict& drawn, const VillageFrame& village_frame, std::uint32_t position) const {
        const auto& frame = drawn_.frames[drawn.province];
        Village village;
        village.number = village_frame.number;
        village.province = drawn.province;
        village.area = village_frame.area;
        village.end = drawn_.samples[drawn.province].households_a_village;
        village.frame = position;
        village.real_households = frame.real_households / frame.villages;
        village.awareness = static_cast<float>(parameters_.control.awareness_base);
        const double village_variance = model_.place_variance - model_.district_variance;
        village.place_effect = drawn.district.place_effect +
                               static_cast<float>(std::sqrt(village_variance) * village_frame.effect);
        drawn.sampled[static_cast<std::size_t>(village.area)] += village.sampled();
        drawn.villages.push_back(std::move(village));
    }

    std::uint32_t place_in_tables(const Together& together) {
        std::uint32_t villages = 0, households = 0;
        std::vector<std::uint32_t> first_household;
        for (auto& drawn : districts_) {
            drawn.district.village_begin = villages;
            drawn.district.village_end = villages += static_cast<std::uint32_t>(drawn.villages.size());
            first_household.push_back(households);
            households += static_cast<std::uint32_t>(drawn.sampled[0] + drawn.sampled[1]);
        }
        world_.villages.resize(villages);
        world_.districts.resize(districts_.size());
        together(districts_.size(), [&](std::size_t d) {
            auto& drawn = districts_[d];
            auto household = first_household[d];
            for (auto& village : drawn.villages) {
                village.district = static_cast<std::uint32_t>(d);
                village.begin = household;
                village.end = household += village.end;
            }
            std::move(drawn.villages.begin(), drawn.villages.end(),
                      world_.villages.begin() + drawn.district.village_begin);
            world_.districts[d] = std::move(drawn.district);
        });
        return households;
    }

    /// Weights by province and area, so that both hold their published households.
    void weigh(const Together& together) {
        std::vector<std::int64_t> households(drawn_.frames.size() * area_count);
        for (const auto& drawn : districts_)
            for (std::size_t area = 0; area < area_count; ++area)
                households[drawn.province * area_count + area] +=
                    static_cast<std::int64_t>(drawn.sampled[area]);
        together.add(households);
        for (std::size_t p = 0; p < drawn_.frames.size(); ++p) {
            std::array<double, area_count> sampled{};
            for (std::size_t area = 0; area < area_count; ++area)
                sampled[area] = static_cast<double>(households[p * area_count + area]);
            const auto& frame = drawn_.frames[p];
            const std::array<double, area_count> share = {frame.urban_share, 1.0 - frame.urban_share};
            const double drawn_share = (sampled[0] > 0 ? share[0] : 0.0) + (sampled[1] > 0 ? share[1] : 0.0);
            for (std::size_t area = 0; area < area_count; ++area)
                world_.provinces[p].weight[area] =
                    sampled[area] > 0 ? frame.real_households * share[area] / drawn_share / sampled[area]
                                      : 0.0;
        }
    }

    World& world_;
    const Parameters& parameters_;
    const PublishedTables& tables_;
    const PopulationModel& model_;
    const DrawnProvinces& drawn_;
    std::vector<DrawnDistrict> districts_;
};

/// The part of a programme's national quota that falls to each district: by the persons that the published
/// curves expect below the programme's cut-off. A province keeps its part whichever of its districts are
/// drawn; these share it by what is expected of each, its effect included. Consumption is fitted to the
/// province in the sample too, so that without this, few districts would hold the poor of one place and the
/// quota of another (ratio estimation, Cochran 1977, chapter 6).
void share_quotas(World& world, const Scenario& scenario, const std::vector<Province>& all,
                  const PopulationModel& model, const std::vector<ProvinceFrame>& frames,
                  const Together& together) {
    struct Expected {
        std::uint32_t province;
        double households, below_cutoff;
    };
    for (std::size_t p = 0; p < scenario.base.programmes.size(); ++p) {
        const double cutoff =
            national_cutoff(all, scenario.published, scenario.base.programmes[p].cutoff_percentile);
        double nation = 0;
        std::vector<double> province_share(all.size());
        for (std::size_t row = 0; row < all.size(); ++row) {
            province_share[row] = share_below(all[row], frames[row].urban_share, cutoff, 0, 0);
            nation += frames[row].real_households * province_share[row];
        }
        std::vector<Expected> expected;
        for (auto& district : world.districts) {
            const auto row = world.provinces[district.province].table_row;
            const double households = district.real_households * district.scale;
            district.quota_share[p] =
                households * share_below(all[row], frames[row].urban_share, cutoff,
                                         static_cast<double>(district.place_effect), model.district_variance);
            expected.push_back({district.province, households, district.quota_share[p]});
        }
        std::vector<double> households(world.provinces.size()), below_cutoff(world.provinces.size());
        for (const auto& district : together.gather(std::move(expected))) {
            households[district.province] += district.households;
            below_cutoff[district.province] += district.below_cutoff;
        }
        for (auto& district : world.districts) {
            const auto province = district.province;
            district.quota_share[p] *= province_share[world.provinces[province].table_row] *
                                       households[province] / below_cutoff[province] / nation;
        }
        world.national.cutoff[p] = cutoff;
    }
}

/// Benefit units of a household that a programme is meant for, on average over the district's households
/// below the cut-off: the poor have larger families, and budgets are made for them.
void count_units(const World& world, District& district, const std::vector<Programme>& programmes) {
    const auto& h = world.households;
    std::array<std::int64_t, max_programmes> households{}, units{};
    for (auto i = first_household(world, district); i < end_household(world, district); ++i)
        for (std::size_t p = 0; p < programmes.size(); ++p) {
            if (static_cast<double>(h.resource_mean[i]) >= world.national.cutoff[p] ||
                !meets_conditions(programmes[p], h, i))
                continue;
            ++households[p];
            units[p] += units_of(programmes[p], h, i);
        }
    for (std::size_t p = 0; p < programmes.size(); ++p)
        district.units_a_household[p] =
            households[p] > 0 ? static_cast<double>(units[p]) / static_cast<double>(households[p]) : 1.0;
}

/// Households by design weights, and those of them that are poor before any transfer.
struct Poverty {
    double households = 0, poor = 0;

    double share() const noexcept { return poor / households; }
};

Poverty poverty_of(const World& world, const District& district) {
    const auto& province = world.provinces[district.province];
    Poverty found;
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        const auto& village = world.villages[v];
        const auto area = static_cast<std::size_t>(village.area);
        std::uint32_t poor = 0;
        for (auto i = village.begin; i < village.end; ++i)
            poor += static_cast<double>(world.households.resource_mean[i]) < province.poverty_line[area] ? 1u
                                                                                                         : 0u;
        found.households += province.weight[area] * village.sampled();
        found.poor += province.weight[area] * poor;
    }
    return found;
}

/// Poverty of each district against that of the drawn nation. Its mean over households is 1, so that posts
/// which follow the poor are as many as posts which follow everybody (ODD 7.10).
void compare_poverty(World& world, const Together& together) {
    std::vector<Poverty> districts(world.districts.size());
    together(districts.size(), [&](std::size_t d) { districts[d] = poverty_of(world, world.districts[d]); });
    Poverty nation;
    for (const auto& district : together.gather(districts)) {
        nation.households += district.households;
        nation.poor += district.poor;
    }
    if (nation.poor <= 0) return; // nobody to follow
    for (std::size_t d = 0; d < districts.size(); ++d)
        world.districts[d].relative_poverty = districts[d].share() / nation.share();
}

} // namespace

World build_world(const Scenario& scenario, std::uint32_t replicate, const Together& together) {
    const auto& parameters = scenario.base.parameters;
    World world;
    world.draws = {scenario.seed, replicate};
    world.tick = -scenario.burn_in_months;
    world.programme_count = scenario.base.programmes.size();

    world.national.headcount = published_headcount(scenario.published);
    const PopulationModel model = population_model(parameters.population, world.national.headcount);
    const auto frames = province_frames(scenario.published, parameters.population.mean_household_size);
    std::vector<Province> all(frames.size());
    together(all.size(), [&](std::size_t row) {
        all[row] = make_province(scenario.published.provinces[row], static_cast<std::uint32_t>(row), model);
    });
    for (const auto& frame : frames) world.national.real_households += frame.real_households;
    const DrawnProvinces drawn = drawn_provinces(scenario, frames);
    for (const auto& frame : drawn.frames) world.provinces.push_back(all[frame.table_row]);
    world.households.resize_untouched(PlaceDrawing(world, scenario, model, drawn).draw(together));
    together(world.villages.size(), [&](std::size_t v) {
        populate_village(world, world.villages[v], model, parameters);
        found_groups(world, world.villages[v], parameters.informal);
    });
    share_quotas(world, scenario, all, model, frames, together);
    compare_poverty(world, together);
    together(world.districts.size(), [&](std::size_t d) {
        auto& district = world.districts[d];
        count_units(world, district, scenario.base.programmes);
        found_agencies(district, world.draws, parameters.agencies);
        found_providers(district, world.draws, world.tick, parameters.control);
        open_seats(district, world.draws, scenario.base, world.national.real_households);
    });
    return world;
}

} // namespace tujuh
