// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace tujuh {

/// What a search asks of a model: positions [point][factor] in the unit cube; the answer is [point][measure],
/// NaN all through where a point failed, and nothing where the runs were stopped. The points of one call may
/// be run side by side, so a search asks for as many at a time as its method allows.
using Evaluate =
    std::function<std::optional<std::vector<std::vector<double>>>(std::span<const double> positions)>;

} // namespace tujuh
