// SPDX-License-Identifier: Apache-2.0
// Recertification (ODD 7.8): a served household is measured again in its month. It is taken out when it is
// measured above the cut-off, or when it misses the check; a heavier procedure burden makes it miss more.
// Completed services end here too.
#include "agencies/agency_phase.hpp"
#include "agencies/eligibility.hpp"
#include "agencies/registry.hpp"
#include "base/many_draws.hpp"

#include <algorithm>
#include <span>

namespace tujuh {

namespace {

/// The checks that are due in one village, up to as many as are drawn for at a time.
class Checks {
  public:
    Checks(World& world, District& district, const Settings& settings)
        : world_(world), district_(district), s_(settings),
          error_(static_cast<float>(
              registry_error(settings.parameters.registry.spread, settings.parameters.registry.fit))) {
        const auto& p = settings.parameters.agencies;
        for (std::size_t k = 0; k < settings.programmes.size(); ++k) {
            const auto& agency = district.agencies[static_cast<std::size_t>(settings.programmes[k].agency)];
            missed_[k] = p.miss_recertification * static_cast<double>(agency.burden) / p.burden;
            cutoff_[k] = log(static_cast<float>(world.national.cutoff[k]));
        }
    }

    void hold(const Village& village, std::span<const Due> due) {
        for (std::size_t k = 0; k < due.size(); ++k) {
            luck_.entity[k] = error_of_round_.entity[k] = household_number(village, due[k].household);
            luck_.sub_index[k] = due[k].programme;
            error_of_round_.sub_index[k] = 0;
        }
        draw_words(luck_, due.size(), world_.draws, world_.tick, Purpose::recertification);
        draw_normals(error_of_round_, due.size(), world_.draws, world_.national.registry_round,
                     Purpose::registry_error);
        for (std::size_t k = 0; k < due.size(); ++k) hold(due[k], k);
    }

  private:
    void hold(const Due& due, std::size_t k) {
        auto& h = world_.households;
        if (!has_bit(h.enrolled[due.household], due.programme)) return;
        const bool checked = !due.complete &&
                             meets_conditions(s_.programmes[due.programme], h, due.household) &&
                             !luck_.happens(missed_[due.programme], k);
        const bool stays = checked && present_score(due.household, k) < cutoff_[due.programme];
        if (checked && !stays) graduate(h, due.household, world_.tick);
        if (!stays) release(world_, district_, due.household, due.programme);
    }

    /// A visit's score holds until the next round, the registry's follows resources with the error of the
    /// round.
    float present_score(std::uint32_t i, std::size_t k) {
        auto& h = world_.households;
        if ((h.traits[i] & trait::visited) == 0)
            h.score[i] = registry_score(h.resource_mean[i], error_, error_of_round_.normal[k]);
        return h.score[i];
    }

    World& world_;
    District& district_;
    const Settings& s_;
    float error_;
    std::array<double, max_programmes> missed_{};
    std::array<float, max_programmes> cutoff_{};
    ManyDraws luck_, error_of_round_;
};

} // namespace

void recertify(World& world, District& district, const Settings& settings) {
    Checks checks(world, district, settings);
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        const auto& village = world.villages[v];
        const std::span<const Due> due(village.due);
        for (std::size_t k = 0; k < due.size(); k += ManyDraws::most)
            checks.hold(village, due.subspan(k, std::min(ManyDraws::most, due.size() - k)));
    }
}

} // namespace tujuh
