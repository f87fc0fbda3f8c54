# SPDX-License-Identifier: Apache-2.0
"""What `tujuh export` writes: every number of the file, in tables that any program reads."""

import csv
import math
import unittest

import h5py
import numpy

from program import CANNOT_CREATE, COMMAND_LINE, INPUT_MISSING, SCENARIO_WRONG, TINY, ProgramTest


class Export(ProgramTest):
    def exported(self) -> list[dict]:
        """The rows of columns.csv of a small comparison."""
        self.assert_done(self.run_program("compare", "community", "community", *TINY, "--months", "14",
                                          "--replicates", "2", "-o", "r.h5"))
        self.assert_done(self.run_program("export", "r.h5"))
        return self.rows("columns.csv")

    def rows(self, name: str) -> list[dict]:
        with open(self.folder / "r_csv" / name, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def test_every_number_of_the_file_stands_in_a_table_to_the_bit(self) -> None:
        columns = self.exported()
        tables, compared = {}, 0
        with h5py.File(self.folder / "r.h5") as file:
            values = {f"{row['group']}/{row['column']}": row for row in columns if row["kind"] == "value"}

            def check(path: str, dataset: h5py.HLObject) -> None:
                nonlocal compared
                if not isinstance(dataset, h5py.Dataset) or dataset.dtype != "float64":
                    return
                row = values["/" + path]
                table = tables.setdefault(row["file"], self.rows(row["file"]))
                found = numpy.array([math.nan if line[row["column"]] == "" else float(line[row["column"]])
                                     for line in table])
                expected = dataset[()].ravel()
                self.assertEqual(row["unit"], dataset.attrs["units"])
                self.assertTrue(numpy.array_equal(found, expected, equal_nan=True), path)
                compared += expected.size

            file.visititems(check)
        self.assertGreater(compared, 10000)

    def test_rows_carry_their_keys_and_dates(self) -> None:
        self.exported()
        row = self.rows("groups/decile.csv")[10 * 14 + 10 * 2 + 3]  # replicate 1, tick 2, the fourth tenth
        self.assertEqual([row["replicate"], row["tick"], row["month"], row["group"]], ["1", "2", "2025-05-01", "4"])
        titles = {(line["file"], line["key"]): line["title_id"] for line in self.rows("keys.csv")}
        self.assertEqual(titles["groups/area.csv", "rural"], "perdesaan")
        about = {(line["group"], line["attribute"]): line["value"] for line in self.rows("attributes.csv")}
        self.assertEqual(about["/", "replicates"], "2")
        self.assertEqual(about["/comparison", "level"], "0.95")

    def test_a_folder_that_exists_is_left_alone(self) -> None:
        self.exported()
        self.assert_fails(self.run_program("export", "r.h5"), CANNOT_CREATE, "r_csv: cannot be created (it exists)")
        self.assert_done(self.run_program("export", "r.h5", "--force"))
        (self.folder / "r_csv" / "notes.txt").write_text("mine")
        self.assert_fails(self.run_program("export", "r.h5", "--force"), CANNOT_CREATE, "other things than CSV files")
        self.assertEqual((self.folder / "r_csv" / "notes.txt").read_text(), "mine")
        self.assertEqual(self.files(), ["r.h5", "r_csv"])

    def test_what_is_no_result_is_refused(self) -> None:
        self.write("text.h5", "no")
        self.assert_fails(self.run_program("export", "text.h5"), SCENARIO_WRONG, "text.h5: is not a result")
        self.assert_fails(self.run_program("export", "none.h5"), INPUT_MISSING, "none.h5")
        self.assert_fails(self.run_program("export"), COMMAND_LINE, "takes FILE.h5")
        self.assertEqual(self.files(), ["text.h5"])

    def test_numbers_that_were_changed_are_told(self) -> None:
        self.exported()
        with h5py.File(self.folder / "r.h5", "r+") as file:
            file["series/gini"][0, 0] = 0.5
        result = self.run_program("export", "r.h5", "-o", "changed")
        self.assert_done(result)
        self.assertIn("not those that were written", result.stderr)


if __name__ == "__main__":
    unittest.main()
