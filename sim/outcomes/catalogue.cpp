// SPDX-License-Identifier: Apache-2.0
// The outcomes, a row each. A month's value is a ratio of the sums in measurement.hpp; what is empty is NaN.
#include "outcomes/catalogue.hpp"

#include "base/math.hpp"

namespace tujuh {

namespace {

using M = const Measurement&;
using T = OutcomeTopic;

double served_share(const Sums& tenth_a, const Sums& tenth_b) {
    return ratio(tenth_a[Sum::households_served] + tenth_b[Sum::households_served],
                 tenth_a[Sum::households] + tenth_b[Sum::households]);
}

/// Slope of coverage over the rank of persons' tenths, poorest 0 to richest 1 (Wagstaff, Paci & van Doorslaer
/// 1991).
double slope_of_coverage(M m) {
    if (m.tenths == nullptr) return not_a_number_double;
    double weight = 0, mean_rank = 0, mean_share = 0, covariance = 0, variance = 0;
    const auto share = [&](std::size_t t) {
        return ratio((*m.tenths)[t][Sum::households_served], (*m.tenths)[t][Sum::households]);
    };
    for (std::size_t t = 0; t < 10; ++t) {
        const double households = (*m.tenths)[t][Sum::households];
        if (!(households > 0)) return not_a_number_double;
        weight += households;
        mean_rank += households * (static_cast<double>(t) + 0.5) / 10.0;
        mean_share += households * share(t);
    }
    mean_rank /= weight;
    mean_share /= weight;
    for (std::size_t t = 0; t < 10; ++t) {
        const double households = (*m.tenths)[t][Sum::households],
                     rank = (static_cast<double>(t) + 0.5) / 10.0 - mean_rank;
        covariance += households * rank * (share(t) - mean_share);
        variance += households * rank * rank;
    }
    return ratio(covariance, variance);
}

/// Moments over districts of the number of measures enacted within a year.
struct ReformSpread {
    double mean = 0, variance = 0, fourth = 0; ///< the last two about the mean
};
ReformSpread spread_of_reforms(M m) {
    const auto raw = [&](Sum sum) { return ratio(m[sum], m[Sum::districts]); };
    const double first = raw(Sum::reforms_of_year), second = raw(Sum::reforms_of_year_squared),
                 third = raw(Sum::reforms_of_year_cubed), fourth = raw(Sum::reforms_of_year_fourth);
    return {first, second - first * first,
            fourth - 4 * first * third + 6 * first * first * second - 3 * first * first * first * first};
}
double excess_over_poisson(const ReformSpread& s) {
    return ratio(s.fourth, s.variance * s.variance) - 3.0 - ratio(1.0, s.mean);
}

/// Coverage of the eligible pairs outside a group less that inside it.
double coverage_gap(M m, Sum eligible, Sum served) {
    return ratio(m[Sum::eligible_served] - m[served], m[Sum::eligible] - m[eligible]) -
           ratio(m[served], m[eligible]);
}

/// Programmes as the treasury pays them, and the workers, rupiah a month.
double public_cost(M m) {
    return m[Sum::gross] + m[Sum::administered] + m[Sum::wages];
}

double share_of_starts(M m, Door door) {
    return ratio(m[starts_through(door)], m[Sum::eligible_starts]);
}

double share_of_hours(M m, WorkerKind kind) {
    double all = 0;
    for (std::size_t k = 0; k < worker_kind_count; ++k) all += m[member(Sum::hours_by_kind, k)];
    return ratio(m[hours_of(kind)], all);
}

constexpr auto missing = not_a_number_double;

const OutcomeRow rows[] = {
    // ---- Coverage
    {"coverage_of_eligible", "Coverage of the eligible", "Cakupan yang berhak", "share", T::coverage,
     "pairs of household and programme that are eligible and served / pairs that are eligible",
     "Coady, Grosh & Hoddinott 2004", true,
     [](M m) { return ratio(m[Sum::eligible_served], m[Sum::eligible]); }},
    {"coverage_of_poor", "Coverage of the poor", "Cakupan penduduk miskin", "share", T::coverage,
     "households poor before transfers that are served by at least one programme / households poor before "
     "transfers",
     "World Bank ASPIRE, coverage", true,
     [](M m) { return ratio(m[Sum::poor_served], m[Sum::poor_households]); }},
    {"coverage", "Households served", "Rumah tangga terlayani", "share", T::coverage,
     "households served by at least one programme / households", "World Bank ASPIRE, coverage", false,
     [](M m) { return ratio(m[Sum::households_served], m[Sum::households]); }},
    {"effective_coverage", "Effective coverage", "Cakupan efektif", "share", T::coverage,
     "over eligible pairs: share of the benefit that arrives x quality of the agency, 0 where unserved / "
     "eligible pairs",
     "Shengelia et al. 2005, effective coverage", true,
     [](M m) { return ratio(m[Sum::eligible_effective], m[Sum::eligible]); }},
    {"exclusion_error", "Exclusion error", "Galat eksklusi", "share", T::coverage,
     "eligible pairs that are not enrolled / eligible pairs", "Cornia & Stewart 1993; Alatas et al. 2012",
     true, [](M m) { return ratio(m[Sum::waiting], m[Sum::eligible]); }},
    {"inclusion_error", "Inclusion error", "Galat inklusi", "share", T::coverage,
     "pairs that meet the required members, are not eligible, and are enrolled / pairs not eligible",
     "Alatas et al. 2012", true, [](M m) { return ratio(m[Sum::ineligible_enrolled], m[Sum::ineligible]); }},
    {"leakage_to_ineligible", "Recipients who are not eligible", "Penerima yang tidak berhak", "share",
     T::coverage, "enrolled pairs that are not eligible / enrolled pairs", "Coady, Grosh & Hoddinott 2004",
     false, [](M m) { return ratio(m[Sum::ineligible_enrolled], m[Sum::enrolled]); }},
    {"targeting_error", "Targeting error", "Galat penargetan", "share", T::coverage,
     "eligible pairs not enrolled and ineligible pairs enrolled / pairs that meet the required members",
     "Alatas et al. 2012", false,
     [](M m) {
         return ratio(m[Sum::waiting] + m[Sum::ineligible_enrolled], m[Sum::eligible] + m[Sum::ineligible]);
     }},
    {"take_up", "Take-up among those who know", "Pengambilan di antara yang tahu", "share", T::coverage,
     "eligible pairs known to the household that are enrolled or asked for / eligible pairs known",
     "Hernanz et al. 2004", true, [](M m) { return ratio(m[Sum::known_claimed], m[Sum::eligible_known]); }},
    {"entitlements_known", "Entitlements known", "Hak yang diketahui", "share", T::coverage,
     "eligible pairs that the household knows / eligible pairs", "Banerjee et al. 2018", false,
     [](M m) { return ratio(m[Sum::eligible_known], m[Sum::eligible]); }},
    {"needs_given_up", "Needs given up for want of papers or transport",
     "Kebutuhan tak diurus karena dokumen atau jarak", "share", T::coverage,
     "eligible pairs neither enrolled nor asked for while papers are missing or the way is too far / "
     "eligible pairs",
     "Herd & Moynihan 2018, compliance burden", false,
     [](M m) { return ratio(m[Sum::given_up], m[Sum::eligible]); }},
    {"wrongful_denials", "Wrongful denials standing", "Penolakan keliru yang berlaku", "share", T::coverage,
     "eligible pairs under a refusal / eligible pairs", "design of the model", false,
     [](M m) { return ratio(m[Sum::wrongly_denied], m[Sum::eligible]); }},
    {"enrolled_but_unserved", "Enrolled but unserved", "Terdaftar tetapi tidak terlayani", "share",
     T::coverage, "enrolled pairs without delivery / enrolled pairs", "design of the model", false,
     [](M m) { return ratio(m[Sum::enrolled_unserved], m[Sum::enrolled]); }},
    {"months_to_service", "Months from need to service", "Bulan dari kebutuhan hingga layanan", "months",
     T::coverage,
     "eligible pairs not enrolled / eligible pairs enrolled a month, over the last year: mean wait in a "
     "steady "
     "flow",
     "Little 1961", true, [](M m) { return ratio(m[Sum::waiting], m[Sum::eligible_starts]); }},
    {"poor_outside_registry", "Poor outside the registry", "Penduduk miskin di luar basis data", "share",
     T::coverage,
     "households poor before transfers that are not registered / households poor before transfers",
     "TNP2K Working Paper 3-2018", false,
     [](M m) { return ratio(m[Sum::poor_unregistered], m[Sum::poor_households]); }},
    {"crisis_with_case", "Households in crisis with a case", "Rumah tangga krisis yang didampingi", "share",
     T::coverage, "households in crisis that have an open case / households in crisis", "design of the model",
     false, [](M m) { return ratio(m[Sum::crises_with_case], m[Sum::crises]); }},
    {"clients_in_group", "Clients in a group that clients lead", "Klien dalam kelompok klien", "share",
     T::coverage, "households with a case that are members / households with a case", "design of the model",
     false, [](M m) { return ratio(m[Sum::clients_in_group], m[Sum::clients]); }},
    {"vulnerable_in_group", "Vulnerable households in a group of their own",
     "Rumah tangga rentan dalam kelompoknya", "share", T::coverage,
     "households with a female head, an elder or a person with disability below 1.5 poverty lines in a group "
     "for them / all such",
     "design of the model", false,
     [](M m) { return ratio(m[Sum::vulnerable_in_group], m[Sum::vulnerable]); }},
    {"distance_of_poor", "Distance of the poor to a point", "Jarak penduduk miskin ke titik layanan", "km",
     T::coverage,
     "distance to the nearest point as its mechanism shortens it, mean over "
     "households poor before transfers",
     "p-median problem, Hakimi 1964", false,
     [](M m) { return ratio(m[Sum::distance_of_poor], m[Sum::poor_households]); }},
    {"multi_need_served", "Clients with several entitlements served on two or more",
     "Klien dengan beberapa hak yang terlayani pada dua atau lebih", "share", T::coverage,
     "households with a case, eligible for two programmes or more and served by two of them or more / all "
     "such",
     "design of the model", false, [](M m) { return ratio(m[Sum::multi_need_served], m[Sum::multi_need]); }},
    {"member_take_up", "Take-up among members of groups", "Pengambilan di antara anggota kelompok", "share",
     T::coverage, "take_up, over households in a mutual-aid group", "Hernanz et al. 2004", false,
     [](M m) { return ratio(m[Sum::member_claimed], m[Sum::member_known]); }},
    {"excluded_by_rule", "Excluded by a rule", "Terkecualikan oleh aturan", "share", T::coverage,
     "eligible pairs of listed households that would pass but for the penalty on their group / eligible "
     "pairs",
     "design of the model", false, [](M m) { return ratio(m[Sum::excluded_by_rule], m[Sum::eligible]); }},
    {"starts_listed", "Starts from the registry's list", "Mulai terlayani dari daftar basis data", "share",
     T::coverage,
     "eligible pairs enrolled from the list by the registry's own measure / eligible pairs enrolled, over the "
     "last year",
     "design of the model", false, [](M m) { return share_of_starts(m, Door::listed); }},
    {"starts_visited", "Starts from the list after a home visit",
     "Mulai terlayani dari daftar setelah kunjungan rumah", "share", T::coverage,
     "eligible pairs enrolled from the list by the measure of a worker's visit / eligible pairs enrolled, over "
     "the last year",
     "design of the model", false, [](M m) { return share_of_starts(m, Door::visited); }},
    {"starts_asked", "Starts by own request", "Mulai terlayani atas permohonan sendiri", "share", T::coverage,
     "eligible pairs enrolled by a request of the household alone / eligible pairs enrolled, over the last "
     "year",
     "design of the model", false, [](M m) { return share_of_starts(m, Door::asked); }},
    {"starts_accompanied", "Starts by accompanied request", "Mulai terlayani atas permohonan yang didampingi",
     "share", T::coverage,
     "eligible pairs enrolled by a request that a worker filed with the household (2.4) / eligible pairs "
     "enrolled, over the last year",
     "design of the model", false, [](M m) { return share_of_starts(m, Door::accompanied); }},
    {"starts_planned", "Starts by a joint plan", "Mulai terlayani lewat rencana bersama", "share", T::coverage,
     "eligible pairs enrolled by a plan that agencies share (3.4) / eligible pairs enrolled, over the last "
     "year",
     "design of the model", false, [](M m) { return share_of_starts(m, Door::planned); }},
    {"starts_advocated", "Starts by advocacy", "Mulai terlayani lewat advokasi", "share", T::coverage,
     "eligible pairs enrolled by a request taken up again after a refusal (2.5) or a standstill (3.5) / "
     "eligible pairs enrolled, over the last year",
     "design of the model", false, [](M m) { return share_of_starts(m, Door::advocated); }},
    // ---- Equity
    {"gini", "Gini of consumption", "Gini konsumsi", "index", T::equity,
     "over persons, consumption a person and month", "BPS; Cowell 2011", true,
     [](M m) { return m.after.gini; }},
    {"gini_before_transfers", "Gini of consumption before transfers", "Gini konsumsi sebelum bantuan",
     "index", T::equity, "over persons, consumption less the cash and food of public programmes",
     "Lustig 2018, commitment to equity", false,
     [](M m) { return m.before.gini; }},
    {"theil", "Theil index of consumption", "Indeks Theil konsumsi", "index", T::equity,
     "Theil's T over persons", "Theil 1967", true,
     [](M m) { return m.after.theil; }},
    {"theil_between", "Theil index between districts", "Indeks Theil antarkabupaten", "index", T::equity,
     "Theil's T of district means, over persons", "Theil 1967", false,
     [](M m) { return m.theil_between_districts; }},
    {"theil_within", "Theil index within districts", "Indeks Theil dalam kabupaten", "index", T::equity,
     "Theil's T less the part between districts", "Theil 1967", false,
     [](M m) {
         return m.after.theil - m.theil_between_districts;
     }},
    {"atkinson_half", "Atkinson index of consumption, aversion 1/2", "Indeks Atkinson konsumsi, aversi 1/2",
     "index", T::equity, "over persons, consumption a person and month", "Atkinson 1970; Cowell 2011", false,
     [](M m) { return m.after.atkinson_half; }},
    {"atkinson_half_before_transfers", "Atkinson index before transfers, aversion 1/2",
     "Indeks Atkinson sebelum bantuan, aversi 1/2", "index", T::equity,
     "over persons, consumption less the cash and food of public programmes", "Atkinson 1970; Lustig 2018",
     false, [](M m) { return m.before.atkinson_half; }},
    {"atkinson_one", "Atkinson index of consumption, aversion 1", "Indeks Atkinson konsumsi, aversi 1",
     "index", T::equity, "over persons, consumption a person and month", "Atkinson 1970; Cowell 2011", false,
     [](M m) { return m.after.atkinson_one; }},
    {"bottom_40_share", "Consumption share of the poorest 40 %", "Pangsa konsumsi 40 % termiskin", "share",
     T::equity, "consumption of the poorest 40 % of persons / all consumption", "BPS; World Bank", false,
     [](M m) { return m.after.bottom_40_share; }},
    {"benefits_a_person", "Benefits a person", "Manfaat per orang", "rupiah a person and month", T::equity,
     "benefits that arrive / persons", "World Bank ASPIRE, average transfer", false,
     [](M m) { return ratio(m[Sum::benefits], m[Sum::persons]); }},
    {"concentration_index", "Concentration index of benefits", "Indeks konsentrasi manfaat", "index",
     T::equity, "benefits over persons ranked by consumption before transfers; -1 all to the poorest",
     "Kakwani, Wagstaff & van Doorslaer 1997", true,
     [](M m) { return m.before.concentration; }},
    {"kakwani", "Kakwani index of benefits", "Indeks Kakwani manfaat", "index", T::equity,
     "concentration index of benefits - Gini of consumption before transfers; negative: progressive",
     "Kakwani 1977", false,
     [](M m) {
         return m.before.concentration - m.before.gini;
     }},
    {"coverage_poorest_richest", "Coverage, poorest over richest fifth",
     "Cakupan seperlima termiskin dibanding terkaya", "ratio", T::equity,
     "households served in the poorest fifth / in the richest fifth, each as a share", "Wagstaff et al. 1991",
     false,
     [](M m) {
         return m.tenths != nullptr ? ratio(served_share((*m.tenths)[0], (*m.tenths)[1]),
                                            served_share((*m.tenths)[8], (*m.tenths)[9]))
                                    : missing;
     }},
    {"slope_index", "Slope index of inequality in coverage", "Indeks kemiringan ketimpangan cakupan", "share",
     T::equity,
     "difference of coverage between the richest and the poorest person on a straight line through the "
     "tenths",
     "Wagstaff, Paci & van Doorslaer 1991", false, slope_of_coverage},
    {"relative_index", "Relative index of inequality in coverage", "Indeks relatif ketimpangan cakupan",
     "ratio", T::equity, "slope index / coverage", "Wagstaff, Paci & van Doorslaer 1991", false,
     [](M m) { return slope_of_coverage(m) / ratio(m[Sum::households_served], m[Sum::households]); }},
    {"district_coverage_worst", "Coverage in the worst tenth of districts",
     "Cakupan di sepersepuluh kabupaten terburuk", "share", T::equity,
     "coverage of the eligible, mean over the tenth of simulated districts with the lowest; from ten "
     "districts on",
     "design of the model", false, [](M m) { return m.league.worst_tenth; }},
    {"district_coverage_best", "Coverage in the best tenth of districts",
     "Cakupan di sepersepuluh kabupaten terbaik", "share", T::equity,
     "coverage of the eligible, mean over the tenth of simulated districts with the highest; from ten "
     "districts on",
     "design of the model", false, [](M m) { return m.league.best_tenth; }},
    {"district_coverage_ratio", "Coverage, best over worst tenth of districts",
     "Cakupan kabupaten terbaik dibanding terburuk", "ratio", T::equity,
     "coverage in the best tenth of districts / in the worst", "design of the model", false,
     [](M m) { return ratio(m.league.best_tenth, m.league.worst_tenth); }},
    {"district_coverage_spread", "Spread of coverage between districts", "Sebaran cakupan antarkabupaten",
     "share", T::equity,
     "standard deviation of the coverage of the eligible over simulated districts, each the same",
     "design of the model", false, [](M m) { return m.league.spread; }},
    {"rural_coverage_gap", "Coverage gap of rural households", "Kesenjangan cakupan perdesaan", "share",
     T::equity, "coverage of eligible pairs in urban areas - in rural areas", "design of the model", false,
     [](M m) { return coverage_gap(m, Sum::rural_eligible, Sum::rural_served); }},
    {"female_head_coverage_gap", "Coverage gap of households headed by women",
     "Kesenjangan cakupan rumah tangga dengan kepala perempuan", "share", T::equity,
     "coverage of eligible pairs of households headed by men - by women", "design of the model", false,
     [](M m) { return coverage_gap(m, Sum::female_head_eligible, Sum::female_head_served); }},
    {"disability_coverage_gap", "Coverage gap of households with disability",
     "Kesenjangan cakupan rumah tangga dengan penyandang disabilitas", "share", T::equity,
     "coverage of eligible pairs of households without a person with disability - with one",
     "design of the model", false,
     [](M m) { return coverage_gap(m, Sum::disability_eligible, Sum::disability_served); }},
    {"elder_coverage_gap", "Coverage gap of households with elders",
     "Kesenjangan cakupan rumah tangga dengan lansia", "share", T::equity,
     "coverage of eligible pairs of households without elders - with elders", "design of the model", false,
     [](M m) { return coverage_gap(m, Sum::elder_eligible, Sum::elder_served); }},
    {"vulnerable_coverage_gap", "Coverage gap of vulnerable households",
     "Kesenjangan cakupan rumah tangga rentan", "share", T::equity,
     "coverage of eligible pairs of other households - of households with a female head, an elder or a "
     "person with disability",
     "design of the model", true,
     [](M m) {
         return coverage_gap(m, Sum::vulnerable_eligible, Sum::vulnerable_served);
     }},
    // ---- Poverty
    {"headcount", "Poverty headcount (FGT0)", "Persentase penduduk miskin (FGT0)", "share of persons",
     T::poverty, "persons below the area's poverty line / persons", "Foster, Greer & Thorbecke 1984; BPS P0",
     true, [](M m) { return ratio(m[Sum::poor_persons], m[Sum::persons]); }},
    {"headcount_before_transfers", "Poverty headcount before transfers",
     "Persentase penduduk miskin sebelum bantuan", "share of persons", T::poverty,
     "persons whose consumption less the cash and food of public programmes is below the line / persons",
     "Lustig 2018, commitment to equity", false,
     [](M m) { return ratio(m[Sum::poor_before], m[Sum::persons]); }},
    {"poverty_gap", "Poverty gap (FGT1)", "Indeks kedalaman kemiskinan (FGT1)", "share of the line",
     T::poverty, "mean shortfall from the line over all persons", "Foster, Greer & Thorbecke 1984; BPS P1",
     true, [](M m) { return ratio(m[Sum::gap], m[Sum::persons]); }},
    {"poverty_gap_before_transfers", "Poverty gap before transfers",
     "Indeks kedalaman kemiskinan sebelum bantuan", "share of the line", T::poverty,
     "mean shortfall of consumption less the cash and food of public programmes over all persons",
     "Lustig 2018, commitment to equity", false,
     [](M m) { return ratio(m[Sum::gap_before], m[Sum::persons]); }},
    {"poverty_severity", "Poverty severity (FGT2)", "Indeks keparahan kemiskinan (FGT2)", "index", T::poverty,
     "mean squared shortfall from the line over all persons", "Foster, Greer & Thorbecke 1984; BPS P2", true,
     [](M m) { return ratio(m[Sum::severity], m[Sum::persons]); }},
    {"poverty_exit", "Exit from poverty", "Keluar dari kemiskinan", "share a year", T::poverty,
     "persons poor twelve months ago and not now / persons poor twelve months ago; of households that lived "
     "here then, by their present size",
     "Jalan & Ravallion 1998", false,
     [](M m) {
         return ratio(m[Sum::poor_year_ago] - m[Sum::poor_year_ago_and_now], m[Sum::poor_year_ago]);
     }},
    {"poverty_entry", "Entry into poverty", "Jatuh miskin", "share a year", T::poverty,
     "persons poor now and not twelve months ago / persons not poor twelve months ago; as exit",
     "Jalan & Ravallion 1998", false,
     [](M m) { return ratio(m[Sum::others_year_ago_poor_now], m[Sum::others_year_ago]); }},
    {"newly_poor", "Poor who were not a year before", "Penduduk miskin yang setahun lalu tidak miskin",
     "share", T::poverty, "persons poor now and not twelve months ago / persons poor now; as exit",
     "Dartanto & Nurkholis 2013", false,
     [](M m) {
         return ratio(m[Sum::others_year_ago_poor_now],
                      m[Sum::others_year_ago_poor_now] + m[Sum::poor_year_ago_and_now]);
     }},
    {"still_poor_after_two_years", "Still poor after two years", "Masih miskin setelah dua tahun", "share",
     T::poverty,
     "persons poor 24 months ago and now / persons poor 24 months ago; of households that lived here then, by "
     "their present size",
     "Jalan & Ravallion 1998", false,
     [](M m) { return ratio(m[Sum::poor_two_years_ago_and_now], m[Sum::poor_two_years_ago]); }},
    {"fallen_into_poverty_in_two_years", "Fallen into poverty in two years", "Jatuh miskin dalam dua tahun",
     "share", T::poverty,
     "persons poor now and not 24 months ago / persons not poor 24 months ago; as still poor",
     "Jalan & Ravallion 1998", false,
     [](M m) { return ratio(m[Sum::others_two_years_ago_poor_now], m[Sum::others_two_years_ago]); }},
    {"graduation", "Graduation from help", "Graduasi dari bantuan", "share of households a year", T::poverty,
     "12 x households that left a programme measured above its cut-off, or whose case was closed as settled, "
     "this month, and had not within a year before / households",
     "design of the model", false,
     [](M m) { return 12.0 * ratio(m[Sum::graduates], m[Sum::households]); }},
    {"self_reliance", "Self-reliance a year after graduation", "Kemandirian setahun setelah graduasi",
     "share", T::poverty,
     "households above the poverty line, in no programme of cash or food and without a case / households that "
     "graduated twelve months ago",
     "design of the model", false,
     [](M m) { return ratio(m[Sum::graduates_on_their_own], m[Sum::graduates_year_ago]); }},
    {"multidimensional_headcount", "Multidimensional poverty headcount (H)",
     "Persentase miskin multidimensi (H)", "share of persons", T::poverty,
     "persons in households with weighted deprivations of one third or more / persons",
     "Alkire & Foster 2011", false, [](M m) { return ratio(m[Sum::deprived_persons], m[Sum::persons]); }},
    {"multidimensional_intensity", "Multidimensional poverty intensity (A)",
     "Intensitas miskin multidimensi (A)", "share", T::poverty,
     "weighted deprivations of the multidimensionally poor, mean", "Alkire & Foster 2011", false,
     [](M m) { return ratio(m[Sum::deprivation], m[Sum::deprived_persons]); }},
    {"multidimensional_poverty", "Multidimensional poverty (M0)", "Kemiskinan multidimensi (M0)", "index",
     T::poverty, "H x A", "Alkire & Foster 2011", true,
     [](M m) { return ratio(m[Sum::deprivation], m[Sum::persons]); }},
    {"mean_consumption", "Mean consumption", "Rata-rata konsumsi", "rupiah a person and month", T::poverty,
     "over persons", "BPS Susenas", false, [](M m) { return ratio(m[Sum::consumption], m[Sum::persons]); }},
    {"functioning", "Social functioning", "Keberfungsian sosial", "index", T::poverty,
     "1 - weighted deficits in six needs, mean over households", "Sukoco 2021", true,
     [](M m) { return ratio(m[Sum::functioning], m[Sum::households]); }},
    {"months_in_crisis", "Months in crisis", "Bulan dalam krisis", "months a household and year", T::poverty,
     "12 x households in crisis / households", "design of the model", false,
     [](M m) { return 12.0 * ratio(m[Sum::crises], m[Sum::households]); }},
    {"assets_lost_to_shocks", "Assets lost to shocks", "Aset hilang karena guncangan",
     "rupiah of monthly resources a household and year", T::poverty,
     "12 x monthly resources lost by fire sales / households", "design of the model", false,
     [](M m) { return 12.0 * ratio(m[Sum::assets_lost], m[Sum::households]); }},
    {"client_needs_known", "Needs of clients that are known", "Kebutuhan klien yang diketahui", "share",
     T::poverty, "needs of clients known / needs of clients", "design of the model", false,
     [](M m) { return ratio(m[Sum::client_needs_known], m[Sum::client_needs]); }},
    {"client_stigma", "Stigma felt by clients", "Stigma yang dirasakan klien", "index", T::poverty,
     "mean over clients", "design of the model", false,
     [](M m) { return ratio(m[Sum::client_stigma], m[Sum::clients]); }},
    {"client_care_risk", "Care risk of clients", "Risiko pengasuhan klien", "index", T::poverty,
     "mean over clients", "design of the model", false,
     [](M m) { return ratio(m[Sum::client_care_risk], m[Sum::clients]); }},
    {"client_capability", "Capability of clients", "Kapabilitas klien", "index", T::poverty,
     "mean over clients", "design of the model", false,
     [](M m) { return ratio(m[Sum::client_capability], m[Sum::clients]); }},
    // ---- System
    {"leakage", "Leakage of benefits", "Kebocoran manfaat", "share", T::system,
     "benefits lost on the way / benefits paid", "Banerjee et al. 2018", true,
     [](M m) { return ratio(m[Sum::leaked], m[Sum::gross]); }},
    {"groups_surviving", "Groups that survive a year", "Kelompok yang bertahan setahun", "share", T::system,
     "(1 - groups that broke up this month / groups) to the power of 12", "Gash & Odell 2013", false,
     [](M m) { return exp(12.0 * log(1.0 - ratio(m[Sum::groups_ended], m[Sum::groups]))); }},
    {"caseload", "Open cases a full-time worker", "Kasus per pekerja penuh waktu", "cases", T::system,
     "open cases / full-time equivalents", "Child Welfare League of America", false,
     [](M m) { return ratio(m[Sum::open_cases], m[Sum::full_time]); }},
    {"contacts_per_case", "Contacts a case and month", "Kontak per kasus per bulan", "acts a month",
     T::system, "acts with clients this month / open cases",
     "American Humane 2000 and Edwards & Reynolds 2006, workload", false,
     [](M m) { return ratio(m[Sum::client_acts], m[Sum::open_cases]); }},
    {"fatigue", "Fatigue of workers", "Kelelahan pekerja", "index", T::system,
     "mean over full-time equivalents", "design of the model", false,
     [](M m) { return ratio(m[Sum::fatigue], m[Sum::full_time]); }},
    {"vacancy", "Vacant seats of workers", "Posisi pekerja yang kosong", "share", T::system,
     "full-time equivalents vacant / all", "design of the model", false,
     [](M m) { return ratio(m[Sum::vacant], m[Sum::full_time]); }},
    {"turnover", "Turnover of workers", "Pergantian pekerja", "share a year", T::system,
     "12 x workers who left this month / workers present", "Casey Family Programs, turnover brief", false,
     [](M m) { return 12.0 * ratio(m[Sum::workers_left], m[Sum::workers_present]); }},
    {"idle_hours", "Idle hours of workers", "Jam menganggur pekerja", "share", T::system,
     "hours that found no candidate / field hours", "design of the model", false,
     [](M m) { return ratio(m[Sum::hours_idle], m[Sum::hours_idle] + m[Sum::hours_field]); }},
    {"social_worker_hours", "Hours of social workers", "Jam kerja pekerja sosial",
     "share of hours of activities", T::system,
     "hours that social workers work and travel for the 43 activities / those of all kinds of worker",
     "design of the model", false, [](M m) { return share_of_hours(m, WorkerKind::social_worker); }},
    {"facilitator_hours", "Hours of programme facilitators", "Jam kerja pendamping sosial",
     "share of hours of activities", T::system,
     "hours that facilitators work and travel for the 43 activities / those of all kinds of worker",
     "design of the model", false, [](M m) { return share_of_hours(m, WorkerKind::facilitator); }},
    {"subdistrict_worker_hours", "Hours of subdistrict welfare workers",
     "Jam kerja tenaga kesejahteraan sosial kecamatan", "share of hours of activities", T::system,
     "hours that subdistrict workers work and travel for the 43 activities / those of all kinds of worker",
     "design of the model", false, [](M m) { return share_of_hours(m, WorkerKind::subdistrict_worker); }},
    {"travel_hours", "Travel", "Perjalanan", "share of field hours worked", T::system,
     "hours of travel / hours worked and travelled", "design of the model", false,
     [](M m) { return ratio(m[Sum::hours_travelled], m[Sum::hours_field]); }},
    {"backlog", "Requests under way", "Permohonan dalam proses", "requests a 1,000 households", T::system,
     "requests in the agencies' hands / households x 1,000", "design of the model", false,
     [](M m) { return 1000.0 * ratio(m[Sum::requests], m[Sum::households]); }},
    {"refusals", "Requests refused", "Permohonan ditolak", "share", T::system, "refused / decided this month",
     "design of the model", false, [](M m) { return ratio(m[Sum::refused], m[Sum::decided]); }},
    {"long_waits", "Requests undecided after six months", "Permohonan belum diputus setelah enam bulan",
     "share", T::system, "requests undecided for more than six months / requests undecided",
     "design of the model", false, [](M m) { return ratio(m[Sum::undecided_long], m[Sum::undecided]); }},
    {"files_lost", "Files lost inside agencies", "Berkas hilang di dalam lembaga", "share", T::system,
     "files lost on the way between sub-units / files passed on", "design of the model", false,
     [](M m) { return ratio(m[Sum::files_lost], m[Sum::files_handled]); }},
    {"decision_errors", "Decision errors of agencies", "Kesalahan keputusan lembaga", "share", T::system,
     "decisions that turn out otherwise than the rules say / decisions this month",
     "US official error rates, see agencies.decision_error", false,
     [](M m) { return ratio(m[Sum::wrong_decisions], m[Sum::decided]); }},
    {"referral_success", "Referrals to other agencies that succeed", "Rujukan lintas lembaga yang berhasil",
     "share", T::system,
     "referrals to another agency than the worker's own that are accepted / all this month",
     "design of the model", false, [](M m) { return ratio(m[Sum::referrals_succeeded], m[Sum::referrals]); }},
    {"procedure_burden", "Procedure burden", "Beban prosedur", "index", T::system, "mean over agencies",
     "Herd & Moynihan 2018", false,
     [](M m) { return ratio(m[Sum::procedure_burden], m[Sum::district_households]); }},
    {"service_quality", "Service quality", "Mutu pelayanan", "index", T::system,
     "mean over agencies, with the share that providers deliver", "design of the model", false,
     [](M m) { return ratio(m[Sum::service_quality], m[Sum::district_households]); }},
    {"responsiveness", "Responsiveness of agencies", "Ketanggapan lembaga", "index", T::system,
     "mean over agencies", "design of the model", false,
     [](M m) { return ratio(m[Sum::responsiveness], m[Sum::district_households]); }},
    {"organisation", "Strength of beneficiaries' organisations", "Kekuatan organisasi penerima layanan",
     "index", T::system, "mean over districts", "design of the model", false,
     [](M m) { return ratio(m[Sum::organisation], m[Sum::district_households]); }},
    {"throughput", "Files an agency can handle a member of staff", "Berkas yang dapat diproses per pegawai",
     "files a month", T::system, "capacity of the slowest sub-unit / staff in all of them",
     "Goldratt 1984, bottleneck", false, [](M m) { return ratio(m[Sum::throughput], m[Sum::staff]); }},
    {"capacity_gap", "Capacity gap between sub-units", "Kesenjangan kapasitas antarbagian", "share",
     T::system, "1 - capacity of the slowest sub-unit / mean capacity, mean over agencies",
     "design of the model", false,
     [](M m) { return ratio(m[Sum::capacity_gap], m[Sum::district_households]); }},
    {"staff_quits", "Agency staff who quit", "Pegawai lembaga yang keluar", "share a year", T::system,
     "12 x staff who left this month / staff", "design of the model", false,
     [](M m) { return 12.0 * ratio(m[Sum::staff_quits], m[Sum::staff]); }},
    {"vacant_posts", "Vacant posts of agencies", "Jabatan lembaga yang kosong", "share", T::system,
     "posts without staff / posts", "design of the model", false,
     [](M m) { return 1.0 - ratio(m[Sum::staff], m[Sum::posts]); }},
    {"restructurings_on_bottleneck", "Restructurings that hit the bottleneck",
     "Restrukturisasi yang mengenai titik hambat", "share", T::system,
     "acts of 4.4 and 4.6 on the slowest sub-unit / all of them this month", "Goldratt 1984, bottleneck",
     false, [](M m) { return ratio(m[Sum::restructurings_on_bottleneck], m[Sum::restructurings]); }},
    {"providers_below_standard", "Providers below standard", "Penyelenggara di bawah standar", "share",
     T::system, "providers that work without a licence or below the minimum standard / providers",
     "design of the model", false,
     [](M m) { return ratio(m[Sum::providers_below_standard], m[Sum::providers]); }},
    {"agencies_with_stance", "Stands taken by agencies", "Sikap yang diambil lembaga", "share", T::system,
     "pairs of agency and issue with a stance above one half / all", "design of the model", false,
     [](M m) { return ratio(m[Sum::stances], m[Sum::district_households]); }},
    {"support_stream", "Support for reform", "Dukungan bagi reformasi", "index", T::system,
     "political stream, mean over issues and districts", "Kingdon 1984", false,
     [](M m) { return ratio(m[Sum::support_stream], m[Sum::district_households]); }},
    {"pass_probability", "Chance of reform", "Peluang reformasi",
     "expected reforms a district, were a window open", T::system,
     "sum over issues of the chance to pass, mean over districts", "Kingdon 1984", false,
     [](M m) { return ratio(m[Sum::pass_chances], m[Sum::district_households]); }},
    {"reforms_in_force", "Reforms in force", "Reformasi yang berlaku", "a district", T::system,
     "measures in force, mean over districts", "design of the model", false,
     [](M m) { return ratio(m[Sum::reforms_in_force], m[Sum::district_households]); }},
    {"reforms", "Reforms that take effect", "Reformasi yang mulai berlaku", "a district and year", T::system,
     "12 x measures that took effect this month / districts", "Baumgartner et al. 2009", false,
     [](M m) { return 12.0 * ratio(m[Sum::reforms_effective], m[Sum::districts]); }},
    {"reform_burstiness", "Burstiness of reforms", "Kecenderungan reformasi datang serentak", "1", T::system,
     "variance over districts of measures enacted within twelve months / their mean (Fano factor; Poisson: "
     "1)",
     "Baumgartner et al. 2009", false,
     [](M m) { return ratio(spread_of_reforms(m).variance, spread_of_reforms(m).mean); }},
    {"reform_tails", "Heavy tails of reforms", "Ekor tebal sebaran reformasi", "1", T::system,
     "excess kurtosis over districts of measures enacted within twelve months - 1 / their mean (Poisson: 0)",
     "Baumgartner et al. 2009", false, [](M m) { return excess_over_poisson(spread_of_reforms(m)); }},
    {"months_to_effect", "Months from enactment to effect", "Bulan dari pengesahan hingga berlaku", "months",
     T::system, "lag passed and left, mean over measures enacted and not yet in force", "Kingdon 1984", false,
     [](M m) { return ratio(m[Sum::months_to_effect], m[Sum::measures_on_the_way]); }},
    // ---- Protection
    {"harm_prevalence", "Households with neglect or violence",
     "Rumah tangga dengan penelantaran atau kekerasan", "share", T::protection,
     "households in which harm goes on / households", "design of the model", true,
     [](M m) { return ratio(m[Sum::harmed], m[Sum::households]); }},
    {"harm_starting", "Harm that begins", "Penelantaran atau kekerasan baru", "share of households a year",
     T::protection, "12 x households safe until now in which harm begins / households", "design of the model",
     false, [](M m) { return 12.0 * ratio(m[Sum::harms_begun], m[Sum::district_households]); }},
    {"harm_stopped", "Harm stopped by investigation", "Penelantaran atau kekerasan yang dihentikan",
     "share of households a year", T::protection, "12 x safety plans made this month / households",
     "design of the model", false,
     [](M m) { return 12.0 * ratio(m[Sum::harms_stopped], m[Sum::district_households]); }},
    {"months_to_safety", "Months from report to safety", "Bulan dari laporan hingga aman", "months",
     T::protection, "months waited so far, mean over reports waiting or settled this month",
     "design of the model", true, [](M m) { return ratio(m[Sum::report_months], m[Sum::reports_open]); }},
    {"recurrence", "Harm that recurs", "Kekerasan yang berulang", "share a year", T::protection,
     "12 x households with a safety plan harmed again this month / households with a safety plan",
     "child protection statistics: recurrence of maltreatment", false,
     [](M m) { return 12.0 * ratio(m[Sum::harms_again], m[Sum::watched]); }},
    // ---- Cost
    {"benefit_spending", "Benefit spending", "Belanja manfaat", "rupiah a month, nation", T::cost,
     "benefits paid, leakage included", "national accounts of social assistance", false,
     [](M m) { return m[Sum::gross]; }},
    {"worker_pay", "Pay of social workers", "Upah pekerja sosial", "rupiah a month, nation", T::cost,
     "full-time equivalents at work x `reform.wage` / 12", "design of the model", false,
     [](M m) { return m[Sum::wages]; }},
    {"public_cost", "Public cost", "Biaya publik", "rupiah a month, nation", T::cost,
     "benefits paid, running of the programmes and pay of social workers", "design of the model", false,
     [](M m) { return public_cost(m); }},
    {"cost_a_household_served", "Benefit cost a household served", "Biaya manfaat per rumah tangga terlayani",
     "rupiah a month", T::cost, "benefits paid / households served", "design of the model", false,
     [](M m) { return ratio(m[Sum::gross], m[Sum::households_served]); }},
    {"public_cost_a_household_served", "Public cost a household served",
     "Biaya publik per rumah tangga terlayani", "rupiah a month", T::cost,
     "benefits paid, running of the programmes and pay of social workers / households served",
     "design of the model", false,
     [](M m) { return ratio(public_cost(m), m[Sum::households_served]); }},
    {"cost_a_case", "Cost of an open case", "Biaya per kasus", "rupiah a month", T::cost,
     "pay of social workers (`reform.wage`) / open cases", "design of the model", false,
     [](M m) { return ratio(m[Sum::wages], m[Sum::open_cases]); }},
    {"cost_a_point_of_coverage", "Cost of a point of coverage", "Biaya per poin cakupan", "rupiah a month",
     T::cost,
     "benefits, running of the programmes and pay of social workers / percentage points of coverage of the "
     "eligible: a mean, not what the next point would cost",
     "design of the model", false,
     [](M m) {
         return ratio(public_cost(m), 100.0 * ratio(m[Sum::eligible_served], m[Sum::eligible]));
     }},
    {"cost_a_point_of_headcount", "Cost of a point of poverty averted", "Biaya per poin kemiskinan yang dicegah",
     "rupiah a month", T::cost,
     "the same / percentage points by which cash and food lower the headcount", "design of the model", false,
     [](M m) {
         return ratio(public_cost(m),
                      100.0 * ratio(m[Sum::poor_before] - m[Sum::poor_persons], m[Sum::persons]));
     }},
    {"cost_a_point_of_gap", "Cost of a point of the poverty gap closed",
     "Biaya per poin kedalaman kemiskinan yang ditutup", "rupiah a month", T::cost,
     "the same / percentage points by which cash and food lower the poverty gap", "design of the model", false,
     [](M m) {
         return ratio(public_cost(m), 100.0 * ratio(m[Sum::gap_before] - m[Sum::gap], m[Sum::persons]));
     }},
    {"relief_a_rupiah", "Need relieved by services a million rupiah",
     "Kebutuhan yang diringankan layanan per sejuta rupiah", "deficit points a million rupiah", T::cost,
     "deficits taken away by services and assets / their benefits in million rupiah", "design of the model",
     false, [](M m) { return ratio(m[Sum::relief], m[Sum::relief_rupiah] / 1e6); }},
    {"hours_an_act", "Hours an act, travel included", "Jam per kegiatan termasuk perjalanan", "hours",
     T::cost, "hours worked and travelled / acts", "design of the model", false,
     [](M m) { return ratio(m[Sum::hours_field], m[Sum::acts]); }},
};

} // namespace

std::span<const OutcomeRow> outcome_rows() noexcept {
    return rows;
}

std::optional<std::size_t> find_outcome(std::string_view name) noexcept {
    for (std::size_t o = 0; o < std::size(rows); ++o)
        if (rows[o].name == name) return o;
    return std::nullopt;
}

} // namespace tujuh
