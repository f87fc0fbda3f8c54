// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/json.hpp"
#include "commands/runs.hpp"
#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "files/error.hpp"
#include "outcomes/catalogue.hpp"
#include "run/attribution.hpp"

#include <fmt/format.h>

namespace tujuh {

namespace {

std::string_view sign_text(Direction direction) {
    return direction == Direction::up ? "+" : "-";
}

std::string effect_text(const Effect& effect) {
    const Estimate& difference = effect.difference;
    const int decimals = decimals_for(difference.mean);
    return fmt::format("{} {}", outcome_rows()[effect.outcome].name, signed_text(difference.mean, decimals));
}

std::string others_text(const std::vector<Effect>& others) {
    std::string text;
    for (const auto& effect : others) text += (text.empty() ? "" : ", ") + effect_text(effect);
    return text.empty() ? "-" : text;
}

std::string table_of(const CommandLine& asked, const Attribution& attribution) {
    TextTable table(
        {{std::string(word(asked, "code", "kode")), TextTable::Align::left},
         {std::string(word(asked, "outcome", "luaran")), TextTable::Align::left},
         {std::string(word(asked, "expected", "harapan"))},
         {std::string(word(asked, "difference", "selisih"))},
         {std::string(word(asked, "99 % interval", "selang 99 %"))},
         {std::string(word(asked, "as expected", "sesuai"))},
         {std::string(word(asked, "acts a month", "tindakan/bulan"))},
         {std::string(word(asked, "down the road", "selanjutnya")), TextTable::Align::left},
         {std::string(word(asked, "headline outcomes that move most", "luaran utama yang paling berubah")),
          TextTable::Align::left}});
    for (const auto& effect : attribution.activities) {
        const Estimate& own = effect.own.difference;
        const int decimals = decimals_for(own.mean);
        const bool has_interval = own.count >= 2;
        table.add({std::string(code_of(effect.activity)),
                   std::string(title_of(outcome_rows()[effect.own.outcome], asked.language)),
                   std::string(sign_text(row_of(effect.activity).direction)), signed_text(own.mean, decimals),
                   has_interval ? fmt::format("{} .. {}", signed_text(own.low, decimals),
                                              signed_text(own.high, decimals))
                                : "-",
                   std::string(effect.as_expected ? word(asked, "yes", "ya") : word(asked, "no", "tidak")),
                   number_text(effect.acts_a_month, 0), effect_text(effect.downstream),
                   others_text(effect.others)});
    }
    return table.aligned();
}

std::string text_of(const CommandLine& asked, const Attribution& attribution, const Scenario& scenario) {
    const PlaceboEffect& placebo = attribution.placebo;
    return fmt::format(
        "{}: what each activity does (working minus sham)\nmean of {} to {}, {}\n\n{}\n"
        "placebo with {:.0f} % of all hours: {} of {} values differ (must be 0){}\n",
        title_of(scenario, asked.language),
        month_text(scenario, static_cast<std::int32_t>(attribution.window.first)),
        month_text(scenario, static_cast<std::int32_t>(attribution.window.end) - 1),
        count_text(attribution.replicates, "replicate"), table_of(asked, attribution), placebo.share * 100,
        number_text(static_cast<double>(placebo.different), 0),
        number_text(static_cast<double>(placebo.values), 0),
        placebo.different > 0 ? fmt::format(", by up to {}: please report", placebo.largest_difference) : "");
}

Json json_of(const Effect& effect) {
    return json_object({{"outcome", json(outcome_rows()[effect.outcome].name)},
                        {"difference", json(effect.difference.mean)},
                        {"low", json(effect.difference.low)},
                        {"high", json(effect.difference.high)}});
}

Json json_of(const CommandLine& asked, const ActivityEffect& effect) {
    std::vector<Json> others;
    for (const auto& other : effect.others) others.push_back(json_of(other));
    const ActivityRow& row = row_of(effect.activity);
    return json_object({{"code", json(code_of(effect.activity))},
                        {"title", json(title_of(row, asked.language))},
                        {"outcome", json(row.outcome)},
                        {"expected", json(static_cast<std::int64_t>(row.direction))},
                        {"difference", json(effect.own.difference.mean)},
                        {"low", json(effect.own.difference.low)},
                        {"high", json(effect.own.difference.high)},
                        {"as_expected", json_flag(effect.as_expected)},
                        {"acts_a_month", json(effect.acts_a_month)},
                        {"downstream", json_of(effect.downstream)},
                        {"others", json_list(others)}});
}

Json json_of(const CommandLine& asked, const Attribution& attribution, const Scenario& scenario) {
    std::vector<Json> activities;
    for (const auto& effect : attribution.activities) activities.push_back(json_of(asked, effect));
    const PlaceboEffect& placebo = attribution.placebo;
    return json_object(
        {{"scenario", json(scenario.name)},
         {"replicates", json(static_cast<std::int64_t>(attribution.replicates))},
         {"level", json(attribution.level)},
         {"first_tick", json(static_cast<std::int64_t>(attribution.window.first))},
         {"last_tick", json(static_cast<std::int64_t>(attribution.window.end) - 1)},
         {"activities", json_list(activities)},
         {"placebo", json_object({{"share", json(placebo.share)},
                                  {"values", json(static_cast<std::int64_t>(placebo.values))},
                                  {"different", json(static_cast<std::int64_t>(placebo.different))},
                                  {"largest_difference", json(placebo.largest_difference)},
                                  {"as_expected", json_flag(placebo.different == 0)}})}});
}

using Role = AttributionSection::Role;

AttributionSection::Row row_in_file(const ActivityEffect& of, Role role, const Effect& effect) {
    AttributionSection::Row row;
    row.activity = code_of(of.activity);
    row.role = role;
    row.outcome = outcome_rows()[effect.outcome].name;
    row.expected_direction = role == Role::own ? static_cast<int>(row_of(of.activity).direction) : 0;
    row.difference = effect.difference.mean;
    row.standard_error = effect.difference.standard_error;
    row.low = effect.difference.low;
    row.high = effect.difference.high;
    row.as_expected = role == Role::own && of.as_expected;
    row.acts_a_month = of.acts_a_month;
    return row;
}

AttributionSection section_of(const Attribution& attribution) {
    AttributionSection section;
    section.level = attribution.level;
    section.first_tick = static_cast<std::int32_t>(attribution.window.first);
    section.last_tick = static_cast<std::int32_t>(attribution.window.end) - 1;
    for (const auto& effect : attribution.activities) {
        section.rows.push_back(row_in_file(effect, Role::own, effect.own));
        section.rows.push_back(row_in_file(effect, Role::downstream, effect.downstream));
        for (const auto& other : effect.others)
            section.rows.push_back(row_in_file(effect, Role::other, other));
    }
    const PlaceboEffect& placebo = attribution.placebo;
    section.placebo = {placebo.share, static_cast<double>(placebo.values),
                       static_cast<double>(placebo.different), placebo.largest_difference};
    return section;
}

} // namespace

int attribute_command(const CommandLine& asked) {
    if (!asked.activities)
        throw Error(ErrorKind::command_line,
                    {{"", "Shapley values of whole tasks are not in this version", "",
                      "'tujuh attribute SCENARIO --activities' makes each activity a sham"}});
    const std::vector<LoadedScenario> loaded = {load(asked, asked.operands.front())};
    say_remarks(asked, loaded);
    const Scenario& scenario = loaded.front().scenario;
    const std::vector<Scenario> scenarios = {scenario};
    const std::string output = asked.output.empty() ? "" : checked_output(asked, asked.output, loaded);
    const std::size_t months = months_of_attribution(scenario);
    if (asked.dry_run) {
        say_dry_run(asked, scenarios, static_cast<double>(months), Threads(asked.threads).count(), output);
        return 0;
    }
    Session session(asked, scenario.name, months, scenarios);
    Attribution attribution = attribute_activities(scenario, {}, session.options());
    session.end(attribution.halt);
    if (!output.empty()) {
        std::vector<std::vector<OutcomeTable>> tables;
        tables.push_back(std::move(attribution.working));
        ResultFile result = result_of(asked, loaded, tables, session);
        result.attribution = section_of(attribution);
        write(asked, output, result);
    }
    if (asked.json)
        print_data(json_of(asked, attribution, scenario).text() + "\n");
    else
        print_data(text_of(asked, attribution, scenario));
    if (scenario.replicates < 2) say(asked, "one replicate gives no interval: try --replicates 8");
    return 0;
}

} // namespace tujuh
