// SPDX-License-Identifier: Apache-2.0
#include "run/traffic.hpp"

#include <chrono>

namespace tujuh {

namespace {

/// Adds its lifetime to `seconds`.
class Timed {
  public:
    explicit Timed(double& seconds) : seconds_(seconds) {}
    ~Timed() { seconds_ += std::chrono::duration<double>(Clock::now() - start_).count(); }
    Timed(const Timed&) = delete;
    Timed& operator=(const Timed&) = delete;

  private:
    using Clock = std::chrono::steady_clock;
    double& seconds_;
    Clock::time_point start_ = Clock::now();
};

} // namespace

Traffic between(const Traffic& earlier, const Traffic& later) noexcept {
    return {later.waiting_seconds - earlier.waiting_seconds, later.seconds - earlier.seconds,
            later.bytes - earlier.bytes};
}

Exchange counted_in(Traffic& traffic, const Exchange& exchange) {
    if (exchange.parts == 1) return exchange;
    const auto meet = [&traffic, gather = exchange.gather] {
        const Timed timed(traffic.waiting_seconds);
        (void)gather({});
    };
    Exchange counted = exchange;
    counted.gather = [&traffic, meet, gather = exchange.gather](std::span<const std::byte> own) {
        meet();
        const Timed timed(traffic.seconds);
        auto all = gather(own);
        traffic.bytes += static_cast<double>(all.size() - own.size());
        return all;
    };
    counted.add = [&traffic, meet, add = exchange.add](std::span<std::int64_t> numbers) {
        meet();
        const Timed timed(traffic.seconds);
        add(numbers);
        traffic.bytes += static_cast<double>(numbers.size_bytes());
    };
    return counted;
}

} // namespace tujuh
