// SPDX-License-Identifier: Apache-2.0
#include "outcomes/distribution.hpp"

#include "base/math.hpp"
#include "catch.hpp"

#include <cmath>
#include <functional>
#include <initializer_list>
#include <utility>
#include <vector>

using namespace tujuh;

namespace {

void add(Distribution& d, double rupiah, double persons, double benefits = 0) {
    const auto bin = money_bin(static_cast<float>(rupiah));
    d.persons[bin] += persons;
    d.consumption[bin] += persons * rupiah;
    d.benefits[bin] += benefits;
}

/// One person at each amount, in units of 100,000 rupiah.
Distribution persons_at(std::initializer_list<double> amounts) {
    Distribution d;
    for (const double amount : amounts) add(d, 100000 * amount, 1);
    return d;
}

/// A continuous distribution, given the share of persons, and of consumption, below an amount.
Distribution continuous(double mean, const std::function<double(double)>& persons_below,
                        const std::function<double(double)>& share_below) {
    Distribution d;
    double persons = 0, consumption = 0;
    for (std::size_t bin = 0; bin < money_bin_count; ++bin) {
        const bool last = bin + 1 == money_bin_count;
        const double p = last ? 1 : persons_below(money_bin_start(bin + 1));
        const double c = last ? 1 : share_below(money_bin_start(bin + 1));
        d.persons[bin] = p - persons;
        d.consumption[bin] = mean * (c - consumption);
        if (d.consumption[bin] <= 0) d.persons[bin] = d.consumption[bin] = 0; // too thin for a double
        persons = p;
        consumption = c;
    }
    return d;
}

Distribution log_normal(double sigma) {
    const double mu = 13.8;
    return continuous(
        std::exp(mu + sigma * sigma / 2), [=](double x) { return normal_cdf((std::log(x) - mu) / sigma); },
        [=](double x) { return normal_cdf((std::log(x) - mu) / sigma - sigma); });
}

Distribution exponential(double mean) {
    return continuous(
        mean, [=](double x) { return 1 - std::exp(-x / mean); },
        [=](double x) { return 1 - (1 + x / mean) * std::exp(-x / mean); });
}

} // namespace

TEST_CASE("the Gini of a log-normal distribution is 2 Phi(sigma / sqrt 2) - 1, its Theil sigma^2 / 2") {
    for (const double sigma : {0.3, 0.6, 0.9}) {
        const auto d = log_normal(sigma);
        CHECK(gini(d) == Approx(2 * normal_cdf(sigma / std::sqrt(2.0)) - 1).epsilon(1e-5));
        CHECK(theil(d) == Approx(sigma * sigma / 2).epsilon(1e-4));
    }
}

TEST_CASE("the Gini of an exponential distribution is 1/2, its Theil 1 less Euler's constant") {
    const auto d = exponential(2e6);
    CHECK(gini(d) == Approx(0.5).epsilon(1e-5));
    CHECK(theil(d) == Approx(1 - 0.5772156649).epsilon(1e-4));
}

TEST_CASE("the Lorenz curve of an exponential distribution is p + (1 - p) ln(1 - p)") {
    const auto d = exponential(2e6);
    for (const double p : {0.1, 0.4, 0.8, 0.99})
        CHECK(lorenz(d, p) == Approx(p + (1 - p) * std::log(1 - p)).epsilon(1e-3));
    CHECK(lorenz(d, 0) == 0);
    CHECK(lorenz(d, 1) == Approx(1));
}

TEST_CASE("Gini and Theil of four persons with 1, 2, 3 and 4, worked by hand") {
    const auto d = persons_at({1, 2, 3, 4});
    CHECK(gini(d) == Approx(0.25));
    CHECK(
        theil(d) ==
        Approx((0.4 * std::log(0.4) + 0.8 * std::log(0.8) + 1.2 * std::log(1.2) + 1.6 * std::log(1.6)) / 4));
    CHECK(lorenz(d, 0.5) == Approx(0.3));
    CHECK(lorenz(d, 0.125) == Approx(0.05)); // half of the poorest person
}

TEST_CASE("where all have the same there is no inequality; where one of n has all it is 1 - 1/n and ln n") {
    CHECK(gini(persons_at({5, 5, 5})) == Approx(0).margin(1e-12));
    CHECK(theil(persons_at({5, 5, 5})) == Approx(0).margin(1e-12));
    Distribution one_has_all;
    add(one_has_all, 0, 9);
    add(one_has_all, 1e6, 1);
    CHECK(gini(one_has_all) == Approx(0.9));
    CHECK(theil(one_has_all) == Approx(std::log(10.0)));
}

TEST_CASE("weights count persons: twice the weight is two persons, and all weights doubled change nothing") {
    Distribution twice;
    for (const double amount : {1, 2, 3, 4}) add(twice, 100000 * amount, amount == 3 ? 2 : 1);
    const auto two = persons_at({1, 2, 3, 3, 4});
    CHECK(gini(twice) == Approx(gini(two)));
    CHECK(theil(twice) == Approx(theil(two)));
    Distribution doubled;
    for (const double amount : {1, 2, 3, 3, 4}) add(doubled, 100000 * amount, 2);
    CHECK(gini(doubled) == Approx(gini(two)));
}

TEST_CASE("a transfer from a richer to a poorer person lowers Gini and Theil") {
    const auto before = persons_at({1, 2, 5, 8}), after = persons_at({1, 3, 5, 7});
    CHECK(gini(after) < gini(before));
    CHECK(theil(after) < theil(before));
}

TEST_CASE("the concentration index of under-five deaths in India 1982-92 by wealth is -0.1694") {
    // Births and deaths per 1,000 by fifths; World Bank, Quantitative Techniques for Health Equity Analysis,
    // technical note 7, table 1.
    const std::vector<std::pair<double, double>> fifths = {
        {29939, 154.7}, {28776, 152.9}, {26528, 119.5}, {24689, 86.9}, {19739, 54.3}};
    Distribution d;
    double rupiah = 300000;
    for (const auto& [births, rate] : fifths) add(d, rupiah *= 1.4, births, births * rate / 1000);
    CHECK(concentration_index(d) == Approx(-0.1694).margin(0.00005));
}

TEST_CASE("the concentration index is 0 where benefits are even, 1/n - 1 where the poorest of n has all") {
    Distribution even, poorest, richest;
    for (int person = 0; person < 5; ++person) {
        add(even, 100000 * (person + 1), 1, 7);
        add(poorest, 100000 * (person + 1), 1, person == 0 ? 7 : 0);
        add(richest, 100000 * (person + 1), 1, person == 4 ? 7 : 0);
    }
    CHECK(concentration_index(even) == Approx(0).margin(1e-12));
    CHECK(concentration_index(poorest) == Approx(1.0 / 5 - 1));
    CHECK(concentration_index(richest) == Approx(1 - 1.0 / 5));
}

TEST_CASE("benefits in proportion to consumption have consumption's Gini for concentration index") {
    auto d = log_normal(0.7);
    for (std::size_t bin = 0; bin < money_bin_count; ++bin) d.benefits[bin] = 0.01 * d.consumption[bin];
    CHECK(concentration_index(d) == Approx(gini(d)).epsilon(1e-9));
}

TEST_CASE("each tenth holds a tenth of persons, poorest first") {
    const auto d = log_normal(0.6);
    std::array<double, money_bin_count> in_bins{};
    std::copy(d.persons.begin(), d.persons.end(), in_bins.begin());
    const auto starts = tenth_starts(in_bins);
    for (std::size_t t = 1; t < starts.size(); ++t) CHECK(starts[t] > starts[t - 1]);
    std::vector<double> persons(10, 0);
    for (std::size_t bin = 0; bin < money_bin_count; ++bin)
        persons[tenth_of(static_cast<std::uint16_t>(bin), starts)] += d.persons[bin];
    for (const double share : persons) CHECK(share == Approx(0.1).margin(0.0015)); // a bin at each edge
}

TEST_CASE("where all stand in one bin they are the middle tenth, and without persons there is one tenth") {
    std::array<double, money_bin_count> all_alike{};
    all_alike[1000] = 7;
    CHECK(tenth_of(1000, tenth_starts(all_alike)) == 5);
    CHECK(tenth_of(999, tenth_starts(all_alike)) == 0);
    CHECK(tenth_of(money_bin_count - 1, tenth_starts(std::array<double, money_bin_count>{})) == 0);
}

TEST_CASE("bins without persons can be left out") {
    auto d = persons_at({1, 2, 3, 4});
    const double full = gini(d), theil_full = theil(d);
    d.drop_empty_bins();
    CHECK(d.persons.size() == 4);
    CHECK(gini(d) == full);
    CHECK(theil(d) == theil_full);
    d.clear();
    CHECK(d.persons == std::vector<double>(money_bin_count, 0.0));
}

TEST_CASE("an empty distribution has no inequality to speak of, one without benefits no concentration") {
    const Distribution empty;
    CHECK(std::isnan(gini(empty)));
    CHECK(std::isnan(theil(empty)));
    CHECK(std::isnan(lorenz(empty, 0.4)));
    CHECK(std::isnan(concentration_index(empty)));
    CHECK(std::isnan(concentration_index(persons_at({1, 2}))));
}

TEST_CASE("the Atkinson index of a log-normal distribution is 1 - exp(-aversion sigma^2 / 2)") {
    for (const double sigma : {0.3, 0.6, 0.9}) {
        const auto d = log_normal(sigma);
        CHECK(atkinson_half(d) == Approx(1 - std::exp(-sigma * sigma / 4)).epsilon(1e-4));
        CHECK(atkinson_one(d) == Approx(1 - std::exp(-sigma * sigma / 2)).epsilon(1e-4));
    }
}

TEST_CASE("Atkinson indices of four persons with 1, 2, 3 and 4, worked by hand") {
    const auto d = persons_at({1, 2, 3, 4});
    const double roots = (1 + std::sqrt(2.0) + std::sqrt(3.0) + 2) / 4;
    CHECK(atkinson_half(d) == Approx(1 - roots * roots / 2.5));
    CHECK(atkinson_one(d) == Approx(1 - std::pow(24.0, 0.25) / 2.5));
    CHECK(atkinson_one(persons_at({5, 5})) == Approx(0).margin(1e-12));
}

TEST_CASE("where somebody has nothing an aversion of 1 sees complete inequality, one of 1/2 the share") {
    Distribution d;
    add(d, 0, 3);
    add(d, 1e6, 1);
    CHECK(atkinson_one(d) == 1);
    CHECK(atkinson_half(d) == Approx(0.75));
    CHECK(std::isnan(atkinson_half(Distribution{})));
    CHECK(std::isnan(atkinson_one(Distribution{})));
}
