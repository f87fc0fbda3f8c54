// SPDX-License-Identifier: Apache-2.0
// National figures: BPS (Statistics Indonesia), Susenas March 2025, as kept in the project's table of
// targets. They are checks: nothing in the model is fitted to the poverty gap and severity.
#include "run/published_checks.hpp"

#include "outcomes/catalogue.hpp"
#include "run/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tujuh {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

struct NationalFigure {
    std::string_view name, outcome, area;
    double value;
};
constexpr NationalFigure national_figures[] = {
    {"headcount (FGT0), nation", "headcount", "", 0.0847},
    {"headcount (FGT0), urban", "headcount", "urban", 0.0673},
    {"headcount (FGT0), rural", "headcount", "rural", 0.1103},
    {"poverty gap (FGT1), nation", "poverty_gap", "", 0.0137},
    {"poverty gap (FGT1), urban", "poverty_gap", "urban", 0.0106},
    {"poverty gap (FGT1), rural", "poverty_gap", "rural", 0.0181},
    {"poverty severity (FGT2), nation", "poverty_severity", "", 0.0032},
    {"poverty severity (FGT2), urban", "poverty_severity", "urban", 0.0025},
    {"poverty severity (FGT2), rural", "poverty_severity", "rural", 0.0043},
};

/// Mean over replicates of `value(table)`; NaN where no replicate has one.
template <class Value> double mean_of(std::span<const OutcomeTable> tables, Value value) {
    std::vector<double> values;
    for (const auto& table : tables) values.push_back(value(table));
    return estimate(values, 0.95).mean;
}

/// An outcome of a group in the first month; NaN where there is no such group.
double in_group(std::span<const OutcomeTable> tables, Grouping grouping, std::string_view group,
                std::string_view outcome) {
    const std::size_t position = *find_outcome(outcome);
    return mean_of(tables, [&](const OutcomeTable& table) {
        const auto& grouped = table.groups[static_cast<std::size_t>(grouping)];
        const auto& keys = grouped.labels.key;
        const auto found = std::find(keys.begin(), keys.end(), group);
        if (found == keys.end()) return missing;
        return grouped
            .values[position * table.ticks * keys.size() + static_cast<std::size_t>(found - keys.begin())];
    });
}

bool is_whole_nation(const Scenario& scenario) {
    const auto& wanted = scenario.population.provinces;
    return wanted.empty() || wanted.size() == scenario.published.provinces.size();
}

double or_missing(double published) {
    return published > 0 ? published : missing;
}

} // namespace

bool ProvinceCheck::headcount_held() const noexcept {
    return std::fabs(model_headcount - published_headcount) <= 0.005;
}
bool ProvinceCheck::gini_held() const noexcept {
    return std::fabs(model_gini - published_gini) <= 0.01;
}
bool ProvinceCheck::mean_held() const noexcept {
    return std::fabs(model_mean - published_mean) <= 0.02 * published_mean;
}

std::vector<ProvinceCheck> province_checks(const Scenario& scenario, std::span<const OutcomeTable> tables) {
    std::vector<ProvinceCheck> provinces;
    const auto& labels = tables.front().groups[static_cast<std::size_t>(Grouping::province)].labels;
    for (const auto& province : scenario.published.provinces) {
        if (std::find(labels.key.begin(), labels.key.end(), province.code) == labels.key.end()) continue;
        const auto model = [&](std::string_view outcome) {
            return in_group(tables, Grouping::province, province.code, outcome);
        };
        provinces.push_back({province.code, province.name, or_missing(province.headcount), model("headcount"),
                             or_missing(province.gini), model("gini"), or_missing(province.mean_consumption),
                             model("mean_consumption")});
    }
    return provinces;
}

std::vector<NationalCheck> national_checks(const Scenario& scenario, std::span<const OutcomeTable> tables) {
    std::vector<NationalCheck> checks;
    if (!is_whole_nation(scenario)) return checks;
    for (const auto& published : national_figures) {
        const std::size_t outcome = *find_outcome(published.outcome);
        const double model = published.area.empty()
                                 ? mean_of(tables,
                                           [&](const auto& table) {
                                               return window_mean(table, outcome, {0, 1});
                                           })
                                 : in_group(tables, Grouping::area, published.area, published.outcome);
        checks.push_back({published.name, published.outcome, published.area, published.value, model});
    }
    return checks;
}

namespace {

constexpr std::int32_t months_a_year = 12;

std::int32_t months_before_policies(const Scenario& scenario) {
    std::int32_t months = scenario.months;
    for (const auto& policy : scenario.policies) months = std::min(months, policy.from_month);
    return months;
}

std::int32_t registry_cycle(const Scenario& scenario) {
    return std::max(months_a_year,
                    static_cast<std::int32_t>(scenario.base.parameters.registry.update_months));
}

} // namespace

std::int32_t months_for_drift(const Scenario& scenario) {
    return 2 * registry_cycle(scenario);
}

std::vector<Drift> drifts(const Scenario& scenario, std::span<const OutcomeTable> tables) {
    std::vector<Drift> result;
    const std::int32_t months = months_before_policies(scenario), cycle = registry_cycle(scenario);
    const std::int32_t window = months >= 2 * cycle ? cycle : months / 2 / months_a_year * months_a_year;
    if (window == 0) return result;
    const double years = static_cast<double>(months - window) / months_a_year;
    const auto last = static_cast<std::size_t>(months), width = static_cast<std::size_t>(window);
    for (const std::string_view name : {"headcount", "coverage_of_poor", "turnover"}) {
        const std::size_t outcome = *find_outcome(name);
        const auto mean_in = [&](Window in) {
            return mean_of(tables, [&](const auto& table) { return window_mean(table, outcome, in); });
        };
        const double first = mean_in({0, width});
        result.push_back({name, (mean_in({last - width, last}) - first) / first / years});
    }
    return result;
}

double headcount_standard_error(std::span<const OutcomeTable> tables) {
    if (tables.size() < 2) return missing;
    const std::size_t outcome = *find_outcome("headcount");
    std::vector<double> values;
    for (const auto& table : tables) values.push_back(window_mean(table, outcome, {0, 1}));
    const double mean = mean_of(tables, [&](const auto& table) {
        return window_mean(table, outcome, {0, 1});
    });
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

} // namespace tujuh
