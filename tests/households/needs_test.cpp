// SPDX-License-Identifier: Apache-2.0
#include "households/needs.hpp"

#include "catch.hpp"
#include "parameters/parameters.hpp"

#include <array>
#include <functional>

using namespace tujuh;

namespace {

constexpr Parameters parameters = default_parameters();

constexpr std::size_t index_of(Need need) {
    return static_cast<std::size_t>(need);
}

/// A household at one and a half poverty lines, half schooled, with children and nothing amiss.
NeedCauses<float> usual_causes() {
    NeedCauses<float> c{};
    c.lines = 1.5f;
    c.schooling = 0.5f;
    c.has_children = 1;
    c.care_risk = 0.1f;
    c.stigma = 0.3f;
    return c;
}

float target(Need need, const std::function<void(NeedCauses<float>&)>& change) {
    auto causes = usual_causes();
    change(causes);
    return need_targets(causes, need_rates(parameters.needs))[index_of(need)];
}

} // namespace

TEST_CASE("targets of a household at half of the span, worked by hand") {
    NeedParameters p = parameters.needs;
    p.livelihood_span = 2;
    p.health_base = 0.1;
    p.health_want = 0.4;
    p.health_illness = 0.3;
    p.education_want = 0.6;
    p.education_schooling = 0.2;
    p.shelter_base = 0.1;
    p.shelter_want = 0.5;
    p.care_members = 0.25;
    p.care_risk_weight = 0.5;
    p.care_crisis = 0.1;
    p.participation_papers = 0.4;
    p.participation_stigma = 0.2;
    NeedCauses<float> c{};
    c.lines = 1; // want 1/2
    c.schooling = 0.75f;
    c.has_children = c.needs_care = c.in_crisis = c.is_ill = c.without_papers = 1;
    c.care_risk = 0.2f;
    c.stigma = 0.5f;
    c.premium = 0.5f;
    const std::array<double, need_count> expected = {
        0.5,      0.1 + 0.4 * 0.5 * 0.5 + 0.3, 0.6 * 0.5 + 0.2 * 0.25, 0.1 + 0.5 * 0.5, 0.25 + 0.1 + 0.1,
        0.4 + 0.1};
    const auto targets = need_targets(c, need_rates(p));
    for (std::size_t d = 0; d < need_count; ++d) {
        INFO(need_rows[d].key);
        CHECK(targets[d] == Approx(expected[d]).epsilon(1e-6));
    }
}

TEST_CASE("want ends where consumption reaches the span") {
    const auto span = static_cast<float>(parameters.needs.livelihood_span);
    CHECK(target(Need::livelihood, [&](auto& c) { c.lines = span; }) == 0);
    CHECK(target(Need::livelihood, [&](auto& c) { c.lines = 10 * span; }) == 0);
    CHECK(target(Need::livelihood, [](auto& c) { c.lines = 0; }) == 1);
}

TEST_CASE("consumption lowers every deficit that want causes, and no other") {
    const auto poorer = [](auto& c) { c.lines = 0.6f; };
    const auto richer = [](auto& c) { c.lines = 1.2f; };
    for (const auto need : {Need::livelihood, Need::health, Need::education, Need::shelter})
        CHECK(target(need, richer) < target(need, poorer));
    for (const auto need : {Need::care, Need::participation})
        CHECK(target(need, richer) == target(need, poorer));
}

TEST_CASE("a premium lowers the health target of the poor, and that alone") {
    const auto premium = [](auto& c) { c.premium = 0.5f; };
    const auto none = [](auto&) {};
    CHECK(target(Need::health, premium) < target(Need::health, none));
    for (const auto need :
         {Need::livelihood, Need::education, Need::shelter, Need::care, Need::participation})
        CHECK(target(need, premium) == target(need, none));
}

TEST_CASE("a premium takes away the cost of care, not the illness") {
    const auto span = static_cast<float>(parameters.needs.livelihood_span);
    const auto rich_and_ill = [&](auto& c) { c.lines = span, c.is_ill = 1; };
    const auto insured = [&](auto& c) { c.lines = span, c.is_ill = 1, c.premium = 1; };
    CHECK(target(Need::health, insured) == target(Need::health, rich_and_ill));
}

TEST_CASE("without children there is no need of education") {
    CHECK(target(Need::education, [](auto& c) { c.has_children = 0, c.lines = 0, c.schooling = 0; }) == 0);
}

TEST_CASE("schooling, papers, crises, illness, care and stigma move the deficits that they should") {
    const auto none = [](auto&) {};
    CHECK(target(Need::education, [](auto& c) { c.schooling = 1; }) < target(Need::education, none));
    CHECK(target(Need::participation, [](auto& c) { c.without_papers = 1; }) >
          target(Need::participation, none));
    CHECK(target(Need::participation, [](auto& c) { c.stigma = 0.9f; }) > target(Need::participation, none));
    CHECK(target(Need::care, [](auto& c) { c.in_crisis = 1; }) > target(Need::care, none));
    CHECK(target(Need::care, [](auto& c) { c.needs_care = 1; }) > target(Need::care, none));
    CHECK(target(Need::care, [](auto& c) { c.care_risk = 0.9f; }) > target(Need::care, none));
    CHECK(target(Need::health, [](auto& c) { c.is_ill = 1; }) > target(Need::health, none));
}

TEST_CASE("targets stay between 0 and 1 whatever comes together") {
    for (const float lines : {0.0f, 0.5f, 1e3f})
        for (const float flag : {0.0f, 1.0f})
            for (const float premium : {0.0f, 1.0f}) {
                NeedCauses<float> c{lines, 1 - flag, flag, flag, flag, flag, flag, flag, flag, premium, flag};
                for (const float deficit : need_targets(c, need_rates(parameters.needs))) {
                    CHECK(deficit >= 0);
                    CHECK(deficit <= 1);
                }
            }
}

TEST_CASE("schooling and houses change slowly, the other needs fast, each with its half-life") {
    const NeedRates r = need_rates(parameters.needs);
    for (std::size_t d = 0; d < need_count; ++d) {
        const auto need = static_cast<Need>(d);
        const bool slow = need == Need::education || need == Need::shelter;
        const double half_life = slow ? parameters.needs.slow_months : parameters.needs.fast_months;
        float deficit = 0.9f;
        for (int month = 0; month < static_cast<int>(half_life); ++month)
            deficit = relax(deficit, 0.1f, kept_of(need, r));
        INFO(need_rows[d].key);
        CHECK(deficit == Approx(0.5).epsilon(1e-4));
    }
}

TEST_CASE("functioning is 1 without deficits, 0 with all, and falls by each need's weight") {
    Households h;
    h.resize(1);
    NeedParameters p = parameters.needs;
    p.weight_livelihood = 4; // weights are shares of their sum
    p.weight_health = p.weight_education = p.weight_shelter = p.weight_care = 1;
    p.weight_participation = 2;
    const auto weight = need_rates(p).weight;
    CHECK(functioning_of(h, 0, weight) == 1);
    h.deficit[index_of(Need::livelihood)][0] = 1;
    CHECK(functioning_of(h, 0, weight) == Approx(0.6).epsilon(1e-6));
    h.deficit[index_of(Need::participation)][0] = 0.5f;
    CHECK(functioning_of(h, 0, weight) == Approx(0.5).epsilon(1e-6));
    for (auto& deficit : h.deficit) deficit[0] = 1;
    CHECK(functioning_of(h, 0, weight) == Approx(0).margin(1e-6));
}
