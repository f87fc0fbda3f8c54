// SPDX-License-Identifier: Apache-2.0
// From a decision to its effect (ODD 7.11). A measure enacted waits `lag` months and then holds with
//   strength = 1 - loss,
// until it is given up, with the same chance every month; so reforms never fill the list for good.
#include "policy/enactment.hpp"

#include "base/math.hpp"
#include "policy/budget.hpp"
#include "policy/window.hpp"

#include <algorithm>

namespace tujuh {

void weigh(Executive& executive, std::size_t first, std::size_t end, const Costs& costs,
           const ReformParameters& p) {
    for (std::size_t i = first; i < end; ++i) {
        auto& issue = executive.issues[i];
        const double unspent = room_for(costs[i], issue.support, executive).unspent;
        issue.pass_chance =
            issue.is_enacted() ? 0.0f : static_cast<float>(chance_to_pass(issue, costs[i], unspent, p));
    }
}

std::uint32_t decide(Executive& executive, std::size_t first, std::size_t end, const Costs& costs,
                     const Sitting& sitting, const ReformParameters& p) {
    if (!is_window_open(executive, sitting.tick)) return 0;
    std::array<std::size_t, issue_count> order{};
    const auto count = end - first;
    for (std::size_t k = 0; k < count; ++k) order[k] = first + k;
    std::stable_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count),
                     [&](std::size_t a, std::size_t b) {
                         return executive.issues[a].pass_chance > executive.issues[b].pass_chance;
                     });
    std::uint32_t passed = 0;
    for (std::size_t k = 0; k < count && passed < p.agenda_places; ++k) {
        const auto i = order[k];
        const auto& issue = executive.issues[i];
        const auto chance = static_cast<double>(issue.pass_chance);
        if (!sitting.draws.happens(chance, sitting.place, sitting.tick, Purpose::reform_passage,
                                   static_cast<std::uint32_t>(i)))
            continue;
        const Room room = room_for(costs[i], issue.support, executive); // others may have passed before it
        if (costs[i] > room.unspent) continue;
        if (room.cuts) give_up(executive, *room.cuts);
        enact(executive, i, costs[i], sitting, p);
        ++passed;
    }
    if (passed >= p.agenda_places) executive.window_until = sitting.tick;
    return passed;
}

void enact(Executive& executive, std::size_t i, double cost, const Sitting& sitting,
           const ReformParameters& p) {
    auto& issue = executive.issues[i];
    const Words words =
        sitting.draws.words(sitting.place, sitting.tick, Purpose::reform_lag, static_cast<std::uint32_t>(i));
    const auto around_one = [](std::uint32_t word) { return 0.5f + uniform_from(word); };
    issue.enacted = sitting.tick;
    issue.by_court = false;
    issue.lag_left = static_cast<float>(p.lag_months) * around_one(words.word[0]);
    issue.loss = std::min(0.99f, static_cast<float>(p.loss) * around_one(words.word[1]));
    issue.strength = 0;
    issue.pass_chance = 0;
    issue.cost = cost;
    executive.committed = committed_by(executive.issues);
}

void give_up(Executive& executive, std::size_t i) noexcept {
    auto& issue = executive.issues[i];
    issue.enacted = IssueState::never;
    issue.by_court = false;
    issue.lag_left = issue.loss = issue.strength = 0;
    issue.cost = 0;
    executive.committed = committed_by(executive.issues);
}

std::uint32_t carry_out(Executive& executive, const Sitting& sitting, const ReformParameters& p) {
    const double ends = 1.0 - exp(-1.0 / p.life_months);
    std::uint32_t took_effect = 0;
    for (std::size_t i = 0; i < issue_count; ++i) {
        auto& issue = executive.issues[i];
        if (issue.is_on_the_way()) {
            issue.lag_left -= 1.0f;
            if (issue.lag_left > 0) continue;
            issue.lag_left = 0;
            issue.strength = 1.0f - issue.loss;
            ++took_effect;
        } else if (issue.in_force() &&
                   sitting.draws.happens(ends, sitting.place, sitting.tick, Purpose::reform_end,
                                         static_cast<std::uint32_t>(i))) {
            give_up(executive, i);
        }
    }
    return took_effect;
}

void set_levers(District& district, const Draws& draws, const Settings& settings) {
    const auto& p = settings.parameters.reform;
    const auto strength = [&](Issue issue) {
        return district.executive.issues[static_cast<std::size_t>(issue)].strength;
    };
    auto& levers = district.levers;
    const float bias = 1.0f - strength(Issue::rule_bias);
    if (bias < levers.bias) // a rule that is changed binds at once; one given up comes back by and by
        for (auto& agency : district.agencies)
            for (auto& penalty : agency.bias) penalty *= bias / levers.bias;
    levers.bias = bias;
    levers.waived = 0;
    for (std::uint32_t k = 0; k < settings.programmes.size(); ++k)
        if (draws.happens(static_cast<double>(strength(Issue::documents)), district.number, 0,
                          Purpose::papers_waived, k))
            levers.waived |= 1u << k;
    levers.places = 1.0 + p.quota_gain * static_cast<double>(strength(Issue::quota));
    levers.seats = 1.0 + p.workers_gain * static_cast<double>(strength(Issue::workers));
    levers.quality = static_cast<float>(p.standard_gain) * strength(Issue::standard);
    levers.distance = 1.0f - static_cast<float>(p.distance_gain) * strength(Issue::distribution);
}

std::optional<Settings> with_national_measures(const Settings& written, const Ministry& ministry) {
    const auto strength = [&](Issue issue) {
        return static_cast<double>(ministry.issues[static_cast<std::size_t>(issue)].strength);
    };
    const double cutoff = strength(Issue::cutoff), benefit = strength(Issue::benefit),
                 registry = strength(Issue::registry);
    if (cutoff <= 0 && benefit <= 0 && registry <= 0) return std::nullopt;
    const auto& p = written.parameters.reform;
    Settings reformed = written;
    for (auto& programme : reformed.programmes) {
        programme.cutoff_percentile = std::min(1.0, programme.cutoff_percentile + p.cutoff_gain * cutoff);
        const double raised = static_cast<double>(programme.benefit) * (1.0 + p.benefit_gain * benefit);
        programme.benefit = static_cast<Rupiah>(raised + 0.5);
    }
    reformed.parameters.registry.update_months *= 1.0 - p.registry_gain * registry;
    return reformed;
}

} // namespace tujuh
