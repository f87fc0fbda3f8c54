// SPDX-License-Identifier: Apache-2.0
#include "outcomes/whole_sums.hpp"

namespace tujuh {

void AreaCount::clear() noexcept {
    tenth = {};
    head = {};
    disability = {};
    programme = {};
    for (auto& bin : after) bin = {};
    for (auto& bin : before) bin = {};
}

void AreaCount::add(const AreaCount& other) noexcept {
    for (std::size_t t = 0; t < tenth_count; ++t) tenth[t].add(other.tenth[t]);
    for (std::size_t g = 0; g < 2; ++g) head[g].add(other.head[g]), disability[g].add(other.disability[g]);
    for (std::size_t p = 0; p < max_programmes; ++p) programme[p].add(other.programme[p]);
    for (std::size_t bin = 0; bin < money_bin_count; ++bin) {
        after[bin].persons += other.after[bin].persons;
        after[bin].consumption += other.after[bin].consumption;
        before[bin].persons += other.before[bin].persons;
        before[bin].consumption += other.before[bin].consumption;
        before[bin].benefits += other.before[bin].benefits;
    }
}

} // namespace tujuh
