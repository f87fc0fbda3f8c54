// SPDX-License-Identifier: Apache-2.0
#include "commands/this_process.hpp"

namespace tujuh {

const Ranks& this_process() {
    static const Ranks ranks;
    return ranks;
}

} // namespace tujuh
