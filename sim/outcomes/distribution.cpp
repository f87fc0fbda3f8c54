// SPDX-License-Identifier: Apache-2.0
// Inequality of binned distributions. Sums run over bins from the poorest to the richest.
#include "outcomes/distribution.hpp"

#include "base/instruction_sets.hpp"

#include <algorithm>

namespace tujuh {

namespace {

double total(const std::vector<double>& values) noexcept {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum;
}

/// What a person of each bin consumes over the mean of all, and its logarithm.
struct Relative {
    std::array<double, money_bin_count> consumption, logarithm; ///< as many as there are bins
};

TUJUH_SIDE_BY_SIDE void find_relative(Relative& relative, const double* persons, const double* consumption,
                                      std::size_t bins, double mean) noexcept {
    for (std::size_t bin = 0; bin < bins; ++bin) {
        relative.consumption[bin] = consumption[bin] / persons[bin] / mean;
        relative.logarithm[bin] = log(relative.consumption[bin]);
    }
}

Relative relative_consumption(const Distribution& d) noexcept {
    Relative relative;
    find_relative(relative, d.persons.data(), d.consumption.data(), d.persons.size(),
                  total(d.consumption) / total(d.persons));
    return relative;
}

double theil(const Distribution& d, const Relative& relative) noexcept {
    const double persons = total(d.persons);
    if (!(persons > 0) || !(total(d.consumption) > 0)) return not_a_number_double;
    double sum = 0;
    for (std::size_t bin = 0; bin < d.persons.size(); ++bin) {
        if (d.persons[bin] <= 0 || d.consumption[bin] <= 0) continue; // x ln x is 0 at 0
        sum += d.persons[bin] * relative.consumption[bin] * relative.logarithm[bin];
    }
    return sum / persons;
}

double atkinson_one(const Distribution& d, const Relative& relative) noexcept {
    const double persons = total(d.persons);
    if (!(persons > 0) || !(total(d.consumption) > 0)) return not_a_number_double;
    double logs = 0;
    for (std::size_t bin = 0; bin < d.persons.size(); ++bin) {
        if (d.persons[bin] <= 0) continue;
        if (d.consumption[bin] <= 0) return 1;
        logs += d.persons[bin] * relative.logarithm[bin];
    }
    return 1.0 - exp(logs / persons);
}

} // namespace

void Distribution::clear() {
    for (auto* column : {&persons, &consumption, &benefits}) column->assign(money_bin_count, 0.0);
}

void Distribution::drop_empty_bins() {
    std::size_t kept = 0;
    for (std::size_t bin = 0; bin < persons.size(); ++bin) {
        if (!(persons[bin] > 0)) continue;
        persons[kept] = persons[bin];
        consumption[kept] = consumption[bin];
        benefits[kept++] = benefits[bin];
    }
    for (auto* column : {&persons, &consumption, &benefits}) column->resize(kept);
}

double gini(const Distribution& d) noexcept {
    const double persons = total(d.persons), consumption = total(d.consumption);
    if (!(persons > 0) || !(consumption > 0)) return not_a_number_double;
    double below = 0, twice_area = 0;
    for (std::size_t bin = 0; bin < d.persons.size(); ++bin) {
        const double up_to = below + d.consumption[bin];
        twice_area += d.persons[bin] * (below + up_to);
        below = up_to;
    }
    return 1.0 - twice_area / persons / consumption;
}

double theil(const Distribution& d) noexcept {
    return theil(d, relative_consumption(d));
}

double atkinson_half(const Distribution& d) noexcept {
    const double persons = total(d.persons), consumption = total(d.consumption);
    if (!(persons > 0) || !(consumption > 0)) return not_a_number_double;
    double roots = 0; // p sqrt(c/p) = sqrt(p c)
    for (std::size_t bin = 0; bin < d.persons.size(); ++bin)
        if (d.persons[bin] > 0) roots += square_root(d.persons[bin] * d.consumption[bin]);
    return 1.0 - square(roots) / persons / consumption;
}

double atkinson_one(const Distribution& d) noexcept {
    return atkinson_one(d, relative_consumption(d));
}

double concentration_index(const Distribution& d) noexcept {
    const double persons = total(d.persons), benefits = total(d.benefits);
    if (!(persons > 0) || !(benefits > 0)) return not_a_number_double;
    double below = 0, sum = 0;
    for (std::size_t bin = 0; bin < d.persons.size(); ++bin) {
        sum += d.benefits[bin] * (below + d.persons[bin] / 2.0) / persons;
        below += d.persons[bin];
    }
    return 2.0 * sum / benefits - 1.0;
}

double lorenz(const Distribution& d, double share) noexcept {
    const double persons = total(d.persons), consumption = total(d.consumption);
    if (!(persons > 0) || !(consumption > 0)) return not_a_number_double;
    double left = share * persons, sum = 0;
    for (std::size_t bin = 0; bin < d.persons.size() && left > 0; ++bin) {
        const double taken = std::min(left, d.persons[bin]);
        if (taken <= 0) continue;
        sum += d.consumption[bin] * taken / d.persons[bin];
        left -= taken;
    }
    return sum / consumption;
}

Inequality inequality_after_transfers(const Distribution& d) noexcept {
    Inequality found;
    found.gini = gini(d);
    const Relative relative = relative_consumption(d);
    found.theil = theil(d, relative);
    found.atkinson_half = atkinson_half(d);
    found.atkinson_one = atkinson_one(d, relative);
    found.bottom_40_share = lorenz(d, 0.4);
    return found;
}

Inequality inequality_before_transfers(const Distribution& d) noexcept {
    Inequality found;
    found.gini = gini(d);
    found.atkinson_half = atkinson_half(d);
    found.concentration = concentration_index(d);
    return found;
}

TenthStarts tenth_starts(std::span<const double, money_bin_count> persons) noexcept {
    double all = 0;
    for (const double in_bin : persons) all += in_bin;
    TenthStarts starts;
    starts.fill(money_bin_count);
    double below = 0;
    std::size_t tenth = 0;
    for (std::size_t bin = 0; bin < money_bin_count; ++bin) {
        const double middle = all > 0 ? 10.0 * (below + persons[bin] / 2.0) / all : 0.0;
        for (; tenth < starts.size() && middle >= static_cast<double>(tenth + 1); ++tenth)
            starts[tenth] = static_cast<std::uint16_t>(bin);
        below += persons[bin];
    }
    return starts;
}

} // namespace tujuh
