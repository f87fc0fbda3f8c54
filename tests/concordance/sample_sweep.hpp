// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordance/sample_result.hpp"
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

} // namespace sample
