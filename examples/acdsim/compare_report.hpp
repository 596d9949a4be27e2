// What two scenarios have in common, and where they differ.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compare_command.hpp"
#include "estimate.hpp"
#include "experiment_figures.hpp"
#include "phrases.hpp"
#include "replications.hpp"
#include "text_table.hpp"

namespace acdsim {

/// One of the two.
struct CompareSide {
  const char* letter = "";
  std::string name{};
  std::uint64_t fingerprint = 0;
  bool has_targets = false;
  Replications replications{};
  std::vector<ExperimentFigure> figures{};
};

/// A figure of both.
struct CompareLine {
  ExperimentFigure figure{};  ///< A's; that of B has the same target
  Estimate a{};
  Estimate b{};
  Estimate difference{};  ///< B - A, by pairs
};

/// How many agents each needs, by independent searches.
struct AgentsNeeded {
  enum class Unknown : std::uint8_t { no_count_lines, missed_with_many };
  std::optional<Unknown> unknown{};  ///< why nothing can be told ...
  const char* letter = "";           ///< ... of which side
  std::size_t searches = 0;
  Estimate a{};
  Estimate b{};
  Estimate difference{};
};

struct Comparison {
  const CompareRequest& request;
  CompareSide a{};
  CompareSide b{};
  std::vector<CompareLine> lines{};
  std::optional<AgentsNeeded> agents{};  ///< none: not asked
};

[[nodiscard]] std::string compare_report(const Comparison& comparison, const Wording& say,
                                         const TextStyle& style);
// For other programs: shares as shares, times in seconds.
[[nodiscard]] std::string compare_csv(const Comparison& comparison);
/// "acdsim-compare-1" of docs/guide/experiments.md.
[[nodiscard]] std::string compare_json(const Comparison& comparison);
/// A case for each target of either side.
[[nodiscard]] std::string compare_junit(const Comparison& comparison);

}  // namespace acdsim
