# SPDX-License-Identifier: Apache-2.0
"""A tile for each of the 38 provinces, roughly where it lies: own layout, every province as large as another."""

# Code of Statistics Indonesia (BPS): row from the north, column from the west, usual short name.
TILES = {
    "11": (0, 0, "Aceh"), "12": (1, 0.5, "Sumut"), "14": (2, 1.5, "Riau"), "21": (1.5, 2.7, "Kepri"),
    "13": (2, 0.5, "Sumbar"), "15": (3, 2, "Jambi"), "17": (3, 1, "Bengkulu"), "16": (4, 2, "Sumsel"),
    "19": (3.5, 3.2, "Babel"), "18": (5, 2.3, "Lampung"),
    "36": (6, 3, "Banten"), "31": (5.5, 4, "Jakarta"), "32": (6.5, 4, "Jabar"), "33": (6, 5, "Jateng"),
    "34": (7, 5, "DIY"), "35": (6, 6, "Jatim"), "51": (6.5, 7, "Bali"), "52": (6.5, 8, "NTB"), "53": (6.5, 9, "NTT"),
    "65": (1, 6, "Kaltara"), "61": (2, 5, "Kalbar"), "64": (2, 6, "Kaltim"), "62": (3, 5, "Kalteng"),
    "63": (3, 6, "Kalsel"),
    "75": (1.5, 8, "Gorontalo"), "71": (1.5, 9, "Sulut"), "72": (2.5, 7.5, "Sulteng"), "76": (3.5, 7.4, "Sulbar"),
    "74": (3.5, 8.4, "Sultra"), "73": (4.5, 7.6, "Sulsel"),
    "82": (1.7, 10.2, "Malut"), "81": (4.2, 10, "Maluku"),
    "92": (2.2, 11.4, "PB Daya"), "91": (3.2, 11.4, "Pabar"), "94": (2.6, 13.4, "Papua"),
    "96": (3.2, 12.4, "Pateng"), "97": (3.6, 13.4, "Papeg"), "95": (4.6, 13.4, "Pasel"),
}
