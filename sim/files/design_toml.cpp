// SPDX-License-Identifier: Apache-2.0
#include "files/design_toml.hpp"

#include "files/design_reader.hpp"
#include "files/error.hpp"
#include "files/resolved_text.hpp"
#include "files/scenario_reader.hpp"
#include "files/set_option.hpp"
#include "files/toml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace tujuh {

/// What all points share. A factor's key is split, and its choices are read, once.
struct LoadedDesign::Variants {
    struct FactorKey {
        std::vector<std::string> parts;
        std::vector<TomlValue> choices;
        Place place;
    };
    ScenarioReader before; ///< the tree as it is before any factor
    ScenarioReader base;   ///< what it says
    std::vector<FactorKey> factors;
};

namespace {

using Kind = TomlValue::Kind;

TomlValue value_of(const Factor& factor, double number, Place place) {
    TomlValue value;
    value.place = place;
    value.kind = factor.whole ? Kind::whole_number : Kind::number;
    value.number = number;
    if (factor.whole) value.whole_number = static_cast<std::int64_t>(number);
    return value;
}

double* number_in(TomlEntry& entry) {
    if (entry.value.kind == Kind::whole_number) {
        entry.value.kind = Kind::number;
        entry.value.number = static_cast<double>(entry.value.whole_number);
    }
    return entry.value.kind == Kind::number ? &entry.value.number : nullptr;
}

/// Shares of a mix that sum to one together: all of `task_mix`, those of a task in `activity_mix`.
bool sum_together(const std::string& mix, const std::string& one, const std::string& other) {
    return mix == "task_mix" || one.front() == other.front();
}

/// Scales the shares that are no factors to what the factors leave.
void rescale(TomlValue& mix, const std::string& name, const std::string& like,
             const std::vector<std::string>& given) {
    double taken = 0, rest = 0;
    std::vector<double*> others;
    for (TomlEntry& entry : mix.entries) {
        double* share = number_in(entry);
        if (share == nullptr || !sum_together(name, entry.key, like)) continue;
        const bool is_given = std::find(given.begin(), given.end(), entry.key) != given.end();
        (is_given ? taken : rest) += *share;
        if (!is_given) others.push_back(share);
    }
    if (taken > 1 || rest <= 0) return; // the sum is told as wrong where the scenario is validated
    for (double* share : others) *share *= (1 - taken) / rest;
}

/// Every mix of which a factor sets a share, group of shares by group.
template <class FactorKeys> void rescale_mixes(TomlValue& root, const FactorKeys& factors) {
    for (const auto& factor : factors) {
        const auto& parts = factor.parts;
        if (parts.size() < 2 || !is_mix(parts[parts.size() - 2])) continue;
        TomlValue* mix = find_table_of(root, parts);
        std::vector<std::string> given;
        for (const auto& other : factors)
            if (other.parts.size() == parts.size() &&
                std::equal(parts.begin(), parts.end() - 1, other.parts.begin()))
                given.push_back(other.parts.back());
        if (mix != nullptr) rescale(*mix, parts[parts.size() - 2], parts.back(), given);
    }
}

struct BaseValue {
    double value, position;
};

/// What a factor is in a resolved scenario.
BaseValue base_value(const Factor& factor, const std::vector<std::string>& parts, TomlValue& root) {
    TomlValue* table = find_table_of(root, parts);
    TomlEntry* entry = table == nullptr ? nullptr : table->find_entry(parts.back());
    constexpr double middle = 0.5;
    if (entry == nullptr) return {std::nan(""), middle};
    if (factor.choices.empty()) {
        const double* value = number_in(*entry);
        return value == nullptr ? BaseValue{std::nan(""), middle}
                                : BaseValue{*value, position_of(factor, *value)};
    }
    const auto count = static_cast<double>(factor.choices.size());
    const std::string text = toml_value(entry->value);
    for (std::size_t c = 0; c < factor.choices.size(); ++c)
        if (factor.choices[c].text == text)
            return {factor.choices[c].number, (static_cast<double>(c) + middle) / count};
    return {std::nan(""), middle};
}

} // namespace

Scenario LoadedDesign::scenario_of(std::size_t point) const {
    ScenarioReader reader = variants_->before;
    for (std::size_t f = 0; f < design_.factors.size(); ++f) {
        const auto& key = variants_->factors[f];
        const std::size_t at = points_.index(point, f);
        if (points_.choice[at] == not_set) continue;
        TomlValue value = key.choices.empty() ? value_of(design_.factors[f], points_.value[at], key.place)
                                              : key.choices[points_.choice[at]];
        set_key(reader.root, key.parts, std::move(value), reader.report);
    }
    const bool is_set = design_.factors.empty() || points_.choice[points_.index(point, 0)] != not_set;
    if (design_.rescale_mixes && is_set) rescale_mixes(reader.root, variants_->factors);
    reader.read_all_with_tables_of(variants_->base);
    reader.report.throw_if_any();
    return std::move(reader.scenario);
}

LoadedDesign LoadedDesign::with_points(DesignPoints points) const {
    LoadedDesign other = *this;
    other.points_ = std::move(points);
    return other;
}

LoadedDesign LoadedDesign::with_target_values(const std::vector<double>& values) const {
    LoadedDesign other = *this;
    for (std::size_t t = 0; t < values.size(); ++t) other.design_.targets[t].value = values[t];
    other.resolved_text_ = resolved_design_text(other.design_);
    return other;
}

DesignPoints LoadedDesign::base_point() const {
    TomlValue root = read_toml(base_.resolved_text, 0).root;
    DesignPoints point;
    point.count = 1;
    point.factors = design_.factors.size();
    for (std::size_t f = 0; f < point.factors; ++f) {
        const auto [value, position] = base_value(design_.factors[f], variants_->factors[f].parts, root);
        point.value.push_back(value);
        point.position.push_back(position);
        point.choice.push_back(not_set);
    }
    return point;
}

void LoadedDesign::check_points(const ForEach& for_each,
                                const std::function<void(std::size_t, const Scenario&)>& visit) const {
    std::mutex mutex;
    std::size_t wrong = 0, first = points_.count;
    std::optional<Error> error_of_first;
    for_each(points_.count, [&](std::size_t point) {
        try {
            visit(point, scenario_of(point));
        } catch (const Error& error) {
            const std::lock_guard lock(mutex);
            ++wrong;
            if (point >= first) return;
            first = point;
            error_of_first.emplace(error);
        }
    });
    if (!error_of_first) return;
    Problems problems = error_of_first->problems;
    for (Problem& problem : problems) problem.what = fmt::format("at point {}: {}", first, problem.what);
    if (wrong > 1)
        problems.push_back({base_.files.front().name,
                            fmt::format("{} of {} points are no sound scenario", wrong, points_.count),
                            "the first of them is told above", ""});
    throw Error(ErrorKind::scenario_wrong, std::move(problems));
}

LoadedDesign read_design(const ScenarioSource& source, const std::string& name, const std::string& shown,
                         const std::vector<std::string>& settings) {
    ReadText asked = fetch_asked(source, name, shown);
    std::string question = question_of(asked.text);
    ScenarioReader reader{&source};
    reader.read_layers_of(std::move(asked), FileKind::design, settings);
    LoadedDesign loaded;
    loaded.design_ = take_design(reader);
    const ScenarioReader before = reader;
    reader.read_all();
    complete_design(loaded.design_, reader);
    reader.report.throw_if_any();

    auto variants = std::make_shared<LoadedDesign::Variants>(LoadedDesign::Variants{before, reader, {}});
    variants->before.source = variants->base.source = nullptr;
    for (const Factor& factor : loaded.design_.factors) {
        const Place place = reader.report.place_of("factor." + factor.key);
        variants->factors.push_back({key_parts(factor.key), choice_values(factor, place), place});
    }
    loaded.variants_ = std::move(variants);
    loaded.base_ = reader.result(std::move(question));
    loaded.points_ = points_of(loaded.design_);
    loaded.resolved_text_ = resolved_design_text(loaded.design_);
    return loaded;
}

LoadedDesign read_design_file(const std::string& path, const std::vector<std::string>& settings) {
    const FileSource source;
    const NamedFile file = find_asked(source, path);
    return read_design(source, file.name, file.shown, settings);
}

LoadedDesign read_resolved_design(const std::string& name, const std::string& scenario_text,
                                  const std::string& design_text, const std::vector<NamedText>& tables) {
    const std::string file = name + std::string(scenario_suffix);
    std::map<std::string, std::string> texts{
        {file, fmt::format("kind = \"design\"\n{}{}", scenario_text, design_text)}};
    for (const NamedText& table : tables) texts[table.name] = table.text;
    return read_design(TextSource(std::move(texts)), file, file, {});
}

bool is_design_file(const std::string& path) {
    const FileSource source;
    const Fetched fetched = source.fetch(find_asked(source, path).name);
    if (fetched.state != Fetched::State::found) return false;
    const TomlDocument document = read_toml(fetched.text, 0);
    const TomlValue* kind = document.root.find("kind");
    return kind != nullptr && kind->text == file_kind_rows[static_cast<std::size_t>(FileKind::design)].key;
}

} // namespace tujuh
