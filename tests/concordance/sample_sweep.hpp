// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordance/sample_result.hpp"
#include "design/calibration.hpp"
#include "design/optimum.hpp"
#include "design/points.hpp"
#include "files/sweep_file.hpp"
#include "outcomes/catalogue.hpp"

#include <vector>

namespace sample {

/// A sweep of three points and two factors, one of which has listed values; the last point has failed.
inline tujuh::SweepFile sweep() {
    using namespace tujuh;
    SweepFile file;
    file.scenario = sample::result().scenarios.front();
    file.scenario.replicates.clear();
    file.design.method = DesignMethod::latin_hypercube;
    file.design.points = 3;
    file.design.replicates = 2;
    file.design.from_month = 0;
    file.design.to_month = 1;
    Factor burden;
    burden.key = "agencies.burden";
    burden.title = "Burden of procedures";
    burden.title_id = "Beban prosedur";
    burden.unit = "0-1";
    burden.low = 0;
    burden.high = 1;
    Factor quota;
    quota.key = "programmes.pkh.quota";
    quota.title = "Places in PKH";
    quota.title_id = "Kuota PKH";
    quota.unit = "households in the nation";
    quota.choices = {{"10000000", 1e7}, {"12000000", 1.2e7}};
    file.design.factors = {burden, quota};
    file.points = points_of(file.design);
    file.design_text = "[design]\nmethod = \"latin_hypercube\"\n";
    file.outcomes = {*find_outcome("coverage_of_eligible"), *find_outcome("gini")};
    file.groupings = {{Grouping::decile, {{"1", "2"}, {"poorest", "richest"}, {"termiskin", "terkaya"}}}};
    const std::vector<double> a_run = {0.3, 0.37, 0.2, 0.4, 0.36, 0.38};
    std::vector<double> two_runs = a_run;
    two_runs.insert(two_runs.end(), a_run.begin(), a_run.end());
    file.results = {{"", two_runs}, {"", two_runs}, {"replicate 0, month 3: a fault", {}}};
    return file;
}

/// The same with what a method that tells sensitivity finds at those points.
inline tujuh::SweepFile sweep_with_sensitivity(tujuh::DesignMethod method) {
    auto file = sweep();
    file.design.method = method;
    file.sensitivity = tujuh::sensitivity_of(file);
    return file;
}

/// The same with readings of each run behind its outcomes; both factors have ranges.
inline tujuh::SweepFile sweep_with_readings(tujuh::DesignMethod method, const std::vector<double>& readings) {
    auto file = sweep();
    file.design.method = method;
    tujuh::Factor& quota = file.design.factors.back();
    quota.choices.clear();
    quota.low = 8e6;
    quota.high = 1.2e7;
    file.points = tujuh::points_at(file.design, {0.1, 0.2, 0.5, 0.5, 0.9, 0.7});
    file.base_values = {0.4, 1e7};
    for (auto& point : file.results) {
        if (point.failed()) continue;
        const auto middle = point.values.begin() + static_cast<std::ptrdiff_t>(point.values.size() / 2);
        point.values.insert(middle, readings.begin(), readings.end());
        point.values.insert(point.values.end(), readings.begin(), readings.end());
    }
    return file;
}

/// A calibration by one of its two methods; one of two targets is held out.
inline tujuh::SweepFile sweep_with_fit(tujuh::DesignMethod method) {
    using namespace tujuh;
    auto file = sweep_with_readings(method, {0.31, 0.21});
    Target fitted;
    fitted.outcome = "coverage_of_eligible";
    fitted.published = "coverage";
    fitted.value = 0.35;
    fitted.tolerance = 0.02;
    fitted.source = "a survey";
    fitted.from_month = fitted.to_month = 1;
    Target held_out = fitted;
    held_out.group = "decile/1";
    held_out.held_out = true;
    file.design.targets = {fitted, held_out};
    if (method == DesignMethod::rejection) {
        file.design.accepted = 1;
        add_findings(file);
        return file;
    }
    LeastSquaresMethod search;
    search.start = {0.5, 0.5};
    search.screening = 4;
    Fit fit;
    fit.chance = {0.01, 0.02};
    fit.least_squares = fit_least_squares(2, fit_targets_of(file.design, fit.chance), search,
                                          [](std::span<const double> positions) {
                                              std::vector<std::vector<double>> readings;
                                              for (std::size_t i = 0; i < positions.size(); i += 2)
                                                  readings.push_back({positions[i] / 2, positions[i + 1]});
                                              return std::optional(readings);
                                          });
    file.fit = fit;
    return file;
}

/// Best points by two objectives within a limit: so many of the first two points of the design.
inline tujuh::SweepFile sweep_with_optimum(std::size_t members) {
    using namespace tujuh;
    auto file = sweep_with_readings(DesignMethod::evolution, {0.3, 0.37, 55});
    file.design.objectives = {{{"coverage_of_eligible", "", 0, 1}, Goal::raise},
                              {{"gini", "", 0, 1}, Goal::lower}};
    Limit caseload;
    caseload.outcome = "caseload";
    caseload.from_month = caseload.to_month = 1;
    caseload.at_most = 1.1;
    caseload.of_base = true;
    file.design.limits = {caseload};
    Optimum found;
    found.progress = {0.8, 1};
    found.front_size = members;
    found.first_replicate = found.replicates = 2;
    found.base = {0.3, 0.31, 0.37, 0.38, 55, 56};
    for (std::size_t m = 0; m < members; ++m) {
        found.members.push_back(m);
        found.checked.insert(found.checked.end(), found.base.begin(), found.base.end());
        for (auto* of_reading : {&found.difference, &found.standard_error, &found.low, &found.high})
            of_reading->insert(of_reading->end(), 3, 0.0);
    }
    file.optimum = found;
    return file;
}

} // namespace sample
