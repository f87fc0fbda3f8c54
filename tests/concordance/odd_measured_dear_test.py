# SPDX-License-Identifier: Apache-2.0
"""The tables in sim/ODD.md that are results of the model are what the program finds."""

import os
import unittest

import odd_tables


class OddMeasuredTest(unittest.TestCase):
    def test_measured_tables_are_what_the_program_finds(self) -> None:
        for name in odd_tables.MEASURED:
            with self.subTest(table=name):
                self.assertEqual(odd_tables.differing(os.environ["TUJUH_PROGRAM"], [name]), [],
                                 f"write it anew: tests/concordance/odd_tables.py build/tujuh --write {name}")
