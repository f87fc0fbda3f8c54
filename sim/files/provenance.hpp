// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tujuh {

/// What produced a result.
struct Provenance {
    std::string version, git_commit, compiler, compiler_flags;
};

/// The program that is running.
Provenance this_build();

} // namespace tujuh
