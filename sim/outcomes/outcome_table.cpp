// SPDX-License-Identifier: Apache-2.0
#include "outcomes/outcome_table.hpp"
#include "base/math.hpp"
#include "outcomes/catalogue.hpp"
#include "scenario/scenario.hpp"

#include <algorithm>

namespace tujuh {

GroupLabels group_labels(Grouping grouping, const Scenario& scenario) {
    GroupLabels labels;
    const auto add = [&](std::string key, std::string title, std::string title_id) {
        labels.key.push_back(std::move(key));
        labels.title.push_back(std::move(title));
        labels.title_id.push_back(std::move(title_id));
    };
    switch (grouping) {
    case Grouping::decile:
        for (int t = 1; t <= 10; ++t)
            add(std::to_string(t),
                "tenth " + std::to_string(t) +
                    (t == 1    ? ", poorest"
                     : t == 10 ? ", richest"
                               : ""),
                "persepuluhan " + std::to_string(t) +
                    (t == 1    ? ", termiskin"
                     : t == 10 ? ", terkaya"
                               : ""));
        break;
    case Grouping::province:
        for (const auto& province : scenario.published.provinces) {
            const auto& wanted = scenario.population.provinces;
            if (wanted.empty() || std::find(wanted.begin(), wanted.end(), province.code) != wanted.end())
                add(province.code, province.name, province.name);
        }
        break;
    case Grouping::area:
        add("urban", "urban", "perkotaan");
        add("rural", "rural", "perdesaan");
        break;
    case Grouping::head:
        add("male", "headed by a man", "kepala laki-laki");
        add("female", "headed by a woman", "kepala perempuan");
        break;
    case Grouping::disability:
        add("without", "without a person with disability", "tanpa penyandang disabilitas");
        add("with", "with a person with disability", "dengan penyandang disabilitas");
        break;
    case Grouping::programme:
        for (const auto& programme : scenario.base.programmes)
            add(programme.key, programme.title, programme.title_id);
        break;
    }
    return labels;
}

OutcomeTable make_outcome_table(const Scenario& scenario) {
    OutcomeTable table;
    table.ticks = static_cast<std::size_t>(scenario.months);
    const std::size_t values = outcome_rows().size() * table.ticks;
    table.national.assign(values, not_a_number_double);
    for (std::size_t g = 0; g < grouping_count; ++g) {
        auto& grouped = table.groups[g];
        grouped.labels = group_labels(static_cast<Grouping>(g), scenario);
        grouped.values.assign(values * grouped.labels.key.size(), not_a_number_double);
    }
    table.activity_hours.assign(table.ticks * activity_count, not_a_number_double);
    table.activity_acts.assign(table.ticks * activity_count, not_a_number_double);
    table.policy.assign(policy_record_count * table.ticks * issue_count, not_a_number_double);
    table.years = (table.ticks + 11) / 12;
    table.ledger.assign(scenario.base.programmes.size() * table.years * money_use_count, not_a_number_double);
    return table;
}

} // namespace tujuh
