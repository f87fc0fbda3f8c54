// SPDX-License-Identifier: Apache-2.0
// The request channel (ODD 7.8). A sub-unit handles staff x skill x fit x cases_per_staff files a month, so
// the slowest governs. A request moves one stage a month at most, and may be lost between two sub-units.
// Accompanied requests cannot be lost or stop, and come first. Two agencies that quarrel over a household do
// part of each other's work.
#include "agencies/requests.hpp"

#include "agencies/eligibility.hpp"
#include "agencies/providers.hpp"
#include "agencies/registry.hpp"
#include "agencies/sub_units.hpp"
#include "base/fetch_ahead.hpp"
#include "base/many_draws.hpp"

#include <algorithm>
#include <utility>

namespace tujuh {

void file_requests(World& world, District& district, std::span<const Filing> filings) {
    auto& h = world.households;
    for (const auto& filing : filings) {
        const auto bit = bit_of(filing.programme);
        if (((h.pending[filing.household] | h.enrolled[filing.household]) & bit) != 0) continue;
        h.pending[filing.household] |= bit;
        Request request;
        request.household = filing.household;
        request.filed = world.tick;
        request.programme = filing.programme;
        request.accompanied = filing.accompanied;
        request.advocated = filing.advocated;
        district.requests.push_back(request);
        district.requests_of.add(filing.household);
        ++district.counts.filed;
    }
}

void index_requests(District& district) {
    district.requests_of.make_anew(district.requests);
}

namespace {

using End = RequestEnd;

class RequestDesk {
  public:
    RequestDesk(World& world, District& district, const Settings& settings)
        : world_(world), h_(world.households), district_(district), s_(settings),
          p_(settings.parameters.agencies), unstuck_(1.0 - exp(-p_.unstuck_rate)) {
        for (std::size_t p = 0; p < s_.programmes.size(); ++p)
            quota_[p] = quota_of(world, district, s_.programmes[p], p);
    }

    void work() {
        open_month();
        sort_into_piles();
        // Late stages first, so that a request moves one stage a month at most.
        for (const auto stage : {Stage::approved, Stage::assessment, Stage::intake})
            for (const bool accompanied : {true, false}) work_pile(stage, accompanied);
        std::size_t kept = 0;
        for (const auto& request : district_.requests) {
            if (close(request)) continue;
            district_.requests[kept++] = request;
        }
        district_.requests.resize(kept);
        index_requests(district_);
    }

  private:
    /// Adds the month's capacity to each sub-unit; at most one month's worth is carried over.
    void open_month() {
        for (auto& agency : district_.agencies)
            for (std::size_t u = 0; u < sub_unit_count; ++u) {
                auto& unit = agency.units[u];
                double month = capacity_of(unit, p_);
                if (u == static_cast<std::size_t>(SubUnit::delivery))
                    month *= share_delivered(agency, s_.parameters.control);
                unit.capacity_left = std::min(unit.capacity_left, std::max(1.0, month)) + month;
            }
    }

    static std::size_t pile_of(Stage stage, bool accompanied) {
        return 2 * static_cast<std::size_t>(stage) + (accompanied ? 0 : 1);
    }
    static std::size_t pile_of(const Request& request) { return pile_of(request.stage, request.accompanied); }

    /// One pile a stage, and one more for those accompanied; in each, requests stay in their order.
    void sort_into_piles() {
        auto& order = district_.workspace.desk;
        order.resize(district_.requests.size());
        for (const auto& request : district_.requests) ++pile_end_[pile_of(request)];
        std::uint32_t begin = 0;
        for (auto& end : pile_end_) begin += std::exchange(end, begin);
        for (std::uint32_t r = 0; r < order.size(); ++r)
            order[pile_end_[pile_of(district_.requests[r])]++] = r;
    }

    /// Luck that requests may need at a stage. Accompanied ones need less: they are not lost, and do not
    /// stop.
    static std::span<const Purpose> luck_at(Stage stage, bool accompanied) {
        static constexpr std::array intake = {Purpose::request_intake};
        static constexpr std::array assessment = {Purpose::request_unstuck, Purpose::request_decision,
                                                  Purpose::request_assessment, Purpose::request_delivery};
        static constexpr std::array approved = {Purpose::request_monitoring, Purpose::enrolment};
        switch (stage) {
        case Stage::intake:
            return std::span(intake).first(accompanied ? 0 : intake.size());
        case Stage::assessment:
            return std::span(assessment).first(accompanied ? 2 : assessment.size());
        case Stage::approved:
            return std::span(approved).first(accompanied ? 0 : approved.size());
        }
        return {};
    }

    /// In the order of the pile; luck is drawn for as many at a time as can be side by side.
    void work_pile(Stage stage, bool accompanied) {
        constexpr std::size_t ahead = 8;
        const auto pile = pile_of(stage, accompanied);
        const auto begin = pile == 0 ? 0 : pile_end_[pile - 1];
        const auto waiting = std::span(district_.workspace.desk).subspan(begin, pile_end_[pile] - begin);
        luck_drawn_ = luck_at(stage, accompanied);
        for (std::size_t first = 0; first < waiting.size(); first += most_side_by_side) {
            const auto count = std::min(most_side_by_side, waiting.size() - first);
            const auto requests = waiting.subspan(first, count);
            if (std::any_of(requests.begin(), requests.end(),
                            [this](std::uint32_t r) { return may_go_on(district_.requests[r]); }))
                draw_luck(requests);
            for (lane_ = 0; lane_ < count; ++lane_) {
                const auto k = first + lane_;
                if (k + ahead < waiting.size()) fetch(district_.requests[waiting[k + ahead]]);
                auto& request = district_.requests[waiting[k]];
                request.end = advance(request);
            }
        }
    }

    /// Whether the month may bring it a draw: most files wait for places or for hands.
    bool may_go_on(const Request& request) {
        switch (request.stage) {
        case Stage::intake:
            return has_room(unit(request, SubUnit::intake));
        case Stage::assessment:
            return request.stuck || has_room(unit(request, SubUnit::assessment));
        case Stage::approved:
            return has_place(request.programme) && has_room(unit(request, SubUnit::delivery));
        }
        return false;
    }

    void draw_luck(std::span<const std::uint32_t> requests) {
        for (std::size_t k = 0; k < requests.size(); ++k) {
            const auto& request = district_.requests[requests[k]];
            drawn_for_.entity[k] = number_of(world_, district_, request.household);
            drawn_for_.sub_index[k] = request.programme;
        }
        for (std::size_t l = 0; l < luck_drawn_.size(); ++l)
            draw_words(set_, luck_[l], drawn_for_, requests.size(), world_.draws, world_.tick,
                       luck_drawn_[l]);
    }

    /// A number between 0 and 1 of the request that is being worked on.
    double luck(Purpose purpose) const {
        const auto l = static_cast<std::size_t>(std::find(luck_drawn_.begin(), luck_drawn_.end(), purpose) -
                                                luck_drawn_.begin());
        return uniform_double_from(luck_[l][0][lane_], luck_[l][1][lane_]);
    }
    bool happens(double chance, Purpose purpose) const { return luck(purpose) < chance; }

    /// What the desk will look at: more of it where a decision may be due.
    void fetch(const Request& request) const {
        const auto i = request.household;
        fetch_ahead(i, h_.pending, h_.enrolled);
        if (request.stage == Stage::assessment && !request.lost && !request.stuck)
            fetch_ahead(i, h_.traits, h_.score, h_.resource_mean, h_.children, h_.elders, h_.disabled,
                        h_.deficit[main_need_of(s_.programmes[request.programme])]);
    }

    End advance(Request& request) {
        if (!has_bit(h_.pending[request.household], request.programme))
            return End::withdrawn; // the household was renewed
        if (has_bit(h_.enrolled[request.household], request.programme))
            return End::enrolled; // pushed in meanwhile
        if (request.lost)
            return world_.tick - request.since >= static_cast<std::int32_t>(p_.lost_months) ? End::lost
                                                                                            : End::none;
        if (world_.tick - request.filed >= static_cast<std::int32_t>(p_.give_up_months))
            return End::withdrawn;
        switch (request.stage) {
        case Stage::intake:
            return take_in(request);
        case Stage::assessment:
            return assess(request);
        case Stage::approved:
            return grant(request);
        }
        return End::none;
    }

    SubUnitState& unit(const Request& request, SubUnit which) {
        return agency(request).units[static_cast<std::size_t>(which)];
    }
    Agency& agency(const Request& request) {
        return district_.agencies[static_cast<std::size_t>(s_.programmes[request.programme].agency)];
    }
    static bool has_room(const SubUnitState& unit) { return unit.capacity_left >= 1.0; }
    bool has_place(std::size_t programme) const { return district_.enrolled[programme] < quota_[programme]; }
    /// What a file begun takes beyond the capacity left is taken from next month's.
    static bool spend(SubUnitState& unit, double files = 1.0) {
        if (!has_room(unit)) return false;
        unit.capacity_left -= files;
        return true;
    }
    /// Passes a file on over a link of the chain. False: it is lost.
    bool passes_on(const Request& request, std::size_t link, Purpose purpose) {
        ++district_.tally.files_handled;
        const double lost = 1.0 - static_cast<double>(agency(request).fidelity[link]);
        if (request.accompanied || !happens(lost, purpose)) return true;
        ++district_.tally.files_lost;
        return false;
    }
    void lose(Request& request) const {
        request.lost = true;
        request.since = world_.tick;
    }
    /// Work of assessing it, in files: what another agency asks of the same household is asked again, the
    /// more the less they agree, unless they share a plan.
    double work_of_assessing(const Request& request) const {
        if (request.joint) return 1.0;
        const auto own = static_cast<Eigen::Index>(s_.programmes[request.programme].agency);
        float conflict = 0;
        for (std::size_t p = 0; p < s_.programmes.size(); ++p)
            if (has_bit(h_.pending[request.household], p))
                conflict = std::max(
                    conflict, district_.conflict(own, static_cast<Eigen::Index>(s_.programmes[p].agency)));
        return 1.0 + static_cast<double>(conflict);
    }

    End take_in(Request& request) {
        if (!spend(unit(request, SubUnit::intake))) return End::none;
        if (passes_on(request, 0, Purpose::request_intake))
            request.stage = Stage::assessment;
        else
            lose(request);
        return End::none;
    }

    End assess(Request& request) {
        if (request.stuck) {
            request.stuck = !happens(unstuck_, Purpose::request_unstuck);
            return End::none;
        }
        if (!spend(unit(request, SubUnit::assessment), work_of_assessing(request))) return End::none;
        if (!request.accompanied && happens(p_.stuck, Purpose::request_assessment)) {
            request.stuck = true;
            request.since = world_.tick;
            return End::none;
        }
        ++district_.tally.decided;
        const bool listed = (h_.traits[request.household] & trait::registered) != 0;
        const Decision decision =
            decide_request(world_, district_, s_, request, luck(Purpose::request_decision));
        if (decision.in_error) ++district_.tally.wrong_decisions;
        if (!decision.passes) {
            if (!listed) strike_off(request.household);
            return End::denied;
        }
        request.stage = Stage::approved;
        if (!passes_on(request, 1, Purpose::request_delivery)) lose(request);
        return End::none;
    }

    /// Whom the office measured for this request alone is not kept in the registry after a refusal.
    void strike_off(std::uint32_t household) {
        h_.traits[household] = static_cast<std::uint8_t>(h_.traits[household] & ~trait::registered);
    }

    static Door door_of(const Request& request) {
        if (request.advocated) return Door::advocated;
        if (request.joint) return Door::planned;
        return request.accompanied ? Door::accompanied : Door::asked;
    }

    End grant(Request& request) {
        const std::size_t p = request.programme;
        if (!has_place(p) || !spend(unit(request, SubUnit::delivery))) return End::none;
        // Monitoring does not look after the start of a service of which it has not heard.
        const bool heard_of = passes_on(request, 2, Purpose::request_monitoring);
        const bool fails =
            !heard_of || (!request.accompanied && happens(p_.activation_failure, Purpose::enrolment));
        enrol(world_, district_, request.household, p, door_of(request), !fails);
        return End::enrolled;
    }

    /// Books how a request ended. False: it stays.
    bool close(const Request& request) {
        if (request.end == End::none) return false;
        auto& counts = district_.counts;
        const auto bit = bit_of(request.programme);
        h_.pending[request.household] = static_cast<ProgrammeMask>(h_.pending[request.household] & ~bit);
        switch (request.end) {
        case End::none:
            break;
        case End::enrolled:
            ++counts.enrolled;
            break;
        case End::denied:
            ++counts.denied;
            ++district_.tally.refused;
            h_.denied[request.household] |= bit;
            h_.morale[request.household] =
                clamp01(h_.morale[request.household] -
                        static_cast<float>(s_.parameters.wellbeing.denial_lowers_morale));
            break;
        case End::lost:
            ++counts.lost;
            break;
        case End::withdrawn:
            ++counts.withdrawn;
            break;
        }
        return true;
    }

    World& world_;
    Households& h_;
    District& district_;
    const Settings& s_;
    const AgencyParameters& p_;
    double unstuck_; ///< chance a month
    std::array<std::int64_t, max_programmes> quota_{};
    std::array<std::uint32_t, 6> pile_end_{};
    const InstructionSet set_ = widest_instruction_set();
    DrawnFor drawn_for_;
    std::span<const Purpose> luck_drawn_;
    std::array<WordsSideBySide, 4> luck_; ///< of each purpose drawn
    std::size_t lane_ = 0;                ///< of the request that is being worked on
};

/// An applicant whom the registry does not know is measured in the office as the registry would measure, and
/// listed.
void list_in_registry(World& world, const District& district, const Settings& settings, std::uint32_t i) {
    auto& h = world.households;
    if ((h.traits[i] & (trait::registered | trait::visited)) != 0) return;
    const auto& p = settings.parameters.registry;
    h.traits[i] |= trait::registered;
    h.score[i] = registry_score(h.resource_mean[i], registry_error(p.spread, p.fit), world.draws,
                                number_of(world, district, i), world.national.registry_round);
}

} // namespace

Decision decide_request(World& world, const District& district, const Settings& settings,
                        const Request& request, double luck) {
    auto& h = world.households;
    const auto i = request.household;
    const auto& programme = settings.programmes[request.programme];
    const auto& agency = district.agencies[static_cast<std::size_t>(programme.agency)];
    list_in_registry(world, district, settings, i);
    const bool papers = (h.traits[i] & trait::documents) != 0 ||
                        !asks_for_papers(programme, district.levers, request.programme);
    const float measured = h.score[i] + bias_against(agency, h, i);
    bool passes = papers && meets_conditions(programme, h, i) &&
                  measured < log(static_cast<float>(world.national.cutoff[request.programme]));
    if (relieves_directly(programme))
        passes = passes && h.deficit[main_need_of(programme)][i] >
                               static_cast<float>(settings.parameters.measures.known_need);
    const auto& assessors = agency.units[static_cast<std::size_t>(SubUnit::assessment)];
    const double wrong =
        settings.parameters.agencies.decision_error * 2.0 * (1.0 - static_cast<double>(assessors.skill));
    const bool in_error = luck < wrong;
    return {passes != in_error, in_error};
}

void process_requests(World& world, District& district, const Settings& settings) {
    RequestDesk(world, district, settings).work();
}

} // namespace tujuh
