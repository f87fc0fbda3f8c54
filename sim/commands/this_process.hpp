// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/ranks.hpp"

namespace tujuh {

/// This process among those that `mpirun` has started. Made at the first call.
const Ranks& this_process();

} // namespace tujuh
