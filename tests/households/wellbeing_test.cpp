// SPDX-License-Identifier: Apache-2.0
#include "households/wellbeing.hpp"

#include "catch.hpp"
#include "parameters/parameters.hpp"

using namespace tujuh;

namespace {

constexpr Parameters parameters = default_parameters();

WellbeingRates rates() {
    return wellbeing_rates(parameters.wellbeing, parameters.coping, parameters.tasks, parameters.relaxation);
}

template <class Step> float after(int months, float start, Step&& step) {
    float x = start;
    for (int month = 0; month < months; ++month) x = step(x);
    return x;
}

constexpr int long_enough = 2400;

} // namespace

TEST_CASE("morale, stigma and capability are half way home after their half-lives") {
    const auto r = rates();
    const auto& w = parameters.wellbeing;
    const auto half_way = [](double base, float start) { return (base + static_cast<double>(start)) / 2; };
    CHECK(after(static_cast<int>(w.morale_months), 0.15f, [&](float m) {
              return next_morale(m, 0.0f, 0.0f, 0.0f, r);
          }) == Approx(half_way(w.morale_base, 0.15f)).epsilon(1e-4));
    CHECK(after(static_cast<int>(w.stigma_months), 0.9f, [&](float s) { return next_stigma(s, 0.0f, r); }) ==
          Approx(half_way(w.stigma_base, 0.9f)).epsilon(1e-4));
    CHECK(after(static_cast<int>(w.capability_months), 0.9f, [&](float k) {
              return next_capability(k, 0.0f, 0.0f, r);
          }) == Approx(half_way(w.capability_base, 0.9f)).epsilon(1e-4));
}

TEST_CASE("a crisis lowers morale once, in the month in which it begins") {
    const auto r = rates();
    const float base = r.morale_base;
    CHECK(next_morale(base, 1.0f, 0.0f, 0.0f, r) ==
          Approx(parameters.wellbeing.morale_base - parameters.wellbeing.crisis_lowers_morale).epsilon(1e-6));
    CHECK(next_morale(base, 0.0f, 0.0f, 0.0f, r) == Approx(parameters.wellbeing.morale_base).epsilon(1e-6));
}

TEST_CASE("members of a group settle at a morale raised by the gain over the part forgotten each month") {
    const auto r = rates();
    const double raised = parameters.wellbeing.morale_base +
                          parameters.wellbeing.group_raises_morale / (1 - static_cast<double>(r.morale_kept));
    REQUIRE(raised < 1);
    CHECK(after(long_enough, 0.0f, [&](float m) { return next_morale(m, 0.0f, 1.0f, 0.0f, r); }) ==
          Approx(raised).epsilon(1e-4));
}

TEST_CASE("stigma falls with the share of peers enrolled") {
    const auto r = rates();
    float before = 1;
    for (const float peers : {0.0f, 0.3f, 0.7f, 1.0f}) {
        const float settled = after(long_enough, 0.9f, [&](float s) { return next_stigma(s, peers, r); });
        CHECK(settled < before);
        before = settled;
    }
    CHECK(before ==
          Approx(parameters.wellbeing.stigma_base * (1 - parameters.wellbeing.stigma_peers)).epsilon(1e-4));
}

TEST_CASE("capability rests where schooling puts it, and only long crises scar it") {
    const auto r = rates();
    const auto& w = parameters.wellbeing;
    const double rest = w.capability_base + 0.5 * w.capability_schooling;
    CHECK(after(long_enough, 0.0f, [&](float k) { return next_capability(k, 0.5f, 0.0f, r); }) ==
          Approx(rest).epsilon(1e-4));
    const auto k = static_cast<float>(rest);
    CHECK(next_capability(k, 0.5f, static_cast<float>(w.long_crisis), r) == Approx(rest).epsilon(1e-5));
    CHECK(next_capability(k, 0.5f, static_cast<float>(w.long_crisis) + 1, r) ==
          Approx(rest - w.scar).epsilon(1e-5));
}

TEST_CASE("morale and capability stay between 0 and 1") {
    const auto r = rates();
    CHECK(next_morale(0.0f, 1.0f, 0.0f, 0.0f, r) >= 0);
    CHECK(after(500, 0.5f, [&](float m) { return next_morale(m, 1.0f, 0.0f, 0.0f, r); }) >= 0);
    WellbeingRates strong = r;
    strong.group_raises = 0.5f;
    CHECK(after(500, 0.5f, [&](float m) { return next_morale(m, 0.0f, 1.0f, 0.0f, strong); }) == 1);
    strong.scar = 0.9f;
    CHECK(after(500, 0.5f, [&](float k) { return next_capability(k, 0.0f, 100.0f, strong); }) == 0);
}

TEST_CASE("each half-life of wellbeing is the declared one") {
    const auto r = rates();
    CHECK(r.support_kept == Approx(monthly_retention(parameters.wellbeing.support_months)));
    CHECK(r.efficiency_kept == Approx(monthly_retention(parameters.relaxation.coping)));
    CHECK(r.preparedness_kept == Approx(monthly_retention(parameters.tasks.preparedness_months)));
}
