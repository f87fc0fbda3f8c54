// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace tujuh {

enum class ProgressStyle : unsigned char { automatic, bar, plain, none };

/// Says on stderr how far a command is: a bar that is drawn over, or plain lines. Told of each month by any
/// thread.
class Progress {
  public:
    /// `style` automatic: a bar on a terminal, lines elsewhere.
    Progress(std::string title, std::size_t months, ProgressStyle style);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void month_done();
    /// Months that an earlier run has done; before the first of this one.
    void already_done(std::size_t months);
    /// Takes the bar off the screen.
    void clear();

  private:
    using Clock = std::chrono::steady_clock;
    bool is_due(std::size_t done, Clock::time_point now) const;
    void show(std::size_t done, Clock::time_point now);

    std::string title_;
    std::size_t months_;
    ProgressStyle style_;
    Clock::time_point start_;
    std::atomic<std::size_t> done_{0};
    std::size_t done_before_ = 0;
    std::mutex mutex_; ///< of what is below
    std::size_t shown_twentieths_ = 0;
    Clock::time_point shown_at_;
    bool bar_drawn_ = false;
};

/// "35 %, month 1,260 of 3,600, 210 months a second, 11 s left". The rate is of the months that were done in
/// these seconds: not of those `before`.
std::string progress_text(std::size_t done, std::size_t months, double seconds, std::size_t before = 0);

/// "11 s", "4 min 05 s", "2 h 10 min".
std::string duration_text(double seconds);

} // namespace tujuh
