// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.hpp"
#include "base/rupiah.hpp"
#include "scenario/activity.hpp"
#include "scenario/names.hpp"
#include "scenario/programme.hpp"
#include "scenario/published.hpp"
#include "world/consumption_distribution.hpp"
#include "world/household_index.hpp"
#include "world/household_size.hpp"
#include "world/ledger.hpp"
#include "world/policy_state.hpp"

#include <Eigen/Core>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

namespace tujuh {

/// A household on a short list, with how strongly it calls for the act (0: not at all).
struct Listed {
    std::uint32_t household;
    float need;
};

/// A request that a household or its worker files this month.
struct Filing {
    std::uint32_t household;
    std::uint8_t programme;
    bool accompanied;
    bool advocated = false; ///< after a refusal that a worker had set aside
};

/// The door by which a household comes into a programme: what its start is owed to.
enum class Door : std::uint8_t {
    listed,      ///< from the registry's list, by the registry's own measure
    visited,     ///< from the list, by the measure of a worker who came to the home
    asked,       ///< by its own request
    accompanied, ///< by a request that a worker filed with it
    planned,     ///< by a plan that agencies share
    advocated    ///< by a request that a worker took up again after it had failed
};
inline constexpr std::size_t door_count = 6;

/// A served household whose check falls in this month, or whose service is complete.
struct Due {
    std::uint32_t household;
    std::uint8_t programme;
    bool complete;
};

// ---- Informal resource systems
// -------------------------------------------------------------------------------------

/// Kinds of mutual-aid group; a village has at most one of each. The last three are for named vulnerable
/// groups.
enum class GroupKind : std::uint8_t { community, clients, female_head, disability, elder };
inline constexpr std::size_t group_kind_count = 5;

struct MutualAidGroup {
    bool alive = false;
    std::int32_t formed = 0;   ///< tick
    std::uint32_t members = 0; ///< households
    Rupiah fund = 0;           ///< of the miniature village
    Rupiah fund_before = 0;    ///< when the month began
    Rupiah lost = 0;           ///< out of the fund this month
    Rupiah payout = 0;         ///< for a member household in crisis this month; set so that the fund suffices
    float competence = 0;      ///< 0-1
    float bridged = 0;         ///< 0-1, how well it knows its way into formal services
};

// ---- Village
// -------------------------------------------------------------------------------------------------------

/// What a village's households did this month, for the later phases. Sums are over the sampled households.
struct VillageTally {
    std::array<Rupiah, max_programmes> gross{}, leaked{}; ///< paid out by the agencies, and lost on the way
    std::array<Rupiah, max_programmes> full{}; ///< what they would have paid had the budget borne it
    std::array<std::uint32_t, max_programmes> enrolled{}, served{};
    std::array<Rupiah, group_kind_count> contributed{}, paid_out{};
    std::array<std::uint32_t, group_kind_count> members{};
    std::uint32_t clients = 0; ///< households with a case
    std::array<std::uint32_t, vulnerable_group_count>
        vulnerable_outside{}; ///< poor, of that kind, in no group of theirs
    std::uint32_t crises_begun = 0, crises = 0;
    double assets_lost = 0;                     ///< rupiah of monthly resources lost by fire sales
    double relief = 0, relief_rupiah = 0;       ///< deficit taken away directly, and what it cost
    std::uint32_t harms_begun = 0;              ///< in households that were safe
    std::uint32_t watched = 0, harms_again = 0; ///< households with a safety plan, and of them harmed again
};

struct Village {
    std::uint32_t number = 0; ///< nation-wide, the same in every sample
    std::uint32_t district = 0, province = 0;
    Area area = Area::urban;
    std::uint32_t begin = 0, end = 0; ///< its households
    std::uint32_t frame = 0;          ///< its place among all villages of the district
    double real_households = 0;       ///< that the sampled ones stand for
    float place_effect = 0;           ///< district and village, standard-normal units
    std::uint8_t disaster_months = 0;
    std::array<MutualAidGroup, group_kind_count> groups{};
    std::array<float, max_programmes> peers_enrolled{}; ///< share of households, last month
    float kin_bridged = 0; ///< 0-1, how well kin and neighbours know their way into formal services
    float awareness = 0;   ///< 0-1, of neglect and violence
    float detour_km = 0;   ///< added to the way to the service point, by an experiment

    VillageTally tally;
    // Short lists of this month, filled by the village phase in the order of households
    std::vector<Filing> filings;
    std::vector<Listed> distressed;      ///< in distress, without a case
    std::vector<Listed> outside;         ///< poor, outside the registry
    std::vector<Listed> doubtful;        ///< registered, score close to a cut-off, not visited
    std::vector<Due> due;                ///< served households to be checked or released
    std::vector<std::uint32_t> reported; ///< households of which harm is reported this month, rightly or not
    std::vector<Listed> supervisable;    ///< with a safety plan, or known to misuse

    std::uint32_t sampled() const noexcept { return end - begin; }
    /// Sampled for each real household: hours of an act on the whole village scale by it.
    double scale() const noexcept { return static_cast<double>(sampled()) / real_households; }
};

// ---- Agencies
// ------------------------------------------------------------------------------------------------------

enum class SubUnit : std::uint8_t { intake, assessment, delivery, monitoring };
inline constexpr std::size_t sub_unit_count = 4;

struct SubUnitState {
    double posts = 0;                                      ///< full-time, of the miniature
    double staff = 0;                                      ///< posts filled
    double quits = 0;                                      ///< posts left this month
    float skill = 0, fit = 0, influence = 0, cohesion = 0; ///< 0-1
    double capacity_left = 0; ///< cases that can still be handled; a fraction is carried to the next month
};

/// A licensed private body that delivers services for an agency.
struct Provider {
    float quality = 0; ///< 0-1
    bool licensed = false;
    bool suspended = false;        ///< until it meets the standard
    std::int32_t licence_ends = 0; ///< tick
};
inline constexpr std::size_t providers_an_agency = 3;

struct Agency {
    std::array<SubUnitState, sub_unit_count> units{};
    std::array<float, sub_unit_count - 1>
        fidelity{}; ///< share of files that arrive, between neighbours in the chain
    float burden = 0, quality = 0, responsiveness = 0, diagnosis = 0; ///< 0-1
    std::array<float, vulnerable_group_count>
        bias{};              ///< log points added to the measured resources of the group
    float problem_known = 0; ///< 0-1, what it knows of what its rules do to people
    std::array<Provider, providers_an_agency> providers{};
    std::array<float, issue_count> stance{}; ///< 0-1, on each issue
};

enum class Stage : std::uint8_t { intake, assessment, approved };
/// How a request leaves the table; none: it stays.
enum class RequestEnd : std::uint8_t { none, enrolled, denied, lost, withdrawn };

/// A request under way. It is identified by household, programme and month, never by a running number.
struct Request {
    std::uint32_t household = 0;
    std::int32_t filed = 0; ///< tick
    std::uint8_t programme = 0;
    Stage stage = Stage::intake;
    bool accompanied = false, stuck = false, lost = false;
    bool advocated = false; ///< had failed, and was taken up again by a worker
    bool joint = false;     ///< part of a plan that agencies share, so that no two of them do the same work
    RequestEnd end = RequestEnd::none; ///< this month
    std::int32_t since = 0;            ///< tick at which it was stuck or lost
};

/// A report of neglect or violence that waits for investigation.
struct Report {
    std::uint32_t household = 0;
    std::int32_t since = 0;      ///< tick
    std::uint8_t generation = 0; ///< of the household, which may have been renewed since
    bool of_harm = false;        ///< there was harm when it was filed; nobody knows before investigation
};

/// Every report ends in exactly one state; running counts of the district. Dropped: the household was
/// renewed, or the harm ended by itself.
struct ReportCounts {
    std::int64_t filed = 0, settled = 0, lapsed = 0, dropped = 0;
};

/// Every application ends in exactly one state; running counts of the district.
struct RequestCounts {
    std::int64_t filed = 0, enrolled = 0, denied = 0, lost = 0, withdrawn = 0;
};

// ---- Social workers
// ------------------------------------------------------------------------------------------------

struct Case {
    std::uint32_t household = 0;
    std::uint32_t seat = 0;           ///< of the district
    std::int32_t opened = 0;          ///< tick
    std::int32_t settled = 0;         ///< months in a row without crisis or open need
    float rapport = 0, readiness = 0; ///< 0-1

    static constexpr std::int32_t dropped_out = -1000000000; ///< `opened` of a client who has left
};

/// A post for a social worker; people come and go. In a sample a seat stands for `full_time` persons, often
/// below one.
struct Seat {
    WorkerKind kind{};
    double full_time = 0;                             ///< full-time equivalents
    float home_x = 0, home_y = 0;                     ///< km
    std::array<float, task_count> skill{};            ///< 0-1
    std::array<float, task_count> specialist_skill{}; ///< 0-1, of those who do this task only
    float fatigue = 0;                                ///< 0-1
    std::int32_t vacant_until = std::numeric_limits<std::int32_t>::min(); ///< tick from which it is filled
    std::uint32_t cases = 0;
    std::array<double, activity_count> account{}; ///< hours owed (negative) by an act begun last month
};

/// Someone or something that calls for an act. `target` is an index: of a case, household, village, agency,
/// provider, programme or issue, as the activity's level says.
struct Candidate {
    std::uint32_t target = 0;
    float need = 0; ///< not negative

    /// Higher for who is more needed; equal needs in the order of targets. Needs, none of which is negative,
    /// have the order of their bits.
    constexpr std::uint64_t rank() const noexcept {
        return std::uint64_t{std::bit_cast<std::uint32_t>(need)} << 32 | ~target;
    }
};
using Candidates = std::vector<Candidate>;

/// Every worker-hour is worked, travelled, administered or idle. Hours of the district's miniature, this
/// month.
struct HoursLedger {
    double available = 0, worked = 0, travelled = 0, administered = 0, idle = 0, owed_before = 0,
           owed_after = 0;
    std::array<double, activity_count> by_activity{}; ///< worked and travelled
    std::array<double, worker_kind_count> by_kind{};  ///< worked and travelled
    std::array<std::int64_t, activity_count> acts{};
    std::int64_t client_acts = 0; ///< of them with households that have a case
    double placebo = 0;
};

// ---- District
// ------------------------------------------------------------------------------------------------------

enum class Mechanism : std::uint8_t { office, mobile, agent };

/// A place where benefits are paid and requests are filed. It may lie in a village that is not sampled.
struct DistributionPoint {
    float x = 0, y = 0; ///< km
    Mechanism mechanism = Mechanism::office;
    float competence = 0; ///< 0-1
};

/// A village of the district's full list, sampled or not.
struct FrameVillage {
    float x = 0, y = 0;    ///< km
    float poor_weight = 0; ///< households expected to be poor
    float distance_km = 0; ///< to the nearest point, as the mechanism there shortens it
    Area area = Area::urban;
};

/// What districts add up for outcomes of the system, this month.
struct DistrictTally {
    std::array<std::uint32_t, max_programmes> starts{}, eligible_starts{}; ///< services begun
    std::array<std::uint32_t, door_count> starts_by_door{};                ///< of eligible households
    std::uint32_t decided = 0, refused = 0, files_lost = 0;
    std::uint32_t groups_ended = 0, groups_at_start = 0;
    std::uint32_t workers_left = 0;
    double files_handled = 0; ///< passed on from one sub-unit to the next, lost ones included
    std::uint32_t wrong_decisions = 0;
    std::uint32_t referrals = 0, referrals_succeeded = 0; ///< to another agency than the worker's own
    std::uint32_t restructurings = 0, restructurings_on_bottleneck = 0;
    std::uint32_t reports_open = 0; ///< waiting or settled this month
    double report_months = 0;       ///< that these have waited so far
    std::uint32_t harms_stopped = 0;
    std::uint32_t reforms_enacted = 0, reforms_effective = 0;
    double months_to_effect = 0; ///< lags of measures enacted and not yet in force, passed and left
    std::uint32_t measures_on_the_way = 0;
};

/// A household on the list of a pushed programme, by its measured resources.
struct Ranked {
    float measured;
    std::uint32_t household;
    bool operator<(const Ranked& other) const noexcept {
        return measured != other.measured ? measured < other.measured : household < other.household;
    }
};

/// Lists that a month of the district makes and forgets. They stand here so that no month allocates memory.
struct Workspace {
    Candidates shared;                      ///< of all activities that are not for clients
    Candidates clients;                     ///< of one activity, for one seat
    std::vector<std::uint32_t> files;       ///< cases in the order of seats
    std::vector<std::uint32_t> files_begin; ///< where each seat's begin in `files`
    std::array<std::vector<Ranked>, max_programmes> at_the_cut; ///< around the last place of a programme
    std::vector<std::uint32_t> desk;     ///< requests in the order in which they are worked on
    std::vector<double> ways;            ///< weighted distance, by the point that would be moved
    std::vector<float> distance_factors; ///< of points
};

constexpr std::array<float, max_programmes> all_ones() noexcept {
    std::array<float, max_programmes> shares{};
    shares.fill(1.0f);
    return shares;
}

struct District {
    std::uint32_t number = 0; ///< nation-wide
    std::uint32_t province = 0;
    std::uint32_t village_begin = 0, village_end = 0;
    double real_households = 0;
    double scale = 0;            ///< sampled for each real household
    double relative_poverty = 1; ///< share of poor households / that of the drawn nation, as built
    float place_effect = 0;
    std::vector<FrameVillage> frame;
    std::vector<DistributionPoint> points;

    std::array<Agency, agency_count> agencies{};
    Eigen::Matrix<float, agency_count, agency_count> conflict; ///< symmetric, 0-1, diagonal 0
    std::array<float, max_programmes> supervision{};  ///< 0-1, how closely the use of a programme is watched
    std::array<double, max_programmes> quota_share{}; ///< of a programme's national quota, in the miniature
    std::array<double, max_programmes>
        units_a_household{}; ///< benefit units of an eligible household, for the budget
    std::array<std::int64_t, max_programmes> enrolled{};
    std::array<double, max_programmes> starts_a_month{}; ///< of eligible households, mean of about a year
    std::array<double, door_count> starts_by_door{};     ///< the same, by door
    std::array<float, max_programmes> paid_share =
        all_ones(); ///< of the benefit that the budget can bear this month
    std::array<Rupiah, max_programmes> annual_budget{}; ///< of the present rules and quotas
    std::array<Account, max_programmes> accounts{};
    float organisation = 0; ///< 0-1, strength of the beneficiaries' bodies
    Executive executive;
    Levers levers;                 ///< of the measures in force
    std::vector<Request> requests; ///< by month of filing, then household
    HouseholdIndex requests_of;    ///< of a household
    std::vector<Report> reports;   ///< by month, then household
    RequestCounts counts;
    ReportCounts report_counts;
    std::vector<Listed> newly_enrolled; ///< since last month

    std::vector<Seat> seats;
    std::vector<Case> cases; ///< by month of opening, then household
    HoursLedger hours;
    DistrictTally tally;
    HouseholdIndex reports_of; ///< of a household, while reports come in
    Workspace workspace;
};

struct Province {
    std::uint32_t table_row = 0; ///< in the published tables
    std::array<ConsumptionCurve, area_count> curve{};
    std::array<double, area_count> weight{};       ///< real households that a sampled one stands for
    std::array<double, area_count> poverty_line{}; ///< rupiah a person and month
    std::array<double, area_count> mean{}; ///< consumption that the first solution gave the area, to be held
    std::array<double, area_count> gini_held{}; ///< Gini of consumption to be held in the area
    SizeGradient sizes;                         ///< of households
};

} // namespace tujuh
