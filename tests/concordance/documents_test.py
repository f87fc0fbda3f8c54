# SPDX-License-Identifier: Apache-2.0
"""Documents point to what exists: links, headings, sections of ODD.md, files of sub-models."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ODD = ROOT / "sim" / "ODD.md"
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "sim").rglob("*.md")), *sorted((ROOT / "scenarios").rglob("*.md")),
             *sorted((ROOT / "analysis").rglob("*.md"))]
SUB_MODEL_FOLDERS = ["environment", "households", "informal", "agencies", "tasks", "workers", "outcomes"]


def text_of(document: pathlib.Path) -> str:
    """The document without its blocks of code."""
    return re.sub(r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def links(document: pathlib.Path) -> list[str]:
    found = re.findall(r"\]\(([^)\s]+)\)", text_of(document))
    return [link for link in found if not link.startswith(("http://", "https://", "mailto:"))]


def anchors(document: pathlib.Path) -> set[str]:
    """The anchors that GitHub gives to the headings."""
    headings = re.findall(r"^#+ +(.+?)\s*$", text_of(document), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def sections() -> set[str]:
    """Numbers that headings of ODD.md begin with: 3, 7.12."""
    return set(re.findall(r"^#+ +(\d+(?:\.\d+)?)\.? ", text_of(ODD), flags=re.MULTILINE))


def cited_sections(source: str) -> set[str]:
    """Numbers after `ODD` in a source, also in lists and ranges: ODD 7.1-7.7, 7.12."""
    source = re.sub(r"\n\s*//[/!]?\s*", " ", source)
    cited: set[str] = set()
    for numbers in re.findall(r"\bODD (\d+(?:\.\d+)?(?:(?:-|, | and )\d+(?:\.\d+)?)*)", source):
        cited |= set(re.findall(r"\d+(?:\.\d+)?", numbers))
    return cited


class DocumentsTest(unittest.TestCase):
    def test_every_relative_link_leads_to_a_file_and_its_heading(self) -> None:
        for document in DOCUMENTS:
            for link in links(document):
                with self.subTest(document=str(document.relative_to(ROOT)), link=link):
                    path, _, anchor = link.partition("#")
                    target = (document.parent / path).resolve() if path else document
                    self.assertTrue(target.exists())
                    self.assertTrue(target.is_relative_to(ROOT))
                    if anchor:
                        self.assertIn(anchor, anchors(target))

    def test_every_section_that_sources_name_is_a_heading(self) -> None:
        known = sections()
        sources = [file for ending in ("*.hpp", "*.cpp") for file in sorted((ROOT / "sim").rglob(ending))]
        self.assertTrue(any(cited_sections(file.read_text(encoding="utf-8")) for file in sources))
        for file in sources:
            for section in cited_sections(file.read_text(encoding="utf-8")):
                with self.subTest(file=str(file.relative_to(ROOT)), section=section):
                    self.assertIn(section, known)

    def test_every_file_of_a_sub_model_is_linked(self) -> None:
        linked = {(ODD.parent / link.partition("#")[0]).resolve() for link in links(ODD)}
        for folder in SUB_MODEL_FOLDERS:
            files = [file for file in (ROOT / "sim" / folder).iterdir() if file.suffix in (".hpp", ".cpp")]
            self.assertTrue(files)
            for file in files:
                with self.subTest(file=str(file.relative_to(ROOT))):
                    self.assertTrue(file in linked, "ODD.md does not link it")

    def test_every_decision_is_linked(self) -> None:
        linked = {(ODD.parent / link.partition("#")[0]).resolve() for link in links(ODD)}
        decisions = sorted((ROOT / "sim" / "decisions").glob("*.md"))
        self.assertTrue(decisions)
        for decision in decisions:
            with self.subTest(decision=decision.name):
                self.assertTrue(decision in linked, "ODD.md does not link it")

    def test_lists_and_ranges_of_sections_are_understood(self) -> None:
        self.assertEqual(cited_sections("// One month (ODD 7.1-7.7,\n// 7.12). ODD 3. In 7.5 words."),
                         {"7.1", "7.7", "7.12", "3"})
