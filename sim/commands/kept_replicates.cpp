// SPDX-License-Identifier: Apache-2.0
#include "commands/kept_replicates.hpp"

#include "base/hash.hpp"
#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "commands/this_process.hpp"
#include "files/error.hpp"
#include "files/result_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tujuh {

namespace {

std::string hash_of(std::span<const LoadedScenario> loaded) {
    Sha256 hash;
    for (const auto& scenario : loaded) {
        hash.update_text(scenario.resolved_text);
        for (const auto& table : scenario.tables) hash.update_text(table.name + "\n" + table.text);
    }
    return hash.hex();
}

std::string program_text() {
    const Provenance program = this_build();
    return fmt::format("tujuh {}, commit {}, result format {}", program.version, program.git_commit,
                       result_format_version);
}

void refuse_without_output(const CommandLine& asked) {
    for (const auto& [given, option] :
         {std::pair{asked.resume, "--resume"}, std::pair{asked.max_walltime > 0, "--max-walltime"}})
        if (given)
            throw Error(ErrorKind::command_line,
                        {{option, "keeps nothing here", "finished replicates stand beside the result",
                          "name one with --output FILE"}});
}

} // namespace

KeptReplicates::KeptReplicates(const CommandLine& asked, std::span<const LoadedScenario> loaded,
                               std::string work, const std::string& output)
    : asked_(asked), replicates_(loaded.front().scenario.replicates) {
    if (output.empty()) {
        refuse_without_output(asked);
        return;
    }
    parts_.emplace(
        output, program_text(),
        std::vector<WorkFact>{{"scenario, seed or option", hash_of(loaded)}, {"command", std::move(work)}});
    if (parts_->exist() && !asked.resume && !asked.force)
        throw Error(ErrorKind::cannot_create,
                    {{parts_->folder(), "holds replicates of a command that was stopped", "",
                      "--resume goes on with them, --force starts afresh"}});
}

void KeptReplicates::serve(Session& session, std::size_t months) {
    if (!parts_) return;
    const bool is_first = this_process().rank() == 0;
    if (is_first && !asked_.resume) parts_->remove();
    if (is_first) parts_->make_folder();
    const std::size_t found = find_earlier();
    if (asked_.resume)
        say(asked_, fmt::format("going on after {} of {}", found, count_text(replicates_, "replicate")));
    session.already_done(found * months);
    store_.find = [this](std::uint32_t replicate) -> std::optional<std::vector<std::byte>> {
        if (!earlier_[replicate]) return std::nullopt;
        return parts_->read(replicate);
    };
    store_.keep = [this](std::uint32_t replicate, std::span<const std::byte> bytes) {
        keep(replicate, bytes);
    };
    session.keep_replicates(store_, parts_->folder());
}

/// Those that every process can read, so that all run the same ones.
std::size_t KeptReplicates::find_earlier() {
    std::vector<std::int64_t> readers(replicates_);
    if (asked_.resume)
        for (std::size_t r = 0; r < replicates_; ++r) readers[r] = parts_->read(r) ? 1 : 0;
    const Exchange exchange = this_process().exchange();
    if (exchange.parts > 1) exchange.add(readers);
    earlier_.clear();
    for (const auto count : readers) earlier_.push_back(count == static_cast<std::int64_t>(exchange.parts));
    return static_cast<std::size_t>(std::count(earlier_.begin(), earlier_.end(), true));
}

void KeptReplicates::keep(std::uint32_t replicate, std::span<const std::byte> bytes) const {
    if (this_process().rank() > 0) return;
    try {
        parts_->write(replicate, bytes);
    } catch (const Error& error) { // the runs can still reach their end
        for (const auto& problem : error.problems) warn(fmt::format("{}; the runs go on", format(problem)));
    }
}

void KeptReplicates::remove() const {
    if (parts_ && this_process().rank() == 0) parts_->remove();
}

} // namespace tujuh
