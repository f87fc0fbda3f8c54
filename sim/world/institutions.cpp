// SPDX-License-Identifier: Apache-2.0
// Agencies, distribution points, groups and workers as they are found at the start (ODD 5). Half-lives bring
// what work moves back to the same starting values.
#include "world/institutions.hpp"

#include "base/instruction_sets.hpp"
#include "base/math.hpp"
#include "base/permutation.hpp"
#include "world/staff_flows.hpp"

#include <algorithm>
#include <cmath>

namespace tujuh {

namespace {

/// A share that varies between districts: mean x (1 + variation x normal), kept inside 0.02-0.98.
float varied(double mean, double variation, float normal) {
    return static_cast<float>(std::clamp(mean * (1.0 + variation * static_cast<double>(normal)), 0.02, 0.98));
}

} // namespace

void place_villages(District& district, const std::vector<VillageFrame>& frames, const Draws& draws,
                    double points, const Parameters& p) {
    double area = 0;
    for (const auto& frame : frames)
        area += square(frame.area == Area::urban ? p.population.urban_village_spacing
                                                 : p.population.rural_village_spacing);
    const double side = std::sqrt(area);
    district.frame.assign(frames.size(), FrameVillage{});
    for (std::size_t v = 0; v < frames.size(); ++v) {
        const Words words = draws.words(frames[v].number, 0, Purpose::village_place);
        // Towns keep to the middle third of each side.
        const double spread = frames[v].area == Area::urban ? 1.0 / 3.0 : 1.0;
        auto& place = district.frame[v];
        place.area = frames[v].area;
        place.x = static_cast<float>(
            side * (0.5 + spread * (static_cast<double>(uniform_from(words.word[0])) - 0.5)));
        place.y = static_cast<float>(
            side * (0.5 + spread * (static_cast<double>(uniform_from(words.word[1])) - 0.5)));
    }
    const auto n = static_cast<std::uint32_t>(frames.size());
    const auto count = std::clamp(static_cast<std::uint32_t>(std::floor(points + 0.5)), 1u, n);
    const auto competence = static_cast<float>(p.agencies.point_competence);
    district.points.assign(count, {0, 0, Mechanism::office, competence});
    for (std::uint32_t i = 0; i < count; ++i) place_as_at_start(district, i, draws);
    measure_distances(district, p);
}

void place_as_at_start(District& district, std::uint32_t point, const Draws& draws) {
    const Permutation order(static_cast<std::uint32_t>(district.frame.size()), draws, district.number,
                            Purpose::point_place);
    const auto& at = district.frame[order(point)];
    district.points[point].x = at.x;
    district.points[point].y = at.y;
    district.points[point].mechanism = Mechanism::office;
}

float distance_factor(const District& district, const DistributionPoint& point,
                      const TaskParameters& p) noexcept {
    const double share = point.mechanism == Mechanism::mobile  ? p.mobile_saves
                         : point.mechanism == Mechanism::agent ? p.agent_saves
                                                               : 0.0;
    return district.levers.distance * static_cast<float>(1.0 - share * static_cast<double>(point.competence));
}

namespace {

/// Up to 64 villages of a district, side by side (base/instruction_sets.hpp): every month, and at every act
/// that moves a point, each village of the district is held against each point.
struct WaysOfVillages {
    static constexpr std::size_t most = 64;
    alignas(64) float x[most];
    float y[most];
    float to_office_squared[most]; ///< to the nearest
    float to_other[most];          ///< to the nearest mobile point or agent, as these shorten it
};

/// All offices have the same factor, and root and product never turn an order around: the nearest office is
/// found among squares, to the same bits.
TUJUH_SIDE_BY_SIDE void find_nearest(WaysOfVillages& ways, const District& district,
                                     const TaskParameters& p) {
    std::fill_n(ways.to_office_squared, ways.most, infinity_single);
    std::fill_n(ways.to_other, ways.most, farthest_km);
    for (const auto& point : district.points) {
        const float x = point.x, y = point.y;
        if (point.mechanism == Mechanism::office) {
            for (std::size_t k = 0; k < ways.most; ++k) {
                const float squared = square(ways.x[k] - x) + square(ways.y[k] - y);
                ways.to_office_squared[k] = std::min(ways.to_office_squared[k], squared);
            }
            continue;
        }
        const float factor = distance_factor(district, point, p);
        for (std::size_t k = 0; k < ways.most; ++k) {
            const float way = square_root(square(ways.x[k] - x) + square(ways.y[k] - y)) * factor;
            ways.to_other[k] = std::min(ways.to_other[k], way);
        }
    }
}

} // namespace

void bring_nearer(District& district, const DistributionPoint& point, const TaskParameters& p) noexcept {
    const float factor = distance_factor(district, point, p);
    for (auto& village : district.frame)
        village.distance_km = std::min(village.distance_km, distance_km(village, point.x, point.y) * factor);
}

void measure_distances(District& district, const Parameters& p) noexcept {
    WaysOfVillages ways;
    auto& frame = district.frame;
    for (std::size_t first = 0; first < frame.size(); first += ways.most) {
        const std::size_t count = std::min(ways.most, frame.size() - first);
        for (std::size_t k = 0; k < ways.most; ++k) { // the last village again where there are fewer
            const auto& village = frame[first + std::min(k, count - 1)];
            ways.x[k] = village.x;
            ways.y[k] = village.y;
        }
        find_nearest(ways, district, p.tasks);
        for (std::size_t k = 0; k < count; ++k) {
            const float to_office = square_root(ways.to_office_squared[k]) * district.levers.distance;
            frame[first + k].distance_km = std::min(ways.to_other[k], to_office);
        }
    }
}

namespace {

/// Parts of an agency differ too, so that one of them is the weakest. Losses on the way vary, not arrivals.
void found_sub_units(District& district, std::uint32_t a, const Draws& draws, const AgencyParameters& p) {
    auto& agency = district.agencies[a];
    for (std::uint32_t u = 0; u < sub_unit_count; ++u) {
        const Words words = draws.words(district.number, 0, Purpose::sub_unit_start, 256 * a + u);
        auto& unit = agency.units[u];
        unit.skill = varied(p.skill, p.variation, normal_from(words.word[0]));
        unit.fit = varied(p.fit, p.variation, normal_from(words.word[1]));
        unit.influence = varied(p.influence, p.variation, normal_from(words.word[2]));
        unit.cohesion = varied(p.cohesion, p.variation, normal_from(words.word[3]));
    }
    for (auto& unit : agency.units) {
        unit.posts = posts_of_agency(district, p) * budget_share(agency, unit);
        unit.staff = unit.posts * filled_share(static_cast<double>(unit.cohesion), p);
    }
    const Words words = draws.words(district.number, 0, Purpose::chain_start, a);
    for (std::size_t link = 0; link < agency.fidelity.size(); ++link) {
        const double lost =
            (1.0 - p.fidelity) * (1.0 + p.variation * static_cast<double>(normal_from(words.word[link])));
        agency.fidelity[link] = static_cast<float>(1.0 - std::clamp(lost, 0.0, 1.0));
    }
}

} // namespace

void found_agencies(District& district, const Draws& draws, const AgencyParameters& p) {
    for (std::uint32_t a = 0; a < agency_count; ++a) {
        auto& agency = district.agencies[a];
        const Words words = draws.words(district.number, 0, Purpose::agency_start, a);
        agency.burden = varied(p.burden, p.variation, normal_from(words.word[0]));
        agency.quality = varied(p.quality, p.variation, normal_from(words.word[1]));
        agency.responsiveness = varied(p.responsiveness, p.variation, normal_from(words.word[2]));
        agency.diagnosis = static_cast<float>(p.diagnosis);
        const float bias =
            std::max(0.0f, 1.0f + static_cast<float>(p.variation) * normal_from(words.word[3]));
        agency.bias.fill(static_cast<float>(p.bias) * bias);
        found_sub_units(district, a, draws, p);
    }
    district.conflict.setConstant(static_cast<float>(p.conflict));
    district.conflict.diagonal().setZero();
}

namespace {

Words provider_words(std::uint32_t district_number, std::uint32_t agency, std::uint32_t provider,
                     const Draws& draws) noexcept {
    return draws.words(district_number, 0, Purpose::provider_start,
                       agency * static_cast<std::uint32_t>(providers_an_agency) + provider);
}

} // namespace

float usual_provider_quality(std::uint32_t district_number, std::uint32_t agency, std::uint32_t provider,
                             const Draws& draws, const ControlParameters& p) noexcept {
    const Words words = provider_words(district_number, agency, provider, draws);
    return varied(p.provider_quality, p.provider_variation, normal_from(words.word[0]));
}

void found_providers(District& district, const Draws& draws, std::int32_t tick, const ControlParameters& p) {
    const auto validity = static_cast<std::uint32_t>(p.licence_months);
    for (std::uint32_t a = 0; a < agency_count; ++a)
        for (std::uint32_t i = 0; i < providers_an_agency; ++i) {
            const Words words = provider_words(district.number, a, i, draws);
            Provider provider;
            provider.quality = usual_provider_quality(district.number, a, i, draws, p);
            provider.licensed = uniform_from(words.word[1]) < static_cast<float>(p.licensed_usual);
            const auto months_left = 1 + integer_below(words.word[2], validity);
            provider.licence_ends = provider.licensed ? tick + static_cast<std::int32_t>(months_left) : tick;
            district.agencies[a].providers[i] = provider;
        }
}

double full_time_in(const District& district, double workforce, double real_households_of_nation,
                    double by_poverty) noexcept {
    const double by_households =
        workforce * district.real_households / real_households_of_nation * district.scale;
    return by_households * (1.0 + by_poverty * (district.relative_poverty - 1.0));
}

void open_seats(District& district, const Draws& draws, const Settings& settings,
                double real_households_of_nation) {
    const auto& p = settings.parameters.workers;
    district.seats.clear();
    std::uint32_t number = 0;
    for (std::size_t kind = 0; kind < worker_kind_count; ++kind) {
        const double people =
            full_time_in(district, settings.workforce[kind], real_households_of_nation, p.by_poverty);
        const auto seats = std::max(1u, static_cast<std::uint32_t>(std::floor(people + 0.5)));
        for (std::uint32_t s = 0; s < seats; ++s, ++number) {
            const Words words = draws.words(district.number, 0, Purpose::seat_start, number);
            const auto& home =
                district
                    .frame[integer_below(words.word[0], static_cast<std::uint32_t>(district.frame.size()))];
            Seat seat;
            seat.kind = static_cast<WorkerKind>(kind);
            seat.full_time = people / seats;
            seat.home_x = home.x;
            seat.home_y = home.y;
            const double spread =
                2.0 * (p.veteran_skill - p.novice_skill) * static_cast<double>(uniform_from(words.word[1]));
            seat.skill.fill(static_cast<float>(clamp01(p.novice_skill + spread)));
            seat.specialist_skill = seat.skill;
            district.seats.push_back(seat);
        }
    }
}

void found_groups(World& world, Village& village, const InformalParameters& p) {
    constexpr auto community = static_cast<std::size_t>(GroupKind::community);
    if (!world.draws.happens(p.village_share, village.number, 0, Purpose::group_start)) return;
    auto& group = village.groups[community];
    group.alive = true;
    group.formed = world.tick;
    group.competence = static_cast<float>(p.competence_start);
    for (std::uint32_t i = village.begin; i < village.end; ++i) {
        if (!world.draws.happens(p.member_share, household_number(village, i), 0, Purpose::group_membership))
            continue;
        world.households.groups[i] |= 1u << community;
        ++group.members;
    }
}

} // namespace tujuh
