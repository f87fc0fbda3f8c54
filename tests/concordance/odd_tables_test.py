# SPDX-License-Identifier: Apache-2.0
"""The tables of sim/ODD.md say what the program says."""

import os
import unittest

import odd_tables


class OddTablesTest(unittest.TestCase):
    def test_tables_are_what_the_program_lists(self) -> None:
        for name in odd_tables.TABLES:
            if name in odd_tables.MEASURED:
                continue
            with self.subTest(table=name):
                self.assertEqual(odd_tables.differing(os.environ["TUJUH_PROGRAM"], [name]), [],
                                 "write it anew: tests/concordance/odd_tables.py build/tujuh --write")

    def test_a_changed_table_is_noticed(self) -> None:
        document = odd_tables.DOCUMENT.read_text(encoding="utf-8")
        self.assertNotEqual(odd_tables.with_table(document, "state", "| column |\n"), document)

    def test_every_column_of_a_household_has_a_row(self) -> None:
        rows = odd_tables.state("")
        columns = (odd_tables.ROOT / "sim" / "world" / "columns.hpp").read_text(encoding="utf-8")
        names = set(odd_tables.re.findall(r"visitor\(h\.(\w+)\)", columns)) | {"deficit"}
        self.assertGreater(len(names), 30)
        for name in names:
            with self.subTest(column=name):
                self.assertIn(f"`{name}`", rows)
