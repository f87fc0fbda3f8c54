// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/json.hpp"
#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "files/scenario_toml.hpp"
#include "outcomes/catalogue.hpp"
#include "parameters/parameters.hpp"
#include "tasks/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tujuh {

namespace {

/// One field of what is listed. `in_table` fields make the columns of a list; all of them are shown of a
/// single row.
struct Field {
    std::string_view name;
    std::string text;
    Json value;
    bool in_table = true;
    TextTable::Align align = TextTable::Align::left;
};
using Item = std::vector<Field>; ///< the first field is the name of the item

Field text_field(std::string_view name, std::string_view text, bool in_table = true) {
    return {name, std::string(text), json(text), in_table};
}

Field number_field(std::string_view name, double value, bool in_table = true) {
    return {name, fmt::format("{}", value), json(value), in_table, TextTable::Align::right};
}

std::vector<Item> parameter_items(Language) {
    std::vector<Item> items;
    Parameters parameters = default_parameters();
    for_each_parameter(parameters, [&](const auto& row, double value) {
        items.push_back({text_field("key", row.key), number_field("default", value),
                         number_field("low", row.low), number_field("high", row.high),
                         text_field("unit", row.unit), text_field("source_kind", name_of(row.source.kind)),
                         text_field("meaning", row.meaning), text_field("source", row.source.text, false)});
    });
    return items;
}

std::vector<Item> activity_items(Language language) {
    std::vector<Item> items;
    for (const auto& row : activity_rows) {
        std::string kinds;
        for (std::size_t kind = 0; kind < worker_kind_count; ++kind)
            if (row.may_do.allows(static_cast<WorkerKind>(kind)))
                kinds += fmt::format("{}{}", kinds.empty() ? "" : ", ",
                                     title_of(worker_kind_rows[kind], language));
        const TaskRow& task = task_rows[task_index_of(row.activity)];
        items.push_back({text_field("code", code_of(row.activity)),
                         text_field("title", title_of(row, language)),
                         number_field("hours", row.hours),
                         text_field("level", name_of(row.level)),
                         text_field("outcome", row.outcome),
                         {"expected", row.direction == Direction::up ? "+" : "-",
                          json(static_cast<std::int64_t>(row.direction))},
                         text_field("downstream", row.downstream, false),
                         text_field("task", fmt::format("{} {}", task.code, title_of(task, language)), false),
                         text_field("done_by", kinds, false)});
    }
    return items;
}

std::vector<Item> outcome_items(Language language) {
    std::vector<Item> items;
    for (const auto& row : outcome_rows())
        items.push_back({text_field("name", row.name),
                         text_field("title", title_of(row, language)),
                         text_field("unit", row.unit),
                         text_field("topic", name_of(row.topic)),
                         {"headline", row.headline ? "yes" : "", json_flag(row.headline)},
                         text_field("definition", row.definition, false),
                         text_field("reference", row.reference, false)});
    return items;
}

std::vector<Item> scenario_items(Language language) {
    std::vector<Item> items;
    for (const auto& scenario : shipped_scenarios())
        items.push_back({text_field("name", scenario.name), text_field("title", title_of(scenario, language)),
                         text_field("kind", scenario.kind), text_field("question", scenario.question)});
    return items;
}

struct Kind {
    std::string_view name, singular;
    std::vector<Item> (*items)(Language);
};
constexpr Kind kinds[] = {{"parameters", "parameter", parameter_items},
                          {"activities", "activity", activity_items},
                          {"outcomes", "outcome", outcome_items},
                          {"scenarios", "scenario", scenario_items}};

const Kind& kind_named(const std::string& name) {
    std::vector<std::string_view> names;
    for (const auto& kind : kinds) {
        if (kind.name == name) return kind;
        names.push_back(kind.name);
    }
    throw_unknown("list", name, names, "there are parameters, activities, outcomes and scenarios");
}

/// The item of that name, or all whose name begins with it and a dot or underscore follows or the name is a
/// task's.
std::vector<Item> selected(const std::vector<Item>& items, const std::string& wanted, const Kind& kind) {
    std::vector<Item> exact, beginning;
    std::vector<std::string_view> names;
    for (const auto& item : items) {
        const std::string& name = item.front().text;
        names.push_back(name);
        if (name == wanted) exact.push_back(item);
        if (name.starts_with(wanted + ".")) beginning.push_back(item);
    }
    if (!exact.empty()) return exact;
    if (beginning.empty())
        throw_unknown(kind.singular, wanted, names, fmt::format("'tujuh list {}' names them", kind.name));
    return beginning;
}

std::string table_of(const std::vector<Item>& items) {
    std::vector<TextTable::Column> columns;
    for (const auto& field : items.front())
        if (field.in_table) columns.push_back({std::string(field.name), field.align});
    TextTable table(columns);
    for (const auto& item : items) {
        std::vector<std::string> cells;
        for (const auto& field : item)
            if (field.in_table) cells.push_back(field.text);
        table.add(cells);
    }
    return table.aligned();
}

std::string text_of(const Item& item) {
    std::string text;
    for (const auto& field : item)
        if (!field.text.empty()) text += fmt::format("{:12} {}\n", field.name, field.text);
    return text;
}

Json json_of(const Item& item) {
    std::vector<std::pair<std::string_view, Json>> members;
    for (const auto& field : item) members.emplace_back(field.name, field.value);
    return json_object(members);
}

} // namespace

int list_command(const CommandLine& asked) {
    const Kind& kind = kind_named(asked.operands.front());
    std::vector<Item> items = kind.items(asked.language);
    if (asked.operands.size() > 1) items = selected(items, asked.operands[1], kind);
    if (asked.json) {
        std::vector<Json> list;
        for (const auto& item : items) list.push_back(json_of(item));
        print_data(json_object({{kind.name, json_list(list)}}).text() + "\n");
    } else if (asked.operands.size() > 1 && items.size() == 1) {
        print_data(text_of(items.front()));
    } else if (!items.empty()) {
        print_data(table_of(items));
    }
    if (items.empty()) say(asked, fmt::format("no {} found", kind.name));
    return 0;
}

} // namespace tujuh
