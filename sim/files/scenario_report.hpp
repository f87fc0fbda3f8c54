// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/problem.hpp"
#include "files/error.hpp"
#include "files/toml_document.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tujuh {

/// A text that takes part in a scenario.
struct ReadText {
    std::string name;   ///< for the source
    std::string shown;  ///< in messages, as the user would write it
    std::string stored; ///< in results: below the root of its tree, so without a folder of this machine
    std::string text;
};

/// Collects the problems of all texts of a scenario, with their places, and knows where each key was set.
class ScenarioReport {
  public:
    std::uint32_t add_text(ReadText text);
    const std::vector<ReadText>& texts() const { return texts_; }

    /// A problem of a key at a place. `kind` says what a file is that holds no other problem.
    void add(Place place, const std::string& key, std::string what, std::string why, std::string suggestion,
             ErrorKind kind = ErrorKind::scenario_wrong);
    /// A key that is not known at its place; `better`, where given, is suggested before all else.
    void add_unknown(Place place, const std::string& key, std::string_view last_part,
                     std::span<const std::string_view> known, const std::string& better = "");
    /// Problems of the values, whose `where` is a key: they get the place at which the key was set. A key
    /// that has a problem already, or a part of which has one, is passed over.
    void add_found_by_key(Problems problems);

    /// A remark whose `where` is a key, in one sentence with the place at which the key was set.
    std::string told(Problem remark) const;

    void remember(const std::string& key, Place place) { places_[key] = place; }
    /// Where a key was set, or the table it stands in; a place without line where nothing is known.
    Place place_of(std::string key) const;
    bool was_set(const std::string& key) const { return places_.count(key) != 0; }
    bool has_problem_at(const std::string& key) const;

    /// The base could not be had, so that what is not given may stand there: only what is given can be
    /// judged.
    void note_missing_base() { base_is_missing_ = true; }
    bool base_is_missing() const { return base_is_missing_; }

    std::size_t size() const { return found_.size(); }
    /// Throws all problems, in the order of files and lines, if there are any.
    void throw_if_any() const;

  private:
    struct Found {
        Place place;
        std::string key;
        Problem problem;
        ErrorKind kind;
    };
    std::string where(Place place, const std::string& key) const;

    std::vector<ReadText> texts_;
    std::map<std::string, Place> places_;
    std::vector<Found> found_;
    bool base_is_missing_ = false;
};

/// The suggestion for a wrong name, "did you mean ...?", or nothing.
std::string did_you_mean(std::string_view wrong, std::span<const std::string_view> known);
/// Names in one line, cut after so many.
std::string listed(std::span<const std::string_view> names);

} // namespace tujuh
