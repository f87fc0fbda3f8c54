// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/found_by_search.hpp"
#include "commands/json.hpp"
#include "commands/readings_text.hpp"
#include "commands/speech.hpp"
#include "commands/sweeps.hpp"
#include "commands/text_table.hpp"
#include "files/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tujuh {

namespace {

/// Factors of which the targets take away less than this share of the variance are called unknown.
constexpr double little_learned = 0.5;
/// Two factors whose errors correlate more than this are not told apart.
constexpr double told_apart = 0.9;

void check_method(const CommandLine& asked, const Design& design) {
    if (fits_targets(design.method)) return;
    throw Error(ErrorKind::scenario_wrong,
                {{asked.operands.front(),
                  fmt::format("has method = \"{}\", which fits nothing",
                              design_method_rows[static_cast<std::size_t>(design.method)].key),
                  "calibrate takes method = \"least_squares\" or \"rejection\", with targets",
                  "write [design] method = \"least_squares\" and a [[target]] for each figure"}});
}

/// What the groups of the file say, read from there, so that text, JSON and file hold the same numbers.
std::vector<double> held(const ResultGroup& group, std::string_view name) {
    for (const ResultArray& array : group.arrays)
        if (array.description.name == name) return std::get<std::vector<double>>(array.values());
    return {};
}

std::string percent_text(double share) {
    return std::isnan(share) ? "-" : fmt::format("{:.0f} %", 100 * std::max(0.0, share));
}

// ---------------------------------------------------------------------------------------------------------
// Text

TextTable factor_table(const CommandLine& asked, const SweepFile& sweep, const ResultGroup& group) {
    const bool recovers = sweep.design.recover;
    TextTable table(columns_of(
        {word(asked, "factor", "faktor"), word(asked, "range", "rentang"),
         recovers ? word(asked, "known", "diketahui") : word(asked, "in the scenario", "dalam skenario"),
         sweep.fit->rejection ? word(asked, "median", "median") : word(asked, "fitted", "hasil"),
         word(asked, "95 % interval", "selang 95 %"), word(asked, "learned", "dipelajari")}));
    const auto value = held(group, "value"), low = held(group, "low"), high = held(group, "high"),
               learned = held(group, "learned");
    for (std::size_t f = 0; f < sweep.design.factors.size(); ++f) {
        const Factor& factor = sweep.design.factors[f];
        const int decimals = decimals_for(value[f]);
        table.add({factor.key,
                   factor.choices.empty() ? fmt::format("{:g} - {:g}", factor.low, factor.high) : "",
                   number_text(sweep.base_values[f], decimals), number_text(value[f], decimals),
                   fmt::format("{} .. {}", number_text(low[f], decimals), number_text(high[f], decimals)),
                   percent_text(learned[f])});
    }
    return table;
}

TextTable least_squares_targets(const CommandLine& asked, const SweepFile& sweep, const ResultGroup& group) {
    TextTable table(columns_of(
        {word(asked, "target", "sasaran"), word(asked, "figure", "angka"),
         word(asked, "tolerance", "toleransi"), word(asked, "chance", "kebetulan"),
         word(asked, "in the scenario", "dalam skenario"), word(asked, "fitted", "hasil"),
         word(asked, "tolerances off", "selisih toleransi"), word(asked, "leverage", "daya ungkit"), ""}));
    const auto chance = held(group, "chance"), model = held(group, "model"), base = held(group, "base"),
               leverage = held(group, "leverage");
    for (std::size_t t = 0; t < sweep.design.targets.size(); ++t) {
        const Target& target = sweep.design.targets[t];
        const int decimals = decimals_for(target.value);
        table.add({title_of_reading(asked, target), number_text(target.value, decimals),
                   number_text(target.tolerance, decimals), number_text(chance[t], decimals),
                   number_text(base[t], decimals), number_text(model[t], decimals),
                   fmt::format("{:+.1f}", (model[t] - target.value) / target.tolerance),
                   target.held_out ? "" : fmt::format("{:.2f}", leverage[t]),
                   std::string(target.held_out ? word(asked, "held out", "disisihkan") : "")});
    }
    return table;
}

TextTable rejection_targets(const CommandLine& asked, const SweepFile& sweep, const ResultGroup& group) {
    TextTable table(columns_of({word(asked, "target", "sasaran"), word(asked, "figure", "angka"),
                                word(asked, "tolerance", "toleransi"), word(asked, "median", "median"),
                                word(asked, "95 % interval", "selang 95 %"), ""}));
    const auto model = held(group, "model"), low = held(group, "model_low"), high = held(group, "model_high");
    for (std::size_t t = 0; t < sweep.design.targets.size(); ++t) {
        const Target& target = sweep.design.targets[t];
        const int decimals = decimals_for(target.value);
        const bool inside = sweep.fit->rejection->targets[t].published_inside;
        std::string notes(target.held_out ? word(asked, "held out", "disisihkan") : "");
        if (!inside)
            notes += (notes.empty() ? "" : ", ") +
                     std::string(word(asked, "figure outside the interval", "angka di luar selang"));
        table.add({title_of_reading(asked, target), number_text(target.value, decimals),
                   number_text(target.tolerance, decimals), number_text(model[t], decimals),
                   fmt::format("{} .. {}", number_text(low[t], decimals), number_text(high[t], decimals)),
                   notes});
    }
    return table;
}

/// Which target draws which factor: shares of the range by a tolerance.
std::string pull_text(const CommandLine& asked, const SweepFile& sweep, const ResultGroup& group) {
    std::vector<std::string_view> heads = {word(asked, "target", "sasaran")};
    for (const Factor& factor : sweep.design.factors) heads.push_back(factor.key);
    TextTable table(columns_of(heads));
    const auto pull = held(group, "pull");
    const std::size_t factors = sweep.design.factors.size();
    for (std::size_t t = 0; t < sweep.design.targets.size(); ++t) {
        if (sweep.design.targets[t].held_out) continue;
        std::vector<std::string> cells = {title_of_reading(asked, sweep.design.targets[t])};
        for (std::size_t f = 0; f < factors; ++f)
            cells.push_back(fmt::format("{:+.1f} %", 100 * pull[t * factors + f]));
        table.add(std::move(cells));
    }
    return fmt::format("{}\n{}",
                       word(asked,
                            "how far a factor moves, in its range, where a figure rises by a tolerance",
                            "pergeseran faktor dalam rentangnya bila angka naik satu toleransi"),
                       table.aligned());
}

void add_line(std::string& text, std::string line) {
    text += "- " + std::move(line) + "\n";
}

/// What the fit does not know.
std::string doubts_text(const CommandLine& asked, const SweepFile& sweep, const ResultGroup& group) {
    std::string text;
    const auto& factors = sweep.design.factors;
    const auto learned = held(group, "learned"), correlation = held(group, "correlation"),
               chance = held(group, "chance");
    for (std::size_t f = 0; f < factors.size(); ++f)
        if (learned[f] < little_learned)
            add_line(text,
                     fmt::format(fmt::runtime(word(asked, "{}: the targets say little of it ({} learned)",
                                                   "{}: sasaran hampir tidak menentukannya ({} dipelajari)")),
                                 factors[f].key, percent_text(learned[f])));
    for (std::size_t f = 0; f < factors.size(); ++f)
        for (std::size_t g = f + 1; g < factors.size(); ++g)
            if (std::fabs(correlation[f * factors.size() + g]) > told_apart)
                add_line(
                    text,
                    fmt::format(fmt::runtime(word(asked, "{} and {} are not told apart (correlation {:.2f})",
                                                  "{} dan {} tidak terbedakan (korelasi {:.2f})")),
                                factors[f].key, factors[g].key, correlation[f * factors.size() + g]));
    if (sweep.fit->least_squares)
        for (const std::size_t f : sweep.fit->least_squares->at_an_end)
            add_line(text, fmt::format(fmt::runtime(word(asked, "{} lies at an end of its range",
                                                         "{} terletak di batas rentangnya")),
                                       factors[f].key));
    for (std::size_t t = 0; t < sweep.design.targets.size(); ++t)
        if (chance[t] > sweep.design.targets[t].tolerance / 2)
            add_line(text,
                     fmt::format(fmt::runtime(word(
                                     asked,
                                     "{}: chance ({}) is not small beside the tolerance; more "
                                     "replicates lessen it",
                                     "{}: kebetulan ({}) tidak kecil dibanding toleransi; tambah replikasi")),
                                 title_of_reading(asked, sweep.design.targets[t]),
                                 number_text(chance[t], decimals_for(chance[t]))));
    return text.empty() ? text : std::string(word(asked, "doubts\n", "keraguan\n")) + text;
}

std::string head_text(const CommandLine& asked, const SweepFile& sweep) {
    const auto& targets = sweep.design.targets;
    const auto held_out =
        std::count_if(targets.begin(), targets.end(), [](const Target& target) { return target.held_out; });
    std::string text = fmt::format("{}: {} x {}, {}, {} ({} {})\n", title_of(sweep.scenario, asked.language),
                                   count_text(asked, sweep.points.count, "point", "titik"),
                                   count_text(asked, sweep.design.replicates, "replicate", "replikasi"),
                                   count_text(asked, sweep.design.factors.size(), "factor", "faktor"),
                                   count_text(asked, targets.size(), "target", "sasaran"), held_out,
                                   word(asked, "held out", "disisihkan"));
    if (sweep.design.recover)
        text += word(asked, "The targets are what the scenario itself gives, with other random numbers.\n",
                     "Sasaran adalah hasil skenario itu sendiri, dengan bilangan acak lain.\n");
    return text;
}

std::string search_text(const CommandLine& asked, const SweepFile& sweep) {
    if (const auto& fit = sweep.fit->rejection) {
        const double asked_for = sweep.design.accepted * static_cast<double>(sweep.points.count);
        const bool are_more = static_cast<double>(fit->accepted.size()) > std::ceil(asked_for);
        return fmt::format(
            fmt::runtime(word(asked,
                              "{} of {} points are accepted{}, up to {:.2f} tolerances from the targets\n",
                              "{} dari {} titik diterima{}, hingga {:.2f} toleransi dari sasaran\n")),
            fit->accepted.size(), sweep.points.count,
            are_more ? fmt::format(fmt::runtime(word(asked, " (at least {})", " (sedikitnya {})")),
                                   RejectionMethod{}.accepted_least)
                     : std::string(),
            fit->threshold);
    }
    const LeastSquaresFit& fit = *sweep.fit->least_squares;
    const double base = misfit(mean_readings(sweep, sweep.results.front(), sweep.design.replicates),
                               fit_targets_of(sweep.design, sweep.fit->chance));
    std::string text = fmt::format(
        fmt::runtime(
            word(asked, "misfit: {:.3g}, in the scenario {:.3g} (sum of squares, in tolerances and chance)\n",
                 "simpangan: {:.3g}, dalam skenario {:.3g} (jumlah kuadrat, dalam toleransi dan "
                 "kebetulan)\n")),
        fit.misfit, base);
    const std::string_view ends[] = {word(asked, "small steps", "langkah kecil"),
                                     word(asked, "all its points used", "titik habis terpakai"),
                                     word(asked, "no way on", "buntu")};
    for (std::size_t s = 0; s < fit.searches.size(); ++s)
        text += fmt::format(
            fmt::runtime(word(asked, "search {}: from {:.3g} to {:.3g} in {} points, ended by {}\n",
                              "pencarian {}: dari {:.3g} ke {:.3g} dalam {} titik, berakhir karena {}\n")),
            s + 1, fit.searches[s].misfit_from, fit.searches[s].misfit, fit.searches[s].evaluations,
            ends[static_cast<std::size_t>(fit.searches[s].end)]);
    return text;
}

std::string text_of(const CommandLine& asked, const SweepFile& sweep) {
    const ResultGroup group = fit_groups(sweep).front();
    const bool rejects = sweep.fit->rejection.has_value();
    std::string text =
        head_text(asked, sweep) + search_text(asked, sweep) + "\n" +
        factor_table(asked, sweep, group).aligned() + "\n" +
        (rejects ? rejection_targets(asked, sweep, group) : least_squares_targets(asked, sweep, group))
            .aligned();
    if (!rejects) text += "\n" + pull_text(asked, sweep, group);
    if (const auto doubts = doubts_text(asked, sweep, group); !doubts.empty()) text += "\n" + doubts;
    return text;
}

// ---------------------------------------------------------------------------------------------------------
// JSON

/// The numbers of a row of each array that has only this axis.
std::vector<std::pair<std::string_view, Json>> row_of(const ResultGroup& group, std::size_t axis,
                                                      std::size_t row) {
    std::vector<std::pair<std::string_view, Json>> members;
    for (const ResultArray& array : group.arrays) {
        if (array.axes != std::vector<std::size_t>{axis}) continue;
        const ResultValues values = array.values();
        if (const auto* numbers = std::get_if<std::vector<double>>(&values))
            members.emplace_back(array.description.name, json((*numbers)[row]));
        if (const auto* flags = std::get_if<std::vector<std::int8_t>>(&values))
            members.emplace_back(array.description.name, json_flag((*flags)[row] != 0));
    }
    return members;
}

Json json_of(const SweepFile& sweep, const std::string& output) {
    const ResultGroup group = fit_groups(sweep).front();
    std::vector<Json> targets, factors;
    for (std::size_t t = 0; t < sweep.design.targets.size(); ++t) {
        auto members = row_of(group, 0, t);
        members.insert(members.begin(), {{"outcome", json(sweep.design.targets[t].outcome)},
                                         {"group", json(sweep.design.targets[t].group)},
                                         {"name", json(sweep.design.targets[t].published)}});
        targets.push_back(json_object(members));
    }
    for (std::size_t f = 0; f < sweep.design.factors.size(); ++f) {
        auto members = row_of(group, 1, f);
        members.insert(members.begin(), {"factor", json(sweep.design.factors[f].key)});
        factors.push_back(json_object(members));
    }
    return json_object(
        {{"design", json(sweep.scenario.name)},
         {"method", json(design_method_rows[static_cast<std::size_t>(sweep.design.method)].key)},
         {"recover", json_flag(sweep.design.recover)},
         {"points", json(static_cast<std::int64_t>(sweep.points.count))},
         {"replicates", json(static_cast<std::int64_t>(sweep.design.replicates))},
         {"failed", json(static_cast<std::int64_t>(failed_in(sweep)))},
         {sweep.fit->rejection ? "threshold" : "misfit",
          json(sweep.fit->rejection ? sweep.fit->rejection->threshold : sweep.fit->least_squares->misfit)},
         {"file", json(output)},
         {"factors", json_list(factors)},
         {"targets", json_list(targets)}});
}

void show(const CommandLine& asked, const SweepFile& found, const std::string& output) {
    print_data(asked.json ? json_of(found, output).text() + "\n" : text_of(asked, found));
}

int carry_out_rejection(const CommandLine& asked, LoadedDesign design) {
    Sweep sweep(asked, std::move(design), Writes::file);
    if (asked.dry_run) {
        sweep.say_dry_run();
        return 0;
    }
    const auto found = sweep.carry_out();
    if (!found) return 0; // another part will write the file
    show(asked, *found, sweep.output());
    return say_end(asked, *found, sweep.output());
}

} // namespace

int calibrate_command(const CommandLine& asked) {
    LoadedDesign design = load_design(asked);
    check_method(asked, design.design());
    if (!asked.dry_run) design = with_known_targets(asked, std::move(design));
    if (!is_search(design.design().method)) return carry_out_rejection(asked, std::move(design));
    return carry_out_search(asked, std::move(design), find_fit,
                            [&](const auto& found, const auto& output) { show(asked, found, output); });
}

} // namespace tujuh
