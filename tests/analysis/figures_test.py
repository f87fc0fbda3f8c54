# SPDX-License-Identifier: Apache-2.0
"""The figures: each is drawn from every kind of file in both languages, or says in one sentence why not."""

import contextlib
import io
import pathlib
import unittest
import warnings
import xml.etree.ElementTree

import numpy
import pandas
import xarray

import concentration_of_benefits
import coverage_by_decile
import coverage_over_time
import example_analyst
import example_educator
import example_researcher
import figures
import hours_by_activity
import over_time
import policy_story
import poverty_over_time
import published_patterns
import sample_and_nation
import tujuh_results
from sample_result import WithSampleResult

SCRIPTS = (concentration_of_benefits, coverage_by_decile, coverage_over_time, hours_by_activity,
           policy_story, poverty_over_time, published_patterns, example_analyst, example_educator,
           example_researcher)


class Options:
    def __init__(self, lang: str, outcome: str | None = None) -> None:
        self.lang, self.outcome, self.issue = lang, outcome, "rule_bias"


def with_benefits(result: tujuh_results.Result) -> tujuh_results.Result:
    """The result with benefits by decile: ten for the poorest tenth of the base, then nine, ..., one for the
    richest; twice as much for the poorest tenth of alternatives."""
    for number, scenario in enumerate(result.scenarios.values()):
        deciles = scenario.groups["decile"]
        amounts = numpy.arange(10, 0, -1.0)
        amounts[0] *= 1 + number
        nothing = xarray.zeros_like(deciles["headcount"])
        deciles["benefits_a_person"] = nothing + xarray.DataArray(amounts, dims="group")
    return result


class Figures(WithSampleResult):
    def run_script(self, script, kind: str, *arguments: str) -> tuple[int, list[pathlib.Path], str]:
        """Exit code, the files that it named, and what it said on stderr."""
        said, complained = io.StringIO(), io.StringIO()
        words = [str(self.folder / f"{kind}.h5"), "--out", str(self.folder / "out"), *arguments]
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(complained):
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                code = script.main(words)
        return code, [pathlib.Path(line) for line in said.getvalue().splitlines()], complained.getvalue()

    def opened(self, kind: str) -> tujuh_results.Result:
        return tujuh_results.open_result(self.folder / f"{kind}.h5")

    def test_samples_hold_a_nation_that_lies_between_them_and_not_one_far_away(self) -> None:
        samples = self.opened("run")
        nation = self.opened("run")
        for shift, held in ((0.0, True), (50.0, False)):
            for outcome in list(nation.series):
                values = samples.series[outcome]
                spread = float(figures.last_year(values).std(ddof=1))
                nation.series[outcome] = values * 0 + values.mean("replicate") + shift * spread
            table = sample_and_nation.table_of(samples, nation, "en")
            self.assertGreater(len(table), 0)
            self.assertTrue((table.held == held).all())

    def test_every_figure_is_drawn_or_says_in_a_sentence_why_not(self) -> None:
        for script in SCRIPTS:
            for kind in ("compare", "run", "one"):
                for language in ("en", "id"):
                    with self.subTest(script.__name__, kind=kind, language=language):
                        code, files, complaint = self.run_script(script, kind, "--lang", language)
                        self.assertEqual(code, 0)
                        if complaint:
                            self.assertEqual(files, [])
                            self.assertEqual(complaint.count("\n"), 1)
                        else:
                            self.assertEqual([file.suffix for file in files], [".svg", ".png", ".csv"])

    def test_a_file_without_groups_has_no_figure_by_decile_and_says_so(self) -> None:
        _, files, complaint = self.run_script(coverage_by_decile, "one")
        self.assertEqual(files, [])
        self.assertIn("the file holds no coverage (decile), so there is no figure", complaint)

    def test_one_replicate_is_drawn_without_a_band(self) -> None:
        for script in (coverage_over_time, hours_by_activity, poverty_over_time):
            with self.subTest(script.__name__):
                _, files, complaint = self.run_script(script, "one")
                self.assertEqual(complaint, "")
                table = pandas.read_csv(files[2])
                self.assertTrue((table["low"] == table["high"]).all())

    def test_the_numbers_beside_a_figure_are_those_of_the_file(self) -> None:
        _, files, _ = self.run_script(coverage_over_time, "compare", "--outcome", "headcount")
        table = pandas.read_csv(files[2])
        expected = self.opened("compare").scenarios["outreach"].series["headcount"].mean("replicate").values
        found = table.loc[table["scenario"] == "outreach", "mean"]
        numpy.testing.assert_allclose(found, expected, rtol=1e-12)

    def test_the_picture_is_well_formed_and_the_same_each_time(self) -> None:
        _, files, _ = self.run_script(coverage_over_time, "compare")
        first = files[0].read_bytes()
        xml.etree.ElementTree.fromstring(first)
        self.run_script(coverage_over_time, "compare")
        self.assertEqual(files[0].read_bytes(), first)
        self.assertTrue(files[1].read_bytes().startswith(b"\x89PNG"))

    def test_a_file_that_is_no_result_is_a_failure(self) -> None:
        (self.folder / "text.h5").write_text("no result", encoding="utf-8")
        code, files, complaint = self.run_script(coverage_over_time, "text")
        self.assertEqual((code, files), (1, []))
        self.assertIn("text.h5", complaint)

    def test_an_unknown_outcome_is_said_in_a_sentence(self) -> None:
        _, files, complaint = self.run_script(coverage_over_time, "run", "--outcome", "happiness")
        self.assertEqual(files, [])
        self.assertIn("the file holds no happiness", complaint)

    def test_the_poorest_two_fifths_get_what_their_tenths_get(self) -> None:
        result = with_benefits(self.opened("compare"))
        figure, table, _ = concentration_of_benefits.draw(result, Options("en"))
        title = figure.texts[0].get_text() + " " + figure.texts[1].get_text()
        share_of_base, share = 34 / 55, 44 / 65
        self.assertIn(f"{100 * share:.1f}\u00a0% of the benefits with “Outreach first”", title)
        self.assertIn(f"{100 * share_of_base:.1f}\u00a0% with “Sample country”", title)
        base = table[table["scenario"] == "sample"]
        self.assertEqual((base["mean"].iloc[0], round(base["mean"].iloc[-1], 12)), (0, 1))

    def test_a_policy_story_holds_the_streams_of_its_issue(self) -> None:
        _, files, _ = self.run_script(policy_story, "compare", "--issue", "quota")
        table = pandas.read_csv(files[2])
        record = self.opened("compare").scenarios["outreach"].policy["evidence"].sel(issue="quota")
        found = table.loc[table["outcome"] == "evidence", "mean"]
        numpy.testing.assert_allclose(found, record.mean("replicate").values, rtol=1e-12)

    def test_an_unknown_issue_is_said_in_a_sentence(self) -> None:
        _, files, complaint = self.run_script(policy_story, "run", "--issue", "weather")
        self.assertEqual(files, [])
        self.assertIn("the file holds no policy (weather)", complaint)

    def test_the_month_in_which_a_policy_begins_is_marked_with_its_title(self) -> None:
        result = self.opened("run")
        result.scenarios["sample"].scenario_text += (
            '\n[[policy]]\nid = "more"\nfrom_month = 6\ntitle = "More of it"\ntitle_id = "Lebih banyak"\n')
        self.assertEqual(figures.policies_of(result, "id"), {6: ["Lebih banyak"]})
        figure, _, _ = coverage_over_time.draw(result, Options("en", "headcount"))
        self.assertIn("More of it", [text.get_text() for text in figure.axes[0].texts])

    def test_common_random_numbers_take_the_shared_part_of_the_spread_away(self) -> None:
        shared = numpy.array([0.0, 2.0, 4.0])
        paired, apart = example_researcher.spreads(shared + [1.0, 1.0, 1.0], shared)
        self.assertEqual((paired, round(apart, 12)), (0.0, round(numpy.sqrt(8.0), 12)))

    def test_an_example_shows_no_outcome_that_chance_could_have_moved(self) -> None:
        result = self.opened("compare")
        base, story = result.scenarios.values()
        base.series["headcount"][:] = story.series["headcount"] + numpy.array([[0.01], [-0.02], [0.02]])
        moved = example_educator.outcomes_moved(base, story, "en")
        self.assertNotIn("headcount", list(moved["key"]))
        self.assertTrue(((moved["low"] > 0) | (moved["high"] < 0)).all())

    def test_a_source_with_the_hash_stands_on_every_figure(self) -> None:
        result = with_benefits(self.opened("compare"))
        for script in SCRIPTS:
            with self.subTest(script.__name__):
                figure, _, _ = script.draw(result, Options("id", "coverage_of_eligible"))
                source = " ".join(text.get_text() for text in figure.texts)
                self.assertIn(self.hashes["compare"][:12], source.replace("\n", " "))
                self.assertIn("bukan statistik resmi", source.replace("\n", " "))


class Findings(WithSampleResult):
    def comparison(self, base_level: float, differences: list[float]) -> tujuh_results.Result:
        """A comparison in which replicate r differs by `differences[r]` in every month."""
        result = tujuh_results.open_result(self.folder / "compare.h5")
        base, alternative = (scenario.series["headcount"] for scenario in result.scenarios.values())
        base[:] = base_level
        alternative[:] = base_level + numpy.array(differences)[:, None]
        return result

    def test_a_clear_difference_is_stated_with_both_levels(self) -> None:
        title, note = over_time.finding(self.comparison(0.09, [-0.011, -0.010, -0.009]), "headcount", "en")
        self.assertIn("“Outreach first” brings", title)
        self.assertIn("to 8.0\u00a0%, against 9.0\u00a0% in “Sample country”", title)
        self.assertIn("difference −1.00 percentage points, 95 % interval −1.25 to −0.75", note)

    def test_levels_that_differ_are_shown_with_the_decimals_that_tell_them_apart(self) -> None:
        title, _ = over_time.finding(self.comparison(0.085, [-0.0003, -0.0003, -0.0004]), "headcount", "en")
        self.assertIn("to 8.47\u00a0%, against 8.50\u00a0%", title)
        self.assertEqual(figures.value_texts([0.5, 0.5], "share", "en"), ["50.0\u00a0%"] * 2)

    def test_a_difference_within_chance_is_not_claimed(self) -> None:
        title, _ = over_time.finding(self.comparison(0.09, [-0.02, 0.01, 0.004]), "headcount", "en")
        self.assertIn("makes no clear difference", title)
        title, _ = over_time.finding(self.comparison(0.09, [-0.02, 0.01, 0.004]), "headcount", "id")
        self.assertIn("tidak berpengaruh nyata", title)

    def test_one_scenario_rises_falls_or_stays(self) -> None:
        result = tujuh_results.open_result(self.folder / "run.h5")
        series = result.series["headcount"]
        for last, verb in ((0.2, "rises from 10.0\u00a0% to 20.0\u00a0% in 2 years"),
                           (0.05, "falls from 10.0\u00a0% to 5.0\u00a0% in 2 years"),
                           (0.1, "stays near 10.0\u00a0% over 2 years")):
            series[:, :12], series[:, 12:] = 0.1, last
            with self.subTest(verb):
                self.assertIn(verb, over_time.finding(result, "headcount", "en")[0])


class Numbers(unittest.TestCase):
    def test_numbers_are_written_as_each_language_does(self) -> None:
        self.assertEqual(figures.number_text(1234567.891, 1, "en"), "1,234,567.9")
        self.assertEqual(figures.number_text(-1234567.891, 1, "id"), "−1.234.567,9")
        self.assertEqual(figures.number_text(-0.001, 2, "en"), "0.00")

    def test_shares_are_written_as_percentages_and_their_differences_as_points(self) -> None:
        self.assertEqual(figures.value_text(0.0857, "share of persons", "id"), "8,6\u00a0%")
        self.assertEqual(figures.value_text(0.0137, "share", "en"), "1.37\u00a0%")
        self.assertEqual(figures.value_text(7.456, "months", "en"), "7.46")
        self.assertEqual(figures.difference_text(0.0125, "share", "id"), "+1,25 poin persentase")

    def test_the_interval_is_students(self) -> None:
        values = xarray.DataArray([1.0, 2.0, 3.0, 4.0], dims="replicate")
        mean, low, high = figures.paired_interval(values, values * 0)
        self.assertEqual(mean, 2.5)
        self.assertAlmostEqual(high - mean, 3.182 * numpy.sqrt(5 / 3) / 2, places=3)
        self.assertAlmostEqual(mean - low, high - mean)

    def test_one_replicate_has_no_interval(self) -> None:
        one = xarray.DataArray([1.0], dims="replicate")
        self.assertTrue(numpy.isnan(figures.paired_interval(one, one * 0)[1]))

    def test_few_replicates_are_shown_from_lowest_to_highest_and_many_by_their_middle(self) -> None:
        few = xarray.DataArray(numpy.arange(5.0)[:, None], dims=("replicate", "tick"))
        _, low, high = figures.band_of(few)
        self.assertEqual((low.item(), high.item()), (0, 4))
        many = xarray.DataArray(numpy.arange(1001.0)[:, None], dims=("replicate", "tick"))
        _, low, high = figures.band_of(many)
        self.assertAlmostEqual(low.item(), 25)
        self.assertAlmostEqual(high.item(), 975)

    def test_names_at_line_ends_keep_apart_in_their_order(self) -> None:
        self.assertEqual(figures.spread([1.0, 5.0], 1.0), [1.0, 5.0])
        moved = figures.spread([1.0, 1.1, 1.05], 0.5)
        self.assertEqual(list(numpy.argsort(moved)), [0, 2, 1])
        self.assertGreaterEqual(min(numpy.diff(sorted(moved))), 0.5 - 1e-6)


if __name__ == "__main__":
    unittest.main()
