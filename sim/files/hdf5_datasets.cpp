// SPDX-License-Identifier: Apache-2.0
#include "files/hdf5_datasets.hpp"

#include <hdf5_hl.h>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <numeric>
#include <type_traits>

namespace tujuh {

namespace {

constexpr unsigned keep_order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
constexpr unsigned gzip_level = 4;
/// Up to so many attributes stay in the header of their object; HDF5's own 8 would cost kilobytes a dataset.
constexpr unsigned attributes_in_header = 64;

std::vector<const char*> pointers_to(const std::vector<std::string>& texts) {
    std::vector<const char*> pointers;
    for (const auto& text : texts) pointers.push_back(text.c_str());
    return pointers;
}

/// The type of a number in a file: little-endian on every machine.
template <class Number> hid_t file_type() {
    if constexpr (std::is_same_v<Number, double>)
        return H5T_IEEE_F64LE;
    else if constexpr (std::is_same_v<Number, std::int32_t>)
        return H5T_STD_I32LE;
    else
        return H5T_STD_I8LE;
}

template <class Number> hid_t memory_type() {
    if constexpr (std::is_same_v<Number, double>)
        return H5T_NATIVE_DOUBLE;
    else if constexpr (std::is_same_v<Number, std::int32_t>)
        return H5T_NATIVE_INT32;
    else
        return H5T_NATIVE_INT8;
}

Hdf5Space space_of(const std::vector<hsize_t>& lengths) {
    constexpr std::string_view action = "describe the shape of a dataset";
    if (lengths.empty()) return {H5Screate(H5S_SCALAR), action};
    return {H5Screate_simple(static_cast<int>(lengths.size()), lengths.data(), nullptr), action};
}

void write_attribute_data(hid_t object, const std::string& name, hid_t in_file, hid_t in_memory,
                          const Hdf5Space& space, const void* data) {
    Hdf5Attribute attribute(H5Acreate2(object, name.c_str(), in_file, space.get(), H5P_DEFAULT, H5P_DEFAULT),
                            "create the attribute " + name);
    hdf5_checked(H5Awrite(attribute.get(), in_memory, data), "write the attribute " + name);
    attribute.close("close the attribute " + name);
}

template <class Number>
void write_number_list(hid_t object, const std::string& name, const std::vector<Number>& list) {
    write_attribute_data(object, name, file_type<Number>(), memory_type<Number>(), space_of({list.size()}),
                         list.data());
}

void write_value(hid_t object, const std::string& name, const std::string& text) {
    const auto type = hdf5_text_type();
    const char* pointer = text.c_str();
    write_attribute_data(object, name, type.get(), type.get(), space_of({}), &pointer);
}

void write_value(hid_t object, const std::string& name, const std::vector<std::string>& texts) {
    const auto type = hdf5_text_type();
    write_attribute_data(object, name, type.get(), type.get(), space_of({texts.size()}),
                         pointers_to(texts).data());
}

template <class Number>
requires std::is_arithmetic_v<Number>
void write_value(hid_t object, const std::string& name, Number number) {
    write_attribute_data(object, name, file_type<Number>(), memory_type<Number>(), space_of({}), &number);
}

void write_description(hid_t dataset, const Description& description) {
    write_value(dataset, "units", description.units);
    write_value(dataset, "long_name", description.long_name);
    write_value(dataset, "long_name_id", description.long_name_id);
    write_value(dataset, "definition", description.definition);
    write_value(dataset, "reference", description.reference);
}

/// One chunk for each position on the first axis, the replicate as a rule; of the many points of a sweep,
/// each with few numbers, neighbours share one.
std::vector<hsize_t> chunk_of(std::vector<hsize_t> lengths) {
    constexpr hsize_t many_positions = 256, numbers_a_chunk = 4096;
    if (lengths.size() < 2) return lengths;
    const hsize_t positions = lengths.front();
    lengths.front() = 1;
    if (positions < many_positions) return lengths;
    const hsize_t numbers = std::accumulate(lengths.begin(), lengths.end(), hsize_t{1}, std::multiplies<>());
    lengths.front() = std::clamp<hsize_t>(numbers_a_chunk / numbers, 1, positions);
    return lengths;
}

/// Floats are chunked, compressed, and carry a checksum; what was never written reads as missing.
void set_float_storage(const Hdf5Properties& creation, const std::vector<hsize_t>& lengths) {
    constexpr std::string_view action = "set the storage of a dataset";
    const double missing = std::numeric_limits<double>::quiet_NaN();
    hdf5_checked(H5Pset_fill_value(creation.get(), H5T_NATIVE_DOUBLE, &missing), action);
    if (lengths.empty()) return;
    const auto chunk = chunk_of(lengths);
    hdf5_checked(H5Pset_chunk(creation.get(), static_cast<int>(chunk.size()), chunk.data()), action);
    hdf5_checked(H5Pset_shuffle(creation.get()), action);
    hdf5_checked(H5Pset_deflate(creation.get(), gzip_level), action);
    hdf5_checked(H5Pset_fletcher32(creation.get()), action);
}

Hdf5Dataset create_dataset(hid_t group, const std::string& name, hid_t type,
                           const std::vector<hsize_t>& lengths) {
    Hdf5Properties creation(H5Pcreate(H5P_DATASET_CREATE), "create a dataset");
    set_object_properties(creation, "create a dataset");
    if (H5Tequal(type, H5T_IEEE_F64LE) > 0) set_float_storage(creation, lengths);
    const auto space = space_of(lengths);
    return {H5Dcreate2(group, name.c_str(), type, space.get(), H5P_DEFAULT, creation.get(), H5P_DEFAULT),
            "create the dataset " + name};
}

void write_data(const Hdf5Dataset& dataset, const std::string& name, hid_t in_memory, const void* data) {
    hdf5_checked(H5Dwrite(dataset.get(), in_memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, data),
                 "write the dataset " + name);
}

/// Creates and fills a dataset of any of the four types.
Hdf5Dataset write_values(hid_t group, const std::string& name, const std::vector<hsize_t>& lengths,
                         const ResultValues& values) {
    return std::visit(
        [&](const auto& list) {
            using Value = typename std::decay_t<decltype(list)>::value_type;
            if constexpr (std::is_same_v<Value, std::string>) {
                const auto type = hdf5_text_type();
                auto dataset = create_dataset(group, name, type.get(), lengths);
                write_data(dataset, name, type.get(), pointers_to(list).data());
                return dataset;
            } else {
                auto dataset = create_dataset(group, name, file_type<Value>(), lengths);
                write_data(dataset, name, memory_type<Value>(), list.data());
                return dataset;
            }
        },
        values);
}

Hdf5Dataset write_scale(hid_t group, const ResultAxis& axis) {
    const auto& name = axis.description.name;
    auto scale = write_values(group, name, {count_of(axis.keys)}, axis.keys);
    hdf5_checked(H5DSset_scale(scale.get(), name.c_str()), "make a dimension scale of " + name);
    write_description(scale.get(), axis.description);
    return scale;
}

void attach(const Hdf5Dataset& dataset, const Hdf5Dataset& scale, std::size_t axis) {
    hdf5_checked(H5DSattach_scale(dataset.get(), scale.get(), static_cast<unsigned>(axis)),
                 "attach a dimension scale");
}

void write_labels(hid_t group, const AxisLabels& labels, const Hdf5Dataset& scale) {
    auto dataset = write_values(group, labels.description.name, {count_of(labels.values)}, labels.values);
    attach(dataset, scale, 0);
    write_description(dataset.get(), labels.description);
    if (!labels.calendar.empty()) write_value(dataset.get(), "calendar", labels.calendar);
    dataset.close("close the dataset " + labels.description.name);
}

/// Names of the labels on the array's axes: by the CF conventions, its further coordinates.
std::string coordinates_of(const ResultArray& array, const ResultGroup& group) {
    std::string names;
    for (const auto axis : array.axes)
        for (const auto& labels : group.axes[axis].labels)
            names += (names.empty() ? "" : " ") + labels.description.name;
    return names;
}

void write_array_attributes(hid_t dataset, const ResultArray& array, const ResultGroup& group,
                            bool is_float) {
    write_description(dataset, array.description);
    if (const auto coordinates = coordinates_of(array, group); !coordinates.empty())
        write_value(dataset, "coordinates", coordinates);
    if (is_float)
        write_number_list<double>(dataset, "_FillValue", {std::numeric_limits<double>::quiet_NaN()});
    if (array.flags.values.empty()) return;
    write_number_list(dataset, "flag_values", array.flags.values);
    write_value(dataset, "flag_meanings", array.flags.meanings);
}

void write_array(hid_t file_group, const ResultGroup& group, const ResultArray& array,
                 const std::vector<Hdf5Dataset>& scales, const ArrayWatch& watch) {
    const auto& name = array.description.name;
    const auto lengths = lengths_of(array, group);
    const auto values = array.values();
    const auto* numbers = std::get_if<std::vector<double>>(&values);
    auto dataset = write_values(file_group, name, {lengths.begin(), lengths.end()}, values);
    for (std::size_t i = 0; i < array.axes.size(); ++i) attach(dataset, scales[array.axes[i]], i);
    write_array_attributes(dataset.get(), array, group, numbers != nullptr);
    dataset.close("close the dataset " + name);
    if (numbers != nullptr) watch(group.path + "/" + name, lengths, *numbers);
}

} // namespace

void set_object_properties(const Hdf5Properties& creation, std::string_view action) {
    hdf5_checked(H5Pset_attr_creation_order(creation.get(), keep_order), action);
    hdf5_checked(H5Pset_attr_phase_change(creation.get(), attributes_in_header, attributes_in_header / 2),
                 action);
    hdf5_checked(H5Pset_obj_track_times(creation.get(), false), action);
}

void set_group_properties(const Hdf5Properties& creation, std::string_view action) {
    set_object_properties(creation, action);
    hdf5_checked(H5Pset_link_creation_order(creation.get(), keep_order), action);
}

Hdf5Group create_group(hid_t file, const std::string& path) {
    const std::string action = "create the group " + path;
    Hdf5Properties creation(H5Pcreate(H5P_GROUP_CREATE), action);
    set_group_properties(creation, action);
    return {H5Gcreate2(file, path.c_str(), H5P_DEFAULT, creation.get(), H5P_DEFAULT), action};
}

void write_attribute(hid_t object, const ResultAttribute& attribute) {
    std::visit([&](const auto& value) { write_value(object, attribute.name, value); }, attribute.value);
}

void write_group(hid_t file, const ResultGroup& group, const ArrayWatch& watch) {
    auto file_group = create_group(file, group.path);
    for (const auto& attribute : group.attributes) write_attribute(file_group.get(), attribute);
    std::vector<Hdf5Dataset> scales;
    for (const auto& axis : group.axes) scales.push_back(write_scale(file_group.get(), axis));
    for (std::size_t i = 0; i < group.axes.size(); ++i)
        for (const auto& labels : group.axes[i].labels) write_labels(file_group.get(), labels, scales[i]);
    for (const auto& array : group.arrays) write_array(file_group.get(), group, array, scales, watch);
    for (auto& scale : scales) scale.close("close a dimension scale");
    file_group.close("close the group " + group.path);
}

} // namespace tujuh
