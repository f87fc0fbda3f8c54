# SPDX-License-Identifier: Apache-2.0
"""What the report says, in English; its Indonesian twin holds the same keys."""

WORDS = {
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
    "points": "What came out at the points",
    "points_range": "{outcome}: from {low} to {high} over {n} points, {middle} in the middle.",
    "points_table": "Lowest, middle and highest of {n} points, each the mean over its replicates",
    "lowest": "lowest", "middle": "middle", "highest": "highest",
    "points_most": "{factor} goes along with {outcome} most",
    "points_none": "No setting goes along with {outcome} more than by chance",
    "points_desc": "Rank correlation: {parts}.",
    "dots_caption": "A dot a point, mean of {n} replicates; r: rank correlation (Spearman). Other settings differ, too, "
                      "from dot to dot.",
    "all_failed": "Every point failed.",
    "factor_moves": "{outcome} hangs most on “{factor}”: {amount} as it moves through its range (95 % interval "
                    "{interval}).",
    "factor_explains": "{outcome} hangs most on “{factor}”: {amount} of the variation goes with it, alone or with "
                       "others (95 % interval {interval}).",
    "factors_told": "{count} of {n} factors do more than chance.",
    "tornado_title": "{factor} moves {outcome} most",
    "tornado_none": "No factor moves {outcome} by more than chance",
    "tornado_caption_morris": "Morris screening: mean absolute effect of moving a factor through its range, in "
                              "the outcome's unit, with 95 % interval.",
    "tornado_caption_sobol": "Sobol' indices: share of the outcome's variation that goes with a factor, alone "
                             "(dark) and with its interactions (light), with 95 % interval. Estimates from few rows can "
                             "pass zero and 100 %.",
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
              "numbers come out to the last bit, on any number of threads. This runs it all again and compares:",
    "repeat_design": "The file holds the design, and the scenario that it starts from with all its parameters and "
                     "tables. With the same program the same numbers come out to the last bit, on any number of "
                     "threads or machines. This runs it all again and compares:",
    "ran": "It was made with",
    "program": "program", "commit": "commit", "seed": "seed", "hash": "result hash",
    "compiler": "compiler", "file": "file",
    "repeat_caption": "Where the result comes from",
}
