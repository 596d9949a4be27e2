// What `acdsim run` is asked.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace acdsim {

struct RunRequest {
  std::filesystem::path file{};  ///< scenario
  std::uint64_t seed = 1;
  std::uint32_t replications = 30;
  double confidence = 95;  ///< percent
  std::string service_level = "of_offered";
  std::string interval{};  ///< a duration; empty: as the scenario says
  std::uint32_t jobs = 0;  ///< threads; 0: one for each processor
  bool quiet = false;      ///< no progress
};

}  // namespace acdsim
