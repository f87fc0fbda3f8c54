// SPDX-License-Identifier: Apache-2.0
#include "files/result_layout.hpp"

#include "files/error.hpp"
#include "files/result_axes.hpp"
#include "files/result_groups.hpp"
#include "outcomes/catalogue.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <utility>

namespace tujuh {

namespace {

[[noreturn]] void report_bug(std::string what, std::string why) {
    throw Error(ErrorKind::bug,
                {{"result", std::move(what), std::move(why), "please report this bug of tujuh"}});
}

void expect_size(std::size_t found, std::size_t expected, const std::string& what) {
    if (found == expected) return;
    report_bug(what + ": " + std::to_string(found) + " numbers", std::to_string(expected) + " belong there");
}

void check_table(const OutcomeTable& table, const OutcomeTable& first, const ScenarioResult& scenario) {
    const std::size_t outcomes = outcome_rows().size();
    expect_size(table.ticks, first.ticks, "months of a replicate");
    expect_size(table.years, first.years, "years of a replicate");
    expect_size(table.national.size(), outcomes * table.ticks, "national outcomes");
    for (std::size_t g = 0; g < grouping_count; ++g) {
        const auto& labels = table.groups[g].labels;
        const std::string where = "grouping by " + std::string(grouping_rows[g].key);
        expect_size(labels.key.size(), first.groups[g].labels.key.size(), where);
        expect_size(labels.title.size(), labels.key.size(), where);
        expect_size(labels.title_id.size(), labels.key.size(), where);
        expect_size(table.groups[g].values.size(), outcomes * table.ticks * labels.key.size(), where);
    }
    expect_size(table.activity_hours.size(), table.ticks * activity_count, "hours by activity");
    expect_size(table.activity_acts.size(), table.ticks * activity_count, "acts by activity");
    expect_size(table.policy.size(), policy_record_count * table.ticks * issue_count, "record of policy");
    expect_size(table.ledger.size(), scenario.programmes.key.size() * table.years * money_use_count,
                "ledger");
}

void check_comparison(const ResultFile& result) {
    const auto& found = *result.comparison;
    const auto& window = found.window;
    const std::size_t alternatives = result.scenarios.size() - 1, outcomes = outcome_rows().size();
    const auto& table = result.scenarios[0].replicates[0];
    const auto expect = [](std::size_t expected, std::initializer_list<const std::vector<double>*> all) {
        for (const auto* numbers : all) expect_size(numbers->size(), expected, "comparison");
    };
    expect(alternatives * outcomes * table.ticks,
           {&found.difference, &found.standard_error, &found.low, &found.high});
    expect(outcomes, {&window.base});
    expect(alternatives * outcomes,
           {&window.alternative, &window.difference, &window.standard_error, &window.low, &window.high,
            &window.p_value, &window.holm_p_value, &window.replicates_needed});
    for (const auto& by : found.groups) {
        const auto groups = table.groups[static_cast<std::size_t>(by.grouping)].labels.key.size();
        const std::size_t of_window = alternatives * by.outcomes.size() * groups;
        expect(of_window * table.years, {&by.difference, &by.standard_error, &by.low, &by.high});
        expect(of_window,
               {&by.window_difference, &by.window_standard_error, &by.window_low, &by.window_high});
    }
}

void check_flows(const ResultFile& result) {
    const auto& alternatives = result.flows->alternatives;
    expect_size(alternatives.size(), result.scenarios.size() - 1, "flows");
    const auto& labelled = result.scenarios[0].replicates[0].groups;
    for (const auto& replicates : alternatives) {
        expect_size(replicates.size(), result.scenarios[0].replicates.size(), "replicates of flows");
        for (const auto& table : replicates) {
            expect_size(table.ticks.size(), alternatives[0][0].ticks.size(), "months of flows");
            expect_size(table.groups(flow_of_nation), 1, "flows of the nation");
            for (std::size_t g = 0; g < grouping_count; ++g)
                expect_size(table.groups(g), labelled[g].labels.key.size(), "groups of flows");
        }
    }
}

void check_shapley(const ShapleySection& found) {
    const auto check = [](const ShapleySection::Values& values, std::size_t of_whole) {
        for (const auto* numbers : {&values.whole, &values.whole_low, &values.whole_high})
            expect_size(numbers->size(), of_whole, "whole effect of the tasks");
        for (const auto* numbers : {&values.value, &values.standard_error, &values.low, &values.high})
            expect_size(numbers->size(), task_count * of_whole, "values of the tasks");
    };
    const std::size_t outcomes = outcome_rows().size();
    check(found.window, outcomes);
    check(found.years, found.years.whole.size() / outcomes * outcomes);
    for (const auto& by : found.groups) check(by.values, by.outcomes.size() * by.labels.key.size());
    const auto& pairs = found.pairs;
    for (const auto* numbers : {&pairs.interaction, &pairs.standard_error, &pairs.low, &pairs.high})
        expect_size(numbers->size(), task_count * (task_count - 1) / 2 * outcomes, "pairs of tasks");
}

void check_sizes(const ResultFile& result) {
    if (result.scenarios.empty() || result.scenarios[0].replicates.empty())
        report_bug("there is nothing to write", "no replicate was run");
    if (result.scenarios[0].replicates[0].ticks == 0)
        report_bug("there is nothing to write", "no month was run");
    const auto& first = result.scenarios[0];
    for (const auto& scenario : result.scenarios) {
        expect_size(scenario.replicates.size(), first.replicates.size(), "replicates of a scenario");
        for (const auto& table : scenario.replicates) check_table(table, first.replicates[0], scenario);
    }
    if (result.comparison) check_comparison(result);
    if (result.flows) check_flows(result);
    if (result.shapley) check_shapley(*result.shapley);
}

void append(std::vector<ResultGroup>& groups, std::vector<ResultGroup> more) {
    std::move(more.begin(), more.end(), std::back_inserter(groups));
}

bool is_text(const ResultAxis& axis) noexcept {
    return std::holds_alternative<std::vector<std::string>>(axis.keys);
}

/// "2025-03".
std::string year_and_month(std::int32_t year, std::int32_t month) {
    return std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
}

bool is_taken(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

std::vector<std::string> names_in_file(const std::vector<ScenarioResult>& scenarios) {
    std::vector<std::string> names;
    for (const auto& scenario : scenarios) {
        std::string name = scenario.name;
        std::replace(name.begin(), name.end(), '/', '_');
        if (name.find_first_not_of('.') == std::string::npos) name += '_';
        std::string unique = name;
        for (int number = 2; is_taken(names, unique); ++number) unique = name + "#" + std::to_string(number);
        names.push_back(unique);
    }
    return names;
}

ResultArray numbers(Description description, std::vector<std::size_t> axes,
                    const std::vector<double>& values) {
    return {std::move(description), std::move(axes), [&values] { return values; }, {}};
}

ResultGroup titled_group(std::string path, std::string title, std::string title_id) {
    ResultGroup group;
    group.path = std::move(path);
    group.attributes = {{"title", std::move(title)}, {"title_id", std::move(title_id)}};
    return group;
}

ResultGroup folder_group(std::string path, std::string title, std::string title_id,
                         std::string default_child) {
    auto group = titled_group(std::move(path), std::move(title), std::move(title_id));
    group.attributes.push_back({"NX_class", std::string("NXentry")});
    group.attributes.push_back({"default", std::move(default_child)});
    return group;
}

void mark_as_data(ResultGroup& group) {
    const auto signal = std::find_if(group.arrays.begin(), group.arrays.end(), [&](const ResultArray& array) {
        return array.description.name == group.signal;
    });
    if (signal == group.arrays.end()) return;
    std::vector<std::string> axes;
    for (const auto position : signal->axes) {
        const auto& axis = group.axes[position];
        axes.push_back(is_text(axis) ? "." : axis.description.name);
    }
    group.attributes.push_back({"NX_class", std::string("NXdata")});
    group.attributes.push_back({"signal", group.signal});
    group.attributes.push_back({"axes", axes});
}

std::vector<ResultGroup> result_groups(const ResultFile& result) {
    check_sizes(result);
    const auto names = names_in_file(result.scenarios);
    std::vector<ResultGroup> groups = scenario_groups(result.scenarios[0], "");
    append(groups, outcome_groups(result.scenarios[0], result, ""));
    if (result.scenarios.size() > 1)
        groups.push_back(folder_group("/scenarios", "alternatives to the base",
                                      "alternatif terhadap skenario dasar", names[1]));
    for (std::size_t s = 1; s < result.scenarios.size(); ++s) {
        const auto& scenario = result.scenarios[s];
        const std::string prefix = "/scenarios/" + names[s];
        groups.push_back(folder_group(prefix, scenario.title, scenario.title_id, "series"));
        append(groups, scenario_groups(scenario, prefix));
        append(groups, outcome_groups(scenario, result, prefix));
    }
    append(groups, comparison_groups(result));
    append(groups, finding_groups(result));
    if (result.shapley) append(groups, shapley_groups(*result.shapley));
    append(groups, experiment_groups(result));
    for (auto& group : groups) mark_as_data(group);
    return groups;
}

std::vector<ResultAttribute> origin_attributes(std::vector<std::string> scenarios, const std::string& title,
                                               const std::string& title_id, const std::string& first_group,
                                               const Provenance& provenance) {
    return {
        {"format", std::string("tujuh-result")},
        {"format_version", result_format_version},
        {"Conventions", std::string("CF-1.8")},
        {"NX_class", std::string("NXroot")},
        {"default", first_group},
        {"title", title},
        {"title_id", title_id},
        {"scenarios", std::move(scenarios)},
        {"version", provenance.version},
        {"git_commit", provenance.git_commit},
        {"compiler", provenance.compiler},
        {"compiler_flags", provenance.compiler_flags},
    };
}

std::vector<ResultAttribute> run_attributes(std::uint32_t seed, std::int32_t replicates, std::int32_t ticks,
                                            std::int32_t burn_in_months, std::int32_t start_year,
                                            std::int32_t start_month) {
    return {
        {"seed", static_cast<double>(seed)}, {"seed_text", std::to_string(seed)},
        {"replicates", replicates},          {"ticks", ticks},
        {"burn_in_months", burn_in_months},  {"start", year_and_month(start_year, start_month)},
    };
}

std::vector<ResultAttribute> root_attributes(const ResultFile& result) {
    const auto& table = result.scenarios.at(0).replicates.at(0);
    auto attributes = origin_attributes(names_in_file(result.scenarios), result.title, result.title_id,
                                        "series", result.provenance);
    attributes.push_back({"command", result.command});
    for (auto& attribute :
         run_attributes(result.seed, static_cast<std::int32_t>(result.scenarios[0].replicates.size()),
                        static_cast<std::int32_t>(table.ticks), result.burn_in_months, result.start_year,
                        result.start_month))
        attributes.push_back(std::move(attribute));
    attributes.push_back({"threads", result.threads});
    attributes.push_back({"wall_seconds", result.wall_seconds});
    if (!result.notes.empty()) attributes.push_back({"notes", result.notes});
    return attributes;
}

std::size_t count_of(const ResultValues& values) noexcept {
    return std::visit([](const auto& list) { return list.size(); }, values);
}

std::vector<std::size_t> lengths_of(const ResultArray& array, const ResultGroup& group) {
    std::vector<std::size_t> lengths;
    for (const auto axis : array.axes) lengths.push_back(count_of(group.axes[axis].keys));
    return lengths;
}

} // namespace tujuh
