// SPDX-License-Identifier: Apache-2.0
// Task 5. Influence social policy (Sukoco 2021; streams: Kingdon 1984).
// Evidence, stands of agencies, carrying out, recommendation, mobilisation, drafts, tests in court.
// Shows in: chance of reform, stands taken by agencies, months from enactment to effect, support for reform,
// households excluded by a rule.
#include "policy/litigation.hpp"
#include "policy/streams.hpp"
#include "tasks/act.hpp"
#include "tasks/gather.hpp"

namespace tujuh {

using namespace literals;

namespace {

const IssueState& issue_of(const Scene& scene, std::size_t issue) {
    return scene.district.executive.issues[issue];
}
const ReformParameters& reform(const Scene& scene) {
    return scene.settings.parameters.reform;
}
bool enough(const Scene& scene, float stream) {
    return static_cast<double>(stream) >= reform(scene).enough;
}

// ---- 5.1 Gather and analyse evidence
// For the issues that hurt most and are known least. The first step: drafts (5.6), advice (5.4) and suits
// (5.7) build on it.

float need_5_1_gather_evidence(const Scene& scene, std::size_t i) {
    const auto& issue = issue_of(scene, i);
    return is_open(scene.world, scene.district, i) ? issue.harm * (1.0f - issue.evidence) : 0.0f;
}

void do_5_1_gather_evidence(const Act& act, IssueState& issue) {
    raise(issue.evidence, act.effect(reform(act.scene).evidence_gain));
}

// ---- 5.2 Get agencies to take a stand
// For agencies without a stance on an issue that hurts; they answer by their responsiveness. (3.1 tells an
// agency about itself; 5.2 wins it for a change elsewhere.)

/// The issue that hurts most of those still open on which the agency has no stance; none: `issue_count`.
std::size_t leading_issue(const Scene& scene, const Agency& agency) {
    std::size_t leading = issue_count;
    for (std::size_t i = 0; i < issue_count; ++i) {
        const bool silent = static_cast<double>(agency.stance[i]) <= reform(scene).stance_counts;
        if (!silent || !is_open(scene.world, scene.district, i)) continue;
        if (leading == issue_count || issue_of(scene, i).harm > issue_of(scene, leading).harm) leading = i;
    }
    return leading;
}

float need_5_2_win_stances(const Scene& scene, std::size_t a) {
    const auto& agency = scene.district.agencies[a];
    const auto leading = leading_issue(scene, agency);
    return leading < issue_count ? issue_of(scene, leading).harm * agency.responsiveness : 0.0f;
}

void do_5_2_win_stances(const Act& act, std::uint32_t a) {
    auto& district = act.scene.district;
    auto& agency = district.agencies[a];
    const auto leading = leading_issue(act.scene, agency);
    if (leading == issue_count) return;
    const double answers = act.effect(static_cast<double>(agency.responsiveness));
    if (!act.happens(answers, district.number, a)) return;
    agency.stance[leading] = 1.0f;
    raise(district.executive.issues[leading].support, reform(act.scene).stance_gain);
}

// ---- 5.3 Build new systems to carry out change
// For measures that the district has passed and that do not yet hold. A court's verdict carries itself out.

float need_5_3_build_for_change(const Scene& scene, std::size_t i) {
    const auto& issue = issue_of(scene, i);
    return issue.is_on_the_way() && !issue.by_court ? 1.0f + issue.lag_left : 0.0f;
}

void do_5_3_build_for_change(const Act& act, IssueState& issue) {
    const double share = act.effect(reform(act.scene).build_gain);
    lower(issue.lag_left, share);
    lower(issue.loss, share);
}

// ---- 5.4 Inform and recommend to policy-makers
// For issues with evidence and a proposal: there is something to recommend.

float need_5_4_recommend(const Scene& scene, std::size_t i) {
    const auto& issue = issue_of(scene, i);
    const bool ready = enough(scene, issue.evidence) && enough(scene, issue.proposal);
    return ready && is_open(scene.world, scene.district, i)
               ? issue.evidence * issue.proposal * (1.0f - issue.ease)
               : 0.0f;
}

void do_5_4_recommend(const Act& act, IssueState& issue) {
    raise(issue.support, act.effect(reform(act.scene).recommend_support));
    raise(issue.ease, act.effect(reform(act.scene).recommend_ease));
}

// ---- 5.5 Mobilise others
// For issues that lack support, as far as there is anybody to mobilise: organised beneficiaries, living
// groups, recipients.

/// Part of the district that can be reached: 1 - (1 - organised)(1 - villages with a group)(1 - recipients).
double mobilisable(const Scene& scene) {
    const auto& district = scene.district;
    double with_group = 0, enrolled = 0;
    for (auto v = district.village_begin; v < district.village_end; ++v)
        for (const auto& group : scene.world.villages[v].groups)
            if (group.alive) {
                with_group += 1;
                break;
            }
    for (const auto count : district.enrolled) enrolled += static_cast<double>(count);
    const double villages = district.village_end - district.village_begin;
    const double pairs = static_cast<double>(scene.world.programme_count) *
                         (end_household(scene.world, district) - first_household(scene.world, district));
    const double recipients = pairs > 0 ? clamp01(enrolled / pairs) : 0.0;
    return 1.0 - (1.0 - static_cast<double>(district.organisation)) * (1.0 - with_group / villages) *
                     (1.0 - recipients);
}

float need_5_5_mobilise(const Scene& scene, std::size_t i, float reached) {
    const auto& issue = issue_of(scene, i);
    return is_open(scene.world, scene.district, i) ? reached * issue.harm * (1.0f - issue.support) : 0.0f;
}

void do_5_5_mobilise(const Act& act, IssueState& issue) {
    raise(issue.support, act.effect(reform(act.scene).mobilise_gain) * mobilisable(act.scene));
}

// ---- 5.6 Draft programmes and rules
// For issues with evidence that lack a proposal.

float need_5_6_draft_rules(const Scene& scene, std::size_t i) {
    const auto& issue = issue_of(scene, i);
    const bool known = enough(scene, issue.evidence) && is_open(scene.world, scene.district, i);
    return known ? issue.evidence * (1.0f - issue.proposal) : 0.0f;
}

void do_5_6_draft_rules(const Act& act, IssueState& issue) {
    raise(issue.proposal, act.effect(reform(act.scene).draft_gain));
}

// ---- 5.7 Test law and policy through legal means
// For rules unfavourable to the vulnerable, with evidence. (2.6 and 3.1 ask the agency; the court compels
// it.)

float need_5_7_test_law(const Scene& scene, std::size_t i) {
    const auto& issue = issue_of(scene, i);
    return can_be_tested(static_cast<Issue>(i), issue, scene.world.tick, reform(scene))
               ? issue.harm * issue.evidence
               : 0.0f;
}

void do_5_7_test_law(const Act& act, std::uint32_t i) {
    const auto& scene = act.scene;
    auto& issue = scene.district.executive.issues[i];
    const double chance = chance_in_court(issue, act.effect(1.0), reform(scene));
    record_verdict(issue, act.happens(chance, scene.district.number, i), scene.world.tick, reform(scene));
}

} // namespace

void gather_for_task5(const Scene& scene, Activity activity, Candidates& out) {
    const auto gather = [&](auto need) {
        gather_offices(issue_count, out, [&](std::size_t i) { return need(scene, i); });
    };
    switch (activity) {
    case "5.1"_activity:
        return gather(need_5_1_gather_evidence);
    case "5.2"_activity:
        return gather_offices(agency_count, out,
                              [&](std::size_t a) { return need_5_2_win_stances(scene, a); });
    case "5.3"_activity:
        return gather(need_5_3_build_for_change);
    case "5.4"_activity:
        return gather(need_5_4_recommend);
    case "5.5"_activity: {
        const auto reached = static_cast<float>(mobilisable(scene));
        return gather([&](const Scene& here, std::size_t i) { return need_5_5_mobilise(here, i, reached); });
    }
    case "5.6"_activity:
        return gather(need_5_6_draft_rules);
    case "5.7"_activity:
        return gather(need_5_7_test_law);
    default:
        return;
    }
}

void do_in_task5(const Act& act, std::uint32_t target) {
    const auto issue = [&]() -> IssueState& { return act.scene.district.executive.issues[target]; };
    switch (act.activity) {
    case "5.1"_activity:
        return do_5_1_gather_evidence(act, issue());
    case "5.2"_activity:
        return do_5_2_win_stances(act, target);
    case "5.3"_activity:
        return do_5_3_build_for_change(act, issue());
    case "5.4"_activity:
        return do_5_4_recommend(act, issue());
    case "5.5"_activity:
        return do_5_5_mobilise(act, issue());
    case "5.6"_activity:
        return do_5_6_draft_rules(act, issue());
    case "5.7"_activity:
        return do_5_7_test_law(act, target);
    default:
        return;
    }
}

} // namespace tujuh
