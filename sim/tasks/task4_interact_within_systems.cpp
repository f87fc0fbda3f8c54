// SPDX-License-Identifier: Apache-2.0
#include "tasks/act.hpp"

namespace tujuh {
void gather_for_task4(const Scene&, Activity, Candidates&) {}
void do_in_task4(const Act&, std::uint32_t) {}
} // namespace tujuh
