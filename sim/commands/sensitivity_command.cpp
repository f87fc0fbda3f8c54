// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/json.hpp"
#include "commands/speech.hpp"
#include "commands/sweeps.hpp"
#include "commands/text_table.hpp"
#include "files/error.hpp"
#include "outcomes/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace tujuh {

namespace {

constexpr std::size_t most_ranked = 15; ///< factors that are printed of an outcome

bool is_morris(const SweepFile& sweep) {
    return sweep.design.method == DesignMethod::morris;
}

void check_method(const CommandLine& asked, const Design& design) {
    if (tells_sensitivity(design.method)) return;
    throw Error(ErrorKind::scenario_wrong,
                {{asked.operands.front(),
                  fmt::format("has method = \"{}\", whose points do not tell what each factor does",
                              design_method_rows[static_cast<std::size_t>(design.method)].key),
                  "sensitivity takes method = \"morris\" or \"saltelli\"",
                  "write [design] method = \"morris\", or carry the design out with 'tujuh sweep'"}});
}

/// Positions among the design's outcomes: those that were asked for, or those on coverage and equity, or all
/// where there are none.
std::vector<std::size_t> ranked_outcomes(const CommandLine& asked, const Design& design) {
    std::vector<std::size_t> ranked, all(design.outcomes.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    if (asked.outcomes.empty()) {
        for (const std::size_t position : all) {
            const auto topic = outcome_rows()[*find_outcome(design.outcomes[position])].topic;
            if (topic == OutcomeTopic::coverage || topic == OutcomeTopic::equity) ranked.push_back(position);
        }
        return ranked.empty() ? all : ranked;
    }
    for (const std::size_t outcome : chosen_outcomes(asked)) {
        const auto found =
            std::find(design.outcomes.begin(), design.outcomes.end(), outcome_rows()[outcome].name);
        if (found == design.outcomes.end())
            throw Error(
                ErrorKind::command_line,
                {{"--outcomes", fmt::format("the design does not keep {}", outcome_rows()[outcome].name),
                  "a ranking is of outcomes that the design keeps", "add it to outcomes in [design]"}});
        ranked.push_back(static_cast<std::size_t>(found - design.outcomes.begin()));
    }
    return ranked;
}

const Resampled& rank_figure(const OutcomeSensitivity& found, std::size_t factor) {
    return found.effects.empty() ? found.indices.factors[factor].total : found.effects[factor].mean_absolute;
}

/// Factors from the strongest; those without a number last.
std::vector<std::size_t> ranking_of(const OutcomeSensitivity& found, std::size_t factors) {
    std::vector<std::size_t> order(factors);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const double one = rank_figure(found, a).value, other = rank_figure(found, b).value;
        if (std::isnan(one) || std::isnan(other)) return !std::isnan(one) && std::isnan(other);
        return one > other;
    });
    return order;
}

bool is_beyond_chance(const OutcomeSensitivity& found, std::size_t factor) {
    return found.effects.empty() ? beyond_chance(found.indices.factors[factor])
                                 : beyond_chance(found.effects[factor]);
}

std::string interval_text(const Resampled& figure, int decimals) {
    return fmt::format("{} .. {}", number_text(figure.low, decimals), number_text(figure.high, decimals));
}

std::string_view verdict(const CommandLine& asked, const SweepFile& sweep, const OutcomeSensitivity& found,
                         std::size_t factor) {
    if (std::isnan(rank_figure(found, factor).value)) return word(asked, "no number", "tanpa angka");
    if (sweep.design.replicates < 2) return "";
    return is_beyond_chance(found, factor)
               ? ""
               : word(asked, "cannot be told from chance", "tidak terbedakan dari kebetulan");
}

using Column = TextTable::Column;

TextTable morris_table(const CommandLine& asked, const SweepFile& sweep, const OutcomeSensitivity& found,
                       std::span<const std::size_t> shown) {
    TextTable table({Column{std::string(word(asked, "factor", "faktor")), TextTable::Align::left},
                     Column{std::string(word(asked, "mean absolute effect", "rerata pengaruh mutlak"))},
                     Column{std::string(word(asked, "95 % interval", "selang 95 %"))},
                     Column{std::string(word(asked, "mean", "rerata"))},
                     Column{std::string(word(asked, "spread", "sebaran"))},
                     Column{std::string(word(asked, "chance", "kebetulan"))},
                     Column{"", TextTable::Align::left}});
    const int decimals = decimals_for(shown.empty() ? 0 : found.effects[shown.front()].mean_absolute.value);
    for (const std::size_t f : shown) {
        const ElementaryEffects& row = found.effects[f];
        table.add({sweep.design.factors[f].key, number_text(row.mean_absolute.value, decimals),
                   interval_text(row.mean_absolute, decimals), signed_text(row.mean, decimals),
                   number_text(row.spread, decimals), number_text(row.chance, decimals),
                   std::string(verdict(asked, sweep, found, f))});
    }
    return table;
}

TextTable sobol_table(const CommandLine& asked, const SweepFile& sweep, const OutcomeSensitivity& found,
                      std::span<const std::size_t> shown) {
    TextTable table({Column{std::string(word(asked, "factor", "faktor")), TextTable::Align::left},
                     Column{std::string(word(asked, "total", "total"))},
                     Column{std::string(word(asked, "95 % interval", "selang 95 %"))},
                     Column{std::string(word(asked, "alone", "sendiri"))},
                     Column{std::string(word(asked, "95 % interval", "selang 95 %"))},
                     Column{"", TextTable::Align::left}});
    constexpr int decimals = 3;
    for (const std::size_t f : shown) {
        const SobolIndex& row = found.indices.factors[f];
        table.add({sweep.design.factors[f].key, number_text(row.total.value, decimals),
                   interval_text(row.total, decimals), number_text(row.first.value, decimals),
                   interval_text(row.first, decimals), std::string(verdict(asked, sweep, found, f))});
    }
    return table;
}

/// What the figures of an outcome rest on, under its title.
std::string basis_text(const CommandLine& asked, const SweepFile& sweep, const OutcomeSensitivity& found) {
    const OutcomeRow& row = outcome_rows()[found.outcome];
    if (is_morris(sweep))
        return fmt::format("{} ({}), {}", title_of(row, asked.language), row.unit,
                           word(asked, "change when a factor moves through its whole range",
                                "perubahan bila faktor bergerak sepanjang rentangnya"));
    const std::string chance = sweep.design.replicates < 2
                                   ? std::string()
                                   : fmt::format("; {} {:.1f} %",
                                                 word(asked, "share of chance in that of single runs",
                                                      "bagian kebetulan dalam ragam satu simulasi"),
                                                 found.indices.chance_share * 100);
    return fmt::format("{}, {}{}", title_of(row, asked.language),
                       word(asked, "share of the variance between points", "bagian dari ragam antartitik"),
                       chance);
}

std::string outcome_text(const CommandLine& asked, const SweepFile& sweep, const OutcomeSensitivity& found) {
    const auto order = ranking_of(found, sweep.design.factors.size());
    const std::span<const std::size_t> shown(order.data(), std::min(order.size(), most_ranked));
    const auto table =
        is_morris(sweep) ? morris_table(asked, sweep, found, shown) : sobol_table(asked, sweep, found, shown);
    std::string text = basis_text(asked, sweep, found) + "\n" + table.aligned();
    if (const std::size_t more = order.size() - shown.size(); more > 0)
        text += fmt::format("({} {})\n", more,
                            word(asked, "weaker ones in the file", "yang lebih lemah ada dalam berkas"));
    return text;
}

std::string text_of(const CommandLine& asked, const SweepFile& sweep, const Scenario& scenario,
                    const std::vector<std::size_t>& ranked) {
    std::string text = fmt::format(
        "{}: {} x {}, {}\n{} {} - {}\n", title_of(scenario, asked.language),
        count_text(asked, sweep.points.count, "point", "titik"),
        count_text(asked, sweep.design.replicates, "replicate", "replikasi"),
        count_text(asked, sweep.design.factors.size(), "factor", "faktor"), word(asked, "mean of", "rerata"),
        month_text(scenario, sweep.design.from_month), month_text(scenario, sweep.design.to_month));
    for (const std::size_t position : ranked)
        text += "\n" + outcome_text(asked, sweep, sweep.sensitivity[position]);
    if (sweep.design.replicates < 2)
        text += fmt::format("\n{}\n", word(asked,
                                           "With one replicate effects and chance cannot be told apart; "
                                           "--replicates 2 or more can.",
                                           "Dengan satu replikasi pengaruh dan kebetulan tidak terbedakan; "
                                           "--replicates 2 atau lebih membedakannya."));
    return text;
}

std::pair<std::string_view, Json> member(std::string_view name, double value) {
    return {name, json(value)};
}

Json factor_json(const SweepFile& sweep, const OutcomeSensitivity& found, std::size_t f) {
    std::vector<std::pair<std::string_view, Json>> members = {{"factor", json(sweep.design.factors[f].key)}};
    if (is_morris(sweep)) {
        const ElementaryEffects& row = found.effects[f];
        for (const auto& one :
             {member("mean_absolute", row.mean_absolute.value), member("low", row.mean_absolute.low),
              member("high", row.mean_absolute.high), member("mean", row.mean), member("spread", row.spread),
              member("chance", row.chance)})
            members.push_back(one);
        members.emplace_back("trajectories", json(static_cast<std::int64_t>(row.trajectories)));
    } else {
        const SobolIndex& row = found.indices.factors[f];
        for (const auto& one : {member("total", row.total.value), member("total_low", row.total.low),
                                member("total_high", row.total.high), member("first", row.first.value),
                                member("first_low", row.first.low), member("first_high", row.first.high)})
            members.push_back(one);
    }
    if (sweep.design.replicates >= 2)
        members.emplace_back("beyond_chance", json_flag(is_beyond_chance(found, f)));
    return json_object(members);
}

Json outcome_json(const SweepFile& sweep, const OutcomeSensitivity& found) {
    std::vector<Json> factors;
    for (const std::size_t f : ranking_of(found, sweep.design.factors.size()))
        factors.push_back(factor_json(sweep, found, f));
    std::vector<std::pair<std::string_view, Json>> members = {
        {"outcome", json(outcome_rows()[found.outcome].name)},
        {"unit", json(outcome_rows()[found.outcome].unit)}};
    if (!is_morris(sweep)) {
        members.push_back(member("variance", found.indices.variance));
        members.push_back(member("chance_share", found.indices.chance_share));
        members.emplace_back("rows", json(static_cast<std::int64_t>(found.indices.rows)));
    }
    members.emplace_back("factors", json_list(factors));
    return json_object(members);
}

Json json_of(const SweepFile& sweep, const std::vector<std::size_t>& ranked, const std::string& output) {
    std::vector<Json> outcomes;
    for (const std::size_t position : ranked)
        outcomes.push_back(outcome_json(sweep, sweep.sensitivity[position]));
    return json_object(
        {{"design", json(sweep.scenario.name)},
         {"method", json(design_method_rows[static_cast<std::size_t>(sweep.design.method)].key)},
         {"points", json(static_cast<std::int64_t>(sweep.points.count))},
         {"replicates", json(static_cast<std::int64_t>(sweep.design.replicates))},
         {"failed", json(static_cast<std::int64_t>(failed_in(sweep)))},
         {"level", json(sensitivity_level)},
         {"file", json(output)},
         {"outcomes", json_list(outcomes)}});
}

} // namespace

int sensitivity_command(const CommandLine& asked) {
    Sweep sweep(asked);
    check_method(asked, sweep.design().design());
    const auto ranked = ranked_outcomes(asked, sweep.design().design());
    if (asked.dry_run) {
        sweep.say_dry_run();
        return 0;
    }
    const auto found = sweep.carry_out();
    if (!found) return 0; // another part will write the file, or it stands there already
    print_data(asked.json ? json_of(*found, ranked, sweep.output()).text() + "\n"
                          : text_of(asked, *found, sweep.design().base().scenario, ranked));
    if (const std::size_t others = sweep.design().design().outcomes.size() - ranked.size(); others > 0)
        say(asked, fmt::format("{} more in the file; --outcomes NAME,NAME shows them",
                               count_text(others, "outcome")));
    if (failed_in(*found) == 0) return 0;
    say_failed(*found);
    return points_failed;
}

} // namespace tujuh
