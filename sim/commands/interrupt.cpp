// SPDX-License-Identifier: Apache-2.0
#include "commands/interrupt.hpp"

#include "commands/speech.hpp"
#include "commands/this_process.hpp"
#include "files/error.hpp"

#include <csignal>
#include <string_view>
#include <unistd.h>

namespace tujuh {

namespace {

std::atomic<bool> stop{false};
std::atomic<bool> writing{false};
std::atomic<bool> silent{false}; // another process says it
std::atomic<WhenStopped> work{WhenStopped::nothing_is_written};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<WhenStopped>::is_always_lock_free,
              "a signal handler may not wait for a lock");

/// Only calls that are safe in a signal handler: write and _exit.
void say(std::string_view text) noexcept {
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

extern "C" void on_signal(int) {
    if (stop.exchange(true)) ::_exit(exit_code(ErrorKind::interrupted));
    if (silent) return;
    if (writing)
        say("\ntujuh: the result is being written and will be completed; once more ends at once\n");
    else if (work == WhenStopped::a_checkpoint_is_written)
        say("\ntujuh: stopping after this month; a checkpoint will be written (once more ends at once)\n");
    else if (work == WhenStopped::finished_batches_are_kept)
        say("\ntujuh: stopping after this month; batches that are done are kept (once more ends at once)\n");
    else if (work == WhenStopped::finished_replicates_are_kept)
        say("\ntujuh: stopping after this month; replicates that are done are kept (once more ends at "
            "once)\n");
    else
        say("\ntujuh: stopping after this month; nothing is written (once more ends at once)\n");
}

} // namespace

void catch_interrupts(WhenStopped when_stopped) {
    work = when_stopped;
    silent = this_process().rank() > 0;
    struct sigaction action {};
    action.sa_handler = on_signal;
    sigemptyset(&action.sa_mask);
    // Calls that were interrupted go on: an unfinished write would otherwise look like a failed one.
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM, SIGUSR1}) sigaction(signal, &action, nullptr);
}

const std::atomic<bool>& stop_flag() noexcept {
    return stop;
}

void promise(WhenStopped when_stopped) noexcept {
    work = when_stopped;
}

bool may_begin_writing() noexcept {
    return writing.exchange(true) || !stop;
}

void begin_writing() {
    if (may_begin_writing()) return;
    if (work != WhenStopped::finished_replicates_are_kept) throw_interrupted();
    throw Error(ErrorKind::interrupted,
                {{"", "stopped before the result was written; all replicates are kept", "",
                  "the same command with --resume writes it"}});
}

void ignore_file_size_signal() noexcept {
    std::signal(SIGXFSZ, SIG_IGN);
}

} // namespace tujuh
