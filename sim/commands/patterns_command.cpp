// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/json.hpp"
#include "commands/runs.hpp"
#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "files/scenario_toml.hpp"
#include "run/patterns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tujuh {

namespace {

constexpr double level = 0.95;

std::string end_text(double end, int decimals) {
    return std::isfinite(end) ? number_text(end, decimals) : "";
}

/// "0.17 .. 0.35", or "above 0" where only the direction is known.
std::string range_text(const CommandLine& asked, const PatternRow& row, int decimals) {
    if (!std::isfinite(row.high))
        return fmt::format("{} {}", word(asked, "above", "di atas"), end_text(row.low, 0));
    if (!std::isfinite(row.low))
        return fmt::format("{} {}", word(asked, "below", "di bawah"), end_text(row.high, 0));
    return end_text(row.low, decimals) + " .. " + end_text(row.high, decimals);
}

std::string_view verdict_text(const CommandLine& asked, const PatternFinding& finding) {
    if (!finding.known) return word(asked, "not known", "tidak diketahui");
    return finding.hit ? word(asked, "hit", "kena") : word(asked, "MISS", "MELESET");
}

std::string text_of(const CommandLine& asked, std::span<const PatternFinding> findings) {
    TextTable table({{"", TextTable::Align::left},
                     {std::string(word(asked, "figure", "angka")), TextTable::Align::left},
                     {std::string(word(asked, "published", "terbitan"))},
                     {std::string(word(asked, "range", "rentang"))},
                     {std::string(word(asked, "model", "model"))},
                     {std::string(word(asked, "95 % interval", "selang 95 %"))},
                     {"", TextTable::Align::left},
                     {std::string(word(asked, "fitted by", "disesuaikan dengan")), TextTable::Align::left},
                     {std::string(word(asked, "source", "sumber")), TextTable::Align::left}});
    for (const auto& finding : findings) {
        const PatternRow& row = *finding.row;
        const int decimals = std::abs(finding.model.mean) >= 10 ? 1 : 3;
        table.add(
            {std::string(row.pattern), std::string(title_of(row, asked.language)),
             std::isnan(row.published) ? "" : number_text(row.published, decimals),
             range_text(asked, row, decimals), number_text(finding.model.mean, decimals),
             number_text(finding.model.low, decimals) + " .. " + number_text(finding.model.high, decimals),
             std::string(verdict_text(asked, finding)), std::string(row.fitted_by), std::string(row.source)});
    }
    return table.markdown();
}

/// "24 of 30 checks and 3 of 3 fitted figures".
std::string summary_text(const CommandLine& asked, std::span<const PatternFinding> findings) {
    const auto count = [&](bool fitted, bool hit_only) {
        return std::count_if(findings.begin(), findings.end(), [&](const PatternFinding& finding) {
            return finding.row->fitted_by.empty() != fitted && (!hit_only || finding.hit);
        });
    };
    return fmt::format(fmt::runtime(word(asked,
                                         "Hit: {} of {} figures that nothing was fitted to, and {} of {} "
                                         "that a parameter was fitted to.\n",
                                         "Kena: {} dari {} angka yang tidak disesuaikan, dan {} dari {} yang "
                                         "disesuaikan dengan suatu parameter.\n")),
                       count(false, true), count(false, false), count(true, true), count(true, false));
}

Json json_of(std::span<const PatternFinding> findings, const std::string& output) {
    std::vector<Json> items;
    for (const auto& finding : findings) {
        const PatternRow& row = *finding.row;
        items.push_back(json_object({{"pattern", json(row.pattern)},
                                     {"figure", json(row.figure)},
                                     {"title", json(row.title)},
                                     {"unit", json(row.unit)},
                                     {"published", json(row.published)},
                                     {"published_low", json(row.low)},
                                     {"published_high", json(row.high)},
                                     {"model", json(finding.model.mean)},
                                     {"model_low", json(finding.model.low)},
                                     {"model_high", json(finding.model.high)},
                                     {"hit", json_flag(finding.hit)},
                                     {"fitted_by", json(row.fitted_by)},
                                     {"source", json(row.source)}}));
    }
    return json_object({{"file", json(output)}, {"figures", json_list(items)}});
}

PatternSection section_of(std::span<const PatternFinding> findings) {
    using Verdict = PatternSection::Verdict;
    PatternSection section;
    section.level = level;
    for (const auto& finding : findings) {
        const PatternRow& row = *finding.row;
        PatternSection::Row out;
        out.pattern = row.pattern, out.figure = row.figure, out.unit = row.unit;
        out.title = row.title, out.title_id = row.title_id;
        out.source = row.source, out.fitted_by = row.fitted_by;
        out.published = row.published, out.published_low = row.low, out.published_high = row.high;
        out.model = finding.model.mean, out.model_low = finding.model.low;
        out.model_high = finding.model.high;
        out.verdict = !finding.known ? Verdict::unknown : finding.hit ? Verdict::hit : Verdict::miss;
        section.rows.push_back(std::move(out));
    }
    return section;
}

} // namespace

int patterns_command(const CommandLine& asked) {
    std::vector<LoadedScenario> loaded;
    CommandLine with_files = asked;
    for (const auto name : pattern_scenario_names)
        with_files.operands.push_back(shipped_path(fmt::format("patterns/{}.toml", name)));
    for (const auto& file : with_files.operands) loaded.push_back(load(asked, file));
    std::vector<Scenario> scenarios = scenarios_of(loaded);
    const std::string output = asked.output.empty() ? "" : checked_output(with_files, "", loaded);
    std::size_t months = 0;
    for (const Scenario& scenario : scenarios) months += months_with_trials(scenario);
    if (asked.dry_run) {
        say_dry_run(asked, scenarios, static_cast<double>(months), output);
        return 0;
    }
    Session session(asked, "patterns", months, scenarios);
    auto runs = run_patterns(std::move(scenarios), session.options());
    session.end(runs.halt);
    const auto findings = find_patterns(runs, level);
    if (!output.empty()) {
        std::vector<std::vector<OutcomeTable>> tables;
        tables.push_back(std::move(runs.runs.front().tables));
        ResultFile result = result_of(asked, {loaded.data(), 1}, tables, session);
        for (std::size_t t = 0; t < runs.scenarios.front().trials.size(); ++t)
            result.trials.push_back(
                {runs.scenarios.front().trials[t], std::move(runs.runs.front().trials[t])});
        result.patterns = section_of(findings);
        write(asked, output, result);
    }
    if (asked.json)
        print_data(json_of(findings, output).text() + "\n");
    else
        print_data(text_of(asked, findings) + "\n" + summary_text(asked, findings));
    return 0;
}

} // namespace tujuh
