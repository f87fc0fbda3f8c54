// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "outcomes/outcome_table.hpp"
#include "scenario/scenario.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The model beside published figures, and how far it drifts from them.
namespace tujuh {

/// One province in the first month after burn-in; model: mean over replicates.
struct ProvinceCheck {
    std::string code, name;
    double published_headcount = 0, model_headcount = 0; ///< share of persons, 0-1
    double published_gini = 0, model_gini = 0;
    double published_mean = 0, model_mean = 0; ///< rupiah a person and month; NaN where nothing is published

    /// Within the tolerances of the model: 0.5 points of headcount, 0.01 of Gini, 2 % of the mean.
    bool headcount_held() const noexcept;
    bool gini_held() const noexcept;
    bool mean_held() const noexcept;
};

/// The provinces of the sample, in the order of the table. `tables` holds at least one replicate.
std::vector<ProvinceCheck> province_checks(const Scenario& scenario, std::span<const OutcomeTable> tables);

/// A figure of the nation, or of its urban or rural part, that is published and was not fitted.
struct NationalCheck {
    std::string_view name, outcome;
    std::string_view area; ///< "" for the nation, "urban" or "rural"
    double published = 0;
    double model = 0; ///< first month after burn-in, mean over replicates
};

/// Empty when the sample leaves provinces out: the published figures are those of the whole nation.
std::vector<NationalCheck> national_checks(const Scenario& scenario, std::span<const OutcomeTable> tables);

/// Change a year that no policy causes, relative to the first window: between the first and the last window
/// of the months before any policy. A window is one whole registry cycle where two of them fit, so that its
/// sawtooth is not taken for drift; otherwise half of the months, in whole years.
struct Drift {
    std::string_view outcome;
    double a_year = 0; ///< share
};

/// Of headcount, coverage of the poor and turnover of workers; empty when the months before any policy are
/// fewer than two years.
std::vector<Drift> drifts(const Scenario& scenario, std::span<const OutcomeTable> tables);

/// Months that show the drift over whole registry cycles.
std::int32_t months_for_drift(const Scenario& scenario);

/// What chance in drawing one sample leaves in the national headcount of its first month: standard deviation
/// between replicates, each a sample of its own, in share of persons. NaN for one replicate.
double headcount_standard_error(std::span<const OutcomeTable> tables);

} // namespace tujuh
