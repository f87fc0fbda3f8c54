// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace tujuh {

/// What came out at a point of a design. A point of which one replicate failed has failed.
struct PointResult {
    std::string reason;         ///< why it failed; empty where it did not
    std::vector<double> values; ///< [replicate][measure]; empty where it failed or was not run

    bool failed() const noexcept { return !reason.empty(); }
};

} // namespace tujuh
