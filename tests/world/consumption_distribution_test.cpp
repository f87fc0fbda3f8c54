// SPDX-License-Identifier: Apache-2.0
#include "world/consumption_distribution.hpp"

#include "catch.hpp"
#include "world/many_persons.hpp"

#include <utility>

using namespace tujuh;
using namespace tujuh::many_persons;

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
