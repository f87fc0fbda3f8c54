// SPDX-License-Identifier: Apache-2.0
// Task 7. Exercise social control (Sukoco 2021; Pincus & Minahan 1973).
// Supervision, investigation, licensing. Control restores, it does not punish: functioning rises, harm falls.
// Shows in: harm that recurs, months from report to safety, providers below standard.
#include "agencies/providers.hpp"
#include "agencies/reports.hpp"
#include "tasks/act.hpp"
#include "tasks/gather.hpp"

#include <algorithm>

namespace tujuh {

using namespace literals;

namespace {

// ---- 7.1 Supervise deviant behaviour
// For households with a safety plan that nobody watches, then for those that misuse cash. What is watched
// recurs less; strain falls. (7.2 is for those of whom nothing is known yet, 6.6 for programmes.)

void do_7_1_supervise(const Act& act, std::uint32_t i) {
    auto& h = act.scene.households();
    const auto& p = act.scene.settings.parameters.control;
    if (h.safety[i] == Safety::known) h.safety[i] = Safety::supervised;
    if (has_trait(h, i, trait::misuse) && act.happens_to_household(act.effect(p.supervise_misuse), i))
        h.traits[i] = static_cast<std::uint8_t>(h.traits[i] & ~trait::misuse);
    lower(h.care_risk[i], act.effect(p.supervise_risk));
    raise(h.morale[i], act.effect(p.supervise_morale));
}

// ---- 7.2 Investigate reports of neglect and violence
// For reports that wait: the oldest first, those of children before others. Harm that is found is stopped
// with a safety plan; the rest is closed.

void gather_7_2(const Scene& scene, Candidates& out) {
    constexpr float children_first = 6.0f; // months
    const auto& h = scene.world.households;
    for (const auto& report : scene.district.reports) {
        const auto waited = static_cast<float>(scene.world.tick - report.since);
        out.push_back(
            {report.household, 1.0f + waited + (h.children[report.household] > 0 ? children_first : 0.0f)});
    }
}

/// Neighbours see that a report has an effect. A drawn household stands for others of its village.
void raise_awareness(const Act& act, std::uint32_t household) {
    const auto& scene = act.scene;
    auto& village = scene.world.villages[village_of(scene.world, scene.district, household)];
    const double percent = 100.0 / village.sampled();
    raise(village.awareness,
          std::min(1.0, act.effect(scene.settings.parameters.control.investigate_awareness) * percent));
}

void do_7_2_investigate(const Act& act, std::uint32_t i) {
    const auto& scene = act.scene;
    auto& safety = scene.households().safety[i];
    if (!settle_report(scene.world, scene.district, i)) return;
    raise_awareness(act, i);
    if (!is_harmed(safety)) return; // unfounded
    const double misses = scene.settings.parameters.control.investigate_misses;
    const bool found = act.happens_to_household(1.0 - misses + act.effect(misses), i);
    safety = found ? Safety::known : Safety::harmed;
    if (found) ++scene.district.tally.harms_stopped;
}

// ---- 7.3 License providers and hold them to standard
// For providers without a licence, with one that ends soon, or below the standard. (3.2 advises agencies, who
// may decline.)

Provider& provider_of(District& district, std::size_t index) {
    return district.agencies[index / providers_an_agency].providers[index % providers_an_agency];
}

float need_7_3_license(const Scene& scene, std::size_t index) {
    const auto& p = scene.settings.parameters.control;
    const auto& provider = provider_of(scene.district, index);
    const auto short_of = static_cast<float>(p.minimum_standard) - provider.quality;
    if (!meets_standard(provider, p)) return 1.0f + short_of;
    if (!provider.licensed) return 1.0f;
    return provider.licence_ends - scene.world.tick <= static_cast<std::int32_t>(p.licence_due) ? 0.5f : 0.0f;
}

/// A provider of the model stands for several, of which an inspection sees one: that it is this one has a
/// chance.
void do_7_3_license(const Act& act, std::uint32_t index) {
    const auto& p = act.scene.settings.parameters.control;
    if (!act.happens(providers_an_agency / p.providers, act.scene.district.number, index)) return;
    auto& provider = provider_of(act.scene.district, index);
    if (!meets_standard(provider, p)) raise(provider.quality, act.effect(p.improvement));
    if (meets_standard(provider, p)) return grant_licence(provider, act.scene.world.tick, p);
    provider.licensed = false;
    provider.suspended = true;
}

} // namespace

void gather_for_task7(const Scene& scene, Activity activity, Candidates& out) {
    switch (activity) {
    case "7.1"_activity:
        return gather_listed(scene, &Village::supervisable, out);
    case "7.2"_activity:
        return gather_7_2(scene, out);
    case "7.3"_activity:
        return gather_offices(agency_count * providers_an_agency, out,
                              [&](std::size_t i) { return need_7_3_license(scene, i); });
    default:
        return;
    }
}

void do_in_task7(const Act& act, std::uint32_t target) {
    switch (act.activity) {
    case "7.1"_activity:
        return do_7_1_supervise(act, target);
    case "7.2"_activity:
        return do_7_2_investigate(act, target);
    case "7.3"_activity:
        return do_7_3_license(act, target);
    default:
        return;
    }
}

} // namespace tujuh
