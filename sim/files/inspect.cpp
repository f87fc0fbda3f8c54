// SPDX-License-Identifier: Apache-2.0
#include "files/inspect.hpp"

#include "files/results_read.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string_view>

namespace tujuh {

namespace {

using Text = fmt::memory_buffer;

template <class... Values> void add(Text& text, fmt::format_string<Values...> pattern, Values&&... values) {
    fmt::format_to(std::back_inserter(text), pattern, std::forward<Values>(values)...);
}

void add_origin(Text& text, const ResultSummary& summary) {
    add(text, "{}\n\n", summary.title);
    add(text, "  scenarios    {}\n", fmt::join(summary.scenarios, ", "));
    add(text, "  months       {} from {}, after {} months of burn-in\n", summary.ticks, summary.start,
        summary.burn_in_months);
    add(text, "  replicates   {}{}, seed {}\n", summary.replicates, summary.sweep.empty() ? "" : " a point",
        summary.seed);
    if (!summary.command.empty()) add(text, "  command      {}\n", summary.command);
    add(text, "  program      tujuh {}, commit {}, {}\n", summary.version, summary.git_commit,
        summary.compiler);
    if (summary.threads > 0)
        add(text, "  took         {:.1f} s on {} thread{}\n", summary.wall_seconds, summary.threads,
            summary.threads == 1 ? "" : "s");
    add(text, "  format       tujuh-result {}{}\n", summary.format_version,
        summary.complete ? "" : ", NOT COMPLETE");
    for (const auto& note : summary.notes) add(text, "  note         {}\n", note);
}

void add_hash(Text& text, const ResultSummary& summary) {
    add(text, "  result hash  {}\n", summary.result_hash);
    if (summary.hash_of_content == summary.result_hash)
        add(text, "               worked out again from the numbers in the file: the same\n\n");
    else
        add(text, "               DOES NOT HOLD: the numbers in the file give {}\n\n",
            summary.hash_of_content);
}

std::string_view folder_of(std::string_view path) {
    return path.substr(0, path.rfind('/'));
}
std::string_view name_in(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

std::string shape_of(const DatasetSummary& dataset) {
    if (dataset.lengths.empty()) return "one value";
    return fmt::format("{}", fmt::join(dataset.lengths, " x "));
}

void add_dataset(Text& text, const DatasetSummary& dataset) {
    add(text, "    {:<28} {:<18} {} [{}]\n", name_in(dataset.path), shape_of(dataset), dataset.long_name,
        dataset.units);
}

/// The base's groups in full; an alternative repeats them, so that its line says only where they are.
void add_content(Text& text, const ResultSummary& summary) {
    std::string_view folder;
    for (const auto& dataset : summary.datasets) {
        if (dataset.is_scale || dataset.path.starts_with("/scenarios/")) continue;
        if (folder_of(dataset.path) != folder) {
            folder = folder_of(dataset.path);
            add(text, "  {}\n", folder);
        }
        add_dataset(text, dataset);
    }
    for (std::size_t i = 1; i < summary.scenarios.size(); ++i)
        add(text, "  /scenarios/{}: the same groups for this alternative\n", summary.scenarios[i]);
}

void add_how_to_open(Text& text, const std::string& path, std::string_view group) {
    const auto name = std::filesystem::path(path).filename().string();
    add(text, "\nOpen it\n");
    add(text, "  Python   import xarray; {0} = xarray.open_dataset(\"{1}\", group=\"{0}\")\n", group, name);
    add(text, "  R        library(rhdf5); {0} <- h5read(\"{1}\", \"/{0}\")\n", group, name);
    add(text, "  Julia    using HDF5; {0} = h5open(file -> read(file[\"{0}\"]), \"{1}\")\n", group, name);
}

} // namespace

std::string inspect(const std::string& path) {
    const auto summary = read_result_summary(path);
    Text text;
    add_origin(text, summary);
    add_hash(text, summary);
    add_content(text, summary);
    add_how_to_open(text, path, summary.sweep.empty() ? "series" : "points");
    return fmt::to_string(text);
}

} // namespace tujuh
