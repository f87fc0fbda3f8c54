// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/names.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tujuh {

/// What is drawn into an arm as a whole.
enum class TrialUnit : unsigned char { household, village };
inline constexpr NamedRow trial_unit_rows[] = {
    {"household", "household", "rumah tangga"},
    {"village", "village", "desa atau kelurahan"},
};

/// Which households take part, by how they stand to the programme when the trial begins.
enum class TrialParticipants : unsigned char { everybody, outside, entitled, entitled_outside, enrolled };
inline constexpr NamedRow trial_participants_rows[] = {
    {"everybody", "all households", "semua rumah tangga"},
    {"outside", "households that are neither in the programme nor have asked",
     "rumah tangga yang belum menerima dan belum memohon"},
    {"entitled", "households entitled to the programme", "rumah tangga yang berhak atas program"},
    {"entitled_outside", "households entitled to the programme that are neither in it nor have asked",
     "rumah tangga yang berhak tetapi belum menerima dan belum memohon"},
    {"enrolled", "households in the programme", "rumah tangga penerima program"},
};

/// Who chooses the households of a village that are served, once, when the trial begins.
enum class TrialSelection : unsigned char { unchanged, proxy_means, community };
inline constexpr NamedRow trial_selection_rows[] = {
    {"unchanged", "nobody: the programme goes on as it is", "tidak ada: program berjalan seperti biasa"},
    {"proxy_means", "a proxy-means test of every household of the village",
     "uji proksi kesejahteraan atas semua rumah tangga di desa"},
    {"community", "a meeting of the village that ranks its households",
     "musyawarah desa yang memeringkat rumah tangganya"},
};

/// What is done to the units of one arm.
struct TrialArm {
    std::string id, title, title_id;
    double share = 0;       ///< of the units, 0-1
    bool known = false;     ///< told at the beginning of the programme and of what they are entitled to
    bool documents = false; ///< their papers are complete from the beginning on
    bool help = false;      ///< offered help with asking each month: no burden, papers completed, accompanied
    double distance_km = 0; ///< added to the way to the service point; villages only
    TrialSelection selection{}; ///< villages only
};

/// `[[trial]]`: an experiment inside a scenario. Each arm is compared with the same households in a world
/// that differs in nothing else.
struct Trial {
    std::string id, title, title_id;
    std::string programme; ///< key of the programme that it is about
    TrialUnit unit{};
    TrialParticipants participants{};
    std::int32_t from_month = 0; ///< tick of its first month
    std::int32_t months = 12;
    double places = 0;        ///< share of the households of the villages that a selection may choose
    double poorest_share = 0; ///< participants counted as poor; 0: those below the poverty line
    bool known = false;       ///< all participants are told, in both worlds
    std::vector<TrialArm> arms;
};

} // namespace tujuh
