// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/names.hpp"

#include <array>
#include <cstdint>
#include <limits>

/// What policy-makers have before them (ODD 7.11). An issue is one lever, moved in favour of the excluded.
namespace tujuh {

/// One issue in a district: three streams (Kingdon 1984), and how far its reform has come.
struct IssueState {
    float evidence = 0, proposal = 0, support = 0; ///< 0-1, the streams of problems, proposals and politics
    float ease = 0;                                ///< 0-1, how far recommendation has lowered the threshold
    float pass_chance = 0;                         ///< were a window open this month
    std::int32_t enacted = never;                  ///< tick of enactment or verdict
    float lag_left = 0;                            ///< months until it takes effect
    float loss = 0;                                ///< 0-1, part of the reform that is lost on the way
    float strength = 0;                            ///< 0-1, of the reform in force, 0: none

    static constexpr std::int32_t never = std::numeric_limits<std::int32_t>::min();
    bool is_enacted() const noexcept { return enacted != never; }
    bool in_force() const noexcept { return strength > 0; }
};
using Issues = std::array<IssueState, issue_count>;

/// The district executive. The envelope is fixed in real terms; measures in force hold parts of it.
struct Executive {
    Issues issues{};
    double envelope = 0;  ///< rupiah a year of the miniature that new measures may cost
    double committed = 0; ///< of it, held by measures enacted
    std::int32_t window_until = IssueState::never; ///< tick before which a window stands open
};

/// The ministry: its streams are household-weighted means of the districts' (model of diffusion upward).
struct Ministry {
    Issues issues{};
    double envelope = 0, committed = 0;
    std::int32_t window_until = IssueState::never;
};

} // namespace tujuh
