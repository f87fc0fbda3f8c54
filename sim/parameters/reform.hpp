// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Policy-makers: streams, windows, budgets, lags, courts, and how far a reform moves its lever (ODD 7.11).
struct ReformParameters {
    double stance_counts, stream_months, stream_rest, organisation_support, stance_support;
    double threshold, steepness, persuasion, agenda_places, window_months, focusing_share;
    double envelope, national_envelope, wage, standard_cost, point_cost, registry_cost;
    double lag_months, loss, life_months, court_success, court_evidence, court_months, court_rest;
    double quota_gain, workers_gain, standard_gain, distance_gain, cutoff_gain, benefit_gain, registry_gain;
    double bias_hurts, distance_hurts, waiting_hurts, doubt_hurts, poverty_hurts;
    double evidence_gain, stance_gain, build_gain, recommend_support, recommend_ease, mobilise_gain,
        draft_gain, enough;
};

inline constexpr ParameterRow<ReformParameters> reform_rows[] = {
    {"reform.stance_counts", &ReformParameters::stance_counts, "0-1", 0.5, 0, 1,
     assumed("middle of the scale"), "stance from which an agency has taken a stand"},
    // ---- Streams
    {"reform.stream_months", &ReformParameters::stream_months, "months", 18, 1, 240,
     assumed("attention to an issue lasts one or two years (issue-attention cycle, Downs 1972)"),
     "half-life of evidence, proposal, support and ease"},
    {"reform.stream_rest", &ReformParameters::stream_rest, "0-1", 0.1, 0, 1,
     assumed("every issue has some advocates"), "where streams stand when nobody works on them"},
    {"reform.organisation_support", &ReformParameters::organisation_support, "0-1", 0.3, 0, 1,
     assumed("organised beneficiaries keep an issue alive"),
     "lasting support at full strength of the beneficiaries' bodies"},
    {"reform.stance_support", &ReformParameters::stance_support, "0-1", 0.3, 0, 1,
     assumed("as much as organised beneficiaries"), "lasting support when all agencies have taken a stand"},
    // ---- Passage
    {"reform.threshold", &ReformParameters::threshold, "0-1", 0.7, 0, 1,
     assumed("so that districts of today pass 0.1 to 0.5 measures a year"),
     "geometric mean of the streams at which a costless measure passes a window with even chance"},
    {"reform.steepness", &ReformParameters::steepness, "per unit", 10, 1, 100,
     assumed("streams a quarter short of the threshold pass one time in thirteen"),
     "steepness of the chance to pass in the streams"},
    {"reform.persuasion", &ReformParameters::persuasion, "share", 0.4, 0, 1,
     assumed("advice does not take the place of evidence, proposal and support"),
     "part of the threshold that recommendation can take away"},
    {"reform.agenda_places", &ReformParameters::agenda_places, "measures", 1, 1, 9,
     assumed("attention is scarce, so issues are taken up one at a time (Baumgartner & Jones 1993)"),
     "measures that one window lets through"},
    {"reform.window_months", &ReformParameters::window_months, "months", 3, 1, 12,
     assumed("a window is soon over (Kingdon 1984)"),
     "months for which a disaster keeps a window open; the budget opens one for its month"},
    {"reform.focusing_share", &ReformParameters::focusing_share, "share of disasters", 0.02, 0, 1,
     assumed("one village disaster in fifty is heard of in the capital"),
     "disasters in villages that open a window in the district"},
    // ---- Budget
    {"reform.envelope", &ReformParameters::envelope, "share", 0.06, 0, 1,
     assumed("room for new measures in the budgets of districts is small"),
     "what measures of a district may cost a year, of the budgets of its programmes"},
    {"reform.national_envelope", &ReformParameters::national_envelope, "share", 0.1, 0, 1,
     assumed("social assistance varied by some tenths between years"),
     "what measures of the ministry may cost a year, of the budgets of all programmes"},
    {"reform.wage", &ReformParameters::wage, "rupiah a year", 48000000, 0, 1e9,
     assumed("about four million a month with allowances"), "cost of a full-time social worker"},
    {"reform.standard_cost", &ReformParameters::standard_cost, "rupiah a year", 500000000, 0, 1e12,
     assumed("staff and inspection for a few service units"), "cost of a higher standard, by agency"},
    {"reform.point_cost", &ReformParameters::point_cost, "rupiah a year", 100000000, 0, 1e12,
     assumed("two posts and transport"), "cost of better distribution, by point"},
    {"reform.registry_cost", &ReformParameters::registry_cost, "share", 0.01, 0, 1,
     assumed("a round visits tens of millions of households"),
     "cost a year of more frequent registry rounds, of the budgets of all programmes"},
    // ---- From enactment to effect
    {"reform.lag_months", &ReformParameters::lag_months, "months", 9, 0, 60,
     assumed("rules, money and staff follow in the next budget year"),
     "mean lag between enactment and effect without help; it varies by half either way"},
    {"reform.loss", &ReformParameters::loss, "share", 0.4, 0, 1,
     assumed("implementation falls short of intent (Pressman & Wildavsky 1973)"),
     "mean part of a reform lost on the way without help; it varies by half either way"},
    {"reform.life_months", &ReformParameters::life_months, "months", 60, 6, 600, assumed("a term of office"),
     "mean life of a measure in force"},
    {"reform.court_success", &ReformParameters::court_success, "chance", 0.12, 0, 1,
     recalled("share of judicial reviews granted; to be checked"),
     "chance that a court strikes down a rule, without evidence"},
    {"reform.court_evidence", &ReformParameters::court_evidence, "chance", 0.25, 0, 1,
     assumed("well-documented harm persuades courts"), "chance added by full evidence"},
    {"reform.court_months", &ReformParameters::court_months, "months", 9, 0, 60,
     assumed("most of a year from filing to compliance"), "months from a suit to the effect of the verdict"},
    {"reform.court_rest", &ReformParameters::court_rest, "months", 24, 1, 240,
     assumed("a case that was lost needs new grounds"), "months until a rule can be tested again"},
    // ---- Levers at full strength
    {"reform.quota_gain", &ReformParameters::quota_gain, "share", 0.03, 0, 1, assumed("half of the envelope"),
     "places added to pushed programmes"},
    {"reform.workers_gain", &ReformParameters::workers_gain, "share", 0.2, 0, 5, assumed("one for each five"),
     "social workers added"},
    {"reform.standard_gain", &ReformParameters::standard_gain, "share of the gap", 0.3, 0, 1,
     assumed("standards are met in part"), "rise of the quality to which agencies drift"},
    {"reform.distance_gain", &ReformParameters::distance_gain, "share", 0.3, 0, 1,
     assumed("visits and agents in the remoter villages"), "distance to a point taken away"},
    {"reform.cutoff_gain", &ReformParameters::cutoff_gain, "share of persons", 0.05, 0, 0.5,
     assumed("half a tenth of the population"), "rise of the cut-off percentiles of all programmes"},
    {"reform.benefit_gain", &ReformParameters::benefit_gain, "share", 0.05, 0, 1,
     assumed("half of the envelope"), "rise of benefits"},
    {"reform.registry_gain", &ReformParameters::registry_gain, "share", 0.5, 0, 0.9,
     assumed("rounds twice as often"), "cut of the months between registry rounds"},
    // ---- Harm, one half at
    {"reform.bias_hurts", &ReformParameters::bias_hurts, "log points", 0.18, 0.01, 1,
     assumed("as much as the usual rule"), "mean rule bias that makes its harm one half"},
    {"reform.distance_hurts", &ReformParameters::distance_hurts, "km", 4, 0.1, 100,
     assumed("an hour on foot"), "mean distance of the poor that makes the harm of distribution one half"},
    {"reform.waiting_hurts", &ReformParameters::waiting_hurts, "share", 0.02, 0.0001, 1,
     assumed("one approved household waiting for fifty enrolments"),
     "approved requests waiting for each enrolment that make the harm of quotas one half"},
    {"reform.doubt_hurts", &ReformParameters::doubt_hurts, "share", 0.2, 0.001, 1,
     assumed("one household in five"), "households close to a cut-off that make its harm one half"},
    {"reform.poverty_hurts", &ReformParameters::poverty_hurts, "share", 0.1, 0.001, 1,
     assumed("about the national headcount"), "poverty that makes the harm of low benefits one half"},
    // ---- One act of task 5, at full size of a district, by a fully skilled worker
    {"reform.evidence_gain", &ReformParameters::evidence_gain, "share of the gap", 0.03, 0, 1,
     assumed("a few dozen acts of ten hours make a study that convinces"), "evidence gained by 5.1"},
    {"reform.stance_gain", &ReformParameters::stance_gain, "share of the gap", 0.05, 0, 1,
     assumed("one agency of five"), "support gained when an agency takes a stand by 5.2"},
    {"reform.build_gain", &ReformParameters::build_gain, "share", 0.15, 0, 1,
     assumed("one step of several: staff, forms, money, reporting"), "lag left and losses taken away by 5.3"},
    {"reform.recommend_support", &ReformParameters::recommend_support, "share of the gap", 0.02, 0, 1,
     assumed("one hearing"), "support gained by 5.4"},
    {"reform.recommend_ease", &ReformParameters::recommend_ease, "share of the gap", 0.05, 0, 1,
     assumed("one hearing"), "ease of passage gained by 5.4"},
    {"reform.mobilise_gain", &ReformParameters::mobilise_gain, "share of the gap", 0.06, 0, 1,
     assumed("one campaign when all can be reached"), "support gained by 5.5 when all can be mobilised"},
    {"reform.draft_gain", &ReformParameters::draft_gain, "share of the gap", 0.03, 0, 1,
     assumed("a few dozen acts of twelve hours make a draft that can be passed"), "proposal gained by 5.6"},
    {"reform.enough", &ReformParameters::enough, "0-1", 0.3, 0, 1, assumed("lower third of the scale"),
     "evidence, and proposal, from which others can build on it"},
};
static_assert(declares_all_of(reform_rows));

} // namespace tujuh
