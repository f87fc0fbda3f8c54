# SPDX-License-Identifier: Apache-2.0
"""The reader: what it opens, what it refuses, and that it finds the hash by itself."""

import shutil
import unittest

import h5py
import numpy

import tujuh_results
from sample_result import WithSampleResult


class Reader(WithSampleResult):
    def opened(self, kind: str) -> tujuh_results.Result:
        return tujuh_results.open_result(self.folder / f"{kind}.h5")

    def changed(self, change) -> str:
        """A copy of the file of a comparison after `change(file)`."""
        path = self.folder / "changed.h5"
        shutil.copyfile(self.folder / "compare.h5", path)
        with h5py.File(path, "r+") as file:
            change(file)
        return path

    def test_a_comparison_holds_the_base_and_the_alternatives(self) -> None:
        result = self.opened("compare")
        self.assertEqual(list(result.scenarios), ["sample", "outreach"])
        self.assertEqual(result.title_in("id"), "Negeri contoh")
        self.assertEqual(result.scenarios["outreach"].title_in("en"), "Outreach first")
        difference = result.scenarios["outreach"].series["headcount"] - result.series["headcount"]
        self.assertLess(float(difference.isel(tick=-1).mean()), 0)
        self.assertEqual(result.comparison["difference"].dims, ("scenario", "outcome", "tick"))
        self.assertEqual(result.attribution.attrs["level"], 0.99)
        self.assertEqual(result.calibration["province_name"].values.tolist(), ["Jawa Timur", "Papua"])

    def test_a_comparison_tells_window_groups_winners_and_losers(self) -> None:
        result = self.opened("compare")
        window = result.comparison_window
        self.assertEqual(window["difference"].dims, ("scenario", "outcome"))
        self.assertEqual(window.attrs["power"], 0.8)
        self.assertEqual(window["outcome_unit"].sel(outcome="headcount"), "share of persons")
        decile = result.comparison_groups["decile"]
        self.assertEqual(decile["difference"].dims, ("scenario", "outcome", "year", "group"))
        self.assertEqual(decile["window_low"].dims, ("scenario", "outcome", "group"))
        families = [["kept", "gained", "lost", "never"],
                    ["stayed_poor", "out_of_poverty", "into_poverty", "never_poor"]]
        for flows in (result.flows, *(result.flow_groups[key] for key in ("decile", "area", "distance"))):
            for family in families:
                summed = sum(flows[name] for name in family).sum([d for d in flows.dims if d == "group"])
                self.assertTrue(numpy.allclose(summed, 1e6))
        self.assertNotIn("into_poverty", result.flow_groups["programme"])

    def test_tasks_come_by_year_group_and_pair(self) -> None:
        result = self.opened("compare")
        self.assertEqual(result.shapley_years["value"].dims, ("task", "outcome", "year"))
        self.assertEqual(result.shapley_groups["area"]["whole"].dims, ("outcome", "group"))
        pairs = result.shapley_pairs
        self.assertEqual(pairs.sizes["pair"], 21)
        self.assertEqual([pairs["first_task"].values[-1], pairs["second_task"].values[-1]], ["6", "7"])

    def test_labels_units_and_dates_come_with_the_numbers(self) -> None:
        result = self.opened("compare")
        deciles = result.groups["decile"]
        self.assertEqual(deciles["group"].values.tolist(), [str(i) for i in range(1, 11)])
        self.assertIn("group_title_id", deciles.coords)
        self.assertTrue(deciles["headcount"].attrs["definition"])
        self.assertEqual(str(result.series["month"].values[0])[:10], "2025-03-01")
        self.assertEqual(float(result.activities["hours"].sel(activity="2.4").isel(replicate=0, tick=0)),
                         float(result.activities["hours"][0, 0, 9]))
        self.assertEqual(result.ledger["amount"].dims, ("replicate", "programme", "year", "use"))

    def test_money_sums_to_zero(self) -> None:
        amount = self.opened("compare").ledger["amount"]
        uses = amount.sel(use=["delivered", "leaked", "administered", "unspent"]).sum("use")
        self.assertEqual(float(abs(amount.sel(use="budget") - uses).max()), 0)

    def test_parameters_and_scenario_come_as_they_were(self) -> None:
        result = self.opened("compare")
        changed = result.parameters.index[result.parameters["changed"] == 1]
        self.assertEqual(changed.tolist(), ["resources.rho"])
        self.assertIn("é, “quoted”", result.scenario_text)
        self.assertTrue(result.tables["provinces.csv"].startswith("code,name\n"))

    def test_a_missing_number_is_missing(self) -> None:
        series = self.opened("compare").series
        last = list(series.data_vars)[-1]
        self.assertTrue(numpy.isnan(series[last].isel(tick=-1)).all())

    def test_what_a_file_does_not_hold_is_none_or_empty(self) -> None:
        result = self.opened("one")
        self.assertEqual(result.groups, {})
        self.assertIsNone(result.comparison)
        self.assertIsNone(result.attribution)
        self.assertIsNone(result.flows)
        self.assertEqual([result.comparison_groups, result.flow_groups, result.shapley_groups], [{}, {}, {}])
        self.assertEqual(list(result.scenarios), ["sample"])
        self.assertEqual(result.series.sizes["replicate"], 1)

    def test_tidy_gives_a_row_a_number(self) -> None:
        dataset = self.opened("compare").groups["area"]
        table = tujuh_results.tidy(dataset)
        self.assertEqual(len(table), sum(array.size for array in dataset.data_vars.values()))
        row = table[(table["measure"] == "headcount") & (table["replicate"] == 1) & (table["tick"] == 5)
                    & (table["group"] == "rural")]
        expected = float(dataset["headcount"].sel(replicate=1, tick=5, group="rural"))
        self.assertEqual(row["value"].item(), expected)
        self.assertEqual(row["group_title_id"].item(), "perdesaan")
        self.assertIn("measure", tujuh_results.tidy(self.opened("compare").comparison))

    def test_the_hash_is_that_of_the_writer(self) -> None:
        for kind in ("compare", "run", "one"):
            with self.subTest(kind):
                self.assertEqual(tujuh_results.result_hash(self.folder / f"{kind}.h5"), self.hashes[kind])
                self.assertTrue(self.opened(kind).check_hash())

    def test_a_number_that_was_changed_is_found(self) -> None:
        def change(file: h5py.File) -> None:
            file["scenarios/outreach/groups/decile/headcount"][0, 0, 0] += 1e-12

        self.assertFalse(tujuh_results.open_result(self.changed(change)).check_hash())

    def test_an_unknown_format_version_is_refused(self) -> None:
        path = self.changed(lambda file: file.attrs.modify("format_version", 2))
        with self.assertRaisesRegex(tujuh_results.NotAResult, "format version 2, this reader knows 1"):
            tujuh_results.open_result(path)

    def test_another_hdf5_file_is_refused(self) -> None:
        path = self.folder / "other.h5"
        h5py.File(path, "w").close()
        with self.assertRaisesRegex(tujuh_results.NotAResult, "not a result of tujuh"):
            tujuh_results.open_result(path)

    def test_an_incomplete_file_is_refused(self) -> None:
        path = self.changed(lambda file: file.attrs.__delitem__("complete"))
        with self.assertRaisesRegex(tujuh_results.NotAResult, "not complete"):
            tujuh_results.open_result(path)

    def test_what_is_added_to_the_format_does_not_disturb(self) -> None:
        path = self.changed(lambda file: file.create_group("panel").create_dataset("x", data=1.0))
        self.assertEqual(list(tujuh_results.open_result(path).scenarios), ["sample", "outreach"])


if __name__ == "__main__":
    unittest.main()
