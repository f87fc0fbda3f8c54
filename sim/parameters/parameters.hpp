// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/agencies.hpp"
#include "parameters/agency_work.hpp"
#include "parameters/application.hpp"
#include "parameters/care.hpp"
#include "parameters/control.hpp"
#include "parameters/coping.hpp"
#include "parameters/informal.hpp"
#include "parameters/measures.hpp"
#include "parameters/needs.hpp"
#include "parameters/population.hpp"
#include "parameters/reform.hpp"
#include "parameters/registry.hpp"
#include "parameters/relaxation.hpp"
#include "parameters/resources.hpp"
#include "parameters/shocks.hpp"
#include "parameters/tasks.hpp"
#include "parameters/wellbeing.hpp"
#include "parameters/workers.hpp"

#include <cstddef>

namespace tujuh {

/// Every parameter of the model, a struct a sub-model.
struct Parameters {
    PopulationParameters population;
    ResourceParameters resources;
    ShockParameters shocks;
    CopingParameters coping;
    NeedParameters needs;
    WellbeingParameters wellbeing;
    ApplicationParameters application;
    RegistryParameters registry;
    AgencyParameters agencies;
    AgencyWorkParameters agency_work;
    InformalParameters informal;
    CareParameters care;
    ControlParameters control;
    ReformParameters reform;
    WorkerParameters workers;
    TaskParameters tasks;
    RelaxationParameters relaxation;
    MeasureParameters measures;
};

namespace detail {
template <class Group, std::size_t count, class Visitor>
constexpr void visit_group(Group& group, const ParameterRow<Group> (&rows)[count], Visitor& visitor) {
    for (const auto& row : rows) visitor(row, group.*(row.member));
}
} // namespace detail

/// Calls `visitor(row, value)` for each parameter in the order of the tables; `row` is a ParameterRow of its
/// group and `value` a double that may be changed.
template <class Visitor> constexpr void for_each_parameter(Parameters& p, Visitor&& visitor) {
    detail::visit_group(p.population, population_rows, visitor);
    detail::visit_group(p.resources, resource_rows, visitor);
    detail::visit_group(p.shocks, shock_rows, visitor);
    detail::visit_group(p.coping, coping_rows, visitor);
    detail::visit_group(p.needs, need_parameter_rows, visitor);
    detail::visit_group(p.wellbeing, wellbeing_rows, visitor);
    detail::visit_group(p.application, application_rows, visitor);
    detail::visit_group(p.registry, registry_rows, visitor);
    detail::visit_group(p.agencies, agency_parameter_rows, visitor);
    detail::visit_group(p.agency_work, agency_work_rows, visitor);
    detail::visit_group(p.informal, informal_rows, visitor);
    detail::visit_group(p.care, care_rows, visitor);
    detail::visit_group(p.control, control_rows, visitor);
    detail::visit_group(p.reform, reform_rows, visitor);
    detail::visit_group(p.workers, worker_rows, visitor);
    detail::visit_group(p.tasks, task_parameter_rows, visitor);
    detail::visit_group(p.relaxation, relaxation_rows, visitor);
    detail::visit_group(p.measures, measure_rows, visitor);
}

/// The declared defaults.
constexpr Parameters default_parameters() {
    Parameters p{};
    for_each_parameter(p, [](const auto& row, double& value) { value = row.default_value; });
    return p;
}

} // namespace tujuh
