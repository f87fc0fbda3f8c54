// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// The social registry and how well it measures (ODD 7.8).
struct RegistryParameters {
    double update_months, fit, spread, visit_error, neighbour_error, meeting_voices, coverage_poorest,
        coverage_mean, doubt_band;
};

inline constexpr ParameterRow<RegistryParameters> registry_rows[] = {
    {"registry.update_months", &RegistryParameters::update_months, "months", 36, 1, 120,
     published("three years between registry rounds 2005-2015 (TNP2K Working Paper 3-2018); quarterly "
               "since 2025"),
     "months between rounds in which every registered household is scored again"},
    {"registry.fit", &RegistryParameters::fit, "R squared", 0.49, 0.05, 0.99,
     estimated("proxy means of log consumption out of village, replication data of Alatas et al. 2012"),
     "share of the variance of log consumption that the registry's score explains"},
    {"registry.spread", &RegistryParameters::spread, "log points", 0.665, 0.1, 2,
     estimated("standard deviation of log consumption in the replication data of Alatas et al. 2012"),
     "spread of log consumption to which the fit of the score refers"},
    {"registry.visit_error", &RegistryParameters::visit_error, "log points", 0.2, 0, 1,
     assumed("about a third of the registry's error; a trained visitor sees the home"),
     "standard deviation of the error of a home visit"},
    {"registry.neighbour_error", &RegistryParameters::neighbour_error, "log points", 1.43, 0, 10,
     estimated(
         "neighbours order 0.628 of pairs as consumption does, with 0.608 log points of spread inside a "
         "village (replication data of Alatas et al. 2012): 0.628 = 1/2 + atan(0.608 / error) / pi"),
     "standard deviation of the error with which one neighbour sees a household's consumption"},
    {"registry.meeting_voices", &RegistryParameters::meeting_voices, "judgements", 4, 1, 1000,
     assumed("a few independent judgements: those who speak at a meeting know much the same"),
     "independent judgements that a village meeting amounts to; its error is that of one over their root"},
    {"registry.coverage_poorest", &RegistryParameters::coverage_poorest, "share of households", 0.88, 0, 1,
     assumed("registry meant to cover the poorest two fifths"),
     "households two standard deviations below the mean that are registered"},
    {"registry.coverage_mean", &RegistryParameters::coverage_mean, "share of households", 0.42, 0, 1,
     assumed("registry meant to cover the poorest two fifths"),
     "households of mean standing that are registered"},
    {"registry.doubt_band", &RegistryParameters::doubt_band, "log points", 0.25, 0, 2,
     assumed("about half of the registry's error"),
     "distance of a score from a cut-off within which a household is in doubt"},
};
static_assert(declares_all_of(registry_rows));

} // namespace tujuh
