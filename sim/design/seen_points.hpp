// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "design/search.hpp"

#include <cstddef>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace tujuh {

using Position = std::vector<double>; ///< [factor], in the unit cube

/// What a search has seen of its model: no position is asked for twice.
class SeenPoints {
  public:
    explicit SeenPoints(Evaluate evaluate) : evaluate_(std::move(evaluate)) {}

    /// Evaluates in one call those positions that are new, each once, in the order given; none where all are
    /// known. False where the runs were stopped: then nothing has been added.
    bool see(std::span<const Position> positions);

    /// The measures at a position; null where it has not been seen.
    const std::vector<double>* at(const Position& position) const;

    std::size_t count() const noexcept { return seen_.size(); }

  private:
    Evaluate evaluate_;
    std::map<Position, std::vector<double>> seen_;
};

} // namespace tujuh
