# SPDX-License-Identifier: Apache-2.0
"""What compare, attribute, published and bench print, on worlds of a few hundred households."""

import importlib.util
import json
import unittest

from program import SCENARIOS, SCENARIO_WRONG, TINY, TINY_RUN, ProgramTest

POLICY = """# What if nobody looked for the unaware any more?
format = 1
extends = "community"
title = "Nobody looks"
title_id = "Tak ada yang mencari"

[[policy]]
id = "stop"
from_month = 4
activities."2.1".enabled = false
"""


class Compare(ProgramTest):
    def compare(self, *arguments: str) -> dict:
        result = self.run_program("compare", *arguments, *TINY, "--replicates", "3", "--json", "--force")
        self.assert_done(result)
        return json.loads(result.stdout)

    def test_equal_scenarios_differ_by_exactly_zero(self) -> None:
        document = self.compare("community", "community", "community", "--months", "8")
        names = [alternative["scenario"] for alternative in document["alternatives"]]
        self.assertEqual(names, ["community#2", "community#3"])
        for alternative in document["alternatives"]:
            self.assertGreater(len(alternative["outcomes"]), 10)
            for row in alternative["outcomes"]:
                if row["difference"] is not None:
                    self.assertEqual([row["difference"], row["excludes_zero"]], [0, False], row)
                if row["low"] is not None:
                    self.assertEqual([row["low"], row["high"]], [0, 0], row)

    def test_equal_scenarios_have_no_winners_and_no_losers(self) -> None:
        document = self.compare("community", "community", "--months", "8")
        flows = document["alternatives"][0]["flows"]
        self.assertEqual(flows["tick"], 7)
        for row in [*flows["coverage"], flows["poverty"]]:
            if row["gained"] is not None:
                self.assertEqual([row["gained"], row["lost"], row["net"]], [0, 0, 0], row)
        self.assertEqual(flows["coverage"][0]["group"], "all")
        for row in document["alternatives"][0]["outcomes"]:
            self.assertIn(row["holm_p_value"], (1, None), row)
            self.assertIsNone(row["replicates_needed"], row)

    def test_the_correction_is_for_the_comparisons_shown(self) -> None:
        self.write("policy.toml", POLICY)
        few, many = (self.compare("community", "policy.toml", "policy.toml", "--months", "14", *words)
                     for words in (["--outcomes", "coverage,gini"], []))
        self.assertEqual(few["comparisons"], 4)
        self.assertGreater(many["comparisons"], 10)
        for document in (few, many):
            for alternative in document["alternatives"]:
                for row in alternative["outcomes"]:
                    if row["p_value"] is not None:
                        self.assertGreaterEqual(row["holm_p_value"], row["p_value"])
                        self.assertLessEqual(row["holm_p_value"], min(1, document["comparisons"] * row["p_value"] + 1e-12))
                        self.assertEqual(row["excludes_zero"], row["p_value"] < 0.05)

    def test_outcomes_that_are_shown_do_not_change_the_file(self) -> None:
        self.write("policy.toml", POLICY)
        hashes = set()
        for words in (["--outcomes", "gini"], []):
            self.compare("community", "policy.toml", "--months", "6", "-o", "r.h5", *words)
            shown = self.run_program("inspect", "r.h5").stdout
            hashes.add(next(line for line in shown.splitlines() if "result hash" in line))
        self.assertEqual(len(hashes), 1)

    def test_what_the_file_and_the_table_say_of_winners_agrees(self) -> None:
        import h5py

        self.write("policy.toml", POLICY)
        document = self.compare("community", "policy.toml", "--months", "26", "-o", "result.h5",
                                "--set", "population.households_per_village=300")
        with h5py.File(self.folder / "result.h5") as file:
            flows = file["flows"]
            self.assertEqual(flows["tick"][()].tolist(), [11, 23, 25])
            now = {name: flows[name][0, :, -1] for name in ("kept", "gained", "lost", "never", "left_out")}
            compared = now["kept"] + now["gained"] + now["lost"] + now["never"]
            self.assertTrue((now["left_out"] == 0).all())
            shown = document["alternatives"][0]["flows"]["coverage"][0]
            self.assertAlmostEqual(shown["gained"], (now["gained"] / compared).mean(), places=12)
            covered = (now["kept"] + now["gained"]) / compared
            series = file["scenarios/policy/series/coverage"][:, -1]
            self.assertTrue(abs(covered - series).max() < 1e-12)

    def test_other_renewal_leaves_households_out(self) -> None:
        import h5py

        self.write("renewed.toml", POLICY.replace('activities."2.1".enabled = false', "population.renewal_rate = 0.1"))
        self.compare("community", "renewed.toml", "--months", "24", "-o", "result.h5")
        with h5py.File(self.folder / "result.h5") as file:
            flows = file["flows"]
            whole = sum(flows[name][()] for name in ("kept", "gained", "lost", "never", "left_out"))
            self.assertGreater(flows["left_out"][0, :, -1].min(), 0)
            self.assertLess(abs(whole - whole[0, :, :1]).max(), 1e-6 * whole.max())

    def test_the_table_speaks_indonesian_when_asked(self) -> None:
        result = self.run_program("compare", "community", "community", *TINY, "--months", "3", "--replicates", "2",
                                  "--lang", "id")
        self.assert_done(result)
        self.assertIn("2 replikasi\n", result.stdout)
        self.assertIn("semua rumah tangga", result.stdout)
        self.assertNotIn("households", result.stdout)

    def test_a_policy_changes_something_after_its_month(self) -> None:
        self.write("policy.toml", POLICY)
        after = self.compare("community", "policy.toml", "--months", "30", "--outcomes", "poor_outside_registry",
                             "--set", "population.households_per_village=300")
        self.assertGreater(after["alternatives"][0]["outcomes"][0]["difference"], 0)

    def test_the_file_holds_the_same_zeros_before_the_policy(self) -> None:
        if importlib.util.find_spec("h5py") is None:
            self.skipTest("needs h5py")
        import h5py
        import numpy

        self.write("policy.toml", POLICY)
        self.compare("community", "policy.toml", "--months", "8", "-o", "result.h5")
        with h5py.File(self.folder / "result.h5") as file:
            for name in ["difference", "low", "high", "standard_error"]:
                before = file["comparison"][name][:, :, :4]
                self.assertTrue(numpy.all((before == 0) | numpy.isnan(before)), name)
                self.assertTrue(numpy.any(before == 0), name)

    def test_seed_replicates_and_months_are_those_of_the_base(self) -> None:
        self.write("other.toml", '# ?\nformat = 1\nextends = "community"\nseed = 99\nreplicates = 7\nmonths = 50\n')
        result = self.run_program("compare", "community", "other.toml", *TINY, "--json", "--set", "months=4")
        self.assert_done(result)
        rows = json.loads(result.stdout)["alternatives"][0]["outcomes"]
        self.assertTrue(all(row["difference"] in (0, None) for row in rows))

    def test_a_file_that_wants_another_seed_is_told_that_it_gets_the_base_s(self) -> None:
        self.write("other.toml", '# ?\nformat = 1\nextends = "community"\nseed = 99\n')
        result = self.run_program("compare", "community", "other.toml", *TINY, "--months", "3")
        self.assert_done(result)
        self.assertIn("other: seed, replicates and months are taken from community", result.stderr)

    def test_a_policy_that_the_months_of_the_base_do_not_reach_is_refused(self) -> None:
        self.write("policy.toml", POLICY)
        self.write("short.toml", '# ?\nformat = 1\nextends = "community"\nmonths = 3\n')
        self.assert_fails(self.run_program("compare", "short.toml", "policy.toml", *TINY), SCENARIO_WRONG,
                          "seed, replicates and months are taken from short", "policy.toml:9:1: policy.stop.from_month",
                          "4 is never reached", "allowed: 0 to 2, as months is 3")
        self.assertEqual(self.files(), ["policy.toml", "short.toml"])

    def test_the_table_says_over_which_months_it_is_a_mean(self) -> None:
        result = self.run_program("compare", "community", "community", *TINY, "--months", "20", "--replicates", "2")
        self.assert_done(result)
        self.assertIn("mean of the last 12 months, 2025-11 to 2026-10, 2 replicates", result.stdout)
        self.assertIn("95 % interval", result.stdout)
        self.assertIn("wrote community_compare.h5", result.stderr)

    def test_other_outcomes_can_be_asked_for(self) -> None:
        document = self.compare("community", "community", "--months", "3", "--outcomes", "fatigue,caseload")
        self.assertEqual([row["outcome"] for row in document["alternatives"][0]["outcomes"]], ["fatigue", "caseload"])


class NotComparable(ProgramTest):
    """Each of these would run for minutes if it were not refused before anything is simulated."""

    def assert_refused(self, base: str, alternative: str, *parts: str) -> None:
        before = self.files()
        result = self.run_program("compare", base, alternative, timeout=60)
        self.assert_fails(result, SCENARIO_WRONG, f"tujuh: {alternative}: ", *parts)
        self.assertEqual(len(result.stderr.splitlines()), 1)
        self.assertEqual(self.files(), before)

    def scenario(self, name: str, lines: str) -> str:
        self.write(name, f'# ?\nformat = 1\nextends = "community"\n{lines}')
        return name

    def test_other_provinces(self) -> None:
        north = self.scenario("north.toml", '[population]\nprovinces = ["12", "13"]\n')
        self.assert_refused("community", north,
                            'population.provinces is ["12", "13"] here and ["33"] in community (scenarios that are '
                            "compared share households, burn-in and calendar); let one of the two build on the other "
                            "with extends, without such keys, or give them to both with --set")

    def test_another_sample_is_told_with_every_key_in_one_sentence(self) -> None:
        self.assert_refused("baseline", "community", 'population.provinces is ["33"] here and all in baseline',
                            "population.villages_per_district is 5 here and 0 in baseline",
                            "population.households_per_village is 1000 here and 60 in baseline")

    def test_another_burn_in(self) -> None:
        self.assert_refused("community", self.scenario("young.toml", "burn_in_months = 7\n"),
                            "burn_in_months is 7 here and 60 in community")

    def test_other_calendar_months(self) -> None:
        self.assert_refused("community", self.scenario("later.toml", 'start = "2030-01"\n'),
                            'start is "2030-01" here and "2025-03" in community')

    def test_programmes_that_the_other_has_not(self) -> None:
        more = self.scenario("more.toml", '[programmes.new]\nagency = "health"\nkind = "cash"\nchannel = "push"\n'
                             "benefit = 1\ncutoff_percentile = 0.4\nquota = 1\n")
        self.assert_refused("community", more, "programmes.new is in more.toml and not in community",
                            "give it to community too, with quota = 0")
        less = self.scenario("less.toml", "programmes.pkh.enabled = false\n")
        self.assert_refused("community", less, "programmes.pkh is in community and not in less.toml",
                            "give it to less.toml too, with quota = 0")

    def test_provinces_from_another_table(self) -> None:
        for name in ["baseline.toml", "community.toml"]:
            self.write(name, (SCENARIOS / name).read_text(encoding="utf-8"))
        (self.folder / "data").mkdir()
        for name in ["provinces.csv", "provinces_urban_rural.csv"]:
            rows = (SCENARIOS / "data" / name).read_text(encoding="utf-8").splitlines(keepends=True)
            self.write(f"data/{name}", "".join(row for row in rows if not row.startswith("97,")))
        self.assert_refused("community", "community.toml",
                            "population.provinces_table lists other provinces than that of community")

    def test_the_same_burn_in_for_both_by_set_makes_them_comparable(self) -> None:
        other = self.scenario("other.toml", "burn_in_months = 7\n[population]\nhouseholds_per_village = 9\n")
        self.assert_done(self.run_program("compare", "community", other, *TINY, "--months", "3"))


class Attribute(ProgramTest):
    def test_each_activity_has_a_row_and_the_placebo_moves_nothing(self) -> None:
        result = self.run_program("attribute", "community", "--activities", *TINY, "--replicates", "2", "--months", "6",
                                  "--json", "-o", "result.h5")
        self.assert_done(result)
        document = json.loads(result.stdout)
        codes = [row["code"] for row in document["activities"]]
        self.assertEqual(codes, [f"{task}.{i}" for task, count in enumerate([6, 7, 7, 7, 7, 6, 3], 1)
                                 for i in range(1, count + 1)])
        for row in document["activities"]:
            self.assertIn(row["expected"], [-1, 1])
            for key in ["outcome", "difference", "low", "high", "as_expected"]:
                self.assertIn(key, row)
        self.assertEqual(document["level"], 0.99)
        self.assertEqual([document["first_tick"], document["last_tick"]], [3, 5])
        self.assertGreater(document["placebo"]["values"], 1000)
        self.assertEqual(document["placebo"]["different"], 0)
        self.assertTrue(document["placebo"]["as_expected"])
        self.assertEqual(self.files(), ["result.h5"])

    def test_the_values_of_seven_tasks_sum_to_the_whole(self) -> None:
        for reallocate in [[], ["--reallocate"]]:
            result = self.run_program("attribute", "community", *TINY, "--replicates", "2", "--months", "4", "--json",
                                      "--force", "-o", "result.h5", *reallocate)
            self.assert_done(result)
            document = json.loads(result.stdout)
            self.assertEqual(document["reallocate"], bool(reallocate))
            self.assertGreater(len(document["outcomes"]), 50)
            for row in document["outcomes"]:
                self.assertEqual(len(row["tasks"]), 7)
                values = [task["value"] for task in row["tasks"]]
                if None in values:
                    continue
                self.assertAlmostEqual(sum(values), row["whole"]["value"],
                                       delta=1e-9 * max(1e-3, *(abs(value) for value in values)))

    def test_tasks_are_told_by_group_by_year_and_in_pairs(self) -> None:
        result = self.run_program("attribute", "community", *TINY, "--replicates", "2", "--months", "14", "--json",
                                  "--outcomes", "coverage,gini")
        self.assert_done(result)
        document = json.loads(result.stdout)
        self.assertEqual(len(document["pairs"]), 2 * 21)
        self.assertEqual([row["year"] for row in document["years"]], [0, 1, 0, 1])
        groups = {(row["grouping"], row["group"]) for row in document["groups"] if row["outcome"] == "coverage"}
        self.assertLessEqual({("decile", "1"), ("area", "rural"), ("head", "female")}, groups)
        for row in [*document["years"], *document["groups"]]:
            values = [task["value"] for task in row["tasks"]]
            if None not in values:
                self.assertAlmostEqual(sum(values), row["whole"]["value"], places=9)

    def test_the_printed_tasks_go_on_by_group_and_year(self) -> None:
        result = self.run_program("attribute", "community", *TINY, "--replicates", "2", "--months", "14")
        self.assert_done(result)
        for words in ("Coverage of the eligible by group", "Coverage of the eligible by year", "tenth 1, poorest",
                      "the two tasks that act together most"):
            self.assertIn(words, result.stdout)

    def test_without_an_output_nothing_is_written(self) -> None:
        result = self.run_program("attribute", "community", "--activities", *TINY, "--replicates", "1", "--months", "4")
        self.assert_done(result)
        self.assertIn("placebo", result.stdout)
        self.assertIn("one replicate gives no interval", result.stderr)
        self.assertEqual(self.files(), [])


class NothingThere(ProgramTest):
    """A country that lacks what an outcome is about runs, and the outcome is missing: never 0."""

    def last_month(self, outcomes: str, *settings: str) -> dict:
        changes = [word for setting in settings for word in ("--set", setting)]
        result = self.run_program(*TINY_RUN, "--json", "--force", "--outcomes", outcomes, *changes)
        self.assert_done(result)
        return {row["outcome"]: row["last"] for row in json.loads(result.stdout)["outcomes"]}

    def test_without_workers_nothing_is_said_of_workers(self) -> None:
        nobody = [f"workforce.{kind}=0" for kind in ("social_worker", "facilitator", "subdistrict_worker")]
        found = self.last_month("caseload,fatigue,vacancy,turnover,idle_hours,hours_an_act,referral_success,headcount",
                                *nobody)
        self.assertIsNotNone(found.pop("headcount"))
        self.assertEqual(set(found.values()), {None}, found)

    def test_without_agency_staff_nothing_is_decided(self) -> None:
        found = self.last_month("throughput,staff_quits,vacant_posts,decision_errors,coverage_of_poor", "agencies.staff=0")
        self.assertIsNotNone(found.pop("coverage_of_poor"))
        self.assertEqual(set(found.values()), {None}, found)

    def test_without_programmes_nobody_is_eligible_and_coverage_is_missing(self) -> None:
        low = [f"programmes.{key}.enabled=false"
               for key in ("pkh", "sembako", "pbi_jkn", "pip", "housing", "care")]
        found = self.last_month("coverage_of_eligible,take_up,exclusion_error,wrongful_denials,headcount", *low)
        self.assertIsNotNone(found.pop("headcount"))
        self.assertEqual(set(found.values()), {None}, found)

    def test_with_all_activities_switched_off_every_hour_is_idle(self) -> None:
        off = [f'activities."{task}.{i}".enabled=false' for task, count in enumerate([6, 7, 7, 7, 7, 6, 3], 1)
               for i in range(1, count + 1)]
        found = self.last_month("idle_hours,hours_an_act,caseload", *off)
        self.assertEqual(found["idle_hours"], 1)
        self.assertIsNone(found["hours_an_act"])
        self.assertEqual(found["caseload"], 0)


class Others(ProgramTest):
    def test_published_is_a_markdown_table_of_the_provinces(self) -> None:
        result = self.run_program("published", "community", *TINY)
        self.assert_done(result)
        self.assertRegex(result.stdout, r"\n\| 33 \| Jawa Tengah \| 9\.48 \|")
        self.assertIn("national figures are not compared", result.stdout)
        document = json.loads(self.run_program("published", "community", *TINY, "--json").stdout)
        self.assertEqual([row["code"] for row in document["provinces"]], ["33"])

    def test_bench_measures_what_its_json_promises(self) -> None:
        result = self.run_program("bench", "community", *TINY, "--months", "6", "--threads", "1", "--json")
        self.assert_done(result)
        document = json.loads(result.stdout)
        self.assertEqual([document["households"], document["threads"], document["months"]], [50, 1, 6])
        self.assertGreater(document["ns_per_household_month"], 0)
        self.assertGreater(document["bytes_per_household"], 0)


if __name__ == "__main__":
    unittest.main()
