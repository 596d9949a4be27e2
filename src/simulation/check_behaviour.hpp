// What is wrong with what customers do in menus, with bots and afterwards, and with what fails.
#pragma once

#include <string>

#include "simulation/scenario_findings.hpp"

namespace acd::simulation {

/// `path`: of the demand.
void check_behaviour(ScenarioFindings& findings, const std::string& path, const Demand& demand);
void check_outages(ScenarioFindings& findings);
void check_faults(ScenarioFindings& findings);
/// True if nobody comes of whom no log tells.
[[nodiscard]] bool are_all_recorded(const Scenario& scenario, const Demand& demand);
/// True if sessions of another demand, or of its own, come back as this one.
[[nodiscard]] bool is_follow_up(const Scenario& scenario, const Demand& demand);

}  // namespace acd::simulation
