// SPDX-License-Identifier: Apache-2.0
// What a user reads: each message says where, what is wrong, what is allowed, and what to do.
#include "catch.hpp"
#include "files/scenario_toml.hpp"
#include "files/small_scenario.hpp"

using namespace tujuh;
using small::error_of;
using small::messages_of;
using small::with;

namespace {

/// Lines 1 and 2 of mine.toml are its format and its base, so the lines of a case begin with line 3.
struct Case {
    std::string lines, message;
};

void require_messages(const std::vector<Case>& cases) {
    for (const Case& one : cases) {
        INFO(one.lines);
        REQUIRE(messages_of(with(one.lines)) == one.message);
        REQUIRE(error_of(with(one.lines)).kind == ErrorKind::scenario_wrong);
    }
}

constexpr const char* programme_keys =
    "title, title_id, agency, kind, channel, benefit_per, benefit, relief, cutoff_percentile, required, "
    "quota, "
    "recertification_months, service_months, documents_required, leakage, administration, enabled";

} // namespace

TEST_CASE("unknown keys are named with the nearest known one") {
    require_messages({
        {"[workforce]\nsocial_wroker = 3\n", "mine.toml:4:1: workforce.social_wroker: is not a known key "
                                             "(known here: social_worker, facilitator, "
                                             "subdistrict_worker); did you mean social_worker?"},
        {"[activities.\"2.1\"]\nenable = false\n",
         "mine.toml:4:1: activities.\"2.1\".enable: is not a known key (known here: enabled, sham, hours); "
         "did you mean enabled?"},
        {"[programmes.cash]\nchanel = \"push\"\n",
         std::string("mine.toml:4:1: programmes.cash.chanel: is not a known key (known here: ") +
             programme_keys + "); did you mean channel?"},
        {"[programmes.care]\nrelief = { helth = 0.1 }\n",
         "mine.toml:4:12: programmes.care.relief.helth: is not a known key (known here: livelihood, health, "
         "education, shelter, care, participation); did you mean health?"},
        {"[workers]\ntask_mix = { \"8\" = 1.0 }\n",
         "mine.toml:4:14: workers.task_mix.8: is not a known key (known here: 1, 2, 3, 4, 5, 6, 7); "
         "did you mean 1?"},
    });
}

TEST_CASE("a key in the wrong table is told where it belongs") {
    require_messages({
        {"[workforce]\nmonths = 3\n",
         "mine.toml:4:1: workforce.months: is not a known key (known here: social_worker, facilitator, "
         "subdistrict_worker); it belongs at the top of the file, before the first table"},
        {"[workforce]\nrho = 0.3\n",
         "mine.toml:4:1: workforce.rho: is not a known key (known here: social_worker, facilitator, "
         "subdistrict_worker); it belongs in [resources]"},
    });
    REQUIRE(messages_of(with("[cash]\nbenefit = 3\n")).find("did you mean [programmes.cash]?") !=
            std::string::npos);
    REQUIRE(messages_of(with("[\"2.1\"]\nsham = true\n")).find("did you mean [activities.\"2.1\"]?") !=
            std::string::npos);
    REQUIRE(messages_of(with("titel = \"x\"\n"))
                .find("mine.toml:3:1: titel: is not a known key (known here: format,") == 0);
}

TEST_CASE("a key or a table that stands twice is named") {
    require_messages({
        {"months = 30\nmonths = 40\n",
         "mine.toml:4:10: months: stands a second time (each key and each table stands "
         "once in a file); delete one of the two"},
        {"[shocks]\nillness = 0.1\n[shocks]\nillness = 0.2\n",
         "mine.toml:5:1: shocks: stands a second time (each key and each table stands once in a file); "
         "delete one of the two"},
        {"[[policy]]\nid = \"a\"\nfrom_month = 1\n[[policy]]\nid = \"a\"\nfrom_month = 2\n",
         "mine.toml:6:1: policy.a: stands a second time (each policy of a file has an id of its own); "
         "give one of the two another id"},
    });
}

TEST_CASE("a value of the wrong type is told what is wanted") {
    require_messages({
        {"months = \"12\"\n", "mine.toml:3:1: months: the text \"12\" stands where a whole number is wanted "
                              "(1 to 1200, months); write 12 without quotes"},
        {"months = 12.0\n",
         "mine.toml:3:1: months: 12.0 stands where a whole number is wanted (1 to 1200, months); write 12"},
        {"months = 12.5\n",
         "mine.toml:3:1: months: 12.5 stands where a whole number is wanted (1 to 1200, months)"},
        {"title = 3\n",
         "mine.toml:3:1: title: 3 stands where a text is wanted; write a text in double quotes"},
        {"start = \"March\"\n", "mine.toml:3:1: start: the text \"March\" stands where a month is wanted "
                                "(year and month); write for example \"2025-03\""},
        {"start = 2025-03-09\n", "mine.toml:3:1: start: 2025-03-09 is not the first day of a month "
                                 "(a tick is a month); write \"2025-03\""},
        {"months = 1e2\n",
         "mine.toml:3:1: months: 100.0 stands where a whole number is wanted (1 to 1200, months); write 100"},
        {"[population]\nprovinces = [\"02\", 1]\n", "mine.toml:4:1: population.provinces: 1 in the list "
                                                    "stands where a text is wanted; write each in double "
                                                    "quotes, for example [\"33\", \"34\"]"},
        {"[shocks]\nillness = \"30 %\"\n",
         "mine.toml:4:1: shocks.illness: the text \"30 %\" stands where a number is wanted (0 to 1, per "
         "household "
         "and year); write a percentage as a share without quotes: 30 % is 0.3"},
        {"[programmes.cash]\nbenefit = \"225000 rupiah\"\n",
         "mine.toml:4:1: programmes.cash.benefit: the text \"225000 rupiah\" stands where a whole number is "
         "wanted "
         "(0 to 100000000, rupiah a month for each counted unit); write 225000, a number without quotes or "
         "unit"},
        {"[population]\nprovinces = \"02\"\n",
         "mine.toml:4:1: population.provinces: the text \"02\" stands where a list of texts is wanted; "
         "write for example [\"33\", \"34\"]"},
        {"[shocks]\nillness = true\n", "mine.toml:4:1: shocks.illness: true stands where a number is wanted "
                                       "(0 to 1, per household and year)"},
        {"[activities.\"2.1\"]\nsham = \"yes\"\n",
         "mine.toml:4:1: activities.\"2.1\".sham: the text \"yes\" stands where true or false is wanted; "
         "write true or false, without quotes"},
        {"workforce = 3\n",
         "mine.toml:3:1: workforce: 3 stands where a table is wanted; write a table [workforce]"},
        {"[programmes.cash]\nchannel = \"pull\"\n",
         "mine.toml:4:1: programmes.cash.channel: \"pull\" is not one of its words (allowed: push, request)"},
        {"[programmes.cash]\nchannel = \"pus\"\n",
         "mine.toml:4:1: programmes.cash.channel: \"pus\" is not one of its words (allowed: push, request); "
         "did you mean push?"},
        {"[policy]\nid = \"x\"\n", "mine.toml:3:2: policy: a table stands where a list of tables is wanted; "
                                   "write [[policy]] in double brackets above each"},
    });
}

TEST_CASE("a value out of range is told with range and unit, and percentages are recognised") {
    require_messages({
        {"months = 1201\n", "mine.toml:3:1: months: 1201 is out of range (allowed: 1 to 1200, months)"},
        {"seed = 4294967296\n",
         "mine.toml:3:1: seed: 4294967296 is out of range (allowed: 0 to 4294967295, number)"},
        {"replicates = 0\n",
         "mine.toml:3:1: replicates: 0 is out of range (allowed: 1 to 10000, replicates)"},
        {"burn_in_months = -1\n",
         "mine.toml:3:1: burn_in_months: -1 is out of range (allowed: 0 to 1200, months)"},
        {"[shocks]\nillness = nan\n",
         "mine.toml:4:1: shocks.illness: nan is not a number that can be computed with "
         "(allowed: 0 to 1, per household and year)"},
        {"[shocks]\nillness = -inf\n",
         "mine.toml:4:1: shocks.illness: -inf is not a number that can be computed "
         "with (allowed: 0 to 1, per household and year)"},
        {"[programmes.cash]\nleakage = 30\n", "mine.toml:4:1: programmes.cash.leakage: 30 is out of range "
                                              "(allowed: 0 to 1, share of the benefit); for 30 % write 0.3"},
        {"[programmes.cash]\nquota = -1\n", "mine.toml:4:1: programmes.cash.quota: -1 is out of range "
                                            "(allowed: 0 to 200000000, households in the nation)"},
        {"[programmes.cash]\ncutoff_percentile = 0\n", "mine.toml:4:1: programmes.cash.cutoff_percentile: 0 "
                                                       "is out of range (allowed: 0.0001 to 1, share of "
                                                       "persons)"},
        {"[[policy]]\nid = \"a\"\nfrom_month = 3\nworkers.administration = 25\n",
         "mine.toml:6:9: policy.a.workers.administration: 25 is out of range (allowed: 0 to 0.9, share of "
         "hours); "
         "for 25 % write 0.25"},
    });
}

TEST_CASE("shares that do not sum to one are told by how much") {
    require_messages({
        {"[workers]\ntask_mix = { \"1\" = 0.30, \"2\" = 0.45, \"6\" = 0.27 }\n",
         "mine.toml:4:1: workers.task_mix: shares sum to 1.02 (they must sum to 1); take away 0.02"},
        {"[workers]\ntask_mix = { \"1\" = 0.30, \"2\" = 0.45, \"6\" = 0.20 }\n",
         "mine.toml:4:1: workers.task_mix: shares sum to 0.95 (they must sum to 1); add 0.05"},
        {"[workers]\nactivity_mix = { \"2.1\" = 0.5, \"2.2\" = 0.4, \"6.1\" = 1.0 }\n",
         "mine.toml:4:1: workers.activity_mix: shares of task 2 sum to 0.9 (they must sum to 1); add 0.1"},
    });
}

TEST_CASE("hours that pass on to other tasks are told where they are given") {
    const auto remarks = [](const std::string& lines) { return small::read(with(lines)).remarks; };
    const std::string mix =
        "task_mix = { \"1\" = 0.20, \"2\" = 0.35, \"3\" = 0.10, \"4\" = 0.07, \"5\" = 0.05, "
        "\"6\" = 0.15, \"7\" = 0.08 }\n";
    std::string without_control;
    for (const std::string code : {"7.1", "7.2", "7.3"})
        without_control += "[activities.\"" + code + "\"]\nenabled = false\n";
    REQUIRE(remarks("").empty());
    REQUIRE(remarks("[workers]\n" + mix).empty());
    REQUIRE(remarks("[workers]\n" + mix + without_control) ==
            std::vector<std::string>{"mine.toml:4:1: workers.task_mix: every activity of task 7 is switched "
                                     "off: its 0.08 of the hours pass on to the others"});
}

TEST_CASE("activities are named by their codes in quotes") {
    require_messages({
        {"[activities.2.1]\nenabled = false\n", "mine.toml:3:13: activities.2: is not the code of an "
                                                "activity (a code without quotes falls into two keys); "
                                                "write \"2.1\" in quotes"},
        {"[activities.\"2.4\"]\nhours = 0\n",
         "mine.toml:4:1: activities.\"2.4\".hours: 0 is out of range (allowed: "
         "0.01 to 1000, hours an act)"},
    });
}

TEST_CASE("what a programme lacks is told with what it means") {
    require_messages({
        {"[programmes.new]\nkind = \"cash\"\nchannel = \"push\"\nbenefit = 1\nquota = 1\n",
         "mine.toml:3:13: programmes.new.agency: is missing (kind of agency that runs it: social_affairs, "
         "health, "
         "education, housing, protection)\n"
         "mine.toml:3:13: programmes.new.cutoff_percentile: is missing (eligible below this point of the "
         "national "
         "distribution of resources a person, share of persons)"},
    });
}

TEST_CASE("more programmes than the model holds are refused") {
    std::string lines;
    for (const char* key : {"a", "b", "c", "d", "e", "f", "g"})
        lines += std::string("[programmes.") + key +
                 "]\nagency = \"health\"\nkind = \"cash\"\nchannel = \"push\"\nbenefit = "
                 "1\ncutoff_percentile = 0.4\n"
                 "quota = 1\n";
    REQUIRE(messages_of(with(lines)) ==
            "mine.toml:3:2: programmes: 9 programmes are too many (at most 8); leave one "
            "out with enabled = false");
}

TEST_CASE("a policy changes only what can change during a run") {
    const std::string head = "[[policy]]\nid = \"a\"\nfrom_month = 3\n";
    require_messages({
        {head + "months = 3\n",
         "mine.toml:6:1: policy.a.months: cannot be changed by a policy (it holds for the "
         "whole run); write it at the top of the file"},
        {head + "programmes.cash.kind = \"food\"\n", "mine.toml:6:17: policy.a.programmes.cash.kind: cannot "
                                                     "be changed by a policy (it holds for the whole run); "
                                                     "set it in [programmes.cash]"},
        {head + "programmes.cash.enabled = false\n", "mine.toml:6:17: policy.a.programmes.cash.enabled: "
                                                     "cannot be changed by a policy (the programmes of a "
                                                     "scenario are the same in all months); write quota = 0"},
        {head + "programmes.csh.quota = 1\n",
         "mine.toml:6:12: policy.a.programmes.csh: is not a known key (known "
         "here: cash, care); did you mean cash?"},
        {"[[policy]]\nfrom_month = 3\n", "mine.toml:3:1: policy.id: is missing (name of the policy; the same "
                                         "id replaces a policy of the base, name)"},
        {"[[policy]]\nid = \"a\"\n", "mine.toml:3:1: policy.a.from_month: is missing (first month in which "
                                     "it is in force, months since tick 0)"},
        {"[[policy]]\nid = \"a b\"\nfrom_month = 3\n",
         "mine.toml:3:1: policy.a b: \"a b\" cannot be used as a name (allowed: a-z, A-Z, 0-9, _ and -)"},
    });
    require_messages({
        {head + "population.households = 3\n", "mine.toml:6:12: policy.a.population.households: cannot be "
                                               "changed by a policy (it holds for the whole "
                                               "run); set it in [population]"},
        {head + "population.provinces = [\"02\"]\n", "mine.toml:6:12: policy.a.population.provinces: cannot "
                                                     "be changed by a policy (it holds for the whole "
                                                     "run); set it in [population]"},
    });
    REQUIRE(messages_of(with(head + "population.birth_rat = 0.1\n")).find("did you mean birth_rate?") !=
            std::string::npos);
}

TEST_CASE("a policy that no month of the run reaches is told with the months that there are") {
    require_messages({
        {"months = 30\n[[policy]]\nid = \"late\"\nfrom_month = 30\n",
         "mine.toml:6:1: policy.late.from_month: 30 is never reached (allowed: 0 to 29, as months is 30); "
         "begin the policy earlier, or set months to more than 30"},
        {"[[policy]]\nid = \"late\"\nfrom_month = 1201\n",
         "mine.toml:5:1: policy.late.from_month: 1201 is out of range (allowed: 0 to 1200, months since tick "
         "0)"},
    });
    REQUIRE(messages_of(with(""), {"months=12"}) ==
            "baseline.toml:42:1: policy.more_workers.from_month: 12 is never reached (allowed: 0 to 11, as "
            "months is 12); begin the policy earlier, or set months to more than 12");
    REQUIRE(messages_of(with("[[policy]]\nid = \"late\"\nenabled = false\nfrom_month = 30\n")).empty());
}

TEST_CASE("each file says in which format it is written") {
    small::Texts texts = with("");
    texts["mine.toml"] = "extends = \"baseline.toml\"\n";
    REQUIRE(messages_of(texts) ==
            "mine.toml: format: is missing (each scenario file says in which format it is "
            "written); begin the file with format = 1");
    texts["mine.toml"] = "format = 2\nextends = \"baseline.toml\"\nnew_key = 3\n";
    REQUIRE(messages_of(texts) ==
            "mine.toml:1:10: format: format 2 is not known (this program reads format 1); "
            "a newer version of tujuh may read it");
    texts["mine.toml"] = "format = 1\nkind = \"design\"\nextends = \"baseline.toml\"\n[parameters]\nx = 1\n";
    REQUIRE(
        messages_of(texts) ==
        "mine.toml:2:1: kind: a design stands where a scenario is wanted (a design varies the scenario that "
        "it extends); run it with `tujuh sweep`, or its base with `tujuh run`");
    texts["mine.toml"] = "format = 1\nkind = \"scenari\"\nextends = \"baseline.toml\"\n";
    REQUIRE(messages_of(texts) ==
            "mine.toml:2:1: kind: \"scenari\" is not one of its words (allowed: scenario, "
            "design); did you mean scenario?");
}

TEST_CASE("a base that cannot be had is told, without all that it would have said") {
    small::Texts texts = with("months = 3\n");
    texts["mine.toml"] = "format = 1\nextends = \"baselin.toml\"\nmonths = 3\n";
    REQUIRE(messages_of(texts) ==
            "mine.toml:2:1: extends: \"baselin.toml\" is not there (the path starts at this "
            "file's folder); did you mean baseline.toml?");
    REQUIRE(error_of(texts).kind == ErrorKind::input_missing);
    texts["mine.toml"] = "format = 1\nextends = \"baselin\"\nmonths = 3\n";
    REQUIRE(messages_of(texts) ==
            "mine.toml:2:1: extends: \"baselin\" is not a shipped scenario (shipped: baseline, "
            "mine); did you mean baseline?");
    texts["mine.toml"] = "format = 1\nextends = \"baselin\"\nmonths = 0\n";
    REQUIRE(messages_of(texts).find("mine.toml:3:1: months: 0 is out of range") != std::string::npos);
    REQUIRE(error_of(texts).kind == ErrorKind::scenario_wrong);
}

TEST_CASE("a file that says nothing is told to begin with a base, and of nothing else") {
    small::Texts texts = small::texts();
    const std::string no_base =
        "mine.toml: population.provinces_table: is missing (figures by province are needed "
        "to draw a population); begin the file with extends = \"baseline\"";
    texts["mine.toml"] = "format = 1\n";
    REQUIRE(messages_of(texts) == no_base);
    for (const char* nothing : {"", "\n\n", "# What if?\n", "\xEF\xBB\xBF"}) {
        texts["mine.toml"] = nothing;
        REQUIRE(messages_of(texts) ==
                "mine.toml: format: is missing (each scenario file says in which format it is "
                "written); begin the file with format = 1\n" +
                    no_base);
    }
}

TEST_CASE("a head that cannot be read is told, and not that it is missing") {
    small::Texts texts = small::texts();
    texts["mine.toml"] = "format = 1.\nextends = \"baseline.toml\"\n";
    REQUIRE(messages_of(texts).find("mine.toml:1:") == 0);
    texts["mine.toml"] = "format = 1\nextends = baseline.toml\nmonths = 0\n";
    REQUIRE(messages_of(texts) == "mine.toml:2:11: extends: baseline.toml is not a value (could not "
                                  "determine value type); write a text "
                                  "in quotes: \"baseline.toml\"\n"
                                  "mine.toml:3:1: months: 0 is out of range (allowed: 1 to 1200, months)");
}

TEST_CASE("a file that was not saved as UTF-8 is told so, whatever it says") {
    small::Texts texts = small::texts();
    const std::string what =
        "a letter is not written in UTF-8 (the file was saved in another encoding, such as "
        "UTF-16 or Windows-1252); save it as UTF-8";
    texts["mine.toml"] = "format = 1\nextends = \"baseline.toml\"\ntitle = \"Gr\xFC\xDF"
                         "e\"\n";
    REQUIRE(messages_of(texts) == "mine.toml:3:12: " + what);
    texts["mine.toml"] = std::string("\xFF\xFE#\0 \0?\0\n\0", 10);
    REQUIRE(messages_of(texts) == "mine.toml:1:1: " + what);
    texts["mine.toml"] = "title = \"\xC3\xBC\" # \xE2\x82";
    REQUIRE(messages_of(texts) == "mine.toml:1:15: " + what);
}

TEST_CASE("lines may end as on Windows, and a byte order mark may stand before the first") {
    small::Texts texts = small::texts();
    texts["mine.toml"] = "\xEF\xBB\xBF# What if?\r\nformat = 1\r\nextends = \"baseline.toml\"\r\nmonths = "
                         "30\r\nmonth = 3\r\n";
    REQUIRE(messages_of(texts).find("mine.toml:5:1: month: is not a known key") == 0);
    texts["mine.toml"].erase(texts["mine.toml"].find("month = 3"));
    REQUIRE(small::read(texts).scenario.months == 30);
    REQUIRE(small::read(texts).question == "What if?");
}

TEST_CASE("a message repeats no more of a file than can be read") {
    const std::string endless(3'000'000, 'x');
    for (const std::string& lines : {endless, endless + " = 3", "months = " + endless, "[" + endless + "]",
                                     "title = [" + std::string(100'000, '['), "title = \"" + endless}) {
        const Error error = error_of(with(lines + "\n"));
        REQUIRE(error.kind == ErrorKind::scenario_wrong);
        REQUIRE(std::string(error.what()).size() < 2000);
    }
}

TEST_CASE("files that build on one another in a circle are told with the circle") {
    small::Texts texts = with("");
    texts["mine.toml"] = "format = 1\nextends = \"a.toml\"\n";
    texts["a.toml"] = "format = 1\nextends = \"b.toml\"\n";
    texts["b.toml"] = "format = 1\nextends = \"a.toml\"\n";
    REQUIRE(messages_of(texts) ==
            "b.toml:2:1: extends: the files go in a circle: a.toml extends b.toml extends "
            "a.toml (a file cannot build on itself); take extends out of the one that is to be "
            "the base");
    texts["mine.toml"] = "format = 1\nextends = \"mine.toml\"\n";
    REQUIRE(messages_of(texts).find("mine.toml extends mine.toml") != std::string::npos);
}

TEST_CASE("paths stay inside the folder of the scenarios") {
    for (const char* path : {"../other.toml", "/etc/passwd", "data/../../x.toml"}) {
        small::Texts texts = small::texts();
        texts["mine.toml"] = std::string("format = 1\nextends = \"") + path + "\"\n";
        REQUIRE(messages_of(texts) ==
                std::string("mine.toml:2:1: extends: \"") + path +
                    "\" leads out of the folder of the scenarios (paths stay inside the folder "
                    "that holds baseline.toml); copy the file there");
    }
    REQUIRE(messages_of(with("[population]\nareas_table = \"../areas.csv\"\n"))
                .find("mine.toml:4:1: population.areas_table: \"../areas.csv\" leads out of") == 0);
    REQUIRE(messages_of(with("[population]\nareas_table = \"data/area.csv\"\n")) ==
            "mine.toml:4:1: population.areas_table: \"data/area.csv\" is not there (the path starts at this "
            "file's "
            "folder); did you mean areas.csv?");
}

TEST_CASE("what is not TOML is explained to who has never seen any") {
    require_messages({
        {"title = Outreach first\n",
         "mine.toml:3:9: title: Outreach first is not a value (could not determine value "
         "type); write a text in quotes: \"Outreach first\""},
        {"[shocks]\nillness = 30%\n",
         "mine.toml:4:13: illness: 30% is not a value (expected digit, saw '%'); write a "
         "percentage as a share: 30 % is 0.3"},
        {"[shocks]\nillness = 0,3\n",
         "mine.toml:4:12: illness: 0,3 is not a value (expected a comment or whitespace, "
         "saw ','); decimals stand behind a point, not a comma: 0.3"},
        {"months =\n[shocks]\n",
         "mine.toml:3:9: months: nothing is not a value (expected value, saw '\\n'); write a "
         "value after the equals sign"},
        {"title = \"gr\xC3\xB6\xC3\x9F"
         "e\" # \xC3\xB6\nd\xC3\xA9part = 2\n",
         "mine.toml:4:2: d\xC3\xA9part stands outside quotes (outside quotes and comments only the letters "
         "a-z, "
         "A-Z, 0-9, _ and - may stand); put the key or the text in double quotes"},
        {"[workers]\nm\xC3\xBC"
         "de.n\xC3\xBCtzlich = 2\n",
         "mine.toml:4:2: m\xC3\xBC"
         "de stands outside quotes (outside quotes and comments only the letters a-z, A-Z, 0-9, _ and - may "
         "stand); put the key or the text in double quotes"},
        {"months = 12 months\n", "mine.toml:3:13: months: 12 months is not a value (expected a comment or "
                                 "whitespace, saw 'm'); write 12 alone, as the unit of each key is fixed"},
        {"months = 012\n",
         "mine.toml:3:13: months: 012 is not a value (leading zeroes are prohibited); write 12"},
        {"just some words\n",
         "mine.toml:3:6: \"just some words\" cannot be read (expected '=', saw 's'); a line is: "
         "key = value, [table], or # comment"},
        {"workers = [ 1, 2\nmonths = 3\n",
         "mine.toml:4:1: months: 3 is not a value (expected comma or closing ']', "
         "saw 'm')"},
    });
}

TEST_CASE("all problems come at once, in the order of the lines") {
    const std::string lines = "months = 0\nseed = \"x\"\nmonths = 3\n[workforce]\nfoo = 1\n[workers]\n"
                              "task_mix = { \"1\" = 2.0 }\nhours = inf\n[programmes.cash]\nkind = \"gold\"\n";
    const Error error = error_of(with(lines));
    REQUIRE(error.problems.size() == 8);
    std::vector<int> places;
    for (const Problem& problem : error.problems) places.push_back(std::stoi(problem.where.substr(10)));
    REQUIRE(places == std::vector<int>{3, 4, 5, 7, 9, 9, 10, 12});
}

TEST_CASE("problems of the base are told in the base") {
    small::Texts texts = with("months = 0\n");
    texts["baseline.toml"].replace(texts["baseline.toml"].find("quota = 1000"), 12, "quota = -5.0");
    REQUIRE(messages_of(texts) ==
            "mine.toml:3:1: months: 0 is out of range (allowed: 1 to 1200, months)\n"
            "baseline.toml:29:1: programmes.cash.quota: -5 is out of range (allowed: 0 to "
            "200000000, households in the nation)");
}

TEST_CASE("mistakes on the command line are told as such") {
    const auto message = [](const char* setting) { return messages_of(with(""), {setting}); };
    REQUIRE(message("months=12x") == "--set: months: the text \"12x\" stands where a whole number is wanted "
                                     "(1 to 1200, months); write 12, a number without quotes or unit");
    REQUIRE(message("months") == "--set: \"months\" is not of the form key=value (a key, =, and its value); "
                                 "write for example --set months=24");
    REQUIRE(message("workforce.socialworker=3") ==
            "--set: workforce.socialworker: is not a known key (known here: social_worker, facilitator, "
            "subdistrict_worker); did you mean social_worker?");
    REQUIRE(message("policy.mor_workers.from_month=3") ==
            "--set: policy.mor_workers: the scenario has no policy of this id (known: more_workers); "
            "did you mean more_workers?");
    REQUIRE(message("extends=other.toml") ==
            "--set: extends: cannot be set from the command line (it belongs to the file)");
    REQUIRE(message("workers.task_mix.1=0.5") ==
            "--set: workers.task_mix: shares sum to 1.2 (they must sum to 1); take away 0.2");
    REQUIRE(error_of(with(""), {"months=0"}).kind == ErrorKind::command_line);
    REQUIRE(error_of(with("seed = -1\n"), {"months=0"}).kind == ErrorKind::scenario_wrong);
}

TEST_CASE("provinces are asked for by code") {
    REQUIRE(
        messages_of(with("[population]\nprovinces = [\"Noth\", \"02\", \"02\"]\n")) ==
        "mine.toml:4:1: population.provinces: \"Noth\" is not the code of a province (in the table: 01, 02); "
        "the code of North is \"01\"\n"
        "mine.toml:4:1: population.provinces: \"02\" stands twice (each province once)");
}

TEST_CASE("a scenario that is not there is told with the scenarios that are") {
    const Error error = error_of(with(""), {}, "mime.toml");
    REQUIRE(error.kind == ErrorKind::input_missing);
    REQUIRE(std::string(error.what()) == "mime.toml: there is no such file; did you mean mine?");
}

TEST_CASE("files that may not be read and folders have their own kind of error") {
    struct Locked : TextSource {
        using TextSource::TextSource;
        Fetched::State state = Fetched::State::not_readable;
        Fetched fetch(const std::string& name) const override {
            return name == "baseline.toml" ? Fetched{state, ""} : TextSource::fetch(name);
        }
    };
    Locked source(with(""));
    const auto error = [&](const char* name) {
        try {
            read_scenario(source, name);
        } catch (const Error& thrown) {
            return thrown;
        }
        return Error(ErrorKind::bug, {});
    };
    REQUIRE(error("mine.toml").kind == ErrorKind::input_not_readable);
    REQUIRE(std::string(error("mine.toml").what()) ==
            "mine.toml:2:1: extends: \"baseline.toml\" may not be read (its permissions forbid it)");
    REQUIRE(std::string(error("baseline.toml").what()) ==
            "baseline.toml: may not be read (its permissions forbid it)");
    source.state = Fetched::State::not_a_file;
    REQUIRE(std::string(error("baseline.toml").what()) ==
            "baseline.toml: is a folder (a scenario is a file)");
}

TEST_CASE("mistakes in a trial are told with its name and that of its arm") {
    require_messages({
        {"[[trial]]\nid = \"letters\"\nprogramme = \"cahs\"\n[[trial.arm]]\nid = \"told\"\nshare = 1\n",
         "mine.toml:5:1: trial.letters.programme: \"cahs\" is not a programme here "
         "(a key of [programmes]); did you mean cash?"},
        {"[[trial]]\nid = \"letters\"\nprogramme = \"cash\"\n[[trial.arm]]\nid = \"told\"\nshare = 30\n",
         "mine.toml:8:1: trial.letters.arm.told.share: 30 is out of range (allowed: 0 to 1, share of units); "
         "for 30 % write 0.3"},
        {"[[trial]]\nid = \"letters\"\nprogramme = \"cash\"\n[[trial.arm]]\nid = \"far\"\nshare = 1\n"
         "distance_km = 2.0\n",
         "mine.toml:9:1: trial.letters.arm.far.distance_km: is done to whole villages (the units of this "
         "trial are households); set unit = \"village\" in the trial"},
        {"[[trial]]\nid = \"letters\"\nprogramme = \"cash\"\n[[trial.arm]]\nid = \"told\"\nshare = 1\n"
         "knwon = true\n",
         "mine.toml:9:1: trial.letters.arm.told.knwon: is not a known key (known here: id, title, title_id, "
         "share, "
         "known, documents, help, distance_km, selection); did you mean known?"},
    });
}
