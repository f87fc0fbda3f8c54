// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Who lives where, and how that changes (ODD 7.13, 7.15).
struct PopulationParameters {
    double mean_household_size, poor_household_size, village_correlation, district_share, permanent_share,
        child_share, elder_share, disability_share, female_head_share, mean_schooling, schooling_gradient,
        documents_poorest, documents_mean, birth_rate, leaving_rate, childhood_years, ageing_rate,
        elder_years, disability_years, schooling_spread, renewal_rate, urban_village_spacing,
        rural_village_spacing;
};

inline constexpr ParameterRow<PopulationParameters> population_rows[] = {
    {"population.mean_household_size", &PopulationParameters::mean_household_size, "persons", 3.7, 2, 6,
     recalled("BPS, Statistik Kesejahteraan Rakyat 2023"),
     "mean household size where a province publishes none"},
    {"population.poor_household_size", &PopulationParameters::poor_household_size, "persons", 4.72, 2.5, 8,
     published("BPS, Susenas March 2025, mean size of poor households"),
     "mean size of households below the poverty line; sets how size falls with resources"},
    {"population.village_correlation", &PopulationParameters::village_correlation, "share of variance", 0.164,
     0, 0.6,
     estimated("intra-village correlation of log consumption in the replication data of Alatas et al. "
               "2012"),
     "variance of standing between villages, districts included"},
    {"population.district_share", &PopulationParameters::district_share, "share of the village variance", 0.3,
     0, 1, assumed("no published split; Susenas district headcounts vary widely within provinces"),
     "part of the variance between villages that lies between districts"},
    {"population.permanent_share", &PopulationParameters::permanent_share, "share of variance", 0.35, 0.1,
     0.8,
     calibrated("with resources.rho to the share of the poor still poor after two years, 0.25 to 0.45 "
                "(Dartanto & Nurkholis 2013), and of the poor who were not a year before, 0.45 to 0.6"),
     "variance of standing that is permanent to the household, beyond place"},
    {"population.child_share", &PopulationParameters::child_share, "share of members after the second", 0.63,
     0, 1,
     estimated("BPS 2025 projection: 0.30 of persons are under 18; with the size distribution used here"),
     "chance that a member after the second adult is a child"},
    {"population.elder_share", &PopulationParameters::elder_share, "share of the first two adults", 0.23, 0,
     1, estimated("BPS 2024: 0.12 of persons are 60 or over; with the size distribution used here"),
     "chance that one of the first two adults is an elder"},
    {"population.disability_share", &PopulationParameters::disability_share, "share of persons", 0.028, 0,
     0.2, recalled("BPS, Susenas 2021 short set of functioning questions, some or more difficulty"),
     "persons with disability"},
    {"population.female_head_share", &PopulationParameters::female_head_share, "share of households", 0.127,
     0, 1, recalled("BPS, Susenas 2023, households headed by a woman"),
     "households headed by a woman, before the effect of size"},
    {"population.mean_schooling", &PopulationParameters::mean_schooling, "years", 8.9, 0, 16,
     recalled("BPS 2024, mean years of schooling of persons 15 and over, about 9"),
     "mean schooling of the best schooled adult at mean standing"},
    {"population.schooling_gradient", &PopulationParameters::schooling_gradient,
     "years per standard deviation", 2.2, 0, 5,
     assumed("correlation of schooling and log consumption near 0.5 in household surveys"),
     "how schooling rises with permanent standing"},
    {"population.documents_poorest", &PopulationParameters::documents_poorest, "share of households", 0.8, 0,
     1,
     assumed("about one child in ten of the poorest fifth lacks a birth certificate; a full set of papers "
             "is rarer"),
     "households two standard deviations below the mean that hold all papers"},
    {"population.documents_mean", &PopulationParameters::documents_mean, "share of households", 0.93, 0, 1,
     assumed("as documents_poorest"), "households of mean standing that hold all papers"},
    {"population.birth_rate", &PopulationParameters::birth_rate, "births per household and year", 0.06, 0,
     0.3, estimated("about 4.4 million births over 75 million households a year"),
     "yearly chance of a birth"},
    {"population.leaving_rate", &PopulationParameters::leaving_rate, "per grown member beyond two and year",
     0.07, 0, 1, calibrated("to a steady mean size against births of 0.06 a household and year"),
     "yearly chance that a grown member founds a household elsewhere"},
    {"population.childhood_years", &PopulationParameters::childhood_years, "years", 18, 1, 30,
     published("Law 35/2014: a child is a person under 18"), "years as a child"},
    {"population.ageing_rate", &PopulationParameters::ageing_rate, "per adult and year", 0.013, 0, 0.2,
     calibrated(
         "to a steady share of elders of 0.12 of persons (BPS 2024), as adults who leave are not followed"),
     "yearly chance that an adult becomes an elder, one of 60 or over (Law 13/1998)"},
    {"population.elder_years", &PopulationParameters::elder_years, "years", 16, 1, 60,
     recalled("BPS 2020 census, life expectancy at 60 near 17 years"), "years lived as an elder"},
    {"population.disability_years", &PopulationParameters::disability_years, "years", 20, 1, 100,
     assumed("most disabilities last"), "years that a disability lasts in a household"},
    {"population.schooling_spread", &PopulationParameters::schooling_spread, "years", 2.5, 0, 10,
     assumed(
         "standard deviation of years of schooling near 4, of which standing explains half of the variance"),
     "standard deviation of schooling at equal standing"},
    {"population.renewal_rate", &PopulationParameters::renewal_rate, "share of households a year", 0.003, 0,
     0.1, assumed("design of the model: few households dissolve and are replaced"),
     "households replaced by a new one of the same place"},
    {"population.urban_village_spacing", &PopulationParameters::urban_village_spacing, "km", 1.6, 0.1, 20,
     assumed("villages of about 2.5 square km in towns"), "side of the square that an urban village covers"},
    {"population.rural_village_spacing", &PopulationParameters::rural_village_spacing, "km", 4.8, 0.1, 50,
     assumed("1.9 million square km over 83,762 villages"), "side of the square that a rural village covers"},
};
static_assert(declares_all_of(population_rows));

} // namespace tujuh
