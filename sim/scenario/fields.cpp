// SPDX-License-Identifier: Apache-2.0
#include "scenario/fields.hpp"

#include "scenario/plain_number.hpp"

#include <cmath>
#include <type_traits>
#include <utility>

namespace tujuh {

namespace {

template <class Value> constexpr FieldType type_of() {
    if constexpr (std::is_same_v<Value, double> || std::is_same_v<Value, std::array<double, need_count>>)
        return FieldType::number;
    else if constexpr (std::is_same_v<Value, bool>)
        return FieldType::flag;
    else if constexpr (std::is_integral_v<Value>)
        return FieldType::whole_number;
    else if constexpr (std::is_same_v<Value, std::string>)
        return FieldType::text;
    else if constexpr (std::is_same_v<Value, std::vector<std::string>>)
        return FieldType::texts;
    else
        return FieldType::word;
}

/// Type, words and default of a member; `defaults` says what stands where the key is not given.
template <class Struct> void describe_member(const FieldRow<Struct>& row, FieldDescription& field) {
    const Struct defaults{};
    const auto describe = [&]<class Value>(Value Struct::*member) {
        field.type = type_of<Value>();
        if constexpr (std::is_enum_v<Value>) field.words = words_of(Value{});
        if constexpr (std::is_arithmetic_v<Value> && !std::is_same_v<Value, bool>)
            if (const auto number = static_cast<double>(defaults.*member);
                row.given == Given::may_be && number >= row.low && number <= row.high)
                field.default_number = number; // one out of range stands for "from elsewhere"
    };
    std::visit(
        [&](const auto& member) {
            if constexpr (std::is_same_v<std::decay_t<decltype(member)>, MonthMember<Struct>>)
                field.type = FieldType::month;
            else
                describe(member);
        },
        row.member);
}

template <class Struct, std::size_t count>
void describe_rows(const FieldRow<Struct> (&rows)[count], const std::string& table,
                   std::vector<FieldDescription>& fields) {
    for (const auto& row : rows) {
        FieldDescription field{table, row.key, FieldType::number, row.unit, row.low,   row.high,
                               {},    {},      row.meaning,       {},       row.given, row.lever};
        describe_member(row, field);
        const auto* by_need = std::get_if<std::array<double, need_count> Struct::*>(&row.member);
        if (by_need == nullptr) {
            fields.push_back(field);
            continue;
        }
        field.table = table + "." + std::string(row.key);
        for (const NamedRow& need : need_rows) {
            field.key = need.key;
            fields.push_back(field);
        }
    }
}

void describe_values(const ValueRow& row, const std::string& table, std::span<const std::string_view> keys,
                     std::vector<FieldDescription>& fields) {
    for (const std::string_view key : keys)
        fields.push_back(
            {table, key, FieldType::number, row.unit, row.low, row.high, {}, {}, row.meaning, {}, {}, {}});
}

void describe_parameters(std::vector<FieldDescription>& fields) {
    Parameters parameters = default_parameters();
    for_each_parameter(parameters, [&](const auto& row, double&) {
        const std::size_t dot = row.key.find('.');
        fields.push_back({std::string(row.key.substr(0, dot)),
                          row.key.substr(dot + 1),
                          FieldType::number,
                          row.unit,
                          row.low,
                          row.high,
                          row.default_value,
                          {},
                          row.meaning,
                          row.source.text,
                          {},
                          {}});
    });
}

} // namespace

std::optional<Problem> number_problem(std::string where, double value, std::string_view unit, double low,
                                      double high) {
    if (value >= low && value <= high) return std::nullopt;
    Problem problem{std::move(where), plain_number(value) + " is out of range",
                    "allowed: " + plain_number(low) + " to " + plain_number(high) + ", " + std::string(unit),
                    ""};
    if (!std::isfinite(value))
        problem.what = plain_number(value) + " is not a number that can be computed with";
    const bool is_share = low >= 0 && high <= 1;
    if (is_share && value > 1 && value <= 100 && value / 100 >= low && value / 100 <= high)
        problem.suggestion = "for " + plain_number(value) + " % write " + plain_number(value / 100);
    return problem;
}

std::vector<FieldDescription> describe_fields() {
    std::vector<FieldDescription> fields;
    describe_rows(file_head_rows, "", fields);
    describe_rows(scenario_rows, "", fields);
    describe_rows(population_design_rows, "population", fields);
    describe_rows(table_path_rows, "population", fields);
    describe_parameters(fields);
    std::vector<std::string_view> kinds;
    for (const NamedRow& kind : worker_kind_rows) kinds.push_back(kind.key);
    describe_values(workforce_row, "workforce", kinds, fields);
    describe_values(task_mix_row, "workers.task_mix", task_keys, fields);
    describe_values(activity_mix_row, "workers.activity_mix", activity_codes, fields);
    describe_rows(programme_switch_rows, "programmes.*", fields);
    describe_rows(programme_rows, "programmes.*", fields);
    describe_rows(activity_setting_rows, "activities.*", fields);
    describe_rows(policy_head_rows, "policy.*", fields);
    describe_rows(trial_rows, "trial.*", fields);
    describe_rows(trial_arm_rows, "trial.*.arm.*", fields);
    return fields;
}

std::vector<FieldDescription> describe_design_fields() {
    std::vector<FieldDescription> fields;
    describe_rows(design_rows, "design", fields);
    describe_rows(factor_rows, "factor.*", fields);
    describe_rows(reading_rows, "target.*", fields);
    describe_rows(target_rows, "target.*", fields);
    describe_rows(reading_rows, "objective.*", fields);
    describe_rows(objective_rows, "objective.*", fields);
    describe_rows(reading_rows, "limit.*", fields);
    describe_rows(limit_rows, "limit.*", fields);
    return fields;
}

std::optional<FieldDescription> find_field(std::span<const std::string> parts) {
    const bool in_policy = parts.size() > 3 && parts.front() == "policy";
    if (in_policy) return find_field(parts.subspan(2));
    if (parts.empty()) return std::nullopt;
    std::string table;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        const bool has_own_name =
            i == 1 && (parts[0] == "programmes" || parts[0] == "activities" || parts[0] == "policy");
        table += (i == 0 ? "" : ".") + (has_own_name ? "*" : parts[i]);
    }
    for (FieldDescription& field : describe_fields())
        if (field.table == table && field.key == parts.back()) return std::move(field);
    return std::nullopt;
}

} // namespace tujuh
