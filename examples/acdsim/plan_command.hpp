// acdsim plan: a plan's year as a picture, and answers about instants.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "plan_glyphs.hpp"
#include "text_table.hpp"

namespace acdsim {

struct PlanRequest {
  std::filesystem::path file{};        ///< blueprint
  std::string plan{};                  ///< empty: every plan
  std::optional<int> year{};           ///< nothing: the first of the blueprint's window
  std::string week{};                  ///< a date; empty: the year
  std::vector<std::string> at{};       ///< instants, or local times of the plan's zone
  std::vector<std::string> between{};  ///< none or two of them
  std::string after{};                 ///< open time after `at`; empty: not asked
};

/// Throws BadInput for a blueprint with errors, and Failure(usage) for a plan, a year or an
/// instant that it does not have.
[[nodiscard]] std::string plan_report(const PlanRequest& request, const Glyphs& glyphs,
                                      const TextStyle& style);

}  // namespace acdsim
