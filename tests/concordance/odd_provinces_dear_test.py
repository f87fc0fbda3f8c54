# SPDX-License-Identifier: Apache-2.0
"""The provinces in sim/ODD.md are what `tujuh published scenarios/indonesia.toml` finds."""

import os
import unittest

import odd_tables


class OddProvincesTest(unittest.TestCase):
    def test_the_model_beside_published_figures_is_what_the_program_finds(self) -> None:
        self.assertEqual(odd_tables.differing(os.environ["TUJUH_PROGRAM"], ["provinces"]), [],
                         "write it anew: tests/concordance/odd_tables.py build/tujuh --write provinces")
