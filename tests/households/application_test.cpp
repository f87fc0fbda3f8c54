// SPDX-License-Identifier: Apache-2.0
#include "households/application.hpp"

#include "catch.hpp"
#include "parameters/parameters.hpp"

#include <cmath>
#include <functional>

using namespace tujuh;

namespace {

constexpr Parameters parameters = default_parameters();

ApplicationRates rates() {
    return application_rates(parameters.application, parameters.relaxation.knowledge);
}

ApplicationCauses<float> usual_causes() {
    ApplicationCauses<float> c{};
    c.benefit_share = 0.1f;
    c.deficit = 0.4f;
    c.capability = 0.5f;
    c.burden = 0.5f;
    c.distance_km = 4;
    c.stigma = 0.3f;
    c.morale = 0.5f;
    return c;
}

double chance(const std::function<void(ApplicationCauses<float>&)>& change, const ApplicationRates& r) {
    auto causes = usual_causes();
    change(causes);
    return static_cast<double>(application_chance(causes, r));
}
double chance(const std::function<void(ApplicationCauses<float>&)>& change) {
    return chance(change, rates());
}

const auto as_usual = [](ApplicationCauses<float>&) {};

} // namespace

TEST_CASE("the chance of a request, worked by hand") {
    ApplicationParameters p = parameters.application;
    p.apply_rate = 0.5;
    p.benefit = 2;
    p.need = 1;
    p.learning = 2;
    p.compliance = 1;
    p.documents = 0.5;
    p.distance = 0.1;
    p.stigma = 1;
    p.morale = 1;
    p.informed_saves = 0.25;
    p.worker_saves = 0.5;
    ApplicationCauses<float> c{};
    c.benefit_share = std::exp(0.5f) - 1; // ln(1 + share) = 1/2
    c.deficit = 0.4f;
    c.capability = 0.6f;
    c.informed = c.helped = c.papers_missing = 1;
    c.burden = 0.4f;
    c.distance_km = 3;
    c.stigma = 0.2f;
    c.morale = 0.8f;
    const double weight = 1.0 + 0.4 - 2 * 0.4 * 0.75 - 0.4 * 0.5 - 0.5 - 0.3 - 0.2 + 0.3;
    const double expected = 1 - std::exp(-0.5 / (1 + std::exp(-weight)));
    CHECK(application_chance(c, application_rates(p, 60)) == Approx(expected).epsilon(1e-5));
}

TEST_CASE("benefit, need, capability, information, help and morale raise the chance of a request") {
    CHECK(chance([](auto& c) { c.benefit_share = 0.5f; }) > chance(as_usual));
    CHECK(chance([](auto& c) { c.deficit = 0.9f; }) > chance(as_usual));
    CHECK(chance([](auto& c) { c.capability = 0.9f; }) > chance(as_usual));
    CHECK(chance([](auto& c) { c.informed = 1; }) > chance(as_usual));
    CHECK(chance([](auto& c) { c.helped = 1; }) > chance(as_usual));
    CHECK(chance([](auto& c) { c.morale = 0.9f; }) > chance(as_usual));
}

TEST_CASE("distance, stigma, missing papers and procedure lower the chance of a request") {
    CHECK(chance([](auto& c) { c.distance_km = 12; }) < chance(as_usual));
    CHECK(chance([](auto& c) { c.stigma = 0.9f; }) < chance(as_usual));
    CHECK(chance([](auto& c) { c.papers_missing = 1; }) < chance(as_usual));
    CHECK(chance([](auto& c) { c.burden = 0.9f; }) < chance(as_usual));
}

TEST_CASE("help takes away procedure, information takes away learning, and neither the other's burden") {
    CHECK(chance([](auto& c) { c.burden = 0, c.helped = 1; }) == chance([](auto& c) { c.burden = 0; }));
    CHECK(chance([](auto& c) { c.capability = 1, c.informed = 1; }) ==
          chance([](auto& c) { c.capability = 1; }));
}

TEST_CASE("nobody asks at rate 0, and nobody's chance exceeds that of the full rate") {
    ApplicationParameters p = parameters.application;
    const auto everything_easy = [](auto& c) { c = {100.0f, 1, 1, 1, 0, 1, 0, 0, 0, 1, 0}; };
    const double full = 1 - std::exp(-p.apply_rate);
    CHECK(chance(everything_easy) < full * 1.00001);
    CHECK(chance(everything_easy) > 0.8 * full);
    p.apply_rate = 0;
    CHECK(chance(everything_easy, application_rates(p, 60)) == 0);
}

TEST_CASE("a programme becomes known faster where more are enrolled, and among members of groups") {
    const auto& p = parameters.application;
    CHECK(learning_chance(0, false, p) == Approx(1 - std::exp(-p.media_rate)).epsilon(1e-6));
    CHECK(learning_chance(0.5, true, p) ==
          Approx(1 - std::exp(-(p.media_rate + 0.5 * p.peer_rate + p.group_rate))).epsilon(1e-6));
    CHECK(learning_chance(0.6, false, p) > learning_chance(0.2, false, p));
    CHECK(learning_chance(0.2, true, p) > learning_chance(0.2, false, p));
}

TEST_CASE("knowledge and remembered refusals lapse with their half-lives") {
    const auto r = rates();
    const auto left = [](float lapses, double months) {
        return std::pow(1 - static_cast<double>(lapses), months);
    };
    CHECK(left(r.knowledge_lapses, parameters.relaxation.knowledge) == Approx(0.5).epsilon(1e-4));
    CHECK(left(r.denial_forgotten, parameters.application.denial_memory) == Approx(0.5).epsilon(1e-4));
    CHECK(left(r.transport_ends, parameters.application.transport_months) == Approx(0.5).epsilon(1e-4));
}

TEST_CASE(
    "knowing the way through a group takes away a share of learning and compliance, nothing of the rest") {
    const auto bridged = [](ApplicationCauses<float>& c) { c.bridged = 1; };
    CHECK(chance(bridged) > chance(as_usual));
    const auto no_burden = [&](ApplicationCauses<float>& c) { c.capability = 1, c.burden = 0; };
    CHECK(chance([&](ApplicationCauses<float>& c) { no_burden(c), bridged(c); }) == chance(no_burden));
}
