// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"

#include <fmt/format.h>

#include <limits>

namespace tujuh {

namespace {

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

std::vector<CommandRow> make_rows() {
    using enum Option;
    const auto all = [](std::vector<Option> own, bool simulates) {
        if (simulates) own.insert(own.end(), {set, seed, replicates, months, threads, progress});
        own.insert(own.end(), {json, quiet, verbose, color, help});
        return own;
    };
    return {
        {"run", "SCENARIO", 1, 1, "simulate one scenario and write what came out",
         "Writes SCENARIO.h5 into the present folder unless -o names another file, and prints the headline "
         "outcomes at\n"
         "the start and at the end. Ctrl-C, SIGTERM and --max-walltime stop after the month under way and "
         "leave\n"
         "a checkpoint beside the result (FILE.h5.checkpoint). The same command with --resume goes on from "
         "it,\n"
         "with any number of threads or processes, to the same result.",
         all({output, resume, checkpoint_every, max_walltime, outcomes, dry_run, force, lang}, true),
         run_command},
        {"compare", "BASE ALTERNATIVE...", 2, any_number,
         "simulate scenarios with the same random numbers and print what differs",
         "Every scenario lives through the same illnesses, harvests and disasters as BASE, replicate by "
         "replicate, so\n"
         "that what differs is what the scenarios differ in. Seed, replicates and months are those of BASE;\n"
         "population, burn-in, start and programmes must be the same. One star: the 95 % interval of the "
         "difference excludes\n"
         "zero; two: it still does when corrected for the number of comparisons shown (Holm 1979). Below "
         "each "
         "table stands\n"
         "who gains and who loses coverage, as the same household lives in both worlds. Writes "
         "BASE_compare.h5 into\n"
         "the present folder unless -o names another file. Finished replicates stand in FILE.h5.parts until "
         "all are done,\n"
         "so that a comparison that was stopped or killed goes on with --resume.",
         all({output, resume, max_walltime, outcomes, dry_run, force, lang}, true), compare_command},
        {"sweep", "DESIGN", 1, 1, "simulate a scenario at many points of its parameters",
         "A design is a scenario file with kind = \"design\" that says which keys vary, over which ranges, "
         "at "
         "which points and\n"
         "which outcomes are kept; all points are checked before the first run. Writes DESIGN.h5 into the "
         "present "
         "folder unless\n"
         "-o names another file. Finished batches of points stand in DESIGN.h5.parts until all are done, so "
         "that a "
         "sweep that\n"
         "was stopped or killed goes on with --resume. Threads, mpirun, --shard and interruptions change no "
         "byte "
         "of the file.\n"
         "Points that fail are recorded with the reason, and the exit code is 3.",
         all({output, resume, retry_failed, shard, max_walltime, dry_run, force, lang}, true), sweep_command},
        {"sensitivity", "DESIGN", 1, 1, "rank parameters by what they do to coverage and equity",
         "Carries out a design with method = \"morris\" or \"saltelli\" as 'tujuh sweep' does, with the same "
         "file, and prints\n"
         "the factors by what they do to each outcome: mean absolute effects (Morris) or shares of the "
         "variance "
         "(Sobol'),\n"
         "with 95 % intervals. What the luck of the replicates alone would give is told apart; that takes "
         "two "
         "replicates or\n"
         "more. Points that fail are declared, and the exit code is 3.",
         all({output, outcomes, resume, retry_failed, shard, max_walltime, dry_run, force, lang}, true),
         sensitivity_command},
        {"calibrate", "DESIGN", 1, 1, "fit parameters to published figures",
         "A design with method = \"least_squares\" or \"rejection\" names factors and targets, some of which "
         "may be "
         "held out.\n"
         "Least squares searches for the point nearest to the targets and says how exactly it is known, "
         "which "
         "factors are\n"
         "not told apart and which target pulls which factor; a rejection gives a distribution. With "
         "--recover the "
         "targets\n"
         "are what the scenario itself gives, so that its own values should be found again. Writes DESIGN.h5 "
         "into "
         "the\n"
         "present folder unless -o names another file. What is done stands in DESIGN.h5.parts until the end, "
         "and "
         "--resume\n"
         "goes on after it. --shard, mpirun and --retry-failed are for rejection.",
         all({output, recover, resume, retry_failed, shard, max_walltime, dry_run, force, lang}, true),
         calibrate_command},
        {"optimise", "DESIGN", 1, 1, "find the best mix of tasks, number or placement of workers",
         "A design with method = \"evolution\" names factors, objectives and limits, such as a budget. "
         "Prints the "
         "point with the\n"
         "best first objective and the trade-offs between all of them, from replicates that the search did "
         "not see, "
         "with\n"
         "intervals of the difference to the scenario itself. Writes DESIGN.h5 into the present folder "
         "unless -o "
         "names\n"
         "another file. What is done stands in DESIGN.h5.parts until the end, and --resume goes on after it.",
         all({output, resume, max_walltime, dry_run, force, lang}, true), optimise_command},
        {"attribute", "SCENARIO", 1, 1, "find what each task or activity of social work contributes",
         "Runs all 128 coalitions of the seven tasks and prints the Shapley value of each task, which sum to "
         "the whole\n"
         "effect: for each outcome shown, for the first of them also by group and by year, and which two "
         "tasks "
         "act together\n"
         "most. With --activities each activity in turn becomes a sham: it takes its candidates, hours and "
         "travel "
         "as before\n"
         "and has no effect. What then differs is what the activity does. A placebo must move nothing. "
         "Writes a file\n"
         "only where -o names one; then finished replicates stand in FILE.h5.parts until all are done, and "
         "--resume goes on\n"
         "after them.",
         all({activities, reallocate, output, resume, max_walltime, outcomes, dry_run, force, lang}, true),
         attribute_command},
        {"check", "SCENARIO...", 1, any_number,
         "read scenarios, name every problem, estimate time and memory",
         "Simulates nothing and writes nothing.", all({set, seed, replicates, months, threads}, false),
         check_command},
        {"published", "SCENARIO", 1, 1, "print the model beside the published figures",
         "A Markdown table: headcount, Gini and mean consumption of each province, which are held by "
         "construction, and\n"
         "the poverty gap and severity, which are not. Means over the replicates in the first month.",
         all({}, true), published_command},
        {"patterns", "", 0, 0, "repeat published studies in the model and print model beside published",
         "Runs the scenarios of scenarios/patterns/ and prints each published figure with its range, the "
         "model's and whether\n"
         "it hits. What a parameter was fitted to is marked; all else is a check. Writes a file only where "
         "-o names one.",
         all({output, dry_run, force, lang}, true), patterns_command},
        {"list", "parameters|activities|outcomes|scenarios [NAME]", 1, 2,
         "list what can be set, done, measured and run",
         "With NAME only that row, in full; a NAME such as \"resources\" or \"2\" shows the rows that begin "
         "so.",
         all({lang}, false), list_command},
        {"schema", "", 0, 0, "print the JSON Schema of scenario files, for editors", "", all({}, false),
         schema_command},
        {"inspect",
         "FILE.h5",
         1,
         1,
         "say what a result holds, where it came from and how to open it",
         "",
         {quiet, verbose, color, help},
         inspect_command},
        {"verify",
         "FILE.h5",
         1,
         1,
         "run a result again from what it carries, and compare",
         "Runs the scenarios that stand in the file, with its seed and replicates, and compares every "
         "number:\n"
         "exit code 0 when all are the same, 1 when the file was altered or the program computes other "
         "numbers.\n"
         "For files of run, compare, attribute and the commands of a design. Writes nothing.",
         {threads, progress, json, quiet, verbose, color, help},
         verify_command},
        {"export",
         "FILE.h5",
         1,
         1,
         "write a result as tidy CSV files",
         "Writes a folder with a table for each group of FILE, a row for each combination of replicate, "
         "month, "
         "group and\n"
         "so on; columns.csv says what each column holds and in which unit, keys.csv the titles of keys, "
         "attributes.csv\n"
         "where the numbers come from. The folder is FILE_csv in the present folder unless -o names another.",
         {output, force, quiet, verbose, color, help},
         export_command},
        {"report",
         "FILE.h5",
         1,
         1,
         "make one page of a result, with figures, for readers and printers",
         "Writes FILE.html into the present folder unless -o names another file. The page holds all that it\n"
         "shows, opens in any browser without a network, and has the numbers of each figure as CSV. Drawn\n"
         "by analysis/report.py with /usr/bin/python3.",
         {output, force, lang, quiet, verbose, color, help},
         report_command},
        {"bench", "[SCENARIO]", 0, 1, "measure how fast this machine simulates",
         "Runs one replicate of SCENARIO (the shipped `indonesia` if none is named) and writes nothing.",
         all({set, seed, months, threads, progress}, false), bench_command},
    };
}

} // namespace

std::span<const CommandRow> command_rows() {
    static const std::vector<CommandRow> rows = make_rows();
    return rows;
}

std::string overview_text() {
    std::string text = "tujuh: an agent-based simulation of Indonesia's social-welfare ecosystem\n\n"
                       "usage: tujuh COMMAND ...\n\n";
    for (const auto& row : command_rows()) text += fmt::format("  {:11} {}\n", row.name, row.summary);
    text += fmt::format("  {:11} {}\n", "help", "print this, or the help of a command");
    text += "\n'tujuh COMMAND --help' says more; 'tujuh --version' says what this is.\n"
            "First steps:\n"
            "  tujuh list scenarios\n"
            "  tujuh run community\n"
            "  tujuh compare indonesia outreach_first --set population.households=20000\n"
            "  tujuh sweep sweep_community --dry-run\n"
            "Exit codes: 0 done, 1 a check failed, 2 command line, 3 done but for points of a sweep that "
            "failed, 65 "
            "scenario or data wrong, 66 input missing, 69 more memory "
            "needed\n"
            "than there is, 70 our bug, 73 cannot create the output, 74 read, write or disk full, 75 "
            "interrupted,\n"
            "77 an input may not be read.\n";
    return text;
}

std::string help_text(const CommandRow& row) {
    std::string text = fmt::format("tujuh {}: {}\n\nusage: tujuh {}{}{} [OPTION...]\n", row.name, row.summary,
                                   row.name, row.operands.empty() ? "" : " ", row.operands);
    if (!row.details.empty()) text += fmt::format("\n{}\n", row.details);
    text += fmt::format("\n{}", options_text(row.options));
    text += "\nAn option with a value may also stand in the environment, as TUJUH_THREADS=2; a flag goes "
            "before it.\n";
    return text;
}

} // namespace tujuh
