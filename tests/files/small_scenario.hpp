// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/error.hpp"
#include "files/scenario_source.hpp"
#include "files/scenario_toml.hpp"

#include <map>
#include <string>
#include <vector>

/// A scenario of two provinces and two programmes, as texts: what a file that builds on it says is what a
/// test is about.
namespace tujuh::small {

using Texts = std::map<std::string, std::string>;

inline constexpr const char* base = R"(# What is there to see?
format = 1
title = "Base"
title_id = "Dasar"
seed = 7
months = 24

[population]
households = 240
provinces_table = "data/provinces.csv"
areas_table = "data/areas.csv"

[workforce]
social_worker = 100

[workers]
task_mix = { "1" = 0.3, "2" = 0.4, "6" = 0.3 }
activity_mix = { "2.1" = 0.5, "2.4" = 0.5 }

[resources]
rho = 0.9

[programmes.cash]
agency = "social_affairs"
kind = "cash"
channel = "push"
benefit = 100000
cutoff_percentile = 0.3
quota = 1000

[programmes.care]
agency = "protection"
kind = "service"
channel = "request"
benefit = 1
cutoff_percentile = 0.4
quota = 50
relief = { care = 0.5 }

[[policy]]
id = "more_workers"
from_month = 12
workforce.social_worker = 200
)";

inline constexpr const char* provinces =
    "code,name,population_persons,households,mean_household_size_persons,poverty_line_idr_per_person_month,"
    "headcount_share_of_persons,gini,mean_consumption_idr_per_person_month,districts,subdistricts,villages,"
    "source\n"
    "01,North,3000000,,,600000,0.10,0.35,1300000,5,50,600,\"a source, with a comma\"\n"
    "02,South,2000000,500000,4.0,550000,0.15,0.30,1100000,4,40,500,none\n";

inline constexpr const char* areas = "code,area,population_share_of_province,poverty_line_idr_per_person_"
                                     "month,headcount_share_of_persons,gini\n"
                                     "01,urban,0.6,620000,0.08,0.36\n"
                                     "01,rural,0.4,580000,0.13,0.30\n"
                                     "02,rural,1.0,550000,0.15,0.30\n";

inline Texts texts() {
    return {{"baseline.toml", base}, {"data/provinces.csv", provinces}, {"data/areas.csv", areas}};
}

/// The texts with a file `mine.toml` of these lines, below its format and its base.
inline Texts with(const std::string& lines) {
    Texts all = texts();
    all["mine.toml"] = "format = 1\nextends = \"baseline.toml\"\n" + lines;
    return all;
}

inline LoadedScenario read(const Texts& all, const std::vector<std::string>& settings = {},
                           const std::string& name = "mine.toml") {
    return read_scenario(TextSource(all), name, settings);
}

/// The error that reading gives; a scenario that can be read has none.
inline Error error_of(const Texts& all, const std::vector<std::string>& settings = {},
                      const std::string& name = "mine.toml") {
    try {
        read(all, settings, name);
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorKind::bug, {});
}

/// Its problems as the user sees them, a line each.
inline std::string messages_of(const Texts& all, const std::vector<std::string>& settings = {},
                               const std::string& name = "mine.toml") {
    return error_of(all, settings, name).what();
}

} // namespace tujuh::small
