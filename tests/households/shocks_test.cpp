// SPDX-License-Identifier: Apache-2.0
#include "households/shocks.hpp"

#include "catch.hpp"
#include "parameters/parameters.hpp"

#include <cmath>
#include <map>

using namespace tujuh;

namespace {

constexpr Parameters parameters = default_parameters();

/// The length of the interval of draws that bring each kind, to a millionth.
std::map<Crisis, double> shares_of_draws(bool rural, const ShockRates& rates) {
    std::map<Crisis, double> share;
    constexpr int steps = 1000000;
    for (int i = 0; i < steps; ++i)
        share[shock_of((static_cast<float>(i) + 0.5f) / steps, rural, rates)] += 1.0 / steps;
    return share;
}

double recovery(float capability, float morale, float support) {
    return static_cast<double>(recovery_chance(capability, morale, support, shock_rates(parameters.shocks)));
}

} // namespace

TEST_CASE("twelve monthly chances compound to the yearly hazard") {
    for (const double yearly : {0.0, 0.01, 0.3, 2.0})
        CHECK(std::pow(1 - monthly_chance(yearly), 12) == Approx(std::exp(-yearly)).epsilon(1e-12));
}

TEST_CASE("each shock strikes as often as its hazard says, and crops are lost only in the countryside") {
    const auto& p = parameters.shocks;
    const ShockRates rates = shock_rates(p);
    for (const bool rural : {false, true}) {
        auto share = shares_of_draws(rural, rates);
        CHECK(share[Crisis::job_loss] == Approx(monthly_chance(p.job_loss)).margin(3e-6));
        CHECK(share[Crisis::illness] == Approx(monthly_chance(p.illness)).margin(3e-6));
        CHECK(share[Crisis::earner_loss] == Approx(monthly_chance(p.earner_loss)).margin(3e-6));
        CHECK(share[Crisis::crop_loss] == Approx(rural ? monthly_chance(p.crop_loss) : 0).margin(3e-6));
        CHECK(share[Crisis::disaster] == 0);
    }
}

TEST_CASE("without hazards nothing strikes") {
    ShockParameters calm = parameters.shocks;
    calm.job_loss = calm.illness = calm.earner_loss = calm.crop_loss = 0;
    for (const float draw : {0.0f, 1e-9f, 0.5f})
        CHECK(shock_of(draw, true, shock_rates(calm)) == Crisis::none);
}

TEST_CASE("at middling capability and morale a crisis ends at the declared hazard") {
    CHECK(recovery(0.5f, 0.5f, 0) == Approx(1 - std::exp(-parameters.shocks.recovery_rate)).epsilon(1e-6));
}

TEST_CASE("recovery is faster with capability, with morale and with support") {
    for (float x = 0; x < 0.95f; x += 0.1f) {
        CHECK(recovery(x + 0.1f, 0.5f, 0) > recovery(x, 0.5f, 0));
        CHECK(recovery(0.5f, x + 0.1f, 0) > recovery(0.5f, x, 0));
        CHECK(recovery(0.5f, 0.5f, x + 0.1f) > recovery(0.5f, 0.5f, x));
    }
    CHECK(recovery(1, 1, 1) < 1);
    CHECK(recovery(0, 0, 0) > 0);
}

TEST_CASE("support multiplies the hazard of recovery by exp(weight x support), whoever is supported") {
    const auto hazard = [](float capability, float support) {
        return -std::log(1 - recovery(capability, 0.4f, support));
    };
    for (const float capability : {0.1f, 0.5f, 0.9f})
        CHECK(hazard(capability, 0.5f) / hazard(capability, 0) ==
              Approx(std::exp(0.5 * parameters.shocks.recovery_support)).epsilon(1e-4));
}

TEST_CASE("a loss of 40 % leaves 70 % where half of a capability of one half protects") {
    ShockParameters p = parameters.shocks;
    p.capability_protects = 0.5;
    const ShockRates rates = shock_rates(p);
    CHECK(share_left(0.4f, 0.5f, rates) == Approx(0.7).epsilon(1e-6));
    CHECK(share_left(0.4f, 0.0f, rates) == Approx(0.6).epsilon(1e-6));
    CHECK(share_left(0.4f, 1.0f, rates) == Approx(0.8).epsilon(1e-6));
    CHECK(share_left(0.0f, 0.0f, rates) == 1.0f);
    CHECK(share_left(1.0f, 0.0f, rates) == 0.0f);
}
