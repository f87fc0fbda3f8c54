// SPDX-License-Identifier: Apache-2.0
#include "files/toml_document.hpp"

#include "catch.hpp"
#include "files/error.hpp"
#include "files/scenario_source.hpp"
#include "files/scenario_toml.hpp"
#include "files/small_scenario.hpp"
#include "files/toml_mistakes.hpp"
#include "files/toml_text.hpp"

#include <cmath>
#include <cstdint>
#include <string>

using namespace tujuh;

namespace {

std::string shipped_baseline() {
    const Fetched file = FileSource().fetch(std::string(TUJUH_SOURCE_DIR) + "/scenarios/baseline.toml");
    REQUIRE(file.state == Fetched::State::found);
    return file.text;
}

/// Reads a damaged text. It may turn out to be a scenario; else each problem must say something, on its own
/// line.
void require_read_or_refused(const std::string& text) {
    small::Texts texts = small::texts();
    texts["baseline.toml"] = text;
    texts["data/provinces_urban_rural.csv"] = texts["data/areas.csv"];
    try {
        read_scenario(TextSource(texts), "baseline.toml");
    } catch (const Error& error) {
        REQUIRE_FALSE(error.problems.empty());
        for (const Problem& problem : error.problems) {
            REQUIRE_FALSE(problem.what.empty());
            REQUIRE(format(problem).find('\n') == std::string::npos);
        }
    }
}

/// A fixed list of numbers, the same on every machine (a linear congruential generator after Knuth).
struct Numbers {
    std::uint64_t state = 42;
    std::uint64_t below(std::uint64_t limit) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return (state >> 33) % limit;
    }
};

} // namespace

TEST_CASE("keys come in the order of the text and know their place") {
    const TomlDocument document =
        read_toml("b = 1\n[z]\nc = 2\na = [true, \"x\"]\n[a.\"2.1\"]\nd = 1.5\n", 3);
    REQUIRE(document.mistakes.empty());
    REQUIRE(document.root.entries.size() == 3);
    REQUIRE(document.root.entries[0].key == "b");
    REQUIRE(document.root.entries[1].key == "z");
    REQUIRE(document.root.entries[1].value.entries[0].key == "c");
    REQUIRE(document.root.entries[1].value.entries[0].place == Place{3, 3, 1});
    REQUIRE(document.root.find("z")->find("a")->items[1].text == "x");
    REQUIRE(document.root.find("a")->find("2.1")->find("d")->number == 1.5);
}

TEST_CASE("mistakes of several lines are found at once and the other lines are read") {
    const TomlDocument document =
        read_toml("a = 1\nb = 30%\nc = 3\nc = 4\nd = Yes\n[x]\ny = 1\n[x]\nz = 2\n", 0);
    REQUIRE(document.mistakes.size() == 4);
    REQUIRE(document.mistakes[0].place.line == 2);
    REQUIRE(document.mistakes[1].place.line == 4);
    REQUIRE(document.mistakes[2].suggestion == "write true");
    REQUIRE(document.mistakes[3].key == "x");
    REQUIRE(document.root.find("a")->whole_number == 1);
    REQUIRE(document.root.find("c")->whole_number == 3);
    REQUIRE(document.root.find("x")->find("y")->whole_number == 1);
    REQUIRE(document.root.find("x")->find("z") == nullptr);
}

TEST_CASE("letters beyond ASCII are found outside quotes and comments only") {
    const auto line = [](std::string_view text) {
        const auto trap = find_trap(text);
        return trap ? trap->place.line : 0;
    };
    REQUIRE(line("\xEF\xBB\xBF"
                 "a = \"\xC3\xA9\" # \xC3\xA9\n'\xC3\xA9' = 1\n") == 0);
    REQUIRE(line("a = \"\"\"\n\xC3\xA9 \"\" \\\"\"\" \xC3\xA9\n\"\"\"\n\xC3\xA9 = 1\n") == 4);
    REQUIRE(line("a = \'\'\'\n\xC3\xA9\'\' \xC3\xA9\'\'\'\n[\xC3\xA9]\n") == 3);
    REQUIRE(line("a = \"open\nb\xC3\xA9 = 1\n") == 2);
    REQUIRE(find_trap("\xC3\xA9 = 1")->place.column == 1);
    REQUIRE(find_trap("x\"\xC3\xA9\"\xC3\xA9 = 1")->place.column == 5);
}

TEST_CASE("heads without a name and brackets that a brace closes are found") {
    for (const char* text : {"[.a]\n", "[[.a]]\n", "[[[a]]]\n", "[ = ]\n", "[#]\n", "a = 1\n  [{]\n",
                             "a = [ }\n", "a = [\n 1,\n}\n", "a = [[1, 2], }\n"}) {
        INFO(text);
        REQUIRE(find_trap(text));
        REQUIRE_FALSE(read_toml(text, 0).mistakes.empty());
    }
    for (const char* text : {"[a]\n", "[[a]]\n", "[ \"a\" ]\n", "[['a']]\n",
                             "a = [[1], [\n[[2]], [{ b = 1 }]\n]]\n", "a = { b = [\"}\"] } # [}\n"}) {
        INFO(text);
        REQUIRE_FALSE(find_trap(text));
        REQUIRE(read_toml(text, 0).mistakes.empty());
    }
}

TEST_CASE("mistakes before and after a trap are told with it") {
    const TomlDocument document = read_toml("a = 3%\n\xC3\xA9 = 1\n[.b]\nc = 1\nd = yes\n[e]\nf = 1\n", 0);
    std::vector<std::uint32_t> lines;
    for (const TomlMistake& mistake : document.mistakes) lines.push_back(mistake.place.line);
    REQUIRE(lines == std::vector<std::uint32_t>{1, 2, 3, 5});
    REQUIRE(document.is_whole);
    REQUIRE(document.root.find("e")->find("f")->whole_number == 1);
}

TEST_CASE("numbers and texts that are written are read again to the bit") {
    for (const double value : {0.1, 1.0 / 3, -0.0, 5.0, 1e20, 1e-300, 123456789.125, 4294967295.0}) {
        const TomlDocument document = read_toml("x = " + toml_number(value) + "\n", 0);
        REQUIRE(document.root.find("x")->kind == TomlValue::Kind::number);
        REQUIRE(document.root.find("x")->number == value);
        REQUIRE(std::signbit(document.root.find("x")->number) == std::signbit(value));
    }
    for (const std::string text : {"", "a\"b\\c", "line\nend\ttab\x01\x7f", "\xC3\xA9\xE2\x82\xAC"}) {
        const TomlDocument document = read_toml(toml_key(text) + " = " + toml_text(text) + "\n", 0);
        REQUIRE(document.root.find(text) != nullptr);
        REQUIRE(document.root.find(text)->text == text);
    }
}

TEST_CASE("a scenario that breaks off anywhere is refused or read, never a crash") {
    const std::string text = shipped_baseline();
    for (std::size_t length = 0; length < text.size(); length += 61)
        require_read_or_refused(text.substr(0, length));
}

TEST_CASE("a scenario with damaged bytes is refused or read, never a crash") {
    const std::string text = shipped_baseline();
    const std::string letters = std::string("\0\n\r\t\"'[]{}=.,#-+%e0", 19) + "\xC3\xA9\xFF\x80\xF0\xE2";
    Numbers numbers;
    for (int variant = 0; variant < 150; ++variant) {
        std::string damaged = text;
        for (std::uint64_t bytes = 1 + numbers.below(4); bytes > 0; --bytes) {
            const std::size_t at = numbers.below(damaged.size());
            switch (numbers.below(3)) {
            case 0:
                damaged[at] = letters[numbers.below(letters.size())];
                break;
            case 1:
                damaged.erase(at, 1 + numbers.below(40));
                break;
            default:
                damaged.insert(at, 1, letters[numbers.below(letters.size())]);
            }
        }
        require_read_or_refused(damaged);
    }
}

TEST_CASE("texts that are meant to hurt are refused") {
    const std::string deep(2000, '[');
    for (const std::string& text :
         {std::string(), std::string("\xEF\xBB\xBF"), "a = " + deep, deep + "a" + deep,
          std::string("a = \"\\uD800\"\n"), std::string("a.a.a.a = 1\na.a = 2\n"),
          std::string(1000, '\n') + "x", std::string("\0\0\0", 3), std::string("[[policy]]\n[policy.id]\n"),
          std::string("policy = [1, 2]\nformat = 1\n"), std::string("format = 1\nextends = \"\\u0000\"\n"),
          std::string("format = 1\nextends = \"\"\n"), std::string("format = 1\nextends = [\"x\"]\n"),
          std::string("format = 1\n[workers]\ntask_mix = [1]\n")}) {
        small::Texts texts = small::texts();
        texts["mine.toml"] = text;
        REQUIRE_FALSE(small::error_of(texts).problems.empty());
    }
}
