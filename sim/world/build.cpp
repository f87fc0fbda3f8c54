// SPDX-License-Identifier: Apache-2.0
// From published tables to a world (ODD 5): curves of consumption, a sample of places, their people, the
// district's share of each programme's quota, agencies and workers.
#include "world/build.hpp"

#include "base/math.hpp"
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

/// Draws the places of one province and appends them to the world; households are counted, not yet populated.
class PlaceDrawing {
  public:
    PlaceDrawing(World& world, const Scenario& scenario, const PopulationModel& model)
        : world_(world), parameters_(scenario.base.parameters), tables_(scenario.published), model_(model) {}

    void draw_province(const ProvinceFrame& frame, const ProvinceSample& sample, std::uint32_t province) {
        const auto districts = district_frames(frame, world_.draws);
        std::vector<double> effects;
        for (const auto& district : districts) effects.push_back(district.effect);
        const double start = world_.draws.uniform_double(frame.table_row, 0, Purpose::sample_districts);
        for (const std::uint32_t chosen : spread_over_ranks(effects, sample.districts, start))
            draw_district(frame, districts[chosen], sample, province);
        weigh(frame, province);
    }

    std::uint32_t households() const noexcept { return households_; }

  private:
    void draw_district(const ProvinceFrame& frame, const DistrictFrame& drawn, const ProvinceSample& sample,
                       std::uint32_t province) {
        District district;
        district.number = drawn.number;
        district.province = province;
        district.real_households = frame.real_households / frame.districts;
        district.place_effect = static_cast<float>(std::sqrt(model_.district_variance) * drawn.effect);
        const auto villages = village_frames(drawn, world_.draws);
        const double points = tables_.provinces[frame.table_row].subdistricts / frame.districts *
                              parameters_.agencies.points_per_subdistrict;
        place_villages(district, villages, world_.draws, points, parameters_);
        weigh_poverty(district, villages, world_.provinces[province]);
        district.village_begin = static_cast<std::uint32_t>(world_.villages.size());
        for (const std::uint32_t v : choose_villages(drawn, villages, sample.villages_a_district))
            add_village(frame, villages[v], v, district, sample, province);
        district.village_end = static_cast<std::uint32_t>(world_.villages.size());
        double sampled = 0;
        for (auto v = district.village_begin; v < district.village_end; ++v)
            sampled += world_.villages[v].sampled();
        district.scale = sampled / district.real_households;
        world_.districts.push_back(std::move(district));
    }

    /// How many poor persons each village of the full list is expected to hold, in any unit.
    void weigh_poverty(District& district, const std::vector<VillageFrame>& villages,
                       const Province& province) const {
        const double village_sd = std::sqrt(model_.place_variance - model_.district_variance);
        for (std::size_t v = 0; v < villages.size(); ++v) {
            const auto area = static_cast<std::size_t>(villages[v].area);
            const double line = standing_of(province.curve[area], province.poverty_line[area]);
            const double effect =
                static_cast<double>(district.place_effect) + village_sd * villages[v].effect;
            district.frame[v].poor_weight =
                static_cast<float>(normal_cdf((line - effect) / std::sqrt(1.0 - model_.place_variance)));
        }
    }

    /// Urban and rural villages in the district's own shares; a fraction of a village is one by chance.
    std::vector<std::uint32_t> choose_villages(const DistrictFrame& drawn,
                                               const std::vector<VillageFrame>& villages,
                                               std::uint32_t count) const {
        const Words words = world_.draws.words(drawn.number, 0, Purpose::sample_villages);
        const double share = static_cast<double>(drawn.urban_villages) / drawn.villages;
        const auto urban =
            static_cast<std::uint32_t>(count * share + static_cast<double>(uniform_from(words.word[0])));
        std::vector<std::uint32_t> chosen;
        for (const auto area : {Area::urban, Area::rural}) {
            std::vector<std::uint32_t> position;
            std::vector<double> effects;
            for (std::uint32_t v = 0; v < villages.size(); ++v)
                if (villages[v].area == area) position.push_back(v), effects.push_back(villages[v].effect);
            const std::uint32_t wanted = area == Area::urban ? urban : count - std::min(count, urban);
            const double start = static_cast<double>(uniform_from(words.word[area == Area::urban ? 1 : 2]));
            for (const std::uint32_t e : spread_over_ranks(effects, wanted, start))
                chosen.push_back(position[e]);
        }
        std::sort(chosen.begin(), chosen.end());
        return chosen;
    }

    void add_village(const ProvinceFrame& frame, const VillageFrame& drawn, std::uint32_t position,
                     const District& district, const ProvinceSample& sample, std::uint32_t province) {
        Village village;
        village.number = drawn.number;
        village.district = static_cast<std::uint32_t>(world_.districts.size());
        village.province = province;
        village.area = drawn.area;
        village.begin = households_;
        village.end = households_ += sample.households_a_village;
        village.frame = position;
        village.real_households = frame.real_households / frame.villages;
        village.awareness = static_cast<float>(parameters_.control.awareness_base);
        const double village_variance = model_.place_variance - model_.district_variance;
        village.place_effect =
            district.place_effect + static_cast<float>(std::sqrt(village_variance) * drawn.effect);
        world_.villages.push_back(std::move(village));
    }

    /// Weights by province and area, so that both hold their published households.
    void weigh(const ProvinceFrame& frame, std::uint32_t province) {
        std::array<double, area_count> sampled{};
        for (const auto& village : world_.villages)
            if (village.province == province)
                sampled[static_cast<std::size_t>(village.area)] += village.sampled();
        const std::array<double, area_count> share = {frame.urban_share, 1.0 - frame.urban_share};
        const double drawn_share = (sampled[0] > 0 ? share[0] : 0.0) + (sampled[1] > 0 ? share[1] : 0.0);
        for (std::size_t area = 0; area < area_count; ++area)
            world_.provinces[province].weight[area] =
                sampled[area] > 0 ? frame.real_households * share[area] / drawn_share / sampled[area] : 0.0;
    }

    World& world_;
    const Parameters& parameters_;
    const PublishedTables& tables_;
    const PopulationModel& model_;
    std::uint32_t households_ = 0;
};

/// The part of a programme's national quota that falls to a district: by the persons that the published
/// curves expect below the programme's cut-off, the district's own effect included.
void share_quotas(World& world, const Scenario& scenario, const std::vector<Province>& all,
                  const PopulationModel& model, const std::vector<ProvinceFrame>& frames) {
    for (std::size_t p = 0; p < scenario.base.programmes.size(); ++p) {
        const double cutoff =
            national_cutoff(all, scenario.published, scenario.base.programmes[p].cutoff_percentile);
        double nation = 0;
        std::vector<double> province_share(all.size());
        for (std::size_t row = 0; row < all.size(); ++row) {
            province_share[row] = share_below(all[row], frames[row].urban_share, cutoff, 0, 0);
            nation += frames[row].real_households * province_share[row];
        }
        for (auto& district : world.districts) {
            const auto row = world.provinces[district.province].table_row;
            const double here =
                share_below(all[row], frames[row].urban_share, cutoff,
                            static_cast<double>(district.place_effect), model.district_variance);
            district.quota_share[p] = district.real_households * here / nation * district.scale;
        }
        world.national.cutoff[p] = cutoff;
    }
}

/// Benefit units of a household that a programme is meant for, on average over the district's households
/// below the cut-off: the poor have larger families, and budgets are made for them.
void count_units(World& world, const std::vector<Programme>& programmes) {
    const auto& h = world.households;
    for (auto& district : world.districts) {
        const auto begin = world.villages[district.village_begin].begin;
        const auto end = world.villages[district.village_end - 1].end;
        for (std::size_t p = 0; p < programmes.size(); ++p) {
            std::int64_t households = 0, units = 0;
            for (auto i = begin; i < end; ++i) {
                if (static_cast<double>(h.resource_mean[i]) >= world.national.cutoff[p] ||
                    !meets_conditions(programmes[p], h, i))
                    continue;
                ++households;
                units += units_of(programmes[p], h, i);
            }
            district.units_a_household[p] =
                households > 0 ? static_cast<double>(units) / static_cast<double>(households) : 1.0;
        }
    }
}

} // namespace

World build_world(const Scenario& scenario, std::uint32_t replicate, const ForEach& for_each) {
    const auto& parameters = scenario.base.parameters;
    World world;
    world.draws = {scenario.seed, replicate};
    world.tick = -scenario.burn_in_months;
    world.programme_count = scenario.base.programmes.size();

    world.national.headcount = published_headcount(scenario.published);
    const PopulationModel model = population_model(parameters.population, world.national.headcount);
    const auto frames = province_frames(scenario.published, parameters.population.mean_household_size);
    std::vector<Province> all(frames.size());
    for_each(all.size(), [&](std::size_t row) {
        all[row] = make_province(scenario.published.provinces[row], static_cast<std::uint32_t>(row), model);
    });
    std::vector<ProvinceFrame> drawn;
    for (const auto& frame : frames) {
        world.national.real_households += frame.real_households;
        const auto& wanted = scenario.population.provinces;
        const auto& code = scenario.published.provinces[frame.table_row].code;
        if (wanted.empty() || std::find(wanted.begin(), wanted.end(), code) != wanted.end())
            drawn.push_back(frame);
    }
    const auto samples = allocate_sample(scenario.population, drawn);
    PlaceDrawing drawing(world, scenario, model);
    for (std::uint32_t i = 0; i < drawn.size(); ++i) {
        world.provinces.push_back(all[drawn[i].table_row]);
        drawing.draw_province(drawn[i], samples[i], i);
    }
    world.households.resize(drawing.households());
    for_each(world.villages.size(), [&](std::size_t v) {
        const auto& village = world.villages[v];
        for (auto i = village.begin; i < village.end; ++i)
            populate_household(world, village, i, model, parameters);
    });
    share_quotas(world, scenario, all, model, frames);
    count_units(world, scenario.base.programmes);
    for_each(world.districts.size(), [&](std::size_t d) {
        auto& district = world.districts[d];
        found_agencies(district, world.draws, parameters.agencies);
        found_providers(district, world.draws, world.tick, parameters.control);
        open_seats(district, world.draws, scenario.base, world.national.real_households);
    });
    found_groups(world, parameters.informal);
    return world;
}

} // namespace tujuh
