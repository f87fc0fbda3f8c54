# SPDX-License-Identifier: Apache-2.0
"""What the report says, in English and in Indonesian."""

from __future__ import annotations

# As in sim/tasks/catalogue.hpp; files of `tujuh attribute` alone hold them.
TASKS = {
    "en": {
        "1": "Enhance people's problem-solving and coping", "2": "Link clients with resource systems",
        "3": "Facilitate interaction with resource systems", "4": "Facilitate interaction within resource systems",
        "5": "Influence social policy", "6": "Distribute and even out resources", "7": "Exercise social control",
    },
    "id": {
        "1": "Membantu meningkatkan kemampuan individu", "2": "Menghubungkan klien dengan sistem sumber",
        "3": "Memfasilitasi interaksi dengan sistem sumber", "4": "Memfasilitasi interaksi dalam sistem sumber",
        "5": "Mempengaruhi kebijakan sosial", "6": "Menyalurkan dan memeratakan sumber daya",
        "7": "Melaksanakan fungsi kontrol sosial",
    },
}

WORDS = {
    "en": {
        # The answer
        "compared": "The same households lived through “{base}” and through {names}: {span}, {times}, with the same "
                    "illnesses, harvests and disasters each time.",
        "run": "“{base}” was simulated for {span}, {times}.",
        "one_time": "once", "times": "{n} times with other random numbers",
        "raises": "“{name}” raises {outcome} by {amount}, to {level} from {base}{interval}.",
        "lowers": "“{name}” lowers {outcome} by {amount}, to {level} from {base}{interval}.",
        "raises_most": "“{name}” raises {outcome} most: by {amount}, to {level} from {base}{interval}.",
        "lowers_most": "“{name}” lowers {outcome} most: by {amount}, to {level} from {base}{interval}.",
        "with_interval": " (95 % interval {interval})",
        "nobody": "No alternative makes a difference to {outcome} that {n} replicates can tell from chance.",
        "not_it": "There is no difference in {outcome} that {n} replicates can tell from chance.",
        "and": "{first} and {last}",
        # Findings
        "from_to": "{low} to {high}",
        "rises": "{outcome} {verb} by {amount}, to {level} from {base} (95 % interval {interval}).",
        "rise": "rises", "fall": "falls", "rise_many": "rise", "fall_many": "fall",
        "once": "{outcome} {verb} by {amount}, to {level} from {base}; one replicate gives no interval.",
        "alone": "Taken by itself this would hardly be chance; among so many comparisons it may be.",
        "same": "No different in any replicate: {outcomes}.",
        "cannot": "Cannot be told with {n} replicates: {outcomes}.",
        "if_as_large": "These counts hold if a difference is as large as it looks.",
        "would_do": "{outcome} (about {needed} would do)", "would_need": "{outcome} (more than {needed} would be needed)",
        "about": "about {n}", "more_than": "more than {n}",
        "corrected": "Of {n} comparisons {clear} stand after correction for their number (Holm 1979); {alone} more "
                     "would stand only if nothing else had been looked at. Marks: ** stands after correction, "
                     "* only by itself.",
        "not_corrected": "The file holds no correction for looking at {n} comparisons at once: one in twenty intervals "
                         "misses zero by chance alone. A file that the present tujuh compare writes holds it.",
        "window": "All numbers are means of the last {n} months.",
        # Heads
        "report": "Report of a simulation",
        "about_line": "{replicates}, {months} months from {start}. Model results, not official statistics.",
        "replicate": "1 replicate", "replicates": "{n} replicates",
        "contents": "In this report",
        "findings": "What was found", "differ": "What differs between the scenarios",
        "over_time": "Over time", "deciles": "Whom it reaches", "concentration": "Who receives the benefits",
        "flows": "Winners and losers", "map": "Where", "tasks": "What each task of social work contributes",
        "cost": "Money and work", "sensitivity": "What the results hang on", "checks": "Trials and published figures",
        "limits": "What this cannot say", "reproduce": "How to repeat it",
        # Tables
        "outcome": "outcome", "base": "base", "alternative": "alternative", "difference": "difference",
        "interval": "95 % interval", "told": "told from chance?", "yes": "yes **", "by_itself": "by itself *",
        "yes_uncorrected": "yes", "no": "no; {needed} replicates", "no_bare": "no", "equal": "no difference",
        "one_replicate": "one replicate",
        "all_outcomes": "{name}: all headline outcomes",
        "csv": "Numbers of this figure (CSV)", "csv_table": "Numbers of this table (CSV)",
        # What differs
        "no_difference": "The texts of the scenarios do not differ.",
        "one_scenario": "The file holds one scenario; tujuh compare BASE ALTERNATIVE sets scenarios side by side.",
        "key": "key", "source": "where the value in the base comes from",
        "changed_caption": "Settings that differ from the base",
        "not_set": "not set",
        "policy_from": "“{title}”, from month {month} on.",
        "choice": "choice of the scenario",
        # Figures
        "time_desc": "Lines over months, one a scenario: {ends}.",
        "at_end": "{name} {value}",
        "decile_desc": "Bars by tenth of the population, poorest first: {parts}.",
        "decile_part": "{name} from {poorest} in the poorest to {richest} in the richest tenth",
        "concentration_desc": "Share of all benefits that the poorest 40 % of people receive: {parts}.",
        "title_compared": "{names} against “{base}”", "quoted": "“{name}”",
        "change_over_time": "Difference from “{base}” over time",
        "change_desc": "Lines of the difference from the base over months, one an alternative.",
        "change_caption": "Alternative less base, replicate by replicate; bands are 95 % intervals of the mean "
                          "difference in each month. Dotted: a policy begins.",
        "upper_panel": "level", "lower_panel": "difference from “{base}”",
        "points_caption": "Below: paired differences with 95 % intervals, not corrected for the number of tenths.",
        "bare_points": "points",
        "choices": "These are choices of the scenarios, not parameters with a source; the scenario files give the "
                   "reasons.",
        "bars_caption": "Mean of the last {n} months. {spread}",
        "lines_caption": "{described} {spread} Dotted: a policy begins.",
        "flow_title": "“{name}”: {gained} households gained help, {lost} lost it, {net} on balance",
        "flow_caption": "Households that at least one programme serves in one world and not in the other, in month "
                        "{month}, mean of {n} replicates; the same households live in both. Right: gained, left: "
                        "lost. Once two worlds differ, waiting lists run differently, and some gain and others lose "
                        "by that alone.",
        "flow_poverty": "Poverty: {out} households out of it, {into} into it, because of the alternative.",
        "flow_left_out": "{n} households are left out: their people were replaced in one world only.",
        "flow_axis": "thousand households", "gained": "gained", "lost": "lost",
        "flow_desc": "Bars by group, gained to the right and lost to the left: {parts}.",
        "flow_part": "{group}: {gained} gained, {lost} lost",
        "map_base": "{outcome} in “{name}”",
        "map_change": "“{name}” less base: {outcome}",
        "map_caption": "A tile a province, roughly where it lies. Mean of the last {n} months and of the replicates. "
                       "A sample of a few hundred households a province is coarse: read neighbours together.",
        "map_told": "A thick frame: the 95 % interval of the paired difference excludes zero, not corrected for the "
                    "number of provinces.",
        "map_desc": "Lowest: {lowest}. Highest: {highest}.",
        "province": "province",
        "shapley_most": "“{task}” contributes most to {outcome}: {value}",
        "shapley_told": "“{task}” contributes to {outcome} beyond chance: {value}",
        "shapley_none": "No task stands out in {outcome}",
        "shapley_caption": "Shapley values of the seven tasks: the mean of what a task adds over all orders in which "
                           "tasks can be put to work; they sum to the whole effect, {whole}. Lines: 95 % intervals.",
        "shapley_desc": "Bars, one a task: {parts}.",
        "pairs_caption": "Pairs of tasks: above zero the two do more together than the sum of what each does "
                         "without the other; below zero they stand in for one another",
        "pair": "pair of tasks", "interaction": "interaction",
        "task": "task", "value": "contribution",
        "ledger_title": "Where the money of each programme goes",
        "ledger_caption": "Public money a year in constant prices, mean of whole years and of replicates, in "
                          "{unit}.",
        "ledger_desc": "Stacked bars by programme and scenario; the numbers stand in the table below.",
        "billion": "billion rupiah", "trillion": "trillion rupiah", "million": "million rupiah",
        "programme": "programme", "scenario": "scenario", "programme_scenario": "programme, scenario",
        "ledger_table": "Money by programme and scenario, {unit} a year",
        "hours_title": "Hours of social workers by task",
        "hours_caption": "Hours a month in the nation, travel included, in thousands. Mean of the last {n} months. "
                         "{spread}",
        "hours_desc": "Bars by task and scenario: {parts}.",
        "work_table": "Workload", "workload": "measure",
        "tornado_title": "{factor} moves {outcome} most",
        "tornado_caption_morris": "Morris screening: mean absolute effect of moving a factor through its range, in "
                                  "the outcome's unit, with 95 % interval.",
        "tornado_caption_sobol": "Sobol' indices: share of the outcome's variation that goes with a factor, alone "
                                 "(dark) and with its interactions (light), with 95 % interval.",
        "tornado_chance": "Dotted: what chance alone would give.",
        "tornado_desc": "Bars, the most influential factor first: {parts}.",
        "tornado_first": "alone", "tornado_total": "with interactions",
        "effect_axis": "mean absolute effect",
        "trial_caption": "Trial {name}: all participants, mean of the replicates",
        "arm": "arm", "world": "world", "asked": "asked", "enrolled": "enrolled", "served": "served",
        "patterns_sentence": "Of {checks} published figures that nothing was fitted to the model hits {hits}.",
        "misses": "Published figures that the model misses", "figure": "figure", "published": "published",
        "model": "model",
        # Fitted factors
        "fit": "Fitted to published figures", "optimum": "The best points",
        "run_points": "“{base}” was tried at {points} points of {factors} settings: {span}, {times} at each.",
        "one_point_setting": "“{base}” was tried at {points} points of one setting: {span}, {times} at each.",
        "design_text": "The design as it was run",
        "months_from_to": "months {first} to {last}", "choices_listed": "{n} choices",
        "fit_hits": "{n} of {all} fitted figures lie within one tolerance.",
        "held_hits": "Held out, so that nothing was fitted to them: {n} of {all} figures lie within one tolerance.",
        "hits_as_it_is": "In the scenario as it is: {n}.",
        "hits_inside": "In the 95 % interval of the accepted points: {n}.",
        "recover": "The targets are what the scenario itself gives with other random numbers; {n} of {all} known "
                   "values lie in the 95 % interval that was found.",
        "misfit": "Sum of squares of the tolerances off, chance included: {fit}; in the scenario as it is {base}.",
        "determined": "Together the targets determine {n} of {all} factors.",
        "accepted": "{n} of {all} points are accepted, up to {far} tolerances from the targets.",
        "points_failed": "{n} points failed and are left out.",
        "little_learned": "{factor}: the targets say little of it ({learned} learned).",
        "not_apart": "{one} and {other} are not told apart (correlation {correlation}): other pairs of values would fit "
                     "nearly as well.",
        "at_an_end": "{factor} lies at an end of its range; a wider range might fit better.",
        "much_chance": "{target}: the chance of the model's figure is {share} times the tolerance; more replicates "
                       "lessen it.",
        "doubts": "What is not known",
        "no_doubts": "Every factor is learned to half and more, no two are confused, and none lies at an end of its "
                     "range.",
        "as_it_is": "scenario as it is", "fitted": "fitted", "median": "median of the accepted",
        "fitted_mark": "after fitting", "held_out_mark": "after fitting, held out", "held_out": "held out",
        "off": "tolerances off", "off_chance": "chance included", "off_axis": "tolerances off the figure", "known_target": "known figure",
        "targets_title": "How near the model comes to the figures",
        "targets_recovered": "How near the model comes to figures of its own",
        "targets_caption": "Model less figure in units of each figure's tolerance, which is one standard deviation; "
                           "shaded: within one.",
        "targets_interval_chance": "Lines: what chance in the model's figure leaves open, 95 %.",
        "targets_interval_accepted": "Points are medians, lines 95 % intervals over the accepted points.",
        "targets_desc": "Tolerances off: {parts}.",
        "targets_table": "Figures and model; shares in per cent, their tolerances in percentage points",
        "factors_title": "What the figures say of the factors",
        "factors_caption": "The grey line is the range that was searched, the blue one the 95 % interval. Learned: "
                           "share of the variance of a factor uniform in its range that the targets take away.",
        "factors_desc": "Points in ranges: {parts}.", "factors_table": "Factors",
        "factor": "factor", "range": "range", "learned": "learned", "learned_note": "{learned} learned",
        "range_axis": "place in the range",
        "pull_title": "“{target}” pulls “{factor}” most",
        "pull_caption": "How far a factor moves, in per cent of its range, where the figure rises by one tolerance.",
        "pull_desc": "A tile a figure and factor: {parts}.",
        # Best points
        "no_member": "No point that was tried keeps to all limits.",
        "point_better": "{outcome}: the best point is better than the scenario by {difference} (95 % interval {interval}), "
                        "{level} against {base}, in {n} replicates that the search did not see.",
        "point_worse": "{outcome}: the best point is worse than the scenario by {difference} (95 % interval {interval}), "
                       "{level} against {base}, in {n} replicates that the search did not see.",
        "point_untold": "{outcome}: whether the best point is better than the scenario cannot be told with {n} replicates "
                        "that the search did not see: {difference} (95 % interval {interval}), {level} against {base}.",
        "point_once": "{outcome}: {level} against {base}, {difference}; one replicate that the search did not see gives "
                      "no interval.",
        "point_equal": "{outcome}: no different from the scenario in any replicate, {level}.",
        "limit_holds": "{outcome} keeps to its limit ({end}) in replicates that the search did not see: {level} in the "
                       "mean, and in {n} of {all} by themselves.",
        "limit_broken": "{outcome} breaks its limit ({end}) in replicates that the search did not see: {level} in the "
                        "mean; {n} of {all} keep to it.",
        "at_most": "at most {value}", "at_least": "at least {value}",
        "optimism": "A search picks what was lucky. {outcome} of the best point: {searched} in the search, {checked} in "
                    "the check; searched less checked {optimism}.",
        "promised": "Less the scenario in the same replicates it is {searched} in the search and {checked} in the check.",
        "gains": "Of {all} best points that were checked, {n} are better in some objective and worse in none, as far as "
                 "95 % intervals tell, not corrected for their number.",
        "told_better": "better", "told_worse": "worse", "told_untold": "cannot be told", "told_equal": "no difference",
        "holds": "holds", "broken": "broken",
        "goal_raise": "the more the better", "goal_lower": "the less the better", "goal_limit": "limit",
        "best_in_first": "best in the first objective", "other_members": "other best points",
        "best_searched": "best point, in the search", "best_checked": "best point, checked", "verdict": "verdict",
        "best_points": "best points", "member": "no. {n}",
        "checked_caption": "The point that is best in the first objective, beside the scenario. All but the search's own "
                           "numbers come from {n} replicates that it did not see",
        "front_title": "Of {all} points tried, {n} are not beaten in every objective by another",
        "front_caption": "Means of {n} replicates that the search did not see, {members} points; lines are 95 % intervals "
                         "of the difference from the scenario. Numbers as in the table.",
        "front_desc": "Best points: {parts}.",
        "front_table": "{n} of {all} best points in the checked replicates, by the first objective in the search",
        "mix_title": "How working hours are spent", "mix_axis": "share of working hours",
        "mix_caption": "Hours of social workers by task. Black lines: from the least to the most among the best points.",
        "settings_title": "How the best point is set",
        "settings_caption": "The grey line is the range that was searched, the blue one goes from the least to the most "
                            "among the best points: where it is long, much else does as well.",
        "settings_desc": "Settings: {parts}.", "settings_table": "Settings of the best point",
        "all_members": "all best points", "csv_members": "All best points with settings and outcomes (CSV)",
        "generation": "generation",
        "progress_title": "After {k} of {n} generations the search had {share} % of what it found in the end",
        "progress_caption": "Hypervolume of the best points so far, as a share of that at the end. A curve that still "
                            "rises at its end asks for more generations.",
        "progress_desc": "By generation: {parts}.",
        # Absent sections
        "absent_deciles": "The file holds nothing by tenth.",
        "absent_flows": "Winners and losers stand in files of tujuh compare BASE ALTERNATIVE.",
        "absent_tasks": "Contributions of the tasks stand in files of tujuh attribute SCENARIO -o FILE.h5.",
        "absent_sensitivity": "What the results hang on stands in files of tujuh sensitivity DESIGN.",
        "absent_checks": "Published figures beside the model's stand in files of tujuh patterns -o FILE.h5.",
        # Limits
        "limit_model": "These are results of a model. They show what would happen if people, agencies and workers "
                       "behaved as the model says; they are no forecast and no official statistics.",
        "limit_interval": "An interval holds the chance of the draw: population, sample, illnesses, harvests and "
                          "decisions are drawn anew in each of {n} replicates. It does not hold the doubt about the "
                          "parameters, nor about the form of the model.",
        "limit_one": "One replicate: nothing here tells a difference from chance. --replicates 8 would.",
        "limit_fit": "An interval of a fitted factor holds as far as the form of the model, the parameters that stayed as "
                     "they are and the tolerances of the targets do.",
        "limit_optimum": "Best means: among the points that were tried, in this scenario, by these objectives. What the "
                         "objectives leave out counted for nothing.",
        "limit_sample": "Where a sample of households stands for the nation, small groups and single provinces are coarse.",
        "limit_parameters": "Of {n} parameters {published} are published, {estimated} estimated from data, "
                            "{calibrated} calibrated, {recalled} recalled and not yet checked against the source, "
                            "{assumed} assumed.",
        "assumed_list": "The {n} assumed and recalled parameters", "parameter": "parameter", "kind": "kind",
        "meaning": "meaning", "parameter_value": "value", "reason": "reason or source",
        "kind_assumed": "assumed", "kind_recalled": "recalled",
        "limit_calibration": "Headcounts of the {n} provinces lie within {far} of the published ones, {mean} on "
                             "average, in the first month.",
        "limit_patterns": "Which published findings the model meets and misses: tujuh patterns.",
        "notes": "Notes of the program:",
        # How to repeat
        "repeat": "The file holds the scenarios with all their parameters and tables. With the same program the same "
                  "numbers come out to the last bit, on any number of threads:",
        "ran": "It was made with",
        "verify_words": "and this runs it again and compares:",
        "program": "program", "commit": "commit", "seed": "seed", "hash": "result hash",
        "compiler": "compiler", "file": "file",
        "repeat_caption": "Where the result comes from",
    },
    "id": {
        "compared": "Rumah tangga yang sama menjalani “{base}” dan {names}: {span}, {times}, setiap kali dengan sakit, "
                    "panen, dan bencana yang sama.",
        "run": "“{base}” disimulasikan selama {span}, {times}.",
        "one_time": "satu kali", "times": "{n} kali dengan bilangan acak yang berbeda",
        "raises": "“{name}” menaikkan {outcome} sebesar {amount}, dari {base} menjadi {level}{interval}.",
        "lowers": "“{name}” menurunkan {outcome} sebesar {amount}, dari {base} menjadi {level}{interval}.",
        "raises_most": "“{name}” paling menaikkan {outcome}: sebesar {amount}, dari {base} menjadi {level}{interval}.",
        "lowers_most": "“{name}” paling menurunkan {outcome}: sebesar {amount}, dari {base} menjadi "
                       "{level}{interval}.",
        "with_interval": " (selang 95 % {interval})",
        "nobody": "Tidak ada alternatif yang mengubah {outcome} dengan selisih yang dapat dibedakan dari kebetulan "
                  "dengan {n} ulangan.",
        "not_it": "Selisih {outcome} tidak dapat dibedakan dari kebetulan dengan {n} ulangan.",
        "and": "{first} dan {last}",
        "from_to": "{low} sampai {high}",
        "rises": "{outcome} {verb} {amount}, dari {base} menjadi {level} (selang 95 % {interval}).",
        "rise": "naik", "fall": "turun", "rise_many": "naik", "fall_many": "turun",
        "once": "{outcome} {verb} {amount}, dari {base} menjadi {level}; satu ulangan tidak memberi selang.",
        "alone": "Jika dilihat sendiri, ini hampir pasti bukan kebetulan; di antara sekian banyak perbandingan, "
                 "mungkin saja.",
        "same": "Sama persis di setiap ulangan: {outcomes}.",
        "cannot": "Belum dapat dipastikan dengan {n} ulangan: {outcomes}.",
        "if_as_large": "Jumlah ini berlaku bila selisihnya memang sebesar yang tampak.",
        "would_do": "{outcome} (sekitar {needed} ulangan akan cukup)",
        "would_need": "{outcome} (perlu lebih dari {needed} ulangan)",
        "about": "sekitar {n}", "more_than": "lebih dari {n}",
        "corrected": "Dari {n} perbandingan, {clear} tetap berlaku setelah dikoreksi menurut jumlahnya (Holm 1979); "
                     "{alone} lagi hanya berlaku bila dilihat sendiri. Tanda: ** tetap berlaku setelah dikoreksi, "
                     "* hanya bila dilihat sendiri.",
        "not_corrected": "Berkas ini tidak memuat koreksi untuk {n} perbandingan sekaligus: satu dari dua puluh selang "
                         "melewatkan nol karena kebetulan saja. Berkas yang ditulis tujuh compare versi kini "
                         "memuatnya.",
        "window": "Semua angka adalah rata-rata {n} bulan terakhir.",
        "report": "Laporan simulasi",
        "about_line": "{replicates}, {months} bulan sejak {start}. Hasil model, bukan statistik resmi.",
        "replicate": "1 ulangan", "replicates": "{n} ulangan",
        "contents": "Isi laporan",
        "findings": "Temuan", "differ": "Apa yang berbeda antarskenario",
        "over_time": "Dari waktu ke waktu", "deciles": "Siapa yang terjangkau",
        "concentration": "Siapa yang menerima manfaat", "flows": "Yang diuntungkan dan yang dirugikan",
        "map": "Menurut provinsi", "tasks": "Sumbangan setiap tugas pekerjaan sosial",
        "cost": "Uang dan beban kerja", "sensitivity": "Hal yang menentukan hasil",
        "checks": "Uji coba dan angka terbitan",
        "limits": "Yang tidak dapat dijawab", "reproduce": "Cara mengulanginya",
        "outcome": "ukuran", "base": "dasar", "alternative": "alternatif", "difference": "selisih",
        "interval": "selang 95 %", "told": "berbeda dari kebetulan?", "yes": "ya **", "by_itself": "bila sendiri *",
        "yes_uncorrected": "ya", "no": "belum; {needed} ulangan", "no_bare": "belum", "equal": "tidak ada selisih",
        "one_replicate": "satu ulangan",
        "all_outcomes": "{name}: semua ukuran utama",
        "csv": "Angka gambar ini (CSV)", "csv_table": "Angka tabel ini (CSV)",
        "no_difference": "Naskah skenario-skenario ini tidak berbeda.",
        "one_scenario": "Berkas ini memuat satu skenario; tujuh compare DASAR ALTERNATIF menyandingkan skenario.",
        "key": "kunci", "source": "asal nilai pada skenario dasar",
        "changed_caption": "Pengaturan yang berbeda dari skenario dasar",
        "not_set": "tidak diatur",
        "policy_from": "“{title}”, mulai bulan ke-{month}.",
        "choice": "pilihan skenario",
        "time_desc": "Garis menurut bulan, satu untuk setiap skenario: {ends}.",
        "at_end": "{name} {value}",
        "decile_desc": "Batang menurut persepuluhan penduduk, dari yang termiskin: {parts}.",
        "decile_part": "{name} dari {poorest} pada persepuluhan termiskin sampai {richest} pada yang terkaya",
        "concentration_desc": "Bagian seluruh manfaat yang diterima 40 % penduduk termiskin: {parts}.",
        "title_compared": "{names} dibandingkan dengan “{base}”", "quoted": "“{name}”",
        "change_over_time": "Selisih dari “{base}” dari waktu ke waktu",
        "change_desc": "Garis selisih dari skenario dasar menurut bulan, satu untuk setiap alternatif.",
        "change_caption": "Alternatif dikurangi dasar, ulangan demi ulangan; pita adalah selang 95 % rata-rata "
                          "selisih pada setiap bulan. Garis titik-titik: kebijakan mulai berlaku.",
        "upper_panel": "tingkat", "lower_panel": "selisih dari “{base}”",
        "points_caption": "Bawah: selisih berpasangan dengan selang 95 %, tanpa koreksi menurut jumlah persepuluhan.",
        "bare_points": "poin",
        "choices": "Semua ini pilihan skenario, bukan parameter dengan sumber; alasannya ada dalam berkas skenario.",
        "bars_caption": "Rata-rata {n} bulan terakhir. {spread}",
        "lines_caption": "{described} {spread} Garis titik-titik: kebijakan mulai berlaku.",
        "flow_title": "“{name}”: {gained} rumah tangga mulai terlayani, {lost} tidak lagi, selisih bersih {net}",
        "flow_caption": "Rumah tangga yang dilayani sedikitnya satu program di satu dunia dan tidak di dunia lain, "
                        "pada bulan {month}, rata-rata {n} ulangan; rumah tangga yang sama hidup di kedua dunia. "
                        "Kanan: mendapat layanan, kiri: kehilangan layanan. Begitu dua dunia berbeda, antrean "
                        "berjalan lain, sehingga sebagian mendapat dan sebagian kehilangan layanan hanya karena itu.",
        "flow_poverty": "Kemiskinan: karena alternatif ini {out} rumah tangga keluar dari kemiskinan dan {into} jatuh "
                        "miskin.",
        "flow_left_out": "{n} rumah tangga tidak dihitung karena penghuninya berganti di salah satu dunia saja.",
        "flow_axis": "ribu rumah tangga", "gained": "mendapat layanan", "lost": "kehilangan layanan",
        "flow_desc": "Batang menurut kelompok, yang mendapat ke kanan dan yang kehilangan ke kiri: {parts}.",
        "flow_part": "{group}: {gained} mendapat, {lost} kehilangan",
        "map_base": "{outcome} pada “{name}”",
        "map_change": "“{name}” dikurangi dasar: {outcome}",
        "map_caption": "Satu petak untuk setiap provinsi, kira-kira menurut letaknya. Rata-rata {n} bulan terakhir "
                       "dan semua ulangan. Sampel beberapa ratus rumah tangga per provinsi masih kasar: bacalah "
                       "provinsi yang bertetangga bersama-sama.",
        "map_told": "Bingkai tebal: selang 95 % selisih berpasangan tidak memuat nol, tanpa koreksi menurut jumlah "
                    "provinsi.",
        "map_desc": "Terendah: {lowest}. Tertinggi: {highest}.",
        "province": "provinsi",
        "shapley_most": "“{task}” paling banyak menyumbang pada {outcome}: {value}",
        "shapley_told": "“{task}” menyumbang pada {outcome} lebih dari kebetulan: {value}",
        "shapley_none": "Tidak ada tugas yang menonjol pada {outcome}",
        "shapley_caption": "Nilai Shapley ketujuh tugas: rata-rata tambahan dari sebuah tugas atas semua urutan tugas "
                           "mulai dijalankan; jumlahnya sama dengan seluruh pengaruh, {whole}. Garis: selang 95 %.",
        "shapley_desc": "Batang, satu untuk setiap tugas: {parts}.",
        "pairs_caption": "Pasangan tugas: di atas nol, keduanya bersama menghasilkan lebih dari jumlah hasil "
                         "masing-masing tanpa yang lain; di bawah nol, keduanya saling menggantikan",
        "pair": "pasangan tugas", "interaction": "interaksi",
        "task": "tugas", "value": "sumbangan",
        "ledger_title": "Ke mana uang setiap program mengalir",
        "ledger_caption": "Uang publik per tahun dengan harga tetap, rata-rata tahun penuh dan semua ulangan, dalam "
                          "{unit}.",
        "ledger_desc": "Batang bertumpuk menurut program dan skenario; angkanya ada pada tabel di bawah.",
        "billion": "miliar rupiah", "trillion": "triliun rupiah", "million": "juta rupiah",
        "programme": "program", "scenario": "skenario", "programme_scenario": "program, skenario",
        "ledger_table": "Uang menurut program dan skenario, {unit} per tahun",
        "hours_title": "Jam kerja pekerja sosial menurut tugas",
        "hours_caption": "Jam per bulan secara nasional, termasuk perjalanan, dalam ribuan. Rata-rata {n} bulan "
                         "terakhir. {spread}",
        "hours_desc": "Batang menurut tugas dan skenario: {parts}.",
        "work_table": "Beban kerja", "workload": "ukuran",
        "tornado_title": "{factor} paling menggerakkan {outcome}",
        "tornado_caption_morris": "Penapisan Morris: rata-rata pengaruh mutlak bila sebuah faktor digeser sepanjang "
                                  "rentangnya, dalam satuan ukuran itu, dengan selang 95 %.",
        "tornado_caption_sobol": "Indeks Sobol': bagian keragaman ukuran yang berasal dari sebuah faktor, sendiri "
                                 "(gelap) dan bersama interaksinya (terang), dengan selang 95 %.",
        "tornado_chance": "Titik-titik: yang akan muncul karena kebetulan saja.",
        "tornado_desc": "Batang, faktor yang paling berpengaruh di atas: {parts}.",
        "tornado_first": "sendiri", "tornado_total": "dengan interaksi",
        "effect_axis": "rata-rata pengaruh mutlak",
        "trial_caption": "Uji coba {name}: semua peserta, rata-rata ulangan",
        "arm": "kelompok", "world": "dunia", "asked": "mengajukan", "enrolled": "terdaftar", "served": "terlayani",
        "patterns_sentence": "Dari {checks} angka terbitan yang tidak disesuaikan, model mengenai {hits}.",
        "misses": "Angka terbitan yang meleset", "figure": "angka", "published": "terbitan", "model": "model",
        "fit": "Disesuaikan dengan angka terbitan", "optimum": "Titik terbaik",
        "run_points": "“{base}” dicoba pada {points} titik dari {factors} pengaturan: {span}, {times} pada setiap "
                      "titik.",
        "one_point_setting": "“{base}” dicoba pada {points} titik dari satu pengaturan: {span}, {times} pada setiap "
                             "titik.",
        "design_text": "Rancangan sebagaimana dijalankan",
        "months_from_to": "bulan {first} sampai {last}", "choices_listed": "{n} pilihan",
        "fit_hits": "{n} dari {all} angka yang disesuaikan berada dalam satu toleransi.",
        "held_hits": "Disisihkan, jadi tidak ada yang disesuaikan dengannya: {n} dari {all} angka berada dalam satu "
                     "toleransi.",
        "hits_as_it_is": "Pada skenario apa adanya: {n}.",
        "hits_inside": "Dalam selang 95 % titik-titik yang diterima: {n}.",
        "recover": "Sasarannya adalah hasil skenario itu sendiri dengan bilangan acak lain; {n} dari {all} nilai yang "
                   "diketahui berada dalam selang 95 % yang ditemukan.",
        "misfit": "Jumlah kuadrat selisih dalam toleransi, termasuk kebetulan: {fit}; pada skenario apa adanya {base}.",
        "determined": "Bersama-sama sasaran menentukan {n} dari {all} faktor.",
        "accepted": "{n} dari {all} titik diterima, paling jauh {far} toleransi dari sasaran.",
        "points_failed": "{n} titik gagal dan tidak disertakan.",
        "little_learned": "{factor}: sasaran hampir tidak menentukannya ({learned} dipelajari).",
        "not_apart": "{one} dan {other} tidak terbedakan (korelasi {correlation}): pasangan nilai lain hampir sama "
                     "cocoknya.",
        "at_an_end": "{factor} terletak di batas rentangnya; rentang yang lebih lebar mungkin lebih cocok.",
        "much_chance": "{target}: kebetulan pada angka model sebesar {share} kali toleransi; ulangan lebih banyak akan "
                       "menguranginya.",
        "doubts": "Yang belum diketahui",
        "no_doubts": "Setiap faktor dipelajari setengah atau lebih, tidak ada dua yang tertukar, dan tidak ada yang "
                     "terletak di batas rentangnya.",
        "as_it_is": "skenario apa adanya", "fitted": "hasil penyesuaian", "median": "median yang diterima",
        "fitted_mark": "setelah disesuaikan", "held_out_mark": "setelah disesuaikan, disisihkan",
        "held_out": "disisihkan",
        "off": "selisih dalam toleransi", "off_chance": "termasuk kebetulan", "off_axis": "selisih dari angka, dalam toleransi",
        "known_target": "angka yang diketahui",
        "targets_title": "Seberapa dekat model dengan angka-angka itu",
        "targets_recovered": "Seberapa dekat model dengan angkanya sendiri",
        "targets_caption": "Model dikurangi angka, dalam satuan toleransi setiap angka, yaitu satu simpangan baku; "
                           "daerah berwarna: dalam satu toleransi.",
        "targets_interval_chance": "Garis: yang masih terbuka karena kebetulan pada angka model, 95 %.",
        "targets_interval_accepted": "Titik adalah median, garis adalah selang 95 % atas titik-titik yang diterima.",
        "targets_desc": "Selisih dalam toleransi: {parts}.",
        "targets_table": "Angka dan model; bagian dalam persen, toleransinya dalam poin persentase",
        "factors_title": "Apa yang dikatakan angka-angka itu tentang faktor",
        "factors_caption": "Garis abu-abu adalah rentang yang dicari, garis biru selang 95 %. Dipelajari: bagian ragam "
                           "faktor yang merata pada rentangnya yang dihilangkan oleh sasaran.",
        "factors_desc": "Titik dalam rentang: {parts}.", "factors_table": "Faktor",
        "factor": "faktor", "range": "rentang", "learned": "dipelajari", "learned_note": "{learned} dipelajari",
        "range_axis": "letak dalam rentang",
        "pull_title": "“{target}” paling menarik “{factor}”",
        "pull_caption": "Seberapa jauh faktor bergeser, dalam persen rentangnya, bila angka itu naik satu toleransi.",
        "pull_desc": "Satu petak untuk setiap angka dan faktor: {parts}.",
        "no_member": "Tidak ada titik yang dicoba yang memenuhi semua batas.",
        "point_better": "{outcome}: titik terbaik lebih baik dari skenario sebesar {difference} (selang 95 % {interval}), "
                        "{level} dibandingkan {base}, dalam {n} ulangan yang tidak dilihat pencarian.",
        "point_worse": "{outcome}: titik terbaik lebih buruk dari skenario sebesar {difference} (selang 95 % {interval}), "
                       "{level} dibandingkan {base}, dalam {n} ulangan yang tidak dilihat pencarian.",
        "point_untold": "{outcome}: belum dapat dipastikan apakah titik terbaik lebih baik dari skenario dengan {n} "
                        "ulangan yang tidak dilihat pencarian: {difference} (selang 95 % {interval}), {level} "
                        "dibandingkan {base}.",
        "point_once": "{outcome}: {level} dibandingkan {base}, {difference}; satu ulangan yang tidak dilihat pencarian "
                      "tidak memberi selang.",
        "point_equal": "{outcome}: sama dengan skenario di setiap ulangan, {level}.",
        "limit_holds": "{outcome} memenuhi batasnya ({end}) dalam ulangan yang tidak dilihat pencarian: rata-rata "
                       "{level}, dan dalam {n} dari {all} ulangan satu per satu.",
        "limit_broken": "{outcome} melanggar batasnya ({end}) dalam ulangan yang tidak dilihat pencarian: rata-rata "
                        "{level}; {n} dari {all} ulangan memenuhinya.",
        "at_most": "paling banyak {value}", "at_least": "paling sedikit {value}",
        "optimism": "Pencarian memilih yang kebetulan beruntung. {outcome} pada titik terbaik: {searched} dalam "
                    "pencarian, {checked} dalam pemeriksaan; pencarian dikurangi pemeriksaan {optimism}.",
        "promised": "Dikurangi skenario dalam ulangan yang sama: {searched} dalam pencarian dan {checked} dalam "
                    "pemeriksaan.",
        "gains": "Dari {all} titik terbaik yang diperiksa, {n} lebih baik dalam suatu tujuan dan tidak lebih buruk dalam "
                 "tujuan mana pun, sejauh selang 95 % menunjukkannya, tanpa koreksi menurut jumlahnya.",
        "told_better": "lebih baik", "told_worse": "lebih buruk", "told_untold": "belum dapat dipastikan",
        "told_equal": "tidak ada selisih",
        "holds": "terpenuhi", "broken": "dilanggar",
        "goal_raise": "makin tinggi makin baik", "goal_lower": "makin rendah makin baik", "goal_limit": "batas",
        "best_in_first": "terbaik dalam tujuan pertama", "other_members": "titik terbaik lain",
        "best_searched": "titik terbaik, dalam pencarian", "best_checked": "titik terbaik, diperiksa",
        "verdict": "putusan",
        "best_points": "titik terbaik", "member": "no. {n}",
        "checked_caption": "Titik yang terbaik dalam tujuan pertama di samping skenario. Semua angka, kecuali angka "
                           "pencarian sendiri, berasal dari {n} ulangan yang tidak dilihatnya",
        "front_title": "Dari {all} titik yang dicoba, {n} tidak kalah dalam semua tujuan dari titik lain",
        "front_caption": "Rata-rata {n} ulangan yang tidak dilihat pencarian, {members} titik; garis adalah selang 95 % "
                         "selisih dari skenario. Nomor seperti pada tabel.",
        "front_desc": "Titik terbaik: {parts}.",
        "front_table": "{n} dari {all} titik terbaik dalam ulangan pemeriksaan, menurut tujuan pertama dalam pencarian",
        "mix_title": "Untuk apa jam kerja dipakai", "mix_axis": "bagian jam kerja",
        "mix_caption": "Jam kerja pekerja sosial menurut tugas. Garis hitam: dari yang terkecil sampai yang terbesar di "
                       "antara titik terbaik.",
        "settings_title": "Pengaturan titik terbaik",
        "settings_caption": "Garis abu-abu adalah rentang yang dicari, garis biru dari yang terkecil sampai yang terbesar "
                            "di antara titik terbaik: bila panjang, banyak pengaturan lain sama baiknya.",
        "settings_desc": "Pengaturan: {parts}.", "settings_table": "Pengaturan titik terbaik",
        "all_members": "semua titik terbaik", "csv_members": "Semua titik terbaik dengan pengaturan dan luaran (CSV)",
        "generation": "generasi",
        "progress_title": "Setelah {k} dari {n} generasi, {share} % dari hasil akhir sudah tercapai",
        "progress_caption": "Hipervolume titik terbaik sejauh itu, sebagai bagian dari yang di akhir. Kurva yang masih "
                            "naik di akhirnya memerlukan lebih banyak generasi.",
        "progress_desc": "Menurut generasi: {parts}.",
        "absent_deciles": "Berkas ini tidak memuat apa pun menurut persepuluhan.",
        "absent_flows": "Siapa yang diuntungkan dan dirugikan ada dalam berkas tujuh compare DASAR ALTERNATIF.",
        "absent_tasks": "Sumbangan tugas ada dalam berkas tujuh attribute SKENARIO -o BERKAS.h5.",
        "absent_sensitivity": "Hal yang menentukan hasil ada dalam berkas tujuh sensitivity RANCANGAN.",
        "absent_checks": "Angka terbitan di samping angka model ada dalam berkas tujuh patterns -o BERKAS.h5.",
        "limit_model": "Ini hasil sebuah model. Hasil ini menunjukkan apa yang terjadi bila penduduk, lembaga, dan "
                       "pekerja bertindak seperti dalam model; bukan ramalan dan bukan statistik resmi.",
        "limit_interval": "Selang memuat kebetulan undian: penduduk, sampel, sakit, panen, dan keputusan diundi ulang "
                          "pada setiap dari {n} ulangan. Selang tidak memuat keraguan tentang nilai parameter maupun "
                          "bentuk model.",
        "limit_one": "Satu ulangan: tidak ada yang membedakan selisih dari kebetulan. --replicates 8 akan "
                     "melakukannya.",
        "limit_fit": "Selang sebuah faktor yang disesuaikan berlaku sejauh bentuk model, parameter yang tetap, dan toleransi "
                     "sasarannya berlaku.",
        "limit_optimum": "Terbaik berarti: di antara titik yang dicoba, pada skenario ini, menurut tujuan-tujuan ini. Yang "
                         "tidak tercakup dalam tujuan tidak diperhitungkan.",
        "limit_sample": "Bila sampel rumah tangga mewakili seluruh negeri, angka untuk kelompok kecil dan untuk provinsi "
                        "satu per satu masih kasar.",
        "limit_parameters": "Dari {n} parameter, {published} berasal dari terbitan, {estimated} diperkirakan dari "
                            "data, {calibrated} dikalibrasi, {recalled} dari ingatan dan belum dicocokkan dengan "
                            "sumbernya, {assumed} berupa asumsi.",
        "assumed_list": "{n} parameter yang berupa asumsi atau dari ingatan", "parameter": "parameter",
        "kind": "jenis", "meaning": "arti", "parameter_value": "nilai", "reason": "alasan atau sumber",
        "kind_assumed": "asumsi", "kind_recalled": "dari ingatan",
        "limit_calibration": "Angka kemiskinan {n} provinsi pada bulan pertama berbeda paling jauh {far} dari angka "
                             "terbitan, rata-rata {mean}.",
        "limit_patterns": "Temuan terbitan mana yang dikenai dan yang meleset: tujuh patterns.",
        "notes": "Catatan program:",
        "repeat": "Berkas memuat skenario lengkap dengan semua parameter dan tabelnya. Dengan program yang sama, angka "
                  "yang sama keluar sampai bit terakhir, dengan jumlah utas berapa pun:",
        "ran": "Hasil ini dibuat dengan",
        "verify_words": "dan perintah ini menjalankannya lagi lalu membandingkan:",
        "program": "program", "commit": "commit", "seed": "benih acak", "hash": "hash hasil",
        "compiler": "kompilator", "file": "berkas",
        "repeat_caption": "Asal hasil ini",
    },
}


def words(language: str, key: str, **values) -> str:
    """The per cent sign stays on the line of its number."""
    return WORDS[language][key].format(**values).replace(" %", "\u00a0%")
