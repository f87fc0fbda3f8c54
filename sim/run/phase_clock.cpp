// SPDX-License-Identifier: Apache-2.0
#include "run/phase_clock.hpp"

#include <tbb/enumerable_thread_specific.h>

#include <chrono>
#include <vector>

namespace tujuh {

namespace {

using Clock = std::chrono::steady_clock;

/// One thread: the phases it is in, the innermost last, which alone takes time.
struct OfThread {
    PhaseSeconds seconds{};
    std::vector<Phase> phases;
    Clock::time_point last;

    void lap() {
        const auto now = Clock::now();
        if (!phases.empty())
            seconds[static_cast<std::size_t>(phases.back())] +=
                std::chrono::duration<double>(now - last).count();
        last = now;
    }
};

} // namespace

struct PhaseClock::Threads {
    tbb::enumerable_thread_specific<OfThread> all;
    PhaseWatch watch;
};

PhaseClock::PhaseClock() : threads_(std::make_unique<Threads>()) {
    threads_->watch.begins = [this](Phase phase) {
        auto& thread = threads_->all.local();
        thread.lap();
        thread.phases.push_back(phase);
    };
    threads_->watch.ends = [this] {
        auto& thread = threads_->all.local();
        thread.lap();
        thread.phases.pop_back();
    };
    threads_->watch.current = [this]() -> std::optional<Phase> {
        const auto& phases = threads_->all.local().phases;
        if (phases.empty()) return std::nullopt;
        return phases.back();
    };
}

PhaseClock::~PhaseClock() = default;

const PhaseWatch* PhaseClock::watch() const noexcept {
    return &threads_->watch;
}

PhaseSeconds PhaseClock::seconds() const {
    PhaseSeconds sum{};
    for (const auto& thread : threads_->all)
        for (std::size_t phase = 0; phase < phase_count; ++phase) sum[phase] += thread.seconds[phase];
    return sum;
}

} // namespace tujuh
