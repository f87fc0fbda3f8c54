// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Shocks that open a crisis (ODD 7.2).
struct ShockParameters {
    double job_loss, illness, earner_loss, crop_loss, disaster, disaster_reach, job_loss_size, illness_size,
        earner_loss_size, crop_loss_size, disaster_size, capability_protects, recovery_rate,
        recovery_capability, recovery_morale, recovery_support;
};

inline constexpr ParameterRow<ShockParameters> shock_rows[] = {
    {"shocks.job_loss", &ShockParameters::job_loss, "per household and year", 0.05, 0, 1,
     recalled("IFLS hardship module, 0.03 to 0.08"), "chance of losing a job or a business"},
    {"shocks.illness", &ShockParameters::illness, "per household and year", 0.07, 0, 1,
     recalled("IFLS hardship module, illness or death 0.05 to 0.12"),
     "chance of a serious illness or injury"},
    {"shocks.earner_loss", &ShockParameters::earner_loss, "per household and year", 0.01, 0, 1,
     recalled("IFLS hardship module, the part of illness or death that is death of an earner"),
     "chance of losing an earner"},
    {"shocks.crop_loss", &ShockParameters::crop_loss, "per rural household and year", 0.06, 0, 1,
     recalled("IFLS hardship module, 0.03 to 0.10"), "chance of losing the crop"},
    {"shocks.disaster", &ShockParameters::disaster, "per village and year", 0.01, 0, 1,
     assumed("about 3,000 to 5,000 disasters a year over 83,762 villages, most of them small"),
     "chance of a disaster that hits a whole village"},
    {"shocks.disaster_reach", &ShockParameters::disaster_reach, "share of households", 0.4, 0, 1,
     assumed("floods and landslides rarely reach every house"),
     "households of a stricken village that are in crisis"},
    {"shocks.job_loss_size", &ShockParameters::job_loss_size, "share of resources", 0.35, 0, 1,
     assumed("larger than the published drop of consumption (0.10, Kim & Prskawetz 2010), since "
             "households smooth"),
     "resources lost while it lasts"},
    {"shocks.illness_size", &ShockParameters::illness_size, "share of resources", 0.2, 0, 1,
     assumed("consumption falls by 0.05 among the poor (Sparrow et al. 2014) after smoothing"),
     "resources lost while it lasts"},
    {"shocks.earner_loss_size", &ShockParameters::earner_loss_size, "share of resources", 0.4, 0, 1,
     assumed("one of about two earners"), "resources lost while it lasts"},
    {"shocks.crop_loss_size", &ShockParameters::crop_loss_size, "share of resources", 0.3, 0, 1,
     assumed("part of a season's income"), "resources lost while it lasts"},
    {"shocks.disaster_size", &ShockParameters::disaster_size, "share of resources", 0.3, 0, 1,
     assumed("damage to house, stock and work"), "resources lost while it lasts"},
    {"shocks.capability_protects", &ShockParameters::capability_protects, "share of the loss", 0.5, 0, 1,
     assumed("design of the model: loss x (1 - capability / 2)"),
     "part of a loss that full capability avoids"},
    {"shocks.recovery_rate", &ShockParameters::recovery_rate, "per month", 0.16, 0.01, 2,
     recalled("a crisis lasts about six weeks to six months (Caplan 1964; Roberts 2005 for the acute "
              "part)"),
     "hazard of the end of a crisis at mean capability, morale and no support"},
    {"shocks.recovery_capability", &ShockParameters::recovery_capability, "per unit", 0.8, 0, 4,
     assumed("sign from the coping literature"),
     "how the log hazard of recovery rises with capability above one half"},
    {"shocks.recovery_morale", &ShockParameters::recovery_morale, "per unit", 0.8, 0, 4,
     assumed("sign from the coping literature"),
     "how the log hazard of recovery rises with morale above one half"},
    {"shocks.recovery_support", &ShockParameters::recovery_support, "per unit", 1.0, 0, 4,
     estimated("lay counselling, standardised effect 0.49 (Singla et al. 2017), as a rise of the hazard"),
     "how the log hazard of recovery rises with support"},
};
static_assert(declares_all_of(shock_rows));

} // namespace tujuh
