// SPDX-License-Identifier: Apache-2.0
#include "run/comparison.hpp"

#include "outcomes/catalogue.hpp"

#include <cmath>
#include <limits>

namespace tujuh {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

double value_at(const OutcomeTable& table, std::size_t outcome, std::size_t tick) noexcept {
    return table.national[outcome * table.ticks + tick];
}

void append(Comparison& comparison, const Estimate& difference) {
    comparison.difference.push_back(difference.mean);
    comparison.standard_error.push_back(difference.standard_error);
    comparison.low.push_back(difference.low);
    comparison.high.push_back(difference.high);
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

} // namespace

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
                append(comparison, estimate(differences, interval));
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
