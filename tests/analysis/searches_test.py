# SPDX-License-Identifier: Apache-2.0
"""Calibrations and searches in the reader and in the report: what the page says is what the file holds."""

import functools
import io
import re
import shutil
import unittest
import urllib.parse
import warnings

import h5py
import numpy
import pandas

import report
import report_context
import report_design
import report_fit
import report_optimum
import report_points
import report_words
import tujuh_results
from sample_searches import KINDS, WithSearches, folder_of_searches
from shown_page import InChromium, Page

HOSTILE = "<script>alert(1)</script>&\"'$x_1$"


class WithPages(WithSearches):
    """Has the page of each file in both languages."""

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        cls.pages = pages_of_searches()

    @staticmethod
    def opened(kind: str) -> tujuh_results.Result:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return tujuh_results.open_result(folder_of_searches() / f"{kind}.h5")

    @classmethod
    def page_of(cls, kind: str, language: str) -> str:
        result = cls.opened(kind)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return report.page_of(result, language, f"{kind}.h5")

    def changed(self, kind: str, change) -> str:
        """The name of a copy of the file after `change(file)`."""
        shutil.copyfile(self.folder / f"{kind}.h5", self.folder / "changed.h5")
        with h5py.File(self.folder / "changed.h5", "r+") as file:
            change(file)
        return "changed"

    def assert_says(self, text: str, *parts: str) -> None:
        """Like assertIn, without the whole page in the message."""
        for part in parts:
            self.assertTrue(part in text, f"the page does not say {part!r}")

    def numbers(self, kind: str, name: str) -> pandas.DataFrame:
        """What a link of the English page holds."""
        link, = [link for link in Page(self.pages[kind, "en"]).of("a") if link.get("download") == f"{kind}_{name}.csv"]
        return pandas.read_csv(io.StringIO(urllib.parse.unquote(link["href"].split(",", 1)[1])),
                           float_precision="round_trip")


@functools.cache
def pages_of_searches() -> dict[tuple[str, str], str]:
    return {(kind, language): WithPages.page_of(kind, language) for kind in KINDS for language in ("en", "id")}


class Reader(WithPages):
    def test_a_file_holds_its_own_kind_only(self) -> None:
        for kind in KINDS:
            with self.subTest(kind):
                result = self.opened(kind)
                self.assertEqual([result.fit is None, result.optimum is None],
                                 [kind in ("sweep", "mix"), kind != "mix"])
                self.assertTrue(result.check_hash())

    def test_a_fit_comes_with_labels_and_axes(self) -> None:
        fit = self.opened("fit").fit
        self.assertEqual(fit["pull"].dims, ("target", "factor"))
        self.assertEqual(fit["correlation"].dims, ("factor", "other_factor"))
        self.assertEqual(fit["held_out"].values.tolist(), [0, 0, 1])
        self.assertEqual(fit["target_group"].values.tolist(), ["", "", "decile/1"])
        self.assertEqual(float(fit["base_value"].sel(factor="agencies.burden")), 0.55)
        accepted = self.opened("reject").fit
        self.assertEqual(accepted["accepted_point"].dims, ("accepted",))
        self.assertTrue((numpy.diff(accepted["distance"]) >= 0).all())

    def test_the_front_is_a_row_a_best_point(self) -> None:
        result = self.opened("mix")
        found, table = result.optimum, tujuh_results.front(result)
        self.assertEqual(len(table), found.sizes["member"])
        for factor in found["factor"].values:
            self.assertEqual(table[factor].tolist(), found["value"].sel(factor=factor).values.tolist())
        self.assertEqual(table["worker_pay"].tolist(), found["checked"][:, 2].mean("replicate").values.tolist())
        self.assertEqual(table["coverage_of_eligible_low"].tolist(), found["low"][:, 0].values.tolist())
        self.assertEqual(table["point"].tolist(), found["member_point"].values.tolist())
        paired = (found["checked"] - found["base"]).mean("replicate")
        self.assertTrue(numpy.allclose(paired, found["difference"], rtol=1e-9, atol=1e-12))
        with self.assertRaisesRegex(tujuh_results.NotAResult, "tujuh optimise"):
            tujuh_results.front(self.opened("fit"))

    def test_readings_that_would_have_one_name_are_told_apart(self) -> None:
        fit = self.opened("fit").fit
        self.assertEqual(tujuh_results.reading_names(fit, "target"), ["take_up", "procedure_burden", "coverage decile/1"])
        alike = fit.assign_coords(target_outcome=("target", ["take_up"] * 3), target_group=("target", [""] * 3),
                                  target_from_month=("target", [0, 2, 2]))
        self.assertEqual(tujuh_results.reading_names(alike, "target")[:2], ["take_up 0-5", "take_up 2-5"])


class Pages(WithPages):
    def test_a_page_holds_the_sections_of_its_file_and_none_that_is_absent(self) -> None:
        for (kind, language), text in self.pages.items():
            with self.subTest(kind, language=language):
                found = Page(text)
                self.assertEqual([section["id"] for section in found.of("section")],
                                 ["findings", {"sweep": "points", "mix": "optimum"}.get(kind, "fit"), "limits",
                                  "reproduce"])
                self.assertFalse([1 for _, attributes in found.tags if attributes.get("class") == "absent"])
                self.assertEqual(found.of("script"), [])
                self.assertEqual(len(found.of("svg")), len(found.of("desc")))
                names = [link["download"] for link in found.of("a") if "download" in link]
                self.assertEqual(len(names), len(set(names)))
                ids = [attributes["id"] for _, attributes in found.tags if "id" in attributes]
                self.assertEqual(len(ids), len(set(ids)))

    def test_a_title_from_a_design_is_no_markup(self) -> None:
        def change(file: h5py.File) -> None:
            for titles in ("factor_title", "target_title"):
                file[f"fit/{titles}"][...] = [HOSTILE] * len(file[f"fit/{titles}"])
            file["design/factor_title"][...] = [HOSTILE] * 2
            file["fit/source"][...] = [HOSTILE] * 3

        found = Page(self.page_of(self.changed("fit", change), "en"))
        self.assertEqual(found.of("script"), [])
        self.assertGreater(sum(HOSTILE in data for data in found.texts), 5)

    def test_the_design_can_be_read_and_repeated(self) -> None:
        text = Page(self.pages["mix", "en"]).text()
        self.assert_says(text, 'method = "evolution"', "tujuh verify mix.h5", self.opened("mix").attrs["result_hash"])


class Fits(WithPages):
    def test_hits_are_counted_apart_for_figures_held_out(self) -> None:
        def change(file: h5py.File) -> None:
            published, tolerance = file["fit/published"][()], file["fit/tolerance"][()]
            file["fit/model"][...] = published + tolerance * [0.5, -1.5, 0.9]
            file["fit/base"][...] = published + tolerance * [2, 3, -4]

        result = self.opened(self.changed("fit", change))
        self.assert_says(" ".join(report_fit.findings(result, "en")),
                         "1 of 2 fitted figures lie within one tolerance. In the scenario as it is: 0.",
                         "Held out, so that nothing was fitted to them: 1 of 1 figures lie within one tolerance.")
        self.assert_says(" ".join(report_fit.findings(result, "id")),
                         "1 dari 2 angka yang disesuaikan berada dalam satu toleransi. Pada skenario apa adanya: 0.",
                         "Disisihkan, jadi tidak ada yang disesuaikan dengannya: 1 dari 1 angka")

    def test_numbers_to_take_away_are_those_of_the_file(self) -> None:
        for kind in ("fit", "reject"):
            with self.subTest(kind):
                fit, targets, factors = self.opened(kind).fit, self.numbers(kind, "targets"), self.numbers(kind, "factors")
                off = (fit["model"] - fit["published"]) / fit["tolerance"]
                self.assertTrue(numpy.allclose(targets["off"], off))
                for name in ("value", "low", "high", "learned", "base_value"):
                    self.assertTrue(numpy.allclose(factors[name], fit[name]), name)
                inside = (factors["position_low"] >= -1e-9) & (factors["position_high"] <= 1 + 1e-9)
                self.assertTrue(inside.all(), "an interval lies in the factor's range")

    def test_a_figure_held_out_pulls_nothing_and_has_no_row(self) -> None:
        pulls = self.numbers("fit", "pull")
        self.assertEqual(sorted(set(pulls["outcome"])), ["procedure_burden", "take_up"])
        self.assertEqual(float(abs(self.opened("fit").fit["pull"].isel(target=2)).max()), 0)

    def test_what_is_not_known_is_said(self) -> None:
        def change(file: h5py.File) -> None:
            file["fit/learned"][...] = [0.2, 0.9]
            file["fit/correlation"][...] = [[1, -0.97], [-0.97, 1]]
            file["fit/at_an_end"][...] = [0, 1]
            file["fit/chance"][...] = file["fit/tolerance"][()] * [0.1, 0.8, 0.1]

        result = self.opened(self.changed("fit", change))
        text = " ".join(report_fit.doubts(result, "en")).replace("\u00a0", " ")
        self.assert_says(text, "scale of the rate of requests: the targets say little of it (20 % learned).",
                         "scale of the rate of requests and procedure burden are not told apart (correlation −0.97)",
                         "procedure burden lies at an end of its range",
                         "Procedure burden: the chance of the model's figure is 0.8 times the tolerance")
        self.assertNotIn("procedure burden: the targets say little", text)
        text = " ".join(report_fit.doubts(result, "id")).replace("\u00a0", " ")
        self.assert_says(text, "sasaran hampir tidak menentukannya (20 % dipelajari)",
                         "tidak terbedakan (korelasi −0,97)", "terletak di batas rentangnya")

    def test_where_all_is_known_it_says_so(self) -> None:
        def change(file: h5py.File) -> None:
            file["fit/learned"][...] = [0.6, 0.9]
            file["fit/correlation"][...] = numpy.eye(2)
            file["fit/at_an_end"][...] = [0, 0]
            file["fit/chance"][...] = file["fit/tolerance"][()] * 0.1

        result = self.opened(self.changed("fit", change))
        self.assertEqual(report_fit.doubts(result, "en"), [])

    def test_values_found_again_are_counted(self) -> None:
        def change(file: h5py.File) -> None:
            text = file["design/resolved_text"].asstr()[()]
            file["design/resolved_text"][()] = text.replace("recover = false", "recover = true")
            file["fit/base_value"][...] = [0.05, 0.55]
            file["fit/low"][...], file["fit/high"][...] = [0.03, 0.60], [0.06, 0.70]

        self.assertFalse(report_design.recovers(self.opened("fit")))
        result = self.opened(self.changed("fit", change))
        self.assert_says(" ".join(report_fit.findings(result, "en")), "1 of 2 known values lie in the")
        self.assert_says(" ".join(report_fit.findings(result, "id")), "1 dari 2 nilai yang diketahui")

    def test_a_rejection_speaks_of_accepted_points(self) -> None:
        fit = self.opened("reject").fit
        inside = (fit["inside"] == 1) & (fit["held_out"] == 0)
        self.assert_says(Page(self.pages["reject", "en"]).text(), f"{fit.sizes['accepted']} of 12 points are accepted",
                         f"In the 95 % interval of the accepted points: {int(inside.sum())}.", "median of the accepted")
        self.assert_says(Page(self.pages["reject", "id"]).text(), f"{fit.sizes['accepted']} dari 12 titik diterima")

    def test_where_a_figure_comes_from_is_said(self) -> None:
        self.assert_says(Page(self.pages["fit", "en"]).text(), "Take-up among those who know: A survey, table 1")


class BestPoints(WithPages):
    def with_interval(self, reading: int, low: float, high: float) -> tujuh_results.Result:
        def change(file: h5py.File) -> None:
            for name, value in (("difference", (low + high) / 2), ("low", low), ("high", high)):
                file[f"optimum/{name}"][0, reading] = value

        return self.opened(self.changed("mix", change))

    def test_it_cannot_be_told_where_the_interval_spans_zero(self) -> None:
        for language, said, better in (("en", "cannot be told with 3 replicates", "is better than the scenario by +2.00"),
                                       ("id", "belum dapat dipastikan", "lebih baik dari skenario sebesar +2,00")):
            spans = report_optimum.objective_sentence(self.with_interval(0, -0.01, 0.03), 0, language)
            self.assertIn(said, spans)
            clear = report_optimum.objective_sentence(self.with_interval(0, 0.01, 0.03), 0, language)
            self.assertNotIn(said, clear)
            self.assertIn(better, clear)

    def test_less_is_better_where_the_goal_is_to_lower(self) -> None:
        self.assertIn("is better than", report_optimum.objective_sentence(self.with_interval(1, -0.03, -0.01), 1, "en"))
        self.assertIn("is worse than", report_optimum.objective_sentence(self.with_interval(1, 0.01, 0.03), 1, "en"))

    def test_verdicts(self) -> None:
        for goal, difference, low, high, verdict in (
                ("raise", 1, 0.5, 1.5, "better"), ("lower", 1, 0.5, 1.5, "worse"), ("lower", -1, -1.5, -0.5, "better"),
                ("raise", 1, -0.5, 2.5, "untold"), ("raise", 0, 0, 0, "equal"), ("raise", 1, numpy.nan, numpy.nan, "untold")):
            self.assertEqual(report_optimum.verdict(goal, difference, low, high), verdict)

    def test_a_limit_holds_or_is_broken_in_the_check(self) -> None:
        for most, english, indonesian in ((1e6, "keeps to its limit", "memenuhi batasnya"),
                                          (1e-6, "breaks its limit", "melanggar batasnya")):
            result = self.opened(self.changed("mix", lambda file: file["optimum/at_most"].write_direct(
                numpy.array([numpy.nan] * 3 + [most]))))
            self.assert_says(report_optimum.limit_sentence(result, 3, "en"), english, "3 of 3" if most > 1 else "0 of 3")
            self.assert_says(report_optimum.limit_sentence(result, 3, "id"), indonesian)

    def test_the_best_point_of_the_page_is_that_of_the_file(self) -> None:
        found = self.opened("mix").optimum
        best = self.numbers("mix", "best_points").iloc[0]
        self.assertEqual((best["member"], best["point"]), (1, int(found["member_point"][0])))
        for factor in found["factor"].values:
            self.assertEqual(best[factor], float(found["value"].sel(factor=factor)[0]))
        mix = self.numbers("mix", "mix")
        self.assertEqual(mix["value"].tolist(), found["value"].values[0, :7].tolist())
        self.assertAlmostEqual(mix["value"].sum(), 1)
        self.assertAlmostEqual(mix["base_value"].sum(), 1)
        self.assertEqual(mix["title"].tolist(), [f"{task} {title}" for task, title in report_words.TASKS["en"].items()])
        self.assertEqual(self.numbers("mix", "settings")["factor"].tolist(), ["workforce.social_worker"])

    def test_the_front_is_that_of_the_check(self) -> None:
        found, table = self.opened("mix").optimum, self.numbers("mix", "front")
        rows = table[(table["outcome"] == "concentration_index") & table["member"].notna()]
        self.assertTrue(numpy.allclose(rows["checked"], found["checked"][:, 1].mean("replicate")))
        self.assertTrue(numpy.allclose(rows["searched"], found["searched"][:, 1]))
        scenario = table[table["member"].isna()]
        self.assertTrue(numpy.allclose(scenario["checked"], found["base"].mean("replicate")))

    def test_what_the_search_promised_stands_beside_what_the_check_found(self) -> None:
        def change(file: h5py.File) -> None:
            file["optimum/searched"][0, 0] = 0.45
            file["optimum/checked"][0, 0] = 0.42
            file["points/reading/value"][0, :, 0] = 0.40

        result = self.opened(self.changed("mix", change))
        said = report_optimum.optimism_sentence(result, "en")
        self.assert_says(said, "45.0", "42.0", "searched less checked +3.00", "it is +5.00")
        self.assert_says(report_optimum.optimism_sentence(result, "id"), "pencarian dikurangi pemeriksaan +3,00")

    def test_the_search_s_first_point_is_the_scenario(self) -> None:
        result = self.opened("mix")
        self.assertTrue(numpy.allclose(result.design["value"][0], result.optimum["base_value"]))

    def test_money_of_a_nation_is_written_in_billions(self) -> None:
        page = Page(self.pages["mix", "en"]).text()
        self.assert_says(page, "Pay of social workers (billion rupiah a month, nation)")
        self.assertFalse(re.search(r"\d,\d{3},\d{3},\d{3}", page))
        self.assert_says(Page(self.pages["mix", "id"]).text(), "Upah pekerja sosial (miliar rupiah per bulan, nasional)")


class Sweep(WithPages):
    def test_the_page_says_how_far_outcomes_spread_and_what_they_go_along_with(self) -> None:
        points = tujuh_results.point_table(self.opened("sweep"))["procedure_burden"]
        low, middle, high = (f"{value:.3f}" for value in (points.min(), points.median(), points.max()))
        for language, *said in (
                ("en", "What came out at the points", f"from {low} to {high} over 24 points, {middle} in the middle",
                 "Burden of procedures goes along with procedure burden most"),
                ("id", "Hasil di setiap titik", "Beban prosedur paling sejalan dengan beban prosedur")):
            self.assert_says(Page(self.pages["sweep", language]).text(), *said)

    def test_all_points_stand_in_the_csv(self) -> None:
        table = self.numbers("sweep", "points")
        self.assertEqual(len(table), 24)
        self.assertEqual(table["procedure_burden"].tolist(),
                         tujuh_results.point_table(self.opened("sweep"))["procedure_burden"].tolist())

    def test_rank_correlation_is_one_where_one_follows_the_other(self) -> None:
        def change(file: h5py.File) -> None:
            rates = file["design/value"][:, 0]
            file["points/coverage_of_eligible"][:] = numpy.exp(rates)[:, None]

        context = report_context.Report(self.opened(self.changed("sweep", change)), "en", "changed.h5")
        found = report_points.correlations(report_points.Points(context), "coverage_of_eligible")
        self.assertEqual(found.index[0], "application.apply_rate")
        self.assertAlmostEqual(found.iloc[0], 1)
        self.assertTrue(report_points.is_told(found.iloc[0], 24))
        self.assertFalse(report_points.is_told(0.3, 24))


@unittest.skipUnless(shutil.which("chromium"), "chromium is not installed: ./tujuh setup --quality installs it")
class InABrowser(InChromium, WithPages):
    def test_pages_open_without_a_request_and_without_an_error(self) -> None:
        for kind, language in (("fit", "id"), ("mix", "en")):
            with self.subTest(kind):
                text = self.pages[kind, language]
                others, console, shown = self.load(text)
                self.assertEqual(([], []), (others, console))
                self.assertEqual(shown.count("<svg"), text.count("<svg"))


if __name__ == "__main__":
    unittest.main()
