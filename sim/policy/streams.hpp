// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "policy/district_voice.hpp"
#include "scenario/scenario.hpp"
#include "world/world.hpp"

#include <span>

namespace tujuh {

constexpr bool is_national(std::size_t issue) noexcept {
    return issue >= first_national_issue;
}

/// Whether a measure on this issue can still be passed: none is enacted here, nor by the ministry.
inline bool is_open(const World& world, const District& district, std::size_t issue) noexcept {
    const auto& of = is_national(issue) ? world.national.ministry : district.executive;
    return !of.issues[issue].is_enacted();
}

/// How much the present rule hurts in the district, 0-1: x / (x + x0), one half where its sign x is at the
/// reference x0.
float harm_of(Issue issue, const World& world, const District& district, const Settings& settings);

/// Share of agencies that have taken a stand on the issue.
double share_with_stance(const District& district, std::size_t issue, const ReformParameters& p);

/// Streams and stands fall back; support stays higher where beneficiaries are organised and agencies have
/// taken a stand. Harm is seen anew.
void move_streams(const World& world, District& district, const Settings& settings);

/// The ministry's streams on each national issue: means over the districts, by their households.
void gather_national_streams(Ministry& ministry, std::span<const DistrictVoice> voices);

} // namespace tujuh
