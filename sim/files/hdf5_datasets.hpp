// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/hdf5_handles.hpp"
#include "files/result_layout.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// Groups of a result, written to HDF5: groups in creation order, attributes, dimension scales, datasets.
namespace tujuh {

/// Attributes in the order in which they are written, near their object, and no time of day.
void set_object_properties(const Hdf5Properties& creation, std::string_view action);
/// The same, and members in the order in which they are created.
void set_group_properties(const Hdf5Properties& creation, std::string_view action);

/// Creates a group that remembers the order of its members and attributes.
Hdf5Group create_group(hid_t file, const std::string& path);

void write_attribute(hid_t object, const ResultAttribute& attribute);

/// Called with the path, lengths and values of each array of floats that is written.
using ArrayWatch =
    std::function<void(const std::string&, const std::vector<std::size_t>&, const std::vector<double>&)>;

/// Creates the group with all that is in it.
void write_group(hid_t file, const ResultGroup& group, const ArrayWatch& watch);

} // namespace tujuh
