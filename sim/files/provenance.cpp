// SPDX-License-Identifier: Apache-2.0
#include "files/provenance.hpp"

#include "provenance_build.hpp"

namespace tujuh {

Provenance this_build() {
    return {std::string(build::program_version), std::string(build::git_commit), std::string(build::compiler),
            std::string(build::compiler_flags)};
}

} // namespace tujuh
