// SPDX-License-Identifier: Apache-2.0
#include "commands/progress.hpp"

#include "commands/text_table.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <unistd.h>
#include <utility>

namespace tujuh {

namespace {

constexpr auto bar_pause = std::chrono::milliseconds(100);
constexpr auto line_pause = std::chrono::seconds(30);
constexpr std::size_t bar_width = 24;
constexpr const char* erase_line = "\r\033[K";

ProgressStyle resolved(ProgressStyle style) {
    if (style != ProgressStyle::automatic) return style;
    return ::isatty(STDERR_FILENO) != 0 ? ProgressStyle::bar : ProgressStyle::plain;
}

std::string bar_text(std::size_t done, std::size_t months) {
    const std::size_t full = months > 0 ? done * bar_width / months : bar_width;
    return "[" + std::string(full, '#') + std::string(bar_width - full, '.') + "]";
}

} // namespace

std::string duration_text(double seconds) {
    const auto whole = static_cast<long long>(std::ceil(seconds));
    if (whole < 100) return fmt::format("{} s", whole);
    if (whole < 6000) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
    return fmt::format("{} h {:02} min", whole / 3600, whole % 3600 / 60);
}

std::string progress_text(std::size_t done, std::size_t months, double seconds, std::size_t before) {
    const auto count = [](std::size_t number) { return number_text(static_cast<double>(number), 0); };
    std::string text = fmt::format("{:3} %, month {} of {}", months > 0 ? done * 100 / months : 100,
                                   count(done), count(months));
    const double rate = seconds > 0 ? static_cast<double>(done - before) / seconds : 0;
    if (rate > 0 && done < months)
        text += fmt::format(", {} months a second, {} left", number_text(rate, rate < 10 ? 1 : 0),
                            duration_text(static_cast<double>(months - done) / rate));
    return text;
}

Progress::Progress(std::string title, std::size_t months, ProgressStyle style)
    : title_(std::move(title)), months_(months), style_(resolved(style)), start_(Clock::now()),
      shown_at_(start_) {}

Progress::~Progress() {
    clear();
}

void Progress::clear() {
    if (bar_drawn_) fmt::print(stderr, "{}", erase_line);
    bar_drawn_ = false;
}

void Progress::already_done(std::size_t months) {
    done_ = done_before_ = months;
    if (months_ > 0) shown_twentieths_ = months * 20 / months_;
}

bool Progress::is_due(std::size_t done, Clock::time_point now) const {
    if (style_ == ProgressStyle::bar) return now - shown_at_ >= bar_pause;
    return done * 20 / months_ > shown_twentieths_ || now - shown_at_ >= line_pause;
}

void Progress::month_done() {
    const std::size_t done = ++done_;
    if (style_ == ProgressStyle::none) return;
    const auto now = Clock::now();
    // Whoever finds another thread drawing leaves it to that thread.
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (lock.owns_lock() && is_due(done, now)) show(done, now);
}

void Progress::show(std::size_t done, Clock::time_point now) {
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const std::string text = progress_text(done, months_, seconds, done_before_);
    if (style_ == ProgressStyle::bar) {
        fmt::print(stderr, "{}{} {} {}", erase_line, title_, bar_text(done, months_), text);
        std::fflush(stderr);
        bar_drawn_ = true;
    } else {
        fmt::print(stderr, "{}: {}\n", title_, text);
    }
    shown_twentieths_ = done * 20 / months_;
    shown_at_ = now;
}

} // namespace tujuh
