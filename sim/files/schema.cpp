// SPDX-License-Identifier: Apache-2.0
#include "files/schema.hpp"

#include "scenario/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tujuh {

namespace {

std::string json_text(std::string_view text) {
    std::string written = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            written += fmt::format("\\{}", c);
        else if (static_cast<unsigned char>(c) < 0x20)
            written += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            written += c;
    }
    return written + "\"";
}

/// `"name": value` pairs of an object, put together in order.
class JsonObject {
  public:
    JsonObject& add(std::string_view name, const std::string& value) {
        body_ += fmt::format("{}{}: {}", body_.empty() ? "" : ", ", json_text(name), value);
        return *this;
    }
    JsonObject& add_text(std::string_view name, std::string_view value) {
        return add(name, json_text(value));
    }
    std::string text() const { return "{" + body_ + "}"; }

  private:
    std::string body_;
};

std::string type_of(FieldType type) {
    switch (type) {
    case FieldType::number:
        return "number";
    case FieldType::whole_number:
        return "integer";
    case FieldType::flag:
        return "boolean";
    case FieldType::texts:
        return "array";
    case FieldType::text:
    case FieldType::month:
    case FieldType::word:
        return "string";
    }
    return "string";
}

std::string number_text(double value) {
    return fmt::format("{}", value);
}

std::string schema_of(const FieldDescription& field) {
    JsonObject schema;
    schema.add_text("type", type_of(field.type));
    std::string description = fmt::format("{} [{}]", field.meaning, field.unit);
    if (!field.source.empty()) description += fmt::format(". Default: {}", field.source);
    schema.add_text("description", description);
    if (field.type == FieldType::number || field.type == FieldType::whole_number)
        schema.add("minimum", number_text(field.low)).add("maximum", number_text(field.high));
    if (field.default_number) schema.add("default", number_text(*field.default_number));
    if (field.type == FieldType::texts) schema.add("items", R"({"type": "string"})");
    if (field.type == FieldType::month) schema.add_text("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])$");
    if (!field.words.empty()) {
        std::string words;
        for (const NamedRow& word : field.words) words += (words.empty() ? "" : ", ") + json_text(word.key);
        schema.add("enum", "[" + words + "]");
    }
    return schema.text();
}

std::string object_schema(const std::string& properties) {
    return fmt::format(R"({{"type": "object", "additionalProperties": false, "properties": {}}})",
                       properties);
}

/// The fields by table, and what is made of them.
class SchemaWriter {
  public:
    SchemaWriter() : fields_(describe_fields()) {}

    std::string write() const {
        JsonObject top = properties_of("", Levels::all);
        for (const std::string& table : plain_tables())
            top.add(table, object_schema(properties_of(table, Levels::all).text()));
        add_named_tables(top, Levels::all);
        top.add("policy", fmt::format(R"({{"type": "array", "items": {}}})", policy_schema()));
        top.add("trial", fmt::format(R"({{"type": "array", "items": {}}})", trial_schema()));
        top.add("design", object_schema(design_properties("design").text()));
        JsonObject factor = design_properties("factor.*");
        factor.add("values", fmt::format(R"({{"type": "array", "description": {}}})",
                                         json_text(fmt::format("{} [{}]", factor_values_row.meaning,
                                                               factor_values_row.unit))));
        top.add("factor", fmt::format(R"({{"type": "array", "items": {}}})", object_schema(factor.text())));
        for (const char* list : {"target", "objective", "limit"})
            top.add(list, fmt::format(R"({{"type": "array", "items": {}}})",
                                      object_schema(design_properties(fmt::format("{}.*", list)).text())));
        JsonObject schema;
        schema.add_text("$schema", "http://json-schema.org/draft-04/schema#");
        schema.add_text("title", "Scenario or design of tujuh");
        schema.add_text("type", "object");
        schema.add("required", R"(["format"])");
        schema.add("additionalProperties", "false");
        schema.add("properties", top.text());
        return schema.text() + "\n";
    }

  private:
    enum class Levels : unsigned char { all, policy };

    /// Tables that hold nothing but fields, each once, in the order of the fields.
    std::vector<std::string> plain_tables() const {
        std::vector<std::string> tables;
        for (const FieldDescription& field : fields_) {
            const bool is_plain = !field.table.empty() && field.table.find('.') == std::string::npos;
            if (is_plain && std::find(tables.begin(), tables.end(), field.table) == tables.end())
                tables.push_back(field.table);
        }
        return tables;
    }

    /// The fields of a table and the tables inside it. A policy may not change what describes the sample or
    /// is fixed.
    JsonObject properties_of(const std::string& table, Levels levels) const {
        JsonObject properties;
        std::vector<std::string> inner;
        for (const FieldDescription& field : fields_) {
            if (levels == Levels::policy && !may_change(field)) continue;
            if (field.table == table) properties.add(field.key, schema_of(field));
            const bool is_inner = !table.empty() && field.table.size() > table.size() + 1 &&
                                  field.table.substr(0, table.size() + 1) == table + ".";
            const bool is_list = field.table.back() == '*';
            if (is_inner && !is_list && std::find(inner.begin(), inner.end(), field.table) == inner.end())
                inner.push_back(field.table);
        }
        for (const std::string& name : inner)
            properties.add(name.substr(table.size() + 1), object_schema(properties_of(name, levels).text()));
        return properties;
    }

    /// The keys of a design file besides those of its scenario.
    static JsonObject design_properties(std::string_view table) {
        JsonObject properties;
        for (const FieldDescription& field : describe_design_fields())
            if (field.table == table) properties.add(field.key, schema_of(field));
        return properties;
    }

    static bool may_change(const FieldDescription& field) {
        const bool is_parameter = !field.source.empty();
        return field.lever == Lever::for_policies && (field.table != "population" || is_parameter);
    }

    /// `programmes`, whose tables have names of the user's, and `activities`, whose tables have codes.
    void add_named_tables(JsonObject& top, Levels levels) const {
        const std::string programme = object_schema(properties_of("programmes.*", levels).text());
        top.add("programmes", fmt::format(R"({{"type": "object", "additionalProperties": {}}})", programme));
        const std::string activity = object_schema(properties_of("activities.*", levels).text());
        JsonObject activities;
        for (const std::string_view code : activity_codes) activities.add(code, activity);
        top.add("activities", object_schema(activities.text()));
    }

    std::string policy_schema() const {
        JsonObject properties = properties_of("policy.*", Levels::all);
        for (const std::string& table : plain_tables())
            properties.add(table, object_schema(properties_of(table, Levels::policy).text()));
        add_named_tables(properties, Levels::policy);
        return fmt::format(
            R"({{"type": "object", "required": ["id"], "additionalProperties": false, "properties": {}}})",
            properties.text());
    }

    std::string trial_schema() const {
        JsonObject properties = properties_of("trial.*", Levels::all);
        const std::string arm = object_schema(properties_of("trial.*.arm.*", Levels::all).text());
        properties.add("arm", fmt::format(R"({{"type": "array", "items": {}}})", arm));
        return object_schema(properties.text());
    }

    std::vector<FieldDescription> fields_;
};

} // namespace

std::string scenario_schema() {
    return SchemaWriter().write();
}

} // namespace tujuh
