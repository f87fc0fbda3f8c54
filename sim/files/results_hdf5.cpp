// SPDX-License-Identifier: Apache-2.0
// The file is built in memory and written by plain system calls: HDF5 hides a full disk in places where a
// program cannot see it (a close that reports success over zeros), and cannot let go of a file that it failed
// to write.
#include "files/results_hdf5.hpp"

#include "files/error.hpp"
#include "files/hdf5_datasets.hpp"
#include "files/output_path.hpp"
#include "files/result_hash.hpp"
#include "files/results_read.hpp"

#include <cstddef>
#include <vector>

namespace tujuh {

namespace {

struct Image {
    std::vector<std::byte> bytes;
    std::string hash;
};

constexpr std::size_t memory_step_bytes = std::size_t{4} << 20;

/// An empty file in memory that remembers the order in which things are created.
Hdf5File create_file_in_memory() {
    constexpr std::string_view action = "begin a file in memory";
    Hdf5Properties access(H5Pcreate(H5P_FILE_ACCESS), action);
    hdf5_checked(H5Pset_fapl_core(access.get(), memory_step_bytes, false), action);
    Hdf5Properties creation(H5Pcreate(H5P_FILE_CREATE), action);
    set_group_properties(creation, action);
    return {H5Fcreate("result in memory", H5F_ACC_TRUNC, creation.get(), access.get()), action};
}

std::vector<std::byte> bytes_of(const Hdf5File& file) {
    constexpr std::string_view action = "finish the file in memory";
    hdf5_checked(H5Fflush(file.get(), H5F_SCOPE_GLOBAL), action);
    const auto size = hdf5_checked(H5Fget_file_image(file.get(), nullptr, 0), action);
    std::vector<std::byte> bytes(static_cast<std::size_t>(size));
    hdf5_checked(H5Fget_file_image(file.get(), bytes.data(), bytes.size()), action);
    return bytes;
}

Image image_of(const std::vector<ResultAttribute>& attributes, const std::vector<ResultGroup>& groups) {
    auto file = create_file_in_memory();
    for (const auto& attribute : attributes) write_attribute(file.get(), attribute);
    ResultHash hash;
    const auto watch = [&](const std::string& path, const std::vector<std::size_t>& lengths,
                           const std::vector<double>& values) {
        if (is_hashed(path)) hash.add(path, lengths, values);
    };
    for (const auto& group : groups) write_group(file.get(), group, watch);
    write_attribute(file.get(), {"result_hash", hash.hex()});
    write_attribute(file.get(), {"complete", std::int8_t{1}});
    Image image{bytes_of(file), hash.hex()};
    file.close("close the file in memory");
    return image;
}

/// What was read from the disk again must be what was to be written.
void check_written(const std::string& path, const std::string& hash) {
    const auto found = read_result_summary(path);
    if (!found.complete || found.result_hash != hash || found.hash_of_content != hash)
        throw Error(ErrorKind::input_output,
                    {{path, "what was written does not read back the same", "", "check the disk"}});
}

} // namespace

std::string write_result(const std::string& path, const ResultFile& result) {
    return write_groups(path, root_attributes(result), result_groups(result));
}

std::string write_groups(const std::string& path, const std::vector<ResultAttribute>& attributes,
                         const std::vector<ResultGroup>& groups) {
    const QuietHdf5 quiet;
    const auto image = image_of(attributes, groups);
    write_file_durably(path, image.bytes,
                       [&](const std::string& temporary) { check_written(temporary, image.hash); });
    return image.hash;
}

} // namespace tujuh
