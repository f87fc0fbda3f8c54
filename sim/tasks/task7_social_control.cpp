// SPDX-License-Identifier: Apache-2.0
#include "tasks/act.hpp"

namespace tujuh {
void gather_for_task7(const Scene&, Activity, Candidates&) {}
void do_in_task7(const Act&, std::uint32_t) {}
} // namespace tujuh
