// SPDX-License-Identifier: Apache-2.0
// The social registry (ODD 7.8). Scores are drawn once a household and round and age only because lives
// drift. Pushed programmes take the lowest scores below the cut-off, up to the district's quota; who is no
// longer among them is out.
#include "agencies/registry.hpp"

#include "agencies/eligibility.hpp"
#include "world/money_bins.hpp"

#include <algorithm>
#include <cmath>

namespace tujuh {

bool is_registry_round(const World& world, const RegistryParameters& p) noexcept {
    return world.tick - world.national.registry_round >= static_cast<std::int32_t>(p.update_months);
}

namespace {

/// Neighbouring districts of one province, few enough that threads share the nation evenly.
struct Stretch {
    std::uint32_t province, village_begin, village_end;
};

std::vector<Stretch> stretches_of(const World& world) {
    constexpr std::size_t most_districts = 8;
    std::vector<Stretch> stretches;
    std::size_t districts = 0;
    for (const auto& district : world.districts) {
        if (stretches.empty() || stretches.back().province != district.province ||
            districts == most_districts) {
            stretches.push_back({district.province, district.village_begin, district.village_end});
            districts = 0;
        }
        stretches.back().village_end = district.village_end;
        ++districts;
    }
    return stretches;
}

/// Persons by area and bin of usual resources.
struct PersonsByResources {
    std::array<std::array<std::uint32_t, money_bin_count>, area_count> persons{};
};

PersonsByResources persons_in(const World& world, const Stretch& stretch) {
    PersonsByResources bins;
    for (auto v = stretch.village_begin; v < stretch.village_end; ++v) {
        const auto& village = world.villages[v];
        auto& persons = bins.persons[static_cast<std::size_t>(village.area)];
        for (auto i = village.begin; i < village.end; ++i)
            persons[money_bin(world.households.resource_mean[i])] += world.households.size[i];
    }
    return bins;
}

std::vector<PersonsByResources> persons_by_province(const World& world, const ForEach& for_each) {
    const auto stretches = stretches_of(world);
    std::vector<PersonsByResources> counted(stretches.size()), provinces(world.provinces.size());
    for_each(stretches.size(), [&](std::size_t s) { counted[s] = persons_in(world, stretches[s]); });
    for (std::size_t s = 0; s < stretches.size(); ++s)
        for (std::size_t area = 0; area < area_count; ++area)
            for (std::size_t bin = 0; bin < money_bin_count; ++bin)
                provinces[stretches[s].province].persons[area][bin] += counted[s].persons[area][bin];
    return provinces;
}

} // namespace

void set_cutoffs(World& world, const std::vector<Programme>& programmes, const ForEach& for_each) {
    const auto provinces = persons_by_province(world, for_each);
    std::vector<double> below(money_bin_count + 1, 0.0);
    for (std::size_t bin = 0; bin < money_bin_count; ++bin) {
        double here = 0;
        for (std::size_t province = 0; province < provinces.size(); ++province)
            for (std::size_t area = 0; area < area_count; ++area)
                here += static_cast<double>(provinces[province].persons[area][bin]) *
                        world.provinces[province].weight[area];
        below[bin + 1] = below[bin] + here;
    }
    for (std::size_t p = 0; p < programmes.size(); ++p) {
        const double wanted = programmes[p].cutoff_percentile * below.back();
        std::size_t bin = 0;
        while (bin + 1 < money_bin_count && below[bin + 1] < wanted) ++bin;
        const double inside =
            below[bin + 1] > below[bin] ? (wanted - below[bin]) / (below[bin + 1] - below[bin]) : 1.0;
        world.national.cutoff[p] = lerp(money_bin_start(bin), money_bin_start(bin + 1), inside);
    }
    world.national.registry_round = world.tick;
}

std::int64_t quota_of(const World& world, const District& district, const Programme& programme,
                      std::size_t index) {
    const double places = programme.channel == Channel::push ? district.levers.places : 1.0;
    const double quota = programme.quota * places * district.quota_share[index];
    const double chance = world.draws.uniform_double(district.number, 0, Purpose::quota_fraction,
                                                     static_cast<std::uint32_t>(index));
    return static_cast<std::int64_t>(std::floor(quota + chance));
}

void enrol(World& world, District& district, std::uint32_t i, std::size_t p, Door door,
           bool starts_by_itself) {
    auto& h = world.households;
    const auto bit = bit_of(p);
    h.enrolled[i] |= bit;
    h.known[i] |= bit;
    h.denied[i] = static_cast<ProgrammeMask>(h.denied[i] & ~bit);
    if (starts_by_itself) h.served[i] |= bit;
    ++district.enrolled[p];
    ++district.tally.starts[p];
    if (has_bit(h.eligible[i], p)) {
        ++district.tally.eligible_starts[p];
        ++district.tally.starts_by_door[static_cast<std::size_t>(door)];
    }
    district.newly_enrolled.push_back({i, 1.0f - h.preparedness[i]});
}

void release(World& world, District& district, std::uint32_t i, std::size_t p) {
    auto& h = world.households;
    const auto keep = static_cast<ProgrammeMask>(~bit_of(p));
    h.enrolled[i] &= keep;
    h.served[i] &= keep;
    --district.enrolled[p];
}

namespace {

void score_registered(World& world, const District& district, const RegistryParameters& p) {
    auto& h = world.households;
    const double error = registry_error(p.spread, p.fit);
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        const auto& village = world.villages[v];
        for (auto i = village.begin; i < village.end; ++i) {
            if ((h.traits[i] & trait::registered) == 0) continue;
            h.traits[i] = static_cast<std::uint8_t>(h.traits[i] & ~trait::visited);
            h.score[i] = registry_score(h.resource_mean[i], error, world.draws, household_number(village, i),
                                        world.national.registry_round);
        }
    }
}

struct Ranked {
    float score;
    std::uint32_t household;
    bool operator<(const Ranked& other) const noexcept {
        return score != other.score ? score < other.score : household < other.household;
    }
};

bool may_be_listed(const Households& h, const Programme& programme, std::uint32_t i) {
    return (h.traits[i] & trait::registered) != 0 && meets_conditions(programme, h, i);
}
float measured_for(const Agency& agency, const Households& h, std::uint32_t i) {
    return h.score[i] + bias_against(agency, h, i);
}

/// Registered households of a programme's category below its cut-off, lowest score first.
std::vector<Ranked> listed_for(const World& world, const District& district, const Settings& settings,
                               std::size_t p) {
    const auto& h = world.households;
    const auto& programme = settings.programmes[p];
    const auto& agency = district.agencies[static_cast<std::size_t>(programme.agency)];
    const float cutoff = static_cast<float>(log(world.national.cutoff[p]));
    std::vector<Ranked> listed;
    for (auto i = first_household(world, district); i < end_household(world, district); ++i) {
        if (!may_be_listed(h, programme, i)) continue;
        const float measured = measured_for(agency, h, i);
        if (measured < cutoff) listed.push_back({measured, i});
    }
    std::sort(listed.begin(), listed.end());
    return listed;
}

/// Takes out who is no longer among the `quota` lowest. Who is out because it is measured above the cut-off,
/// not for want of places, members or an entry, has graduated.
void drop_unlisted(World& world, District& district, const Settings& settings,
                   const std::vector<Ranked>& listed, std::size_t quota, std::size_t p) {
    auto& h = world.households;
    const auto& programme = settings.programmes[p];
    const auto& agency = district.agencies[static_cast<std::size_t>(programme.agency)];
    const float cutoff = static_cast<float>(log(world.national.cutoff[p]));
    const auto first = first_household(world, district);
    std::vector<bool> stays(end_household(world, district) - first, false);
    for (std::size_t k = 0; k < std::min(quota, listed.size()); ++k)
        stays[listed[k].household - first] = true;
    for (auto i = first; i < end_household(world, district); ++i)
        if (has_bit(h.enrolled[i], p) && !stays[i - first]) {
            if (may_be_listed(h, programme, i) && !(measured_for(agency, h, i) < cutoff))
                graduate(h, i, world.tick);
            release(world, district, i, p);
        }
}

/// Fills open places from the list. A household whose own request is under way has it granted by this.
void fill_quota(World& world, District& district, const Settings& settings, const std::vector<Ranked>& listed,
                std::int64_t quota, std::size_t p) {
    const double failure = settings.parameters.agencies.activation_failure;
    for (const auto& entry : listed) {
        if (district.enrolled[p] >= quota) return;
        if (has_bit(world.households.enrolled[entry.household], p)) continue;
        const bool fails = world.draws.happens(failure, number_of(world, district, entry.household),
                                               world.tick, Purpose::enrolment, static_cast<std::uint32_t>(p));
        const bool visited = (world.households.traits[entry.household] & trait::visited) != 0;
        enrol(world, district, entry.household, p, visited ? Door::visited : Door::listed, !fails);
    }
}

} // namespace

void hold_registry_round(World& world, District& district, const Settings& settings) {
    score_registered(world, district, settings.parameters.registry);
    for (std::size_t p = 0; p < settings.programmes.size(); ++p) {
        if (settings.programmes[p].channel != Channel::push) continue;
        const auto listed = listed_for(world, district, settings, p);
        const auto quota = quota_of(world, district, settings.programmes[p], p);
        drop_unlisted(world, district, settings, listed, static_cast<std::size_t>(quota), p);
        fill_quota(world, district, settings, listed, quota, p);
    }
}

void refill_programmes(World& world, District& district, const Settings& settings) {
    for (std::size_t p = 0; p < settings.programmes.size(); ++p)
        if (settings.programmes[p].channel == Channel::push)
            fill_quota(world, district, settings, listed_for(world, district, settings, p),
                       quota_of(world, district, settings.programmes[p], p), p);
}

} // namespace tujuh
