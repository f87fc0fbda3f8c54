// SPDX-License-Identifier: Apache-2.0
#include "agencies/providers.hpp"

#include "agencies/small_district.hpp"
#include "catch.hpp"

using namespace tujuh;

namespace {

double licensed_share(const std::vector<District>& districts) {
    double licensed = 0, all = 0;
    for (const auto& district : districts)
        for (const auto& agency : district.agencies)
            for (const auto& provider : agency.providers) licensed += provider.licensed ? 1 : 0, all += 1;
    return licensed / all;
}

} // namespace

TEST_CASE("without inspections as many providers hold a licence as at the start", "[providers]") {
    const auto p = default_parameters().control;
    const Draws draws{1, 0};
    std::vector<District> districts(300);
    for (std::uint32_t d = 0; d < districts.size(); ++d) {
        districts[d].number = d;
        found_providers(districts[d], draws, 0, p);
    }
    const double n = 300.0 * agency_count * providers_an_agency;
    const double bound = small_district::five_deviations(p.licensed_usual, n);
    CHECK(std::fabs(licensed_share(districts) - p.licensed_usual) < bound);
    for (int month = 1; month <= 80; ++month)
        for (auto& district : districts) change_providers(district, draws, month, p);
    // A licence lasts for whole months, one more than the chance assumes at most.
    CHECK(std::fabs(licensed_share(districts) - p.licensed_usual) < bound + 0.01);
}

TEST_CASE("quality drifts to where it was at the start, and rises while a provider is suspended",
          "[providers]") {
    const auto p = default_parameters().control;
    const Draws draws{1, 0};
    District district;
    found_providers(district, draws, 0, p);
    auto& better = district.agencies[0].providers[0];
    auto& suspended = district.agencies[0].providers[1];
    const float usual = better.quality;
    better.quality = 1;
    suspended.quality = 0.1f;
    suspended.suspended = true;
    suspended.licensed = false;
    for (int month = 1; month <= static_cast<int>(p.provider_months); ++month) {
        const float before = suspended.quality;
        change_providers(district, draws, month, p);
        if (suspended.suspended) CHECK(suspended.quality > before);
        // Papers alone do not bring back whoever is below the standard.
        CHECK((suspended.suspended || static_cast<double>(suspended.quality) >= p.minimum_standard));
    }
    CHECK(better.quality == Approx((1 + usual) / 2).epsilon(1e-4));
}

TEST_CASE("who is suspended serves nobody: the others' quality counts, and less is delivered",
          "[providers]") {
    ControlParameters p = default_parameters().control;
    p.provider_share = 0.3;
    Agency agency;
    agency.quality = 0.6f;
    for (std::size_t i = 0; i < providers_an_agency; ++i) agency.providers[i].quality = 0.2f;
    agency.providers[2].quality = 0.8f;
    CHECK(service_quality(agency, p) == Approx(0.7 * 0.6 + 0.3 * 0.4).epsilon(1e-5));
    CHECK(share_delivered(agency, p) == 1);
    agency.providers[0].suspended = agency.providers[1].suspended = true;
    CHECK(service_quality(agency, p) == Approx(0.7 * 0.6 + 0.3 * 0.8).epsilon(1e-5));
    CHECK(share_delivered(agency, p) == Approx(0.8));
}
