// What a scenario probably does not mean.
#pragma once

#include "simulation/scenario_findings.hpp"

namespace acd::simulation {

/// Of demands whose group nobody serves all day. Linear in the scenario.
void warn_of_unserved_groups(ScenarioFindings& findings);

}  // namespace acd::simulation
