// SPDX-License-Identifier: Apache-2.0
#include "run/trial_actions.hpp"

#include "agencies/eligibility.hpp"
#include "agencies/registry.hpp"
#include "agencies/requests.hpp"
#include "households/application.hpp"
#include "world/entitlement.hpp"

#include <algorithm>
#include <vector>

namespace tujuh {

void tell(Households& h, std::uint32_t i, std::size_t p) {
    h.known[i] |= bit_of(p);
    h.traits[i] |= trait::informed;
}

void complete_papers(Households& h, std::uint32_t i) {
    h.traits[i] |= trait::documents;
}

void offer_help(World& world, const Settings& settings, std::uint32_t village, std::uint32_t i,
                std::size_t p) {
    auto& h = world.households;
    const auto& programme = settings.programmes[p];
    const unsigned held = h.enrolled[i] | h.pending[i] | h.denied[i];
    if (!has_bit(h.known[i], p) || has_bit(held, p) || !meets_conditions(programme, h, i)) return;
    const auto need = main_need_of(programme);
    ApplicationCauses<float> causes{};
    causes.benefit_share = static_cast<float>(programme.benefit * units_of(programme, h, i)) /
                           (h.consumption[i] * static_cast<float>(h.size[i]));
    causes.deficit = has_bit(h.needs_known[i], need) ? float{h.deficit[need][i]} : 0.0f;
    causes.capability = 1.0f; // the helper knows the steps
    causes.stigma = h.stigma[i];
    causes.morale = h.morale[i];
    const auto rates =
        application_rates(settings.parameters.application, settings.parameters.relaxation.knowledge);
    const double chance = static_cast<double>(application_chance(causes, rates));
    const auto& place = world.villages[village];
    if (!world.draws.happens(chance, household_number(place, i), world.tick, Purpose::trial_help,
                             static_cast<std::uint32_t>(p)))
        return;
    complete_papers(h, i);
    Filing filing;
    filing.household = i;
    filing.programme = static_cast<std::uint8_t>(p);
    filing.accompanied = true;
    file_requests(world, world.districts[place.district], {filing});
}

float meeting_score(const World& world, const RegistryParameters& registry, const Village& village,
                    std::uint32_t i) {
    const double error = registry.neighbour_error / square_root(registry.meeting_voices);
    return log(world.households.resource_mean[i]) +
           static_cast<float>(error) *
               world.draws.normal(household_number(village, i), world.tick, Purpose::village_meeting);
}

namespace {

struct Measured {
    float proxy_means, own; ///< the score that shares places out over villages, and the one used inside
    std::uint32_t household;
};

bool lower_own(const Measured& a, const Measured& b) {
    return a.own != b.own ? a.own < b.own : a.household < b.household;
}

std::vector<Measured> measure_village(const World& world, const Settings& settings, const Village& village,
                                      std::size_t p, TrialSelection selection) {
    const auto& registry = settings.parameters.registry;
    const double error = registry_error(registry.spread, registry.fit);
    std::vector<Measured> measured;
    for (auto i = village.begin; i < village.end; ++i) {
        if (!meets_conditions(settings.programmes[p], world.households, i)) continue;
        const float score = registry_score(world.households.resource_mean[i], error, world.draws,
                                           household_number(village, i), world.national.registry_round);
        const bool by_meeting = selection == TrialSelection::community;
        measured.push_back({score, by_meeting ? meeting_score(world, registry, village, i) : score, i});
    }
    return measured;
}

/// The score below which `places` of the households lie.
float threshold_of(const std::vector<std::vector<Measured>>& villages, double places) {
    std::vector<float> scores;
    for (const auto& village : villages)
        for (const auto& measured : village) scores.push_back(measured.proxy_means);
    std::sort(scores.begin(), scores.end());
    const auto chosen = static_cast<std::size_t>(places * static_cast<double>(scores.size()) + 0.5);
    return chosen < scores.size() ? scores[chosen] : infinity_single;
}

} // namespace

void select_households(World& world, const Settings& settings, District& district, std::size_t p,
                       double places, std::span<const TrialSelection> selection) {
    std::vector<std::vector<Measured>> villages(selection.size());
    for (std::size_t v = 0; v < selection.size(); ++v)
        if (selection[v] != TrialSelection::unchanged)
            villages[v] =
                measure_village(world, settings, world.villages[district.village_begin + v], p, selection[v]);
    const float threshold = threshold_of(villages, places);
    for (auto& village : villages) {
        std::size_t own_places = 0;
        for (const auto& measured : village) own_places += measured.proxy_means < threshold ? 1u : 0u;
        std::sort(village.begin(), village.end(), lower_own);
        for (std::size_t k = 0; k < village.size(); ++k) {
            const auto i = village[k].household;
            const bool is_in = has_bit(world.households.enrolled[i], p);
            if (k < own_places && !is_in) enrol(world, district, i, p, Door::listed, true);
            if (k >= own_places && is_in) release(world, district, i, p);
        }
    }
}

} // namespace tujuh
