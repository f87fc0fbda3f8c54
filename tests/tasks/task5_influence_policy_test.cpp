// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "policy/litigation.hpp"
#include "tasks/task_scene.hpp"

using namespace tujuh;
using namespace tujuh::literals;
using namespace tujuh::task_scene;

namespace {

constexpr std::uint32_t documents = static_cast<std::uint32_t>(Issue::documents),
                        rule_bias = static_cast<std::uint32_t>(Issue::rule_bias),
                        quota = static_cast<std::uint32_t>(Issue::quota);

/// Every issue hurts, and nothing has been done on any of them.
struct PolicyScene : TaskScene {
    PolicyScene() {
        for (auto& issue : district().executive.issues) issue.harm = 0.5f;
    }
    IssueState& issue(std::uint32_t which) { return district().executive.issues[which]; }
    ReformParameters& reform() { return settings.parameters.reform; }
};

} // namespace

TEST_CASE("5.1 gathers evidence first where the harm is greatest, and not on what is settled") {
    PolicyScene s;
    s.issue(documents).enacted = 0;
    CHECK_FALSE(holds(s.candidates("5.1"_activity), documents));
    CHECK(holds(s.candidates("5.1"_activity), quota));
    s.act("5.1"_activity, quota);
    CHECK(s.issue(quota).evidence == Approx(s.reform().evidence_gain));
}

TEST_CASE("5.2 wins the stand of an agency that answers, on the issue that hurts most") {
    PolicyScene s;
    s.issue(quota).harm = 0.9f;
    s.district().agencies[2].responsiveness = 1;
    s.act("5.2"_activity, 2);
    CHECK(s.district().agencies[2].stance[quota] == 1);
    CHECK(s.issue(quota).support > 0);
    s.district().agencies[3].responsiveness = 0;
    CHECK_FALSE(holds(s.candidates("5.2"_activity), 3));
    s.act("5.2"_activity, 3);
    CHECK(s.district().agencies[3].stance[quota] == 0);
}

TEST_CASE("5.3 shortens the way of a measure passed, not of a court's verdict nor of one that holds") {
    PolicyScene s;
    CHECK(s.candidates("5.3"_activity).empty());
    s.issue(quota).enacted = 0;
    s.issue(quota).lag_left = 8;
    s.issue(quota).loss = 0.4f;
    record_verdict(s.issue(documents), true, 0, s.reform());
    CHECK(s.candidates("5.3"_activity).size() == 1);
    s.act("5.3"_activity, quota);
    CHECK(s.issue(quota).lag_left < 8);
    CHECK(s.issue(quota).loss < 0.4f);
    s.issue(quota).strength = 0.8f;
    CHECK(s.candidates("5.3"_activity).empty());
}

TEST_CASE("Evidence comes before drafts, and both before advice") {
    PolicyScene s;
    CHECK_FALSE(holds(s.candidates("5.6"_activity), quota));
    s.issue(quota).evidence = 0.8f;
    CHECK(holds(s.candidates("5.6"_activity), quota));
    CHECK_FALSE(holds(s.candidates("5.4"_activity), quota));
    s.act("5.6"_activity, quota);
    CHECK(s.issue(quota).proposal == Approx(s.reform().draft_gain));
    s.issue(quota).proposal = 0.8f;
    CHECK(holds(s.candidates("5.4"_activity), quota));
    s.act("5.4"_activity, quota);
    CHECK(s.issue(quota).ease > 0);
    CHECK(s.issue(quota).support > 0);
}

TEST_CASE("5.5 raises support by how many there are to mobilise") {
    PolicyScene s;
    CHECK(s.candidates("5.5"_activity).empty()); // nobody is organised, nobody receives anything
    s.district().organisation = 0.2f;
    s.act("5.5"_activity, quota);
    const float by_few = s.issue(quota).support;
    s.district().organisation = 1;
    s.act("5.5"_activity, documents);
    CHECK(by_few > 0);
    CHECK(s.issue(documents).support == Approx(5 * by_few));
}

TEST_CASE("5.7 tests a rule that hurts the vulnerable, once in a while; struck down it is gone in full") {
    PolicyScene s;
    CHECK(s.candidates("5.7"_activity).empty()); // without evidence no case
    for (auto& issue : s.district().executive.issues) issue.evidence = 1;
    CHECK(s.candidates("5.7"_activity).size() == 2);
    CHECK_FALSE(holds(s.candidates("5.7"_activity), quota));
    s.reform().court_success = 0;
    s.reform().court_evidence = 0;
    s.act("5.7"_activity, documents);
    CHECK_FALSE(s.issue(documents).is_enacted());
    CHECK_FALSE(holds(s.candidates("5.7"_activity), documents));
    s.reform().court_success = 1;
    s.act("5.7"_activity, rule_bias);
    CHECK(s.issue(rule_bias).by_court);
    CHECK(s.issue(rule_bias).loss == 0);
    CHECK(s.issue(rule_bias).cost == 0);
    CHECK(s.issue(rule_bias).lag_left == Approx(s.reform().court_months));
}
