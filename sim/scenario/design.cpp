// SPDX-License-Identifier: Apache-2.0
// What a design must satisfy whatever its scenario is. `where` of a problem is a key as it is remembered by
// the reader, so that it can add file and line.
#include "scenario/design.hpp"

#include "scenario/plain_number.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace tujuh {

namespace {

std::string method_word(const Design& design) {
    return std::string(design_method_rows[static_cast<std::size_t>(design.method)].key);
}

/// Keys that say how many points a design has and how it goes on, each of some methods.
template <class Number> struct MethodKey {
    std::string_view key;
    Number Design::*member;
    std::vector<DesignMethod> methods;
    Number usual; ///< 0: must be given
    Number example;
};

using M = DesignMethod;

std::vector<MethodKey<std::int32_t>> count_keys() {
    return {
        {"points", &Design::points, {M::latin_hypercube, M::sobol, M::rejection, M::least_squares}, 0, 64},
        {"samples", &Design::samples, {M::saltelli}, 0, 64},
        {"trajectories", &Design::trajectories, {M::morris}, 0, 10},
        {"starts", &Design::starts, {M::least_squares}, 2, 2},
        {"evaluations", &Design::evaluations, {M::least_squares}, 100, 100},
        {"population", &Design::population, {M::evolution}, 0, 24},
        {"generations", &Design::generations, {M::evolution}, 0, 20},
        {"check_replicates", &Design::check_replicates, {M::evolution}, 8, 8}};
}

std::vector<MethodKey<double>> share_keys() {
    return {{"step", &Design::step, {M::least_squares}, 0.1, 0.1},
            {"accepted", &Design::accepted, {M::rejection}, 0.05, 0.05}};
}

template <class Number> bool is_used(const MethodKey<Number>& key, const Design& design) {
    return std::find(key.methods.begin(), key.methods.end(), design.method) != key.methods.end();
}

template <class Number> void fill(const std::vector<MethodKey<Number>>& keys, Design& design) {
    for (const auto& key : keys)
        if (is_used(key, design) && design.*key.member == 0) design.*key.member = key.usual;
}

template <class Number>
void check_keys(const std::vector<MethodKey<Number>>& keys, const Design& design, Problems& problems) {
    for (const auto& key : keys) {
        const std::string where = "design." + std::string(key.key);
        if (is_used(key, design) && design.*key.member <= 0)
            problems.push_back(
                {where, "is missing", "method \"" + method_word(design) + "\" needs it",
                 "write for example " + std::string(key.key) + " = " + plain_number(key.example)});
        if (!is_used(key, design) && design.*key.member != 0)
            problems.push_back(
                {where, "has no use with method \"" + method_word(design) + "\"", "", "take it out"});
    }
}

void check_method_keys(const Design& design, Problems& problems) {
    check_keys(count_keys(), design, problems);
    check_keys(share_keys(), design, problems);
    const bool is_listed = design.method == DesignMethod::listed;
    if (is_listed && design.table.empty())
        problems.push_back({"design.table", "is missing", "method \"listed\" reads its points from a table",
                            "write table = \"points.csv\""});
    if (!is_listed && !fits_targets(design.method) && !design.table.empty())
        problems.push_back({"design.table", "has no use with method \"" + method_word(design) + "\"", "",
                            "set method = \"listed\" or take it out"});
    if (is_search(design.method) && !design.common_random_numbers)
        problems.push_back({"design.common_random_numbers", "is false",
                            "a search compares points that share their luck", "take it out"});
    if (design.method == DesignMethod::morris && design.levels % 2 != 0)
        problems.push_back({"design.levels", plain_number(design.levels) + " is odd",
                            "the step of half of the levels needs an even number of them",
                            "write levels = 4"});
}

/// A range that is not known belongs to a key that no scenario has, which is told of elsewhere.
void check_range(const Factor& factor, const std::string& where, Problems& problems) {
    if (factor.low >= factor.high)
        problems.push_back(
            {where + ".high",
             "the range from " + plain_number(factor.low) + " to " + plain_number(factor.high) + " is empty",
             "low must be below high", ""});
    for (const auto& [key, end] : {std::pair{".low", factor.low}, std::pair{".high", factor.high}})
        if (factor.whole && end != std::floor(end))
            problems.push_back({where + key, plain_number(end) + " is not whole",
                                "only whole numbers are drawn between whole ends", ""});
    if (factor.scale == FactorScale::log && !(factor.low > 0))
        problems.push_back({where + ".scale", "a logarithmic scale begins above 0",
                            "low is " + plain_number(factor.low), "give a low above 0"});
}

void check_factor(const Design& design, const Factor& factor, Problems& problems) {
    const std::string where = "factor." + factor.key;
    const bool is_listed = design.method == DesignMethod::listed;
    if (!is_listed && factor.choices.empty()) check_range(factor, where, problems);
    if (factor.levels != 0 && design.method != DesignMethod::grid)
        problems.push_back({where + ".levels", "has no use with method \"" + method_word(design) + "\"",
                            "levels of a factor are for a grid", "take it out"});
    if (design.method == DesignMethod::least_squares && !factor.choices.empty())
        problems.push_back({where + ".values", "has no use with method \"least_squares\"",
                            "the search moves between the ends of a range", "give low and high"});
    if (factor.levels != 0 && !factor.choices.empty())
        problems.push_back(
            {where + ".levels", "stands beside values", "these are its levels", "take it out"});
}

void check_factors(const Design& design, Problems& problems) {
    if (design.factors.empty() && design.method != DesignMethod::listed) // else the table names the keys
        problems.push_back({"factor", "no key is varied", "a design needs at least one factor",
                            "write [[factor]] and below it key = \"agencies.bargain\""});
    std::set<std::string> keys;
    for (const Factor& factor : design.factors) {
        if (!keys.insert(factor.key).second)
            problems.push_back(
                {"factor." + factor.key, "stands twice", "each factor has a key of its own", ""});
        check_factor(design, factor, problems);
    }
}

void check_window(const Reading& reading, const std::string& where, Problems& problems) {
    if ((reading.from_month >= 0) != (reading.to_month >= 0))
        problems.push_back({where + (reading.from_month >= 0 ? ".from_month" : ".to_month"), "stands alone",
                            "a window has from_month and to_month", ""});
    else if (reading.from_month > reading.to_month)
        problems.push_back({where + ".to_month", plain_number(reading.to_month) + " lies before from_month",
                            "the window begins in month " + plain_number(reading.from_month), ""});
}

/// `where` of the n-th element of a list of tables.
std::string nth(std::string_view list, std::size_t position) {
    return std::string(list) + "." + std::to_string(position + 1);
}

void check_targets(const Design& design, Problems& problems) {
    std::size_t fitted = 0;
    for (std::size_t t = 0; t < design.targets.size(); ++t) {
        const Target& target = design.targets[t];
        const std::string where = nth("target", t);
        check_window(target, where, problems);
        if (!target.held_out) ++fitted;
        if (std::isnan(target.value) && target.published.empty() && !design.recover)
            problems.push_back({where + ".value", "is missing", "a target is a figure",
                                "write value = 0.35, or published = \"poverty_gap_p1_national\""});
        if (std::isnan(target.tolerance) ? target.published.empty() : !(target.tolerance > 0))
            problems.push_back({where + ".tolerance",
                                std::isnan(target.tolerance) ? "is missing" : "is not above 0",
                                "a distance is measured in it", "write for example tolerance = 0.02"});
    }
    if (fits_targets(design.method) && fitted == 0)
        problems.push_back({"target", "nothing is fitted to",
                            "method \"" + method_word(design) + "\" needs it",
                            "write [[target]] and below it outcome, value and tolerance"});
    if (!fits_targets(design.method) && !design.targets.empty())
        problems.push_back({nth("target", 0), "has no use with method \"" + method_word(design) + "\"",
                            "targets are for \"least_squares\" and \"rejection\"", "take it out"});
}

void check_limits(const Design& design, Problems& problems) {
    for (std::size_t l = 0; l < design.limits.size(); ++l) {
        const Limit& limit = design.limits[l];
        check_window(limit, nth("limit", l), problems);
        if (std::isnan(limit.at_most) && std::isnan(limit.at_least))
            problems.push_back({nth("limit", l), "limits nothing", "a limit has at_most, at_least or both",
                                "write for example at_most = 1, of_base = true"});
        if (limit.at_least > limit.at_most)
            problems.push_back({nth("limit", l) + ".at_least",
                                plain_number(limit.at_least) + " is above at_most",
                                "at_most is " + plain_number(limit.at_most), ""});
    }
}

bool is_same(const Reading& a, const Reading& b) {
    return std::tie(a.outcome, a.group, a.from_month, a.to_month) ==
           std::tie(b.outcome, b.group, b.from_month, b.to_month);
}

void check_objectives(const Design& design, Problems& problems) {
    const auto& objectives = design.objectives;
    for (std::size_t o = 0; o < objectives.size(); ++o) {
        check_window(objectives[o], nth("objective", o), problems);
        for (std::size_t before = 0; before < o; ++before)
            if (is_same(objectives[before], objectives[o]))
                problems.push_back({nth("objective", o), "asks for the outcome of another objective again",
                                    "each objective has its own", "take one of the two out"});
    }
    check_limits(design, problems);
    const bool evolves = design.method == DesignMethod::evolution;
    if (evolves && design.objectives.empty())
        problems.push_back({"objective", "nothing is to be made better", "method \"evolution\" needs it",
                            "write [[objective]] and below it outcome and goal"});
    if (evolves && design.objectives.size() > most_objectives)
        problems.push_back({"objective",
                            plain_number(static_cast<double>(design.objectives.size())) +
                                " objectives are too many to trade off",
                            "at most " + plain_number(most_objectives) + " are", "make some of them limits"});
    for (const auto& [list, given] :
         {std::pair{"objective", !design.objectives.empty()}, std::pair{"limit", !design.limits.empty()}})
        if (!evolves && given)
            problems.push_back({nth(list, 0), "has no use with method \"" + method_word(design) + "\"",
                                "it is for \"evolution\"", "take it out"});
}

} // namespace

void fill_usual(Design& design) {
    fill(count_keys(), design);
    fill(share_keys(), design);
}

std::vector<Reading> readings_of(const Design& design) {
    std::vector<Reading> readings(design.targets.begin(), design.targets.end());
    readings.insert(readings.end(), design.objectives.begin(), design.objectives.end());
    readings.insert(readings.end(), design.limits.begin(), design.limits.end());
    return readings;
}

std::size_t levels_of(const Design& design, const Factor& factor) noexcept {
    if (!factor.choices.empty()) return factor.choices.size();
    return static_cast<std::size_t>(factor.levels != 0 ? factor.levels : design.levels);
}

double Design::point_count() const noexcept {
    const auto factor_count = static_cast<double>(factors.size());
    double count = 1;
    switch (method) {
    case DesignMethod::grid:
        for (const Factor& factor : factors) count *= static_cast<double>(levels_of(*this, factor));
        return count;
    case DesignMethod::latin_hypercube:
    case DesignMethod::sobol:
    case DesignMethod::rejection:
        return points;
    case DesignMethod::morris:
        return trajectories * (factor_count + 1);
    case DesignMethod::saltelli:
        return samples * (factor_count + 2);
    case DesignMethod::listed:
        return factors.empty() ? 0 : static_cast<double>(factors.front().choices.size());
    case DesignMethod::least_squares: // with the scenario as it is, and the slopes
        return 1.0 + points + static_cast<double>(starts) * evaluations + 2 * factor_count;
    case DesignMethod::evolution:
        return static_cast<double>(population) * (1.0 + generations);
    }
    return 0;
}

Problems validate(const Design& design) {
    Problems problems;
    check_method_keys(design, problems);
    check_factors(design, problems);
    check_targets(design, problems);
    check_objectives(design, problems);
    if (problems.empty() && design.point_count() > most_points)
        problems.push_back({"design", "has " + plain_number(design.point_count()) + " points",
                            "at most " + plain_number(most_points), "take fewer levels, points or factors"});
    if (design.to_month >= 0 && design.from_month > design.to_month)
        problems.push_back({"design.to_month", plain_number(design.to_month) + " lies before from_month",
                            "the window begins in month " + plain_number(design.from_month), ""});
    return problems;
}

} // namespace tujuh
