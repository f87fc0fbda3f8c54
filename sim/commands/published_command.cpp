// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/json.hpp"
#include "commands/runs.hpp"
#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "run/published_checks.hpp"
#include "run/replicates.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tujuh {

namespace {

std::string percent(double share, int decimals) {
    return number_text(share * 100, decimals);
}

std::string provinces_text(std::span<const ProvinceCheck> provinces) {
    TextTable table({{"code", TextTable::Align::left},
                     {"province", TextTable::Align::left},
                     {"headcount %, published"},
                     {"model"},
                     {"Gini, published"},
                     {"model"},
                     {"mean, 1,000 rupiah a person and month, published"},
                     {"model"},
                     {"missed", TextTable::Align::left}});
    for (const auto& province : provinces) {
        std::string missed;
        const auto miss = [&](bool held, std::string_view name) {
            if (!held) missed += fmt::format("{}{}", missed.empty() ? "" : ", ", name);
        };
        miss(province.headcount_held(), "headcount");
        miss(province.gini_held(), "Gini");
        miss(province.mean_held(), "mean");
        table.add({province.code, province.name, percent(province.published_headcount, 2),
                   percent(province.model_headcount, 2), number_text(province.published_gini, 3),
                   number_text(province.model_gini, 3), number_text(province.published_mean / 1000, 0),
                   number_text(province.model_mean / 1000, 0), missed});
    }
    return table.markdown();
}

std::string checks_text(std::span<const NationalCheck> checks) {
    TextTable table({{"figure", TextTable::Align::left}, {"published"}, {"model"}, {"model / published"}});
    for (const auto& check : checks)
        table.add({std::string(check.name), number_text(check.published, 4), number_text(check.model, 4),
                   number_text(check.model / check.published, 2)});
    return table.markdown();
}

std::string drifts_text(std::span<const Drift> all) {
    std::string text;
    for (const auto& drift : all)
        text += fmt::format("{}{} {} %", text.empty() ? "" : ", ", drift.outcome,
                            signed_text(drift.a_year * 100, 2));
    return text;
}

template <class Rows, class Held> std::size_t count_held(const Rows& provinces, Held held) {
    return static_cast<std::size_t>(std::count_if(provinces.begin(), provinces.end(), held));
}

std::string text_of(const Scenario& scenario, std::span<const OutcomeTable> tables) {
    const auto provinces = province_checks(scenario, tables);
    const auto checks = national_checks(scenario, tables);
    std::string text = fmt::format(
        "Model beside published figures: {}, {}, mean of {}.\n\n{}\n"
        "Held: headcount within 0.5 points in {} of {} provinces, Gini within 0.01 in {}, mean within 2 % in "
        "{}.\n",
        scenario.title, month_text(scenario, 0), count_text(tables.size(), "replicate"),
        provinces_text(provinces),
        count_held(provinces, [](const auto& province) { return province.headcount_held(); }),
        provinces.size(), count_held(provinces, [](const auto& province) { return province.gini_held(); }),
        count_held(provinces, [](const auto& province) { return province.mean_held(); }));
    if (!checks.empty())
        text += fmt::format("\nThe nation (gap and severity are not fitted):\n\n{}", checks_text(checks));
    else
        text += "\nThe sample leaves provinces out: national figures are not compared.\n";
    text += fmt::format("\nDrift a year after the burn-in: {} (aim: under 1 %).\n",
                        drifts_text(drifts(scenario, tables)));
    if (tables.size() > 1)
        text += fmt::format("\nStandard error of one sample: {} points of headcount (spread of {}).\n",
                            number_text(headcount_standard_error(tables) * 100, 2),
                            count_text(tables.size(), "replicate"));
    return text;
}

Json json_of(const Scenario& scenario, std::span<const OutcomeTable> tables) {
    std::vector<Json> provinces, checks, all_drifts;
    for (const auto& province : province_checks(scenario, tables))
        provinces.push_back(json_object({{"code", json(province.code)},
                                         {"name", json(province.name)},
                                         {"published_headcount", json(province.published_headcount)},
                                         {"model_headcount", json(province.model_headcount)},
                                         {"headcount_held", json_flag(province.headcount_held())},
                                         {"published_gini", json(province.published_gini)},
                                         {"model_gini", json(province.model_gini)},
                                         {"gini_held", json_flag(province.gini_held())},
                                         {"published_mean", json(province.published_mean)},
                                         {"model_mean", json(province.model_mean)},
                                         {"mean_held", json_flag(province.mean_held())}}));
    for (const auto& check : national_checks(scenario, tables))
        checks.push_back(json_object({{"outcome", json(check.outcome)},
                                      {"area", json(check.area.empty() ? "nation" : check.area)},
                                      {"published", json(check.published)},
                                      {"model", json(check.model)}}));
    for (const auto& drift : drifts(scenario, tables))
        all_drifts.push_back(json_object({{"outcome", json(drift.outcome)}, {"a_year", json(drift.a_year)}}));
    return json_object({{"scenario", json(scenario.name)},
                        {"replicates", json(static_cast<std::int64_t>(tables.size()))},
                        {"provinces", json_list(provinces)},
                        {"nation", json_list(checks)},
                        {"drift", json_list(all_drifts)},
                        {"headcount_standard_error", json(headcount_standard_error(tables))}});
}

} // namespace

int published_command(const CommandLine& asked) {
    std::vector<Scenario> scenarios = {load(asked, asked.operands.front()).scenario};
    Scenario& scenario = scenarios.front();
    scenario.months = months_for_drift(scenario);
    scenario.policies.clear();
    Session session(asked, "published", months_of(scenarios), scenarios);
    const auto runs = run_replicates(scenario, session.options());
    session.end(runs.halt);
    const auto& tables = runs.tables.front();
    if (asked.json)
        print_data(json_of(scenario, tables).text() + "\n");
    else
        print_data(text_of(scenario, tables));
    return 0;
}

} // namespace tujuh
