// SPDX-License-Identifier: Apache-2.0
#include "run/shapley.hpp"

#include "outcomes/catalogue.hpp"
#include "run/attribution.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace tujuh {

namespace {

constexpr std::size_t all_tasks = coalition_count - 1;

/// |S|! (6 - |S|)! / 7! for a coalition of `size` other tasks.
double weight_of(std::size_t size) noexcept {
    double ways = 1; // of choosing `size` of six
    for (std::size_t k = 0; k < size; ++k)
        ways = ways * static_cast<double>(task_count - 1 - k) / static_cast<double>(k + 1);
    return 1.0 / (static_cast<double>(task_count) * ways);
}

Scenario with_coalition(const Scenario& scenario, std::size_t coalition, bool reallocate) {
    std::vector<Activity> out;
    for (std::size_t a = 0; a < activity_count; ++a)
        if ((coalition >> task_index_of(static_cast<Activity>(a)) & 1u) == 0)
            out.push_back(static_cast<Activity>(a));
    return without(scenario, out, reallocate);
}

/// [outcome][coalition]: means over the window.
using Worths = std::vector<std::array<double, coalition_count>>;

TaskContributions contributions_of(std::size_t outcome, const std::vector<Worths>& replicates,
                                   IntervalLevel& level) {
    TaskContributions found;
    found.outcome = outcome;
    std::array<std::vector<double>, task_count> values;
    std::vector<double> wholes;
    for (const auto& worths : replicates) {
        const auto& worth = worths[outcome];
        const auto shares = shapley_values(worth);
        const double whole = worth[all_tasks] - worth[0];
        double sum = 0;
        for (std::size_t t = 0; t < task_count; ++t) {
            values[t].push_back(shares[t]);
            sum += shares[t];
        }
        wholes.push_back(std::isnan(sum) ? sum : whole);
        found.residue = std::max(found.residue, std::fabs(sum - whole));
    }
    for (std::size_t t = 0; t < task_count; ++t) found.tasks[t] = estimate(values[t], level);
    found.whole = estimate(wholes, level);
    return found;
}

} // namespace

std::array<double, task_count> shapley_values(std::span<const double, coalition_count> worth) noexcept {
    std::array<double, task_count> values{};
    for (std::size_t coalition = 0; coalition < coalition_count; ++coalition)
        for (std::size_t t = 0; t < task_count; ++t) {
            const std::size_t bit = std::size_t{1} << t;
            if ((coalition & bit) != 0) continue;
            values[t] += weight_of(static_cast<std::size_t>(std::popcount(coalition))) *
                         (worth[coalition | bit] - worth[coalition]);
        }
    const bool missing = std::any_of(worth.begin(), worth.end(), [](double w) { return std::isnan(w); });
    if (missing) values.fill(not_a_number_double);
    return values;
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
    const auto outcomes = outcome_rows().size();
    std::vector<Worths> replicates;
    for (std::uint32_t replicate = 0; replicate < scenario.replicates; ++replicate) {
        const auto world = experiment.burnt_in_world(scenario, replicate);
        if (!world) break;
        Worths worths(outcomes);
        std::optional<OutcomeTable> working;
        experiment.for_each_run(coalition_count, [&](std::size_t coalition) {
            auto table = experiment.outcomes_of(
                *world, with_coalition(scenario, coalition, design.reallocate), replicate);
            if (!table) return;
            for (std::size_t o = 0; o < outcomes; ++o)
                worths[o][coalition] = window_mean(*table, o, result.window);
            if (coalition == all_tasks) working = std::move(table);
        });
        if (experiment.halted()) break;
        replicates.push_back(std::move(worths));
        result.working.push_back(std::move(*working));
    }
    result.halt = experiment.halt();
    if (result.halt) return result;
    IntervalLevel level(design.level);
    for (std::size_t o = 0; o < outcomes; ++o)
        result.outcomes.push_back(contributions_of(o, replicates, level));
    return result;
}

} // namespace tujuh
