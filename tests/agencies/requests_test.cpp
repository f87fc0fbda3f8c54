// SPDX-License-Identifier: Apache-2.0
#include "agencies/requests.hpp"

#include "agencies/registry.hpp"
#include "agencies/small_district.hpp"
#include "catch.hpp"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

using namespace tujuh;
using namespace tujuh::small_district;

namespace {

constexpr double plenty = 1e5; ///< cases a month

/// Nothing goes wrong at the desk, and nobody has too little room.
Settings smooth() {
    auto s = small_district::settings();
    auto& p = s.parameters.agencies;
    p.fidelity = 1;
    p.bias = p.stuck = p.decision_error = p.activation_failure = 0;
    return s;
}

World world_of(const Settings& s, double capacity = plenty, std::uint32_t households_a_village = 50) {
    World w = small_district::world(s, 2, households_a_village);
    set_capacity(w.districts[0], capacity, s.parameters.agencies);
    return w;
}

Filing filing(std::uint32_t household, bool accompanied = false, std::size_t programme = cash) {
    return {household, static_cast<std::uint8_t>(programme), accompanied};
}

void file(World& w, std::uint32_t first, std::uint32_t end, bool accompanied = false) {
    std::vector<Filing> filings;
    for (auto i = first; i < end; ++i) filings.push_back(filing(i, accompanied));
    file_requests(w, w.districts[0], filings);
}

void work(World& w, const Settings& s, int months) {
    for (int month = 0; month < months; ++month) {
        process_requests(w, w.districts[0], s);
        ++w.tick;
    }
}

bool adds_up(const District& d) {
    const auto& c = d.counts;
    return c.filed == c.enrolled + c.denied + c.lost + c.withdrawn + under_way(d);
}

bool passes(World& w, const Settings& s, std::uint32_t household, std::size_t programme = cash) {
    Request request;
    request.household = household;
    request.programme = static_cast<std::uint8_t>(programme);
    const double luck =
        w.draws.uniform_double(household, w.tick, Purpose::request_decision, request.programme);
    return decide_request(w, w.districts[0], s, request, luck).passes;
}

} // namespace

TEST_CASE("a household files once for a programme, and not for one that it has") {
    const auto s = smooth();
    World w = world_of(s);
    enrol(w, w.districts[0], 1, cash, Door::asked, true);
    file_requests(w, w.districts[0], {filing(0), filing(0), filing(1), filing(0, false, care)});
    CHECK(w.districts[0].counts.filed == 2);
    CHECK(under_way(w.districts[0]) == 2);
    CHECK(w.households.pending[0] == (bit_of(cash) | bit_of(care)));
    CHECK(w.households.pending[1] == 0);
}

TEST_CASE("a request takes a month for each of its three stages, however idle the agency") {
    const auto s = smooth();
    World w = world_of(s);
    file(w, 0, 1);
    work(w, s, 2);
    CHECK(w.districts[0].counts.enrolled == 0);
    work(w, s, 1);
    CHECK(w.districts[0].counts.enrolled == 1);
    CHECK(has_bit(w.households.enrolled[0] & w.households.served[0], cash));
    CHECK(w.households.pending[0] == 0);
}

TEST_CASE("the slowest sub-unit governs throughput, whichever it is") {
    const auto s = smooth();
    for (const auto slow : {SubUnit::intake, SubUnit::assessment, SubUnit::delivery}) {
        World w = world_of(s, 40, 500);
        auto& office = agency_of(w.districts[0], AgencyKind::social_affairs);
        office.units[static_cast<std::size_t>(slow)].staff /= 8; // 5 cases a month instead of 40
        file(w, 0, 1000);
        work(w, s, 3);
        const auto before = w.districts[0].counts.enrolled;
        work(w, s, 12);
        CHECK(w.districts[0].counts.enrolled - before == 12 * 5);
    }
}

TEST_CASE("throughput is staff x skill x fit x cases of a post, fractions carried to the next month") {
    auto s = smooth();
    World w = world_of(s, 40, 500);
    auto& intake = agency_of(w.districts[0], AgencyKind::social_affairs).units[0];
    intake.skill = 0.5f, intake.fit = 0.5f;
    intake.staff = 2.5 * (1 + 1e-12) / (0.25 * s.parameters.agencies.cases_per_staff);
    file(w, 0, 1000);
    work(w, s, 22);
    CHECK(w.districts[0].counts.enrolled == 20 * 5 / 2);
}

TEST_CASE("an idle agency saves up no more than a month of work") {
    const auto s = smooth();
    World w = world_of(s, 5, 500);
    work(w, s, 24);
    file(w, 0, 1000);
    work(w, s, 3);
    CHECK(w.districts[0].counts.enrolled == 10);
}

// Binomial; five standard deviations: error below 1e-6 for each fidelity.
TEST_CASE("a file is lost with one minus fidelity at each of two links before delivery") {
    for (const double fidelity : {0.5, 0.94, 0.99}) {
        auto s = smooth();
        s.parameters.agencies.fidelity = fidelity;
        World w = world_of(s, plenty, 5000);
        file(w, 0, 10000);
        work(w, s, 3 + static_cast<int>(s.parameters.agencies.lost_months));
        const auto& counts = w.districts[0].counts;
        CHECK(counts.lost + counts.enrolled == 10000);
        const double lost = static_cast<double>(counts.lost) / 10000;
        const double arrive = fidelity * fidelity;
        CHECK(std::fabs(lost - (1 - arrive)) < five_deviations(arrive, 10000));
    }
}

TEST_CASE("an accompanied request cannot be lost, cannot stop, and its service starts") {
    auto s = smooth();
    s.parameters.agencies.fidelity = 0;
    s.parameters.agencies.stuck = 1;
    s.parameters.agencies.activation_failure = 1;
    World w = world_of(s);
    file(w, 0, 50, true);
    file(w, 50, 100, false);
    work(w, s, 3);
    CHECK(w.districts[0].counts.enrolled == 50);
    for (std::uint32_t i = 0; i < 50; ++i) REQUIRE(has_bit(w.households.served[i], cash));
    work(w, s, 12);
    CHECK(w.districts[0].counts.lost == 50);
}

TEST_CASE("accompanied requests go first, then the older ones") {
    const auto s = smooth();
    World w = world_of(s, 10);
    file(w, 0, 30);
    file(w, 50, 60, true);
    work(w, s, 3);
    for (std::uint32_t i = 0; i < 100; ++i)
        REQUIRE(has_bit(w.households.enrolled[i], cash) == (i >= 50 && i < 60));
    file(w, 60, 70); // younger than those who still wait
    work(w, s, 1);
    for (std::uint32_t i = 0; i < 10; ++i) REQUIRE(has_bit(w.households.enrolled[i], cash));
    CHECK(w.districts[0].counts.enrolled == 20);
}

TEST_CASE("a household learns after the declared months that its file is lost, and may ask again") {
    auto s = smooth();
    s.parameters.agencies.fidelity = 0;
    World w = world_of(s);
    file(w, 0, 1);
    const int months = static_cast<int>(s.parameters.agencies.lost_months);
    work(w, s, months);
    CHECK(has_bit(w.households.pending[0], cash));
    work(w, s, 1);
    CHECK_FALSE(has_bit(w.households.pending[0], cash));
    CHECK(w.districts[0].counts.lost == 1);
    file(w, 0, 1);
    CHECK(w.districts[0].counts.filed == 2);
}

TEST_CASE("who has waited too long gives up") {
    const auto s = smooth();
    World w = world_of(s, 0);
    file(w, 0, 20);
    work(w, s, static_cast<int>(s.parameters.agencies.give_up_months));
    CHECK(w.districts[0].counts.withdrawn == 0);
    work(w, s, 1);
    CHECK(w.districts[0].counts.withdrawn == 20);
}

TEST_CASE("the request of a household that is no more is withdrawn") {
    const auto s = smooth();
    World w = world_of(s);
    file(w, 0, 2);
    w.households.pending[0] = 0; // as a renewed household starts
    work(w, s, 1);
    CHECK(w.districts[0].counts.withdrawn == 1);
    CHECK(under_way(w.districts[0]) == 1);
}

TEST_CASE("who is pushed in meanwhile has the request granted") {
    const auto s = smooth();
    World w = world_of(s, 0);
    file(w, 0, 1);
    enrol(w, w.districts[0], 0, cash, Door::asked, true);
    work(w, s, 1);
    CHECK(w.districts[0].counts.enrolled == 1);
    CHECK(w.districts[0].enrolled[cash] == 1);
    CHECK(w.households.pending[0] == 0);
}

TEST_CASE("approved requests wait for a place, and take it as soon as there is one") {
    auto s = smooth();
    s.programmes[cash].quota = 3;
    World w = world_of(s);
    file(w, 0, 10);
    work(w, s, 6);
    CHECK(w.districts[0].enrolled[cash] == 3);
    CHECK(under_way(w.districts[0]) == 7);
    release(w, w.districts[0], 0, cash);
    work(w, s, 1);
    CHECK(w.districts[0].enrolled[cash] == 3);
    CHECK(under_way(w.districts[0]) == 6);
}

TEST_CASE("a refusal is remembered and lowers morale") {
    const auto s = smooth();
    World w = world_of(s);
    w.households.score[0] = log(600000.0f);
    file(w, 0, 1);
    work(w, s, 2);
    CHECK(w.districts[0].counts.denied == 1);
    CHECK(has_bit(w.households.denied[0], cash));
    CHECK(w.households.morale[0] ==
          Approx(0.5 - s.parameters.wellbeing.denial_lowers_morale).margin(StoredShare::largest_error));
}

TEST_CASE("the desk asks for a low score, the papers, the members and the need") {
    auto s = smooth();
    s.programmes[school].documents_required = 1;
    World w = world_of(s);
    auto& h = w.households;
    CHECK(passes(w, s, 0));
    h.score[0] = log(510000.0f);
    CHECK_FALSE(passes(w, s, 0));
    CHECK_FALSE(passes(w, s, 1, school));
    h.children[1] = 1;
    CHECK(passes(w, s, 1, school));
    h.traits[1] = trait::registered;
    CHECK_FALSE(passes(w, s, 1, school));
    CHECK(passes(w, s, 1, cash)); // asks for no papers here
    CHECK_FALSE(passes(w, s, 1, care));
    h.deficit[static_cast<std::size_t>(Need::care)][1] = 0.5f;
    CHECK(passes(w, s, 1, care));
}

TEST_CASE("the desk decides by what it measures, not by what is true") {
    const auto s = smooth();
    World w = world_of(s);
    w.households.resource_mean[0] = 9e6f;
    w.households.resource_mean[1] = 1000.0f;
    w.households.score[1] = log(600000.0f);
    CHECK(passes(w, s, 0));
    CHECK_FALSE(passes(w, s, 1));
}

TEST_CASE("rule bias refuses a vulnerable household that another of the same score is not refused") {
    const auto s = smooth();
    World w = world_of(s);
    agency_of(w.districts[0], AgencyKind::social_affairs).bias.fill(0.3f); // ln(500/400) is 0.22
    w.households.elders[1] = 1;
    CHECK(passes(w, s, 0));
    CHECK_FALSE(passes(w, s, 1));
}

TEST_CASE("an applicant whom the registry does not know is measured as the registry would, and listed") {
    const auto s = smooth();
    World w = world_of(s);
    auto& h = w.households;
    h.traits[0] = trait::documents;
    h.score[0] = 0;
    const bool passed = passes(w, s, 0);
    CHECK((h.traits[0] & trait::registered) != 0);
    CHECK(passed == (h.score[0] < log(500000.0f)));
    CHECK(h.score[0] > 10);
}

TEST_CASE(
    "whom the office measured for one request is listed when it passes, and struck off when it is refused") {
    const auto s = smooth();
    World w = world_of(s);
    auto& h = w.households;
    for (const std::uint32_t i : {0u, 1u}) h.traits[i] = trait::documents;
    h.resource_mean[0] = 10000.0f;
    h.resource_mean[1] = 9e7f;
    h.score[2] = log(600000.0f); // listed before
    file(w, 0, 3);
    work(w, s, 2);
    CHECK(w.districts[0].counts.denied == 2);
    CHECK((h.traits[0] & trait::registered) != 0);
    CHECK((h.traits[1] & trait::registered) == 0);
    CHECK((h.traits[2] & trait::registered) != 0);
}

TEST_CASE("the desk does not measure again whom it knows or a visitor has seen") {
    const auto s = smooth();
    World w = world_of(s);
    w.households.traits[1] = trait::documents | trait::visited;
    passes(w, s, 0), passes(w, s, 1);
    CHECK(w.households.score[0] == log(usual_resources));
    CHECK(w.households.score[1] == log(usual_resources));
}

// Binomial; five standard deviations: error below 1e-6 for each skill.
TEST_CASE("wrong decisions rise as the skill of assessors falls") {
    for (const float skill : {0.0f, 0.5f, 1.0f}) {
        auto s = smooth();
        s.parameters.agencies.decision_error = 0.05;
        World w = world_of(s, plenty, 5000);
        agency_of(w.districts[0], AgencyKind::social_affairs).units[1].skill = skill;
        double wrong = 0;
        for (std::uint32_t i = 0; i < 10000; ++i) wrong += passes(w, s, i) ? 0 : 1;
        const double expected = 0.05 * 2 * (1 - static_cast<double>(skill));
        CHECK(std::fabs(wrong / 10000 - expected) <= five_deviations(expected, 10000));
    }
}

TEST_CASE("a service of which monitoring does not hear does not start by itself") {
    const auto s = smooth();
    World w = world_of(s);
    agency_of(w.districts[0], AgencyKind::social_affairs).fidelity[2] = 0;
    file(w, 0, 1);
    file(w, 1, 2, true);
    work(w, s, 3);
    CHECK(w.districts[0].counts.enrolled == 2);
    CHECK_FALSE(has_bit(w.households.served[0], cash));
    CHECK(has_bit(w.households.served[1], cash));
    CHECK(w.districts[0].tally.files_lost == 1);
    CHECK(w.districts[0].tally.files_handled == 6);
}

TEST_CASE("agencies that quarrel over a household do work twice, unless its plan is joint") {
    const auto s = smooth();
    const auto enrolled_after = [&](bool asks_both, bool joint) {
        World w = world_of(s, plenty, 500);
        auto& d = w.districts[0];
        d.conflict(0, static_cast<Eigen::Index>(AgencyKind::protection)) = 0.5f;
        auto& office = agency_of(d, AgencyKind::social_affairs);
        office.units[static_cast<std::size_t>(SubUnit::assessment)].staff *= 60 / plenty;
        file(w, 0, 600);
        for (std::uint32_t i = 0; i < 600 && asks_both; ++i) file_requests(w, d, {filing(i, false, care)});
        for (auto& request : d.requests) request.joint = joint;
        agency_of(d, AgencyKind::protection).units.fill({}); // care waits, so that it stays pending
        work(w, s, 8); // two months to get there, and the first idle month's capacity carried over
        return d.counts.enrolled;
    };
    CHECK(enrolled_after(false, false) == 7 * 60);
    CHECK(enrolled_after(true, false) == 7 * 40);
    CHECK(enrolled_after(true, true) == 7 * 60);
}

TEST_CASE("suspended providers cut delivery by their share") {
    const auto s = smooth();
    World w = world_of(s, 40, 500);
    auto& office = agency_of(w.districts[0], AgencyKind::social_affairs);
    for (auto& provider : office.providers) provider.suspended = true;
    file(w, 0, 1000);
    work(w, s, 6);
    const auto before = w.districts[0].counts.enrolled;
    work(w, s, 10);
    const double left = 1 - s.parameters.control.provider_share;
    CHECK(static_cast<double>(w.districts[0].counts.enrolled - before) == Approx(10 * 40 * left));
}

// Binomial; five standard deviations: error below 1e-6.
TEST_CASE("the declared share of files stops in assessment, and all of them move again in the end") {
    auto s = smooth();
    s.parameters.agencies.stuck = 0.2;
    World w = world_of(s, plenty, 5000);
    file(w, 0, 10000);
    work(w, s, 3);
    const double stopped = static_cast<double>(under_way(w.districts[0])) / 10000;
    CHECK(std::fabs(stopped - 0.2) < five_deviations(0.2, 10000));
    s.parameters.agencies.stuck = 0;
    s.parameters.agencies.unstuck_rate = 2;
    work(w, s, 20);
    CHECK(w.districts[0].counts.enrolled == 10000);
}

TEST_CASE("over six years every request ends in exactly one state") {
    auto s = small_district::settings();
    s.programmes[cash].quota = 40;
    s.parameters.agencies.lost_months = 4;
    s.parameters.agencies.give_up_months = 8;
    World w = world_of(s, 12);
    auto& h = w.households;
    for (std::uint32_t i = 0; i < h.count(); ++i) {
        h.deficit[static_cast<std::size_t>(Need::care)][i] = 0.6f;
        h.score[i] = log(usual_resources) + 0.3f * w.draws.normal(i, 0, Purpose::population);
    }
    for (int month = 0; month < 72; ++month) {
        std::vector<Filing> filings;
        for (std::uint32_t i = 0; i < h.count(); ++i)
            for (std::size_t p = 0; p < programmes; ++p) {
                const auto sub = static_cast<std::uint32_t>(p);
                if (w.draws.happens(0.1, i, w.tick, Purpose::act, sub))
                    filings.push_back(filing(i, (i + sub) % 5 == 0, p));
                if (w.draws.happens(0.02, i, w.tick, Purpose::household_year, sub))
                    h.pending[i] = 0; // renewed
                if (has_bit(h.enrolled[i], p) && w.draws.happens(0.05, i, w.tick, Purpose::reform_end, sub))
                    release(w, w.districts[0], i, p);
            }
        file_requests(w, w.districts[0], filings);
        work(w, s, 1);
        REQUIRE(adds_up(w.districts[0]));
    }
    const auto& counts = w.districts[0].counts;
    CHECK(counts.enrolled > 100);
    CHECK(counts.denied > 100);
    CHECK(counts.lost > 10);
    CHECK(counts.withdrawn > 100);
}

TEST_CASE(
    "a start is owed to advocacy before a plan, to a plan before company, to company before the asking") {
    const auto s = smooth();
    World w = world_of(s);
    for (std::uint32_t i = 0; i < 5; ++i) w.households.eligible[i] = bit_of(cash);
    auto taken_up = filing(4, true);
    taken_up.advocated = true;
    file_requests(w, w.districts[0], {filing(0), filing(1), filing(2, true), filing(3, true), taken_up});
    w.districts[0].requests[3].joint = w.districts[0].requests[4].joint = true;
    work(w, s, 3);
    REQUIRE(w.districts[0].counts.enrolled == 5);
    const auto& starts = w.districts[0].tally.starts_by_door;
    CHECK(starts[static_cast<std::size_t>(Door::asked)] == 2);
    CHECK(starts[static_cast<std::size_t>(Door::accompanied)] == 1);
    CHECK(starts[static_cast<std::size_t>(Door::planned)] == 1);
    CHECK(starts[static_cast<std::size_t>(Door::advocated)] == 1);
}
