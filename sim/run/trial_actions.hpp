// SPDX-License-Identifier: Apache-2.0
// What is done to the arms of a trial, as plain functions on a world between two months. They act on states
// of the model (what a household knows, its papers, its way, its score), never on an outcome.
#pragma once

#include "scenario/scenario.hpp"
#include "scenario/trial.hpp"
#include "world/world.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace tujuh {

/// Tells a household of a programme and of what it is entitled to.
void tell(Households& households, std::uint32_t household, std::size_t programme);

/// Completes a household's papers.
void complete_papers(Households& households, std::uint32_t household);

/// Offers help with asking for a programme to a household that knows it and is neither in it nor waiting. It
/// takes the offer up with the chance of the model's own decision (ODD 7.7) without burden, way or missing
/// papers; its papers are completed and the request is accompanied.
void offer_help(World& world, const Settings& settings, std::uint32_t village, std::uint32_t household,
                std::size_t programme);

/// How a village meeting sees a household: log rupiah a person and month, with the error of several
/// neighbours' judgements.
float meeting_score(const World& world, const RegistryParameters& registry, const Village& village,
                    std::uint32_t household);

/// Fills a programme anew in some villages of a district. They get together `places` x their households (of
/// those that meet the programme's conditions); each village as many as it has among the lowest proxy-means
/// scores of all these households, measured whether registered or not. Inside a village they go to the
/// lowest proxy-means scores, or to whom its meeting ranks lowest. All others of these villages are released.
/// `selection` is [village of the district], `unchanged` where nothing is done.
void select_households(World& world, const Settings& settings, District& district, std::size_t programme,
                       double places, std::span<const TrialSelection> selection);

} // namespace tujuh
