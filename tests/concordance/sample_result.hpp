// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/result_file.hpp"
#include "outcomes/catalogue.hpp"
#include "tasks/catalogue.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

/// A made-up result, small and complete: every group of the format, every outcome of the catalogue. Its
/// numbers are chosen, not simulated; those that figures show have a plausible course.
namespace sample {

struct Design {
    std::size_t replicates = 3, ticks = 24, alternatives = 1;
    bool with_groups = true, with_attribution = true, with_calibration = true;
};

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// A number in -1 .. 1 that looks random and depends on its arguments alone.
inline double wiggle(std::size_t a, std::size_t b, std::size_t c = 0) {
    std::uint64_t x = a * 0x9E3779B97F4A7C15u ^ b * 0xC2B2AE3D27D4EB4Fu ^ c * 0x165667B19E3779F9u;
    x ^= x >> 29;
    x *= 0xBF58476D1CE4E5B9u;
    x ^= x >> 32;
    return static_cast<double>(x % 20001) / 10000.0 - 1.0;
}

/// Level of an outcome at the start and what an alternative adds in the long run.
struct Course {
    double start, gain;
};

inline Course course_of(std::string_view outcome) {
    if (outcome == "coverage_of_eligible") return {0.58, 0.09};
    if (outcome == "coverage_of_poor") return {0.55, 0.10};
    if (outcome == "headcount") return {0.085, -0.006};
    if (outcome == "poverty_gap") return {0.0135, -0.0012};
    if (outcome == "poverty_severity") return {0.0033, -0.0004};
    if (outcome == "gini") return {0.375, -0.004};
    if (outcome == "months_to_service") return {7.5, -1.5};
    return {0.3, 0.02};
}

inline double value_of(std::size_t outcome, std::size_t tick, std::size_t replicate, std::size_t scenario) {
    const auto course = course_of(tujuh::outcome_rows()[outcome].name);
    const double years = static_cast<double>(tick) / 12.0;
    const double reached = static_cast<double>(scenario) * (years / (years + 2.0));
    const double noise = 0.012 * wiggle(outcome, replicate) + 0.004 * wiggle(outcome, tick, replicate);
    return course.start * (1.0 + noise) + course.gain * reached;
}

/// Richer tenths are covered less and are poor less often.
inline double decile_factor(std::string_view outcome, std::size_t decile) {
    const double rank = static_cast<double>(decile);
    if (outcome == "headcount" || outcome == "poverty_gap")
        return decile == 0 ? 8.5 : (decile == 1 ? 0.5 : 0.0);
    return 1.25 - 0.11 * rank;
}

inline tujuh::GroupLabels labels_of(tujuh::Grouping grouping, const tujuh::GroupLabels& programmes) {
    using tujuh::Grouping;
    switch (grouping) {
    case Grouping::decile: {
        tujuh::GroupLabels labels;
        for (int i = 1; i <= 10; ++i) {
            labels.key.push_back(std::to_string(i));
            labels.title.push_back("tenth " + std::to_string(i));
            labels.title_id.push_back("persepuluhan " + std::to_string(i));
        }
        return labels;
    }
    case Grouping::province:
        return {{"35", "94"}, {"Jawa Timur", "Papua"}, {"Jawa Timur", "Papua"}};
    case Grouping::area:
        return {{"urban", "rural"}, {"urban", "rural"}, {"perkotaan", "perdesaan"}};
    case Grouping::head:
        return {{"man", "woman"}, {"man", "woman"}, {"laki-laki", "perempuan"}};
    case Grouping::disability:
        return {{"without", "with"}, {"without", "with"}, {"tanpa disabilitas", "dengan disabilitas"}};
    case Grouping::programme:
        return programmes;
    }
    return {};
}

/// The first outcome is defined in every grouping, the last in none but the decile.
inline bool is_defined(std::size_t outcome, tujuh::Grouping grouping) {
    return grouping == tujuh::Grouping::decile || outcome + 1 < tujuh::outcome_rows().size();
}

inline void fill_group(tujuh::OutcomeTable& table, tujuh::Grouping grouping,
                       const tujuh::GroupLabels& programmes, std::size_t replicate, std::size_t scenario) {
    auto& grouped = table.groups[static_cast<std::size_t>(grouping)];
    grouped.labels = labels_of(grouping, programmes);
    const auto rows = tujuh::outcome_rows();
    for (std::size_t o = 0; o < rows.size(); ++o)
        for (std::size_t t = 0; t < table.ticks; ++t)
            for (std::size_t g = 0; g < grouped.labels.key.size(); ++g) {
                const double factor = grouping == tujuh::Grouping::decile ? decile_factor(rows[o].name, g)
                                                                          : 1.0 + 0.2 * wiggle(o, g, 7);
                grouped.values.push_back(
                    is_defined(o, grouping) ? value_of(o, t, replicate, scenario) * factor : missing);
            }
}

inline void fill_activities(tujuh::OutcomeTable& table, std::size_t replicate, std::size_t scenario) {
    for (std::size_t t = 0; t < table.ticks; ++t)
        for (std::size_t a = 0; a < tujuh::activity_count; ++a) {
            const double shift = scenario > 0 && a >= 6 && a <= 8 ? 1.6 : 1.0;
            const double hours =
                shift * 4.0e5 * (1.2 + wiggle(a, 5)) * (1.0 + 0.03 * wiggle(a, t, replicate));
            table.activity_hours.push_back(hours);
            table.activity_acts.push_back(hours / (1.5 * tujuh::activity_rows[a].hours));
        }
}

/// An alternative brings evidence, and after it a verdict.
inline void fill_policy(tujuh::OutcomeTable& table, std::size_t replicate, std::size_t scenario) {
    for (std::size_t m = 0; m < tujuh::policy_record_count; ++m)
        for (std::size_t t = 0; t < table.ticks; ++t)
            for (std::size_t i = 0; i < tujuh::issue_count; ++i) {
                const double begins = 2.0 * static_cast<double>(m);
                const double years = std::fmax(0.0, static_cast<double>(t) - begins) / 12.0;
                table.policy.push_back(0.1 + 0.3 * static_cast<double>(scenario) * years / (years + 1.0) +
                                       0.02 * wiggle(m, i, replicate));
            }
}

inline void fill_ledger(tujuh::OutcomeTable& table, std::size_t programmes, std::size_t replicate) {
    table.years = table.ticks / 12 + 1;
    for (std::size_t p = 0; p < programmes; ++p)
        for (std::size_t y = 0; y < table.years; ++y) {
            const double budget = 3.0e13 / static_cast<double>(p + 1);
            const double delivered = std::floor(budget * (0.85 + 0.02 * wiggle(p, y, replicate)));
            const double leaked = std::floor(budget * 0.05);
            const double administered = std::floor(budget * 0.04);
            table.ledger.insert(table.ledger.end(), {budget, delivered, leaked, administered,
                                                     budget - delivered - leaked - administered});
        }
}

inline tujuh::OutcomeTable table_of(const Design& design, const tujuh::GroupLabels& programmes,
                                    std::size_t replicate, std::size_t scenario) {
    tujuh::OutcomeTable table;
    table.ticks = design.ticks;
    for (std::size_t o = 0; o < tujuh::outcome_rows().size(); ++o)
        for (std::size_t t = 0; t < design.ticks; ++t)
            table.national.push_back(value_of(o, t, replicate, scenario));
    table.national.back() = missing;
    if (design.with_groups)
        for (std::size_t g = 0; g < tujuh::grouping_count; ++g)
            fill_group(table, static_cast<tujuh::Grouping>(g), programmes, replicate, scenario);
    fill_activities(table, replicate, scenario);
    fill_policy(table, replicate, scenario);
    fill_ledger(table, programmes.key.size(), replicate);
    return table;
}

inline tujuh::ScenarioResult scenario_of(const Design& design, std::size_t scenario) {
    tujuh::ScenarioResult result;
    result.name = scenario == 0 ? "sample" : "outreach";
    result.title = scenario == 0 ? "Sample country" : "Outreach first";
    result.title_id = scenario == 0 ? "Negeri contoh" : "Penjangkauan dahulu";
    result.resolved_text = "format = 1\ntitle = \"" + result.title + "\" # é, “quoted”\n";
    result.tables = {{"provinces.csv", "code,name\n35,Jawa Timur\n94,Papua\n"}};
    result.parameters = tujuh::default_parameters();
    result.parameters.resources.rho *= 0.9;
    result.programmes = {{"pkh", "sembako"}, {"conditional cash", "food"}, {"PKH", "Sembako"}};
    for (std::size_t r = 0; r < design.replicates; ++r)
        result.replicates.push_back(table_of(design, result.programmes, r, scenario));
    return result;
}

/// Adds a difference and an interval around it.
template <class Numbers>
void add_difference(const Design& design, double difference, Numbers& mean, Numbers& error, Numbers& low,
                    Numbers& high) {
    const double half = design.replicates > 1 ? 0.1 * std::fabs(difference) + 0.001 : missing;
    mean.push_back(difference);
    error.push_back(half);
    low.push_back(difference - 2.0 * half);
    high.push_back(difference + 2.0 * half);
}

inline void add_window(const Design& design, tujuh::ComparisonSection::Window& window) {
    const std::size_t last = design.ticks - 1;
    window.first_tick = static_cast<std::int32_t>(design.ticks > 12 ? design.ticks - 12 : 0);
    window.last_tick = static_cast<std::int32_t>(last);
    const auto rows = tujuh::outcome_rows();
    for (std::size_t o = 0; o < rows.size(); ++o) window.base.push_back(value_of(o, last, 0, 0));
    for (std::size_t s = 1; s <= design.alternatives; ++s)
        for (std::size_t o = 0; o < rows.size(); ++o) {
            window.alternative.push_back(value_of(o, last, 0, s));
            add_difference(design, window.alternative.back() - window.base[o], window.difference,
                           window.standard_error, window.low, window.high);
            const bool told = window.low.back() > 0 || window.high.back() < 0;
            window.p_value.push_back(told ? 0.01 : 0.4);
            window.holm_p_value.push_back(rows[o].headline ? 5 * window.p_value.back() : missing);
            window.replicates_needed.push_back(told ? missing : 37);
        }
}

inline tujuh::ComparisonSection::Groups differences_by(const Design& design, tujuh::Grouping grouping,
                                                       const tujuh::OutcomeTable& table) {
    tujuh::ComparisonSection::Groups by;
    by.grouping = grouping;
    const auto groups = table.groups[static_cast<std::size_t>(grouping)].labels.key.size();
    for (std::size_t o = 0; o < tujuh::outcome_rows().size(); ++o)
        if (is_defined(o, grouping)) by.outcomes.push_back(o);
    for (std::size_t s = 1; s <= design.alternatives; ++s)
        for (const auto o : by.outcomes) {
            const double difference =
                value_of(o, design.ticks - 1, 0, s) - value_of(o, design.ticks - 1, 0, 0);
            for (std::size_t k = 0; k < table.years * groups; ++k)
                add_difference(design, difference, by.difference, by.standard_error, by.low, by.high);
            for (std::size_t g = 0; g < groups; ++g)
                add_difference(design, difference * decile_factor("", g), by.window_difference,
                               by.window_standard_error, by.window_low, by.window_high);
        }
    return by;
}

inline tujuh::ComparisonSection comparison_of(const Design& design, const tujuh::OutcomeTable& table) {
    tujuh::ComparisonSection comparison;
    for (std::size_t s = 1; s <= design.alternatives; ++s)
        for (std::size_t o = 0; o < tujuh::outcome_rows().size(); ++o)
            for (std::size_t t = 0; t < design.ticks; ++t)
                add_difference(design, value_of(o, t, 0, s) - value_of(o, t, 0, 0), comparison.difference,
                               comparison.standard_error, comparison.low, comparison.high);
    add_window(design, comparison.window);
    if (design.with_groups)
        for (std::size_t g = 0; g < tujuh::grouping_count; ++g)
            comparison.groups.push_back(differences_by(design, static_cast<tujuh::Grouping>(g), table));
    return comparison;
}

/// A million households, of which some gain and fewer lose.
inline tujuh::FlowSection flows_of(const Design& design, const tujuh::OutcomeTable& table) {
    tujuh::FlowTable flows;
    flows.ticks = tujuh::flow_ticks(static_cast<std::int32_t>(design.ticks));
    constexpr double households[tujuh::flow_count] = {3e5, 8e4, 2e4, 6e5, 9e4, 1e4, 5e3, 895e3, 0};
    for (std::size_t g = 0; g < tujuh::flow_grouping_count; ++g) {
        const std::size_t groups = g < tujuh::grouping_count      ? table.groups[g].labels.key.size()
                                   : g == tujuh::flow_by_distance ? tujuh::distance_group_count
                                                                  : 1;
        for (const double flow : households)
            for (std::size_t k = 0; k < flows.ticks.size() * groups; ++k)
                flows.values[g].push_back(flow / static_cast<double>(groups));
    }
    return {{design.alternatives, std::vector<tujuh::FlowTable>(design.replicates, flows)}};
}

inline tujuh::AttributionSection attribution_of(const Design& design) {
    using Role = tujuh::AttributionSection::Role;
    tujuh::AttributionSection attribution;
    attribution.first_tick = static_cast<std::int32_t>(design.ticks / 2);
    attribution.last_tick = static_cast<std::int32_t>(design.ticks) - 1;
    for (const auto& row : tujuh::activity_rows) {
        const auto direction = static_cast<int>(row.direction);
        const std::string code(tujuh::code_of(row.activity));
        const double size = 0.01 * (1.2 + wiggle(tujuh::code_number(row.activity), 3));
        attribution.rows.push_back({code, Role::own, std::string(row.outcome), direction, direction * size,
                                    0.002, direction * size - 0.005, direction * size + 0.005, size > 0.005,
                                    1000.0});
        attribution.rows.push_back({code, Role::downstream, std::string(row.downstream), 0, 0.001, 0.002,
                                    -0.004, 0.006, false, 1000.0});
    }
    attribution.placebo = {0.05, 4000, 0, 0};
    return attribution;
}

inline tujuh::ShapleySection::Values task_values(std::size_t of_whole) {
    tujuh::ShapleySection::Values values;
    values.value.assign(tujuh::task_count * of_whole, 0.01);
    values.standard_error.assign(tujuh::task_count * of_whole, 0.002);
    values.low.assign(tujuh::task_count * of_whole, 0.005);
    values.high.assign(tujuh::task_count * of_whole, 0.015);
    values.whole.assign(of_whole, 0.07);
    values.whole_low.assign(of_whole, 0.06);
    values.whole_high.assign(of_whole, 0.08);
    return values;
}

inline tujuh::ShapleySection shapley_of(const Design& design, const tujuh::OutcomeTable& table) {
    tujuh::ShapleySection shapley;
    shapley.first_tick = static_cast<std::int32_t>(design.ticks / 2);
    shapley.last_tick = static_cast<std::int32_t>(design.ticks) - 1;
    const std::size_t outcomes = tujuh::outcome_rows().size();
    shapley.window = task_values(outcomes);
    shapley.years = task_values(outcomes * table.years);
    const std::size_t pairs = tujuh::task_count * (tujuh::task_count - 1) / 2;
    shapley.pairs.interaction.assign(pairs * outcomes, 0.003);
    shapley.pairs.standard_error.assign(pairs * outcomes, 0.002);
    shapley.pairs.low.assign(pairs * outcomes, -0.001);
    shapley.pairs.high.assign(pairs * outcomes, 0.007);
    if (!design.with_groups) return shapley;
    for (const auto grouping : {tujuh::Grouping::decile, tujuh::Grouping::area}) {
        const auto g = static_cast<std::size_t>(grouping);
        tujuh::ShapleySection::Groups by{tujuh::grouping_rows[g], table.groups[g].labels, {0, 1, 2}, {}};
        by.values = task_values(by.outcomes.size() * by.labels.key.size());
        shapley.groups.push_back(std::move(by));
    }
    return shapley;
}

inline tujuh::TrialSection trial_of(const Design& design) {
    tujuh::TrialSection section;
    section.trial.id = "letters";
    section.trial.title = "Letters";
    section.trial.title_id = "Surat";
    section.trial.programme = "pkh";
    section.trial.arms.resize(1);
    section.trial.arms[0].id = "told";
    for (std::size_t r = 0; r < design.replicates; ++r) {
        tujuh::TrialTable table;
        table.arms = 2;
        table.households.assign(2 * tujuh::trial_group_count, 1e6);
        for (std::size_t k = 0; k < tujuh::trial_outcome_count * 4 * tujuh::trial_group_count; ++k)
            table.values.push_back(0.1 + wiggle(k, r));
        section.replicates.push_back(std::move(table));
    }
    return section;
}

inline tujuh::PatternSection patterns_of() {
    tujuh::PatternSection patterns;
    patterns.rows.resize(2);
    auto& card = patterns.rows[0];
    card.pattern = "P3", card.figure = "id_card_subsidy_gain", card.title = "gain",
    card.title_id = "tambahan";
    card.published = 0.26, card.published_low = 0.17, card.published_high = 0.35;
    card.model = 0.25, card.model_low = 0.24, card.model_high = 0.26;
    card.verdict = tujuh::PatternSection::Verdict::hit;
    auto& burst = patterns.rows[1];
    burst.pattern = "P8", burst.figure = "reforms_burst", burst.title = "bursts", burst.title_id = "serentak";
    burst.published = missing, burst.published_low = 1;
    burst.published_high = std::numeric_limits<double>::infinity();
    burst.model = 0.9, burst.model_low = 0.8, burst.model_high = 1.1;
    return patterns;
}

inline tujuh::ResultFile result(const Design& design = {}) {
    tujuh::ResultFile result;
    result.title = "A sample result";
    result.title_id = "Hasil contoh";
    result.command = "tujuh compare sample.toml outreach.toml";
    result.provenance = {"0.0.0", "unknown", "a compiler", "-O3"};
    result.seed = 4000000000u;
    result.burn_in_months = 60;
    result.start_year = 2025;
    result.start_month = 3;
    result.threads = 2;
    result.wall_seconds = 1.5;
    for (std::size_t s = 0; s <= design.alternatives; ++s) result.scenarios.push_back(scenario_of(design, s));
    const auto& table = result.scenarios[0].replicates[0];
    if (design.alternatives > 0) {
        result.comparison = comparison_of(design, table);
        result.flows = flows_of(design, table);
    }
    if (design.with_attribution) {
        result.attribution = attribution_of(design);
        result.shapley = shapley_of(design, table);
    }
    result.trials = {trial_of(design)};
    result.patterns = patterns_of();
    if (design.with_calibration)
        result.calibration = {{{"35", "Jawa Timur", 0.0979, 0.0981, 0.372, 0.371, 1.4e6, 1.41e6},
                               {"94", "Papua", 0.2003, 0.1995, 0.405, 0.404, missing, 1.2e6}}};
    result.notes = {"Headcount drifts by 0.3 % a year after the burn-in."};
    return result;
}

} // namespace sample
