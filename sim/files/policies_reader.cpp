// SPDX-License-Identifier: Apache-2.0
#include "files/policies_reader.hpp"

#include "files/field_reader.hpp"
#include "files/settings_reader.hpp"
#include "scenario/fields.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace tujuh {

namespace {

struct ReadPolicy {
    PolicyHead head;
    const TomlValue* table = nullptr;
};

/// The name of a policy in keys; a policy without a usable id is told apart by nothing else.
std::string key_of(const TomlValue& policy) {
    const TomlValue* id = policy.find("id");
    return id != nullptr && id->kind == TomlValue::Kind::text ? "policy." + id->text : "policy";
}

PolicyHead read_head(const TomlValue& policy, ScenarioReport& report) {
    PolicyHead head;
    const std::string key = key_of(policy);
    report.remember(key, policy.place);
    for (const TomlEntry& entry : policy.entries)
        read_if_row(entry, key + "." + entry.key, policy_head_rows, head, report);
    // One that is switched off needs nothing but its id.
    if (head.enabled || policy.find("id") == nullptr)
        require_fields(policy, key, policy_head_rows, policy.place, report);
    return head;
}

/// Reports what stands in a policy and is neither its head nor an ordinary key.
void report_others(const std::vector<const TomlEntry*>& others, const std::string& prefix,
                   ScenarioReport& report) {
    std::vector<std::string_view> head, whole_run;
    add_keys(policy_head_rows, head);
    add_keys(scenario_rows, whole_run);
    std::vector<std::string_view> known = head;
    const std::vector<std::string_view> tables = settings_tables();
    known.insert(known.end(), tables.begin(), tables.end());
    for (const TomlEntry* entry : others) {
        const std::string key = prefix + entry->key;
        if (std::find(head.begin(), head.end(), entry->key) != head.end()) continue;
        if (std::find(whole_run.begin(), whole_run.end(), entry->key) != whole_run.end())
            report.add(entry->place, key, "cannot be changed by a policy", "it holds for the whole run",
                       "write it at the top of the file");
        else
            report.add_unknown(entry->place, key, entry->key, known);
    }
}

} // namespace

std::vector<DatedSettings> read_policies(TomlValue& list, const Settings& base, ScenarioReport& report) {
    const auto is_off = [](const TomlValue& policy) {
        const TomlValue* enabled = policy.find("enabled");
        return enabled != nullptr && enabled->kind == TomlValue::Kind::flag && !enabled->flag;
    };
    std::vector<ReadPolicy> policies;
    for (const TomlValue& policy : list.items) policies.push_back({read_head(policy, report), &policy});
    const auto by_month = [](const ReadPolicy& a, const ReadPolicy& b) {
        return a.head.from_month < b.head.from_month;
    };
    std::stable_sort(policies.begin(), policies.end(), by_month);
    std::vector<DatedSettings> dated;
    Settings in_force = base;
    for (const ReadPolicy& policy : policies) {
        Settings changed = in_force;
        const std::string prefix = key_of(*policy.table) + ".";
        report_others(read_settings(*policy.table, prefix, SettingsOf::policy, changed, report), prefix,
                      report);
        if (!policy.head.enabled || policy.table->find("id") == nullptr) continue;
        in_force = std::move(changed);
        dated.push_back({policy.head.id, policy.head.from_month, in_force});
    }
    std::erase_if(list.items, is_off);
    return dated;
}

} // namespace tujuh
