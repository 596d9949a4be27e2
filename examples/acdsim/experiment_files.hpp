// What the files of sweep, compare and staff have in common.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "experiment_figures.hpp"
#include "json_values.hpp"
#include "junit.hpp"
#include "simulation_options.hpp"

namespace acdsim {

/// A cell of CSV: to six digits, empty where there is nothing to tell.
[[nodiscard]] std::string csv_number(const std::optional<double>& value);

/// "seed", "confidence", "service_level", "set", "acdsim"
[[nodiscard]] Json experiment_json(const SimulationOptions& options);
/// "group" (null: all), "figure", "target_wait" of a group, "bound" of a target.
[[nodiscard]] Json figure_json(const ExperimentFigure& figure);

/// Without cases.
[[nodiscard]] JunitSuite junit_suite(const std::filesystem::path& file,
                                     const SimulationOptions& options);
/// The figure has a target.
[[nodiscard]] JunitCase junit_case(const std::string& of, const ExperimentFigure& figure,
                                   const Estimate& estimate);

}  // namespace acdsim
