// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/together.hpp"
#include "outcomes/outcome_table.hpp"
#include "parameters/reform.hpp"
#include "world/world.hpp"

#include <string_view>

/// What becomes of each issue, month by month: so that the road from evidence to a new rule can be followed.
namespace tujuh {

/// One number kept for each issue and month. Of a national issue it is the ministry's, of the others the mean
/// over districts by their households; a share counts districts so.
struct PolicyRecordRow {
    std::string_view name, unit, title, title_id, definition;
    double (*value)(const IssueState&, std::int32_t tick, const ReformParameters&);
};

inline constexpr std::array<PolicyRecordRow, policy_record_count> policy_record_rows = {{
    {"harm", "index", "harm of the present rule", "kerugian akibat aturan yang berlaku",
     "How much the present rule hurts, 0-1; the ministry has none of its own: 0.",
     [](const IssueState& s, std::int32_t, const ReformParameters&) { return static_cast<double>(s.harm); }},
    {"evidence", "index", "evidence", "bukti", "Stream of problems, 0-1 (Kingdon 1984).",
     [](const IssueState& s, std::int32_t, const ReformParameters&) {
         return static_cast<double>(s.evidence);
     }},
    {"proposal", "index", "draft", "rancangan", "Stream of proposals, 0-1 (Kingdon 1984).",
     [](const IssueState& s, std::int32_t, const ReformParameters&) {
         return static_cast<double>(s.proposal);
     }},
    {"support", "index", "support", "dukungan", "Stream of politics, 0-1 (Kingdon 1984).",
     [](const IssueState& s, std::int32_t, const ReformParameters&) {
         return static_cast<double>(s.support);
     }},
    {"pass_chance", "chance", "chance to pass", "peluang disahkan",
     "Chance that the measure passes, were a window open this month; 0 where it is enacted.",
     [](const IssueState& s, std::int32_t, const ReformParameters&) {
         return static_cast<double>(s.pass_chance);
     }},
    {"in_court", "share", "cases in court", "perkara di pengadilan",
     "Brought to court and not yet at the end of the court's months, whatever the verdict.",
     [](const IssueState& s, std::int32_t tick, const ReformParameters& p) {
         return s.heard_until != IssueState::never && tick + p.court_rest < s.heard_until ? 1.0 : 0.0;
     }},
    {"on_the_way", "share", "reforms on the way", "reformasi sedang berjalan",
     "Passed by policy-makers and not yet in force.",
     [](const IssueState& s, std::int32_t, const ReformParameters&) {
         return s.is_on_the_way() && !s.by_court ? 1.0 : 0.0;
     }},
    {"reform_in_force", "share", "reforms in force", "reformasi yang berlaku",
     "Passed by policy-makers and in force.",
     [](const IssueState& s, std::int32_t, const ReformParameters&) {
         return s.in_force() && !s.by_court ? 1.0 : 0.0;
     }},
    {"struck_down", "share", "rules struck down", "aturan yang dibatalkan",
     "Struck down by a court, with the verdict in force.",
     [](const IssueState& s, std::int32_t, const ReformParameters&) {
         return s.in_force() && s.by_court ? 1.0 : 0.0;
     }},
    {"strength", "index", "strength of the measure in force", "kekuatan ketentuan yang berlaku",
     "How far the lever is moved, 0-1: 1 less what was lost on the way, 0 where nothing is in force.",
     [](const IssueState& s, std::int32_t, const ReformParameters&) {
         return static_cast<double>(s.strength);
     }},
}};

/// Writes the month of every issue. Costs some additions a district.
void record_policy(const World& world, const ReformParameters& p, OutcomeTable& table, std::size_t row,
                   const Together& together);

} // namespace tujuh
