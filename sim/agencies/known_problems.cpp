// SPDX-License-Identifier: Apache-2.0
// What an agency does about problems of its own making. Below the threshold complaints are noted and nothing
// happens; above it burden and the rules' bias against vulnerable groups fall each month by the share
//   heed_rate x (known - threshold) / (1 - threshold) x responsiveness
#include "agencies/known_problems.hpp"

namespace tujuh {

void act_on_known_problems(Agency& agency, const AgencyWorkParameters& p) noexcept {
    const double above = static_cast<double>(agency.problem_known) - p.heed_threshold;
    if (above <= 0) return;
    const double share =
        p.heed_rate * above / (1.0 - p.heed_threshold) * static_cast<double>(agency.responsiveness);
    const auto kept = static_cast<float>(1.0 - share);
    agency.burden *= kept;
    for (auto& bias : agency.bias) bias *= kept;
}

} // namespace tujuh
