// SPDX-License-Identifier: Apache-2.0
#include "base/nearest_name.hpp"

#include <algorithm>
#include <vector>

namespace tujuh {

std::size_t slips_between(std::string_view a, std::string_view b) {
    // Row i holds the distances between the first i letters of a and each beginning of b.
    std::vector<std::size_t> row_before_last;
    std::vector<std::size_t> last_row;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row_before_last.swap(last_row);
        last_row = row;
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last_row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({replaced, last_row[j] + 1, row[j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], row_before_last[j - 2] + 1);
        }
    }
    return row.back();
}

std::string_view nearest_name(std::string_view wrong, std::span<const std::string_view> known) {
    const std::size_t farthest = std::max(std::size_t{1}, wrong.size() / 3);
    std::string_view nearest;
    std::size_t fewest = farthest + 1;
    for (const std::string_view name : known) {
        const std::size_t slips = slips_between(wrong, name);
        if (slips < fewest) {
            fewest = slips;
            nearest = name;
        }
    }
    return nearest;
}

} // namespace tujuh
