// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/rupiah.hpp"
#include "scenario/names.hpp"

#include <array>
#include <string>

namespace tujuh {

/// A social programme as a scenario defines it (ODD 2, 7.8). At most `max_programmes` in a scenario.
struct Programme {
    std::string key; ///< the name in `[programmes.<key>]`
    std::string title, title_id;
    AgencyKind agency{};       ///< the kind of agency that runs it
    ProgrammeKind kind{};      ///< what is delivered, and so how it acts on a household
    Channel channel{};         ///< push: filled from the registry; request: only who asks
    BenefitUnit benefit_per{}; ///< who counts when the benefit is worked out
    Rupiah benefit = 0;        ///< rupiah a month for each counted unit
    std::array<double, need_count>
        relief{}; ///< share of a deficit that full, well-used service takes away, by need
    double cutoff_percentile =
        0; ///< eligible below this percentile of the national per-person distribution, 0-1
    RequiredMembers required{};        ///< members that a household must have
    double quota = 0;                  ///< households in the nation that may be served at one time
    double recertification_months = 0; ///< months between checks of a served household; 0: never checked
    double service_months = 0;         ///< months after which a service or asset is complete; 0: no end
    double documents_required = 0;     ///< 1: papers are asked for, 0: they are not
    double leakage = 0;        ///< share of the benefit that is lost before it reaches an unaware household
    double administration = 0; ///< share of the budget spent on running the programme
};

inline constexpr std::size_t max_programmes = 8;

} // namespace tujuh
