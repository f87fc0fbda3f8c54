// SPDX-License-Identifier: Apache-2.0
// Recertification (ODD 7.8): a served household is measured again in its month. It is taken out when it is
// measured above the cut-off, or when it misses the check; a heavier procedure burden makes it miss more.
// Completed services end here too.
#include "agencies/agency_phase.hpp"
#include "agencies/eligibility.hpp"
#include "agencies/registry.hpp"

namespace tujuh {

namespace {

/// The present score: a visit's holds until the next round, the registry's follows resources with the error
/// of the round.
float present_score(World& world, const District& district, const RegistryParameters& p, std::uint32_t i) {
    auto& h = world.households;
    if ((h.traits[i] & trait::visited) != 0) return h.score[i];
    h.score[i] = registry_score(h.resource_mean[i], registry_error(p.spread, p.fit), world.draws,
                                number_of(world, district, i), world.national.registry_round);
    return h.score[i];
}

} // namespace

void recertify(World& world, District& district, const Settings& settings) {
    const auto& h = world.households;
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        for (const auto& due : world.villages[v].due) {
            if (!has_bit(h.enrolled[due.household], due.programme)) continue;
            const auto& programme = settings.programmes[due.programme];
            const auto& agency = district.agencies[static_cast<std::size_t>(programme.agency)];
            const double missed = settings.parameters.agencies.miss_recertification *
                                  static_cast<double>(agency.burden) / settings.parameters.agencies.burden;
            const float cutoff = log(static_cast<float>(world.national.cutoff[due.programme]));
            const bool checked = !due.complete && meets_conditions(programme, h, due.household) &&
                                 !world.draws.happens(missed, number_of(world, district, due.household),
                                                      world.tick, Purpose::recertification, due.programme);
            const bool stays = checked && present_score(world, district, settings.parameters.registry,
                                                        due.household) < cutoff;
            if (checked && !stays) graduate(world.households, due.household, world.tick);
            if (!stays) release(world, district, due.household, due.programme);
        }
    }
}

} // namespace tujuh
