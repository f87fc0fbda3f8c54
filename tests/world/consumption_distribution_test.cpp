// SPDX-License-Identifier: Apache-2.0
#include "world/consumption_distribution.hpp"

#include "catch.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

using namespace tujuh;

namespace {

ConsumptionCurve log_normal(double level, double spread) {
    return {level, spread, 0.0};
}

const std::vector<ConsumptionCurve> several_curves = {
    {14.0, 0.5, 0.0}, {13.8, 0.45, 0.6}, {14.2, 0.7, -0.5}, {13.5, 1.05, -0.85}, {14.1, 0.51, 0.9}};

/// Consumption and weight of persons at many standings, the slow way to any figure.
struct Person {
    double consumption, weight;
};
std::vector<Person> persons_of(const ConsumptionCurve& curve, double share = 1.0) {
    std::vector<Person> persons;
    const double step = 0.002;
    for (int i = -5000; i <= 7000; ++i) {
        const double z = step * i;
        persons.push_back(
            {consumption_at(curve, z), share * step * tujuh::exp(-0.5 * z * z) / 2.5066282746310002});
    }
    return persons;
}
double mean_of(const std::vector<Person>& persons) {
    double sum = 0;
    for (const Person& person : persons) sum += person.weight * person.consumption;
    return sum;
}
double gini_of(std::vector<Person> persons) {
    std::sort(persons.begin(), persons.end(),
              [](const Person& a, const Person& b) { return a.consumption < b.consumption; });
    double below = 0, sum = 0, ranked = 0;
    for (const Person& person : persons) {
        ranked += person.weight * person.consumption * (2.0 * below + person.weight - 1.0);
        sum += person.weight * person.consumption;
        below += person.weight;
    }
    return ranked / sum;
}

/// An even number between 0 and 1 for a key (the mixing function of SplitMix64).
double even_number(std::uint64_t key) {
    std::uint64_t x = key * 0x9E3779B97F4A7C15u + 0x632BE59BD9B4E019u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    x ^= x >> 31;
    return (static_cast<double>(x >> 12) + 0.5) / 4503599627370496.0;
}

/// Households as after some years of simulation: shocks have cut some resources, the poorer have transfers.
struct Simulated {
    std::vector<double> standing, multiplier, transfer, persons;

    Simulated(std::size_t count, std::uint64_t key) {
        for (std::uint64_t i = 0; i < count; ++i) {
            const double z = normal_quantile(even_number(4 * (key * 100000 + i)));
            const double luck = even_number(4 * (key * 100000 + i) + 1);
            standing.push_back(z);
            multiplier.push_back(luck < 0.1 ? 0.7 : 0.9 + 0.2 * luck);
            transfer.push_back(z + even_number(4 * (key * 100000 + i) + 2) < -0.5 ? 60000.0 : 0.0);
            persons.push_back(1.0 + static_cast<double>((i * 7) % 5));
        }
    }
    ConsumptionSample sample() const { return {standing, multiplier, transfer, persons}; }

    std::vector<Person> under(const ConsumptionCurve& curve) const {
        double all = 0;
        for (const double count : persons) all += count;
        std::vector<Person> result;
        for (std::size_t i = 0; i < standing.size(); ++i)
            result.push_back(
                {multiplier[i] * consumption_at(curve, standing[i]) + transfer[i], persons[i] / all});
        return result;
    }
};

double headcount_of(const std::vector<Person>& persons, double line) {
    double below = 0;
    for (const Person& person : persons)
        if (person.consumption < line) below += person.weight;
    return below;
}

} // namespace

// -------------------------------------------------------------------------------------------------------------

TEST_CASE("an unbent curve is the log-normal with its closed forms") {
    const double level = 13.9, spread = 0.62;
    const ConsumptionCurve curve = log_normal(level, spread);
    CHECK(mean(curve) == Approx(tujuh::exp(level + 0.5 * spread * spread)).epsilon(1e-12));
    CHECK(gini(curve) == Approx(2.0 * normal_cdf(spread / square_root(2.0)) - 1.0).epsilon(1e-12));

    const double line = 600000;
    const double z = (tujuh::log(line) - level) / spread;
    CHECK(fgt(curve, line, 0) == Approx(normal_cdf(z)).epsilon(1e-12));
    const double first = mean(curve) / line * normal_cdf(z - spread);
    const double second =
        tujuh::exp(2.0 * level + 2.0 * spread * spread) / (line * line) * normal_cdf(z - 2.0 * spread);
    CHECK(fgt(curve, line, 1) == Approx(normal_cdf(z) - first).epsilon(1e-10));
    CHECK(fgt(curve, line, 2) == Approx(normal_cdf(z) - 2.0 * first + second).epsilon(1e-9));
    CHECK(lorenz(curve, 0.4) == Approx(normal_cdf(normal_quantile(0.4) - spread)).epsilon(1e-10));
}

TEST_CASE("figures of bent curves agree with sums over many persons") {
    for (const ConsumptionCurve& curve : several_curves) {
        const auto persons = persons_of(curve);
        CHECK(mean(curve) == Approx(mean_of(persons)).epsilon(1e-9));
        CHECK(gini(curve) == Approx(gini_of(persons)).epsilon(1e-5));
        double gap = 0, severity = 0;
        const double line = 700000;
        for (const Person& person : persons) {
            const double short_by = std::max(0.0, 1.0 - person.consumption / line);
            gap += person.weight * short_by;
            severity += person.weight * short_by * short_by;
        }
        CHECK(fgt(curve, line, 1) == Approx(gap).margin(1e-7));
        CHECK(fgt(curve, line, 2) == Approx(severity).margin(1e-7));
    }
}

TEST_CASE("consumption rises with standing and standing_of takes it back") {
    for (const ConsumptionCurve& curve : several_curves) {
        double last = 0;
        for (double z = -6.0; z <= 6.0; z += 0.25) {
            const double consumption = consumption_at(curve, z);
            CHECK(consumption > last);
            CHECK(standing_of(curve, consumption) == Approx(z).margin(1e-9));
            last = consumption;
        }
    }
}

TEST_CASE("the monthly loop's single precision is within a millionth or so of double") {
    for (const ConsumptionCurve& curve : several_curves) {
        const CurveOf<float> single = in_single_precision(curve);
        for (float z = -5.0f; z <= 5.0f; z += 0.5f)
            CHECK(static_cast<double>(consumption_at(single, z)) ==
                  Approx(consumption_at(curve, static_cast<double>(z))).epsilon(5e-6));
    }
}

TEST_CASE("the Lorenz curve starts at 0, ends at 1 and lies below equality") {
    for (const ConsumptionCurve& curve : several_curves) {
        CHECK(lorenz(curve, 0.0) == 0.0);
        CHECK(lorenz(curve, 1.0) == 1.0);
        double last = 0;
        for (double share = 0.1; share < 0.95; share += 0.1) {
            const double held = lorenz(curve, share);
            CHECK(held > last);
            CHECK(held < share);
            last = held;
        }
    }
}

TEST_CASE("the Gini of areas together agrees with a sorted population") {
    const std::vector<ConsumptionCurve> curves = {{14.3, 0.6, 0.4}, {13.7, 0.5, -0.2}};
    auto persons = persons_of(curves[0], 0.7);
    const auto rural = persons_of(curves[1], 0.3);
    persons.insert(persons.end(), rural.begin(), rural.end());
    const std::vector<double> weights = {7.0, 3.0};
    CHECK(gini_of_areas(curves, weights) == Approx(gini_of(persons)).epsilon(1e-5));

    const std::vector<ConsumptionCurve> same = {curves[0], curves[0]};
    CHECK(gini_of_areas(same, weights) == Approx(gini(curves[0])).epsilon(1e-10));
}

// -------------------------------------------------------------------------------------------------------------

TEST_CASE("a fit finds the curve from its own three figures") {
    for (const ConsumptionCurve& curve : several_curves) {
        const double line = 560000;
        const CurveFit fit = fit_curve({line, fgt(curve, line, 0), gini(curve), mean(curve)});
        CHECK(fit.released == Released::none);
        CHECK(fit.curve.level == Approx(curve.level).epsilon(1e-6));
        CHECK(fit.curve.spread == Approx(curve.spread).epsilon(1e-6));
        CHECK(fit.curve.bend == Approx(curve.bend).margin(1e-6));
    }
}

TEST_CASE("a fit holds headcount, Gini and mean at once") {
    // Published lines and headcounts with plausible means: a quiet area, a rich one, and the most unequal
    // one.
    const std::vector<CurveTargets> published = {{655435, 0.1444, 0.2456, 1179056},
                                                 {852768, 0.0428, 0.4410, 2962412},
                                                 {599432, 0.3847, 0.5050, 1291512}};
    for (const CurveTargets& targets : published) {
        const CurveFit fit = fit_curve(targets);
        CHECK(fit.released == Released::none);
        CHECK(fgt(fit.curve, targets.poverty_line, 0) == Approx(targets.headcount).epsilon(1e-9));
        CHECK(gini(fit.curve) == Approx(targets.gini).epsilon(1e-9));
        CHECK(mean(fit.curve) == Approx(targets.mean).epsilon(1e-9));
        CHECK(fit.headcount == Approx(targets.headcount).epsilon(1e-9));
        CHECK(fit.gini == Approx(targets.gini).epsilon(1e-9));
        CHECK(fit.mean == Approx(targets.mean).epsilon(1e-9));
    }
}

TEST_CASE("where no curve has all three figures the mean is released and the others hold") {
    const CurveTargets impossible = {600000, 0.3, 0.15,
                                     3000000}; // nearly equal, yet a third far below the mean
    const CurveFit fit = fit_curve(impossible);
    CHECK(fit.released == Released::mean);
    CHECK(fit.headcount == Approx(0.3).epsilon(1e-9));
    CHECK(fit.gini == Approx(0.15).epsilon(1e-9));
    CHECK(fit.mean < 1000000);
}

TEST_CASE("targets that are no distribution give a flat curve and say so") {
    for (const CurveTargets& targets :
         {CurveTargets{600000, 0.0, 0.3, 1e6}, CurveTargets{600000, 0.1, 0.0, 1e6},
          CurveTargets{600000, 0.1, 1.0, 1e6}, CurveTargets{0, 0.1, 0.3, 1e6}, CurveTargets{}}) {
        const CurveFit fit = fit_curve(targets);
        CHECK(fit.released == Released::all);
        CHECK(fit.curve.level == fit.curve.level);
    }
}

TEST_CASE("a province fit finds the ratio of means behind the province's Gini") {
    const ConsumptionCurve urban = {14.10, 0.60, 0.4}, rural = {13.92, 0.50, 0.1};
    const double share = 0.55;
    const double urban_mean = mean(urban), rural_mean = mean(rural);
    const std::vector<ConsumptionCurve> both = {urban, rural};
    const std::vector<double> weights = {share, 1.0 - share};
    const double province_gini = gini_of_areas(both, weights);
    const double province_mean = share * urban_mean + (1.0 - share) * rural_mean;
    const AreaTargets urban_targets = {620000, fgt(urban, 620000, 0), gini(urban)};
    const AreaTargets rural_targets = {560000, fgt(rural, 560000, 0), gini(rural)};

    const ProvinceFit by_gini =
        fit_province(urban_targets, rural_targets, share, province_mean, province_gini, {1.5, 0.0});
    CHECK(by_gini.ratio ==
          Approx(urban_mean / rural_mean).epsilon(0.005)); // ratios are tried in steps of 0.5 %
    CHECK(by_gini.gini == Approx(province_gini).margin(0.0005));
    CHECK(by_gini.mean == Approx(province_mean).epsilon(1e-9));
    CHECK(by_gini.mean_held);
    CHECK(by_gini.gini_held);

    const ProvinceFit by_rule =
        fit_province(urban_targets, rural_targets, share, province_mean, province_gini);
    CHECK(by_rule.gini_held);
    CHECK(by_rule.ratio < by_gini.ratio); // drawn to the usual ratio of 1.5, within the allowance
    CHECK(by_rule.ratio > 1.5);
    CHECK(by_rule.urban.headcount == Approx(urban_targets.headcount).epsilon(1e-9));
    CHECK(by_rule.rural.gini == Approx(rural_targets.gini).epsilon(1e-9));
}

TEST_CASE("a province's Gini below what its areas allow is missed and reported") {
    const ProvinceFit fit =
        fit_province({624550, 0.0910, 0.357}, {557253, 0.1079, 0.300}, 0.381, 1283538, 0.25);
    CHECK_FALSE(fit.gini_held);
    CHECK(fit.gini > 0.3);
    CHECK(fit.mean == Approx(1283538).epsilon(1e-9));
}

TEST_CASE("a province with one area takes the province's own Gini") {
    const ProvinceFit fit = fit_province({852768, 0.0428, 0.431}, {}, 1.0, 2962412, 0.441);
    CHECK(fit.ratio == 0.0);
    CHECK(fit.urban.gini == Approx(0.441).epsilon(1e-9));
    CHECK(fit.mean == Approx(2962412).epsilon(1e-9));
    CHECK(fit.gini_held);
    CHECK(fit.mean_held);
}

// -------------------------------------------------------------------------------------------------------------

TEST_CASE("a second fit gives simulated households the published figures") {
    const CurveTargets targets = {580349, 0.1103, 0.299, 1205000};
    const ConsumptionCurve first = fit_curve(targets).curve;
    for (const auto& [count, key] :
         {std::pair<std::size_t, std::uint64_t>{150, 1}, {500, 2}, {1500, 3}, {5000, 4}}) {
        const Simulated households(count, key);
        const CurveRefit refit = refit_curve(first, households.sample(), targets);
        INFO(count << " households");
        CHECK(refit.result == RefitResult::solved);
        const auto persons = households.under(refit.curve);
        const double largest_weight =
            std::max_element(persons.begin(), persons.end(), [](const Person& a, const Person& b) {
                return a.weight < b.weight;
            })->weight;
        CHECK(headcount_of(persons, targets.poverty_line) ==
              Approx(targets.headcount).margin(largest_weight));
        CHECK(gini_of(persons) == Approx(targets.gini).margin(1e-6));
        CHECK(mean_of(persons) == Approx(targets.mean).epsilon(1e-9));
        CHECK(refit.headcount == Approx(headcount_of(persons, targets.poverty_line)).epsilon(1e-9));
        CHECK(refit.gini == Approx(gini_of(persons)).epsilon(1e-9));
        CHECK(refit.mean == Approx(mean_of(persons)).epsilon(1e-9));
    }
}

TEST_CASE("a second fit without shocks or transfers changes a large sample's curve little") {
    const CurveTargets targets = {580349, 0.1103, 0.299, 1205000};
    const ConsumptionCurve first = fit_curve(targets).curve;
    Simulated households(5000, 9);
    for (std::size_t i = 0; i < 5000; ++i) {
        households.standing[i] = normal_quantile((static_cast<double>(i) + 0.5) / 5000.0);
        households.multiplier[i] = 1.0;
        households.transfer[i] = 0.0;
        households.persons[i] = 1.0;
    }
    const CurveRefit refit = refit_curve(first, households.sample(), targets);
    CHECK(refit.result == RefitResult::solved);
    CHECK(refit.curve.level == Approx(first.level).margin(0.005));
    CHECK(refit.curve.spread == Approx(first.spread).margin(0.005));
    CHECK(refit.curve.bend == Approx(first.bend).margin(0.01));
}

TEST_CASE("a second fit that cannot succeed leaves the curve and says so") {
    const ConsumptionCurve first = {13.9, 0.5, 0.1};
    Simulated households(200, 5);
    const CurveTargets targets = {580349, 0.1103, 0.299, 1205000};

    SECTION("transfers above the published mean") {
        for (double& transfer : households.transfer) transfer = 2e6;
        const CurveRefit refit = refit_curve(first, households.sample(), targets);
        CHECK(refit.result == RefitResult::unchanged);
        CHECK(refit.curve.level == first.level);
        CHECK(refit.curve.bend == first.bend);
        CHECK(refit.mean > 2e6);
    }
    SECTION("no household") {
        CHECK(refit_curve(first, {}, targets).result == RefitResult::unchanged);
    }
    SECTION("all on one standing") {
        for (double& standing : households.standing) standing = 0.0;
        CHECK(refit_curve(first, households.sample(), targets).result == RefitResult::unchanged);
    }
}

TEST_CASE("a second fit that cannot hold all three figures releases the mean") {
    // A fiftieth below a line close to the mean, with a Gini that puts far more there.
    const CurveTargets targets = {1000000, 0.02, 0.299, 1205000};
    const ConsumptionCurve first = {13.9, 0.5, 0.1};
    const Simulated households(1000, 6);
    const CurveRefit refit = refit_curve(first, households.sample(), targets);
    CHECK(refit.result == RefitResult::mean_released);
    CHECK(refit.headcount == Approx(targets.headcount).margin(0.002));
    CHECK(refit.gini == Approx(targets.gini).margin(1e-6));
    CHECK(refit.mean > 1.1 * targets.mean);
}

// -------------------------------------------------------------------------------------------------------------

TEST_CASE("counting persons makes the permanent standing normal about 0") {
    const double share = 0.35;
    const SizeGradient gradient = size_gradient(3.7, 4.72, 0.0847, share);
    CHECK(gradient.slope > 0.0);
    double persons = 0, first = 0, second = 0, third = 0, below = 0;
    const double step = 0.01;
    for (double normal = -8.0; normal <= 8.0; normal += step) { // of households
        const double x = permanent_standing(gradient, normal);
        const double size = gradient.size_at_zero * tujuh::exp(-gradient.slope * x);
        const double weight = step * tujuh::exp(-0.5 * normal * normal) / 2.5066282746310002 * size;
        persons += weight;
        first += weight * x;
        second += weight * x * x;
        third += weight * x * x * x;
        below += weight * normal_cdf((-1.0 - x) / square_root(1.0 - share)); // whole standing below -1
    }
    CHECK(persons == Approx(3.7).epsilon(1e-9)); // the mean size
    CHECK(first / persons == Approx(0.0).margin(1e-9));
    CHECK(second / persons == Approx(share).epsilon(1e-9));
    CHECK(third / persons == Approx(0.0).margin(1e-9));
    CHECK(below / persons == Approx(normal_cdf(-1.0)).epsilon(1e-9));
}

TEST_CASE("drawn sizes have the published means, among all and among the poor") {
    const double share = 0.35, headcount = 0.0847;
    const SizeGradient gradient = size_gradient(3.7, 4.72, headcount, share);
    const double line_standing = normal_quantile(headcount);
    // 400,000 keyed households: standard errors 0.0025 of all and 0.011 of the poor; bounds are four of them,
    // so a right program fails with probability 1e-4, and with these keys gives the same answer every time.
    const std::uint64_t count = 400000;
    double persons = 0, poor_persons = 0, poor_households = 0, below_minus_half = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        const double x = permanent_standing(gradient, normal_quantile(even_number(3 * i)));
        const double z = x + square_root(1.0 - share) * normal_quantile(even_number(3 * i + 1));
        const int size = household_size(gradient, x, even_number(3 * i + 2));
        persons += size;
        if (z < -0.5) below_minus_half += size;
        if (z < line_standing) {
            poor_households += 1;
            poor_persons += size;
        }
    }
    CHECK(persons / static_cast<double>(count) == Approx(3.7).margin(0.010));
    CHECK(poor_persons / poor_households == Approx(4.72).margin(0.044));
    CHECK(poor_persons / persons == Approx(headcount).margin(0.002));
    CHECK(below_minus_half / persons == Approx(normal_cdf(-0.5)).margin(0.004));
}

TEST_CASE("a size lies between 1 and 10, rises with its uniform and falls with standing") {
    const SizeGradient gradient = size_gradient(3.7, 4.72, 0.0847, 0.35);
    for (double x = -12.0; x <= 12.0; x += 1.0) {
        int last = 0;
        for (double uniform = 0.0005; uniform < 1.0; uniform += 0.0333) {
            const int size = household_size(gradient, x, uniform);
            CHECK(size >= std::max(1, last));
            CHECK(size <= largest_household);
            CHECK(size >= household_size(gradient, x + 1.0, uniform));
            last = size;
        }
    }
}

TEST_CASE("another mean size keeps the gradient") {
    const SizeGradient nation = size_gradient(3.7, 4.72, 0.0847, 0.35);
    const SizeGradient province = with_mean_size(nation, 5.0);
    CHECK(province.slope == nation.slope);
    CHECK(province.size_at_zero / nation.size_at_zero == Approx(5.0 / 3.7).epsilon(1e-12));
}

TEST_CASE("without a permanent part or a difference in sizes there is no gradient") {
    CHECK(size_gradient(3.7, 4.72, 0.0847, 0.0).slope == 0.0);
    CHECK(size_gradient(3.7, 4.72, 0.0847, 0.0).size_at_zero == 3.7);
    CHECK(size_gradient(3.7, 3.7, 0.0847, 0.35).slope == Approx(0.0).margin(1e-12));
}
