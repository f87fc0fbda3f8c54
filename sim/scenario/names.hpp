// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

/// The model's fixed lists (needs, agencies, kinds of programme and worker) with the names that files use.
namespace tujuh {

/// A row of a fixed list: key in files, title in English and Indonesian.
struct NamedRow {
    std::string_view key, title, title_id;
};

enum class Need : unsigned char { livelihood, health, education, shelter, care, participation };
inline constexpr std::size_t need_count = 6;
inline constexpr NamedRow need_rows[need_count] = {
    {"livelihood", "livelihood", "penghidupan"},
    {"health", "health", "kesehatan"},
    {"education", "education", "pendidikan"},
    {"shelter", "shelter", "tempat tinggal"},
    {"care", "care and protection", "pengasuhan dan perlindungan"},
    {"participation", "participation (identity papers, voice)", "partisipasi (dokumen kependudukan, suara)"},
};

enum class AgencyKind : unsigned char { social_affairs, health, education, housing, protection };
inline constexpr std::size_t agency_count = 5;
inline constexpr NamedRow agency_rows[agency_count] = {
    {"social_affairs", "social affairs", "dinas sosial"}, {"health", "health", "dinas kesehatan"},
    {"education", "education", "dinas pendidikan"},       {"housing", "housing", "dinas perumahan"},
    {"protection", "protection", "dinas perlindungan"},
};

/// What a programme delivers. Cash and food act through consumption; a premium cuts the loss from illness and
/// the cost of care; services and assets relieve a deficit directly.
enum class ProgrammeKind : unsigned char { cash, food, premium, service, asset };
inline constexpr NamedRow programme_kind_rows[] = {
    {"cash", "cash", "uang tunai"},
    {"food", "food", "pangan"},
    {"premium", "insurance premium", "iuran jaminan"},
    {"service", "service", "layanan"},
    {"asset", "asset", "aset"},
};

enum class Channel : unsigned char { push, request };
inline constexpr NamedRow channel_rows[] = {
    {"push", "filled from the registry, with requests as a second door",
     "dari basis data, permohonan sebagai pintu kedua"},
    {"request", "only on request", "hanya atas permohonan"},
};

enum class BenefitUnit : unsigned char { household, person, child, dependant };
inline constexpr NamedRow benefit_unit_rows[] = {
    {"household", "household", "keluarga"},
    {"person", "person", "jiwa"},
    {"child", "child", "anak"},
    {"dependant", "child, elder or person with disability, four at most",
     "anak, lansia, atau penyandang disabilitas, paling banyak empat"},
};

enum class RequiredMembers : unsigned char { none, child, child_elder_or_disability, elder_or_disability };
inline constexpr NamedRow required_members_rows[] = {
    {"none", "no condition", "tanpa syarat"},
    {"child", "a child", "anak"},
    {"child_elder_or_disability", "a child, an elder or a person with disability",
     "anak, lansia, atau penyandang disabilitas"},
    {"elder_or_disability", "an elder or a person with disability", "lansia atau penyandang disabilitas"},
};

enum class WorkerKind : unsigned char { social_worker, facilitator, subdistrict_worker };
inline constexpr std::size_t worker_kind_count = 3;
inline constexpr NamedRow worker_kind_rows[worker_kind_count] = {
    {"social_worker", "social worker", "pekerja sosial"},
    {"facilitator", "programme facilitator", "pendamping sosial"},
    {"subdistrict_worker", "subdistrict welfare worker", "tenaga kesejahteraan sosial kecamatan"},
};

/// Groups of people that rules and services can leave behind; rule bias and coverage gaps are kept for each.
enum class VulnerableGroup : unsigned char { female_head, disability, elder };
inline constexpr std::size_t vulnerable_group_count = 3;
inline constexpr NamedRow vulnerable_group_rows[vulnerable_group_count] = {
    {"female_head", "households headed by a woman", "rumah tangga dengan kepala perempuan"},
    {"disability", "households with a person with disability", "rumah tangga dengan penyandang disabilitas"},
    {"elder", "households with an elder", "rumah tangga dengan lansia"},
};

/// What policy-makers can change in favour of those left out (ODD 7.11); the last three are the ministry's.
enum class Issue : unsigned char {
    rule_bias,
    documents,
    quota,
    workers,
    standard,
    distribution,
    cutoff,
    benefit,
    registry
};
inline constexpr std::size_t issue_count = 9;
inline constexpr std::size_t first_national_issue = 6;
inline constexpr NamedRow issue_rows[issue_count] = {
    {"rule_bias", "rules that disadvantage vulnerable groups", "aturan yang merugikan kelompok rentan"},
    {"documents", "papers asked for", "dokumen yang diminta"},
    {"quota", "places in programmes", "kuota program"},
    {"workers", "number of social workers", "jumlah pekerja sosial"},
    {"standard", "minimum standard of services", "standar pelayanan minimal"},
    {"distribution", "rules of distribution", "aturan penyaluran"},
    {"cutoff", "cut-offs of programmes", "batas kelayakan program"},
    {"benefit", "level of benefits", "besaran manfaat"},
    {"registry", "how often the registry is updated", "seberapa sering basis data diperbarui"},
};

/// Position of `key` in a fixed list, or nothing.
template <std::size_t count>
constexpr std::optional<std::size_t> find_row(const NamedRow (&rows)[count], std::string_view key) noexcept {
    for (std::size_t i = 0; i < count; ++i)
        if (rows[i].key == key) return i;
    return std::nullopt;
}

} // namespace tujuh
