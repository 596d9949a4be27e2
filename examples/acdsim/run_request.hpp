// What `acdsim run` is asked.
#pragma once

#include <filesystem>

#include "simulation_options.hpp"

namespace acdsim {

struct RunRequest : SimulationOptions {
  std::filesystem::path file{};  ///< scenario
};

}  // namespace acdsim
