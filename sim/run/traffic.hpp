// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/together.hpp"

namespace tujuh {

/// What a process spends on hearing of the others.
struct Traffic {
    double waiting_seconds = 0; ///< until the slowest had come to an exchange
    double seconds = 0;         ///< of exchanges once all were there
    double bytes = 0;           ///< received: rows of others, and sums over all
};

/// What happened between two states of one count.
Traffic between(const Traffic& earlier, const Traffic& later) noexcept;

/// The same exchange, counted in `traffic`, which has to outlive it. Parts meet once more before each.
Exchange counted_in(Traffic& traffic, const Exchange& exchange);

} // namespace tujuh
