// SPDX-License-Identifier: Apache-2.0
#include "run/patterns.hpp"

#include "outcomes/catalogue.hpp"
#include "outcomes/measurement.hpp"
#include "run/comparison.hpp"

#include <limits>

namespace tujuh {

namespace {

constexpr double unknown = not_a_number_double;
constexpr double no_end = std::numeric_limits<double>::infinity();

// ---- How a figure is read from the runs -------------------------------------------------------------------

const TrialTable& table_of(const PatternRuns& runs, PatternScenario of, std::string_view trial,
                           std::size_t replicate) {
    const auto s = static_cast<std::size_t>(of);
    std::size_t t = 0;
    while (runs.scenarios[s].trials[t].id != trial) ++t; // the shipped file has it, a test says
    return runs.runs[s].trials[t][replicate];
}

constexpr std::size_t untreated = 0, treated = 1;
constexpr auto experiments = PatternScenario::experiments, food_stamps = PatternScenario::food_stamps,
               heavy = PatternScenario::heavy_caseloads;

/// Share of a group chosen, by the arm of the trial of who chooses.
double chosen(const PatternRuns& runs, std::size_t r, std::size_t arm, std::size_t group) {
    return table_of(runs, experiments, "who_chooses", r).value(TrialOutcome::enrolled, arm, treated, group);
}
double households(const PatternRuns& runs, std::size_t r, std::size_t arm, std::size_t group) {
    return table_of(runs, experiments, "who_chooses", r).households[arm * trial_group_count + group];
}
constexpr std::size_t proxy_means = 0, community = 1;

template <std::size_t arm> double exclusion(const PatternRuns& runs, std::size_t r) {
    return 1.0 - chosen(runs, r, arm, trial_poor);
}
template <std::size_t arm> double inclusion(const PatternRuns& runs, std::size_t r) {
    return chosen(runs, r, arm, trial_not_poor);
}
template <std::size_t arm> double misclassified(const PatternRuns& runs, std::size_t r) {
    return (exclusion<arm>(runs, r) * households(runs, r, arm, trial_poor) +
            inclusion<arm>(runs, r) * households(runs, r, arm, trial_not_poor)) /
           households(runs, r, arm, trial_everybody);
}
template <std::size_t arm> double not_poor_among_chosen(const PatternRuns& runs, std::size_t r) {
    return inclusion<arm>(runs, r) * households(runs, r, arm, trial_not_poor) /
           (chosen(runs, r, arm, trial_everybody) * households(runs, r, arm, trial_everybody));
}
template <std::size_t tenth> double chosen_in_tenth(const PatternRuns& runs, std::size_t r) {
    return chosen(runs, r, proxy_means, trial_first_tenth + tenth - 1);
}

/// Share of the poorest tenths that a survey finds outside a programme.
double outside_of(const PatternRuns& runs, std::size_t r, std::string_view survey, std::size_t tenths) {
    const auto& table = table_of(runs, experiments, survey, r);
    double in = 0, all = 0;
    for (std::size_t k = 0; k < tenths; ++k) {
        const double here = table.households[trial_first_tenth + k];
        in += here * table.value(TrialOutcome::enrolled, 0, untreated, trial_first_tenth + k);
        all += here;
    }
    return 1.0 - in / all;
}

double gain_by_card(const PatternRuns& runs, std::size_t r) {
    const auto& table = table_of(runs, experiments, "entitlement_cards", r);
    return table.value(TrialOutcome::benefit, 0, treated, trial_everybody) /
               table.value(TrialOutcome::benefit, 0, untreated, trial_everybody) -
           1.0;
}

constexpr std::size_t told = 0, told_and_helped = 1;
double enrolled_after_letter(const PatternRuns& runs, std::size_t r, std::size_t arm, std::size_t world) {
    return table_of(runs, food_stamps, "information_and_help", r)
        .value(TrialOutcome::enrolled, arm, world, trial_everybody);
}
/// Control households of both arms are drawn alike.
double enrolled_in_control(const PatternRuns& runs, std::size_t r) {
    return (enrolled_after_letter(runs, r, told, untreated) +
            enrolled_after_letter(runs, r, told_and_helped, untreated)) /
           2;
}
template <std::size_t arm> double gain_by_letter(const PatternRuns& runs, std::size_t r) {
    return enrolled_after_letter(runs, r, arm, treated) - enrolled_after_letter(runs, r, arm, untreated);
}

constexpr std::size_t far = 0, papers = 1;
double asks(const PatternRuns& runs, std::size_t r, std::size_t arm, std::size_t world, std::size_t group) {
    return table_of(runs, experiments, "way_to_the_office", r).value(TrialOutcome::asked, arm, world, group);
}
double effect_of_way(const PatternRuns& runs, std::size_t r) {
    return asks(runs, r, far, treated, trial_everybody) / asks(runs, r, far, untreated, trial_everybody) - 1;
}
template <std::size_t tenth> double asks_in_tenth(const PatternRuns& runs, std::size_t r) {
    return asks(runs, r, far, untreated, trial_first_tenth + tenth - 1);
}
/// What an obstacle takes from the poorest three tenths less what it takes from the richest three, in shares
/// of households that ask.
template <std::size_t arm, int sign> double poorest_lose_more(const PatternRuns& runs, std::size_t r) {
    const auto lost = [&](std::size_t first) {
        double sum = 0;
        for (std::size_t k = first; k < first + 3; ++k)
            sum += asks(runs, r, arm, treated, trial_first_tenth + k) -
                   asks(runs, r, arm, untreated, trial_first_tenth + k);
        return sign * sum / 3;
    };
    return lost(0) - lost(7);
}

/// Mean of an outcome from the third year on.
double settled(const PatternRuns& runs, PatternScenario of, std::string_view outcome, std::size_t r) {
    const auto position = find_outcome(outcome);
    const auto& table = runs.runs[static_cast<std::size_t>(of)].tables[r];
    return position ? window_mean(table, *position, {24, table.ticks}) : unknown;
}
template <const char* outcome> double in_the_nation(const PatternRuns& runs, std::size_t r) {
    return settled(runs, experiments, outcome, r);
}
template <const char* outcome> double where_heavy(const PatternRuns& runs, std::size_t r) {
    return settled(runs, heavy, outcome, r);
}
template <const char* outcome> double change_where_heavy(const PatternRuns& runs, std::size_t r) {
    return settled(runs, heavy, outcome, r) - settled(runs, experiments, outcome, r);
}

constexpr char still_poor[] = "still_poor_after_two_years", fallen[] = "fallen_into_poverty_in_two_years",
               newly_poor[] = "newly_poor", caseload[] = "caseload", contacts[] = "contacts_per_case",
               turnover[] = "turnover", crisis_months[] = "months_in_crisis", burst[] = "reform_burstiness",
               tails[] = "reform_tails";

// ---- The published figures --------------------------------------------------------------------------------

constexpr std::string_view alatas_2012 = "derived: replication data of Alatas et al. 2012",
                           alatas_2016 = "recalled, unverified: Alatas et al. 2016",
                           banerjee = "Banerjee et al. 2018", finkelstein = "Finkelstein & Notowidigdo 2019",
                           dartanto = "Dartanto & Nurkholis "
                                      "2013",
                           bank_2012 = "recalled, unverified: World Bank 2012",
                           bank_2020 = "recalled, unverified: World Bank 2020",
                           casey = "Casey Family Programs (US child welfare)",
                           direction_of_workload = "direction: studies of the social-work workforce",
                           direction_of_burden = "direction: literature on administrative burden",
                           bursts = "direction: Baumgartner et al. 2009; Kingdon";
constexpr std::string_view share_chosen = "share of households", change = "change, share";

constexpr PatternRow rows[] = {
    {"P1", "coverage_pmt_decile_1", "chosen by proxy means, tenth 1", "terpilih uji proksi, persepuluhan 1",
     share_chosen, 0.55, 0.479, 0.621, alatas_2012, "", chosen_in_tenth<1>},
    {"P1", "coverage_pmt_decile_2", "chosen by proxy means, tenth 2", "terpilih uji proksi, persepuluhan 2",
     share_chosen, 0.45, 0.379, 0.521, alatas_2012, "", chosen_in_tenth<2>},
    {"P1", "coverage_pmt_decile_3", "chosen by proxy means, tenth 3", "terpilih uji proksi, persepuluhan 3",
     share_chosen, 0.45, 0.379, 0.521, alatas_2012, "", chosen_in_tenth<3>},
    {"P1", "coverage_pmt_decile_4", "chosen by proxy means, tenth 4", "terpilih uji proksi, persepuluhan 4",
     share_chosen, 0.38, 0.31, 0.45, alatas_2012, "", chosen_in_tenth<4>},
    {"P1", "coverage_pmt_decile_5", "chosen by proxy means, tenth 5", "terpilih uji proksi, persepuluhan 5",
     share_chosen, 0.26, 0.197, 0.323, alatas_2012, "", chosen_in_tenth<5>},
    {"P1", "coverage_pmt_decile_6", "chosen by proxy means, tenth 6", "terpilih uji proksi, persepuluhan 6",
     share_chosen, 0.19, 0.134, 0.246, alatas_2012, "", chosen_in_tenth<6>},
    {"P1", "coverage_pmt_decile_7", "chosen by proxy means, tenth 7", "terpilih uji proksi, persepuluhan 7",
     share_chosen, 0.19, 0.134, 0.246, alatas_2012, "", chosen_in_tenth<7>},
    {"P1", "coverage_pmt_decile_8", "chosen by proxy means, tenth 8", "terpilih uji proksi, persepuluhan 8",
     share_chosen, 0.18, 0.125, 0.235, alatas_2012, "", chosen_in_tenth<8>},
    {"P1", "coverage_pmt_decile_9", "chosen by proxy means, tenth 9", "terpilih uji proksi, persepuluhan 9",
     share_chosen, 0.11, 0.065, 0.155, alatas_2012, "", chosen_in_tenth<9>},
    {"P1", "coverage_pmt_decile_10", "chosen by proxy means, tenth 10",
     "terpilih uji proksi, persepuluhan 10", share_chosen, 0.07, 0.033, 0.107, alatas_2012, "",
     chosen_in_tenth<10>},
    {"P1", "pkh_exclusion_poorest_decile", "poorest tenth outside PKH", "persepuluhan termiskin di luar PKH",
     share_chosen, 0.55, 0.45, 0.7, bank_2020, "",
     [](const PatternRuns& runs, std::size_t r) { return outside_of(runs, r, "survey_pkh", 1); }},
    {"P1", "sembako_exclusion_poorest_two_deciles", "poorest two tenths outside Sembako",
     "dua persepuluhan termiskin di luar Sembako", share_chosen, 0.45, 0.35, 0.55, bank_2020, "",
     [](const PatternRuns& runs, std::size_t r) { return outside_of(runs, r, "survey_sembako", 2); }},

    {"P2", "targeting_error_total_pmt", "misclassified by proxy means", "salah sasaran uji proksi",
     share_chosen, 0.301, 0.28, 0.322, alatas_2012, "", misclassified<proxy_means>},
    {"P2", "targeting_exclusion_pmt", "poor left out by proxy means", "yang miskin terlewat uji proksi",
     "share of the poor", 0.524, 0.484, 0.564, alatas_2012, "", exclusion<proxy_means>},
    {"P2", "targeting_inclusion_pmt", "others chosen by proxy means", "yang lain terpilih uji proksi",
     "share of the others", 0.178, 0.153, 0.203, alatas_2012, "", inclusion<proxy_means>},
    {"P2", "targeting_leakage_pmt", "not poor among the chosen, proxy means",
     "tidak miskin di antara terpilih, uji proksi", "share of the chosen", 0.403, 0.358, 0.448, alatas_2012,
     "", not_poor_among_chosen<proxy_means>},
    {"P2", "targeting_error_total_community", "misclassified by the village meeting",
     "salah sasaran musyawarah desa", share_chosen, 0.329, 0.308, 0.35, alatas_2012, "",
     misclassified<community>},
    {"P2", "targeting_exclusion_community", "poor left out by the village meeting",
     "yang miskin terlewat musyawarah desa", "share of the poor", 0.534, 0.494, 0.574, alatas_2012, "",
     exclusion<community>},
    {"P2", "targeting_inclusion_community", "others chosen by the village meeting",
     "yang lain terpilih musyawarah desa", "share of the others", 0.223, 0.198, 0.248, alatas_2012, "",
     inclusion<community>},
    {"P2", "targeting_leakage_community", "not poor among the chosen, village meeting",
     "tidak miskin di antara terpilih, musyawarah desa", "share of the chosen", 0.483, 0.438, 0.528,
     alatas_2012, "", not_poor_among_chosen<community>},

    {"P3", "id_card_subsidy_gain", "subsidy gained by a card", "tambahan subsidi dari kartu", change, 0.26,
     0.17, 0.35, banerjee, "agencies.bargain", gain_by_card},

    {"P4", "take_up_control_snap", "enrolled after nine months, untold",
     "terdaftar setelah sembilan bulan, tidak diberi tahu", share_chosen, 0.06, 0.044, 0.086, finkelstein, "",
     enrolled_in_control},
    {"P4", "takeup_effect_information", "more enrolled when told", "tambahan terdaftar bila diberi tahu",
     share_chosen, 0.05, 0.04, 0.06, finkelstein, "", gain_by_letter<told>},
    {"P4", "takeup_effect_information_plus_help", "more enrolled when told and helped",
     "tambahan terdaftar bila diberi tahu dan dibantu", share_chosen, 0.12, 0.11, 0.13, finkelstein, "",
     gain_by_letter<told_and_helped>},

    {"P5", "poor_still_poor_after_2_years", "poor who are poor two years on",
     "yang miskin masih miskin dua tahun kemudian", "share of the poor", 0.28, 0.25, 0.45, dartanto,
     "population.permanent_share", in_the_nation<still_poor>},
    {"P5", "nonpoor_poor_after_2_years", "others who are poor two years on",
     "yang lain menjadi miskin dua tahun kemudian", "share of the others", 0.07, 0.05, 0.1, dartanto, "",
     in_the_nation<fallen>},
    {"P5", "poor_not_poor_one_year_before", "poor who were not poor a year before",
     "yang miskin tidak miskin setahun sebelumnya", "share of the poor", 0.52, 0.45, 0.6, bank_2012,
     "resources.rho", in_the_nation<newly_poor>},

    {"P6", "distance_effect_on_applications", "fewer ask when 1.5 km farther",
     "berkurang pemohon bila 1,5 km lebih jauh", change, -0.15, -0.25, -0.05, alatas_2016, "", effect_of_way},
    {"P6", "application_rate_poorest_decile", "poorest tenth asks when told",
     "persepuluhan termiskin memohon bila diberi tahu", share_chosen, 0.61, 0.5, 0.65, alatas_2016, "",
     asks_in_tenth<1>},
    {"P6", "application_rate_richest_decile", "richest tenth asks when told",
     "persepuluhan terkaya memohon bila diberi tahu", share_chosen, 0.1, 0.05, 0.15, alatas_2016, "",
     asks_in_tenth<10>},
    {"P6", "distance_takes_from_poorest", "distance: lost by the poorest 3 tenths less by the richest",
     "jarak: hilang dari 3 persepuluhan termiskin dikurangi terkaya", share_chosen, unknown, 0, no_end,
     direction_of_burden, "", poorest_lose_more<far, -1>},
    {"P6", "papers_take_from_poorest", "papers: gained by the poorest 3 tenths less by the richest",
     "dokumen: tambahan 3 persepuluhan termiskin dikurangi terkaya", share_chosen, unknown, 0, no_end,
     direction_of_burden, "", poorest_lose_more<papers, 1>},

    {"P7", "caseload_rises", "half the workers: cases a worker", "setengah pekerja: kasus per pekerja",
     "cases, change", unknown, 0, no_end, direction_of_workload, "", change_where_heavy<caseload>},
    {"P7", "contacts_fall", "half the workers: contacts a case", "setengah pekerja: kontak per kasus",
     "acts a month, change", unknown, -no_end, 0, direction_of_workload, "", change_where_heavy<contacts>},
    {"P7", "turnover_rises", "half the workers: turnover", "setengah pekerja: pergantian pekerja",
     "share a year, change", unknown, 0, no_end, direction_of_workload, "", change_where_heavy<turnover>},
    {"P7", "crises_last", "half the workers: months in crisis", "setengah pekerja: bulan dalam krisis",
     "months a household and year, change", unknown, 0, no_end, direction_of_workload, "",
     change_where_heavy<crisis_months>},
    {"P7", "turnover_annual", "turnover at a heavy load", "pergantian pekerja pada beban berat",
     "share a year", 0.3, 0.2, 0.4, casey, "workers.leaving_fatigue", where_heavy<turnover>},

    {"P8", "reforms_burst", "reforms a district-year: variance over mean",
     "reformasi per kabupaten-tahun: ragam atas rerata", "1", unknown, 1, no_end, bursts, "",
     in_the_nation<burst>},
    {"P8", "reforms_have_tails", "reforms a district-year: kurtosis above Poisson's",
     "reformasi per kabupaten-tahun: kurtosis di atas Poisson", "1", unknown, 0, no_end, bursts, "",
     in_the_nation<tails>},
};

bool lies_in(const PatternRow& row, const Estimate& model) {
    if (row.published == row.published) return model.mean >= row.low && model.mean <= row.high;
    return model.low > row.low && model.high < row.high; // a direction must be told from chance
}

} // namespace

std::span<const PatternRow> pattern_rows() noexcept {
    return rows;
}

PatternRuns run_patterns(std::vector<Scenario> scenarios, const RunOptions& options) {
    PatternRuns found;
    found.scenarios = std::move(scenarios);
    for (const Scenario& scenario : found.scenarios) {
        found.runs.push_back(run_with_trials(scenario, options));
        found.halt = found.runs.back().halt;
        if (found.halt) break;
    }
    return found;
}

std::vector<PatternFinding> find_patterns(const PatternRuns& runs, double level) {
    IntervalLevel of_interval(level);
    const std::size_t replicates = runs.runs.front().tables.size();
    std::vector<PatternFinding> findings;
    for (const PatternRow& row : rows) {
        std::vector<double> values;
        for (std::size_t r = 0; r < replicates; ++r) values.push_back(row.model(runs, r));
        PatternFinding finding{&row, estimate(values, of_interval), false, false};
        finding.known = finding.model.count > 0;
        finding.hit = finding.known && lies_in(row, finding.model);
        findings.push_back(finding);
    }
    return findings;
}

} // namespace tujuh
