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
    float harm = 0;                                ///< 0-1, how much the present rule hurts here
    float pass_chance = 0;                         ///< were a window open this month
    std::int32_t enacted = never;                  ///< tick of enactment or verdict
    float lag_left = 0;                            ///< months until it takes effect
    float loss = 0;                                ///< 0-1, part of the reform that is lost on the way
    float strength = 0;                            ///< 0-1, of the reform in force, 0: none
    double cost = 0;                               ///< rupiah a year that the measure enacted holds
    bool by_court = false;                         ///< struck down by a court, not passed
    std::int32_t heard_until = never;              ///< tick before which no court hears the case again

    static constexpr std::int32_t never = std::numeric_limits<std::int32_t>::min();
    bool is_enacted() const noexcept { return enacted != never; }
    bool in_force() const noexcept { return strength > 0; }
    bool is_on_the_way() const noexcept { return is_enacted() && !in_force(); }
};
using Issues = std::array<IssueState, issue_count>;

/// Who passes measures. The envelope is fixed in real terms; measures in force hold parts of it.
struct Executive {
    Issues issues{};
    double envelope = 0;  ///< rupiah a year that new measures may cost; of the miniature in a district
    double committed = 0; ///< of it, held by measures enacted
    std::int32_t window_until = IssueState::never; ///< tick before which a window stands open
};

/// The ministry: its streams are household-weighted means of the districts' (model of diffusion upward).
using Ministry = Executive;

/// What the measures in force in a district do to its rules; without any, nothing.
struct Levers {
    float bias = 1;      ///< factor of the usual rule bias
    unsigned waived = 0; ///< programmes that no longer ask for papers, a bit each
    double places = 1;   ///< factor of the quotas of pushed programmes
    double seats = 1;    ///< factor of the number of social workers
    float quality = 0;   ///< part of the gap to full quality that the standard closes
    float distance = 1;  ///< factor of the distance to a point
};

} // namespace tujuh
