// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tujuh {

/// The JSON Schema (draft 4) of a scenario file, for editors that complete and check TOML. It is made from
/// the same rows that the reader uses. A file that builds on another gives only some of the keys, so none but
/// `format` is required.
std::string scenario_schema();

} // namespace tujuh
