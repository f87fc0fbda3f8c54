// SPDX-License-Identifier: Apache-2.0
#include "files/result_hash.hpp"

#include "base/hash.hpp"
#include "catch.hpp"
#include "concordance/sample_result.hpp"

#include <cmath>

using namespace tujuh;

namespace {

/// The next number above: the smallest change that there is.
void nudge(double& number) {
    number = std::nextafter(number, 1e300);
}

} // namespace

TEST_CASE("the hash of one dataset is worked out as FORMAT.md says") {
    const double missing_value[] = {-std::nan("7")};
    const std::size_t lengths[] = {1};
    ResultHash hash;
    hash.add("/series/x", lengths, missing_value);

    const unsigned char bytes[] = {1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0,    0,
                                   0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xf8, 0x7f};
    Sha256 of_dataset;
    of_dataset.update(std::as_bytes(std::span(bytes)));
    Sha256 of_lines;
    of_lines.update_text("/series/x " + of_dataset.hex() + "\n");
    CHECK(hash.hex() == of_lines.hex());
}

TEST_CASE("the order in which datasets are added does not matter, their names do") {
    const double one[] = {1}, two[] = {2};
    const std::size_t lengths[] = {1};
    ResultHash first, second, renamed;
    first.add("/a", lengths, one);
    first.add("/b", lengths, two);
    second.add("/b", lengths, two);
    second.add("/a", lengths, one);
    renamed.add("/a", lengths, one);
    renamed.add("/c", lengths, two);
    CHECK(first.hex() == second.hex());
    CHECK(first.hex() != renamed.hex());
}

TEST_CASE("the same numbers in another shape have another hash") {
    const double numbers[] = {1, 2, 3, 4, 5, 6};
    const std::size_t flat[] = {6}, wide[] = {2, 3};
    ResultHash first, second;
    first.add("/a", flat, numbers);
    second.add("/a", wide, numbers);
    CHECK(first.hex() != second.hex());
}

TEST_CASE("texts, parameters and published figures are not hashed, numbers of the model are") {
    CHECK(is_hashed("/series/gini"));
    CHECK(is_hashed("/scenarios/outreach/series/gini"));
    CHECK(is_hashed("/scenarios/scenario/series/gini"));
    CHECK(is_hashed("/calibration/model_gini"));
    CHECK_FALSE(is_hashed("/calibration/published_gini"));
    CHECK_FALSE(is_hashed("/scenario/parameters/value"));
    CHECK_FALSE(is_hashed("/scenarios/outreach/scenario/parameters/value"));
}

TEST_CASE("the hash does not know who ran the model, when, how fast and under what title") {
    const auto hash = result_hash(sample::result());
    auto result = sample::result();
    result.threads = 64;
    result.wall_seconds = 1e6;
    result.provenance = {"9.9", "0123", "another compiler", "-O0"};
    result.command = "tujuh run other.toml";
    result.title = result.title_id = "Another title";
    result.notes.clear();
    result.scenarios[0].title = "Another";
    result.scenarios[0].resolved_text += "# a comment\n";
    result.calibration->rows[0].published_mean = 0;
    CHECK(result_hash(result) == hash);
}

TEST_CASE("the smallest change of any number of the model changes the hash") {
    const auto hash = result_hash(sample::result());
    auto result = sample::result();
    auto& last_table = result.scenarios[1].replicates[2];
    SECTION("nothing") {
        CHECK(result_hash(result) == hash);
        return;
    }
    SECTION("a national outcome") {
        nudge(last_table.national[0]);
    }
    SECTION("an outcome of a group") {
        nudge(last_table.groups[5].values[1]);
    }
    SECTION("hours") {
        nudge(last_table.activity_hours.back());
    }
    SECTION("acts") {
        nudge(last_table.activity_acts.front());
    }
    SECTION("money") {
        nudge(last_table.ledger[3]);
    }
    SECTION("a difference") {
        nudge(result.comparison->difference[5]);
    }
    SECTION("an effect") {
        nudge(result.attribution->rows[7].difference);
    }
    SECTION("the model's Gini") {
        nudge(result.calibration->rows[1].model_gini);
    }
    SECTION("a missing number that is there") {
        last_table.national.back() = 0;
    }
    CHECK(result_hash(result) != hash);
}
