// SPDX-License-Identifier: Apache-2.0
#include "households/care.hpp"

#include "catch.hpp"
#include "parameters/parameters.hpp"

#include <cmath>

using namespace tujuh;

namespace {

constexpr Parameters parameters = default_parameters();

struct Family {
    float in_crisis = 0, want = 0, dependants = 0.5f, capability = 0.5f, support = 0;
};

float next(float risk, const Family& f, const CareRates& r = care_rates(parameters.care)) {
    return next_care_risk(risk, f.in_crisis, f.want, f.dependants, f.capability, f.support, r);
}

double settled(const Family& f, const CareRates& r = care_rates(parameters.care)) {
    float risk = 0.5f;
    for (int month = 0; month < 1000; ++month) risk = next(risk, f, r);
    return static_cast<double>(risk);
}

} // namespace

TEST_CASE("without stress, at middling capability, care risk rests at its base") {
    CHECK(settled({}) == Approx(parameters.care.risk_base).epsilon(1e-4));
}

TEST_CASE("care risk rests at base x exp(stress - capability - support), worked by hand") {
    CareParameters p = parameters.care;
    p.risk_base = 0.1;
    p.stress_crisis = 0.8;
    p.stress_want = 0.5;
    p.stress_members = 0.6;
    p.protects_capability = 1;
    p.protects_support = 0.4;
    const double exponent = 0.8 + 0.5 * 0.6 + 0.6 * (0.75 - 0.5) - (0.7 - 0.5) - 0.4 * 0.5;
    CHECK(settled({1, 0.6f, 0.75f, 0.7f, 0.5f}, care_rates(p)) ==
          Approx(0.1 * std::exp(exponent)).epsilon(1e-4));
}

TEST_CASE("crisis, want and many dependants raise care risk; capability and support lower it") {
    CHECK(settled({1, 0, 0.5f, 0.5f, 0}) > settled({}));
    CHECK(settled({0, 0.5f, 0.5f, 0.5f, 0}) > settled({}));
    CHECK(settled({0, 0, 0.9f, 0.5f, 0}) > settled({}));
    CHECK(settled({0, 0, 0.5f, 0.9f, 0}) < settled({}));
    CHECK(settled({0, 0, 0.5f, 0.5f, 0.9f}) < settled({}));
}

TEST_CASE("dependants up to half of the household are no burden") {
    CHECK(settled({0, 0, 0.0f, 0.5f, 0}) == settled({0, 0, 0.5f, 0.5f, 0}));
}

TEST_CASE("the exponent is capped on both sides") {
    CareParameters p = parameters.care;
    p.stress_crisis = p.protects_support = 4;
    p.exponent_limit = 1;
    const auto r = care_rates(p);
    CHECK(settled({1, 0, 0.5f, 0.5f, 0}, r) == Approx(p.risk_base * std::exp(1.0)).epsilon(1e-4));
    CHECK(settled({0, 0, 0.5f, 0.5f, 1}, r) == Approx(p.risk_base * std::exp(-1.0)).epsilon(1e-4));
}

TEST_CASE("care risk changes with its half-life and stays between 0 and 1") {
    float risk = 0.9f;
    for (int month = 0; month < static_cast<int>(parameters.care.risk_months); ++month) risk = next(risk, {});
    CHECK(risk == Approx((0.9 + parameters.care.risk_base) / 2).epsilon(1e-4));
    CareParameters p = parameters.care;
    p.risk_base = 1;
    CHECK(settled({1, 1, 1, 0, 0}, care_rates(p)) == 1);
}

TEST_CASE("misuse that nobody finds is half gone after its half-life") {
    const auto r = care_rates(parameters.care);
    CHECK(std::pow(1 - static_cast<double>(r.misuse_ends), parameters.care.misuse_months) ==
          Approx(0.5).epsilon(1e-4));
}

namespace {

/// Share of households in which the chance came true, over words that are drawn evenly.
template <class Happens> double share_of(Happens&& happens) {
    const Draws draws{3, 0};
    double count = 0;
    constexpr std::uint32_t households = 200000;
    for (std::uint32_t i = 0; i < households; ++i)
        count += happens(draws.words(i, 0, Purpose::household_safety)) ? 1 : 0;
    return count / households;
}
double error_of(double share) {
    return 4.9 * std::sqrt(share / 200000);
}

} // namespace

TEST_CASE("harm begins in proportion to care risk, and safe households are reported at the declared rate",
          "[safety]") {
    const auto& p = parameters.care;
    const auto r = care_rates(p);
    const auto begins = [&](float risk) {
        return share_of(
                   [&](const Words& w) { return month_of_safe(uniform_from(w.word[0]), risk, r).harmed; }) /
               safe_thinning;
    };
    const auto base = static_cast<float>(p.risk_base);
    CHECK(begins(base) == Approx(p.harm_rate).margin(error_of(p.harm_rate * safe_thinning) / safe_thinning));
    CHECK(begins(2 * base) == Approx(2 * begins(base)).epsilon(0.05));
    CHECK(begins(0) == 0);
    const double reported = share_of([&](const Words& w) {
                                return month_of_safe(uniform_from(w.word[0]), base, r).falsely_reported;
                            }) /
                            safe_thinning;
    CHECK(reported ==
          Approx(p.false_reports).margin(error_of(p.false_reports * safe_thinning) / safe_thinning));
}

TEST_CASE("harm ends by itself after its mean duration, and is reported the more, the more aware the village",
          "[safety]") {
    const auto& p = parameters.care;
    const auto r = care_rates(p);
    const auto becomes = [&](Safety now, Safety then, float awareness) {
        return share_of([&](const Words& w) { return next_safety(now, w, 0.12f, awareness, r) == then; });
    };
    const double ends = 1 / p.harm_months;
    for (const auto now : {Safety::harmed, Safety::reported})
        CHECK(becomes(now, Safety::safe, 0.5f) == Approx(ends).margin(error_of(ends)));
    for (const float awareness : {0.0f, 1.0f}) {
        const double reported =
            (1 - ends) * (p.report_unaware + p.report_aware * static_cast<double>(awareness));
        CHECK(becomes(Safety::harmed, Safety::reported, awareness) ==
              Approx(reported).margin(error_of(reported)));
    }
}

TEST_CASE("under a safety plan harm recurs with care risk, and less while somebody watches", "[safety]") {
    const auto& p = parameters.care;
    const auto r = care_rates(p);
    const auto recurs = [&](Safety now, double times) {
        const auto risk = static_cast<float>(times * p.risk_base);
        return share_of([&](const Words& w) { return next_safety(now, w, risk, 0.5f, r) == Safety::harmed; });
    };
    CHECK(recurs(Safety::known, 1) == Approx(p.recurrence_rate).margin(error_of(p.recurrence_rate)));
    CHECK(recurs(Safety::known, 2) == Approx(2 * recurs(Safety::known, 1)).epsilon(0.1));
    const double watched = p.recurrence_rate * (1 - p.supervision_saves);
    CHECK(recurs(Safety::supervised, 1) == Approx(watched).margin(error_of(watched)));
}
