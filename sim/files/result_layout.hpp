// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/result_file.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

/// A result file as groups, axes and arrays in memory, before any HDF5: the one place that decides what
/// stands where. FORMAT.md is the same in words; tests/concordance holds the two together.
namespace tujuh {

/// The version of the layout. FORMAT.md says when it changes.
inline constexpr std::int32_t result_format_version = 1;

using ResultValues = std::variant<std::vector<double>, std::vector<std::int32_t>, std::vector<std::int8_t>,
                                  std::vector<std::string>>;
using AttributeValue = std::variant<std::string, std::vector<std::string>, std::int32_t, std::int8_t, double>;

struct ResultAttribute {
    std::string name;
    AttributeValue value;
};

/// What every dataset says about itself.
struct Description {
    std::string name, units, long_name, long_name_id, definition, reference;
};

/// Labels of the positions on an axis: a second coordinate beside its scale.
struct AxisLabels {
    Description description;
    ResultValues values;
    std::string calendar; ///< for dates only
};

/// An axis of a group: the dimension scale, one value a position, and its labels.
struct ResultAxis {
    Description description;
    ResultValues keys;
    std::vector<AxisLabels> labels;
};

/// The meaning of the values of an array of int8.
struct FlagMeanings {
    std::vector<std::int8_t> values;
    std::string meanings; ///< a word a value, separated by spaces
};

struct ResultArray {
    Description description;
    std::vector<std::size_t> axes;        ///< positions in the group's axes; none for a single value
    std::function<ResultValues()> values; ///< row-major, last axis fastest; worked out when asked for
    FlagMeanings flags;                   ///< for int8
};

struct ResultGroup {
    std::string path; ///< from the root, "/series"
    std::vector<ResultAttribute> attributes;
    std::string signal; ///< the array that viewers draw first; empty: none
    std::vector<ResultAxis> axes;
    std::vector<ResultArray> arrays;
};

/// The groups of the file, each parent before its children. The arrays read from `result` when their values
/// are asked for, so it must outlive them. Throws Error (our bug) when the sizes of `result` do not fit one
/// another.
std::vector<ResultGroup> result_groups(const ResultFile& result);

/// The attributes of the root but for the hash and the mark of completeness.
std::vector<ResultAttribute> root_attributes(const ResultFile& result);

/// Attributes of the root that every kind of file has: what it is, and what wrote it.
std::vector<ResultAttribute> origin_attributes(std::vector<std::string> scenarios, const std::string& title,
                                               const std::string& title_id, const std::string& first_group,
                                               const Provenance& provenance);
/// The same of its runs.
std::vector<ResultAttribute> run_attributes(std::uint32_t seed, std::int32_t replicates, std::int32_t ticks,
                                            std::int32_t burn_in_months, std::int32_t start_year,
                                            std::int32_t start_month);

std::size_t count_of(const ResultValues& values) noexcept;

/// Lengths of an array along its axes; none for a single value.
std::vector<std::size_t> lengths_of(const ResultArray& array, const ResultGroup& group);

} // namespace tujuh
