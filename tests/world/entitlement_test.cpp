// SPDX-License-Identifier: Apache-2.0
#include "world/entitlement.hpp"

#include "catch.hpp"

using namespace tujuh;

namespace {

Programme of_kind(ProgrammeKind kind) {
    Programme programme;
    programme.kind = kind;
    return programme;
}

} // namespace

TEST_CASE("benefit units count the household, its members, its children or at most four dependants") {
    CHECK(benefit_units(BenefitUnit::household, 6, 3, 1, 1) == 1);
    CHECK(benefit_units(BenefitUnit::person, 6, 3, 1, 1) == 6);
    CHECK(benefit_units(BenefitUnit::child, 6, 3, 1, 1) == 3);
    CHECK(benefit_units(BenefitUnit::dependant, 6, 1, 1, 1) == 3);
    CHECK(benefit_units(BenefitUnit::dependant, 9, 5, 1, 1) == 4);
    CHECK(benefit_units(BenefitUnit::dependant, 2, 0, 0, 0) == 0);
}

TEST_CASE("required members are a child, or any dependant, or an elder or a person with disability") {
    using R = RequiredMembers;
    CHECK(has_required_members(R::none, 0, 0, 0));
    CHECK(has_required_members(R::child, 1, 0, 0));
    CHECK_FALSE(has_required_members(R::child, 0, 2, 1));
    CHECK(has_required_members(R::child_elder_or_disability, 1, 0, 0));
    CHECK(has_required_members(R::child_elder_or_disability, 0, 1, 0));
    CHECK(has_required_members(R::child_elder_or_disability, 0, 0, 1));
    CHECK_FALSE(has_required_members(R::child_elder_or_disability, 0, 0, 0));
    CHECK(has_required_members(R::elder_or_disability, 0, 1, 0));
    CHECK(has_required_members(R::elder_or_disability, 0, 0, 1));
    CHECK_FALSE(has_required_members(R::elder_or_disability, 3, 0, 0));
}

TEST_CASE("rules read the members of the household that they are asked about") {
    Households h;
    h.resize(2);
    h.size = {1, 5};
    h.children = {0, 3};
    Programme programme;
    programme.required = RequiredMembers::child;
    programme.benefit_per = BenefitUnit::child;
    CHECK_FALSE(meets_conditions(programme, h, 0));
    CHECK(meets_conditions(programme, h, 1));
    CHECK(units_of(programme, h, 0) == 0);
    CHECK(units_of(programme, h, 1) == 3);
}

TEST_CASE("a programme's main need is the one it relieves most, the first of equals, livelihood if none") {
    Programme programme;
    CHECK(main_need_of(programme) == static_cast<std::size_t>(Need::livelihood));
    programme.relief[static_cast<std::size_t>(Need::health)] = 0.2;
    programme.relief[static_cast<std::size_t>(Need::care)] = 0.5;
    CHECK(main_need_of(programme) == static_cast<std::size_t>(Need::care));
    programme.relief[static_cast<std::size_t>(Need::shelter)] = 0.5;
    CHECK(main_need_of(programme) == static_cast<std::size_t>(Need::shelter));
}

TEST_CASE("cash and food are paid, services and assets relieve, a premium does neither") {
    for (const auto kind : {ProgrammeKind::cash, ProgrammeKind::food}) {
        CHECK(pays_in_cash_or_food(of_kind(kind)));
        CHECK_FALSE(relieves_directly(of_kind(kind)));
    }
    for (const auto kind : {ProgrammeKind::service, ProgrammeKind::asset}) {
        CHECK_FALSE(pays_in_cash_or_food(of_kind(kind)));
        CHECK(relieves_directly(of_kind(kind)));
    }
    CHECK_FALSE(pays_in_cash_or_food(of_kind(ProgrammeKind::premium)));
    CHECK_FALSE(relieves_directly(of_kind(ProgrammeKind::premium)));
}
