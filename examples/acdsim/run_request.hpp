// What `acdsim run` is asked.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "simulation_options.hpp"

namespace acdsim {

struct RunRequest : SimulationOptions {
  std::filesystem::path file{};    ///< scenario
  std::vector<std::string> out{};  ///< "KIND:FILE", each
  std::filesystem::path html{};    ///< the same as "html:FILE"; empty: no page
};

}  // namespace acdsim
