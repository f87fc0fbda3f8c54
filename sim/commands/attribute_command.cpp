// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/complete_result.hpp"
#include "commands/json.hpp"
#include "commands/kept_replicates.hpp"
#include "commands/repeatable.hpp"
#include "commands/runs.hpp"
#include "commands/speech.hpp"
#include "commands/tasks_text.hpp"
#include "commands/text_table.hpp"
#include "files/error.hpp"
#include "outcomes/catalogue.hpp"
#include "run/attribution.hpp"
#include "run/shapley.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

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

/// One line a family: how much each moves its own outcome, and the most that a sibling moves it.
std::string families_text(const CommandLine& asked, const Attribution& attribution) {
    std::string text;
    for (const auto& found : attribution.families) {
        text += "  ";
        for (std::size_t mine = 0; mine < found.family.count; ++mine) {
            double most = 0;
            for (std::size_t other = 0; other < found.family.count; ++other)
                if (other != mine && std::fabs(found.differences[other][mine]) > std::fabs(most))
                    most = found.differences[other][mine];
            const double own = found.differences[mine][mine];
            const auto& row = row_of(found.family.activities[mine]);
            text += fmt::format("{}{} {} {} ({} {})", mine > 0 ? ", " : "", code_of(row.activity),
                                row.outcome, signed_text(own, decimals_for(own)),
                                word(asked, "sibling", "saudara"), signed_text(most, decimals_for(own)));
        }
        text += fmt::format(": {}\n", found.told_apart ? word(asked, "told apart", "terbedakan")
                                                       : word(asked, "not told apart", "tidak terbedakan"));
    }
    return text;
}

std::string text_of(const CommandLine& asked, const Attribution& attribution, const Scenario& scenario) {
    const PlaceboEffect& placebo = attribution.placebo;
    std::size_t as_expected = 0;
    for (const auto& effect : attribution.activities) as_expected += effect.as_expected ? 1u : 0u;
    return fmt::format(
        "{}: what each activity does ({})\nmean of {} to {}, {}\n\n{}\n"
        "{} of {} activities move their own outcome as expected\n\n"
        "activities that sound alike (how much each moves its own outcome, and the most that another of its "
        "family does):\n{}\n"
        "placebo with {:.0f} % of all hours: {} of {} values differ (must be 0){}\n",
        title_of(scenario, asked.language), manner(asked, attribution.reallocate),
        month_text(scenario, static_cast<std::int32_t>(attribution.window.first)),
        month_text(scenario, static_cast<std::int32_t>(attribution.window.end) - 1),
        count_text(attribution.replicates, "replicate"), table_of(asked, attribution), as_expected,
        attribution.activities.size(), families_text(asked, attribution), placebo.share * 100,
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

Json json_of(const FamilyFinding& found) {
    std::vector<Json> codes;
    for (std::size_t i = 0; i < found.family.count; ++i)
        codes.push_back(json(code_of(found.family.activities[i])));
    return json_object({{"activities", json_list(codes)}, {"told_apart", json_flag(found.told_apart)}});
}

Json json_of(const CommandLine& asked, const Attribution& attribution, const Scenario& scenario) {
    std::vector<Json> families;
    for (const auto& found : attribution.families) families.push_back(json_of(found));
    std::vector<Json> activities;
    for (const auto& effect : attribution.activities) activities.push_back(json_of(asked, effect));
    const PlaceboEffect& placebo = attribution.placebo;
    return json_object(
        {{"scenario", json(scenario.name)},
         {"replicates", json(static_cast<std::int64_t>(attribution.replicates))},
         {"level", json(attribution.level)},
         {"first_tick", json(static_cast<std::int64_t>(attribution.window.first))},
         {"last_tick", json(static_cast<std::int64_t>(attribution.window.end) - 1)},
         {"reallocate", json_flag(attribution.reallocate)},
         {"activities", json_list(activities)},
         {"families", json_list(families)},
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
    section.reallocate = attribution.reallocate;
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

Attribution find_activities(const CommandLine& asked, const Scenario& scenario, const RunOptions& options) {
    AttributionDesign design;
    design.reallocate = asked.reallocate;
    return attribute_activities(scenario, design, options);
}

ShapleyAttribution find_tasks(const CommandLine& asked, const Scenario& scenario, const RunOptions& options) {
    ShapleyDesign design;
    design.reallocate = asked.reallocate;
    return attribute_tasks(scenario, design, options);
}

void add(ResultFile& result, const Attribution& found) {
    result.attribution = section_of(found);
}

void add(ResultFile& result, const ShapleyAttribution& found) {
    result.shapley = shapley_section(found);
}

std::string shown(const CommandLine& asked, const Attribution& found, const Scenario& scenario) {
    return asked.json ? json_of(asked, found, scenario).text() + "\n" : text_of(asked, found, scenario);
}

std::string shown(const CommandLine& asked, const ShapleyAttribution& found, const Scenario& scenario) {
    return asked.json ? tasks_json(asked, found, scenario) : tasks_text(asked, found, scenario);
}

/// The result of either kind; the outcomes with every activity at work are moved out of it.
template <class Found>
ResultFile result_with(const CommandLine& asked, std::span<const LoadedScenario> loaded, Found& found,
                       const Session& session) {
    std::vector<std::vector<OutcomeTable>> tables;
    tables.push_back(std::move(found.working));
    ResultFile result = result_of(asked, loaded, tables, session);
    add(result, found);
    return result;
}

/// What tells attributions of one scenario apart.
std::string manner_of(const CommandLine& asked) {
    return fmt::format("attribute{}{}", asked.activities ? " --activities" : "",
                       asked.reallocate ? " --reallocate" : "");
}

/// Attributes by `find`, writes and prints.
template <class Find>
int carry_out(const CommandLine& asked, const std::vector<LoadedScenario>& loaded, std::size_t months,
              Find find) {
    const Scenario& scenario = loaded.front().scenario;
    const std::vector<Scenario> scenarios = {scenario};
    if (!asked.output.empty() && is_complete_result(asked, loaded, asked.output)) return 0;
    const std::string output = asked.output.empty() ? "" : checked_output(asked, asked.output, loaded);
    KeptReplicates kept(asked, loaded, manner_of(asked), output);
    if (asked.dry_run) {
        say_dry_run(asked, scenarios, static_cast<double>(months), output, RunsAWorld::many);
        return 0;
    }
    Session session(asked, scenario.name, months, scenarios, RunsAWorld::many);
    kept.serve(session, months / scenario.replicates);
    auto found = find(asked, scenario, session.options());
    session.end(found.halt);
    if (!output.empty()) write(asked, output, result_with(asked, loaded, found, session));
    kept.remove();
    print_data(shown(asked, found, scenario));
    if (scenario.replicates < 2) say(asked, "one replicate gives no interval: try --replicates 8");
    return 0;
}

std::size_t months_of(const CommandLine& asked, const Scenario& scenario) {
    return asked.activities ? months_of_attribution(scenario) : months_of_shapley(scenario);
}

} // namespace

ResultFile attribute_scenario(const CommandLine& asked, const LoadedScenario& loaded) {
    const std::vector<Scenario> scenarios = {loaded.scenario};
    Session session(asked, loaded.scenario.name, months_of(asked, loaded.scenario), scenarios,
                    RunsAWorld::many);
    const auto again = [&](auto found) {
        session.end(found.halt);
        return result_with(asked, {&loaded, 1}, found, session);
    };
    return asked.activities ? again(find_activities(asked, loaded.scenario, session.options()))
                            : again(find_tasks(asked, loaded.scenario, session.options()));
}

int attribute_command(const CommandLine& asked) {
    const std::vector<LoadedScenario> loaded = {load(asked, asked.operands.front())};
    say_remarks(asked, loaded);
    const std::size_t months = months_of(asked, loaded.front().scenario);
    return asked.activities ? carry_out(asked, loaded, months, find_activities)
                            : carry_out(asked, loaded, months, find_tasks);
}

} // namespace tujuh
