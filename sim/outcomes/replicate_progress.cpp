// SPDX-License-Identifier: Apache-2.0
#include "outcomes/replicate_progress.hpp"

#include "outcomes/table_bytes.hpp"

namespace tujuh {

template <Is<TrialTable> Struct> auto parts(Struct& table) {
    auto& [arms, values, households] = table;
    return std::tie(arms, values, households);
}

template <Is<Participant> Struct> auto parts(Struct& who) {
    auto& [household, village, arm, tenth, poor, weight, asked, benefit] = who;
    return std::tie(household, village, arm, tenth, poor, weight, asked, benefit);
}

namespace {

template <class Bytes, Is<ReplicateProgress> Struct> void carry_tables_of(Bytes& bytes, Struct& progress) {
    auto& [world, trials, trial, outcomes, complete] = progress;
    auto& [worlds, participants, treated] = trial;
    carry(bytes, trials);
    carry(bytes, participants);
    carry(bytes, treated);
    carry(bytes, outcomes);
    carry(bytes, complete);
}

} // namespace

void carry_tables(ByteWriter& bytes, const ReplicateProgress& progress) {
    carry_tables_of(bytes, progress);
}

void carry_tables(ByteReader& bytes, ReplicateProgress& progress) {
    carry_tables_of(bytes, progress);
}

} // namespace tujuh
