// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace tujuh {

/// Money in whole rupiah at constant prices. Public money is always of this type, so that it is conserved
/// exactly.
using Rupiah = std::int64_t;

} // namespace tujuh
