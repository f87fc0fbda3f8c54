// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/found_by_search.hpp"
#include "commands/json.hpp"
#include "commands/readings_text.hpp"
#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "files/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tujuh {

namespace {

void check_method(const CommandLine& asked, const Design& design) {
    if (design.method == DesignMethod::evolution) return;
    throw Error(
        ErrorKind::scenario_wrong,
        {{asked.operands.front(),
          fmt::format("has method = \"{}\", which looks for nothing better",
                      design_method_rows[static_cast<std::size_t>(design.method)].key),
          "optimise takes method = \"evolution\", with objectives",
          "write [design] method = \"evolution\" and an [[objective]] for each outcome to trade off"}});
}

double value_of(const SweepFile& sweep, std::size_t point, std::size_t factor) {
    return sweep.points.value[sweep.points.index(point, factor)];
}

/// Positions in the arrays of the second runs.
struct Checked {
    const SweepFile& sweep;
    std::vector<Reading> readings = readings_of(sweep.design);

    std::size_t at(std::size_t member, std::size_t reading) const {
        return member * readings.size() + reading;
    }
    double mean(std::span<const double> runs) const {
        double sum = 0;
        for (const double value : runs) sum += value;
        return sum / static_cast<double>(runs.size());
    }
    double base(std::size_t reading) const { return mean_base(*sweep.optimum)[reading]; }
    double level(std::size_t member, std::size_t reading) const {
        const std::size_t n = sweep.optimum->replicates;
        return mean(std::span(sweep.optimum->checked).subspan(at(member, reading) * n, n));
    }
};

// ---------------------------------------------------------------------------------------------------------
// The best point

enum class Verdict : unsigned char { better, worse, untold, same };

Verdict verdict_on(const Checked& checked, std::size_t member, std::size_t objective) {
    const Optimum& found = *checked.sweep.optimum;
    const std::size_t at = checked.at(member, objective);
    const bool above = found.low[at] > 0, below = found.high[at] < 0;
    if (found.low[at] == 0 && found.high[at] == 0) return Verdict::same; // in every replicate
    if (!above && !below) return Verdict::untold;
    const bool raises = checked.sweep.design.objectives[objective].goal == Goal::raise;
    return above == raises ? Verdict::better : Verdict::worse;
}

std::string verdict_text(const CommandLine& asked, Verdict verdict) {
    switch (verdict) {
    case Verdict::better:
        return std::string(word(asked, "better", "lebih baik"));
    case Verdict::worse:
        return std::string(word(asked, "worse", "lebih buruk"));
    case Verdict::untold:
        return std::string(word(asked, "cannot be told", "tidak terbedakan"));
    case Verdict::same:
        return std::string(word(asked, "no difference", "tidak ada selisih"));
    }
    return {};
}

/// What a limit asks for, and whether the second runs keep to it.
std::string limit_text(const CommandLine& asked, const Checked& checked, std::size_t member,
                       std::size_t reading) {
    const Design& design = checked.sweep.design;
    const Limit& limit = design.limits[reading - design.objectives.size()];
    const double level = checked.level(member, reading);
    const double scale = limit.of_base ? checked.base(reading) : 1;
    std::string text;
    const auto add = [&](std::string_view words, double end, bool kept) {
        if (std::isnan(end)) return;
        text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", words, number_text(end, decimals_for(end)),
                            kept ? "" : word(asked, ": broken", ": dilanggar"));
    };
    add(word(asked, "at most", "paling banyak"), limit.at_most * scale, level <= limit.at_most * scale);
    add(word(asked, "at least", "paling sedikit"), limit.at_least * scale, level >= limit.at_least * scale);
    return text;
}

std::string best_text(const CommandLine& asked, const SweepFile& sweep) {
    const Checked checked{sweep};
    TextTable table(
        columns_of({word(asked, "outcome", "luaran"), word(asked, "in the scenario", "dalam skenario"),
                    word(asked, "best point", "titik terbaik"), word(asked, "difference", "selisih"),
                    word(asked, "95 % interval", "selang 95 %"), ""}));
    const Optimum& found = *sweep.optimum;
    for (std::size_t k = 0; k < checked.readings.size(); ++k) {
        const int decimals = decimals_for(checked.base(k));
        const bool is_objective = k < sweep.design.objectives.size();
        table.add({title_of_reading(asked, checked.readings[k]), number_text(checked.base(k), decimals),
                   number_text(checked.level(0, k), decimals),
                   signed_text(found.difference[checked.at(0, k)], decimals),
                   fmt::format("{} .. {}", signed_text(found.low[checked.at(0, k)], decimals),
                               signed_text(found.high[checked.at(0, k)], decimals)),
                   is_objective ? verdict_text(asked, verdict_on(checked, 0, k))
                                : limit_text(asked, checked, 0, k)});
    }
    return table.aligned();
}

// ---------------------------------------------------------------------------------------------------------
// Settings and trade-offs

constexpr std::size_t most_shown = 8; ///< members that are printed

/// Of the members at most `most_shown`, both ends and evenly between.
std::vector<std::size_t> shown_members(std::size_t count) {
    std::vector<std::size_t> shown;
    const std::size_t wanted = std::min(count, most_shown);
    for (std::size_t i = 0; i < wanted; ++i) shown.push_back(wanted < 2 ? 0 : i * (count - 1) / (wanted - 1));
    return shown;
}

std::vector<std::string_view> heads_of(const CommandLine& asked, std::string_view first,
                                       const std::vector<std::string>& members) {
    std::vector<std::string_view> heads = {first, word(asked, "scenario", "skenario")};
    heads.insert(heads.end(), members.begin(), members.end());
    return heads;
}

std::string front_text(const CommandLine& asked, const SweepFile& sweep) {
    const Checked checked{sweep};
    const auto shown = shown_members(sweep.optimum->members.size());
    std::vector<std::string> names;
    for (const std::size_t m : shown) names.push_back(fmt::format("#{}", m + 1));
    TextTable outcomes(columns_of(heads_of(asked, word(asked, "outcome", "luaran"), names)));
    for (std::size_t k = 0; k < checked.readings.size(); ++k) {
        const int decimals = decimals_for(checked.base(k));
        std::vector<std::string> cells = {title_of_reading(asked, checked.readings[k]),
                                          number_text(checked.base(k), decimals)};
        for (const std::size_t m : shown) cells.push_back(number_text(checked.level(m, k), decimals));
        outcomes.add(std::move(cells));
    }
    TextTable settings(columns_of(heads_of(asked, word(asked, "factor", "faktor"), names)));
    for (std::size_t f = 0; f < sweep.design.factors.size(); ++f) {
        const int decimals = decimals_for(sweep.base_values[f]);
        std::vector<std::string> cells = {sweep.design.factors[f].key,
                                          number_text(sweep.base_values[f], decimals)};
        for (const std::size_t m : shown)
            cells.push_back(number_text(value_of(sweep, sweep.optimum->members[m], f), decimals));
        settings.add(std::move(cells));
    }
    return outcomes.aligned() + "\n" + settings.aligned();
}

std::string head_text(const CommandLine& asked, const SweepFile& sweep) {
    std::string text = fmt::format("{}: {} x {}, {}\n", title_of(sweep.scenario, asked.language),
                                   count_text(asked, sweep.points.count, "point", "titik"),
                                   count_text(asked, sweep.design.replicates, "replicate", "replikasi"),
                                   count_text(asked, sweep.design.factors.size(), "factor", "faktor"));
    const auto& progress = sweep.optimum->progress;
    const std::size_t half = progress.size() / 2;
    if (half > 0 && !std::isnan(progress[half]))
        text += fmt::format(
            fmt::runtime(word(asked, "after {} of {} generations {:.0f} % of what all gave was found\n",
                              "setelah {} dari {} generasi ditemukan {:.0f} % dari hasil akhir\n")),
            half + 1, progress.size(), 100 * progress[half]);
    return text;
}

std::string text_of(const CommandLine& asked, const SweepFile& sweep) {
    const Optimum& found = *sweep.optimum;
    std::string text = head_text(asked, sweep) + "\n";
    if (found.members.empty())
        return text + std::string(word(asked, "No point keeps to all limits.\n",
                                       "Tidak ada titik yang memenuhi semua batas.\n"));
    text += fmt::format(
        fmt::runtime(word(asked,
                          "the point with the best first objective, in {} replicates that the search did not "
                          "see\n",
                          "titik dengan tujuan pertama terbaik, dalam {} replikasi yang tidak dilihat "
                          "pencarian\n")),
        found.replicates);
    text += best_text(asked, sweep);
    text += fmt::format(
        fmt::runtime(
            word(asked,
                 "\n{} of {} points that none is better than in every objective, in the same "
                 "replicates\n",
                 "\n{} dari {} titik yang tidak kalah dalam semua tujuan, dalam replikasi yang sama\n")),
        shown_members(found.members.size()).size(), found.front_size);
    return text + front_text(asked, sweep);
}

// ---------------------------------------------------------------------------------------------------------
// JSON

Json member_json(const Checked& checked, std::size_t member) {
    const SweepFile& sweep = checked.sweep;
    const Optimum& found = *sweep.optimum;
    std::vector<Json> factors, readings;
    for (std::size_t f = 0; f < sweep.design.factors.size(); ++f)
        factors.push_back(json_object({{"factor", json(sweep.design.factors[f].key)},
                                       {"value", json(value_of(sweep, found.members[member], f))}}));
    for (std::size_t k = 0; k < checked.readings.size(); ++k) {
        const std::size_t at = checked.at(member, k);
        readings.push_back(json_object({{"outcome", json(checked.readings[k].outcome)},
                                        {"group", json(checked.readings[k].group)},
                                        {"value", json(checked.level(member, k))},
                                        {"difference", json(found.difference[at])},
                                        {"low", json(found.low[at])},
                                        {"high", json(found.high[at])}}));
    }
    return json_object({{"point", json(static_cast<std::int64_t>(found.members[member]))},
                        {"factors", json_list(factors)},
                        {"outcomes", json_list(readings)}});
}

Json json_of(const SweepFile& sweep, const std::string& output) {
    const Checked checked{sweep};
    std::vector<Json> members;
    for (std::size_t m = 0; m < sweep.optimum->members.size(); ++m)
        members.push_back(member_json(checked, m));
    return json_object({{"design", json(sweep.scenario.name)},
                        {"points", json(static_cast<std::int64_t>(sweep.points.count))},
                        {"replicates", json(static_cast<std::int64_t>(sweep.design.replicates))},
                        {"check_replicates", json(static_cast<std::int64_t>(sweep.optimum->replicates))},
                        {"failed", json(static_cast<std::int64_t>(failed_in(sweep)))},
                        {"front", json(static_cast<std::int64_t>(sweep.optimum->front_size))},
                        {"file", json(output)},
                        {"members", json_list(members)}});
}

} // namespace

int optimise_command(const CommandLine& asked) {
    LoadedDesign design = load_design(asked);
    check_method(asked, design.design());
    return carry_out_search(
        asked, std::move(design), find_optimum, [&](const auto& found, const auto& output) {
            print_data(asked.json ? json_of(found, output).text() + "\n" : text_of(asked, found));
        });
}

} // namespace tujuh
