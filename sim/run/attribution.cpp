// SPDX-License-Identifier: Apache-2.0
#include "run/attribution.hpp"

#include "outcomes/catalogue.hpp"
#include "outcomes/table_bytes.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

namespace tujuh {

template <Is<PlaceboEffect> Struct> auto parts(Struct& placebo) {
    auto& [share, values, different, largest_difference] = placebo;
    return std::tie(share, values, different, largest_difference);
}

namespace {

constexpr std::size_t others_shown = 3;
// Runs of a replicate: every activity at work, each of them a sham, the placebo at work, the placebo a sham.
constexpr std::size_t working_run = activity_count, placebo_run = activity_count + 1,
                      idle_placebo_run = placebo_run + 1;
constexpr std::size_t run_count = activity_count + 3;

template <class Change> Scenario changed(Scenario scenario, Change change) {
    change(scenario.base);
    for (auto& policy : scenario.policies) change(policy.settings);
    return scenario;
}

Scenario with_placebo(const Scenario& scenario, double share, bool sham) {
    return changed(scenario, [&](Settings& settings) {
        settings.placebo_share = share;
        settings.placebo_sham = sham;
    });
}

/// The scenarios of a replicate's runs, in the order of the numbers above.
std::vector<Scenario> scenarios_of(const Scenario& scenario, const AttributionDesign& design) {
    const double placebo_share = design.placebo_share;
    std::vector<Scenario> scenarios;
    for (const auto& row : activity_rows)
        scenarios.push_back(without(scenario, std::span(&row.activity, 1), design.reallocate));
    scenarios.push_back(scenario);
    scenarios.push_back(with_placebo(scenario, placebo_share, false));
    scenarios.push_back(with_placebo(scenario, placebo_share, true));
    return scenarios;
}

using RunTables = std::vector<OutcomeTable>; ///< [run]

/// Differences of one replicate: [activity][outcome of the catalogue].
using ReplicateDifferences = std::vector<std::vector<double>>;

ReplicateDifferences differences_of(const RunTables& tables, Window window) {
    ReplicateDifferences differences(activity_count);
    for (std::size_t a = 0; a < activity_count; ++a)
        for (std::size_t outcome = 0; outcome < outcome_rows().size(); ++outcome)
            differences[a].push_back(window_difference(tables[working_run], tables[a], outcome, window));
    return differences;
}

double acts_a_month(const OutcomeTable& table, std::size_t activity, Window window) {
    double sum = 0;
    for (std::size_t tick = window.first; tick < window.end; ++tick)
        sum += table.activity_acts[tick * activity_count + activity];
    return sum / static_cast<double>(window.end - window.first);
}

void compare_bits(std::span<const double> one, std::span<const double> other, PlaceboEffect& effect) {
    effect.values += one.size();
    for (std::size_t i = 0; i < one.size(); ++i) {
        if (std::bit_cast<std::uint64_t>(one[i]) == std::bit_cast<std::uint64_t>(other[i])) continue;
        ++effect.different;
        effect.largest_difference = std::max(effect.largest_difference, std::fabs(one[i] - other[i]));
    }
}

PlaceboEffect placebo_of(const RunTables& tables) {
    PlaceboEffect effect;
    const OutcomeTable &working = tables[placebo_run], &sham = tables[idle_placebo_run];
    compare_bits(working.national, sham.national, effect);
    for (std::size_t g = 0; g < grouping_count; ++g)
        compare_bits(working.groups[g].values, sham.groups[g].values, effect);
    return effect;
}

/// What a replicate leaves behind once its tables are gone.
struct ReplicateFindings {
    ReplicateDifferences differences;
    std::vector<double> acts; ///< [activity]
    PlaceboEffect placebo;
};

ReplicateFindings findings_of(const RunTables& tables, Window window) {
    ReplicateFindings findings{differences_of(tables, window), {}, placebo_of(tables)};
    for (std::size_t a = 0; a < activity_count; ++a)
        findings.acts.push_back(acts_a_month(tables[working_run], a, window));
    return findings;
}

template <Is<ReplicateFindings> Struct> auto parts(Struct& found) {
    auto& [differences, acts, placebo] = found;
    return std::tie(differences, acts, placebo);
}

struct FoundReplicate {
    ReplicateFindings findings;
    OutcomeTable working; ///< every activity at work
};

template <Is<FoundReplicate> Struct> auto parts(Struct& replicate) {
    auto& [findings, working] = replicate;
    return std::tie(findings, working);
}

/// Runs `scenarios` from one burnt-in world. Nothing when the experiment was halted.
std::optional<FoundReplicate> run_shams(const Scenario& scenario, const std::vector<Scenario>& scenarios,
                                        Window window, std::uint32_t replicate, Experiment& experiment) {
    const auto world = experiment.burnt_in_world(scenario, replicate);
    if (!world) return std::nullopt;
    RunTables tables(run_count);
    experiment.for_each_run(run_count, [&](std::size_t run) {
        if (auto table = experiment.outcomes_of(*world, scenarios[run], replicate))
            tables[run] = std::move(*table);
    });
    if (experiment.halted()) return std::nullopt;
    auto findings = findings_of(tables, window);
    return FoundReplicate{std::move(findings), std::move(tables[working_run])};
}

Effect effect_on(std::size_t outcome, std::size_t activity, const std::vector<ReplicateFindings>& replicates,
                 IntervalLevel& level) {
    std::vector<double> values;
    for (const auto& replicate : replicates) values.push_back(replicate.differences[activity][outcome]);
    return {outcome, estimate(values, level)};
}

/// The headline outcomes apart from two that move most; those that do not move at all are not shown.
std::vector<Effect> most_moved(std::size_t activity, std::size_t own, std::size_t downstream,
                               const std::vector<ReplicateFindings>& replicates, IntervalLevel& level) {
    std::vector<std::pair<double, Effect>> moved;
    for (std::size_t outcome = 0; outcome < outcome_rows().size(); ++outcome) {
        if (!outcome_rows()[outcome].headline || outcome == own || outcome == downstream) continue;
        const Effect effect = effect_on(outcome, activity, replicates, level);
        const double size = std::fabs(effect.difference.t());
        if (size > 0) moved.emplace_back(size, effect);
    }
    std::stable_sort(moved.begin(), moved.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Effect> effects;
    for (const auto& [size, effect] : moved)
        if (effects.size() < others_shown) effects.push_back(effect);
    return effects;
}

ActivityEffect effect_of(std::size_t a, const std::vector<ReplicateFindings>& replicates,
                         IntervalLevel& level) {
    const ActivityRow& row = activity_rows[a];
    const std::size_t own = *find_outcome(row.outcome);
    const std::size_t downstream = *find_outcome(row.downstream);
    ActivityEffect effect;
    effect.activity = row.activity;
    effect.own = effect_on(own, a, replicates, level);
    effect.as_expected = moves(effect.own.difference, row.direction);
    effect.downstream = effect_on(downstream, a, replicates, level);
    effect.others = most_moved(a, own, downstream, replicates, level);
    for (const auto& replicate : replicates) effect.acts_a_month += replicate.acts[a];
    effect.acts_a_month /= static_cast<double>(replicates.size());
    return effect;
}

/// Means over the replicates that have a value.
double mean_difference(std::size_t activity, std::size_t outcome,
                       const std::vector<ReplicateFindings>& replicates) {
    double sum = 0, count = 0;
    for (const auto& replicate : replicates) {
        const double value = replicate.differences[activity][outcome];
        if (!std::isnan(value)) sum += value, count += 1;
    }
    return count > 0 ? sum / count : not_a_number_double;
}

FamilyFinding finding_of(const ActivityFamily& family, const std::vector<ReplicateFindings>& replicates) {
    FamilyFinding found;
    found.family = family;
    found.told_apart = true;
    for (std::size_t mine = 0; mine < family.count; ++mine) {
        const auto& row = row_of(family.activities[mine]);
        const auto outcome = *find_outcome(row.outcome);
        const double sign = static_cast<double>(row.direction);
        for (std::size_t other = 0; other < family.count; ++other)
            found.differences[other][mine] =
                mean_difference(index_of(family.activities[other]), outcome, replicates);
        if (!(sign * found.differences[mine][mine] > 0)) found.told_apart = false;
    }
    const auto& d = found.differences;
    for (std::size_t a = 0; a < family.count; ++a)
        for (std::size_t b = 0; b < a; ++b)
            if (!(std::fabs(d[a][a] * d[b][b]) > std::fabs(d[a][b] * d[b][a]))) found.told_apart = false;
    return found;
}

PlaceboEffect sum_of(const std::vector<ReplicateFindings>& replicates, double share) {
    PlaceboEffect sum;
    sum.share = share;
    for (const auto& replicate : replicates) {
        sum.values += replicate.placebo.values;
        sum.different += replicate.placebo.different;
        sum.largest_difference = std::max(sum.largest_difference, replicate.placebo.largest_difference);
    }
    return sum;
}

} // namespace

Scenario without(Scenario scenario, std::span<const Activity> activities, bool reallocate) {
    return changed(std::move(scenario), [&](Settings& settings) {
        for (const auto activity : activities) {
            auto& setting = settings.activities[index_of(activity)];
            (reallocate ? setting.enabled : setting.sham) = !reallocate;
        }
    });
}

bool moves(const Estimate& difference, Direction direction) noexcept {
    return direction == Direction::up ? difference.low > 0 : difference.high < 0;
}

std::size_t months_of_attribution(const Scenario& scenario) {
    const auto burn_in = static_cast<std::size_t>(scenario.burn_in_months);
    return scenario.replicates * (burn_in + run_count * static_cast<std::size_t>(scenario.months));
}

Attribution attribute_activities(const Scenario& scenario, const AttributionDesign& design,
                                 const RunOptions& options) {
    Experiment experiment(options);
    Attribution result;
    result.level = design.level;
    result.replicates = scenario.replicates;
    result.reallocate = design.reallocate;
    const auto months = static_cast<std::size_t>(scenario.months);
    result.window = design.window.end > 0 ? design.window : second_half(months);

    const auto scenarios = scenarios_of(scenario, design);
    std::vector<ReplicateFindings> findings;
    for (std::uint32_t replicate = 0; replicate < scenario.replicates; ++replicate) {
        auto whole = kept_or_run<FoundReplicate>(options.store, replicate, [&] {
            return run_shams(scenario, scenarios, result.window, replicate, experiment);
        });
        if (!whole) break;
        findings.push_back(std::move(whole->findings));
        result.working.push_back(std::move(whole->working));
    }
    result.halt = experiment.halt();
    if (result.halt) return result;
    IntervalLevel level(design.level);
    for (std::size_t a = 0; a < activity_count; ++a)
        result.activities.push_back(effect_of(a, findings, level));
    for (const auto& family : activity_families) result.families.push_back(finding_of(family, findings));
    result.placebo = sum_of(findings, design.placebo_share);
    return result;
}

} // namespace tujuh
