# SPDX-License-Identifier: Apache-2.0
"""The command line: what it refuses with exit code 2, what it prints where, and what the environment does."""

import json
import signal
import unittest

from program import COMMAND_LINE, INPUT_MISSING, TINY, TINY_RUN, ProgramTest

COMMANDS = ["run", "compare", "sweep", "sensitivity", "calibrate", "optimise", "attribute", "check", "published",
            "patterns", "list", "schema", "inspect", "export", "report", "verify", "bench"]


class Refusals(ProgramTest):
    def test_without_a_command_the_program_says_where_they_are_listed(self) -> None:
        self.assert_fails(self.run_program(), COMMAND_LINE, "no command given", "tujuh --help")

    def test_an_unknown_command_gets_the_nearest_name(self) -> None:
        self.assert_fails(self.run_program("comprae"), COMMAND_LINE, "unknown command 'comprae'",
                          "did you mean 'compare'?")

    def test_a_command_is_found_by_the_spelling_that_it_has(self) -> None:
        for word, meant in [("optimize", "optimise"), ("calibrat", "calibrate"), ("sensitivty", "sensitivity")]:
            with self.subTest(word):
                self.assert_fails(self.run_program(word, "x.toml"), COMMAND_LINE, f"unknown command '{word}'",
                                  f"did you mean '{meant}'?")

    def test_commands_that_carry_out_a_design_ask_for_one(self) -> None:
        for word in ["sweep", "sensitivity", "calibrate", "optimise"]:
            with self.subTest(word):
                self.assert_fails(self.run_program(word), COMMAND_LINE, f"'tujuh {word}' takes DESIGN", "none given")
                self.assert_fails(self.run_program(word, "x.toml"), INPUT_MISSING, "x.toml")

    def test_an_unknown_option_gets_the_nearest_name(self) -> None:
        self.assert_fails(self.run_program("run", "community", "--replicate", "3"), COMMAND_LINE,
                          "unknown option '--replicate'", "did you mean '--replicates'?")

    def test_an_option_that_another_command_has_is_unknown(self) -> None:
        self.assert_fails(self.run_program("schema", "--threads", "2"), COMMAND_LINE, "unknown option '--threads'")

    def test_an_option_is_not_guessed_from_its_beginning(self) -> None:
        self.assert_fails(self.run_program("run", "community", "--rep", "3"), COMMAND_LINE, "unknown option '--rep'")

    def test_an_unknown_letter_is_named(self) -> None:
        self.assert_fails(self.run_program("run", "community", "-z"), COMMAND_LINE, "unknown option '-z'")

    def test_a_number_out_of_range_or_no_number_at_all_is_told_with_the_range(self) -> None:
        for option, value in [("--replicates", "0"), ("--replicates", "many"), ("--seed", "-1"), ("--months", "2.5"),
                              ("--threads", "99999"), ("--seed", "4294967296")]:
            with self.subTest(option=option, value=value):
                self.assert_fails(self.run_program("run", "community", f"{option}={value}"), COMMAND_LINE,
                                  f"{option}: '{value}' is not allowed", "a whole number from")

    def test_a_wrong_word_is_told_with_those_that_are_allowed(self) -> None:
        self.assert_fails(self.run_program("list", "outcomes", "--lang", "ind"), COMMAND_LINE,
                          "--lang: 'ind' is not allowed", "en|id", "did you mean 'id'?")

    def test_too_few_and_too_many_operands_are_told(self) -> None:
        self.assert_fails(self.run_program("run"), COMMAND_LINE, "'tujuh run' takes SCENARIO", "none given")
        self.assert_fails(self.run_program("compare", "community"), COMMAND_LINE, "takes BASE ALTERNATIVE...")
        self.assert_fails(self.run_program("inspect", "a.h5", "b.h5"), COMMAND_LINE, "2 given")

    def test_an_unknown_list_row_or_outcome_gets_the_nearest_name(self) -> None:
        self.assert_fails(self.run_program("list", "outcome"), COMMAND_LINE, "did you mean 'outcomes'?")
        self.assert_fails(self.run_program("list", "activities", "2.9"), COMMAND_LINE, "unknown activity '2.9'")
        self.assert_fails(self.run_program("list", "outcomes", "headcout"), COMMAND_LINE, "did you mean 'headcount'?")
        self.assert_fails(self.run_program(*TINY_RUN, "--outcomes", "headcount,ginni"), COMMAND_LINE,
                          "unknown outcome 'ginni'", "did you mean 'gini'?")
        self.assertEqual(self.files(), [])

    def test_a_setting_of_the_command_line_is_checked_like_the_file(self) -> None:
        self.assert_fails(self.run_program("run", "community", "--set", "workers.fatigue_recovry=0.2"), COMMAND_LINE,
                          "fatigue_recovry", "did you mean")


class Help(ProgramTest):
    def test_help_goes_to_stdout_and_names_every_command(self) -> None:
        for arguments in [["--help"], ["-h"], ["help"]]:
            result = self.run_program(*arguments)
            self.assert_done(result)
            self.assertEqual(result.stderr, "")
            for command in COMMANDS:
                self.assertIn(f"\n  {command} ", result.stdout)

    def test_each_command_explains_itself_and_its_options(self) -> None:
        for command in COMMANDS:
            with self.subTest(command):
                result = self.run_program(command, "--help")
                self.assert_done(result)
                self.assertIn(f"usage: tujuh {command}", result.stdout)
                self.assertIn("--quiet", result.stdout)
                self.assertEqual(self.run_program("help", command).stdout, result.stdout)

    def test_the_first_steps_of_the_help_can_be_taken(self) -> None:
        steps = [line.split()[1:] for line in self.run_program("help").stdout.split("First steps:")[1].splitlines()
                 if line.startswith("  tujuh ")]
        self.assertEqual([step[0] for step in steps], ["list", "run", "compare", "sweep"])
        for step in steps:
            with self.subTest(step):
                looks_only = step[0] == "list" or "--dry-run" in step
                self.assert_done(self.run_program(*step, *([] if looks_only else ["--dry-run"])))

    def test_lines_of_help_fit_a_wide_terminal(self) -> None:
        for command in COMMANDS:
            for line in self.run_program(command, "--help").stdout.splitlines():
                self.assertLessEqual(len(line), 120, line)

    def test_the_version_names_program_commit_and_compiler(self) -> None:
        result = self.run_program("--version")
        self.assert_done(result)
        self.assertRegex(result.stdout, r"^tujuh \d+\.\d+\.\d+ \(.+, .+\)\n$")


class Streams(ProgramTest):
    def test_data_goes_to_stdout_and_messages_to_stderr(self) -> None:
        result = self.run_program(*TINY_RUN)
        self.assert_done(result)
        self.assertIn("Poverty headcount", result.stdout)
        self.assertNotIn("wrote", result.stdout)
        self.assertIn("wrote community.h5", result.stderr)
        self.assertIn("next: tujuh inspect community.h5", result.stderr)

    def test_json_on_stdout_is_json_alone(self) -> None:
        document = json.loads(self.run_program(*TINY_RUN, "--json").stdout)
        self.assertEqual(document["scenario"], "community")
        self.assertEqual(document["file"], "community.h5")
        self.assertEqual(document["ticks"], 3)
        for listed in ["parameters", "activities", "outcomes", "scenarios"]:
            rows = json.loads(self.run_program("list", listed, "--json").stdout)[listed]
            self.assertGreater(len(rows), 4, listed)

    def test_a_reader_that_goes_away_ends_the_program_without_a_word(self) -> None:
        for command in [["list", "parameters"], ["schema"]]:
            process = self.start_program(*command)
            process.stdout.close()
            self.assertEqual(process.stderr.read(), "")
            self.assertEqual(process.wait(timeout=60), -signal.SIGPIPE)

    def test_quiet_says_nothing_on_stderr(self) -> None:
        result = self.run_program(*TINY_RUN, "--quiet")
        self.assert_done(result)
        self.assertEqual(result.stderr, "")

    def test_progress_on_a_pipe_is_a_line_every_twentieth(self) -> None:
        result = self.run_program(*TINY_RUN, "--months", "98")
        lines = [line for line in result.stderr.splitlines() if " %, month " in line]
        self.assertEqual(len(lines), 20)
        self.assertIn("of 100", lines[0])
        self.assertNotIn("\r", result.stderr)

    def test_progress_can_be_a_bar_or_nothing(self) -> None:
        self.assertNotIn(" %, month ", self.run_program(*TINY_RUN, "--progress", "none").stderr)
        self.assertNotIn("\n 100 %", self.run_program(*TINY_RUN, "--progress", "bar", "--force").stderr)

    def test_there_is_no_colour_on_a_pipe_unless_it_is_asked_for(self) -> None:
        arguments = ["compare", "community", "other.toml", *TINY, "--months", "3", "--replicates", "2", "--force",
                     "--outcomes", "idle_hours"]
        self.write("other.toml", '# ?\nformat = 1\nextends = "community"\n[workers]\n'
                   'task_mix = { "1" = 0.0, "2" = 1.0, "6" = 0.0 }\n')
        escape = "\033["
        self.assertNotIn(escape, self.run_program(*arguments).stdout)
        always = self.run_program(*arguments, "--color", "always")
        self.assert_done(always)
        self.assertEqual(escape in always.stdout, "*" in always.stdout.split("*  the interval")[0])
        no_color = self.run_program(*arguments, "--color", "auto", environment={"NO_COLOR": "1"})
        self.assertNotIn(escape, no_color.stdout + no_color.stderr)


class Notes(ProgramTest):
    """A mix over all seven tasks, of which one is switched off."""

    def test_hours_that_pass_on_to_other_tasks_are_said_once_and_not_with_quiet(self) -> None:
        self.write("mix.toml", '# ?\nformat = 1\nextends = "community"\n\n[[policy]]\nid = "outreach"\n'
                   'from_month = 2\nworkers.task_mix = { "1" = 0.20, "2" = 0.35, "3" = 0.10, "4" = 0.07, "5" = 0.05, '
                   '"6" = 0.15, "7" = 0.08 }\n' + "".join(
                       f'activities."7.{i}".enabled = false\n' for i in (1, 2, 3)))
        note = ("note: mix.toml:8:9: policy.outreach.workers.task_mix: every activity of task 7 is "
                "switched off: its 0.08 of the hours pass on to the others\n")
        small = [*TINY, "--months", "3"]
        for command in [["run", "mix.toml", *small], ["compare", "community", "mix.toml", *small],
                        ["attribute", "mix.toml", "--activities", *small], ["check", "mix.toml"]]:
            with self.subTest(command[0]):
                result = self.run_program(*command)
                self.assert_done(result)
                self.assertEqual(result.stderr.count(note), 1, result.stderr)
                self.assertNotIn("note:", result.stdout)
                forced = [] if command[0] == "check" else ["--force"]
                self.assertEqual(self.run_program(*command, "--quiet", *forced).stderr, "")
        document = json.loads(self.run_program("check", "mix.toml", "--json").stdout)
        self.assertEqual(len(document[0]["notes"]), 1)
        self.assertTrue(document[0]["valid"])


class Languages(ProgramTest):
    def test_titles_of_outcomes_activities_and_scenarios_can_be_indonesian(self) -> None:
        result = self.run_program(*TINY_RUN, "--lang", "id")
        self.assert_done(result)
        self.assertIn("Persentase penduduk miskin", result.stdout)
        self.assertIn("Satu komunitas di Jawa Tengah", result.stdout)
        self.assertIn("Merujuk dan mendampingi klien", self.run_program("list", "activities", "--lang", "id").stdout)
        self.assertIn("Satu komunitas", self.run_program("list", "scenarios", "--lang", "id").stdout)

    def test_titles_are_english_otherwise(self) -> None:
        self.assertIn("Refer and accompany", self.run_program("list", "activities").stdout)


class Lists(ProgramTest):
    def test_one_row_is_shown_in_full(self) -> None:
        result = self.run_program("list", "activities", "2.4")
        self.assert_done(result)
        for part in ["2.4", "Refer and accompany", "months_to_service", "done_by", "social worker"]:
            self.assertIn(part, result.stdout)

    def test_a_task_or_a_group_of_parameters_is_shown_as_a_table(self) -> None:
        tasks = self.run_program("list", "activities", "6").stdout.splitlines()
        self.assertEqual([line.split()[0] for line in tasks[2:]], ["6.1", "6.2", "6.3", "6.4", "6.5", "6.6"])
        resources = self.run_program("list", "parameters", "resources").stdout.splitlines()
        self.assertGreater(len(resources), 3)
        self.assertTrue(all(line.startswith("resources.") for line in resources[2:]))

    def test_every_row_of_the_lists_has_a_meaning(self) -> None:
        for row in json.loads(self.run_program("list", "parameters", "--json").stdout)["parameters"]:
            self.assertTrue(row["meaning"] and row["unit"] and row["source"], row["key"])
        for row in json.loads(self.run_program("list", "outcomes", "--json").stdout)["outcomes"]:
            self.assertTrue(row["definition"] and row["title"] and row["unit"], row["name"])

    def test_the_schema_is_a_json_document(self) -> None:
        self.assertIn("$schema", json.loads(self.run_program("schema").stdout))


class Environment(ProgramTest):
    def seed_of(self, *arguments: str, **environment: str) -> str:
        result = self.run_program(*TINY_RUN, "--force", "--verbose", *arguments, environment=environment)
        self.assert_done(result)
        return next(line for line in result.stderr.splitlines() if line.startswith("result hash"))

    def test_a_variable_stands_for_an_option_and_a_flag_goes_before_it(self) -> None:
        with_seed_7 = self.seed_of("--seed", "7")
        self.assertNotEqual(with_seed_7, self.seed_of())
        self.assertEqual(with_seed_7, self.seed_of(TUJUH_SEED="7"))
        self.assertEqual(with_seed_7, self.seed_of("--seed", "7", TUJUH_SEED="8"))
        self.assertEqual(with_seed_7, self.seed_of("--set", "seed=7", TUJUH_SEED="8"))

    def test_a_wrong_value_names_the_variable(self) -> None:
        self.assert_fails(self.run_program(*TINY_RUN, environment={"TUJUH_THREADS": "two"}), COMMAND_LINE,
                          "TUJUH_THREADS: 'two' is not allowed")

    def test_a_misspelt_variable_is_pointed_out(self) -> None:
        result = self.run_program("list", "scenarios", "--quiet", environment={"TUJUH_TREADS": "2"})
        self.assert_done(result)
        self.assertEqual(result.stderr, "tujuh: the variable TUJUH_TREADS is not known and has no effect; "
                         "did you mean TUJUH_THREADS?\n")

    def test_a_variable_that_nothing_is_like_is_pointed_out_with_those_that_are_known(self) -> None:
        # A flag without a value has no variable, so this one would be passed over in silence.
        for variable in ["TUJUH_WEATHER", "TUJUH_FORCE"]:
            with self.subTest(variable):
                result = self.run_program("list", "scenarios", environment={variable: "1"})
                self.assert_done(result)
                self.assertIn(f"tujuh: the variable {variable} is not known and has no effect (known: ", result.stderr)
                self.assertIn("TUJUH_SCENARIOS", result.stderr)
                self.assertIn("TUJUH_THREADS", result.stderr)

    def test_known_variables_are_not_warned_of(self) -> None:
        known = {"TUJUH_THREADS": "2", "TUJUH_SEED": "3", "TUJUH_PROGRESS": "none", "TUJUH_LANG": "id"}
        self.assertEqual(self.run_program("list", "scenarios", environment=known).stderr, "")

    def test_the_number_of_threads_changes_no_bit(self) -> None:
        one = self.seed_of("--threads", "1", "--replicates", "3")
        self.assertEqual(one, self.seed_of("--threads", "2", "--replicates", "3"))
        self.assertEqual(one, self.seed_of("--threads", "5", "--replicates", "3"))


if __name__ == "__main__":
    unittest.main()
