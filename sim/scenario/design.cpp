// SPDX-License-Identifier: Apache-2.0
// What a design must satisfy whatever its scenario is. `where` of a problem is a key as it is remembered by
// the reader, so that it can add file and line.
#include "scenario/design.hpp"

#include "scenario/plain_number.hpp"

#include <cmath>
#include <set>
#include <utility>

namespace tujuh {

namespace {

std::string method_word(const Design& design) {
    return std::string(design_method_rows[static_cast<std::size_t>(design.method)].key);
}

/// Keys that say how many points a design has, each of one method or two.
struct SizeKey {
    std::string_view key;
    std::int32_t Design::*member;
    std::vector<DesignMethod> methods;
};

std::vector<SizeKey> size_keys() {
    return {{"points", &Design::points, {DesignMethod::latin_hypercube, DesignMethod::sobol}},
            {"samples", &Design::samples, {DesignMethod::saltelli}},
            {"trajectories", &Design::trajectories, {DesignMethod::morris}}};
}

void check_size_keys(const Design& design, Problems& problems) {
    for (const SizeKey& size : size_keys()) {
        bool used = false;
        for (const DesignMethod method : size.methods) used = used || method == design.method;
        const std::string where = "design." + std::string(size.key);
        if (used && design.*size.member <= 0)
            problems.push_back({where, "is missing", "method \"" + method_word(design) + "\" needs it",
                                "write for example " + std::string(size.key) + " = 64"});
        if (!used && design.*size.member != 0)
            problems.push_back(
                {where, "has no use with method \"" + method_word(design) + "\"", "", "take it out"});
    }
    const bool is_listed = design.method == DesignMethod::listed;
    if (is_listed && design.table.empty())
        problems.push_back({"design.table", "is missing", "method \"listed\" reads its points from a table",
                            "write table = \"points.csv\""});
    if (!is_listed && !design.table.empty())
        problems.push_back({"design.table", "has no use with method \"" + method_word(design) + "\"", "",
                            "set method = \"listed\" or take it out"});
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

} // namespace

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
        return points;
    case DesignMethod::morris:
        return trajectories * (factor_count + 1);
    case DesignMethod::saltelli:
        return samples * (factor_count + 2);
    case DesignMethod::listed:
        return factors.empty() ? 0 : static_cast<double>(factors.front().choices.size());
    }
    return 0;
}

Problems validate(const Design& design) {
    Problems problems;
    check_size_keys(design, problems);
    check_factors(design, problems);
    if (problems.empty() && design.point_count() > most_points)
        problems.push_back({"design", "has " + plain_number(design.point_count()) + " points",
                            "at most " + plain_number(most_points), "take fewer levels, points or factors"});
    if (design.to_month >= 0 && design.from_month > design.to_month)
        problems.push_back({"design.to_month", plain_number(design.to_month) + " lies before from_month",
                            "the window begins in month " + plain_number(design.from_month), ""});
    return problems;
}

} // namespace tujuh
