// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"
#include "outcomes/flow_table.hpp"
#include "outcomes/outcome_table.hpp"

#include <tuple>

/// How tables of outcomes are carried as bytes (base/bytes.hpp).
namespace tujuh {

template <Is<GroupLabels> Struct> auto parts(Struct& labels) {
    auto& [key, title, title_id] = labels;
    return std::tie(key, title, title_id);
}

template <Is<OutcomeTable::Grouped> Struct> auto parts(Struct& grouped) {
    auto& [labels, values] = grouped;
    return std::tie(labels, values);
}

template <Is<OutcomeTable> Struct> auto parts(Struct& table) {
    auto& [ticks, national, groups, activity_hours, activity_acts, policy, years, ledger] = table;
    return std::tie(ticks, national, groups, activity_hours, activity_acts, policy, years, ledger);
}

template <Is<FlowTable> Struct> auto parts(Struct& table) {
    auto& [ticks, values] = table;
    return std::tie(ticks, values);
}

} // namespace tujuh
