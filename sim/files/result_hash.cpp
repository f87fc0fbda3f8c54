// SPDX-License-Identifier: Apache-2.0
#include "files/result_hash.hpp"

#include "base/hash.hpp"

namespace tujuh {

void ResultHash::add(const std::string& path, std::span<const std::size_t> lengths,
                     std::span<const double> values) {
    Sha256 hash;
    hash.update_integer(static_cast<std::int64_t>(lengths.size()));
    for (const auto length : lengths) hash.update_integer(static_cast<std::int64_t>(length));
    hash.update_reals(values);
    of_datasets_[path] = hash.hex();
}

std::string ResultHash::hex() const {
    Sha256 hash;
    for (const auto& [path, of_dataset] : of_datasets_) hash.update_text(path + " " + of_dataset + "\n");
    return hash.hex();
}

bool is_hashed(std::string_view path) noexcept {
    constexpr std::string_view alternatives = "/scenarios/";
    if (path.starts_with(alternatives)) path.remove_prefix(path.find('/', alternatives.size()));
    const auto name = path.substr(path.rfind('/') + 1);
    return !path.starts_with("/scenario/") && !name.starts_with("published_");
}

void for_each_hashed(const std::vector<ResultGroup>& groups,
                     const std::function<void(const std::string&, const std::vector<std::size_t>&,
                                              const std::vector<double>&)>& visit) {
    for (const auto& group : groups)
        for (const auto& array : group.arrays) {
            const std::string path = group.path + "/" + array.description.name;
            if (!is_hashed(path)) continue;
            const auto values = array.values();
            if (const auto* numbers = std::get_if<std::vector<double>>(&values))
                visit(path, lengths_of(array, group), *numbers);
        }
}

std::string result_hash(const ResultFile& result) {
    return result_hash(result_groups(result));
}

std::string result_hash(const std::vector<ResultGroup>& groups) {
    ResultHash hash;
    for_each_hashed(groups, [&](const std::string& path, const std::vector<std::size_t>& lengths,
                                const std::vector<double>& values) { hash.add(path, lengths, values); });
    return hash.hex();
}

} // namespace tujuh
