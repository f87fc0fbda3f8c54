// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/activity.hpp"
#include "scenario/names.hpp"

/// The catalogue of social work: a row a task and a row an activity (D. H. Sukoco, Profesi Pekerjaan Sosial
/// dan Proses Pertolongannya, 2021). The mechanisms are in the task's own file.
namespace tujuh {

/// Whom or what an act is done with.
enum class Level : unsigned char { household, client, village, agency, programme, district };
constexpr std::string_view name_of(Level level) noexcept {
    constexpr std::string_view names[] = {"household", "client",    "village",
                                          "agency",    "programme", "district"};
    return names[static_cast<std::size_t>(level)];
}

enum class Direction : signed char { down = -1, up = 1 };

/// Kinds of worker that may do an activity, one letter each: S social worker, F facilitator, T subdistrict
/// worker.
struct MayDo {
    std::string_view letters;
    constexpr bool allows(WorkerKind kind) const noexcept {
        constexpr std::string_view all = "SFT";
        return letters.find(all[static_cast<std::size_t>(kind)]) != std::string_view::npos;
    }
};

struct TaskRow {
    std::string_view code, title, title_id;
};
inline constexpr TaskRow task_rows[task_count] = {
    {"1", "Enhance people's problem-solving and coping", "Membantu meningkatkan kemampuan individu"},
    {"2", "Link clients with resource systems", "Menghubungkan klien dengan sistem sumber"},
    {"3", "Facilitate interaction with resource systems", "Memfasilitasi interaksi dengan sistem sumber"},
    {"4", "Facilitate interaction within resource systems", "Memfasilitasi interaksi dalam sistem sumber"},
    {"5", "Influence social policy", "Mempengaruhi kebijakan sosial"},
    {"6", "Distribute and even out resources", "Menyalurkan dan memeratakan sumber daya"},
    {"7", "Exercise social control", "Melaksanakan fungsi kontrol sosial"},
};

struct ActivityRow {
    Activity activity;
    std::string_view title, title_id;
    Level level;
    double hours; ///< default hours an act, before travel; scaled by the size of the miniature above
                  ///< household level
    MayDo may_do;
    std::string_view outcome;    ///< must move when this activity alone becomes a sham
    Direction direction;         ///< the way in which the working activity moves it
    std::string_view downstream; ///< an outcome further down the road, sign not forced
};

inline constexpr ActivityRow activity_rows[activity_count] = {
    {Activity::identify_and_contact,
     "Identify and contact people who struggle with life tasks",
     "Mengidentifikasi dan menjalin kontak dengan orang yang kesulitan menjalankan tugas kehidupan",
     Level::household,
     0.5,
     {"SFT"},
     "crisis_with_case",
     Direction::up,
     "functioning"},
    {Activity::support_in_crisis,
     "Understanding, encouragement and support in crisis",
     "Memberi pemahaman, dorongan, dan dukungan dalam situasi krisis",
     Level::client,
     1.5,
     {"SF"},
     "months_in_crisis",
     Direction::down,
     "functioning"},
    {Activity::room_to_express,
     "Room to express difficulties",
     "Memberi kesempatan mengekspresikan kesulitan",
     Level::client,
     1.0,
     {"SF"},
     "client_needs_known",
     Direction::up,
     "client_stigma"},
    {Activity::review_alternatives,
     "Review alternatives and inform decisions",
     "Meninjau alternatif pemecahan masalah dan memberi informasi untuk keputusan",
     Level::client,
     1.0,
     {"SF"},
     "assets_lost_to_shocks",
     Direction::down,
     "functioning"},
    {Activity::constructive_confrontation,
     "Constructive confrontation with reality",
     "Menghadapkan klien pada kenyataan secara konstruktif",
     Level::client,
     1.0,
     {"S"},
     "client_care_risk",
     Direction::down,
     "functioning"},
    {Activity::teach_practical_skills,
     "Teach practical skills",
     "Mengajarkan keterampilan praktis",
     Level::client,
     2.0,
     {"SF"},
     "client_capability",
     Direction::up,
     "functioning"},
    {Activity::find_the_unaware,
     "Find people who need a resource system, the unaware included",
     "Mengidentifikasi orang yang memerlukan sistem sumber, termasuk yang belum sadar akan haknya",
     Level::household,
     0.5,
     {"SFT"},
     "poor_outside_registry",
     Direction::down,
     "coverage_of_poor"},
    {Activity::inform_on_resources,
     "Information on resources, rights and procedures",
     "Memberi informasi tentang sumber, hak, dan prosedur",
     Level::client,
     0.3,
     {"SFT"},
     "entitlements_known",
     Direction::up,
     "take_up"},
    {Activity::help_with_barriers,
     "Help with practical barriers",
     "Membantu mengatasi kendala praktis",
     Level::client,
     1.0,
     {"SFT"},
     "needs_given_up",
     Direction::down,
     "coverage_of_poor"},
    {Activity::refer_and_accompany,
     "Refer and accompany",
     "Merujuk dan mendampingi klien",
     Level::client,
     1.5,
     {"SFT"},
     "months_to_service",
     Direction::down,
     "coverage_of_poor"},
    {Activity::advocate_for_client,
     "Advocate for clients who are wrongly refused or left unserved",
     "Menjadi advokat bagi klien yang ditolak secara keliru atau tidak terlayani",
     Level::client,
     1.5,
     {"S"},
     "wrongful_denials",
     Direction::down,
     "enrolled_but_unserved"},
    {Activity::stimulate_policy_review,
     "Stimulate systems to review policy for the vulnerable",
     "Menstimulasi sistem agar meninjau kebijakan bagi kelompok rentan",
     Level::agency,
     6.0,
     {"S"},
     "vulnerable_coverage_gap",
     Direction::down,
     "exclusion_error"},
    {Activity::form_solidarity_group,
     "Help clients form systems based on solidarity",
     "Membantu klien membentuk sistem sumber berbasis solidaritas",
     Level::village,
     8.0,
     {"ST"},
     "clients_in_group",
     Direction::up,
     "functioning"},
    {Activity::determine_eligibility,
     "Determine needs and eligibility",
     "Menentukan kebutuhan dan kelayakan penerima",
     Level::household,
     1.0,
     {"SFT"},
     "targeting_error",
     Direction::down,
     "exclusion_error"},
    {Activity::form_group_for_vulnerable,
     "Form informal systems for named groups",
     "Membentuk sistem informal bagi kelompok tertentu",
     Level::village,
     8.0,
     {"ST"},
     "vulnerable_in_group",
     Direction::up,
     "functioning"},
    {Activity::place_distribution_points,
     "Choose places and mechanisms of distribution",
     "Menentukan lokasi dan mekanisme penyaluran",
     Level::district,
     8.0,
     {"ST"},
     "distance_of_poor",
     Direction::down,
     "take_up"},
    {Activity::train_community_managers,
     "Train the community to run its systems",
     "Melatih masyarakat mengelola sistem sumber",
     Level::village,
     5.0,
     {"ST"},
     "groups_surviving",
     Direction::up,
     "vulnerable_in_group"},
    {Activity::prepare_to_use_resources,
     "Prepare people to use resources",
     "Mempersiapkan individu memanfaatkan sumber daya",
     Level::household,
     1.0,
     {"SF"},
     "relief_a_rupiah",
     Direction::up,
     "functioning"},
    {Activity::monitor_use,
     "Monitor and supervise the use of resources",
     "Memantau dan mengawasi penggunaan sumber daya",
     Level::programme,
     3.0,
     {"ST"},
     "leakage",
     Direction::down,
     "effective_coverage"},
};

constexpr const ActivityRow& row_of(Activity activity) noexcept {
    return activity_rows[index_of(activity)];
}

static_assert(
    [] {
        std::size_t in_task[task_count] = {};
        for (std::size_t i = 0; i < activity_count; ++i) {
            if (index_of(activity_rows[i].activity) != i || activity_rows[i].hours <= 0) return false;
            ++in_task[task_index_of(activity_rows[i].activity)];
        }
        return in_task[0] == 6 && in_task[1] == 7 && in_task[5] == 6;
    }(),
    "one row an activity, in the order of codes, complete for tasks 1, 2 and 6");

} // namespace tujuh
