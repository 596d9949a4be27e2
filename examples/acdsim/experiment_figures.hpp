// Figures of one replication each, as experiments estimate and compare them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acd/simulation/service_target.hpp"
#include "acd/simulation/statistics.hpp"
#include "estimate.hpp"
#include "load_scenario.hpp"
#include "phrases.hpp"
#include "replications.hpp"

namespace acdsim {

struct ExperimentFigure {
  enum class Unit : std::uint8_t { percent, seconds, count, hours };
  enum class Good : std::uint8_t { more, less, neither };

  std::string group{};           ///< empty: all sessions and agents
  acd::Duration target_wait{0};  ///< of the group
  std::string_view key{};        ///< in files, for ever: "service_level"
  Phrase title{};                ///< short, of a column
  Phrase name{};                 ///< in full
  Unit unit{};
  Good good = Good::neither;
  bool is_minor = false;  ///< left out where there is little room
  std::function<acd::Ratio(const ReplicationFigures&)> ratio{};
  std::optional<acd::ServiceTarget> target{};

  /// One for each replication.
  [[nodiscard]] std::vector<acd::Ratio> ratios_of(const Replications& replications) const;
  [[nodiscard]] Estimate estimate_of(const Replications& replications, double confidence) const;
  /// In its unit: a share of 0.5 is "50.0".
  [[nodiscard]] std::string text(double value) const;
  /// "76.5 ± 2.7"; a dash where there is nothing to tell.
  [[nodiscard]] std::string text(const Estimate& estimate) const;
  /// "%", "s", "h", or nothing.
  [[nodiscard]] const char* unit_text() const;
  /// The group's name, or "all".
  [[nodiscard]] std::string subject(const Wording& say) const;
  /// "service level in 20s"
  [[nodiscard]] std::string full_name(const Wording& say) const;
  /// "at least 70.0 %"; there is a target.
  [[nodiscard]] std::string bound_text(const Wording& say) const;
  /// Whether the estimate meets its target; true without one.
  [[nodiscard]] bool is_met(const Estimate& estimate) const;
};

/// Those of the targets, in their order, then those of all sessions and agents.
[[nodiscard]] std::vector<ExperimentFigure> experiment_figures(const LoadedScenario& loaded);

/// One for each replication: of the target's group, or of all.
[[nodiscard]] std::vector<acd::Ratio> ratios_of(const Replications& replications,
                                                const acd::ServiceTarget& target,
                                                acd::ServiceLevel formula);

/// Targets that their estimates miss; a target of nobody is met.
[[nodiscard]] std::size_t targets_missed(const std::vector<ExperimentFigure>& figures,
                                         const Replications& replications);

}  // namespace acdsim
