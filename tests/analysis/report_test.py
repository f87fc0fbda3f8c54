# SPDX-License-Identifier: Apache-2.0
"""The report: one page that is whole by itself, says what the numbers say, and lets no name become code."""

import contextlib
import csv
import io
import os
import pathlib
import re
import shutil
import subprocess
import unittest
import urllib.parse
import warnings

import h5py
import numpy
import pandas

import page
import report
import report_context
import report_findings
import report_sensitivity
import report_words
import scenario_texts
import tujuh_results
from sample_result import WithSampleResult
from shown_page import InChromium, Page

HOSTILE = "<script>alert(1)</script>&\"'$x_1$"


def add_group(file: h5py.File, path: str, axes: dict, arrays: dict, labels: dict | None = None) -> None:
    """Writes a group as FORMAT.md lays it out: `axes` name to values, `arrays` name to (axes, values), `labels` name
    to (axis, values)."""
    if path in file:
        del file[path]
    group = file.create_group(path)
    for name, values in axes.items():
        group[name] = list(values) if isinstance(values[0], str) else numpy.array(values, dtype="i4")
        group[name].make_scale(name)
    for name, (dims, values) in {**arrays, **(labels or {})}.items():
        group[name] = values
        for i, dim in enumerate([dims] if isinstance(dims, str) else dims):
            group[name].dims[i].attach_scale(group[dim])
    for name in arrays:
        group[name].attrs["coordinates"] = " ".join(labels or {})


def titled(axis: str, names: list[str]) -> dict:
    return {f"{axis}_title": (axis, [f"{name} in words" for name in names]),
            f"{axis}_title_id": (axis, [f"{name} dengan kata" for name in names])}


def add_window(file: h5py.File, alternative: str) -> None:
    """Coverage of the poor rises for certain, that of the eligible by itself only, of headcount nothing is known,
    and the gap is the same in all replicates."""
    outcomes = ["coverage_of_poor", "coverage_of_eligible", "headcount", "poverty_gap"]
    values = {"base": [0.60, 0.35, 0.09, 0.014], "alternative": [[0.612, 0.36, 0.0895, 0.014]],
              "difference": [[0.012, 0.010, -0.0005, 0.0]], "standard_error": [[0.002, 0.004, 0.0004, 0.0]],
              "low": [[0.008, 0.001, -0.0014, 0.0]], "high": [[0.016, 0.019, 0.0004, 0.0]],
              "p_value": [[0.001, 0.03, 0.2, 1.0]], "holm_p_value": [[0.004, 0.09, 0.4, 1.0]],
              "replicates_needed": [[numpy.nan, numpy.nan, 37.0, numpy.nan]]}
    arrays = {name: ("outcome" if name == "base" else ["scenario", "outcome"], numbers) for name, numbers in values.items()}
    add_group(file, "comparison/window", {"scenario": [alternative], "outcome": outcomes}, arrays,
              {"outcome_unit": ("outcome", ["share", "share", "share of persons", "share of the line"]),
               **titled("outcome", outcomes)})


def add_flows(file: h5py.File, alternative: str) -> None:
    names = ["kept", "gained", "lost", "never", "stayed_poor", "out_of_poverty", "into_poverty", "never_poor", "left_out"]
    amounts = {"gained": 654321.0, "lost": 123456.0, "out_of_poverty": 20000.0, "into_poverty": 5000.0, "left_out": 0.0}
    axes = {"scenario": [alternative], "replicate": [0, 1, 2], "tick": [11, 23]}
    national = {name: (list(axes), numpy.full((1, 3, 2), amounts.get(name, 1e6))) for name in names}
    add_group(file, "flows", axes, national)
    groups = [str(i) for i in range(1, 11)]
    add_group(file, "flows/decile", {**axes, "group": groups},
              {name: ([*axes, "group"], numpy.full((1, 3, 2, 10), amounts.get(name, 1e6) / 10)) for name in names},
              titled("group", groups))


def add_sensitivity(file: h5py.File) -> None:
    axes = {"outcome": ["coverage_of_poor", "headcount"], "factor": ["needs.care_base", "workforce.social_worker"]}
    numbers = {"mean": [[-0.01, 0.03]], "mean_absolute": [[0.011, 0.031]], "mean_absolute_low": [[0.008, 0.025]],
               "mean_absolute_high": [[0.014, 0.036]], "spread": [[0.004, 0.01]]}
    chance = [[0.003, 0.003], [0.03, 0.03]]  # the headcount's effects are not told from it
    add_group(file, "sensitivity", axes,
              {"chance": (list(axes), chance), **{name: (list(axes), 2 * values) for name, values in numbers.items()}},
              {"outcome_unit": ("outcome", ["share", "share of persons"]), **titled("outcome", axes["outcome"]),
               **titled("factor", axes["factor"])})


def add_pairs(file: h5py.File) -> None:
    outcomes = [name for name in file["shapley/outcome"].asstr()[()]]
    pairs = ["1-2", "2-6", "3-4"]
    value = numpy.tile([[0.001], [0.02], [0.0]], (1, len(outcomes)))
    half = numpy.tile([[0.005], [0.005], [0.0]], (1, len(outcomes)))  # one pair is the same in every replicate
    add_group(file, "shapley/pairs", {"pair": pairs, "outcome": outcomes},
              {"interaction": (["pair", "outcome"], value), "low": (["pair", "outcome"], value - half),
               "high": (["pair", "outcome"], value + half)},
              {"outcome_unit": ("outcome", ["share"] * len(outcomes)), **titled("pair", pairs)})


class WithPages(WithSampleResult):
    """Has `full.h5`, in which every group of the format stands, and its page in both languages."""

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        shutil.copy(cls.folder / "compare.h5", cls.folder / "full.h5")
        with h5py.File(cls.folder / "full.h5", "r+") as file:
            alternative = list(file["scenarios"])[0]
            add_window(file, alternative)
            add_flows(file, alternative)
            add_sensitivity(file)
            add_pairs(file)
        cls.pages = {language: cls.page_of("full", language) for language in ("en", "id")}

    @classmethod
    def page_of(cls, kind: str, language: str) -> str:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            result = tujuh_results.open_result(cls.folder / f"{kind}.h5")
            return report.page_of(result, language, f"{kind}.h5")


class Reports(WithPages):
    def assert_says(self, text: str, *parts: str) -> None:
        """Like assertIn, without the whole page in the message."""
        for part in parts:
            self.assertTrue(part in text, f"the page does not say {part!r}")

    def run_report(self, *arguments: str) -> tuple[int, str, str]:
        said, complained = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(complained):
            code = report.main([str(argument) for argument in arguments])
        return code, said.getvalue(), complained.getvalue()

    def test_every_kind_of_file_gives_a_page_in_both_languages(self) -> None:
        for kind in ("compare", "run", "one"):
            for language in ("en", "id"):
                with self.subTest(kind, language=language):
                    found = Page(self.page_of(kind, language))
                    self.assertEqual(found.of("html"), [{"lang": language}])
                    self.assertGreater(len(found.of("svg")), 1)

    def test_the_page_refers_to_nothing_outside_itself(self) -> None:
        for language, text in self.pages.items():
            with self.subTest(language):
                found = Page(text)
                ids = {attributes["id"] for _, attributes in found.tags if "id" in attributes}
                self.assertEqual([], found.of("script") + found.of("img") + found.of("iframe"))
                for tag, attributes in found.tags:
                    for name in ("href", "src", "xlink:href", "action", "srcset"):
                        target = attributes.get(name, "data:")
                        self.assertTrue(target.startswith("data:") or target.removeprefix("#") in ids, (tag, target))
                    for value in attributes.values():
                        for target in re.findall(r"url\(#?([^)]*)\)", value or ""):
                            self.assertIn(target, ids)
                    self.assertFalse([name for name in attributes if name.startswith("on")])
                self.assertNotIn("@import", page.STYLE)
                self.assertNotIn("url(", page.STYLE)

    def test_an_id_stands_once(self) -> None:
        ids = [attributes["id"] for _, attributes in Page(self.pages["en"]).tags if "id" in attributes]
        self.assertEqual(sorted(ids), sorted(set(ids)))

    def test_each_figure_can_be_read_aloud_and_taken_away(self) -> None:
        for language, text in self.pages.items():
            with self.subTest(language):
                found = Page(text)
                self.assertEqual(len(found.of("svg")), len(found.of("figure")))
                self.assertEqual(len(found.of("desc")), len(found.of("svg")))
                self.assertTrue(all(svg.get("role") == "img" and svg.get("aria-labelledby") for svg in found.of("svg")))
                self.assertTrue(all("scope" in head for head in found.of("th")))
                links = [link for link in found.of("a") if "download" in link]
                self.assertGreaterEqual(len(links), len(found.of("figure")))
                names = [link["download"] for link in links]
                self.assertEqual(len(names), len(set(names)))
                for link in links:
                    content = urllib.parse.unquote(link["href"].split(",", 1)[1])
                    self.assertGreater(len(pandas.read_csv(io.StringIO(content))), 0, link["download"])

    def test_headings_go_down_step_by_step(self) -> None:
        levels = [int(tag[1]) for tag, _ in Page(self.pages["en"]).tags if re.fullmatch("h[1-6]", tag)]
        self.assertEqual((levels[0], levels.count(1)), (1, 1))
        self.assertTrue(all(after - before <= 1 for before, after in zip(levels, levels[1:])))

    def test_no_name_from_a_file_becomes_markup(self) -> None:
        path = self.folder / "hostile.h5"
        shutil.copy(self.folder / "full.h5", path)
        with h5py.File(path, "r+") as file:
            text = file["scenario/resolved_text"].asstr()[()]
            self_made = f'\n[[policy]]\nid = "{HOSTILE[:3]}"\nfrom_month = 6\ntitle = "{HOSTILE[:25]}"\nneeds.care_base = 0.5\n'
            for group in [file, *file["scenarios"].values()]:
                group["scenario"].attrs["title"] = group["scenario"].attrs["title_id"] = HOSTILE
                for titles in (group["ledger/programme_title"], group["groups/decile/group_title"]):
                    titles[...] = [HOSTILE] * len(titles)
            file["comparison/window/outcome_title"][...] = [HOSTILE] * 4
            next(iter(file["scenarios"].values()))["scenario/resolved_text"][()] = text + self_made
            file.attrs["command"] = file.attrs["git_commit"] = HOSTILE
        found = Page(self.page_of("hostile", "en"))
        self.assertEqual(found.of("script"), [])
        self.assert_says(found.text(), HOSTILE)
        drawn = [data for data in found.texts if HOSTILE in data]
        self.assertGreater(len(drawn), 3)

    def test_a_spreadsheet_takes_no_name_for_a_formula(self) -> None:
        table = pandas.DataFrame({"name": ["=1+1", "+a", "-b", "@c", "plain", 'q"u,o'], "value": [-1.5, 2, 3, 4, 5, 6]})
        rows = list(csv.reader(io.StringIO(page.csv_text(table))))
        self.assertEqual([row[0] for row in rows[1:]], ["'=1+1", "'+a", "'-b", "'@c", "plain", 'q"u,o'])
        self.assertEqual(rows[1][1], "-1.5")

    def test_control_characters_do_not_reach_the_page(self) -> None:
        self.assertEqual(page.element("p", "a\x00b\x1bc\td").text, "a\ufffdb\ufffdc\td")

    def test_a_file_without_findings_says_which_command_makes_them(self) -> None:
        text = Page(self.page_of("one", "en")).text()
        for command in ("tujuh compare", "tujuh attribute", "tujuh sensitivity"):
            self.assert_says(text, command)

    def test_the_factor_that_an_outcome_hangs_on_is_said_with_its_interval(self) -> None:
        result = tujuh_results.open_result(self.folder / "full.h5")
        self.assertEqual(
            report_sensitivity.findings(report_context.Report(result, "en", "full.h5")),
            ["coverage_of_poor in words hangs most on “workforce.social_worker in words”: 3.10 percentage points as it "
             "moves through its range (95\u00a0% interval 2.50 to 3.60). 2 of 2 factors do more than chance.",
             "No factor moves headcount in words by more than chance."])

    def test_sections_stand_in_their_order(self) -> None:
        ids = [attributes["id"] for attributes in Page(self.pages["en"]).of("section")]
        self.assertEqual(ids, [name for name in report.SECTIONS if name in ids])
        self.assertTrue({"findings", "differ", "over_time", "deciles", "flows", "map", "tasks", "cost", "sensitivity",
                         "limits", "reproduce"} <= set(ids))

    def test_the_page_is_the_same_each_time(self) -> None:
        self.assertEqual(self.page_of("full", "id"), self.pages["id"])

    def test_findings_are_said_with_interval_or_with_the_replicates_that_would_do(self) -> None:
        self.assert_says(
            Page(self.pages["en"]).text(),
            "coverage_of_poor in words rises by 1.20 percentage points, to 61.2 % from 60.0 % (95 % interval 0.80 to "
            "1.60).",
            "Cannot be told with 3 replicates: headcount in words (about 40 would do).",
            "among so many comparisons it may be", "No different in any replicate: poverty_gap in words.",
            "Of 4 comparisons 1 stand after correction")
        self.assert_says(
            Page(self.pages["id"]).text(),
            "coverage_of_poor dengan kata naik 1,20 poin persentase, dari 60,0 % menjadi 61,2 % (selang 95 % 0,80 "
            "sampai 1,60).",
            "Belum dapat dipastikan dengan 3 ulangan: headcount dengan kata (sekitar 40 ulangan akan cukup).")

    def test_what_chance_may_have_done_is_no_headline(self) -> None:
        for language, moved, nothing in (
                ("en", "workforce.social_worker in words moves coverage_of_poor in words most",
                 "No factor moves headcount in words by more than chance"),
                ("id", "workforce.social_worker dengan kata paling menggerakkan coverage_of_poor dengan kata",
                 "Tidak ada faktor yang menggerakkan headcount dengan kata melebihi kebetulan")):
            self.assert_says(Page(self.pages[language]).text(), moved, nothing)

    def test_winners_and_losers_are_told_with_three_digits(self) -> None:
        self.assert_says(Page(self.pages["en"]).text(), "654,000 households gained help, 123,000 lost it, +531,000 on balance")

    def test_assumed_parameters_are_counted_from_the_file(self) -> None:
        result = tujuh_results.open_result(self.folder / "full.h5")
        kinds = result.parameters["source_kind"].value_counts()
        text = Page(self.pages["en"]).text()
        self.assert_says(text, f"Of {len(result.parameters)} parameters", f"{kinds.get('assumed', 0)} assumed")

    def test_the_reader_can_repeat_it(self) -> None:
        text = Page(self.pages["en"]).text()
        result = tujuh_results.open_result(self.folder / "full.h5")
        for part in ("tujuh verify full.h5", result.attrs["command"], result.attrs["result_hash"],
                     result.attrs["git_commit"], result.attrs["seed_text"]):
            self.assert_says(text, part)

    def test_titles_of_tasks_are_those_of_the_program(self) -> None:
        shapley = tujuh_results.open_result(self.folder / "compare.h5").shapley
        for language, label in (("en", "task_title"), ("id", "task_title_id")):
            self.assertEqual(report_words.TASKS[language],
                             dict(zip(shapley["task"].values, shapley[label].values)))

    def test_both_languages_say_the_same_things(self) -> None:
        english, indonesian = (report_words.WORDS[language] for language in ("en", "id"))
        self.assertEqual(set(english), set(indonesian))
        for key, text in english.items():
            with self.subTest(key):
                self.assertEqual(set(re.findall(r"{(\w+)}", text)), set(re.findall(r"{(\w+)}", indonesian[key])))

    def test_a_page_that_exists_is_replaced_only_by_force(self) -> None:
        output = self.folder / "page.html"
        output.write_text("mine", encoding="utf-8")
        code, said, complaint = self.run_report(self.folder / "one.h5", "--output", output)
        self.assertEqual((code, said, output.read_text()), (73, "", "mine"))
        self.assertIn("--force", complaint)
        code, said, _ = self.run_report(self.folder / "one.h5", "--output", output, "--force", "--lang", "id")
        self.assertEqual((code, said), (0, f"{output}\n"))
        self.assertIn('<html lang="id">', output.read_text(encoding="utf-8"))

    def test_what_cannot_be_read_or_written_is_one_sentence_and_leaves_nothing(self) -> None:
        (self.folder / "text.h5").write_text("no result", encoding="utf-8")
        output = self.folder / "never.html"
        for result, code in (("text.h5", 65), ("nowhere.h5", 66)):
            found, said, complaint = self.run_report(self.folder / result, "--output", output)
            self.assertEqual((found, said, complaint.count("\n")), (code, "", 1))
            self.assertFalse(output.exists())
        found, _, complaint = self.run_report(self.folder / "one.h5", "--output", self.folder / "no" / "page.html")
        self.assertEqual((found, complaint.count("\n")), (74, 1))

    def test_the_program_calls_the_script_and_passes_on_what_it_says(self) -> None:
        program = [os.environ["TUJUH_PROGRAM"], "report", "one.h5"]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("TUJUH_")}
        environment["TUJUH_SCENARIOS"] = str(pathlib.Path(os.environ["TUJUH_SOURCE_DIR"], "scenarios"))
        run = lambda *more: subprocess.run([*program, *more], cwd=self.folder, capture_output=True, text=True,
                                           check=False, env=environment)
        done = run("--lang", "id")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "one.html\n", ""))
        self.assertIn('<html lang="id">', (self.folder / "one.html").read_text(encoding="utf-8"))
        self.assertEqual(run().returncode, 73)
        self.assertEqual(run("--force").returncode, 0)
        with h5py.File(self.folder / "one.h5", "r+") as file:
            kept = file["series/headcount"][0, 0]
            file["series/headcount"][0, 0] = kept + 1
        changed = run("--force")
        self.assertEqual(changed.returncode, 65)
        self.assertIn("hash does not hold", changed.stderr)
        with h5py.File(self.folder / "one.h5", "r+") as file:
            file["series/headcount"][0, 0] = kept


class Sentences(unittest.TestCase):
    def row(self, **values):
        columns = {"scenario": "a", "outcome": "headcount", "title": "Headcount", "unit": "share", "base": 0.1,
                   "level": 0.11, "difference": 0.01, "low": 0.005, "high": 0.015, "holm": 0.01, "needed": numpy.nan}
        return next(pandas.DataFrame([columns | values]).itertuples())

    def test_verdicts(self) -> None:
        for values, verdict in (({}, "clear"), ({"holm": 0.06}, "alone"), ({"holm": numpy.nan}, "clear"),
                                ({"low": -0.001}, "unclear"), ({"low": numpy.nan, "high": numpy.nan}, "no_interval"),
                                ({"difference": 0.0, "low": 0.0, "high": 0.0}, "same")):
            with self.subTest(**values):
                self.assertEqual(report_findings.verdict(self.row(**values)), verdict)

    def test_replicates_needed_of_a_known_spread(self) -> None:
        paired = numpy.array([1.0, -1.0, 2.0, 0.0])  # mean 0.5, variance 5/3
        self.assertEqual(report_findings.replicates_needed(paired, -1.0, 2.0), numpy.ceil(7.85 * (5 / 3) / 0.25 + 1.92))
        self.assertTrue(numpy.isnan(report_findings.replicates_needed(paired, 0.1, 2.0)))

    def test_a_number_of_replicates_is_said_in_its_order_of_size(self) -> None:
        for count, said in ((12, "about 12"), (37, "about 40"), (141, "about 150"), (512, "about 600"),
                            (1001, "more than 1,000")):
            self.assertEqual(report_findings.replicates_text(count, "en"), said)

    def test_a_difference_and_its_interval_have_the_same_decimals(self) -> None:
        row = self.row(unit="months", difference=-12.21, low=-14.7, high=-9.58)
        self.assertEqual(report_findings.interval_text(row, "en"), "−14.7 to −9.6")
        self.assertEqual(report_findings.signed_text(row.difference, row, "en"), "−12.2")


class ScenarioTexts(unittest.TestCase):
    BASE = 'title = "Base"\nseed = 1\n\n[workers]\ntask_mix = { 1 = 0.3, 2 = 0.7 }\n\n[needs]\nweight = 0.2\n'

    def test_equal_texts_do_not_differ(self) -> None:
        self.assertEqual(scenario_texts.changes(self.BASE, self.BASE.replace("Base", "Other")), [])

    def test_a_changed_key_and_the_changed_parts_of_a_policy(self) -> None:
        policy = '\n[[policy]]\nid = "p"\nfrom_month = 24\ntitle = "A \\"p\\""\nworkers.task_mix = { 1 = 0.3, 2 = 0.6, 7 = 0.1 }\n'
        rows = scenario_texts.changes(self.BASE, self.BASE.replace("0.2", "0.25") + policy)
        self.assertEqual([row[:3] for row in rows], [("needs.weight", "0.2", "0.25"), ("workers.task_mix.2", "0.7", "0.6"),
                                                     ("workers.task_mix.7", None, "0.1")])
        self.assertEqual((rows[1][3].from_month, rows[1][3].title), ("24", 'A "p"'))


@unittest.skipUnless(shutil.which("chromium"), "chromium is not installed: ./tujuh setup --quality installs it")
class InABrowser(InChromium, WithPages):
    """The page in Chromium."""

    def test_it_opens_without_a_request_and_without_an_error(self) -> None:
        for language, text in self.pages.items():
            with self.subTest(language):
                others, console, shown = self.load(text)
                self.assertEqual(([], []), (others, console))
                self.assertEqual(shown.count("<svg"), text.count("<svg"))

    def test_the_test_sees_requests_and_errors_where_there_are_some(self) -> None:
        others, console, _ = self.load('<!DOCTYPE html><img src="http://elsewhere.test/x.png"><script>undefined_name()</script>')
        self.assertIn("http://elsewhere.test/x.png", others)
        self.assertTrue(any("undefined_name" in line for line in console))


if __name__ == "__main__":
    unittest.main()
