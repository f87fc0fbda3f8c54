// SPDX-License-Identifier: Apache-2.0
#include "run/comparison.hpp"

#include "base/month.hpp"
#include "outcomes/catalogue.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace tujuh {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

double value_at(const OutcomeTable& table, std::size_t outcome, std::size_t tick) noexcept {
    return table.national[outcome * table.ticks + tick];
}

double value_at(const OutcomeTable& table, Grouping grouping, std::size_t outcome, std::size_t tick,
                std::size_t group) noexcept {
    const auto& grouped = table.groups[static_cast<std::size_t>(grouping)];
    return grouped.values[(outcome * table.ticks + tick) * grouped.labels.key.size() + group];
}

/// Mean of `value(tick)` over the window, missing months left out.
template <class Value> double mean_over(Window window, Value value) noexcept {
    double sum = 0;
    std::size_t months = 0;
    for (std::size_t tick = window.first; tick < window.end; ++tick) {
        const double here = value(tick);
        if (std::isnan(here)) continue;
        sum += here;
        ++months;
    }
    return months > 0 ? sum / static_cast<double>(months) : missing;
}

/// Whether an outcome has a value in some group and month.
bool is_defined(const OutcomeTable& table, Grouping grouping, std::size_t outcome) noexcept {
    const auto& grouped = table.groups[static_cast<std::size_t>(grouping)];
    const auto count = static_cast<std::ptrdiff_t>(table.ticks * grouped.labels.key.size());
    const auto first = grouped.values.begin() + static_cast<std::ptrdiff_t>(outcome) * count;
    return std::any_of(first, first + count, [](double value) { return !std::isnan(value); });
}

std::vector<std::size_t> outcomes_in(Grouping grouping, std::span<const OutcomeTable> base,
                                     std::span<const std::vector<OutcomeTable>> alternatives) {
    std::vector<std::size_t> outcomes;
    const auto among = [&](std::span<const OutcomeTable> tables, std::size_t outcome) {
        return std::any_of(tables.begin(), tables.end(),
                           [&](const OutcomeTable& table) { return is_defined(table, grouping, outcome); });
    };
    for (std::size_t outcome = 0; outcome < outcome_rows().size(); ++outcome)
        if (among(base, outcome) || std::any_of(alternatives.begin(), alternatives.end(),
                                                [&](const auto& tables) { return among(tables, outcome); }))
            outcomes.push_back(outcome);
    return outcomes;
}

/// Paired differences of one outcome over a window, group by group.
void add_groups(std::span<const OutcomeTable> one, std::span<const OutcomeTable> other, Grouping grouping,
                std::size_t outcome, Window window, IntervalLevel& level, DifferenceArrays& to) {
    const auto groups = one.front().groups[static_cast<std::size_t>(grouping)].labels.key.size();
    std::vector<double> differences(one.size());
    for (std::size_t group = 0; group < groups; ++group) {
        for (std::size_t r = 0; r < one.size(); ++r)
            differences[r] = window_difference(one[r], other[r], grouping, outcome, group, window);
        to.add(estimate(differences, level));
    }
}

/// The headline outcomes of all alternatives, corrected for their number.
std::vector<double> holm_of_headlines(std::span<const double> p_values) {
    const auto rows = outcome_rows();
    std::vector<double> family(p_values.begin(), p_values.end());
    for (std::size_t i = 0; i < family.size(); ++i)
        if (!rows[i % rows.size()].headline) family[i] = missing;
    return holm_adjusted(family);
}

} // namespace

void DifferenceArrays::add(const Estimate& estimate) {
    difference.push_back(estimate.mean);
    standard_error.push_back(estimate.standard_error);
    low.push_back(estimate.low);
    high.push_back(estimate.high);
}

Comparison compare_tables(std::span<const OutcomeTable> base,
                          std::span<const std::vector<OutcomeTable>> alternatives, double level) {
    Comparison comparison;
    comparison.ticks = base.empty() ? 0 : base.front().ticks;
    comparison.level = level;
    IntervalLevel interval(level);
    std::vector<double> differences(base.size());
    for (const auto& alternative : alternatives)
        for (std::size_t outcome = 0; outcome < outcome_rows().size(); ++outcome)
            for (std::size_t tick = 0; tick < comparison.ticks; ++tick) {
                for (std::size_t r = 0; r < base.size(); ++r)
                    differences[r] =
                        value_at(alternative[r], outcome, tick) - value_at(base[r], outcome, tick);
                comparison.add(estimate(differences, interval));
            }
    return comparison;
}

Window last_months(std::size_t ticks, std::size_t months) noexcept {
    return {ticks > months ? ticks - months : 0, ticks};
}

Window second_half(std::size_t ticks) noexcept {
    return {ticks / 2, ticks};
}

double window_mean(const OutcomeTable& table, std::size_t outcome, Window window) noexcept {
    return mean_over(window, [&](std::size_t tick) { return value_at(table, outcome, tick); });
}

double window_difference(const OutcomeTable& one, const OutcomeTable& other, std::size_t outcome,
                         Window window) noexcept {
    return mean_over(window, [&](std::size_t tick) {
        return value_at(one, outcome, tick) - value_at(other, outcome, tick);
    });
}

double window_mean(const OutcomeTable& table, Grouping grouping, std::size_t outcome, std::size_t group,
                   Window window) noexcept {
    return mean_over(window,
                     [&](std::size_t tick) { return value_at(table, grouping, outcome, tick, group); });
}

double window_difference(const OutcomeTable& one, const OutcomeTable& other, Grouping grouping,
                         std::size_t outcome, std::size_t group, Window window) noexcept {
    return mean_over(window, [&](std::size_t tick) {
        return value_at(one, grouping, outcome, tick, group) -
               value_at(other, grouping, outcome, tick, group);
    });
}

std::vector<Window> years_of(std::size_t ticks) {
    std::vector<Window> years;
    for (std::size_t first = 0; first < ticks; first += months_a_year)
        years.push_back({first, std::min<std::size_t>(ticks, first + months_a_year)});
    return years;
}

Estimate WindowComparison::estimate(std::size_t of, std::size_t outcome) const {
    const std::size_t at = of * base.size() + outcome;
    return {0, difference[at], standard_error[at], low[at], high[at]};
}

WindowComparison compare_windows(std::span<const OutcomeTable> base,
                                 std::span<const std::vector<OutcomeTable>> alternatives, Window window,
                                 double level, double power) {
    WindowComparison found;
    found.window = window;
    const std::size_t outcomes = outcome_rows().size();
    for (std::size_t o = 0; o < outcomes; ++o)
        found.base.push_back(estimate_level(base, o, window, level).mean);
    for (const auto& alternative : alternatives)
        for (std::size_t o = 0; o < outcomes; ++o) {
            const Estimate difference = estimate_difference(alternative, base, o, window, level);
            found.alternative.push_back(estimate_level(alternative, o, window, level).mean);
            found.add(difference);
            found.p_value.push_back(two_sided_p(difference));
            found.replicates_needed.push_back(replicates_needed(difference, level, power));
        }
    found.holm_p_value = holm_of_headlines(found.p_value);
    return found;
}

std::vector<GroupComparison> compare_groups(std::span<const OutcomeTable> base,
                                            std::span<const std::vector<OutcomeTable>> alternatives,
                                            Window window, double level) {
    std::vector<GroupComparison> all;
    IntervalLevel interval(level);
    const auto years = years_of(base.front().ticks);
    for (std::size_t g = 0; g < grouping_count; ++g) {
        GroupComparison found;
        found.grouping = static_cast<Grouping>(g);
        found.outcomes = outcomes_in(found.grouping, base, alternatives);
        if (found.outcomes.empty()) continue;
        for (const auto& alternative : alternatives)
            for (const auto outcome : found.outcomes) {
                for (const Window year : years)
                    add_groups(alternative, base, found.grouping, outcome, year, interval, found.years);
                add_groups(alternative, base, found.grouping, outcome, window, interval, found.window);
            }
        all.push_back(std::move(found));
    }
    return all;
}

Estimate estimate_level(std::span<const OutcomeTable> tables, std::size_t outcome, Window window,
                        double level) {
    std::vector<double> means;
    for (const auto& table : tables) means.push_back(window_mean(table, outcome, window));
    return estimate(means, level);
}

Estimate estimate_difference(std::span<const OutcomeTable> one, std::span<const OutcomeTable> other,
                             std::size_t outcome, Window window, double level) {
    std::vector<double> differences;
    for (std::size_t r = 0; r < one.size(); ++r)
        differences.push_back(window_difference(one[r], other[r], outcome, window));
    return estimate(differences, level);
}

} // namespace tujuh
