// SPDX-License-Identifier: Apache-2.0
#include "commands/comparison_text.hpp"

#include "commands/json.hpp"
#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "outcomes/catalogue.hpp"
#include "run/flow_shares.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tujuh {

namespace {

constexpr double most_replicates_told = 1000; ///< beyond it the difference is as good as none

/// One row of what is shown: an outcome of an alternative over the last months.
struct Shown {
    std::size_t outcome = 0;
    double base = 0, alternative = 0;
    Estimate difference;
    double p_value = 0, holm_p_value = 0; ///< the latter among all rows shown
    double replicates_needed = 0;

    bool stands_after_holm(double level) const noexcept { return holm_p_value < 1 - level; }
};

/// [alternative][outcome shown]
using AllShown = std::vector<std::vector<Shown>>;

AllShown all_shown(const ComparisonSection::Window& found, std::span<const std::size_t> outcomes) {
    const std::size_t alternatives = found.alternative.size() / found.base.size();
    std::vector<double> p_values;
    for (std::size_t a = 0; a < alternatives; ++a)
        for (const std::size_t o : outcomes) p_values.push_back(found.p_value[a * found.base.size() + o]);
    const auto adjusted = holm_adjusted(p_values);
    AllShown all(alternatives);
    std::size_t next = 0;
    for (std::size_t a = 0; a < alternatives; ++a)
        for (const std::size_t o : outcomes) {
            const std::size_t at = a * found.base.size() + o;
            const Estimate difference = {0, found.difference[at], found.standard_error[at], found.low[at],
                                         found.high[at]};
            all[a].push_back({o, found.base[o], found.alternative[at], difference, p_values[next],
                              adjusted[next], found.replicates_needed[at]});
            ++next;
        }
    return all;
}

std::size_t comparisons_in(const AllShown& all) {
    std::size_t count = 0;
    for (const auto& rows : all)
        for (const auto& row : rows) count += std::isnan(row.p_value) ? 0u : 1u;
    return count;
}

/// Digits that show both the size of the outcome and the first digit of its interval.
int decimals_of(const Shown& row) {
    const double half = (row.difference.high - row.difference.low) / 2;
    const int needed = half > 0 ? decimals_for(half) - 2 : 0;
    return std::clamp(std::max(decimals_for(row.base), needed), 0, 6);
}

std::string interval_text(const Estimate& difference, int decimals) {
    if (std::isnan(difference.low)) return "-";
    return fmt::format("{} .. {}", signed_text(difference.low, decimals),
                       signed_text(difference.high, decimals));
}

std::string stars(const CommandLine& asked, const Shown& row, double level) {
    if (!row.difference.excludes_zero()) return "";
    return bold(asked, row.stands_after_holm(level) ? "**" : "*");
}

/// How many replicates would tell, where it cannot be told.
std::string needed_text(const CommandLine& asked, const Shown& row) {
    if (std::isnan(row.replicates_needed)) return "";
    if (row.replicates_needed > most_replicates_told)
        return fmt::format("{} {}", word(asked, "over", "lebih dari"), number_text(most_replicates_told, 0));
    return fmt::format("{} {}", word(asked, "about", "sekitar"),
                       number_text(roughly(row.replicates_needed), 0));
}

std::string table_of(const CommandLine& asked, const std::vector<Shown>& rows, double level) {
    TextTable table({{std::string(word(asked, "outcome", "luaran")), TextTable::Align::left},
                     {std::string(word(asked, "base", "dasar"))},
                     {std::string(word(asked, "alternative", "alternatif"))},
                     {std::string(word(asked, "difference", "selisih"))},
                     {std::string(word(asked, "95 % interval", "selang 95 %"))},
                     {"", TextTable::Align::left},
                     {std::string(word(asked, "replicates to tell", "replikasi agar pasti"))}});
    for (const auto& row : rows) {
        const int decimals = decimals_of(row);
        table.add({std::string(title_of(outcome_rows()[row.outcome], asked.language)),
                   number_text(row.base, decimals), number_text(row.alternative, decimals),
                   signed_text(row.difference.mean, decimals), interval_text(row.difference, decimals),
                   stars(asked, row, level), needed_text(asked, row)});
    }
    return table.aligned();
}

std::string replicates_text(const CommandLine& asked, std::size_t count) {
    return asked.language == Language::indonesian ? fmt::format("{} replikasi", count)
                                                  : count_text(count, "replicate");
}

// ---- Winners and losers

struct ShownGroup {
    std::string_view key, title, title_id;
    FlowGroups groups;
};

/// The groups of households whose gains and losses are shown.
constexpr ShownGroup shown_groups[] = {
    {"all", "all households", "semua rumah tangga", {flow_of_nation, 0, 1}},
    {"poorest_fifth",
     "poorest fifth",
     "seperlima termiskin",
     {static_cast<std::size_t>(Grouping::decile), 0, 2}},
    {"rural", "rural", "perdesaan", {static_cast<std::size_t>(Grouping::area), 1, 2}},
    {"far", "far from a point of service", "jauh dari titik layanan", {flow_by_distance, 1, 2}},
    {"female_head",
     "headed by a woman",
     "kepala perempuan",
     {static_cast<std::size_t>(Grouping::head), 1, 2}},
    {"disability",
     "with a person with disability",
     "dengan penyandang disabilitas",
     {static_cast<std::size_t>(Grouping::disability), 1, 2}},
};

/// Whether the worlds of an alternative hold the households of the base.
bool are_followed(std::span<const FlowTable> replicates) {
    return !std::isnan(replicates.front().value(flow_of_nation, Flow::kept, 0, 0));
}

constexpr int percent_decimals = 2;

void add_flows(const CommandLine& asked, std::string_view title, const FlowShares& shares, TextTable& table) {
    const auto percent = [](Estimate share) {
        share.mean *= 100, share.low *= 100, share.high *= 100;
        return share;
    };
    const Estimate net = percent(shares.net);
    table.add({std::string(title), number_text(100 * shares.gained.mean, percent_decimals),
               number_text(100 * shares.lost.mean, percent_decimals), signed_text(net.mean, percent_decimals),
               interval_text(net, percent_decimals), net.excludes_zero() ? bold(asked, "*") : ""});
}

std::string flows_text(const CommandLine& asked, const Scenario& base, std::span<const FlowTable> replicates,
                       double level) {
    if (!are_followed(replicates))
        return std::string(
            word(asked,
                 "who gains and who loses is not told: the two have not drawn the same "
                 "households\n",
                 "siapa yang beruntung dan merugi tidak dapat dikatakan: rumah tangga keduanya "
                 "tidak sama\n"));
    const std::size_t last = replicates.front().ticks.size() - 1;
    TextTable table(
        {{std::string(word(asked, "% of the households", "% rumah tangga")), TextTable::Align::left},
         {std::string(word(asked, "gained", "beruntung"))},
         {std::string(word(asked, "lost", "merugi"))},
         {std::string(word(asked, "net", "selisih"))},
         {std::string(word(asked, "95 % interval", "selang 95 %"))},
         {"", TextTable::Align::left}});
    for (const auto& group : shown_groups)
        add_flows(asked, title_of(group, asked.language),
                  coverage_flows(replicates, group.groups, last, level), table);
    add_flows(asked, word(asked, "out of poverty, into poverty", "keluar dari kemiskinan, jatuh miskin"),
              poverty_flows(replicates, {}, last, level), table);
    return fmt::format("{} {}\n\n{}",
                       word(asked, "who gains coverage by any programme and who loses it,",
                            "siapa yang menjadi terlayani program dan siapa yang tidak lagi,"),
                       month_text(base, replicates.front().ticks[last]), table.aligned());
}

std::string legend(const CommandLine& asked, std::size_t comparisons) {
    if (asked.language == Language::indonesian)
        return fmt::format(
            "*  selang tidak memuat nol\n"
            "** tetap demikian setelah dikoreksi (Holm 1979) untuk {} perbandingan yang ditampilkan: secara "
            "kebetulan satu dari\n"
            "   dua puluh perbandingan mendapat bintang, tetapi hanya satu dari dua puluh tabel bintang "
            "ganda\n"
            "replikasi agar pasti: dengan sebanyak itu selisih sebesar ini terbedakan dari nol empat dari "
            "lima "
            "kali\n",
            comparisons);
    return fmt::format(
        "*  the interval excludes zero\n"
        "** it still does when corrected for the {} comparisons shown (Holm 1979): by chance one "
        "comparison in\n"
        "   twenty gets a star, but only one table in twenty a double star\n"
        "replicates to tell: so many would tell a difference of this size from zero four times "
        "in five\n",
        comparisons);
}

// ---- JSON

Json json_of(const CommandLine& asked, const Shown& row, double level) {
    return json_object({{"outcome", json(outcome_rows()[row.outcome].name)},
                        {"title", json(title_of(outcome_rows()[row.outcome], asked.language))},
                        {"unit", json(outcome_rows()[row.outcome].unit)},
                        {"base", json(row.base)},
                        {"alternative", json(row.alternative)},
                        {"difference", json(row.difference.mean)},
                        {"standard_error", json(row.difference.standard_error)},
                        {"low", json(row.difference.low)},
                        {"high", json(row.difference.high)},
                        {"excludes_zero", json_flag(row.difference.excludes_zero())},
                        {"p_value", json(row.p_value)},
                        {"holm_p_value", json(row.holm_p_value)},
                        {"excludes_zero_after_holm", json_flag(row.stands_after_holm(level))},
                        {"replicates_needed", json(row.replicates_needed)}});
}

Json json_of(std::string_view group, std::string_view title, const FlowShares& shares) {
    return json_object({{"group", json(group)},
                        {"title", json(title)},
                        {"gained", json(shares.gained.mean)},
                        {"lost", json(shares.lost.mean)},
                        {"net", json(shares.net.mean)},
                        {"net_low", json(shares.net.low)},
                        {"net_high", json(shares.net.high)},
                        {"excludes_zero", json_flag(shares.net.excludes_zero())}});
}

Json json_of(const CommandLine& asked, std::span<const FlowTable> replicates, double level) {
    const std::size_t last = replicates.front().ticks.size() - 1;
    std::vector<Json> coverage;
    for (const auto& group : shown_groups)
        coverage.push_back(json_of(group.key, title_of(group, asked.language),
                                   coverage_flows(replicates, group.groups, last, level)));
    const auto& all = shown_groups[0];
    return json_object({{"tick", json(std::int64_t{replicates.front().ticks[last]})},
                        {"coverage", json_list(coverage)},
                        {"poverty", json_of(all.key, title_of(all, asked.language),
                                            poverty_flows(replicates, all.groups, last, level))}});
}

} // namespace

std::string comparison_text(const CommandLine& asked, const ResultFile& result, const Scenario& scenario,
                            std::span<const std::size_t> outcomes) {
    const auto names = names_in_file(result.scenarios);
    const ScenarioResult& base = result.scenarios.front();
    const double level = result.comparison->level;
    const auto& window = result.comparison->window;
    const auto all = all_shown(window, outcomes);
    std::string text;
    for (std::size_t a = 0; a < all.size(); ++a) {
        const ScenarioResult& alternative = result.scenarios[a + 1];
        text += fmt::format(
            "{} ({}) {} {} ({})\n{} {} {} {} {} {}, {}\n\n", title_of(alternative, asked.language),
            names[a + 1], word(asked, "against", "terhadap"), title_of(base, asked.language), names[0],
            word(asked, "mean of the last", "rerata"), window.last_tick - window.first_tick + 1,
            word(asked, "months,", "bulan terakhir,"), month_text(scenario, window.first_tick),
            word(asked, "to", "sampai"), month_text(scenario, window.last_tick),
            replicates_text(asked, base.replicates.size()));
        text += table_of(asked, all[a], level) + "\n";
        text += flows_text(asked, scenario, result.flows->alternatives[a], level) + "\n";
    }
    return text + legend(asked, comparisons_in(all));
}

std::string comparison_json(const CommandLine& asked, const ResultFile& result,
                            std::span<const std::size_t> outcomes, const std::string& output) {
    const auto names = names_in_file(result.scenarios);
    const double level = result.comparison->level;
    const auto& window = result.comparison->window;
    const auto all = all_shown(window, outcomes);
    std::vector<Json> alternatives;
    for (std::size_t a = 0; a < all.size(); ++a) {
        std::vector<Json> rows;
        for (const auto& row : all[a]) rows.push_back(json_of(asked, row, level));
        alternatives.push_back(
            json_object({{"scenario", json(names[a + 1])},
                         {"title", json(title_of(result.scenarios[a + 1], asked.language))},
                         {"outcomes", json_list(rows)},
                         {"flows", json_of(asked, result.flows->alternatives[a], level)}}));
    }
    return json_object(
               {{"base", json(names.front())},
                {"replicates", json(static_cast<std::int64_t>(result.scenarios.front().replicates.size()))},
                {"level", json(level)},
                {"power", json(window.power)},
                {"comparisons", json(static_cast<std::int64_t>(comparisons_in(all)))},
                {"first_tick", json(std::int64_t{window.first_tick})},
                {"last_tick", json(std::int64_t{window.last_tick})},
                {"file", json(output)},
                {"alternatives", json_list(alternatives)}})
               .text() +
           "\n";
}

} // namespace tujuh
