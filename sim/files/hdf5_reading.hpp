// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/hdf5_handles.hpp"
#include "files/result_layout.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// Reads what hdf5_datasets.hpp writes. All throw Error (input_output) where HDF5 fails.
namespace tujuh {

std::size_t count_in(const Hdf5Space& space);
std::vector<std::size_t> lengths_in(const Hdf5Space& space);

bool has_attribute(hid_t object, const std::string& name);
std::vector<std::string> read_texts(hid_t object, const std::string& name);
/// The first text; empty where there is none.
std::string read_text(hid_t object, const std::string& name);
/// int32 or float64.
template <class Number> Number read_number(hid_t object, const std::string& name);

/// All attributes of texts and numbers that a writer has given, in its order; without those that HDF5 and
/// viewers keep for themselves.
std::vector<ResultAttribute> read_attributes(hid_t object);

/// Names of the members of a group in the order of their creation.
std::vector<std::string> members_of(hid_t group);

/// The values of a dataset of any of the four types.
ResultValues read_values(hid_t dataset, const std::string& path);

/// The name of the dimension scale of each axis of a dataset.
std::vector<std::string> scales_of(hid_t dataset, const std::string& path);

} // namespace tujuh
