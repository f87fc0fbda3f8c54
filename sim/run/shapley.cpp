// SPDX-License-Identifier: Apache-2.0
#include "run/shapley.hpp"

#include "outcomes/catalogue.hpp"
#include "outcomes/coverage_by_distance.hpp"
#include "outcomes/measurement.hpp"
#include "outcomes/table_bytes.hpp"
#include "run/attribution.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

namespace tujuh {

namespace {

constexpr std::size_t all_tasks = coalition_count - 1;

constexpr std::size_t bit_of_task(std::size_t task) noexcept {
    return std::size_t{1} << task;
}

/// |S|! (n - |S|)! / (n + 1)! for a coalition of `size` among `others` other tasks.
double weight_of(std::size_t size, std::size_t others) noexcept {
    double ways = 1; // of choosing `size` of them
    for (std::size_t k = 0; k < size; ++k)
        ways = ways * static_cast<double>(others - k) / static_cast<double>(k + 1);
    return 1.0 / (static_cast<double>(others + 1) * ways);
}

bool is_missing(std::span<const double, coalition_count> worth) noexcept {
    return std::any_of(worth.begin(), worth.end(), [](double w) { return std::isnan(w); });
}

Scenario with_coalition(const Scenario& scenario, std::size_t coalition, bool reallocate) {
    std::vector<Activity> out;
    for (std::size_t a = 0; a < activity_count; ++a)
        if ((coalition >> task_index_of(static_cast<Activity>(a)) & 1u) == 0)
            out.push_back(static_cast<Activity>(a));
    return without(scenario, out, reallocate);
}

/// One number that is read from the outcomes of a run: an outcome's mean over a window, in the nation or in
/// a group.
struct Reading {
    std::size_t outcome = 0;
    Window window;
    std::optional<Grouping> grouping;
    std::size_t group = 0;

    double of(const OutcomeTable& table) const noexcept {
        return grouping ? window_mean(table, *grouping, outcome, group, window)
                        : window_mean(table, outcome, window);
    }
};

/// All that is read of a run. The nation over the window comes first, in the order of the catalogue; then its
/// years, outcome by outcome; then the groupings. What DistanceReadings read follows.
std::vector<Reading> readings_of(const OutcomeTable& table, Window window) {
    const std::size_t outcomes = outcome_rows().size();
    std::vector<Reading> readings;
    for (std::size_t o = 0; o < outcomes; ++o) readings.push_back({o, window, std::nullopt, 0});
    for (std::size_t o = 0; o < outcomes; ++o)
        for (const Window year : years_of(table.ticks)) readings.push_back({o, year, std::nullopt, 0});
    for (const Grouping grouping : shapley_groupings) {
        const auto groups = table.groups[static_cast<std::size_t>(grouping)].labels.key.size();
        for (std::size_t o = 0; o < outcomes; ++o)
            for (std::size_t g = 0; g < groups; ++g) readings.push_back({o, window, grouping, g});
    }
    return readings;
}

/// Coverage near points of service and far from them, as its mean over the window builds up month by month.
class DistanceReadings {
  public:
    static constexpr std::size_t count = outcomes_by_distance.size() * distance_group_count;

    DistanceReadings(const Scenario& scenario, Window window, const Together& together)
        : scenario_(scenario), window_(window), together_(together) {}

    void look(const World& world) {
        const std::int32_t month = world.tick - 1;
        const auto tick = static_cast<std::size_t>(month);
        if (tick < window_.first || tick >= window_.end) return;
        const auto coverage = coverage_by_distance(world, settings_at(scenario_, month), together_);
        for (std::size_t k = 0; k < count; ++k) {
            const double value = coverage[k / distance_group_count][k % distance_group_count];
            if (std::isnan(value)) continue;
            sums_[k] += value;
            ++months_[k];
        }
    }

    double mean(std::size_t k) const noexcept { return ratio(sums_[k], static_cast<double>(months_[k])); }

  private:
    const Scenario& scenario_;
    Window window_;
    const Together together_;
    std::array<double, count> sums_{};
    std::array<std::size_t, count> months_{};
};

/// What one replicate says of a reading.
struct ReplicateShares {
    std::array<double, task_count> tasks{};
    double whole = 0;
    std::array<double, pair_count> pairs{};
};

ReplicateShares shares_of(std::span<const double, coalition_count> worth) noexcept {
    const double whole = is_missing(worth) ? not_a_number_double : worth[all_tasks] - worth[0];
    return {shapley_values(worth), whole, shapley_interactions(worth)};
}

template <Is<ReplicateShares> Struct> auto parts(Struct& of_reading) {
    auto& [tasks, whole, pairs] = of_reading;
    return std::tie(tasks, whole, pairs);
}

/// What one replicate leaves behind once its 128 runs are gone.
struct SharedReplicate {
    std::vector<ReplicateShares> shares; ///< [reading]
    OutcomeTable working;                ///< every task at work
};

template <Is<SharedReplicate> Struct> auto parts(Struct& replicate) {
    auto& [shares, working] = replicate;
    return std::tie(shares, working);
}

/// Runs all coalitions from one burnt-in world; `asked` says over which window and in which manner. Nothing
/// when the experiment was halted.
std::optional<SharedReplicate> run_coalitions(const Scenario& scenario, const ShapleyAttribution& asked,
                                              std::span<const Reading> readings, std::uint32_t replicate,
                                              Experiment& experiment, const Together& together) {
    const auto world = experiment.burnt_in_world(scenario, replicate);
    if (!world) return std::nullopt;
    std::vector<std::array<double, coalition_count>> worths(readings.size() + DistanceReadings::count);
    SharedReplicate result;
    experiment.for_each_run(coalition_count, [&](std::size_t coalition) {
        const auto changed = with_coalition(scenario, coalition, asked.reallocate);
        DistanceReadings by_distance(changed, asked.window, together);
        auto table = experiment.outcomes_of(*world, changed, replicate,
                                            [&](const World& seen) { by_distance.look(seen); });
        if (!table) return;
        for (std::size_t k = 0; k < readings.size(); ++k) worths[k][coalition] = readings[k].of(*table);
        for (std::size_t k = 0; k < DistanceReadings::count; ++k)
            worths[readings.size() + k][coalition] = by_distance.mean(k);
        if (coalition == all_tasks) result.working = std::move(*table);
    });
    if (experiment.halted()) return std::nullopt;
    for (const auto& worth : worths) result.shares.push_back(shares_of(worth));
    return result;
}

/// [replicate][reading]
using Shares = std::vector<std::vector<ReplicateShares>>;

template <class Member> Estimate over_replicates(const Shares& shares, Member member, IntervalLevel& level) {
    std::vector<double> values;
    for (const auto& replicate : shares) values.push_back(member(replicate));
    return estimate(values, level);
}

Contributions contributions_of(const Shares& shares, std::size_t reading, IntervalLevel& level) {
    Contributions found;
    for (std::size_t t = 0; t < task_count; ++t)
        found.tasks[t] = over_replicates(
            shares, [&](const auto& of) { return of[reading].tasks[t]; }, level);
    found.whole = over_replicates(
        shares, [&](const auto& of) { return of[reading].whole; }, level);
    for (const auto& of : shares) {
        double sum = 0;
        for (const double share : of[reading].tasks) sum += share;
        found.residue = std::max(found.residue, std::fabs(sum - of[reading].whole));
    }
    return found;
}

/// Puts together what was found, in the order of `readings_of`.
class Findings {
  public:
    Findings(const Shares& shares, const OutcomeTable& table, IntervalLevel& level)
        : shares_(shares), table_(table), level_(level) {}

    void put_into(ShapleyAttribution& result) {
        const std::size_t outcomes = outcome_rows().size(), years = years_of(table_.ticks).size();
        for (std::size_t o = 0; o < outcomes; ++o) {
            OutcomeContributions found;
            found.outcome = o;
            for (std::size_t pair = 0; pair < pair_count; ++pair)
                found.pairs[pair] = over_replicates(
                    shares_, [&](const auto& of) { return of[o].pairs[pair]; }, level_);
            found.window = next();
            result.outcomes.push_back(std::move(found));
        }
        for (auto& found : result.outcomes)
            for (std::size_t y = 0; y < years; ++y) found.years.push_back(next());
        for (const Grouping grouping : shapley_groupings) {
            const auto g = static_cast<std::size_t>(grouping);
            std::vector<std::size_t> all(outcomes);
            std::iota(all.begin(), all.end(), std::size_t{0});
            add_grouping(grouping_rows[g], table_.groups[g].labels, all, result);
        }
        std::vector<std::size_t> of_distance;
        for (const auto name : outcomes_by_distance) of_distance.push_back(*find_outcome(name));
        add_grouping(distance_grouping, distance_labels(), of_distance, result);
    }

  private:
    Contributions next() { return contributions_of(shares_, reading_++, level_); }

    void add_grouping(const GroupingRow& grouping, const GroupLabels& labels,
                      std::span<const std::size_t> outcomes, ShapleyAttribution& result) {
        GroupContributions found;
        found.grouping = grouping;
        found.labels = labels;
        for (const auto o : outcomes) {
            std::vector<Contributions> of_groups;
            for (std::size_t g = 0; g < found.labels.key.size(); ++g) of_groups.push_back(next());
            const bool defined = std::any_of(of_groups.begin(), of_groups.end(),
                                             [](const auto& of) { return of.whole.count > 0; });
            if (!defined) continue;
            found.outcomes.push_back(o);
            found.values.insert(found.values.end(), of_groups.begin(), of_groups.end());
        }
        if (!found.outcomes.empty()) result.groups.push_back(std::move(found));
    }

    const Shares& shares_;
    const OutcomeTable& table_;
    IntervalLevel& level_;
    std::size_t reading_ = 0;
};

} // namespace

std::array<double, task_count> shapley_values(std::span<const double, coalition_count> worth) noexcept {
    std::array<double, task_count> values{};
    for (std::size_t coalition = 0; coalition < coalition_count; ++coalition)
        for (std::size_t t = 0; t < task_count; ++t) {
            const std::size_t bit = bit_of_task(t);
            if ((coalition & bit) != 0) continue;
            values[t] += weight_of(static_cast<std::size_t>(std::popcount(coalition)), task_count - 1) *
                         (worth[coalition | bit] - worth[coalition]);
        }
    if (is_missing(worth)) values.fill(not_a_number_double);
    return values;
}

std::array<TaskPair, pair_count> task_pairs() noexcept {
    std::array<TaskPair, pair_count> pairs{};
    std::size_t next = 0;
    for (std::size_t first = 0; first < task_count; ++first)
        for (std::size_t second = first + 1; second < task_count; ++second) pairs[next++] = {first, second};
    return pairs;
}

std::array<double, pair_count> shapley_interactions(std::span<const double, coalition_count> worth) noexcept {
    std::array<double, pair_count> indices{};
    const auto pairs = task_pairs();
    for (std::size_t p = 0; p < pair_count; ++p) {
        const std::size_t one = bit_of_task(pairs[p].first), other = bit_of_task(pairs[p].second);
        for (std::size_t coalition = 0; coalition < coalition_count; ++coalition) {
            if ((coalition & (one | other)) != 0) continue;
            indices[p] += weight_of(static_cast<std::size_t>(std::popcount(coalition)), task_count - 2) *
                          (worth[coalition | one | other] - worth[coalition | one] -
                           worth[coalition | other] + worth[coalition]);
        }
    }
    if (is_missing(worth)) indices.fill(not_a_number_double);
    return indices;
}

std::size_t months_of_shapley(const Scenario& scenario) {
    const auto burn_in = static_cast<std::size_t>(scenario.burn_in_months);
    return scenario.replicates * (burn_in + coalition_count * static_cast<std::size_t>(scenario.months));
}

ShapleyAttribution attribute_tasks(const Scenario& scenario, const ShapleyDesign& design,
                                   const RunOptions& options) {
    Experiment experiment(options);
    ShapleyAttribution result;
    result.level = design.level;
    result.replicates = scenario.replicates;
    result.reallocate = design.reallocate;
    result.window =
        design.window.end > 0 ? design.window : second_half(static_cast<std::size_t>(scenario.months));
    const auto readings = readings_of(make_outcome_table(scenario), result.window);
    Shares shares;
    for (std::uint32_t replicate = 0; replicate < scenario.replicates; ++replicate) {
        auto whole = kept_or_run<SharedReplicate>(options.store, replicate, [&] {
            return run_coalitions(scenario, result, readings, replicate, experiment, options.together());
        });
        if (!whole) break;
        shares.push_back(std::move(whole->shares));
        result.working.push_back(std::move(whole->working));
    }
    result.halt = experiment.halt();
    if (result.halt) return result;
    IntervalLevel level(design.level);
    Findings(shares, result.working.front(), level).put_into(result);
    return result;
}

} // namespace tujuh
