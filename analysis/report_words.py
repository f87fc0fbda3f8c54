# SPDX-License-Identifier: Apache-2.0
"""What the report says, in English and in Indonesian."""

from __future__ import annotations

import report_words_en
import report_words_id

# As in sim/tasks/catalogue.hpp; files of `tujuh attribute` alone hold them.
TASKS = {
    "en": {
        "1": "Enhance people's problem-solving and coping", "2": "Link clients with resource systems",
        "3": "Facilitate interaction with resource systems", "4": "Facilitate interaction within resource systems",
        "5": "Influence social policy", "6": "Distribute and even out resources", "7": "Exercise social control",
    },
    "id": {
        "1": "Membantu meningkatkan kemampuan individu", "2": "Menghubungkan klien dengan sistem sumber",
        "3": "Memfasilitasi interaksi dengan sistem sumber", "4": "Memfasilitasi interaksi dalam sistem sumber",
        "5": "Mempengaruhi kebijakan sosial", "6": "Menyalurkan dan memeratakan sumber daya",
        "7": "Melaksanakan fungsi kontrol sosial",
    },
}
WORDS = {"en": report_words_en.WORDS, "id": report_words_id.WORDS}


def words(language: str, key: str, **values) -> str:
    """The per cent sign stays on the line of its number."""
    return WORDS[language][key].format(**values).replace(" %", "\u00a0%")
