// SPDX-License-Identifier: Apache-2.0
#include "files/hdf5_reading.hpp"

#include <hdf5_hl.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tujuh {

namespace {

/// Attributes that speak to HDF5's own libraries and to viewers.
constexpr std::array<std::string_view, 9> kept_for_others = {
    "CLASS",    "NAME",   "DIMENSION_LIST", "REFERENCE_LIST", "DIMENSION_LABELS",
    "NX_class", "signal", "axes",           "default"};

std::vector<std::string> texts_from(const std::vector<char*>& pointers) {
    std::vector<std::string> texts;
    for (const char* pointer : pointers) texts.emplace_back(pointer == nullptr ? "" : pointer);
    return texts;
}

H5T_class_t class_of(const Hdf5Type& type) {
    return hdf5_checked(H5Tget_class(type.get()), "read a type");
}

template <class Number>
std::vector<Number> read_numbers(hid_t dataset, hid_t in_memory, std::size_t count,
                                 const std::string& action) {
    std::vector<Number> numbers(count);
    hdf5_checked(H5Dread(dataset, in_memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers.data()), action);
    return numbers;
}

std::vector<std::string> read_dataset_of_texts(hid_t dataset, const Hdf5Space& space,
                                               const std::string& action) {
    const auto type = hdf5_text_type();
    std::vector<char*> pointers(count_in(space));
    hdf5_checked(H5Dread(dataset, type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), action);
    auto texts = texts_from(pointers);
    hdf5_checked(H5Dvlen_reclaim(type.get(), space.get(), H5P_DEFAULT, pointers.data()), action);
    return texts;
}

std::vector<std::string> names_of_attributes(hid_t object) {
    constexpr std::string_view action = "list attributes";
    H5O_info_t information;
    hdf5_checked(H5Oget_info2(object, &information, H5O_INFO_NUM_ATTRS), action);
    std::vector<std::string> names;
    for (hsize_t i = 0; i < information.num_attrs; ++i) {
        Hdf5Attribute attribute(
            H5Aopen_by_idx(object, ".", H5_INDEX_CRT_ORDER, H5_ITER_INC, i, H5P_DEFAULT, H5P_DEFAULT),
            action);
        std::string name(
            static_cast<std::size_t>(hdf5_checked(H5Aget_name(attribute.get(), 0, nullptr), action)), '\0');
        hdf5_checked(H5Aget_name(attribute.get(), name.size() + 1, name.data()), action);
        names.push_back(std::move(name));
    }
    return names;
}

AttributeValue read_attribute(hid_t object, const std::string& name) {
    Hdf5Attribute attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), "read the attribute " + name);
    const Hdf5Type type(H5Aget_type(attribute.get()), "read a type");
    const Hdf5Space space(H5Aget_space(attribute.get()), "read a shape");
    if (class_of(type) == H5T_FLOAT) return read_number<double>(object, name);
    if (class_of(type) == H5T_INTEGER) return read_number<std::int32_t>(object, name);
    if (lengths_in(space).empty()) return read_text(object, name);
    return read_texts(object, name);
}

/// Told of each scale of an axis: keeps the name of the first.
herr_t keep_name(hid_t, unsigned, hid_t scale, void* name) {
    const auto size = H5DSget_scale_name(scale, nullptr, 0);
    if (size < 0) return -1;
    auto& text = *static_cast<std::string*>(name);
    text.assign(static_cast<std::size_t>(size), '\0');
    return H5DSget_scale_name(scale, text.data(), text.size() + 1) < 0 ? -1 : 1;
}

} // namespace

std::size_t count_in(const Hdf5Space& space) {
    return static_cast<std::size_t>(hdf5_checked(H5Sget_simple_extent_npoints(space.get()), "read a shape"));
}

std::vector<std::size_t> lengths_in(const Hdf5Space& space) {
    const int rank = hdf5_checked(H5Sget_simple_extent_ndims(space.get()), "read a shape");
    std::vector<hsize_t> lengths(static_cast<std::size_t>(rank));
    hdf5_checked(H5Sget_simple_extent_dims(space.get(), lengths.data(), nullptr), "read a shape");
    return {lengths.begin(), lengths.end()};
}

bool has_attribute(hid_t object, const std::string& name) {
    return hdf5_checked(H5Aexists(object, name.c_str()), "look for the attribute " + name) > 0;
}

std::vector<std::string> read_texts(hid_t object, const std::string& name) {
    const std::string action = "read the attribute " + name;
    Hdf5Attribute attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), action);
    Hdf5Space space(H5Aget_space(attribute.get()), action);
    const auto type = hdf5_text_type();
    std::vector<char*> pointers(count_in(space));
    hdf5_checked(H5Aread(attribute.get(), type.get(), pointers.data()), action);
    auto texts = texts_from(pointers);
    hdf5_checked(H5Dvlen_reclaim(type.get(), space.get(), H5P_DEFAULT, pointers.data()), action);
    return texts;
}

std::string read_text(hid_t object, const std::string& name) {
    const auto texts = read_texts(object, name);
    return texts.empty() ? "" : texts.front();
}

template <class Number> Number read_number(hid_t object, const std::string& name) {
    const std::string action = "read the attribute " + name;
    Hdf5Attribute attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), action);
    Number number{};
    const hid_t type = std::is_same_v<Number, double> ? H5T_NATIVE_DOUBLE : H5T_NATIVE_INT32;
    hdf5_checked(H5Aread(attribute.get(), type, &number), action);
    return number;
}
template std::int32_t read_number<std::int32_t>(hid_t, const std::string&);
template double read_number<double>(hid_t, const std::string&);

std::vector<ResultAttribute> read_attributes(hid_t object) {
    std::vector<ResultAttribute> attributes;
    for (auto& name : names_of_attributes(object)) {
        if (std::find(kept_for_others.begin(), kept_for_others.end(), name) != kept_for_others.end())
            continue;
        auto value = read_attribute(object, name);
        attributes.push_back({std::move(name), std::move(value)});
    }
    return attributes;
}

std::vector<std::string> members_of(hid_t group) {
    constexpr std::string_view action = "list a group";
    H5G_info_t information;
    hdf5_checked(H5Gget_info(group, &information), action);
    std::vector<std::string> names;
    for (hsize_t i = 0; i < information.nlinks; ++i) {
        const auto name_in = [&](char* text, std::size_t size) {
            return hdf5_checked(
                H5Lget_name_by_idx(group, ".", H5_INDEX_CRT_ORDER, H5_ITER_INC, i, text, size, H5P_DEFAULT),
                action);
        };
        std::string name(static_cast<std::size_t>(name_in(nullptr, 0)), '\0');
        name_in(name.data(), name.size() + 1);
        names.push_back(std::move(name));
    }
    return names;
}

ResultValues read_values(hid_t dataset, const std::string& path) {
    const std::string action = "read the dataset " + path;
    const Hdf5Type type(H5Dget_type(dataset), action);
    const Hdf5Space space(H5Dget_space(dataset), action);
    const std::size_t count = count_in(space);
    if (class_of(type) == H5T_STRING) return read_dataset_of_texts(dataset, space, action);
    if (class_of(type) == H5T_FLOAT) return read_numbers<double>(dataset, H5T_NATIVE_DOUBLE, count, action);
    if (H5Tget_size(type.get()) == sizeof(std::int8_t))
        return read_numbers<std::int8_t>(dataset, H5T_NATIVE_INT8, count, action);
    return read_numbers<std::int32_t>(dataset, H5T_NATIVE_INT32, count, action);
}

std::vector<std::string> scales_of(hid_t dataset, const std::string& path) {
    const std::string action = "read the scales of " + path;
    const Hdf5Space space(H5Dget_space(dataset), action);
    std::vector<std::string> names;
    for (unsigned axis = 0; axis < lengths_in(space).size(); ++axis) {
        std::string name;
        hdf5_checked(H5DSiterate_scales(dataset, axis, nullptr, keep_name, &name), action);
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace tujuh
