// SPDX-License-Identifier: Apache-2.0
// A sample as a survey draws it: some districts a province, some villages a district and area, some
// households a village. Effects of places are exact quantiles in a random order, and places are drawn
// systematically along them, so that a small sample still holds poor and rich places in their right shares
// (ODD 2).
#include "world/sample.hpp"

#include "base/math.hpp"
#include "base/permutation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tujuh {

std::vector<ProvinceFrame> province_frames(const PublishedTables& tables, double mean_household_size) {
    std::vector<ProvinceFrame> frames;
    std::uint32_t district = 0, village = 0;
    for (std::uint32_t row = 0; row < tables.provinces.size(); ++row) {
        const auto& published = tables.provinces[row];
        ProvinceFrame frame;
        frame.table_row = row;
        const double size =
            published.mean_household_size > 0 ? published.mean_household_size : mean_household_size;
        frame.real_households = published.households > 0 ? published.households : published.population / size;
        frame.districts = static_cast<std::uint32_t>(published.districts);
        frame.villages = static_cast<std::uint32_t>(published.villages);
        frame.first_district = district;
        frame.first_village = village;
        frame.urban_share = published.areas[0].population_share;
        district += frame.districts;
        village += frame.villages;
        frames.push_back(frame);
    }
    return frames;
}

namespace {

/// The standard normal quantile at the middle of the rank-th of n equal parts, scaled so that the n values
/// have variance one.
std::vector<double> normal_quantiles(std::uint32_t n) {
    std::vector<double> values(n);
    double sum_of_squares = 0;
    for (std::uint32_t rank = 0; rank < n; ++rank) {
        values[rank] = normal_quantile((rank + 0.5) / n);
        sum_of_squares += values[rank] * values[rank];
    }
    const double scale = sum_of_squares > 0 ? std::sqrt(n / sum_of_squares) : 0.0;
    for (auto& value : values) value *= scale;
    return values;
}

/// Which of the villages before `position` are urban when a share of all is: cumulative rounding.
std::uint32_t urban_before(double share, std::uint32_t position) {
    return static_cast<std::uint32_t>(std::floor(share * position + 0.5));
}

} // namespace

std::vector<DistrictFrame> district_frames(const ProvinceFrame& province, const Draws& draws) {
    const auto effects = normal_quantiles(province.districts);
    const Permutation order(province.districts, draws, province.table_row, Purpose::district_effect);
    std::vector<DistrictFrame> frames(province.districts);
    const auto first_of = [&](std::uint32_t district) {
        return static_cast<std::uint32_t>(std::uint64_t{district} * province.villages / province.districts);
    };
    for (std::uint32_t d = 0; d < province.districts; ++d) {
        auto& frame = frames[d];
        frame.number = province.first_district + d;
        frame.first_village = province.first_village + first_of(d);
        frame.villages = first_of(d + 1) - first_of(d);
        frame.urban_villages = urban_before(province.urban_share, first_of(d + 1)) -
                               urban_before(province.urban_share, first_of(d));
        frame.effect = effects[order(d)];
    }
    return frames;
}

std::vector<VillageFrame> village_frames(const DistrictFrame& district, const Draws& draws) {
    const std::uint32_t urban = district.urban_villages, rural = district.villages - district.urban_villages;
    const auto urban_effects = normal_quantiles(urban), rural_effects = normal_quantiles(rural);
    const Permutation order(district.villages, draws, district.number, Purpose::village_effect);
    std::vector<VillageFrame> frames(district.villages);
    for (std::uint32_t v = 0; v < district.villages; ++v) {
        const std::uint32_t place = order(v);
        auto& frame = frames[v];
        frame.number = district.first_village + v;
        frame.area = place < urban ? Area::urban : Area::rural;
        frame.effect = place < urban ? urban_effects[place] : rural_effects[place - urban];
    }
    return frames;
}

std::vector<ProvinceSample> allocate_sample(const PopulationDesign& design,
                                            const std::vector<ProvinceFrame>& drawn) {
    double roots = 0;
    for (const auto& province : drawn) roots += std::sqrt(province.real_households);
    std::vector<ProvinceSample> samples;
    for (const auto& province : drawn) {
        const double village_size = province.real_households / province.villages;
        ProvinceSample sample;
        sample.households_a_village = static_cast<std::uint32_t>(
            design.households_per_village == 0
                ? std::floor(village_size + 0.5)
                : std::max(1.0, std::min<double>(design.households_per_village, std::floor(village_size))));
        const double aimed = design.households * std::sqrt(province.real_households) / roots;
        const double villages = std::clamp(std::floor(aimed / sample.households_a_village + 0.5), 2.0,
                                           static_cast<double>(province.villages));
        // Few districts, each in a large part: in a small miniature seats and queues are shares of a person
        // and of a case, which biases what agencies and workers do (ODD 2).
        constexpr double villages_in_a_miniature = 40;
        const double districts = std::clamp(std::floor(villages / villages_in_a_miniature + 0.5), 1.0,
                                            static_cast<double>(province.districts));
        sample.districts = design.districts_per_province > 0
                               ? std::min(design.districts_per_province, province.districts)
                               : static_cast<std::uint32_t>(districts);
        const std::uint32_t in_a_district = province.villages / province.districts;
        const auto wanted = design.villages_per_district > 0
                                ? design.villages_per_district
                                : static_cast<std::uint32_t>(std::ceil(villages / sample.districts - 1e-9));
        sample.villages_a_district = std::max(1u, std::min(wanted, in_a_district));
        if (design.takes_everybody()) {
            if (design.districts_per_province == 0) sample.districts = province.districts;
            sample.villages_a_district = province.villages; // districts differ; none has more
        }
        samples.push_back(sample);
    }
    return samples;
}

double expected_households(const ProvinceSample& sample, const ProvinceFrame& province) noexcept {
    const double in_a_district = static_cast<double>(province.villages) / province.districts;
    return sample.districts * std::min<double>(sample.villages_a_district, in_a_district) *
           sample.households_a_village;
}

std::vector<std::uint32_t> villages_in_sample(const DistrictFrame& district,
                                              const std::vector<VillageFrame>& villages, std::uint32_t count,
                                              const Draws& draws) {
    std::vector<std::uint32_t> chosen;
    if (count >= villages.size()) {
        chosen.resize(villages.size());
        std::iota(chosen.begin(), chosen.end(), 0u);
        return chosen;
    }
    const Words words = draws.words(district.number, 0, Purpose::sample_villages);
    const double share = static_cast<double>(district.urban_villages) / district.villages;
    const auto urban =
        static_cast<std::uint32_t>(count * share + static_cast<double>(uniform_from(words.word[0])));
    for (const auto area : {Area::urban, Area::rural}) {
        std::vector<std::uint32_t> position;
        std::vector<double> effects;
        for (std::uint32_t v = 0; v < villages.size(); ++v)
            if (villages[v].area == area) position.push_back(v), effects.push_back(villages[v].effect);
        const std::uint32_t wanted = area == Area::urban ? urban : count - std::min(count, urban);
        const double start = static_cast<double>(uniform_from(words.word[area == Area::urban ? 1 : 2]));
        for (const std::uint32_t e : spread_over_ranks(effects, wanted, start)) chosen.push_back(position[e]);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

std::vector<std::uint32_t> spread_over_ranks(const std::vector<double>& effects, std::uint32_t count,
                                             double start) {
    const auto n = static_cast<std::uint32_t>(effects.size());
    std::vector<std::uint32_t> ranked(n);
    std::iota(ranked.begin(), ranked.end(), 0u);
    std::sort(ranked.begin(), ranked.end(), [&](std::uint32_t a, std::uint32_t b) {
        return effects[a] != effects[b] ? effects[a] < effects[b] : a < b;
    });
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t j = 0; j < std::min(count, n); ++j)
        chosen.push_back(
            ranked[std::min(n - 1, static_cast<std::uint32_t>((j + start) * n / std::min(count, n)))]);
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

} // namespace tujuh
