// SPDX-License-Identifier: Apache-2.0
#include "run/trial.hpp"

#include "outcomes/household_view.hpp"
#include "outcomes/measurement.hpp"
#include "run/trial_actions.hpp"
#include "world/build.hpp"

#include <algorithm>
#include <utility>

namespace tujuh {

namespace {

bool takes_part(const Trial& trial, const Households& h, std::uint32_t i, std::size_t p) {
    const bool is_outside = !has_bit(h.enrolled[i] | h.pending[i], p);
    switch (trial.participants) {
    case TrialParticipants::everybody:
        return true;
    case TrialParticipants::outside:
        return is_outside;
    case TrialParticipants::entitled:
        return has_bit(h.eligible[i], p);
    case TrialParticipants::entitled_outside:
        return has_bit(h.eligible[i], p) && is_outside;
    case TrialParticipants::enrolled:
        return has_bit(h.enrolled[i], p);
    }
    return false;
}

/// Puts participants into tenths of equal weight, poorest first, and says who is poor by `poorest_share`.
void rank(const World& world, const Trial& trial, std::vector<Participant>& participants) {
    const auto consumption = [&](const Participant& who) {
        return before_transfers(world.households, who.household);
    };
    std::vector<std::size_t> order(participants.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return consumption(participants[a]) < consumption(participants[b]);
    });
    double all = 0, below = 0;
    for (const auto& who : participants) all += who.weight;
    for (const std::size_t k : order) {
        auto& who = participants[k];
        const double middle = (below + who.weight / 2) / all;
        who.tenth = static_cast<std::uint8_t>(std::min(9.0, middle * trial_tenths));
        if (trial.poorest_share > 0) who.poor = middle < trial.poorest_share;
        below += who.weight;
    }
}

/// A trial from where it stands.
class TrialRun {
  public:
    TrialRun(TrialProgress& progress, const Scenario& scenario, const Trial& trial, std::size_t programme)
        : worlds_(progress.worlds), scenario_(scenario), trial_(trial), p_(programme),
          participants_(progress.participants), treated_(progress.treated) {
        if (worlds_.size() == 2) return;
        worlds_.push_back(worlds_.front());
        draw_participants();
        rank(worlds_[0], trial_, participants_);
    }

    /// Month by month to the end. False: the experiment was halted.
    bool live(std::uint32_t replicate, Experiment& experiment) {
        for (auto month = worlds_[1].tick; month < trial_.from_month + trial_.months; ++month)
            if (!live_a_month(month, replicate, experiment)) return false;
        return true;
    }

    TrialTable table() const;

  private:
    /// What is left of one month in both worlds.
    bool live_a_month(std::int32_t month, std::uint32_t replicate, Experiment& experiment) {
        if (!treated_) treat(month);
        treated_ = true;
        for (std::size_t w = 0; w < 2; ++w) {
            World& world = worlds_[w];
            if (world.tick > month) continue; // lived before the trial was halted
            const InForce in_force(world, scenario_);
            const bool goes_on = experiment.live_a_month(world, scenario_, replicate);
            if (world.tick > month) take_down(w, in_force.settings());
            treated_ = worlds_[1].tick <= month;
            if (!goes_on) return false;
        }
        return true;
    }

    void treat(std::int32_t month) {
        const InForce in_force(worlds_[1], scenario_);
        if (month == trial_.from_month) begin(in_force.settings());
        for (const auto& who : participants_)
            if (who.arm < trial_.arms.size() && trial_.arms[who.arm].help)
                offer_help(worlds_[1], in_force.settings(), who.village, who.household, p_);
    }

    std::uint8_t arm_of(std::uint32_t unit) const;
    void draw_participants();
    void begin(const Settings& settings);
    void take_down(std::size_t world, const Settings& settings);

    std::vector<World>& worlds_; ///< untreated and treated
    const Scenario& scenario_;
    const Trial& trial_;
    std::size_t p_;
    std::vector<Participant>& participants_;
    bool& treated_;
};

/// The arm of a unit by one keyed number; the number of arms: in none.
std::uint8_t TrialRun::arm_of(std::uint32_t unit) const {
    const auto trial = static_cast<std::uint32_t>(&trial_ - scenario_.trials.data());
    const double number = worlds_[0].draws.uniform_double(unit, 0, Purpose::trial_arm, trial);
    double below = 0;
    for (std::size_t a = 0; a < trial_.arms.size(); ++a)
        if (number < (below += trial_.arms[a].share)) return static_cast<std::uint8_t>(a);
    return static_cast<std::uint8_t>(trial_.arms.size());
}

void TrialRun::draw_participants() {
    const World& world = worlds_[0];
    const auto& h = world.households;
    for (std::uint32_t v = 0; v < world.villages.size(); ++v) {
        const auto& village = world.villages[v];
        const auto& province = world.provinces[village.province];
        const auto area = static_cast<std::size_t>(village.area);
        for (auto i = village.begin; i < village.end; ++i) {
            if (!takes_part(trial_, h, i, p_)) continue;
            const bool by_village = trial_.unit == TrialUnit::village;
            const auto unit = by_village ? village.number : household_number(village, i);
            Participant who;
            who.household = i, who.village = v;
            who.arm = arm_of(unit);
            who.weight = province.weight[area];
            who.poor = static_cast<double>(before_transfers(h, i)) < province.poverty_line[area];
            participants_.push_back(who);
        }
    }
}

/// What is done once. Villages are treated whole, whether their households take part or not.
void TrialRun::begin(const Settings& settings) {
    World& world = worlds_[1];
    for (const auto& who : participants_) {
        if (trial_.known)
            for (auto& either : worlds_) tell(either.households, who.household, p_);
        if (who.arm >= trial_.arms.size()) continue;
        const auto& arm = trial_.arms[who.arm];
        if (arm.known) tell(world.households, who.household, p_);
        if (arm.documents) complete_papers(world.households, who.household);
    }
    if (trial_.unit != TrialUnit::village) return;
    for (auto& district : world.districts) {
        std::vector<TrialSelection> selection;
        for (auto v = district.village_begin; v < district.village_end; ++v) {
            auto& village = world.villages[v];
            const auto a = arm_of(village.number);
            const bool in_arm = a < trial_.arms.size();
            if (in_arm) village.detour_km = static_cast<float>(trial_.arms[a].distance_km);
            selection.push_back(in_arm ? trial_.arms[a].selection : TrialSelection::unchanged);
        }
        select_households(world, settings, district, p_, trial_.places, selection);
    }
}

void TrialRun::take_down(std::size_t w, const Settings& settings) {
    const World& world = worlds_[w];
    const auto& h = world.households;
    std::uint32_t seen = static_cast<std::uint32_t>(world.villages.size());
    DistrictView view;
    for (auto& who : participants_) {
        if (who.village != seen) {
            seen = who.village;
            view = view_of(world, settings, world.districts[world.villages[seen].district]);
        }
        if (has_bit(h.pending[who.household], p_)) who.asked[w] = true;
        who.benefit[w] += benefit_of(settings, view, h, who.household, p_);
    }
}

TrialTable TrialRun::table() const {
    TrialTable table;
    table.arms = trial_.arms.size() + 1;
    table.values.assign(trial_outcome_count * table.arms * 2 * trial_group_count, 0.0);
    table.households.assign(table.arms * trial_group_count, 0.0);
    for (const auto& who : participants_) {
        const std::size_t groups[] = {trial_everybody, who.poor ? trial_poor : trial_not_poor,
                                      trial_first_tenth + who.tenth};
        for (const std::size_t g : groups) table.households[who.arm * trial_group_count + g] += who.weight;
        for (std::size_t w = 0; w < 2; ++w) {
            const auto& h = worlds_[w].households;
            const double values[] = {
                who.asked[w] ? 1.0 : 0.0, has_bit(h.enrolled[who.household], p_) ? 1.0 : 0.0,
                has_bit(h.served[who.household], p_) ? 1.0 : 0.0, who.benefit[w] / trial_.months,
                static_cast<double>(h.consumption[who.household])};
            static_assert(std::size(values) == trial_outcome_count);
            for (std::size_t o = 0; o < trial_outcome_count; ++o)
                for (const std::size_t g : groups)
                    table.values[table.index(static_cast<TrialOutcome>(o), who.arm, w, g)] +=
                        who.weight * values[o];
        }
    }
    for (std::size_t o = 0; o < trial_outcome_count; ++o)
        for (std::size_t a = 0; a < table.arms; ++a)
            for (std::size_t w = 0; w < 2; ++w)
                for (std::size_t g = 0; g < trial_group_count; ++g) {
                    auto& value = table.values[table.index(static_cast<TrialOutcome>(o), a, w, g)];
                    value = ratio(value, table.households[a * trial_group_count + g]);
                }
    return table;
}

std::size_t programme_of(const Scenario& scenario, const Trial& trial) {
    std::size_t p = 0;
    while (scenario.base.programmes[p].key != trial.programme) ++p; // validated
    return p;
}

/// Nothing when the experiment was halted: then the progress is where the same call goes on.
std::optional<TrialTable> go_on_with_trial(TrialProgress& progress, const Scenario& scenario,
                                           const Trial& trial, std::uint32_t replicate,
                                           Experiment& experiment) {
    while (progress.worlds.front().tick < trial.from_month)
        if (!experiment.live_a_month(progress.worlds.front(), scenario, replicate)) return std::nullopt;
    TrialRun run(progress, scenario, trial, programme_of(scenario, trial));
    if (!run.live(replicate, experiment)) return std::nullopt;
    return run.table();
}

void go_on(ReplicateProgress& progress, const Scenario& scenario, std::uint32_t replicate,
           Experiment& experiment, const RunOptions& options) {
    if (progress.complete) return;
    if (!progress.world) progress.world = build_world(scenario, replicate, options.together());
    World& world = *progress.world;
    if (!experiment.burn_in(world, scenario, replicate)) return;
    while (progress.trials.size() < scenario.trials.size()) {
        auto& worlds = progress.trial.worlds;
        if (worlds.empty()) worlds.reserve(2), worlds.push_back(world);
        auto table = go_on_with_trial(progress.trial, scenario, scenario.trials[progress.trials.size()],
                                      replicate, experiment);
        if (!table) return;
        progress.trials.push_back(std::move(*table));
        progress.trial = {};
    }
    if (!experiment.live_to_end(world, progress.outcomes, scenario, replicate)) return;
    progress.world.reset();
    progress.complete = true;
}

} // namespace

Halt go_on(const Scenario& scenario, std::vector<ReplicateProgress>& replicates, const RunOptions& options) {
    Experiment experiment(options);
    experiment.for_each_run(replicates.size(), [&](std::size_t run) {
        go_on(replicates[run], scenario, static_cast<std::uint32_t>(run), experiment, options);
    });
    return experiment.halt();
}

ScenarioRuns taken_from(std::vector<ReplicateProgress>& replicates, std::size_t trials) {
    ScenarioRuns runs;
    runs.trials.resize(trials);
    for (auto& progress : replicates) {
        runs.tables.push_back(std::move(progress.outcomes));
        for (std::size_t t = 0; t < trials; ++t) runs.trials[t].push_back(std::move(progress.trials[t]));
    }
    return runs;
}

ScenarioRuns run_with_trials(const Scenario& scenario, const RunOptions& options) {
    std::vector<ReplicateProgress> replicates(scenario.replicates);
    if (const Halt halt = go_on(scenario, replicates, options)) return {{}, {}, halt};
    return taken_from(replicates, scenario.trials.size());
}

std::size_t months_with_trials(const Scenario& scenario) {
    std::size_t months = static_cast<std::size_t>(scenario.burn_in_months + scenario.months);
    for (const Trial& trial : scenario.trials)
        months += static_cast<std::size_t>(trial.from_month + 2 * trial.months);
    return months * scenario.replicates;
}

std::size_t months_lived(const Scenario& scenario, const std::vector<ReplicateProgress>& replicates) {
    const auto until = [&](const World& world) { return world.tick + scenario.burn_in_months; };
    std::int32_t months = 0;
    for (const auto& progress : replicates) {
        if (progress.complete) months += scenario.burn_in_months + scenario.months;
        if (progress.world) months += until(*progress.world);
        for (std::size_t t = 0; t < progress.trials.size(); ++t)
            months += scenario.trials[t].from_month + 2 * scenario.trials[t].months;
        const auto& worlds = progress.trial.worlds; // the way to the first month is lived once
        if (!worlds.empty()) months += worlds.front().tick;
        if (worlds.size() == 2) months += worlds[1].tick - scenario.trials[progress.trials.size()].from_month;
    }
    return static_cast<std::size_t>(months);
}

Estimate trial_level(const std::vector<TrialTable>& tables, TrialOutcome outcome, std::size_t arm,
                     std::size_t world, std::size_t group, double level) {
    std::vector<double> values;
    for (const auto& table : tables) values.push_back(table.value(outcome, arm, world, group));
    return estimate(values, level);
}

Estimate trial_difference(const std::vector<TrialTable>& tables, TrialOutcome outcome, std::size_t arm,
                          std::size_t group, double level) {
    std::vector<double> values;
    for (const auto& table : tables)
        values.push_back(table.value(outcome, arm, 1, group) - table.value(outcome, arm, 0, group));
    return estimate(values, level);
}

} // namespace tujuh
