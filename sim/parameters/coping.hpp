// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Consumption and coping with a shortfall (ODD 7.3).
struct CopingParameters {
    double saving_share, savings_limit, kin_share, debt_limit, interest, repayment, fire_sale_rate,
        fire_sale_gap, fire_sale_loss, efficiency_base, efficiency_capability;
};

inline constexpr ParameterRow<CopingParameters> coping_rows[] = {
    {"coping.saving_share", &CopingParameters::saving_share, "share of a surplus", 0.4, 0, 1,
     assumed("good months pay for bad ones; with less, debt and fire sales pile up"),
     "surplus over the accustomed level that is saved"},
    {"coping.savings_limit", &CopingParameters::savings_limit, "months of consumption", 3, 0, 24,
     assumed("buffer stocks of a few months"), "savings beyond which nothing more is put aside"},
    {"coping.kin_share", &CopingParameters::kin_share, "share of a shortfall", 0.25, 0, 1,
     assumed("risk sharing in villages is partial"), "shortfall that kin and neighbours carry"},
    {"coping.debt_limit", &CopingParameters::debt_limit, "months of consumption", 1, 0, 24,
     assumed("informal credit is short"), "debt up to which a household can borrow"},
    {"coping.interest", &CopingParameters::interest, "per month", 0.02, 0, 0.2,
     assumed("cost of informal and micro credit"), "interest on debt"},
    {"coping.repayment", &CopingParameters::repayment, "share of debt a month", 0.15, 0, 1,
     assumed("credit of about half a year"), "debt repaid each month"},
    {"coping.fire_sale_rate", &CopingParameters::fire_sale_rate, "chance a month", 0.06, 0, 1,
     assumed("few households in difficulty sell what they live from"),
     "chance of a fire sale when a shortfall is left and coping is at its worst"},
    {"coping.fire_sale_gap", &CopingParameters::fire_sale_gap, "share of consumption", 0.05, 0, 1,
     assumed("smaller gaps are borne"), "shortfall left that can lead to a fire sale"},
    {"coping.fire_sale_loss", &CopingParameters::fire_sale_loss, "standard deviations", 0.15, 0, 2,
     assumed("assets that earned a tenth to a fifth of resources"),
     "fall of permanent standing by a fire sale"},
    {"coping.efficiency_base", &CopingParameters::efficiency_base, "0-1", 0.35, 0, 1,
     assumed("middle of the scale with capability"), "coping efficiency without capability"},
    {"coping.efficiency_capability", &CopingParameters::efficiency_capability, "0-1", 0.3, 0, 1,
     assumed("middle of the scale with capability"), "how coping efficiency rises with capability"},
};
static_assert(declares_all_of(coping_rows));

} // namespace tujuh
