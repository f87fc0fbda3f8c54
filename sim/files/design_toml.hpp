// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/for_each.hpp"
#include "design/points.hpp"
#include "files/scenario_toml.hpp"
#include "scenario/design.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

/// Design files: TOML in, the points of a design and their scenarios out. A design file is a scenario file
/// with a `[design]` and `[[factor]]`s besides; its scenario is what the points start from.
namespace tujuh {

class LoadedDesign {
  public:
    const Design& design() const noexcept { return design_; }
    const DesignPoints& points() const noexcept { return points_; }
    /// The scenario without any factor set.
    const LoadedScenario& base() const noexcept { return base_; }
    /// The design as one text: what was given and what was filled in, listed points included.
    const std::string& resolved_text() const noexcept { return resolved_text_; }

    /// The same design at other points.
    LoadedDesign with_points(DesignPoints points) const;
    /// The same design with other values of its targets, [target].
    LoadedDesign with_target_values(const std::vector<double>& values) const;
    /// The scenario as it is, as a point at which no factor is set. Values and positions are those that it
    /// has; NaN and the middle where it says nothing of a factor.
    DesignPoints base_point() const;

    /// The scenario of a point: the base with each factor's value laid over it as by `--set`. May be called
    /// from several threads. Throws Error where it is no sound scenario.
    Scenario scenario_of(std::size_t point) const;

    /// Makes the scenario of every point and gives it to `visit`. Throws Error that tells what is wrong at
    /// the first bad point, and how many there are.
    void check_points(const ForEach& for_each,
                      const std::function<void(std::size_t, const Scenario&)>& visit) const;

  private:
    struct Variants;
    friend LoadedDesign read_design(const ScenarioSource&, const std::string&, const std::string&,
                                    const std::vector<std::string>&);
    Design design_;
    DesignPoints points_;
    LoadedScenario base_;
    std::string resolved_text_;
    std::shared_ptr<const Variants> variants_; ///< the tree that variants are made from
};

/// Reads a design and all that it builds on, once; no point is looked at. `settings` are of the form
/// `key=value`, also of `design.points`. Throws Error as `read_scenario` does.
LoadedDesign read_design(const ScenarioSource& source, const std::string& name, const std::string& shown,
                         const std::vector<std::string>& settings);

/// Reads a design from disk: a path, or the name of a shipped one without suffix.
LoadedDesign read_design_file(const std::string& path, const std::vector<std::string>& settings = {});

/// True where the file can be read and says that it is a design.
bool is_design_file(const std::string& path);

/// Reads a design again from what a sweep's file carries: the text of its scenario, that of the design, and
/// the tables.
LoadedDesign read_resolved_design(const std::string& name, const std::string& scenario_text,
                                  const std::string& design_text, const std::vector<NamedText>& tables);

} // namespace tujuh
