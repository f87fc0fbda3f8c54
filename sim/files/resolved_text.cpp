// SPDX-License-Identifier: Apache-2.0
#include "files/resolved_text.hpp"

#include "files/toml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <sstream>
#include <type_traits>

namespace tujuh {

namespace {

template <class Value> std::string written(const Value& value) {
    if constexpr (std::is_same_v<Value, bool>) {
        return value ? "true" : "false";
    } else if constexpr (std::is_same_v<Value, double>) {
        return toml_number(value);
    } else if constexpr (std::is_integral_v<Value>) {
        return fmt::format("{}", value);
    } else if constexpr (std::is_enum_v<Value>) {
        return toml_text(words_of(value)[static_cast<std::size_t>(value)].key);
    } else if constexpr (std::is_same_v<Value, std::string>) {
        return toml_text(value);
    } else if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
        std::string list;
        for (const std::string& item : value) list += (list.empty() ? "" : ", ") + toml_text(item);
        return "[" + list + "]";
    } else {
        static_assert(std::is_same_v<Value, std::array<double, need_count>>);
        std::string shares;
        for (std::size_t i = 0; i < need_count; ++i)
            shares += fmt::format("{}{} = {}", i == 0 ? "" : ", ", need_rows[i].key, toml_number(value[i]));
        return "{ " + shares + " }";
    }
}

/// Numbers out of their row's range and empty texts stand for what is not given.
template <class Struct, class Value> bool is_given(const FieldRow<Struct>& row, const Value& value) {
    if constexpr (std::is_arithmetic_v<Value> && !std::is_same_v<Value, bool>)
        return static_cast<double>(value) >= row.low && static_cast<double>(value) <= row.high;
    else if constexpr (std::is_same_v<Value, std::string> || std::is_same_v<Value, std::vector<std::string>>)
        return !value.empty();
    else
        return true;
}

enum class Lines : unsigned char { all, given };

template <class Struct, std::size_t count>
std::string lines_of(const Struct& value, const FieldRow<Struct> (&rows)[count], Lines lines = Lines::all) {
    std::string text;
    for (const auto& row : rows)
        std::visit(
            [&](const auto& member) {
                if constexpr (std::is_same_v<std::decay_t<decltype(member)>, MonthMember<Struct>>)
                    text += fmt::format("{} = \"{:04}-{:02}\"\n", row.key, value.*(member.year),
                                        value.*(member.month));
                else if (lines == Lines::all || is_given(row, value.*member))
                    text += fmt::format("{} = {}\n", row.key, written(value.*member));
            },
            row.member);
    return text;
}

std::string mix_of(std::span<const std::string_view> keys, std::span<const double> shares) {
    std::string text;
    for (std::size_t i = 0; i < keys.size(); ++i)
        text += fmt::format("{}\"{}\" = {}", i == 0 ? "" : ", ", keys[i], toml_number(shares[i]));
    return "{ " + text + " }";
}

/// A list of tables that each read something of a run.
template <class Struct, std::size_t count>
void add_readings(std::string_view list, const std::vector<Struct>& items,
                  const FieldRow<Struct> (&rows)[count], std::string& text) {
    for (const Struct& item : items)
        text += fmt::format("\n[[{}]]\n", list) + lines_of<Reading>(item, reading_rows, Lines::given) +
                lines_of(item, rows, Lines::given);
}

/// The tables of the parameters; what else belongs into the table of a group stands at its head.
std::string parameter_tables(const Scenario& scenario, const TablePaths& tables) {
    std::string text, group;
    Parameters parameters = scenario.base.parameters;
    for_each_parameter(parameters, [&](const auto& row, double value) {
        const std::size_t dot = row.key.find('.');
        if (group != row.key.substr(0, dot)) {
            group = row.key.substr(0, dot);
            text += fmt::format("\n[{}]\n", group);
            if (group == "population")
                text +=
                    lines_of(scenario.population, population_design_rows) + lines_of(tables, table_path_rows);
            if (group == "workers")
                text += fmt::format("task_mix = {}\nactivity_mix = {}\n",
                                    mix_of(task_keys, scenario.base.task_mix),
                                    mix_of(activity_codes, scenario.base.activity_mix));
        }
        text += fmt::format("{} = {}\n", row.key.substr(dot + 1), toml_number(value));
    });
    return text;
}

/// Lines `a.b = value` for all that lies below a table; mixes and lists stay whole.
void add_dotted(const TomlValue& table, const std::string& prefix, std::string& text) {
    for (const TomlEntry& entry : table.entries) {
        const std::string key = prefix + toml_key(entry.key);
        const bool is_open = entry.value.kind == TomlValue::Kind::table && !entry.value.entries.empty() &&
                             entry.key != "task_mix" && entry.key != "activity_mix";
        if (is_open)
            add_dotted(entry.value, key + ".", text);
        else
            text += fmt::format("{} = {}\n", key, toml_value(entry.value));
    }
}

void add_list(std::string_view name, const TomlValue& list, std::string& text) {
    for (const TomlValue& table : list.items) {
        text += fmt::format("\n[[{}]]\n", name);
        add_dotted(table, "", text);
    }
}

/// A key with the tables above it, and what is written after it.
struct WrittenKey {
    std::string key, value;
};

/// The keys of a resolved text, in its order. Tables of a list are told apart by their number.
std::vector<WrittenKey> keys_of(const std::string& text) {
    std::vector<WrittenKey> keys;
    std::map<std::string, int> tables;
    std::string prefix;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t equals = line.find(" = ");
        if (line.starts_with("[[")) {
            const std::string name = line.substr(2, line.size() - 4);
            prefix = fmt::format("{} {}: ", name, ++tables[name]);
        } else if (line.starts_with("[")) {
            prefix = line.substr(1, line.size() - 2) + ".";
        } else if (equals != std::string::npos) {
            keys.push_back({prefix + line.substr(0, equals), line.substr(equals + 3)});
        }
    }
    return keys;
}

const WrittenKey* find_key(const std::vector<WrittenKey>& keys, const std::string& key) {
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&](const WrittenKey& other) { return other.key == key; });
    return found == keys.end() ? nullptr : &*found;
}

} // namespace

std::string difference_of_texts(const std::string& before, const std::string& now) {
    constexpr std::size_t most_shown = 3;
    const auto old_keys = keys_of(before), new_keys = keys_of(now);
    std::vector<std::string> differences;
    for (const auto& [key, value] : new_keys) {
        const auto* old = find_key(old_keys, key);
        if (old == nullptr)
            differences.push_back(fmt::format("{} was not there and is {}", key, value));
        else if (old->value != value)
            differences.push_back(fmt::format("{} was {} and is {}", key, old->value, value));
    }
    for (const auto& [key, value] : old_keys)
        if (find_key(new_keys, key) == nullptr)
            differences.push_back(fmt::format("{} was {} and is not there", key, value));
    const std::size_t shown = std::min(most_shown, differences.size());
    std::string text = fmt::format(
        "{}", fmt::join(differences.begin(), differences.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
    if (differences.size() > shown)
        text += fmt::format(", and {} more keys differ", differences.size() - shown);
    return text;
}

std::string resolved_text(const Scenario& scenario, const TablePaths& tables, const TomlValue& policies,
                          const TomlValue& trials) {
    const Settings& base = scenario.base;
    std::string text = fmt::format("format = {}\n", scenario_format) + lines_of(scenario, scenario_rows);
    text += parameter_tables(scenario, tables);
    text += "\n[workforce]\n";
    for (std::size_t kind = 0; kind < worker_kind_count; ++kind)
        text += fmt::format("{} = {}\n", worker_kind_rows[kind].key, toml_number(base.workforce[kind]));
    for (const Programme& programme : base.programmes)
        text +=
            fmt::format("\n[programmes.{}]\n", toml_key(programme.key)) + lines_of(programme, programme_rows);
    for (std::size_t i = 0; i < activity_count; ++i)
        text += fmt::format("\n[activities.\"{}\"]\n", activity_codes[i]) +
                lines_of(base.activities[i], activity_setting_rows);
    add_list("policy", policies, text);
    add_list("trial", trials, text);
    return text;
}

std::string resolved_design_text(const Design& design) {
    std::string text = "\n[design]\n" + lines_of(design, design_rows, Lines::given);
    for (const Factor& factor : design.factors) {
        text += "\n[[factor]]\n" + lines_of(factor, factor_rows, Lines::given);
        if (factor.choices.empty() || design.method == DesignMethod::listed) continue;
        std::string values;
        for (const FactorChoice& choice : factor.choices)
            values += (values.empty() ? "" : ", ") + choice.text;
        text += fmt::format("values = [{}]\n", values);
    }
    add_readings("target", design.targets, target_rows, text);
    add_readings("objective", design.objectives, objective_rows, text);
    add_readings("limit", design.limits, limit_rows, text);
    return text;
}

} // namespace tujuh
